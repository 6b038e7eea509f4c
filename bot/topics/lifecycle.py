"""Following, blocking, groups, messages taken back: what an app does by itself."""

from api.store import deliveries, residents, utterances
from bot.topics import welcome
from bot.turn import Kind, Reply, Turn
from content.outbound import Outbound

KINDS = (Kind.FOLLOW, Kind.UNFOLLOW, Kind.UNSEND, Kind.EDITED, Kind.JOIN, Kind.OTHER)


def happened(turn: Turn) -> Reply:
    match turn.inbound.kind:
        case Kind.FOLLOW:
            return welcome.greet(turn)
        case Kind.UNFOLLOW:
            residents.block(turn.session, turn.contact.id)
            deliveries.skip_blocked(turn.session, turn.contact.id, turn.now)
        case Kind.UNSEND if turn.inbound.message_id:
            utterances.take_back(turn.session, turn.contact, turn.inbound.message_id)
        case _:
            pass
    return Reply()


def in_group(turn: Turn) -> Reply:
    """In a group we say once what we are for; surveys and questions are private."""
    if turn.inbound.kind is Kind.JOIN and not turn.inbound.mute:
        return Reply((Outbound(turn.say("group.hello")),))
    if turn.inbound.kind is Kind.UNFOLLOW:
        return happened(turn)
    return Reply()
