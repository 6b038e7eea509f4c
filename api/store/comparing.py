"""The change of an indicator since the wave before, and what may be said of it."""

from typing import Any

from api.store import values
from api.store.computing import Computed
from api.store.models import IndicatorValue
from api.store.records import Known
from surveys import figures, series
from surveys import record as records
from surveys import record_words as words
from surveys.catalogue import Indicator
from surveys.estimate import change as estimate_change
from surveys.estimate.change import Change
from surveys.figures import SHARES, Figure
from surveys.measure import highest
from surveys.record import Absent, AskedAs, Beside, Changed, IndicatorRecord


def change(
    known: Known,
    indicator: Indicator,
    computed: Computed,
    before: IndicatorValue | None,
) -> Changed | Absent:
    """The difference to the settled value of the wave before.

    Only the same words are compared, and only of people who were found and asked in the
    same way. Shares are compared as they were told, weighted ones at their effective
    sizes; means unweighted, by drawing both waves anew.
    """
    earlier = values.told(before) if before is not None else None
    if before is None or earlier is None:
        return words.NO_EARLIER
    if not isinstance(earlier.value, float):
        return words.FEW_BEFORE
    if not computed.figure.headline.is_shown:
        # The record says it of the value itself, and more exactly.
        return words.TOO_FEW
    if not _same_words(known, indicator, earlier):
        return words.OTHER_WORDS
    modes = known.results.modes.get(computed.language, {})
    if broken := series.broken(earlier, known.wave.frame, modes):
        return broken
    if indicator.kind in SHARES:
        found, factor = _of_shares(computed.figure, earlier), 100.0
    else:
        seed = figures.seed_of(known.wave.id, indicator.code, "change", before.id)
        found = _of_means(computed.figure, values.working(before), seed)
        factor = _factor(known, indicator)
    return Changed(
        since=before.period,
        since_revision=before.revision,
        value=found.value * factor,
        low=found.low * factor,
        high=found.high * factor,
        method=found.method.value,
        direction=found.direction,
        words=words.CHANGES[found.direction],
        seed=found.seed,
    )


def _same_words(known: Known, indicator: Indicator, earlier: IndicatorRecord) -> bool:
    """Whether both waves asked the same, and counted it in the same way."""
    assert indicator.measure is not None
    if earlier.kind != indicator.kind or isinstance(earlier.questions, Absent):
        return False
    asked: tuple[AskedAs, ...] = earlier.questions or ()
    before = {each.key: each.sha256 for each in asked}
    now = {key: known.versions[key].sha256 for key in indicator.measure.looks_at}
    return before == now


def _of_shares(figure: Figure, earlier: IndicatorRecord) -> Change:
    assert isinstance(earlier.value, float)
    assert figure.headline.value is not None
    base = figure.headline.n_eff or float(figure.n)
    before_base = _base(earlier)
    return estimate_change.shares(
        _hits(earlier.value, before_base),
        before_base,
        _hits(figure.headline.value, base),
        base,
    )


def _hits(percent: float, base: float) -> float:
    return min(base, percent / 100 * base)


def _base(earlier: IndicatorRecord) -> float:
    """How many answers the earlier share tells as much as."""
    weighting = earlier.weighting
    if isinstance(weighting, records.Weighting) and weighting.applied == "raked":
        assert isinstance(earlier.weighted, Beside)
        return earlier.weighted.n_eff or float(earlier.weighted.n)
    assert isinstance(earlier.n, int)
    return float(earlier.n)


def _of_means(figure: Figure, before: dict[str, Any], seed: int) -> Change:
    earlier = {float(value): int(count) for value, count in before["scores"]}
    later = dict(figure.scores)
    points = sorted({*earlier, *later})
    return estimate_change.means_apart(
        points,
        [earlier.get(point, 0) for point in points],
        [later.get(point, 0) for point in points],
        seed=seed,
    )


def _factor(known: Known, indicator: Indicator) -> float:
    measure = indicator.measure
    assert measure is not None
    if measure.kind != "mean_pct" or measure.question is None:
        return 1.0
    return 100 / highest(known.survey.question(measure.question))
