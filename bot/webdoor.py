"""Who writes to the page's chat: a browser's address, and how fast it may send."""

from dataclasses import dataclass
from typing import Protocol

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from sqlmodel import Session

from api.dependencies import now_of
from api.pages import language, render
from api.store import residents, wave_links
from api.store.models import Contact
from bot.buckets import Buckets
from bot.channels import web
from bot.crowd import Crowd
from bot.turn import Taken

COOKIE = "ecotown_chat"
YEAR_S = 365 * 24 * 3600
PER_MINUTE = 20
# One network address may be a whole factory's or a phone company's.
PER_MINUTE_AND_NETWORK = 200
# Who begins a survey by one link: a hall full of people may, a program may not.
PER_MINUTE_AND_LINK = 60
PICTURES_PER_MINUTE_AND_NETWORK = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something cannot be taken now: a status of HTTP and a message."""

    status: int
    key: str
    wait_s: float | None = None
    before: str = ""
    """What has to be said first."""


class Inbox(Protocol):
    """Where events go: `take` returns once they are durable."""

    async def take(self, taken: list[Taken]) -> None: ...


class Brakes:
    """Who sends how fast, and from where."""

    def __init__(self) -> None:
        self.senders = Buckets(PER_MINUTE)
        self.networks = Buckets(PER_MINUTE_AND_NETWORK)
        self.pictures = Buckets(PICTURES_PER_MINUTE_AND_NETWORK)
        self.links = Buckets(PER_MINUTE_AND_LINK)
        self.crowd = Crowd()

    def wait_s(self, request: Request, address: str) -> float:
        """0 when this browser may send now, else the seconds until it may."""
        now_s = now_of(request).timestamp()
        return max(
            self.senders.take(address, now_s),
            self.networks.take(network_of(request), now_s),
        )

    def picture_wait_s(self, request: Request, address: str) -> float:
        """As `wait_s`, of a picture."""
        now_s = now_of(request).timestamp()
        return max(
            self.wait_s(request, address),
            self.pictures.take(network_of(request), now_s),
        )

    def link_wait_s(self, request: Request, text: str) -> float:
        """0 unless too many begin by the link whose code this is; else the seconds."""
        code = wave_links.code_in(text)
        now_s = now_of(request).timestamp()
        return 0.0 if code is None else self.links.take(code, now_s)

    def count(self, request: Request, address: str) -> int:
        """How many browsers of the request's network wrote within the hour."""
        now_s = now_of(request).timestamp()
        return self.crowd.count(network_of(request), address, now_s)


def contact_of(session: Session, address: str | None) -> Contact | None:
    if address is None:
        return None
    return residents.find(
        session, channel=web.NAME, account=web.ACCOUNT, address=address
    )


def network_of(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def cookie_name(request: Request) -> str:
    # The prefix makes browsers refuse it from anywhere but this very host.
    secure = request.url.scheme == "https"
    return f"__Host-{COOKIE}" if secure else COOKIE


def address_of(request: Request) -> str | None:
    held = request.cookies.get(cookie_name(request))
    return held if web.is_address(held) else None


def remember(request: Request, response: Response, address: str) -> None:
    response.set_cookie(
        cookie_name(request),
        address,
        max_age=YEAR_S,
        path="/",
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )


def refusal(request: Request, problem: Problem, speaks: str | None = None) -> Response:
    """The problem in words; `speaks` is a language known better than the page's."""
    lang = speaks or language.of(request)
    said = problem.before + render.words(request, lang)["t"](problem.key)
    wait_s = problem.wait_s
    headers = {"Retry-After": str(int(wait_s) + 1)} if wait_s else None
    return JSONResponse({"error": said}, status_code=problem.status, headers=headers)
