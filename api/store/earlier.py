"""What a released record says of other values, as long as these stand.

A record is what two officers decided about, and is kept as it was. What it says of the
value of the wave before falls with that value.
"""

from sqlalchemy import or_, select
from sqlmodel import Session, col

from api.store import releases, values
from api.store.models import IndicatorRelease, IndicatorValue
from surveys.record import CORRECTION, Absent, Changed, IndicatorRecord
from surveys.record_words import absent

BEFORE_UNRELEASED = absent(
    "ยังไม่ได้เผยแพร่ค่าของรอบก่อน", "the value of the wave before has not been released"
)
BEFORE_WITHDRAWN = absent(
    "ถอนค่าของรอบก่อนแล้ว", "the value of the wave before has been withdrawn since"
)
BEFORE_CORRECTED = absent(
    "แก้ค่าของรอบก่อนแล้ว เพราะค่าเดิมผิด",
    "the value of the wave before was wrong and has been corrected since",
)


def as_it_stands(
    session: Session, row: IndicatorValue, record: IndicatorRecord
) -> IndicatorRecord:
    """The record without what it says of other values that nobody has released, or
    that were wrong."""
    change, revision = record.change, record.revision
    if isinstance(change, Changed):
        gone = _gone(session, row, change)
        record = record.model_copy(update={"change": gone or change})
    if revision.before is not None and not _is_released(
        session, row, row.period, row.revision - 1
    ):
        unsaid = revision.model_copy(update={"before": None})
        record = record.model_copy(update={"revision": unsaid})
    return record


def _gone(session: Session, row: IndicatorValue, change: Changed) -> Absent | None:
    """Why the change to an earlier wave is told no more; None: it is."""
    if not _is_released(session, row, change.since, change.since_revision):
        return BEFORE_UNRELEASED
    later = session.execute(
        select(col(IndicatorValue.status), col(IndicatorRelease.approved_at))
        .outerjoin(
            IndicatorRelease, col(IndicatorRelease.value_id) == col(IndicatorValue.id)
        )
        .where(
            col(IndicatorValue.framework) == row.framework,
            col(IndicatorValue.code) == row.code,
            col(IndicatorValue.period) == change.since,
            col(IndicatorValue.language) == row.language,
            col(IndicatorValue.revision) > change.since_revision,
            or_(
                col(IndicatorValue.status) == values.WITHDRAWN,
                col(IndicatorValue.reason) == CORRECTION,
            ),
        )
    ).all()
    if any(status == values.WITHDRAWN for status, _ in later):
        return BEFORE_WITHDRAWN
    # Until a correction is released, what was told before is what stands.
    return BEFORE_CORRECTED if any(at is not None for _, at in later) else None


def _is_released(
    session: Session, row: IndicatorValue, period: str, number: int
) -> bool:
    """Whether another value of the same indicator has been released."""
    found = values.revision(
        session, row.framework, row.code, period, row.language, number
    )
    release = None if found is None else releases.of_value(session, found.id)
    return release is not None and release.approved_at is not None
