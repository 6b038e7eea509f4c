"""How the database would find what a store function asks for."""

from collections.abc import Callable

from sqlalchemy import event, text
from sqlmodel import Session

from api.store.session import Database


def plan_of(database: Database, ask: Callable[[Session], object]) -> str:
    """The plan of the last statement that `ask` executes, as the database tells it.

    PostgreSQL gathers its statistics first, as it does by itself in a used town.
    """
    asked: list[tuple[str, object]] = []

    def note(connection, cursor, statement, parameters, context, many):
        asked.append((statement, parameters))

    if not database.is_sqlite:
        alone = database.engine.execution_options(isolation_level="AUTOCOMMIT")
        with alone.connect() as connection:
            connection.execute(text("ANALYZE"))
    explain = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    event.listen(database.engine, "before_cursor_execute", note)
    try:
        with database.read() as session:
            ask(session)
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
    statement, parameters = asked[-1]
    with database.engine.connect() as connection:
        rows = connection.exec_driver_sql(explain + statement, parameters).all()
    return "\n".join(str(row) for row in rows)
