"""What we say as LINE message objects, within LINE's limits.

https://developers.line.biz/en/reference/messaging-api/#message-objects
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from content.outbound import LOCATION, PHOTO, Card, Outbound
from content.rendering.buttons import (
    Button,
    Limits,
    WebLink,
    buttons,
    card_text,
    listing,
    web_links,
)
from content.rendering.catalogue import say
from content.rendering.text import (
    blank,
    clean,
    letters,
    one_line,
    shorten,
    split,
    utf16,
)

MOST_OBJECTS = 5
TEXT_UNITS = 4_900  # of 5,000
ALT_TEXT_UNITS = 400  # of 1,500; older descriptions say 400, a notification shows less
DISPLAY_UNITS = 300
LINK_LABEL_LETTERS = 40
BUBBLE_BYTES = 30 * 1024
QUICK_REPLIES = Limits(
    most=13, label=20, label_measure=letters, data=300, data_measure=utf16
)

ASKING = {LOCATION: ("location",), PHOTO: ("camera", "cameraRoll")}

TOWN_GREEN = "#1B6B3A"
ALARM_RED = "#B3261E"
INK = "#222222"
PALE_INK = "#555555"

Item = dict[str, Any]
Part = str | Card


def render(messages: tuple[Outbound, ...], language: str | None) -> list[Item]:
    """At most five message objects; the quick replies are on the last.

    Empty when there is nothing to show.
    """
    asking = [_asking(action, language) for action in _actions(messages)]
    room = replace(QUICK_REPLIES, most=QUICK_REPLIES.most - len(asking))
    pressable = buttons(messages, room)
    parts = [part for message in messages for part in _parts(message, pressable)]
    objects = _fitted(parts, language)
    items = [*map(_quick_reply, pressable), *asking]
    if items and objects:
        objects[-1]["quickReply"] = {"items": items}
    return objects


def _actions(messages: tuple[Outbound, ...]) -> list[str]:
    """What the app itself shall offer.

    https://developers.line.biz/en/docs/messaging-api/using-quick-reply/#camera-action
    """
    wanted = dict.fromkeys(message.wants for message in messages)
    return [action for each in wanted for action in ASKING.get(each, ())]


def _asking(action: str, language: str | None) -> Item:
    label = say(f"channel.{action}", language)
    return {"type": "action", "action": {"type": action, "label": label}}


def _parts(message: Outbound, pressable: list[Button]) -> list[Part]:
    text, card = clean(message.text), message.card
    wordless = blank(text) and card is None
    lines = listing(message, pressable, always=wordless) if message.choices else ""
    if card is None:
        parts: list[Part] = ["\n\n".join(p for p in (text, lines) if not blank(p))]
    else:
        parts = [text, card, lines]
    return [part for part in parts if isinstance(part, Card) or not blank(part)]


def _fitted(parts: list[Part], language: str | None) -> list[Item]:
    """The parts as objects; where there would be too many, texts are joined, and
    at the last cards become text and the end is cut."""
    for candidate in (parts, _joined(parts), _all_text(parts)):
        objects = _first_objects(candidate)
        if len(objects) <= MOST_OBJECTS:
            return objects
    notice = say("channel.cut", language)
    kept = objects[:MOST_OBJECTS]
    room = TEXT_UNITS - utf16(notice) - 2
    kept[-1] = _text(shorten(kept[-1]["text"], room) + "\n\n" + notice)
    return kept


def _first_objects(parts: list[Part]) -> list[Item]:
    """One more than may be sent shows that they are too many."""
    made = (item for part in parts for item in _objects(part))
    return list(islice(made, MOST_OBJECTS + 1))


def _joined(parts: list[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += "\n\n" + part
        else:
            joined.append(part)
    return joined


def _all_text(parts: list[Part]) -> list[Part]:
    texts = [card_text(part) if isinstance(part, Card) else part for part in parts]
    return ["\n\n".join(text for text in texts if not blank(text))]


def _objects(part: Part) -> Iterator[Item]:
    text = card_text(part) if isinstance(part, Card) else part
    if isinstance(part, Card) and not blank(text):
        bubble = _bubble(part)
        if _bytes(bubble) <= BUBBLE_BYTES:
            alt_text = shorten(text, ALT_TEXT_UNITS)
            yield {"type": "flex", "altText": alt_text, "contents": bubble}
            return
    yield from map(_text, split(text, TEXT_UNITS))


def _text(text: str) -> Item:
    # Plain `text`: `textV2` would take a resident's `{` for a substitution.
    return {"type": "text", "text": text}


def _quick_reply(button: Button) -> Item:
    action = {
        "type": "postback",
        "label": button.label,
        "data": button.data,
        "displayText": shorten(button.full_label, DISPLAY_UNITS),
    }
    return {"type": "action", "action": action}


def _bubble(card: Card) -> Item:
    colour = ALARM_RED if card.urgent else TOWN_GREEN
    body = _box([*_head(card, colour), *_content(card)], paddingAll="0px")
    bubble: Item = {"type": "bubble", "size": "mega", "body": body}
    links = web_links(card)
    if links:
        made = [_button(card, link, colour) for link in links]
        bubble["footer"] = _box(made, spacing="sm", paddingAll="16px")
    return bubble


def _head(card: Card, colour: str) -> list[Item]:
    """A line in the town's green over the title; what is urgent stands on red."""
    title = one_line(card.title)
    stroke = {"type": "separator", "color": colour}
    line = _box([stroke], height="6px", backgroundColor=colour)
    if blank(title):
        return [line]
    words = _words(title, "lg", "#FFFFFF" if card.urgent else colour, weight="bold")
    if card.urgent:
        return [_box([words], backgroundColor=colour, paddingAll="16px")]
    return [line, _box([words], paddingAll="16px", paddingBottom="0px")]


def _content(card: Card) -> list[Item]:
    size = "lg" if card.urgent else "md"
    paragraphs = [p.strip() for p in clean(card.body).split("\n\n")]
    contents = [_words(p, size, INK) for p in paragraphs if not blank(p)]
    footer = clean(card.footer)
    if not blank(footer):
        rule = [{"type": "separator"}] if contents else []
        contents += [*rule, _words(footer, "sm", PALE_INK)]
    return [_box(contents, spacing="md", paddingAll="16px")] if contents else []


def _button(card: Card, link: WebLink, colour: str) -> Item:
    call = link.url.startswith("tel:")
    label = shorten(link.label, LINK_LABEL_LETTERS, letters)
    button: Item = {
        "type": "button",
        "style": "primary" if call or not card.urgent else "secondary",
        "height": "md" if card.urgent else "sm",
        "adjustMode": "shrink-to-fit",
        "action": {"type": "uri", "label": label, "uri": link.url},
    }
    if button["style"] == "primary":
        button["color"] = colour
    return button


def _box(contents: list[Item], **look: str) -> Item:
    return {"type": "box", "layout": "vertical", "contents": contents, **look}


def _words(text: str, size: str, colour: str, **look: str) -> Item:
    return {
        "type": "text",
        "text": text,
        "size": size,
        "color": colour,
        "wrap": True,
        # Grows with the letters a reader has chosen in the app.
        "scaling": True,
        # Thai stacks marks over and under the line.
        "lineSpacing": "6px",
        **look,
    }


def _bytes(bubble: Item) -> int:
    # As it is sent: six bytes for every Thai letter.
    return len(json.dumps(bubble))
