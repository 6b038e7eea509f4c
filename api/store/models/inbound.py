"""What came in, kept before it is acknowledged."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field

from api.store.models.base import Row, identifier
from api.store.types import moment, word
from api.store.words import EventState


class InboundEvent(Row, table=True):
    """One event of a platform, kept before it is acknowledged.

    Unique on `(channel, account, event_key)` for good: the payload is blanked by
    retention, the key stays.
    """

    __table_args__ = (
        UniqueConstraint("channel", "account", "event_key"),
        Index(
            "ix_inbound_event_waiting",
            "lane",
            "order_key",
            sqlite_where=text("state = 'taken'"),
            postgresql_where=text("state = 'taken'"),
        ),
        # Who has waited longest, without a look at what was handled long ago.
        Index(
            "ix_inbound_event_waiting_longest",
            "taken_at",
            "lane",
            sqlite_where=text("state = 'taken'"),
            postgresql_where=text("state = 'taken'"),
        ),
        Index("ix_inbound_event_taken_at", "taken_at"),
        Index(
            "ix_inbound_event_message_hash",
            "message_hash",
            sqlite_where=text("message_hash IS NOT NULL"),
            postgresql_where=text("message_hash IS NOT NULL"),
        ),
    )

    id: UUID = identifier()
    channel: str
    account: str
    event_key: str
    lane: str
    """Keyed hash of the sender's address: a lane is worked one event at a time."""
    order_key: int = Field(sa_type=BigInteger)
    """The platform's own order within a lane."""
    payload_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    taken_at: datetime = moment()
    state: EventState = word(EventState, default=EventState.TAKEN)
    attempts: int = 0
    handled_at: datetime | None = moment(default=None)
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id", index=True)
    message_hash: str | None = None
    """Keyed hash of the platform's message id, from the handling on and as long as the
    payload is kept: by it a message that is taken back is found, or that it was."""
    failure: str | None = None
    """The class of the last error; never its message, which may hold text."""


class Lane(Row, table=True):
    """A lane that a worker holds now; the row goes when the worker lets go."""

    lane: str = Field(primary_key=True)
    holder: UUID
    leased_until: datetime = moment()


class Utterance(Row, table=True):
    """What a resident typed, for the thread of a case. Erased after its period."""

    id: UUID = identifier()
    contact_id: UUID = Field(foreign_key="contact.id", index=True)
    event_id: UUID = Field(foreign_key="inbound_event.id")
    message_hash: str | None = Field(default=None, index=True)
    """`takebacks.mark` of the message: found when it is taken back."""
    said_at: datetime = moment(index=True)
    text_sealed: bytes = Field(sa_type=LargeBinary)
