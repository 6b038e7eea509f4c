"""A person: what a resident writes goes to an officer, and the answer comes back."""

from api.store import cases
from bot.turn import Kind, Reply, Turn
from content.outbound import Outbound

TOPIC = "person"


def pressed(turn: Turn) -> Reply:
    """Open a case and let the resident write."""
    case = cases.open_case(turn.session, turn.contact, now=turn.now)
    text = turn.say(
        "person.opened",
        number=case.number,
        phone=turn.world.settings.municipality_phone,
    )
    back = turn.choice("person.back", "menu")
    return Reply((Outbound(text, choices=(back,)),), TOPIC, {"case": str(case.id)})


def written(turn: Turn) -> Reply | None:
    """What is written while a case is what we talk about goes into its thread."""
    if turn.asked_by != TOPIC or turn.inbound.kind is not Kind.TEXT or not turn.text:
        return None
    case = cases.open_case(turn.session, turn.contact, now=turn.now)
    cases.add_word(turn.session, case, officer_id=None, text=turn.text, now=turn.now)
    text = turn.say("person.passed_on", number=case.number)
    back = turn.choice("person.back", "menu")
    return Reply((Outbound(text, choices=(back,)),), TOPIC, {"case": str(case.id)})
