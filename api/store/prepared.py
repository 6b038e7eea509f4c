"""The statements that run for every answer, compiled once for the driver's own cursor.

Finding a compiled statement, and wrapping a cursor around the driver's, takes many
times as long as the statement itself. What is bound, and the errors that are raised,
are the same as in a session's `execute`; nothing else may be skipped this way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Connection, Delete, Insert, Update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

Bind = Callable[[Any], Any]
_CONNECTION = "connection"


@dataclass(frozen=True, slots=True)
class _Ready:
    """A statement in the words of one driver."""

    text: str
    order: Sequence[str] | None
    """The names of its parameters in their order; None: they are bound by name."""
    fixed: Mapping[str, Any]
    """What the statement itself says."""
    binds: Mapping[str, Bind | None]

    def bound(self, values: Mapping[str, Any]) -> Any:
        given = dict(self.fixed)
        for name, value in values.items():
            bind = self.binds[name]
            given[name] = value if bind is None else bind(value)
        if self.order is None:
            return given
        return [given[name] for name in self.order]


class Prepared:
    """One statement that changes rows, without lists among its parameters.

    The session must have nothing unwritten that the statement builds on.
    """

    def __init__(self, statement: Insert | Update | Delete, *columns: str) -> None:
        """`columns`: those an insert gives values for, by the names they are given."""
        self._statement = statement
        self._columns = columns or None
        self._ready: dict[str, _Ready] = {}

    def run(self, session: Session, values: Mapping[str, Any]) -> int:
        """How many rows it changed."""
        connection = _of(session)
        ready = self._for(connection)
        return _run(connection, ready.text, ready.bound(values))

    def _for(self, connection: Connection) -> _Ready:
        dialect = connection.dialect
        known = self._ready.get(dialect.name)
        if known is None:
            compiled = self._statement.compile(
                dialect=dialect, column_keys=self._columns
            )
            binds = {
                name: each.type.dialect_impl(dialect).bind_processor(dialect)
                for name, each in compiled.binds.items()
            }
            fixed = {}
            for name, value in compiled.params.items():
                bind = binds[name]
                if not compiled.binds[name].required:
                    fixed[name] = value if bind is None else bind(value)
            order = compiled.positiontup if compiled.positional else None
            known = _Ready(compiled.string, order, fixed, binds)
            self._ready[dialect.name] = known
        return known


def script(session: Session, text: str) -> None:
    """A word to the database that takes no parameters, such as SAVEPOINT."""
    _run(_of(session), text, ())


def _of(session: Session) -> Connection:
    """The connection of the session's transaction, looked for once. Where that has
    failed the session says so, as it would of any statement."""
    known = session.info.get(_CONNECTION)
    if known is None or known.closed or not session.is_active:
        known = session.info[_CONNECTION] = session.connection()
    return cast(Connection, known)


def _run(connection: Connection, text: str, given: Any) -> int:
    raw = connection.connection.driver_connection
    assert raw is not None
    cursor = raw.cursor()
    try:
        cursor.execute(text, given)
        return int(cursor.rowcount)
    except connection.dialect.loaded_dbapi.Error as error:
        raise _as_ours(connection, text, error, cursor) from error
    finally:
        cursor.close()


def _as_ours(
    connection: Connection, text: str, error: Exception, cursor: Any
) -> BaseException:
    """As SQLAlchemy raises it: without what was bound, which may be anybody's words."""
    dialect = connection.dialect
    raw = connection.connection.driver_connection
    lost = dialect.is_disconnect(cast(Any, error), cast(Any, raw), cursor)
    if lost:
        connection.invalidate(error)
    return DBAPIError.instance(
        text,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=dialect,
    )
