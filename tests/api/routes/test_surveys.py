"""/api/v1/surveys and /waves: wordings, opening, closing, how many took part."""

import pytest

from api.store import audit, residents, responses, waves
from api.store.words import ResponseState
from surveys import definition


@pytest.fixture
def version(database, clock):
    with database.write() as session:
        return waves.store_version(session, definition.load_all()[0], clock())


@pytest.fixture
def headers(key):
    return key("surveys:read", "waves:read", "waves:write")


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
