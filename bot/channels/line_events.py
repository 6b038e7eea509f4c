"""LINE's webhooks: prove them, split them into events, read one event.

https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects
Fields, values and kinds of event are added without notice: everything that is
not known is kept and read as `OTHER`.
"""

import base64
import hashlib
import hmac
import re
from typing import Any

from bot.channels import loose
from bot.channels.loose import Object
from bot.turn import Inbound, Kind, Taken

USER_ID = re.compile(r"U[0-9a-f]{32}")
EVENT_ID = re.compile(r"[!-~]{1,200}")
# What LINE's console used to send when the webhook was verified by hand.
DUMMY_TOKEN = re.compile(r"0+|f+")
DUMMY_USER = "Udeadbeefdeadbeefdeadbeefdeadbeef"

EVENTS = {
    "postback": Kind.PRESS,
    "follow": Kind.FOLLOW,
    "unfollow": Kind.UNFOLLOW,
    "join": Kind.JOIN,
    "unsend": Kind.UNSEND,
    "messageEdited": Kind.EDITED,
}
MESSAGES = {
    "text": Kind.TEXT,
    "sticker": Kind.STICKER,
    "image": Kind.PICTURE,
    "video": Kind.FILE,
    "audio": Kind.FILE,
    "file": Kind.FILE,
    "location": Kind.LOCATION,
}


def verify(secret: str, body: bytes, signature: str | None) -> bool:
    """Whether LINE signed these very bytes.

    https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
    """
    if not secret or not signature or not signature.isascii():
        return False
    digest = hmac.new(secret.encode(), body, hashlib.sha256).digest()
    return hmac.compare_digest(base64.b64encode(digest), signature.encode("ascii"))


def split(body: bytes, account: str) -> list[Taken]:
    """The events of one webhook, each on its own: an odd one harms no other.

    Empty for LINE's connection check. Raises `ValueError` when the body is no
    webhook at all.
    """
    events = loose.obj(loose.parse(body)).get("events")
    if not isinstance(events, list):
        raise ValueError("no list of events")
    return [_taken(event, account) for event in events]


def read(payload: bytes, account: str) -> Inbound:
    """One event as the conversation sees it; never raises, whatever it holds."""
    event = loose.read(payload)
    message, source = loose.child(event, "message"), loose.child(event, "source")
    milliseconds = loose.whole(event, "timestamp")
    kind = _kind(event, message)
    unsent = loose.string(loose.child(event, "unsend"), "messageId")
    message_id = loose.string(message, "id")
    latitude, longitude = loose.spot(message if kind is Kind.LOCATION else {})
    return Inbound(
        channel="line",
        account=account,
        address=_user(source),
        kind=kind,
        at=loose.moment((milliseconds or 0) / 1000),
        text=loose.string(message, "text"),
        data=loose.string(loose.child(event, "postback"), "data"),
        reply_token=_reply_token(event, source),
        private=source.get("type") == "user",
        mute=event.get("mode") == "standby",
        message_id=message_id or unsent or None,
        # By its message a picture is found.
        # https://developers.line.biz/en/reference/messaging-api/#get-content
        picture=message_id or None if kind is Kind.PICTURE else None,
        latitude=latitude,
        longitude=longitude,
    )


def _taken(event: Any, account: str) -> Taken:
    fields = loose.obj(event)
    source = loose.child(fields, "source")
    senders = (loose.string(source, n) for n in ("userId", "groupId", "roomId"))
    return Taken(
        channel="line",
        account=account,
        event_key=_event_key(event),
        address=next(filter(None, senders), None),
        order=loose.whole(fields, "timestamp") or 0,
        payload=loose.dump(event),
    )


def _event_key(event: Any) -> str:
    """The same for an event that is delivered again."""
    fields = loose.obj(event)
    given = fields.get("webhookEventId")
    if isinstance(given, str) and EVENT_ID.fullmatch(given):
        return given
    lasting = {k: v for k, v in fields.items() if k != "deliveryContext"}
    known = lasting if isinstance(event, dict) else event
    return hashlib.sha256(loose.dump(known, canonical=True)).hexdigest()


def _kind(event: Object, message: Object) -> Kind:
    if event.get("type") == "message":
        return MESSAGES.get(loose.string(message, "type"), Kind.OTHER)
    return EVENTS.get(loose.string(event, "type"), Kind.OTHER)


def _user(source: Object) -> str | None:
    # LINE forbids calls about users that do not exist.
    user_id = loose.string(source, "userId")
    exists = USER_ID.fullmatch(user_id) and user_id != DUMMY_USER
    return user_id if exists else None


def _reply_token(event: Object, source: Object) -> str | None:
    token = loose.string(event, "replyToken")
    dummy = DUMMY_TOKEN.fullmatch(token)
    return None if dummy or source.get("userId") == DUMMY_USER else token or None
