"""Telegram's rules for the parameters of calls, with the words of its refusals.

https://core.telegram.org/bots/api ; lengths of texts count in UTF-16 units after
the markup is read, callback data in bytes.
"""

import html
import json
import re
from typing import Any

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
CALLBACK_BYTES = 64
MOST_BUTTONS = 100
ANSWER_CHARACTERS = 200
MOST_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
SECRET_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,256}")
CHAT_ACTIONS = {
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice"),
    *("upload_voice", "upload_document", "choose_sticker", "find_location"),
    *("record_video_note", "upload_video_note"),
}
# Fields of a form that are text even where they look like JSON or a number.
TEXT_FIELDS = {
    *("text", "caption", "parse_mode", "callback_query_id", "url", "secret_token"),
    *("name", "description", "short_description", "language_code", "action"),
    *("photo", "file_id", "inline_message_id"),
}

ENTITY_OF_TAG = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("span", "tg-spoiler"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_PIECE = re.compile(
    r"<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>[^<>]*)>"
    r"|(?P<broken><)"
    r"|&(?P<name>lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);"
)
_HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]*)""")

BUTTON_ACTIONS = {
    *("url", "callback_data", "web_app", "login_url", "copy_text", "pay"),
    *("switch_inline_query", "switch_inline_query_current_chat"),
    *("switch_inline_query_chosen_chat", "callback_game"),
}

Entity = dict[str, Any]


class BadRequest(Exception):
    """A 400 of Telegram; the text follows "Bad Request: "."""


def units(text: str) -> int:
    """UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def visible(text: Any, parse_mode: Any) -> tuple[str, list[Entity]]:
    """The text residents see and its entities; the stand-in reads HTML only."""
    if not isinstance(text, str):
        return "", []
    if not parse_mode:
        return text, []
    if str(parse_mode).lower() != "html":
        raise BadRequest("unsupported parse_mode")
    return _parse_html(text)


def _parse_html(text: str) -> tuple[str, list[Entity]]:
    shown: list[str] = []
    opened: list[tuple[str, int, str]] = []  # tag, offset, attributes
    entities: list[Entity] = []
    length, at = 0, 0

    def show(piece: str) -> None:
        nonlocal length
        shown.append(piece)
        length += units(piece)

    for found in _PIECE.finditer(text):
        show(text[at : found.start()])
        at = found.end()
        offset = len(text[: found.start()].encode())
        if found["broken"]:
            raise BadRequest(f"{_CANNOT} Unsupported start tag at byte offset {offset}")
        if found["name"]:
            show(html.unescape(found[0]))
        elif found["end"]:
            entities += _closed(found, opened, length, offset)
        elif found["tag"].lower() in ENTITY_OF_TAG:
            opened.append((found["tag"].lower(), length, found["attributes"]))
        else:
            tag = found["tag"]
            raise BadRequest(
                f'{_CANNOT} Unsupported start tag "{tag}" at byte offset {offset}'
            )
    show(text[at:])
    if opened:
        tag = opened[-1][0]
        raise BadRequest(
            f'{_CANNOT} Can\'t find end tag corresponding to start tag "{tag}"'
        )
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(shown), entities


_CANNOT = "can't parse entities:"


def _closed(
    found: re.Match[str], opened: list[tuple[str, int, str]], length: int, offset: int
) -> list[Entity]:
    tag = found["tag"].lower()
    if not opened:
        raise BadRequest(f"{_CANNOT} Unexpected end tag at byte offset {offset}")
    expected, start, attributes = opened.pop()
    if tag != expected:
        raise BadRequest(
            f"{_CANNOT} Unmatched end tag at byte offset {offset}, "
            f'expected "</{expected}>", found "</{tag}>"'
        )
    if length == start:
        return []
    entity = {"type": ENTITY_OF_TAG[tag], "offset": start, "length": length - start}
    if tag == "a":
        href = _HREF.search(attributes)
        return [entity | {"url": html.unescape(href[1]) if href else ""}]
    return [entity]


def checked_text(params: dict[str, Any]) -> tuple[str, list[Entity]]:
    """The visible text of a message, refused when empty or too long."""
    text, entities = visible(params.get("text"), params.get("parse_mode"))
    if not text.strip():
        raise BadRequest("message text is empty")
    if units(text) > TEXT_UNITS:
        raise BadRequest("message is too long")
    return text, entities


def checked_caption(params: dict[str, Any]) -> tuple[str, list[Entity]]:
    text, entities = visible(params.get("caption"), params.get("parse_mode"))
    if units(text) > CAPTION_UNITS:
        raise BadRequest("message caption is too long")
    return text, entities


def checked_markup(markup: Any) -> dict[str, Any] | None:
    """The reply markup, refused where Telegram would; None where there is none."""
    if markup is None or markup == "":
        return None
    if not isinstance(markup, dict):
        raise BadRequest("can't parse reply keyboard markup JSON object")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadRequest("field \"inline_keyboard\" of the InlineKeyboardMarkup must "
                         "be an Array of Arrays")  # fmt: skip
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        raise BadRequest("reply markup is too long")
    for button in buttons:
        _check_button(button)
    return markup


def _check_button(button: Any) -> None:
    if not isinstance(button, dict) or not button.get("text"):
        raise BadRequest('can\'t parse inline keyboard button: Field "text" is missing')
    actions = BUTTON_ACTIONS & set(button)
    if len(actions) != 1:
        raise BadRequest("can't parse inline keyboard button: Text buttons are "
                         "unallowed in the inline keyboard")  # fmt: skip
    data = button.get("callback_data")
    if data is not None and not 1 <= len(str(data).encode()) <= CALLBACK_BYTES:
        raise BadRequest("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not re.match(r"(https?://|tg://)\S+$", str(url)):
        raise BadRequest("BUTTON_URL_INVALID")


def check_commands(commands: Any) -> None:
    if not isinstance(commands, list):
        raise BadRequest("can't parse BotCommands JSON array")
    if len(commands) > MOST_COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(str(command.get("command", ""))):
            raise BadRequest("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")


def decoded(name: str, value: str) -> Any:
    """A form's field as JSON would carry it: numbers, lists, objects, or text."""
    if name in TEXT_FIELDS:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
