"""Whatever a platform does, every delivery ends in exactly one true state."""

import asyncio
import json
import random
from collections import Counter
from dataclasses import dataclass, field

import pytest

from api.store import residents
from api.store.models import Contact
from bot.channels.base import SendError
from bot.channels.memory import MemoryChannel
from content.outbound import Outbound
from tests.bot.sending import FINAL, Post, user

KEYED = ("push", "multicast")


@dataclass
class Platform(MemoryChannel):
    """Takes calls as LINE or Telegram do, and fails at random on the way there or
    back; `reached` counts what each resident really got."""

    account: str = "town"
    chance: random.Random = field(default_factory=random.Random)
    trouble: float = 0.5
    reached: Counter = field(default_factory=Counter)
    keys: dict = field(default_factory=dict)
    tokens: set = field(default_factory=set)
    gone: set = field(default_factory=set)

    async def send(self, parcel):
        call = json.loads(parcel.body)
        await asyncio.sleep(0)
        if parcel.id in self.keys:
            # The same key comes with the same body, or something is badly wrong.
            assert self.keys[parcel.id] == parcel.body
        fault = self.chance.random() / self.trouble if self.trouble else 1.0
        if fault < 0.25:
            raise SendError("unreachable")
        if fault < 0.4:
            raise SendError("rate", retry_after_s=0.001)
        self._accept(parcel, call)
        if fault < 0.8:
            raise SendError("unanswered", ambiguous=parcel.method not in KEYED)
        if fault < 1.0:
            raise Breakdown

    def _accept(self, parcel, call):
        if parcel.method in KEYED and parcel.id in self.keys:
            return
        if parcel.method == "reply":
            if call["reply_token"] in self.tokens:
                raise SendError("token_invalid", permanent=True)
            self.tokens.add(call["reply_token"])
        elif self.gone & set(call["to"]):
            one = len(call["to"]) == 1 and parcel.method != "multicast"
            raise SendError("gone", permanent=True, contact_gone=one)
        self.keys[parcel.id] = parcel.body
        for text in (message["text"] for message in call["messages"]):
            self.reached.update((to, text) for to in call["to"])


class Breakdown(Exception):
    """Our process dies before the outcome is written down."""


def live_through(post, *, days=2):
    """Send, and go on sending with time passing, until nothing is on its way."""
    for _ in range(60):
        post.later(minutes=12)
        if all(row.state in FINAL for row in post.rows()):
            return
        if post.channel.chance.random() < 0.2:
            post.again()
    post.channel.trouble = 0.0
    post.later(days=days)


def check(post, what):
    """`what`: delivery -> (to, text) it stands for, as the platform saw it."""
    for row in post.rows():
        assert row.state in FINAL
        assert (row.done_at is None) == (row.state == "parked")
        got = post.channel.reached[what[row.id]]
        wanted = {"sent": {1}, "unknown": {0, 1}}.get(row.state.value, {0})
        assert got in wanted, (row.state, row.reason, got)


@pytest.mark.parametrize("seed", range(2))
def test_through_telegram_nothing_arrives_twice_and_nothing_is_forgotten(
    database, clock, seed
):
    platform = Platform("telegram", chance=random.Random(seed))
    post = Post(database, platform, clock)
    what = {}
    for number in range(12):
        contact = post.meet(str(number))
        for step in range(2):
            text = f"{number} {step}"
            what[post.owe(contact, Outbound(text)).id] = (str(number), text)
    platform.gone = {"3"}
    live_through(post)
    check(post, what)


@pytest.mark.parametrize("seed", range(2))
def test_through_line_a_broadcast_reaches_everyone_once_or_its_ledger_says_why(
    database, clock, seed
):
    platform = Platform("line", most_recipients=4, chance=random.Random(seed))
    post = Post(database, platform, clock)
    platform.gone = {user(103)}
    post.broadcast(14)
    what = {}
    with database.read() as session:
        for row in post.rows():
            contact = session.get_one(Contact, row.contact_id)
            to = residents.address(session, contact)
            what[row.id] = (to, "ข่าวเมือง")
    pushed = post.push(post.meet(user(1)), Outbound("ถึงหน่อย"))
    what[pushed.id] = (user(1), "ถึงหน่อย")
    live_through(post)
    check(post, what)
    # A key makes a repeat harmless: nobody is left in doubt.
    assert {row.state.value for row in post.rows()} <= {"sent", "failed"}


@pytest.mark.parametrize("seed", range(2))
def test_replies_arrive_once_by_their_token_or_are_parked(database, clock, seed):
    platform = Platform("line", chance=random.Random(seed))
    post = Post(database, platform, clock)
    what = {}
    for number in range(15):
        contact = post.meet(user(number))
        text = f"ตอบ {number}"
        owed = post.owe(contact, Outbound(text), token=f"t{number}")
        what[owed.id] = (user(number), text)
    post.send()
    for _ in range(10):
        post.later(seconds=5)
    post.again()
    post.send()
    check(post, what)
