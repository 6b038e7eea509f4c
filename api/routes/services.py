"""/api/v1/services: how much came in and what was answered, in a period."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Security
from pydantic import AwareDatetime, Field

from api.auth import api_key
from api.dependencies import Now, ReadSession
from api.errors import DomainError
from api.routes.shapes import Answer, refusals
from api.store import services
from api.store.models import ApiKey

router = APIRouter(prefix="/services", tags=["services"])
Reads = Annotated[ApiKey, Security(api_key, scopes=["services:read"])]
LONGEST = timedelta(days=366)
# Far from the ends of the calendar, where reckoning with days breaks off.
Moment = Annotated[
    AwareDatetime,
    Field(ge=datetime(2000, 1, 1, tzinfo=UTC), lt=datetime(2100, 1, 1, tzinfo=UTC)),
]


class FiguresOf(Answer):
    """Counts of what began from `since` on and before `until`."""

    since: AwareDatetime
    until: AwareDatetime
    events_taken: dict[str, int]
    events_failed: int
    replies_sent: int
    questions_asked: int
    questions_open: int
    cases_opened: int
    cases_open: int
    cases_in_time: int
    cases_overdue: int
    surveys_completed: int
    broadcast_deliveries: dict[str, int]


@router.get("/figures", responses=refusals(401, 403, 422))
def figures(
    key: Reads,
    session: ReadSession,
    now: Now,
    since: Annotated[Moment | None, Query()] = None,
    until: Annotated[Moment | None, Query()] = None,
) -> FiguresOf:
    """The figures of a period of a year at the most; by default the last 30 days."""
    end = until or now
    start = since or end - timedelta(days=30)
    if not timedelta(0) <= end - start <= LONGEST:
        raise DomainError(422, "error.period", days=LONGEST.days)
    counted = services.figures(session, start, end, now=now)
    return FiguresOf(since=start, until=end, **counted)
