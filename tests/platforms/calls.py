"""What the tests of the stand-ins use: an HTTP client, a clock, a bot that listens."""

import http.client
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.patience import PATIENCE_S
from tests.platforms.server import LoopbackServer
from tests.platforms.standin import StandIn


@dataclass(frozen=True)
class Reply:
    """What came back; `headers` has its names in lower case."""

    status: int
    headers: dict[str, str]
    raw: bytes

    @property
    def body(self) -> Any:
        return json.loads(self.raw)


class Clock:
    """A clock that stands still until it is turned."""

    def __init__(self, now: datetime = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)):
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **amount: float) -> None:
        self.now += timedelta(**amount)


class Bot:
    """A bot that keeps its webhooks and answers with a status of choice."""

    def __init__(self) -> None:
        self.status = 200
        self.bodies: list[bytes] = []
        self.headers: list[dict[str, str]] = []
        self.server = LoopbackServer(
            Starlette(routes=[Route("/hook", self._take, methods=["POST"])])
        )

    async def _take(self, request: Request) -> Response:
        self.bodies.append(await request.body())
        self.headers.append(dict(request.headers))
        return Response(status_code=self.status)

    @property
    def url(self) -> str:
        return f"{self.server.url}/hook"


def call(
    url: str,
    method: str = "GET",
    *,
    raw: bytes = b"",
    headers: dict[str, str] | None = None,
    timeout_s: float = PATIENCE_S,
) -> Reply:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(
        parts.hostname or "", parts.port, timeout=timeout_s
    )
    try:
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        connection.request(method, path, body=raw, headers=headers or {})
        response = connection.getresponse()
        names = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, names, response.read())
    finally:
        connection.close()


def line_call(
    line: StandIn,
    path: str,
    body: Any = None,
    *,
    method: str = "POST",
    key: str | None = None,
    headers: dict[str, str] | None = None,
    timeout_s: float = PATIENCE_S,
) -> Reply:
    """A call with the channel's token; `path` is below /v2/bot."""
    sent = {"Authorization": "Bearer stand-in-token"}
    raw = body if isinstance(body, bytes) else b""
    if body is not None and not isinstance(body, bytes):
        raw, sent["Content-Type"] = json.dumps(body).encode(), "application/json"
    if key is not None:
        sent["X-Line-Retry-Key"] = key
    url = f"{line.url}/v2/bot/{path}"
    sent |= headers or {}
    return call(url, method, raw=raw, headers=sent, timeout_s=timeout_s)


def push(line: StandIn, to: str, text: str = "สวัสดี", **options: Any) -> Reply:
    return line_call(line, "message/push", {"to": to, **texts(text)}, **options)


def multicast(line: StandIn, to: list[str], **options: Any) -> Reply:
    return line_call(line, "message/multicast", {"to": to, **texts("ข่าว")}, **options)


def reply(line: StandIn, token: str, text: str = "ค่ะ", **options: Any) -> Reply:
    body = {"replyToken": token, **texts(text)}
    return line_call(line, "message/reply", body, **options)


def texts(*said: str) -> dict[str, Any]:
    return {"messages": [{"type": "text", "text": text} for text in said]}


def telegram_call(
    telegram: StandIn,
    method: str,
    token: str = "100001:stand-in-token",
    *,
    timeout_s: float = PATIENCE_S,
    **params: Any,
) -> Reply:
    """A Bot API call with JSON parameters."""
    return call(
        f"{telegram.url}/bot{token}/{method}",
        "POST",
        raw=json.dumps(params).encode(),
        headers={"Content-Type": "application/json"},
        timeout_s=timeout_s,
    )
