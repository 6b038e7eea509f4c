"""/api/v1/notices: corrections that whoever was told the old figure has to hear of."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Security
from pydantic import Field

from api.auth import api_key
from api.dependencies import Now, ReadSession, WriteSession
from api.routes import reports
from api.routes.reports import ReportLine
from api.routes.shapes import Answer, Asked, refusals
from api.store import api_keys, indicators, notices
from api.store.computing import ALL
from api.store.models import ApiKey, IndicatorValue

router = APIRouter(prefix="/notices", tags=["notices"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["reports:read"])]
Writes = Annotated[ApiKey, Security(api_key, scopes=["reports:write"])]


class NoticeDue(Answer):
    """A correction, or a withdrawal, of a figure that people were told."""

    framework: str
    code: str
    period: str
    language: str
    """`all`, or a translation that is reported apart."""
    revision: int
    status: str
    reason: str | None
    made_up: bool
    computed_at: datetime


class NoticesDue(Answer):
    items: list[NoticeDue]
    """The oldest first."""


class NoticeWanted(Asked):
    """Which correction: the newest value of an indicator in a period."""

    model_config = Asked.model_config | {
        "json_schema_extra": {"examples": [{"code": "ET-S5", "period": "w1"}]}
    }

    code: Annotated[str, Field(max_length=40, pattern=r"^[A-Z0-9-]+$")]
    period: Annotated[str, Field(max_length=80, pattern=r"^[A-Za-z0-9_-]+$")]
    framework: Annotated[
        str | None,
        Field(
            max_length=80,
            pattern=r"^[a-z0-9_]+$",
            description="where two frameworks have the code",
        ),
    ] = None
    language: Annotated[
        str,
        Field(
            max_length=8,
            pattern=r"^[a-z]+$",
            description="a translation that is reported apart, such as my",
        ),
    ] = ALL


@router.get("", responses=refusals(401, 403))
def list_notices_due(key: Reads, session: ReadSession) -> NoticesDue:
    """Corrections that people have to hear of and nobody has written a notice of."""
    return NoticesDue(items=[_due(each) for each in notices.due(session)])


@router.post("", status_code=201, responses=refusals(401, 403, 404, 409, 422))
def draft_notice(
    key: Writes, session: WriteSession, wanted: NoticeWanted, now: Now
) -> ReportLine:
    """Write the draft of a notice, in the name of the officer the key acts for.

    It is a report: edited, proposed and approved as any other.
    """
    value = indicators.find(
        session,
        wanted.code,
        wanted.period,
        framework=wanted.framework,
        language=wanted.language,
    )
    drafted = notices.draft(
        session, value, api_keys.officer_of(session, key), now, by=api_keys.actor(key)
    )
    return reports.shown(drafted)


def _due(value: IndicatorValue) -> NoticeDue:
    return NoticeDue(
        framework=value.framework,
        code=value.code,
        period=value.period,
        language=value.language,
        revision=value.revision,
        status=value.status,
        reason=value.reason,
        made_up=value.made_up,
        computed_at=value.computed_at,
    )
