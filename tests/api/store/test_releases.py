"""Two officers publish a value, over one record; what is taken back is marked."""

from datetime import timedelta

import pytest

from api.errors import DomainError
from api.store import append_only, audit, indicators, manual_values, releases, verifying
from api.store.models import IndicatorRelease, Wave
from surveys import record as records
from tests.api import answered, given
from tests.api.store import waving

CODE = "ET-S5"


@pytest.fixture
def officers(database, clock):
    with database.write() as session:
        return [given.officer(session, each, clock()) for each in ("anna", "boon")]


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        rows = [{"dialogue": 1 + number % 5} for number in range(100)]
        answered.fill(session, made, rows, clock())
    waving.frozen(database, made, clock.forward(days=7))
    return made


def find(database, period="w1"):
    with database.read() as session:
        return indicators.find(session, CODE, period)


def propose(database, value, officer, now):
    with database.write() as session:
        return releases.propose(session, value.id, officer.id, now)


def approve(database, release, officer, now, *, seen=None):
    with database.write() as session:
        return releases.approve(
            session, release.id, officer.id, seen_sha256=seen or release.sha256, now=now
        )


def test_a_value_is_published_by_two_officers_whose_names_stand_in_it(
    database, clock, wave, officers
):
    anna, boon = officers
    release = propose(database, find(database), anna, clock())
    with database.read() as session:
        assert [each.id for each in releases.waiting(session)] == [release.id]
        assert indicators.published(session, "ecotown_social_draft", CODE) == []
    published = approve(database, release, boon, clock.forward(hours=1))
    record = releases.record_of(published)
    assert (record.approvals.proposed_by, record.approvals.approved_by) == (
        "Anna",
        "Boon",
    )
    assert records.missing(record) == ()
    assert published.sha256 == records.sha256(record)
    with database.read() as session:
        ((value, _),) = indicators.published(session, "ecotown_social_draft", CODE)
        assert releases.waiting(session) == []
        actions = [entry.action for entry in audit.list_(session).items]
    assert value.value == 40.0
    assert {"release.propose", "release.approve"} <= set(actions)


def test_an_approval_that_is_made_ones_own_behind_the_programs_back_is_told(
    database, clock, wave, officers
):
    anna, boon = officers
    release = propose(database, find(database), anna, clock())
    approve(database, release, boon, clock())
    with database.read() as session:
        assert verifying.verify(session, find(database)).matches
    rows = IndicatorRelease.__table__
    with database.engine.begin() as connection:
        append_only.release(connection)
        connection.execute(rows.update().values(approved_by=anna.id))
        append_only.protect(connection)
    with database.read() as session:
        verdict = verifying.verify(session, find(database))
    assert verdict.differences == ("released: not approved by a second officer",)


def test_nobody_approves_what_they_proposed(database, clock, wave, officers):
    release = propose(database, find(database), officers[0], clock())
    with pytest.raises(DomainError, match="own_value"):
        approve(database, release, officers[0], clock())


def test_a_proposal_holds_for_a_day(database, clock, wave, officers):
    anna, boon = officers
    release = propose(database, find(database), anna, clock())
    late = clock.forward(days=1, seconds=1)
    with pytest.raises(DomainError, match="proposal_expired"):
        approve(database, release, boon, late)
    again = propose(database, find(database), anna, late)
    approve(database, again, boon, late + timedelta(hours=1))


def test_what_was_edited_since_is_not_approved_unseen(database, clock, wave, officers):
    anna, boon = officers
    release = propose(database, find(database), anna, clock())
    with pytest.raises(DomainError, match="record_changed"):
        approve(database, release, boon, clock(), seen="0" * 64)
    with database.write() as session:
        session.get_one(Wave, wave.id).limitations = "ฝนตกหนักสองวัน"
    with pytest.raises(DomainError, match="record_changed"):
        approve(database, release, boon, clock())
    again = propose(database, find(database), anna, clock())
    published = approve(database, again, boon, clock())
    assert "ฝนตกหนักสองวัน" in releases.record_of(published).limitations.th


def test_a_published_value_is_not_proposed_again(database, clock, wave, officers):
    anna, boon = officers
    release = propose(database, find(database), anna, clock())
    approve(database, release, boon, clock())
    with pytest.raises(DomainError, match="value_published"):
        propose(database, find(database), boon, clock())
    with pytest.raises(DomainError, match="value_not_proposed"):
        approve(database, release, boon, clock())


def test_a_provisional_value_is_not_proposed(database, clock, officers):
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, [{"dialogue": 4}] * 40, clock())
        indicators.compute(session, made.id, clock())
    with pytest.raises(DomainError, match="value_not_final"):
        propose(database, find(database), officers[0], clock())


def test_a_withdrawn_value_stays_readable_and_is_current_no_more(
    database, clock, wave, officers
):
    anna, boon = officers
    first = find(database)
    approve(database, propose(database, first, anna, clock()), boon, clock())
    with database.write() as session:
        gone = releases.withdraw(
            session,
            first.id,
            boon.id,
            reason="C-error",
            why="นับคำตอบซ้ำ",
            now=clock(),
        )
    assert (gone.status, gone.value, gone.revision) == ("withdrawn", None, 2)
    with database.read() as session:
        ((value, _),) = indicators.published(session, "ecotown_social_draft", CODE)
        assert value.id == first.id
        assert not indicators.is_current(session, value)
        latest = [each for each in indicators.latest(session) if each.code == CODE]
    assert [each.status for each in latest] == ["withdrawn"]
    with pytest.raises(DomainError, match="value_not_newest"):
        propose(database, first, anna, clock())
    with database.write() as session, pytest.raises(DomainError, match="not_newest"):
        releases.withdraw(
            session, gone.id, anna.id, reason="C-error", why="อีกครั้ง", now=clock()
        )


def test_a_withdrawal_says_why(database, clock, wave, officers):
    with database.write() as session, pytest.raises(DomainError, match="text_shape"):
        releases.withdraw(
            session,
            find(database).id,
            officers[0].id,
            reason="C-error",
            why=" ",
            now=clock(),
        )


def test_a_value_that_is_no_value_is_not_found(database, clock, officers):
    with database.write() as session, pytest.raises(DomainError, match="not_found"):
        releases.propose(session, officers[0].id, officers[0].id, clock())


def test_a_computed_indicator_is_not_entered_by_hand(database, clock, officers):
    with database.write() as session, pytest.raises(DomainError, match="computed"):
        manual_values.enter(
            session,
            CODE,
            "2026-11",
            value=50,
            n=None,
            evidence_sha256="0" * 64,
            source="บันทึก",
            officer_id=officers[0].id,
            now=clock(),
        )
