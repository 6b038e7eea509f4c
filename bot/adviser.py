"""Asks a language model to choose among suggested articles, behind the talk's back.

The resident has had the suggestions by then and waits for nothing. One more message
is owed if the model chose one of them in time and said nothing the article does not
say; in every other case nothing happens, and only how it ended is counted.

Not one of the worker's jobs: those take turns, and news must not wait for a model.
"""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlmodel import Session

from api.store import advice as store
from api.store import deliveries
from api.store.advice import Task
from api.store.models import Contact
from api.store.session import Database, is_transient
from api.store.words import AdviceOutcome, DeliveryKind
from bot import advice, model
from bot.breaker import Breaker
from bot.embedding import Embedder
from bot.logs import trouble
from bot.model import ModelError
from bot.turn import Reply
from bot.world import World
from content import decide, grounding, prompting
from content.decide import Outcome
from content.prompting import Candidate

log = structlog.get_logger()

POLL_S = 1.0
REFRESH_S = 5.0
AT_A_TIME = 4
# Beyond the call's own limit: what is done before and after it.
LEASE_BEYOND = timedelta(seconds=30)
# A rewording is looked through word by word, and Burmese has no list of words.
REWORDED = ("th", "en")


@dataclass(frozen=True, slots=True)
class Advice:
    """How a task ended; an article and perhaps a rewording if it ended well."""

    outcome: AdviceOutcome
    slug: str = ""
    text: str = ""


class Adviser:
    """Works the questions that wait for a model."""

    def __init__(
        self,
        database: Database,
        world: Callable[[], World],
        clock: Callable[[], datetime],
        *,
        on_owed: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._world = world
        self._settings = world().settings
        self._endpoint = model.endpoint(self._settings)
        self._clock = clock
        self._on_owed = on_owed
        self._breaker = Breaker()
        self._embedder: Embedder | None = None
        if self._settings.embedding_on:
            self._embedder = Embedder(self._settings, self._endpoint)
        self._embedder_breaker = Breaker()
        self._wake = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """There may be something to ask. Callable from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake.set)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; what is under way is finished."""
        self._loop = asyncio.get_running_loop()
        learning = asyncio.create_task(self._keep_knowing(stop))
        while not stop.is_set():
            try:
                busy = await self.round()
            except Exception as error:
                level = log.warning if is_transient(error) else log.error
                level("advice_failed", **trouble(error))
                busy = False
            if not busy and not stop.is_set():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), POLL_S)
                self._wake.clear()
        learning.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await learning
        await self.close()

    async def _keep_knowing(self, stop: asyncio.Event) -> None:
        """Beside the questions: at first there may be thousands of lines to embed."""
        while not stop.is_set():
            try:
                await self.know_articles()
            except Exception as error:
                log.error("embeddings_failed", **trouble(error))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), REFRESH_S)

    async def close(self) -> None:
        await self._endpoint.close()

    async def round(self) -> bool:
        """Work some of what waits; whether there was anything."""
        tasks = await asyncio.to_thread(self._hold)
        await asyncio.gather(*(self._work(task) for task in tasks))
        return bool(tasks)

    def _hold(self) -> list[Task]:
        now = self._clock()
        with self._database.read() as session:
            if not store.any_due(session, now):
                return []
        lease = timedelta(seconds=self._settings.model_timeout_s) + LEASE_BEYOND
        with self._database.write() as session:
            return store.hold(session, now, lease, AT_A_TIME)

    async def _work(self, task: Task) -> None:
        found = await self._ask(task)
        if await asyncio.to_thread(self._finish, task, found):
            self._on_owed()

    async def _ask(self, task: Task) -> Advice:
        now = self._clock()
        if now - task.asked_at >= store.FRESH:
            return Advice(AdviceOutcome.STALE)
        if self._breaker.rests(now):
            return Advice(AdviceOutcome.RESTING)
        known = advice.candidates(self._world(), task.slugs, task.language)
        meant = await self._by_meaning(task)
        if meant in known:
            return Advice(AdviceOutcome.SHOWN, meant)
        if not known or not self._settings.model_on:
            return Advice(AdviceOutcome.NONE)
        return await self._choose(task, known)

    async def _by_meaning(self, task: Task) -> str:
        """The article we are sure of once embeddings are heard; empty: of none."""
        embedder, now = self._embedder, self._clock()
        if embedder is None or embedder.sure is None:
            return ""
        if self._embedder_breaker.rests(now):
            return ""
        try:
            near = await embedder.nearness(task.question)
        except ModelError as error:
            self._embedder_breaker.failed(self._clock(), error.retry_after_s)
            return ""
        if near is None:
            return ""
        self._embedder_breaker.succeeded()
        index, sure = self._world().index, embedder.sure
        found = await asyncio.to_thread(
            decide.decide, index, task.question, task.language, sure, meant=near
        )
        return found.hits[0].slug if found.outcome is Outcome.ANSWER else ""

    async def know_articles(self) -> None:
        """Have the embeddings of the articles as they are now."""
        now = self._clock()
        if self._embedder is None or self._embedder_breaker.rests(now):
            return
        try:
            await self._embedder.refresh(self._world())
        except ModelError as error:
            self._embedder_breaker.failed(self._clock(), error.retry_after_s)

    async def _choose(self, task: Task, known: Mapping[str, Candidate]) -> Advice:
        rephrase = self._may_rephrase(task.language)
        request = prompting.request(
            self._settings.model_name,
            task.question,
            tuple(known.values()),
            rephrase=rephrase,
        )
        try:
            body = await self._endpoint.choose(request)
        except ModelError as error:
            self._breaker.failed(self._clock(), error.retry_after_s)
            return Advice(error.outcome)
        found = await asyncio.to_thread(judged, body, known, rephrase=rephrase)
        if found.outcome is AdviceOutcome.GARBAGE:
            self._breaker.failed(self._clock())
        else:
            self._breaker.succeeded()
        return found

    def _may_rephrase(self, language: str) -> bool:
        return self._settings.model_rephrase and language in REWORDED

    def _finish(self, task: Task, found: Advice) -> bool:
        """Record how it ended; whether a message is owed now."""
        world, now = self._world(), self._clock()
        article = world.article(found.slug, task.language) if found.slug else None
        with self._database.write() as session:
            contact = store.contact_waiting(session, task.id)
            if contact is None:
                found = Advice(AdviceOutcome.OVERTAKEN)
            elif now - task.asked_at >= store.FRESH:
                found = Advice(AdviceOutcome.STALE)
            owed = None
            if contact is not None and article is not None and found.slug:
                asked = deliveries.last_expectation(session, contact.id)
                reply = advice.shown(
                    world, article, found.text, task.language, asked, now.date()
                )
                owed = _owe(session, contact, reply, task.language, now)
            store.finish(session, task.id, found.outcome, owed)
        return owed is not None


def judged(body: bytes, known: Mapping[str, Candidate], *, rephrase: bool) -> Advice:
    """What an answer is worth: what it says is held against the chosen article."""
    chosen = prompting.read(body, known)
    if chosen is None:
        return Advice(AdviceOutcome.GARBAGE)
    if chosen.slug is None:
        return Advice(AdviceOutcome.NONE)
    text = chosen.text if rephrase else ""
    rules = prompting.rules(rephrase=rephrase)
    if text and grounding.unfounded(text, known[chosen.slug].text, rules=rules):
        # Whoever invents a number is not believed on the choice either.
        return Advice(AdviceOutcome.UNFOUNDED)
    return Advice(AdviceOutcome.SHOWN, chosen.slug, text)


def _owe(
    session: Session, contact: Contact, reply: Reply, language: str, now: datetime
) -> UUID:
    """A free message: without a reply token LINE's waits for their next one."""
    return deliveries.write_down(
        session,
        contact,
        reply.messages,
        kind=DeliveryKind.REPLY,
        now=now,
        language=language,
        expects=reply.expects(),
    )
