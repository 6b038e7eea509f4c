"""`ecotown broadcast`: the ledger, and stopping what has not gone."""

from datetime import UTC, datetime

import pytest

from api.store import broadcasts, reports
from api.store.models import Broadcast, Delivery
from api.store.types import uuid7
from api.store.words import (
    BroadcastState,
    DeliveryKind,
    DeliveryState,
    ReportState,
)
from bot.cli import broadcast
from tests.api import given


@pytest.fixture
def sending(town):
    """A broadcast under way: one sent, two waiting."""
    now = datetime.now(UTC)
    with town.database.write() as session:
        anna = given.officer(session, "anna", now)
        report = given.report(session, anna, now)
        made = broadcasts.propose(session, report.id, anna.id, now)
        made.state, report.state = BroadcastState.SENDING, ReportState.PUBLISHED
        waiting = (DeliveryState.SENT, DeliveryState.PENDING, DeliveryState.PENDING)
        for number, state in enumerate(waiting):
            met = given.contact(session, f"U{number}", now)
            session.add(
                Delivery(
                    contact_id=met.id,
                    channel="line",
                    account="town",
                    kind=DeliveryKind.BROADCAST,
                    broadcast_id=made.id,
                    state=state,
                    created_at=now,
                    not_before=now,
                )
            )
    return made


def test_broadcasts_are_listed_with_their_reports(town, sending: Broadcast):
    said = town.says(broadcast.app, "list")
    assert said == f"{sending.id}\tsending\tcanal-water-checked\n"


def test_the_ledger_adds_up(town, sending: Broadcast):
    by_id = town.says(broadcast.app, "show", str(sending.id))
    by_name = town.says(broadcast.app, "show", "canal-water-checked")
    assert by_id == by_name
    lines = [line.split() for line in by_id.splitlines()[1:]]
    assert lines == [
        ["2", "line", "pending"],
        ["1", "line", "sent"],
        ["3", "in", "all"],
    ]


def test_cancelling_skips_what_has_not_gone(town, sending: Broadcast, monkeypatch):
    town.says(broadcast.app, "cancel", str(sending.id))
    said = town.says(broadcast.app, "show", str(sending.id))
    assert "cancelled" in said
    assert "2 line skipped cancelled" in said
    assert "over" in town.refuses(broadcast.app, "cancel", str(sending.id))


def test_what_is_not_there_is_said(town):
    assert "no such broadcast" in town.refuses(broadcast.app, "show", str(uuid7()))
    assert "no such report" in town.refuses(broadcast.app, "show", "nothing")
    with town.database.write() as session:
        anna = given.officer(session, "anna", datetime.now(UTC))
        slug = given.report(session, anna, datetime.now(UTC)).slug
        assert reports.by_slug(session, slug)
    assert "no such broadcast" in town.refuses(broadcast.app, "show", slug)
