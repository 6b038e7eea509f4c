"""An indicator's figure from the answers of a wave, unweighted and weighted.

Pure and deterministic: the same columns, weights and seed give the same digits.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from surveys import estimate
from surveys.definition import Survey
from surveys.estimate import means, raking, replicates, scales, suppression
from surveys.estimate.proportion import effective_size
from surveys.flow import Answer, State
from surveys.measure import Measure, highest
from surveys.sheet import Codes, Mask, Sheet
from surveys.weighting import Weighting

WILSON = "wilson"
SHARES = ("share", "top2")
NONE = -1  # the score of who has none


@dataclass(frozen=True)
class Estimate:
    """A value with its 95% interval, in the indicator's unit; None of nobody.

    `n_eff` and `deff` are of weighted ones; `seed` and `replicates` of a bootstrap.
    """

    n: int
    value: float | None
    low: float | None
    high: float | None
    method: str | None
    n_eff: float | None = None
    deff: float | None = None
    seed: int | None = None
    replicates: int | None = None
    tells_few: bool = False
    """Of a share: fewer than five gave one of its answers, or did not, but some did.
    It would tell how many, as a table's small cell does; a mean does so too where all
    but fewer than five count alike."""

    @property
    def half_width(self) -> float | None:
        """Half the length of the interval."""
        if self.low is None or self.high is None:
            return None
        return (self.high - self.low) / 2

    @property
    def is_shown(self) -> bool:
        if self.value is None or self.tells_few:
            return False
        return estimate.publishable(self.n, self.n_eff)


@dataclass(frozen=True)
class Figure:
    """All that one indicator is counted to be among some responses.

    `outside` did not meet the measure's rule, `not_asked` were led past the question;
    with those who skipped it or did not know they are outside the base `n`.
    `distribution` tells how often each answer was given, `scores` how many people
    count with each value; a share's are 0 and 1. `alpha` is Cronbach's, of an index.
    """

    n: int
    skipped: int
    dont_know: int
    not_asked: int
    outside: int
    successes: int | None
    distribution: Mapping[str, int]
    scores: tuple[tuple[float, int], ...]
    sd: float | None
    alpha: float | None
    plain: Estimate
    weighted: Estimate | None
    why_unweighted: str | None
    """Why the headline is the unweighted value where there are weights."""

    @property
    def headline(self) -> Estimate:
        """The value that is told; the other one is a note beside it."""
        if self.weighted is not None and self.why_unweighted is None:
            return self.weighted
        return self.plain


@dataclass(frozen=True, eq=False)
class Scored:
    """Each response's score by its place among `values`; `NONE` for those without."""

    values: tuple[float, ...]
    codes: Codes
    skipped: int
    dont_know: int
    not_asked: int
    outside: int
    alpha: float | None = None


def seed_of(*parts: object) -> int:
    """A seed that follows from what it is for, so that it never has to be chosen."""
    digest = hashlib.sha256("|".join(map(str, parts)).encode()).digest()
    return int.from_bytes(digest[:4])


def figure(
    sheet: Sheet,
    survey: Survey,
    measure: Measure,
    *,
    who: Mask,
    seed: int,
    weighting: Weighting | None = None,
) -> Figure:
    """The measure's figure among the responses `who`."""
    scored = score(sheet, survey, measure, who)
    given = scored.codes[scored.codes >= 0]
    counts = np.bincount(given, minlength=len(scored.values)).tolist()
    is_share = measure.kind in SHARES
    factor = _factor(survey, measure)
    sd: float | None = None
    if is_share:
        plain = _share(counts)
    else:
        mean = means.mean(scored.values, counts, seed=seed)
        sd = None if mean.sd is None else mean.sd * factor
        plain = Estimate(
            mean.n,
            _times(mean.value, factor),
            _times(mean.low, factor),
            _times(mean.high, factor),
            mean.method.value if mean.method else None,
            seed=mean.seed,
            replicates=mean.replicates,
            tells_few=few_differ(counts),
        )
    weighted = _weighted(scored, measure, factor, seed, weighting)
    return Figure(
        n=len(given),
        skipped=scored.skipped,
        dont_know=scored.dont_know,
        not_asked=scored.not_asked,
        outside=scored.outside,
        successes=counts[1] if is_share else None,
        distribution=_distribution(sheet, survey, measure, scored.codes >= 0),
        scores=tuple(zip(scored.values, counts, strict=True)),
        sd=sd,
        alpha=scored.alpha,
        plain=plain,
        weighted=weighted,
        why_unweighted=_why_unweighted(weighted, weighting),
    )


def _factor(survey: Survey, measure: Measure) -> float:
    """What a mean is multiplied by to be in the indicator's unit."""
    if measure.kind != "mean_pct" or measure.question is None:
        return 1.0
    return 100 / highest(survey.question(measure.question))


def score(sheet: Sheet, survey: Survey, measure: Measure, who: Mask) -> Scored:
    """What each of the responses `who` counts with, if it is in the measure's base."""
    inside = who & sheet.meets(measure.where)
    columns = [sheet.answers[key] for key in measure.questions]
    answered = inside.copy()
    for column in columns:
        answered &= column.where(_is(State.ANSWERED))
    # Of an index somebody may lack an item in several ways: each counts once.
    missing = inside & ~answered
    unasked = missing & _any(sheet, measure, lambda answer: answer is None)
    unknown = missing & ~unasked & _any(sheet, measure, _is(State.DONT_KNOW))
    values, codes, alpha = _values(sheet, measure, answered)
    return Scored(
        values=values,
        codes=np.where(answered, codes, NONE),
        skipped=int((missing & ~unasked & ~unknown).sum()),
        dont_know=int(unknown.sum()),
        not_asked=int(unasked.sum()),
        outside=int((who & ~inside).sum()),
        alpha=alpha,
    )


def _values(
    sheet: Sheet, measure: Measure, answered: Mask
) -> tuple[tuple[float, ...], Codes, float | None]:
    """The distinct scores from low to high, each response's place, and alpha."""
    columns = [sheet.answers[key] for key in measure.questions]
    if measure.kind in SHARES:
        hits = columns[0].where(lambda answer: _gave(answer, measure.values))
        return (0.0, 1.0), hits.astype(np.int64), None
    points = [_points(column.values)[column.codes] for column in columns]
    total = np.add.reduce(points, axis=0) if sheet.n else np.zeros(0)
    distinct, codes = np.unique(total[answered], return_inverse=True)
    placed = np.full(sheet.n, NONE, dtype=np.int64)
    placed[answered] = codes
    values = tuple((distinct / len(points)).tolist())
    if measure.kind != "index":
        return values, placed, None
    rows = np.stack([point[answered] for point in points], axis=1)
    return values, placed, scales.alpha(rows)


def _points(values: tuple[Answer | None, ...]) -> means.Floats:
    """What each distinct answer counts; nought where it is none: never looked at."""
    return np.array(
        [
            float(each.value)
            if each is not None and isinstance(each.value, (int, float))
            else 0.0
            for each in values
        ]
    )


def _gave(answer: Answer | None, values: tuple[str | int, ...]) -> bool:
    if answer is None or answer.state != State.ANSWERED:
        return False
    if isinstance(answer.value, tuple):
        return any(each in values for each in answer.value)
    return answer.value in values


def _is(state: State) -> Callable[[Answer | None], bool]:
    return lambda answer: answer is not None and answer.state == state


def _any(
    sheet: Sheet, measure: Measure, wanted: Callable[[Answer | None], bool]
) -> Mask:
    found = np.zeros(sheet.n, dtype=np.bool_)
    for key in measure.questions:
        found |= sheet.answers[key].where(wanted)
    return found


def _distribution(
    sheet: Sheet, survey: Survey, measure: Measure, base: Mask
) -> dict[str, int]:
    """How often each answer was given among the base; of an index, of each item."""
    found: Counter[str] = Counter()
    for key in measure.questions:
        before = f"{key}." if measure.kind == "index" else ""
        for value in survey.question(key).values:
            found[f"{before}{value}"] = 0
        column = sheet.answers[key]
        counts = np.bincount(column.codes[base], minlength=len(column.values)).tolist()
        for answer, count in zip(column.values, counts, strict=True):
            if answer is None or not count:
                continue
            chosen = (
                answer.value if isinstance(answer.value, tuple) else (answer.value,)
            )
            for each in chosen:
                found[f"{before}{each}"] += count
    return dict(found)


def _share(counts: list[int]) -> Estimate:
    n, successes = sum(counts), counts[1]
    if not n:
        return Estimate(0, None, None, None, None)
    interval = estimate.wilson(successes, n)
    return Estimate(
        n,
        successes / n * 100,
        interval.low * 100,
        interval.high * 100,
        WILSON,
        tells_few=few_differ(counts),
    )


def few_differ(counts: Sequence[int]) -> bool:
    """Whether one to four people are all that do not count as everybody else does.

    `counts` are how many count with each value. Whoever knows what the rest gave can
    work out from a share or a mean what these few gave.
    """
    return 0 < sum(counts) - max(counts, default=0) < suppression.LEAST


def _weighted(
    scored: Scored,
    measure: Measure,
    factor: float,
    seed: int,
    weighting: Weighting | None,
) -> Estimate | None:
    if weighting is None:
        return None
    rake, width = weighting.raking, max(len(scored.values), 1)
    some = (scored.codes >= 0) & (weighting.cells >= 0)
    flat = np.bincount(
        weighting.cells[some] * width + scored.codes[some],
        minlength=len(rake.cells) * width,
    )
    table = flat.reshape(len(rake.cells), width)
    given = table.sum(axis=1).tolist()
    if not sum(given):
        return Estimate(0, None, None, None, None, 0.0, 1.0)
    weights = rake.trimmed.by_cell
    if measure.kind in SHARES:
        share = estimate.weighted(weights, given, table[:, 1].tolist())
        return Estimate(
            share.n,
            _times(share.value, 100),
            _times(share.low, 100),
            _times(share.high, 100),
            WILSON,
            share.n_eff,
            share.deff,
            tells_few=few_differ(table.sum(axis=0).tolist()),
        )
    found = replicates.weighted_mean_interval(
        weighting.replicates, scored.values, table.tolist(), indicator=seed
    )
    n_eff = effective_size(weights, given)
    return Estimate(
        found.n,
        _times(found.value, factor),
        _times(found.low, factor),
        _times(found.high, factor),
        means.Method.BOOTSTRAP.value,
        n_eff,
        found.n / n_eff,
        found.seed,
        found.replicates,
        tells_few=few_differ(table.sum(axis=0).tolist()),
    )


def _why_unweighted(
    weighted: Estimate | None, weighting: Weighting | None
) -> str | None:
    """The rule looks at the wave as a whole and at the indicator's own base."""
    if weighted is None or weighting is None:
        return None
    if weighting.raking.reason is not None:
        return weighting.raking.reason.value
    if weighted.deff is not None and weighted.deff > raking.MAX_DEFF:
        return raking.Unweighted.DEFF.value
    if weighted.n_eff is not None and weighted.n_eff < raking.MIN_N_EFF:
        return raking.Unweighted.N_EFF.value
    return None


def _times(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor
