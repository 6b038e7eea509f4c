"""The town's own web page as a channel: a random cookie is the resident's address."""

import json
import re
import secrets
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from bot.turn import Inbound, Kind, Taken
from content.rendering import text as texts

NAME = "web"
ACCOUNT = "web"
MOST_TEXT = 5_000
# What a button carries is ours and short (content.outbound.Choice).
MOST_DATA = 64
KINDS = {"text": Kind.TEXT, "press": Kind.PRESS, "picture": Kind.PICTURE}
ADDRESS = re.compile(r"[A-Za-z0-9_-]{43}")  # 256 bits in base64url


def new_address() -> str:
    """An address nobody can guess; whoever holds it is the resident."""
    return secrets.token_urlsafe(32)


def is_address(text: str | None) -> bool:
    """Whether a cookie's value is an address as we make them."""
    return text is not None and ADDRESS.fullmatch(text) is not None


def take(
    address: str,
    key: UUID,
    now: datetime,
    *,
    text: str = "",
    data: str = "",
    picture: str = "",
    picture_for: str = "",
    language: str | None = None,
    crowd: int = 0,
) -> Taken:
    """What a browser sent, as an event. The browser made `key`: the same key is the
    same event, however often it arrives. Of `data` (a press), `picture` (what one that
    was brought is called, `picture_for` for which question) and `text` one is set.
    `language` is the page's; `crowd` how many browsers its network address has.
    """
    if data:
        said = {"kind": "press", "data": data[:MOST_DATA]}
    elif picture:
        said = {"kind": "picture", "picture": picture, "for": picture_for}
    else:
        said = {"kind": "text", "text": texts.clean(text)[:MOST_TEXT]}
    at = now.astimezone(UTC).isoformat()
    return Taken(
        channel=NAME,
        account=ACCOUNT,
        event_key=str(key),
        address=address,
        order=int(now.timestamp() * 1000),
        payload=json.dumps(
            {**said, "from": address, "at": at, "language": language, "crowd": crowd}
        ).encode(),
    )


def read(payload: bytes, account: str) -> Inbound:
    """The event as the conversation sees it. Never raises: what cannot be read is
    OTHER, which asks for nothing."""
    event = _object(payload)
    kind = KINDS.get(_word(event, "kind"))
    address = _word(event, "from")
    at = _moment(_word(event, "at"))
    if kind is None or at is None or not is_address(address):
        return Inbound(
            channel=NAME,
            account=account,
            address=address if is_address(address) else None,
            kind=Kind.OTHER,
            at=at or datetime.now(UTC),
        )
    return Inbound(
        channel=NAME,
        account=account,
        address=address,
        kind=kind,
        at=at,
        text=texts.clean(_word(event, "text"))[:MOST_TEXT],
        data=_word(event, "data")[:MOST_DATA],
        picture=_word(event, "picture") or None,
        picture_for=_word(event, "for") or None,
        language_hint=_word(event, "language") or None,
        crowd=_number(event, "crowd"),
    )


def _object(payload: bytes) -> dict[str, Any]:
    try:
        found = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _word(event: dict[str, Any], name: str) -> str:
    value = event.get(name)
    return value if isinstance(value, str) else ""


def _number(event: dict[str, Any], name: str) -> int:
    value = event.get(name)
    return value if type(value) is int else 0


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo else None
