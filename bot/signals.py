"""Wake-ups between processes: PostgreSQL tells whoever listens."""

import asyncio
import contextlib
from collections.abc import Callable

import psycopg
import structlog

from api.store.deliveries import OWED_SIGNAL
from api.store.events import TAKEN_SIGNAL
from api.store.session import Database
from bot.logs import trouble

log = structlog.get_logger()

RECONNECT_S = 5.0
# Telling us to stop is noticed at the latest after this.
LISTEN_S = 1.0


class Signals:
    """Listens on a connection of its own; polling covers what is missed."""

    def __init__(
        self,
        database: Database,
        on_taken: Callable[[], None],
        on_owed: Callable[[], None],
    ) -> None:
        self._url = database.engine.url.set(drivername="postgresql")
        self._wake = {TAKEN_SIGNAL: on_taken, OWED_SIGNAL: on_owed}

    async def run(self, stop: asyncio.Event) -> None:
        """Listen until told to stop, connecting again as often as it takes."""
        while not stop.is_set():
            try:
                await asyncio.to_thread(self._listen, stop)
            except psycopg.Error as error:
                log.warning("signals_lost", **trouble(error))
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), RECONNECT_S)

    def _listen(self, stop: asyncio.Event) -> None:
        url = self._url.render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True) as connection:
            for channel in self._wake:
                connection.execute(f"LISTEN {channel}")
            while not stop.is_set():
                for signal in connection.notifies(timeout=LISTEN_S):
                    self._wake[signal.channel]()
