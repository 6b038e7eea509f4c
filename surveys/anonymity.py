"""Which of a person's features a row-level file may tell: k of them look alike.

k-anonymity (L. Sweeney, "k-anonymity: a model for protecting privacy", International
Journal on Uncertainty, Fuzziness and Knowledge-based Systems 10 (2002), 557-570) by
local recoding: of whoever is in too small a group, features are hidden one by one.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final

from surveys.definition import Survey
from surveys.question import Kind, Question

K = 5
HIDDEN: Final = "*"
# Questions that tell who somebody is under any survey, by the usual names.
USUAL = frozenset(
    {
        "age", "age_band", "age_group", "sex", "gender", "community", "village",
        "moo", "nationality", "occupation", "role", "years",
    }
)  # fmt: skip

Features = tuple[str, ...]
Recoding = Mapping[Features, Features | None]


def identifying(survey: Survey, known: Collection[str] = ()) -> list[Question]:
    """The questions that together may tell who somebody is, the roughest first.

    They are hidden from the last on. Dates and shared locations are always among
    them, for hardly anyone shares theirs with four others. `known` are keys of
    questions whose answers others hold too, as those with the population's counts.
    """
    found = [
        question
        for question in survey.questions
        if question.is_asked
        and (
            question.identifying
            or question.key in USUAL
            or question.key in known
            or question.kind in (Kind.DATE, Kind.PLACE)
        )
    ]
    return sorted(found, key=lambda question: len(question.choices) or 1_000)


def recode(
    counts: Mapping[Features, int], k: int = K
) -> dict[Features, Features | None]:
    """What each combination of features is told as; None: the row is left out.

    Features are hidden from the last to the first. Every combination that is told
    then has at least `k` rows; whoever is left over even with all hidden is left out.
    Rows that keep all features and rows with one hidden are different combinations:
    each has its k. So few as 1 to k-1 are never left out alone, or anybody who knows
    the total would know of them: the smallest combination goes with them.
    """
    told: dict[Features, Features | None] = {}
    left = dict(counts)
    width = max(map(len, counts), default=0)
    for shown in range(width, -1, -1):
        groups: Counter[Features] = Counter()
        for features, count in left.items():
            groups[_hidden(features, shown)] += count
        for features in list(left):
            as_told = _hidden(features, shown)
            if groups[as_told] >= k:
                told[features] = as_told
                del left[features]
    if 0 < sum(left.values()) < k:
        gone = _smallest(told, counts)
        left |= {each: counts[each] for each, shown in told.items() if shown == gone}
    return told | dict.fromkeys(left, None)


def _smallest(
    told: Mapping[Features, Features | None], counts: Mapping[Features, int]
) -> Features | None:
    """The combination, as it is told, of the fewest rows; None: nothing is told."""
    sizes: Counter[Features] = Counter()
    for features, shown in told.items():
        if shown is not None:
            sizes[shown] += counts[features]
    return min(sizes, key=lambda each: (sizes[each], each), default=None)


def _hidden(features: Features, shown: int) -> Features:
    return features[:shown] + (HIDDEN,) * (len(features) - shown)
