"""The loop of jobs: functions that ask the database what is due.

A job's schedule survives restarts, and any worker may take it over.
"""

import asyncio
import contextlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from api.settings import Settings
from api.store import broadcasts, expansion, forget, indicators, jobs, nightly
from api.store.session import Database, is_transient
from bot.logs import trouble

log = structlog.get_logger()

TICK_S = 1.0
LEASE = timedelta(minutes=2)
NIGHT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Job:
    """Work that is looked at every so often. `run` says whether it did anything."""

    name: str
    every: timedelta
    """0: looked at in every round."""
    run: Callable[[datetime], bool]
    waits_first: bool = False
    """A new town's first run is a whole period away."""


class Worker:
    """Runs the jobs of this process, one after the other."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        clock: Callable[[], datetime],
        *,
        on_owed: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._on_owed = on_owed
        self._me = uuid.uuid4()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.jobs = (
            Job("broadcasts", timedelta(0), self.advance_broadcasts),
            Job("indicators", timedelta(0), self.compute_indicators),
            Job("forgotten", timedelta(seconds=30), self.finish_forgotten),
            Job("nightly", NIGHT, self.nightly, waits_first=True),
        )

    def wake(self) -> None:
        """Something may have become due. Callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self, stop: asyncio.Event) -> None:
        """Look at the jobs until told to stop."""
        self._loop = asyncio.get_running_loop()
        while not stop.is_set():
            for job in self.jobs:
                if not stop.is_set():
                    await asyncio.to_thread(self.attempt, job)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), TICK_S)
            self._wake.clear()

    def attempt(self, job: Job) -> bool:
        """Run the job if it is due and nobody else runs it. A job that fails is
        logged, and looked at again: it must not stop the others."""
        try:
            return self._is_due(job) and job.run(self._clock())
        except Exception as error:
            level = log.warning if is_transient(error) else log.error
            level("job_failed", job=job.name, **trouble(error))
            return False

    def _is_due(self, job: Job) -> bool:
        if not job.every:
            return True
        with self._database.read() as session:
            if not jobs.may_run(session, job.name, self._clock()):
                return False
        with self._database.write() as session:
            first = jobs.never_ran(session, job.name)
            is_due = jobs.due(session, job.name, self._clock(), job.every)
        return is_due and not (first and job.waits_first)

    def advance_broadcasts(self, now: datetime) -> bool:
        """Start what was approved, write out audiences, close what is finished."""
        with self._database.read() as session:
            waiting = expansion.due(session, now)
            cancelled = expansion.cancelled(session)
            open_ = expansion.any_sending(session)
        if not waiting and not cancelled and not open_:
            return False
        with self._database.write() as session:
            if not jobs.hold(session, "broadcasts", self._me, now, LEASE):
                return False
        for broadcast_id in waiting:
            with self._database.write() as session:
                expansion.start(session, broadcast_id, now)
            while self._expand(broadcast_id):
                self._on_owed()
        for broadcast_id in cancelled:
            while self._skip(broadcast_id):
                pass
        with self._database.write() as session:
            expansion.finish(session, self._clock())
        return bool(waiting or cancelled)

    def _expand(self, broadcast_id: uuid.UUID) -> bool:
        with self._database.write() as session:
            return expansion.expand(session, broadcast_id, self._clock())

    def _skip(self, broadcast_id: uuid.UUID) -> int:
        with self._database.write() as session:
            return broadcasts.skip_unsent(session, broadcast_id, self._clock())

    def compute_indicators(self, now: datetime) -> bool:
        """Bring the indicators up to the answers."""
        with self._database.read() as session:
            waves = indicators.due(session, now)
        for wave_id in waves:
            with self._database.read() as session:
                counted = indicators.count(session, wave_id)
            with self._database.write() as session:
                indicators.add(session, wave_id, counted, now)
        return bool(waves)

    def finish_forgotten(self, now: datetime) -> bool:
        """Erase what was kept of forgotten residents to say goodbye."""
        with self._database.write() as session:
            return forget.finish_forgotten(session, now) > 0

    def nightly(self, now: datetime) -> bool:
        """Retention and a backup."""
        counts = nightly.nightly(self._database, self._settings, now)
        log.info("nightly_done", **counts)
        return True
