"""The way through a survey: which question comes next, and which are left out.

Pure: the same answers, order and day always lead to the same question.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from surveys import rules
from surveys.definition import Group, Quota, Survey
from surveys.flow import Answer, State, Value
from surveys.question import Kind, Question, Text

Answers = Mapping[str, Answer]
Order = Sequence[str] | None
"""The keys of the questions as one response is asked them; None: as in the survey."""


def order(survey: Survey, seed: str) -> list[str] | None:
    """An order for one response, shuffled within the groups that say so.

    The same seed gives the same order. None where nothing is shuffled.
    """
    shuffled = {group.key for group in survey.groups if group.shuffle}
    if not shuffled:
        return None
    keys = [question.key for question in survey.questions]
    chance = random.Random(seed)
    for group in sorted(shuffled):
        places = [
            place
            for place, question in enumerate(survey.questions)
            if question.group == group and question.is_asked
        ]
        moved = [keys[place] for place in places]
        chance.shuffle(moved)
        for place, key in zip(places, moved, strict=True):
            keys[place] = key
    return keys


def pending(
    survey: Survey, answers: Answers, order: Order = None, *, today: date | None = None
) -> Question | None:
    """The first question to ask that has no answer; None: there is no more to ask."""
    for question in asked(survey, answers, order, today=today):
        if question.key not in answers:
            return question
    return None


def asked(
    survey: Survey, answers: Answers, order: Order = None, *, today: date | None = None
) -> Iterator[Question]:
    """The questions these answers lead through, in order.

    A question that hangs on one still unanswered is not among them yet.
    """
    values = _values(survey, answers, today)
    for question in _ordered(survey, order):
        if question.is_asked and _is_wanted(survey, question, values, today):
            yield question


def position(
    survey: Survey,
    question: Question,
    answers: Answers,
    order: Order = None,
    *,
    today: date | None = None,
) -> tuple[int, int]:
    """The question's place and how many there may be, as in "ข้อ 3 จาก 10".

    How many falls as answers rule questions out, and never grows on the way.
    """
    values = _values(survey, answers, today)
    place, of = 0, 0
    # Questions without an answer that have one to come, or may have.
    to_come: set[str] = set()
    for each in _ordered(survey, order):
        if not each.is_asked:
            continue
        here = each.key == question.key
        if here:
            place = of + 1
        wanted = here or _is_wanted(survey, each, values, today)
        if wanted or _hangs_on(survey, each, to_come):
            of += 1
            if place and each.key not in answers:
                to_come.add(each.key)
    return place, of


def length(survey: Survey, *, today: date | None = None) -> int:
    """How many questions there may be, as is said before the first."""
    first = next(asked(survey, {}, today=today), None)
    return 0 if first is None else position(survey, first, {}, today=today)[1]


def last_answered(
    survey: Survey, answers: Answers, order: Order = None, *, today: date | None = None
) -> Question | None:
    """The question answered before the one that is pending; None: there is none."""
    last = None
    for question in asked(survey, answers, order, today=today):
        if question.key not in answers:
            break
        last = question
    return last


def notes(
    survey: Survey,
    before: Question | None,
    answers: Answers,
    order: Order = None,
    *,
    today: date | None = None,
) -> list[Question]:
    """What is told ahead of a question; with None, after the last one."""
    values = _values(survey, answers, today)
    told: list[Question] = []
    for question in _ordered(survey, order):
        if before is not None and question.key == before.key:
            return told
        wanted = _is_wanted(survey, question, values, today)
        if question.kind is Kind.NOTE and wanted:
            told.append(question)
        elif wanted:
            told.clear()
    return told


def astray(
    survey: Survey,
    changed: Question,
    answers: Answers,
    order: Order = None,
    *,
    today: date | None = None,
) -> list[str]:
    """Questions with an answer that hangs on the one to `changed`, and that are not
    asked any more now that it is another one.

    What only the day has ruled out since is not among them: it was rightly asked.
    """
    kept, gone = dict(answers), list[str]()
    while True:
        led = {each.key for each in asked(survey, kept, order, today=today)}
        more = [
            question.key
            for question in _ordered(survey, order)
            if question.key in kept
            and question.key not in led
            and _hangs_on(survey, question, {changed.key, *gone})
        ]
        if not more:
            return gone
        # What hung on these in turn is seen once they are away.
        gone += more
        for key in more:
            del kept[key]


def refusal(
    survey: Survey,
    question: Question,
    value: Value,
    answers: Answers,
    *,
    today: date | None = None,
) -> Text | None:
    """Why the question's constraint does not let the value pass; None: it does.

    A constraint without a message of its own is explained by the question's hint, or
    by its text.
    """
    if question.constraint is None:
        return None
    values = {**_values(survey, answers, today), question.key: value}
    if rules.holds(question.constraint, values, this=value, today=today):
        return None
    return question.constraint_message or question.hint or question.text


def full_quota(
    survey: Survey, answers: Answers, complete: Mapping[tuple[str, str | int], int]
) -> Quota | None:
    """The quota that these answers fall under and that has been filled, if any.

    `complete` counts the complete responses by question and value.
    """
    for quota in survey.quotas:
        given = answers.get(quota.question)
        falls_under = given is not None and given.value == quota.value
        reached = complete.get((quota.question, quota.value), 0)
        if falls_under and reached >= quota.at_most:
            return quota
    return None


def values(
    survey: Survey, answers: Answers, *, today: date | None = None
) -> dict[str, Value | None]:
    """Each question's value and each calculation's, as rules look at them."""
    return _values(survey, answers, today)


def _ordered(survey: Survey, order: Order) -> Sequence[Question]:
    if order is None:
        return survey.questions
    by_key = {question.key: question for question in survey.questions}
    return [by_key[key] for key in order if key in by_key]


def _values(
    survey: Survey, answers: Answers, today: date | None
) -> dict[str, Value | None]:
    found: dict[str, Value | None] = {
        key: answer.value if answer.state == State.ANSWERED else None
        for key, answer in answers.items()
    }
    # A calculation may rest on another one, in any order, and never on itself.
    for _ in survey.calculations:
        for each in survey.calculations:
            found[each.key] = rules.evaluate(each.value, found, today=today)
    return found


def _is_wanted(
    survey: Survey,
    question: Question,
    values: Mapping[str, Value | None],
    today: date | None,
) -> bool:
    conditions = (question.ask_if, _group_rule(survey, question))
    return all(
        rules.holds(rule, values, today=today)
        for rule in conditions
        if rule is not None
    )


def _hangs_on(survey: Survey, question: Question, keys: Collection[str]) -> bool:
    """Whether one of these decides if the question is asked."""
    if not keys:
        return False
    return any(
        name in keys
        for rule in (question.ask_if, _group_rule(survey, question))
        for name in _bases(survey, rule)
    )


def _bases(survey: Survey, rule: rules.Rule) -> Iterator[str]:
    own = {each.key: each.value for each in survey.calculations}
    todo, seen = list(rules.names(rule)), set[str]()
    while todo:
        name = todo.pop()
        if name in own and name not in seen:
            seen.add(name)
            todo += rules.names(own[name])
        elif name not in own:
            yield name


def _group_rule(survey: Survey, question: Question) -> rules.Rule:
    group: Group | None = next(
        (each for each in survey.groups if each.key == question.group), None
    )
    return group.ask_if if group is not None else None
