"""Trouble with what is paid for never costs a reply its token."""

import asyncio
import threading

import pytest

from bot.channels.base import SendError
from tests.bot.sending import Post, Scripted, user
from tests.patience import PATIENCE_S

# More than are sent at once.
MANY = 20


@pytest.fixture
def post(database, clock):
    return Post(database, Scripted(), clock)


@pytest.fixture
def replied(post):
    """Set once a reply went; until then LINE does not say what quota is left, so that
    pushes rest."""
    replied = threading.Event()

    async def quota():
        await asyncio.to_thread(replied.wait, PATIENCE_S)
        return None, 0

    def reply_went(call):
        if call["method"] == "reply":
            replied.set()

    post.channel.quota = quota
    post.channel.meets = reply_went
    return replied


def push_to_many(post):
    for number in range(MANY):
        post.push(post.meet(user(100 + number)))


def methods(post):
    return [call.method for call in post.channel.sent]


def test_officers_answers_that_must_rest_take_no_replys_turn(post, replied):
    push_to_many(post)
    post.owe(post.meet(), token="t")
    post.send()
    assert methods(post) == ["reply", *["push"] * MANY]


def test_officers_answers_to_be_tried_again_take_no_replys_turn(post, replied):
    def away(call):
        raise SendError("unreachable")

    replied_later, post.channel.meets = post.channel.meets, away
    replied.set()
    push_to_many(post)
    post.owe(post.meet(), token="t")
    post.send()
    # Another process takes over, which has not heard of the quota yet.
    replied.clear()
    post.channel.meets = replied_later
    post.clock.forward(seconds=16)
    post.sender = post._sender()
    post.send()
    assert methods(post) == ["reply", *["push"] * MANY]


def test_officers_answers_by_slow_calls_hold_up_no_reply(post):
    replied = threading.Event()

    async def slow(call):
        if call["method"] == "reply":
            replied.set()
        else:
            assert await asyncio.to_thread(replied.wait, PATIENCE_S)

    post.channel.meets = slow
    push_to_many(post)
    # One of them is being pushed to at this moment.
    for number in (1, 100):
        post.owe(post.meet(user(number)), token=f"t{number}")
    post.send()
    assert methods(post)[:2] == ["reply", "reply"]
    assert post.fates() == {("sent", None): MANY + 2}
