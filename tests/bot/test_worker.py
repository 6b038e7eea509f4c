"""Jobs: done when due, by one worker, whatever becomes of the others."""

import asyncio
import threading
from collections import Counter
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from api.settings import Settings
from api.store import (
    broadcasts,
    computing,
    deliveries,
    forget,
    indicators,
    responses,
    waves,
)
from api.store.models import (
    Asked,
    Broadcast,
    Delivery,
    IndicatorValue,
    Report,
    Resident,
)
from api.store.words import (
    BroadcastState,
    DeliveryKind,
    DeliveryState,
    ReportState,
    ResponseState,
)
from bot import worker as worker_module
from bot.worker import Job, Worker
from content.decide import Outcome
from content.outbound import Outbound
from surveys import definition
from tests import patience
from tests.api import answered, given
from tests.api.store import waving


@pytest.fixture
def make(database, clock, tmp_path):
    """Another process's worker."""

    def making(**options):
        options = {"channels": {"line", "web"}, **options}
        return Worker(database, Settings(data_dir=tmp_path), clock, **options)

    return making


@pytest.fixture
def worker(make):
    return make()


def job(worker, name):
    return next(each for each in worker.jobs if each.name == name)


@pytest.fixture
def approved(database, clock):
    """A broadcast to five residents that may start in half a minute."""
    with database.write() as session:
        for number in range(5):
            given.contact(session, f"U{number}", clock(), subscribed=True)
        author, second = (given.officer(session, x, clock()) for x in ("anna", "boon"))
        report = given.report(session, author, clock())
        made = broadcasts.propose(session, report.id, author.id, clock())
        return broadcasts.approve(
            session,
            made.id,
            second.id,
            seen_sha256=made.content_sha256,
            now=clock(),
            delay=timedelta(seconds=30),
        )


def state_of(database, approved):
    """(the broadcast's state, its report's, how many deliveries)"""
    with database.read() as session:
        broadcast = session.get_one(Broadcast, approved.id)
        report = session.get_one(Report, broadcast.report_id)
        count = session.scalar(select(func.count()).select_from(Delivery))
        return broadcast.state, report.state, count


def settle(database, count, state=DeliveryState.SENT):
    with database.write() as session:
        pending = select(Delivery).where(Delivery.state == DeliveryState.PENDING)
        for row in session.scalars(pending.limit(count)).all():
            row.state = state
            session.add(row)


def test_an_approved_broadcast_starts_at_its_time_and_not_before(
    database, clock, worker, approved
):
    broadcasts_job = job(worker, "broadcasts")
    clock.forward(seconds=29)
    assert not worker.attempt(broadcasts_job)
    assert state_of(database, approved) == (
        BroadcastState.APPROVED,
        ReportState.PROPOSED,
        0,
    )
    clock.forward(seconds=1)
    assert worker.attempt(broadcasts_job)
    assert state_of(database, approved) == (
        BroadcastState.SENDING,
        ReportState.PUBLISHED,
        5,
    )


def test_it_is_finished_once_all_is_settled(database, clock, worker, approved):
    clock.forward(seconds=30)
    worker.attempt(job(worker, "broadcasts"))
    settle(database, 3)
    worker.attempt(job(worker, "broadcasts"))
    assert state_of(database, approved)[0] is BroadcastState.SENDING
    settle(database, 2, DeliveryState.PARKED)
    worker.attempt(job(worker, "broadcasts"))
    assert state_of(database, approved)[0] is BroadcastState.DONE


def test_senders_are_woken_when_there_is_something_to_send(make, clock, approved):
    woken = []
    clock.forward(seconds=30)
    worker = make(on_owed=lambda: woken.append(1))
    worker.attempt(job(worker, "broadcasts"))
    assert woken


def test_taken_back_in_time_nothing_goes_out(database, clock, worker, approved):
    with database.write() as session:
        broadcasts.cancel(session, approved.id, None, clock())
    clock.forward(hours=1)
    worker.attempt(job(worker, "broadcasts"))
    assert state_of(database, approved) == (
        BroadcastState.CANCELLED,
        ReportState.DRAFT,
        0,
    )


def test_what_is_left_of_a_large_cancelled_broadcast_is_skipped(
    database, clock, worker, approved
):
    clock.forward(seconds=30)
    worker.attempt(job(worker, "broadcasts"))
    settle(database, 1)
    with database.write() as session:
        broadcasts.cancel(session, approved.id, None, clock())
    with database.write() as session:
        for row in session.scalars(
            select(Delivery).where(Delivery.state == DeliveryState.SKIPPED)
        ).all():
            row.state = DeliveryState.PENDING  # beyond what one request skips
            session.add(row)
    assert worker.attempt(job(worker, "broadcasts"))
    with database.read() as session:
        states = sorted(row.state for row in session.scalars(select(Delivery)))
    assert states == ["sent"] + 4 * ["skipped"] or states == 4 * ["skipped"] + ["sent"]
    assert not worker.attempt(job(worker, "broadcasts"))


def test_a_broadcast_half_written_out_is_gone_on_with_by_another_worker(
    database, clock, make, approved, monkeypatch
):
    from api.store import expansion

    clock.forward(seconds=30)
    one, other = make(), make()
    expand = expansion.expand
    slices = []

    def dying(session, broadcast_id, now, on):
        if len(slices) == 2:
            raise RuntimeError
        slices.append(1)
        return expand(session, broadcast_id, now, 2, on=on)

    monkeypatch.setattr(expansion, "expand", dying)
    one.attempt(job(one, "broadcasts"))
    assert state_of(database, approved)[2] == 4
    monkeypatch.setattr(expansion, "expand", expand)
    # The first may be at it still: its lease has to lapse.
    other.attempt(job(other, "broadcasts"))
    assert state_of(database, approved)[2] == 4
    clock.forward(minutes=3)
    other.attempt(job(other, "broadcasts"))
    assert state_of(database, approved)[::2] == (BroadcastState.SENDING, 5)


def test_two_workers_start_a_broadcast_once(database, clock, make, approved):
    clock.forward(seconds=30)
    workers = [make() for _ in range(3)]
    race(lambda each: each.attempt(job(each, "broadcasts")), workers)
    clock.forward(minutes=3)
    workers[0].attempt(job(workers[0], "broadcasts"))
    assert state_of(database, approved)[::2] == (BroadcastState.SENDING, 5)


def fates(database):
    """How many deliveries are in which state for which reason."""
    with database.read() as session:
        found = session.execute(select(Delivery.state, Delivery.reason)).all()
    return Counter(tuple(row) for row in found)


def go_by(clock, worker, **time):
    """Time in which the worker looks at its channels every hour."""
    until = clock() + timedelta(**time)
    while clock() <= until:
        for name in ("channels on", "channels off"):
            worker.attempt(job(worker, name))
        clock.forward(hours=1)


@pytest.fixture
def waiting(clock, make, approved):
    """Three residents wait on LINE for news, one of them for their next message."""
    clock.forward(seconds=30)
    worker = make()
    worker.attempt(job(worker, "broadcasts"))
    settle(worker._database, 2)
    settle(worker._database, 1, DeliveryState.PARKED)
    return {("sent", None): 2, ("pending", None): 2, ("parked", None): 1}


def test_a_start_without_credentials_gives_up_nothing(database, clock, make, waiting):
    # After a standstill: nobody knows when the channel was last on.
    clock.forward(days=10)
    go_by(clock, make(channels={"web"}), days=2)
    assert fates(database) == waiting


def test_nothing_waits_for_ever_on_a_channel_the_town_has_left(
    database, clock, make, approved, waiting
):
    go_by(clock, make(channels={"web"}), days=1)
    # Restarts change nothing.
    after = make(channels={"web"})
    go_by(clock, after, days=2)
    assert fates(database) == {("sent", None): 2, ("skipped", "channel_off"): 3}
    after.attempt(job(after, "broadcasts"))
    assert state_of(database, approved)[0] is BroadcastState.DONE


def test_a_channel_that_was_on_again_was_not_left(database, clock, make, waiting):
    for _ in range(3):
        go_by(clock, make(channels={"web"}), days=2)
        go_by(clock, make(), minutes=1)
    assert fates(database) == waiting


def test_a_worker_without_the_channel_gives_up_nothing_of_one_that_has_it(
    database, clock, make, waiting
):
    bare, full = make(channels={"web"}), make()
    for _ in range(4 * 24):
        bare.attempt(job(bare, "channels off"))
        full.attempt(job(full, "channels on"))
        clock.forward(hours=1)
    assert fates(database) == waiting


def test_a_broadcast_begun_while_a_channel_is_off_waits_for_it_and_ends(
    database, clock, make, approved
):
    clock.forward(seconds=30)
    worker = make(channels={"web"})
    worker.attempt(job(worker, "broadcasts"))
    assert fates(database) == {("pending", None): 5}
    go_by(clock, worker, days=3)
    assert fates(database) == {("skipped", "channel_off"): 5}


def test_a_broadcast_leaves_out_a_channel_the_town_has_left(
    database, clock, make, approved
):
    worker = make(channels={"web"})
    go_by(clock, worker, days=3)
    worker.attempt(job(worker, "broadcasts"))
    assert state_of(database, approved)[::2] == (BroadcastState.DONE, 5)


def test_answers_become_indicator_values(database, clock, worker):
    survey = definition.load_all()[0]
    with database.write() as session:
        version = waves.store_version(session, survey, clock())
        wave = waves.open_wave(
            session, key="w1", version=version, population="all", now=clock()
        )
        noi = given.contact(session, "Unoi", clock())
        response = responses.offer(
            session, noi.resident_id, wave, language="th", mode="line", now=clock()
        )
        responses.set_state(session, response, ResponseState.COMPLETE, clock())
    assert worker.attempt(job(worker, "indicators"))
    with database.read() as session:
        assert session.scalars(select(IndicatorValue)).first() is not None
        assert indicators.due(session, clock()) == []
    assert not worker.attempt(job(worker, "indicators"))


def test_a_wave_with_weights_is_counted_by_a_child(database, clock, worker):
    halves = {"female": 0.5, "male": 0.5, "other": 0}
    margins = {"source": "s", "as_of": "2026-01-01", "margins": {"sex": halves}}
    with database.write() as session:
        wave = waving.opened(session, clock(), margins=margins)
        rows = [
            *[{"dialogue": 5, "sex": "female"}] * 300,
            *[{"dialogue": 1, "sex": "male"}] * 100,
        ]
        answered.fill(session, wave, rows, clock())
        assert computing.is_heavy(session, wave.id)
    assert worker.attempt(job(worker, "indicators"))
    with database.read() as session:
        value = indicators.find(session, "ET-S5", "w1")
    assert (value.value, value.n) == (pytest.approx(50.0), 400)


def test_the_services_figures_of_a_month_are_counted_once_it_is_over(
    database, clock, worker
):
    with database.write() as session:
        session.add(
            Asked(
                language="th", asked_at=clock(), outcome=Outcome.ANSWER, confidence=1.0
            )
        )
    figures = job(worker, "service figures")
    assert not worker.attempt(figures)
    clock.forward(days=10)
    assert worker.attempt(figures)
    with database.read() as session:
        value = indicators.find(session, "ET-S17", "2026-11")
    assert (value.value, value.status) == (100.0, "final")
    clock.forward(hours=2)
    assert not worker.attempt(figures)


def counting(every=timedelta(hours=1), **options):
    ran = []

    def run(now):
        ran.append(now)
        return True

    return Job("counting", every, run, **options), ran


def race(work, each_of):
    together = threading.Barrier(len(each_of))

    def run(each):
        together.wait()
        work(each)

    threads = [threading.Thread(target=run, args=(each,)) for each in each_of]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_job_runs_once_across_workers(make, clock):
    counted, ran = counting()
    workers = [make() for _ in range(4)]
    race(lambda each: each.attempt(counted), workers)
    assert ran == [clock()]
    clock.forward(hours=1)
    race(lambda each: each.attempt(counted), workers)
    assert ran == [clock() - timedelta(hours=1), clock()]


def test_whoever_was_forgotten_is_erased_in_the_end(database, clock, worker):
    with database.write() as session:
        noi = given.contact(session, "Unoi", clock())
        goodbye = deliveries.owe(
            session,
            noi,
            (Outbound("ลาก่อน"),),
            kind=DeliveryKind.REPLY,
            now=clock(),
            language="th",
        )
        forget.forget(session, noi.resident_id, clock(), keep_delivery=goodbye.id)
    settle(database, 1)
    assert worker.attempt(job(worker, "forgotten"))
    with database.read() as session:
        assert session.scalars(select(Resident)).all() == []


def run_until(worker, done):
    async def running():
        stop = asyncio.Event()
        task = asyncio.create_task(worker.run(stop))
        await patience.until(done)
        stop.set()
        worker.wake()
        await task

    asyncio.run(running())


@pytest.mark.parametrize("error", [RuntimeError, KeyError])
def test_a_job_that_fails_does_not_stop_the_others(worker, monkeypatch, error):
    monkeypatch.setattr(worker_module, "TICK_S", 0.01)
    failed = []

    def fail(now):
        failed.append(now)
        raise error

    counted, ran = counting(timedelta(0))
    worker.jobs = (Job("failing", timedelta(0), fail), counted)
    run_until(worker, lambda: len(ran) > 2)
    assert len(failed) > 2


def test_woken_it_looks_at_once(worker, monkeypatch, clock):
    monkeypatch.setattr(worker_module, "TICK_S", 60.0)
    counted, ran = counting(timedelta(0))
    worker.jobs = (counted,)

    def done():
        worker.wake()
        return len(ran) > 2

    run_until(worker, done)
