"""A survey in the chat: one question a message, stopped and taken up at will."""

from api.store import responses
from api.store.words import ResponseState
from bot import short
from bot.topics import menu
from bot.topics.survey import answering, entering, sheet
from bot.topics.survey.ending import pause, put_off
from bot.topics.survey.entering import (
    INTRODUCTION,
    called,
    offered,
    standing,
    stands,
    started,
)
from bot.topics.survey.sheet import TOPIC
from bot.turn import Kind, Reply, Turn, without_choices
from surveys.definition import Kind as QuestionKind
from surveys.meaning import Meaning
from surveys.replies import agreeing

__all__ = [
    "INTRODUCTION",
    "TOPIC",
    "after_danger",
    "asked_again",
    "called",
    "offered",
    "pause",
    "pressed",
    "put_off",
    "stands",
    "started",
    "written",
]


def pressed(turn: Turn) -> Reply:
    """A button of a response: `s:<response>:yes`, `:no`, `:age:y`, or of a question
    `s:<response>:<question>:<choice>`.

    It names its question, because a press and a text can overtake each other and
    an old press must not answer another question.
    """
    _, letters, *parts = [*turn.press.split(":"), ""]
    held = sheet.find(turn, short.read(letters))
    if held is None:
        return menu.lost(turn)
    if not sheet.is_open(turn, held.wave):
        return menu.show(turn, turn.say("survey.closed"))
    if held.response.state in (ResponseState.COMPLETE, ResponseState.INELIGIBLE):
        return entering.taken_up(turn, held)
    if sheet.is_late(turn):
        # A word sent before it was asked is no answer to it, be it a button's.
        return entering.taken_up(turn, held)
    match parts[:-1]:
        case ["yes"]:
            return entering.agreed(turn, held)
        case ["no"]:
            return entering.declined(turn, held)
        case [sheet.AGE, "y" | "n" as said]:
            return entering.age_pressed(turn, held, said)
        case [_, _] if held.response.state in responses.UNBEGUN:
            return entering.introduce(turn, held)
        case [_, _] if held.asks_age:
            return sheet.ask_age(turn, held)
        case [place, choice]:
            return answering.pressed(turn, held, place, choice)
        case _:
            return menu.lost(turn)


def written(turn: Turn) -> Reply | None:
    """What is typed or sent, while a question of a survey is open."""
    if turn.asked_by == INTRODUCTION or entering.waits_below(turn):
        return _to_introduction(turn)
    if sheet.FINISHED in (turn.expects or {}):
        return answering.taken_back(turn)
    if turn.asked_by != TOPIC or turn.inbound.kind not in answering.SENT:
        return None
    held = sheet.open_here(turn)
    is_text = turn.inbound.kind is Kind.TEXT
    if held is None or not sheet.is_open(turn, held.wave):
        return _nothing_open(turn) if is_text else None
    if held.response.state in responses.UNBEGUN:
        return None
    if held.asks_age:
        return entering.age_written(turn, held) if is_text else None
    return answering.sent(turn, held)


def _nothing_open(turn: Turn) -> Reply:
    """The question they see is not open any more: why."""
    named = sheet.named_here(turn)
    if named is None or not sheet.is_open(turn, named.wave):
        return menu.show(turn, turn.say("survey.closed"))
    # On another channel it was finished since, or turned down.
    return entering.taken_up(turn, named)


def _to_introduction(turn: Turn) -> Reply | None:
    """A yes or no in their own words does what its button does."""
    if turn.inbound.kind is not Kind.TEXT:
        return None
    is_last = turn.asked_by == INTRODUCTION
    understand = agreeing.understand if is_last else agreeing.in_words
    said = understand(turn.text, turn.language)
    if said.kind is Meaning.STOP:
        return put_off(turn)
    for _, data, _ in standing(turn):
        if said.kind is Meaning.ANSWER and data.endswith(f":{said.value}"):
            turn.press = data
            return pressed(turn)
    return None


def asked_again(turn: Turn, answered: Reply) -> Reply:
    """An answer that was pressed for while a question of a survey was open, and the
    question again."""
    held = sheet.open_here(turn) if turn.asked_by == TOPIC else None
    question = None if held is None else held.pending
    if held is None or question is None or not sheet.is_open(turn, held.wave):
        return answered
    above = without_choices(answered.messages)
    if held.asks_age:
        return sheet.ask_age(turn, held, *above)
    return sheet.asked(turn, held, question, *above)


def after_danger(turn: Turn) -> Reply | None:
    """The open question again, for a card stands over it; None: none is open.

    What a survey asks may be answered in words of danger ("accidents on the road"):
    then they are recorded, and it goes on.
    """
    held = sheet.open_here(turn) if turn.asked_by == TOPIC else None
    if held is None or held.response.state in responses.UNBEGUN:
        return None
    question = held.pending
    if question is None or not sheet.is_open(turn, held.wave):
        return None
    if held.asks_age:
        return sheet.ask_age(turn, held)
    # Any words may name a place; those of somebody in danger are not where they live.
    is_named = question.kind is QuestionKind.PLACE and not question.choices
    answered = None if is_named else answering.taken(turn, held, question)
    return answered or sheet.asked(turn, held, question)
