"""Works the inbox: one event of a lane at a time, each in one transaction."""

import asyncio
import contextlib
import threading
import uuid
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlmodel import Session

from api.store import deliveries, events, forget, residents, takebacks, utterances
from api.store.events import HeldEvent
from api.store.keys import SealBroken
from api.store.models import Contact
from api.store.session import Database, is_transient
from api.store.words import DeliveryKind, EventState
from bot import advice, conversation
from bot.lanes import Lanes
from bot.logs import trouble
from bot.topics import lifecycle, survey
from bot.turn import Heard, Inbound, Kind, Reply, Said, Turn, guess_language, listen
from bot.world import World
from content.outbound import Outbound

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
# A process of Python computes one thing at a time: on PostgreSQL one computes while
# the other waits for an answer. SQLite has one writer, and what we handle is written:
# a second thread would only stand in its way and in that of the webhooks.
THREADS, THREADS_ON_SQLITE = 2, 1
# Events of a lane before the others have their turn.
AT_A_TIME = 10
# When another process takes events and no signal reaches us.
POLL_S = 1.0
Reader = Callable[[bytes, str], Inbound]
# Called when an event begins, with how long it waited; what it returns, at its end.
Notice = Callable[[Inbound, timedelta], Callable[[], None]]


class _Own(threading.local):
    """What one thread has before it."""

    def __init__(self) -> None:
        self.lanes: deque[str] = deque()


class Handler:
    """Finds lanes with something to do and works them in threads."""

    def __init__(
        self,
        database: Database,
        world: Callable[[], World],
        readers: Mapping[str, Reader],
        clock: Callable[[], datetime],
        *,
        on_owed: Callable[[], None] = lambda: None,
        notice: Notice = lambda inbound, waited: lambda: None,
    ) -> None:
        self._database = database
        self._world = world
        self._readers = readers
        self._clock = clock
        self._on_owed = on_owed
        self._notice = notice
        self._me = uuid.uuid4()
        self._lanes = Lanes()
        # What the thread at work has still to do.
        self._own = _Own()
        self._stopping = threading.Event()
        self._unforgiven: set[uuid.UUID] = set()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """There may be something to do. Callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; what is under way is finished first."""
        self._loop = asyncio.get_running_loop()
        # The threads know at once: a share of theirs takes seconds.
        told = asyncio.create_task(self._hear(stop))
        most = THREADS_ON_SQLITE if self._database.is_sqlite else THREADS
        threads = ThreadPoolExecutor(most, thread_name_prefix="handler")
        self._wake.set()
        try:
            while not stop.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), POLL_S)
                self._wake.clear()
                await self._look(threads, most)
        finally:
            # What nobody has begun is left to others.
            self._stopping.set()
            told.cancel()
            await asyncio.to_thread(threads.shutdown, cancel_futures=True)

    async def _hear(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._stopping.set()

    async def _look(self, threads: ThreadPoolExecutor, most: int) -> None:
        """Hand what waits to the threads, to each its share."""
        try:
            # In a thread of theirs: when all are busy there is no use in looking.
            loop = asyncio.get_running_loop()
            lanes = await loop.run_in_executor(threads, self.waiting)
        except Exception as error:
            # Whatever it is, there is a next time.
            level = log.warning if is_transient(error) else log.error
            level("inbox_failed", **trouble(error))
            return
        if not lanes:
            return
        for share in range(most):
            threads.submit(self._work_and_wake, lanes[share::most])

    def waiting(self) -> list[str]:
        """Lanes to work now, taken up within this process, in their order."""
        most = self._lanes.look_for
        with self._database.read() as session:
            found = events.waiting_lanes(session, self._clock(), most, holder=self._me)
        return self._lanes.take_up(found)

    def _work_and_wake(self, lanes: Sequence[str]) -> None:
        went_well = False
        try:
            went_well = self.work(lanes)
        finally:
            # There may be more; where the database refuses us, the next look waits.
            if self._lanes.let_go(lanes) or went_well:
                self.wake()

    def work(self, lanes: Sequence[str]) -> bool:
        """Handle the events of these lanes in order, a few of a lane at a time:
        whoever sends many must not have all others wait. Whether all went well; a lane
        that does not takes no other with it."""
        went_well = True
        self._own.lanes = deque(lanes)
        while self._own.lanes and not self._stopping.is_set():
            try:
                self._work_on(self._own.lanes.popleft())
            except Exception as error:
                went_well = False
                log.error("lane_failed", **trouble(error))
                if is_transient(error):
                    self._own.lanes.clear()
        return went_well

    def _work_on(self, lane: str) -> None:
        """Handle what waits in the lane; on SQLite in those that come after it too."""
        event = self._begin(lane)
        in_lane = 0
        while event is not None:
            after = self._attempt(event)
            self._on_owed()
            in_lane = in_lane + 1 if after and after.lane == event.lane else 0
            if after is not None and self._stopping.is_set():
                self._forgive(after)
                return
            if after is not None and in_lane == AT_A_TIME:
                self._make_room(after)
                return
            event = after

    def _make_room(self, event: HeldEvent) -> None:
        self._forgive(event)
        self._lanes.make_room(event.lane, self._clock())

    def drain(self) -> None:
        """Handle everything there is, in this thread: tests need no pool."""
        while lanes := self.waiting():
            try:
                self.work(lanes)
            finally:
                self._lanes.let_go(lanes)

    def _begin(self, lane: str) -> HeldEvent | None:
        now = self._clock()
        unforgiven = tuple(self._unforgiven)
        with self._database.write() as session:
            for event_id in unforgiven:
                events.forgive(session, event_id)
            held = events.hold(session, lane, self._me, now, LEASE)
            event = self._next(session, lane, now) if held else None
        self._unforgiven.difference_update(unforgiven)
        return event

    def _next(self, session: Session, lane: str, now: datetime) -> HeldEvent | None:
        """What this thread does next, its attempt counted: the lane's next event; on
        SQLite, where every commit has all others wait, else the next lane's first."""
        event = events.next_of(session, lane, self._me, now, LEASE)
        while event is None:
            events.let_go(session, lane, self._me)
            if not self._database.is_sqlite or not self._own.lanes:
                return None
            lane = self._own.lanes.popleft()
            if events.hold(session, lane, self._me, now, LEASE):
                event = events.first_of(session, lane)
        return event

    def _attempt(self, event: HeldEvent) -> HeldEvent | None:
        """Handle one event; the next of the lane, already counted, or None."""
        try:
            if event.payload is None:
                raise SealBroken("the payload")
            inbound = self._readers[event.channel](event.payload, event.account)
            event = self._known_by_its_message(event, inbound)
            if event.attempts <= events.MOST_ATTEMPTS:
                return self._handle_noticed(event, inbound)
        except Exception as error:
            return self._failed(event, error)
        return self._give_up(event, "process_died")

    def _known_by_its_message(self, event: HeldEvent, inbound: Inbound) -> HeldEvent:
        found_by = self._message_hash(event, inbound)
        if found_by and inbound.kind is Kind.UNSEND:
            found_by = takebacks.told_by(self._database.keys, found_by)
        return replace(event, message_hash=found_by)

    def _message_hash(self, event: HeldEvent, inbound: Inbound) -> str | None:
        """What the message is found by, or the one that is taken back."""
        id_, private = inbound.message_id, inbound.private
        if not id_:
            return None
        keys = self._database.keys
        return takebacks.hash_of(keys, event.lane, id_, private=private)

    def _handle_noticed(self, event: HeldEvent, inbound: Inbound) -> HeldEvent | None:
        now = self._clock()
        # Clocks of two machines may differ: nobody waited less than not at all.
        done = self._notice(inbound, max(now - event.taken_at, timedelta(0)))
        try:
            world = self._world()
            is_answer = self._lanes.has_survey(event.lane)
            heard = listen(world, inbound, is_question=not is_answer)
            return self._handle_held(event, inbound, world, heard, now)
        finally:
            done()

    def _handle_held(
        self,
        event: HeldEvent,
        inbound: Inbound,
        world: World,
        heard: Heard,
        now: datetime,
    ) -> HeldEvent | None:
        with self._database.write() as session:
            if not events.still_holds(session, event.lane, self._me):
                return None
            self._handle(session, event, inbound, world, heard, now)
            return self._next(session, event.lane, now)

    def _handle(
        self,
        session: Session,
        event: HeldEvent,
        inbound: Inbound,
        world: World,
        heard: Heard,
        now: datetime,
    ) -> None:
        message = event.message_hash
        gone = self._taken_back(session, event, inbound)
        contact = None if gone else self._contact(session, inbound, now)
        if contact is None:
            ignored = EventState.IGNORED
            events.finish(session, event.id, ignored, now, message_hash=message)
            if gone:
                takebacks.erase(session, gone)
            return
        resident = residents.lock(session, contact.resident_id)
        turn = Turn(
            session=session,
            world=world,
            inbound=inbound,
            heard=heard,
            contact=contact,
            resident=resident,
            now=now,
            expects=deliveries.last_expectation(session, contact.id),
            event_id=event.id,
            recall=partial(self._recall, session, resident.id),
            message_hash=message,
        )
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
                message_hash=message,
                text=inbound.text,
                said_at=now,
            )
        state = EventState.HANDLED if reply.messages else EventState.IGNORED
        events.finish(
            session, event.id, state, now, contact_id=contact.id, message_hash=message
        )
        if reply.messages:
            self._owe(session, event, turn, reply)
            self._lanes.note_survey(event.lane, reply.topic == survey.TOPIC)

    def _recall(
        self, session: Session, resident_id: uuid.UUID, event_id: uuid.UUID
    ) -> Said | None:
        kept = events.kept(session, event_id, resident_id)
        if kept is None:
            return None
        inbound = self._readers[kept.channel](kept.payload, kept.account)
        return Said(inbound.text.strip(), kept.message_hash)

    def _taken_back(
        self, session: Session, event: HeldEvent, inbound: Inbound
    ) -> str | None:
        """What the message is found by that this event takes back, wherever it was
        said, or that this event brings though it was taken back already."""
        message = self._message_hash(event, inbound)
        if message is None or inbound.kind is Kind.UNSEND:
            return message
        return message if takebacks.is_told(session, message) else None

    def _contact(
        self, session: Session, inbound: Inbound, now: datetime
    ) -> Contact | None:
        """Who speaks with us; None: nobody does. What is said in a group, or in
        standby mode, is not said to us, and blocking us makes no acquaintance."""
        if inbound.address is None or not inbound.private or inbound.mute:
            return None
        who = {
            "channel": inbound.channel,
            "account": inbound.account,
            "address": inbound.address,
        }
        if inbound.kind in lifecycle.SPEAKING:
            return residents.meet(session, now=now, **who)
        return residents.find(session, **who)

    def _owe(
        self, session: Session, event: HeldEvent, turn: Turn, reply: Reply
    ) -> None:
        delivery = deliveries.owe(
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
            forget.forget(
                session, turn.resident.id, turn.now, keep_delivery=delivery.id
            )

    def _failed(self, event: HeldEvent, error: Exception) -> HeldEvent | None:
        """Count the attempt, unless the database was at fault; maybe try again."""
        reason = type(error).__name__
        log.error("event_failed", attempt=event.attempts, **trouble(error))
        if is_transient(error):
            self._forgive(event)
            return None
        if event.attempts >= events.MOST_ATTEMPTS:
            return self._give_up(event, reason)
        now = self._clock()
        with self._database.write() as session:
            return self._next(session, event.lane, now)

    def _forgive(self, event: HeldEvent) -> None:
        """The attempt does not count; the lane is anybody's."""
        try:
            with self._database.write() as session:
                events.forgive(session, event.id)
                events.let_go(session, event.lane, self._me)
        except Exception as error:
            if not is_transient(error):
                raise
            # The database is still away: done when it is back.
            self._unforgiven.add(event.id)

    def _give_up(self, event: HeldEvent, reason: str) -> HeldEvent | None:
        """Mark it failed, owe an apology, and let the lane go on."""
        now = self._clock()
        with self._database.write() as session:
            if not events.still_holds(session, event.lane, self._me):
                return None
            events.finish(
                session,
                event.id,
                EventState.FAILED,
                now,
                failure=reason,
                message_hash=event.message_hash,
            )
            try:
                with session.begin_nested():
                    self._apologise(session, event, now)
            except Exception as error:
                if is_transient(error):
                    raise
                # The event must end all the same, or its lane would never go on.
                log.error("apology_failed", **trouble(error))
            return self._next(session, event.lane, now)

    def _apologise(self, session: Session, event: HeldEvent, now: datetime) -> None:
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
        text = self._world().say("apology.failed", language)
        deliveries.owe(
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
