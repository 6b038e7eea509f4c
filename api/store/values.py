"""Rows of indicator values: added one after the other, and never changed.

While a wave is open its values are provisional and follow one another freely. After a
final value a new one says why: better data, a better method, or a mistake mended.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Select, select
from sqlmodel import Session, col

from api.errors import DomainError
from api.store.locks import take_turn
from api.store.models import IndicatorValue
from surveys import record as records
from surveys.record import (
    Absent,
    Bands,
    IndicatorRecord,
    Interval,
    Reason,
    Revision,
    Target,
)
from surveys.record_words import absent

PROVISIONAL, FINAL, REVISED, WITHDRAWN = records.VALUE_STATUSES
SETTLED = (FINAL, REVISED, WITHDRAWN)
REASONS: tuple[str, ...] = get_args(Reason)
# The difference between two values that can be read tells what those said who answered
# in between: they must not be so few that one of them is known by it. Of a share that
# holds for either of its cells.
APART = 5
TOLD, WORKING = "told", "working"


def last(
    session: Session, framework: str, code: str, period: str, language: str
) -> IndicatorValue | None:
    """The newest revision of an indicator in a period."""
    rows = _revisions(framework, code, period, language)
    return session.scalars(rows.limit(1)).first()


def revision(
    session: Session,
    framework: str,
    code: str,
    period: str,
    language: str,
    number: int,
) -> IndicatorValue | None:
    """One revision of an indicator in a period."""
    rows = _revisions(framework, code, period, language)
    return session.scalars(rows.where(col(IndicatorValue.revision) == number)).first()


def append(
    session: Session,
    value: IndicatorValue,
    *,
    record: IndicatorRecord | None = None,
    working: dict[str, Any] | None = None,
    reason: str | None = None,
) -> bool:
    """Add the value as the next revision; False: it says nothing new, or would show
    what a few people answered.

    Its number is given here, whatever it says. One that is final has its record;
    `working` is what later figures are worked out from and nobody is told. Only
    provisional values keep apart from each other: a final one may differ by a few
    people from the last provisional one, which only the office has seen. Raises
    DomainError where a settled value would be followed by another one without a reason,
    or by a correction that corrects none of its figures.
    """
    if reason is not None and reason not in REASONS:
        raise DomainError(422, "error.value_reason", reasons=", ".join(REASONS))
    # Two workers may have counted at once: the second then sees what the first added.
    take_turn(session, "indicator values")
    rows = _revisions(value.framework, value.code, value.period, value.language)
    before = session.scalars(rows.limit(1)).first()
    # A release before this one kept no records: then the record is what is new.
    if (
        before is not None
        and _figures(before) == _figures(value)
        and (before.record is not None or record is None)
    ):
        if reason == records.CORRECTION and is_settled(before):
            raise nothing_corrected(value.period)
        return False
    if value.status == PROVISIONAL:
        shown = session.scalars(rows.where(col(IndicatorValue.value).is_not(None)))
        if _tells_on_few(value, shown.all()):
            return False
    if before is not None and is_settled(before):
        if reason is None:
            raise DomainError(409, "error.value_reason", reasons=", ".join(REASONS))
        value.reason = reason
        if value.status != WITHDRAWN:
            value.status = REVISED
    value.revision = 1 if before is None else before.revision + 1
    if record is not None:
        revised = _revised(record, value, before)
        value.record = {TOLD: revised.model_dump(mode="json"), WORKING: working or {}}
    session.add(value)
    session.flush()
    return True


def nothing_corrected(period: str) -> DomainError:
    """A mistake is to be mended, and there is none in the figures. Their halves alone
    are not corrected: the value is withdrawn."""
    return DomainError(409, "error.value_corrects_nothing", period=period)


def corrects(session: Session, value: IndicatorValue) -> bool:
    """Whether a correction would change a figure of the value that stands, or there is
    none that is settled."""
    before = last(session, value.framework, value.code, value.period, value.language)
    return (
        before is None or not is_settled(before) or _figures(before) != _figures(value)
    )


def is_settled(value: IndicatorValue) -> bool:
    """Whether another value may follow this one only with a reason."""
    return value.status in SETTLED and value.record is not None


def told(value: IndicatorValue) -> IndicatorRecord | None:
    """The record as it was known when the value was added; None: it had none."""
    if value.record is None:
        return None
    return IndicatorRecord.model_validate(value.record[TOLD])


def working(value: IndicatorValue) -> dict[str, Any]:
    """What the value was worked out from."""
    return {} if value.record is None else dict(value.record[WORKING])


def withdraw(
    session: Session, value: IndicatorValue, *, reason: str, why: str, now: datetime
) -> IndicatorValue:
    """Take a settled value back: a new row without figures that says why."""
    record = told(value)
    newest = last(session, value.framework, value.code, value.period, value.language)
    if newest is None or newest.id != value.id or newest.status == WITHDRAWN:
        raise DomainError(409, "error.value_not_newest")
    if not is_settled(value) or record is None:
        raise DomainError(409, "error.value_not_final")
    withdrawn = IndicatorValue(
        framework=value.framework,
        code=value.code,
        period=value.period,
        wave_id=value.wave_id,
        language=value.language,
        revision=0,
        n=value.n,
        skipped=value.skipped,
        dont_know=value.dont_know,
        method=value.method,
        status=WITHDRAWN,
        made_up=value.made_up,
        computed_at=now,
    )
    gone = absent(f"ถอนค่านี้แล้ว: {why}", f"withdrawn: {why}")
    empty = record.model_copy(
        update={
            "value": gone,
            "interval": gone,
            "threshold": gone,
            "change": gone,
            "bands": gone,
            "unweighted": gone,
            "weighted": gone,
            "flags_removed": gone,
            "by_mode": gone,
            "numerator": gone,
            "approvals": None,
        }
    )
    append(session, withdrawn, record=empty, working=working(value), reason=reason)
    return withdrawn


def needs_notice(
    before: IndicatorRecord | None, after: IndicatorRecord, reason: str | None
) -> bool:
    """Whether everyone who was told the old figure has to hear of the new one.

    So for a correction that is larger than half the width of the old interval, or
    that changes whether the threshold is reached or what a mean is called. Where there
    was no interval any correction is; a withdrawal always.
    """
    if after.status == WITHDRAWN:
        return True
    if reason != records.CORRECTION or before is None:
        return False
    old, new = before.value, after.value
    if isinstance(old, float) and isinstance(new, float):
        half = (
            before.interval.half_width if isinstance(before.interval, Interval) else 0
        )
        if abs(new - old) > half:
            return True
    elif type(old) is not type(new):
        return True
    return _verdict(before.threshold) != _verdict(after.threshold) or _named(
        before.bands
    ) != _named(after.bands)


def _verdict(threshold: Target | Absent) -> str | None:
    return threshold.outcome if isinstance(threshold, Target) else None


def _named(bands: Bands | Absent) -> tuple[str, ...]:
    return bands.bands if isinstance(bands, Bands) else ()


def _revised(
    record: IndicatorRecord, value: IndicatorValue, before: IndicatorValue | None
) -> IndicatorRecord:
    """The record with its status and its place among the revisions."""
    settled = before if before is not None and is_settled(before) else None
    standing = record.model_copy(update={"status": value.status})
    earlier = told(settled) if settled is not None else None
    revision = Revision.model_validate(
        {
            "number": value.revision,
            "reason": value.reason,
            "before": settled.value if settled is not None else None,
            "notice": needs_notice(earlier, standing, value.reason),
        }
    )
    return standing.model_copy(update={"revision": revision})


def _revisions(
    framework: str, code: str, period: str, language: str
) -> Select[IndicatorValue]:
    return (
        select(IndicatorValue)
        .where(
            col(IndicatorValue.framework) == framework,
            col(IndicatorValue.code) == code,
            col(IndicatorValue.period) == period,
            col(IndicatorValue.language) == language,
        )
        .order_by(col(IndicatorValue.revision).desc())
    )


def _tells_on_few(value: IndicatorValue, shown: Sequence[IndicatorValue]) -> bool:
    """Whether the value beside one that has been told, the newest first, shows what a
    few people gave.

    The office can read all revisions, so a share is held against each of them. Of one
    that is not shown, and of a mean, how many answered is what is told.
    """
    if not shown:
        return False
    if value.successes is None:
        return value.n < shown[0].n + APART
    cells = _cells(value)
    # With the same cells only who skipped the question would be new.
    return cells == _cells(shown[0]) or any(
        0 < abs(now - then) < APART
        for each in shown
        for now, then in zip(cells, _cells(each), strict=True)
    )


def _cells(value: IndicatorValue) -> tuple[int, int]:
    """How many gave a share's answers, and how many did not."""
    successes = value.successes or 0
    return successes, value.n - successes


def _figures(value: IndicatorValue) -> Sequence[object]:
    # A settled value is the same one whether it was the first or follows another.
    settled = FINAL if value.status == REVISED else value.status
    return (
        value.n,
        value.skipped,
        value.dont_know,
        value.successes,
        value.value,
        value.low,
        value.high,
        settled,
    )
