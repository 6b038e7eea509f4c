"""LINE: the one module that knows its SDK. Imported only where LINE is on.

https://developers.line.biz/en/reference/messaging-api/
"""

import json
import logging
from collections.abc import Awaitable
from typing import Any

import aiohttp
import structlog
from linebot.v3.messaging import (
    ApiException,
    AsyncApiClient,
    AsyncMessagingApi,
    AsyncMessagingApiBlob,
    Configuration,
    MulticastRequest,
    PushMessageRequest,
    ReplyMessageRequest,
    RichMenuRequest,
    SetWebhookEndpointRequest,
    ShowLoadingAnimationRequest,
    TestWebhookEndpointRequest,
    ValidateMessageRequest,
)

from bot.channels.base import FETCH_TIMES, LARGEST_PICTURE, Parcel, SendError
from bot.channels.refused import PlatformRefused, PlatformUnreachable
from bot.turn import Inbound, Kind
from content.outbound import Outbound
from content.rendering import line as rendering

log = structlog.get_logger()
# At DEBUG the SDK logs bodies.
logging.getLogger("linebot").setLevel(logging.WARNING)

OFFICIAL_API = "https://api.line.me"
MOST_RECIPIENTS = 500
# Multicast may be called 200 times a second, the others 2,000 times.
# https://developers.line.biz/en/reference/messaging-api/#rate-limits
CALLS_PER_S = 100.0
TIMEOUT_S = 10.0
CONNECTIONS = 50
LOADING_S = 20
LOADING_TIMEOUT_S = 3.0
CREDENTIALS_WAIT_S = 300.0  # an officer has to mend them; nothing is lost meanwhile
RATE_WAIT_S = {"reply": 2.0}  # a reply token does not live long
DEFAULT_RATE_WAIT_S = 60.0
PREPARING_WAIT_S = 10.0

REQUESTS = {
    "reply": ReplyMessageRequest,
    "push": PushMessageRequest,
    "multicast": MulticastRequest,
}
LOST = (TimeoutError, aiohttp.ClientError)
SURELY_NOT_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)
# What the SDK raises when it cannot read an answer.
UNREADABLE = (ValueError, TypeError, AttributeError, LookupError)


class LineChannel:
    """One official account."""

    name = "line"

    def __init__(
        self,
        *,
        api_url: str,
        access_token: str,
        account: str,
        timeout: float = TIMEOUT_S,
    ) -> None:
        self.account = account
        self.most_recipients = MOST_RECIPIENTS
        self.calls_per_s = CALLS_PER_S
        self.timeout_s = timeout
        # The SDK knows the hosts of the official API, which are two; a stand-in
        # answers for both.
        host = None if api_url == OFFICIAL_API else api_url
        self._configuration = Configuration(host=host, access_token=access_token)
        self._configuration.connection_pool_maxsize = CONNECTIONS
        self._client: Any = None

    def pack(
        self,
        method: str,
        to: tuple[str, ...],
        messages: tuple[Outbound, ...],
        language: str,
        *,
        reply_token: str | None = None,
    ) -> bytes:
        request: dict[str, Any] = {"messages": rendering.render(messages, language)}
        match method:
            case "reply":
                request["replyToken"] = reply_token
            case "push":
                (request["to"],) = to
            case "multicast":
                request["to"] = list(to)
            case _:
                raise ValueError(f"LINE has no method {method}")
        return json.dumps(request, ensure_ascii=False).encode()

    async def send(self, parcel: Parcel) -> None:
        try:
            call = self._call(parcel)
        except UNREADABLE as error:  # the SDK refuses the request unsent
            raise SendError("malformed", permanent=True) from error
        try:
            await _answer(call)
        except (ApiException, *LOST) as error:
            failure = await self._failure(error, parcel.method)
            if failure is not None:
                raise failure from error

    async def notice(self, inbound: Inbound) -> None:
        """The loading animation: it is free and ends when a message arrives."""
        asked = inbound.kind in (Kind.TEXT, Kind.PRESS)
        if not (asked and inbound.private and inbound.address) or inbound.mute:
            return
        request = ShowLoadingAnimationRequest(
            chatId=inbound.address, loadingSeconds=LOADING_S
        )
        call = self._api().show_loading_animation(
            request, _request_timeout=LOADING_TIMEOUT_S
        )
        try:
            await _answer(call)
        except (ApiException, *LOST) as error:
            log.debug("line_loading_not_shown", reason=type(error).__name__)

    async def fetch(self, reference: str) -> bytes:
        """The content of the message with this id.

        LINE keeps it for a while only, and does not say how long.
        https://developers.line.biz/en/reference/messaging-api/#get-content
        """
        call = self._blobs().get_message_content_with_http_info(
            reference, _request_timeout=self.timeout_s * FETCH_TIMES
        )
        try:
            answer = await _answer(call)
        except (ApiException, *LOST) as error:
            raise _not_fetched(error) from error
        # 202: LINE has it, but not ready to be handed over.
        if answer is None or answer.status_code != 200:
            raise SendError("preparing", retry_after_s=PREPARING_WAIT_S)
        if len(answer.data) > LARGEST_PICTURE:
            raise SendError("too_large", permanent=True)
        return bytes(answer.data)

    async def close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def quota(self) -> tuple[int | None, int]:
        """(paid messages a month, None: no limit; used so far, approximate).

        Messages sent from LINE's own manager are counted too. Raises `SendError`.
        """
        try:
            quota = await _answer(self._api().get_message_quota(**self._limits()))
            used = await _answer(
                self._api().get_message_quota_consumption(**self._limits())
            )
        except (ApiException, *LOST) as error:
            raise SendError("quota_unknown") from error
        if quota is None or used is None:
            raise SendError("quota_unknown")
        return quota.value if quota.type == "limited" else None, used.total_usage

    async def validate(
        self, messages: tuple[Outbound, ...], language: str
    ) -> tuple[str, ...]:
        """What LINE would refuse in these messages, in its own words; empty: nothing.

        Free of charge and sent to nobody. Raises `PlatformUnreachable`.
        """
        objects = {"messages": rendering.render(messages, language)}
        request = ValidateMessageRequest.from_dict(objects)
        try:
            await self._ask("validate_push", request)
        except PlatformRefused as refusal:
            return (refusal.reason,)
        return ()

    # What an operator sets up.

    async def account_name(self) -> str:
        """The account's name as residents see it, and its @id."""
        info = await self._ask("get_bot_info")
        return "" if info is None else f"{info.display_name} ({info.basic_id})"

    async def webhook(self) -> str:
        """Where LINE sends events; empty: nowhere."""
        try:
            endpoint = await self._ask("get_webhook_endpoint")
        except PlatformRefused:  # 404 as long as none was ever set
            return ""
        return str(endpoint.endpoint) if endpoint is not None else ""

    async def set_webhook(self, url: str) -> None:
        request = SetWebhookEndpointRequest(endpoint=url)
        await self._ask("set_webhook_endpoint", request)

    async def test_webhook(self) -> str:
        """Let LINE call the webhook; why it failed, empty: it answers."""
        answer = await self._ask("test_webhook_endpoint", TestWebhookEndpointRequest())
        if answer is None:
            return "unreadable"
        return "" if answer.success else f"{answer.reason} {answer.detail}".strip()

    async def install_menu(
        self, menu: dict[str, Any], picture: bytes, *, ours: str
    ) -> int:
        """Show this rich menu to everyone; how many older ones were deleted.

        A menu's picture cannot be replaced: it is a new menu each time. Ours are
        known by what their name begins with.
        """
        listed = await self._ask("get_rich_menu_list")
        older = [m for m in (listed.richmenus if listed else ()) if m.name is not None]
        created = await self._ask("create_rich_menu", RichMenuRequest.from_dict(menu))
        if created is None:
            raise PlatformRefused("no id for the new rich menu")
        menu_id = created.rich_menu_id
        await self._upload(menu_id, picture)
        await self._ask("set_default_rich_menu", menu_id)
        stale = [m.rich_menu_id for m in older if m.name.startswith(ours)]
        for each in stale:
            await self._ask("delete_rich_menu", each)
        return len(stale)

    async def _upload(self, menu_id: str, picture: bytes) -> None:
        headers = {"Content-Type": "image/png"}
        call = self._blobs().set_rich_menu_image(
            menu_id, bytearray(picture), _headers=headers, **self._limits()
        )
        await _operator(call)

    async def _ask(self, name: str, *arguments: Any) -> Any:
        call = getattr(self._api(), name)
        return await _operator(call(*arguments, **self._limits()))

    def _api(self) -> Any:
        # The session belongs to the running loop: one for the process's life.
        if self._client is None:
            self._client = AsyncApiClient(self._configuration)
        return AsyncMessagingApi(self._client)

    def _blobs(self) -> Any:
        """What is large has calls of its own."""
        self._api()
        return AsyncMessagingApiBlob(self._client)

    def _limits(self) -> dict[str, float]:
        return {"_request_timeout": self.timeout_s}

    def _call(self, parcel: Parcel) -> Awaitable[Any]:
        request = REQUESTS[parcel.method].from_dict(json.loads(parcel.body))
        api, limits, key = self._api(), self._limits(), str(parcel.id)
        match parcel.method:
            case "push":
                call = api.push_message_with_http_info(request, key, **limits)
            case "multicast":
                call = api.multicast_with_http_info(request, key, **limits)
            case _:  # a reply takes no retry key: LINE answers 400 to one
                call = api.reply_message_with_http_info(request, **limits)
        made: Awaitable[Any] = call
        return made

    async def _failure(self, error: Exception, method: str) -> SendError | None:
        """What the failure means; None: LINE has it already.

        https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
        """
        if isinstance(error, SURELY_NOT_SENT):
            return SendError("unreachable")
        if not isinstance(error, ApiException):
            return _unanswered(method)
        match error.status:
            case 409:  # the retry key was accepted before
                return None
            case 401 | 403:
                return SendError("credentials", retry_after_s=CREDENTIALS_WAIT_S)
            case 429:
                return await self._too_many(error, method)
            case status if status == 408 or status >= 500:
                return _unanswered(method)
        return _refusal(error, method)

    async def _too_many(self, error: Any, method: str) -> SendError:
        """429 is a rate or the month's quota; its text is not to be relied on."""
        wait_s = RATE_WAIT_S.get(method, DEFAULT_RATE_WAIT_S)
        wait_s = _retry_after(error) or wait_s
        if method != "reply":  # replies are free
            try:
                allowed, used = await self.quota()
            except SendError:
                return SendError("rate", retry_after_s=wait_s)
            if allowed is not None and used >= allowed:
                return SendError("quota", quota_spent=True)
        return SendError("rate", retry_after_s=wait_s)


async def _answer(call: Awaitable[Any]) -> Any:
    """What LINE answered; None: it accepted, in words the SDK cannot read.

    Raises `ApiException` or one of `LOST`.
    """
    try:
        return await call
    except (ApiException, *LOST):
        raise
    except UNREADABLE as error:
        # An error page that is not UTF-8 hides the error behind its own.
        if isinstance(error.__context__, ApiException):
            raise error.__context__ from None
        return None


async def _operator(call: Awaitable[Any]) -> Any:
    try:
        return await _answer(call)
    except ApiException as error:
        raise PlatformRefused(f"{error.status} {_words(error)}".strip()) from error
    except LOST as error:
        raise PlatformUnreachable(type(error).__name__) from error


def _not_fetched(error: Exception) -> SendError:
    """Why a message's content was not to be had."""
    match getattr(error, "status", None):
        case 404 | 410:  # no longer kept; taken back by its sender
            return SendError("gone", permanent=True)
        case 400:
            return SendError("refused", permanent=True)
        case 401 | 403:
            return SendError("credentials", retry_after_s=CREDENTIALS_WAIT_S)
        case 429:
            wait_s = _retry_after(error) or DEFAULT_RATE_WAIT_S
            return SendError("rate", retry_after_s=wait_s)
    return SendError("unanswered")


def _unanswered(method: str) -> SendError:
    if method == "reply":
        return SendError("reply_ambiguous", ambiguous=True)
    return SendError("unanswered")  # the retry key makes a repeat harmless


def _refusal(error: Any, method: str) -> SendError:
    words = _words(error).lower()
    if method == "reply" and "reply token" in words:
        return SendError("token_invalid", permanent=True)
    if method == "push" and "failed to send" in words:
        # LINE's words for a user who does not exist (any more).
        return SendError("gone", permanent=True, contact_gone=True)
    return SendError("refused", permanent=True)


def _words(error: Any) -> str:
    try:
        body = json.loads(error.body)
        details = [f"{d['property']}: {d['message']}" for d in body.get("details", ())]
        return "; ".join([str(body["message"]), *details])
    except UNREADABLE:
        return ""


def _retry_after(error: Any) -> float | None:
    try:
        return float(error.headers["Retry-After"])
    except UNREADABLE:
        return None
