"""Random waves: the table and the figures of a question, told as the program decides
and handed to an attacker.

What decides is what decides in the running program: `counting.tally` and `tabling.told`
of the table, `figures.figure` of what a figure is, `telling.collides` of whether it may
be told beside the table and those told before it. The attacker knows none of it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from surveys import definition, figures, telling
from surveys.estimate import SURE_N, publishable
from surveys.evidence import counting, tabling
from surveys.flow import Answer, State
from surveys.measure import Measure
from surveys.sheet import Coder, Sheet
from surveys.telling import Table, Telling
from tests.api import attacker
from tests.api.attacker import Meaning

LIFE = next(each for each in definition.load_all() if each.key == "town_life")
QUESTION, ROLE = "dialogue", "role"
RULE = {"in": [{"var": ROLE}, ["works"]]}
MOST_FIGURES = 6
FEW = {"en": f"{attacker.FEW} gave one of the answers"}

Collides = Callable[[Sheet, Telling, Sequence[Telling], Sequence[Table]], bool]


@dataclass(frozen=True)
class Wave:
    """What was told of a wave, in the words of the API and of evidence packs, and what
    was truly answered: how many by answer and by whether the rule held."""

    truth: Counter[tuple[int, str]]
    told: tuple[dict[str, Any], ...]
    meanings: dict[tuple[str, str], Meaning]
    table: dict[str, Any] | None
    refused: int

    @property
    def secrets(self) -> int:
        return sum(0 < count < 5 for count in self.truth.values())

    def exposed(self) -> list[Any]:
        """The answers that 1 to 4 people gave whose number the attacker works out."""
        tables = [self.table] if self.table else []
        return attacker.exposed(self.told, self.meanings, self.truth, tables=tables)


def collides(
    sheet: Sheet, new: Telling, earlier: Sequence[Telling], tables: Sequence[Table]
) -> bool:
    """As it is done."""
    nobody = np.zeros(sheet.n, dtype=np.bool_)
    near = [e for e in earlier if telling.of_one_question(new.measure, e.measure)]
    return telling.collides(sheet, LIFE, nobody, new, near, tables) is not None


def wave(rng: np.random.Generator, decides: Collides = collides) -> Wave:
    """A random wave, its table first: it counts as told from the day of freezing."""
    truth, sheet = _answered(rng)
    has_figure = bool(rng.random() < 0.5)
    who = sheet.everyone()
    table = _table(sheet, has_figure=has_figure)
    known = tabling.told(
        sheet, LIFE, QUESTION, who, has_figure=has_figure, name="the table"
    )
    done: list[Telling] = []
    told: list[dict[str, Any]] = []
    meanings: dict[tuple[str, str], Meaning] = {}
    refused = 0
    for number in range(int(rng.integers(1, MOST_FIGURES + 1))):
        code = f"F{number}"
        measure, meanings[code, "1"] = _measure(rng)
        new, value = _figure(sheet, code, measure)
        if decides(sheet, new, done, [known] if known else []):
            refused += 1
            continue
        done.append(new)
        told.append(value)
    return Wave(truth, tuple(told), meanings, table, refused)


def _answered(rng: np.random.Generator) -> tuple[Counter[tuple[int, str]], Sheet]:
    weights = rng.choice([0.02, 0.1, 1, 2], size=len(attacker.POINTS))
    works = rng.choice([0.05, 0.4, 0.9])
    size = int(rng.integers(35, 141))
    points = rng.choice(attacker.POINTS, size=size, p=weights / weights.sum())
    roles = np.where(rng.random(size) < works, "works", "lives")
    skips = rng.random(size) < 0.03
    truth: Counter[tuple[int, str]] = Counter()
    given, said = Coder[Answer | None](), Coder[Answer | None]()
    for point, role, skip in zip(points.tolist(), roles.tolist(), skips, strict=True):
        skipped = Answer(State.SKIPPED, None)
        given.take([skipped if skip else Answer(State.ANSWERED, point)])
        said.take([Answer(State.ANSWERED, role)])
        if not skip:
            truth[point, "in" if role == "works" else "out"] += 1
    plain = Coder[str]()
    plain.take(["th"] * size)
    column = plain.coded()
    answers = {QUESTION: given.coded(), ROLE: said.coded()}
    nobody = np.zeros(size, dtype=np.bool_)
    return truth, Sheet(size, answers, column, column, nobody)


def _measure(rng: np.random.Generator) -> tuple[Measure, Meaning]:
    some = bool(rng.random() < 0.3)
    of: dict[str, Any] = {"survey": LIFE.key, "question": QUESTION}
    if some:
        of["where"] = RULE
    if rng.random() < 0.25:
        return Measure(**of, kind="mean"), Meaning(None, some)
    size = int(rng.integers(1, 4))
    points = tuple(sorted(rng.choice(attacker.POINTS, size, replace=False).tolist()))
    return Measure(**of, kind="share", values=points), Meaning(points, some)


def _figure(
    sheet: Sheet, code: str, measure: Measure
) -> tuple[Telling, dict[str, Any]]:
    """A figure as it is told, and as it is held against others."""
    found = figures.figure(sheet, LIFE, measure, who=sheet.everyone(), seed=1).plain
    few = publishable(found.n) and found.tells_few
    shown = publishable(found.n) and not few
    new = Telling(
        name=code,
        measure=measure,
        who=sheet.everyone(),
        shown=shown,
        hidden=few,
        squares=found.n < SURE_N,
    )
    value = {
        "code": code,
        "edition": "1",
        "n": found.n,
        "value": found.value if shown else None,
        "low": found.low,
        "high": found.high,
        "interval": {"method": found.method},
        "reasons": {"value": FEW} if few else {},
    }
    return new, value


def _table(sheet: Sheet, *, has_figure: bool) -> dict[str, Any] | None:
    """The question's table as an evidence pack has it; None: it tells no counts."""
    column = sheet.answers[QUESTION]
    counts = np.bincount(column.codes, minlength=len(column.values)).tolist()
    given = [
        (answer, count)
        for answer, count in zip(column.values, counts, strict=True)
        if answer is not None and count
    ]
    tally = counting.tally(
        LIFE.question(QUESTION), given, asked=sheet.n, has_figure=has_figure
    )
    if not tally.rows:
        return None
    rows = [{"key": row.key, "n": row.n, "few": row.few} for row in tally.rows]
    return {"n": tally.n, "rows": rows}
