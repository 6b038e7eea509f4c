"""The loop of jobs: functions that ask the database what is due.

A job's schedule survives restarts, and any worker may take it over.
"""

import asyncio
import contextlib
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog

from api.settings import Settings
from api.store import (
    broadcasts,
    computing,
    deliveries,
    expansion,
    forget,
    freezing,
    indicators,
    jobs,
    nightly,
    service_values,
    talks,
    wave_plans,
)
from api.store.session import Database, is_transient
from bot import aside, inviting
from bot.logs import trouble

log = structlog.get_logger()

TICK_S = 1.0
LEASE = timedelta(minutes=2)
NIGHT = timedelta(hours=24)
# Longer than a large town's backup takes: no other worker begins it meanwhile.
NIGHT_LEASE = timedelta(minutes=30)
# A start may go without a channel's credentials by mistake, on a Friday evening too:
# what waits for the channel is given up only when nobody has mended that by then.
CHANNEL_LEFT = timedelta(days=3)
CHANNELS = ("line", "telegram", "web")
# After a failure; what is looked at more often is tried again at its next turn.
PAUSE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Job:
    """Work that is looked at every so often. `run` says whether it did anything."""

    name: str
    every: timedelta
    """0: looked at in every round."""
    run: Callable[[datetime], bool]
    lease: timedelta = LEASE
    """Longer than a run takes. A worker that dies in it is replaced afterwards."""
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
        channels: Collection[str],
        on_owed: Callable[[], None] = lambda: None,
    ) -> None:
        """`channels`: those that somebody sends on, or fetches from."""
        self._database = database
        self._settings = settings
        self._clock = clock
        self._channels = frozenset(channels)
        self._on_owed = on_owed
        self._me = uuid.uuid4()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.jobs = (
            Job("broadcasts", timedelta(0), self.advance_broadcasts),
            Job("indicators", timedelta(0), self.compute_indicators),
            Job("service figures", timedelta(hours=1), self.count_service),
            Job("channels on", timedelta(0), self.note_channels_on),
            Job("channels off", timedelta(hours=1), self.skip_channels_off),
            Job("silent talks", timedelta(minutes=1), self.end_silences),
            Job("waves", timedelta(seconds=15), self.advance_waves),
            Job("freezing", timedelta(minutes=5), self.freeze_waves, NIGHT_LEASE),
            Job("invitations", timedelta(seconds=15), self.send_invitations),
            Job("reminders", timedelta(minutes=1), self.remind_invited),
            Job("forgotten", timedelta(seconds=30), self.finish_forgotten),
            Job("retention", NIGHT, self.let_go, NIGHT_LEASE, waits_first=True),
            Job("backup", NIGHT, self.back_up, NIGHT_LEASE, waits_first=True),
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
        logged, and tried again after a pause: it must not stop the others."""
        now = self._clock()
        try:
            if job.every and not self._begin(job, now):
                return False
            did = job.run(now)
            if job.every:
                with self._database.write() as session:
                    jobs.done(session, job.name, self._me, now)
            return did
        except Exception as error:
            level = log.warning if is_transient(error) else log.error
            level("job_failed", job=job.name, **trouble(error))
            self._put_off(job)
            return False

    def _begin(self, job: Job, now: datetime) -> bool:
        with self._database.read() as session:
            if not jobs.is_due(session, job.name, now, job.every):
                return False
        with self._database.write() as session:
            if job.waits_first and jobs.count_from(session, job.name, now):
                return False
            return jobs.begin(
                session, job.name, self._me, now, every=job.every, lease=job.lease
            )

    def _put_off(self, job: Job) -> None:
        if not job.every:
            return
        until = self._clock() + min(job.every, PAUSE)
        # A database that is away is the failure itself: the lease will lapse.
        with contextlib.suppress(Exception), self._database.write() as session:
            jobs.put_off(session, job.name, self._me, until)

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
        on = self._channels_on(now)
        for broadcast_id in waiting:
            with self._database.write() as session:
                expansion.start(session, broadcast_id, now)
            while self._expand(broadcast_id, on):
                self._on_owed()
        for broadcast_id in cancelled:
            while self._skip(broadcast_id):
                pass
        with self._database.write() as session:
            expansion.finish(session, self._clock())
        return bool(waiting or cancelled)

    def _expand(self, broadcast_id: uuid.UUID, on: frozenset[str]) -> bool:
        with self._database.write() as session:
            return expansion.expand(session, broadcast_id, self._clock(), on=on)

    def _skip(self, broadcast_id: uuid.UUID) -> int:
        with self._database.write() as session:
            return broadcasts.skip_unsent(session, broadcast_id, self._clock())

    def note_channels_on(self, now: datetime) -> bool:
        """Forget that channels were off which this worker has: at every look, for
        another worker may be without them."""
        with self._database.read() as session:
            back = [
                name for name in self._channels if jobs.last_run(session, _off(name))
            ]
        if back:
            with self._database.write() as session:
                for name in back:
                    jobs.release(session, _off(name), jobs.NOBODY)
        return bool(back)

    def skip_channels_off(self, now: datetime) -> bool:
        """Give up news that wait on a channel the town has left some days ago.

        Those days begin when a running worker first lacks the channel: after a
        standstill, or a restored backup, nobody knows when it was last on.
        """
        with self._database.write() as session:
            for name in CHANNELS:
                if name not in self._channels:
                    jobs.count_from(session, _off(name), now)
        on = self._channels_on(now)
        did = False
        while True:
            with self._database.read() as session:
                ids = deliveries.of_channels_off(session, on, broadcasts.SLICE)
            if not ids:
                return did
            with self._database.write() as session:
                deliveries.skip_channel_off(session, ids, now)
            did = True

    def _channels_on(self, now: datetime) -> frozenset[str]:
        """The channels that this worker has, and those that are off for too short a
        time to say that the town has left them."""
        with self._database.read() as session:
            since = {name: jobs.last_run(session, _off(name)) for name in CHANNELS}
        lately = now - CHANNEL_LEFT
        kept = [name for name, at in since.items() if at is None or at > lately]
        return self._channels.union(kept)

    def compute_indicators(self, now: datetime) -> bool:
        """Bring the indicators up to the answers."""
        with self._database.read() as session:
            waves = indicators.due(session, now)
        for wave_id in waves:
            found = self._counted(wave_id)
            with self._database.write() as session:
                indicators.add(session, wave_id, found, now)
        return bool(waves)

    def advance_waves(self, now: datetime) -> bool:
        """Open planned waves and close open ones whose time has come."""
        with self._database.read() as session:
            opening, closing = wave_plans.due(session, now)
        did = False
        for wave_id in (*opening, *closing):
            with self._database.write() as session:
                did |= wave_plans.advance(session, wave_id, now)
        return did

    def freeze_waves(self, now: datetime) -> bool:
        """Fix the waves that closed a day ago, one in a run: a large one takes long."""
        with self._database.read() as session:
            due = freezing.due(session, now)
        for wave_id in due[:1]:
            freezing.run(self._database, wave_id, now, by="job")
        return bool(due)

    def send_invitations(self, now: datetime) -> bool:
        """Messages to those who were invited to a survey."""
        on = self._channels_on(now)
        did = inviting.send(self._database, self._settings, now, on=on)
        if did:
            self._on_owed()
        return did

    def remind_invited(self, now: datetime) -> bool:
        """Reminders to those who have not finished."""
        did = inviting.remind(self._database, self._settings, now)
        if did:
            self._on_owed()
        return did

    def count_service(self, now: datetime) -> bool:
        """The service's own indicators of a month, quarter or year that is over."""
        with self._database.read() as session:
            spans = service_values.due(session, now)
            found = [
                (span, service_values.counted(session, span, now)) for span in spans
            ]
        for span, counted in found:
            with self._database.write() as session:
                service_values.add(session, span, counted, now)
        return bool(found)

    def _counted(self, wave_id: uuid.UUID) -> computing.Results:
        """A wave's figures; a large one's from a child, so that no chat waits."""
        with self._database.read() as session:
            if not computing.is_heavy(session, wave_id):
                return computing.work_out(session, wave_id)
        return aside.run(computing.of_wave, self._database.url, wave_id)

    def end_silences(self, now: datetime) -> bool:
        """Talks with officers in which nothing happened any more are the bot's."""
        before = now - timedelta(hours=self._settings.handoff_hours)
        did = False
        with self._database.read() as session:
            ids = talks.silent(session, before)
        for case_id in ids:
            with self._database.write() as session:
                did |= talks.end_silence(session, case_id, before, now)
        if did:
            self._on_owed()
        return did

    def finish_forgotten(self, now: datetime) -> bool:
        """Erase what was kept of forgotten residents to say goodbye; list them, so
        that no backup brings them back."""
        with self._database.write() as session:
            finished = forget.finish_forgotten(session, now)
        listed = nightly.list_forgotten(self._database, self._settings, now)
        return finished > 0 or listed

    def let_go(self, now: datetime) -> bool:
        """Retention."""
        counts = nightly.let_go(self._database, self._settings, now)
        log.info("retention_done", **counts)
        return True

    def back_up(self, now: datetime) -> bool:
        """A backup, and no more old ones than wanted."""
        counts = nightly.back_up(self._database, self._settings, now)
        log.info("backup_done", **counts)
        return True


def _off(channel: str) -> str:
    """The row that tells since when workers have been without this channel."""
    return f"{channel} off"
