"""One person on two channels: a code shown on one, typed on the other."""

import re

from api.store import codes, residents
from api.store.codes import Joined
from bot.topics import menu
from bot.turn import Kind, Reply, Turn
from content import commands
from content.outbound import Outbound

CODE = re.compile(r"^\d{4}-?\d{4}$")


def pressed(turn: Turn) -> Reply:
    code = codes.make(turn.session, codes.JOIN, turn.resident.id, turn.now)
    return Reply((Outbound(turn.say("join.code", code=code)),))


def is_code(turn: Turn) -> bool:
    typed = commands.plain(turn.text)
    return turn.inbound.kind is Kind.TEXT and bool(CODE.match(typed))


def written(turn: Turn) -> Reply | None:
    """Eight digits: a code of the other channel, or nothing of ours."""
    if not is_code(turn):
        return None
    joined = codes.join(turn.session, turn.contact, turn.text, turn.now)
    if joined is Joined.JOINED:
        # Two residents became one: from here on it is the other one's turn.
        turn.resident = residents.lock(turn.session, turn.contact.resident_id)
    return menu.show(turn, turn.say(f"join.{joined.value}"))
