"""Residents, their addresses, and what they agreed to."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, LargeBinary, UniqueConstraint, text
from sqlmodel import Field

from api.store.models.base import Row, identifier
from api.store.types import moment, word
from api.store.words import ConsentPurpose, ContactState


class Resident(Row, table=True):
    """A person who talks to the town. Knows nothing about them but a language."""

    id: UUID = identifier()
    created_at: datetime = moment()
    language: str | None = None
    """th, en or my; None until they have chosen."""
    misses: int = 0
    """Questions in a row that found no answer."""


class Contact(Row, table=True):
    """A resident's address on one channel."""

    __table_args__ = (UniqueConstraint("channel", "account", "address_hash"),)

    id: UUID = identifier()
    resident_id: UUID = Field(foreign_key="resident.id", index=True)
    channel: str
    account: str
    """Which of our accounts on the channel they talk to."""
    address_hash: str
    address_sealed: bytes = Field(sa_type=LargeBinary)
    state: ContactState = word(ContactState, default=ContactState.ACTIVE)
    created_at: datetime = moment()
    seen_at: datetime = moment()
    next_seq: int = 1
    """The number the next delivery gets when the web page pulls it: its cursor."""


class Consent(Row, table=True):
    """One thing a resident agreed to, under one version of the notice.

    In force while `withdrawn_at` is None: at most one such row for a purpose.
    """

    __table_args__ = (
        Index(
            "uq_consent_in_force",
            "resident_id",
            "purpose",
            unique=True,
            sqlite_where=text("withdrawn_at IS NULL"),
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
    )

    id: UUID = identifier()
    resident_id: UUID = Field(foreign_key="resident.id", index=True)
    purpose: ConsentPurpose = word(ConsentPurpose)
    notice_version: str
    channel: str
    given_at: datetime = moment()
    withdrawn_at: datetime | None = moment(default=None)


class Forgotten(Row, table=True):
    """That a contact was erased, for whoever restores a backup it is still in."""

    trace: str = Field(primary_key=True)
    """A hash of its address's hash: leads from a backup's contact to here alone."""
    at: datetime = moment()


class OneTimeCode(Row, table=True):
    """A code typed or opened once: to join a second channel, to become an officer."""

    code_hash: str = Field(primary_key=True)
    purpose: str
    subject_id: UUID | None = None
    """The resident who joins; or the officer who invites (None: the command line)."""
    made_at: datetime = moment()
    expires_at: datetime = moment()
    used_at: datetime | None = moment(default=None)
