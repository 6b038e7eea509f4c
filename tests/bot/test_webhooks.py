"""LINE's webhook over HTTP: every event is answered 2xx, kept, and has one effect."""

import json
import os
import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.store.models import Delivery
from api.store.session import Database
from api.store.types import utc_now
from api.store.words import EventState
from bot.channels import line_events
from tests.bot.handling import rows
from tests.bot.hooking import handle, kept, open_door, with_its_own
from tests.conftest import KEYS
from tests.journeys.talk import prepare
from tests.platforms.line_events import new_user_id, sticker_event, text_event

ROOT = Path(__file__).parent.parent.parent
OURS = ROOT / "tests/payloads/line_events.json"
# LINE's own samples are not ours to copy: read where they are, if they are.
SPECS = ROOT / os.environ.get("ECOTOWN_SPECS", "../shared")
LINES = SPECS / "specs/line/webhook_samples.json"
SAMPLES = {"ours": OURS, **({"lines": LINES} if LINES.exists() else {})}


@pytest.fixture(params=SAMPLES)
def samples(request):
    return json.loads(SAMPLES[request.param].read_text(encoding="utf-8"))["events"]


@pytest.fixture
def door(database, clock):
    prepare(database, clock())
    with open_door(database, clock) as door:
        yield door


def shuffled_in_bodies_of_any_size(events):
    chance = random.Random(7)
    left = [*events, *events]
    chance.shuffle(left)
    while left:
        size = chance.randint(1, 9)
        yield left[:size]
        left = left[size:]


WAYS = {
    "singly": lambda events: ([each] for each in events),
    "all in one": lambda events: [events],
    "twice": lambda events: [*([each] for each in events), events],
    "shuffled": shuffled_in_bodies_of_any_size,
}


@pytest.mark.parametrize("way", WAYS)
def test_every_kind_of_event_is_answered_and_has_one_effect(
    database, clock, door, samples, way
):
    events = [with_its_own(each, number) for number, each in enumerate(samples)]
    for body in WAYS[way](events):
        assert door.events(*body) == 200
    ids = {each["webhookEventId"] for each in events}
    assert Counter(row.event_key for row in kept(database)) == Counter(ids)
    handle(database, clock)
    answers = Counter(row.event_id for row in rows(database, Delivery))
    became = {row.event_key: (row.state, answers[row.id]) for row in kept(database)}
    assert became == {
        each["webhookEventId"]: (EventState.HANDLED, 1)
        if must_be_answered(each)
        else (EventState.IGNORED, 0)
        for each in events
    }
    # Both kinds of end are among the samples, or nothing would be compared.
    assert len({*became.values()}) == 2


ANSWERED = {
    "message": {"text", "sticker", "image", "video", "audio", "file", "location"},
    "postback": {None},
    "follow": {None},
}


def must_be_answered(event):
    """What a resident does in a talk with us alone, while it is ours to answer.

    Written out from LINE's reference, not taken from what we do with the event:
    https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects
    """
    source = event.get("source") or {}
    if source.get("type") != "user" or not source.get("userId"):
        return False
    if event.get("mode") == "standby":
        return False
    return event.get("message", {}).get("type") in ANSWERED.get(event["type"], ())


def test_the_samples_untouched_are_one_event(database, door, samples):
    assert door.events(*samples) == 200
    assert door.events(*samples) == 200
    assert len(kept(database)) == 1


def test_events_of_an_older_shape_are_kept_once(database, clock, door):
    """Before 2021 they had no id, no mode and no delivery context."""
    lek, noi = new_user_id(), new_user_id()
    older = [
        {
            "type": "message",
            "replyToken": f"token{number}",
            "source": {"type": "user", "userId": user},
            "message": {"type": "text", "id": str(number), "text": "สวัสดี"},
        }
        for number, user in enumerate((lek, noi))
    ]
    timed = {**older[0], "replyToken": "token2", "timestamp": 1462629479859}
    assert door.events(*older, timed) == 200
    assert door.events(*older) == 200
    assert len(kept(database)) == 3
    handle(database, clock)
    assert {row.state for row in kept(database)} == {EventState.HANDLED}


@pytest.mark.parametrize(
    "odd",
    ["\x00", "a\x00b", "\ud800", "\udfff\ud800", "\u202e", "ก" * 5000, "", "🙂" * 999],
    ids=ascii,
)
def test_an_odd_text_does_not_harm_its_neighbours(database, clock, door, odd):
    events = [text_event(new_user_id(), text) for text in ("สวัสดี", odd, "อ้อมน้อยอยู่ที่ไหน")]
    body = json.dumps({"destination": "U", "events": events}).encode()
    assert door.post(body) == 200
    handle(database, clock)
    assert [row.state for row in kept(database)].count(EventState.FAILED) == 0
    answered = {row.event_id for row in rows(database, Delivery)}
    plain = [row for row in kept(database) if row.event_key != _id(events[1])]
    assert {row.id for row in plain} <= answered


@pytest.mark.parametrize(
    "odd", [None, 7, "event", [], {}, {"type": None}, {"source": []}, [[{}]]], ids=str
)
def test_what_is_no_event_does_not_harm_its_neighbours(database, clock, door, odd):
    lek, noi = text_event(new_user_id(), "สวัสดี"), sticker_event(new_user_id())
    assert door.events(lek, odd, noi) == 200
    handle(database, clock)
    states = {row.event_key: row.state for row in kept(database)}
    assert states[_id(lek)] is states[_id(noi)] is EventState.HANDLED
    assert len(states) == 3


def test_a_poison_event_ends_as_failed_and_the_others_are_answered(
    database, clock, door
):
    poisoned = new_user_id()
    group = [
        text_event(new_user_id(), "สวัสดี"),
        text_event(poisoned, "poison"),
        text_event(poisoned, "สวัสดี"),
        text_event(new_user_id(), "สวัสดี"),
    ]

    def read(payload, account):
        if b"poison" in payload:
            raise ZeroDivisionError
        return line_events.read(payload, account)

    assert door.events(*group) == 200
    handle(database, clock, line=read)
    states = {row.event_key: row.state for row in kept(database)}
    assert [states[_id(each)] for each in group] == [
        EventState.HANDLED,
        EventState.FAILED,
        EventState.HANDLED,
        EventState.HANDLED,
    ]


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
            lambda inner: (
                st.lists(inner, max_size=4)
                | st.dictionaries(
                    st.sampled_from(["events", "type", "source", "message", "mode"]),
                    inner,
                )
            ),
            max_leaves=20,
        ).map(lambda value: json.dumps({"events": [value]}).encode()),
    )
)
def test_whatever_is_signed_never_breaks_the_door(sqlite_door, body):
    assert sqlite_door.post(body) in (200, 400)


@pytest.fixture(scope="module")
def sqlite_door(tmp_path_factory, sqlite_template):
    path = tmp_path_factory.mktemp("door") / "ecotown.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}", KEYS)
    with open_door(database, utc_now) as door:
        yield door
    database.close()


def _id(event):
    return event["webhookEventId"]
