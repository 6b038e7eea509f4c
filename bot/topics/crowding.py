"""Many browsers behind one network address: marked, and past a limit put off kindly."""

from api.store import marking, responses
from api.store.models import Response, Wave
from bot import crowd
from bot.topics import menu
from bot.turn import Reply, Turn
from surveys.quality import Flag


def too_many(turn: Turn, wave: Wave) -> Reply | None:
    """A kind word instead of a survey, where too many browsers of one network have
    begun on the page; whoever has begun already goes on."""
    if turn.inbound.crowd <= crowd.MOST:
        return None
    if responses.of_resident(turn.session, turn.resident.id, wave.id) is not None:
        return None
    return menu.show(turn, turn.say("wave.too_many_here"))


def note(turn: Turn, response: Response) -> None:
    """Mark a response from a network with many browsers: officers may look at it."""
    unbegun = response.state in responses.UNBEGUN
    if unbegun and turn.inbound.crowd >= crowd.MARKED_FROM:
        marking.add(turn.session, response, Flag.SAME_ADDRESS)
