"""POST /webhooks/line and /webhooks/telegram: verify, split, take, 200.

Nothing else happens before the answer: LINE waits two seconds
(https://developers.line.biz/en/docs/messaging-api/check-webhook-error-statistics/).
"""

import hmac

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api.settings import Settings
from api.store.keys import Keys
from bot.channels import line_events, telegram_updates
from bot.inbox import Inbox, InboxUnavailable
from bot.turn import Taken

log = structlog.get_logger()

# LINE sends at most some hundred events in a body, Telegram one update.
MOST_BYTES = 1024 * 1024
OK = PlainTextResponse("OK")


def line(inbox: Inbox, *, secret: str, account: str) -> Route:
    """LINE's webhook; `secret` is the channel secret."""

    async def hook(request: Request) -> Response:
        body = await _body(request)
        if isinstance(body, Response):
            return body
        signature = request.headers.get("x-line-signature")
        if not line_events.verify(secret, body, signature):
            return _no(401)
        try:
            taken = line_events.split(body, account)
        except ValueError:
            return _no(400)
        return await _take(inbox, taken)

    return Route("/webhooks/line", hook, methods=["POST"])


def telegram(inbox: Inbox, *, secret: str, account: str) -> Route:
    """Telegram's webhook; `secret` is the token it was set with."""

    async def hook(request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return _no(401)
        body = await _body(request)
        if isinstance(body, Response):
            return body
        try:
            taken = telegram_updates.take(body, account)
        except ValueError:
            # Telegram would repeat it, and hold back all that follows in its chat.
            log.warning("update_unreadable")
            return OK
        return await _take(inbox, [taken])

    return Route("/webhooks/telegram", hook, methods=["POST"])


def telegram_secret(settings: Settings, keys: Keys) -> str:
    """What Telegram's webhook must show: the one set, or one derived from our key."""
    given = settings.telegram_secret.get_secret_value()
    return given or keys.derive("telegram webhook").hex()


async def _take(inbox: Inbox, taken: list[Taken]) -> Response:
    try:
        await inbox.take(taken)
    except InboxUnavailable:
        return _no(503)
    return OK


async def _body(request: Request) -> bytes | Response:
    """The raw bytes the signature covers, or why they are not read."""
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > MOST_BYTES:
        return _no(413)
    chunks, size = [], 0
    try:
        async for chunk in request.stream():
            size += len(chunk)
            if size > MOST_BYTES:
                return _no(413)
            chunks.append(chunk)
    except ClientDisconnect:
        return _no(400)
    return b"".join(chunks)


def _no(status: int) -> Response:
    return PlainTextResponse("", status)
