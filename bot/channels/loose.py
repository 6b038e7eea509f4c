"""Reading platforms' JSON without trusting its shape: odd values read as nothing."""

import json
from datetime import UTC, datetime
from typing import Any

BIGGEST_ORDER = 2**63 - 1  # what a database column of whole numbers holds
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST_NUMBER = 1_000  # digits; Python refuses to read more than some thousands

Object = dict[str, Any]


def parse(body: bytes) -> Any:
    """The JSON value of `body`. Raises `ValueError`, on endless nesting too."""
    try:
        return json.loads(body.decode("utf-8"), parse_int=_number)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def dump(value: Any, *, canonical: bool = False) -> bytes:
    """The value as ASCII JSON: NUL and lone surrogates survive as escapes.

    `canonical`: the same bytes for the same value, whatever the order of names.
    Raises `ValueError`.
    """
    try:
        return json.dumps(value, ensure_ascii=True, sort_keys=canonical).encode("ascii")
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def read(payload: bytes) -> Object:
    """The object a payload holds; an empty one where it holds none."""
    try:
        return obj(parse(payload))
    except ValueError:
        return {}


def obj(value: Any) -> Object:
    return value if isinstance(value, dict) else {}


def child(parent: Object, name: str) -> Object:
    return obj(parent.get(name))


def string(parent: Object, name: str) -> str:
    """The text under `name`, fit to be encoded and stored; nothing is dropped."""
    value = parent.get(name)
    return _storable(value) if isinstance(value, str) else ""


def whole(parent: Object, name: str) -> int | None:
    """The whole number under `name` where a database can hold it."""
    value = parent.get(name)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if abs(value) <= BIGGEST_ORDER else None


def degrees(parent: Object, name: str, most: float) -> float | None:
    """The angle under `name`, where it is one of at most `most` degrees."""
    value = parent.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -most <= value <= most else None


def spot(parent: Object) -> tuple[float, float] | tuple[None, None]:
    """The latitude and longitude of a place on earth; both or none."""
    north = degrees(parent, "latitude", 90)
    east = degrees(parent, "longitude", 180)
    return (None, None) if north is None or east is None else (north, east)


def moment(seconds: float | None) -> datetime:
    """The moment so many seconds after 1970; `NO_TIME` where there is none."""
    try:
        return datetime.fromtimestamp(seconds or 0, UTC)
    except (ValueError, OverflowError, OSError):
        return NO_TIME


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _storable(text: str) -> str:
    # PostgreSQL stores no NUL, and a lone surrogate has no UTF-8.
    mended = text.replace("\x00", "\ufffd").encode("utf-16-le", "surrogatepass")
    return mended.decode("utf-16-le", "replace")
