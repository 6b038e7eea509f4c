"""POST /chat/photos: a picture sent from the page, where a question asks for one.

The body is the picture itself. It is kept sealed before the message that speaks of it
is taken; what is answered is the conversation's to say, as to a picture from any app.
"""

import asyncio
import sys
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, request_response

from api.dependencies import now_of
from api.pages import language
from api.store import brought, events, photos
from api.store.models import Resident
from api.store.session import Database
from bot import short
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
from bot.webroom import Room

PATH = "/chat/photos"
# The header that says for which question a picture is.
FOR = "Ecotown-Question"
# Each may be of 20 MB, and is in memory twice.
AT_A_TIME = 4
# For how long somebody waits until it is their turn.
TURN_S = 15.0
# Whoever is slower than that holds up the others.
GRACE_S, LEAST_BYTES_PER_S = 10.0, 32 * 1024
MOST_S = 120.0
TOO_LARGE = Problem(413, "web.photo_too_large")
NO_PICTURE = Problem(415, "web.no_picture")
NOT_ASKED = Problem(409, "web.photo_not_asked")
FOR_ANOTHER = Problem(409, "web.photo_for_another")
# The page gives up at this status, and goes on with words.
NO_DISK = Problem(409, "web.photo_no_disk")
TOO_MANY = Problem(429, "web.too_many", 5)
TOO_SLOW = Problem(408, "web.photo_too_slow")
UNDER_WAY = Problem(429, "web.photo_under_way", GRACE_S)
NO_ROOM = Problem(503, "web.photo_no_room", 5)
CAME_BEFORE = Problem(409, "web.photo_came")
UNREADABLE = Problem(422, "web.unreadable")
UNAVAILABLE = Problem(503, "web.unavailable", 5)
# An id in 22 letters, a colon, and a question's key.
LONGEST_FOR = 22 + 1 + 80


class Sent(BaseModel):
    """What is said of the picture: `id`, in the address, is the browser's, as of a
    message; `sent_for` the question's, as the page was told it: it names a response,
    and addresses are logged on the way to us, headers are not."""

    key: Annotated[UUID, Field(alias="id")]
    sent_for: Annotated[str, Field(min_length=1, max_length=LONGEST_FOR)]


class WebPhotos:
    """Takes pictures of browsers whose open question is answered with one."""

    def __init__(self, inbox: Inbox, database: Database, brakes: Brakes) -> None:
        self._inbox = inbox
        self._database = database
        self._brakes = brakes
        self._room = asyncio.Semaphore(AT_A_TIME)
        # The addresses whose picture is just coming: one browser takes one place.
        self._under_way: set[str] = set()
        self._disk = Room(database)

    async def take(self, request: Request) -> Response:
        address = address_of(request)
        speaks = await run_in_threadpool(self._speaks, address)
        speaks = language.chosen(request) or speaks
        try:
            said = {**request.query_params, "sent_for": request.headers.get(FOR)}
            sent = Sent.model_validate(said)
        except ValidationError:
            return refusal(request, UNREADABLE, speaks)
        if address is None:
            return refusal(request, NOT_ASKED, speaks)
        wait_s = self._brakes.picture_wait_s(request, address)
        if wait_s > 0:
            return refusal(request, Problem(429, "web.too_many", wait_s), speaks)
        if address in self._under_way:
            return refusal(request, UNDER_WAY, speaks)
        self._under_way.add(address)
        try:
            problem = await self._take(request, address, sent)
        finally:
            self._under_way.discard(address)
        if problem is not None:
            return refusal(request, problem, speaks)
        response = JSONResponse({"taken": str(sent.key)}, status_code=202)
        remember(request, response, address)
        return response

    async def _take(self, request: Request, address: str, sent: Sent) -> Problem | None:
        """Keep the picture, unless it is here, and hand the event to the inbox; why,
        if that cannot be."""
        photo_id = brought.id_of(self._database.keys, address, sent.key)
        now = now_of(request)
        is_here = await run_in_threadpool(self._look, address, sent, photo_id, now)
        if isinstance(is_here, Problem):
            return is_here
        if not is_here:
            problem = await self._within_room(request, address, photo_id)
            if problem is not None:
                return problem
        taken = web.take(
            address,
            sent.key,
            now,
            picture=str(photo_id),
            picture_for=sent.sent_for,
            language=language.chosen(request),
            crowd=self._brakes.count(request, address),
        )
        try:
            await self._inbox.take([taken])
        except InboxUnavailable:
            return UNAVAILABLE
        return None

    async def _within_room(
        self, request: Request, address: str, photo_id: UUID
    ) -> Problem | None:
        """As `_bring`, where there is room for it; one that is here needs none."""
        if await run_in_threadpool(self._disk.is_disk_full, request):
            return NO_DISK
        problem = self._disk.reserve(request)
        if problem is not None:
            return problem
        is_kept = False
        try:
            problem = await self._bring(request, address, photo_id)
            is_kept = problem is None
        finally:
            # Also of one who hangs up half-way.
            if not is_kept:
                self._disk.give_back(request)
        return problem

    async def _bring(
        self, request: Request, address: str, photo_id: UUID
    ) -> Problem | None:
        try:
            async with asyncio.timeout(TURN_S):
                await self._room.acquire()
        except TimeoutError:
            return NO_ROOM
        try:
            content = await _body(request)
            if isinstance(content, Problem):
                return content
            return await run_in_threadpool(
                self._keep, address, photo_id, content, now_of(request)
            )
        finally:
            self._room.release()

    def _speaks(self, address: str | None) -> str | None:
        """The language of the talk; None: there was none yet."""
        with self._database.read() as session:
            contact = contact_of(session, address)
            if contact is None:
                return None
            return session.get_one(Resident, contact.resident_id).language

    def _look(
        self, address: str, sent: Sent, photo_id: UUID, now: datetime
    ) -> bool | Problem:
        """Whether the picture is here; or why it cannot be taken."""
        with self._database.read() as session:
            contact = contact_of(session, address)
            if contact is None:
                return NOT_ASKED
            if brought.is_here(session, photo_id):
                return True
            # Its message is not read again: nobody would ever hear of the picture.
            if events.is_taken(session, web.NAME, web.ACCOUNT, str(sent.key)):
                return CAME_BEFORE
            asked = brought.asked_for(session, contact, now)
        if asked is None:
            return NOT_ASKED
        return False if short.question(*asked) == sent.sent_for else FOR_ANOTHER

    def _keep(
        self, address: str, photo_id: UUID, content: bytes, now: datetime
    ) -> Problem | None:
        kept = photos.sealed(self._database.keys, photo_id, content)
        if kept is None:
            return NO_PICTURE
        with self._database.write() as session:
            contact = contact_of(session, address)
            if contact is None:
                return NOT_ASKED
            if not brought.bring(session, contact, photo_id, kept, now):
                return TOO_MANY
        return None


def route(inbox: Inbox, database: Database, brakes: Brakes) -> Route:
    """The address; it counts what it reads, and so is free of the app's own limit."""
    taking = request_response(WebPhotos(inbox, database, brakes).take)
    roomy = RequestBodyLimitMiddleware(taking, max_body_size=sys.maxsize)
    return Route(PATH, roomy, methods=["POST"])


async def _body(request: Request) -> bytes | Problem:
    """The picture's bytes, or why they are not read."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > LARGEST_PICTURE:
        return TOO_LARGE
    chunks, size = [], 0
    began_s = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout_at(began_s + patience_s(0)) as limit:
            async for chunk in request.stream():
                size += len(chunk)
                if size > LARGEST_PICTURE:
                    return TOO_LARGE
                chunks.append(chunk)
                limit.reschedule(began_s + patience_s(size))
    except TimeoutError:
        return TOO_SLOW
    except ClientDisconnect:
        return UNREADABLE
    return b"".join(chunks)


def patience_s(size: int) -> float:
    """How long after its begin more of a picture is waited for, of which so many bytes
    are here."""
    return min(MOST_S, GRACE_S + size / LEAST_BYTES_PER_S)
