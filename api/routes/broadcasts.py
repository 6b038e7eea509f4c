"""/api/v1/broadcasts: which reports went out, and what became of every recipient.

A key can read them. Approving is a person's: it stands in the console and the command
line, where an officer proves who they are.
"""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Security

from api.auth import api_key
from api.dependencies import After, Limit, ReadSession
from api.routes.shapes import Answer, PageOf, page_of, refusals
from api.store import broadcasts
from api.store.models import ApiKey, Broadcast, Delivery
from api.store.words import BroadcastState, DeliveryState

router = APIRouter(prefix="/broadcasts", tags=["broadcasts"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["broadcasts:read"])]


class BroadcastLine(Answer):
    """A report on its way to everyone subscribed."""

    id: UUID
    report_id: UUID
    state: BroadcastState
    content_sha256: str
    proposed_at: datetime
    approved_at: datetime | None
    starts_at: datetime | None
    finished_at: datetime | None


class LedgerCount(Answer):
    """How many recipients are in this state. Those with the reason `erased` asked to
    be forgotten since: they count, and have no row of their own any more."""

    channel: str
    state: DeliveryState
    reason: str | None
    count: int


class Ledger(Answer):
    items: list[LedgerCount]


class LedgerRow(Answer):
    """One recipient; who it is, is not told."""

    id: UUID
    channel: str
    language: str
    state: DeliveryState
    reason: str | None
    attempts: int
    done_at: datetime | None


def shown(broadcast: Broadcast) -> BroadcastLine:
    return BroadcastLine(
        id=broadcast.id,
        report_id=broadcast.report_id,
        state=broadcast.state,
        content_sha256=broadcast.content_sha256,
        proposed_at=broadcast.proposed_at,
        approved_at=broadcast.approved_at,
        starts_at=broadcast.starts_at,
        finished_at=broadcast.finished_at,
    )


def _row(delivery: Delivery) -> LedgerRow:
    return LedgerRow(
        id=delivery.id,
        channel=delivery.channel,
        language=delivery.language,
        state=delivery.state,
        reason=delivery.reason,
        attempts=delivery.attempts,
        done_at=delivery.done_at,
    )


@router.get("", responses=refusals(401, 403, 422))
def list_broadcasts(
    key: Reads, session: ReadSession, after: After = None, limit: Limit = 50
) -> PageOf[BroadcastLine]:
    """Broadcasts, the newest first."""
    return page_of(broadcasts.list_(session, after=after, limit=limit), shown)


@router.get("/{broadcast_id}", responses=refusals(401, 403, 404, 422))
def get_broadcast(
    key: Reads, session: ReadSession, broadcast_id: UUID
) -> BroadcastLine:
    return shown(broadcasts.get(session, broadcast_id))


@router.get("/{broadcast_id}/ledger", responses=refusals(401, 403, 404, 422))
def get_ledger(key: Reads, session: ReadSession, broadcast_id: UUID) -> Ledger:
    """What became of the recipients, counted."""
    broadcasts.get(session, broadcast_id)
    counts = [
        LedgerCount(
            channel=line.channel, state=line.state, reason=line.reason, count=line.count
        )
        for line in broadcasts.ledger(session, broadcast_id)
    ]
    return Ledger(items=counts)


@router.get("/{broadcast_id}/deliveries", responses=refusals(401, 403, 404, 422))
def list_deliveries(
    key: Reads,
    session: ReadSession,
    broadcast_id: UUID,
    after: After = None,
    limit: Limit = 50,
) -> PageOf[LedgerRow]:
    """The recipients one by one, in an order that does not change."""
    broadcasts.get(session, broadcast_id)
    found = broadcasts.ledger_rows(session, broadcast_id, after=after, limit=limit)
    return page_of(found, _row)
