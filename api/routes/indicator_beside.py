"""What a released value's record tells beside the value: other readings of the same
figure, and who is counted in it and who is not."""

from datetime import date
from typing import Any

from api.routes.shapes import Answer, Words, words_of
from api.store.shown import Shown
from surveys import unanswered
from surveys.evidence.figure import present
from surveys.record import (
    Absent,
    Bands,
    Beside,
    Cleaned,
    Gap,
    IndicatorRecord,
    LeftOut,
)


class BesideOf(Answer):
    """Another reading of the same figure, in its unit, of `n` answers; `n_eff` and
    `deff` where it is weighted."""

    n: int
    value: float
    low: float | None
    high: float | None
    n_eff: float | None
    deff: float | None


class CleanedOf(Answer):
    """The figure without the responses that look odd; `apart`: it differs by more than
    half the width of the interval."""

    told: BesideOf
    apart: bool


class GapOf(Answer):
    """The survey's share of a question less the one `known` from `source`, in
    percentage points: what is seen of the bias of who chose to answer."""

    points: float
    value: float
    low: float
    high: float
    n: int
    weighted: bool
    known: float
    question: Words
    source: str
    as_of: date


class BandsOf(Answer):
    """What a mean is called by a scheme; two names where its interval crosses an
    edge."""

    scheme: str
    bands: list[str]
    words: Words


class LeftOutOf(Answer):
    """How many are outside the base; `outside` does not meet its rule."""

    skipped: int
    dont_know: int
    not_asked: int
    outside: int


# Worked out of what was answered: told where the value itself may be.
FIGURES = (
    "unweighted", "weighted", "by_mode", "flags_removed", "calibration_gap", "bands",
    "alpha",
)  # fmt: skip
NAMES = (*FIGURES, "denominator", "modes", "left_out")


def field(shown: Shown, record: IndicatorRecord, name: str) -> Any:
    """A field of the record as it is told, or why it is not."""
    if name in FIGURES and not shown.is_told and shown.note is not None:
        return Absent(reason=shown.note)
    return getattr(unanswered.as_told(record), name)


def told(shown: Shown, record: IndicatorRecord) -> dict[str, Any]:
    """These fields by their names; null where they are not told."""
    found = {name: present(field(shown, record, name)) for name in NAMES}
    return {name: _shaped(each) for name, each in found.items()}


def _shaped(found: Any) -> Any:
    match found:
        case Beside():
            return BesideOf(**found.model_dump())
        case Cleaned():
            return CleanedOf(told=_shaped(found.told), apart=found.apart)
        case Gap():
            return GapOf(
                **found.model_dump(exclude={"question"}),
                question=words_of(found.question),
            )
        case Bands():
            return BandsOf(
                scheme=found.scheme,
                bands=list(found.bands),
                words=words_of(found.words),
            )
        case dict():
            return {key: _shaped(each) for key, each in found.items()}
        case LeftOut():
            return LeftOutOf(**found.model_dump())
        case _:
            return found
