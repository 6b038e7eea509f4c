"""What the conversation knows that is the same for everyone."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass

import structlog

from api.settings import Settings
from api.store import articles as article_store
from api.store.models import ArticleRevision
from api.store.session import Database
from content import articles, emergency, messages, search
from content.articles import Article
from content.emergency import Hotline
from content.messages import Messages
from content.search import Index

log = structlog.get_logger()


@dataclass(frozen=True)
class World:
    """Read at the start, replaced whole when officers change an article."""

    settings: Settings
    messages: Messages
    articles: dict[tuple[str, str], Article]
    """(slug, language) -> the live article."""
    index: Index
    hotlines: tuple[Hotline, ...]
    stamp: str
    """Which revisions this was built from."""

    def say(self, key: str, language: str | None, **values: object) -> str:
        return self.messages.say(key, language, **values)

    def article(self, slug: str, language: str) -> Article | None:
        """The article in this language, or else in English or Thai."""
        order = {"th": ("th", "en"), "en": ("en", "th"), "my": ("my", "en", "th")}
        for each in order.get(language, ("th", "en")):
            found = self.articles.get((slug, each))
            if found is not None:
                return found
        return None


class Worlds:
    """The world of this process, and how it is brought up to date."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings
        self._building = threading.Lock()
        self._world = self._build()

    def __call__(self) -> World:
        return self._world

    def refresh(self) -> bool:
        """Build anew if a revision has landed; the old world serves meanwhile."""
        with self._database.read() as session:
            if article_store.stamp(session) == self._world.stamp:
                return False
        with self._building:
            self._world = self._build()
        return True

    def _build(self) -> World:
        with self._database.read() as session:
            stamp = article_store.stamp(session)
            live = article_store.live(session)
        found = tuple(_parsed(live))
        return World(
            settings=self._settings,
            messages=messages.load(),
            articles={(each.slug, each.language): each for each in found},
            index=search.build(found),
            hotlines=emergency.hotlines(),
            stamp=stamp,
        )


def _parsed(revisions: Iterable[ArticleRevision]) -> Iterable[Article]:
    """The articles; one that cannot be read is left out, never the rest with it."""
    for revision in revisions:
        try:
            yield articles.parse(
                revision.source_text, slug=revision.slug, language=revision.language
            )
        except articles.ArticleError as error:
            log.error("article_unreadable", slug=revision.slug, reason=error.reason)
