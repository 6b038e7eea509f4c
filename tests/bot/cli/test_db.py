"""`ecotown db`, as an operator types it."""

import zipfile
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from api.store import forget, forgotten, migrate, residents
from api.store.models import Resident
from api.store.session import Database
from bot.cli import common, db

SECRET = "5e" * 32


@pytest.fixture
def typed(tmp_path, monkeypatch):
    """Runs a command in a fresh folder; its exit code and what it printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ECOTOWN_SECRET_KEY", SECRET)
    monkeypatch.delenv("ECOTOWN_DATABASE_URL", raising=False)
    monkeypatch.delenv("ECOTOWN_DATA_DIR", raising=False)

    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(db.app, list(words))
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output

    return run


@pytest.fixture
def kept(typed, clock) -> Database:
    """The database those commands work on, with one resident."""
    typed("migrate")
    database = common.open_database()
    with database.write() as session:
        session.add(Resident(created_at=clock()))
    yield database
    database.close()


def test_migrating_makes_the_tables_and_may_be_repeated(typed):
    head = migrate.head()
    assert typed("migrate") == (0, f"migrated an empty database -> {head}\n")
    assert typed("migrate") == (0, f"migrated {head} -> {head}\n")


def test_the_status_of_an_empty_database_says_what_to_do(typed):
    code, said = typed("status")
    assert code == 1
    assert "ecotown db migrate" in said


def test_the_status_tells_rows_and_backups(typed, kept):
    code, said = typed("status")
    assert code == 0
    assert "1 resident\n" in said
    assert said.endswith("no backup yet\n")
    typed("backup")
    assert "newest of 1 backups: ecotown-" in typed("status")[1]


def test_a_backup_goes_to_the_data_folder_unless_told_where(typed, kept, tmp_path):
    code, said = typed("backup")
    assert code == 0
    [file] = (tmp_path / "data" / "backups").iterdir()
    assert file.name in said
    assert zipfile.is_zipfile(file)
    assert typed("backup", "here.zip")[0] == 0
    assert zipfile.is_zipfile(tmp_path / "here.zip")


def test_a_backup_before_migrating_is_refused_in_words(typed, tmp_path):
    code, said = typed("backup", "b.zip")
    assert code == 1
    assert "ecotown db migrate" in said
    assert not (tmp_path / "b.zip").exists()


def test_a_restore_asks_before_it_replaces(typed, kept, clock):
    typed("backup", "b.zip")
    with kept.write() as session:
        residents.meet(session, channel="web", account="w", address="a", now=clock())
    code, said = typed("restore", "b.zip")
    assert code == 1
    assert "--replace" in said
    assert " 2 resident\n" in typed("status")[1]
    code, said = typed("restore", "b.zip", "--replace")
    assert code == 0
    assert said.startswith("restored 1 rows and 0 frameworks of ")
    assert " 1 resident\n" in typed("status")[1]


def test_a_restore_erases_again_who_was_forgotten_since(typed, kept, clock):
    with kept.write() as session:
        noi = residents.meet(
            session, channel="web", account="w", address="a", now=clock()
        )
    typed("backup", "b.zip")
    with kept.write() as session:
        forget.forget(session, noi.resident_id, clock.forward(days=1))
    code, said = typed("restore", "b.zip", "--replace")
    assert code == 0
    assert " 1 people erased again" in said
    assert " 1 resident\n" in typed("status")[1]


@pytest.mark.parametrize("folder", [".", "data/backups"])
def test_on_a_new_machine_it_reads_the_list_beside_the_backups(
    typed, kept, clock, tmp_path, monkeypatch, folder
):
    with kept.write() as session:
        noi = residents.meet(
            session, channel="web", account="w", address="a", now=clock()
        )
    typed("backup", "b.zip")
    with kept.write() as session:
        forget.forget(session, noi.resident_id, clock.forward(days=1))
    year = timedelta(days=365)
    forgotten.keep_beside_backups(kept, tmp_path / folder, clock(), year)
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    code, said = typed("restore", "b.zip")
    assert code == 0
    assert " 1 people erased again" in said
    assert "No list" not in said


def test_without_a_list_it_warns_that_the_forgotten_are_back(
    typed, kept, tmp_path, monkeypatch
):
    typed("backup", "b.zip")
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    code, said = typed("restore", "b.zip")
    assert code == 0
    assert "No list of forgotten people (forgotten.txt) was found" in said


def test_a_backup_of_another_key_is_told_in_words(typed, kept, monkeypatch):
    typed("backup", "b.zip")
    monkeypatch.setenv("ECOTOWN_SECRET_KEY", "6f" * 32)
    code, said = typed("restore", "b.zip", "--replace")
    assert code == 1
    assert "secret.key" in said
    assert typed("restore", "b.zip", "--replace", "--other-key")[0] == 0


def test_retention_tells_what_went(typed, kept, clock):
    with kept.write() as session:
        contact = residents.meet(
            session, channel="web", account="w", address="a", now=clock()
        )
        contact.state = "forgotten"
    code, said = typed("retain")
    assert code == 0
    assert "       1 forgotten contacts\n" in said
    assert "       0 payloads\n" in said
