"""Values as they may be told: the one place that decides who is told what of them.

Everybody is told the figures of a value that two officers have released, from the
record they released. Of any other value they are told how many have answered, which is
nobody's figure, and what it waits for. The office sees all of it, marked as what it is.
Below thirty answers a figure of a survey is told to nobody, whatever the row says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from api.store import (
    earlier,
    frameworks,
    indicators,
    records,
    releases,
    values,
    waves,
)
from api.store.computing import ALL
from api.store.models import IndicatorRelease, IndicatorValue, Wave
from api.store.words import WaveState
from content.dates import BANGKOK
from surveys import estimate
from surveys import record_words as words
from surveys.catalogue import Indicator
from surveys.estimate.hiding import LEAST
from surveys.estimate.outcomes import Frame
from surveys.evidence.figure import Figure, present, why_not
from surveys.question import Text
from surveys.record import (
    LEVEL_PCT,
    Absent,
    IndicatorRecord,
    Interval,
    Period,
)
from surveys.record_words import absent

CARE = Text(th="ใช้ด้วยความระวัง", en="use with care")
NOT_FIXED = absent(
    "ยังเปิดรับคำตอบหรือรอตรวจอยู่ จะบอกเมื่อคำตอบของรอบนี้ถูกปิดตายแล้ว",
    "answers still come in or are being checked; told once the wave is frozen",
)
SOME_ONLY = absent(
    "ยังไม่บอกจำนวน เพราะนับเฉพาะผู้ที่ตอบข้ออื่นแบบหนึ่ง",
    "not told yet: it counts only those who gave a certain other answer",
)
FEW_YET = absent(
    "ไม่บอกจำนวน เพราะยังมีผู้ตอบไม่ถึง 5 คน", "not told: fewer than five have answered"
)


class State(StrEnum):
    """How far a value has come on its way to everybody."""

    COLLECTING = "collecting"
    CLOSED = "closed"  # no more answers come; they are checked, then frozen
    WAITING = "waiting"  # settled, and not yet released by two officers
    RELEASED = "released"
    WITHDRAWN = "withdrawn"


WHY_NOT = {
    State.COLLECTING: Text(
        th="กำลังเก็บคำตอบ ผลจะบอกเมื่อปิดรับคำตอบและเจ้าหน้าที่สองคนตรวจแล้ว",
        en="still collecting answers; results come when the survey is closed and two "
        "officers have checked them",
    ),
    State.CLOSED: Text(
        th="ปิดรับคำตอบแล้ว กำลังตรวจคำตอบ ผลจะบอกเมื่อเจ้าหน้าที่สองคนตรวจแล้ว",
        en="closed, the answers are being checked; results come when two officers have "
        "checked them",
    ),
    State.WAITING: Text(
        th="ปิดยอดแล้ว รอเจ้าหน้าที่สองคนตรวจก่อนเผยแพร่",
        en="settled; waits for two officers to check and release it",
    ),
}


@dataclass(frozen=True)
class Shown:
    """One value as its reader may be told it.

    `record` None: it has none yet, or it is not theirs to read. `indicator` is in the
    words of the edition the value was worked out by.
    """

    row: IndicatorValue
    state: State
    record: IndicatorRecord | None
    indicator: Indicator
    is_open: bool
    """Whether its figures may be told: released, or the reader is of the office."""
    why: Text | None
    """What stands in the place of its figures; None: they do."""
    period: Period | None
    """The days of the field work, once they are over."""
    published_at: datetime | None
    """When a second officer released it; None: nobody has yet."""
    volunteers: bool
    """Whether its interval rests on a model: those who answered chose to."""
    first: date
    """The first day it is about, in Bangkok; by it values are put in order."""
    counts_some: bool
    """Whether its base is those who gave a certain answer to another question: how
    many these are is a figure too."""

    @property
    def is_told(self) -> bool:
        if not self.is_open:
            return False
        return self.row.wave_id is None or estimate.publishable(self.row.n)

    @property
    def value(self) -> float | None:
        if not self.is_told:
            return None
        return present(self.record.value) if self.record else self.row.value

    @property
    def n(self) -> int | None:
        """None where a document does not say, or it is not to be told."""
        if self.is_open:
            return present(self.record.n) if self.record else self.row.n
        if self.row.wave_id is None or self.counts_some or 0 < self.row.n < LEAST:
            return None
        return self.row.n

    @property
    def why_no_n(self) -> Absent:
        """Why how many answered is not told."""
        if self.record is not None and isinstance(self.record.n, Absent):
            return self.record.n
        if self.counts_some:
            return SOME_ONLY
        return self.nothing if self.row.wave_id is None else FEW_YET

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
        if self.why is not None:
            return self.why
        if self.value is None:
            said = why_not(self.record.value) if self.record else None
            few = words.FEW_ALIKE if self.is_told else words.TOO_FEW
            return said or few.reason
        return CARE if self.is_careful else None

    @property
    def nothing(self) -> Absent:
        """Why what only a record says is not said."""
        return NOT_FIXED if self.why is None else Absent(reason=self.why)

    @property
    def waits(self) -> bool:
        """Whether its figures are still to be told."""
        return self.state not in (State.RELEASED, State.WITHDRAWN)

    @property
    def verify(self) -> str | None:
        """The command that finds this very value again, when others have followed it
        too; None where it was entered."""
        if self.record is None or self.record.kind == "manual":
            return None
        row, options = self.row, f" --revision {self.row.revision}"
        if row.language != ALL:
            options += f" --language {row.language}"
        if frameworks.named(row.code)[0].key != row.framework:
            options += f" --framework {row.framework}"
        return f"ecotown indicator verify {row.code} {row.period}{options}"


def of(
    session: Session, rows: Iterable[IndicatorValue], *, office: bool = False
) -> list[Shown]:
    """These values as everybody may be told them, or else as the office sees them."""
    found = list(rows)
    released = _released(session, found)
    return [_shown(session, row, released.get(row.id), office) for row in found]


def standing(
    session: Session,
    *,
    framework: str | None = None,
    code: str | None = None,
    period: str | None = None,
    office: bool = False,
) -> list[Shown]:
    """What stands of each indicator, period and language; of an indicator the periods
    with a value that can be told first, the newest before the others."""
    rows = indicators.standing(
        session, framework=framework, code=code, period=period, public=not office
    )
    return of(session, rows, office=office)


def latest(
    session: Session,
    *,
    framework: str | None = None,
    period: str | None = None,
    office: bool = False,
) -> list[Shown]:
    """Of each indicator the newest value that can be told, or else what is known of
    the newest that cannot."""
    rows = indicators.latest(
        session, framework=framework, period=period, public=not office
    )
    return of(session, rows, office=office)


def over_time(
    session: Session, framework: str, code: str, *, office: bool = False
) -> list[Shown]:
    """What stands of each period and language, the earliest period first."""
    return sorted(
        standing(session, framework=framework, code=code, office=office),
        key=lambda each: (each.first, each.row.period, each.row.language),
    )


def coming(values: Sequence[Shown], told: Shown | None) -> Shown | None:
    """The newest of these values that waits to be told, if it is newer than `told`."""
    waits = [each for each in values if each.waits and each.n != 0]
    newest = max(waits, key=lambda each: each.first, default=None)
    if newest is None or newest is told:
        return None
    return newest if told is None or newest.first > told.first else None


def state_of(wave: Wave) -> State:
    """How far the values of a wave have come of which none is released."""
    match wave.state:
        case WaveState.FROZEN:
            return State.WAITING
        case WaveState.CLOSED:
            return State.CLOSED
        case _:
            return State.COLLECTING


def _released(
    session: Session, rows: Sequence[IndicatorValue]
) -> dict[UUID, IndicatorRelease]:
    found = session.scalars(
        select(IndicatorRelease).where(
            col(IndicatorRelease.value_id).in_([row.id for row in rows]),
            col(IndicatorRelease.approved_at).is_not(None),
        )
    )
    return {each.value_id: each for each in found}


def _shown(
    session: Session,
    row: IndicatorValue,
    release: IndicatorRelease | None,
    office: bool,
) -> Shown:
    wave = None if row.wave_id is None else session.get_one(Wave, row.wave_id)
    state = _state(row, release, wave)
    kept = values.told(row)
    is_open = office or state is State.RELEASED
    record = None
    if release is not None:
        record = releases.record_of(release)
        record = record if office else earlier.as_it_stands(session, row, record)
    elif office and kept is not None:
        record = records.of(session, row)
    why = None if is_open else WHY_NOT.get(state)
    if state is State.WITHDRAWN and kept is not None:
        why = why_not(kept.value)
    indicator = _indicator(session, row, kept, wave)
    return Shown(
        row=row,
        state=state,
        record=record,
        indicator=indicator,
        is_open=is_open,
        why=why,
        period=kept.period if kept else None,
        published_at=None if release is None else release.approved_at,
        volunteers=wave is not None and wave.frame != Frame.PROBABILITY,
        first=_first(row, kept, wave),
        counts_some=wave is not None and _counts_some(session, wave, indicator),
    )


def _state(
    row: IndicatorValue, release: IndicatorRelease | None, wave: Wave | None
) -> State:
    if row.status == values.WITHDRAWN:
        return State.WITHDRAWN
    if release is not None:
        return State.RELEASED
    return State.WAITING if wave is None else state_of(wave)


def _indicator(
    session: Session,
    row: IndicatorValue,
    kept: IndicatorRecord | None,
    wave: Wave | None,
) -> Indicator:
    """The indicator as the value was worked out: by its record, else by its survey."""
    if kept is not None:
        return frameworks.as_then(row.framework, kept.edition, row.code)[1]
    if wave is not None:
        survey = waves.survey_of(session, wave)
        for framework, indicator in frameworks.measured(survey):
            if (framework.key, indicator.code) == (row.framework, row.code):
                return indicator
    return frameworks.named(row.code, row.framework)[1]


def _counts_some(session: Session, wave: Wave, indicator: Indicator) -> bool:
    measure = indicator.measure
    if measure is None:
        return False
    survey = waves.survey_of(session, wave)
    led = {group.key for group in survey.groups if group.ask_if is not None}
    # An edition of the framework may measure by what that survey did not ask.
    asked = [each for each in survey.questions if each.key in measure.questions]
    return measure.where is not None or any(
        each.ask_if is not None or each.group in led for each in asked
    )


def _first(
    row: IndicatorValue, kept: IndicatorRecord | None, wave: Wave | None
) -> date:
    if kept is not None and kept.period is not None:
        return kept.period.first
    began = row.computed_at if wave is None else wave.opens_at
    return began.astimezone(BANGKOK).date()
