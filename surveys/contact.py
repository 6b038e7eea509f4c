"""When a survey may come to somebody unasked, how often, and who is drawn by lot.

The limits on contact are the house's own; that a second reminder still brings answers
and a third brings people to leave for good is from an experiment with 10,000 members
of the Citizen Panel (Effects of additional reminders on survey participation
and panel unsubscription, 2017).
"""

import hashlib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

BANGKOK = ZoneInfo("Asia/Bangkok")
# Nobody is written to unasked before or after, by the clock in Bangkok.
FROM, UNTIL = time(9), time(20)
# After the invitation went out.
REMINDED_AFTER = (timedelta(hours=48), timedelta(hours=120))
MOST_REMINDERS = len(REMINDED_AFTER)
# Between two invitations to one person, whatever they are to.
APART = timedelta(days=30)
# Between two waves of one survey for one person.
WAVES_APART = timedelta(days=90)
YEAR = timedelta(days=365)
MOST_A_YEAR = 4  # invitations to one survey
# Whoever wrote to us less than this ago may be in the middle of something.
QUIET = timedelta(hours=1)


class Pressure(StrEnum):
    """Why somebody is not asked again yet."""

    LATELY = "invited_lately"
    SAME_SURVEY = "same_survey_lately"
    OFTEN_ENOUGH = "often_enough_this_year"


@dataclass(frozen=True, slots=True)
class Taken:
    """That somebody was invited to a wave of a survey, or answered one unasked."""

    survey_key: str
    at: datetime
    invited: bool = True


def may_write(now: datetime) -> bool:
    """Whether it is an hour to write to people unasked: 09:00 to 20:00 in Bangkok."""
    return FROM <= now.astimezone(BANGKOK).time() < UNTIL


def next_hour(now: datetime) -> datetime:
    """`now`, if it is such an hour; else the next morning's 09:00."""
    if may_write(now):
        return now
    local = now.astimezone(BANGKOK)
    day = local.date() if local.time() < FROM else local.date() + timedelta(days=1)
    return datetime.combine(day, FROM, BANGKOK).astimezone(now.tzinfo)


def pressure(
    history: Iterable[Taken], survey_key: str, now: datetime
) -> Pressure | None:
    """Why somebody with this history is not invited now; None: they may be.

    At most one invitation in 30 days, four a year to the same survey, and 90 days
    since the same survey was last put to them.
    """
    history = list(history)
    same = [each for each in history if each.survey_key == survey_key]
    if any(each.invited and now - each.at < APART for each in history):
        return Pressure.LATELY
    if any(now - each.at < WAVES_APART for each in same):
        return Pressure.SAME_SURVEY
    if sum(each.invited and now - each.at < YEAR for each in same) >= MOST_A_YEAR:
        return Pressure.OFTEN_ENOUGH
    return None


def remind_at(
    sent_at: datetime, reminded: int, reminded_at: datetime | None
) -> datetime | None:
    """The earliest moment of the next reminder; None: there are no more.

    48 and 120 hours after the invitation went out. A first one that was late puts the
    second off as well: between them stay the 72 hours there should be. An hour at
    which nobody is written to is put off to the morning.
    """
    if reminded >= MOST_REMINDERS:
        return None
    at = sent_at + REMINDED_AFTER[reminded]
    if reminded and reminded_at is not None:
        gap = REMINDED_AFTER[reminded] - REMINDED_AFTER[reminded - 1]
        at = max(at, reminded_at + gap)
    return next_hour(at)


def rank(seed: str, person: UUID) -> bytes:
    """A person's place in the lot: SHA-256 of the seed and their id.

    Each order of people is as likely as any other for whoever cannot choose the seed,
    and a person's place does not hang on who else is in the lot.
    """
    return hashlib.sha256(f"{seed} {person}".encode()).digest()


def drawn(people: Iterable[UUID], count: int, seed: str) -> list[UUID]:
    """The `count` people whose places in the lot come first, in that order.

    A larger count draws the same people and more.
    """
    return heapq.nsmallest(count, people, key=lambda each: rank(seed, each))
