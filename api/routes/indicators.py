"""/api/v1/indicators: the town's figures, what they rest on; open to all.

Everybody is told what two officers have released. A key with `indicators:read` is told
what is known in the office too: provisional values, and settled ones that wait.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response, Security
from fastapi.responses import StreamingResponse
from sqlmodel import Session

from api.auth import api_key_if_any
from api.dependencies import After, Limit, ReadSession, StoreOf
from api.errors import DomainError
from api.routes import csv_lines, indicator_csv, indicator_list, indicator_values
from api.routes.csv_lines import Format
from api.routes.indicator_values import Value
from api.routes.shapes import (
    FOR_ALL,
    Answer,
    Code,
    PageOf,
    Words,
    refusals,
    words_of,
)
from api.store import frameworks, indicators, shown
from api.store.models import ApiKey, IndicatorValue
from api.store.paging import Page
from api.store.session import Database
from api.store.shown import Shown
from surveys import concepts
from surveys.catalogue import Framework, Indicator, Status
from surveys.record import Absent

router = APIRouter(prefix="/indicators", tags=["indicators"])
OfFramework = Annotated[str | None, Query(max_length=80, pattern=r"^[a-z0-9_]+$")]
OfPeriod = Annotated[
    str | None,
    Query(
        max_length=80,
        pattern=r"^[A-Za-z0-9_-]+$",
        description="a wave's key; else 2026-11, 2026-Q4 or 2026",
    ),
]
OfStatus = Annotated[
    Literal["provisional", "final", "revised", "withdrawn"] | None, Query()
]
Key = Annotated[ApiKey | None, Security(api_key_if_any, scopes=["indicators:read"])]


class ThresholdAt(Answer):
    """What is aimed at; `rule`: whether the interval or the figure has to reach it."""

    value: float
    rule: str
    sources: list[str]


class IndicatorRow(Answer):
    """What an indicator is in the newest edition that has it, and its newest values.

    A value of an earlier edition says by which words it was worked out.
    """

    framework: str
    edition: str
    code: str
    name: Words
    definition: Words
    formula: Words | None
    base: Words
    """Who is counted, and who is not."""
    unit: str
    direction: str
    """Which way is better."""
    threshold: ThresholdAt | None
    """Null: none is set, for none has been checked at its source."""
    kind: str
    """How it is counted: a share, a mean, the records of the service, by hand."""
    indicator_status: Status
    """official: the owner's own words; draft: ours."""
    values: list[Value]


class Concept(Answer):
    """One concept of the UN's metadata template, or of SDMX."""

    id: str
    said: Words | None
    reason: Words | None
    """Why nothing is said."""


class MetadataOf(Answer):
    """What an indicator is, by the concept names of official statistics."""

    framework: str
    edition: str
    code: str
    period: str | None
    """Of the value that some concepts speak of; null: none is told yet."""
    concepts: list[Concept]


@dataclass(frozen=True)
class Asked:
    """Which values of an indicator are asked for."""

    framework: str
    code: str
    period: str | None
    status: str | None

    def page(
        self, session: Session, after: str | None, limit: int
    ) -> Page[IndicatorValue]:
        return indicators.history(
            session,
            self.framework,
            self.code,
            period=self.period,
            status=self.status,
            after=after,
            limit=limit,
        )


@router.get(
    "",
    response_model=PageOf[IndicatorRow],
    responses={**csv_lines.ANSWERS, **refusals(401, 403, 422)},
    openapi_extra=FOR_ALL,
)
def list_indicators(
    key: Key,
    session: ReadSession,
    format: Format = "json",
    framework: OfFramework = None,
    period: OfPeriod = None,
    status: OfStatus = None,
    after: After = None,
    limit: Limit = 50,
) -> PageOf[IndicatorRow] | Response:
    """Every indicator with its newest values, in the order of the frameworks.

    With `period` or `status` only the values of that period or status are told. As CSV
    what each indicator is; its values are in `/indicators/{code}/values`.
    """
    known = [
        (each, indicator)
        for each, indicator in frameworks.listed()
        if framework in (None, each.key)
    ]
    if format == "csv":
        return indicator_list.file(known)
    codes = [indicator.code for _, indicator in known]
    if after is not None and after not in codes:
        raise DomainError(422, "error.bad_cursor")
    start = 0 if after is None else codes.index(after) + 1
    held = _held(session, framework, period, status, office=key is not None)
    told = [
        _row(each, indicator, held.get((each.key, indicator.code), []))
        for each, indicator in known[start : start + limit]
    ]
    more = start + limit < len(known)
    return PageOf(items=told, next=codes[start + limit - 1] if more else None)


@router.get("/{code}", responses=refusals(401, 403, 404, 422), openapi_extra=FOR_ALL)
def get_indicator(key: Key, session: ReadSession, code: Code) -> IndicatorRow:
    """One indicator with its newest values."""
    framework, indicator = frameworks.named(code)
    held = _held(session, framework.key, None, None, office=key is not None)
    return _row(framework, indicator, held.get((framework.key, code), []))


@router.get(
    "/{code}/values",
    response_model=PageOf[Value],
    responses={**csv_lines.ANSWERS, **refusals(401, 403, 404, 422)},
    openapi_extra=FOR_ALL,
)
def indicator_history(
    key: Key,
    session: ReadSession,
    database: StoreOf,
    code: Code,
    format: Format = "json",
    period: OfPeriod = None,
    status: OfStatus = None,
    after: After = None,
    limit: Limit = 50,
) -> PageOf[Value] | Response:
    """Every value the indicator ever had, revisions too, the newest first."""
    framework, _ = frameworks.named(code)
    asked = Asked(framework.key, code, period, status)
    if format == "json":
        found = asked.page(session, after, limit)
        told = shown.of(session, found.items, office=key is not None)
        return PageOf(
            items=[indicator_values.told(each) for each in told], next=found.next
        )
    rows = indicators.how_many(
        session, framework.key, code, period=period, status=status
    )
    return StreamingResponse(
        _lines(database, asked, office=key is not None),
        media_type=csv_lines.MEDIA,
        headers=csv_lines.headers(code, rows),
    )


@router.get(
    "/{code}/metadata", responses=refusals(401, 403, 404, 422), openapi_extra=FOR_ALL
)
def indicator_metadata(key: Key, session: ReadSession, code: Code) -> MetadataOf:
    """What the indicator is and how its newest value came about that can be told."""
    framework, indicator = frameworks.named(code)
    office = key is not None
    over_time = shown.over_time(session, framework.key, code, office=office)
    settled = [each for each in over_time if each.record and each.row.language == "all"]
    newest = settled[-1] if settled else None
    record = newest.record if newest else None
    found = concepts.of(framework, indicator, record)
    return MetadataOf(
        framework=framework.key,
        edition=framework.edition,
        code=code,
        period=newest.row.period if newest else None,
        concepts=[
            Concept(id=name, said=None, reason=words_of(each.reason))
            if isinstance(each, Absent)
            else Concept(id=name, said=words_of(each), reason=None)
            for name, each in found.items()
        ],
    )


def _lines(database: Database, asked: Asked, *, office: bool) -> Iterator[str]:
    """The file, a slice at a time; each opens a transaction of its own."""
    yield csv_lines.MARK + indicator_csv.header()
    rows, after, more = 0, None, True
    while more:
        with database.read() as session:
            found = asked.page(session, after, csv_lines.SLICE)
            told = shown.of(session, found.items, office=office)
        yield "".join(indicator_csv.line(each) for each in told)
        rows += len(told)
        after, more = found.next, found.next is not None
    yield csv_lines.last_line(rows)


def _held(
    session: Session,
    framework: str | None,
    period: str | None,
    status: str | None,
    *,
    office: bool,
) -> dict[tuple[str, str], list[Shown]]:
    """The newest values by framework and code."""
    found = shown.latest(session, framework=framework, period=period, office=office)
    held: dict[tuple[str, str], list[Shown]] = {}
    for each in found:
        if status in (None, each.row.status):
            held.setdefault((each.row.framework, each.row.code), []).append(each)
    return held


def _row(
    framework: Framework, indicator: Indicator, values: list[Shown]
) -> IndicatorRow:
    target = indicator.threshold
    return IndicatorRow(
        framework=framework.key,
        edition=framework.edition,
        code=indicator.code,
        name=words_of(indicator.name),
        definition=words_of(indicator.definition),
        formula=words_of(indicator.formula) if indicator.formula else None,
        base=words_of(indicator.base),
        unit=indicator.unit,
        direction=indicator.direction,
        threshold=target
        and ThresholdAt(
            value=target.value,
            rule=target.rule,
            sources=[each.url for each in target.source],
        ),
        kind=indicator.kind,
        indicator_status=indicator.status,
        values=[indicator_values.told(each) for each in values],
    )
