"""The worker opens, closes and freezes waves by the clock it is given."""

from datetime import timedelta

import pytest

from api.settings import Settings
from api.store import audit, freezing, wave_plans, waves
from api.store.words import WaveState
from bot.worker import Worker
from tests.api.store import small_waves


@pytest.fixture
def worker(database, clock, tmp_path):
    return Worker(
        database, Settings(data_dir=tmp_path), clock, channels=("line", "web")
    )


def job(worker, name):
    return next(each for each in worker.jobs if each.name == name)


def work(worker):
    """One round of the jobs that are about waves."""
    return [worker.attempt(job(worker, name)) for name in ("waves", "freezing")]


def test_a_wave_is_opened_closed_and_frozen_by_itself(database, clock, worker):
    began = clock()
    opens, ends = began + timedelta(days=1), began + timedelta(days=8)
    with database.write() as session:
        version = waves.store_version(session, small_waves.survey(), clock())
        wave_plans.plan(
            session, "w1", version, now=clock(), population="all",
            opens_at=opens, ends_at=ends,
        )  # fmt: skip

    def state():
        with database.read() as session:
            return waves.get(session, "w1").state

    seen = []
    for hour in range(11 * 24):
        clock.time = began + timedelta(hours=hour)
        # What is to happen happens at such an hour, and not one hour before it.
        if hour % 6 not in (0, 5):
            continue
        work(worker)
        if not seen or seen[-1][0] is not state():
            seen.append((state(), clock()))
    assert seen == [
        (WaveState.PLANNED, began),
        (WaveState.OPEN, opens),
        (WaveState.CLOSED, ends),
        (WaveState.FROZEN, ends + freezing.GRACE),
    ]
    with database.read() as session:
        told = [(each.actor, each.action) for each in audit.list_(session).items]
    assert told[:3] == [
        ("job", "wave.freeze"), ("job", "wave.close"), ("job", "wave.open"),
    ]  # fmt: skip


def test_with_nothing_due_the_jobs_do_nothing(worker):
    assert work(worker) == [False, False]
