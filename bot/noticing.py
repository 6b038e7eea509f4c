"""Showing that we are at it: a loading sign when an answer takes longer."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.channels.base import Channel
from bot.turn import Inbound, Kind

# An idle system answers sooner than this; a sign for that would only flicker.
PATIENCE_S = 0.7


class Notices:
    """Starts and withdraws loading signs; callable from the handler's threads."""

    def __init__(self, channels: Mapping[str, Channel]) -> None:
        self._channels = channels
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    def attach(self) -> None:
        """Work on the running loop from now on."""
        self._loop = asyncio.get_running_loop()

    def begin(self, inbound: Inbound, waited: timedelta) -> Callable[[], None]:
        """An event is being handled; call what is returned once it is.

        What makes an answer late is the queue: the time the event has `waited` in it
        is taken off our patience.
        """
        channel = self._channels.get(inbound.channel)
        if channel is None or self._loop is None or self._loop.is_closed():
            return _nothing
        # A pressed button turns until it is acknowledged: that is done at once.
        is_press = inbound.kind is Kind.PRESS
        wait_s = 0.0 if is_press else max(0.0, PATIENCE_S - waited.total_seconds())
        finished = asyncio.Event()
        loop = self._loop
        loop.call_soon_threadsafe(self._start, channel, inbound, wait_s, finished)
        if not wait_s:
            return _nothing

        def done() -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(finished.set)

        return done

    def _start(
        self, channel: Channel, inbound: Inbound, wait_s: float, finished: asyncio.Event
    ) -> None:
        task = asyncio.create_task(_notice(channel, inbound, wait_s, finished))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _notice(
    channel: Channel, inbound: Inbound, wait_s: float, finished: asyncio.Event
) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(finished.wait(), wait_s)
    if not finished.is_set():
        await channel.notice(inbound)


def _nothing() -> None:
    """There is nothing to withdraw."""
