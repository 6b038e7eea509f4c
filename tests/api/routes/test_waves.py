"""/api/v1/waves: planned, opened, closed, fixed for good, told of to people."""

import pytest
from sqlmodel import select

from api.store import audit, fingerprint, residents, responses, waves
from api.store.models import Invitation
from api.store.words import ResponseState
from surveys import definition
from tests.api.store import small_waves


@pytest.fixture
def version(database, clock):
    with database.write() as session:
        return waves.store_version(session, definition.load_all()[0], clock())


@pytest.fixture
def headers(key):
    return key("waves:read", "waves:write")


def wanted(version, **changes):
    wave = {
        "key": "first-2026",
        "survey_id": str(version.id),
        "population": "residents",
    }
    return wave | changes


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
        if name not in ("offered", "started", "complete", "margins", "benchmark")
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


def test_a_wave_with_an_opening_time_is_planned_and_can_be_opened_before(
    client, headers, version, clock
):
    opens = clock.forward(hours=1).isoformat()
    plan = wanted(
        version,
        opens_at=opens,
        population_size=53_821,
        frame="probability",
        frame_note="สุ่มครัวเรือนจากทะเบียน",
        drawn=400,
        min_age=18,
        responsible="กองสวัสดิการสังคม",
        contact="02-000-0000",
        limitations="เก็บเฉพาะวันทำงาน",
        results_by="2027-01-31",
    )
    made = client.post("/api/v1/waves", json=plan, headers=headers)
    assert made.status_code == 201
    told = made.json()
    assert (told["state"], told["frame"]) == ("planned", "probability")
    kept = {name: told[name] for name in plan if name != "opens_at"}
    assert kept == {name: value for name, value in plan.items() if name != "opens_at"}
    opened = client.post("/api/v1/waves/first-2026/open", headers=headers)
    assert opened.json()["state"] == "open"
    again = client.post("/api/v1/waves/first-2026/open", headers=headers)
    assert (again.status_code, again.json()["code"]) == (409, "wave_not_planned")


def test_a_plan_is_given_up_by_closing_it(client, headers, version, clock):
    plan = wanted(version, opens_at=clock.forward(days=2).isoformat())
    client.post("/api/v1/waves", json=plan, headers=headers)
    told = client.post("/api/v1/waves/first-2026/close", headers=headers).json()
    assert (told["state"], told["offered"]) == ("closed", 0)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"opens_at": "0001-01-01T00:00:00+14:00"}, "invalid_input"),
        ({"opens_at": "2026-12-01T09:00:00"}, "invalid_input"),
        ({"frame": "probability"}, "frame_note_missing"),
        ({"ends_at": "2026-11-01T00:00:00Z"}, "wave_ends_first"),
        ({"population_size": 0}, "invalid_input"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(client, headers, version, change, code):
    body = wanted(version, **change)
    answer = client.post("/api/v1/waves", json=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_two_waves_of_a_survey_are_a_quarter_apart_unless_there_is_a_reason(
    client, headers, version
):
    client.post("/api/v1/waves", json=wanted(version), headers=headers)
    soon = wanted(version, key="second-2026")
    refused = client.post("/api/v1/waves", json=soon, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (409, "wave_too_soon")
    reason = soon | {"anyway": "น้ำท่วม"}
    assert client.post("/api/v1/waves", json=reason, headers=headers).status_code == 201


def test_the_population_is_kept_until_the_wave_is_frozen(client, headers, small):
    known = {
        "source": "ทะเบียนราษฎร",
        "as_of": "2025-12-31",
        "margins": {"pick": {"red": 26_000, "blue": 27_821}},
    }
    path = "/api/v1/waves/w1/margins"
    made = client.post(path, json=known, headers=headers)
    assert made.status_code == 200
    assert made.json()["margins"] == known
    client.post("/api/v1/waves/w1/close", headers=headers)
    client.post("/api/v1/waves/w1/freeze", headers=headers)
    late = client.post(path, json=known, headers=headers)
    assert (late.status_code, late.json()["code"]) == (409, "wave_frozen")


@pytest.mark.parametrize(
    ("margins", "place"),
    [
        ({"pick": {"red": 1, "green": 2}}, "pick, green: is no choice"),
        ({"pick": {"red": 0.7, "blue": 0.7}}, "pick: the shares do not add up"),
        ({"pick": {"red": 5}}, "pick, blue: is a choice of the question, and is not"),
        ({"nothing": {"red": 5}}, "nothing: the survey has no such question"),
        ({"say": {"a": 5}}, "say: is not answered by one choice"),
    ],
)
def test_margins_that_do_not_fit_are_refused_with_the_place(
    client, headers, small, margins, place
):
    known = {"source": "s", "as_of": "2025-12-31", "margins": margins}
    told = client.post("/api/v1/waves/w1/margins", json=known, headers=headers)
    assert (told.status_code, told.json()["code"]) == (422, "margins_fault")
    assert place in told.json()["detail"]
    whole = client.get("/api/v1/waves/w1", headers=headers).json()
    assert whole["margins"] is None


def test_everything_that_is_wrong_with_margins_is_told_with_its_place(
    client, headers, small
):
    margins = {"pick": {"red": 1, "green": 2}, "nothing": {"a": 5}}
    known = {"source": "s", "as_of": "2025-12-31", "margins": margins}
    told = client.post("/api/v1/waves/w1/margins", json=known, headers=headers).json()
    assert [fault["at"] for fault in told["faults"]] == [
        ["body", "margins", "pick", "green"],
        ["body", "margins", "pick", "blue"],
        ["body", "margins", "nothing"],
    ]
    assert told["faults"][2]["reason"] == "nothing: the survey has no such question"


def test_margins_of_what_can_be_no_question_are_refused(client, headers, small):
    margins = {"no name!": {"a": 5}}
    known = {"source": "s", "as_of": "2025-12-31", "margins": margins}
    told = client.post("/api/v1/waves/w1/margins", json=known, headers=headers)
    assert (told.status_code, told.json()["code"]) == (422, "margins_fault")


def test_a_plan_is_edited_until_it_opens(client, headers, version, clock):
    plan = wanted(
        version,
        opens_at=clock.forward(days=2).isoformat(),
        population_size=100,
        contact="02-000-0000",
    )
    client.post("/api/v1/waves", json=plan, headers=headers)
    path = "/api/v1/waves/first-2026"
    change = {
        "frame": "probability",
        "frame_note": "ทุกบ้านที่สิบ",
        "drawn": 400,
        "population_size": None,
        "contact": None,
        "ends_at": "2027-02-01T00:00:00Z",
    }
    before = client.get(path, headers=headers).json()
    told = client.patch(path, json=change, headers=headers)
    assert told.status_code == 200
    assert told.json() == before | change | {"contact": ""}
    client.post(f"{path}/open", headers=headers)
    late = client.patch(path, json={"min_age": 18}, headers=headers)
    assert (late.status_code, late.json()["code"]) == (409, "wave_not_planned")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"population": None}, "invalid_input"),
        ({"opens_at": None}, "invalid_input"),
        ({"frame": None}, "invalid_input"),
        ({"reminders": None}, "invalid_input"),
        ({"made_up": True}, "invalid_input"),
        ({"drawn": 5}, "wave_drawn_frame"),
        ({"frame": "probability"}, "frame_note_missing"),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing(
    client, headers, version, clock, change, code
):
    plan = wanted(version, opens_at=clock.forward(days=2).isoformat())
    before = client.post("/api/v1/waves", json=plan, headers=headers).json()
    path = "/api/v1/waves/first-2026"
    told = client.patch(path, json=change, headers=headers)
    assert (told.status_code, told.json()["code"]) == (422, code)
    assert client.get(path, headers=headers).json() == before


def test_only_who_may_write_waves_edits_one(client, key, version):
    told = client.patch("/api/v1/waves/w1", json={}, headers=key("waves:read"))
    assert told.status_code == 403


KNOWN = {
    "question": "rate",
    "values": [4, 5],
    "percent": 35.0,
    "source": "สำนักงานสถิติแห่งชาติ",
    "as_of": "2022-12-31",
}


def test_a_question_is_held_against_a_share_known_from_elsewhere(
    client, headers, small
):
    path = "/api/v1/waves/w1/benchmark"
    made = client.post(path, json=KNOWN, headers=headers)
    assert (made.status_code, made.json()["benchmark"]) == (200, KNOWN)
    for change in (
        {"values": ["good"]},
        {"question": "none"},
        {"question": "no name!"},
        {"values": [4, 4]},
    ):
        told = client.post(path, json=KNOWN | change, headers=headers)
        assert (told.status_code, told.json()["code"]) == (422, "benchmark_fault")
    odd = client.post(path, json=KNOWN | {"percent": 101}, headers=headers)
    assert odd.json()["code"] == "invalid_input"
    dropped = client.delete(path, headers=headers)
    assert dropped.json()["benchmark"] is None


def test_freezing_fixes_a_closed_wave_and_its_evidence_is_told(
    client, headers, database, small, clock
):
    with database.write() as session:
        for _ in range(3):
            small_waves.response(session, small, clock())
    path = "/api/v1/waves/w1"
    early = client.post(f"{path}/freeze", headers=headers)
    assert (early.status_code, early.json()["code"]) == (409, "wave_not_closed")
    client.post(f"{path}/close", headers=headers)
    none = client.get(f"{path}/evidence", headers=headers)
    assert (none.status_code, none.json()["code"]) == (409, "wave_not_frozen")
    frozen = client.post(f"{path}/freeze", headers=headers).json()
    assert frozen["state"] == "frozen"
    assert frozen["frozen_at"] is not None
    told = client.get(f"{path}/evidence", headers=headers).json()
    with database.read() as session:
        kept = waves.get(session, "w1").evidence
        actors = {
            each.actor
            for each in audit.list_(session).items
            if each.action == "wave.freeze"
        }
    assert told["sha256"] == kept["sha256"]
    assert len(told["sha256"]) == 64
    assert (told["responses"], told["margins_sha256"]) == (3, None)
    assert told["questions"]["pick"]["version"] == 1
    assert told["plan"]["population"] == "all who live here"
    assert told["standings"] == {"complete": {"counted": 3}}
    assert told["evidence_sha256"] == fingerprint.of_data(kept)
    assert all(actor.startswith("key:") for actor in actors)


def test_an_open_wave_that_is_not_frozen_keeps_its_outcomes_open(
    client, headers, database, clock
):
    with database.write() as session:
        wave = small_waves.wave(session, clock(), frame="invited_list")
        session.add(Invitation(wave_id=wave.id, invited_at=clock(), resident_id=None))
    client.post("/api/v1/waves/w1/freeze", headers=headers)
    with database.read() as session:
        assert session.exec(select(Invitation.outcome)).one() is None


def test_a_link_is_made_once_for_a_channel_and_a_community(client, headers, small):
    path = "/api/v1/waves/w1/links"
    one = {"channel": "web", "community": "ชุมชนวัดอ้อมน้อย"}
    made = client.post(path, json=one, headers=headers)
    assert made.status_code == 201
    assert made.json()["url"].startswith("https://town.example/chat?w=")
    assert client.post(path, json=one, headers=headers).json() == made.json()
    line = client.post(path, json={"channel": "line"}, headers=headers).json()
    # This town has not said how its LINE account is called.
    assert line["url"] is None
    assert line["setting_missing"] == "ECOTOWN_LINE_BASIC_ID"
    told = client.get(path, headers=headers).json()["items"]
    assert told == [made.json(), line]
    bad = client.post(path, json={"channel": "fax"}, headers=headers)
    assert bad.status_code == 422


def test_people_are_told_what_came_of_their_answers(client, headers, small):
    path = "/api/v1/waves/w1/feedback"
    entry = {
        "you_said": {"th": "กลิ่น", "en": "smell"},
        "we_did": {"th": "ตรวจแล้ว", "en": "inspected"},
    }
    early = client.post(path, json=entry, headers=headers)
    assert (early.status_code, early.json()["code"]) == (409, "wave_not_over")
    client.post("/api/v1/waves/w1/close", headers=headers)
    none = client.get(path, headers=headers).json()
    assert (none["declared"], none["counts_as"], none["items"]) == (
        "consult",
        "inform",
        [],
    )
    assert "no day was promised" in none["why"]["en"]
    made = client.post(path, json=entry, headers=headers)
    assert made.status_code == 201
    (line,) = client.get(path, headers=headers).json()["items"]
    assert {name: line[name] for name in entry} == entry
    odd = client.post(path, json=entry | {"we_did": {"th": "x"}}, headers=headers)
    assert odd.json()["code"] == "invalid_input"
