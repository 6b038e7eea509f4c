"""The whole service on loopback: our server, both platforms, a browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import uuid4

import httpx2

from api.settings import Settings
from api.store.session import Database
from bot.app import Town, create_app
from bot.cli.serve import prepare_database
from tests.patience import PATIENCE_S, wait_for
from tests.platforms.line import LineStandIn, new_user_id
from tests.platforms.server import LoopbackServer
from tests.platforms.telegram import TelegramStandIn, new_chat_id

LINE_SECRET = "a channel secret of nobody"
TELEGRAM_SECRET = "a-webhook-secret-of-nobody"


@dataclass
class City:
    """What runs, and where."""

    url: str
    line: LineStandIn
    telegram: TelegramStandIn
    settings: Settings


@contextmanager
def running(database: Database, **options: object) -> Iterator[City]:
    """Start everything; the stand-ins answer at once."""
    line_options = options.pop("line", {})
    with (
        LineStandIn(latency_s=None, secret=LINE_SECRET, **line_options) as line,
        TelegramStandIn(latency_s=None, secret=TELEGRAM_SECRET) as telegram,
    ):
        settings = Settings(
            line_channel_secret=LINE_SECRET,
            line_access_token=line.token,
            line_api_url=line.url,
            telegram_token=telegram.token,
            telegram_secret=TELEGRAM_SECRET,
            telegram_api_url=telegram.url,
            public_url="https://town.example",
            broadcast_delay_s=0,
            line_quota_reserve=0,
            **options,
        )
        prepare_database(database)
        with LoopbackServer(create_app(Town(database, settings)), grace_s=5) as server:
            line.webhook_url = f"{server.url}/webhooks/line"
            telegram.webhook_url = f"{server.url}/webhooks/telegram"
            yield City(server.url, line, telegram, settings)


class OnLine:
    """A resident on LINE."""

    def __init__(self, city: City) -> None:
        self._line = city.line
        self.address = new_user_id()

    def says(self, text: str) -> str:
        return self._does(lambda: self._line.say(self.address, text))

    def presses(self, label: str) -> str:
        data = self._button(label)
        return self._does(lambda: self._line.press(self.address, data))

    def has(self) -> list[str]:
        """Everything received, as text."""
        return [_words(each) for each in self._line.messages_to(self.address)]

    def _does(self, deed: Callable[[], int]) -> str:
        before = len(self.has())
        assert deed() == 200
        wait_for(lambda: len(self.has()) > before, "an answer on LINE")
        return "\n".join(self.has()[before:])

    def _button(self, label: str) -> str:
        last = self._line.messages_to(self.address)[-1]
        for item in last["quickReply"]["items"]:
            if item["action"]["label"] == label:
                return str(item["action"]["data"])
        raise AssertionError(f"no button {label!r}")


class OnTelegram:
    """A resident on Telegram."""

    def __init__(self, city: City) -> None:
        self._telegram = city.telegram
        self.address = new_chat_id()

    def says(self, text: str) -> str:
        return self._does(lambda: self._telegram.say(self.address, text))

    def presses(self, label: str) -> str:
        data = self._button(label)
        return self._does(lambda: self._telegram.press(self.address, data))

    def has(self) -> list[str]:
        return [each["text"] for each in self._telegram.messages_to(self.address)]

    def _does(self, deed: Callable[[], object]) -> str:
        before = len(self.has())
        deed()
        wait_for(lambda: len(self.has()) > before, "an answer on Telegram")
        return "\n".join(self.has()[before:])

    def _button(self, label: str) -> str:
        last = self._telegram.messages_to(self.address)[-1]
        for row in last["reply_markup"]["inline_keyboard"]:
            for button in row:
                if button["text"] == label:
                    return str(button["callback_data"])
        raise AssertionError(f"no button {label!r}")


class OnTheWeb:
    """A resident on the town's page, as its script talks to it."""

    def __init__(self, city: City) -> None:
        self._client = httpx2.Client(base_url=city.url, timeout=PATIENCE_S)
        self._client.get("/chat").raise_for_status()
        self._after = 0

    def says(self, text: str) -> str:
        return self._does({"text": text})

    def presses(self, data: str) -> str:
        return self._does({"data": data})

    def pulls(self) -> str:
        """What came since the last look."""
        answer = self._client.get("/chat/messages", params={"after": self._after})
        found = answer.raise_for_status().json()["messages"]
        if found:
            self._after = found[-1]["seq"]
        return re.sub(r"<[^>]+>", " ", " ".join(each["html"] for each in found))

    def reads(self, path: str) -> str:
        """A page of the town, in the same browser."""
        return self._client.get(path).raise_for_status().text

    def __enter__(self) -> "OnTheWeb":
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.close()

    def _does(self, said: dict[str, str]) -> str:
        body = {"id": str(uuid4()), "after": self._after, **said}
        headers = {"Origin": str(self._client.base_url).rstrip("/")}
        answer = self._client.post("/chat/messages", json=body, headers=headers)
        answer.raise_for_status()
        return str(wait_for(self.pulls, "an answer on the web"))


def _words(message: dict[str, object]) -> str:
    """All the text in a LINE message, a card's included."""
    if message["type"] == "text":
        return str(message["text"])
    found: list[str] = []

    def walk(part: object) -> None:
        if isinstance(part, dict):
            if part.get("type") == "text":
                found.append(str(part.get("text", "")))
            for value in part.values():
                walk(value)
        elif isinstance(part, list):
            for value in part:
                walk(value)

    walk(message.get("contents"))
    return "\n".join(found) or str(message.get("altText", ""))
