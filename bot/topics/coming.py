"""Somebody comes through a link or QR code, straight into a survey."""

from api.store import wave_links
from api.store.models import Wave
from api.store.words import WaveState
from bot.topics import menu, survey
from bot.turn import Kind, Reply, Turn
from content.dates import say_date

PRESS = "coming"


def pressed_by(turn: Turn) -> str | None:
    """What the text stands for where it carries a link's code, as LINE has it typed
    beforehand and as Telegram and the page send it."""
    if turn.inbound.kind is not Kind.TEXT:
        return None
    code = wave_links.code_in(turn.text)
    return None if code is None else f"{PRESS}:{code}"


def came(turn: Turn) -> Reply:
    """The wave of the link is offered at once."""
    _, _, code = turn.press.partition(":")
    link = wave_links.find(turn.session, code)
    if link is None:
        return menu.show(turn, turn.say("wave.code_unknown"))
    wave = turn.session.get_one(Wave, link.wave_id)
    if wave.state is WaveState.PLANNED:
        opens = say_date(wave.opens_at, turn.language)
        return menu.show(turn, turn.say("wave.not_yet", date=opens))
    return survey.offered(turn, wave, source=link.code)
