"""How one question of a survey is put: its place, its words, its buttons."""

from api.store.models import Response
from bot import short
from bot.world import World
from content.outbound import Choice, Outbound
from surveys import flow
from surveys.definition import Kind, Question, Survey


def ask(
    world: World,
    survey: Survey,
    question: Question,
    response: Response,
    language: str,
) -> Outbound:
    """The question as one message, in this language.

    The options stand in the text with the numbers they are answered by; the other
    buttons have no number, for that might be an answer ("for how many years?").
    """
    place, of = flow.position(survey, question)
    lines = [
        world.say("survey.place", language, i=place, n=of, left=of - place + 1),
        question.text.say(language),
    ]
    if question.hint is not None:
        lines.append(question.hint.say(language))
    lines += _options(question, response, language)
    lines.append(world.say(f"survey.how.{question.kind.value}", language))
    buttons = _buttons(world, survey, question, response, language)
    return Outbound("\n".join(lines), choices=buttons, listed=True)


def picked(
    world: World,
    survey: Survey,
    question: Question,
    response: Response,
    language: str,
) -> Outbound:
    """What is ticked so far, in one line; the question stands a message above."""
    labels = [question.choices[each].label.say(language) for each in response.picked]
    text = world.say(
        "survey.picked",
        language,
        picked=", ".join(labels),
        done=world.say("survey.pick_done", language),
    )
    buttons = _buttons(world, survey, question, response, language)
    return Outbound(text, choices=buttons, listed=True)


def _options(question: Question, response: Response, language: str) -> list[str]:
    ticked = set(response.picked)
    return [
        f"{number}. {'✓ ' if number - 1 in ticked else ''}{choice.label.say(language)}"
        for number, choice in enumerate(question.choices, 1)
    ]


def _buttons(
    world: World,
    survey: Survey,
    question: Question,
    response: Response,
    language: str,
) -> tuple[Choice, ...]:
    place = survey.questions.index(question)
    start = f"s:{short.write(response.id)}:{place}"
    buttons = [
        Choice(f"{number}. {choice.label.say(language)}", f"{start}:{number - 1}")
        for number, choice in enumerate(question.choices, 1)
    ]
    if question.kind is Kind.MULTIPLE:
        buttons.append(_named(world, "survey.pick_done", f"{start}:done", language))
    if question.allow_dont_know:
        buttons.append(_named(world, "survey.dont_know", f"{start}:dk", language))
    if question.allow_skip:
        buttons.append(_named(world, "survey.skip", f"{start}:skip", language))
    return tuple(buttons)


def _named(world: World, key: str, data: str, language: str) -> Choice:
    return Choice(world.say(key, language), data)
