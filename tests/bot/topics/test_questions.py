"""Every question of the shipped surveys, as each platform shows it."""

import re

import pytest

from api.store.models import Response
from api.store.types import uuid7
from bot.topics import questions
from content.commands import plain
from content.messages import LANGUAGES
from content.rendering import line, telegram, web
from surveys import meaning
from surveys.definition import Kind
from surveys.meaning import Meaning
from surveys.replies import understanding
from tests.journeys import talk

SHOWN = {"line": line.render, "telegram": telegram.render, "web": web.render}
ASKED = [
    pytest.param(survey, question, language, id=f"{question.key}-{language}")
    for survey in talk.shipped_surveys()
    for question in survey.questions
    for language in LANGUAGES
]
SEVERAL = [each for each in ASKED if each.values[1].kind is Kind.MULTIPLE]
NUMBER = re.compile(r"^(\d+)\. ", re.MULTILINE)


def response(clock, **fields):
    return Response(
        wave_id=uuid7(), language="th", mode="line", started_at=clock(), **fields
    )


def words(rendered):
    return "\n".join(item["text"] for item in rendered)


@pytest.mark.parametrize("platform", SHOWN)
@pytest.mark.parametrize(("survey", "question", "language"), ASKED)
def test_each_option_stands_once_and_every_number_shown_is_an_answer(
    clock, survey, question, language, platform
):
    said = questions.ask(
        talk.shipped_world(), survey, question, response(clock), language
    )
    text = words(SHOWN[platform]((said,), language))
    lines = text.split("\n")
    for number, choice in enumerate(question.choices, 1):
        assert lines.count(f"{number}. {choice.label.say(language)}") == 1
    numbers = NUMBER.findall(text)
    assert numbers == [str(n) for n in range(1, len(question.choices) + 1)]
    for number in numbers:
        understood = understanding.understand(question, number, language)
        assert understood == meaning.from_choice(question, int(number) - 1)


@pytest.mark.parametrize(("survey", "question", "language"), ASKED)
def test_every_button_may_be_typed(clock, survey, question, language):
    said = questions.ask(
        talk.shipped_world(), survey, question, response(clock), language
    )
    named = {choice.data.split(":")[-1]: choice.label for choice in said.choices}
    assert ("dk" in named) == question.allow_dont_know
    assert ("skip" in named) == question.allow_skip
    assert ("done" in named) == (question.kind is Kind.MULTIPLE)
    for place, label in named.items():
        if place == "done":
            continue  # ends the ticking, which only the conversation knows of
        meaning = {"dk": Meaning.DONT_KNOW, "skip": Meaning.SKIP}.get(place)
        understood = understanding.understand(question, label, language)
        assert understood.kind is (meaning or Meaning.ANSWER)


@pytest.mark.parametrize("platform", SHOWN)
@pytest.mark.parametrize(("survey", "question", "language"), SEVERAL)
def test_what_is_ticked_is_told_without_the_options(
    clock, survey, question, language, platform
):
    ticked = response(clock, picked=[0])
    said = questions.picked(talk.shipped_world(), survey, question, ticked, language)
    assert not NUMBER.search(words(SHOWN[platform]((said,), language)))
    assert plain(question.choices[0].label.say(language)) in plain(said.text)
