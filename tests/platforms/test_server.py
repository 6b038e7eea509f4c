"""The loopback server starts, stops and lets go of everything."""

import http.client
import socket
import threading
import time
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.patience import PATIENCE_S
from tests.platforms.calls import call
from tests.platforms.server import LoopbackServer, may_be_webhook


def _greeting() -> Starlette:
    async def greet(_request):
        return PlainTextResponse("สวัสดี")

    return Starlette(routes=[Route("/", greet)])


def test_an_application_is_served_on_a_free_loopback_port():
    with LoopbackServer(_greeting()) as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert call(f"{server.url}/").raw.decode() == "สวัสดี"


def test_the_port_can_be_chosen():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with LoopbackServer(_greeting(), port=port) as server:
        assert server.url.endswith(f":{port}")
        assert call(f"{server.url}/").status == 200


def test_a_stopped_server_refuses_connections_and_starts_again_on_its_port():
    server = LoopbackServer(_greeting()).start()
    address = server.url
    server.stop()
    with pytest.raises(ConnectionRefusedError):
        call(f"{address}/")
    with server:
        assert server.url == address
        assert call(f"{address}/").status == 200


def test_stopping_does_not_wait_for_an_idle_connection():
    server = LoopbackServer(_greeting()).start()
    kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_S)
    kept.request("GET", "/")
    kept.getresponse().read()
    began = time.monotonic()
    server.stop()
    # The server keeps idle connections for two minutes.
    assert time.monotonic() - began < PATIENCE_S
    kept.close()


def test_requests_under_way_may_end_within_the_grace():
    began, finish = threading.Event(), threading.Event()

    def slow(_request):
        began.set()
        finish.wait(PATIENCE_S)
        return PlainTextResponse("เสร็จแล้ว")

    app = Starlette(routes=[Route("/", slow)])
    server = LoopbackServer(app, grace_s=PATIENCE_S).start()
    answers = []
    client = threading.Thread(
        target=lambda: answers.append(call(f"{server.url}/").status)
    )
    client.start()
    assert began.wait(PATIENCE_S)
    stopping = threading.Thread(target=server.stop)
    stopping.start()
    finish.set()
    stopping.join(PATIENCE_S)
    client.join(PATIENCE_S)
    assert answers == [200]


def test_the_lifespan_runs_around_the_requests():
    seen = []

    @asynccontextmanager
    async def lifespan(_app):
        seen.append("start")
        yield
        seen.append("stop")

    with LoopbackServer(Starlette(lifespan=lifespan), lifespan="on"):
        assert seen == ["start"]
    assert seen == ["start", "stop"]


def test_a_server_that_cannot_start_says_so():
    @asynccontextmanager
    async def lifespan(_app):
        raise ValueError("no database")
        yield

    server = LoopbackServer(Starlette(lifespan=lifespan), lifespan="on")
    with pytest.raises(RuntimeError, match="did not start"):
        server.start()
    assert not server.running


def test_webhooks_are_https_or_on_this_machine():
    assert may_be_webhook("https://bot.example.go.th/webhooks/line")
    assert may_be_webhook("http://127.0.0.1:8000/webhooks/line")
    assert not may_be_webhook("http://bot.example.go.th/webhooks/line")
    assert not may_be_webhook("ftp://127.0.0.1/")
