"""Danger: the card with the numbers to call, before anything else."""

from bot.topics import handoff
from bot.turn import Reply, Turn
from content import emergency


def take(turn: Turn) -> Reply | None:
    """The emergency card; what was asked before stays open, so that a survey goes
    on where it stopped, and an officer who is written to sees the words too."""
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
    held = dict(turn.expects or {})
    return Reply((card,), held.pop("topic", None), held)
