"""From an approved broadcast to one delivery for each resident in its audience."""

import threading
from datetime import timedelta
from uuid import RFC_4122

import pytest
from sqlalchemy import select
from sqlmodel import col

from api.store import broadcasts, consents, expansion, residents
from api.store.models import Broadcast, Contact, Delivery, Report, Resident
from api.store.types import uuid7
from api.store.words import (
    BroadcastState,
    ConsentPurpose,
    DeliveryState,
    ReportState,
)
from tests.api import given

NEWS = ConsentPurpose.BROADCASTS
ON = ("line", "telegram", "web")


@pytest.fixture
def approved(database, clock):
    """A broadcast that may start in half a minute."""
    with database.write() as session:
        author, second = (given.officer(session, x, clock()) for x in ("anna", "boon"))
        report = given.report(session, author, clock())
        broadcast = broadcasts.propose(session, report.id, author.id, clock())
        return broadcasts.approve(
            session,
            broadcast.id,
            second.id,
            seen_sha256=broadcast.content_sha256,
            now=clock(),
            delay=timedelta(seconds=30),
        )


@pytest.fixture
def met(database, clock):
    """Someone we met: `met("U1", subscribed=True)`."""

    def meeting(address, **options):
        with database.write() as session:
            return given.contact(session, address, clock(), **options)

    return meeting


@pytest.fixture
def start(database, clock, approved):
    def starting():
        with database.write() as session:
            expansion.start(session, approved.id, clock.forward(seconds=30))

    return starting


@pytest.fixture
def expand(database, clock, approved):
    def expanding(limit=expansion.SLICE, on=ON):
        with database.write() as session:
            return expansion.expand(session, approved.id, clock(), limit, on=on)

    return expanding


def recipients(database):
    with database.read() as session:
        rows = session.scalars(select(Delivery)).all()
        return sorted(
            residents.address(session, session.get_one(Contact, row.contact_id))
            for row in rows
        )


def state_of(database, broadcast):
    with database.read() as session:
        return session.get_one(Broadcast, broadcast.id).state


def test_it_is_due_at_its_time_and_not_before(database, clock, approved):
    def due(now):
        with database.read() as session:
            return expansion.due(session, now)

    assert due(clock() + timedelta(seconds=29)) == []
    assert due(clock() + timedelta(seconds=30)) == [approved.id]


def test_starting_publishes_the_report_and_freezes_the_audience(
    database, clock, approved, start
):
    start()
    with database.read() as session:
        broadcast = session.get_one(Broadcast, approved.id)
        report = session.get_one(Report, broadcast.report_id)
    assert broadcast.state is BroadcastState.EXPANDING
    assert broadcast.frozen_at == report.published_at == clock()
    assert report.state is ReportState.PUBLISHED


def test_started_twice_it_is_frozen_once(database, clock, approved, start):
    start()
    first = clock()
    start()
    with database.read() as session:
        assert session.get_one(Broadcast, approved.id).frozen_at == first


def test_a_cancelled_broadcast_does_not_start(database, clock, approved, start):
    with database.write() as session:
        broadcasts.cancel(session, approved.id, None, clock())
    start()
    assert state_of(database, approved) is BroadcastState.CANCELLED


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_the_rows_of_a_slice_stand_together_in_an_sqlite_index(
    database, met, start, expand
):
    for number in range(8):
        met(f"U{number}", subscribed=True)
    start()
    before = uuid7()
    expand()
    after = uuid7()
    with database.read() as session:
        ids = session.scalars(select(col(Delivery.id))).all()
    assert len(ids) == len(set(ids)) == 8
    assert {(id_.version, id_.variant) for id_ in ids} == {(7, RFC_4122)}
    milliseconds = [id_.int >> 80 for id_ in (before, *ids, after)]
    assert milliseconds == sorted(milliseconds)


def test_everyone_subscribed_gets_one_delivery_of_their_own(
    database, clock, approved, met, start, expand
):
    met("U1", subscribed=True, language="th")
    met("U2", subscribed=True, language="my", channel="telegram")
    met("U3", subscribed=True)
    met("U4")
    start()
    assert expand()
    assert not expand()
    assert state_of(database, approved) is BroadcastState.SENDING
    assert recipients(database) == ["U1", "U2", "U3"]
    with database.read() as session:
        rows = session.scalars(select(Delivery)).all()
    assert {(row.channel, row.language) for row in rows} == {
        ("line", "th"),
        ("telegram", "my"),
    }
    for row in rows:
        assert (row.priority, row.state, row.attempts) == (1, DeliveryState.PENDING, 0)
        assert (row.broadcast_id, row.not_before) == (approved.id, clock())


@pytest.mark.parametrize("on", [("line",), ()])
def test_whoever_is_on_a_channel_that_is_off_is_skipped_and_told_why(
    database, clock, approved, met, start, expand, on
):
    met("U1", subscribed=True)
    met("55", subscribed=True, channel="telegram")
    start()
    while expand(on=on):
        pass
    with database.read() as session:
        found = {
            row.channel: (row.state, row.reason, row.done_at)
            for row in session.scalars(select(Delivery))
        }
    skipped = (DeliveryState.SKIPPED, "channel_off", clock())
    waits = (DeliveryState.PENDING, None, None)
    assert found == {"line": waits if on else skipped, "telegram": skipped}


def test_slices_can_be_run_again_and_change_nothing(
    database, met, approved, start, expand
):
    for number in range(7):
        met(f"U{number}", subscribed=number != 3)
    start()
    while expand(limit=2):
        with database.write() as session:
            # As if the process had died before it noted how far it came.
            broadcast = session.get_one(Broadcast, approved.id)
            seen = recipients(database)
            before = broadcast.last_contact_id
            broadcast.last_contact_id = None
            session.add(broadcast)
        expand(limit=2)
        assert set(seen) <= set(recipients(database))
        with database.write() as session:
            broadcast = session.get_one(Broadcast, approved.id)
            broadcast.last_contact_id = before
            session.add(broadcast)
    assert recipients(database) == ["U0", "U1", "U2", "U4", "U5", "U6"]


def test_a_slice_without_anyone_subscribed_is_not_the_end(
    database, met, approved, start, expand
):
    for number in range(4):
        met(f"U{number}")
    met("U9", subscribed=True)
    start()
    assert expand(limit=2)
    while expand(limit=2):
        pass
    assert recipients(database) == ["U9"]
    assert state_of(database, approved) is BroadcastState.SENDING


def test_whoever_subscribes_after_the_start_is_not_in(
    database, clock, met, start, expand
):
    met("U1", subscribed=True)
    late = met("U2")
    start()
    clock.forward(seconds=1)
    with database.write() as session:
        consents.give(
            session,
            late.resident_id,
            NEWS,
            version="1",
            channel="line",
            now=clock(),
        )
    met("U3", subscribed=True)
    while expand(limit=1):
        pass
    assert recipients(database) == ["U1"]


def test_whoever_unsubscribes_or_blocks_us_is_not_in(
    database, clock, met, start, expand
):
    met("U1", subscribed=True)
    gone, blocked = met("U2", subscribed=True), met("U3", subscribed=True)
    start()
    with database.write() as session:
        consents.withdraw(session, gone.resident_id, NEWS, clock())
        residents.block(session, blocked.id)
    while expand():
        pass
    assert recipients(database) == ["U1"]


def test_nobody_is_written_to_at_a_terminal(database, met, start, expand):
    met("dev", channel="terminal", subscribed=True)
    start()
    while expand():
        pass
    assert recipients(database) == []


@pytest.fixture
def two_channels(database, clock, met):
    """One resident on LINE, and later on Telegram too."""
    line = met("U1", subscribed=True)
    clock.forward(days=1)
    telegram = met("55", channel="telegram")
    with database.write() as session:
        joined = session.get_one(Contact, telegram.id)
        left = joined.resident_id
        joined.resident_id = line.resident_id
        session.add(joined)
        session.flush()
        session.delete(session.get_one(Resident, left))
    return line, telegram


def test_a_resident_with_two_channels_gets_one_message_where_they_came_to_last(
    database, two_channels, start, expand
):
    start()
    while expand(limit=1):
        pass
    assert recipients(database) == ["55"]


def test_a_resident_who_blocked_the_newer_channel_gets_it_on_the_older(
    database, two_channels, start, expand
):
    with database.write() as session:
        residents.block(session, two_channels[1].id)
    start()
    while expand(limit=1):
        pass
    assert recipients(database) == ["U1"]


def test_whoever_comes_back_to_a_channel_between_slices_gets_no_second_message(
    database, clock, two_channels, start, expand
):
    with database.write() as session:
        residents.block(session, two_channels[1].id)
    start()
    expand(limit=1)
    with database.write() as session:
        residents.meet(
            session, channel="telegram", account="town", address="55", now=clock()
        )
    while expand(limit=1):
        pass
    assert recipients(database) == ["U1"]


def test_it_is_finished_when_nothing_is_left_to_send(
    database, clock, met, approved, start, expand
):
    for number in range(3):
        met(f"U{number}", subscribed=True)
    met("W", channel="web", subscribed=True)
    start()

    def finish():
        with database.write() as session:
            return expansion.finish(session, clock())

    assert finish() == 0
    while expand():
        pass
    ends = [DeliveryState.SENT, DeliveryState.PARKED, DeliveryState.UNKNOWN]
    for state in ends:
        assert finish() == 0
        with database.write() as session:
            row = session.scalars(
                select(Delivery).where(
                    Delivery.state == DeliveryState.PENDING, Delivery.channel != "web"
                )
            ).first()
            row.state = state
            session.add(row)
    assert finish() == 1
    with database.read() as session:
        done = session.get_one(Broadcast, approved.id)
        assert (done.state, done.finished_at) == (BroadcastState.DONE, clock())
        assert not expansion.any_sending(session)


def test_what_is_cancelled_half_written_out_is_found_until_nothing_waits(
    database, clock, met, approved, start, expand
):
    for number in range(4):
        met(f"U{number}", subscribed=True)
    start()
    expand(limit=3)
    with database.write() as session:
        broadcasts.cancel(session, approved.id, None, clock())
    assert not expand(limit=3)
    with database.read() as session:
        assert expansion.cancelled(session) == []
        states = {row.state for row in session.scalars(select(Delivery))}
    assert states == {DeliveryState.SKIPPED}
    with database.write() as session:
        row = session.scalars(select(Delivery)).first()
        row.state = DeliveryState.PENDING
        session.add(row)
    with database.read() as session:
        assert expansion.cancelled(session) == [approved.id]


def test_a_start_and_a_cancel_at_once_do_not_lock_each_other_out(
    database, clock, met, approved
):
    met("U1", subscribed=True)
    together = threading.Barrier(2)
    failures = []

    def run(work):
        together.wait()
        try:
            with database.write() as session:
                work(session)
        except Exception as error:
            failures.append(error)

    works = [
        lambda session: expansion.start(session, approved.id, clock()),
        lambda session: broadcasts.cancel(session, approved.id, None, clock()),
    ]
    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert state_of(database, approved) is BroadcastState.CANCELLED


def seen(database, contact, now):
    with database.write() as session:
        session.get_one(Contact, contact.id).seen_at = now


def test_a_daily_line_user_who_once_opened_another_channel_gets_it_on_line(
    database, clock, two_channels, start, expand
):
    seen(database, two_channels[0], clock.forward(days=1))
    start()
    while expand(limit=1):
        pass
    assert recipients(database) == ["U1"]


@pytest.mark.parametrize("moves", [(0,), (1,), (0, 1), (1, 0)])
def test_whoever_writes_between_slices_gets_it_once_wherever_they_write(
    database, clock, two_channels, start, expand, moves
):
    start()
    for which in moves:
        expand(limit=1)
        seen(database, two_channels[which], clock.forward(seconds=1))
    while expand(limit=1):
        pass
    assert len(recipients(database)) == 1
