"""The talk of a case: with the officers, and back with the bot.

Where a resident's next word goes stands in what we last asked on the channel
(`deliveries.last_expectation`); whether officers still have the talk, in the case.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.store import deliveries, responses
from api.store.locks import held
from api.store.models import Case, Contact, Resident
from api.store.words import CaseState, ContactState, DeliveryKind
from content import messages
from content.messages import DEFAULT
from content.outbound import Choice, Outbound

# The subject of the talk while a resident writes to an officer.
TOPIC = "person"
# In what was asked: they know that an officer reads what they write.
TOLD = "told"
# Talks given back in one look of the job.
MOST = 100


def is_with_officers(session: Session, resident_id: UUID) -> bool:
    """Whether officers have a talk with this resident."""
    found = select(Case.id).where(
        Case.resident_id == resident_id,
        Case.state != CaseState.CLOSED,
        col(Case.talk_at).is_not(None),
    )
    return session.exec(found.limit(1)).first() is not None


def reached(session: Session, case: Case) -> Contact | None:
    """Where the resident spoke last; None: they cannot be reached there any more."""
    contact = session.get(Contact, case.contact_id) if case.contact_id else None
    if contact is None or contact.state is not ContactState.ACTIVE:
        return None
    return contact


def as_said(
    session: Session, case: Case, contact: Contact, text: str, language: str
) -> tuple[Outbound, dict[str, Any]]:
    """An officer's words in the chat, and where the resident's next word goes.

    Back to the officer; but in the middle of a survey its question stays open, and a
    button leads to the officer.
    """
    words = messages.load()
    told = words.say("person.answered", language, number=case.number, text=text)
    open_ = deliveries.last_expectation(session, contact.id)
    if open_ is not None and open_.get("topic") == responses.TOPIC:
        button = Choice(words.say("person.reply", language), "person")
        kept = [*open_.get("choices", []), [button.label, button.data, []]]
        return Outbound(told, choices=(button,)), {**open_, "choices": kept}
    button = Choice(words.say("person.back", language), "person:back")
    choices = [[button.label, button.data, []]]
    expects = {"topic": TOPIC, "choices": choices, TOLD: True}
    return Outbound(told, choices=(button,)), expects


def leave(session: Session, case: Case) -> None:
    """The bot answers again."""
    case.talk_at = None
    session.add(case)
    session.flush()


def tell_closed(session: Session, case: Case, now: datetime, *, waited: bool) -> None:
    """The town is done with the case: said wherever the resident is by now.

    Who never heard from an officer gets it as such an answer; others can wait for it
    until they write again, where it costs nothing.
    """
    kind = DeliveryKind.OFFICER if waited else DeliveryKind.REPLY
    _tell(session, case, "person.closed", now, kind=kind, always=True)


def tell_handed_back(session: Session, case: Case, now: datetime) -> None:
    _tell(session, case, "person.handed_back", now)


def silent(session: Session, before: datetime, limit: int = MOST) -> list[UUID]:
    """Cases whose talk officers have, and in which nobody said a word since then."""
    found = (
        select(Case.id)
        .where(Case.state != CaseState.CLOSED, col(Case.talk_at) < before)
        .order_by(col(Case.talk_at), col(Case.id))
        .limit(limit)
    )
    return list(session.exec(found))


def end_silence(
    session: Session, case_id: UUID, before: datetime, now: datetime
) -> bool:
    """Give a silent talk back to the bot; False: there has been a word meanwhile.

    The case stays open: officers can still answer, and have the talk again.
    """
    case = session.get(Case, case_id)
    # The resident first, as when they write: two that wait for each other never end.
    if case is not None and case.resident_id is not None:
        held(session, Resident, case.resident_id)
        case = held(session, Case, case_id)
    if case is None or case.talk_at is None or case.talk_at >= before:
        return False
    leave(session, case)
    waits = case.state is CaseState.OPEN
    _tell(session, case, "person.silent", now, waits=waits)
    return True


def _tell(
    session: Session,
    case: Case,
    key: str,
    now: datetime,
    *,
    kind: DeliveryKind = DeliveryKind.REPLY,
    always: bool = False,
    **values: object,
) -> None:
    """Owe word that the bot answers again. Who went back to it by themselves knows:
    they are told nothing, unless `always`, and what they were asked stays open."""
    contact = reached(session, case)
    if contact is None:
        return
    open_ = deliveries.last_expectation(session, contact.id)
    waits_there = bool(open_ and open_.get("topic") == TOPIC and open_.get(TOLD))
    if not waits_there and not always:
        return
    resident = session.get_one(Resident, contact.resident_id)
    language = resident.language or DEFAULT
    words = messages.load()
    if waits_there:
        menu = Choice(words.say("answer.menu", language), "menu")
        open_ = {"topic": None, "choices": [[menu.label, menu.data, []]]}
    text = words.say(key, language, number=case.number, back=waits_there, **values)
    # Its buttons stand again, for LINE takes them away with the next message.
    again = tuple(
        Choice(label, data, tuple(also))
        for label, data, also in (open_ or {}).get("choices", [])
    )
    deliveries.owe(
        session,
        contact,
        (Outbound(text, choices=again, listed=True),),
        kind=kind,
        now=now,
        language=language,
        expects=open_,
    )
