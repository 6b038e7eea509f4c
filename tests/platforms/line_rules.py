"""LINE's rules for the bodies of requests, as the reference states them.

https://developers.line.biz/en/reference/messaging-api/ ; texts count in UTF-16
units, labels in grapheme clusters.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import regex

MAX_MESSAGES = 5
MAX_MULTICAST = 500
MAX_BODY_BYTES = 2 * 1024 * 1024
TEXT_UNITS = 5_000
ALT_TEXT_UNITS = 1_500
ACTION_UNITS = 300
URI_CHARACTERS = 10_000
QUICK_REPLIES = 13
QUICK_REPLY_LABEL = TEMPLATE_LABEL = MENU_LABEL = 20
FLEX_LABEL = 40
FLEX_BYTES = {"bubble": 30 * 1024, "carousel": 50 * 1024}
FLEX_BUBBLES = 12
TEMPLATE_TEXT = {"buttons": 160, "confirm": 240, "carousel": 120}
MENU_AREAS = 20

USER_ID = re.compile(r"U[0-9a-f]{32}")
CHAT_ID = re.compile(r"[UCR][0-9a-f]{32}")
RETRY_KEY = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
ALIAS_ID = re.compile(r"[a-z0-9_-]{1,32}")
MESSAGE_TYPES = {
    *("text", "textV2", "sticker", "image", "video", "audio", "location"),
    *("imagemap", "template", "flex", "coupon"),
}

Problem = dict[str, str]  # {"message": what is wrong, "property": where}


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    return len(regex.findall(r"\X", text))


def message_problems(messages: Any) -> list[Problem]:
    """What LINE would refuse in the message objects of one request."""
    if not isinstance(messages, list) or not 1 <= len(messages) <= MAX_MESSAGES:
        return [_problem(f"Size must be between 1 and {MAX_MESSAGES}", "messages")]
    found: list[Problem] = []
    for index, message in enumerate(messages):
        where = f"messages[{index}]"
        if not isinstance(message, dict) or message.get("type") not in MESSAGE_TYPES:
            found.append(_problem("Must be one of the known values", f"{where}.type"))
            continue
        found += _content_problems(message, where)
        found += _quick_reply_problems(message.get("quickReply"), where)
    return found


def menu_problems(menu: Any) -> list[Problem]:
    """What LINE would refuse in a rich menu object."""
    if not isinstance(menu, dict):
        return [_problem("Must be an object", "richmenu")]
    size = menu.get("size") or {}
    width, height = size.get("width", 0), size.get("height", 0)
    found: list[Problem] = []
    if not 800 <= width <= 2500 or height < 250 or width / height < 1.45:
        found.append(_problem("Invalid size", "size"))
    found += _length(menu.get("name"), 1, 300, "name", graphemes)
    found += _length(menu.get("chatBarText"), 1, 14, "chatBarText", graphemes)
    areas = menu.get("areas") or []
    if len(areas) > MENU_AREAS:
        found.append(_problem(f"Size must be between 0 and {MENU_AREAS}", "areas"))
    for index, area in enumerate(areas):
        where = f"areas[{index}].action"
        found += _action_problems(area.get("action") or {}, where, MENU_LABEL)
    return found


def _problem(message: str, where: str) -> Problem:
    return {"message": message, "property": where}


def _length(
    value: Any, low: int, high: int, where: str, measure: Any = units
) -> list[Problem]:
    if not isinstance(value, str) or (low and not value):
        return [_problem("May not be empty", where)]
    if not low <= measure(value) <= high:
        return [_problem(f"Length must be between {low} and {high}", where)]
    return []


def _content_problems(message: dict[str, Any], where: str) -> list[Problem]:
    if message["type"] in ("text", "textV2"):
        return _length(message.get("text"), 1, TEXT_UNITS, f"{where}.text")
    if message["type"] not in ("flex", "template"):
        return []
    found = _length(message.get("altText"), 1, ALT_TEXT_UNITS, f"{where}.altText")
    if message["type"] == "flex":
        return found + _flex_problems(message.get("contents"), f"{where}.contents")
    return found + _template_problems(message.get("template"), f"{where}.template")


def _flex_problems(contents: Any, where: str) -> list[Problem]:
    if not isinstance(contents, dict) or contents.get("type") not in FLEX_BYTES:
        return [_problem("Must be one of: [bubble, carousel]", f"{where}.type")]
    found: list[Problem] = []
    size = len(json.dumps(contents, ensure_ascii=False, separators=(",", ":")).encode())
    if size > FLEX_BYTES[contents["type"]]:
        found.append(_problem("The size of the container is too large", where))
    if len(contents.get("contents") or []) > FLEX_BUBBLES:
        found.append(
            _problem(f"Size must be up to {FLEX_BUBBLES}", f"{where}.contents")
        )
    for path, action in _actions(contents, where):
        found += _action_problems(action, path, FLEX_LABEL)
    return found


def _template_problems(template: Any, where: str) -> list[Problem]:
    if not isinstance(template, dict):
        return [_problem("May not be empty", where)]
    kind, found = template.get("type"), []
    for path, part in _template_parts(template, where):
        most = TEMPLATE_TEXT.get(str(kind), 0)
        if kind in ("buttons", "carousel"):
            if part.get("title") or part.get("thumbnailImageUrl"):
                most = 60
            if len(part.get("actions") or []) > (4 if kind == "buttons" else 3):
                found.append(_problem("Too many actions", f"{path}.actions"))
        if kind == "confirm" and len(part.get("actions") or []) != 2:
            found.append(_problem("Size must be 2", f"{path}.actions"))
        if most:
            found += _length(part.get("text"), 1, most, f"{path}.text", graphemes)
    for path, action in _actions(template, where):
        found += _action_problems(action, path, TEMPLATE_LABEL)
    return found


def _template_parts(
    template: dict[str, Any], where: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    columns = template.get("columns")
    if columns is None:
        yield where, template
        return
    for index, column in enumerate(columns):
        yield f"{where}.columns[{index}]", column


def _quick_reply_problems(quick_reply: Any, where: str) -> list[Problem]:
    if quick_reply is None:
        return []
    items = quick_reply.get("items") or []
    where = f"{where}.quickReply.items"
    if not 1 <= len(items) <= QUICK_REPLIES:
        return [_problem(f"Size must be between 1 and {QUICK_REPLIES}", where)]
    found: list[Problem] = []
    for index, item in enumerate(items):
        action, path = item.get("action") or {}, f"{where}[{index}].action"
        if not action.get("label"):
            found.append(_problem("May not be empty", f"{path}.label"))
        found += _action_problems(action, path, QUICK_REPLY_LABEL)
    return found


def _actions(part: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every action object inside `part`, with its path."""
    children = part.items() if isinstance(part, dict) else enumerate(part)
    for key, child in children:
        path = f"{where}.{key}" if isinstance(part, dict) else f"{where}[{key}]"
        if key in ("action", "defaultAction") and isinstance(child, dict):
            yield path, child
        elif key == "actions" and isinstance(child, list):
            yield from ((f"{path}[{i}]", action) for i, action in enumerate(child))
        elif isinstance(child, dict | list):
            yield from _actions(child, path)


def _action_problems(
    action: dict[str, Any], where: str, most_label: int
) -> list[Problem]:
    found: list[Problem] = []
    if "label" in action:
        found += _length(action["label"], 0, most_label, f"{where}.label", graphemes)
    match action.get("type"):
        case "postback":
            found += _length(action.get("data"), 1, ACTION_UNITS, f"{where}.data")
            shown, path = action.get("displayText", ""), f"{where}.displayText"
            found += _length(shown, 0, ACTION_UNITS, path, graphemes)
        case "message":
            text, path = action.get("text"), f"{where}.text"
            found += _length(text, 1, ACTION_UNITS, path, graphemes)
        case "uri":
            uri = action.get("uri") or ""
            if not re.match(r"(https?|line|tel):", uri) or not uri.isascii():
                found.append(_problem("Invalid action URI", f"{where}.uri"))
            found += _length(uri, 1, URI_CHARACTERS, f"{where}.uri")
        case None:
            found.append(_problem("May not be empty", f"{where}.type"))
    return found
