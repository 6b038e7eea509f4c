"""Thanks, hellos, stickers, pictures: a short human word, never an article."""

from functools import cache

import yaml

from bot.topics import menu
from bot.turn import Kind, Reply, Turn
from content import commands
from content.outbound import Outbound

UNREADABLE = (Kind.PICTURE, Kind.FILE, Kind.LOCATION)


def take(turn: Turn) -> Reply | None:
    kind = turn.inbound.kind
    if kind is Kind.STICKER:
        return Reply(
            (Outbound(turn.say("smalltalk.sticker")),), turn.asked_by, _held(turn)
        )
    if kind in UNREADABLE:
        unreadable = turn.say("smalltalk.unreadable")
        if turn.expects:
            return Reply((Outbound(unreadable),), turn.asked_by, _held(turn))
        person = turn.choice("answer.person", "person")
        return Reply((Outbound(unreadable, choices=(person,)),))
    if kind is not Kind.TEXT:
        return None
    if not turn.text or not any(letter.isalnum() for letter in turn.text):
        return Reply(
            (Outbound(turn.say("smalltalk.sticker")),), turn.asked_by, _held(turn)
        )
    sort = _sorts().get(commands.plain(turn.text))
    if sort == "hello":
        return menu.show(turn, turn.say("smalltalk.hello"))
    if sort is not None:
        return Reply((Outbound(turn.say(f"smalltalk.{sort}")),))
    if not any(letter.isalpha() for letter in turn.text):
        # A number that answers nothing we asked: show what there is to choose.
        return menu.show(turn, turn.say("menu.which"))
    return None


def _held(turn: Turn) -> dict[str, object]:
    """A sticker in between changes nothing in what was asked."""
    held = dict(turn.expects or {})
    held.pop("topic", None)
    return held


@cache
def _sorts() -> dict[str, str]:
    listed = yaml.safe_load(
        (commands.FILE.parent / "smalltalk.yaml").read_text("utf-8")
    )
    return {
        commands.plain(str(word)): sort
        for sort, words in listed.items()
        for word in words
    }
