"""Indicators counted from the records of the service: every case, question, message.

Nothing is sampled, so there is no interval. A fingerprint of what was counted is kept
with the figure, and counting again shows whether the records still say the same.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from api.errors import DomainError
from api.store import counted_values, frameworks, periods, values
from api.store.computing import ALL
from api.store.models import Asked, Broadcast, Case, Delivery, IndicatorValue
from api.store.periods import Span
from api.store.words import CaseState, DeliveryKind, DeliveryState
from api.version import code_version
from content.decide import Outcome
from surveys import record_words as words
from surveys.catalogue import Framework, Indicator
from surveys.record import Evidence

METHOD = "1: counted from every record of the period; exact"
AT_ONCE = 1_000


@dataclass(frozen=True)
class Count:
    """So many of so many, and the SHA-256 over what was looked at."""

    part: int
    whole: int
    sha256: str

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
    return add(session, span, counted(session, span), now, reason=reason)


def counted(session: Session, span: Span) -> list[Counted]:
    """The service's figures of a period; many rows are read for it."""
    return [
        (framework, indicator, count(session, indicator, span))
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
    """Add what was counted; how many figures are new."""
    return sum(
        _add(session, framework, indicator, count_, span, now, reason)
        for framework, indicator, count_ in found
    )


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


def count(session: Session, indicator: Indicator, span: Span) -> Count:
    """The indicator's figure over the period, from the records as they are."""
    assert indicator.measure is not None
    assert indicator.measure.figure is not None
    part, whole, digest = 0, 0, hashlib.sha256()
    for line, hits, of in COUNTS[indicator.measure.figure](session, span):
        part, whole = part + hits, whole + of
        digest.update(f"{line} {hits} {of}\n".encode())
    return Count(part, whole, digest.hexdigest())


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
    return values.append(session, value, record=record, reason=reason)


def _cases(session: Session, span: Span) -> Iterator[tuple[str, int, int]]:
    """Cases opened in the period whose resident was named a time: answered by it each
    time, of all that can be judged. Who still waits beyond it was not answered."""
    rows = session.execute(
        select(
            col(Case.number), col(Case.in_time), col(Case.state), col(Case.expected_at)
        )
        .where(col(Case.opened_at) >= span.begins, col(Case.opened_at) < span.ends)
        .order_by(col(Case.number)),
        execution_options={"yield_per": AT_ONCE},
    )
    for number, in_time, state, expected_at in rows:
        waits = state is CaseState.OPEN and expected_at is not None
        late = waits and expected_at < span.ends
        judged = in_time is not None or late
        yield f"case {number}", int(in_time is True and not late), int(judged)


def _questions(session: Session, span: Span) -> Iterator[tuple[str, int, int]]:
    """Questions asked in the period: an article was found and nobody said it did not
    help, of all that were asked."""
    rows = session.execute(
        select(col(Asked.id), col(Asked.outcome), col(Asked.helpful))
        .where(col(Asked.asked_at) >= span.begins, col(Asked.asked_at) < span.ends)
        .order_by(col(Asked.id)),
        execution_options={"yield_per": AT_ONCE},
    )
    for id_, outcome, helpful in rows:
        hit = outcome is Outcome.ANSWER and helpful is not False
        yield f"question {id_}", int(hit), 1


def _reach(session: Session, span: Span) -> Iterator[tuple[str, int, int]]:
    """Broadcasts whose audience was fixed in the period: messages that went out, of all
    that were owed to who was subscribed."""
    rows = session.execute(
        select(col(Broadcast.id), col(Delivery.state), func.count())
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(
            col(Broadcast.frozen_at) >= span.begins,
            col(Broadcast.frozen_at) < span.ends,
            col(Delivery.kind) == DeliveryKind.BROADCAST,
        )
        .group_by(col(Broadcast.id), col(Delivery.state))
        .order_by(col(Broadcast.id), col(Delivery.state))
    )
    for id_, state, owed in rows:
        sent = owed if state is DeliveryState.SENT else 0
        yield f"broadcast {id_} {state.value}", int(sent), int(owed)


COUNTS: dict[str, Callable[[Session, Span], Iterator[tuple[str, int, int]]]] = {
    "cases_in_time": _cases,
    "questions_answered": _questions,
    "broadcast_reach": _reach,
}


def _first_record(session: Session) -> datetime | None:
    """When the service began to have something to count."""
    columns: list[Any] = [Case.opened_at, Asked.asked_at, Broadcast.frozen_at]
    found = [session.scalar(select(func.min(col(each)))) for each in columns]
    return min((each for each in found if each is not None), default=None)
