"""What is sent: reports, broadcasts, deliveries, calls to platforms."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field

from api.store.models.base import Row, identifier, json_field
from api.store.types import moment, word
from api.store.words import BroadcastState, DeliveryKind, DeliveryState, ReportState

# Of which deliveries there is an index by wave: those that a closing wave takes back.
INVITING = "wave_id IS NOT NULL AND state IN ('pending', 'parked')"


class ProgressUpdate(Row, table=True):
    """What happened, as the source tells it: the long text a report sums up."""

    id: UUID = identifier()
    title: str
    body: str
    source_name: str
    source_url: str | None = None
    happened_on: date
    author_id: UUID | None = Field(default=None, foreign_key="officer.id")
    created_at: datetime = moment()


class Report(Row, table=True):
    """A progress report short enough for a chat, in Thai and English."""

    id: UUID = identifier()
    slug: str = Field(unique=True)
    update_id: UUID | None = Field(default=None, foreign_key="progress_update.id")
    texts: dict[str, dict[str, str]] = json_field()
    """Language -> {title, body}."""
    source_name: str
    source_url: str | None = None
    as_of: date
    state: ReportState = word(ReportState, default=ReportState.DRAFT)
    author_id: UUID = Field(foreign_key="officer.id")
    """Who wrote it first."""
    editor_ids: list[str] = json_field(default_factory=list)
    """Everyone who changed its words since."""
    created_at: datetime = moment()
    published_at: datetime | None = moment(default=None)
    made_up: bool = False


class Broadcast(Row, table=True):
    """A report on its way to everyone subscribed: decided by two officers."""

    id: UUID = identifier()
    report_id: UUID = Field(foreign_key="report.id", index=True)
    content_sha256: str
    """What the approver saw; an edit afterwards voids the approval."""
    state: BroadcastState = word(BroadcastState, default=BroadcastState.PROPOSED)
    author_id: UUID = Field(foreign_key="officer.id")
    proposed_at: datetime = moment()
    approver_id: UUID | None = Field(default=None, foreign_key="officer.id")
    approved_at: datetime | None = moment(default=None)
    starts_at: datetime | None = moment(default=None)
    """Until then the approval can be taken back."""
    frozen_at: datetime | None = moment(default=None)
    """The audience is who was subscribed at this moment."""
    last_contact_id: UUID | None = None
    """How far the audience has been written out as deliveries."""
    finished_at: datetime | None = moment(default=None)


class Delivery(Row, table=True):
    """One message to one contact, and what became of it: outbox and ledger."""

    __table_args__ = (
        UniqueConstraint("broadcast_id", "contact_id"),
        UniqueConstraint("event_id"),
        Index("ix_delivery_thread", "contact_id", "created_at"),
        Index("ix_delivery_batch", "batch_id"),
        Index(
            "ix_delivery_sending",
            "batch_id",
            sqlite_where=text("state = 'sending'"),
            postgresql_where=text("state = 'sending'"),
        ),
        Index(
            "ix_delivery_due",
            "channel",
            "account",
            "priority",
            "not_before",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
        Index(
            "ix_delivery_inviting",
            "wave_id",
            sqlite_where=text(INVITING),
            postgresql_where=text(INVITING),
        ),
    )

    id: UUID = identifier()
    contact_id: UUID = Field(foreign_key="contact.id")
    channel: str
    account: str
    kind: DeliveryKind = word(DeliveryKind)
    priority: int = 0
    """0: a reply owed to a person who waits; 1: a broadcast."""
    state: DeliveryState = word(DeliveryState, default=DeliveryState.PENDING)
    reason: str | None = None
    seq: int | None = None
    """Its place in what the web page has pulled."""
    broadcast_id: UUID | None = Field(
        default=None, foreign_key="broadcast.id", index=True
    )
    wave_id: UUID | None = Field(default=None, foreign_key="wave.id")
    """The wave it invites to, or reminds of."""
    event_id: UUID | None = Field(default=None, foreign_key="inbound_event.id")
    body_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    """The messages (`content.outbound` as JSON); None for a broadcast, whose words
    are its report's."""
    language: str = "th"
    expects: dict[str, Any] | None = json_field(default=None, nullable=True)
    """What we asked, so that a typed number or word finds its choice."""
    token_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    """LINE's reply token, while it may still be used."""
    token_at: datetime | None = moment(default=None)
    created_at: datetime = moment()
    not_before: datetime = moment()
    attempts: int = 0
    batch_id: UUID | None = Field(default=None, foreign_key="batch.id")
    done_at: datetime | None = moment(default=None)


class Batch(Row, table=True):
    """One call to a platform, stored before it is made.

    Its id is LINE's retry key: the same call is repeated under the same key with
    the same body, or not at all.
    """

    id: UUID = identifier()
    channel: str
    account: str
    method: str
    body_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    created_at: datetime = moment()
    attempted_at: datetime | None = moment(default=None)
    attempts: int = 0
    sent: int = 0
    """Calls of the body that went through (Telegram takes one message a call)."""
    leased_until: datetime | None = moment(default=None, index=True)
    """None once its outcome is recorded."""
    expires_at: datetime = moment()
    """After this it is not tried again: the token is dead, the key forgotten."""
    outcome: str | None = None
    """`again` while it waits for another try."""


class ChannelQuota(Row, table=True):
    """How many paid messages an account has left this month, as the platform says."""

    channel: str = Field(primary_key=True)
    account: str = Field(primary_key=True)
    allowed: int | None = None
    """None: no limit."""
    used: int = 0
    checked_at: datetime = moment()
