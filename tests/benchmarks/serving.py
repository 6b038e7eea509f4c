"""A server to be measured, in a process of its own: `-m tests.benchmarks.serving`.

Says its port, then its CPU time (s) for every line it is sent; ends with its input.
"""

import json
import resource
import socket
import sys
import threading
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response

from api import settings as settings_module
from api.store.keys import Keys
from api.store.session import Database
from bot import logs
from bot.app import Town, create_app
from bot.channels import line_events


def bare(secret: str) -> FastAPI:
    """What no webhook can do without: it proves the signature, and answers."""
    app = FastAPI()

    @app.post("/webhooks/line")
    async def hook(request: Request) -> Response:
        body = await request.body()
        signed = line_events.verify(
            secret, body, request.headers.get("x-line-signature")
        )
        return Response(status_code=200 if signed else 401)

    return app


def app_named(name: str) -> Any:
    """`bare`; `intake`: the town's webhooks alone; `town`: all of it."""
    settings = settings_module.load()
    if name == "bare":
        return bare(settings.line_channel_secret.get_secret_value())
    keys = Keys(settings_module.root_key(settings))
    database = Database(settings.database, keys)
    return create_app(Town(database, settings, works=name == "town"))


def main(name: str) -> None:
    logs.configure("error")
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    # As `ecotown serve` has it.
    config = uvicorn.Config(
        app_named(name),
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
    )
    server = uvicorn.Server(config)
    threading.Thread(target=_answer, args=(server,), daemon=True).start()
    _tell(listener.getsockname()[1])
    server.run(sockets=[listener])


def _answer(server: uvicorn.Server) -> None:
    for _ in sys.stdin:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _tell(used.ru_utime + used.ru_stime)
    server.should_exit = True


def _tell(value: float) -> None:
    sys.stdout.write(f"{json.dumps(value)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1])
