"""The language a resident wants to be spoken to in."""

from dataclasses import replace

from bot.topics import consent, introduction, menu, survey
from bot.turn import Reply, Turn
from content.messages import LANGUAGES
from content.outbound import Choice, Outbound, bulleted

TOPIC = "language"


def question(turn: Turn) -> Outbound:
    """Which language? Each is named in itself, for whoever reads no other."""
    choices = tuple(
        Choice(turn.world.say("language.own_name", each), f"lang:{each}")
        for each in LANGUAGES
    )
    return Outbound(turn.say("language.question"), choices=choices, numbered=True)


def ask_after(turn: Turn, messages: tuple[Outbound, ...], **state: object) -> Reply:
    """The messages, and the question under them: the numbers are the languages'."""
    return Reply((*map(bulleted, messages), question(turn)), TOPIC, state)


def asked_again(turn: Turn, reply: Reply) -> Reply:
    """After an answer the question that still waits, once more; not for ever."""
    waits = turn.asked_by == TOPIC and turn.resident.language is None
    if not waits or (turn.expects or {}).get("again"):
        return reply
    return ask_after(turn, reply.messages, again=True, then=_before(turn))


def still_first(turn: Turn, reply: Reply) -> Reply:
    """A survey that is introduced while the question waits has its buttons and words,
    and the numbers stay the languages': a "1" for one of them is no consent."""
    waits = turn.asked_by == TOPIC and turn.resident.language is None
    if not waits or reply.topic != survey.INTRODUCTION:
        return reply
    return ask_after(turn, reply.messages, **reply.state, then=reply.topic)


def pressed(turn: Turn) -> Reply:
    chosen = turn.press.partition(":")[2]
    if chosen not in LANGUAGES:
        return Reply((question(turn),), TOPIC, {"then": _before(turn)})
    introduced_in = turn.language
    is_new = turn.resident.language is None
    turn.resident.language = chosen
    turn.session.add(turn.resident)
    changed = turn.say("language.changed")
    introduced = introduction.say(turn) if chosen != introduced_in else ()
    if _before(turn) in (survey.TOPIC, survey.INTRODUCTION):
        reply = survey.started(turn)
    elif is_new:
        reply = Reply((consent.news_question(turn),), consent.TOPIC)
    else:
        return menu.show(turn, changed)
    said = introduced if is_new else (Outbound(changed),)
    return replace(reply, messages=(*said, *reply.messages))


def _before(turn: Turn) -> str | None:
    """What we talked of before the language."""
    if turn.asked_by != TOPIC:
        return turn.asked_by
    then: str | None = (turn.expects or {}).get("then")
    return then
