"""/api/v1/indicators: what residents' answers add up to; open to everyone."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query

from api.dependencies import ReadSession
from api.errors import not_found
from api.routes.shapes import Answer, Code, refusals
from api.store import indicators
from api.store.models import IndicatorValue
from surveys import estimate
from surveys.catalogue import Framework, Indicator, Status

router = APIRouter(prefix="/indicators", tags=["indicators"])

TOO_FEW = "ข้อมูลไม่พอ (n<30)"
# Said from 30 to 59 answers, and where the interval is wider than 30 points.
WITH_CARE = "ใช้ด้วยความระวัง"
SURE_FROM = 60
WIDE = 30.0  # percentage points


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


class Indicators(Answer):
    items: list[IndicatorRow]


class History(Answer):
    framework: str
    code: str
    items: list[Value]


@router.get("", responses=refusals(422))
def list_indicators(
    session: ReadSession,
    framework: Annotated[
        str | None, Query(max_length=80, pattern=r"^[a-z0-9_]+$")
    ] = None,
) -> Indicators:
    """Every indicator of every framework with its newest values."""
    held: dict[tuple[str, str], list[IndicatorValue]] = {}
    for value in indicators.latest(session, framework=framework):
        held.setdefault((value.framework, value.code), []).append(value)
    rows = [
        _row(each, indicator, held.get((each.key, indicator.code), []))
        for each in indicators.frameworks()
        if framework in (None, each.key)
        for indicator in each.indicators()
    ]
    return Indicators(items=rows)


@router.get("/{code}/values", responses=refusals(404, 422))
def indicator_history(session: ReadSession, code: Code) -> History:
    """Every value the indicator ever had, the newest first."""
    framework = _framework_of(code)
    values = [
        _value(value)
        for value in indicators.history(session, code)
        if value.framework == framework
    ]
    return History(framework=framework, code=code, items=values)


def _framework_of(code: str) -> str:
    for framework in indicators.frameworks():
        if any(each.code == code for each in framework.indicators()):
            return framework.key
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
    wide = (value.high or 0.0) - (value.low or 0.0) > WIDE
    return WITH_CARE if value.n < SURE_FROM or wide else None
