"""Fetches the pictures that answer a survey, before their platform lets go of them.

Not one of the worker's jobs: those take turns in a thread, and a slow picture must not
have invitations wait.
"""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import structlog

from api.store import events, photos
from api.store.photos import TABLE, Wanted
from api.store.session import Database, is_transient
from bot.channels.base import FETCH_TIMES, Channel, SendError
from bot.logs import trouble
from surveys import picture, picture_metadata

log = structlog.get_logger()

POLL_S = 5.0
# Each may be of 20 MB, and is in memory twice.
AT_A_TIME = 2
# Beyond the call's own limit: what is done before and after it.
LEASE_BEYOND = timedelta(seconds=60)
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)
# LINE does not say for how long it keeps a picture; after a week nobody hopes.
GIVEN_UP_AFTER = timedelta(days=7)
# What breaks us, or kills the process, is tried no more often than an event is.
MOST_FAULTS = events.MOST_ATTEMPTS
FAULT, DIED = "fault", "process_died"


class Photos:
    """Works the pictures that wait, of the channels this process has."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._channels = channels
        self._clock = clock
        self._accounts = [(each.name, each.account) for each in channels.values()]
        longest_s = max((each.timeout_s for each in channels.values()), default=0.0)
        self._lease = timedelta(seconds=longest_s * FETCH_TIMES) + LEASE_BEYOND

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; what is under way is finished."""
        while not stop.is_set():
            try:
                busy = await self.round()
            except Exception as error:
                level = log.warning if is_transient(error) else log.error
                level("photos_failed", **trouble(error))
                busy = False
            if not busy:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), POLL_S)

    async def round(self) -> bool:
        """Fetch some of what waits; whether there was anything."""
        wanted = await asyncio.to_thread(self._hold)
        await asyncio.gather(*(self._fetch(each) for each in wanted))
        return bool(wanted)

    def _hold(self) -> list[Wanted]:
        now = self._clock()
        with self._database.read() as session:
            if not photos.any_due(session, self._accounts, now):
                return []
        with self._database.write() as session:
            return photos.hold(session, self._accounts, now, self._lease, AT_A_TIME)

    async def _fetch(self, wanted: Wanted) -> None:
        if wanted.reference is None:
            await asyncio.to_thread(self._give_up, wanted, "no_reference")
        elif wanted.faults > MOST_FAULTS:
            await asyncio.to_thread(self._give_up, wanted, DIED)
        else:
            try:
                await self._fetch_from(wanted, wanted.reference)
            except Exception as error:
                # Nobody else's picture suffers from it.
                await asyncio.to_thread(self._broke, wanted, error)

    async def _fetch_from(self, wanted: Wanted, reference: str) -> None:
        try:
            content = await self._channels[wanted.channel].fetch(reference)
        except SendError as error:
            await asyncio.to_thread(self._not_fetched, wanted, error)
        else:
            await asyncio.to_thread(self._keep, wanted, content)

    def _keep(self, wanted: Wanted, content: bytes) -> None:
        media_type = picture.media_type(content)
        # Where it was taken, and with what, nobody was asked.
        bare = media_type and picture_metadata.without(content, media_type)
        if not media_type or not bare:
            self._give_up(wanted, "no_picture")
            return
        sealed = self._database.keys.seal(TABLE, wanted.id, bare)
        with self._database.write() as session:
            photos.store(session, wanted.id, media_type, sealed)

    def _not_fetched(self, wanted: Wanted, error: SendError) -> None:
        now = self._clock()
        if error.permanent or now - wanted.sent_at >= GIVEN_UP_AFTER:
            self._give_up(wanted, error.code)
            return
        pause = pause_after(wanted.attempts)
        if error.retry_after_s is not None:
            pause = timedelta(seconds=error.retry_after_s)
        with self._database.write() as session:
            photos.put_off(session, wanted.id, error.code, now + pause)

    def _broke(self, wanted: Wanted, error: Exception) -> None:
        """Something went wrong that is not the platform's doing: it counts, unless the
        database was at fault."""
        away = is_transient(error)
        level = log.warning if away else log.error
        level("photo_failed", attempt=wanted.attempts, **trouble(error))
        if not away and wanted.faults >= MOST_FAULTS:
            self._give_up(wanted, FAULT)
            return
        faults = wanted.faults - away
        until = self._clock() + pause_after(wanted.attempts)
        with self._database.write() as session:
            photos.put_off(session, wanted.id, FAULT, until, faults=faults)

    def _give_up(self, wanted: Wanted, reason: str) -> None:
        log.warning("photo_unavailable", reason=reason)
        with self._database.write() as session:
            photos.give_up(session, wanted.id, reason)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after this many tries: twice as long each time."""
    doubled = FIRST_PAUSE * (1 << min(attempts - 1, 20))
    return min(doubled, LONGEST_PAUSE)
