"""What is asked and told: articles, questions, cases."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlmodel import Field

from api.store.models.base import Row, identifier
from api.store.types import moment, word
from api.store.words import CaseState, QuestionState
from content.decide import Outcome


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


class Asked(Row, table=True):
    """A question as it was asked, and what became of it.

    Its text and whose it was go after their time; what is left is counted for good.
    """

    id: UUID = identifier()
    resident_id: UUID | None = Field(
        default=None, foreign_key="resident.id", index=True
    )
    language: str
    text_sealed: bytes | None = Field(default=None, sa_type=LargeBinary)
    """With personal data masked."""
    asked_at: datetime = moment(index=True)
    outcome: Outcome = word(Outcome)
    slug: str | None = None
    """The article it was answered with, or the first that was suggested."""
    confidence: float
    """That this article answers: 0 to 1."""
    helpful: bool | None = None
    """The asker's last thumb; None: neither."""
    message_hash: str | None = Field(default=None, index=True)
    """`takebacks.mark` of the message: found when it is taken back."""


class CheckedQuestion(Row, table=True):
    """A question whose right answer an officer has settled: no revision may lose it."""

    __table_args__ = (UniqueConstraint("language", "normalised"),)

    id: UUID = identifier()
    text: str
    """Plain, for an officer chose it; masked all the same."""
    normalised: str
    language: str
    slug: str | None = Field(default=None, foreign_key="article.slug")
    """The article that answers it; None: none does, and none may be served."""
    added_by: UUID = Field(foreign_key="officer.id")
    created_at: datetime = moment()


class OpenQuestion(Row, table=True):
    """A question nobody could answer yet, with personal data masked.

    One that was answered badly has the id of its `Asked`.
    """

    id: UUID = identifier()
    resident_id: UUID | None = Field(
        default=None, foreign_key="resident.id", index=True
    )
    language: str
    text_sealed: bytes = Field(sa_type=LargeBinary)
    asked_at: datetime = moment(index=True)
    state: QuestionState = word(QuestionState, default=QuestionState.OPEN)
    answered_with: str | None = None
    """The article that was served and did not help; None: none was."""
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
    officer_id: UUID | None = Field(default=None, foreign_key="officer.id")
    """Who has it: took it or answered last. None: nobody yet, or not any more."""
    talk_at: datetime | None = moment(default=None)
    """The last word of a talk that is with the officers; None: the bot answers."""
    expected_at: datetime | None = moment(default=None)
    """By when the resident was told to expect an answer; None: no time was named."""
    in_time: bool | None = None
    """Whether every answer so far came by the time that was named; None: there was
    none to judge."""


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
