"""Told to stop, a sender hands back the calls that never left."""

import asyncio

from api.store.words import DeliveryState
from bot.channels.base import SendError
from tests import patience
from tests.bot.sending import Post, channel, user
from tests.patience import PATIENCE_S

REST_S = 100.0


def test_calls_that_wait_out_a_429_are_made_by_whoever_comes_next(database, clock):
    telegram = channel("telegram", calls_per_s=50.0, timeout_s=REST_S)
    telegram.failures = [SendError("rate", retry_after_s=REST_S)]
    post = Post(database, telegram, clock)
    owed = [post.owe(post.meet(user(number))) for number in range(5)]

    async def stopped_early() -> float:
        stop, loop = asyncio.Event(), asyncio.get_running_loop()
        running = asyncio.create_task(post.sender.run(stop))
        await patience.until(lambda: telegram.parcels)
        began = loop.time()
        stop.set()
        post.sender.wake()
        await running
        return loop.time() - began

    # Neither is the rest of the platform waited for, nor is a call made in it.
    assert asyncio.run(stopped_early()) < PATIENCE_S
    assert telegram.sent == []
    assert len(telegram.parcels) == 1
    post.again()
    post.send()
    assert len(telegram.sent) == len(owed)
    assert {row.state for row in post.rows()} == {DeliveryState.SENT}
