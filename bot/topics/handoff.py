"""A person: what a resident writes goes to an officer, and the answer comes back.

While officers have the talk the bot stays out of it: words of danger, pictures that
cannot be passed on, and the ways out alone are answered.
"""

from dataclasses import replace
from datetime import timedelta

from api.store import cases, deliveries, talks
from api.store.models import Case
from api.store.talks import TOLD
from api.store.words import CaseState
from bot.topics import menu, smalltalk, survey
from bot.turn import Kind, Reply, Said, Turn, held
from content import commands, office, person
from content.outbound import Outbound

TOPIC = talks.TOPIC
CHANGED_MIND = (
    *("ยกเลิก", "กลับ", "ย้อนกลับ", "กลับไป", "ไม่แล้ว", "ไม่คุยแล้ว", "ไม่เป็นไร", "กดผิด"),
    *("cancel", "back", "go back", "never mind", "no thanks"),
    *("ပယ်ဖျက်", "ပြန်သွား", "နောက်သို့", "မလိုတော့ဘူး"),
)
# Who goes on writing knows that it arrives; who comes back later wants to hear it.
PAUSE = timedelta(minutes=30)
# Commands that count in a talk with an officer; any other word may be an answer to
# them ("which language?" "ไทย").
COMMANDS = ("menu", "survey", "stop", "invited:never", "forget", "person")
ASKED_FOR_MORE = "asked_for_more"


def pressed(turn: Turn) -> Reply:
    """`person`: let the resident write; the case begins with their first word.

    `person:told`: they have said already what it is about. `person:back`: to the bot.
    """
    match turn.press.partition(":")[2]:
        case "back":
            return _left(turn)
        case "told" if turn.text:
            return _confirmed(turn, _passed_on(turn, _said(turn)))
    case = _talking(turn)
    if case is not None:
        said = turn.say("person.already", **_when(turn, case))
        return _in_talk(turn, said)
    back = turn.choice("person.back", "person:back")
    # Nothing has been told yet: such a word is none for an officer.
    back = replace(back, also=(*back.also, *CHANGED_MIND))
    settings = turn.world.settings
    by = None
    if settings.office is not None:
        expected = settings.office.expected_by(turn.now, settings.answer_within)
        by = office.say_by(turn.world.messages, expected, turn.now, turn.language)
    said = turn.say("person.write", phone=settings.municipality_phone, by=by)
    return Reply((Outbound(said, choices=(back,)),), TOPIC)


def typed(turn: Turn, command: str | None) -> str | None:
    """The press a typed text stands for, in view of who it is meant for."""
    if _is_meant_for_a_person(turn):
        is_way_out = command in COMMANDS or turn.text.startswith("/")
        return command if is_way_out else None
    if command is None and turn.asked_by != survey.TOPIC:
        return "person:told" if person.asks_about(turn.text) else None
    return command


def written(turn: Turn) -> Reply | None:
    """What is written while a case is what we talk about goes into its thread.

    The bot says so once, and again after a pause; otherwise it is silent.
    """
    if not _is_meant_for_a_person(turn):
        return None
    kind = turn.inbound.kind
    if kind in smalltalk.UNREADABLE:
        return held(turn, Outbound(turn.say("person.unreadable")))
    if kind is not Kind.TEXT or not turn.text:
        return Reply() if _knows(turn) else None
    before = cases.current(turn.session, turn.resident.id)
    spoken_at = None if before is None else before.talk_at
    case = _passed_on(turn, _said(turn))
    if not _knows(turn):
        return _confirmed(turn, case)
    is_talk = spoken_at is not None and turn.now - spoken_at < PAUSE
    wants_word = (turn.expects or {}).get(ASKED_FOR_MORE)
    # An answer that waits for the resident's next word would ride along with ours.
    waits = deliveries.parked(turn.session, turn.contact.id, limit=1)
    if commands.plain(turn.text) in map(commands.plain, CHANGED_MIND):
        # An answer to the officer, or the wish to be led back: silence would trap them.
        return _in_talk(turn, turn.say("person.way_back"))
    if is_talk and not wants_word and not waits:
        return Reply()
    return _in_talk(turn, turn.say("person.passed_on_again", **_when(turn, case)))


def stays(turn: Turn, reply: Reply) -> Reply:
    """The reply to a command that does not end the talk with an officer."""
    if not _knows(turn) or not _is_meant_for_a_person(turn):
        return reply
    *others, last = reply.messages
    kept = held(turn, last)
    return replace(kept, messages=(*others, *kept.messages))


def danger(turn: Turn) -> Reply | None:
    """Words of danger in a talk with an officer: they see them too, as urgent."""
    is_text = turn.inbound.kind is Kind.TEXT and bool(turn.text)
    if not is_text or not _is_meant_for_a_person(turn):
        return None
    return _told(turn, _passed_on(turn, _said(turn), urgent=True))


def tell(turn: Turn, said: Said) -> Reply:
    """Pass words of danger on, once: a button may be pressed twice."""
    case = _case(turn, urgent=True)
    if not cases.is_told(turn.session, case, said.text):
        _add(turn, case, said)
    return _told(turn, case)


def _told(turn: Turn, case: Case) -> Reply:
    said = turn.say("danger.told", number=case.number)
    return _in_talk(turn, said, **{ASKED_FOR_MORE: True})


def _confirmed(turn: Turn, case: Case) -> Reply:
    """The first word of a talk: its number, when to expect an answer, and the rest."""
    settings, opens = turn.world.settings, None
    if settings.office is not None and not settings.office.is_open(turn.now):
        opening = settings.office.next_opening(turn.now)
        opens = office.say_at(turn.world.messages, opening, turn.now, turn.language)
    said = turn.say("person.passed_on", opens=opens, **_when(turn, case))
    return _in_talk(turn, said)


def _in_talk(turn: Turn, text: str, **state: object) -> Reply:
    back = turn.choice("person.back", "person:back")
    return Reply((Outbound(text, choices=(back,)),), TOPIC, {TOLD: True, **state})


def _left(turn: Turn) -> Reply:
    """Back to the bot; what was told stays with the officers."""
    case = _talking(turn)
    if case is None:
        return menu.show(turn)
    talks.leave(turn.session, case)
    return menu.show(turn, turn.say("person.left", number=case.number))


def _when(turn: Turn, case: Case) -> dict[str, object]:
    """What is said of a case: its number, who has it, by when it is answered."""
    expected = case.expected_at if case.state is CaseState.OPEN else None
    coming = expected is not None and expected > turn.now
    return {
        "number": case.number,
        "taken": case.officer_id is not None,
        "late": cases.is_overdue(case, turn.now),
        "by": office.say_by(turn.world.messages, expected, turn.now, turn.language)
        if expected is not None and coming
        else None,
    }


def _said(turn: Turn) -> Said:
    return Said(turn.text, turn.message_hash)


def _knows(turn: Turn) -> bool:
    """Whether they were told that an officer reads what they write."""
    return turn.asked_by == TOPIC and bool((turn.expects or {}).get(TOLD))


def _is_meant_for_a_person(turn: Turn) -> bool:
    """Not what is written after officers gave the talk back, be it on another
    channel than the one they were answered on."""
    if turn.asked_by != TOPIC:
        return False
    return not _knows(turn) or talks.is_with_officers(turn.session, turn.resident.id)


def _talking(turn: Turn) -> Case | None:
    """The case we talk about with an officer; None: that is not what we talk about."""
    if not _knows(turn) or not _is_meant_for_a_person(turn):
        return None
    return cases.current(turn.session, turn.resident.id)


def _passed_on(turn: Turn, said: Said, *, urgent: bool = False) -> Case:
    case = _case(turn, urgent=urgent)
    _add(turn, case, said)
    return case


def _case(turn: Turn, *, urgent: bool) -> Case:
    settings, expected = turn.world.settings, None
    if settings.office is not None:
        expected = settings.office.expected_by(turn.now, settings.answer_within)
    return cases.open_case(
        turn.session, turn.contact, now=turn.now, urgent=urgent, expected_at=expected
    )


def _add(turn: Turn, case: Case, said: Said) -> None:
    cases.add_word(
        turn.session,
        case,
        officer_id=None,
        text=said.text,
        now=turn.now,
        message_hash=said.message_hash,
    )
