"""Danger: the card with the numbers to call, before anything else."""

from dataclasses import replace

from bot.topics import handoff, survey
from bot.turn import Reply, Turn, held
from content import emergency


def take(turn: Turn) -> Reply | None:
    """The emergency card; what was asked before stands again under it, so that a
    survey goes on, and an officer who is written to sees the words too."""
    found = turn.heard.danger
    if found is None:
        return None
    handoff.danger(turn)
    card = emergency.card(
        found.kind,
        turn.language,
        turn.world.hotlines,
        turn.world.settings.municipality_phone,
    )
    goes_on = survey.after_danger(turn)
    if goes_on is None:
        return held(turn, card)
    return replace(goes_on, messages=(card, *goes_on.messages))
