"""What was answered to each question: counts and shares, small cells hidden.

A table follows from the frozen answers and from which questions figures spoke of on the
day of freezing, and from nothing else: it is the same in every pack, whatever is
released before or after. Beside figures a table with hidden cells would have to change
with each of them: of a question with a figure, a table in which few gave an answer is
therefore not told at all, and every other one is told whole. Of other questions small
cells are hidden. Each release is held against these tables as told already.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from surveys import unanswered
from surveys.estimate import likert, means, suppression
from surveys.estimate.proportion import publishable
from surveys.estimate.suppression import LEAST, Mark
from surveys.evidence import words
from surveys.evidence.pack import Row, Tally
from surveys.flow import Answer, State
from surveys.question import Kind, Question, Text

Counted = Iterable[tuple[Answer, int]]

OTHER_PLACE = "."
WITHOUT_ROWS = (Kind.OPEN, Kind.PHOTO, Kind.DATE, Kind.NUMBER)


def tally(
    question: Question,
    counted: Counted,
    *,
    asked: int,
    has_figure: bool = False,
    language: str = "all",
) -> Tally:
    """The table of one question, from how often each answer was given.

    `asked` responses are counted at all, of people of this `language`. `has_figure`
    says that an indicator tells of the same answers.
    """
    given: Counter[object] = Counter()
    states: Counter[State] = Counter()
    for answer, count in counted:
        states[State(answer.state)] += count
        if answer.state == State.ANSWERED:
            given[answer.value] += count
    dont_know, skipped, missing = unanswered.told(
        states[State.DONT_KNOW], states[State.SKIPPED], asked - states.total()
    )
    plain = Tally(
        question=question.key,
        asked=asked,
        n=states[State.ANSWERED],
        dont_know=dont_know,
        skipped=skipped,
        missing=missing,
        rows=(),
        several=question.kind is Kind.MULTIPLE,
        language=language,
    )
    if not publishable(plain.n):
        return replace(plain, why=words.text("why.too_few"))
    if question.kind in WITHOUT_ROWS:
        return _without_rows(plain, question, given, has_figure=has_figure)
    labels = _labels(question)
    counts = _counts(question, labels, given)
    several = question.kind is Kind.MULTIPLE
    marks = _each_apart(counts, plain.n) if several else _together(counts)
    if marks is None or (has_figure and any(marks)):
        return replace(plain, why=words.text("why.exposes"))
    if several:
        return _with_rows(plain, labels, counts, marks)
    told = _with_rows(plain, labels, counts, marks)
    # A mean and all counts but two give the two away.
    return told if any(marks) else _averaged(told, question, counts)


def _without_rows(
    plain: Tally, question: Question, given: Counter[object], *, has_figure: bool
) -> Tally:
    if question.kind is not Kind.NUMBER:
        return replace(plain, why=words.text("why.own_words"))
    if has_figure:
        # The mean is the figure's, or that of a few people more.
        return replace(plain, why=words.text("why.exposes"))
    numbers = sorted((float(str(value)), n) for value, n in given.items())
    values, counts = zip(*numbers, strict=True)
    return replace(
        plain, mean=means.mean(values, counts), why=words.text("why.numbers")
    )


def _labels(question: Question) -> dict[str, Text]:
    labels = {choice.key: choice.label for choice in question.choices}
    if question.kind is Kind.SCALE11:
        assert question.low is not None
        assert question.high is not None
        labels["0"] = words.both("scale.end", point=labels["0"], word=question.low)
        labels["10"] = words.both("scale.end", point=labels["10"], word=question.high)
    if question.kind is Kind.PLACE:
        labels[OTHER_PLACE] = words.text("place.other")
    return labels


def _counts(
    question: Question, labels: dict[str, Text], given: Counter[object]
) -> list[int]:
    found: Counter[str] = Counter()
    for value, count in given.items():
        for key in rows_of(question, value):
            found[key] += count
    return [found[key] for key in labels]


def rows_of(question: Question, value: object) -> tuple[str, ...]:
    """The rows of the question's table that an answer counts in."""
    given = [str(each) for each in (value if isinstance(value, tuple) else (value,))]
    if question.kind is not Kind.PLACE:
        return tuple(given)
    known = {choice.key for choice in question.choices}
    return tuple(key if key in known else OTHER_PLACE for key in given)


def _each_apart(counts: Sequence[int], n: int) -> list[Mark | None]:
    """Of several answers each is a table of its own: who chose it, and who did not."""
    marks: list[Mark | None] = []
    for count in counts:
        if 0 < count < LEAST:
            marks.append(Mark.SMALL)
        else:
            marks.append(Mark.HIDDEN if 0 < n - count < LEAST else None)
    return marks


def _together(counts: Sequence[int]) -> list[Mark | None] | None:
    """What is hidden, answer by answer; None where nothing can be told."""
    found = suppression.publish(counts)
    if found is None:
        return None
    return [each if isinstance(each, Mark) else None for each in found]


def _with_rows(
    plain: Tally,
    labels: dict[str, Text],
    counts: Sequence[int],
    marks: Sequence[Mark | None],
) -> Tally:
    rows = tuple(
        Row(
            key=key,
            label=label,
            n=None if mark else count,
            share=None if mark else count / plain.n,
            few=mark is Mark.SMALL,
        )
        for (key, label), count, mark in zip(labels.items(), counts, marks, strict=True)
    )
    why = words.text("why.small_cells") if any(marks) else None
    return replace(plain, rows=rows, why=why)


def _averaged(told: Tally, question: Question, counts: Sequence[int]) -> Tally:
    if question.kind is Kind.SCALE5:
        scale = likert.summary(dict(zip(likert.POINTS, counts, strict=True)))
        return replace(told, scale=scale, mean=scale.mean)
    if question.kind is Kind.SCALE11:
        return replace(told, mean=means.mean(range(len(counts)), counts))
    return told
