"""The jobs of the night: apart, once, and again after a failure."""

import zipfile
from datetime import timedelta

import pytest

from api.settings import Settings
from api.store import forget, forgotten
from bot import worker as worker_module
from bot.worker import Worker
from tests.api import given
from tests.api.store import rows


@pytest.fixture
def make(database, clock, tmp_path):
    """Another process's worker."""

    def making():
        settings = Settings(data_dir=tmp_path)
        return Worker(database, settings, clock, channels={"line", "web"})

    return making


@pytest.fixture
def worker(make):
    return make()


def job(worker, name):
    return next(each for each in worker.jobs if each.name == name)


def test_a_nightly_job_runs_at_most_once_a_day(make, clock, monkeypatch):
    nights = []
    monkeypatch.setattr(
        worker_module.nightly, "back_up", lambda *args: nights.append(args[2]) or {}
    )
    workers = [make(), make()]
    for _ in range(3 * 24 * 4):
        for each in workers:
            each.attempt(job(each, "backup"))
        clock.forward(minutes=15)
    # A new town has nothing to keep yet: its first night is a day away.
    assert len(nights) == 2
    assert nights[1] - nights[0] >= timedelta(hours=24)


def test_the_night_lets_go_and_keeps_a_copy(database, worker, clock, tmp_path):
    with database.write() as session:
        contact = given.contact(session, "Unoi", clock())
        rows.question(session, contact, clock(), "ถาม")
    for name in ("retention", "backup"):
        worker.attempt(job(worker, name))
    clock.forward(days=181)
    for name in ("retention", "backup"):
        assert worker.attempt(job(worker, name))
    [file] = (tmp_path / "backups").iterdir()
    with zipfile.ZipFile(file) as zip_:
        assert zip_.read("contact.jsonl")
        assert not zip_.read("open_question.jsonl")


def failing(monkeypatch, name):
    """Has this part of the night fail; the times of the attempts."""
    attempts = []

    def fail(database, settings, now):
        attempts.append(now)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(worker_module.nightly, name, fail)
    return attempts


@pytest.mark.parametrize(
    ("part", "name", "other"),
    [("let_go", "retention", "backup"), ("back_up", "backup", "retention")],
)
def test_one_part_of_the_night_that_fails_does_not_stop_the_other(
    worker, clock, monkeypatch, part, name, other
):
    failing(monkeypatch, part)
    for each in (name, other):
        worker.attempt(job(worker, each))
    clock.forward(days=1)
    assert not worker.attempt(job(worker, name))
    assert worker.attempt(job(worker, other))


def test_a_backup_that_failed_is_tried_again_the_same_night(
    make, clock, monkeypatch, tmp_path
):
    one, two = make(), make()
    one.attempt(job(one, "backup"))
    clock.forward(days=1)
    with monkeypatch.context() as patch:
        attempts = failing(patch, "back_up")
        for _ in range(30):
            for each in (one, two):
                each.attempt(job(each, "backup"))
            clock.forward(minutes=1)
    assert [at - attempts[0] for at in attempts] == [
        timedelta(0),
        timedelta(minutes=15),
    ]
    assert two.attempt(job(two, "backup"))
    assert len(list((tmp_path / "backups").iterdir())) == 1
    assert not one.attempt(job(one, "backup"))


def test_a_worker_that_dies_in_the_night_is_replaced(make, clock, monkeypatch):
    one, two = make(), make()
    one.attempt(job(one, "backup"))
    clock.forward(days=1)

    def die(database, settings, now):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(worker_module.nightly, "back_up", die)
        with pytest.raises(SystemExit):
            one.attempt(job(one, "backup"))
    assert not two.attempt(job(two, "backup"))
    clock.forward(minutes=30)
    assert two.attempt(job(two, "backup"))


def test_whoever_was_forgotten_is_listed_beside_the_backups(
    database, clock, worker, tmp_path
):
    with database.write() as session:
        noi = given.contact(session, "Unoi", clock())
        forget.forget(session, noi.resident_id, clock())
    assert worker.attempt(job(worker, "forgotten"))
    assert len(forgotten.read(tmp_path / "backups")) == 1
