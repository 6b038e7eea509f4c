"""A person: what a resident writes goes to an officer, and the answer comes back."""

from dataclasses import replace

from api.store import cases
from api.store.models import Case
from bot.turn import Kind, Reply, Said, Turn
from content.outbound import Outbound

TOPIC = cases.TOPIC
CHANGED_MIND = (
    *("ยกเลิก", "กลับ", "ย้อนกลับ", "กลับไป", "ไม่แล้ว", "ไม่คุยแล้ว", "ไม่เป็นไร", "กดผิด"),
    *("cancel", "back", "go back", "never mind", "no thanks"),
    *("ပယ်ဖျက်", "ပြန်သွား", "နောက်သို့", "မလိုတော့ဘူး"),
)


def pressed(turn: Turn) -> Reply:
    """Let the resident write; the case begins with their first word."""
    phone = turn.world.settings.municipality_phone
    back = turn.choice("person.back", "menu")
    # Nothing has been told yet: such a word is none for an officer.
    back = replace(back, also=(*back.also, *CHANGED_MIND))
    said = Outbound(turn.say("person.write", phone=phone), choices=(back,))
    return Reply((said,), TOPIC)


def written(turn: Turn) -> Reply | None:
    """What is written while a case is what we talk about goes into its thread."""
    if not _is_meant_for_a_person(turn):
        return None
    number = _passed_on(turn, _said(turn)).number
    return _with_way_back(turn, turn.say("person.passed_on", number=number))


def danger(turn: Turn) -> Reply | None:
    """Words of danger in a talk with an officer: they see them too, as urgent."""
    if not _is_meant_for_a_person(turn):
        return None
    return _told(turn, _passed_on(turn, _said(turn), urgent=True))


def tell(turn: Turn, said: Said) -> Reply:
    """Pass words of danger on, once: a button may be pressed twice."""
    case = cases.open_case(turn.session, turn.contact, now=turn.now, urgent=True)
    if not cases.is_told(turn.session, case, said.text):
        _passed_on(turn, said, urgent=True)
    return _told(turn, case)


def _told(turn: Turn, case: Case) -> Reply:
    return _with_way_back(turn, turn.say("danger.told", number=case.number))


def _with_way_back(turn: Turn, text: str) -> Reply:
    back = turn.choice("person.back", "menu")
    return Reply((Outbound(text, choices=(back,)),), TOPIC)


def _said(turn: Turn) -> Said:
    return Said(turn.text, turn.message_hash)


def _is_meant_for_a_person(turn: Turn) -> bool:
    is_text = turn.inbound.kind is Kind.TEXT and bool(turn.text)
    return turn.asked_by == TOPIC and is_text


def _passed_on(turn: Turn, said: Said, *, urgent: bool = False) -> Case:
    case = cases.open_case(turn.session, turn.contact, now=turn.now, urgent=urgent)
    cases.add_word(
        turn.session,
        case,
        officer_id=None,
        text=said.text,
        now=turn.now,
        message_hash=said.message_hash,
    )
    return case
