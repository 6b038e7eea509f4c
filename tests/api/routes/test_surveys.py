"""/api/v1/surveys: wordings, kept for good, and what is wrong in them."""

import json

import pytest

from api.store import audit, waves
from surveys import definition, survey_file, versions
from tests.surveys import making

FILE = definition.DIRECTORY / "participation.yaml"


@pytest.fixture
def version(database, clock):
    with database.write() as session:
        return waves.store_version(session, definition.load_all()[0], clock())


@pytest.fixture
def headers(key):
    return key("surveys:read", "surveys:write", "waves:read", "waves:write")


def test_a_survey_is_told_with_its_questions(client, headers, version):
    (line,) = client.get("/api/v1/surveys", headers=headers).json()["items"]
    assert line["key"] == version.survey_key
    assert "definition" not in line
    whole = client.get(f"/api/v1/surveys/{line['id']}", headers=headers).json()
    assert whole["definition"]["questions"]
    assert whole["sha256"] == version.sha256


def test_a_changed_wording_is_a_new_version_of_its_question_alone(
    client, headers, version
):
    told = client.get(f"/api/v1/surveys/{version.id}", headers=headers).json()
    asked = told["definition"]["questions"]
    assert told["questions"].keys() == {each["key"] for each in asked}
    assert {each["version"] for each in told["questions"].values()} == {1}
    first, other = asked[0]["key"], asked[1]["key"]
    asked[0]["text"]["th"] += " (ปีนี้)"
    newer = told["definition"] | {"version": told["version"] + 1}
    made = client.post("/api/v1/surveys", json={"definition": newer}, headers=headers)
    wordings = made.json()["questions"]
    survey = definition.parse(json.dumps(newer))
    assert wordings[first] == {
        "version": 2,
        "sha256": versions.fingerprint(survey.question(first)),
    }
    assert wordings[other] == told["questions"][other]


def test_the_versions_of_one_survey_can_be_asked_for(client, headers, version):
    told = client.get("/api/v1/surveys", params={"key": "none"}, headers=headers)
    assert told.json()["items"] == []
    wanted = {"key": version.survey_key}
    (line,) = client.get("/api/v1/surveys", params=wanted, headers=headers).json()[
        "items"
    ]
    assert line["id"] == str(version.id)
    bad = client.get("/api/v1/surveys", params={"key": "No Key"}, headers=headers)
    assert bad.status_code == 422


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
        told = {each.action: each for each in audit.list_(session).items}
    stored = told["survey.store"]
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
    assert f"in line {line}: questions[info_ease].kind: should be" in told["detail"]
    whole = client.get(f"/api/v1/surveys/{version.id}", headers=headers).json()
    del whole["definition"]["questions"][2]["text"]
    wrong = {"definition": whole["definition"]}
    thai = headers | {"Accept-Language": "th"}
    told = client.post("/api/v1/surveys", json=wrong, headers=thai).json()
    assert told["detail"] == "แบบสอบถามมีที่ผิด: questions.2.text: is missing"


def test_all_faults_of_a_survey_are_told_at_once(client, headers, version):
    text = FILE.read_text(encoding="utf-8")
    for right, wrong in (("kind: scale5", "kind: scale6"), ("level: ", "lavel: ")):
        assert right in text
        text = text.replace(right, wrong, 1)
    sent = {"source_text": text}
    told = client.post("/api/v1/surveys", json=sent, headers=headers).json()
    found = {(each["at"][2], each["reason"].split(":")[0]) for each in told["faults"]}
    assert {each["at"][1] for each in told["faults"]} == {"source_text"}
    lines = {text.count("\n", 0, text.index(each)) + 1 for each in ("lavel", "scale6")}
    assert {line for line, _ in found} >= lines
    assert {"lavel", "questions[info_ease].kind"} <= {what for _, what in found}
    whole = client.get(f"/api/v1/surveys/{version.id}", headers=headers).json()
    asked = whole["definition"]["questions"]
    del asked[2]["text"]
    asked[0]["kind"] = "ballad"
    sent = {"definition": whole["definition"]}
    told = client.post("/api/v1/surveys", json=sent, headers=headers).json()
    places = [each["at"] for each in told["faults"]]
    assert ["body", "definition", "questions", 2, "text"] in places
    assert ["body", "definition", "questions", 0, "kind"] in places
    assert all(each["reason"] for each in told["faults"])


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


def test_a_survey_comes_as_a_workbook_that_is_read_back_as_the_same(
    client, headers, version, tmp_path
):
    told = client.get(f"/api/v1/surveys/{version.survey_key}.xlsx", headers=headers)
    assert told.status_code == 200
    name = f"{version.survey_key}-{version.version}.xlsx"
    assert name in told.headers["content-disposition"]
    file = tmp_path / name
    file.write_bytes(told.content)
    found = survey_file.read(file)
    assert found.problems == []
    assert definition.sha256(found.survey) == version.sha256


def test_an_older_version_is_asked_for_by_its_number(client, headers, version):
    path = f"/api/v1/surveys/{version.survey_key}.xlsx"
    for number, status in ((version.version, 200), (99, 404), ("x", 422)):
        told = client.get(path, params={"version": number}, headers=headers)
        assert told.status_code == status
    other = client.get("/api/v1/surveys/nothing.xlsx", headers=headers)
    assert other.status_code == 404


def test_a_survey_that_no_workbook_can_hold_is_refused_in_words(
    client, headers, database, clock
):
    survey = making.survey(title=making.text("a" * 40_000))
    with database.write() as session:
        waves.store_version(session, survey, clock())
    told = client.get("/api/v1/surveys/small.xlsx", headers=headers)
    assert (told.status_code, told.json()["code"]) == (409, "survey_unwritable")
    assert "settings row 2" in told.json()["detail"]


def test_only_who_may_read_surveys_has_the_workbook(client, key, version):
    path = f"/api/v1/surveys/{version.survey_key}.xlsx"
    assert client.get(path, headers=key("waves:read")).status_code == 403
