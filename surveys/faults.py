"""Every fault of a survey's data, not only the first that keeps it from being one."""

from typing import Any

from surveys import located
from surveys.definition import MAX_QUESTIONS, Survey
from surveys.located import Loc
from surveys.question import LANGUAGES, NEEDS_BOUNDS, Kind
from surveys.structure import EMPTY

Data = dict[str, Any]
Faults = list[tuple[Loc, str]]
MOST_ROUNDS = 300

_RULES = ("ask_if", "constraint", "value")
# Without these a question is none: where one of them is wrong, it is replaced.
_KEPT = (*_RULES, "constraint_message", "text", "hint", "title", "group")
_BEARING = ("kind", "choices")
_WIDE = {"min": 0, "max": 1}
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


def every(data: Any, *, most_rounds: int = MOST_ROUNDS) -> tuple[Survey | None, Faults]:
    """The survey and no faults, or None and every fault with its place.

    What is wrong is taken out in a copy, and what is left is looked at again, so many
    times at most.
    """
    survey, found = located.examine_all(data, Survey, _mended, most_rounds=most_rounds)
    if not found:
        return survey, []
    return None, [fault for fault in found if _is_in(data, fault[0])]


def _is_in(data: Any, loc: Loc) -> bool:
    """Whether the place is one of the data, and not of what was put in to mend it."""
    match loc:
        case ("questions", int(index), *_):
            return index < len(_questions(data))
    return True


def stand_in(key: str, group: str | None = None) -> Data:
    """A question in the place of one that is wrong, for rules to find it."""
    return {"key": key, "kind": Kind.OPEN, "text": _WORDS, "group": group}


def with_reason(data: Data, longer: str) -> Data:
    """With the reason for its length, where it is longer than it may be without."""
    asked = [each for each in _questions(data) if not _is_told(each)]
    return {**data, "longer": longer} if len(asked) > MAX_QUESTIONS else data


def _mended(data: Any, loc: Loc, reason: str) -> bool:
    """Whether the fault could be taken out of the data."""
    if not isinstance(data, dict):
        return False
    match loc:
        case ("groups", int(index), "key"):
            return _group_mended(data, index, reason)
        case ("languages", *_):
            return _spoken_only(data)
        case ("questions",) if len(_questions(data)) > MAX_QUESTIONS:
            data["longer"] = data.get("longer") or "?"
            return True
        case (*_, _) if reason.startswith("has no words in"):
            return _worded(data, loc)
        case (("questions" | "groups" | "calculations") as part, int(index), *rest):
            return _item_mended(data[part], index, rest, reason)
        case (str(name), *_) if name in _INSTEAD:
            data[name] = _INSTEAD[name]
            return True
        case (str(name),) if reason == "is not a field here":
            return data.pop(name, None) is not None
    return False


def _questions(data: Data) -> list[Any]:
    found = data.get("questions")
    return found if isinstance(found, list) else []


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
    place = next((each for each in reversed(loc) if isinstance(each, int)), 0)
    apart = {} if "choices" not in loc else dict.fromkeys(_WORDS, _told_apart(place))
    text.update({**_WORDS, **apart, **text})
    return True


def _spoken_only(data: Data) -> bool:
    """Whether there are languages left once those are gone that are wrong."""
    said = data["languages"] if isinstance(data.get("languages"), list) else []
    known = [each for each in LANGUAGES if each in said]
    return bool(known) and _put(data, languages=known)


def _group_mended(data: Data, index: int, reason: str) -> bool:
    """Whether a group could be called otherwise, or got something told in it."""
    group = data["groups"][index]
    if not isinstance(group, dict):
        return False
    empty = reason == EMPTY and isinstance(group.get("key"), str)
    key = group["key"] if empty else f"item_{index}"
    # At the end, so that no other question changes its place.
    told = stand_in(f"in_group_{index}", key) | {"kind": Kind.NOTE}
    data["questions"] = [*_questions(data), told]
    return _put(group, key=key) or empty


def _item_mended(items: Any, index: int, rest: list[Any], reason: str) -> bool:
    item = items[index]
    if not isinstance(item, dict):
        return _replaced(items, index)
    if reason == "is not a field here" and len(rest) == 1:
        return item.pop(rest[0], None) is not None
    rule = next((step for step in rest if step in _RULES), None)
    if rule is not None:
        item[rule] = None
        if rule == "constraint":
            item.pop("constraint_message", None)
        return True
    match rest:
        case [] if reason == NEEDS_BOUNDS:
            return _put(item, **_WIDE) or _replaced(items, index)
        case ["min" | "max", *_] if item.get("kind") == Kind.NUMBER:
            return _put(item, **_WIDE)
        case [("low" | "high") as end, *_] if item.get("kind") == Kind.SCALE11:
            return _put(item, **{end: _WORDS})
        case ["key", *_]:
            return _put(item, key=f"item_{index}")
        case ["group", *_]:
            return _put(item, group=None)
        case ["text", *_]:
            return _put(item, text=_WORDS) or _replaced(items, index)
        case ["choices", int(place), *within] if _chosen_mended(item, place, within):
            return True
        case [str(name), *_] if name in item and name not in _BEARING:
            del item[name]
            return True
    return _replaced(items, index)


def _put(item: Data, **better: Any) -> bool:
    """Whether the fields were not so already."""
    changed = any(item.get(name) != value for name, value in better.items())
    item.update(better)
    return changed


def _chosen_mended(item: Data, place: int, within: list[Any]) -> bool:
    """Whether a choice could be mended under the key that rules know it by."""
    choices = item.get("choices")
    # Another fault of the question may have had it replaced.
    if not isinstance(choices, list) or place >= len(choices):
        return False
    choice = choices[place]
    if not isinstance(choice, dict) or within[:1] == ["key"]:
        return False
    if within[:1] == ["exclusive"]:
        return choice.pop("exclusive", None) is not None
    choice.pop("also", None)
    return _put(choice, label=dict.fromkeys(_WORDS, _told_apart(place)))


def _told_apart(place: int) -> str:
    """Words for the choice in this place that are no other choice's, and no number."""
    # Letters that stand twice in a row are read as one.
    return "x" + "x".join(chr(ord("a") + int(digit)) for digit in str(place))


def _replaced(items: Any, index: int) -> bool:
    """Whether a part got one in its place that has its key, its words and its rules."""
    held = items[index] if isinstance(items[index], dict) else {}
    key = held["key"] if isinstance(held.get("key"), str) else f"item_{index}"
    kept = {name: held[name] for name in _KEPT if name in held}
    if "text" in held or "kind" in held:
        better = stand_in(key) | kept
    else:
        better = {"key": key} | kept
    if items[index] == better:
        return False
    items[index] = better
    return True
