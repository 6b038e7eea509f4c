"""Values as everybody may be told them: the row, and its record where it has one.

Below thirty answers a figure of a survey is told to nobody, whatever the row says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlmodel import Session, col

from api.store import records, releases
from api.store.models import IndicatorRelease, IndicatorValue, Wave
from content.dates import BANGKOK
from surveys import estimate
from surveys import record_words as words
from surveys.estimate.outcomes import Frame
from surveys.evidence.figure import Figure, present, why_not
from surveys.question import Text
from surveys.record import LEVEL_PCT, Absent, IndicatorRecord, Interval
from surveys.record_words import absent

NOT_FIXED = absent(
    "ยังเปิดรับคำตอบหรือรอตรวจอยู่ จะบอกเมื่อคำตอบของรอบนี้ถูกปิดตายแล้ว",
    "answers still come in or are being checked; told once the wave is frozen",
)
CARE = Text(th="ใช้ด้วยความระวัง", en="use with care")


@dataclass(frozen=True)
class Shown:
    """One value. `record` None: it is provisional, and has none yet."""

    row: IndicatorValue
    record: IndicatorRecord | None
    published_at: datetime | None
    """When a second officer released it; None: nobody has yet."""
    volunteers: bool
    """Whether its interval rests on a model: those who answered chose to."""
    first: date
    """The first day it is about, in Bangkok; by it values are put in order."""

    @property
    def is_told(self) -> bool:
        return self.row.wave_id is None or estimate.publishable(self.row.n)

    @property
    def value(self) -> float | None:
        if not self.is_told:
            return None
        return present(self.record.value) if self.record else self.row.value

    @property
    def n(self) -> int | None:
        """None where a document does not say."""
        return present(self.record.n) if self.record else self.row.n

    @property
    def interval(self) -> Interval | Absent:
        """The interval, or why there is none."""
        if self.record is not None and self.is_told:
            found = self.record.interval
            return found if isinstance(found, Interval | Absent) else NOT_FIXED
        low, high = self.row.low, self.row.high
        if self.value is None and self.note is not None:
            return Absent(reason=self.note)
        if low is None or high is None:
            return words.ONE_ANSWER
        return Interval(
            low=low,
            high=high,
            level_pct=LEVEL_PCT,
            method=self.row.method,
            modelled=self.volunteers,
            label=words.MODELLED if self.volunteers else words.OF_A_SAMPLE,
        )

    @property
    def is_careful(self) -> bool:
        """Whether it is shown with a warning: few answers, or a wide interval."""
        if self.value is None:
            return False
        if self.record is not None:
            return Figure(self.record, None).careful
        return estimate.careful(self.row.n, self.row.low, self.row.high)

    @property
    def note(self) -> Text | None:
        """Why there is no value, or that it is used with care."""
        if self.value is None:
            said = why_not(self.record.value) if self.record else None
            few = words.FEW_ALIKE if self.is_told else words.TOO_FEW
            return said or few.reason
        return CARE if self.is_careful else None

    @property
    def verify(self) -> str | None:
        """The command that finds the value again; None where it was entered."""
        if self.record is None or self.record.kind == "manual":
            return None
        return f"ecotown indicator verify {self.row.code} {self.row.period}"


def of(session: Session, rows: Sequence[IndicatorValue]) -> list[Shown]:
    """These values with what was released of them, or else is known by now."""
    found = session.scalars(
        select(IndicatorRelease).where(
            col(IndicatorRelease.value_id).in_([row.id for row in rows]),
            col(IndicatorRelease.approved_at).is_not(None),
        )
    )
    released = {each.value_id: each for each in found}
    return [_shown(session, row, released.get(row.id)) for row in rows]


def over_time(session: Session, framework: str, code: str) -> list[Shown]:
    """The newest revision of each period and language, the earliest period first."""
    rows = session.scalars(
        select(IndicatorValue)
        .where(
            col(IndicatorValue.framework) == framework,
            col(IndicatorValue.code) == code,
        )
        .order_by(col(IndicatorValue.revision))
    )
    newest = {(row.period, row.language): row for row in rows}
    return sorted(
        of(session, list(newest.values())),
        key=lambda each: (each.first, each.row.period, each.row.language),
    )


def _shown(
    session: Session, row: IndicatorValue, release: IndicatorRelease | None
) -> Shown:
    wave = None if row.wave_id is None else session.get_one(Wave, row.wave_id)
    record = None
    if release is not None:
        record = releases.record_of(release)
    elif row.record is not None:
        record = records.of(session, row)
    return Shown(
        row=row,
        record=record,
        published_at=None if release is None else release.approved_at,
        volunteers=wave is not None and wave.frame != Frame.PROBABILITY,
        first=_first(row, record, wave),
    )


def _first(
    row: IndicatorValue, record: IndicatorRecord | None, wave: Wave | None
) -> date:
    if record is not None and record.period is not None:
        return record.period.first
    began = row.computed_at if wave is None else wave.opens_at
    return began.astimezone(BANGKOK).date()
