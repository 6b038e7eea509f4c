"""The three ways a made-up resident talks to the town, each by its real path.

LINE's events arrive as signed webhooks of many, Telegram's are fetched by the town,
a browser posts to the chat page and asks it for what is new.
"""

import asyncio
import html
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Protocol
from uuid import uuid4

import aiohttp

from tests.demo.residents import MadeUp
from tests.demo.town import Demo
from tests.platforms.line import (
    LineStandIn,
    follow_event,
    new_user_id,
    postback_event,
    text_event,
)
from tests.platforms.line_events import Event
from tests.platforms.telegram import (
    TelegramStandIn,
    new_chat_id,
    next_update_id,
    text_update,
)

LOOK_EVERY_S = 0.05
# How many events LINE puts into one webhook here.
MOST_EVENTS = 50
SEND_AGAIN_S = 1.0
ANSWERED_AFTER_S = 0.2
BUTTON = re.compile(r'name="data" value="([^"]*)"')


class Phone(Protocol):
    """What one resident does, and the buttons they are shown."""

    async def begin(self) -> None: ...
    async def say(self, text: str) -> None: ...
    async def press(self, data: str) -> None: ...
    async def hear(self) -> list[str]:
        """Wait for the next answer; what its buttons carry."""
        ...


class Ears:
    """Hands what a stand-in delivered to whom it was for."""

    def __init__(self) -> None:
        self._heard: dict[Any, asyncio.Queue[list[str]]] = {}

    def of(self, address: Any) -> "asyncio.Queue[list[str]]":
        return self._heard.setdefault(address, asyncio.Queue())


class LineExchange:
    """LINE between its users and the town: gathers events, spreads answers."""

    def __init__(self, line: LineStandIn) -> None:
        self.line = line
        self.ears = Ears()
        self._events: list[Event] = []
        self._told = 0

    def send(self, event: Event) -> None:
        self._events.append(event)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            delivered = self.line.delivered[self._told :]
            self._told += len(delivered)
            for each in delivered:
                items = each.message.get("quickReply", {}).get("items", [])
                data = [item["action"]["data"] for item in items]
                self.ears.of(each.to).put_nowait(data)
            while self._events:
                await self._deliver()
            await asyncio.sleep(LOOK_EVERY_S)

    async def _deliver(self) -> None:
        """What is not taken is sent again, as LINE redelivers."""
        events, self._events = self._events[:MOST_EVENTS], self._events[MOST_EVENTS:]
        try:
            status = await asyncio.to_thread(self.line.deliver, *events)
        except OSError:
            status = 0  # it took longer than LINE waits
        if status != 200:
            self._events = events + self._events
            await asyncio.sleep(SEND_AGAIN_S)


class LinePhone:
    def __init__(self, exchange: LineExchange) -> None:
        self._exchange = exchange
        self._user = new_user_id()
        self._ears = exchange.ears.of(self._user)

    async def begin(self) -> None:
        self._exchange.send(follow_event(self._user))

    async def say(self, text: str) -> None:
        self._exchange.send(text_event(self._user, text))

    async def press(self, data: str) -> None:
        self._exchange.send(postback_event(self._user, data))

    async def hear(self) -> list[str]:
        return await self._ears.get()


class TelegramExchange:
    """Telegram between its users and the town: spreads what the town sent."""

    def __init__(self, telegram: TelegramStandIn) -> None:
        self.telegram = telegram
        self.ears = Ears()
        self._told = 0

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            sent = self.telegram.sent[self._told :]
            self._told += len(sent)
            for message in sent:
                rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                data = [b["callback_data"] for row in rows for b in row]
                self.ears.of(message["chat"]["id"]).put_nowait(data)
            await asyncio.sleep(LOOK_EVERY_S)


class TelegramPhone:
    def __init__(self, exchange: TelegramExchange, language: str) -> None:
        self._telegram = exchange.telegram
        self._chat = new_chat_id()
        self._ears = exchange.ears.of(self._chat)
        self._language = language

    async def begin(self) -> None:
        await self.say("/start")

    async def say(self, text: str) -> None:
        update = text_update(
            next_update_id(), self._chat, text, language=self._language
        )
        self._telegram.happen(update)

    async def press(self, data: str) -> None:
        self._telegram.press(self._chat, data)

    async def hear(self) -> list[str]:
        return await self._ears.get()


class Browser:
    """The chat page as its script uses it."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, *, network: str, language: str
    ) -> None:
        """`network` is the address the proxy before the town says it comes from."""
        self._session = session
        self._url = url
        self._headers = {
            "X-Forwarded-For": network,
            "Sec-Fetch-Site": "same-origin",
            "Accept-Language": language,
        }
        self._after = 0

    async def begin(self) -> None:
        async with self._session.get(
            f"{self._url}/chat", headers=self._headers
        ) as page:
            page.raise_for_status()
            cookies = (f"{name}={held.value}" for name, held in page.cookies.items())
            self._headers["Cookie"] = "; ".join(cookies)
        await self.say("/start")

    async def say(self, text: str) -> None:
        await self._post(text=text)

    async def press(self, data: str) -> None:
        await self._post(data=data)

    async def hear(self) -> list[str]:
        while True:
            # The page's script asks at once; a hundred of them cost a little less.
            await asyncio.sleep(ANSWERED_AFTER_S)
            async with self._session.get(
                f"{self._url}/chat/messages",
                params={"after": str(self._after)},
                headers=self._headers,
            ) as answer:
                answer.raise_for_status()
                found = await answer.json()
            self._after = found["after"]
            if found["messages"]:
                shown = "".join(each["html"] for each in found["messages"])
                return [html.unescape(data) for data in BUTTON.findall(shown)]

    async def _post(self, **written: str) -> None:
        """Under one key, however often it takes, as the page's script does."""
        body = {"id": str(uuid4()), "after": self._after, **written}
        while True:
            async with self._session.post(
                f"{self._url}/chat/messages", json=body, headers=self._headers
            ) as answer:
                if answer.status == 202:
                    return
                if answer.status not in (429, 503):
                    answer.raise_for_status()
                wait_s = float(answer.headers.get("Retry-After", SEND_AGAIN_S))
            await asyncio.sleep(wait_s)


@asynccontextmanager
async def connected(demo: Demo) -> AsyncIterator[Callable[[MadeUp], Phone]]:
    """Gives everyone who asks a phone of their channel, while the block lasts."""
    line, telegram = LineExchange(demo.line), TelegramExchange(demo.telegram)
    running = [asyncio.create_task(each.run()) for each in (line, telegram)]
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:

        def phone(who: MadeUp) -> Phone:
            if who.channel == "line":
                return LinePhone(line)
            if who.channel == "telegram":
                return TelegramPhone(telegram, who.language)
            # A network each, of those set aside for examples (RFC 3849).
            network = f"2001:db8::{who.number:x}"
            return Browser(session, demo.url, network=network, language=who.language)

        try:
            yield phone
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
