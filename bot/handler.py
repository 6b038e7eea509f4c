"""Works the inbox: one event of a lane at a time.

Each is handled in one transaction; answers to a survey share one with those of other
lanes, for commits and statements are what costs.
"""

import asyncio
import contextlib
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from api.store import ahead, events, locks
from api.store.ahead import NOTHING
from api.store.events import HeldEvent
from api.store.session import Database, is_transient, savepoint
from api.store.words import EventState
from bot.forgiving import Unforgiven
from bot.handling import Begun, Done, Handling, Reader
from bot.lanes import Lanes
from bot.logs import trouble
from bot.topics import survey
from bot.turn import Inbound, listen
from bot.world import World

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
# Lanes handled in one transaction, and after how long no more of them is begun in it:
# who was answered first waits for the last, and on SQLite every other writer does.
TOGETHER, TOGETHER_S, TOGETHER_ON_SQLITE_S = 64, 0.2, 0.05
# Called when an event begins, with how long it waited; what it returns, at its end.
Notice = Callable[[Inbound, timedelta], Callable[[], None]]


class _Own(threading.local):
    """What one thread has before it."""

    def __init__(self) -> None:
        self.lanes: deque[str] = deque()
        # Those of them that are not handled together with others.
        self.singly: set[str] = set()
        # How many are likely to be handled before a shared transaction has to end.
        self.together = TOGETHER


@dataclass(frozen=True, slots=True)
class _Batch:
    """What became of events handled in one transaction."""

    done: Mapping[str, Done]
    """By lane."""
    left: Sequence[Begun]
    """Those that nobody came to."""
    was_quick: bool


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
        self._handling = Handling(database.keys, readers)
        self._clock = clock
        self._on_owed = on_owed
        self._notice = notice
        self._me = uuid.uuid4()
        self._lanes = Lanes()
        # What the thread at work has still to do.
        self._own = _Own()
        self._stopping = threading.Event()
        self._unforgiven = Unforgiven()
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
        with self._database.turn(), self._database.read() as session:
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
        self._own.lanes, self._own.singly = deque(lanes), set()
        while self._own.lanes and not self._stopping.is_set():
            try:
                together = self._to_work_together()
                if len(together) > 1:
                    with self._database.turn():
                        self._work_together(together)
                else:
                    self._work_on(self._own.lanes.popleft())
            except Exception as error:
                went_well = False
                log.error("lane_failed", **trouble(error))
                if is_transient(error):
                    self._own.lanes.clear()
        if self._stopping.is_set():
            self._leave(lanes)
        return went_well

    def _leave(self, lanes: Sequence[str]) -> None:
        """What was held and never begun is anybody's at once, with no lease to wait
        out."""
        try:
            with self._database.write() as session:
                events.let_all_go(session, lanes, self._me)
        except Exception as error:
            # Then the leases lapse, as after a death.
            log.warning("lanes_not_let_go", lanes=len(lanes), **trouble(error))

    def _to_work_together(self) -> list[str]:
        """The first lane, and others in which an answer to a survey is likely, too."""
        if not self._may_share(self._own.lanes[0]):
            return []
        return [each for each in self._own.lanes if self._may_share(each)][
            : self._own.together
        ]

    def _may_share(self, lane: str) -> bool:
        return lane not in self._own.singly and self._lanes.has_survey(lane)

    def _work_together(self, lanes: Sequence[str]) -> None:
        """Handle one event of each of these lanes, many in one transaction. Where that
        is not to be, or goes wrong, the lane is worked by itself."""
        self._own.singly.update(lanes)
        begun: Sequence[Begun] = self._begin_together(lanes)
        ends = {
            each.event.lane: self._noticed(each.event, each.inbound) for each in begun
        }
        try:
            while begun and not self._stopping.is_set():
                begun = self._handle_some(begun, ends)
        except Exception as error:
            # None of it is there.
            log.warning("not_handled_together", lanes=len(begun), **trouble(error))
        finally:
            for end in ends.values():
                end()
        if begun:
            self._forgive_all([each.event.id for each in begun])

    def _handle_some(
        self, begun: Sequence[Begun], ends: dict[str, Callable[[], None]]
    ) -> Sequence[Begun]:
        """Handle the first of these in one transaction; those that are left."""
        with self._database.write() as session:
            batch = self._handle_all(session, begun)
            events.let_all_go(session, batch.done, self._me)
        for lane, what in batch.done.items():
            self._note(lane, what)
        for lane in ends.keys() - {each.event.lane for each in batch.left}:
            ends.pop(lane)()
        own = self._own.lanes
        self._own.lanes = deque(lane for lane in own if lane not in batch.done)
        most = self._own.together * 2 if batch.was_quick else len(batch.done)
        self._own.together = min(max(most, 2), TOGETHER)
        self._on_owed()
        return batch.left

    def _begin_together(self, lanes: Sequence[str]) -> list[Begun]:
        """Hold those of the lanes that are free and in which one event waits."""
        now = self._clock()
        with self._database.write() as session:
            held = events.hold_free(session, lanes, self._me, now, LEASE)
            found = events.only_ones(session, held)
        return list(filter(None, map(self._begun, found)))

    def _begun(self, event: HeldEvent) -> Begun | None:
        try:
            return self._listened(*self._handling.read(event))
        except Exception:
            # It counts as tried, and is tried again by itself.
            return None

    def _handle_all(self, session: Session, begun: Sequence[Begun]) -> _Batch:
        ours = events.still_ours(session, [b.event.lane for b in begun], self._me)
        todo = deque(each for each in begun if each.event.lane in ours)
        read = ahead.read(session, list(filter(None, map(Begun.ahead, todo))))
        is_alone = self._database.is_sqlite
        until = time.monotonic() + (TOGETHER_ON_SQLITE_S if is_alone else TOGETHER_S)
        done: dict[str, Done] = {}
        was_quick = True
        while todo and was_quick and not self._stopping.is_set():
            each = todo.popleft()
            try:
                with savepoint(session):
                    what = self._handling.handle(session, each, read)
                done[each.event.lane] = what
                if not what.is_survey or locks.took_turn(session):
                    # Others' rows may have changed. And two who hold what the other
                    # waits for, and go on, would wait for ever.
                    break
            except Exception as error:
                if is_transient(error) or not session.is_active:
                    raise
                log.warning("not_handled_together", lanes=1, **trouble(error))
                # It may hold what was undone.
                read = NOTHING
                session.expunge_all()
            was_quick = time.monotonic() <= until
        return _Batch(done, list(todo), was_quick)

    def _work_on(self, lane: str) -> None:
        """Handle what waits in the lane; on SQLite in those that come after it too."""
        event = self._begin(lane)
        in_lane = 0
        while event is not None:
            with self._database.turn():
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
        with (
            self._unforgiven.taken() as unforgiven,
            self._database.turn(),
            self._database.write() as session,
        ):
            if unforgiven:
                events.forgive(session, unforgiven)
            held = events.hold(session, lane, self._me, now, LEASE)
            return self._next(session, lane, now) if held else None

    def _next(self, session: Session, lane: str, now: datetime) -> HeldEvent | None:
        """What this thread does next, its attempt counted: the lane's next event; on
        SQLite, where every commit has all others wait, else the next lane's first."""
        event = events.next_of(session, lane, self._me, now, LEASE)
        while event is None:
            events.let_go(session, lane, self._me)
            if not self._database.is_sqlite or not self._own.lanes:
                return None
            if self._may_share(self._own.lanes[0]):
                return None
            lane = self._own.lanes.popleft()
            if events.hold(session, lane, self._me, now, LEASE):
                event = events.first_of(session, lane)
        return event

    def _attempt(self, event: HeldEvent) -> HeldEvent | None:
        """Handle one event; the next of the lane, already counted, or None."""
        try:
            event, inbound = self._handling.read(event)
            if event.attempts <= events.MOST_ATTEMPTS:
                return self._handle_noticed(event, inbound)
        except Exception as error:
            return self._failed(event, error)
        return self._give_up(event, "process_died")

    def _handle_noticed(self, event: HeldEvent, inbound: Inbound) -> HeldEvent | None:
        done = self._noticed(event, inbound)
        try:
            begun = self._listened(event, inbound)
            with self._database.write() as session:
                if not events.still_holds(session, event.lane, self._me):
                    return None
                what = self._handling.handle(session, begun)
                self._note(event.lane, what)
                return self._next(session, event.lane, begun.now)
        finally:
            done()

    def _noticed(self, event: HeldEvent, inbound: Inbound) -> Callable[[], None]:
        # Clocks of two machines may differ: nobody waited less than not at all.
        waited = max(self._clock() - event.taken_at, timedelta(0))
        return self._notice(inbound, waited)

    def _listened(self, event: HeldEvent, inbound: Inbound) -> Begun:
        now, world = self._clock(), self._world()
        is_answer = self._lanes.has_survey(event.lane)
        heard = listen(world, inbound, is_question=not is_answer)
        return self._handling.begin(event, inbound, world, heard, now)

    def _note(self, lane: str, what: Done) -> None:
        if what.is_reply:
            self._lanes.note_survey(lane, what.topic == survey.TOPIC)

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
        self._forgive_all([event.id], event.lane)

    def _forgive_all(self, event_ids: Sequence[uuid.UUID], *let_go: str) -> None:
        """These attempts do not count; those lanes are anybody's."""
        try:
            with self._database.write() as session:
                events.forgive(session, event_ids)
                if let_go:
                    events.let_all_go(session, let_go, self._me)
        except Exception as error:
            if not is_transient(error):
                raise
            # The database is still away: done when it is back.
            self._unforgiven.add(event_ids)

    def _give_up(self, event: HeldEvent, reason: str) -> HeldEvent | None:
        """Mark it failed, owe an apology, and let the lane go on."""
        now = self._clock()
        with self._database.write() as session:
            if not events.still_holds(session, event.lane, self._me):
                return None
            events.finish(session, event, EventState.FAILED, now, failure=reason)
            try:
                with session.begin_nested():
                    self._handling.apologise(session, event, self._world(), now)
            except Exception as error:
                if is_transient(error):
                    raise
                # The event must end all the same, or its lane would never go on.
                log.error("apology_failed", **trouble(error))
            return self._next(session, event.lane, now)
