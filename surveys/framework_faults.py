"""Every fault of a framework's data, not only those that are found first."""

from typing import Any

from surveys import located
from surveys.catalogue import Framework, Status
from surveys.located import Loc

Data = dict[str, Any]
Faults = list[tuple[Loc, str]]
# Each takes out what the one before found.
MOST_ROUNDS = 60
_WORDS = {"th": "?"}
SOURCE: Data = {
    "url": "https://example.org",
    "retrieved": "2026-01-01",
    "confidence": "low",
}
# What stands in for a field that is wrong, so that the rest is looked at.
INSTEAD: Data = {
    "key": "x",
    "edition": "1",
    "title": _WORDS,
    "status": Status.DRAFT.value,
    "owner": _WORDS,
    "source": [],
    "levels": [],
}
_PART: Data = {"key": "x", "name": _WORDS, "source": []}
_INDICATOR: Data = {
    "name": _WORDS,
    "definition": _WORDS,
    "unit": "count",
    "direction": "up",
    "base": _WORDS,
    "threshold": None,
    "status": Status.DRAFT.value,
    "owner": _WORDS,
}


def every(data: Data) -> tuple[Framework | None, Faults]:
    """What can be made of the data with others in the place of its wrong parts, and
    every fault with its place. Without faults it is the framework itself."""
    return located.examine_all(data, Framework, _mended, most_rounds=MOST_ROUNDS)


def _mended(data: Data, loc: Loc, _reason: str) -> bool:
    """Whether the part at fault got another in its place."""
    match loc:
        case ("dimensions", int(d), "aspects", int(a), "indicators", int(i), *_):
            items = data["dimensions"][d]["aspects"][a]["indicators"]
            return _put(items, i, {**_INDICATOR, "code": f"X-{d}-{a}-{i}"})
        case ("dimensions", int(d), "aspects", int(a), str(name), *_):
            part = data["dimensions"][d]["aspects"][a]
            return name in _PART and _put(part, name, _named(name, d, a))
        case ("dimensions", int(d), str(name), *_):
            part = data["dimensions"][d]
            return name in _PART and _put(part, name, _named(name, d))
        case (str(name), *_):
            return name in INSTEAD and _put(data, name, INSTEAD[name])
    return False


def _named(name: str, *at: int) -> Any:
    """Keys differ from each other, whatever the words are."""
    return f"x_{'_'.join(map(str, at))}" if name == "key" else _PART[name]


def _put(held: Any, at: Any, better: Any) -> bool:
    """Whether it was not so already."""
    before = held[at] if isinstance(held, list) else held.get(at)
    held[at] = better
    return bool(before != better)
