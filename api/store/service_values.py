"""Indicators counted from the records of the service: every case, question, message.

Nothing is sampled, so there is no interval. A fingerprint of what was counted is kept
with the figure, and counting again as of the same moment shows whether the records
still say the same. What may yet change is noted with it: `api.store.service_counts`.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from api.errors import DomainError
from api.store import counted_values, frameworks, periods, values
from api.store.computing import ALL
from api.store.models import Asked, Broadcast, Case, IndicatorValue
from api.store.periods import Span
from api.store.service_counts import COUNTS
from api.version import code_version
from surveys import record_words as words
from surveys.catalogue import Framework, Indicator
from surveys.record import CORRECTION, Evidence

METHOD = "1: counted from every record of the period; exact"
NOTED = "noted"  # in what a value was worked out from: lines that may yet change


@dataclass(frozen=True)
class Count:
    """So many of so many, and the SHA-256 over what was looked at."""

    part: int
    whole: int
    sha256: str
    noted: Mapping[str, tuple[int, int]]
    """The lines that may yet change, with what they counted for."""
    went_on: int = 0
    """How many lines are as they were noted, for their records have gone on since."""

    @property
    def percent(self) -> float | None:
        """None: there was nothing to count."""
        return self.part / self.whole * 100 if self.whole else None


Counted = tuple[Framework, Indicator, Count]


def compute(
    session: Session, span: Span, now: datetime, *, reason: str | None = None
) -> int:
    """Count and add in one transaction: for commands. How many figures are new."""
    if span.ends > now:
        raise DomainError(409, "error.period_running", period=span.key)
    return add(session, span, counted(session, span, now), now, reason=reason)


def counted(session: Session, span: Span, now: datetime) -> list[Counted]:
    """The service's figures of a period as of now; many rows are read for it. They
    are added with the same `now`."""
    return [
        (framework, indicator, count(session, indicator, span, now))
        for framework, indicator in frameworks.of_service()
    ]


def add(
    session: Session,
    span: Span,
    found: Iterable[Counted],
    now: datetime,
    *,
    reason: str | None = None,
) -> int:
    """Add what was counted; how many figures are new. Raises DomainError where a
    mistake is to be mended and no figure is another."""
    added = sum(
        _add(session, framework, indicator, count_, span, now, reason)
        for framework, indicator, count_ in found
    )
    if reason == CORRECTION and not added:
        raise values.nothing_corrected(span.key)
    return added


def due(session: Session, now: datetime) -> list[Span]:
    """Periods that are over and have no figures yet: the last month, quarter, year."""
    if not frameworks.of_service():
        return []
    known = set(
        session.scalars(
            select(col(IndicatorValue.period))
            .where(col(IndicatorValue.wave_id).is_(None))
            .distinct()
        )
    )
    begun = _first_record(session)
    return [
        span
        for span in periods.ended(now)
        if span.key not in known and begun is not None and begun < span.ends
    ]


def count(
    session: Session,
    indicator: Indicator,
    span: Span,
    at: datetime,
    noted: Mapping[str, tuple[int, int]] | None = None,
) -> Count:
    """The indicator's figure over the period, as of a moment.

    `noted` is what an earlier count as of that moment noted: where the tables show
    that a record has gone on since, it counts for what it did then.
    """
    assert indicator.measure is not None
    assert indicator.measure.figure is not None
    source = COUNTS[indicator.measure.figure]
    part, whole, digest, went_on = 0, 0, hashlib.sha256(), 0
    kept: dict[str, tuple[int, int]] = {}
    for line in source.lines(session, span, at):
        tally, then = line.tally, (noted or {}).get(line.name)
        if then is not None and then != tally and source.has_gone_on(line, then):
            tally, went_on = then, went_on + 1
        if line.may_change:
            kept[line.name] = tally
        part, whole = part + tally[0], whole + tally[1]
        digest.update(f"{line.name} {tally[0]} {tally[1]}\n".encode())
    return Count(part, whole, digest.hexdigest(), kept, went_on)


def again(
    session: Session, indicator: Indicator, span: Span, value: IndicatorValue
) -> Count:
    """The figure counted anew as of the moment the value was computed."""
    kept = values.working(value).get(NOTED, {})
    noted = {name: (hits, of) for name, (hits, of) in kept.items()}
    return count(session, indicator, span, value.computed_at, noted)


def _add(
    session: Session,
    framework: Framework,
    indicator: Indicator,
    found: Count,
    span: Span,
    now: datetime,
    reason: str | None,
) -> bool:
    percent = found.percent
    record = counted_values.record(
        framework,
        indicator,
        span,
        value=words.NOTHING_COUNTED if percent is None else percent,
        n=found.whole,
        method=METHOD,
        evidence=Evidence(
            dataset_sha256=found.sha256,
            questionnaire_sha256=None,
            code_version=code_version(),
        ),
        limitations=words.FROM_RECORDS,
        interval=words.WHOLE_COUNT,
        why=words.NOT_A_SURVEY,
        now=now,
        numerator=found.part,
        denominator=found.whole,
    )
    value = IndicatorValue(
        framework=framework.key,
        code=indicator.code,
        period=span.key,
        language=ALL,
        revision=0,
        n=found.whole,
        skipped=0,
        dont_know=0,
        successes=found.part,
        value=percent,
        method=METHOD,
        status=values.FINAL,
        computed_at=now,
    )
    working = {NOTED: {name: list(tally) for name, tally in found.noted.items()}}
    if reason == CORRECTION and not values.corrects(session, value):
        return False
    return values.append(session, value, record=record, working=working, reason=reason)


def _first_record(session: Session) -> datetime | None:
    """When the service began to have something to count."""
    columns: list[Any] = [Case.opened_at, Asked.asked_at, Broadcast.frozen_at]
    found = [session.scalar(select(func.min(col(each)))) for each in columns]
    return min((each for each in found if each is not None), default=None)
