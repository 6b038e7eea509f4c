"""Every fault of a survey's data, not only the first that keeps it from being one."""

from copy import deepcopy
from typing import Any

from surveys import located
from surveys.definition import MAX_QUESTIONS, Survey
from surveys.located import Loc
from surveys.question import Kind

Data = dict[str, Any]
Faults = list[tuple[Loc, str]]
MOST_ROUNDS = 300

_RULES = ("ask_if", "constraint", "value")
_WORDS = dict.fromkeys(("th", "en", "my"), "?")
# What stands in for a field of the survey that is wrong, so that the rest is looked at.
_INSTEAD: Data = {
    "key": "x",
    "version": 1,
    "title": _WORDS,
    "intro": _WORDS,
    "thanks": _WORDS,
    "purpose": _WORDS,
    "level": "consult",
    "status": "draft",
    "reviewed": {},
    "key_question": None,
    "longer": "?",
    "quotas": [],
}


def every(data: Any) -> tuple[Survey | None, Faults]:
    """The survey and no faults, or None and every fault with its place.

    What is wrong is taken out in a copy, and what is left is looked at again.
    """
    survey, faults = located.examine_places(data, Survey)
    if survey is not None:
        return survey, []
    found: dict[tuple[Loc, str], None] = {}
    left = deepcopy(data)
    for _ in range(MOST_ROUNDS):
        new = [fault for fault in faults if fault not in found]
        found.update(dict.fromkeys(new))
        mended = [_mended(left, loc, reason) for loc, reason in new]
        if not new or not all(mended):
            break
        survey, faults = located.examine_places(left, Survey)
        if survey is not None:
            break
    return None, list(found)


def stand_in(key: str, group: str | None = None) -> Data:
    """A question in the place of one that is wrong, for rules to find it."""
    return {"key": key, "kind": Kind.OPEN, "text": _WORDS, "group": group}


def with_reason(data: Data, longer: str) -> Data:
    """With the reason for its length, where it is longer than it may be without."""
    asked = [each for each in data.get("questions") or () if not _is_told(each)]
    return {**data, "longer": longer} if len(asked) > MAX_QUESTIONS else data


def _mended(data: Any, loc: Loc, reason: str) -> bool:
    """Whether the fault could be taken out of the data."""
    if not isinstance(data, dict):
        return False
    match loc:
        case ("questions",) if len(data.get("questions") or ()) > MAX_QUESTIONS:
            data["longer"] = data.get("longer") or "?"
            return True
        case (*_, _) if reason.startswith("has no words in"):
            return _worded(data, loc)
        case (("questions" | "groups" | "calculations") as part, int(index), *rest):
            return _item_mended(data[part], index, rest)
        case (str(name), *_) if name in _INSTEAD:
            data[name] = _INSTEAD[name]
            return True
        case (str(name),) if reason == "is not a field here":
            return data.pop(name, None) is not None
    return False


def _is_told(question: Any) -> bool:
    return isinstance(question, dict) and question.get("kind") == Kind.NOTE


def _worded(data: Any, loc: Loc) -> bool:
    text = data
    try:
        for step in loc:
            text = text[step]
    except (LookupError, TypeError):
        return False
    if not isinstance(text, dict):
        return False
    text.update({**_WORDS, **text})
    return True


def _item_mended(items: Any, index: int, rest: list[Any]) -> bool:
    item = items[index]
    rule = next((step for step in rest if step in _RULES), None)
    if isinstance(item, dict) and rule is not None:
        item[rule] = None
        if rule == "constraint":
            item.pop("constraint_message", None)
        return True
    held = item if isinstance(item, dict) else {}
    key, group = held.get("key"), held.get("group")
    if not isinstance(key, str) or "key" in rest:
        key = f"item_{index}"
    if not isinstance(group, str) or "group" in rest:
        group = None
    better = stand_in(key, group)
    if item == better or ("kind" not in held and "value" in held):
        return False
    items[index] = (
        better if "text" in held or "kind" in held else {"key": better["key"]}
    )
    return True
