"""How many of those asked gave no answer, as it is told wherever it is told."""

from surveys.estimate.hiding import LEAST
from surveys.record import IndicatorRecord, LeftOut
from surveys.record_words import absent

FEW = absent("ไม่บอก เพราะมีไม่ถึง 5 คน", "not told: fewer than five people did not answer")


def told(*counts: int) -> tuple[int | None, ...]:
    """The counts of those who skipped a question, did not know and were not asked: all
    of them or none, for beside their sum one gives another away."""
    few = any(0 < each < LEAST for each in counts)
    return (None,) * len(counts) if few else counts


def as_told(record: IndicatorRecord) -> IndicatorRecord:
    """The record without who is left out of its base, where these are few."""
    found = record.left_out
    if not isinstance(found, LeftOut):
        return record
    if None not in told(found.skipped, found.dont_know, found.not_asked):
        return record
    return record.model_copy(update={"left_out": FEW})
