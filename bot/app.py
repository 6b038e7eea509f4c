"""A town in one process: webhooks, chat page, API, console, handler, senders, jobs."""

import asyncio
import ctypes
import gc
import sys
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import structlog
from starlette.applications import Starlette
from starlette.routing import BaseRoute, Mount

from api.app import create_app as create_api
from api.ports import Ports
from api.settings import Settings
from api.store.session import Database
from api.store.types import utc_now
from bot import packing, webchat, webhooks, worlds
from bot.adviser import Adviser
from bot.aside import AsideError
from bot.channels import line_events, telegram_updates, terminal, web
from bot.channels.base import Channel
from bot.handler import Handler
from bot.handling import Reader
from bot.inbox import Inbox
from bot.logs import trouble
from bot.noticing import Notices
from bot.sender import Sender
from bot.signals import Signals
from bot.turn import Taken
from bot.worker import Worker
from bot.worlds import Worlds

log = structlog.get_logger()

REFRESH_S = 5.0
# A thread that computes lets the others run after this long (Python's default: 5 ms).
SWITCH_S = 0.0005
# glibc: what is larger is no neighbour of small things (its own default, kept).
M_MMAP_THRESHOLD = -3
LARGE_BYTES = 128 * 1024
READERS: dict[str, Reader] = {
    "line": line_events.read,
    "telegram": telegram_updates.read,
    "web": web.read,
    "terminal": terminal.read,
}
Clock = Callable[[], datetime]
# A town has one account on LINE. Were it named after its secret, a new secret would
# make strangers of everybody.
LINE_ACCOUNT = "line"


class Town:
    """Everything that runs besides answering HTTP, wired together."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        *,
        clock: Clock = utc_now,
        works: bool = True,
        on_failure: Callable[[], None] = lambda: None,
    ) -> None:
        """`works`: handle, send and run jobs here; False: only take events in.

        `on_failure` is called when a part of it died that nothing here can mend:
        webhooks must not go on being answered while nobody handles them.
        """
        self.database = database
        self.settings = settings
        self.clock = clock
        self.works = works
        self.on_failure = on_failure
        self.inbox = Inbox(database, clock, on_taken=self.wake_handler)
        self.handler: Handler | None = None
        self.worker: Worker | None = None
        self.adviser: Adviser | None = None
        self.senders: list[Sender] = []
        self.channels: dict[str, Channel] = {}

    def wake_handler(self) -> None:
        if self.handler is not None:
            self.handler.wake()

    def wake_senders(self) -> None:
        for sender in self.senders:
            sender.wake()

    def _handled(self) -> None:
        """A reply is owed, and perhaps a question waits for the model."""
        self.wake_senders()
        if self.adviser is not None:
            self.adviser.wake()

    def wake_all(self) -> None:
        self.wake_handler()
        self._handled()
        if self.worker is not None:
            self.worker.wake()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run until the block ends; then finish what is under way."""
        stop = asyncio.Event()
        tasks: list[asyncio.Task[None]] = []
        if self.works:
            _be_lean()
            worlds = self._assemble()
            be_quick()
            tasks = [asyncio.create_task(work) for work in self._work(stop, worlds)]
            for task in tasks:
                task.add_done_callback(self._ended)
        try:
            yield
        finally:
            stop.set()
            self.wake_all()
            await asyncio.gather(*tasks, return_exceptions=True)
            await asyncio.to_thread(self.inbox.close)
            for channel in self.channels.values():
                await channel.close()

    def _assemble(self) -> Worlds:
        self.channels = make_channels(self.settings)
        worlds = Worlds(self.database, self.settings)
        notices = Notices(self.channels)
        notices.attach()
        self.handler = Handler(
            self.database,
            worlds,
            READERS,
            self.clock,
            on_owed=self._handled,
            notice=notices.begin,
        )
        words_of = packing.report_words(self.settings.public_url)
        self.senders = [
            Sender(
                self.database,
                channel,
                self.clock,
                words_of=words_of,
                quota_reserve=self.settings.line_quota_reserve,
            )
            for channel in self.channels.values()
        ]
        self.worker = Worker(
            self.database,
            self.settings,
            self.clock,
            # The web page fetches what it is owed: it needs no sender.
            channels={"web", *self.channels},
            on_owed=self.wake_senders,
        )
        if self.settings.advice_on:
            self.adviser = Adviser(
                self.database, worlds, self.clock, on_owed=self.wake_senders
            )
        return worlds

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("task_died", **trouble(error))
            self.on_failure()

    def _work(
        self, stop: asyncio.Event, worlds: Worlds
    ) -> list[Coroutine[Any, Any, None]]:
        assert self.handler is not None
        assert self.worker is not None
        work = [
            self.handler.run(stop),
            self.worker.run(stop),
            self._keep_fresh(stop, worlds),
        ]
        if self.adviser is not None:
            work.append(self.adviser.run(stop))
        work += [sender.run(stop) for sender in self.senders]
        if not self.database.is_sqlite:
            signals = Signals(self.database, self.wake_handler, self.wake_senders)
            work.append(signals.run(stop))
        if self.settings.telegram_on and not self.settings.public_url:
            work.append(self._poll_telegram(stop))
        return work

    async def _keep_fresh(self, stop: asyncio.Event, worlds: Worlds) -> None:
        """Notice revisions of articles, whoever wrote them, in any process."""
        while not stop.is_set():
            try:
                await asyncio.to_thread(worlds.refresh)
            except AsideError as error:
                log.warning("world_not_refreshed", reason=str(error))
            except Exception as error:
                log.warning("world_not_refreshed", **trouble(error))
            try:
                await asyncio.wait_for(stop.wait(), REFRESH_S)
            except TimeoutError:
                continue

    async def _poll_telegram(self, stop: asyncio.Event) -> None:
        from bot.channels import telegram

        account = telegram_account(self.settings)

        async def take(updates: list[bytes]) -> None:
            await self.inbox.take(list(_readable(updates, account)))

        await telegram.poll(self.channels["telegram"], take, stop)


def _readable(updates: list[bytes], account: str) -> Iterator[Taken]:
    """The updates as events; one that is none must not hold the others back."""
    for update in updates:
        try:
            yield telegram_updates.take(update, account)
        except ValueError:
            log.warning("update_unreadable")


def telegram_account(settings: Settings) -> str:
    """Our account on Telegram: the number every token begins with."""
    return settings.telegram_token.get_secret_value().partition(":")[0]


def make_channels(settings: Settings) -> dict[str, Channel]:
    """The channels that have credentials. Their libraries are loaded only then:
    LINE's alone takes 100 MB."""
    channels: dict[str, Channel] = {}
    if settings.line_on:
        from bot.channels.line import LineChannel

        channels["line"] = LineChannel(
            api_url=settings.line_api_url,
            access_token=settings.line_access_token.get_secret_value(),
            account=LINE_ACCOUNT,
        )
    if settings.telegram_on:
        from bot.channels.telegram import TelegramChannel

        channels["telegram"] = TelegramChannel(
            api_url=settings.telegram_api_url,
            token=settings.telegram_token.get_secret_value(),
            account=telegram_account(settings),
        )
    return channels


def create_app(town: Town) -> Starlette:
    """The town's whole address space. Webhooks stand apart from the rest: they must
    be quick, and they are guarded by signatures instead of origins."""
    settings = town.settings
    api = create_api(
        town.database,
        settings,
        clock=town.clock,
        ports=Ports(
            wake=town.wake_all,
            weigh=worlds.weigh,
            export=worlds.exporting(settings),
        ),
    )
    api.include_router(
        webchat.create_router(town.inbox, town.database), include_in_schema=False
    )
    routes: list[BaseRoute] = []
    if settings.line_on:
        secret = settings.line_channel_secret.get_secret_value()
        routes.append(webhooks.line(town.inbox, secret=secret, account=LINE_ACCOUNT))
    if settings.telegram_on:
        routes.append(
            webhooks.telegram(
                town.inbox,
                secret=webhooks.telegram_secret(settings, town.database.keys),
                account=telegram_account(settings),
            )
        )

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with town.running():
            yield

    return Starlette(routes=[*routes, Mount("/", api)], lifespan=lifespan)


def _be_lean() -> None:
    """Have the system take back at once what a large array held.

    Left to itself, glibc keeps arrays among the small things from the first large one
    that is freed; what stands between them then holds some 25 MB once an index is
    built (https://man7.org/linux/man-pages/man3/mallopt.3.html). Elsewhere: nothing.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, LARGE_BYTES)


def be_quick() -> None:
    """Keep Python's own housekeeping short: webhooks wait for an answer meanwhile.

    What was loaded for good need not be looked through for garbage again and again:
    everything stands still for a fifth of a second each time.
    """
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(SWITCH_S)
