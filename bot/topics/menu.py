"""The menu, and the way back for whoever is lost."""

from bot.turn import Reply, Turn
from content.outbound import Choice, Outbound


def choices(turn: Turn) -> tuple[Choice, ...]:
    return (
        turn.choice("menu.ask", "menu:ask"),
        turn.choice("menu.survey", "survey"),
        turn.choice("menu.progress", "progress"),
        turn.choice("menu.person", "person"),
        turn.choice("menu.settings", "settings"),
    )


def show(turn: Turn, before: str = "") -> Reply:
    """The menu, after a sentence about what was just done."""
    text = turn.say("menu.title")
    text = f"{before}\n\n{text}" if before else text
    return Reply((Outbound(text, choices=choices(turn), numbered=True),))


def pressed(turn: Turn) -> Reply:
    if turn.press == "menu:ask":
        return Reply((Outbound(turn.say("menu.ask_anything")),))
    before = turn.say("menu.help") if turn.press == "help" else ""
    return show(turn, before)


def lost(turn: Turn) -> Reply:
    """A press of a button that means nothing any more."""
    return show(turn, turn.say("menu.old_button"))
