"""What is done every night: let go of what is old, and keep a copy of the rest.

Each is a job of its own: a full disk must not stop erasure, nor the other way round.
"""

from datetime import datetime, timedelta
from pathlib import Path

from api.settings import Settings
from api.store import backup, forgotten, frameworks, retention
from api.store.session import Database


def let_go(database: Database, settings: Settings, now: datetime) -> dict[str, int]:
    """Retention; how much went, by name. Opens its own transactions.

    Takes seconds to minutes: call it in a thread.
    """
    gone = retention.run(database, settings, now)
    scrub(database)
    return gone


def back_up(database: Database, settings: Settings, now: datetime) -> dict[str, int]:
    """Write a backup and remove those that are too old; rows and files, counted."""
    folder = backups(settings)
    target = folder / backup.name_at(now)
    own = settings.data_dir / frameworks.FOLDER
    manifest = backup.backup(database, target, now, editions=own)
    keep = timedelta(days=settings.keep_backups_days)
    return {
        "rows": sum(table.rows for table in manifest.tables.values()),
        "backups_removed": backup.remove_old(folder, now, keep),
    }


def list_forgotten(database: Database, settings: Settings, now: datetime) -> bool:
    """Keep the list beside the backups of whom they must not bring back; whether
    there was anything new."""
    keep = timedelta(days=settings.keep_forgotten_days)
    return forgotten.keep_beside_backups(database, backups(settings), now, keep)


def backups(settings: Settings) -> Path:
    """Where the nightly backups are."""
    return settings.data_dir / "backups"


def scrub(database: Database) -> None:
    """Clear away what erased rows leave behind in the database's files.

    SQLite overwrites them in its file, but its log still has the older pages;
    PostgreSQL keeps dead rows until they are vacuumed.
    """
    if database.is_sqlite:
        with database.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return
    alone = database.engine.execution_options(isolation_level="AUTOCOMMIT")
    with alone.connect() as connection:
        connection.exec_driver_sql("VACUUM")
