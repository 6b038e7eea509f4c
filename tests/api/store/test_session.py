"""Transactions, column types and the schema, on both databases."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import event, select, text
from sqlalchemy.exc import DBAPIError, TimeoutError
from sqlmodel import SQLModel

from api.store.models import Contact, Resident
from api.store.session import Database, Gate, is_transient
from api.store.types import uuid7
from api.store.words import ContactState
from tests.conftest import KEYS, opened_sqlite
from tests.patience import PATIENCE_S


def test_a_moment_comes_back_in_utc(database, clock):
    bangkok = timezone(timedelta(hours=7))
    with database.write() as session:
        session.add(Resident(created_at=clock().astimezone(bangkok)))
    with database.read() as session:
        found = session.scalars(select(Resident)).one()
    assert found.created_at == clock()
    assert found.created_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(database):
    naive = datetime(2026, 1, 1)  # noqa: DTZ001  the point of the test
    with (
        pytest.raises(Exception, match="without a time zone"),
        database.write() as session,
    ):
        session.add(Resident(created_at=naive))


def test_a_word_is_stored_as_its_text(database, clock):
    with database.write() as session:
        resident = Resident(created_at=clock())
        session.add(resident)
        session.flush()
        session.add(
            Contact(
                resident_id=resident.id,
                channel="line",
                account="a",
                address_hash="h",
                address_sealed=b"",
                created_at=clock(),
                seen_at=clock(),
            )
        )
    with database.read() as session:
        assert session.scalar(text("SELECT state FROM contact")) == "active"
        assert session.scalars(select(Contact)).one().state is ContactState.ACTIVE


def test_what_fails_half_way_leaves_nothing(database, clock):
    def fail_half_way() -> None:
        with database.write() as session:
            session.add(Resident(created_at=clock()))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_half_way()
    with database.read() as session:
        assert session.scalars(select(Resident)).all() == []


def test_a_reading_transaction_cannot_write_on_postgres(postgres_database, clock):
    def write() -> None:
        with postgres_database.read() as session:
            session.add(Resident(created_at=clock()))
            session.flush()

    with pytest.raises(DBAPIError, match="read-only"):
        write()


def test_those_who_take_events_pass_the_gate_first():
    gate = Gate()
    order: list[str] = []
    waiting = threading.Barrier(3)

    def pass_gate(name: str, urgent: bool) -> None:
        waiting.wait()
        with gate.hold(urgent=urgent):
            order.append(name)

    with gate.hold(urgent=False):
        threads = [
            threading.Thread(target=pass_gate, args=("job", False)),
            threading.Thread(target=pass_gate, args=("inbox", True)),
        ]
        for thread in threads:
            thread.start()
        waiting.wait()
        while not (gate._urgent and gate._others):
            pass
    for thread in threads:
        thread.join()
    assert order == ["inbox", "job"]


def test_one_who_writes_again_and_again_overtakes_nobody_at_the_gate():
    gate = Gate()
    order: list[str] = []

    def pass_gate() -> None:
        with gate.hold(urgent=False):
            order.append("waited")

    with gate.hold(urgent=False):
        waiting = threading.Thread(target=pass_gate)
        waiting.start()
        while not gate._others:
            pass
    with gate.hold(urgent=False):
        order.append("again")
    waiting.join()
    assert order == ["waited", "again"]


def test_threads_that_go_on_working_take_turns_on_sqlite(sqlite_database):
    """The sender's look must not begin in the midst of a batch of the handler's."""
    order: list[str] = []

    def look() -> None:
        with sqlite_database.turn():
            order.append("sender looks")

    with sqlite_database.turn():
        waiting = threading.Thread(target=look)
        waiting.start()
        while not sqlite_database._turns._others:
            pass
        # Taking events in, and reading, waits for nobody's turn.
        with sqlite_database.write(urgent=True), sqlite_database.read():
            order.append("events taken")
        with sqlite_database.turn():
            order.append("batch ends")
    waiting.join()
    assert order == ["events taken", "batch ends", "sender looks"]


def test_nobody_waits_for_a_turn_on_postgres(postgres_database):
    with postgres_database.turn(), ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: postgres_database.turn().__enter__()).result(PATIENCE_S)


def test_the_migrations_make_exactly_the_models_tables(database):
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


@pytest.mark.parametrize("table", ["audit_entry", "indicator_value"])
def test_append_only_tables_have_their_triggers(database, table):
    query = {
        True: "SELECT count(*) FROM sqlite_master WHERE type='trigger' AND tbl_name=:t",
        False: "SELECT count(*) FROM pg_trigger WHERE tgrelid = CAST(:t AS regclass)"
        " AND NOT tgisinternal",
    }[database.is_sqlite]
    with database.read() as session:
        assert session.scalar(text(query), {"t": table}) >= 1


@pytest.mark.parametrize(
    ("state", "again"),
    [("53300", True), ("25006", True), ("57P01", True), ("23505", False)],
)
def test_what_the_server_cannot_do_now_may_be_done_again(state, again):
    refused = psycopg.errors.lookup(state)()
    assert is_transient(DBAPIError("SELECT 1", None, refused)) is again


def test_a_pool_without_a_free_connection_may_have_one_later():
    assert is_transient(TimeoutError("QueuePool limit reached"))


def test_a_commit_outlives_a_power_cut(tmp_path):
    engine = opened_sqlite(f"sqlite:///{tmp_path / 'x.db'}")
    with engine.connect() as connection:
        full = connection.execute(text("PRAGMA synchronous")).scalar()
    engine.dispose()
    assert full == 2


def test_what_is_deleted_is_written_over_on_every_connection(tmp_path):
    engine = opened_sqlite(f"sqlite:///{tmp_path / 'x.db'}")

    def built(connection, _record):
        """As SQLite is built by its makers; some systems build it otherwise."""
        connection.execute("PRAGMA secure_delete=OFF")

    event.listen(engine, "connect", built, insert=True)
    with engine.connect() as one, engine.connect() as other:
        found = [each.scalar(text("PRAGMA secure_delete")) for each in (one, other)]
    engine.dispose()
    assert found == [1, 1]


def test_many_may_open_a_new_file_at_once(tmp_path):
    def look(path):
        database = Database(f"sqlite:///{path}", KEYS)
        together.wait()
        with database.engine.connect() as connection:
            connection.execute(text("SELECT 1"))
        database.close()

    at_once = 6
    together = threading.Barrier(at_once)
    with ThreadPoolExecutor(at_once) as pool:
        for number in range(60):
            path = tmp_path / f"{number}.db"
            list(pool.map(look, [path] * at_once))


def test_of_two_ids_the_later_is_the_greater(monkeypatch):
    made = [uuid7() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert {each.version for each in made} == {7}
    # Also when the clock is set back.
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert uuid7() > made[-1]


def test_no_id_is_made_twice_by_threads():
    with ThreadPoolExecutor(8) as pool:
        rounds = pool.map(lambda _: [uuid7() for _ in range(2_000)], range(8))
        made = [each for some in rounds for each in some]
    # What is told apart is what orders them, before the part left to chance.
    assert len({each.int >> 64 for each in made}) == len(made)


def test_an_id_begins_with_the_time_it_was_made():
    before = time.time_ns() // 1_000_000
    made = uuid7().int >> 80
    assert before <= made <= time.time_ns() // 1_000_000 + 1_000


def test_a_new_database_and_its_log_are_their_owners_alone(tmp_path):
    path = tmp_path / "town.db"
    database = Database(f"sqlite:///{path}", KEYS)
    with database.write() as session:
        session.execute(text("CREATE TABLE one (id)"))
        modes = {
            each.name: oct(each.stat().st_mode & 0o777) for each in tmp_path.iterdir()
        }
    database.close()
    assert {modes["town.db"], modes["town.db-wal"]} == {"0o600"}


def test_a_database_that_is_there_keeps_the_mode_somebody_gave_it(tmp_path):
    path = tmp_path / "town.db"
    path.touch()
    path.chmod(0o640)
    database = Database(f"sqlite:///{path}", KEYS)
    with database.write() as session:
        session.execute(text("CREATE TABLE one (id)"))
    database.close()
    assert oct(path.stat().st_mode & 0o777) == "0o640"
