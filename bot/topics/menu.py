"""The menu, and the way back for whoever is lost."""

from api.store import responses
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


def show(turn: Turn, before: str = "", *more: Choice) -> Reply:
    """The menu, after a sentence about what was just done; `more` stands below it:
    whoever knows its numbers finds them as they were."""
    text = turn.say("menu.title")
    text = f"{before}\n\n{text}" if before else text
    shown = (*choices(turn), *more)
    return Reply((Outbound(text, choices=shown, numbered=True),))


def pressed(turn: Turn) -> Reply:
    if turn.press == "menu:ask":
        return Reply((Outbound(turn.say("menu.ask_anything")),))
    before = turn.say("menu.help") if turn.press == "help" else ""
    return show(turn, before, *to_go_on(turn))


def to_go_on(turn: Turn) -> tuple[Choice, ...]:
    """The way back into a survey that they have begun."""
    held = responses.unfinished(turn.session, turn.resident.id)
    if held is None or held[0].state in responses.UNBEGUN:
        return ()
    return (turn.choice("survey.go_on", "survey"),)


def lost(turn: Turn) -> Reply:
    """A press of a button that means nothing any more."""
    return show(turn, turn.say("menu.old_button"))
