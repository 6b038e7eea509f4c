"""Replies that no rule is sure of: what speaks for each meaning, weighed.

The weights are learnt on the labelled sets (`python -m tests.benchmarks.weights`) and
kept in `learnt.json`; nothing is learnt while the program runs.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies.text import words
from surveys.replies.weighing import model
from surveys.replies.weighing.heard import Heard, Hearing, hear
from surveys.replies.weighing.model import Candidate

LEARNT = Path(__file__).parent / "learnt.json"
LONE = 0.7  # how likely an option is to be that nothing else in the reply rivals
_LAUGHTER = re.compile(
    "|".join(
        [
            r"(?<![0-9.,])[5๕]{2,}\+*(?![0-9.,])",
            "ถ{3,}",
            *map(re.escape, sorted(words.LISTS["laughter"].split(), key=len)[::-1]),
        ]
    )
)


@dataclass(frozen=True)
class Learnt:
    """What is added up for each sign, and how sure an answer must be, by kind."""

    weights: Mapping[str, float]
    sure: Mapping[str, float]
    lead: float

    def limit(
        self, question: Question, ranked: Sequence[tuple[float, Candidate]]
    ) -> float:
        """How likely a meaning must be to be believed.

        Less so of an option that nothing rivals.
        """
        if model.is_lone(question, [each for _, each in ranked]):
            return min(LONE, self.sure[model.kind_of(question)])
        return self.sure[model.kind_of(question)]


@lru_cache(maxsize=1)
def learnt() -> Learnt:
    """The weights kept with the program; read when the first reply is weighed."""
    told = json.loads(LEARNT.read_text(encoding="utf-8"))
    return Learnt(told["weights"], told["sure"], told["lead"])


def weighed(question: Question, hearing: Hearing) -> Understood:
    """The likeliest meaning, if it is likely enough; else that it is not understood.

    What is laughed at is an answer only where it is one without the laughter too, and
    never on a scale.
    """
    found, reply = _likeliest(question, hearing.heard), hearing.reply
    plain = _LAUGHTER.sub(" ", reply) if found.is_answer else reply
    if plain == reply:
        return found
    if question.kind is Kind.SCALE5:  # "ดีมาก 555" may be meant or not
        return NOT_UNDERSTOOD
    is_same = _likeliest(question, hear(question, plain)) == found
    return found if is_same else NOT_UNDERSTOOD


def _likeliest(question: Question, heard: Heard) -> Understood:
    known = learnt()
    ranked = model.scored(known.weights, model.candidates(question, heard))
    share, best = ranked[0]
    after = ranked[1][0] if len(ranked) > 1 else 0.0
    if best.meaning is Meaning.NOT_UNDERSTOOD or share - after < known.lead:
        return NOT_UNDERSTOOD
    if share < known.limit(question, ranked):
        return NOT_UNDERSTOOD
    is_none = any(model.is_no_answer(each) for _, each in ranked)
    if is_none and best.meaning is Meaning.ANSWER:
        return NOT_UNDERSTOOD
    return understood(question, best)


def understood(question: Question, candidate: Candidate) -> Understood:
    """What a candidate comes to as a reply's meaning."""
    if candidate.meaning is not Meaning.ANSWER:
        return Understood(candidate.meaning)
    value = candidate.value
    if model.kind_of(question) == "number":
        number = float(value or 0)
        whole = number == int(number)
        return Understood(Meaning.ANSWER, int(number) if whole else number)
    if isinstance(value, str):
        value = [choice.key for choice in question.choices].index(value)
    return from_choice(question, int(value or 0))
