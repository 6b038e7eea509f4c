"""Backups: whole or not at all, of one moment, readable by either kind of database."""

import os
import threading
import tracemalloc
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from api.errors import DomainError
from api.settings import Settings
from api.store import audit, backup, migrate, nightly, residents, takebacks
from api.store.keys import Keys
from api.store.models import (
    Contact,
    Delivery,
    InboundEvent,
    Officer,
    Photo,
    Resident,
    ResponseLink,
)
from api.store.session import Database
from tests.api.store import backing, rows
from tests.conftest import KEYS

empty = backing.empty


@pytest.fixture
def town(database, clock):
    return backing.fill(database, clock)


@pytest.fixture
def archive(database, town, tmp_path, clock) -> Path:
    target = tmp_path / "kept" / "town.zip"
    backup.backup(database, target, clock())
    return target


def test_a_restored_town_is_the_same_row_by_row_on_either_database(
    database, archive, empty, clock
):
    backup.restore(empty, archive, clock())
    assert rows.everything(empty) == rows.everything(database)
    assert migrate.current(empty) == migrate.head()


def test_a_restored_town_goes_on(archive, empty, clock):
    """Its addresses open, its audit chain holds, its triggers stand."""
    backup.restore(empty, archive, clock())
    with empty.write() as session:
        contact = residents.find(
            session, channel="line", account="main", address=backing.ADDRESS
        )
        assert contact is not None
        assert residents.address(session, contact) == backing.ADDRESS
        audit.record(session, actor="cli", action="b", subject="s", now=clock())
        assert audit.verify(session) is None
    with pytest.raises(DBAPIError, match="append-only"), empty.write() as session:
        session.execute(text("UPDATE audit_entry SET actor = 'x'"))
    with pytest.raises(DBAPIError), empty.write() as session:
        session.execute(text("DELETE FROM resident"))


def test_no_value_and_the_json_null_stay_two_things(
    database, town, empty, tmp_path, clock
):
    """`IS NULL` finds the one and not the other."""
    with database.write() as session:
        one, two = session.exec(select(Delivery.id).limit(2)).all()
        for value, id_ in (("NULL", one), ("'null'", two)):
            session.execute(
                text(f"UPDATE delivery SET expects = {value} WHERE id = :id"),
                {"id": id_.hex if database.is_sqlite else id_},
            )
    backup.backup(database, tmp_path / "b.zip", town.wave.opens_at)
    backup.restore(empty, tmp_path / "b.zip", clock())
    with empty.read() as session:
        found = session.execute(text("SELECT id FROM delivery WHERE expects IS NULL"))
        assert [str(row.id).replace("-", "") for row in found] == [one.hex]


def test_only_its_owner_may_read_a_backup(archive):
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in archive.parent.iterdir()] == ["town.zip"]


def test_no_key_is_in_a_backup_and_no_address(archive):
    root = b"a root key for tests, no secret."
    with zipfile.ZipFile(archive) as zip_:
        inside = b"".join(zip_.read(name) for name in zip_.namelist())
    secrets = [root, *(KEYS.derive(label) for label in ("seal", "lookup", "cookie"))]
    for secret in secrets:
        assert secret not in inside
        assert secret.hex().encode() not in inside
    assert backing.ADDRESS.encode() not in inside
    assert "น้ำเน่า".encode() not in inside


def test_a_backup_taken_while_people_write_shows_one_moment(
    database, empty, tmp_path, clock
):
    """A resident and their contact are written together, and kept together."""
    stop = threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            number += 1
            with database.write() as session:
                residents.meet(
                    session, channel="line", account="main",
                    address=f"U{number}", now=clock(),
                )  # fmt: skip

    writer = threading.Thread(target=write)
    writer.start()
    try:
        manifests = [
            backup.backup(database, tmp_path / f"{number}.zip", clock())
            for number in range(5)
        ]
    finally:
        stop.set()
        writer.join()
    counts = [one.tables["contact"].rows for one in manifests]
    assert counts == [one.tables["resident"].rows for one in manifests]
    assert counts[-1] > counts[0]
    backup.restore(empty, tmp_path / "4.zip", clock())
    with empty.read() as session:
        assert len(session.exec(select(Contact)).all()) == counts[-1]


def test_a_backup_of_a_database_behind_the_program_is_refused(empty, tmp_path, clock):
    with pytest.raises(DomainError, match=r"error\.database_not_migrated"):
        backup.backup(empty, tmp_path / "b.zip", clock())
    assert not (tmp_path / "b.zip").exists()


def test_a_backup_that_fails_leaves_the_older_one_and_no_rest(
    database, archive, clock, monkeypatch
):
    before = archive.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.archive, "write_manifest", full)
    with pytest.raises(OSError, match="No space"):
        backup.backup(database, archive, clock())
    assert archive.read_bytes() == before
    assert [file.name for file in archive.parent.iterdir()] == ["town.zip"]


def test_a_database_with_rows_is_replaced_only_when_asked(database, archive, clock):
    with database.write() as session:
        session.add(Resident(created_at=clock()))
    with_one_more = rows.everything(database)
    with pytest.raises(DomainError, match=r"error\.database_not_empty"):
        backup.restore(database, archive, clock())
    assert rows.everything(database) == with_one_more
    backup.restore(database, archive, clock(), replace=True)
    restored = rows.everything(database)
    assert len(restored["resident"]) == len(with_one_more["resident"]) - 1
    assert len(restored["delivery"]) == len(with_one_more["delivery"])


def test_what_was_taken_back_since_is_taken_back_again(database, archive, clock):
    """The backup still has the words; the resident has them no longer in ours."""
    with database.write() as session:
        contact = residents.find(
            session, channel="line", account="main", address=backing.ADDRESS
        )
        said = select(InboundEvent).where(InboundEvent.contact_id == contact.id)
        takebacks.erase(session, session.exec(said).one().message_hash)
    taken_back = rows.everything(database)
    backup.restore(database, archive, clock(), replace=True)
    assert rows.everything(database) == taken_back


def test_a_migrated_database_without_rows_counts_as_empty(archive, empty, clock):
    migrate.migrate(empty)
    backup.restore(empty, archive, clock())
    assert len(rows.everything(empty)["contact"]) == 2


def test_a_backup_under_another_key_is_taken_only_knowingly(archive, tmp_path, clock):
    other = Database(
        f"sqlite:///{tmp_path / 'other.db'}", Keys(b"another root key" * 2)
    )
    with pytest.raises(DomainError, match=r"error\.backup_other_key"):
        backup.restore(other, archive, clock())
    backup.restore(other, archive, clock(), other_key=True)
    assert len(rows.everything(other)["contact"]) == 2
    other.close()


def most_held(database, empty, file, now):
    """The most bytes held at once while it is written there, or read from it."""
    tracemalloc.start()
    try:
        backup.backup(database, file, now)
        writing = tracemalloc.get_traced_memory()[1]
        tracemalloc.reset_peak()
        backup.restore(empty, file, now)
        reading = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    return max(writing, reading)


def test_memory_does_not_grow_with_the_town(sqlite_database, empty, tmp_path, clock):
    """Ten megabytes of rows are written and read a chunk at a time."""
    common = {"password_hash": "-", "created_at": clock(), "failures": 0}
    with sqlite_database.write() as session:
        people = ({"login": str(one), "name": "ก" * 1000} for one in range(10_000))
        session.execute(insert(Officer), [{**common, **one} for one in people])
    peak = most_held(sqlite_database, empty, tmp_path / "b.zip", clock())
    assert peak < 15_000_000
    assert len(rows.everything(empty)["officer"]) == 10_000


def test_memory_holds_no_more_than_a_few_pictures(
    sqlite_database, empty, tmp_path, clock
):
    """Forty megabytes of them are written and read."""
    with sqlite_database.write() as session:
        wave = rows.town(session, clock()).wave
        contact = rows.person(session, clock(), backing.ADDRESS)
        for _ in range(20):
            made = rows.response(session, contact, wave, clock(), text="325708")
            session.execute(delete(ResponseLink))
            rows.photo(session, made.id, clock(), os.urandom(2_000_000))
            session.expunge_all()
    peak = most_held(sqlite_database, empty, tmp_path / "b.zip", clock())
    assert peak < 30_000_000
    with empty.read() as session:
        assert len(session.exec(select(Photo.id)).all()) == 20


def test_backups_grow_old_and_go(tmp_path, clock):
    names = {
        backup.name_at(clock() - timedelta(days=days)): days for days in (0, 34, 36)
    }
    for name in names:
        (tmp_path / name).touch()
    rest = f".{backup.name_at(clock() - timedelta(days=2))}.1.unfinished"
    busy = f".{backup.name_at(clock() - timedelta(hours=2))}.1.unfinished"
    for name in (rest, busy, "notes.txt", "ecotown-mine.zip"):
        (tmp_path / name).touch()
    assert backup.remove_old(tmp_path, clock(), timedelta(days=35)) == 2
    left = {file.name for file in tmp_path.iterdir()}
    young = {name for name, days in names.items() if days < 35}
    assert left == {*young, busy, "notes.txt", "ecotown-mine.zip"}


def test_every_night_leaves_a_backup_without_what_was_let_go(
    database, town, tmp_path, clock
):
    settings = Settings(data_dir=tmp_path / "data")
    clock.forward(days=200)
    assert nightly.let_go(database, settings, clock())["utterances"] == 2
    nightly.back_up(database, settings, clock())
    folder = tmp_path / "data" / "backups"
    [file] = folder.iterdir()
    assert file.name == backup.name_at(clock())
    with zipfile.ZipFile(file) as zip_:
        assert zip_.read("utterance.jsonl") == b""
    done = nightly.back_up(database, settings, clock.forward(days=36))
    assert done["backups_removed"] == 1
    assert [one.name for one in folder.iterdir()] == [backup.name_at(clock())]
