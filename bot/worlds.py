"""The world of this process, and how it is brought up to date."""

import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import structlog

from api.ports import Export
from api.settings import Settings
from api.store import articles as article_store
from api.store import export_files
from api.store.export_files import Form, Written
from api.store.models import ArticleRevision
from api.store.session import Database
from bot import aside
from bot.world import World
from content import articles, effects, emergency, messages, search
from content.articles import Article
from content.effects import Asked, Effects, Expected, Wording
from content.search import Index

log = structlog.get_logger()


class Worlds:
    """The world of this process, and how it is brought up to date."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self._database = database
        self._settings = settings
        self._building = threading.Lock()
        self._world = self._build(search.build)

    def __call__(self) -> World:
        return self._world

    def refresh(self) -> bool:
        """Build anew if a revision has landed; the old world serves meanwhile."""
        with self._database.read() as session:
            if article_store.stamp(session) == self._world.stamp:
                return False
        with self._building:
            # Not in this process: cutting words holds the interpreter for a second.
            self._world = self._build(lambda found: aside.run(search.build, found))
        return True

    def _build(self, build: Callable[[tuple[Article, ...]], Index]) -> World:
        with self._database.read() as session:
            stamp = article_store.stamp(session)
            live = article_store.live(session)
        found = tuple(_parsed(live))
        return World(
            settings=self._settings,
            messages=messages.load(),
            articles={(each.slug, each.language): each for each in found},
            index=build(found),
            hotlines=emergency.load_hotlines(),
            stamp=stamp,
        )


def weigh(
    live: Sequence[Wording],
    revised: Wording,
    checked: Sequence[Expected],
    recent: Sequence[Asked] = (),
) -> Effects:
    """What a revision would change, found out aside: two indexes are built for it."""
    return aside.run(effects.weigh, live, revised, checked, recent)


def exporting(settings: Settings) -> Export:
    """Writes a wave's rows to a file aside: a large one takes seconds of computing."""

    def export(
        database: Database, wave_key: str, form: Form, language: str, path: Path
    ) -> Written:
        return aside.run(
            export_files.write_apart, settings, wave_key, form, language, path
        )

    return export


def _parsed(revisions: Iterable[ArticleRevision]) -> Iterable[Article]:
    """The articles; one that cannot be read is left out, never the rest with it."""
    for revision in revisions:
        try:
            yield articles.parse(
                revision.source_text, slug=revision.slug, language=revision.language
            )
        except articles.ArticleError as error:
            log.error("article_unreadable", slug=revision.slug, reason=error.reason)
