"""Pages for what went wrong, in Thai and in English."""

from functools import partial
from urllib.parse import quote

from fastapi import Request
from fastapi.responses import RedirectResponse, Response

from api.errors import DomainError
from api.pages import language, render

# What has words of its own; any other status gets the general ones.
NAMED = (403, 404, 500, 503)
BOTH = ("th", "en")


def wants_page(request: Request) -> bool:
    """Whether a person looks at the answer, not a program."""
    path = request.url.path
    if path.startswith(("/api/", "/webhooks/", "/healthz", "/readyz", "/metrics")):
        return False
    return "text/html" in request.headers.get("accept", "")


def page(request: Request, status: int, error: DomainError | None = None) -> Response:
    """The error page of this status; a domain error says its reason itself.

    An officer who is not signed in is shown the way instead.
    """
    if status == 401 and request.url.path.startswith("/console"):
        return _to_sign_in(request)
    messages = render.messages_of(request)
    lang = language.of(request)
    kind = str(status) if status in NAMED else "other"

    def reason(other: str) -> str:
        if error is not None and kind == "other":
            return messages.say(error.key, other, **error.values)
        return messages.say(f"problem.{kind}_reason", other)

    title = partial(messages.say, f"problem.{kind}")
    return render.page(
        request,
        "pages/error.html",
        status=status,
        speaks=lang,
        title=title(lang),
        reason=reason(lang),
        others=[(code, title(code), reason(code)) for code in BOTH if code != lang],
    )


def _to_sign_in(request: Request) -> Response:
    """To the sign-in page, and from there back to what was to be read."""
    back = request.url.path if request.method == "GET" else "/console"
    return RedirectResponse(f"/console/sign-in?next={quote(back)}", status_code=303)
