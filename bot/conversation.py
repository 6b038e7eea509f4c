"""Which topic takes a turn, in which order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from bot.topics import (
    answer,
    coming,
    consent,
    emergency,
    handoff,
    joining,
    language,
    lifecycle,
    menu,
    progress,
    settings,
    smalltalk,
    survey,
    welcome,
)
from bot.turn import Kind, Reply, Turn
from content import commands, thai


def _article(turn: Turn) -> Reply:
    return survey.asked_again(turn, _in_between(turn, answer.pressed(turn)))


def _stopped(turn: Turn) -> Reply:
    return handoff.stays(turn, consent.stopped(turn))


def _invitations(turn: Turn) -> Reply:
    reply = consent.invitations_pressed(turn)
    # Only to refuse them is a word for us in the midst of a talk with an officer.
    return handoff.stays(turn, reply) if turn.press == consent.NEVER else reply


# By the first word of what a button carries.
PRESSED: Mapping[str, Callable[[Turn], Reply | None]] = {
    "menu": menu.pressed,
    "help": menu.pressed,
    "lang": language.pressed,
    "news": consent.pressed,
    "invited": _invitations,
    "stop": _stopped,
    "forget": consent.forget_pressed,
    "art": _article,
    answer.UP: answer.judged,
    answer.DOWN: answer.judged,
    "s": survey.pressed,
    "survey": survey.called,
    coming.PRESS: coming.came,
    "progress": progress.pressed,
    "settings": settings.pressed,
    "person": handoff.pressed,
    "danger": emergency.pressed,
    "join": joining.pressed,
}
# What a turn was taken for (`Turn.did`) in which only the survey has changed.
OF_SURVEY = ("s", "survey")
# In this order each may take what is typed; what none takes is a question.
WRITTEN: Mapping[str, Callable[[Turn], Reply | None]] = {
    "survey": survey.written,
    "person": handoff.written,
    "joining": joining.written,
    "smalltalk": smalltalk.take,
}
# Topics whose numbers are words: an answer to "for how many years?", to an officer's
# "how many people?". They read them themselves.
READ_NUMBERS = (survey.TOPIC, handoff.TOPIC)
NOTHING = Reply()


def respond(turn: Turn) -> Reply:
    """What we say to a turn. Danger comes before everything else.

    A reply without messages means that there is nothing to say.
    """
    if turn.inbound.kind in lifecycle.KINDS:
        return lifecycle.happened(turn)
    danger = emergency.take(turn)
    if danger is not None:
        turn.did = "emergency"
        return danger
    coded = coming.pressed_by(turn)
    turn.press = turn.inbound.data or coded or typed_choice(turn) or ""
    reply = welcome.take(turn) or _pressed(turn) or _written(turn) or NOTHING
    reply = language.still_first(turn, reply)
    if turn.told_first and reply.messages:
        return replace(reply, messages=(*turn.told_first, *reply.messages))
    return reply


def _pressed(turn: Turn) -> Reply | None:
    if not turn.press:
        return None
    # The menu names topics: `menu:survey` is the survey's own `survey`.
    named = turn.press.removeprefix("menu:")
    if named.split(":", 1)[0] in PRESSED:
        turn.press = named
    turn.did = turn.press.split(":", 1)[0]
    take = PRESSED.get(turn.did)
    if take is None:
        return menu.lost(turn) if turn.inbound.kind is Kind.PRESS else None
    return take(turn)


def _written(turn: Turn) -> Reply | None:
    for name, take in WRITTEN.items():
        reply = take(turn)
        if reply is not None:
            turn.did = name
            return reply
    return _asked(turn)


def _asked(turn: Turn) -> Reply | None:
    answered = answer.take(turn)
    return _in_between(turn, answered) if answered else None


def _in_between(turn: Turn, answered: Reply) -> Reply:
    """An answer, and what was asked before it still waits."""
    return survey.stands(turn, language.asked_again(turn, answered))


def typed_choice(turn: Turn) -> str | None:
    """The button a typed number, label or command stands for."""
    if turn.inbound.kind is not Kind.TEXT or not turn.text:
        return None
    typed = commands.plain(turn.text)
    choices = (turn.expects or {}).get("choices", [])
    for number, (_, data, _) in enumerate(choices, 1):
        if typed == str(number) and turn.asked_by not in READ_NUMBERS:
            return str(data)
    for label, data, also in turn.buttons:
        if typed in map(_plain_label, (label, *also)):
            return str(data)
    # A menu is asked for on the wrong keyboard, too.
    meant = commands.find(turn.text) or commands.find(thai.other_layout(turn.text))
    return handoff.typed(turn, meant)


@lru_cache(maxsize=2048)
def _plain_label(label: str) -> str:
    """A button's words as they are compared: the same few for all who are asked."""
    return commands.plain(label)
