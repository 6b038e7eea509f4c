"""The audit log: what was altered shows, on both databases."""

import threading
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from api.store import audit
from api.store.append_only import protect
from api.store.audit import Head
from api.store.models import AuditEntry
from api.store.types import uuid7


def write(database, clock, count):
    for number in range(count):
        with database.write() as session:
            audit.record(
                session,
                actor="cli",
                action="test.act",
                subject=f"thing:{number}",
                now=clock.forward(seconds=1),
                number=number,
                who=uuid7(),
            )


def drop_triggers(connection):
    if connection.dialect.name == "sqlite":
        for event in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER audit_entry_no_{event}")
    else:
        connection.exec_driver_sql(
            "DROP TRIGGER audit_entry_append_only ON audit_entry"
        )


def tamper(database, *statements):
    """What someone with the database's password could do."""
    with database.engine.begin() as connection:
        drop_triggers(connection)
        for statement in statements:
            connection.execute(text(statement))
        protect(connection)


def test_an_untouched_log_is_whole(database, clock):
    write(database, clock, 5)
    with database.read() as session:
        assert audit.verify(session) is None
        assert audit.verify(session, audit.head(session)) is None
        assert audit.head(session).seq == 5


def test_an_empty_log_is_whole(database):
    with database.read() as session:
        assert audit.head(session) is None
        assert audit.verify(session) is None


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit_entry SET actor = 'job' WHERE seq = 3", 3),
        ("UPDATE audit_entry SET action = 'x' WHERE seq = 1", 1),
        ("UPDATE audit_entry SET details = '{}' WHERE seq = 2", 2),
        ("UPDATE audit_entry SET previous_hash = 'x' WHERE seq = 2", 2),
        ("DELETE FROM audit_entry WHERE seq = 3", 3),
        ("DELETE FROM audit_entry WHERE seq = 1", 1),
    ],
)
def test_an_alteration_is_found_where_it_is(database, clock, statement, broken):
    write(database, clock, 5)
    tamper(database, statement)
    with database.read() as session:
        assert audit.verify(session) == broken


def test_a_swap_of_two_entries_is_found(database, clock):
    write(database, clock, 4)
    tamper(
        database,
        "UPDATE audit_entry SET seq = 99 WHERE seq = 2",
        "UPDATE audit_entry SET seq = 2 WHERE seq = 3",
        "UPDATE audit_entry SET seq = 3 WHERE seq = 99",
    )
    with database.read() as session:
        assert audit.verify(session) == 2


def test_a_log_cut_off_at_its_end_is_found_with_the_head_kept_elsewhere(
    database, clock
):
    write(database, clock, 5)
    with database.read() as session:
        kept = audit.head(session)
    tamper(database, "DELETE FROM audit_entry WHERE seq > 3")
    with database.read() as session:
        assert audit.verify(session) is None
        assert audit.verify(session, kept) == 4


def test_a_log_written_anew_is_found_with_the_head_kept_elsewhere(database, clock):
    write(database, clock, 2)
    with database.read() as session:
        assert audit.verify(session, Head(2, "0" * 64)) == 2


def test_the_log_refuses_to_be_changed(database, clock):
    write(database, clock, 1)
    for statement in (
        "UPDATE audit_entry SET actor = 'x'",
        "DELETE FROM audit_entry",
    ):
        with (
            pytest.raises(DBAPIError, match="append-only"),
            database.write() as session,
        ):
            session.execute(text(statement))


def test_entries_made_at_the_same_moment_still_make_one_chain(database, clock):
    def work():
        for _ in range(5):
            with database.write() as session:
                audit.record(session, actor="cli", action="a", subject="s", now=clock())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert audit.head(session).seq == 20
        assert audit.verify(session) is None


def test_the_log_is_listed_newest_first_a_page_at_a_time(database, clock):
    write(database, clock, 5)
    with database.read() as session:
        first = audit.list_(session, limit=3)
        rest = audit.list_(session, after=first.next, limit=3)
    assert [entry.seq for entry in first.items] == [5, 4, 3]
    assert [entry.seq for entry in rest.items] == [2, 1]
    assert rest.next is None


def test_what_is_older_than_five_years_may_go_and_the_rest_stays_whole(database, clock):
    clock.forward(days=-4000)
    write(database, clock, 3)
    clock.forward(days=4000)
    write(database, clock, 2)
    with database.write() as session:
        assert audit.prune(session, before=clock(), now=clock()) == 3
    with database.read() as session:
        rest = session.exec(select(AuditEntry).order_by(AuditEntry.seq))
        assert [entry.seq for entry in rest] == [4, 5, 6]
        assert audit.verify(session) is None


def test_nothing_younger_than_five_years_goes(database, clock):
    write(database, clock, 3)
    with database.write() as session:
        asked = clock() + timedelta(days=1)
        assert audit.prune(session, before=asked, now=clock()) == 0
    with database.read() as session:
        assert audit.head(session).seq == 3


def test_a_log_whose_beginning_is_gone_without_a_word_is_broken(database, clock):
    write(database, clock, 3)
    tamper(database, "DELETE FROM audit_entry WHERE seq < 3")
    with database.read() as session:
        assert audit.verify(session) == 1


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    seq=st.integers(1, 6),
    column=st.sampled_from(["actor", "action", "subject", "hash", "at"]),
)
def test_any_single_change_is_found(sqlite_database, clock, seq, column):
    with sqlite_database.read() as session:
        empty = audit.head(session) is None
    if empty:
        write(sqlite_database, clock, 6)
    with sqlite_database.engine.connect() as connection:
        transaction = connection.begin()
        drop_triggers(connection)
        value = "'2020-01-01 00:00:00.000000'" if column == "at" else "'other'"
        connection.execute(
            text(f"UPDATE audit_entry SET {column} = {value} WHERE seq = {seq}")
        )
        with Session(connection) as session:
            assert audit.verify(session) == seq
        transaction.rollback()
