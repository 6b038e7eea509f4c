"""When officers are at work, and by when a resident may expect their answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count, pairwise
from pathlib import Path

from content import dates
from content.dates import BANGKOK
from content.messages import Messages

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# A promise is named to the half hour: "before 14:07" sounds like a train.
STEP = timedelta(minutes=30)
# Years from this one on are the Buddha's, 543 ahead of those written here.
BUDDHIST = 2400
_ENTRY = re.compile(r"([a-z]+)(?:-([a-z]+))?((?: \d{1,2}:\d\d-\d{1,2}:\d\d)+)")
_HOURS = re.compile(r"(\d{1,2}):(\d\d)-(\d{1,2}):(\d\d)")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")

Hours = tuple[timedelta, timedelta]
"""From and until, since midnight."""
Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Office:
    """The hours of a week, and the days on which nobody is there all the same."""

    week: tuple[tuple[Hours, ...], ...]
    """Of Monday, of Tuesday and so on; on one day at the least."""
    holidays: frozenset[date] = frozenset()

    def is_open(self, at: datetime) -> bool:
        return self.next_opening(at) == at

    def next_opening(self, at: datetime) -> datetime:
        """When somebody is there again; `at` itself while somebody is."""
        begin, _ = next(self._spans(at))
        return max(begin, at)

    def expected_by(self, at: datetime, within: timedelta) -> datetime:
        """When so much office time from `at` on is over, to the next half hour but
        never after closing."""
        left, at = within, at.astimezone(BANGKOK)
        for begin, end in self._spans(at):
            begin = max(begin, at)
            if left <= end - begin:
                return min(_rounded_up(begin + left), end)
            left -= end - begin
        raise AssertionError("there is always another day")

    def _spans(self, at: datetime) -> Iterator[Span]:
        """What is still to come of the office's time, in its order."""
        today = at.astimezone(BANGKOK).date()
        for days in count():
            day = today + timedelta(days=days)
            if day in self.holidays:
                continue
            midnight = datetime.combine(day, time(), BANGKOK)
            for begin, end in self.week[day.weekday()]:
                if midnight + end > at:
                    yield midnight + begin, midnight + end


def read(hours: str, holidays: str = "") -> Office | None:
    """The office that settings describe; None: no hours are told.

    Raises `ValueError` with what is wrong.
    """
    off = read_holidays(holidays)
    return Office(read_hours(hours), off) if hours.strip() else None


def read_hours(text: str) -> tuple[tuple[Hours, ...], ...]:
    """`Mon-Fri 08:30-12:00 13:00-16:30, Sat 09:00-12:00`: the hours of each day.

    Raises `ValueError` with what is wrong.
    """
    week: dict[int, list[Hours]] = {day: [] for day in range(len(DAYS))}
    for entry in text.split(","):
        told = _ENTRY.fullmatch(" ".join(entry.casefold().split()))
        if told is None:
            raise ValueError(
                f"{entry.strip()!r} is not written like Mon-Fri 08:30-16:30"
            )
        first, last = _day(told[1]), _day(told[2] or told[1])
        # Sat-Mon goes round the end of the week.
        for day in range(first, first + (last - first) % len(DAYS) + 1):
            week[day % len(DAYS)] += map(_hours, told[3].split())
    for name, each in zip(DAYS, week.values(), strict=True):
        each.sort()
        if any(until > begins for (_, until), (begins, _) in pairwise(each)):
            raise ValueError(f"the hours of {name.title()} overlap")
    return tuple(map(tuple, week.values()))


def read_holidays(text: str) -> frozenset[date]:
    """Dates with commas between, or a file with a date a line (`#` begins a remark).

    Raises `ValueError` with what is wrong.
    """
    words = [word.strip() for word in text.split(",") if word.strip()]
    if all(_DATE.fullmatch(word) for word in words):
        return frozenset(map(_holiday, words))
    file = Path(text.strip())
    if not file.is_file():
        raise ValueError(f"{text!r} is neither dates like 2026-12-31 nor a file")
    found = set()
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        day = line.partition("#")[0].strip()
        try:
            found |= {_holiday(day)} if day else set()
        except ValueError as error:
            raise ValueError(f"{file}:{number}: {error}") from error
    return frozenset(found)


def say_by(words: Messages, until: datetime, now: datetime, language: str) -> str:
    """`before 15:30 today`, `before 10:30 tomorrow`, or with weekday and date."""
    return words.say(
        f"office.by_{_when(until, now)}", language, **_told(until, language)
    )


def say_at(words: Messages, moment: datetime, now: datetime, language: str) -> str:
    """`today at 15:30`, `tomorrow at 08:30`, or with weekday and date."""
    when = _when(moment, now)
    return words.say(f"office.at_{when}", language, **_told(moment, language))


def _day(name: str) -> int:
    if name not in DAYS:
        known = ", ".join(DAYS).title()
        raise ValueError(f"{name!r} is no day; days are {known}")
    return DAYS.index(name)


def _hours(text: str) -> Hours:
    told = _HOURS.fullmatch(text)
    assert told is not None
    hours, minutes = map(int, told.groups()[::2]), map(int, told.groups()[1::2])
    begin, end = (
        timedelta(hours=hour, minutes=minute)
        for hour, minute in zip(hours, minutes, strict=True)
    )
    if int(told[2]) > 59 or int(told[4]) > 59 or end > timedelta(days=1):
        raise ValueError(f"{text} is no time of a day")
    if begin >= end:
        raise ValueError(f"{text} ends before it begins")
    return begin, end


def _holiday(text: str) -> date:
    told = _DATE.fullmatch(text)
    if told is None:
        raise ValueError(f"{text!r} is not a date like 2026-12-31")
    year, month, day = map(int, told.groups())
    if year >= BUDDHIST:
        raise ValueError(f"{text}: write the year as {year - 543}")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"{text} is not in the calendar") from error


def _rounded_up(moment: datetime) -> datetime:
    over = (moment - datetime.combine(moment.date(), time(), BANGKOK)) % STEP
    return moment + (STEP - over) % STEP


def _when(moment: datetime, now: datetime) -> str:
    days = (moment.astimezone(BANGKOK).date() - now.astimezone(BANGKOK).date()).days
    return {0: "today", 1: "tomorrow"}.get(days, "day")


def _told(moment: datetime, language: str) -> dict[str, str]:
    local = moment.astimezone(BANGKOK)
    return {
        "time": f"{local:%H:%M}",
        "weekday": dates.say_weekday(local, language),
        "date": dates.say_date(local, language),
    }
