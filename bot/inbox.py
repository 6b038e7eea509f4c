"""The way in: events are durable before they are acknowledged.

Commits are grouped: one thread takes whatever has arrived and commits it as one
transaction, so that a hundred webhooks a second cost a few disk flushes.
"""

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog

from api.store import events
from api.store.events import Taken
from api.store.session import Database, is_transient
from bot.logs import trouble

log = structlog.get_logger()

# Longer than LINE waits for an answer (2 s), nobody is listening any more.
MOST_WAITING_ROWS = 20_000


class InboxUnavailable(Exception):
    """Nothing was stored, nothing may be acknowledged: the platform must retry."""


class _Group:
    """The events of one request and whoever waits for them."""

    def __init__(
        self, rows: list[dict[str, Any]], waiter: asyncio.Future[None]
    ) -> None:
        self.rows = rows
        self.waiter = waiter


class Inbox:
    """Takes events durably. `on_taken` is called, in any thread, after a commit."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        on_taken: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._on_taken = on_taken
        self._arrived = threading.Condition()
        self._groups: list[_Group] = []
        self._waiting_rows = 0
        self._closing = False
        self._writer = threading.Thread(
            target=self._write_on, name="inbox writer", daemon=True
        )
        self._writer.start()

    async def take(self, taken: list[Taken]) -> None:
        """Return once the events are durable. Raises `InboxUnavailable`."""
        if not taken:
            return
        now = self._clock()
        keys = self._database.keys
        rows = [events.row(keys, each, now) for each in taken]
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[None] = loop.create_future()
        with self._arrived:
            if self._closing or self._waiting_rows > MOST_WAITING_ROWS:
                raise InboxUnavailable
            first = not self._groups
            self._groups.append(_Group(rows, waiter))
            self._waiting_rows += len(rows)
        if first:
            # Not at once: what else this turn of the loop reads joins the group, and
            # the two threads do not fight over the interpreter meanwhile.
            loop.call_soon(self._wake_writer)
        await waiter

    def _wake_writer(self) -> None:
        with self._arrived:
            self._arrived.notify()

    def close(self) -> None:
        """Write what has arrived, then stop."""
        with self._arrived:
            self._closing = True
            self._arrived.notify()
        self._writer.join()

    def _write_on(self) -> None:
        while True:
            with self._arrived:
                self._arrived.wait_for(lambda: self._groups or self._closing)
                groups, self._groups = self._groups, []
                self._waiting_rows = 0
            if not groups:
                return
            self._write(groups)

    def _write(self, groups: list[_Group]) -> None:
        try:
            self._commit([row for group in groups for row in group.rows])
        except Exception as error:
            if is_transient(error):
                self._refuse(groups, error)
            elif len(groups) > 1:
                # One is odd: it must not take its neighbours with it.
                for group in groups:
                    self._write([group])
            else:
                self._write_singly(groups[0])
            return
        self._answer(groups, None)
        self._on_taken()

    def _write_singly(self, group: _Group) -> None:
        refused: Exception | None = None
        for row in group.rows:
            try:
                self._commit([row])
            except Exception as error:
                refused = error
        self._on_taken()
        if refused is None:
            self._answer([group], None)
        else:
            self._refuse([group], refused)

    def _refuse(self, groups: list[_Group], error: Exception) -> None:
        log.error("inbox_refused", **trouble(error))
        self._answer(groups, InboxUnavailable())

    def _commit(self, rows: list[dict[str, Any]]) -> None:
        with self._database.write(urgent=True) as session:
            events.take(session, rows)

    def _answer(self, groups: list[_Group], error: Exception | None) -> None:
        loops: dict[asyncio.AbstractEventLoop, list[_Group]] = {}
        for group in groups:
            loops.setdefault(group.waiter.get_loop(), []).append(group)
        for loop, own in loops.items():
            if not loop.is_closed():
                loop.call_soon_threadsafe(_wake, own, error)


def _wake(groups: list[_Group], error: Exception | None) -> None:
    for group in groups:
        if group.waiter.done():
            continue
        if error is None:
            group.waiter.set_result(None)
        else:
            group.waiter.set_exception(error)
