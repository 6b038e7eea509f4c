"""What is answered when a request cannot be done: a problem as JSON, or a page.

Problems follow RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457).
"""

from http import HTTPStatus
from typing import Any, cast

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException

from api.errors import DomainError, FaultyInput
from api.pages import errors as error_pages
from api.store.session import is_transient
from content.messages import Messages

log = structlog.get_logger()

RETRY_AFTER_S = "5"
MEDIA = "application/problem+json"


class Fault(BaseModel):
    """Where the input is wrong, and how. Never what was sent."""

    at: list[str | int]
    reason: str


class Problem(BaseModel):
    """Why a request was not done."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    code: str
    """The same for the same reason, in every language."""
    faults: list[Fault] = []


def handle_all(app: FastAPI) -> None:
    """One handler for each kind of failure."""
    app.add_exception_handler(DomainError, _domain)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(DBAPIError, _database)
    app.add_exception_handler(NoConnection, _database)
    app.add_exception_handler(Exception, _unexpected)


def answer(request: Request, error: DomainError, *faults: Fault) -> Response:
    """A domain error as the asker reads it."""
    if error_pages.wants_page(request):
        return error_pages.page(request, error.status, error)
    words = cast(Messages, request.app.state.messages)
    language = request.headers.get("accept-language", "en")[:2].lower()
    spoken = language if language in ("th", "en") else "en"
    problem = Problem(
        title=_title(error.status),
        status=error.status,
        detail=words.say(error.key, spoken, **error.values),
        code=error.key.removeprefix("error."),
        faults=list(faults),
    )
    response = JSONResponse(
        problem.model_dump(),
        status_code=error.status,
        media_type=MEDIA,
    )
    if error.status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    if error.status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers["Retry-After"] = RETRY_AFTER_S
    return response


async def _domain(request: Request, error: Exception) -> Response:
    assert isinstance(error, DomainError)
    found = error.faults if isinstance(error, FaultyInput) else ()
    return answer(
        request, error, *(Fault(at=list(at), reason=reason) for at, reason in found)
    )


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [Fault(at=list(e["loc"]), reason=e["msg"]) for e in error.errors()]
    return answer(request, DomainError(422, "error.invalid_input"), *faults)


async def _http(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: unknown paths, methods, large bodies."""
    assert isinstance(error, HTTPException)
    keys = {404: "error.not_found", 405: "error.method", 413: "error.too_large"}
    key = keys.get(error.status_code, "error.invalid_input")
    response = answer(request, DomainError(error.status_code, key, noun="page"))
    response.headers.update(error.headers or {})
    return response


async def _database(request: Request, error: Exception) -> Response:
    """Nobody can reach the database now; the same request may succeed later."""
    if not is_transient(error):
        return await _unexpected(request, error)
    log.warning("database unreachable", kind=type(error).__name__)
    return answer(request, DomainError(503, "error.database_unreachable"))


async def _unexpected(request: Request, error: Exception) -> Response:
    # The error's own words may hold what a resident wrote: only its class is kept.
    log.error("request failed", kind=type(error).__name__, path=_route(request))
    return answer(request, DomainError(500, "error.generic"))


def _route(request: Request) -> str:
    """The pattern of the address, without what was filled into it."""
    route: Any = request.scope.get("route")
    return str(getattr(route, "path", "unknown"))


def _title(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Error"
