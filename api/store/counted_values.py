"""The record of a figure that is counted whole or entered: no survey is behind it."""

from datetime import date, datetime
from typing import Any

from api.store.periods import Span
from content.dates import BANGKOK
from surveys import estimate, record_words
from surveys.catalogue import Framework, Indicator, Status
from surveys.question import Text
from surveys.record import Absent, Evidence, IndicatorRecord, Revision, Target


def record(
    framework: Framework,
    indicator: Indicator,
    span: Span,
    *,
    value: float | Absent,
    n: int | Absent,
    method: str,
    evidence: Evidence,
    limitations: Text,
    interval: Absent,
    why: Absent,
    now: datetime,
    **more: Any,
) -> IndicatorRecord:
    """`why` stands wherever a survey would have something to say."""
    fields = {
        "framework": framework.key,
        "edition": framework.edition,
        "code": indicator.code,
        "name": indicator.name,
        "definition": indicator.definition,
        "formula": indicator.formula or record_words.NO_FORMULA,
        "official": indicator.status is Status.OFFICIAL,
        "kind": indicator.kind,
        "language": "all",
        "made_up": False,
        "value": value,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "n": n,
        "base": indicator.base,
        "left_out": why,
        "population": why,
        "frame": why,
        "period": {"key": span.key, "first": span.first, "last": span.last},
        "as_of": _today(now),
        "modes": why,
        "outcome": why,
        "interval": interval,
        "weighting": why,
        "method": method,
        "questions": why,
        "exclusions": why,
        "limitations": limitations,
        "responsible": None,
        "contact": None,
        "evidence": evidence,
        "status": "final",
        "revision": Revision(number=0),
        "level": why,
        "threshold": _threshold(indicator, value),
        "change": why,
        "bands": record_words.NO_BANDS,
        "alpha": record_words.NO_ALPHA,
        "unweighted": why,
        "weighted": why,
        "flags_removed": why,
        "by_mode": why,
        "calibration_gap": why,
        "numerator": record_words.NO_COUNT,
        "denominator": record_words.NO_COUNT,
    }
    return IndicatorRecord.model_validate({**fields, **more})


def _today(now: datetime) -> date:
    return now.astimezone(BANGKOK).date()


def _threshold(indicator: Indicator, value: float | Absent) -> Target | Absent:
    target = indicator.threshold
    if target is None:
        return record_words.NO_THRESHOLD
    if isinstance(value, Absent):
        return value
    return Target(
        value=target.value,
        rule="value",
        outcome=estimate.threshold(value, value, target.value, indicator.direction),
        sources=tuple(each.url for each in target.source),
    )
