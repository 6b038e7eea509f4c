"""/api/v1/indicators: what residents' answers add up to; open to everyone."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from sqlmodel import Session

from api.dependencies import After, Limit, ReadSession
from api.errors import DomainError, not_found
from api.routes.shapes import Answer, Code, PageOf, page_of, refusals
from api.store import indicators
from api.store.models import IndicatorValue
from surveys import estimate
from surveys.catalogue import Framework, Indicator, Status

router = APIRouter(prefix="/indicators", tags=["indicators"])

TOO_FEW = f"ข้อมูลไม่พอ (n<{estimate.MIN_N})"
WITH_CARE = "ใช้ด้วยความระวัง"


class Value(Answer):
    """One figure. Percent, 0 to 100; null below 30 answers, and `note` says so."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    """Answers in the base."""
    skipped: int
    dont_know: int
    note: str | None
    """Too few answers to be told, or few enough to be used with care."""
    language: str
    """`all`, or a translation nobody has reviewed, reported apart."""
    revision: int
    status: str
    """provisional while the wave is open, final after."""
    method: str
    made_up: bool
    """Demonstration data, not a fact about the town."""
    computed_at: datetime


class IndicatorRow(Answer):
    """What an indicator is, and its newest values."""

    framework: str
    edition: str
    code: str
    name: dict[str, str]
    definition: dict[str, str]
    base: dict[str, str]
    unit: str
    direction: str
    threshold: float | None
    indicator_status: Status
    """official: the owner's own words; draft: ours."""
    values: list[Value]


@router.get("", responses=refusals(422))
def list_indicators(
    session: ReadSession,
    framework: Annotated[
        str | None, Query(max_length=80, pattern=r"^[a-z0-9_]+$")
    ] = None,
    after: After = None,
    limit: Limit = 50,
) -> PageOf[IndicatorRow]:
    """Every indicator with its newest values, in the order of the frameworks."""
    known = [
        (each, indicator)
        for each in indicators.frameworks()
        if framework in (None, each.key)
        for indicator in each.indicators()
    ]
    codes = [indicator.code for _, indicator in known]
    if after is not None and after not in codes:
        raise DomainError(422, "error.bad_cursor")
    start = 0 if after is None else codes.index(after) + 1
    held = _held(session, framework)
    shown = [
        _row(each, indicator, held.get((each.key, indicator.code), []))
        for each, indicator in known[start : start + limit]
    ]
    more = start + limit < len(known)
    return PageOf(items=shown, next=codes[start + limit - 1] if more else None)


@router.get("/{code}", responses=refusals(404, 422))
def get_indicator(session: ReadSession, code: Code) -> IndicatorRow:
    """One indicator with its newest values."""
    framework, indicator = _named(code)
    values = _held(session, framework.key).get((framework.key, code), [])
    return _row(framework, indicator, values)


@router.get("/{code}/values", responses=refusals(404, 422))
def indicator_history(
    session: ReadSession, code: Code, after: After = None, limit: Limit = 50
) -> PageOf[Value]:
    """Every value the indicator ever had, the newest first."""
    framework, _ = _named(code)
    found = indicators.history(session, framework.key, code, after=after, limit=limit)
    return page_of(found, _value)


def _held(
    session: Session, framework: str | None
) -> dict[tuple[str, str], list[IndicatorValue]]:
    """The newest values by framework and code."""
    held: dict[tuple[str, str], list[IndicatorValue]] = {}
    for value in indicators.latest(session, framework=framework):
        held.setdefault((value.framework, value.code), []).append(value)
    return held


def _named(code: str) -> tuple[Framework, Indicator]:
    for framework in indicators.frameworks():
        for indicator in framework.indicators():
            if indicator.code == code:
                return framework, indicator
    raise not_found("indicator")


def _row(
    framework: Framework, indicator: Indicator, values: list[IndicatorValue]
) -> IndicatorRow:
    return IndicatorRow(
        framework=framework.key,
        edition=framework.edition,
        code=indicator.code,
        name=indicator.name.model_dump(exclude_none=True),
        definition=indicator.definition.model_dump(exclude_none=True),
        base=indicator.base.model_dump(exclude_none=True),
        unit=indicator.unit,
        direction=indicator.direction,
        threshold=indicator.threshold,
        indicator_status=indicator.status,
        values=[_value(value) for value in values],
    )


def _value(value: IndicatorValue) -> Value:
    shown = estimate.publishable(value.n)
    return Value(
        value=value.value if shown else None,
        low=value.low if shown else None,
        high=value.high if shown else None,
        n=value.n,
        skipped=value.skipped,
        dont_know=value.dont_know,
        note=_note(value),
        language=value.language,
        revision=value.revision,
        status=value.status,
        method=value.method,
        made_up=value.made_up,
        computed_at=value.computed_at,
    )


def _note(value: IndicatorValue) -> str | None:
    if not estimate.publishable(value.n):
        return TOO_FEW
    return WITH_CARE if estimate.careful(value.n, value.low, value.high) else None
