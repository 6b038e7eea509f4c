"""Leases of jobs and senders, and when a job is due."""

import threading
import uuid
from datetime import timedelta

from api.store import jobs
from api.store.models import JobRun

LEASE = timedelta(minutes=2)
DAY = timedelta(hours=24)
ME, OTHER = uuid.uuid4(), uuid.uuid4()


def hold(database, now, holder=ME, name="sender"):
    with database.write() as session:
        return jobs.hold(session, name, holder, now, LEASE)


def begin(database, now, holder=ME, name="backup"):
    with database.write() as session:
        return jobs.begin(session, name, holder, now, every=DAY, lease=LEASE)


def done(database, begun_at, holder=ME, name="backup"):
    with database.write() as session:
        jobs.done(session, name, holder, begun_at)


def is_due(database, now, name="backup"):
    with database.read() as session:
        return jobs.is_due(session, name, now, DAY)


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
    assert is_due(database, clock())
    assert begin(database, clock())


def test_a_job_that_was_done_is_due_again_a_period_after_it_began(database, clock):
    begun_at = clock()
    begin(database, begun_at)
    clock.forward(minutes=1)
    done(database, begun_at)
    clock.forward(hours=23, minutes=58)
    assert not is_due(database, clock())
    assert not begin(database, clock())
    clock.forward(minutes=1)
    assert is_due(database, clock())
    assert begin(database, clock(), OTHER)


def test_a_job_is_nobody_elses_while_one_is_at_it(database, clock):
    begin(database, clock())
    clock.forward(seconds=119)
    assert not is_due(database, clock())
    assert not begin(database, clock(), OTHER)


def test_whoever_died_in_a_job_has_not_done_it(database, clock):
    begun_at = clock()
    begin(database, begun_at)
    assert begin(database, clock.forward(minutes=2), OTHER)
    done(database, begun_at)  # the dead one after all: the job is not its any more
    with database.read() as session:
        run = session.get_one(JobRun, "backup")
    assert (run.holder, run.last_run_at) == (OTHER, None)


def test_a_failed_job_is_due_after_a_pause(database, clock):
    begin(database, clock())
    with database.write() as session:
        jobs.put_off(session, "backup", ME, clock() + timedelta(minutes=15))
    assert not begin(database, clock.forward(minutes=14, seconds=59), OTHER)
    assert begin(database, clock.forward(seconds=1), OTHER)


def test_a_job_nobody_has_heard_of_may_count_as_run(database, clock):
    def count_from(now):
        with database.write() as session:
            return jobs.count_from(session, "backup", now)

    assert count_from(clock())
    assert not count_from(clock.forward(hours=12))
    assert not begin(database, clock())
    assert begin(database, clock.forward(hours=12))


def test_of_many_workers_one_begins_the_job(database, clock):
    assert _race(lambda: begin(database, clock(), uuid.uuid4())) == 1
    clock.forward(days=1)
    assert _race(lambda: begin(database, clock(), uuid.uuid4())) == 1


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
