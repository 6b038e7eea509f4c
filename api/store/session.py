"""The database: engines, the writer's gate, and the two kinds of transaction."""

import os
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlmodel import Session

from api.store import prepared
from api.store.keys import Keys

# PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html):
# serialization failure, deadlock, lock not available, and a server that takes no
# writes now, as one that has just handed over to another.
RETRIED_SQLSTATES = {"40001", "40P01", "55P03", "25006"}
# Connection exceptions, insufficient resources, operator intervention.
RETRIED_CLASSES = ("08", "53", "57P")
# How long another process may hold SQLite's file before ours gives up.
BUSY_S = 10


# Set once a session has told other processes that something is owed.
SIGNALLED = "signalled"


class Gate:
    """One thread of this process at a time; who is urgent goes first.

    Waiting here is fair and cheap. Who leaves hands over to who has waited longest:
    nobody is overtaken by one who comes again and again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held = False
        self._urgent: deque[threading.Event] = deque()
        self._others: deque[threading.Event] = deque()

    @contextmanager
    def hold(self, *, urgent: bool) -> Iterator[None]:
        self._enter(urgent)
        try:
            yield
        finally:
            self._leave()

    def _enter(self, urgent: bool) -> None:
        with self._lock:
            if not self._held:
                self._held = True
                return
            turn = threading.Event()
            (self._urgent if urgent else self._others).append(turn)
        turn.wait()

    def _leave(self) -> None:
        with self._lock:
            waiting = self._urgent or self._others
            if waiting:
                waiting.popleft().set()
            else:
                self._held = False


class _Own(threading.local):
    """What one thread has."""

    has_turn = False


class Database:
    """Where everything is recorded: SQLite in a file, or PostgreSQL."""

    def __init__(self, url: str, keys: Keys) -> None:
        self.url = url
        self.keys = keys
        self.is_sqlite = url.startswith("sqlite")
        self.engine = _sqlite(url) if self.is_sqlite else _postgres(url)
        self._writing = self.engine.execution_options(ecotown_write=True)
        self._reading = self.engine
        if not self.is_sqlite:
            self._reading = self.engine.execution_options(postgresql_readonly=True)
        # SQLite has one writer, and waiting inside it is a sleeping loop; those who
        # take events in go first.
        self._gate = Gate() if self.is_sqlite else None
        self._turns = Gate() if self.is_sqlite else None
        self._mine = _Own()

    @contextmanager
    def write(self, *, urgent: bool = False) -> Iterator[Session]:
        """A transaction that may change rows; commits at the end of the block.

        Keep it to milliseconds: on SQLite every other writer waits.
        """
        if self._gate is None:
            with self._transaction(self._writing) as session:
                yield session
            return
        with (
            self._gate.hold(urgent=urgent),
            self._transaction(self._writing) as session,
        ):
            yield session

    @contextmanager
    def turn(self) -> Iterator[None]:
        """For threads that go on working with the database by the thousand: on SQLite
        one of them at a time, from its first look to its last commit.

        Two that compute at once get no more done in one process of Python, and SQLite
        has one writer: they would only take the interpreter from each other, which
        costs up to a third of what they do. On PostgreSQL one computes while the
        other waits for the server. Keep it to one batch; one within another is the
        same turn.
        """
        if self._turns is None or self._mine.has_turn:
            yield
            return
        with self._turns.hold(urgent=False):
            self._mine.has_turn = True
            try:
                yield
            finally:
                self._mine.has_turn = False

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that only looks."""
        with self._transaction(self._reading) as session:
            yield session

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Session]:
        with (
            Session(engine, expire_on_commit=False, info={"keys": self.keys}) as open_,
            open_.begin(),
        ):
            yield open_

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def savepoint(session: Session) -> Iterator[None]:
    """A part of a transaction that is undone by itself where it fails.

    What the session has loaded is then not to be relied on, and where it was the
    session's own flush that failed, all of the transaction is over. Written out:
    SQLAlchemy's own keeps a copy of all that is loaded, and takes longer than an
    answer's insert.
    """
    prepared.script(session, "SAVEPOINT part")
    try:
        yield
        session.flush()
    except BaseException as error:
        # Where nothing is left to go back to, trying would hide what went wrong.
        if session.is_active and not _is_lost(error):
            prepared.script(session, "ROLLBACK TO SAVEPOINT part")
        # What it told other processes is undone, too.
        session.info.pop(SIGNALLED, None)
        raise
    prepared.script(session, "RELEASE SAVEPOINT part")


def keys_of(session: Session) -> Keys:
    """The keys that belong to the session's database."""
    return cast(Keys, session.info["keys"])


def _is_lost(error: BaseException) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def is_transient(error: BaseException) -> bool:
    """Whether the same work may succeed when simply done again.

    A lost connection, a serialization failure or a busy file says nothing about
    the work, so it must not count as a failed attempt at it.
    """
    if isinstance(error, NoConnection):
        return True
    if not isinstance(error, DBAPIError):
        return False
    if error.connection_invalidated or isinstance(error, InterfaceError):
        return True
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state in RETRIED_SQLSTATES or state.startswith(RETRIED_CLASSES)
    return isinstance(error, OperationalError)


def _sqlite(url: str) -> Engine:
    engine = create_engine(
        url, connect_args={"check_same_thread": False, "timeout": BUSY_S}, pool_size=16
    )

    @event.listens_for(engine, "do_connect")
    def _on_open(dialect: Any, record: Any, given: list[Any], named: Any) -> None:
        _make_private(given[0])

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, record: Any) -> None:
        # BEGIN is ours to write (below), not the driver's to guess.
        connection.isolation_level = None
        _use_write_ahead_log(connection)
        for pragma in (
            "synchronous=FULL",
            "foreign_keys=ON",
            # What is deleted is written over with zeros, whatever SQLite's makers chose
            # here. The log is emptied by the nightly job, as PostgreSQL is vacuumed.
            "secure_delete=ON",
            f"busy_timeout={BUSY_S * 1000}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("ecotown_write", False)
        # A writer takes its lock at the start: upgrading later can fail half-way.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN DEFERRED")

    return engine


def _make_private(file: str) -> None:
    """A new database is its owner's alone, whatever folder it is in; SQLite gives its
    log the mode of the file. What is no plain file (`:memory:`) has no whole path."""
    if Path(file).is_absolute():
        # Where it cannot be made, SQLite will say so.
        with suppress(OSError):
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _use_write_ahead_log(connection: Any) -> None:
    """Of several that open a new file at once, one changes it and the rest wait.

    SQLite itself does not wait here, whatever its busy timeout.
    """
    give_up = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > give_up:
                raise
            time.sleep(0.01)
        else:
            return


def _postgres(url: str) -> Engine:
    if url.startswith("postgresql://"):
        url = "postgresql+psycopg://" + url.removeprefix("postgresql://")
    return create_engine(url, pool_pre_ping=True, pool_size=10, max_overflow=10)
