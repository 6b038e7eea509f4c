"""A resident at a keyboard, for tests that read as transcripts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import cache
from uuid import uuid4

from sqlalchemy import select
from sqlmodel import col

from api.settings import Settings
from api.store import brought, deliveries, events, photos, residents, waves
from api.store.models import Answer, Contact, Delivery
from api.store.session import Database
from bot.channels import memory
from bot.handler import Handler
from bot.turn import Inbound, Kind
from bot.world import World
from content import articles, emergency, messages, search
from content.commands import plain
from content.outbound import Outbound
from surveys import definition
from surveys.definition import Survey

READERS = dict.fromkeys(("line", "telegram", "web", "terminal"), memory.read)


def prepare(database: Database, now: datetime) -> None:
    """One open wave of the shipped survey."""
    with database.write() as session:
        waves.ensure_shipped(session, shipped_surveys(), now)


@cache
def shipped_surveys() -> tuple[Survey, ...]:
    """What a new town asks, read once for all tests."""
    return (definition.first(),)


@cache
def shipped_world(**settings: object) -> World:
    """The shipped content, read once for all tests whatever their settings."""
    if settings:
        return replace(shipped_world(), settings=_settings(**settings))
    found = articles.load_all()
    return World(
        settings=_settings(),
        messages=messages.load(),
        articles={(each.slug, each.language): each for each in found},
        index=search.build(found),
        hotlines=emergency.load_hotlines(),
        stamp="shipped",
    )


def _settings(**settings: object) -> Settings:
    return Settings(**{"public_url": "https://town.example", **settings})


def make_handler(
    database: Database, clock: Callable[[], datetime], **settings: object
) -> Handler:
    world = shipped_world(**settings)
    return Handler(database, lambda: world, READERS, clock)


class Resident:
    """Someone on one channel. What they get back is kept in `heard`."""

    def __init__(
        self,
        handler: Handler,
        database: Database,
        clock: Callable[[], datetime],
        *,
        channel: str = "line",
        address: str | None = None,
    ) -> None:
        self._handler = handler
        self._database = database
        self._clock = clock
        self.channel = channel
        self.address = address or f"U{uuid4().hex}"
        self.heard: list[Outbound] = []

    def says(self, text: str) -> str:
        """What the bot answers, as plain text."""
        return self.does(Kind.TEXT, text=text, message_id=str(uuid4()))

    def presses(self, label: str) -> str:
        """Press the button with this label among the last ones shown."""
        return self.does(Kind.PRESS, data=self.button(label))

    def button(self, label: str) -> str:
        """What the button carries. Fails when it was not shown."""
        shown = [choice for said in self.heard for choice in said.choices]
        for choice in shown:
            bare = choice.label.split(". ", 1)[-1]
            if plain(label) in (plain(choice.label), plain(bare)):
                return choice.data
        raise AssertionError(f"no button {label!r} among {[c.label for c in shown]}")

    def does(self, kind: str, *, key: str | None = None, **fields: object) -> str:
        """Anything a platform may report of a resident; `kind` as in `Kind`."""
        inbound = replace(
            Inbound(self.channel, "town", self.address, Kind(kind), self._clock()),
            **fields,
        )
        taken = memory.take(self.address, inbound, key=key)
        before = self._last_delivery()
        with self._database.write() as session:
            row = events.row(session.info["keys"], taken, self._clock())
            events.take(session, [row])
        self._handler.drain()
        self.heard = self._since(before)
        return "\n".join(said.plain() for said in self.heard)

    def brings(self, content: bytes) -> str:
        """Send a picture as the town's page does; what it is called from now on."""
        contact, photo_id = self.contact, uuid4()
        with self._database.write() as session:
            kept = photos.sealed(session.info["keys"], photo_id, content)
            assert kept is not None
            assert brought.bring(session, contact, photo_id, kept, self._clock())
        return str(photo_id)

    @property
    def labels(self) -> list[str]:
        return [choice.label for said in self.heard for choice in said.choices]

    @property
    def contact(self) -> Contact:
        with self._database.read() as session:
            found = residents.find(
                session, channel=self.channel, account="town", address=self.address
            )
        assert found is not None
        return found

    def everything(self) -> list[Outbound]:
        """All that was ever owed to them, in its order."""
        return self._since(None)

    def _last_delivery(self) -> Delivery | None:
        rows = self._deliveries()
        return rows[-1] if rows else None

    def _since(self, before: Delivery | None) -> list[Outbound]:
        rows = self._deliveries()
        new = [row for row in rows if before is None or row.id > before.id]
        with self._database.read() as session:
            return [
                said
                for row in new
                for said in deliveries.messages_of(session, row) or ()
            ]

    def _deliveries(self) -> list[Delivery]:
        with self._database.read() as session:
            contact = residents.find(
                session, channel=self.channel, account="town", address=self.address
            )
            if contact is None:
                return []
            return list(
                session.scalars(
                    select(Delivery)
                    .where(col(Delivery.contact_id) == contact.id)
                    .order_by(col(Delivery.id))
                )
            )


def begins(resident: Resident, language: str = "ไทย", *, news: bool = False) -> None:
    """Past the welcome: a language chosen, news answered."""
    resident.says("สวัสดีค่ะ")
    resident.presses(language)
    wanted = {
        "ไทย": ("ส่งมาเลย", "ไม่ต้องส่ง"),
        "English": ("Yes, send it", "No, thanks"),
        "မြန်မာ": ("ပို့ပါ", "မပို့ပါနဲ့"),
    }[language]
    resident.presses(wanted[0] if news else wanted[1])


def start(resident: Resident) -> str:
    """Past the introduction of the survey: its first question."""
    begins(resident)
    resident.says("ตอบแบบสอบถาม")
    return resident.presses("ยินดีตอบ")


def answers_of(database: Database) -> dict[str, object]:
    """What is recorded of the one response: by question, its value or its state."""
    with database.read() as session:
        rows = session.scalars(select(Answer)).all()
    return {
        row.question_key: row.value if row.state == "answered" else row.state
        for row in rows
    }
