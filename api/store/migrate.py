"""Bring a database to this program's tables, once, under a lock."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from api.store.append_only import protect
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
    with database.engine.connect() as connection:
        if database.is_sqlite:
            _on_sqlite(connection, to)
        else:
            _on_postgres(connection, to)


def _on_sqlite(connection: Connection, to: str) -> None:
    # A batch rebuild drops the old table; with foreign keys on, that would
    # delete or refuse its children. The pragma works only outside a transaction.
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.execution_options(ecotown_write=True).begin():
            _upgrade(connection, to)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"migration leaves {len(broken)} broken references")
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def _on_postgres(connection: Connection, to: str) -> None:
    with connection.begin():
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
        _upgrade(connection, to)


def _upgrade(connection: Connection, to: str) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, to)
    protect(connection)
