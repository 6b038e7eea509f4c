"""What the stand-ins for LINE and Telegram share: recording, capture, faults."""

import asyncio
import inspect
import json
import os
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match, Route

from tests.patience import PATIENCE_S
from tests.platforms.faults import Fault, FaultPlan, Kind
from tests.platforms.server import LoopbackServer, client_gone, drop_connection

CAPTURE_DIR = "ECOTOWN_CAPTURE_DIR"


@dataclass(frozen=True)
class Answer:
    """What is answered: a JSON value, or bytes sent as they are."""

    status: int = 200
    body: Any = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        headers = dict(self.headers)
        if isinstance(self.body, bytes):
            headers.setdefault("content-type", "application/json")
            return Response(self.body, self.status, headers)
        return JSONResponse(self.body, self.status, headers)


class Refused(Exception):
    """Raised by a handler that will not do what it was asked."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


@dataclass
class Received:
    """One request as it came in, completed when it is answered.

    `outcome` is what the platform decided (None: a fault struck before it
    looked); `status` is what the client was told (None: nothing).
    """

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]  # names in lower case
    raw: bytes
    body: Any  # parsed: JSON, or a form's fields; None where it is neither
    received_at: datetime
    endpoint: str  # "push", "sendMessage"; "" where there is no such endpoint
    params: dict[str, str]  # from the path
    files: dict[str, bytes] = field(default_factory=dict)
    fault: Fault | None = None
    outcome: Answer | None = None
    status: int | None = None

    @property
    def accepted(self) -> bool:
        return self.outcome is not None and self.outcome.status < 300


Handler = Callable[[Received], Any]  # -> Answer, or an awaitable of one


class StandIn(LoopbackServer):
    """A platform on loopback; subclasses bring the routes and the rules.

    `latency_s` is the range each answer takes (None: none), drawn from `seed`;
    `clock` returns the time, aware and in UTC, for every rule about time.
    """

    capture_name = "requests.jsonl"

    def __init__(
        self,
        *,
        port: int = 0,
        latency_s: tuple[float, float] | None = (0.1, 0.3),
        seed: int = 0,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(self._asgi, port=port, lifespan="off")
        self.latency_s = latency_s
        self.clock = clock
        self.requests: list[Received] = []
        self.faults = FaultPlan(seed)
        self.on_held: Callable[[], object] = lambda: None
        """Called when an answer is held back: from then on only a limit helps."""
        self.lock = threading.RLock()
        self._changed = threading.Condition(self.lock)
        self._random = random.Random(seed)
        self._routes = self.routes()
        self._capture_path: Path | None = None
        if directory := os.environ.get(CAPTURE_DIR):
            self.capture(Path(directory) / self.capture_name)

    # What a platform brings.

    def routes(self) -> list[Route]:
        raise NotImplementedError

    def admit(self, received: Received) -> None:
        """Raise Refused for a request no endpoint should see."""

    def error(self, status: int, retry_after_s: int | None) -> Answer:
        """The platform's way to say that something is wrong on its side."""
        raise NotImplementedError

    def dressed(self, answer: Answer) -> Answer:
        """The answer with the headers the platform puts on each of them."""
        return answer

    def captured(self, received: Received) -> dict[str, Any] | None:
        """The request as the JSON line that `capture` appends; None: no line."""
        raise NotImplementedError

    async def parsed(self, request: Request) -> tuple[Any, dict[str, bytes]]:
        """The body and the files in it."""
        try:
            return json.loads(await request.body()), {}
        except ValueError:
            return None, {}

    # What tests use.

    def fail(self, endpoint: str, fault: Fault, **plan: Any) -> None:
        """Plan a fault; `times`, `skip` and `chance` as in FaultPlan.add."""
        self.faults.add(endpoint, fault, **plan)

    def calls(self, endpoint: str) -> list[Received]:
        """The requests to one endpoint, in order, accepted or not."""
        with self.lock:
            return [r for r in self.requests if r.endpoint == endpoint]

    def capture(self, path: Path | str | None) -> None:
        """Append every request from now on to `path` as a JSON line (None: stop)."""
        self._capture_path = None if path is None else Path(path)
        if self._capture_path is not None:
            self._capture_path.parent.mkdir(parents=True, exist_ok=True)

    def clear(self) -> None:
        """Forget requests and faults; what the platform knows stays."""
        with self.lock:
            self.requests.clear()
            self.faults.clear()

    def wait_until(
        self, condition: Callable[[], Any], *, timeout_s: float = PATIENCE_S
    ) -> None:
        """Block until `condition()` holds, asked after each request and often."""
        give_up = time.monotonic() + timeout_s
        with self._changed:
            while not condition():
                if time.monotonic() > give_up:
                    raise AssertionError(f"not so after {timeout_s} s")
                self._changed.wait(0.02)

    # The way of a request.

    async def _asgi(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await self._serve(scope, receive, send)
        except (asyncio.CancelledError, ClientDisconnect):
            # The stand-in stops or the client left: nobody to answer.
            return

    async def _serve(self, scope: Any, receive: Any, send: Any) -> None:
        received, handler = await self._receive(scope, receive)
        fault = received.fault
        if fault and fault.kind is Kind.DROP_BEFORE_ACCEPT:
            await drop_connection(receive, send)
            return
        if fault and not fault.accepts:
            answer = self.dressed(self.error(fault.status, fault.retry_after_s))
        else:
            answer = await self._decide(received, handler)
        if fault and fault.delay_s:
            self.on_held()
        if fault and fault.kind is Kind.TIMEOUT_AFTER_ACCEPT:
            await client_gone(receive, fault.delay_s)
            await drop_connection(receive, send)
            return
        await asyncio.sleep(self._delay_s(fault))
        answer = self._spoilt(answer, fault)
        with self._changed:
            received.status = answer.status
            self._changed.notify_all()
        await answer.response()(scope, receive, send)

    async def _receive(self, scope: Any, receive: Any) -> tuple[Received, Handler]:
        request = Request(scope, receive)
        raw = await request.body()
        body, files = await self.parsed(request)
        endpoint, params, handler = self._find(scope)
        received = Received(
            method=request.method,
            path=request.url.path,
            query=dict(request.query_params),
            headers=dict(request.headers),
            raw=raw,
            body=body,
            received_at=self.clock(),
            endpoint=endpoint,
            params=params,
            files=files,
            fault=self.faults.take(endpoint),
        )
        with self._changed:
            self.requests.append(received)
            self._append(self.captured(received))
            self._changed.notify_all()
        return received, handler

    def _find(self, scope: Any) -> tuple[str, dict[str, str], Handler]:
        known = False
        for route in self._routes:
            match, child = route.matches(scope)
            if match is Match.FULL:
                params = child["path_params"]
                return self.endpoint_name(route, params), params, child["endpoint"]
            known = known or match is Match.PARTIAL
        return "", {}, self._no_such_method if known else self._no_such_path

    def endpoint_name(self, route: Route, params: dict[str, str]) -> str:
        return route.name

    def _no_such_path(self, _received: Received) -> Answer:
        return self.error(404, None)

    def _no_such_method(self, _received: Received) -> Answer:
        return self.error(405, None)

    async def _decide(self, received: Received, handler: Handler) -> Answer:
        try:
            with self.lock:
                self.admit(received)
                answer = handler(received)
            if inspect.isawaitable(answer):
                answer = await answer
        except Refused as refused:
            answer = refused.answer
        with self._changed:
            received.outcome = answer = self.dressed(answer)
            self._changed.notify_all()
        return answer

    def _delay_s(self, fault: Fault | None) -> float:
        if fault and fault.kind is Kind.SLOW:
            return fault.delay_s
        return self._random.uniform(*self.latency_s) if self.latency_s else 0.0

    def _spoilt(self, answer: Answer, fault: Fault | None) -> Answer:
        if fault and fault.kind is Kind.ERROR_AFTER_ACCEPT:
            return self.dressed(self.error(fault.status, None))
        if fault and fault.kind is Kind.MALFORMED:
            return self.dressed(Answer(200, fault.body))
        return answer

    def _append(self, line: dict[str, Any] | None) -> None:
        if self._capture_path is None or line is None:
            return
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        # One write a line: several stand-ins may append to the same file.
        with self._capture_path.open("ab", buffering=0) as file:
            file.write(text.encode() + b"\n")
