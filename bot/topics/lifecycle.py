"""Following, blocking: what an app does by itself."""

from api.store import deliveries, residents
from bot.topics import welcome
from bot.turn import Kind, Reply, Turn

KINDS = (Kind.FOLLOW, Kind.UNFOLLOW, Kind.UNSEND, Kind.EDITED, Kind.JOIN, Kind.OTHER)
# What only those do who want to talk with us.
SPEAKING = frozenset(Kind) - {*KINDS} | {Kind.FOLLOW}


def happened(turn: Turn) -> Reply:
    match turn.inbound.kind:
        case Kind.FOLLOW:
            return welcome.greet(turn)
        case Kind.UNFOLLOW:
            residents.block(turn.session, turn.contact.id)
            deliveries.skip_blocked(turn.session, turn.contact.id, turn.now)
        case _:
            pass
    return Reply()
