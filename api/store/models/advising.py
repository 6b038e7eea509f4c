"""What a language model is asked, and how its answers fared."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary
from sqlmodel import Field

from api.store.models.base import Row, identifier, json_field
from api.store.types import moment, word
from api.store.words import AdviceOutcome


class ModelTask(Row, table=True):
    """A question for which a model may choose an article, for a minute.

    It goes when the resident goes on, whatever became of it.
    """

    id: UUID = identifier()
    contact_id: UUID = Field(foreign_key="contact.id", index=True)
    event_id: UUID = Field(foreign_key="inbound_event.id")
    asked_at: datetime = moment(index=True)
    language: str
    question_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    """Everything personal blotted out; None once it was advised on."""
    slugs: list[str] = json_field()
    """The articles that were suggested."""
    message_hash: str | None = Field(default=None, index=True)
    """`takebacks.mark` of the message: found when it is taken back."""
    leased_until: datetime | None = moment(default=None)
    delivery_id: UUID | None = Field(default=None, foreign_key="delivery.id")
    """The advice, once it is owed."""


class ModelReply(Row, table=True):
    """How many questions for a model came to one end, since the beginning."""

    outcome: AdviceOutcome = word(AdviceOutcome, primary_key=True)
    count: int = 0
