"""Bring a database to this program's tables, once, under a lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from api.store.append_only import protect, release
from api.store.session import Database

MIGRATIONS = Path(__file__).parent / "migrations"
# Any constant: two processes that migrate at once take turns under it.
LOCK = 0x65636F746F776E


def config() -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return settings


def head() -> str:
    """The newest migration this program knows."""
    found = ScriptDirectory.from_config(config()).get_current_head()
    if found is None:
        raise RuntimeError("the program ships no migration")
    return found


def current(database: Database) -> str | None:
    """The migration the database stands at; None: it is empty."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def migrate(database: Database, *, to: str = "head") -> None:
    """Run what is missing. Safe to call at every start."""
    with rebuilding(database) as connection:
        upgrade(connection, to)


@contextmanager
def rebuilding(database: Database) -> Iterator[Connection]:
    """One transaction in which tables may be made anew; others wait for their turn."""
    with database.engine.connect() as connection:
        if database.is_sqlite:
            with _on_sqlite(connection):
                yield connection
        else:
            with connection.begin():
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                connection.execute(lock, {"key": LOCK})
                yield connection


def upgrade(connection: Connection, to: str) -> None:
    """Run what is missing up to `to`, in the caller's `rebuilding` transaction."""
    settings = config()
    settings.attributes["connection"] = connection
    release(connection)
    command.upgrade(settings, to)
    protect(connection)


@contextmanager
def _on_sqlite(connection: Connection) -> Iterator[None]:
    # A batch rebuild drops the old table; with foreign keys on, that would
    # delete or refuse its children. The pragma works only outside a transaction.
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.execution_options(ecotown_write=True).begin():
            yield
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"{len(broken)} references would lead nowhere")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")
