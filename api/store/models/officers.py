"""Officers, keys of other systems, the audit log, jobs."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger
from sqlmodel import Field

from api.store.models.base import Row, identifier, json_field
from api.store.types import moment


class Officer(Row, table=True):
    """Someone of the town hall who answers for what is sent."""

    id: UUID = identifier()
    login: str = Field(unique=True)
    name: str
    password_hash: str
    created_at: datetime = moment()
    invited_by: UUID | None = Field(default=None, foreign_key="officer.id")
    """Who made their link; None: the command line did."""
    disabled_at: datetime | None = moment(default=None)
    failures: int = 0
    locked_until: datetime | None = moment(default=None)


class OfficerSession(Row, table=True):
    """A signed-in browser."""

    token_hash: str = Field(primary_key=True)
    officer_id: UUID = Field(foreign_key="officer.id", index=True)
    created_at: datetime = moment()
    seen_at: datetime = moment()


class ApiKey(Row, table=True):
    """A key another system reads or writes with; only its hash is kept."""

    id: UUID = identifier()
    prefix: str = Field(unique=True)
    key_hash: str
    name: str
    scopes: list[str] = json_field()
    created_at: datetime = moment()
    revoked_at: datetime | None = moment(default=None)


class AuditEntry(Row, table=True):
    """What an officer, a key or the program decided. Append-only, each entry bound
    to the one before by its hash."""

    seq: int = Field(primary_key=True, sa_type=BigInteger)
    at: datetime = moment()
    actor: str
    """`officer:<id>`, `key:<prefix>`, `cli` or `job`."""
    action: str
    subject: str
    details: dict[str, Any] = json_field(default_factory=dict)
    previous_hash: str
    hash: str


class JobRun(Row, table=True):
    """Who runs a job now, and when it was last done: any worker may take over."""

    name: str = Field(primary_key=True)
    holder: UUID
    leased_until: datetime = moment()
    last_run_at: datetime | None = moment(default=None)
    """When the last run that succeeded began."""
