"""/api/v1/reports: progress reports; the published ones are open to everyone."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Security
from pydantic import Field, StringConstraints

from api.auth import api_key, api_key_if_any
from api.dependencies import After, Limit, Now, ReadSession, WriteSession
from api.errors import not_found
from api.routes.broadcasts import BroadcastLine
from api.routes.broadcasts import shown as broadcast_shown
from api.routes.shapes import (
    FOR_ALL,
    Answer,
    Asked,
    Line,
    PageOf,
    Slug,
    Text,
    Url,
    page_of,
    refusals,
)
from api.store import api_keys, audit, broadcasts, reports
from api.store.models import ApiKey, Report
from api.store.reports import MOST_BODY, MOST_TITLE, Wording
from api.store.words import ReportState

router = APIRouter(prefix="/reports", tags=["reports"])
MayRead = Annotated[ApiKey | None, Security(api_key_if_any, scopes=["reports:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["reports:write"])]


class Said(Asked):
    """A report's words in one language."""

    title: Annotated[Line, StringConstraints(max_length=MOST_TITLE)]
    body: Annotated[Text, StringConstraints(max_length=MOST_BODY)]


class ReportLine(Answer):
    """A report, in every language it is written in."""

    slug: str
    state: ReportState
    texts: dict[str, dict[str, str]]
    source_name: str
    source_url: str | None
    as_of: date
    update_id: UUID | None
    created_at: datetime
    published_at: datetime | None
    made_up: bool
    """Demonstration data, not a fact about the town."""
    content_sha256: str
    """What an approval holds on to."""


class ReportWanted(Asked):
    """A draft, in the name of the officer the key acts for."""

    texts: Annotated[
        dict[Literal["th", "en"], Said],
        Field(description="by language; Thai must be among them"),
    ]
    source_name: Line
    source_url: Url | None = None
    as_of: date
    update_id: UUID | None = None
    made_up: bool = False


class EditWanted(Asked):
    """What to change in a draft; what is left out stays as it is."""

    seen_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="`content_sha256` of the words it began from; refused if others "
        "have been written meanwhile"
    )
    texts: Annotated[
        dict[Literal["th", "en"], Said] | None,
        Field(description="by language, all of them; Thai must be among them"),
    ] = None
    source_name: Line | None = None
    source_url: Annotated[
        Url | None, Field(description="null: there is none any more")
    ] = None
    as_of: date | None = None


def shown(report: Report) -> ReportLine:
    return ReportLine(
        slug=report.slug,
        state=report.state,
        texts=report.texts,
        source_name=report.source_name,
        source_url=report.source_url,
        as_of=report.as_of,
        update_id=report.update_id,
        created_at=report.created_at,
        published_at=report.published_at,
        made_up=report.made_up,
        content_sha256=reports.content_sha256(report),
    )


@router.get("", responses=refusals(401, 403, 422), openapi_extra=FOR_ALL)
def list_reports(
    key: MayRead,
    session: ReadSession,
    state: ReportState | None = None,
    after: After = None,
    limit: Limit = 50,
) -> PageOf[ReportLine]:
    """Published reports; with a key the drafts too, the newest first."""
    wanted = state if key else ReportState.PUBLISHED
    found = reports.list_(session, state=wanted, after=after, limit=limit)
    return page_of(found, shown)


@router.get("/{slug}", responses=refusals(401, 403, 404, 422), openapi_extra=FOR_ALL)
def get_report(key: MayRead, session: ReadSession, slug: Slug) -> ReportLine:
    """One report. Without a key a draft is not found."""
    report = reports.by_slug(session, slug)
    if key is None and report.state is not ReportState.PUBLISHED:
        raise not_found("report")
    return shown(report)


@router.post("", status_code=201, responses=refusals(401, 403, 404, 422))
def write_report(
    key: Writes, session: WriteSession, wanted: ReportWanted, now: Now
) -> ReportLine:
    """Keep a draft."""
    made = reports.write(
        session,
        texts=_plain(wanted.texts),
        source_name=wanted.source_name,
        source_url=wanted.source_url,
        as_of=wanted.as_of,
        update_id=wanted.update_id,
        author_id=api_keys.officer_of(session, key),
        now=now,
        made_up=wanted.made_up,
        by=api_keys.actor(key),
    )
    return shown(made)


@router.patch("/{slug}", responses=refusals(401, 403, 404, 409, 422))
def edit_report(
    key: Writes, session: WriteSession, slug: Slug, wanted: EditWanted, now: Now
) -> ReportLine:
    """Change a report nobody has been sent yet. What was proposed of it is void."""
    cleared = "source_url" in wanted.model_fields_set and wanted.source_url is None
    edited = reports.edit(
        session,
        reports.by_slug(session, slug).id,
        Wording(
            texts=_plain(wanted.texts) if wanted.texts is not None else None,
            source_name=wanted.source_name,
            source_url="" if cleared else wanted.source_url,
            as_of=wanted.as_of,
        ),
        editor_id=api_keys.officer_of(session, key),
        seen_sha256=wanted.seen_sha256,
        now=now,
    )
    audit.record(
        session,
        actor=api_keys.actor(key),
        action="key.edit_report",
        subject=f"report:{edited.id}",
        now=now,
    )
    return shown(edited)


@router.post(
    "/{slug}/propose", status_code=201, responses=refusals(401, 403, 404, 409, 422)
)
def propose_report(
    key: Writes, session: WriteSession, slug: Slug, now: Now
) -> BroadcastLine:
    """Ask a second officer to let it go out. A person approves, never a key."""
    broadcast = broadcasts.propose(
        session,
        reports.by_slug(session, slug).id,
        api_keys.officer_of(session, key),
        now,
        by=api_keys.actor(key),
    )
    return broadcast_shown(broadcast)


def _plain(texts: Mapping[Literal["th", "en"], Said]) -> dict[str, dict[str, str]]:
    return {language: said.model_dump() for language, said in texts.items()}
