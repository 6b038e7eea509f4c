"""Leases of jobs and senders, and when a job is due."""

import threading
import uuid
from datetime import timedelta

from api.store import jobs

LEASE = timedelta(minutes=2)
DAY = timedelta(hours=24)
ME, OTHER = uuid.uuid4(), uuid.uuid4()


def hold(database, now, holder=ME, name="sender"):
    with database.write() as session:
        return jobs.hold(session, name, holder, now, LEASE)


def due(database, now, name="nightly", every=DAY):
    with database.write() as session:
        return jobs.due(session, name, now, every)


def may_run(database, now, name="nightly"):
    with database.read() as session:
        return jobs.may_run(session, name, now)


def test_a_lease_has_one_holder_who_may_renew_it(database, clock):
    assert hold(database, clock())
    assert not hold(database, clock(), OTHER)
    assert hold(database, clock.forward(minutes=1))
    assert not hold(database, clock.forward(seconds=90), OTHER)


def test_a_lapsed_lease_passes_on_and_does_not_come_back(database, clock):
    hold(database, clock())
    assert hold(database, clock.forward(minutes=2), OTHER)
    assert not hold(database, clock())


def test_a_released_lease_is_free_at_once_and_only_its_holder_releases_it(
    database, clock
):
    hold(database, clock())
    with database.write() as session:
        jobs.release(session, "sender", OTHER)
    assert not hold(database, clock(), OTHER)
    with database.write() as session:
        jobs.release(session, "sender", ME)
    assert hold(database, clock(), OTHER)


def test_leases_of_different_names_do_not_meet(database, clock):
    assert hold(database, clock(), ME, "sender line a")
    assert hold(database, clock(), OTHER, "sender line b")


def test_of_many_processes_one_gets_the_lease(database, clock):
    assert _race(lambda: hold(database, clock(), uuid.uuid4())) == 1


def test_a_job_that_never_ran_is_due(database, clock):
    assert may_run(database, clock())
    assert due(database, clock())


def test_a_job_that_ran_is_due_again_when_its_time_has_come(database, clock):
    due(database, clock())
    assert not may_run(database, clock())
    assert not due(database, clock())
    assert not due(database, clock.forward(hours=23, minutes=59))
    assert may_run(database, clock.forward(minutes=1))
    assert due(database, clock())
    assert not due(database, clock())


def test_of_many_workers_one_finds_the_job_due(database, clock):
    assert _race(lambda: due(database, clock())) == 1
    clock.forward(days=1)
    assert _race(lambda: due(database, clock())) == 1


def _race(claim):
    """How many of six threads win."""
    together = threading.Barrier(6)
    won = []

    def run():
        together.wait()
        if claim():
            won.append(1)

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(won)
