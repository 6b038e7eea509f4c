"""Broadcasts: two officers, the words they saw, one day."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, settings
from hypothesis import given as for_any
from hypothesis import strategies as st
from sqlmodel import col, func, select

from api.errors import DomainError
from api.store import broadcasts, expansion, forget, officers, reports
from api.store.models import Broadcast, Contact, Delivery
from api.store.reports import Wording
from api.store.words import (
    BroadcastState,
    ContactState,
    DeliveryKind,
    DeliveryState,
    ReportState,
)
from tests.api import given
from tests.api.store.plans import statements_of

DELAY = timedelta(seconds=30)


@pytest.fixture
def people(database, clock):
    with database.write() as session:
        return [given.officer(session, x, clock()) for x in ("anna", "boon", "chai")]


@pytest.fixture
def report(database, clock, people):
    with database.write() as session:
        return given.report(session, people[0], clock())


@pytest.fixture
def proposed(database, clock, people, report):
    with database.write() as session:
        return broadcasts.propose(session, report.id, people[0].id, clock())


def approve(database, clock, broadcast, officer, sha256=None):
    with database.write() as session:
        return broadcasts.approve(
            session,
            broadcast.id,
            officer.id,
            seen_sha256=sha256 or broadcast.content_sha256,
            now=clock(),
            delay=DELAY,
        )


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def delivery(session, broadcast, contact, clock, state, reason=None):
    session.add(
        Delivery(
            contact_id=contact.id,
            channel=contact.channel,
            account=contact.account,
            kind=DeliveryKind.BROADCAST,
            broadcast_id=broadcast.id,
            state=state,
            reason=reason,
            created_at=clock(),
            not_before=clock(),
        )
    )
    session.flush()


def test_a_second_officer_lets_it_go(database, clock, people, proposed):
    approved = approve(database, clock, proposed, people[1])
    assert approved.state is BroadcastState.APPROVED
    assert approved.approver_id == people[1].id
    assert approved.starts_at == clock() + DELAY


def test_the_author_cannot_approve_even_if_another_proposed(
    database, clock, people, report
):
    with database.write() as session:
        proposed = broadcasts.propose(session, report.id, people[1].id, clock())
    for officer in people[:2]:
        with refused("error.own_report"):
            approve(database, clock, proposed, officer)
    approve(database, clock, proposed, people[2])


def test_nobody_who_ever_put_words_into_it_can_approve(database, clock, people, report):
    """Boon changes it, Anna changes it again: it takes Chai."""
    anna, boon, chai = people
    with database.write() as session:
        for n, officer in enumerate((boon, anna)):
            words = Wording(source_name=f"source {n}")
            given.edited(session, report.id, words, officer, clock())
        proposed = broadcasts.propose(session, report.id, anna.id, clock())
    with refused("error.own_report"):
        approve(database, clock, proposed, boon)
    approve(database, clock, proposed, chai)


def test_a_page_of_broadcasts_is_two_statements_however_long(database, clock, people):
    with database.write() as session:
        for _ in range(4):
            report = given.report(session, people[0], clock())
            broadcasts.propose(session, report.id, people[0].id, clock())
    asked = statements_of(
        database, lambda session: broadcasts.with_reports(session, limit=3)
    )
    assert len(asked) == 2
    with database.read() as session:
        found = broadcasts.with_reports(session, limit=3)
        assert len(found.items) == 3
        assert all(made.report_id == told.id for made, told in found.items)
        rest = broadcasts.with_reports(session, limit=3, after=found.next)
        assert len(rest.items) == 1
        begun = broadcasts.with_reports(session, states=broadcasts.UNDER_WAY)
        assert begun.items == []


def test_an_approval_is_about_the_words_that_were_seen(
    database, clock, people, proposed
):
    with refused("error.words_changed"):
        approve(database, clock, proposed, people[1], "0" * 64)


def test_words_changed_behind_the_programs_back_are_not_approved(
    database, clock, people, report, proposed
):
    with database.write() as session:
        session.merge(report).source_name = "someone else"
    with refused("error.words_changed"):
        approve(database, clock, proposed, people[1])


def test_a_proposal_lapses_after_a_day_and_can_be_made_again(
    database, clock, people, report, proposed
):
    clock.forward(hours=24)
    with refused("error.already_proposed"), database.write() as session:
        broadcasts.propose(session, report.id, people[0].id, clock())
    clock.forward(seconds=1)
    with refused("error.proposal_expired"):
        approve(database, clock, proposed, people[1])
    with database.write() as session:
        again = broadcasts.propose(session, report.id, people[0].id, clock())
        assert broadcasts.of_report(session, report.id).id == again.id
        assert broadcasts.get(session, proposed.id).state is BroadcastState.CANCELLED
    approve(database, clock, again, people[1])


def test_a_disabled_officer_decides_nothing(database, clock, people, report, proposed):
    with database.write() as session:
        officers.disable(session, people[1].id, by="cli", now=clock())
    with refused("error.officer_disabled"):
        approve(database, clock, proposed, people[1])


def test_an_approval_is_given_once(database, clock, people, proposed):
    approve(database, clock, proposed, people[1])
    with refused("error.not_proposed"):
        approve(database, clock, proposed, people[2])


def test_a_report_waiting_or_published_is_not_proposed(
    database, clock, people, report, proposed
):
    approve(database, clock, proposed, people[1])
    clock.forward(days=3)
    with refused("error.already_proposed"), database.write() as session:
        broadcasts.propose(session, report.id, people[0].id, clock())
    with database.write() as session:
        reports.get(session, report.id).state = ReportState.PUBLISHED
    with refused("error.report_published"), database.write() as session:
        broadcasts.propose(session, report.id, people[0].id, clock())


def test_a_refused_report_is_a_draft_again(database, clock, people, report, proposed):
    with database.write() as session:
        broadcasts.refuse(session, proposed.id, people[2].id, clock())
        assert reports.get(session, report.id).state is ReportState.DRAFT
    with refused("error.not_proposed"):
        approve(database, clock, proposed, people[1])


def test_an_approval_is_taken_back_before_it_starts(
    database, clock, people, report, proposed
):
    approve(database, clock, proposed, people[1])
    with database.write() as session:
        back = broadcasts.cancel(session, proposed.id, people[0].id, clock())
        assert back.state is BroadcastState.CANCELLED
        assert reports.get(session, report.id).state is ReportState.DRAFT
    with refused("error.broadcast_over"), database.write() as session:
        broadcasts.cancel(session, proposed.id, people[0].id, clock())


def test_an_edit_takes_an_approval_back(database, clock, people, report, proposed):
    approve(database, clock, proposed, people[1])
    with database.write() as session:
        given.edited(session, report.id, Wording(source_name="x"), people[0], clock())
        gone = broadcasts.get(session, proposed.id)
        assert gone.state is BroadcastState.CANCELLED


def test_cancelling_while_sending_skips_what_has_not_gone(
    database, clock, people, report, proposed
):
    states = (
        DeliveryState.SENT,
        DeliveryState.SENDING,
        DeliveryState.PENDING,
        DeliveryState.PARKED,
    )
    with database.write() as session:
        session.get_one(Broadcast, proposed.id).state = BroadcastState.SENDING
        reports.get(session, report.id).state = ReportState.PUBLISHED
        for number, state in enumerate(states):
            met = given.contact(session, f"U{number}", clock())
            delivery(session, proposed, met, clock, state)
    with database.write() as session:
        broadcasts.cancel(session, proposed.id, None, clock())
    with database.read() as session:
        lines = broadcasts.ledger(session, proposed.id)
        assert {(x.state, x.reason): x.count for x in lines} == {
            (DeliveryState.SENT, None): 1,
            (DeliveryState.SENDING, None): 1,
            (DeliveryState.SKIPPED, "cancelled"): 2,
        }
        # Some have read it: it stays published.
        assert reports.get(session, report.id).state is ReportState.PUBLISHED


def test_what_still_waits_can_be_stopped_after_all_else_is_done(
    database, clock, people, proposed
):
    waiting = {"line": DeliveryState.PARKED, "web": DeliveryState.PENDING}
    with database.write() as session:
        session.get_one(Broadcast, proposed.id).state = BroadcastState.DONE
        met = given.contact(session, "U1", clock())
        delivery(session, proposed, met, clock, DeliveryState.SENT)
    with refused("error.broadcast_over"), database.write() as session:
        broadcasts.cancel(session, proposed.id, people[0].id, clock())
    with database.write() as session:
        for channel, state in waiting.items():
            met = given.contact(session, channel, clock(), channel=channel)
            delivery(session, proposed, met, clock, state)
    with database.write() as session:
        back = broadcasts.cancel(session, proposed.id, people[0].id, clock())
        assert back.state is BroadcastState.CANCELLED
        lines = broadcasts.ledger(session, proposed.id)
    assert {(x.channel, x.state) for x in lines if x.reason == "cancelled"} == {
        ("line", DeliveryState.SKIPPED),
        ("web", DeliveryState.SKIPPED),
    }


def test_a_large_audience_is_skipped_in_slices(database, clock, people, proposed):
    with database.write() as session:
        for number in range(5):
            met = given.contact(session, f"U{number}", clock())
            delivery(session, proposed, met, clock, DeliveryState.PENDING)
        skip = [
            broadcasts.skip_unsent(session, proposed.id, clock(), limit=2)
            for _ in range(4)
        ]
    assert skip == [2, 2, 1, 0]


def test_the_audience_is_who_is_subscribed_and_can_be_reached(database, clock):
    with database.write() as session:
        fill_the_town(session, clock)
        assert broadcasts.audience(session) == {
            "line": {"my": 1, "th": 2},
            "telegram": {"th": 1},
            "web": {"th": 1},
        }


def test_the_count_shown_is_the_count_written_out(database, clock, people, proposed):
    with database.write() as session:
        fill_the_town(session, clock)
    clock.forward(minutes=1)
    with database.read() as session:
        shown = broadcasts.audience(session)
    approved = approve(database, clock, proposed, people[1])
    with database.write() as session:
        expansion.start(session, approved.id, clock())
        while expansion.expand(session, approved.id, clock(), on=("line",)):
            pass
        written = {
            channel: session.scalar(
                select(func.count()).where(col(Delivery.channel) == channel)
            )
            for channel in shown
        }
        every = session.scalar(select(func.count()).select_from(Delivery))
    assert written == {name: sum(langs.values()) for name, langs in shown.items()}
    assert every == sum(written.values())


def fill_the_town(session, clock):
    given.contact(session, "U1", clock(), subscribed=True, language="my")
    given.contact(session, "U2", clock(), subscribed=True)
    given.contact(session, "U3", clock())
    given.contact(session, "7", clock(), subscribed=True, channel="telegram")
    given.contact(session, "t", clock(), subscribed=True, channel="terminal")
    gone = given.contact(session, "U4", clock(), subscribed=True)
    session.get_one(Contact, gone.id).state = ContactState.BLOCKED
    # Each one person on two channels: where they wrote last counts, old or new.
    for line, web, is_back in (("U5", "w5", False), ("U6", "w6", True)):
        first = given.contact(session, line, clock(), subscribed=True)
        clock.forward(minutes=1)
        second = given.contact(session, web, clock(), channel="web")
        session.get_one(Contact, second.id).resident_id = first.resident_id
        if is_back:
            first.seen_at = clock.forward(minutes=1)
    session.flush()


def test_the_ledger_is_paged_in_the_order_it_was_written(
    database, clock, people, proposed
):
    with database.write() as session:
        for number in range(3):
            met = given.contact(session, f"U{number}", clock())
            delivery(session, proposed, met, clock, DeliveryState.SENT)
    with database.read() as session:
        first = broadcasts.ledger_rows(session, proposed.id, limit=2)
        rest = broadcasts.ledger_rows(session, proposed.id, after=first.next)
        ids = [row.id for row in first.items + rest.items]
    assert ids == sorted(ids)
    assert len(ids) == 3
    assert rest.next is None


def test_a_place_in_the_list_that_is_none_is_refused(database):
    with database.read() as session, refused("error.bad_cursor"):
        broadcasts.list_(session, after="not a place")


ACTS = ("propose", "edit", "approve", "approve", "stale", "wait", "refuse", "cancel")
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTS), st.integers(0, 2)), min_size=3, max_size=12
)


def act(session, clock, name, report_id, officer, first_seen):
    """One officer tries one thing; whether it is allowed is the store's to say."""
    newest = broadcasts.of_report(session, report_id)
    if name == "edit":
        words = Wording(source_name=f"{officer.login} {clock.forward(seconds=1)}")
        given.edited(session, report_id, words, officer, clock())
    elif name == "propose":
        broadcasts.propose(session, report_id, officer.id, clock())
    elif newest is None:
        return
    elif name == "refuse":
        broadcasts.refuse(session, newest.id, officer.id, clock())
    elif name == "cancel":
        broadcasts.cancel(session, newest.id, officer.id, clock())
    else:
        broadcasts.approve(
            session,
            newest.id,
            officer.id,
            seen_sha256=first_seen if name == "stale" else newest.content_sha256,
            now=clock(),
            delay=DELAY,
        )


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@example(steps=[("propose", 0), ("approve", 1)])
@example(steps=[("propose", 0), ("wait", 0), ("wait", 0), ("approve", 1)])
@example(steps=[("edit", 1), ("propose", 0), ("approve", 1)])
@example(steps=[("propose", 0), ("edit", 0), ("propose", 0), ("stale", 1)])
@for_any(steps=STEPS)
def test_no_sequence_of_acts_gets_past_two_people(sqlite_database, clock, steps):
    """Whatever officers try, in whatever order: what is approved had a second
    officer who saw these very words within a day."""
    with sqlite_database.write() as session:
        trio = officers.list_(session) or [
            given.officer(session, login, clock()) for login in ("anna", "boon", "chai")
        ]
        report = given.report(session, trio[0], clock())
        first_seen = reports.content_sha256(report)
    wrote, proposed_by = {trio[0].id}, trio[0].id
    proposed_at = clock()
    for name, who in steps:
        if name == "wait":
            clock.forward(hours=13)
            continue
        try:
            with sqlite_database.write() as session:
                act(session, clock, name, report.id, trio[who], first_seen)
        except DomainError:
            continue
        if name == "edit":
            wrote.add(trio[who].id)
        elif name == "propose":
            proposed_by, proposed_at = trio[who].id, clock()
        with sqlite_database.read() as session:
            words = reports.content_sha256(reports.get(session, report.id))
            newest = broadcasts.of_report(session, report.id)
        if newest is None or newest.state is not BroadcastState.APPROVED:
            continue
        assert newest.approver_id not in wrote | {proposed_by}
        assert newest.content_sha256 == words
        assert newest.approved_at - proposed_at <= timedelta(hours=24)
        assert name != "stale" or first_seen == words


def test_the_ledger_still_tells_of_everyone_after_somebody_was_erased(
    database, clock, people, proposed
):
    states = (DeliveryState.SENT, DeliveryState.PARKED, DeliveryState.SENT)
    with database.write() as session:
        gone = []
        for number, state in enumerate(states):
            met = given.contact(session, f"U{number}", clock())
            delivery(session, proposed, met, clock, state)
            gone.append(met.resident_id)
    with database.write() as session:
        for resident_id in gone[:2]:
            forget.forget(session, resident_id, clock())
    with database.read() as session:
        lines = broadcasts.ledger(session, proposed.id)
    assert [(x.channel, x.state, x.reason, x.count) for x in lines] == [
        ("line", DeliveryState.SENT, None, 1),
        ("line", DeliveryState.SENT, "erased", 1),
        ("line", DeliveryState.SKIPPED, "erased", 1),
    ]
