"""Danger: the card with the numbers to call, before anything else."""

from dataclasses import replace

from bot import short
from bot.topics import handoff, survey
from bot.turn import Reply, Turn, held
from content import emergency
from content.outbound import Outbound


def take(turn: Turn) -> Reply | None:
    """The emergency card, and the way to tell the municipality too.

    What was asked before stands again under it, so that a survey goes on. An officer
    who is written to sees the words at once. Never a word that help is coming.
    """
    found = turn.heard.danger
    if found is None:
        return None
    card = emergency.card(
        found.kind,
        turn.language,
        turn.world.hotlines,
        turn.world.settings.municipality_phone,
    )
    told = handoff.danger(turn)
    if told is not None:
        return replace(told, messages=(card, *told.messages))
    tell = turn.choice("danger.tell", f"danger:{short.write(turn.event_id)}")
    offer = Outbound(turn.say("danger.call_first"), choices=(tell,))
    goes_on = survey.after_danger(turn)
    if goes_on is not None:
        return replace(goes_on, messages=(card, offer, *goes_on.messages))
    stays = held(turn, offer)
    return replace(stays, messages=(card, *stays.messages))


def pressed(turn: Turn) -> Reply:
    """`danger:<event>`: what was said then goes to an officer, as urgent."""
    event_id = short.read(turn.press.partition(":")[2])
    said = None if event_id is None else turn.recall(event_id)
    # Taken back or long gone: it can be written anew.
    return handoff.pressed(turn) if said is None else handoff.tell(turn, said)
