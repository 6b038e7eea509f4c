"""A poll that waits for news: one window of a browser, and no longer than needed."""

import asyncio
import uuid
from types import SimpleNamespace

import httpx2
import pytest

from bot import webchat
from content.outbound import Outbound
from tests import patience
from tests.bot import chatting
from tests.patience import PATIENCE_S

app, browser, inbox = chatting.app, chatting.browser, chatting.inbox


@pytest.fixture
def looks(monkeypatch):
    """One for each time that a poll looked for news and found none."""
    looks, news = [], webchat.WebChat.news

    def looked(*asked):
        found = news(*asked)
        if not found:
            looks.append(asked)
        return found

    monkeypatch.setattr(webchat.WebChat, "news", looked)
    return looks


def at_once(app, browser):
    """The browser's further windows, which can ask while others wait."""
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=app),
        base_url="http://testserver",
        cookies={"ecotown_chat": browser.cookies["ecotown_chat"]},
    )


def test_a_second_window_does_not_wait_beside_the_first(
    app, browser, looks, monkeypatch
):
    passed_s = [0.0]
    monkeypatch.setattr(webchat, "time", SimpleNamespace(monotonic=lambda: passed_s[0]))
    monkeypatch.setattr(webchat, "POLL_S", 2.0)
    browser.get("/chat")

    async def both():
        async with at_once(app, browser) as client:
            first = asyncio.create_task(client.get("/chat/messages"))
            await patience.until(lambda: looks)
            # No time passes: whoever waits for its end would wait for ever.
            async with asyncio.timeout(PATIENCE_S):
                second = await client.get("/chat/messages")
            passed_s[0] = 2.0
            return (await first).json(), second.json()

    first, second = asyncio.run(both())
    assert first["again_ms"] == 0
    assert second["again_ms"] > 0


def test_a_waiting_poll_is_answered_as_soon_as_there_is_something(
    app, browser, inbox, looks, monkeypatch
):
    monkeypatch.setattr(webchat, "POLL_S", 10 * PATIENCE_S)
    inbox.answers["hello"] = Outbound(text="สวัสดีค่ะ")
    browser.get("/chat")

    async def talk():
        async with at_once(app, browser) as client:
            poll = asyncio.create_task(client.get("/chat/messages"))
            await patience.until(lambda: looks)
            await client.post(
                "/chat/messages", json={"id": str(uuid.uuid4()), "text": "hello"}
            )
            return (await asyncio.wait_for(poll, PATIENCE_S)).json()

    assert "สวัสดีค่ะ" in asyncio.run(talk())["messages"][0]["html"]
