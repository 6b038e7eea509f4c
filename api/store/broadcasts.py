"""Broadcasts: a report goes to everyone subscribed when two officers want it to.

Who approves has neither written or changed the report nor proposed to send it; the
approval is about exactly the words they saw (by hash), for a day at the most.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit, deliveries, forget, officers, paging, reports
from api.store.locks import held
from api.store.models import Broadcast, Consent, Contact, Delivery, Report, Resident
from api.store.paging import Page
from api.store.words import (
    BroadcastState,
    ConsentPurpose,
    ContactState,
    DeliveryState,
    ReportState,
)
from content.messages import DEFAULT

VALID = timedelta(hours=24)
# What one transaction changes of a ledger: a few milliseconds of the only writer.
SLICE = 2_000
# Where developers talk to the bot; no report could reach them there later.
TERMINAL = "terminal"
# Why there is no row for a recipient any more: they asked to be forgotten.
ERASED = "erased"
UNDER_WAY = (BroadcastState.EXPANDING, BroadcastState.SENDING)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """How many deliveries of a broadcast are in this state for this reason."""

    channel: str
    state: DeliveryState
    reason: str | None
    count: int


def propose(
    session: Session,
    report_id: UUID,
    officer_id: UUID,
    now: datetime,
    *,
    by: str | None = None,
) -> Broadcast:
    """Ask a second officer to let this report go out as it is now.

    A report that a resident could not read in a minute is refused, with the first
    thing to mend.
    """
    report = reports.hold(session, report_id)
    officers.get(session, officer_id)
    if report.state is ReportState.PUBLISHED:
        raise DomainError(409, "error.report_published")
    for _, problem in reports.problems(report):
        raise DomainError(422, problem.key, **problem.values)
    for earlier in _waiting(session, report_id):
        if earlier.state is BroadcastState.APPROVED or not expired(earlier, now):
            raise DomainError(409, "error.already_proposed")
    reports.void_broadcasts(session, report_id, now)
    broadcast = Broadcast(
        report_id=report.id,
        content_sha256=reports.content_sha256(report),
        author_id=officer_id,
        proposed_at=now,
    )
    report.state = ReportState.PROPOSED
    session.add(broadcast)
    session.flush()
    who = by or officers.actor(officer_id)
    _record(session, broadcast, "propose", by=who, now=now)
    return broadcast


def approve(
    session: Session,
    broadcast_id: UUID,
    officer_id: UUID,
    *,
    seen_sha256: str,
    now: datetime,
    delay: timedelta,
) -> Broadcast:
    """Let it go out after `delay`, in which the approval can be taken back."""
    report, broadcast = _hold_both(session, broadcast_id)
    officers.get(session, officer_id)
    if broadcast.state is not BroadcastState.PROPOSED:
        raise DomainError(409, "error.not_proposed")
    if not may_decide(officer_id, broadcast, report):
        raise DomainError(403, "error.own_report")
    if expired(broadcast, now):
        raise DomainError(409, "error.proposal_expired")
    if not (seen_sha256 == broadcast.content_sha256 == reports.content_sha256(report)):
        raise DomainError(409, "error.words_changed")
    broadcast.state = BroadcastState.APPROVED
    broadcast.approver_id = officer_id
    broadcast.approved_at = now
    broadcast.starts_at = now + delay
    _record(session, broadcast, "approve", by=officers.actor(officer_id), now=now)
    return broadcast


def refuse(
    session: Session, broadcast_id: UUID, officer_id: UUID, now: datetime
) -> Broadcast:
    """Send the report back to its author."""
    report, broadcast = _hold_both(session, broadcast_id)
    officers.get(session, officer_id)
    if broadcast.state is not BroadcastState.PROPOSED:
        raise DomainError(409, "error.not_proposed")
    broadcast.state = BroadcastState.REFUSED
    broadcast.finished_at = now
    report.state = ReportState.DRAFT
    _record(session, broadcast, "refuse", by=officers.actor(officer_id), now=now)
    return broadcast


def cancel(
    session: Session,
    broadcast_id: UUID,
    officer_id: UUID | None,
    now: datetime,
    *,
    by: str = "cli",
) -> Broadcast:
    """Take it back: whole before it has begun, else what has not gone yet.

    Stopping needs no second officer. The first deliveries are skipped at once;
    `skip_unsent` is for the rest of a large audience.
    """
    report, broadcast = _hold_both(session, broadcast_id)
    if officer_id is not None:
        by = officers.actor(officers.get(session, officer_id).id)
    if broadcast.state in reports.NOT_BEGUN:
        report.state = ReportState.DRAFT
    elif not _can_be_stopped(session, broadcast):
        raise DomainError(409, "error.broadcast_over")
    broadcast.state = BroadcastState.CANCELLED
    broadcast.finished_at = now
    session.flush()
    skipped = skip_unsent(session, broadcast.id, now)
    _record(session, broadcast, "cancel", by=by, now=now, skipped=skipped)
    return broadcast


def skip_unsent(
    session: Session, broadcast_id: UUID, now: datetime, *, limit: int = SLICE
) -> int:
    """Skip up to `limit` deliveries of a cancelled broadcast; 0: none are left."""
    waiting = (
        select(Delivery.id)
        .where(
            Delivery.broadcast_id == broadcast_id,
            col(Delivery.state).in_(deliveries.WAITING),
        )
        .limit(limit)
    )
    these = col(Delivery.id).in_(waiting)
    done: Any = session.execute(deliveries.skipping("cancelled", now, these))
    return int(done.rowcount)


def may_decide(officer_id: UUID, broadcast: Broadcast, report: Report) -> bool:
    """Whether this officer is the second pair of eyes."""
    return officer_id != broadcast.author_id and officer_id not in reports.writers(
        report
    )


def expired(broadcast: Broadcast, now: datetime) -> bool:
    """Whether a proposal is too old to be approved."""
    return now - broadcast.proposed_at > VALID


def get(session: Session, broadcast_id: UUID) -> Broadcast:
    broadcast = session.get(Broadcast, broadcast_id)
    if broadcast is None:
        raise not_found("broadcast")
    return broadcast


def of_report(session: Session, report_id: UUID) -> Broadcast | None:
    """The newest broadcast of a report."""
    return session.exec(
        select(Broadcast)
        .where(Broadcast.report_id == report_id)
        .order_by(col(Broadcast.id).desc())
        .limit(1)
    ).first()


def list_(
    session: Session, *, after: str | None = None, limit: int = 50
) -> Page[Broadcast]:
    """Broadcasts, the newest first."""
    statement = select(Broadcast)
    return paging.page(session, statement, col(Broadcast.id), after=after, limit=limit)


def with_reports(
    session: Session,
    *,
    states: Collection[BroadcastState] = tuple(BroadcastState),
    after: str | None = None,
    limit: int = 50,
) -> Page[tuple[Broadcast, Report]]:
    """Broadcasts in some states with what they send, the newest first."""
    wanted = select(Broadcast).where(col(Broadcast.state).in_(states))
    found = paging.page(session, wanted, col(Broadcast.id), after=after, limit=limit)
    ids = {each.report_id for each in found.items}
    told = session.exec(select(Report).where(col(Report.id).in_(ids)))
    of = {report.id: report for report in told}
    return Page([(each, of[each.report_id]) for each in found.items], found.next)


def audience(session: Session) -> dict[str, dict[str, int]]:
    """How many residents would be written to now: channel -> language -> residents.

    Counted as `expansion` will write them out: each resident once, where they were
    last seen, and not at a terminal.
    """
    newer = aliased(Contact)
    came_since = exists().where(
        col(newer.resident_id) == col(Contact.resident_id),
        col(newer.state) == ContactState.ACTIVE,
        col(newer.channel) != TERMINAL,
        tuple_(col(newer.seen_at), col(newer.created_at), col(newer.id))
        > tuple_(col(Contact.seen_at), col(Contact.created_at), col(Contact.id)),
    )
    subscribed = exists().where(
        col(Consent.resident_id) == col(Contact.resident_id),
        col(Consent.purpose) == ConsentPurpose.BROADCASTS,
        col(Consent.withdrawn_at).is_(None),
    )
    language = func.coalesce(col(Resident.language), DEFAULT)
    rows = session.exec(
        select(Contact.channel, language, func.count())
        .join(Resident, col(Resident.id) == col(Contact.resident_id))
        .where(
            Contact.state == ContactState.ACTIVE,
            Contact.channel != TERMINAL,
            subscribed,
            ~came_since,
        )
        .group_by(col(Contact.channel), language)
        .order_by(col(Contact.channel), language)
    )
    counts: dict[str, dict[str, int]] = {}
    for channel, spoken, count in rows:
        counts.setdefault(channel, {})[spoken] = count
    return counts


def ledger(session: Session, broadcast_id: UUID) -> list[LedgerLine]:
    """What became of every recipient, counted: everyone the broadcast was frozen for,
    those erased since with what had become of theirs."""
    reason = col(Delivery.reason)
    rows = session.exec(
        select(Delivery.channel, Delivery.state, reason, func.count())
        .where(Delivery.broadcast_id == broadcast_id)
        .group_by(col(Delivery.channel), col(Delivery.state), reason)
    )
    lines = [
        LedgerLine(channel, DeliveryState(state), why, count)
        for channel, state, why, count in rows
    ]
    erased = forget.erased_deliveries(session, broadcast_id)
    lines += [
        LedgerLine(channel, state, ERASED, count)
        for (channel, state), count in erased.items()
    ]
    return sorted(lines, key=lambda one: (one.channel, one.state, one.reason or ""))


def ledger_rows(
    session: Session,
    broadcast_id: UUID,
    *,
    after: str | None = None,
    limit: int = 50,
) -> Page[Delivery]:
    """The recipients one by one, in an order that does not change."""
    return paging.page(
        session,
        select(Delivery).where(Delivery.broadcast_id == broadcast_id),
        col(Delivery.id),
        after=after,
        limit=limit,
        newest_first=False,
    )


def _hold_both(session: Session, broadcast_id: UUID) -> tuple[Report, Broadcast]:
    """Report first, broadcast second: the order everyone takes them in."""
    report = reports.hold(session, get(session, broadcast_id).report_id)
    broadcast = held(session, Broadcast, broadcast_id)
    if broadcast is None:
        raise not_found("broadcast")
    return report, broadcast


def _can_be_stopped(session: Session, broadcast: Broadcast) -> bool:
    """Whether there may be something to stop; done, there are those who wait."""
    if broadcast.state is BroadcastState.DONE:
        return bool(session.scalar(deliveries.any_waits(broadcast.id).select()))
    return broadcast.state in UNDER_WAY


def _waiting(session: Session, report_id: UUID) -> list[Broadcast]:
    return list(
        session.exec(
            select(Broadcast).where(
                Broadcast.report_id == report_id,
                col(Broadcast.state).in_(reports.NOT_BEGUN),
            )
        ).all()
    )


def _record(
    session: Session,
    broadcast: Broadcast,
    action: str,
    *,
    by: str,
    now: datetime,
    **details: int,
) -> None:
    audit.record(
        session,
        actor=by,
        action=f"broadcast.{action}",
        subject=f"broadcast:{broadcast.id}",
        now=now,
        sha256=broadcast.content_sha256,
        **details,
    )
