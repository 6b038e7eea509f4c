"""What is done every night: let go of what is old, then keep a copy of the rest."""

from datetime import datetime, timedelta
from pathlib import Path

from api.settings import Settings
from api.store import backup, retention
from api.store.session import Database


def nightly(database: Database, settings: Settings, now: datetime) -> dict[str, int]:
    """Retention, then a backup; how much went, by name. Opens its own transactions.

    Takes seconds to minutes: call it in a thread.
    """
    done = retention.run(database, settings, now)
    scrub(database)
    folder = backups(settings)
    manifest = backup.backup(database, folder / backup.name_at(now), now)
    done["rows_backed_up"] = sum(table.rows for table in manifest.tables.values())
    keep = timedelta(days=settings.keep_backups_days)
    done["backups_removed"] = backup.remove_old(folder, now, keep)
    return done


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
