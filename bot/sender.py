"""Empties the outbox: claim, send with no transaction open, record."""

import asyncio
import contextlib
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar, runtime_checkable
from uuid import UUID

import structlog
from sqlmodel import Session

from api.store import deliveries, quotas, residents
from api.store.session import Database, is_transient
from api.store.words import DeliveryState
from bot import outcomes
from bot.channels.base import Channel, SendError
from bot.claiming import Claims, Flight, Lost
from bot.logs import trouble
from bot.outcomes import Next, Verdict
from bot.packing import Words

log = structlog.get_logger()
T = TypeVar("T")

POLL_S = 1.0
QUOTA_AGE = timedelta(minutes=10)
STATES = {
    Next.SENT: DeliveryState.SENT,
    Next.RETURN: DeliveryState.PENDING,
    Next.SPLIT: DeliveryState.PENDING,
    Next.PARK: DeliveryState.PARKED,
    Next.FAILED: DeliveryState.FAILED,
    Next.UNKNOWN: DeliveryState.UNKNOWN,
}


@runtime_checkable
class Metered(Protocol):
    """A channel whose messages cost."""

    async def quota(self) -> tuple[int | None, int]:
        """(allowed this month, None: no limit; used so far). Raises SendError."""
        ...


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
        self._paused_until = 0.0
        self._next_call_at = 0.0

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
                if not is_transient(error):
                    raise
                log.warning("outbox_unreachable", **trouble(error))
                busy = False
            if not busy:
                await self._rest()
        if self._flights:
            await asyncio.wait(self._flights, timeout=self._channel.timeout_s)
        await asyncio.to_thread(self._claims.release)

    async def round(self) -> bool:
        """Start what may be started now; whether there was anything."""
        await self._refresh_quota()
        under_way = tuple(self._flights.values())
        flights = await asyncio.to_thread(self._claim, under_way)
        for flight in flights:
            task = asyncio.create_task(self._fly(flight))
            self._flights[task] = flight
            task.add_done_callback(self._landed)
        return bool(flights)

    async def settle_all(self) -> None:
        """Send until nothing is due any more: for commands and tests."""
        while await self.round() or self._flights:
            if self._flights:
                await asyncio.wait(self._flights)

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

    def _claim(self, under_way: tuple[Flight, ...]) -> list[Flight]:
        now = self._clock()
        if not self._claims.hold(now):
            return []
        again, lost = self._claims.lapsed(now, under_way)
        for each in lost:
            self._record_lost(each)
        return [*again, *self._claims.fresh(now, (*under_way, *again))]

    async def _fly(self, flight: Flight) -> None:
        await self._pace()
        error: SendError | None = None
        try:
            await self._channel.send(flight.parcel)
        except SendError as failure:
            error = failure
            if failure.retry_after_s:
                self._pause(failure.retry_after_s)
        verdict = outcomes.judge(
            error,
            method=flight.parcel.method,
            recipients=flight.recipients,
            attempts=flight.attempts,
            now=self._clock(),
            expires_at=flight.expires_at,
        )
        await asyncio.to_thread(self._record, flight, verdict, error)

    async def _pace(self) -> None:
        """Calls are spread evenly; a platform's 429 pauses the whole account."""
        loop = asyncio.get_running_loop()
        start = max(loop.time(), self._next_call_at, self._paused_until)
        self._next_call_at = start + 1 / self._channel.calls_per_s
        if start > loop.time():
            await asyncio.sleep(start - loop.time())

    def _pause(self, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._paused_until = max(self._paused_until, until)

    def _record(
        self, flight: Flight, verdict: Verdict, error: SendError | None
    ) -> None:
        now = self._clock()
        batch_id = flight.parcel.id
        sent = error.sent if error else 0
        with self._database.write() as session:
            if verdict.next is Next.AGAIN:
                wait_s = verdict.wait_s * (1 + 0.2 * self._chance())
                at = now + timedelta(seconds=wait_s)
                deliveries.try_again(session, batch_id, at, sent=sent)
                return
            ids = deliveries.of_batch(session, batch_id)
            deliveries.close_batch(session, batch_id, verdict.next.value, sent=sent)
            reason = verdict.reason
            if verdict.next is Next.SPLIT:
                reason = deliveries.together((flight.recipients + 1) // 2)
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
            ids = deliveries.of_batch(session, lost.batch_id)
            outcome = lost.verdict.next.value
            deliveries.close_batch(session, lost.batch_id, outcome, sent=lost.sent)
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
                residents.move(session, contact_id, error.moved_to)

    async def _refresh_quota(self) -> None:
        """Ask what is left, now and then: the town sends by other ways too."""
        channel = self._channel
        if not isinstance(channel, Metered):
            return

        def asked_at() -> datetime | None:
            with self._database.read() as session:
                return quotas.checked_at(session, channel.name, channel.account)

        last = await asyncio.to_thread(asked_at)
        now = self._clock()
        if last is not None and now - last < QUOTA_AGE:
            return
        try:
            allowed, used = await channel.quota()
        except SendError as error:
            log.warning("quota_unknown", reason=error.code)
            return

        def note() -> None:
            with self._database.write() as session:
                quotas.note(
                    session,
                    channel.name,
                    channel.account,
                    allowed=allowed,
                    used=used,
                    now=now,
                )

        await asyncio.to_thread(note)
