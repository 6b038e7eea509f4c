"""Telegram: the one module that knows its library. Imported only where it is on.

https://core.telegram.org/bots/api ; what the library does is described in
https://docs.python-telegram-bot.org/en/stable/telegram.bot.html
"""

import asyncio
import contextlib
import json
import logging
import os
import random
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

# Durations as such; without it the library warns about the future.
os.environ.setdefault("PTB_TIMEDELTA", "true")

import httpx
import structlog
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import HTTPXRequest

from bot.channels.base import (
    FETCH_TIMES,
    LARGEST_PICTURE,
    Channel,
    Parcel,
    SendError,
)
from bot.channels.refused import PlatformRefused, PlatformUnreachable
from bot.channels.telegram_updates import ALLOWED_UPDATES
from bot.turn import Inbound, Kind
from content.outbound import Outbound
from content.rendering import telegram as rendering

log = structlog.get_logger()
# They log addresses that hold the token, and parameters that hold texts.
for _name in ("httpx", "httpcore", "telegram"):
    logging.getLogger(_name).setLevel(logging.WARNING)

# About 30 messages a second are taken overall.
# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
CALLS_PER_S = 25.0
TIMEOUT_S = 10.0
CONNECTIONS = 64
LONG_POLL_S = 25
CONFLICT_WAIT_S = 30.0
LONGEST_WAIT_S = 60.0
CREDENTIALS_WAIT_S = 300.0  # an officer has to mend them; nothing is lost meanwhile
RATE_WAIT_S = 30.0
TOO_BIG = "file is too big"
NOT_NOW = "temporarily unavailable"
GONE = ("chat not found", "user not found", "peer_id_invalid")
SURELY_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
UNREADABLE = (KeyError, TypeError)  # 200 with a body nobody promised

OnUpdates = Callable[[list[bytes]], Awaitable[None]]


class _Api(Bot):
    """The library's bot, asked by the method's own name with the request as it is
    stored. Never initialised: that would call getMe, and fail, at the start."""

    async def call(self, method: str, params: dict[str, Any], **limits: float) -> Any:
        return await self._post(method, params, **limits)  # type: ignore[arg-type]


class TelegramChannel:
    """One bot."""

    name = "telegram"

    def __init__(
        self, *, api_url: str, token: str, account: str, timeout: float = TIMEOUT_S
    ) -> None:
        self.account = account
        self.most_recipients = 1
        self.calls_per_s = CALLS_PER_S
        self.timeout_s = timeout
        self._requests = [self._request(1), self._request(CONNECTIONS)]
        self._api = _Api(
            token,
            base_url=f"{api_url}/bot",
            base_file_url=f"{api_url}/file/bot",
            get_updates_request=self._requests[0],
            request=self._requests[1],
        )

    def pack(
        self,
        method: str,
        to: tuple[str, ...],
        messages: tuple[Outbound, ...],
        language: str,
        *,
        reply_token: str | None = None,
    ) -> bytes:
        """A list: Telegram takes one message a call."""
        (address,) = to
        calls = [
            {"chat_id": int(address), **params}
            for params in rendering.render(messages, language)
        ]
        return json.dumps(calls, ensure_ascii=False).encode()

    async def send(self, parcel: Parcel) -> None:
        calls = json.loads(parcel.body)
        if not calls:
            raise SendError("malformed", permanent=True)
        for sent in range(parcel.sent, len(calls)):
            try:
                await self._send_one(calls[sent])
            except (TelegramError, TimeoutError) as error:
                raise _failure(error, sent) from error

    async def notice(self, inbound: Inbound) -> None:
        """Acknowledge a press, which turns until then; else show that we type."""
        if inbound.press_id:
            method = "answerCallbackQuery"
            params = {"callback_query_id": inbound.press_id}
        elif inbound.kind is Kind.TEXT and inbound.private and inbound.address:
            method = "sendChatAction"
            params = {"chat_id": inbound.address, "action": "typing"}
        else:
            return
        try:
            await self._call(method, params)
        except (TelegramError, TimeoutError) as error:
            log.debug("telegram_notice_not_shown", reason=type(error).__name__)

    async def fetch(self, reference: str) -> bytes:
        """The file with this id.

        https://core.telegram.org/bots/api#getfile
        """
        try:
            async with asyncio.timeout(self.timeout_s * FETCH_TIMES):
                return await self._fetch(reference)
        except (TelegramError, TimeoutError, *UNREADABLE) as error:
            raise _not_fetched(error) from error

    async def _fetch(self, reference: str) -> bytes:
        file = await self._api.get_file(reference)
        if (file.file_size or 0) > LARGEST_PICTURE:
            raise SendError("too_large", permanent=True)
        if not file.file_path:
            raise SendError("preparing")
        try:
            # Of a link that has run out Telegram says 404, as of a wrong token; the
            # next try gets a new link.
            return bytes(await file.download_as_bytearray())
        except InvalidToken as error:
            raise SendError("unanswered") from error

    async def close(self) -> None:
        await asyncio.gather(*(request.shutdown() for request in self._requests))

    async def ask(self, method: str, **params: Any) -> Any:
        """What Telegram answers to an operator's call; None: it accepted, in words
        nobody promised. Raises `PlatformRefused` or `PlatformUnreachable`."""
        try:
            return await self._call(method, params)
        except (BadRequest, Forbidden, InvalidToken, Conflict, RetryAfter) as error:
            raise PlatformRefused(error.message) from error
        except (TelegramError, TimeoutError) as error:
            raise PlatformUnreachable(type(error).__name__) from error

    async def updates(self, offset: int | None, *, wait_s: int) -> list[dict[str, Any]]:
        """The updates from `offset` on, as they are; older ones are forgotten."""
        params: dict[str, Any] = {
            "timeout": wait_s,
            "allowed_updates": list(ALLOWED_UPDATES),
        }
        if offset is not None:
            params["offset"] = offset
        limit = wait_s + self.timeout_s
        found = await self._api.call("getUpdates", params, read_timeout=limit)
        return [update for update in found if isinstance(update.get("update_id"), int)]

    async def _send_one(self, params: dict[str, Any]) -> None:
        try:
            await self._call("sendMessage", params)
        except BadRequest as error:
            if "parse entities" not in error.message.lower():
                raise
            await self._call("sendMessage", rendering.plain(params))

    async def _call(self, method: str, params: dict[str, Any]) -> Any:
        try:
            async with asyncio.timeout(self.timeout_s):
                return await self._api.call(method, params)
        except UNREADABLE:
            return None
        except TelegramError as error:
            # Its own class and no other: a success whose body is no JSON.
            if type(error) is TelegramError:
                return None
            raise

    def _request(self, connections: int) -> HTTPXRequest:
        # Finding no connection or no host ends before the call's own limit does,
        # so that it is known not to have been sent.
        quick = self.timeout_s / 3
        return HTTPXRequest(
            connection_pool_size=connections,
            connect_timeout=quick,
            pool_timeout=quick,
            read_timeout=self.timeout_s,
            write_timeout=self.timeout_s,
        )


async def poll(
    channel: Channel,
    on_updates: OnUpdates,
    stop: asyncio.Event,
    *,
    wait_s: int = LONG_POLL_S,
    conflict_wait_s: float = CONFLICT_WAIT_S,
    longest_wait_s: float = LONGEST_WAIT_S,
) -> None:
    """Fetch updates until `stop`, for an installation without a public address.

    `on_updates` gets each as JSON and returns when they are kept; if it raises,
    Telegram gives the same ones again.
    """
    if not isinstance(channel, TelegramChannel):
        raise TypeError("only Telegram is polled")
    offset: int | None = None
    failures = 0
    while not stop.is_set():
        try:
            updates = await _unless(stop, channel.updates(offset, wait_s=wait_s))
            if updates:
                await on_updates([json.dumps(update).encode() for update in updates])
                offset = _after(updates)
            failures = 0
        except Conflict:
            # Somebody else polls, or a webhook is set: `telegram setup` or another
            # installation. They must not be harmed, and we may be let in later.
            log.warning("telegram_polled_elsewhere")
            await _pause(stop, conflict_wait_s)
        except Exception as error:
            # As with a webhook: whatever it is, Telegram keeps the updates.
            failures += 1
            log.warning("telegram_poll_failed", reason=type(error).__name__)
            longest = min(longest_wait_s, 2.0 ** min(failures, 10))
            await _pause(stop, longest * random.uniform(0.5, 1))


async def _unless(
    stop: asyncio.Event, fetching: Awaitable[list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    """What is fetched; nothing when told to stop first."""
    fetched = asyncio.ensure_future(fetching)
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({fetched, stopped}, return_when=asyncio.FIRST_COMPLETED)
        return fetched.result() if fetched.done() else []
    finally:
        for task in (fetched, stopped):
            task.cancel()
        await asyncio.gather(fetched, stopped, return_exceptions=True)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


def _after(updates: list[dict[str, Any]]) -> int:
    return max(int(update["update_id"]) for update in updates) + 1


def _not_fetched(error: Exception) -> SendError:
    """Why a file was not to be had."""
    if isinstance(error, BadRequest):
        words = error.message.lower()
        if TOO_BIG in words:
            return SendError("too_large", permanent=True)
        if NOT_NOW not in words:
            return SendError("gone", permanent=True)
        return SendError("unanswered")
    found = _failure(error, 0)
    return SendError(found.code, retry_after_s=found.retry_after_s)


def _failure(error: Exception, sent: int) -> SendError:
    """What the failure means for the call after `sent` others.

    Telegram has no key for repeats: what may have arrived is not sent again.
    """
    match error:
        case RetryAfter():
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else wait
            return SendError("rate", retry_after_s=seconds, sent=sent)
        case ChatMigrated():
            return SendError("moved", moved_to=str(error.new_chat_id), sent=sent)
        case Forbidden():
            return SendError("blocked", permanent=True, contact_gone=True, sent=sent)
        case InvalidToken():
            wait_s = CREDENTIALS_WAIT_S
            return SendError("credentials", retry_after_s=wait_s, sent=sent)
        case BadRequest() if any(words in error.message.lower() for words in GONE):
            return SendError("gone", permanent=True, contact_gone=True, sent=sent)
        case BadRequest():
            return SendError("refused", permanent=True, sent=sent)
        case NetworkError() if isinstance(error.__cause__, SURELY_NOT_SENT):
            return SendError("unreachable", sent=sent)
        case NetworkError() if error.message.startswith("Too Many Requests"):
            return SendError("rate", retry_after_s=RATE_WAIT_S, sent=sent)
    return SendError("unanswered", ambiguous=True, sent=sent)
