"""Webhook events as LINE builds them, and the signature that proves them."""

import base64
import hashlib
import hmac
import itertools
import json
import secrets
import time
import uuid
from typing import Any

BOT_USER_ID = "U" + "b07" * 10 + "b0"  # the destination of every webhook
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Event = dict[str, Any]

_message_ids = itertools.count(500_000_000_000_000_001)


def sign(secret: str, body: bytes) -> str:
    """The value of x-line-signature for these very bytes."""
    digest = hmac.new(secret.encode(), body, hashlib.sha256).digest()
    return base64.b64encode(digest).decode()


def line_body(*events: Event, destination: str = BOT_USER_ID) -> bytes:
    """The body of one webhook; without events it is LINE's connection check."""
    return json.dumps(
        {"destination": destination, "events": list(events)},
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def new_user_id() -> str:
    return f"U{uuid.uuid4().hex}"


def new_group_id() -> str:
    return f"C{uuid.uuid4().hex}"


def new_reply_token() -> str:
    return uuid.uuid4().hex


def new_message_id() -> str:
    return str(next(_message_ids))


def new_event_id(timestamp: int) -> str:
    """A ULID: ten characters of `timestamp` (ms), sixteen of chance."""
    value = (timestamp << 80) | secrets.randbits(80)
    return "".join(CROCKFORD[(value >> shift) & 31] for shift in range(125, -1, -5))


def event(
    kind: str,
    user_id: str | None = None,
    *,
    group_id: str | None = None,
    reply_token: str | None = "",
    event_id: str | None = None,
    timestamp: int | None = None,
    redelivered: bool = False,
    mode: str = "active",
    **content: Any,
) -> Event:
    """Any event; `content` is what its kind adds, `timestamp` is in ms.

    Without `reply_token` it has one of its own; None leaves it out, as `mode`
    "standby" does.
    """
    at = int(time.time() * 1000) if timestamp is None else timestamp
    made: Event = {
        "type": kind,
        "mode": mode,
        "timestamp": at,
        "source": _source(user_id, group_id),
        "webhookEventId": event_id or new_event_id(at),
        "deliveryContext": {"isRedelivery": redelivered},
    }
    if reply_token is not None and mode == "active":
        made["replyToken"] = reply_token or new_reply_token()
    return made | content


def message_event(user_id: str, message: dict[str, Any], **options: Any) -> Event:
    """A message of any type; an id and a quote token are added where missing."""
    content = {"id": new_message_id(), **message}
    if content["type"] in ("text", "sticker", "image", "video"):
        content.setdefault("quoteToken", secrets.token_urlsafe(24))
    return event("message", user_id, message=content, **options)


def text_event(
    user_id: str, text: str, *, message_id: str | None = None, **options: Any
) -> Event:
    given = {"id": message_id} if message_id else {}
    return message_event(user_id, {"type": "text", "text": text, **given}, **options)


def sticker_event(user_id: str, **options: Any) -> Event:
    sticker = {
        "type": "sticker",
        "packageId": "446",
        "stickerId": "1988",
        "stickerResourceType": "STATIC",
        "keywords": ["thanks"],
    }
    return message_event(user_id, sticker, **options)


def image_event(
    user_id: str, *, message_id: str | None = None, **options: Any
) -> Event:
    given = {"id": message_id} if message_id else {}
    image = {"type": "image", "contentProvider": {"type": "line"}, **given}
    return message_event(user_id, image, **options)


def location_event(
    user_id: str, *, latitude: float = 13.7, longitude: float = 100.3, **options: Any
) -> Event:
    place = {"title": "ที่นี่", "latitude": latitude, "longitude": longitude}
    return message_event(user_id, {"type": "location", **place}, **options)


def postback_event(user_id: str, data: str, **options: Any) -> Event:
    return event("postback", user_id, postback={"data": data}, **options)


def follow_event(user_id: str, *, unblocked: bool = False, **options: Any) -> Event:
    return event("follow", user_id, follow={"isUnblocked": unblocked}, **options)


def unfollow_event(user_id: str, **options: Any) -> Event:
    """The resident blocked the account: the only sign of it."""
    return event("unfollow", user_id, reply_token=None, **options)


def join_event(group_id: str, **options: Any) -> Event:
    """The account was taken into a group: the source names no user."""
    return event("join", group_id=group_id, **options)


def unsend_event(user_id: str, message_id: str, **options: Any) -> Event:
    unsend = {"messageId": message_id}
    return event("unsend", user_id, reply_token=None, unsend=unsend, **options)


def edited_event(
    user_id: str, message_id: str, text: str, *, group_id: str, **options: Any
) -> Event:
    """A text changed after it was sent, which LINE knows in groups only."""
    message = {
        "id": message_id,
        "type": "text",
        "text": text,
        "quoteToken": secrets.token_urlsafe(24),
    }
    return event(
        "messageEdited", user_id, group_id=group_id, message=message, **options
    )


def _source(user_id: str | None, group_id: str | None) -> dict[str, str]:
    if group_id is None:
        return {"type": "user", **({"userId": user_id} if user_id else {})}
    source = {"type": "group", "groupId": group_id}
    return source | ({"userId": user_id} if user_id else {})
