"""/api/v1/waves: forms on paper keyed in, who came, what became of those asked."""

import pytest
from sqlmodel import func, select

from api.store import api_keys
from api.store.models import Answer, Response
from api.store.words import ResponseState
from tests.api.store import small_waves

FORM = {
    "key": "form-1",
    "mode": "paper",
    "language": "th",
    "answers": {
        "pick": "red",
        "rate": 4,
        "many": ["fox", "owl"],
        "count": "?",
        "say": "น้ำเสีย",
    },
}


@pytest.fixture
def headers(key):
    return key("waves:read", "waves:write")


def stored(database):
    with database.read() as session:
        return [
            session.exec(select(func.count()).select_from(table)).one()
            for table in (Response, Answer)
        ]


def test_a_form_sent_again_is_told_as_it_was_kept(
    client, headers, database, small, clock
):
    path = "/api/v1/waves/w1/entries"
    made = client.post(path, json=FORM, headers=headers)
    assert made.status_code == 201
    told = made.json()
    assert (told["new"], told["mode"], told["language"]) == (True, "paper", "th")
    before = stored(database)
    assert before == [1, 5]
    clock.forward(minutes=5)
    # Whatever a later copy says, even something that could not be taken.
    other = FORM | {"mode": "enumerator", "language": "en", "answers": {"pick": "x"}}
    for body in (FORM, other):
        again = client.post(path, json=body, headers=headers)
        assert again.status_code == 200
        assert again.json() == told | {"new": False}
    assert stored(database) == before


def test_what_is_wrong_in_a_form_is_told_with_its_place_and_nothing_is_stored(
    client, headers, database, small
):
    path = "/api/v1/waves/w1/entries"
    wrong = FORM | {"answers": {"pick": "green", "count": 77, "moon": "full"}}
    told = client.post(path, json=wrong, headers=headers)
    assert (told.status_code, told.json()["code"]) == (422, "entry_refused")
    assert [fault["at"][2] for fault in told.json()["faults"]] == [
        "pick",
        "count",
        "moon",
    ]
    thai = client.post(path, json=wrong, headers=headers | {"Accept-Language": "th"})
    assert thai.json()["faults"][0]["reason"] != told.json()["faults"][0]["reason"]
    gaps = FORM | {"answers": {"pick": "red"}}
    told = client.post(path, json=gaps, headers=headers).json()
    assert ["body", "answers", "rate"] in [fault["at"] for fault in told["faults"]]
    assert stored(database) == [0, 0]


def test_a_form_needs_a_key_that_acts_for_an_officer(client, database, clock, small):
    with database.write() as session:
        token = api_keys.create(session, name="t", scopes=["waves:write"], now=clock())
    headers = {"Authorization": f"Bearer {token}"}
    told = client.post("/api/v1/waves/w1/entries", json=FORM, headers=headers)
    assert (told.status_code, told.json()["code"]) == (403, "key_needs_officer")


def test_volunteers_have_no_response_rate_and_it_is_said_why(
    client, headers, database, small, clock
):
    with database.write() as session:
        small_waves.response(session, small, clock())
        small_waves.response(session, small, clock(), state=ResponseState.STARTED)
    told = client.get("/api/v1/waves/w1/outcomes", headers=headers).json()
    assert (told["outcomes"], told["rates"], told["told"]) == (None, None, [])
    assert told["reason"]["en"].startswith("volunteers through a link open to all")
    assert "ไม่มีอัตราตอบกลับ" in told["reason"]["th"]
    assert told["participation"]["completion_rate"] == 0.5
    assert told["fixed"] is False


def test_households_that_were_drawn_have_outcomes_and_rates(
    client, headers, database, clock
):
    with database.write() as session:
        small_waves.wave(
            session, clock(), frame="probability", frame_note="drawn by lot"
        )
    path = "/api/v1/waves/w1/entries"
    told = client.get("/api/v1/waves/w1/outcomes", headers=headers).json()
    assert told["rates"] is None
    assert "how many were drawn" in told["reason"]["en"]
    drawn = client.post("/api/v1/waves/w1/drawn", json={"drawn": 6}, headers=headers)
    assert (drawn.status_code, drawn.json()["drawn"]) == (200, 6)
    assert client.post(path, json=FORM, headers=headers).status_code == 201
    for number, code in enumerate(("R", "NC", "NE")):
        body = {"key": f"house-{number}", "outcome": code}
        for status in (201, 200):
            told = client.post(path, json=body, headers=headers)
            assert (told.status_code, told.json()["outcome"]) == (status, code)
    told = client.get("/api/v1/waves/w1/outcomes", headers=headers).json()
    assert told["outcomes"] == {
        "I": 1, "P": 0, "R": 1, "NC": 1, "O": 0, "U": 2, "NE": 1,
    }  # fmt: skip
    assert (told["drawn"], told["unheard_of"]) == (6, 2)
    # Half of those seen at the door are eligible, and so half of the two not seen.
    assert told["rates"]["rr1"] == pytest.approx(1 / 5)
    assert told["rates"]["rr3"] == pytest.approx(1 / 4)
    assert told["rates"]["rr5"] == pytest.approx(1 / 3)
    assert (told["told"], told["reason"]) == (["rr3"], None)
    assert told["of"]["en"] == "response rate of the sample"


@pytest.mark.parametrize(
    "change",
    [
        {"answers": None},
        {"outcome": "R"},
        {"key": ""},
        {"key": "a\x00"},
        {"mode": "pigeon"},
        {"answers": {"pick": {"a": 1}}},
        {"answers": {"pick": 10**400}},
    ],
)
def test_a_form_of_the_wrong_shape_is_refused(client, headers, small, change):
    body = FORM | change
    told = client.post("/api/v1/waves/w1/entries", json=body, headers=headers)
    assert (told.status_code, told.json()["code"]) == (422, "invalid_input")
