"""What a store function asks the database for, and how it would be found."""

from collections.abc import Callable

from sqlalchemy import event, text
from sqlmodel import Session

from api.store.session import Database


def statements_of(
    database: Database, ask: Callable[[Session], object]
) -> list[tuple[str, object]]:
    """Every statement that `ask` executes, with its parameters."""
    asked: list[tuple[str, object]] = []

    def note(connection, cursor, statement, parameters, context, many):
        asked.append((statement, parameters))

    with database.read() as session:
        session.connection()  # what begins a transaction is not asked for
        event.listen(database.engine, "before_cursor_execute", note)
        try:
            ask(session)
        finally:
            event.remove(database.engine, "before_cursor_execute", note)
    return asked


def plan_of(database: Database, ask: Callable[[Session], object]) -> str:
    """The plan of the last statement that `ask` executes, as the database tells it.

    PostgreSQL gathers its statistics first, as it does by itself in a used town.
    """
    if not database.is_sqlite:
        alone = database.engine.execution_options(isolation_level="AUTOCOMMIT")
        with alone.connect() as connection:
            connection.execute(text("ANALYZE"))
    explain = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    statement, parameters = statements_of(database, ask)[-1]
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql(explain + statement, parameters).all()
    return "\n".join(str(row) for row in rows)
