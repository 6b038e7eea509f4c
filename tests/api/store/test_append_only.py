"""What a number or a decision rests on is never changed, by whatever statement."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import select

from api.store import audit, migrate
from api.store.append_only import protect
from api.store.models import AuditEntry, IndicatorRelease, IndicatorValue
from tests.api import given
from tests.api.store import rows


@pytest.fixture
def recorded(database, clock):
    """One value of an indicator and one audit entry, both of today."""
    with database.write() as session:
        town = rows.town(session, clock())
        session.add(
            IndicatorValue(
                framework="f", code="c", period="w", wave_id=town.wave.id,
                revision=1, n=30, skipped=0, dont_know=0, value=50.0, method="wilson",
                status="final", computed_at=clock(),
            )
        )  # fmt: skip
        audit.record(session, actor="cli", action="a", subject="s", now=clock())
    return database


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET actor = 'x'",
        "DELETE FROM audit_entry",
        "UPDATE indicator_value SET value = 99",
        "DELETE FROM indicator_value",
        "UPDATE indicator_value SET value = 99 WHERE n = 30",
    ],
)
def test_what_is_recorded_is_neither_changed_nor_deleted(recorded, statement):
    with (
        pytest.raises(DBAPIError, match="append-only"),
        recorded.write() as session,
    ):
        session.execute(text(statement))
    with recorded.read() as session:
        assert session.exec(select(AuditEntry.actor)).all() == ["cli"]
        assert session.exec(select(IndicatorValue.value)).all() == [50.0]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE indicator_release SET sha256 = 'x'", "DELETE FROM indicator_release"],
)
def test_what_two_officers_released_is_neither_changed_nor_deleted(
    recorded, clock, statement
):
    with recorded.write() as session:
        value = session.exec(select(IndicatorValue)).one()
        anna = given.officer(session, "anna", clock())
        release = IndicatorRelease(
            value_id=value.id, record={}, sha256="", proposed_by=anna.id,
            proposed_at=clock(),
        )  # fmt: skip
        session.add(release)
        session.flush()
        # Until then it may be proposed anew.
        session.execute(text("UPDATE indicator_release SET sha256 = 'seen'"))
        session.expire(release)
        release.approved_at = clock()
    with (
        pytest.raises(DBAPIError, match="append-only"),
        recorded.write() as session,
    ):
        session.execute(text(statement))
    with recorded.read() as session:
        assert session.exec(select(IndicatorRelease.sha256)).all() == ["seen"]


def test_a_newer_value_is_a_new_row(recorded, clock):
    with recorded.write() as session:
        old = session.exec(select(IndicatorValue)).one()
        session.add(IndicatorValue(**{**old.model_dump(exclude={"id"}), "revision": 2}))
    with recorded.read() as session:
        assert len(session.exec(select(IndicatorValue)).all()) == 2


@pytest.mark.parametrize(("days", "goes"), [(1824, False), (1826, True)])
def test_an_audit_entry_may_go_after_five_years_by_the_databases_clock(
    database, days, goes
):
    ago = {
        "sqlite": f"strftime('%Y-%m-%d %H:%M:%f000', 'now', '-{days} days')",
        "postgresql": f"now() - interval '{days} days'",
    }[database.engine.dialect.name]
    with database.write() as session:
        session.execute(
            text(
                "INSERT INTO audit_entry "
                "(seq, at, actor, action, subject, details, previous_hash, hash) "
                f"VALUES (1, {ago}, 'cli', 'a', 's', '{{}}', '', '')"
            )
        )
    if goes:
        with database.write() as session:
            session.execute(text("DELETE FROM audit_entry"))
        return
    with pytest.raises(DBAPIError, match="append-only"), database.write() as session:
        session.execute(text("DELETE FROM audit_entry"))


def test_the_triggers_can_be_made_again_and_again(recorded):
    with migrate.rebuilding(recorded) as connection:
        protect(connection)
        protect(connection)
    with pytest.raises(DBAPIError, match="append-only"), recorded.write() as session:
        session.execute(text("DELETE FROM indicator_value"))
