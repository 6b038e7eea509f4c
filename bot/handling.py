"""What one event brings about: all of it within the transaction it is given."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlmodel import Session

from api.store import (
    brought,
    deliveries,
    events,
    forget,
    residents,
    takebacks,
    utterances,
)
from api.store.ahead import NOTHING, Ahead, Begin
from api.store.events import HeldEvent
from api.store.keys import Keys, SealBroken
from api.store.models import Contact
from api.store.residents import Address
from api.store.words import DeliveryKind, EventState
from bot import advice, conversation
from bot.topics import lifecycle, survey
from bot.turn import Heard, Inbound, Kind, Reply, Said, Turn, guess_language
from bot.world import World
from content.outbound import Outbound

Reader = Callable[[bytes, str], Inbound]


@dataclass(frozen=True, slots=True)
class Begun:
    """An event whose turn it is: what came in, and what it says by itself."""

    event: HeldEvent
    inbound: Inbound
    world: World
    heard: Heard
    now: datetime
    address: Address | None
    """Under what the one who speaks is found; None: nobody speaks with us."""

    def ahead(self) -> Begin | None:
        """What is read for its turn together with that of others."""
        if self.address is None:
            return None
        return Begin(self.address, self.event.message_hash)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of it: whose question is open now, and whether it was all about a
    survey, so that nobody's rows changed but the resident's own."""

    topic: str | None = None
    is_reply: bool = False
    is_survey: bool = False


class Handling:
    """Handles events, whoever holds their lanes; opens no transaction of its own."""

    def __init__(self, keys: Keys, readers: Mapping[str, Reader]) -> None:
        self._keys = keys
        self._readers = readers

    def read(self, event: HeldEvent) -> tuple[HeldEvent, Inbound]:
        """What came in; the event with what it is found by when it is taken back."""
        if event.payload is None:
            raise SealBroken("the payload")
        inbound = self._readers[event.channel](event.payload, event.account)
        found_by = self._message_hash(event, inbound)
        if found_by and inbound.kind is Kind.UNSEND:
            found_by = takebacks.told_by(self._keys, found_by)
        return replace(event, message_hash=found_by), inbound

    def begin(
        self,
        event: HeldEvent,
        inbound: Inbound,
        world: World,
        heard: Heard,
        now: datetime,
    ) -> Begun:
        """The event once it is its turn."""
        address = None
        if _is_to_us(inbound) and inbound.kind in lifecycle.SPEAKING:
            channel, account = inbound.channel, inbound.account
            known_by = self._keys.find(
                "contact", channel, account, inbound.address or ""
            )
            address = Address(channel, account, known_by)
        return Begun(event, inbound, world, heard, now, address)

    def handle(self, session: Session, begun: Begun, ahead: Ahead = NOTHING) -> Done:
        """Do what the event asks for, owe the reply and mark the event handled."""
        event, inbound, now = begun.event, begun.inbound, begun.now
        gone = self._taken_back(session, event, inbound, ahead)
        contact = None if gone else self._contact(session, begun, ahead)
        if contact is None:
            events.finish(session, event, EventState.IGNORED, now)
            if gone:
                takebacks.erase(session, gone)
            return Done()
        turn = self._turn(session, begun, contact, ahead)
        in_survey = turn.asked_by == survey.TOPIC
        reply = conversation.respond(turn)
        advice.moved_on(turn)
        if inbound.kind is Kind.TEXT and not in_survey:
            # What is typed while a survey asks may be an answer: officers must not
            # read it in the thread of a case.
            utterances.keep(
                session,
                contact,
                event_id=event.id,
                message_hash=event.message_hash,
                text=inbound.text,
                said_at=now,
            )
        state = EventState.HANDLED if reply.messages else EventState.IGNORED
        events.finish(session, event, state, now, contact_id=contact.id)
        if inbound.picture is not None:
            brought.let_go(session, contact, inbound.picture)
        if reply.messages:
            self._owe(session, event, turn, reply)
        is_survey = in_survey and turn.did in conversation.OF_SURVEY
        return Done(reply.topic, bool(reply.messages), is_survey)

    def apologise(
        self, session: Session, event: HeldEvent, world: World, now: datetime
    ) -> None:
        """Owe a word to whoever waits; what we asked them before stays open."""
        if event.payload is None:
            return  # nobody knows who that is
        inbound = self._readers[event.channel](event.payload, event.account)
        if inbound.address is None or not inbound.private or inbound.mute:
            return
        contact = residents.meet(
            session,
            channel=inbound.channel,
            account=inbound.account,
            address=inbound.address,
            now=now,
        )
        resident = residents.lock(session, contact.resident_id)
        language = resident.language or guess_language(inbound)
        text = world.say("apology.failed", language)
        deliveries.write_down(
            session,
            contact,
            (Outbound(text),),
            kind=DeliveryKind.APOLOGY,
            now=now,
            language=language,
            event_id=event.id,
            reply_token=inbound.reply_token,
            token_at=event.taken_at,
            expects=deliveries.last_expectation(session, contact.id),
        )

    def _turn(
        self, session: Session, begun: Begun, contact: Contact, ahead: Ahead
    ) -> Turn:
        resident = ahead.residents.get(contact.resident_id)
        if resident is None:
            resident = residents.lock(session, contact.resident_id)
        if contact.id in ahead.expects:
            expects = ahead.expects[contact.id]
        else:
            expects = deliveries.last_expectation(session, contact.id)
        return Turn(
            session=session,
            world=begun.world,
            inbound=begun.inbound,
            heard=begun.heard,
            contact=contact,
            resident=resident,
            now=begun.now,
            expects=expects,
            event_id=begun.event.id,
            recall=partial(self._recall, session, resident.id),
            message_hash=begun.event.message_hash,
            filled=ahead.filled,
        )

    def _message_hash(self, event: HeldEvent, inbound: Inbound) -> str | None:
        """What the message is found by, or the one that is taken back."""
        id_, private = inbound.message_id, inbound.private
        if not id_:
            return None
        return takebacks.hash_of(self._keys, event.lane, id_, private=private)

    def _recall(
        self, session: Session, resident_id: uuid.UUID, event_id: uuid.UUID
    ) -> Said | None:
        kept = events.kept(session, event_id, resident_id)
        if kept is None:
            return None
        inbound = self._readers[kept.channel](kept.payload, kept.account)
        return Said(inbound.text.strip(), kept.message_hash)

    def _taken_back(
        self, session: Session, event: HeldEvent, inbound: Inbound, ahead: Ahead
    ) -> str | None:
        """What the message is found by that this event takes back, wherever it was
        said, or that this event brings though it was taken back already."""
        if inbound.kind is Kind.UNSEND:
            return self._message_hash(event, inbound)
        message = event.message_hash
        if message is None or message in ahead.untold:
            return None
        return message if takebacks.is_told(session, message) else None

    def _contact(self, session: Session, begun: Begun, ahead: Ahead) -> Contact | None:
        """Who speaks with us; None: nobody does. What is said in a group, or in
        standby mode, is not said to us, and blocking us makes no acquaintance."""
        inbound = begun.inbound
        if inbound.address is None or not _is_to_us(inbound):
            return None
        known = ahead.contacts.get(begun.address) if begun.address else None
        if known is not None:
            residents.see(session, known, begun.now)
            return known
        who = {
            "channel": inbound.channel,
            "account": inbound.account,
            "address": inbound.address,
        }
        if inbound.kind in lifecycle.SPEAKING:
            return residents.meet(session, now=begun.now, **who)
        return residents.find(session, **who)

    def _owe(
        self, session: Session, event: HeldEvent, turn: Turn, reply: Reply
    ) -> None:
        owed = deliveries.write_down(
            session,
            turn.contact,
            reply.messages,
            kind=DeliveryKind.REPLY,
            now=turn.now,
            language=turn.language,
            event_id=event.id,
            reply_token=turn.inbound.reply_token,
            token_at=event.taken_at,
            expects=reply.expects(),
        )
        if reply.forget:
            forget.forget(session, turn.resident.id, turn.now, keep_delivery=owed)


def _is_to_us(inbound: Inbound) -> bool:
    return inbound.address is not None and inbound.private and not inbound.mute
