"""A person: what a resident writes goes to an officer, and the answer comes back."""

from api.store import cases
from bot.turn import Kind, Reply, Turn
from content.outbound import Outbound

TOPIC = cases.TOPIC


def pressed(turn: Turn) -> Reply:
    """Let the resident write; the case begins with their first word."""
    phone = turn.world.settings.municipality_phone
    back = turn.choice("person.back", "menu")
    said = Outbound(turn.say("person.write", phone=phone), choices=(back,))
    return Reply((said,), TOPIC)


def written(turn: Turn) -> Reply | None:
    """What is written while a case is what we talk about goes into its thread."""
    if turn.asked_by != TOPIC or turn.inbound.kind is not Kind.TEXT or not turn.text:
        return None
    case = cases.open_case(turn.session, turn.contact, now=turn.now)
    cases.add_word(turn.session, case, officer_id=None, text=turn.text, now=turn.now)
    text = turn.say("person.passed_on", number=case.number)
    back = turn.choice("person.back", "menu")
    return Reply((Outbound(text, choices=(back,)),), TOPIC)
