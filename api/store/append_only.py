"""Triggers that refuse to change what a number or a decision rests on.

Made again after every migration: a rebuilt SQLite table has lost its own.
"""

from sqlalchemy import Connection

# An audit entry may go after five years; retention asks no earlier.
AUDIT_YEARS_DAYS = 1825


def protect(connection: Connection) -> None:
    """(Re)create the triggers on both kinds of database."""
    if connection.dialect.name == "sqlite":
        _on_sqlite(connection)
    else:
        _on_postgres(connection)


def _on_sqlite(connection: Connection) -> None:
    old_audit = f"old.at > datetime('now', '-{AUDIT_YEARS_DAYS} days')"
    for table, event, when in (
        ("audit_entry", "UPDATE", "1"),
        ("audit_entry", "DELETE", old_audit),
        ("indicator_value", "UPDATE", "1"),
        ("indicator_value", "DELETE", "1"),
    ):
        name = f"{table}_no_{event.lower()}"
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
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
    for table in ("audit_entry", "indicator_value"):
        connection.exec_driver_sql(
            f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}"
        )
        connection.exec_driver_sql(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION ecotown_append_only()"
        )
