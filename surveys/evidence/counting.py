"""What was answered to each question: counts and shares, small cells hidden."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from surveys.estimate import likert, means, suppression
from surveys.estimate.proportion import publishable
from surveys.estimate.suppression import LEAST, Mark, Published
from surveys.evidence import words
from surveys.evidence.pack import Row, Tally
from surveys.flow import Answer, State
from surveys.question import Kind, Question, Text

Counted = Iterable[tuple[Answer, int]]
# The answers to a question that are published as one figure, as an indicator's are.
Sums = Collection[Collection[str | int]]

OTHER_PLACE = "."
WITHOUT_ROWS = (Kind.OPEN, Kind.PHOTO, Kind.DATE, Kind.NUMBER)


def tally(
    question: Question,
    counted: Counted,
    *,
    asked: int,
    sums: Sums = (),
    mean_told: bool = False,
    language: str = "all",
) -> Tally:
    """The table of one question, from how often each answer was given.

    `asked` responses are counted at all, of people of this `language`. `sums` and
    `mean_told` say what is published of the question elsewhere, so that together they
    give no small cell away.
    """
    given: Counter[object] = Counter()
    states: Counter[State] = Counter()
    for answer, count in counted:
        states[State(answer.state)] += count
        if answer.state == State.ANSWERED:
            given[answer.value] += count
    plain = Tally(
        question=question.key,
        n=states[State.ANSWERED],
        dont_know=states[State.DONT_KNOW],
        skipped=states[State.SKIPPED],
        missing=asked - states.total(),
        rows=(),
        several=question.kind is Kind.MULTIPLE,
        language=language,
    )
    if not publishable(plain.n):
        return replace(plain, why=words.text("why.too_few"))
    if question.kind in WITHOUT_ROWS:
        return _without_rows(plain, question, given)
    labels = _labels(question)
    counts = _counts(question, labels, given)
    if question.kind is Kind.MULTIPLE:
        return _with_rows(plain, labels, counts, _each_apart(counts, plain.n))
    marks = _together(counts, tuple(labels), sums, mean_told=mean_told)
    if marks is None:
        return replace(plain, why=words.text("why.exposes"))
    told = _with_rows(plain, labels, counts, marks)
    # A mean and all counts but two give the two away.
    return told if any(marks) else _averaged(told, question, counts)


def _without_rows(plain: Tally, question: Question, given: Counter[object]) -> Tally:
    if question.kind is not Kind.NUMBER:
        return replace(plain, why=words.text("why.own_words"))
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
        for each in value if isinstance(value, tuple) else (value,):
            key = str(each)
            if key not in labels and question.kind is Kind.PLACE:
                key = OTHER_PLACE
            found[key] += count
    return [found[key] for key in labels]


def _each_apart(counts: Sequence[int], n: int) -> list[Mark | None]:
    """Of several answers each is a table of its own: who chose it, and who did not."""
    marks: list[Mark | None] = []
    for count in counts:
        if 0 < count < LEAST:
            marks.append(Mark.SMALL)
        else:
            marks.append(Mark.HIDDEN if 0 < n - count < LEAST else None)
    return marks


def _together(
    counts: Sequence[int], keys: Sequence[str], sums: Sums, *, mean_told: bool
) -> list[Mark | None] | None:
    """What is hidden, answer by answer; None where nothing can be told.

    Answers that are published as one figure are a row of a table whose row totals are
    known, so that what is hidden is hidden within it.
    """
    parts = _parts(keys, sums)
    table = [
        [count if part == own else 0 for count, own in zip(counts, parts, strict=True)]
        for part in dict.fromkeys(parts)
    ]
    if len(table) > 1 and any(0 < sum(row) < LEAST for row in table):
        return None
    shown = [(row, len(counts)) for row in range(len(table))] if len(table) > 1 else []
    found = suppression.publish(table, shown=shown)
    if not isinstance(found, Published):
        return None
    # A column has one answer, in its row and in the row of the totals.
    columns = list(zip(*found.cells, strict=True))[: len(counts)]
    marks = [next((m for m in each if isinstance(m, Mark)), None) for each in columns]
    return None if mean_told and any(marks) else marks


def _parts(keys: Sequence[str], sums: Sums) -> list[tuple[bool, ...]]:
    """For each answer, which of the published figures it counts in."""
    wanted = [{str(value) for value in each} for each in sums]
    return [tuple(key in each for each in wanted) for key in keys]


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
