"""Empties the outbox: claim, send with no transaction open, record."""

import asyncio
import contextlib
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlmodel import Session

from api.store import calls, deliveries, outbox, quotas, residents
from api.store.session import Database, is_transient
from api.store.words import DeliveryState
from bot import outcomes
from bot.channels.base import Channel, SendError
from bot.claiming import Claims, Flight, Lost
from bot.logs import tell_parked, trouble
from bot.metering import Meter
from bot.outcomes import Next, Verdict
from bot.packing import Words

log = structlog.get_logger()

POLL_S = 1.0
# Pauses before an outcome is written down once more, the database having refused.
RECORD_AGAIN_S = (0.05, 0.2, 1.0)
STATES = {
    Next.SENT: DeliveryState.SENT,
    Next.RETURN: DeliveryState.PENDING,
    Next.SPLIT: DeliveryState.PENDING,
    Next.PARK: DeliveryState.PARKED,
    Next.FAILED: DeliveryState.FAILED,
    Next.UNKNOWN: DeliveryState.UNKNOWN,
    Next.SKIP: DeliveryState.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call."""

    flight: Flight
    verdict: Verdict
    error: SendError | None = None

    @property
    def is_plain(self) -> bool:
        """It went through and cost nothing: there is nothing else to write down."""
        return (
            self.verdict.next is Next.SENT
            and self.error is None
            and self.flight.parcel.method not in outcomes.KEYED
        )


class Sender:
    """Sends for one account of one channel."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        clock: Callable[[], datetime],
        *,
        words_of: Callable[[Session, UUID, str], Words | None],
        quota_reserve: int = 0,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._channel = channel
        self._clock = clock
        self._claims = Claims(database, channel, words_of, quota_reserve=quota_reserve)
        self._chance = chance
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._flights: dict[asyncio.Task[None], Flight] = {}
        self._outcomes: list[tuple[Outcome, asyncio.Future[None]]] = []
        self._recording: asyncio.Task[None] | None = None
        self._paused_until: dict[str, float] = {}
        self._next_call_at = 0.0
        self._stopping = asyncio.Event()
        self._meter = Meter(database, channel, clock, on_known=self._wake.set)

    def wake(self) -> None:
        """There may be something to send. Callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; calls under way are finished and recorded."""
        self._loop = asyncio.get_running_loop()
        while not stop.is_set():
            try:
                busy = await self.round()
            except Exception as error:
                # Whatever it is, the other deliveries want to be sent.
                level = log.warning if is_transient(error) else log.error
                level("outbox_failed", **trouble(error))
                busy = False
            if not busy:
                await self._rest()
        self._stopping.set()
        if self._flights:
            await asyncio.wait(self._flights, timeout=self._channel.timeout_s)
        await self._meter.stop()
        await asyncio.to_thread(self._claims.release)

    async def round(self) -> bool:
        """Start what may be started now; whether there was anything."""
        self._meter.begin()
        under_way = tuple(self._flights.values())
        resting = self._resting()
        flights, busy = await asyncio.to_thread(self._claim, under_way, resting)
        for flight in flights:
            task = asyncio.create_task(self._fly(flight))
            self._flights[task] = flight
            task.add_done_callback(self._landed)
        return busy

    async def settle_all(self) -> None:
        """Send until nothing is due any more: for commands and tests."""
        while True:
            # As it was before the look: what lands meanwhile may make more due.
            under_way = {*self._flights, *filter(None, [self._meter.task])}
            asked = self._meter.asked
            if await self.round() or asked != self._meter.asked:
                continue
            if not under_way and not self._flights and self._meter.task is None:
                return
            if under_way:
                await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)

    async def _rest(self) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), POLL_S)
        self._wake.clear()

    def _landed(self, task: asyncio.Task[None]) -> None:
        del self._flights[task]
        self._wake.set()
        if not task.cancelled() and (error := task.exception()) is not None:
            # Its lease will lapse, and the call is judged as an interrupted one.
            log.error("outcome_not_recorded", **trouble(error))

    def _claim(
        self, under_way: tuple[Flight, ...], resting: frozenset[str]
    ) -> tuple[list[Flight], bool]:
        now = self._clock()
        with self._database.turn():
            if not self._claims.hold(now):
                return [], False
            again, lost = self._claims.lapsed(now, under_way, resting)
            for each in lost:
                self._record_lost(each)
            fresh, busy = self._claims.fresh(now, (*under_way, *again), resting)
        return [*again, *fresh], bool(busy or again or lost)

    async def _fly(self, flight: Flight) -> None:
        if not await self._pace(flight.parcel.method):
            # It never left: whoever sends next makes this very call.
            again = Verdict(Next.AGAIN, "stopped")
            await self._recorded(Outcome(flight, again))
            return
        error: SendError | None = None
        try:
            await self._channel.send(flight.parcel)
        except SendError as failure:
            error = failure
            if failure.retry_after_s:
                self._pause(flight.parcel.method, failure.retry_after_s)
        verdict = outcomes.judge(
            error,
            method=flight.parcel.method,
            recipients=flight.recipients,
            attempts=flight.attempts,
            now=self._clock(),
            expires_at=flight.expires_at,
            unsure=flight.unsure,
        )
        await self._recorded(Outcome(flight, verdict, error))

    async def _recorded(self, outcome: Outcome) -> None:
        """Return once it is written down, together with what else has come in."""
        done = asyncio.get_running_loop().create_future()
        self._outcomes.append((outcome, done))
        if self._recording is None or self._recording.done():
            self._recording = asyncio.create_task(self._record_on())
        await done

    async def _record_on(self) -> None:
        while self._outcomes:
            group, self._outcomes = self._outcomes, []
            errors = await asyncio.to_thread(
                self._record_group, [outcome for outcome, _ in group]
            )
            for (_, done), error in zip(group, errors, strict=True):
                if done.cancelled():
                    continue
                if error is None:
                    done.set_result(None)
                else:
                    done.set_exception(error)

    async def _pace(self, method: str) -> bool:
        """Wait for this call's turn; False: we were told to stop meanwhile.

        Calls are spread evenly; a platform's 429 pauses the method.

        LINE limits each endpoint apart, and a full multicast must not cost replies
        their tokens (https://developers.line.biz/en/reference/messaging-api/
        #rate-limits). Telegram has one method, so that the whole account rests.
        """
        loop = asyncio.get_running_loop()
        while True:
            await self._wait(self._rest_s(method))
            start = max(loop.time(), self._next_call_at)
            self._next_call_at = start + 1 / self._channel.calls_per_s
            await self._wait(start - loop.time())
            if self._stopping.is_set():
                return False
            if not self._rest_s(method):
                return True

    async def _wait(self, seconds: float) -> None:
        """Let time pass, unless we are told to stop."""
        if seconds > 0:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), seconds)

    def _rest_s(self, method: str) -> float:
        """For how long the platform wants no calls by this method."""
        now = asyncio.get_running_loop().time()
        return max(0.0, self._paused_until.get(method, 0.0) - now)

    def _pause(self, method: str, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._paused_until[method] = max(self._paused_until.get(method, 0.0), until)

    def _resting(self) -> frozenset[str]:
        """Methods by which nothing is claimed now."""
        paused = {method for method in self._paused_until if self._rest_s(method)}
        # Nothing that costs goes out before the platform was asked what is left.
        unasked = () if self._meter.asked else outcomes.KEYED
        return frozenset((*paused, *unasked))

    def _record_group(self, group: Sequence[Outcome]) -> list[Exception | None]:
        """Write them down in one transaction: commits are what costs. What went wrong
        with each; one that cannot be recorded takes no other with it."""
        try:
            self._record_patiently(group)
        except Exception as error:
            if len(group) == 1 or is_transient(error):
                return [error] * len(group)
            return [self._record_group([outcome])[0] for outcome in group]
        return [None] * len(group)

    def _record_patiently(self, group: Sequence[Outcome]) -> None:
        """A fault that passes must not leave calls that went through unknown."""
        for pause_s in RECORD_AGAIN_S:
            try:
                self._record(group)
                return
            except Exception as error:
                if not is_transient(error):
                    raise
                log.warning("outcome_not_recorded_yet", **trouble(error))
                time.sleep(pause_s)
        self._record(group)

    def _record(self, group: Sequence[Outcome]) -> None:
        now = self._clock()
        arrived = [each.flight.parcel.id for each in group if each.is_plain]
        with self._database.turn(), self._database.write() as session:
            if arrived:
                calls.arrived(session, arrived, now)
            for outcome in group:
                if not outcome.is_plain:
                    self._record_one(session, outcome, now)
        for each in group:
            if each.verdict.next is Next.PARK:
                tell_parked(each.verdict.reason, each.flight.recipients)
        if any(each.verdict.next is Next.AGAIN for each in group):
            self._claims.look_again()

    def _record_one(self, session: Session, outcome: Outcome, now: datetime) -> None:
        flight, verdict, error = outcome.flight, outcome.verdict, outcome.error
        batch_id = flight.parcel.id
        sent = error.sent if error else 0
        if verdict.next is Next.AGAIN:
            wait_s = verdict.wait_s * (1 + 0.2 * self._chance())
            at = now + timedelta(seconds=wait_s)
            unsure = flight.unsure or bool(error and error.ambiguous)
            calls.try_again(session, batch_id, at, sent=sent, unsure=unsure)
            return
        ids = calls.of_batch(session, batch_id)
        calls.close_batch(session, batch_id, verdict.next.value, sent=sent)
        reason = verdict.reason
        if verdict.next is Next.SPLIT:
            reason = outbox.together((flight.recipients + 1) // 2)
        state = STATES[verdict.next]
        deliveries.settle(session, ids, state, now, reason=reason)
        if error is not None:
            self._heed(session, error, flight.contacts, now)
        elif flight.parcel.method in outcomes.KEYED:
            name, account = self._channel.name, self._channel.account
            quotas.spend(session, name, account, len(ids))

    def _record_lost(self, lost: Lost) -> None:
        now = self._clock()
        state = STATES[lost.verdict.next]
        with self._database.write() as session:
            ids = calls.of_batch(session, lost.batch_id)
            outcome = lost.verdict.next.value
            calls.close_batch(session, lost.batch_id, outcome, sent=lost.sent)
            deliveries.settle(session, ids, state, now, reason=lost.verdict.reason)

    def _heed(
        self,
        session: Session,
        error: SendError,
        contacts: tuple[UUID, ...],
        now: datetime,
    ) -> None:
        """What an error says about the contact, or about the month's quota."""
        name, account = self._channel.name, self._channel.account
        if error.quota_spent:
            quotas.exhaust(session, name, account)
        for contact_id in contacts:
            if error.contact_gone:
                residents.block(session, contact_id)
                deliveries.skip_blocked(session, contact_id, now)
            elif error.moved_to is not None:
                moved = residents.move(session, contact_id, error.moved_to)
                if not moved:
                    residents.block(session, contact_id)
                    deliveries.skip_blocked(session, contact_id, now)
