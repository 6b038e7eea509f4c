"""What each kind of noise costs, on the same questions clean and spoilt."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from content import noise
from tests.benchmarks.answers import scoring, trying
from tests.benchmarks.answers.report import Report, Table
from tests.benchmarks.answers.scoring import Scores, Share, Tried
from tests.benchmarks.answers.sets import Asked
from tests.benchmarks.answers.trying import Town
from tests.benchmarks.figures import Figure

MOST_POINTS = 3.0
DRAWS = 3
"""How often each question is spoilt; the same result twice counts once."""
HEADINGS = (
    "noise", "questions", "recall@1", "lost/won", "recall@3", "within 3", "rightly",
    "wrong added", "undue added",
)  # fmt: skip


def measure(town: Town, clean: Sequence[Tried]) -> Report:
    rows, figures = [], []
    for kind in noise.KINDS:
        pairs = [
            (before, trying.ask(town, asked))
            for before in clean
            for asked in spoilt(before.asked, kind)
        ]
        rows.append(_row(kind, pairs))
        figures += _figures(kind, pairs)
    title = "Noise: cost in points, of the questions that it changed"
    return Report([Table(title, HEADINGS, rows)], figures)


def spoilt(asked: Asked, kind: str) -> list[Asked]:
    """The question spoilt in a few ways; none where the noise leaves it as it was."""
    texts = {
        noise.KINDS[kind](asked.text, Random(f"{asked.id} {draw}")): None
        for draw in range(DRAWS)
    }
    texts.pop(asked.text, None)
    return [replace(asked, text=text) for text in texts]


def cost(before: Share, after: Share) -> float:
    """In points of a hundred."""
    return 100 * (before.value - after.value)


Pairs = Sequence[tuple[Tried, Tried]]


def _scores(pairs: Pairs) -> tuple[Scores, Scores]:
    return (
        scoring.scores(before for before, _ in pairs),
        scoring.scores(after for _, after in pairs),
    )


def _moved(pairs: Pairs) -> tuple[int, int]:
    """How often the right article was first only when clean, and only when spoilt."""
    first = [
        (before.place == 1, after.place == 1)
        for before, after in pairs
        if before.is_answerable
    ]
    return first.count((True, False)), first.count((False, True))


def _row(kind: str, pairs: Pairs) -> tuple[str, ...]:
    clean, noisy = _scores(pairs)
    lost, won = _moved(pairs)
    return (
        kind,
        str(len(pairs)),
        f"{cost(clean.recall_1, noisy.recall_1):.1f}",
        f"{lost}/{won}",
        f"{cost(clean.recall_3, noisy.recall_3):.1f}",
        f"{cost(clean.within_three, noisy.within_three):.1f}",
        f"{cost(clean.rightly, noisy.rightly):.1f}",
        f"{cost(noisy.wrong, clean.wrong):.1f}",
        f"{cost(noisy.undue, clean.undue):.1f}",
    )


def _figures(kind: str, pairs: Pairs) -> list[Figure]:
    """No intervals: ways of spoiling one question are not independent."""
    clean, noisy = _scores(pairs)
    name = f"noise, {kind.replace('_', ' ')}"
    rightly = cost(clean.rightly, noisy.rightly)
    return [
        _aimed(
            f"{name}: cost in recall@1",
            cost(clean.recall_1, noisy.recall_1),
            f"{noisy.recall_1.of} pairs of answerable questions; answered rightly "
            f"{rightly:.1f} points fewer",
        ),
        _aimed(
            f"{name}: cost in answered or among three suggested",
            cost(clean.within_three, noisy.within_three),
        ),
        Figure(
            f"{name}: answered though nothing does",
            "told",
            f"{noisy.undue.value:.1%}",
            note=f"{clean.undue.value:.1%} of the same questions clean",
        ),
    ]


def _aimed(subject: str, points: float, note: str = "") -> Figure:
    return Figure(
        subject,
        f"at most {MOST_POINTS:.0f} points",
        f"{points:.1f} points",
        met=points <= MOST_POINTS,
        note=note,
    )
