"""Triggers that refuse to change what a number or a decision rests on.

Taken away before a migration (SQLite renames no table that a trigger speaks of) and
made again after it: a rebuilt SQLite table has lost its own.
"""

from sqlalchemy import Connection

# An audit entry may go after five years; retention asks no earlier.
AUDIT_YEARS_DAYS = 1825
# What of a frozen wave, and of a response and its answers in one, stays as it is, that
# of an unfinished one too: how many left half way is part of the evidence. An answer's
# own words are not among it: they are let go of after their time.
WAVE = (
    "id", "key", "survey_version_id", "state", "frame", "frame_note", "population",
    "population_size", "drawn", "min_age", "reminders", "margins", "benchmark",
    "opens_at", "ends_at", "closes_at", "results_by", "frozen_at", "evidence",
    "made_up",
)  # fmt: skip
RESPONSE = (
    "id", "wave_id", "state", "language", "mode", "entered_by", "source", "adult",
    "asked_order", "flags", "excluded", "started_at", "completed_at",
)  # fmt: skip
ANSWER = ("response_id", "question_key", "state", "value", "answered_at")
FROZEN = "belongs to a frozen wave"
# A release that a second officer has approved has been told.
RELEASED = "old.approved_at IS NOT NULL"


def protect(connection: Connection) -> None:
    """(Re)create the triggers on both kinds of database."""
    if connection.dialect.name == "sqlite":
        _on_sqlite(connection)
    else:
        _on_postgres(connection)


def release(connection: Connection) -> None:
    """Take away every trigger that there may be."""
    if connection.dialect.name == "sqlite":
        made = connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
        for (name,) in made.fetchall():
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        return
    for function in ("append_only", "wave_frozen", "response_frozen", "answer_frozen"):
        # With the function go the triggers that call it.
        connection.exec_driver_sql(
            f"DROP FUNCTION IF EXISTS ecotown_{function}() CASCADE"
        )


def _on_sqlite(connection: Connection) -> None:
    old_audit = f"old.at > datetime('now', '-{AUDIT_YEARS_DAYS} days')"
    for table, event, when in (
        ("audit_entry", "UPDATE", "1"),
        ("audit_entry", "DELETE", old_audit),
        ("indicator_value", "UPDATE", "1"),
        ("indicator_value", "DELETE", "1"),
        ("wave_feedback", "UPDATE", "1"),
        ("wave_feedback", "DELETE", "1"),
        ("indicator_release", "UPDATE", RELEASED),
        ("indicator_release", "DELETE", RELEASED),
    ):
        _sqlite_trigger(connection, table, event, when, f"{table} is append-only")
    for table, event, when in _sqlite_frozen():
        _sqlite_trigger(connection, table, event, when, f"{table} {FROZEN}")


def _sqlite_frozen() -> list[tuple[str, str, str]]:
    """Table, event and condition of what is refused in a frozen wave."""

    def wave(row: str) -> str:
        # As a scalar, so that it is looked up by its key.
        return f"(SELECT state FROM wave WHERE id = {row}.wave_id) = 'frozen'"

    def changed(columns: tuple[str, ...]) -> str:
        return "(" + " OR ".join(f"old.{c} IS NOT new.{c}" for c in columns) + ")"

    return [
        ("wave", "UPDATE", f"old.state = 'frozen' AND {changed(WAVE)}"),
        ("wave", "DELETE", "old.state = 'frozen'"),
        ("response", "INSERT", wave("new")),
        (
            "response",
            "UPDATE",
            f"{changed(RESPONSE)} AND ({wave('old')} OR {wave('new')})",
        ),
        ("response", "DELETE", wave("old")),
        ("answer", "INSERT", _in_frozen("new")),
        (
            "answer",
            "UPDATE",
            f"{changed(ANSWER)} AND ({_in_frozen('old')} OR {_in_frozen('new')})",
        ),
        ("answer", "DELETE", _in_frozen("old")),
    ]


def _in_frozen(row: str) -> str:
    """Whether an answer is one in a frozen wave."""
    return (
        "EXISTS (SELECT 1 FROM response r JOIN wave w ON w.id = r.wave_id "
        f"WHERE r.id = {row}.response_id AND w.state = 'frozen')"
    )


def _sqlite_trigger(
    connection: Connection, table: str, event: str, when: str, why: str
) -> None:
    name = f"{table}_no_{event.lower()}"
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    connection.exec_driver_sql(
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when} "
        f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
    )


def _on_postgres(connection: Connection) -> None:
    connection.exec_driver_sql(
        f"""
        CREATE OR REPLACE FUNCTION ecotown_append_only() RETURNS trigger AS $$
        BEGIN
          IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_entry' THEN
            IF OLD.at <= now() - interval '{AUDIT_YEARS_DAYS} days' THEN
              RETURN OLD;
            END IF;
          END IF;
          RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME;
        END $$ LANGUAGE plpgsql
        """
    )
    for table in ("audit_entry", "indicator_value", "wave_feedback"):
        _postgres_trigger(connection, table, "append_only", "UPDATE OR DELETE")
    _postgres_trigger(
        connection, "indicator_release", "append_only", "UPDATE OR DELETE", RELEASED
    )
    for table, refused in (
        ("wave", _postgres_wave()),
        ("response", _postgres_response()),
        ("answer", _postgres_answer()),
    ):
        connection.exec_driver_sql(
            f"""
            CREATE OR REPLACE FUNCTION ecotown_{table}_frozen() RETURNS trigger AS $$
            BEGIN
              {refused}
              IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
              RETURN NEW;
            END $$ LANGUAGE plpgsql
            """
        )
        events = "UPDATE OR DELETE" if table == "wave" else "INSERT OR UPDATE OR DELETE"
        _postgres_trigger(connection, table, f"{table}_frozen", events)


def _same(columns: tuple[str, ...]) -> str:
    """Whether an update leaves these columns alone; JSON has no equality but its text,
    and an unchanged value keeps that."""
    old, new = (
        ", ".join(f"{row}.{c}::text" for c in columns) for row in ("OLD", "NEW")
    )
    return f"ROW({old}) IS NOT DISTINCT FROM ROW({new})"


def _refuse(table: str, condition: str) -> str:
    return f"IF {condition} THEN RAISE EXCEPTION '{table} {FROZEN}'; END IF;"


def _postgres_wave() -> str:
    return (
        "IF OLD.state = 'frozen' THEN IF TG_OP = 'DELETE' THEN "
        f"RAISE EXCEPTION 'wave {FROZEN}'; END IF; "
        f"{_refuse('wave', f'NOT {_same(WAVE)}')} END IF;"
    )


def _postgres_response() -> str:
    def frozen(row: str) -> str:
        return f"(SELECT state FROM wave WHERE id = {row}.wave_id) = 'frozen'"

    return f"""
      IF TG_OP = 'INSERT' THEN {_refuse("response", frozen("NEW"))} RETURN NEW; END IF;
      IF TG_OP = 'DELETE' THEN {_refuse("response", frozen("OLD"))} RETURN OLD; END IF;
      IF {_same(RESPONSE)} THEN RETURN NEW; END IF;
      {_refuse("response", f"{frozen('OLD')} OR {frozen('NEW')}")}
    """


def _postgres_answer() -> str:
    return f"""
      IF TG_OP = 'UPDATE' THEN
        IF {_same(ANSWER)} THEN RETURN NEW; END IF;
      END IF;
      IF TG_OP <> 'INSERT' THEN {_refuse("answer", _in_frozen("OLD"))} END IF;
      IF TG_OP <> 'DELETE' THEN {_refuse("answer", _in_frozen("NEW"))} END IF;
    """


def _postgres_trigger(
    connection: Connection, table: str, function: str, events: str, when: str = "true"
) -> None:
    connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {table}_{function} ON {table}")
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_{function} BEFORE {events} ON {table} "
        f"FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION ecotown_{function}()"
    )
