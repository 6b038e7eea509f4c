"""Migrations, on both databases, with and without rows."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from api.store import audit, migrate
from api.store.models import Case, Wave
from api.store.session import Database
from tests import postgres
from tests.api.store import rows
from tests.conftest import KEYS

# What a later release may do: new columns and other types, for which SQLite rebuilds
# the table: one with children, one with triggers, one named by a reserved word.
SECOND = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9999", "{before}"
branch_labels = depends_on = None


def upgrade():
    with op.batch_alter_table("contact") as table:
        table.add_column(sa.Column("nickname", sa.String(), nullable=True))
        table.alter_column("channel", type_=sa.String(20), nullable=False)
    with op.batch_alter_table("audit_entry") as table:
        table.add_column(
            sa.Column("office", sa.String(), nullable=False, server_default="town")
        )
        table.alter_column("actor", type_=sa.String(99), nullable=False)
    with op.batch_alter_table("case") as table:
        table.add_column(sa.Column("ward", sa.Integer(), nullable=True))
        table.alter_column("number", type_=sa.BigInteger(), nullable=False)


def downgrade():
    for name, column in (("case", "ward"), ("audit_entry", "office")):
        with op.batch_alter_table(name) as table:
            table.drop_column(column)
    with op.batch_alter_table("contact") as table:
        table.drop_column("nickname")
"""


BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
def bare(request, tmp_path):
    """A database without a single table."""
    if request.param == "sqlite":
        yield from opened(f"sqlite:///{tmp_path / 'bare.db'}")
    else:
        yield from on_a_server(request, template="template0")


@pytest.fixture(params=BOTH)
def migrated(request, tmp_path):
    """A database of one's own at the present release, and not a row in it: a copy of
    one that `migrate` made of an empty one."""
    if request.param == "sqlite":
        path = tmp_path / "migrated.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield from opened(f"sqlite:///{path}")
    else:
        yield from on_a_server(request, template=postgres.TEMPLATE)


def opened(url: str) -> Iterator[Database]:
    made = Database(url, KEYS)
    yield made
    made.close()


def on_a_server(request: pytest.FixtureRequest, *, template: str) -> Iterator[Database]:
    uri = request.getfixturevalue("postgres_uri")
    name = f"own_{request.getfixturevalue('worker_id')}"
    postgres.create(uri, name, template=template)
    yield from opened(postgres.at(uri, name))
    postgres.drop(uri, name)


@pytest.fixture
def next_release(tmp_path, monkeypatch):
    """The same program with one migration more."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder)
    file = folder / "versions" / "9999_a_later_release.py"
    file.write_text(SECOND.format(before=migrate.head()), encoding="utf-8")
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)


def tables(database: Database) -> set[str]:
    return set(inspect(database.engine).get_table_names())


def downgrade(database: Database, to: str) -> None:
    with migrate.rebuilding(database) as connection:
        settings = migrate.config()
        settings.attributes["connection"] = connection
        command.downgrade(settings, to)


def test_an_empty_database_gets_every_table(bare):
    assert migrate.current(bare) is None
    migrate.migrate(bare)
    assert migrate.current(bare) == migrate.head()
    assert tables(bare) == {*SQLModel.metadata.tables, "alembic_version"}


def test_migrating_again_changes_nothing(lived_in):
    before = rows.everything(lived_in)
    migrate.migrate(lived_in)
    assert rows.everything(lived_in) == before


def test_two_that_start_at_once_take_turns(bare):
    """Several processes of a larger town begin together after an update."""
    start, failures = threading.Barrier(4), []

    def begin():
        database = Database(bare.url, KEYS)
        try:
            start.wait()
            migrate.migrate(database)
        except Exception as error:
            failures.append(error)
        finally:
            database.close()

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert migrate.current(bare) == migrate.head()


@pytest.fixture
def lived_in(migrated, clock):
    """The present release's tables, with a row in each that a journey touches."""
    with migrated.write() as session:
        town = rows.town(session, clock())
        contact = rows.person(session, clock(), "U1")
        rows.journey(session, contact, town, clock(), "น้ำเน่า")
        audit.record(session, actor="cli", action="a", subject="s", now=clock())
    return migrated


def test_a_later_release_keeps_every_row(lived_in, next_release):
    before = rows.everything(lived_in)
    migrate.migrate(lived_in)
    assert migrate.current(lived_in) == "9999"
    assert rows.everything(lived_in) == before
    with lived_in.read() as session:
        offices = session.execute(text("SELECT office FROM audit_entry")).scalars()
        assert set(offices) == {"town"}


def test_a_rebuilt_table_has_its_triggers_again(lived_in, next_release):
    migrate.migrate(lived_in)
    for statement in ("UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry"):
        with (
            pytest.raises(DBAPIError, match="append-only"),
            lived_in.write() as session,
        ):
            session.execute(text(statement))


def test_a_rebuilt_table_has_its_references_and_indexes_again(lived_in, next_release):
    def shape(name):
        found = inspect(lived_in.engine)
        return (
            sorted(key["name"] for key in found.get_foreign_keys(name)),
            sorted(index["name"] for index in found.get_indexes(name)),
            sorted(one["name"] for one in found.get_unique_constraints(name)),
        )

    before = {name: shape(name) for name in ("contact", "delivery", "case")}
    migrate.migrate(lived_in)
    assert {name: shape(name) for name in before} == before
    with pytest.raises(DBAPIError), lived_in.write() as session:
        session.execute(text("DELETE FROM contact"))


def test_a_migration_that_fails_leaves_the_old_tables(lived_in, next_release):
    file = migrate.MIGRATIONS / "versions" / "9999_a_later_release.py"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace('"ward", sa', '"ward", sa.no_such'), encoding="utf-8")
    before = rows.everything(lived_in)
    with pytest.raises(AttributeError):
        migrate.migrate(lived_in)
    assert migrate.current(lived_in) != "9999"
    assert rows.everything(lived_in) == before


def test_a_migration_that_breaks_a_reference_is_undone(sqlite_database, clock):
    """SQLite does not look while tables are rebuilt; we do, before the commit."""
    database = sqlite_database
    with database.write() as session:
        rows.person(session, clock(), "U1")
    with (
        pytest.raises(RuntimeError, match="lead nowhere"),
        migrate.rebuilding(database) as connection,
    ):
        connection.exec_driver_sql("DELETE FROM resident")
    assert len(rows.everything(database)["resident"]) == 1
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_way_back_leads_to_an_empty_database(lived_in, next_release):
    migrate.migrate(lived_in)
    downgrade(lived_in, "-1")
    assert migrate.current(lived_in) != "9999"
    assert len(rows.everything(lived_in)["delivery"]) == 2
    downgrade(lived_in, "base")
    assert tables(lived_in) == {"alembic_version"}
    migrate.migrate(lived_in)
    assert {*SQLModel.metadata.tables} <= tables(lived_in)


def test_the_third_keeps_every_row_there_and_back(lived_in):
    """What was kept before it is kept; by the messages it is found no more."""
    before = rows.everything(lived_in)
    downgrade(lived_in, "0002")
    migrate.migrate(lived_in)
    assert rows.everything(lived_in) == {
        name: [row | dict.fromkeys({"message_hash"} & row.keys()) for row in table]
        for name, table in (
            before | {"asked": [], "model_task": [], "photo": []}
        ).items()
    }


def test_the_fourth_keeps_every_row_there_and_back(lived_in):
    """Without the questions as they were asked, which none before it had."""
    before = rows.everything(lived_in)
    downgrade(lived_in, "0003")
    migrate.migrate(lived_in)
    new = {"asked": [], "checked_question": [], "model_task": [], "photo": []}
    assert rows.everything(lived_in) == before | new


def test_the_fifth_keeps_every_case_there_and_back(lived_in, clock):
    """Without who has it and what was promised, which none before it had."""
    with lived_in.write() as session:
        session.execute(update(Case).values(talk_at=clock(), in_time=True))
    before = rows.everything(lived_in)
    downgrade(lived_in, "0004")
    migrate.migrate(lived_in)
    after = rows.everything(lived_in)
    lost = ("officer_id", "talk_at", "expected_at", "in_time")
    assert after["case"] == [row | dict.fromkeys(lost) for row in before["case"]]
    assert after["case_event"] == before["case_event"]


def test_the_sixth_keeps_every_row_there_and_back(lived_in):
    """Without the questions for a model, which live for a minute, and pictures, which
    none before the seventh had."""
    before = rows.everything(lived_in)
    downgrade(lived_in, "0005")
    migrate.migrate(lived_in)
    assert rows.everything(lived_in) == before | {"model_task": [], "photo": []}


def test_the_seventh_lets_go_of_a_frozen_wave_and_guards_it_anew(lived_in, clock):
    """An older program knows no frozen wave: to it the wave is closed."""
    with lived_in.write() as session:
        session.execute(update(Wave).values(state="frozen", frozen_at=clock()))
    with pytest.raises(DBAPIError, match="frozen"), lived_in.write() as session:
        session.execute(update(Wave).values(state="closed"))
    downgrade(lived_in, "0006")
    migrate.migrate(lived_in)
    with lived_in.write() as session:
        assert set(session.scalars(select(Wave.state))) == {"closed"}
        session.execute(update(Wave).values(state="frozen"))
    with pytest.raises(DBAPIError, match="frozen"), lived_in.write() as session:
        session.execute(update(Wave).values(state="closed"))


def test_the_eighth_keeps_every_picture_of_an_answer_there_and_back(lived_in):
    """Without those that answer nothing yet: to an older program they are nobody's."""
    before = rows.everything(lived_in)["photo"]
    assert before
    downgrade(lived_in, "0007")
    migrate.migrate(lived_in)
    kept = [row for row in before if row["response_id"] is not None]
    assert rows.everything(lived_in)["photo"] == [
        row | {"contact_id": None, "faults": 0} for row in kept
    ]


def test_the_program_ships_one_line_of_migrations():
    names = sorted(file.name for file in versions().glob("*.py"))
    assert names
    assert [name[:4] for name in names] == [
        f"{number:04}" for number in range(1, len(names) + 1)
    ]
    assert migrate.head() == names[-1][:4]


def versions() -> Path:
    return migrate.MIGRATIONS / "versions"
