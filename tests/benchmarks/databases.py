"""Fresh databases for a measurement, durable as a town's own."""

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import text

from api.store.keys import Keys
from api.store.session import Database
from bot.cli.serve import prepare_database
from tests import postgres
from tests.benchmarks import machine

ROOT_KEY = bytes(32)
NAMES = {"sqlite": "SQLite", "postgres": "PostgreSQL"}

_numbers = itertools.count(1)


@contextmanager
def fresh(kind: str) -> Iterator[Database | None]:
    """A prepared database, `sqlite` or `postgres`, and gone afterwards.

    None: there is no PostgreSQL for this kind of machine.
    """
    name = f"ecotown_figures_{os.getpid()}_{next(_numbers)}"
    if kind == "sqlite":
        with _prepared(f"sqlite:///{machine.folder() / name}.db") as database:
            yield database
        for file in machine.folder().glob(f"{name}.db*"):
            file.unlink()
        return
    uri = postgres.server_uri(machine.folder())
    if uri is None:
        yield None
        return
    postgres.create(uri, name, template="template1")
    with _prepared(postgres.at(uri, name)) as database:
        yield database
    postgres.drop(uri, name)


@contextmanager
def _prepared(url: str) -> Iterator[Database]:
    database = Database(url, Keys(ROOT_KEY))
    try:
        prepare_database(database)
        yield database
    finally:
        database.close()


def not_durable(database: Database) -> str:
    """Why a commit here might not outlive a power cut; empty: it does."""
    if database.is_sqlite:
        full = 2
        wrong = {} if _setting(database, "PRAGMA synchronous") == full else {"sync": 1}
    else:
        names = ("fsync", "synchronous_commit")
        found = {name: _setting(database, f"SHOW {name}") for name in names}
        wrong = {name: value for name, value in found.items() if value != "on"}
    return ", ".join(f"{name} is {value}" for name, value in wrong.items())


def _setting(database: Database, query: str) -> Any:
    with database.read() as session:
        return session.execute(text(query)).scalar()
