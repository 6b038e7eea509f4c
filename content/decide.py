"""Whether to answer, to suggest, or to say that we do not know.

A wrong answer is worse than "I do not know": an article is served only when we are
sure enough that it answers. How sure is learnt from the content itself
(`calibrate`) and kept in a small file, `confidence.json`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from functools import cache
from math import exp, log
from pathlib import Path

import numpy as np

from content import against, search
from content.against import Lacking
from content.search import Hit, Index, Question

FILE = Path(__file__).parent / "confidence.json"
VERSION = 1
"""Of that file: what the evidence is called and how it is counted."""
LEAST_SUBJECT = 1.2
"""Below this it is courtesy and question words: there is nothing to suggest."""
LEAST_NAMED = 2
"""One word alone ("cancel", "contact") may be about anything: it is asked back."""
MOST_SUGGESTED = 3
SAME = 0.9
"""From this likeness on a question is one of the article's own ways of asking."""
CLOSE = 0.9
"""With a second article this near to the first, in score, neither is served alone."""
NOTHING = Hit("", "", 0.0)


class Outcome(StrEnum):
    """What to do with a question."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Decision:
    """The outcome, the articles it rests on, and how sure we are."""

    outcome: Outcome
    hits: tuple[Hit, ...]
    """One to answer with, up to three to suggest, none when unknown."""
    confidence: float
    """That the first article answers: 0 to 1."""
    against: tuple[str, ...] = ()
    """What the question is about and the best article is not."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How the evidence is weighed, and from where on we are sure."""

    base: float
    weights: Mapping[str, float]
    answer: float
    suggest: float
    least_score: float = 0.0
    """Below this the nearest article is about something else: nothing is suggested."""

    def __call__(self, evidence: Mapping[str, float]) -> float:
        """The logistic of the weighed evidence."""
        total = self.base + sum(
            weight * evidence[name] for name, weight in self.weights.items()
        )
        return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


def decide(
    index: Index,
    text: str,
    language: str,
    sure: Confidence | None = None,
    *,
    meant: Mapping[str, float] | None = None,
) -> Decision:
    """What to do with a resident's question.

    `meant`: how near it is to each article in meaning (`meaning.nearness`), where
    `sure` has learnt to weigh that.
    """
    sure = sure or learnt()
    question = search.question(index, text)
    hits = search.ranked(index, question, language=language)
    if not hits or question.subject < LEAST_SUBJECT:
        return Decision(Outcome.UNKNOWN, (), 0.0)
    lacking = against.lacking(question.text, index.told[hits[0].slug])
    confidence = sure(evidence(question, hits, lacking, meant))
    missed = (*lacking.named, *lacking.aspects)
    asked_before = is_the_same(hits[0]) and not lacking.named
    says_enough = question.named >= LEAST_NAMED
    if asked_before or (confidence >= sure.answer and says_enough and is_clear(hits)):
        return Decision(Outcome.ANSWER, hits[:1], confidence, missed)
    if confidence >= sure.suggest and hits[0].score >= sure.least_score:
        return Decision(Outcome.SUGGEST, hits[:MOST_SUGGESTED], confidence, missed)
    return Decision(Outcome.UNKNOWN, (), confidence, missed)


def is_the_same(hit: Hit) -> bool:
    """Whether the question is a way of asking that the article lists, near enough."""
    return hit.line >= SAME and hit.line > hit.refused


def is_clear(hits: Sequence[Hit]) -> bool:
    """Whether the first article leaves the second behind."""
    return len(hits) < 2 or hits[1].score <= CLOSE * hits[0].score


def suggested(index: Index, text: str, language: str, instead_of: Decision) -> Decision:
    """The nearest articles to choose from, where one would have been served."""
    question = search.question(index, text)
    hits = search.ranked(index, question, language=language)[:MOST_SUGGESTED]
    return replace(instead_of, outcome=Outcome.SUGGEST, hits=hits)


def evidence(
    question: Question,
    hits: tuple[Hit, ...],
    lacking: Lacking,
    meant: Mapping[str, float] | None = None,
) -> Mapping[str, float]:
    """What there is to say for and against the first article, as numbers."""
    first = hits[0] if hits else NOTHING
    refused = max((hit.refused for hit in hits[:MOST_SUGGESTED]), default=0.0)
    meaning = {} if meant is None else {"meaning": meant.get(first.slug, 0.0)}
    return {
        **meaning,
        "score": first.score,
        "refused": refused,
        "mass": log(1 + question.mass),
        "named": float(min(2, len(lacking.named))),
        "aspects": float(min(2, len(lacking.aspects))),
    }


@cache
def learnt() -> Confidence:
    """What was learnt last, and came with the program."""
    return read(FILE)


def read(file: Path) -> Confidence:
    """What `keep` wrote. Raises `LookupError` or `ValueError` where it is not that."""
    kept = json.loads(file.read_text(encoding="utf-8"))
    names = [field.name for field in fields(Confidence)]
    return Confidence(**{name: kept[name] for name in names})


def check(sure: Confidence, *, by_meaning: bool = False) -> None:
    """Raises `ValueError` where it does not weigh the evidence there is."""
    nothing = Question(
        "", np.zeros(0, dtype=np.int64), np.zeros(0, np.float32), 0, 0, 0
    )
    meant: Mapping[str, float] | None = {} if by_meaning else None
    names = evidence(nothing, (), Lacking(), meant).keys()
    if sure.weights.keys() != names:
        raise ValueError(f"weighs {sorted(sure.weights)}, not {sorted(names)}")
    if not 0 <= sure.suggest <= sure.answer <= 1:
        raise ValueError("the thresholds are not 0 <= suggest <= answer <= 1")


def keep(learnt_now: Confidence, learnt_from: str, file: Path = FILE) -> None:
    """Write down what was learnt, and from what, in words."""
    kept = {"version": VERSION, "learnt_from": learnt_from, **asdict(learnt_now)}
    text = json.dumps(kept, ensure_ascii=False, indent=2)
    file.write_text(text + "\n", encoding="utf-8")
