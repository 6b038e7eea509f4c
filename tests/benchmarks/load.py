"""A client that costs little: prebuilt requests over connections that stay open."""

import asyncio
import re
import time
from collections.abc import Coroutine, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import uvloop

from tests.benchmarks.children import HOST, SECRET
from tests.platforms.line_events import Event, line_body, sign

T = TypeVar("T")

LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
END_OF_HEAD = b"\r\n\r\n"
# Of an answer that never came. Longer than any platform waits.
PATIENCE_S = 30.0


@dataclass(frozen=True)
class Timing:
    """One request of the open loop."""

    due_at: float
    """When it was to be sent, in seconds of the epoch."""
    latency_s: float
    """From then to its answer: a late start counts as waiting."""


def webhook(event: Event) -> bytes:
    """The event as LINE posts it, signed, with its HTTP head."""
    body = line_body(event)
    head = (
        "POST /webhooks/line HTTP/1.1\r\n"
        f"Host: {HOST}\r\n"
        "Content-Type: application/json; charset=utf-8\r\n"
        "User-Agent: LineBotWebhook/2.0\r\n"
        f"X-Line-Signature: {sign(SECRET, body)}\r\n"
        f"Content-Length: {len(body)}\r\n"
        "\r\n"
    )
    return head.encode() + body


def as_fast_as_it_goes(port: int, requests: Sequence[bytes], connections: int) -> float:
    """Seconds until all are answered with 200, each connection busy all the time."""
    return _run(_closed_loop(port, requests, connections))


def at_a_rate(port: int, requests: Sequence[bytes], per_s: float) -> list[Timing]:
    """Send at a constant rate, however slowly the answers come."""
    return _run(_open_loop(port, requests, per_s))


def _run(work: Coroutine[Any, Any, T]) -> T:
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


class _Connection(asyncio.Protocol):
    """One request at a time; `answer` is done when the whole response is here."""

    def __init__(self) -> None:
        self.is_open = True
        self.answer: asyncio.Future[int] | None = None
        self._got = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def ask(self, request: bytes) -> asyncio.Future[int]:
        """The status, once it is answered."""
        assert self._transport is not None
        self.answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return self.answer

    def data_received(self, data: bytes) -> None:
        self._got += data
        end = self._got.find(END_OF_HEAD)
        length = LENGTH.search(self._got, 0, end) if end >= 0 else None
        if length is None or self.answer is None:
            return
        if len(self._got) < end + len(END_OF_HEAD) + int(length[1]):
            return
        status, self._got = int(self._got[9:12]), b""
        self.answer.set_result(status)

    def connection_lost(self, exc: Exception | None) -> None:
        self.is_open = False
        if self.answer is not None and not self.answer.done():
            self.answer.set_exception(exc or ConnectionError("closed unanswered"))

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()


async def _connect(port: int) -> _Connection:
    loop = asyncio.get_running_loop()
    _, connection = await loop.create_connection(_Connection, HOST, port)
    return connection


async def _closed_loop(port: int, requests: Iterable[bytes], connections: int) -> float:
    open_ = [await _connect(port) for _ in range(connections)]
    left = iter(requests)
    start = time.perf_counter()
    async with asyncio.timeout(PATIENCE_S * 4):
        await asyncio.gather(*(_ask_on(each, left) for each in open_))
    took = time.perf_counter() - start
    for each in open_:
        each.close()
    return took


async def _ask_on(connection: _Connection, left: Iterator[bytes]) -> None:
    for request in left:
        _expect(await connection.ask(request))


async def _open_loop(
    port: int, requests: Sequence[bytes], per_s: float
) -> list[Timing]:
    idle = [await _connect(port)]
    timings: list[Timing] = []

    async def one(request: bytes, due_at: float) -> None:
        # The server closes what was idle for some seconds.
        while idle and not idle[-1].is_open:
            idle.pop()
        connection = idle.pop() if idle else await _connect(port)
        _expect(await connection.ask(request))
        timings.append(Timing(due_at, time.time() - due_at))
        idle.append(connection)

    start, asked = time.time(), []
    for number, request in enumerate(requests):
        due_at = start + number / per_s
        await asyncio.sleep(max(0.0, due_at - time.time()))
        asked.append(asyncio.create_task(one(request, due_at)))
    async with asyncio.timeout(PATIENCE_S):
        await asyncio.gather(*asked)
    for connection in idle:
        connection.close()
    return timings


def _expect(status: int) -> None:
    if status != 200:
        raise RuntimeError(f"the webhook answered {status}")
