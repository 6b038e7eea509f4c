"""One event is one transaction, three attempts, one lane at a time."""

import asyncio
import random
import threading
import uuid
from collections import Counter
from contextlib import contextmanager
from dataclasses import fields, replace

import pytest
from sqlalchemy import event as sa_event
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from api.store import events
from api.store.models import (
    Answer,
    Contact,
    Delivery,
    InboundEvent,
    Lane,
    ResponseLink,
    Utterance,
)
from api.store.words import DeliveryKind, EventState
from bot import handler as handler_module
from bot.channels import memory
from bot.handler import Handler
from bot.turn import Inbound, Kind
from bot.world import World
from surveys import definition
from tests.conftest import KEYS
from tests.journeys import talk
from tests.journeys.talk import begins

GONE = OperationalError("BEGIN", {}, Exception("connection lost"))


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
    resident.says("ทำแบบสำรวจ")
    resident.presses("ยินดีตอบ")
    return resident


def take(database, clock, *, address="U1", text="สวัสดี", key=None, **options):
    """An event that nobody handles yet."""
    said = Inbound("line", "town", address, Kind.TEXT, clock(), text=text)
    taken = memory.take(address, replace(said, **options), key=key)
    with database.write() as session:
        events.take(session, [events.row(KEYS, taken, clock())])
    return KEYS.find("lane", "line", "town", address)


def rows(database, model, *where):
    with database.read() as session:
        return list(session.scalars(select(model).where(*where)))


def count(database, model, *where):
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(model).where(*where))


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
    fails("survey.place", times=times)
    assert "ข้อ 2" in noi.says("เคย")
    assert last_event(database).attempts == times + 1
    assert count(database, Answer) == 1
    assert count(database, Utterance, Utterance.event_id == last_event(database).id)


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
    def fail(key):
        raise RuntimeError

    trouble[0] = fail
    take(database, clock)
    make().drain()
    (event,) = rows(database, InboundEvent)
    assert event.state is EventState.FAILED
    assert count(database, Delivery) == 0


@pytest.mark.parametrize("silent", [{"private": False}, {"mute": True}])
def test_nobody_is_apologised_to_where_we_must_be_silent(database, clock, make, silent):
    def notice(inbound):
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


def run(handler, until):
    """Run the handler until it is so, for ten seconds at the most."""

    async def running():
        stop = asyncio.Event()
        task = asyncio.create_task(handler.run(stop))
        async with asyncio.timeout(10):
            while not await asyncio.to_thread(until):
                pass
        stop.set()
        handler.wake()
        await task

    asyncio.run(running())


def none_waits(database):
    def none():
        waiting = InboundEvent.state == EventState.TAKEN
        return count(database, InboundEvent, waiting) == 0

    return none


def test_two_residents_are_served_at_once_and_each_in_order(
    database, clock, make, monkeypatch
):
    monkeypatch.setattr(handler_module, "POLL_S", 0.01)
    both = threading.Barrier(2, timeout=10)
    inside = Counter()
    seen = {"U1": [], "U2": []}
    lock = threading.Lock()

    def read(payload, account):
        inbound = memory.read(payload, account)
        with lock:
            inside[inbound.address] += 1
            assert inside[inbound.address] == 1
            seen[inbound.address].append(inbound.text)
        if inbound.text == "0":
            both.wait()
        with lock:
            inside[inbound.address] -= 1
        return inbound

    for number in range(6):
        for address in ("U1", "U2"):
            take(database, clock, address=address, text=str(number))
        clock.forward(seconds=1)
    run(make(line=read), none_waits(database))
    order = [str(number) for number in range(6)]
    assert seen == {"U1": order, "U2": order}


def test_two_processes_share_the_lanes_and_answer_each_event_once(
    database, clock, make
):
    for number in range(8):
        for step in range(3):
            take(database, clock, address=f"U{number}", text=f"{step}")
            clock.forward(seconds=1)
    handlers = [make(), make()]
    threads = [threading.Thread(target=each.drain) for each in handlers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for each in handlers:
        each.drain()
    assert none_waits(database)()
    answered = [row.event_id for row in rows(database, Delivery)]
    assert len(answered) == len(set(answered)) == 24


def test_what_arrives_while_it_runs_is_handled_at_once(
    database, clock, make, monkeypatch
):
    monkeypatch.setattr(handler_module, "POLL_S", 60.0)
    handler = make()
    arrived = []

    def until():
        if not arrived:
            arrived.append(take(database, clock))
            handler.wake()
        return none_waits(database)()

    run(handler, until)
    assert count(database, Delivery) == 1


def test_it_goes_on_after_any_failure_to_look(database, clock, make, monkeypatch):
    monkeypatch.setattr(handler_module, "POLL_S", 0.01)
    handler = make()
    failures = iter([ValueError, GONE, ValueError])
    look = handler.waiting

    def failing():
        for error in failures:
            raise error
        return look()

    monkeypatch.setattr(handler, "waiting", failing)
    take(database, clock)
    run(handler, none_waits(database))
    assert count(database, Delivery) == 1


def test_told_to_stop_it_finishes_what_is_under_way(database, clock, make):
    began, go_on = threading.Event(), threading.Event()

    def read(payload, account):
        began.set()
        go_on.wait(10)
        return memory.read(payload, account)

    take(database, clock)
    handler = make(line=read)

    async def stopping():
        stop = asyncio.Event()
        task = asyncio.create_task(handler.run(stop))
        await asyncio.to_thread(began.wait, 10)
        stop.set()
        handler.wake()
        asyncio.get_running_loop().call_later(0.05, go_on.set)
        await task

    asyncio.run(stopping())
    assert none_waits(database)()


def test_whoever_sends_is_woken_after_each_event(database, clock, make):
    owed = []
    handler = make()
    handler._on_owed = lambda: owed.append(count(database, Delivery))
    for _ in range(2):
        take(database, clock)
        clock.forward(seconds=1)
    handler.drain()
    assert owed == [1, 2]


def test_a_notice_begins_and_ends_with_the_handling(database, clock, make):
    told = []

    def notice(inbound):
        told.append(inbound.text)
        return lambda: told.append("done")

    handler = make()
    handler._notice = notice
    take(database, clock, text="สวัสดี")
    handler.drain()
    assert told == ["สวัสดี", "done"]


CHOICES = 2
QUESTIONS = 5


class Crowd:
    """Residents in a survey whose presses are lost on the way, repeated, late."""

    def __init__(self, database, clock, residents, chance):
        self.database, self.clock, self.chance = database, clock, chance
        self.tokens = {r.address: self._token(r) for r in residents}
        self.on_the_way = []
        self.pressed = {r.address: {} for r in residents}
        self.sent = []

    @staticmethod
    def _token(resident):
        return resident.button("เคย").split(":")[1]

    def press(self, address):
        """The button of the open question, or one of an earlier one again."""
        pending = self.answered(address)
        place = self.chance.choice([pending, pending, self.chance.randint(0, pending)])
        if place >= QUESTIONS:
            return
        choice = self.chance.randrange(CHOICES)
        self.pressed[address].setdefault(place, set()).add(choice)
        data = f"s:{self.tokens[address]}:{place}:{choice}"
        inbound = Inbound(
            "line",
            "town",
            address,
            Kind.PRESS,
            self.clock.forward(seconds=1),
            data=data,
        )
        self.on_the_way.append(memory.take(address, inbound, key=str(uuid.uuid4())))

    def deliver(self):
        """Some of what is on the way, in any order, some of it twice."""
        self.chance.shuffle(self.on_the_way)
        some = self.chance.randint(0, len(self.on_the_way))
        arrived, self.on_the_way = self.on_the_way[:some], self.on_the_way[some:]
        again = [each for each in self.sent if self.chance.random() < 0.2]
        with self.database.write() as session:
            for each in [*arrived, *again, *arrived[:1]]:
                events.take(session, [events.row(KEYS, each, self.clock())])
        self.sent += arrived

    def answers(self, address):
        with self.database.read() as session:
            found = session.execute(
                select(Answer.question_key, Answer.value)
                .join(ResponseLink, ResponseLink.response_id == Answer.response_id)
                .join(Contact, Contact.resident_id == ResponseLink.resident_id)
                .where(Contact.address_hash == self._hash(address))
            ).all()
        return dict(map(tuple, found))

    def answered(self, address):
        return len(self.answers(address))

    @staticmethod
    def _hash(address):
        return KEYS.find("contact", "line", "town", address)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_repeated_late_or_shuffled_no_answer_is_lost_doubled_or_misplaced(
    database, clock, town, arrive, make, seed
):
    chance = random.Random(seed)
    residents = [arrive() for _ in range(3)]
    for resident in residents:
        begins(resident)
        resident.says("ทำแบบสำรวจ")
        resident.presses("ยินดีตอบ")
    crowd = Crowd(database, clock, residents, chance)
    handlers = [town, make()]
    already = count(database, Delivery)
    for _ in range(12):
        for resident in residents:
            if chance.random() < 0.8:
                crowd.press(resident.address)
        crowd.deliver()
        chance.choice(handlers).drain()
    while crowd.on_the_way:
        crowd.deliver()
    town.drain()

    questions = definition.load_all()[0].questions[:QUESTIONS]
    for resident in residents:
        pressed = crowd.pressed[resident.address]
        answers = crowd.answers(resident.address)
        # Nothing is lost: each question a press was for is answered...
        assert set(answers) == {questions[place].key for place in pressed}
        # ...and with a choice that was pressed for this very question.
        for place, choices in pressed.items():
            question = questions[place]
            given = {question.choices[each].key for each in choices}
            assert str(answers[question.key]) in given
    assert count(database, Delivery) - already == len(crowd.sent)
    assert none_waits(database)()
