"""The chat on the town's own page: take what is typed, hand over what is answered.

Without JavaScript the page is a form that comes back with the talk so far; with it,
`ecotown.js` sends and fetches through the same addresses as JSON.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from api.dependencies import now_of, settings_of
from api.pages import language, render
from api.store import wave_links, webpull
from api.store.session import Database
from api.store.webpull import Pulled
from bot import webphoto
from bot.channels import web
from bot.channels.base import LARGEST_PICTURE
from bot.inbox import InboxUnavailable
from bot.webdoor import (
    Brakes,
    Inbox,
    Problem,
    address_of,
    contact_of,
    refusal,
    remember,
)
from bot.webform import (
    START,
    Said,
    Unreadable,
    Written,
    read_form,
    read_json,
    start,
)
from content import emergency

TEMPLATES = Path(__file__).parent / "templates"
# A poll ends before a proxy's usual 30 or 60 s, and asks the database this often:
# quickly while an answer is about to come, then at leisure.
POLL_S = 25.0
SOON_S, SOON_FOR_S, LATER_S = 0.3, 6.0, 1.5
# How long a page without JavaScript waits for its answer.
FORM_WAIT_S = 4.0
MOST_POLLS = 1_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the talk as the page shows it: ours, or (`said`) the reader's."""

    pulled: Pulled | None = None
    said: str = ""


class WebChat:
    """What the chat's addresses share: who polls, who sends how fast."""

    def __init__(self, inbox: Inbox, database: Database) -> None:
        self.inbox = inbox
        self.database = database
        self.polling: set[str] = set()
        self.brakes = Brakes()

    def news(self, address: str | None, after: int, now: datetime) -> bool:
        with self.database.read() as session:
            contact = contact_of(session, address)
            return contact is not None and webpull.has_news(
                session, contact, after, now
            )

    def pull(
        self, address: str | None, after: int, now: datetime, public_url: str
    ) -> list[Pulled]:
        # Most who open the page have never written: they must not wait for a writer.
        with self.database.read() as session:
            if contact_of(session, address) is None:
                return []
        with self.database.write() as session:
            contact = contact_of(session, address)
            if contact is None:
                return []
            return webpull.pull(session, contact, after, now, public_url=public_url)

    async def wait(
        self, request: Request, address: str | None, after: int, most_s: float
    ) -> bool:
        """Until there is something after `after`; False: not within `most_s`."""
        began = time.monotonic()
        while True:
            now = now_of(request)
            if await run_in_threadpool(self.news, address, after, now):
                return True
            passed = time.monotonic() - began
            if passed >= most_s or await request.is_disconnected():
                return False
            await asyncio.sleep(SOON_S if passed < SOON_FOR_S else LATER_S)

    async def page(
        self,
        request: Request,
        address: str,
        *,
        said: Sequence[Said] = (),
        written: Written | None = None,
        status: int = 200,
        problem: str = "",
        typed: str = "",
        code: str | None = None,
    ) -> Response:
        """The whole page: the talk so far (with what was just `written`) and the
        form to go on with; `code` is that of a link into a survey."""
        pulled = await run_in_threadpool(
            self.pull, address, 0, now_of(request), settings_of(request).public_url
        )
        if written is not None and not written.text.startswith(START):
            own = written.text or _label(pulled, written.data)
            said = [*said, Said(written.after, own)]
        response = render.page(
            request,
            "chat.html",
            speaks=language.chosen(request) or _talk_language(pulled),
            templates=render.environment(TEMPLATES),
            status=status,
            headers={"Cache-Control": "no-store"},
            lines=_lines(pulled, said),
            open_seq=_open_question(pulled),
            after=pulled[-1].seq if pulled else 0,
            said=said,
            key=uuid4(),
            problem=problem,
            typed=typed,
            code=code,
            start=start(code),
            most_bytes=LARGEST_PICTURE,
            photos_to=webphoto.PATH,
            photo_for=webphoto.FOR,
        )
        remember(request, response, address)
        return response


def create_router(inbox: Inbox, database: Database) -> APIRouter:
    """The addresses of the chat; settings, messages and clock are the app's."""
    chat = WebChat(inbox, database)
    router = APIRouter(include_in_schema=False)

    @router.get("/chat")
    async def chat_page(
        request: Request, w: Annotated[str, Query(max_length=40)] = ""
    ) -> Response:
        address = address_of(request) or web.new_address()
        code = wave_links.code_in(f"{wave_links.MARK}{w}")
        return await chat.page(request, address, code=code)

    @router.get("/chat/messages")
    async def messages(
        request: Request, after: Annotated[int, Query(ge=0, le=2**53)] = 0
    ) -> Response:
        return await _poll(chat, request, after)

    @router.post("/chat/messages")
    async def take(request: Request) -> Response:
        if request.headers.get("content-type", "").startswith("application/json"):
            return await _take_json(chat, request)
        return await _take_form(chat, request)

    router.routes.append(webphoto.route(inbox, database, chat.brakes))
    return router


async def _poll(chat: WebChat, request: Request, after: int) -> Response:
    """What came after `after`, waiting for it; one waiting poll for each browser."""
    address = address_of(request)
    waits = (
        address is not None
        and address not in chat.polling
        and len(chat.polling) < MOST_POLLS
    )
    found: list[Pulled] = []
    if address is not None and waits:
        chat.polling.add(address)
        try:
            news = await chat.wait(request, address, after, POLL_S)
        finally:
            chat.polling.discard(address)
    else:
        news = await run_in_threadpool(chat.news, address, after, now_of(request))
    if news:
        found = await run_in_threadpool(
            chat.pull, address, after, now_of(request), settings_of(request).public_url
        )
    lang = language.of(request)
    template = render.environment(TEMPLATES).get_template("chat_line.html")
    words = render.words(request, lang)
    shown = [
        {"seq": each.seq, "html": template.render(**words, pulled=each, open=True)}
        for each in found
    ]
    return JSONResponse(
        {
            "messages": shown,
            "after": found[-1].seq if found else after,
            # Another window of this browser waits already: ask again a little later.
            "again_ms": 0 if waits or found else 4000,
        },
        headers={"Cache-Control": "no-store"},
    )


async def _take_json(chat: WebChat, request: Request) -> Response:
    try:
        written = await read_json(request)
    except Unreadable as error:
        return refusal(request, Problem(error.status, "web.unreadable"))
    address = address_of(request) or web.new_address()
    problem = await _take(chat, request, address, written)
    if problem is not None:
        return refusal(request, problem)
    response = JSONResponse({"taken": str(written.key)}, status_code=202)
    remember(request, response, address)
    return response


async def _take_form(chat: WebChat, request: Request) -> Response:
    """The page again, with the answer if it comes soon."""
    address = address_of(request) or web.new_address()
    try:
        written, said = await read_form(request)
    except Unreadable as error:
        return await chat.page(
            request, address, status=error.status, problem="web.unreadable"
        )
    if written is None:
        return await chat.page(request, address, said=said)
    problem = await _take(chat, request, address, written)
    if problem is not None:
        return await chat.page(
            request,
            address,
            said=said,
            status=problem.status,
            problem=problem.key,
            typed=written.text,
        )
    await chat.wait(request, address, written.after, FORM_WAIT_S)
    return await chat.page(request, address, said=said, written=written)


async def _take(
    chat: WebChat, request: Request, address: str, written: Written
) -> Problem | None:
    """Hand the event to the inbox; why, if it cannot be taken."""
    lang = language.of(request)
    wait_s = chat.brakes.wait_s(request, address)
    # Danger passes every brake (looked for only now: it costs up to 5 ms).
    if wait_s > 0 and emergency.match(written.text) is None:
        return Problem(429, "web.too_many", wait_s)
    wait_s = chat.brakes.link_wait_s(request, written.text)
    if wait_s > 0:
        return Problem(429, "web.too_many_starts", wait_s)
    crowd = chat.brakes.count(request, address)
    taken = web.take(
        address,
        written.key,
        now_of(request),
        text=written.text,
        data=written.data,
        language=language.chosen(request),
        crowd=crowd,
    )
    try:
        await chat.inbox.take([taken])
    except InboxUnavailable:
        return Problem(503, "web.unavailable", 5, before=_danger(written, lang))
    return None


def _danger(written: Written, lang: str) -> str:
    """Whom to call, out of memory: it must be said with the database down."""
    danger = emergency.match(written.text)
    if danger is None:
        return ""
    card = emergency.card(danger.kind, lang, emergency.load_hotlines())
    return f"{card.plain()}\n\n"


def _lines(pulled: Sequence[Pulled], said: Sequence[Said]) -> list[Line]:
    """Ours and theirs in order: `said.after` is what they had read when they wrote."""
    lines: list[Line] = []
    theirs = list(said)
    for each in pulled:
        while theirs and theirs[0].after < each.seq:
            lines.append(Line(said=theirs.pop(0).text))
        lines.append(Line(pulled=each))
    return lines + [Line(said=each.text) for each in theirs]


def _talk_language(pulled: Sequence[Pulled]) -> str | None:
    """The language the talk is in by now; None: there was no talk yet."""
    return pulled[-1].language if pulled else None


def _open_question(pulled: Sequence[Pulled]) -> int:
    """The number of the last message with choices, or that asks for a picture: only
    those are still shown."""
    return max(
        (e.seq for e in pulled if any(m.choices or m.wants for m in e.messages)),
        default=0,
    )


def _label(pulled: Sequence[Pulled], data: str) -> str:
    """What stood on the button that was pressed."""
    return next(
        (
            choice.label
            for each in reversed(pulled)
            for message in each.messages
            for choice in message.choices
            if choice.data == data
        ),
        "",
    )
