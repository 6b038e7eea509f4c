"""Telegram's updates: take one, read one.

https://core.telegram.org/bots/api#update
Read from the raw JSON: the library's own reader refuses updates of older and
newer shapes, and one that is refused would block its chat.
"""

import hashlib
import re

from bot.channels import loose
from bot.channels.loose import Object
from bot.turn import Inbound, Kind, Taken

# Asked for when the webhook is set and when polling.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

CONTENTS = {
    # Service messages say nothing a person wrote.
    "migrate_to_chat_id": Kind.OTHER,
    "migrate_from_chat_id": Kind.OTHER,
    "text": Kind.TEXT,
    "photo": Kind.PICTURE,
    "sticker": Kind.STICKER,
    "location": Kind.LOCATION,
    "venue": Kind.LOCATION,
    "contact": Kind.FILE,
    "document": Kind.FILE,
    "video": Kind.FILE,
    "video_note": Kind.FILE,
    "audio": Kind.FILE,
    "voice": Kind.FILE,
    "animation": Kind.FILE,
}
COMMAND_TO_BOT = re.compile(r"(/[A-Za-z0-9_]+)@\w+")
LANGUAGE = re.compile(r"([a-z]{2,3})(-.*)?")
GONE = ("kicked", "left")


def take(update: bytes, account: str) -> Taken:
    """The update as it is kept. Raises `ValueError` when it is no JSON object."""
    fields = loose.parse(update)
    if not isinstance(fields, dict):
        raise ValueError("not an update")
    update_id = loose.whole(fields, "update_id") or 0
    digest = hashlib.sha256(loose.dump(fields, canonical=True)).hexdigest()
    return Taken(
        channel="telegram",
        account=account,
        # Ids start anew at random after a quiet week.
        event_key=f"{update_id}:{digest[:16]}",
        address=_address(_chat(fields), _sender(fields)),
        order=update_id,
        payload=loose.dump(fields),
    )


def read(payload: bytes, account: str) -> Inbound:
    """One update as the conversation sees it; never raises, whatever it holds.

    Telegram does not say when a button was pressed: `at` is then the moment of
    the message above the button.
    """
    update = loose.read(payload)
    press = loose.child(update, "callback_query")
    message, chat = _message(update), _chat(update)
    kind = _kind(update)
    written = kind in (Kind.TEXT, Kind.EDITED, Kind.PICTURE, Kind.FILE)
    number = loose.whole(message, "message_id")
    latitude, longitude = _spot(message if kind is Kind.LOCATION else {})
    return Inbound(
        channel="telegram",
        account=account,
        address=_address(chat, _sender(update)),
        kind=kind,
        at=loose.moment(loose.whole(message, "date")),
        text=_text(message) if written else "",
        data=loose.string(press, "data"),
        private=_private(chat, press),
        message_id=None if number is None else str(number),
        press_id=loose.string(press, "id") or None,
        language_hint=_language(_sender(update)),
        picture=_picture(message) if kind is Kind.PICTURE else None,
        latitude=latitude,
        longitude=longitude,
    )


def _picture(message: Object) -> str | None:
    """The reference to a photo in its largest size, which stands last.

    https://core.telegram.org/bots/api#photosize
    """
    sizes = message.get("photo")
    largest = loose.obj(sizes[-1]) if isinstance(sizes, list) and sizes else {}
    return loose.string(largest, "file_id") or None


def _spot(message: Object) -> tuple[float, float] | tuple[None, None]:
    venue = loose.child(loose.child(message, "venue"), "location")
    return loose.spot(venue or loose.child(message, "location"))


def _message(update: Object) -> Object:
    """What the update is about: a message, or a change of who is in a chat."""
    press = loose.child(update, "callback_query")
    if press:
        return loose.child(press, "message")
    names = ("message", "edited_message", "my_chat_member")
    return next(filter(None, (loose.child(update, name) for name in names)), {})


def _chat(update: Object) -> Object:
    return loose.child(_message(update), "chat")


def _sender(update: Object) -> Object:
    press = loose.child(update, "callback_query")
    return loose.child(press or _message(update), "from")


def _address(chat: Object, sender: Object) -> str | None:
    """The chat's id; for a press whose message is gone, the person's, which is
    the id of their private chat too."""
    chat_id = loose.whole(chat or sender, "id")
    return None if chat_id is None else str(chat_id)


def _private(chat: Object, press: Object) -> bool:
    if press and not chat:
        return True
    return chat.get("type") == "private"


def _kind(update: Object) -> Kind:
    if loose.child(update, "callback_query"):
        return Kind.PRESS
    if loose.child(update, "message"):
        message = loose.child(update, "message")
        return next((k for name, k in CONTENTS.items() if name in message), Kind.OTHER)
    if loose.child(update, "edited_message"):
        return Kind.EDITED
    return _membership(loose.child(update, "my_chat_member"))


def _membership(change: Object) -> Kind:
    """What became of us in a chat: blocked, unblocked, taken into a group."""
    was = loose.string(loose.child(change, "old_chat_member"), "status")
    now = loose.string(loose.child(change, "new_chat_member"), "status")
    if loose.child(change, "chat").get("type") == "private":
        if now == "kicked":
            return Kind.UNFOLLOW
        return Kind.FOLLOW if (was, now) == ("kicked", "member") else Kind.OTHER
    joined = was in GONE and now in ("member", "administrator")
    return Kind.JOIN if joined else Kind.OTHER


def _text(message: Object) -> str:
    """What was written; a command that names us reads like one that does not."""
    text = loose.string(message, "text") or loose.string(message, "caption")
    return COMMAND_TO_BOT.sub(r"\1", text, count=1) if text.startswith("/") else text


def _language(sender: Object) -> str | None:
    found = LANGUAGE.fullmatch(loose.string(sender, "language_code").lower())
    return found[1] if found else None
