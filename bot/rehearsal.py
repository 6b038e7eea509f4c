"""The conversation as it would go, with nothing stored: to try content and measure.

The same code as a resident's message goes through, on a database that is made for it
and thrown away, each turn rolled back.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from api.settings import Settings
from api.store import consents, migrate, residents
from api.store.keys import Keys
from api.store.session import Database
from api.store.types import uuid7
from api.store.words import ConsentPurpose
from bot import conversation
from bot.turn import Inbound, Kind, Turn, listen
from bot.world import World
from content import emergency, messages, search
from content.articles import Article
from content.decide import Decision
from content.notice import NOTICE_VERSION

CHANNEL = "terminal"


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a text, and what would be said."""

    outcome: str
    """answer, suggest, unknown, emergency, smalltalk, person, menu, ..."""
    danger: str | None
    """The kind of danger it speaks of."""
    decided: tuple[Decision, ...]
    said: str


class Rehearsal:
    """One resident past the welcome, who says one thing after another anew."""

    def __init__(self, database: Database, world: World) -> None:
        self._database = database
        self._world = world

    def play(self, text: str, language: str, now: datetime) -> Played:
        """What the bot would do with a text of someone who reads `language`."""
        inbound = Inbound(CHANNEL, CHANNEL, CHANNEL, Kind.TEXT, now, text=text)
        heard = listen(self._world, inbound)
        with self._database.write() as session:
            contact = residents.find(
                session, channel=CHANNEL, account=CHANNEL, address=CHANNEL
            )
            assert contact is not None
            resident = residents.lock(session, contact.resident_id)
            resident.language = language
            turn = Turn(
                session=session,
                world=self._world,
                inbound=inbound,
                heard=heard,
                contact=contact,
                resident=resident,
                now=now,
                expects=None,
                event_id=uuid7(),
                recall=lambda event_id: None,
            )
            reply = conversation.respond(turn)
            session.rollback()
        return Played(
            outcome=turn.did,
            danger=heard.danger.kind.value if heard.danger else None,
            decided=turn.decided,
            said="\n".join(message.plain() for message in reply.messages),
        )


@contextmanager
def rehearsal(
    articles: Iterable[Article], settings: Settings, now: datetime
) -> Iterator[Rehearsal]:
    """A stage with these articles; gone afterwards."""
    known = tuple(articles)
    world = World(
        settings=settings,
        messages=messages.load(),
        articles={(each.slug, each.language): each for each in known},
        index=search.build(known),
        hotlines=emergency.load_hotlines(),
        stamp="rehearsal",
    )
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'rehearsal.db'}"
        database = Database(url, Keys(os.urandom(32)))
        try:
            migrate.migrate(database)
            _enter(database, now)
            yield Rehearsal(database, world)
        finally:
            database.close()


def _enter(database: Database, now: datetime) -> None:
    """A resident who has been welcomed."""
    with database.write() as session:
        contact = residents.meet(
            session, channel=CHANNEL, account=CHANNEL, address=CHANNEL, now=now
        )
        consents.give(
            session,
            contact.resident_id,
            ConsentPurpose.NOTICE,
            version=NOTICE_VERSION,
            channel=CHANNEL,
            now=now,
        )
