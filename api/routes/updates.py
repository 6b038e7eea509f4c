"""/api/v1/updates: what happened, as its source tells it."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Security

from api.auth import api_key
from api.dependencies import After, Limit, Now, ReadSession, WriteSession
from api.routes.shapes import (
    Answer,
    Asked,
    Line,
    PageOf,
    Text,
    Url,
    page_of,
    refusals,
)
from api.store import api_keys, reports
from api.store.models import ApiKey, ProgressUpdate

router = APIRouter(prefix="/updates", tags=["updates"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["updates:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["updates:write"])]


class Update(Answer):
    """The long text that a report sums up."""

    id: UUID
    title: str
    body: str
    source_name: str
    source_url: str | None
    happened_on: date
    created_at: datetime


class UpdateWanted(Asked):
    title: Line
    body: Text
    source_name: Line
    source_url: Url | None = None
    happened_on: date


def _shown(row: ProgressUpdate) -> Update:
    return Update(
        id=row.id,
        title=row.title,
        body=row.body,
        source_name=row.source_name,
        source_url=row.source_url,
        happened_on=row.happened_on,
        created_at=row.created_at,
    )


@router.get("", responses=refusals(401, 403, 422))
def list_updates(
    key: Reads, session: ReadSession, after: After = None, limit: Limit = 50
) -> PageOf[Update]:
    """Updates, the newest first."""
    return page_of(reports.list_updates(session, after=after, limit=limit), _shown)


@router.get("/{update_id}", responses=refusals(401, 403, 404, 422))
def get_update(key: Reads, session: ReadSession, update_id: UUID) -> Update:
    return _shown(reports.get_update(session, update_id))


@router.post("", status_code=201, responses=refusals(401, 403, 422))
def add_update(
    key: Writes, session: WriteSession, wanted: UpdateWanted, now: Now
) -> Update:
    """Keep what happened; nobody is told of it yet."""
    made = reports.add_update(
        session,
        title=wanted.title,
        body=wanted.body,
        source_name=wanted.source_name,
        source_url=wanted.source_url,
        happened_on=wanted.happened_on,
        by=api_keys.actor(key),
        now=now,
    )
    return _shown(made)
