"""A webhook on loopback that answers 200 to everything."""

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.platforms.server import LoopbackServer


def answering():
    """`with answering() as bot:`; it listens at `bot.url`."""

    async def hook(_request):
        return PlainTextResponse("OK")

    routes = [Route("/{path:path}", hook, methods=["GET", "POST"])]
    return LoopbackServer(Starlette(routes=routes), lifespan="off")
