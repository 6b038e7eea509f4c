"""What stands before every endpoint: headers that guard pages, and whose form it is."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import problems
from api.errors import DomainError

# Nothing inline, nothing from another host, in no one's frame.
POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
YEAR_S = 365 * 24 * 3600
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# Signed by the platform, or opened by a key: a foreign page has neither.
UNGUARDED = ("/webhooks/", "/api/v1/")
NOT_STORED = ("/api/", "/console")


class GuardingHeaders:
    """Headers every response carries, unless it chose its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _headers(scope).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, guarded)


def _headers(scope: Scope) -> dict[str, str]:
    headers = {
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }
    if scope["path"].startswith(NOT_STORED):
        headers["Cache-Control"] = "no-store"
    if scope["scheme"] == "https":
        headers["Strict-Transport-Security"] = f"max-age={YEAR_S}"
    return headers


class OwnFormsOnly:
    """Refuses a form that another site had the browser send (403).

    Browsers say whose page it was in `Sec-Fetch-Site`
    (https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site),
    older ones in `Origin`. What sends neither is no browser and has no cookie of ours.
    """

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        self.app = app
        self.public_host = urlsplit(public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._is_ours(scope):
            refusal = problems.answer(
                Request(scope), DomainError(403, "error.foreign_form")
            )
            await refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_ours(self, scope: Scope) -> bool:
        if scope["method"] in SAFE_METHODS or scope["path"].startswith(UNGUARDED):
            return True
        headers = Headers(scope=scope)
        site = headers.get("sec-fetch-site")
        if site is not None:
            return site in ("same-origin", "none")
        origin = headers.get("origin")
        if origin is None:
            return True
        host = origin.partition("://")[2]
        return bool(host) and host in (headers.get("host"), self.public_host)
