"""What tests of sending begin with: an outbox with something in it, and a sender."""

import asyncio
import json
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from api.store import broadcasts, deliveries, expansion, quotas
from api.store.models import Delivery
from api.store.words import DeliveryKind, DeliveryState
from bot.channels.memory import MemoryChannel
from bot.sender import Sender
from content.outbound import Choice, Outbound
from tests.api import given

NEWS = {"th": (Outbound("ข่าวเมือง"),), "en": (Outbound("Town news"),)}
FINAL = set(DeliveryState) - {DeliveryState.PENDING, DeliveryState.SENDING}


def user(number: int) -> str:
    """An address as LINE makes them."""
    return f"U{number:032x}"


def news(session, broadcast_id, language):
    return NEWS.get(language)


def asking(text: str, *labels: str) -> Outbound:
    choices = tuple(Choice(label, f"press:{label}") for label in labels)
    return Outbound(text, choices=choices, numbered=True)


class Reopened:
    """A real channel for one event loop after the other: opened anew in each."""

    def __init__(self, make):
        self._make = make
        self._open = make()

    def __getattr__(self, name):
        return getattr(self._open, name)

    async def close(self):
        await self._open.close()
        self._open = self._make()


class Post:
    """The outbox of one account and its sender, in a process of its own.

    `again()` is the same outbox after the process was killed and another began.
    """

    def __init__(self, database, channel, clock, *, reserve=0, words_of=news):
        self.database, self.channel, self.clock = database, channel, clock
        self.options = {"quota_reserve": reserve, "words_of": words_of}
        self.sender = self._sender()

    def _sender(self):
        return Sender(
            self.database,
            self.channel,
            self.clock,
            chance=lambda: 0.0,
            **self.options,
        )

    def again(self):
        """Another process, once the leases of the dead one have lapsed."""
        self.clock.forward(minutes=2)
        self.sender = self._sender()

    def send(self):
        """Send all that is due now."""

        async def sending():
            try:
                await self.sender.settle_all()
            finally:
                await self.channel.close()

        asyncio.run(sending())

    def later(self, **step):
        """Send what is due some time later; what a platform asked us to wait for
        is over by then."""
        self.clock.forward(**step)
        self.sender._paused_until.clear()
        self.send()

    def meet(self, address=None, **options):
        with self.database.write() as session:
            return given.contact(
                session,
                address or user(1),
                self.clock(),
                channel=self.channel.name,
                **options,
            )

    def owe(self, contact, *words, kind=DeliveryKind.REPLY, token=None):
        now = self.clock.forward(milliseconds=1)
        with self.database.write() as session:
            return deliveries.owe(
                session,
                contact,
                words or (Outbound("ค่ะ"),),
                kind=kind,
                now=now,
                language="th",
                reply_token=token,
                token_at=now if token else None,
            )

    def push(self, contact, *words):
        return self.owe(contact, *words, kind=DeliveryKind.OFFICER)

    def broadcast(self, count, *, languages=("th",)):
        """A broadcast that is being sent to so many residents, numbered from 100."""
        now = self.clock()
        with self.database.write() as session:
            for number in range(count):
                given.contact(
                    session,
                    self.address(100 + number),
                    now,
                    channel=self.channel.name,
                    language=languages[number % len(languages)],
                    subscribed=True,
                )
            author, second = (given.officer(session, x, now) for x in ("anna", "boon"))
            report = given.report(session, author, now)
            made = broadcasts.propose(session, report.id, author.id, now)
            broadcasts.approve(
                session,
                made.id,
                second.id,
                seen_sha256=made.content_sha256,
                now=now,
                delay=timedelta(0),
            )
        with self.database.write() as session:
            expansion.start(session, made.id, now)
        more = True
        while more:
            with self.database.write() as session:
                more = expansion.expand(session, made.id, now, on={self.channel.name})
        return made

    def address(self, number):
        return str(number) if self.channel.name == "telegram" else user(number)

    def quota(self, allowed, used=0):
        with self.database.write() as session:
            quotas.note(
                session,
                self.channel.name,
                self.channel.account,
                allowed=allowed,
                used=used,
                now=self.clock(),
            )

    def rows(self):
        with self.database.read() as session:
            query = select(Delivery).order_by(Delivery.created_at, Delivery.id)
            return list(session.scalars(query))

    def fate(self, delivery):
        """(state, reason) of a delivery."""
        with self.database.read() as session:
            row = session.get_one(Delivery, delivery.id)
            return row.state.value, row.reason

    def fates(self):
        """How many deliveries are in which state for which reason."""
        found = {}
        for row in self.rows():
            key = (row.state.value, row.reason)
            found[key] = found.get(key, 0) + 1
        return found


def channel(name="line", **options):
    given = {"account": "town", "most_recipients": 3 if name == "line" else 1}
    return MemoryChannel(name=name, **(given | options))


@dataclass
class Scripted(MemoryChannel):
    """A platform that does to a call what `meets` says, awaited if it is to wait."""

    name: str = "line"
    account: str = "town"
    most_recipients: int = 3
    meets: object = None
    allowed: int | None = None
    asked: list = field(default_factory=list)

    async def send(self, parcel):
        call = json.loads(parcel.body)
        if self.meets is not None:
            found = self.meets(call)
            if asyncio.iscoroutine(found):
                await found
        await super().send(parcel)

    async def quota(self):
        self.asked.append(1)
        used = sum(len(call.to) for call in self.sent if call.method != "reply")
        return self.allowed, used


def texts(call):
    return [message.text for message in call.messages]
