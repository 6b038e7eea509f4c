"""Updates waiting for the bot to poll for them."""

import asyncio
import threading
import time

from tests.platforms.telegram_updates import Update

# Kinds of update a bot gets only when it asks for them by name.
UNASKED = {"chat_member", "message_reaction", "message_reaction_count"}


class Overtaken(Exception):
    """Another poll began while this one waited."""


class UpdateQueue:
    """What happened and was not confirmed, in order.

    Polls run in the server's event loop; `put` may be called from any thread,
    and is to be followed by `wake` in that loop.
    """

    def __init__(self) -> None:
        self.waiting: list[Update] = []
        self.allowed: list[str] = []  # kinds; empty: all but UNASKED
        self._lock = threading.Lock()
        self._arrived: asyncio.Event | None = None
        self._poll = 0

    def put(self, update: Update) -> None:
        """Keep `update`, unless the bot did not ask for its kind."""
        kind = next(key for key in update if key != "update_id")
        if kind in self.allowed or (not self.allowed and kind not in UNASKED):
            with self._lock:
                self.waiting.append(update)

    def drop(self) -> None:
        with self._lock:
            self.waiting.clear()

    def wake(self) -> None:
        """Let a waiting poll look again."""
        if self._arrived is not None:
            self._arrived.set()
            self._arrived = None

    async def poll(self, *, offset: int, limit: int, timeout_s: float) -> list[Update]:
        """Forget what came before `offset`, then wait for what comes after it.

        Raises Overtaken when a younger poll ends this one.
        """
        self._confirm(offset)
        self._poll += 1
        own = self._poll
        self.wake()
        give_up = time.monotonic() + timeout_s
        while not self.waiting and time.monotonic() < give_up:
            await self._arrival(give_up - time.monotonic())
            if self._poll != own:
                raise Overtaken
        return self.waiting[:limit]

    def _confirm(self, offset: int) -> None:
        """A negative offset keeps that many of the newest."""
        with self._lock:
            if offset < 0:
                self.waiting = self.waiting[offset:]
            elif offset:
                self.waiting = [u for u in self.waiting if u["update_id"] >= offset]

    async def _arrival(self, timeout_s: float) -> None:
        if self._arrived is None:
            self._arrived = asyncio.Event()
        try:
            await asyncio.wait_for(self._arrived.wait(), timeout_s)
        except TimeoutError:
            return
