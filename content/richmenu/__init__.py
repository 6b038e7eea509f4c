"""LINE's rich menu: five areas to press, and the picture drawn to fit them.

https://developers.line.biz/en/reference/messaging-api/#rich-menu-structure
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typst

from content.messages import Messages
from content.rendering.line import TOWN_GREEN

OURS = "ecotown "  # what the names of our menus begin with
WIDTH, HEIGHT = 2500, 843
LANGUAGE = "th"
TEMPLATE = Path(__file__).parent / "menu.typ"
FONTS = Path(__file__).parent.parent / "fonts"
# Three above, two below: each word large enough to be read on a telephone.
ROWS = (("ask", "survey", "progress"), ("person", "settings"))


@dataclass(frozen=True)
class Area:
    """A rectangle of the picture, in its pixels, and what a press there means."""

    name: str
    label: str
    x: int
    y: int
    width: int
    height: int


def areas(messages: Messages) -> list[Area]:
    """The areas with their labels; together they cover the whole picture."""
    found = []
    for row, names in enumerate(ROWS):
        top, bottom = _edge(HEIGHT, row, len(ROWS)), _edge(HEIGHT, row + 1, len(ROWS))
        for column, name in enumerate(names):
            left = _edge(WIDTH, column, len(names))
            right = _edge(WIDTH, column + 1, len(names))
            label = messages.say(f"channel.menu.{name}", LANGUAGE)
            found.append(Area(name, label, left, top, right - left, bottom - top))
    return found


def menu(messages: Messages, image: bytes) -> dict[str, Any]:
    """The rich menu object for LINE, named after its picture."""
    return {
        "size": {"width": WIDTH, "height": HEIGHT},
        "selected": True,
        "name": f"{OURS}{hashlib.sha256(image).hexdigest()[:12]}",
        "chatBarText": messages.say("channel.menu.bar", LANGUAGE),
        "areas": [_pressable(area) for area in areas(messages)],
    }


def picture(messages: Messages) -> bytes:
    """The picture as PNG, `WIDTH` by `HEIGHT` pixels."""
    drawn = {
        "width": WIDTH,
        "height": HEIGHT,
        "green": TOWN_GREEN,
        "areas": [vars(area) for area in areas(messages)],
    }
    image = typst.compile(
        TEMPLATE,
        format="png",
        ppi=72,  # a typographic point is a pixel
        sys_inputs={"menu": json.dumps(drawn)},
        font_paths=[FONTS],
        ignore_system_fonts=True,
    )
    return bytes(image)


def _edge(whole: int, number: int, parts: int) -> int:
    return round(whole * number / parts)


def _pressable(area: Area) -> dict[str, Any]:
    bounds = {"x": area.x, "y": area.y, "width": area.width, "height": area.height}
    action = {
        "type": "postback",
        "label": area.label,
        "data": f"menu:{area.name}",
        "displayText": area.label,
    }
    return {"bounds": bounds, "action": action}
