"""The weights of a wave: which cell each response is in, and what it counts for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from surveys.estimate import raking, replicates
from surveys.estimate.margins import Cell, Margin, MarginError
from surveys.estimate.raking import Raking
from surveys.estimate.replicates import Replicates
from surveys.flow import Answer, State
from surveys.sheet import Codes, Mask, Sheet, combined

NOBODY = "weighting.nobody"


@dataclass(frozen=True, eq=False)
class Weighting:
    """Raked weights over a wave; they and their bootstrap samples are made once.

    `cells` is each response's place among the cells of the raking, -1 for who has no
    weight: who left a question out that the margins are about (`left_out` people).
    """

    raking: Raking
    cells: Codes
    left_out: int
    seed: int

    @cached_property
    def replicates(self) -> Replicates:
        return replicates.draw(self.raking, seed=self.seed)


@dataclass(frozen=True)
class Refused:
    """Why there are no weights: the key of a text, and the margin's own words."""

    reason: str
    told: str = ""


def weigh(
    sheet: Sheet, margins: Sequence[Margin], who: Mask, seed: int
) -> Weighting | Refused:
    """Weights for those of `who` that answered every question of the margins.

    A margin is named after its question, and its categories after the answers.
    """
    columns = [sheet.answers[margin.name] for margin in margins]
    patterns, codes = combined([column.codes for column in columns], sheet.n)
    named = [
        _cell([column.values[code] for column, code in zip(columns, each, strict=True)])
        for each in patterns
    ]
    counts = np.bincount(codes[who], minlength=len(patterns))
    cells: Counter[Cell] = Counter()
    for cell, count in zip(named, counts.tolist(), strict=True):
        if cell is not None:
            cells[cell] += count
    # A category nobody answered from is still one the survey asks about.
    for cell in _empty(margins):
        cells.setdefault(cell, 0)
    try:
        raked = raking.rake(cells, margins)
    except MarginError as error:
        return Refused(error.flaw.value, str(error))
    except ValueError:
        return Refused(NOBODY)
    place = {cell: number for number, cell in enumerate(raked.cells)}
    places = np.array(
        [-1 if cell is None else place.get(cell, -1) for cell in named], dtype=np.int64
    )
    found = places[codes] if len(places) else np.zeros(0, dtype=np.int64)
    cells_of = np.where(who, found, -1)
    return Weighting(raked, cells_of, int((who & (cells_of < 0)).sum()), seed)


def _cell(answers: Sequence[Answer | None]) -> Cell | None:
    parts = [
        str(answer.value)
        for answer in answers
        if answer is not None and answer.state == State.ANSWERED
    ]
    return tuple(parts) if len(parts) == len(answers) else None


def _empty(margins: Sequence[Margin]) -> list[Cell]:
    """Cells that between them name every category of every margin."""
    most = max(len(margin.targets) for margin in margins)
    names = [list(margin.targets) for margin in margins]
    return [tuple(each[place % len(each)] for each in names) for place in range(most)]
