"""How one question of a survey is put: its place, its words, its buttons."""

from collections.abc import Mapping
from datetime import date

from api.store.models import Response
from bot import short
from bot.topics import picking
from bot.world import World
from content.outbound import LOCATION, PHOTO, Choice, Outbound
from surveys import flow, route
from surveys.definition import Kind, Question, Survey
from surveys.replies import typed

# As many buttons as LINE has room for under a message.
# https://developers.line.biz/en/docs/messaging-api/using-quick-reply/
MOST_BUTTONS = 13
# Where a location or a picture can be sent to us from; and with how many buttons of
# the app's own that is done.
SENDING = {Kind.PLACE: ("line", "telegram"), Kind.PHOTO: ("line", "telegram", "web")}
# Nobody keeps a picture for us there: it comes with its message, or not at all.
BRINGING = ("web",)
WANTS = {Kind.PLACE: (LOCATION, 1), Kind.PHOTO: (PHOTO, 2)}


def ask(
    world: World,
    survey: Survey,
    question: Question,
    response: Response,
    language: str,
    *,
    answers: Mapping[str, flow.Answer] | None = None,
    today: date | None = None,
    channel: str = "",
    skip_first: bool = False,
) -> Outbound:
    """The question as one message, in this language.

    The options stand in the text with the numbers they are answered by; the other
    buttons have no number, for that might be an answer ("for how many years?").
    `answers` are those given so far, `channel` is where it is put; with `skip_first`
    the way to leave it out is the first of the buttons.
    """
    place, of = route.position(
        survey, question, answers or {}, response.asked_order, today=today
    )
    sends = channel in SENDING.get(question.kind, ())
    wants, own = WANTS[question.kind] if sends else ("", 0)
    buttons, pressed = _buttons(world, survey, question, response, language, own)
    lines = [
        world.say("survey.place", language, i=place, n=of, left=of - place + 1),
        question.text.say(language),
    ]
    if question.hint is not None:
        lines.append(question.hint.say(language))
    lines += _options(question, response, language)
    lines.append(_how(world, question, language, wants=bool(wants), pressed=pressed))
    if skip_first:
        buttons = sorted(buttons, key=lambda each: not each.data.endswith(":skip"))
    is_brought = bool(wants) and channel in BRINGING
    return Outbound(
        "\n".join(lines),
        choices=tuple(buttons),
        listed=True,
        wants=wants,
        wants_for=short.question(response.id, question.key) if is_brought else "",
    )


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
    buttons, _ = _buttons(world, survey, question, response, language)
    return Outbound(text, choices=tuple(buttons), listed=True)


def _options(question: Question, response: Response, language: str) -> list[str]:
    """The answers with what they are typed by: a number, unless they are numbers
    themselves, or what the ends of 0 to 10 mean."""
    if question.kind is Kind.SCALE11:
        ends = (("0", question.low), ("10", question.high))
        return [f"{point} = {end.say(language)}" for point, end in ends if end]
    if question.own_numbers:
        return [f"• {choice.label.say(language)}" for choice in question.choices]
    return [
        f"{number}. {_ticked(response, number - 1)}{choice.label.say(language)}"
        for number, choice in enumerate(question.choices, 1)
    ]


def _how(
    world: World, question: Question, language: str, *, wants: bool, pressed: bool
) -> str:
    """How it is answered, here."""
    kind = question.kind
    how = kind.value
    match kind:
        case Kind.NUMBER if question.decimals:
            how = "decimal"
        case Kind.PLACE if not question.choices:
            how = "place_sent" if wants else "place_named"
        case Kind.PLACE:
            how = _how_listed(wants, pressed)
        case Kind.PHOTO if not wants:
            how = "no_photo"
        case Kind.MULTIPLE if not pressed:
            how = "several_listed"
        case Kind.SINGLE if question.own_numbers:
            how = "own_number"
        case Kind.SINGLE if not pressed:
            how = "listed"
        case _:
            pass
    return world.say(f"survey.how.{how}", language)


def _how_listed(wants: bool, pressed: bool) -> str:
    """A place of a list: with buttons or without, or to be sent by the app."""
    if wants:
        return "place" if pressed else "place_listed"
    return "single" if pressed else "listed"


def _buttons(
    world: World,
    survey: Survey,
    question: Question,
    response: Response,
    language: str,
    own: int = 0,
) -> tuple[list[Choice], bool]:
    """The buttons, and whether the options are among them: where not all would have
    room beside `own` of the app's, they are typed. Half a list of them would lean."""
    place = survey.questions.index(question)
    start = f"s:{short.write(response.id)}:{place}"
    ways = []
    if question.kind is Kind.MULTIPLE:
        ways.append(_named(world, "survey.pick_done", f"{start}:done", language))
    if typed.may_not_know(question):
        ways.append(_named(world, "survey.dont_know", f"{start}:dk", language))
    if typed.may_skip(question):
        ways.append(_named(world, "survey.skip", f"{start}:skip", language))
    if len(question.choices) + len(ways) + own > MOST_BUTTONS:
        listed = [each for each in ways if not each.data.endswith(":done")]
        return listed, False
    options = [
        Choice(
            _label(question, response, index, language),
            f"{start}:{picking.carried(response.picked, index)}",
        )
        for index in range(len(question.choices))
    ]
    return [*options, *ways], True


def _label(question: Question, response: Response, index: int, language: str) -> str:
    label = question.choices[index].label.say(language)
    if question.kind is Kind.SCALE11 or question.own_numbers:
        return label
    return f"{_ticked(response, index)}{index + 1}. {label}"


def _ticked(response: Response, index: int) -> str:
    return "✓ " if index in response.picked else ""


def _named(world: World, key: str, data: str, language: str) -> Choice:
    return Choice(world.say(key, language), data)
