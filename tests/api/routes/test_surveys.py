"""/api/v1/surveys and /waves: wordings, opening, closing, how many took part."""

import json

import pytest

from api.store import audit, residents, responses, waves
from api.store.words import ResponseState
from surveys import definition

FILE = definition.DIRECTORY / "participation.yaml"


@pytest.fixture
def version(database, clock):
    with database.write() as session:
        return waves.store_version(session, definition.load_all()[0], clock())


@pytest.fixture
def headers(key):
    return key("surveys:read", "surveys:write", "waves:read", "waves:write")


def wanted(version, **changes):
    wave = {
        "key": "first-2026",
        "survey_id": str(version.id),
        "population": "residents",
    }
    return wave | changes


def test_a_survey_is_told_with_its_questions(client, headers, version):
    (line,) = client.get("/api/v1/surveys", headers=headers).json()["items"]
    assert line["key"] == version.survey_key
    assert "definition" not in line
    whole = client.get(f"/api/v1/surveys/{line['id']}", headers=headers).json()
    assert whole["definition"]["questions"]
    assert whole["sha256"] == version.sha256


def test_a_survey_is_stored_from_its_file_and_asked_in_a_wave(
    client, headers, database
):
    text = FILE.read_text(encoding="utf-8")
    made = client.post("/api/v1/surveys", json={"source_text": text}, headers=headers)
    assert made.status_code == 201
    survey = definition.parse(text)
    assert made.json()["sha256"] == definition.sha256(survey)
    told = client.get(f"/api/v1/surveys/{made.json()['id']}", headers=headers)
    assert told.json() == made.json()
    wave = {"key": "new", "survey_id": made.json()["id"], "population": "residents"}
    assert client.post("/api/v1/waves", json=wave, headers=headers).status_code == 201
    with database.read() as session:
        _, stored = audit.list_(session, limit=2).items
    assert stored.action == "survey.store"
    assert stored.actor.startswith("key:")


def test_what_is_told_of_a_survey_can_be_stored_again(client, headers, version):
    told = client.get(f"/api/v1/surveys/{version.id}", headers=headers).json()
    same = {"definition": told["definition"]}
    again = client.post("/api/v1/surveys", json=same, headers=headers)
    assert (again.status_code, again.json()["id"]) == (201, told["id"])
    as_text = {"source_text": json.dumps(told["definition"])}
    again = client.post("/api/v1/surveys", json=as_text, headers=headers)
    assert again.json()["id"] == told["id"]
    other = told["definition"] | {"title": {"th": "อื่น", "en": "other", "my": "x"}}
    refused = client.post(
        "/api/v1/surveys", json={"definition": other}, headers=headers
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "survey_changed")
    newer = other | {"version": told["version"] + 1}
    made = client.post("/api/v1/surveys", json={"definition": newer}, headers=headers)
    assert made.json()["version"] == told["version"] + 1


def test_a_fault_in_a_survey_is_told_with_its_place(client, headers, version):
    text = FILE.read_text(encoding="utf-8")
    line = next(
        number
        for number, each in enumerate(text.splitlines(), 1)
        if "kind: scale5" in each
    )
    wrong = {"source_text": text.replace("kind: scale5", "kind: scale6", 1)}
    told = client.post("/api/v1/surveys", json=wrong, headers=headers).json()
    assert told["code"] == "survey_fault"
    assert f"in line {line}: questions.kind: should be" in told["detail"]
    whole = client.get(f"/api/v1/surveys/{version.id}", headers=headers).json()
    del whole["definition"]["questions"][2]["text"]
    wrong = {"definition": whole["definition"]}
    thai = headers | {"Accept-Language": "th"}
    told = client.post("/api/v1/surveys", json=wrong, headers=thai).json()
    assert told["detail"] == "แบบสำรวจมีที่ผิด: questions.2.text: is missing"


@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"source_text": "key: a", "definition": {}},
        {"definition": []},
        {"source_text": ""},
        {"source_text": "[" * 2_000},
        {"source_text": "a: !!bool maybe"},
        {"source_text": f"a: {'1' * 5000}"},
        {"source_text": "a: &x [*x]"},
        {"definition": {"key": "x\x00", "version": 10**30}},
        {"source_text": "key: a", "more": 1},
    ],
)
def test_a_survey_of_the_wrong_shape_is_refused(client, headers, wanted):
    answer = client.post("/api/v1/surveys", json=wanted, headers=headers)
    assert answer.status_code == 422


def test_a_text_no_database_keeps_is_refused(client, headers, version):
    whole = client.get(f"/api/v1/surveys/{version.id}", headers=headers).json()
    wrong = whole["definition"] | {"title": {"th": "ก\x00", "en": "a", "my": "b"}}
    answer = client.post("/api/v1/surveys", json={"definition": wrong}, headers=headers)
    assert answer.status_code == 422
    assert "title.th" in answer.json()["detail"]


def test_a_wave_is_opened_counted_and_closed(client, headers, database, clock, version):
    opened = client.post("/api/v1/waves", json=wanted(version), headers=headers)
    assert opened.status_code == 201
    assert opened.json()["state"] == "open"
    with database.write() as session:
        wave = waves.get(session, "first-2026")
        for address in ("U1", "U2"):
            met = residents.meet(
                session, channel="line", account="a", address=address, now=clock()
            )
            offered = responses.offer(
                session, met.resident_id, wave, language="th", mode="line", now=clock()
            )
        offered.state = ResponseState.STARTED
    told = client.get("/api/v1/waves/first-2026", headers=headers).json()
    assert (told["offered"], told["started"], told["complete"]) == (2, 1, 0)
    closed = client.post("/api/v1/waves/first-2026/close", headers=headers)
    assert closed.json()["state"] == "closed"
    assert client.get("/api/v1/waves", headers=headers).json()["items"][0] == {
        name: value
        for name, value in closed.json().items()
        if name not in ("offered", "started", "complete")
    }
    with database.read() as session:
        actions = [entry.action for entry in audit.list_(session).items]
    assert actions[:2] == ["wave.close", "wave.open"]


def test_a_wave_is_closed_once(client, headers, version):
    client.post("/api/v1/waves", json=wanted(version), headers=headers)
    client.post("/api/v1/waves/first-2026/close", headers=headers)
    again = client.post("/api/v1/waves/first-2026/close", headers=headers)
    assert again.status_code == 409
    assert "first-2026" in again.json()["detail"]


def test_a_waves_name_is_used_once(client, headers, version):
    for status in (201, 409):
        answer = client.post("/api/v1/waves", json=wanted(version), headers=headers)
        assert answer.status_code == status
    assert answer.json()["code"] == "wave_exists"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"key": "With Space"}, 422),
        ({"frame": "guess"}, 422),
        ({"survey_id": "01a20bb4-0000-7000-8000-000000000000"}, 404),
        ({"survey_id": "x"}, 422),
        ({"population": " "}, 422),
        ({"more": 1}, 422),
    ],
)
def test_a_wave_of_the_wrong_shape_is_refused(client, headers, version, change, status):
    answer = client.post(
        "/api/v1/waves", json=wanted(version, **change), headers=headers
    )
    assert answer.status_code == status


def test_an_unknown_wave_is_not_found(client, headers):
    assert client.get("/api/v1/waves/none", headers=headers).status_code == 404
    closed = client.post("/api/v1/waves/none/close", headers=headers)
    assert closed.status_code == 404
