"""The inbox: taken once, worked one lane at a time, in the platform's order."""

import random
import threading
import uuid
from datetime import timedelta

import pytest
from sqlalchemy import select, text, update

from api.store import events
from api.store.events import Taken
from api.store.models import InboundEvent, Lane
from api.store.words import EventState
from tests.api.store.plans import plan_of
from tests.conftest import KEYS
from tests.patience import PATIENCE_S

LEASE = timedelta(seconds=60)
ME, OTHER = uuid.uuid4(), uuid.uuid4()


def taken(key, *, address="U1", order=1, **fields):
    given = {"channel": "line", "account": "a", "payload": key.encode()} | fields
    return Taken(event_key=key, address=address, order=order, **given)


def lane_of(address="U1", channel="line", account="a"):
    return KEYS.find("lane", channel, account, address)


def take(database, now, *given):
    with database.write() as session:
        events.take(session, [events.row(KEYS, each, now) for each in given])


def hold(database, now, holder=ME, lane=None):
    with database.write() as session:
        return events.hold(session, lane or lane_of(), holder, now, LEASE)


def next_of(database, now, holder=ME, lane=None):
    with database.write() as session:
        return events.next_of(session, lane or lane_of(), holder, now, LEASE)


def finish(database, event, now, state=EventState.HANDLED):
    with database.write() as session:
        events.finish(session, event, state, now)


def rows(database):
    with database.read() as session:
        return list(session.scalars(select(InboundEvent)))


def waiting(session, now, *, limit=64, **options):
    return list(events.waiting_lanes(session, now, limit, **options))


def work_off(database, now, lane=None):
    """Handle everything in the lane; the keys in the order they came up."""
    seen = []
    assert hold(database, now, lane=lane)
    while event := next_of(database, now, lane=lane):
        seen.append(event.payload.decode())
        finish(database, event, now)
    return seen


def test_an_event_is_kept_once_and_the_first_copy_stays(database, clock):
    take(database, clock(), taken("k"))
    take(database, clock.forward(hours=1), taken("k", payload=b"again"))
    (row,) = rows(database)
    assert row.taken_at == clock() - timedelta(hours=1)
    assert KEYS.unseal("inbound_event", row.id, row.payload_sealed) == b"k"


def test_a_copy_of_what_was_handled_is_not_work_again(database, clock):
    take(database, clock(), taken("k"))
    assert work_off(database, clock()) == ["k"]
    take(database, clock(), taken("k"))
    with database.read() as session:
        assert not waiting(session, clock())


def test_copies_within_one_group_are_one_event(database, clock):
    take(database, clock(), taken("k"), taken("l"), taken("k"))
    assert sorted(row.event_key for row in rows(database)) == ["k", "l"]


def test_a_lane_is_worked_in_the_platforms_order(database, clock):
    numbers = list(range(20))
    random.Random(1).shuffle(numbers)
    for number in numbers:
        take(database, clock.forward(seconds=1), taken(f"{number:02}", order=number))
    assert work_off(database, clock()) == [f"{n:02}" for n in range(20)]


def test_events_of_the_same_moment_keep_the_order_they_came_in(database, clock):
    for key in ("b", "c", "a"):
        take(database, clock.forward(seconds=1), taken(key, order=7))
    assert work_off(database, clock()) == ["b", "c", "a"]


def test_a_lane_has_one_worker(database, clock):
    take(database, clock(), taken("k"))
    assert hold(database, clock())
    assert not hold(database, clock(), OTHER)
    assert next_of(database, clock(), OTHER) is None
    assert next_of(database, clock()).payload == b"k"


def test_two_lanes_have_two_workers(database, clock):
    take(database, clock(), taken("k"), taken("l", address="U2"))
    assert hold(database, clock())
    assert hold(database, clock(), OTHER, lane_of("U2"))


def test_of_many_workers_exactly_one_gets_the_lane(database, clock):
    take(database, clock(), taken("k"))
    together = threading.Barrier(6)
    won = []

    def claim():
        together.wait()
        if hold(database, clock(), uuid.uuid4()):
            won.append(1)

    threads = [threading.Thread(target=claim) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert won == [1]


def test_a_lapsed_lease_is_taken_over_and_the_former_holder_is_out(database, clock):
    take(database, clock(), taken("k"))
    hold(database, clock())
    first = next_of(database, clock())
    clock.forward(seconds=61)
    assert hold(database, clock(), OTHER)
    with database.write() as session:
        assert not events.still_holds(session, lane_of(), ME)
        assert events.still_holds(session, lane_of(), OTHER)
    assert next_of(database, clock()) is None
    second = next_of(database, clock(), OTHER)
    assert second.id == first.id
    assert second.attempts == 2


def test_each_event_renews_the_lease(database, clock):
    take(database, clock(), taken("k"), taken("l", order=2))
    hold(database, clock())
    first = next_of(database, clock.forward(seconds=50))
    finish(database, first, clock())
    assert next_of(database, clock.forward(seconds=50)).payload == b"l"
    assert not hold(database, clock(), OTHER)


def test_a_holder_takes_its_own_lane_up_again_after_the_database_was_away(
    database, clock
):
    take(database, clock(), taken("k"))
    hold(database, clock())
    with database.read() as session:
        assert waiting(session, clock(), holder=ME) == [lane_of()]
        assert not waiting(session, clock(), holder=OTHER)
    assert hold(database, clock())


def test_the_attempt_is_counted_before_the_work(database, clock):
    take(database, clock(), taken("k"))
    hold(database, clock())
    for attempt in (1, 2, 3):
        assert next_of(database, clock()).attempts == attempt
        assert rows(database)[0].attempts == attempt


def test_an_attempt_that_was_nobodys_fault_is_taken_back(database, clock):
    take(database, clock(), taken("k"))
    hold(database, clock())
    event = next_of(database, clock())
    for _ in range(2):
        with database.write() as session:
            events.forgive(session, [event.id])
    assert rows(database)[0].attempts == 0


def test_letting_go_frees_the_lane_and_only_the_holder_can(database, clock):
    take(database, clock(), taken("k"))
    hold(database, clock())
    with database.write() as session:
        events.let_go(session, lane_of(), OTHER)
    assert not hold(database, clock(), OTHER)
    with database.write() as session:
        events.let_go(session, lane_of(), ME)
        assert session.scalars(select(Lane)).all() == []
    assert hold(database, clock(), OTHER)


def test_lanes_with_work_are_found_the_longest_waiting_first(database, clock):
    for address in ("U3", "U1", "U2"):
        take(database, clock.forward(seconds=1), taken(f"k{address}", address=address))
    hold(database, clock(), lane=lane_of("U1"))
    with database.read() as session:
        found = waiting(session, clock())
        assert found == [lane_of("U3"), lane_of("U2")]
        assert waiting(session, clock(), limit=1) == [lane_of("U3")]
        assert lane_of("U1") in waiting(session, clock() + timedelta(seconds=61))
        assert events.waiting_lanes(session, clock(), 64) == {
            lane_of("U3"): clock() - timedelta(seconds=2),
            lane_of("U2"): clock(),
        }
        assert events.has_waiting(session, lane_of("U1"))
        assert not events.has_waiting(session, lane_of("U9"))


@pytest.mark.parametrize("state", [EventState.FAILED, EventState.IGNORED])
def test_what_is_done_with_is_not_worked_again(database, clock, state):
    take(database, clock(), taken("k"))
    hold(database, clock())
    event = next_of(database, clock())
    with database.write() as session:
        events.finish(session, event, state, clock(), failure="ValueError")
    assert next_of(database, clock()) is None
    (row,) = rows(database)
    assert (row.state, row.failure, row.handled_at) == (state, "ValueError", clock())


def test_many_events_of_one_sender_do_not_hide_who_came_after(database, clock):
    take(database, clock(), *(taken(f"k{n}", order=n) for n in range(300)))
    take(database, clock.forward(seconds=1), taken("k", address="U2"))
    with database.read() as session:
        assert waiting(session, clock(), limit=2) == [lane_of(), lane_of("U2")]


def test_events_that_name_nobody_do_not_wait_for_each_other(database, clock):
    take(database, clock(), taken("k", address=None), taken("l", address=None))
    with database.read() as session:
        assert len(waiting(session, clock())) == 2


def test_the_lane_does_not_tell_who_it_is(database, clock):
    take(database, clock(), taken("k", address="U1", account="a"))
    take(database, clock(), taken("l", address="U1", account="b"))
    lanes = {row.lane for row in rows(database)}
    assert len(lanes) == 2
    assert not any("U1" in lane for lane in lanes)


def test_other_processes_are_told_of_new_events(postgres_database, clock):
    import psycopg

    url = postgres_database.engine.url.set(drivername="postgresql")
    with psycopg.connect(
        url.render_as_string(hide_password=False), autocommit=True
    ) as listening:
        listening.execute(f"LISTEN {events.TAKEN_SIGNAL}")
        take(postgres_database, clock(), taken("k"))
        heard = next(listening.notifies(timeout=PATIENCE_S, stop_after=1))
    assert heard.channel == events.TAKEN_SIGNAL


def test_the_waiting_are_found_by_their_index(database, clock):
    take(database, clock(), *(taken(f"k{n}", order=n) for n in range(300)))
    with database.write() as session:
        if database.is_sqlite:
            plan = session.execute(
                text(
                    "EXPLAIN QUERY PLAN SELECT id FROM inbound_event "
                    "WHERE lane = 'x' AND state = 'taken' ORDER BY order_key LIMIT 1"
                )
            ).all()
        else:
            session.execute(text("SET LOCAL enable_seqscan = off"))
            plan = session.execute(
                text(
                    "EXPLAIN SELECT id FROM inbound_event "
                    "WHERE lane = 'x' AND state = 'taken' ORDER BY order_key LIMIT 1"
                )
            ).all()
    assert "ix_inbound_event_waiting" in str(plan)


def test_the_longest_waiting_are_found_without_what_was_handled(database, clock):
    take(database, clock(), *(taken(f"k{n}", order=n) for n in range(3000)))
    with database.write() as session:
        session.execute(update(InboundEvent).values(state=EventState.HANDLED))
    take(database, clock(), taken("new", address="U2"))
    with database.read() as session:
        assert waiting(session, clock()) == [lane_of("U2")]
    plan = plan_of(database, lambda session: waiting(session, clock()))
    assert "ix_inbound_event_waiting" in plan
    assert "ix_inbound_event_taken_at" not in plan
    assert "SCAN inbound_event\n" not in plan
    assert "Seq Scan on inbound_event" not in plan


def test_lanes_are_held_together_unless_somebody_has_them_or_died_in_them(
    database, clock
):
    me, other = ME, OTHER
    with database.write() as session:
        assert events.hold(session, "lapsed", other, clock(), LEASE)
    clock.forward(seconds=61)
    with database.write() as session:
        assert events.hold(session, "theirs", other, clock(), LEASE)
        wanted = ["free", "lapsed", "theirs", "too"]
        held = events.hold_free(session, wanted, me, clock(), LEASE)
        assert sorted(held) == ["free", "too"]
        assert events.still_ours(session, wanted, me) == {"free", "too"}
        events.let_all_go(session, wanted, me)
        assert events.still_ours(session, wanted, me) == set()
        assert events.still_ours(session, wanted, other) == {"lapsed", "theirs"}


def test_an_event_alone_in_its_lane_and_never_tried_may_be_handled_with_others(
    database, clock
):
    take(database, clock(), *(taken(f"k{n}", address=f"U{n}") for n in range(3)))
    take(database, clock(), taken("more", address="U0", order=2))
    hold(database, clock(), lane=lane_of("U1"))
    next_of(database, clock(), lane=lane_of("U1"))  # and its worker died
    with database.write() as session:
        [only] = events.only_ones(session, [lane_of(f"U{n}") for n in range(3)])
    assert (only.lane, only.payload, only.attempts) == (lane_of("U2"), b"k2", 1)
    # It counts before it begins.
    assert [row.attempts for row in rows(database) if row.id == only.id] == [1]
    finish(database, only, clock())
    [row] = [row for row in rows(database) if row.id == only.id]
    assert (row.state, row.attempts) == (EventState.HANDLED, 1)


def test_of_a_flooded_lane_no_event_is_read_to_see_that_it_is_not_alone(
    database, clock
):
    flood = (taken(f"k{n}", address="U0", order=n) for n in range(300))
    take(database, clock(), *flood, taken("only", address="U1"))
    read = []
    with database.write() as session:
        execute = session.execute

        def counting(*given):
            found = execute(*given).all()
            read.append(len(found))
            return found

        session.execute = counting
        [only] = events.only_ones(session, [lane_of("U0"), lane_of("U1")])
    assert only.payload == b"only"
    assert read == [1]
