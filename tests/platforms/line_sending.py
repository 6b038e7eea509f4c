"""Sending as LINE does it: reply tokens, retry keys, quota, rate limits.

https://developers.line.biz/en/reference/messaging-api/#message
"""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from starlette.routing import Route

from tests.platforms import line_rules as rules
from tests.platforms.limits import TokenBucket
from tests.platforms.line_answers import (
    BAD_TO,
    BAD_TOKEN,
    MONTHLY_LIMIT,
    RATE_LIMIT,
    json_object,
    refusal,
    refuse_problems,
    sent_messages,
)
from tests.platforms.line_events import new_reply_token
from tests.platforms.standin import Answer, Received, Refused, StandIn

REPLY_TOKEN_LIFE = timedelta(seconds=60)
RETRY_KEY_LIFE = timedelta(hours=24)
LINE_TIME = timezone(timedelta(hours=9))  # LINE counts days and months in UTC+9
KEYED = ("push", "multicast", "broadcast", "narrowcast")


@dataclass(frozen=True)
class Delivered:
    """One message object that reached one chat."""

    to: str
    by: str  # the endpoint: "reply", "push", ...
    message: dict[str, Any]
    at: datetime


@dataclass
class _ReplyToken:
    to: str
    issued_at: datetime
    used: bool = False


@dataclass(frozen=True)
class _Accepted:
    request_id: str
    at: datetime
    body: dict[str, Any]


class LineSending(StandIn):
    """The sending half of the stand-in: what goes to residents, and what it costs."""

    def __init__(
        self,
        *,
        token: str = "stand-in-token",
        quota_limit: int | None = None,
        known_users: Iterable[str] | None = None,
        any_reply_token: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.token = token
        self.quota_limit = quota_limit
        self.used_elsewhere = 0  # by messages sent from LINE's own manager
        known = None if known_users is None else list(known_users)
        self.known_users = None if known is None else set(known)
        self.any_reply_token = any_reply_token
        self.friends: dict[str, None] = dict.fromkeys(known or ())
        self.blocked: set[str] = set()
        self.group_sizes: dict[str, int] = {}  # members; 1 where not told
        self.delivered: list[Delivered] = []
        self.sent: Counter[tuple[str, str]] = Counter()  # (endpoint, yyyymmdd)
        self._tokens: dict[str, _ReplyToken] = {}
        self._retry_keys: dict[str, _Accepted] = {}
        self._buckets: dict[str, TokenBucket] = {}

    # What tests arrange.

    def issue_reply_token(self, chat_id: str, token: str | None = None) -> str:
        """A token good for one reply to `chat_id` within a minute from now."""
        token = token or new_reply_token()
        with self.lock:
            known = self._tokens.setdefault(token, _ReplyToken(chat_id, self.clock()))
            known.issued_at = self.clock()  # a redelivery starts the minute anew
            self.befriend(chat_id)
        return token

    def befriend(self, user_id: str) -> None:
        """Make a friend of the account, who then gets its broadcasts."""
        with self.lock:
            if rules.USER_ID.fullmatch(user_id):
                self.friends[user_id] = None
                if self.known_users is not None:
                    self.known_users.add(user_id)

    def block(self, user_id: str) -> None:
        self.blocked.add(user_id)

    def unblock(self, user_id: str) -> None:
        self.blocked.discard(user_id)

    def limit(
        self, endpoint: str, per_second: float, burst: float | None = None
    ) -> None:
        """Put a rate limit on one endpoint."""
        self._buckets[endpoint] = TokenBucket(per_second, burst)

    # What tests look at.

    def replies(self) -> list[Received]:
        """The replies LINE accepted."""
        return [r for r in self.calls("reply") if r.accepted]

    def messages_to(self, chat_id: str) -> list[dict[str, Any]]:
        """The message objects a user (or group) got, in order, by any call."""
        with self.lock:
            return [d.message for d in self.delivered if d.to == chat_id]

    def pushed_to(self, chat_id: str) -> list[dict[str, Any]]:
        """Those of them that cost quota: all but the replies."""
        with self.lock:
            found = [d for d in self.delivered if d.to == chat_id]
        return [d.message for d in found if d.by != "reply"]

    @property
    def quota_used(self) -> int:
        """Recipients this month, as LINE bills them."""
        month = self.day()[:6]
        counted = (
            number
            for (endpoint, day), number in self.sent.items()
            if endpoint != "reply" and day.startswith(month)
        )
        return self.used_elsewhere + sum(counted)

    def day(self) -> str:
        """Today as LINE counts it, yyyymmdd."""
        return self.clock().astimezone(LINE_TIME).strftime("%Y%m%d")

    def clear(self) -> None:
        """Forget requests, faults and deliveries; the quota stays used."""
        super().clear()
        with self.lock:
            self.delivered.clear()

    # The rules for every request.

    def admit(self, received: Received) -> None:
        if received.headers.get("authorization") != f"Bearer {self.token}":
            raise refusal(401, BAD_TOKEN)
        bucket = self._buckets.get(received.endpoint)
        if bucket is not None:
            if bucket.wait_s(self.clock()):
                raise refusal(429, RATE_LIMIT)
            bucket.take()
        key = received.headers.get("x-line-retry-key")
        if key is not None and received.endpoint not in KEYED:
            raise refusal(400, "X-Line-Retry-Key is not supported by this endpoint")
        if key is not None and not rules.RETRY_KEY.fullmatch(key):
            raise refusal(400, "X-Line-Retry-Key must be a UUID")
        if len(received.raw) > rules.MAX_BODY_BYTES:
            raise refusal(413, "Request exceeds the max size of 2MB")

    def sending_routes(self) -> list[Route]:
        routes = [("reply", self._reply), *((name, self._send) for name in KEYED)]
        return [
            Route(f"/v2/bot/message/{name}", handler, methods=["POST"], name=name)
            for name, handler in routes
        ]

    # The calls.

    def _reply(self, received: Received) -> Answer:
        body = json_object(received)
        refuse_problems(rules.message_problems(body.get("messages")))
        name = str(body.get("replyToken"))
        if self.any_reply_token and name not in self._tokens:
            self.issue_reply_token(f"token {name}", name)
        token = self._tokens.get(name)
        if (
            token is None
            or token.used
            or self.clock() - token.issued_at > REPLY_TOKEN_LIFE
        ):
            raise refusal(400, "Invalid reply token")
        token.used = True
        self._deliver_to([token.to], received, body["messages"])
        return Answer(200, {"sentMessages": sent_messages(body["messages"])})

    def _send(self, received: Received) -> Answer:
        key = received.headers.get("x-line-retry-key")
        if key is not None:
            self._refuse_accepted(key.lower(), received.endpoint)
        body = json_object(received)
        recipients = self._recipients(received.endpoint, body)
        refuse_problems(rules.message_problems(body.get("messages")))
        reached = set(recipients) - self.blocked
        cost = sum(self.group_sizes.get(one, 1) for one in reached)
        if self.quota_limit is not None and self.quota_used + cost > self.quota_limit:
            raise refusal(429, MONTHLY_LIMIT)
        self._deliver_to(recipients, received, body["messages"])
        return self._accept(key, received.endpoint, body["messages"])

    def _recipients(self, endpoint: str, body: dict[str, Any]) -> list[str]:
        to = body.get("to")
        if endpoint == "push":
            if not isinstance(to, str) or not rules.CHAT_ID.fullmatch(to):
                raise refusal(400, BAD_TO)
            if not self._knows(to):
                raise refusal(400, "Failed to send messages")
            return [to]
        if endpoint == "multicast":
            if not isinstance(to, list) or not 1 <= len(to) <= rules.MAX_MULTICAST:
                raise refusal(400, BAD_TO)
            if not all(self._is_user(one) for one in to):
                raise refusal(400, BAD_TO)
            return list(dict.fromkeys(to))
        return list(self.friends)

    def _is_user(self, chat_id: Any) -> bool:
        well_formed = isinstance(chat_id, str) and rules.USER_ID.fullmatch(chat_id)
        return bool(well_formed) and self._knows(chat_id)

    def _knows(self, chat_id: str) -> bool:
        return (
            self.known_users is None
            or chat_id in self.known_users
            or chat_id in self.group_sizes
        )

    def _deliver_to(
        self, chats: list[str], received: Received, messages: list[dict[str, Any]]
    ) -> None:
        for chat in chats:
            if chat in self.blocked:
                continue
            self.sent[received.endpoint, self.day()] += self.group_sizes.get(chat, 1)
            for message in messages:
                self.delivered.append(
                    Delivered(chat, received.endpoint, message, received.received_at)
                )

    def _refuse_accepted(self, key: str, endpoint: str) -> None:
        earlier = self._retry_keys.get(key)
        if earlier is None or self.clock() - earlier.at > RETRY_KEY_LIFE:
            return
        body = {"message": "The retry key is already accepted"}
        if endpoint == "push":
            body |= earlier.body
        headers = {"x-line-accepted-request-id": earlier.request_id}
        raise Refused(Answer(409, body, headers))

    def _accept(
        self, key: str | None, endpoint: str, messages: list[dict[str, Any]]
    ) -> Answer:
        body = {"sentMessages": sent_messages(messages)} if endpoint == "push" else {}
        request_id = str(uuid.uuid4())
        if key is not None:
            accepted = _Accepted(request_id, self.clock(), body)
            self._retry_keys[key.lower()] = accepted
        status = 202 if endpoint == "narrowcast" else 200
        return Answer(status, body, {"x-line-request-id": request_id})
