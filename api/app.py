"""The web application: JSON under /api/v1, the public pages, the officers' console."""

from collections.abc import Callable
from datetime import datetime
from functools import cache, partial
from importlib.metadata import version

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel
from starlette.middleware.body_limit import RequestBodyLimitMiddleware

from api import document, guards, problems
from api.console.routes import router as console
from api.errors import DomainError
from api.metrics import Metrics
from api.pages.routes import router as pages
from api.ports import Ports
from api.routes import v1
from api.settings import Settings
from api.store import migrate
from api.store.session import Database
from api.store.types import utc_now
from content import messages

# A form or a survey definition is far smaller; webhooks set their own limit.
MOST_BODY = 256 * 1024


class Health(BaseModel):
    status: str


def create_app(
    database: Database,
    settings: Settings,
    *,
    clock: Callable[[], datetime] = utc_now,
    ports: Ports | None = None,
) -> FastAPI:
    """The whole of what officers, readers and other systems reach.

    `ports` are the live actions of a bot in the same process; None: there is none.
    """
    app = FastAPI(
        title="ecotown",
        version=version("ecotown"),
        description="The data store of an eco-industrial town's chatbot.",
        # The framework's own pages load their scripts from another host.
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.state.database = database
    app.state.settings = settings
    app.state.messages = messages.load()
    app.state.clock = clock
    app.state.ports = ports or Ports()
    app.state.metrics = Metrics(database, clock)
    problems.handle_all(app)
    _guard(app, settings)
    _add_health(app, database)
    app.router.routes.extend(_included().routes)
    app.openapi = partial(document.of, app)  # type: ignore[method-assign]
    return app


@cache
def _included() -> APIRouter:
    """Put together once, not by each app of a process: at its first request the
    framework works every included route out, which takes a fifth of a second of a
    core."""
    every = APIRouter()
    every.include_router(v1.router)
    every.include_router(console, include_in_schema=False)
    every.include_router(pages, include_in_schema=False)
    return every


def _guard(app: FastAPI, settings: Settings) -> None:
    """The one added last sees a request first."""
    app.add_middleware(guards.OwnFormsOnly, public_url=settings.public_url)
    app.add_middleware(RequestBodyLimitMiddleware, max_body_size=MOST_BODY)
    app.add_middleware(guards.GuardingHeaders)


def _add_health(app: FastAPI, database: Database) -> None:
    newest = migrate.head()

    @app.get("/healthz", include_in_schema=False)
    async def healthz() -> Health:
        """The process is there."""
        return Health(status="ok")

    @app.get("/readyz", include_in_schema=False)
    def readyz() -> Health:
        """The database answers and has this program's tables."""
        if migrate.current(database) != newest:
            raise DomainError(503, "error.not_migrated")
        return Health(status="ready")

    @app.get("/metrics", include_in_schema=False)
    def metrics(request: Request) -> Response:
        page: bytes = request.app.state.metrics.page()
        return Response(page, media_type="text/plain; version=0.0.4; charset=utf-8")
