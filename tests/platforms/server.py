"""Runs an ASGI application on a loopback port in a thread, started and stopped fast."""

import asyncio
import http.client
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Literal, Self
from urllib.parse import urlsplit

import uvicorn

from tests.patience import PATIENCE_S

HOST = "127.0.0.1"


class _Uvicorn(uvicorn.Server):
    """uvicorn's server, which waits for an event where uvicorn looks every 0.1 s.

    `grace_s` is how long requests under way may go on after the stop.
    """

    def __init__(self, config: uvicorn.Config, *, grace_s: float) -> None:
        super().__init__(config)
        self.grace_s = grace_s
        self.ready = threading.Event()
        self.loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self.loop = asyncio.get_running_loop()
        self.stop_event = asyncio.Event()
        self.ready.set()

    async def main_loop(self) -> None:
        await self.stop_event.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        state = self.server_state
        for server in self.servers:
            server.close()
        if state.tasks and self.grace_s:
            await asyncio.wait(state.tasks, timeout=self.grace_s)
        for connection in list(state.connections):
            connection.transport.abort()
        # The protocols must hear of it before their tasks are cancelled: they
        # would answer 500 on a connection they believe open.
        while state.connections:  # noqa: ASYNC110
            await asyncio.sleep(0)
        for task in state.tasks:
            task.cancel()
        await asyncio.gather(*state.tasks, return_exceptions=True)
        await self.lifespan.shutdown()


class LoopbackServer:
    """`with LoopbackServer(app) as server:` serves `app` at `server.url`.

    `port=0` takes a free port. `lifespan` is uvicorn's: "on", "off" or "auto".
    A server can be started again after a stop, on the port it had.
    """

    def __init__(
        self,
        app: Any,
        *,
        port: int = 0,
        lifespan: Literal["on", "off", "auto"] = "auto",
        grace_s: float = 0.0,
    ) -> None:
        self.app = app
        self.port = port
        self.lifespan = lifespan
        self.grace_s = grace_s
        self._server: _Uvicorn | None = None
        self._thread: threading.Thread | None = None
        self._failure: BaseException | None = None

    @property
    def url(self) -> str:
        """The base address, without a slash at the end."""
        return f"http://{HOST}:{self.port}"

    @property
    def running(self) -> bool:
        return self._thread is not None

    def start(self) -> Self:
        if self._thread is not None:
            raise RuntimeError("the server runs already")
        listener = socket.create_server((HOST, self.port), backlog=1024)
        self.port = listener.getsockname()[1]
        self._failure = None
        self._server = _Uvicorn(self._config(), grace_s=self.grace_s)
        self._thread = threading.Thread(
            target=self._run, args=(self._server, listener), daemon=True
        )
        self._thread.start()
        self._server.ready.wait(PATIENCE_S)
        if self._failure is not None or self._server.loop is None:
            self._thread.join(PATIENCE_S)
            self._thread = None
            raise RuntimeError("the server did not start") from self._failure
        return self

    def stop(self) -> None:
        """Close every connection and end the thread; harmless when not running."""
        if self._thread is None or self._server is None:
            return
        self.call_soon(self._server.stop_event.set)
        self._thread.join()
        self._thread = None

    def call_soon(self, callback: Any) -> None:
        """Run `callback` in the server's event loop, from any thread."""
        if self._server is not None and self._server.loop is not None:
            with suppress(RuntimeError):  # the loop is closed: nobody waits
                self._server.loop.call_soon_threadsafe(callback)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_exc: object) -> None:
        self.stop()

    def _config(self) -> uvicorn.Config:
        return uvicorn.Config(
            self.app,
            interface="asgi3",
            lifespan=self.lifespan,
            ws="none",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            # Clients keep their connections over a slow test.
            timeout_keep_alive=120,
        )

    def _run(self, server: _Uvicorn, listener: socket.socket) -> None:
        try:
            server.run(sockets=[listener])
        except BaseException as failure:  # handed to the thread that started us
            self._failure = failure
        finally:
            listener.close()
            server.ready.set()


async def drop_connection(receive: Any, send: Any) -> None:
    """Close the client's connection without an answer.

    ASGI has no word for this; uvicorn's `send` is a method of the object that
    holds the transport.
    """
    send.__self__.transport.close()
    await client_gone(receive)


async def client_gone(receive: Any, timeout_s: float | None = None) -> None:
    """Return when the client has closed the connection, or after `timeout_s`."""
    with suppress(TimeoutError):
        async with asyncio.timeout(timeout_s):
            while (await receive())["type"] != "http.disconnect":
                pass


def post(url: str, body: bytes, headers: Mapping[str, str], *, timeout_s: float) -> int:
    """POST to a loopback address from this thread and return the status.

    Raises OSError or http.client.HTTPException where there is no answer.
    """
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(
        parts.hostname or HOST, parts.port or 80, timeout=timeout_s
    )
    path = parts.path or "/"
    try:
        connection.request(
            "POST",
            f"{path}?{parts.query}" if parts.query else path,
            body=body,
            headers={"Content-Type": "application/json", **headers},
        )
        response = connection.getresponse()
        response.read()
        return response.status
    finally:
        connection.close()


def may_be_webhook(url: str) -> bool:
    """HTTPS as the platforms ask, or plain HTTP on this machine as tests need."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (
        parts.scheme == "http" and parts.hostname in (HOST, "localhost")
    )
