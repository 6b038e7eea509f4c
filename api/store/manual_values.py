"""Values that an officer enters from a document, with the document's fingerprint."""

import math
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.errors import DomainError
from api.store import audit, counted_values, frameworks, officers, periods, values
from api.store.computing import ALL
from api.store.models import IndicatorValue
from api.version import code_version
from surveys import record_words as words
from surveys.catalogue import Indicator
from surveys.record import Evidence

METHOD = "1: entered from a document"
MOST_SOURCE = 500
MOST_N = 1_000_000_000


def enter(
    session: Session,
    code: str,
    period: str,
    *,
    value: float,
    n: int | None,
    evidence_sha256: str,
    source: str,
    officer_id: UUID,
    now: datetime,
    note: str = "",
    reason: str | None = None,
    framework: str | None = None,
) -> IndicatorValue:
    """Keep a value with what it rests on. `n` None: the document does not say.

    Only an indicator without a measure is entered. Raises DomainError, also where the
    same value stands already.
    """
    officer = officers.get(session, officer_id)
    of, indicator = frameworks.named(code, framework)
    if indicator.kind != "manual":
        raise DomainError(409, "error.value_computed", code=code)
    span = periods.read(period)
    source = source.strip()
    if not source or len(source) > MOST_SOURCE or "\x00" in source:
        raise DomainError(422, "error.text_shape", most=MOST_SOURCE)
    _check(indicator, value, n)
    record = counted_values.record(
        of,
        indicator,
        span,
        value=value,
        n=words.NOT_TOLD if n is None else n,
        method=METHOD,
        evidence=Evidence(
            dataset_sha256=evidence_sha256,
            questionnaire_sha256=None,
            code_version=code_version(),
            source=source,
        ),
        limitations=words.counted(words.ENTERED, note),
        interval=words.NOT_TOLD,
        why=words.NOT_TOLD,
        now=now,
    )
    row = IndicatorValue(
        framework=of.key,
        code=code,
        period=span.key,
        language=ALL,
        revision=0,
        n=n or 0,
        skipped=0,
        dont_know=0,
        value=value,
        method=METHOD,
        status=values.FINAL,
        entered_by=officer.id,
        computed_at=now,
    )
    if not values.append(session, row, record=record, reason=reason):
        raise DomainError(409, "error.value_same", code=code, period=span.key)
    audit.record(
        session,
        actor=officers.actor(officer.id),
        action="value.enter",
        subject=f"value:{row.id}",
        now=now,
        code=code,
        period=span.key,
        evidence=evidence_sha256,
    )
    return row


def _check(indicator: Indicator, value: float, n: int | None) -> None:
    """Refuse what the unit cannot be: 120 percent, half a person, less than nothing."""
    whole = indicator.unit in ("count", "people")
    fits = math.isfinite(value) and value >= 0
    if indicator.unit == "percent":
        fits = fits and value <= 100
    if whole:
        fits = fits and value == int(value)
    if not fits:
        raise DomainError(422, "error.value_unit", unit=indicator.unit)
    if n is not None and not 0 <= n <= MOST_N:
        raise DomainError(422, "error.value_base")
