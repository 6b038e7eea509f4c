"""How far a survey let people in: what was declared, and what it counts as.

IAP2's spectrum (https://iap2.org): to consult is to tell people what their input came
to as well. A survey counts as Consult only if that was told within the promised time;
otherwise it counts as Inform.
"""

from dataclasses import dataclass
from datetime import date

from surveys import record_words
from surveys.definition import Level
from surveys.question import Text


@dataclass(frozen=True)
class Told:
    """What people said in a wave and what was done about it, as they were told."""

    you_said: Text
    we_did: Text
    posted_on: date


@dataclass(frozen=True)
class Standing:
    """What a survey counts as; `why` says why it is less than was declared."""

    declared: Level
    counts_as: Level
    why: Text | None = None


def standing(declared: Level, promised: date | None, posted: date | None) -> Standing:
    """What a survey counts as. `promised` is the day by which people were to be told,
    `posted` the first day on which they were; None: no such day."""
    if declared is Level.INFORM:
        return Standing(declared, declared)
    if promised is None:
        return Standing(declared, Level.INFORM, record_words.NOTHING_PROMISED)
    if posted is None:
        return Standing(declared, Level.INFORM, record_words.NOT_TOLD_YET)
    if posted > promised:
        return Standing(declared, Level.INFORM, record_words.TOLD_LATE)
    return Standing(declared, declared)
