"""What is told: articles, open questions, cases."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field

from api.store.models.base import Row, identifier
from api.store.types import moment, word
from api.store.words import CaseState, QuestionState


class Article(Row, table=True):
    """A subject the bot can answer about; its words are in its revisions."""

    slug: str = Field(primary_key=True)
    created_at: datetime = moment()
    withdrawn_at: datetime | None = moment(default=None)


class ArticleRevision(Row, table=True):
    """One wording of an article in one language. The highest number is live."""

    __table_args__ = (UniqueConstraint("slug", "language", "number"),)

    id: UUID = identifier()
    slug: str = Field(foreign_key="article.slug", index=True)
    language: str
    number: int
    source_text: str
    """The whole article as a file: front matter and answer."""
    sha256: str
    shipped: bool
    """Came with the program's files; False: an officer wrote it."""
    author_id: UUID | None = Field(default=None, foreign_key="officer.id")
    created_at: datetime = moment()


class OpenQuestion(Row, table=True):
    """A question nobody could answer yet, with personal data masked."""

    id: UUID = identifier()
    resident_id: UUID | None = Field(
        default=None, foreign_key="resident.id", index=True
    )
    language: str
    text_sealed: bytes = Field(sa_type=LargeBinary)
    asked_at: datetime = moment(index=True)
    state: QuestionState = word(QuestionState, default=QuestionState.OPEN)
    message_hash: str | None = Field(default=None, index=True)
    """`takebacks.mark` of the message: found when it is taken back."""


class Case(Row, table=True):
    """A resident waits for a person."""

    id: UUID = identifier()
    number: int = Field(unique=True)
    resident_id: UUID | None = Field(
        default=None, foreign_key="resident.id", index=True
    )
    contact_id: UUID | None = Field(default=None, foreign_key="contact.id")
    state: CaseState = word(CaseState, default=CaseState.OPEN)
    urgent: bool = False
    opened_at: datetime = moment()
    closed_at: datetime | None = moment(default=None)


class CaseEvent(Row, table=True):
    """Something that happened in a case: a word from either side, or its closing."""

    id: UUID = identifier()
    case_id: UUID = Field(foreign_key="case.id", index=True)
    happened_at: datetime = moment()
    officer_id: UUID | None = Field(default=None, foreign_key="officer.id")
    """None: the resident."""
    text_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    message_hash: str | None = Field(default=None, index=True)
    """`takebacks.mark` of the message: found when it is taken back."""
