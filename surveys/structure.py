"""Whether the questions of a survey, their groups and their rules fit together."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from surveys import compared, located, operands, rules
from surveys.located import Loc, Misplaced
from surveys.question import Kind, Question

EMPTY = "no question is in it"


class Grouped(Protocol):
    """A group, as `definition.Group` is one."""

    @property
    def key(self) -> str: ...
    @property
    def ask_if(self) -> Any: ...
    @property
    def shuffle(self) -> bool: ...


class Calculated(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def value(self) -> Any: ...


class Limited(Protocol):
    @property
    def question(self) -> str: ...
    @property
    def value(self) -> str | int: ...


class Whole(Protocol):
    """A survey, as `definition.Survey` is one."""

    @property
    def questions(self) -> Sequence[Question]: ...
    @property
    def groups(self) -> Sequence[Grouped]: ...
    @property
    def calculations(self) -> Sequence[Calculated]: ...
    @property
    def quotas(self) -> Sequence[Limited]: ...
    @property
    def key_question(self) -> str | None: ...


def check(survey: Whole) -> None:
    """Raises Misplaced with the place of the first thing that does not fit."""
    located.unique([group.key for group in survey.groups], "groups")
    located.unique([each.key for each in survey.calculations], "calculations")
    _check_groups(survey)
    _check_calculations(survey)
    _check_rules(survey)
    _check_quotas(survey)
    keys = {question.key for question in survey.questions if question.is_asked}
    if survey.key_question is not None and survey.key_question not in keys:
        raise Misplaced(f"there is no question {survey.key_question}", "key_question")


def _check_groups(survey: Whole) -> None:
    known = {group.key for group in survey.groups}
    left: set[str] = set()
    last: str | None = None
    for index, question in enumerate(survey.questions):
        group = question.group
        if group is not None and group not in known:
            raise Misplaced(f"there is no group {group}", "questions", index, "group")
        if group is not None and group in left:
            raise Misplaced(
                f"the questions of {group} stand one after the other",
                "questions",
                index,
                "group",
            )
        if last is not None and last != group:
            left.add(last)
        last = group
    used = {question.group for question in survey.questions}
    for index, each in enumerate(survey.groups):
        if each.key not in used:
            raise Misplaced(EMPTY, "groups", index, "key")


def _check_calculations(survey: Whole) -> None:
    asked = {question.key for question in survey.questions if question.is_asked}
    own = {each.key: each.value for each in survey.calculations}
    for index, each in enumerate(survey.calculations):
        loc: Loc = ("calculations", index)
        if each.key in {question.key for question in survey.questions}:
            raise Misplaced("is the name of a question too", *loc, "key")
        for name in rules.names(each.value):
            if name not in asked and name not in own:
                raise Misplaced(f"there is no question {name}", *loc, "value")
        circle = _circle(each.key, own)
        if circle:
            raise Misplaced(
                "goes round in a circle: " + " -> ".join(circle), *loc, "value"
            )


def _circle(start: str, graph: Mapping[str, Any]) -> list[str]:
    """The names a rule leads through back to itself; none where it does not."""
    trail: list[tuple[str, list[str]]] = [(start, [start])]
    seen: set[str] = set()
    while trail:
        name, path = trail.pop()
        for after in rules.names(graph.get(name)):
            if after == start:
                return [*path, start]
            if after in graph and after not in seen:
                seen.add(after)
                trail.append((after, [*path, after]))
    return []


def _check_rules(survey: Whole) -> None:
    """A rule may look at what was asked before it, and a constraint at its answer."""
    graph = _graph(survey)
    asked = {question.key for question in survey.questions if question.is_asked}
    for loc, owner, rule, before in _rules(survey):
        looked_at = [*_looked_at(survey, rule)]
        none = [name for name in looked_at if name not in asked]
        if none:
            said = ", ".join(f"there is no question {name}" for name in none)
            raise Misplaced(said, *loc)
        for name in looked_at:
            if name in before:
                continue
            circle = _circle(owner, graph)
            if circle:
                raise Misplaced("goes round in a circle: " + " -> ".join(circle), *loc)
            raise Misplaced(f"{name} has not been asked by then", *loc)


def _graph(survey: Whole) -> dict[str, Any]:
    """Of each question and calculation, everything its rules look at."""
    groups = {group.key: group.ask_if for group in survey.groups}
    graph = {
        question.key: {"and": [question.ask_if, groups.get(question.group or "")]}
        for question in survey.questions
    }
    return graph | {each.key: each.value for each in survey.calculations}


def _rules(survey: Whole) -> Iterator[tuple[Loc, str, Any, set[str]]]:
    """Each rule, where it stands, whose it is, and what was asked before it."""
    shuffled = {group.key for group in survey.groups if group.shuffle}
    asked: list[Question] = []
    first: dict[str, set[str]] = {}
    for index, question in enumerate(survey.questions):
        loc: Loc = ("questions", index)
        before = {
            each.key
            for each in asked
            if each.group is None
            or each.group not in shuffled
            or each.group != question.group
        }
        if question.group is not None:
            inside = {each.key for each in asked if each.group == question.group}
            first.setdefault(question.group, before - inside)
        yield (*loc, "ask_if"), question.key, question.ask_if, before
        yield (
            (*loc, "constraint"),
            question.key,
            question.constraint,
            before | {question.key},
        )
        if question.is_asked:
            asked.append(question)
    for index, group in enumerate(survey.groups):
        opener = next(q.key for q in survey.questions if q.group == group.key)
        yield ("groups", index, "ask_if"), opener, group.ask_if, first[group.key]


def _looked_at(survey: Whole, rule: Any) -> Iterator[str]:
    """The questions a rule looks at, itself or through calculations."""
    own = {each.key: each.value for each in survey.calculations}
    todo, seen = list(rules.names(rule)), set()
    while todo:
        name = todo.pop(0)
        if name in seen:
            continue
        seen.add(name)
        if name in own:
            todo += rules.names(own[name])
        else:
            yield name


def check_answerable(survey: Whole) -> None:
    """Raises Misplaced where a constraint rests, through calculations, on the answer
    that it is to judge: it is worked out before there is one.

    Apart from `check`, as `check_compared` is.
    """
    own = {each.key: each.value for each in survey.calculations}
    for index, question in enumerate(survey.questions):
        reached = [name for name in rules.names(question.constraint) if name in own]
        through = {"and": [{"var": name} for name in reached]}
        circle = _circle(question.key, own | {question.key: through})
        if circle:
            raise Misplaced(
                "goes round in a circle: " + " -> ".join(circle),
                *("questions", index, "constraint"),
            )


def check_compared(survey: Whole) -> None:
    """Raises Misplaced where a rule compares with a choice that the question has not,
    or things that cannot be compared.

    Apart from `check`: a version that an older program took is read all the same.
    """
    asked = {each.key: each for each in survey.questions}
    worked = operands.worked(
        asked, {each.key: each.value for each in survey.calculations}
    )
    placed: list[tuple[Loc, Any, Mapping[str, Question]]] = []
    for index, question in enumerate(survey.questions):
        loc: Loc = ("questions", index)
        own = asked | {rules.THIS: question}
        placed.append(((*loc, "ask_if"), question.ask_if, asked))
        placed.append(((*loc, "constraint"), question.constraint, own))
    for index, group in enumerate(survey.groups):
        placed.append((("groups", index, "ask_if"), group.ask_if, asked))
    for index, each in enumerate(survey.calculations):
        placed.append((("calculations", index, "value"), each.value, asked))
    for loc, rule, known in placed:
        said = [
            f"{question.key} has no choice {value}"
            for question, value in compared.strangers(rule, known)
        ]
        said += operands.mismatches(rule, operands.Known(known, worked))
        if said:
            raise Misplaced(", ".join(dict.fromkeys(said)), *loc)


def _check_quotas(survey: Whole) -> None:
    seen: set[tuple[str, str | int]] = set()
    for index, quota in enumerate(survey.quotas):
        loc: Loc = ("quotas", index)
        found = [each for each in survey.questions if each.key == quota.question]
        if not found:
            raise Misplaced(f"there is no question {quota.question}", *loc, "question")
        if found[0].kind is Kind.MULTIPLE or quota.value not in found[0].values:
            raise Misplaced(
                f"{quota.value!r} is no single answer to {quota.question}",
                *loc,
                "value",
            )
        if (quota.question, quota.value) in seen:
            raise Misplaced("is limited twice", *loc, "value")
        seen.add((quota.question, quota.value))
