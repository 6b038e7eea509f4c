"""Values of an indicator as pages show them: texts, and places on a chart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Protocol

from api.pages.axis import Axis
from api.store import periods
from api.store.shown import Shown, State
from content import dates
from surveys import estimate, series
from surveys.evidence import phrases
from surveys.evidence.figure import present
from surveys.record import IndicatorRecord

# As many as a narrow telephone has room for; the table has them all.
MOST_DRAWN = 4
# Where on the width of the chart the columns stand; what is left of them is the axis.
LEFT, WIDTH = 13.0, 87.0
# Whole percent: an interval tells how little the rest would say.
DIGITS = {"percent": 0, "points": 2, "days": 1, "count": 0, "people": 0}


class Say(Protocol):
    """A message in the page's language."""

    def __call__(self, key: str, **values: object) -> str: ...


@dataclass(frozen=True, slots=True)
class Point:
    """One value. Places are in percent of the axis; `at` None: no value is told."""

    period: str
    when: str
    short: str
    n: int | None
    value: str
    label: str
    """The value as it stands in a chart, where there is little room."""
    low: str
    high: str
    span: str
    """The interval with its unit; empty: there is none."""
    at: float | None
    low_at: float | None
    high_at: float | None
    note: str | None
    """Why no value is told."""
    careful: bool
    state: State
    status: str
    revision: int
    made_up: bool
    unit: str
    breaks: bool
    """Another wording or way of counting than the point before, or people who were
    found or asked in another way."""

    @property
    def released(self) -> bool:
        return self.state is State.RELEASED

    @property
    def waits(self) -> bool:
        """Whether its figures are still to be told."""
        return not self.released and self.state is not State.WITHDRAWN


@dataclass(frozen=True, slots=True)
class Column:
    """A point on the chart; `x` and `edge` are in percent of its width."""

    point: Point
    x: float
    edge: float
    """Where its column begins: a break is drawn there."""
    joined: bool
    """Whether a line leads to it from the column before."""


def in_order(values: Sequence[Shown], axis: Axis, say: Say, lang: str) -> list[Point]:
    """The values as points, in the order given."""
    made = [_point(value, axis, say, lang) for value in values]
    for place, (before, after) in enumerate(pairwise(values), 1):
        if _differs(before.record, after.record):
            made[place] = replace(made[place], breaks=True)
    return made


def columns(points: Sequence[Point], unit: str) -> list[Column]:
    """The last few released points in this unit beside each other."""
    drawn = [each for each in points if each.released and each.unit == unit]
    drawn = drawn[-MOST_DRAWN:]
    step = WIDTH / max(len(drawn), 2)
    found: list[Column] = []
    for place, point in enumerate(drawn):
        before = drawn[place - 1] if place else None
        joined = (
            before is not None
            and before.at is not None
            and point.at is not None
            and not point.breaks
            and before.made_up == point.made_up
        )
        edge = LEFT + place * step
        found.append(Column(point, round(edge + step / 2, 3), round(edge, 3), joined))
    return found


def with_unit(figure: float | str, unit: str, say: Say) -> str:
    """A figure as it is read: 72%, 3.45 points."""
    told = figure if isinstance(figure, str) else number(figure, unit)
    return say(f"indicator.unit_{unit}", value=told)


def number(figure: float, unit: str) -> str:
    if unit == "percent":
        return str(estimate.percent(figure / 100, 0))
    return phrases.decimal(figure, DIGITS[unit])


def _point(value: Shown, axis: Axis, say: Say, lang: str) -> Point:
    row, interval = value.row, present(value.interval)
    unit = value.indicator.unit
    low = high = span = ""
    if interval is not None and value.value is not None:
        low, high = number(interval.low, unit), number(interval.high, unit)
        told = say("indicator.between", low=low, high=high)
        span = with_unit(told, unit, say)
    drawn = interval if value.value is not None else None
    return Point(
        period=row.period,
        when=_when(value, say, lang),
        short=_short(value, lang),
        n=value.n,
        value="" if value.value is None else with_unit(value.value, unit, say),
        label=_label(value, unit),
        low=low,
        high=high,
        span=span,
        at=None if value.value is None else axis.at(value.value),
        low_at=axis.at(drawn.low) if drawn else None,
        high_at=axis.at(drawn.high) if drawn else None,
        note=value.note.say(lang) if value.value is None and value.note else None,
        careful=value.is_careful,
        state=value.state,
        status=row.status,
        revision=row.revision,
        made_up=row.made_up,
        unit=unit,
        breaks=False,
    )


def _label(value: Shown, unit: str) -> str:
    if value.value is None:
        few = value.row.wave_id is not None and not estimate.publishable(value.row.n)
        return f"n<{estimate.MIN_N}" if few else "–"
    return number(value.value, unit) + ("%" if unit == "percent" else "")


def _differs(before: IndicatorRecord | None, after: IndicatorRecord | None) -> bool:
    """Whether the two were asked in other words or of others, or counted in another
    way."""
    if before is None or after is None:
        return False
    frame = present(after.frame)
    modes = present(after.modes) or ()
    if frame is not None and series.broken(before, frame.kind, modes):
        return True
    asked = [
        {each.key: each.sha256 for each in present(record.questions) or ()}
        for record in (before, after)
    ]
    counted = [(record.kind, record.unit) for record in (before, after)]
    return counted[0] != counted[1] or asked[0] != asked[1]


def _when(value: Shown, say: Say, lang: str) -> str:
    """The days it is about."""
    period = value.period
    if period is None:
        return say("indicator.since", date=dates.say_date(value.first, lang))
    if value.row.wave_id is None and _is_partial(value.row.period):
        return dates.say_partial(value.row.period, lang)
    first, last = (dates.say_date(day, lang) for day in (period.first, period.last))
    return say("indicator.between", low=first, high=last) if first != last else first


def _is_partial(period: str) -> bool:
    return periods.is_period(period) and "Q" not in period


def _short(value: Shown, lang: str) -> str:
    """`พ.ย. 69`, `Nov 26`: what fits below a column."""
    period = value.period
    day: date = value.first if period is None else period.last
    if value.row.wave_id is None and not _is_partial(value.row.period):
        return value.row.period
    _, month, year = dates.say_date(day, lang).split(" ")
    return f"{month} {year[2:]}"
