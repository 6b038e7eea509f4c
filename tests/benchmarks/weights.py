"""Learns what each sign in a typed reply weighs, and how sure an answer has to be.

`python -m tests.benchmarks.weights` writes `learnt.json` of `surveys/replies/weighing`
from the sets replies are developed on; `--check` only tells how well each set is
understood by what is learnt on the others, which is what a stranger's replies would
meet.

Each reply is a choice among its candidates (a conditional logit with a penalty on
large weights). It is learnt from twice, the second time as if none of its words had a
name known for sure, so that the other signs learn to carry it; and replies to other
questions are put to it as what must not be understood.
"""

import argparse
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy import optimize, sparse

from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood
from surveys.question import Question
from surveys.replies import brief, understanding, weighing
from surveys.replies.weighing import model
from surveys.replies.weighing.heard import Hearing, hear
from surveys.replies.weighing.model import Candidate
from tests.surveys.replies.weighing import test_paraphrases

SETS = Path(__file__).parent.parent / "sets"
# By what share a set counts. Of the first, by those who wrote the rules, no limit is
# learnt: its short lines are understood by the rules, or not at all.
NAMES = {
    "replies_dev": 1.0,
    "replies": 1.0,
    "replies_second": 1.0,
    "replies_third": 1.0,
    "replies_fourth": 1.0,
    "replies_fifth": 1.0,
    "replies_sixth": 1.0,
    "replies_seventh": 1.0,
    "replies_eighth": 1.0,
    "replies_ninth": 1.0,
    "replies_tenth": 1.0,
    "replies_eleventh": 1.0,
    "replies_twelfth": 1.0,
    "replies_thirteenth": 1.0,
    "replies_fourteenth": 1.0,
}
OWN = "replies_dev"
MAX_WRONG = 0.007  # of a kind's replies, stored wrong where their set was not learnt
PENALTY = 2.0
NAMELESS = 0.5  # how much a reply counts without its known names
MISMATCHED = 0.3  # how much a reply to another question counts
TRAPPED = 0.5  # how much what sounds like an answer counts
DRESSES = 6  # in so many ways each
LEAD = 0.25
SMALLEST = 0.004  # weights below are left out
_NAMES = re.compile("^(?:scale|choice|yesno):(?:name|label)(?:_|$)|_wish")
# To ask again is cheap, a wrong answer is not. The rules know these sets, and leave
# less of them to be weighed than of a stranger's, so that they alone would have four in
# five believed. In most stories there is some number.
_LEAST = {"number": 0.94}
_LIMITS = [step / 100 for step in range(90, 100)]


@dataclass(frozen=True)
class Row:
    """A reply with its candidates; `hit` is the place of the right one, if any is."""

    name: str
    kind: str
    means: dict[str, Any]
    by_rules: dict[str, Any]
    may_weigh: bool
    candidates: tuple[Candidate, ...]
    meanings: tuple[dict[str, Any], ...]
    hit: int | None
    question: str
    reply: str


def rows(name: str, lines: Iterable[str] | None = None) -> list[Row]:
    """The rows of a set, each taken apart."""
    if lines is None:
        lines = (SETS / f"{name}.jsonl").read_text("utf-8").split("\n")
    told = [json.loads(line) for line in lines if line.strip()]
    return [_row(name, each["question"], each["reply"], each["means"]) for each in told]


def _row(name: str, told: dict[str, Any], reply: str, means: dict[str, Any]) -> Row:
    key = json.dumps(told, ensure_ascii=False, sort_keys=True)
    question, values = brief.asked(key)
    found = tuple(model.candidates(question, hear(question, reply)))
    meanings = tuple(
        brief.told(question, values, weighing.understood(question, each))
        for each in found
    )
    hits = [place for place, each in enumerate(meanings) if each == means]
    settled, is_weighed = _unweighed(question, reply)
    return Row(
        name,
        model.kind_of(question),
        means,
        brief.told(question, values, settled),
        is_weighed,
        found,
        meanings,
        hits[0] if hits else None,
        key,
        reply,
    )


def _unweighed(question: Question, reply: str) -> tuple[Understood, bool]:
    """What all but weighing makes of a reply, and whether it comes to be weighed."""
    put: list[str] = []

    def never(_: Question, said: Hearing) -> Understood:
        put.append(said.reply)
        return NOT_UNDERSTOOD

    with patch.object(weighing, "weighed", never):
        return understanding.understand(question, reply, "th"), reply in put


def mismatched(known: Sequence[Row], seed: int = 1) -> list[Row]:
    """Replies put to other questions, which they do not answer."""
    chance = random.Random(seed)
    questions: dict[str, list[str]] = {}
    for row in known:
        if row.question not in questions.setdefault(row.kind, []):
            questions[row.kind].append(row.question)
    pairs = []
    for row in known:
        if row.kind != "choice" or "answer" not in row.means:
            continue
        for kind, times in (("choice", 3), ("yesno", 1), ("scale", 1)):
            others = questions.get(kind, [])
            keys = chance.sample(others, min(times, len(others)))
            pairs += [(key, row) for key in keys]
    pairs.sort(key=lambda pair: pair[0])  # what is kept of a question is then used
    return [made for key, row in pairs if (made := _made(key, row)) is not None]


_MADE: dict[tuple[str, str], Row | None] = {}


def _made(key: str, row: Row) -> Row | None:
    if (key, row.reply) in _MADE:
        return _MADE[key, row.reply]
    told = json.loads(key)
    offered = [str(each) for each in told.get("options", ())]
    made = None
    if key != row.question and str(row.means["answer"]) not in offered:
        again = _row("mismatched", told, row.reply, {"not_understood": True})
        made = again if "not_understood" in again.by_rules else None
    _MADE[key, row.reply] = made
    return made


@lru_cache(maxsize=1)
def traps(seed: int = 1) -> list[Row]:
    """What sounds like an answer and is none, with small talk round it."""
    chance = random.Random(seed)
    found = []
    for question, said in test_paraphrases.TRAPS.values():
        for trap in said.split():
            for _ in range(DRESSES):
                lead = chance.choice(test_paraphrases.LEADS)
                end = chance.choice(test_paraphrases.ENDS)
                talk = chance.choice(test_paraphrases.TALK)
                reply = lead + trap + end + talk
                found.append(_row("traps", question, reply, {"not_understood": True}))
    return found


def nameless(row: Row) -> Row:
    """The reply as if none of its words were known for a name."""
    stripped = tuple(
        replace(
            each,
            features={n: v for n, v in each.features.items() if not _NAMES.search(n)},
        )
        for each in row.candidates
    )
    return replace(row, candidates=stripped)


def learn(
    known: Sequence[Row], penalty: float = PENALTY, beside: Sequence[Row] | None = None
) -> dict[str, float]:
    """What each sign weighs: the likeliest weights, large ones held back.

    `beside` are replies put to other questions; made of those known where not given.
    """
    if beside is None:
        beside = mismatched(known)
    weighted = [(row, NAMES.get(row.name, 1.0)) for row in known]
    weighted += [(row, MISMATCHED) for row in beside]
    weighted += [(row, TRAPPED) for row in traps()]
    weighted = [(row, weight) for row, weight in weighted if row.hit is not None]
    both = []
    for row, weight in weighted:
        if (stripped := nameless(row)) == row:
            both.append((row, weight))
        else:
            both.append((row, weight * (1 - NAMELESS)))
            both.append((stripped, weight * NAMELESS))
    return _fitted(both, penalty)


def _fitted(known: Sequence[tuple[Row, float]], penalty: float) -> dict[str, float]:
    names = sorted({n for row, _ in known for e in row.candidates for n in e.features})
    place = {name: at for at, name in enumerate(names)}
    at_row, at_name, values, base, starts, right = [], [], [], [], [], []
    size = 0
    for row, _ in known:
        starts.append(size)
        right.append(size + (row.hit or 0))
        for each in row.candidates:
            for name, value in each.features.items():
                at_row.append(size)
                at_name.append(place[name])
                values.append(value)
            is_none = each.meaning is Meaning.NOT_UNDERSTOOD
            base.append(model.DOUBT if is_none else 0.0)
            size += 1
    told = sparse.csr_array((values, (at_row, at_name)), shape=(size, len(names)))
    of_names = told.T.tocsr()
    first, hit, prior = np.array(starts), np.array(right), np.array(base)
    weight = np.array([each for _, each in known])
    group = np.repeat(np.arange(len(known)), np.diff([*starts, size]))

    def cost(theta: Any) -> tuple[float, Any]:
        score = told @ theta + prior
        top = np.maximum.reduceat(score, first)
        raised = np.exp(score - top[group])
        total = np.add.reduceat(raised, first)
        gained = (weight * (score[hit] - top - np.log(total))).sum()
        slope = -(raised / total[group]) * weight[group]
        slope[hit] += weight
        pull = of_names @ slope
        return (
            -gained + penalty / 2 * float(theta @ theta),
            penalty * theta - pull,
        )

    best = optimize.minimize(
        cost,
        np.zeros(len(names)),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 200},
    )
    return dict(zip(names, best.x.tolist(), strict=True))


@dataclass(frozen=True)
class Outcome:
    """What a row comes to, and how likely that is."""

    row: Row
    share: float  # 2: by the rules
    meant: dict[str, Any]

    def right(self, sure: float) -> bool:
        return self.settled(sure) == self.row.means

    def wrong(self, sure: float) -> bool:
        settled = self.settled(sure)
        return "answer" in settled and settled != self.row.means

    def settled(self, sure: float) -> dict[str, Any]:
        return self.meant if self.share >= sure else {"not_understood": True}


def outcome(weights: dict[str, float], row: Row) -> Outcome:
    if "not_understood" not in row.by_rules or not row.may_weigh:
        return Outcome(row, 2.0, row.by_rules)
    ranked = model.scored(weights, row.candidates)
    share, best = ranked[0]
    after = ranked[1][0] if len(ranked) > 1 else 0.0
    place = next(i for i, each in enumerate(row.candidates) if each is best)
    is_none = best.meaning is Meaning.ANSWER and any(
        model.is_no_answer(each) for each in row.candidates
    )
    is_clear = share - after >= LEAD and not is_none
    if not is_clear or share < _LIMITS[0]:
        return Outcome(row, 0.0, row.meanings[place])
    return Outcome(row, share, _settled(row, best))


def _settled(row: Row, weighed: Candidate) -> dict[str, Any]:
    """What the whole program makes of it where it weighs so."""
    question, values = brief.asked(row.question)
    likeliest = weighing.understood(question, weighed)

    def put(_: Question, said: Hearing) -> Understood:
        return likeliest if said.reply == row.reply else NOT_UNDERSTOOD

    with patch.object(weighing, "weighed", put):
        meant = understanding.understand(question, row.reply, "th")
    return brief.told(question, values, meant)


def held_out(known: Sequence[Row]) -> list[Outcome]:
    """Every set's rows by what is learnt on the other sets."""
    found = []
    everything = mismatched(known)
    for name in dict.fromkeys(row.name for row in known):
        others = [row for row in known if row.name != name]
        questions = {row.question for row in others}
        replies_ = {row.reply for row in others}
        beside = [
            row
            for row in everything
            if row.question in questions and row.reply in replies_
        ]
        weights = learn(others, beside=beside)
        found += [outcome(weights, row) for row in known if row.name == name]
    return found


def limits(
    outcomes: Sequence[Outcome], max_wrong: float = MAX_WRONG
) -> dict[str, float]:
    """For each kind the lowest limit at which few enough are stored wrong.

    In all, and of any one set no more than five times that share, for the hardest.
    """
    found = {}
    for kind in sorted({each.row.kind for each in outcomes}):
        its = [e for e in outcomes if e.row.kind == kind and e.row.name != OWN]
        its = its or [e for e in outcomes if e.row.kind == kind]
        sets = [
            [each for each in its if each.row.name == name]
            for name in dict.fromkeys(each.row.name for each in its)
        ]
        fit = [
            limit
            for limit in _LIMITS
            if limit >= _LEAST.get(kind, 0)
            and _weighed_wrong(its, limit) <= max_wrong * len(its)
            and all(
                _weighed_wrong(each, limit) <= 5 * max_wrong * len(each)
                for each in sets
            )
        ]
        found[kind] = min(fit, default=_LIMITS[-1])
    return found


def _weighed_wrong(its: Sequence[Outcome], limit: float) -> int:
    """How many are stored wrong, but for those of the rules."""
    return sum(each.share <= 1 and each.wrong(limit) for each in its)


def told(outcomes: Sequence[Outcome], sure: dict[str, float]) -> str:
    """A table: right and wrong, by set and kind."""
    lines = []
    for name in dict.fromkeys(each.row.name for each in outcomes):
        its = [each for each in outcomes if each.row.name == name]
        parts = [f"{name:16}{_shares(its, sure)}"]
        for kind in sorted({each.row.kind for each in its}):
            of_kind = [each for each in its if each.row.kind == kind]
            parts.append(f"{kind} {_shares(of_kind, sure)}")
        lines.append("  ".join(parts))
    return "\n".join(lines)


def _shares(its: Sequence[Outcome], sure: dict[str, float]) -> str:
    right = sum(each.right(sure[each.row.kind]) for each in its) / len(its)
    wrong = sum(each.wrong(sure[each.row.kind]) for each in its) / len(its)
    return f"{right:.3f}/{wrong:.4f}"


def digest() -> str:
    """Of the sets that are learnt from."""
    found = hashlib.sha256()
    for name in NAMES:
        found.update((SETS / f"{name}.jsonl").read_bytes())
    return found.hexdigest()


def keep(weights: dict[str, float], sure: dict[str, float], count: int) -> None:
    kept = {
        "version": 1,
        "learnt_from": f"{count} replies of {len(NAMES)} sets",
        "sets": digest(),
        "sure": sure,
        "lead": LEAD,
        "weights": {
            name: round(weight, 3)
            for name, weight in sorted(weights.items())
            if abs(weight) >= SMALLEST
        },
    }
    text = json.dumps(kept, ensure_ascii=False, indent=1)
    weighing.LEARNT.write_text(text + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="write nothing")
    options.add_argument("--missed", default="", help="a set whose misses to print")
    chosen = options.parse_args(arguments)
    known = [row for name in NAMES for row in rows(name)]
    outcomes = held_out(known)
    sure = limits(outcomes)
    sys.stdout.write(f"{sure}\nby what is learnt on the others (right/wrong):\n")
    sys.stdout.write(f"{told(outcomes, sure)}\n")
    for each in outcomes:
        limit = sure[each.row.kind]
        if each.row.name == chosen.missed and not each.right(limit):
            sys.stdout.write(
                f"{'WRONG' if each.wrong(limit) else '     '} {each.share:.2f} "
                f"{each.row.question} | {each.row.reply} | {each.row.means} -> "
                f"{each.meant}\n"
            )
    weights = learn(known)
    inside = [outcome(weights, row) for row in known]
    sys.stdout.write(f"in sample:\n{told(inside, sure)}\n")
    if not chosen.check:
        keep(weights, sure, len(known))


if __name__ == "__main__":
    main(sys.argv[1:])
