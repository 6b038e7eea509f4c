"""What stands beside a figure in its record: the other weighting, the halves by mode,
the figure without the odd responses; each only where it tells on nobody."""

from collections.abc import Mapping

from surveys import estimate
from surveys import record_words as words
from surveys.estimate import suppression
from surveys.figures import Estimate, Figure, few_differ
from surveys.record import Absent, Beside, Cleaned


def why_not(told: Estimate) -> Absent:
    """Why a figure that is not shown is not."""
    return words.FEW_ALIKE if told.tells_few else words.TOO_FEW


def _beside(other: Estimate) -> Beside | Absent:
    if not other.is_shown or other.value is None:
        return why_not(other)
    return Beside(
        n=other.n,
        value=other.value,
        low=other.low,
        high=other.high,
        n_eff=other.n_eff,
        deff=other.deff,
    )


def both(figure: Figure) -> dict[str, Beside | Absent]:
    """The value unweighted and weighted. Where only a few have no weight, just the one
    that is the headline: the difference would tell what these few gave."""
    told = {"unweighted": _beside(figure.plain), "weighted": words.NO_WEIGHTS}
    if figure.weighted is None:
        return told
    told["weighted"] = _beside(figure.weighted)
    if 0 < figure.plain.n - figure.weighted.n < suppression.LEAST:
        is_plain = figure.headline is figure.plain
        told["weighted" if is_plain else "unweighted"] = words.FEW_WITHOUT_WEIGHT
    return told


def by_mode(halves: Mapping[str, Figure]) -> dict[str, Beside] | Absent:
    """Both halves or none: from the whole and the one the other would follow."""
    found = {key: _beside(half.plain) for key, half in halves.items()}
    told = {key: each for key, each in found.items() if isinstance(each, Beside)}
    if len(told) == len(found):
        return told or words.ONE_MODE
    return words.FEW_IN_A_MODE


def cleaned(figure: Figure, kept: Figure | None) -> Cleaned | Absent:
    """The figure with the odd responses left out, where that tells on nobody."""
    if kept is None:
        return words.NO_FLAGS
    if _tells_on_few(figure, kept):
        return words.FEW_FLAGS
    told = _beside(kept.plain)
    if isinstance(told, Absent):
        return told
    if figure.plain.value is None:
        return words.TOO_FEW
    half = figure.plain.half_width
    apart = half is not None and abs(told.value - figure.plain.value) > half
    return Cleaned(told=told, apart=apart)


def _tells_on_few(figure: Figure, cleaned: Figure) -> bool:
    """Whether the two figures together tell what a few of those left out gave.

    Of a share both cells of those left out can be worked out, of a mean the sum over
    them: of thirty a sum is no one's answer, as a mean of thirty is not, unless all
    but a few of them count alike.
    """
    kept = dict(cleaned.scores)
    out = [count - kept.get(score, 0) for score, count in figure.scores]
    if figure.successes is None:
        return sum(out) < estimate.MIN_N or few_differ(out)
    return any(0 < each < suppression.LEAST for each in out)
