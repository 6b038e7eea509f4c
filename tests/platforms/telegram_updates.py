"""Updates as Telegram builds them."""

import itertools
import secrets
import time
from typing import Any

Update = dict[str, Any]

_update_ids = itertools.count(700_000_001)
_message_ids = itertools.count(1_001)
_chat_ids = itertools.count(500_000_001)

BOT = {
    "id": 100001,
    "is_bot": True,
    "first_name": "Stand-in",
    "username": "stand_in_bot",
}


def next_update_id() -> int:
    return next(_update_ids)


def next_message_id() -> int:
    return next(_message_ids)


def new_chat_id() -> int:
    """A private chat nobody used before; also the id of its user."""
    return next(_chat_ids)


def user(user_id: int, *, name: str = "สมศรี", language: str = "th") -> dict[str, Any]:
    return {
        "id": user_id,
        "is_bot": False,
        "first_name": name,
        "language_code": language,
    }


def chat(chat_id: int, *, name: str = "สมศรี") -> dict[str, Any]:
    """A private chat, or a group where the id is negative."""
    if chat_id < 0:
        return {"id": chat_id, "type": "group", "title": "ชุมชน"}
    return {"id": chat_id, "type": "private", "first_name": name}


def message(
    chat_id: int,
    *,
    user_id: int | None = None,
    message_id: int | None = None,
    date: int | None = None,
    name: str = "สมศรี",
    language: str = "th",
    **content: Any,
) -> dict[str, Any]:
    """A message somebody wrote; `date` is in seconds, `content` what it holds."""
    return {
        "message_id": next_message_id() if message_id is None else message_id,
        "from": user(user_id or abs(chat_id), name=name, language=language),
        "chat": chat(chat_id, name=name),
        "date": int(time.time()) if date is None else date,
        **content,
    }


def text_update(update_id: int, chat_id: int, text: str, **options: Any) -> Update:
    """A text; a command at its start is marked as one."""
    if text.startswith("/"):
        length = len(text.split()[0])
        command = {"type": "bot_command", "offset": 0, "length": length}
        options.setdefault("entities", [command])
    return {"update_id": update_id, "message": message(chat_id, text=text, **options)}


def edited_update(
    update_id: int, chat_id: int, text: str, *, message_id: int, **options: Any
) -> Update:
    """A text changed after it was sent."""
    edited = message(chat_id, message_id=message_id, text=text, **options)
    edited["edit_date"] = edited["date"] + 1
    return {"update_id": update_id, "edited_message": edited}


def sticker_update(update_id: int, chat_id: int, **options: Any) -> Update:
    sticker = {
        "file_id": f"sticker-{secrets.token_hex(8)}",
        "file_unique_id": secrets.token_hex(8),
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "🙏",
    }
    content = message(chat_id, sticker=sticker, **options)
    return {"update_id": update_id, "message": content}


def location_update(
    update_id: int,
    chat_id: int,
    *,
    latitude: float = 13.7,
    longitude: float = 100.3,
    **options: Any,
) -> Update:
    location = {"latitude": latitude, "longitude": longitude}
    content = message(chat_id, location=location, **options)
    return {"update_id": update_id, "message": content}


def photo_update(
    update_id: int, chat_id: int, *, file_id: str | None = None, **options: Any
) -> Update:
    """A photo in two sizes; `file_id` names the large one."""
    sizes = [
        {
            "file_id": f"photo-{secrets.token_hex(8)}",
            "file_unique_id": secrets.token_hex(8),
            "width": side,
            "height": side,
            "file_size": side * side // 8,
        }
        for side in (90, 1280)
    ]
    if file_id is not None:
        sizes[-1]["file_id"] = file_id
    content = message(chat_id, photo=sizes, **options)
    return {"update_id": update_id, "message": content}


def press_update(
    update_id: int,
    chat_id: int,
    data: str,
    *,
    pressed: dict[str, Any] | None = None,
    message_id: int | None = None,
    user_id: int | None = None,
    query_id: str | None = None,
) -> Update:
    """An inline button pressed under `pressed`, the bot's message, or one made up."""
    under = pressed or {
        **message(chat_id, message_id=message_id, text="..."),
        "from": BOT,
    }
    query = {
        "id": query_id or str(secrets.randbits(62)),
        "from": user(user_id or abs(chat_id)),
        "message": under,
        "chat_instance": str(chat_id),
        "data": data,
    }
    return {"update_id": update_id, "callback_query": query}


def blocked_update(
    update_id: int, chat_id: int, *, unblocked: bool = False, date: int | None = None
) -> Update:
    """The resident blocked the bot, or took it back."""
    kicked = {"status": "kicked", "user": BOT, "until_date": 0}
    member = {"status": "member", "user": BOT}
    old, new = (kicked, member) if unblocked else (member, kicked)
    change = {
        "chat": chat(chat_id),
        "from": user(chat_id),
        "date": int(time.time()) if date is None else date,
        "old_chat_member": old,
        "new_chat_member": new,
    }
    return {"update_id": update_id, "my_chat_member": change}
