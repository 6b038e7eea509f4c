"""Statements on the driver's own cursor do what a session's do."""

import sqlite3

import psycopg
import pytest
from sqlalchemy import bindparam, insert, null, select, text, update
from sqlalchemy.exc import (
    DBAPIError,
    IntegrityError,
    InvalidRequestError,
    OperationalError,
)
from sqlmodel import col

from api.store import prepared
from api.store.models import Answer, Resident, Response
from api.store.prepared import Prepared
from api.store.session import is_transient, savepoint
from api.store.types import uuid7
from tests.journeys import polls

NAMES = ("id", "created_at", "language", "misses")
ADD = Prepared(insert(Resident), *NAMES)
SPEAK = Prepared(
    update(Resident)
    .where(col(Resident.id) == bindparam("who"))
    .values(language=bindparam("speaks"), misses=7)
)
MISS = Prepared(update(Resident).values(misses=Resident.misses + bindparam("more")))


def add(session, clock, **fields):
    row = {"id": uuid7(), "created_at": clock(), "language": "th", "misses": 0}
    ADD.run(session, {**row, **fields})
    return fields.get("id", row["id"])


def test_what_is_bound_comes_back_as_it_was(database, clock):
    with database.write() as session:
        id_ = add(session, clock, language=None, misses=3)
    with database.read() as session:
        [row] = session.scalars(select(Resident)).all()
    assert (row.id, row.created_at, row.language, row.misses) == (id_, clock(), None, 3)


def test_what_a_column_refuses_is_refused(database, clock):
    with (
        pytest.raises(ValueError, match="without a time zone"),
        database.write() as session,
    ):
        add(session, clock, created_at=clock().replace(tzinfo=None))


def test_it_tells_how_many_rows_it_changed(database, clock):
    with database.write() as session:
        noi, lek = add(session, clock), add(session, clock)
        assert SPEAK.run(session, {"who": noi, "speaks": "en"}) == 1
        assert SPEAK.run(session, {"who": uuid7(), "speaks": "en"}) == 0
        assert MISS.run(session, {"more": 2}) == 2
    with database.read() as session:
        rows = {row.id: row for row in session.scalars(select(Resident))}
    assert (rows[noi].language, rows[noi].misses) == ("en", 9)
    assert (rows[lek].language, rows[lek].misses) == ("th", 2)


def test_it_is_of_the_sessions_transaction(database, clock):
    def adding_in_vain():
        with database.write() as session:
            add(session, clock)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        adding_in_vain()
    with database.read() as session:
        assert session.scalars(select(Resident)).all() == []


@pytest.mark.parametrize("value", ["a", ["a", "b"], 4, 4.5, None])
def test_json_is_stored_as_a_session_stores_it(database, clock, value):
    names = ("response_id", "question_key", "state", "answered_at")
    keep = Prepared(insert(Answer), *names, "value")
    none = Prepared(insert(Answer).values(value=null()), *names)
    with database.write() as session:
        response = given_response(session, clock)
        row = {"response_id": response.id, "state": "answered", "answered_at": clock()}
        if value is None:
            none.run(session, {**row, "question_key": "q"})
        else:
            keep.run(session, {**row, "question_key": "q", "value": value})
    with database.read() as session:
        [kept] = session.scalars(select(Answer)).all()
        assert kept.value == value
        empty = select(Answer).where(col(Answer.value).is_(null()))
        assert bool(session.scalars(empty).all()) == (value is None)


def given_response(session, clock):
    wave = polls.asks(session, polls.poll(polls.yes_no("q", "เคยไหมคะ")), clock())
    response = Response(wave_id=wave.id, language="th", mode="line", started_at=clock())
    session.add(response)
    session.flush()
    return response


def test_an_error_is_a_sessions_and_does_not_tell_what_was_bound(database, clock):
    with database.write() as session:
        id_ = add(session, clock)
    with pytest.raises(IntegrityError) as caught, database.write() as session:
        add(session, clock, id=id_, language="secret")
    assert "secret" not in str(caught.value)
    assert not is_transient(caught.value)


def test_a_busy_file_passes(sqlite_database, clock):
    other = sqlite3.connect(sqlite_database.engine.url.database, isolation_level=None)
    with sqlite_database.read() as session:
        prepared.script(session, "PRAGMA busy_timeout=1")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DBAPIError) as caught:
            add(session, clock)
        other.execute("ROLLBACK")
        prepared.script(session, "PRAGMA busy_timeout=10000")
    other.close()
    assert is_transient(caught.value)


def test_a_lost_connection_passes_and_the_next_is_another(postgres_database, clock):
    def losing_it():
        with postgres_database.write() as session:
            raw = session.connection().connection.driver_connection
            url = postgres_database.url.replace("+psycopg", "")
            with psycopg.connect(url, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s)", [raw.info.backend_pid])
            add(session, clock)

    with pytest.raises(DBAPIError) as caught:
        losing_it()
    assert is_transient(caught.value)
    assert caught.value.connection_invalidated
    with postgres_database.write() as session:
        add(session, clock)


def test_what_fails_after_a_savepoint_is_undone_by_itself(database, clock):
    with database.write() as session:
        noi = add(session, clock)
        with pytest.raises(IntegrityError), savepoint(session):
            add(session, clock, language=str(add(session, clock)), id=noi)
        with savepoint(session):
            lek = Resident(created_at=clock())
            session.add(lek)
    with database.read() as session:
        assert {row.id for row in session.scalars(select(Resident))} == {noi, lek.id}


@pytest.mark.parametrize("is_at_its_end", [True, False])
def test_a_failed_flush_is_what_is_raised_and_ends_all_of_it(
    database, clock, is_at_its_end
):
    def twice_the_same():
        with database.write() as session:
            noi = add(session, clock)
            with savepoint(session):
                session.add(Resident(id=noi, created_at=clock()))
                if not is_at_its_end:
                    session.flush()

    with pytest.raises(IntegrityError):
        twice_the_same()
    with database.read() as session:
        assert session.scalars(select(Resident)).all() == []


@pytest.mark.postgres
def test_a_connection_lost_in_a_part_is_what_is_raised(postgres_database, clock):
    with (
        pytest.raises(OperationalError) as raised,
        postgres_database.write() as session,
        savepoint(session),
    ):
        session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert is_transient(raised.value)


def test_what_a_part_has_not_written_is_written_at_its_end(database, clock):
    with database.write() as session:
        noi = add(session, clock)
        row = session.get_one(Resident, noi)
        with savepoint(session):
            row.language = "my"
        with pytest.raises(RuntimeError), savepoint(session):
            raise RuntimeError
    with database.read() as session:
        assert session.get_one(Resident, noi).language == "my"


def changed_after_all(database, clock):
    """A row is written, one that is refused, and then the first is changed."""
    with database.write() as session:
        noi = add(session, clock)
        session.add(Resident(id=noi, created_at=clock(), language="en", misses=0))
        with pytest.raises(IntegrityError):
            session.flush()
        SPEAK.run(session, {"who": noi, "speaks": "en"})


def test_in_a_transaction_that_is_over_nothing_more_is_changed(database, clock):
    """On SQLite the driver would carry it out by itself, outside of everything."""
    with pytest.raises(InvalidRequestError, match="transaction"):
        changed_after_all(database, clock)
    with database.read() as session:
        assert session.scalars(select(Resident)).all() == []
