"""The tables of a pack in terms of the answers, to hold figures against them."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from surveys.definition import Survey
from surveys.estimate.means import Method
from surveys.evidence import counting
from surveys.evidence.pack import Tally
from surveys.flow import Answer, State
from surveys.question import Kind, Question
from surveys.sheet import Mask, Sheet
from surveys.telling import Table


def told(
    sheet: Sheet,
    survey: Survey,
    key: str,
    who: Mask,
    *,
    has_figure: bool,
    name: str,
) -> Table | None:
    """What the table of this question tells of these people; None: only their number,
    which every figure tells."""
    question = survey.question(key)
    column = sheet.answers[key]
    counts = np.bincount(column.codes[who], minlength=len(column.values)).tolist()
    given = [
        (answer, count)
        for answer, count in zip(column.values, counts, strict=True)
        if answer is not None and count
    ]
    tally = counting.tally(question, given, asked=int(who.sum()), has_figure=has_figure)
    if not tally.rows and tally.mean is None:
        return None
    answers = [None, *column.values]
    base = [int(_is_given(each)) for each in answers]
    places = np.where(who, column.codes + 1, 0)
    return Table(
        name=name,
        question=key,
        codes=np.where(np.array(base, dtype=np.bool_)[places], places, 0),
        sums=[base, *_sums(question, tally, answers)],
        few=list(_hidden(question, tally, answers, few=True)),
        many=list(_hidden(question, tally, answers, few=False)),
    )


def _sums(
    question: Question, tally: Tally, answers: list[Answer | None]
) -> Iterator[list[Fraction | int]]:
    for row in tally.rows:
        if row.n is not None:
            inside = _places(question, row.key, answers)
            yield [int(at in inside) for at in range(len(answers))]
    # The mean of a scale follows from its rows.
    if question.kind is Kind.NUMBER and tally.mean is not None:
        points = [
            Fraction(str(each.value)) if each and _is_given(each) else Fraction(0)
            for each in answers
        ]
        yield [*points]
        if tally.mean.method is Method.T:
            yield [each * each for each in points]


def _hidden(
    question: Question, tally: Tally, answers: list[Answer | None], *, few: bool
) -> Iterator[frozenset[int]]:
    for row in tally.rows:
        inside = _places(question, row.key, answers)
        if row.n is None and row.few is few:
            yield inside
        elif row.n is None and few and tally.several:
            # Of several answers one is hidden where few did not choose it.
            yield (
                frozenset(at for at, each in enumerate(answers) if _is_given(each))
                - inside
            )


def _places(
    question: Question, key: str, answers: list[Answer | None]
) -> frozenset[int]:
    """Where the answers stand that count in a row of the table."""
    return frozenset(
        at
        for at, each in enumerate(answers)
        if each and _is_given(each) and key in counting.rows_of(question, each.value)
    )


def _is_given(answer: Answer | None) -> bool:
    return answer is not None and answer.state == State.ANSWERED
