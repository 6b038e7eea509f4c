"""Knowing how many paid messages are left, without keeping anything waiting."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

import structlog

from api.store import quotas
from api.store.session import Database
from bot.channels.base import Channel, SendError
from bot.logs import trouble

log = structlog.get_logger()

AGE = timedelta(minutes=10)
# How soon it is looked again whether the figure is too old, or could not be had.
LOOK_S = 30.0


@runtime_checkable
class Metered(Protocol):
    """A channel whose messages cost."""

    async def quota(self) -> tuple[int | None, int]:
        """(allowed this month, None: no limit; used so far). Raises SendError."""
        ...


class Meter:
    """Asks one account's platform what is left, now and then: the town sends by
    other ways too. `on_known` is called when an answer, or none, has come."""

    def __init__(
        self,
        database: Database,
        channel: Channel,
        clock: Callable[[], datetime],
        on_known: Callable[[], None],
    ) -> None:
        self._database = database
        self._channel = channel
        self._metered = channel if isinstance(channel, Metered) else None
        self._clock = clock
        self._on_known = on_known
        self._look_at = 0.0
        self.task: asyncio.Task[None] | None = None
        self.asked = self._metered is None
        """Whether the platform was asked at all; it may not have answered."""

    def begin(self) -> None:
        """Ask if it is time, in a task of its own: a slow answer must not cost
        replies their tokens."""
        now_s = asyncio.get_running_loop().time()
        if self._metered is None or self.task is not None or now_s < self._look_at:
            return
        self._look_at = now_s + LOOK_S
        self.task = asyncio.create_task(self._refresh(self._metered))
        self.task.add_done_callback(self._done)

    async def stop(self) -> None:
        if self.task is not None:
            self.task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self.task

    def _done(self, task: asyncio.Task[None]) -> None:
        self.task = None
        self.asked = True
        self._on_known()
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("quota_not_noted", **trouble(error))

    async def _refresh(self, metered: Metered) -> None:
        now = self._clock()
        last = await asyncio.to_thread(self._checked_at)
        if last is not None and now - last < AGE:
            return
        try:
            allowed, used = await metered.quota()
        except SendError as error:
            log.warning("quota_unknown", reason=error.code)
            return
        await asyncio.to_thread(self._note, allowed, used, now)

    def _checked_at(self) -> datetime | None:
        with self._database.read() as session:
            return quotas.checked_at(session, self._channel.name, self._channel.account)

    def _note(self, allowed: int | None, used: int, now: datetime) -> None:
        name, account = self._channel.name, self._channel.account
        with self._database.write() as session:
            quotas.note(session, name, account, allowed=allowed, used=used, now=now)
