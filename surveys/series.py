"""Whether the figures of two waves are of one series, so that a change between them
says something of people and not of how they were found or asked."""

from collections.abc import Iterable

from surveys import record_words as words
from surveys.evidence.figure import present
from surveys.record import Absent, IndicatorRecord

# Who answers with an interviewer is more positive: the two are told apart.
INTERVIEWED = ("enumerator", "phone")


def broken(earlier: IndicatorRecord, frame: str, modes: Iterable[str]) -> Absent | None:
    """Why a wave with this frame and these modes is not compared with the earlier one;
    None: it is."""
    before = present(earlier.frame)
    if before is not None and before.kind != frame:
        return words.OTHER_FRAME
    halves, now = _halves(present(earlier.modes) or ()), _halves(modes)
    return words.OTHER_MODES if halves and now and not halves & now else None


def _halves(modes: Iterable[str]) -> set[bool]:
    """Whether there are some who were interviewed, and some who were not."""
    return {mode in INTERVIEWED for mode in modes}
