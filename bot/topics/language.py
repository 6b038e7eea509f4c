"""The language a resident wants to be spoken to in."""

from bot.topics import consent, introduction, menu
from bot.turn import Reply, Turn
from content.messages import LANGUAGES
from content.outbound import Choice, Outbound

TOPIC = "language"


def question(turn: Turn) -> Outbound:
    """Which language? Each is named in itself, for whoever reads no other."""
    choices = tuple(
        Choice(turn.world.say("language.own_name", each), f"lang:{each}")
        for each in LANGUAGES
    )
    return Outbound(turn.say("language.question"), choices=choices, numbered=True)


def pressed(turn: Turn) -> Reply:
    chosen = turn.press.partition(":")[2]
    if chosen not in LANGUAGES:
        return Reply((question(turn),), TOPIC)
    introduced_in = turn.language
    is_new = turn.resident.language is None
    turn.resident.language = chosen
    turn.session.add(turn.resident)
    if not is_new:
        return menu.show(turn, turn.say("language.changed"))
    said = introduction.say(turn) if chosen != introduced_in else ()
    return Reply((*said, consent.news_question(turn)), consent.TOPIC)
