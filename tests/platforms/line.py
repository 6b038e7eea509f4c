"""A loopback stand-in for LINE's Messaging API, with its rules and its quota.

https://developers.line.biz/en/reference/messaging-api/
"""

import asyncio
import re
import uuid
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode

from starlette.routing import Route

from tests.patience import PATIENCE_S
from tests.platforms import line_rules as rules
from tests.platforms.line_answers import (
    RATE_LIMIT,
    json_object,
    refusal,
    refuse_problems,
)
from tests.platforms.line_events import (
    BOT_USER_ID,
    Event,
    edited_event,
    event,
    follow_event,
    image_event,
    join_event,
    line_body,
    location_event,
    message_event,
    new_group_id,
    new_reply_token,
    new_user_id,
    postback_event,
    sign,
    sticker_event,
    text_event,
    unfollow_event,
    unsend_event,
)
from tests.platforms.line_menus import PICTURE_ENDPOINT, RichMenus
from tests.platforms.line_sending import KEYED, Delivered, LineSending
from tests.platforms.server import may_be_webhook, post
from tests.platforms.standin import Answer, Received

__all__ = [
    "BOT_USER_ID",
    "Delivered",
    "LineStandIn",
    "edited_event",
    "event",
    "follow_event",
    "image_event",
    "join_event",
    "line_body",
    "location_event",
    "message_event",
    "new_group_id",
    "new_reply_token",
    "new_user_id",
    "postback_event",
    "sign",
    "sticker_event",
    "text_event",
    "unfollow_event",
    "unsend_event",
]

MOST_FOLLOWERS = 1_000


class LineStandIn(LineSending):
    """`with LineStandIn() as line:`; the bot's API host is `line.url`.

    `quota_limit` is the month's (None: unlimited); `known_users` are the ids
    LINE knows (None: any well-formed one); with `any_reply_token` a token it
    never issued is good for one reply, for bots whose webhooks come from
    elsewhere. `content` holds the pictures residents sent, by message id; None: LINE
    still prepares it.
    """

    capture_name = "line.jsonl"

    def __init__(
        self,
        *,
        secret: str = "stand-in-secret",
        webhook_url: str = "",
        verified: bool = True,
        **options: Any,
    ) -> None:
        self.menus = RichMenus()
        super().__init__(**options)
        self.secret = secret
        self.webhook_url = webhook_url
        self.verified = verified  # only such accounts may list their followers
        self.profiles: dict[str, dict[str, Any]] = {}
        self.content: dict[str, bytes | None] = {}

    # Webhooks to the bot.

    def deliver(self, *events: Event, url: str | None = None) -> int:
        """POST the events, signed, to the bot and return its status.

        Their reply tokens count from this moment.
        """
        for one in events:
            source = one.get("source") or {}
            chat = source.get("groupId") or source.get("userId")
            if "replyToken" in one and chat:
                self.issue_reply_token(chat, one["replyToken"])
        return self._post_webhook(line_body(*events), url or self.webhook_url)

    def say(self, user_id: str, text: str, **options: Any) -> int:
        """The resident writes `text`; returns the bot's status."""
        return self.deliver(text_event(user_id, text, **options))

    def press(self, user_id: str, data: str, **options: Any) -> int:
        """The resident presses a postback button; returns the bot's status."""
        return self.deliver(postback_event(user_id, data, **options))

    def _post_webhook(self, body: bytes, url: str) -> int:
        if not url:
            raise RuntimeError("no webhook URL: set webhook_url or pass url=")
        signature = sign(self.secret, body)
        headers = {"x-line-signature": signature, "User-Agent": "LineBotWebhook/2.0"}
        return post(url, body, headers, timeout_s=PATIENCE_S)

    # What every request and answer goes through.

    def routes(self) -> list[Route]:
        bot = "/v2/bot"
        table: list[tuple[str, str, str, Any]] = [
            ("POST", "message/validate/{kind}", "validate", self._validate),
            ("GET", "message/quota", "quota", self._quota),
            ("GET", "message/quota/consumption", "consumption", self._consumption),
            ("GET", "message/delivery/{kind}", "delivery", self._delivery),
            ("GET", "message/{message}/content", "content", self._content),
            ("POST", "chat/loading/start", "loading", self._loading),
            ("GET", "info", "info", self._info),
            ("GET", "profile/{user}", "profile", self._profile),
            ("GET", "followers/ids", "followers", self._followers),
            ("GET", "channel/webhook/endpoint", "webhook", self._webhook),
            ("PUT", "channel/webhook/endpoint", "webhook", self._set_webhook),
            ("POST", "channel/webhook/test", "webhook/test", self._test_webhook),
        ]
        routes = [Route(f"{bot}/{p}", h, methods=[m], name=n) for m, p, n, h in table]
        return [*self.sending_routes(), *routes, *self.menus.routes()]

    def error(self, status: int, retry_after_s: int | None) -> Answer:
        wait = {} if retry_after_s is None else {"Retry-After": str(retry_after_s)}
        texts = {404: "Not found", 405: "Method not allowed", 429: RATE_LIMIT}
        return Answer(
            status, {"message": texts.get(status, "Internal server error")}, wait
        )

    def dressed(self, answer: Answer) -> Answer:
        own = {"x-line-request-id": str(uuid.uuid4())}
        return Answer(answer.status, answer.body, own | dict(answer.headers))

    def captured(self, received: Received) -> dict[str, Any]:
        body = received.body
        if received.endpoint == PICTURE_ENDPOINT and received.raw:
            body = f"<{len(received.raw)} bytes>"
        elif body is None and received.raw:
            body = received.raw.decode("utf-8", "replace")
        query = f"?{urlencode(received.query)}" if received.query else ""
        return {
            "method": received.method,
            "url": f"{self.url}{received.path}{query}",
            "headers": received.headers,
            "body": body,
        }

    # The account's other calls.

    def _validate(self, received: Received) -> Answer:
        if received.params["kind"] not in ("reply", *KEYED):
            raise refusal(404, "Not found")
        refuse_problems(rules.message_problems(json_object(received).get("messages")))
        return Answer()

    def _quota(self, _received: Received) -> Answer:
        if self.quota_limit is None:
            return Answer(200, {"type": "none"})
        return Answer(200, {"type": "limited", "value": self.quota_limit})

    def _consumption(self, _received: Received) -> Answer:
        return Answer(200, {"totalUsage": self.quota_used})

    def _delivery(self, received: Received) -> Answer:
        """Counts are ready on the day after."""
        kind, day = received.params["kind"], received.query.get("date", "")
        if kind not in ("reply", "push", "multicast", "broadcast"):
            raise refusal(404, "Not found")
        if not re.fullmatch(r"\d{8}", day):
            raise refusal(400, "The value for the 'date' parameter is invalid")
        if day >= self.day():
            return Answer(200, {"status": "unready"})
        return Answer(200, {"status": "ready", "success": self.sent[kind, day]})

    def _content(self, received: Received) -> Answer:
        if received.params["message"] not in self.content:
            raise refusal(404, "Not found")
        content = self.content[received.params["message"]]
        if content is None:
            return Answer(202)
        return Answer(200, content, {"content-type": "image/jpeg"})

    def _loading(self, received: Received) -> Answer:
        body = json_object(received)
        if not rules.USER_ID.fullmatch(str(body.get("chatId"))):
            raise refusal(400, "Invalid chatId")
        if body.get("loadingSeconds", 20) not in range(5, 61, 5):
            raise refusal(400, "Invalid loadingSeconds")
        return Answer(202)

    def _info(self, _received: Received) -> Answer:
        info = {
            "userId": BOT_USER_ID,
            "basicId": "@000stand",
            "displayName": "Stand-in",
            "chatMode": "bot",
            "markAsReadMode": "auto",
        }
        return Answer(200, info)

    def _profile(self, received: Received) -> Answer:
        user_id = received.params["user"]
        if not self._is_user(user_id) or user_id in self.blocked:
            raise refusal(404, "Not found")
        profile = {"userId": user_id, "displayName": "สมศรี", "language": "th"}
        return Answer(200, profile | self.profiles.get(user_id, {}))

    def _followers(self, received: Received) -> Answer:
        if not self.verified:
            raise refusal(403, "Access to this API is not available for your account")
        limit, start = received.query.get("limit", "300"), received.query.get("start")
        if not limit.isdigit() or not 1 <= int(limit) <= MOST_FOLLOWERS:
            raise refusal(400, "The value for the 'limit' parameter is invalid")
        if start is not None and not start.isdigit():
            raise refusal(400, "Invalid start")
        everyone = [one for one in self.friends if one not in self.blocked]
        first = int(start or 0)
        last = first + int(limit)
        more = {"next": str(last)} if last < len(everyone) else {}
        return Answer(200, {"userIds": everyone[first:last], **more})

    def _webhook(self, _received: Received) -> Answer:
        if not self.webhook_url:
            raise refusal(404, "Webhook endpoint is not set")
        return Answer(200, {"endpoint": self.webhook_url, "active": True})

    def _set_webhook(self, received: Received) -> Answer:
        endpoint = str(json_object(received).get("endpoint"))
        if len(endpoint) > 500 or not may_be_webhook(endpoint):
            raise refusal(400, "Invalid webhook endpoint URL")
        self.webhook_url = endpoint
        return Answer()

    async def _test_webhook(self, received: Received) -> Answer:
        given = json_object(received) if received.raw else {}
        url = given.get("endpoint") or self.webhook_url
        if not url:
            raise refusal(404, "Webhook endpoint is not set")
        status, reason = await self._probe(url)
        report = {
            "success": reason == "OK",
            "timestamp": self.clock().isoformat(),
            "statusCode": status,
            "reason": reason,
            "detail": str(status),
        }
        return Answer(200, report)

    async def _probe(self, url: str) -> tuple[int, str]:
        """What the bot answers to a webhook without events: status and reason."""
        try:
            status = await asyncio.to_thread(self._post_webhook, line_body(), url)
        except TimeoutError:
            return 0, "REQUEST_TIMEOUT"
        except (OSError, HTTPException):
            return 0, "COULD_NOT_CONNECT"
        return status, "OK" if 200 <= status < 300 else "ERROR_STATUS_CODE"
