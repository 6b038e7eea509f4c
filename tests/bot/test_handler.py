"""One event is one transaction, three attempts, one lane at a time."""

from contextlib import contextmanager
from dataclasses import fields, replace

import pytest
from sqlalchemy import event as sa_event
from sqlalchemy import select

from api.store.models import (
    Answer,
    Delivery,
    InboundEvent,
    Lane,
)
from api.store.words import DeliveryKind, EventState
from bot.channels import memory
from bot.handler import Handler
from bot.turn import Kind
from bot.world import World
from tests.bot.handling import GONE, count, rows, take
from tests.journeys import talk
from tests.journeys.talk import begins


class FragileWorld(World):
    """The shipped world, whose words fail as a test wants."""

    def say(self, key, language, **values):
        trouble[0](key)
        return super().say(key, language, **values)


trouble = [lambda key: None]


@pytest.fixture
def fails():
    """`fails("survey.next", times=2)`: saying this fails so often; None: for good."""

    def failing(key, *, times=None, error=RuntimeError):
        left = [times]

        def fail(said):
            if said == key and left[0] != 0:
                left[0] = None if left[0] is None else left[0] - 1
                raise error

        trouble[0] = fail

    yield failing
    trouble[0] = lambda key: None


@pytest.fixture
def world():
    shipped = talk.shipped_world()
    return FragileWorld(**{f.name: getattr(shipped, f.name) for f in fields(shipped)})


@pytest.fixture
def make(database, clock, world):
    def making(**readers):
        return Handler(database, lambda: world, talk.READERS | readers, clock)

    return making


@pytest.fixture
def town(database, clock, make):
    talk.prepare(database, clock())
    return make()


@pytest.fixture
def arrive(town, database, clock):
    def arriving(handler=town, **options):
        return talk.Resident(handler, database, clock, **options)

    return arriving


@pytest.fixture
def noi(arrive):
    """Someone at the first question of the survey."""
    resident = arrive()
    begins(resident)
    resident.says("ตอบแบบสอบถาม")
    resident.presses("ยินดีตอบ")
    return resident


def last_event(database):
    with database.read() as session:
        return session.scalars(
            select(InboundEvent).order_by(InboundEvent.id.desc()).limit(1)
        ).one()


@contextmanager
def no_database(database, *, times):
    """The next so many transactions cannot begin."""
    left = [times]

    def begin(connection):
        if left[0] > 0:
            left[0] -= 1
            raise GONE

    sa_event.listen(database.engine, "begin", begin)
    try:
        yield
    finally:
        sa_event.remove(database.engine, "begin", begin)


def test_an_event_and_all_it_brings_about_are_there_together(database, noi):
    noi.says("เคย")
    handled = last_event(database)
    assert handled.state is EventState.HANDLED
    assert handled.contact_id == noi.contact.id
    (reply,) = rows(database, Delivery, Delivery.event_id == handled.id)
    assert reply.kind is DeliveryKind.REPLY
    assert count(database, Answer) == 1


@pytest.mark.parametrize("times", [1, 2])
def test_what_fails_half_way_leaves_nothing_and_is_tried_again(
    database, noi, fails, times
):
    # The answer is recorded already when the next question is put into words.
    before = count(database, Delivery)
    fails("survey.place", times=times)
    assert "ข้อ 2" in noi.says("เคย")
    assert last_event(database).attempts == times + 1
    assert count(database, Answer) == 1
    assert count(database, Delivery) == before + 1


def test_a_kill_in_the_middle_leaves_nothing_half(database, clock, noi, fails):
    class Killed(BaseException):
        """Not an error of ours: the process is gone."""

    before = count(database, Delivery)
    fails("survey.place", times=1, error=Killed)
    with pytest.raises(Killed):
        noi.says("เคย")
    assert count(database, Answer) == 0
    assert count(database, Delivery) == before
    event = last_event(database)
    assert (event.state, event.attempts) == (EventState.TAKEN, 1)
    clock.forward(seconds=61)
    noi._handler.drain()
    assert last_event(database).state is EventState.HANDLED
    assert count(database, Answer) == 1
    assert count(database, Delivery) == before + 1


def test_after_three_attempts_it_is_failed_and_one_apology_is_owed(
    database, noi, fails
):
    fails("survey.place")
    assert noi.says("เคย").startswith("ขอโทษค่ะ")
    event = last_event(database)
    assert (event.state, event.attempts) == (EventState.FAILED, 3)
    assert event.failure == "RuntimeError"
    assert count(database, Answer) == 0
    (owed,) = rows(database, Delivery, Delivery.event_id == event.id)
    assert owed.kind is DeliveryKind.APOLOGY


@pytest.mark.parametrize("killed", [False, True])
def test_what_failed_can_be_taken_back_all_the_same(
    database, clock, make, fails, killed
):
    handler = make()
    lane = take(database, clock, key="said", message_id="m1")
    for _ in range(3 if killed else 0):
        handler._begin(lane)  # and the process is gone
        clock.forward(seconds=61)
    trouble[0] = _fail
    handler.drain()
    clock.forward(seconds=1)
    take(database, clock, kind=Kind.UNSEND, message_id="m1")
    handler.drain()
    [said] = rows(database, InboundEvent, InboundEvent.event_key == "said")
    assert (said.state, said.payload_sealed) == (EventState.FAILED, None)


def _fail(key):
    raise RuntimeError


def test_after_an_apology_the_question_is_still_open(database, noi, fails):
    fails("survey.place")
    noi.says("เคย")
    fails("nothing")
    assert "ข้อ 2" in noi.says("เคย")


def test_an_event_that_cannot_be_handled_does_not_stop_its_lane(
    database, clock, make, fails
):
    def read(payload, account):
        if b"poison" in payload:
            raise ValueError("unreadable")
        return memory.read(payload, account)

    take(database, clock, key="1", text="poison")
    clock.forward(seconds=1)
    take(database, clock, key="2")
    make(line=read).drain()
    found = {row.event_key: row for row in rows(database, InboundEvent)}
    assert found["1"].state is EventState.FAILED
    assert found["1"].failure == "ValueError"
    assert found["2"].state is EventState.HANDLED
    # Whom to tell is not known where the event cannot be read.
    assert [row.kind for row in rows(database, Delivery)] == [DeliveryKind.REPLY]
    assert count(database, Lane) == 0


def test_an_apology_that_fails_too_does_not_stop_the_lane(database, clock, make, fails):
    trouble[0] = _fail
    take(database, clock)
    make().drain()
    (event,) = rows(database, InboundEvent)
    assert event.state is EventState.FAILED
    assert count(database, Delivery) == 0


@pytest.mark.parametrize("silent", [{"private": False}, {"mute": True}])
def test_nobody_is_apologised_to_where_we_must_be_silent(database, clock, make, silent):
    def notice(inbound, waited):
        raise RuntimeError

    handler = make()
    handler._notice = notice
    take(database, clock, **silent)
    handler.drain()
    assert rows(database, InboundEvent)[0].state is EventState.FAILED
    assert count(database, Delivery) == 0


def test_a_lost_connection_does_not_count_as_an_attempt(database, noi, fails):
    fails("survey.place", times=5, error=GONE)
    assert "ข้อ 2" in noi.says("เคย")
    event = last_event(database)
    assert (event.state, event.attempts) == (EventState.HANDLED, 1)
    assert count(database, Answer) == 1
    assert count(database, Delivery, Delivery.kind == DeliveryKind.APOLOGY) == 0


def test_a_database_that_stays_away_counts_nothing_and_holds_up_nothing(
    database, clock, make, fails
):
    handler = make()
    lane = take(database, clock)
    for _ in range(5):
        event = handler._begin(lane)
        assert event.attempts == 1
        # It goes away while the event is handled, and is away for a while.
        with no_database(database, times=2):
            assert handler._attempt(event) is None
    handler.drain()
    (event,) = rows(database, InboundEvent)
    assert (event.state, event.attempts) == (EventState.HANDLED, 1)


def test_of_two_threads_only_one_takes_an_attempt_back(
    database, clock, make, monkeypatch
):
    handler = make()
    lane = take(database, clock)
    handler._begin(lane)
    event = handler._begin(lane)
    assert event.attempts == 2
    with no_database(database, times=1):
        handler._forgive_all([event.id])
    turn, others = handler._database.turn, ["another lane"]

    def after_another():
        """The other thread begins while this one waits for its turn."""
        while others:
            assert handler._begin(others.pop()) is None
        return turn()

    monkeypatch.setattr(handler._database, "turn", after_another)
    assert handler._begin(lane).attempts == 2


def test_an_event_that_kills_the_process_is_given_up(database, clock, make):
    lane = take(database, clock)
    for _ in range(3):
        assert make()._begin(lane) is not None  # and the process is gone
        clock.forward(seconds=61)
    make().drain()
    (event,) = rows(database, InboundEvent)
    assert (event.state, event.failure) == (EventState.FAILED, "process_died")
    (owed,) = rows(database, Delivery)
    assert owed.kind is DeliveryKind.APOLOGY


@pytest.mark.parametrize("fails_at_last", [False, True])
def test_a_worker_that_lost_its_lease_does_not_finish_what_another_has_begun(
    database, clock, make, fails_at_last
):
    other = make()

    def read_slowly(payload, account):
        clock.forward(seconds=61)
        other.drain()
        if fails_at_last:
            raise ValueError
        return memory.read(payload, account)

    slow = make(line=read_slowly)
    lane = take(database, clock, mute=True)
    event = slow._begin(lane)
    if fails_at_last:
        event = replace(event, attempts=3)
    assert slow._attempt(event) is None
    (row,) = rows(database, InboundEvent)
    assert (row.state, row.attempts) == (EventState.IGNORED, 2)
    assert count(database, Delivery) == 0
    assert count(database, Lane) == 0


def test_whoever_is_slow_is_answered_once(database, clock, make):
    other = make()

    def read_slowly(payload, account):
        clock.forward(seconds=61)
        other.drain()
        return memory.read(payload, account)

    slow = make(line=read_slowly)
    take(database, clock)
    slow.drain()
    assert count(database, Delivery) == 1
    assert rows(database, InboundEvent)[0].state is EventState.HANDLED
