"""What we say as parameters of Telegram's sendMessage, within its limits.

https://core.telegram.org/bots/api#sendmessage
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from content.outbound import LOCATION, Card, Outbound
from content.rendering import links
from content.rendering.buttons import (
    Button,
    Limits,
    WebLink,
    buttons,
    link_text,
    listing,
    web_links,
)
from content.rendering.catalogue import say
from content.rendering.text import (
    blank,
    clean,
    graphemes,
    one_line,
    shorten,
    split,
    utf8,
    utf16,
)

MOST_MESSAGES = 5  # one message a second is what a chat may get
TEXT_UNITS = 4_000  # of 4,096 visible ones
KEYBOARD = Limits(most=90, label=60, label_measure=utf16, data=64, data_measure=utf8)
LINK_ROWS = 8  # beside the choices: 100 buttons in all
NARROW = 14  # letters of a label that fits half a telephone's width
TAG = re.compile(r"</?[bi]>")  # the only ones we use; all else is escaped

Params = dict[str, Any]


@dataclass(frozen=True)
class Block:
    """A piece of text that is shown in one way."""

    text: str
    tag: str = ""
    gap: str = "\n\n"
    """What stands between it and the block before."""

    def html(self) -> str:
        escaped = html.escape(self.text, quote=False)
        return f"<{self.tag}>{escaped}</{self.tag}>" if self.tag else escaped


def render(messages: tuple[Outbound, ...], language: str | None) -> list[Params]:
    """As few messages as possible, without `chat_id`; the keyboard is on the last.

    Empty when there is nothing to show.
    """
    pressable = buttons(messages, KEYBOARD)
    linked = _button_links(messages)
    blocks = [b for message in messages for b in _blocks(message, pressable, linked)]
    made = [_params(text) for text in _packed(blocks, language)]
    rows = [*map(_link_row, linked), *_button_rows(pressable)]
    if rows and made:
        made[-1]["reply_markup"] = {"inline_keyboard": rows}
    wants_location = any(message.wants == LOCATION for message in messages)
    if made and wants_location and len(made) < MOST_MESSAGES:
        made.append(_asking_where(language))
    return made


def _asking_where(language: str | None) -> Params:
    """A keyboard that shares the location. It has a message of its own, for it cannot
    stand under one beside inline buttons.

    https://core.telegram.org/bots/api#keyboardbutton
    """
    key = {"text": say("channel.location", language), "request_location": True}
    return {
        **_params(say("channel.location_here", language)),
        "reply_markup": {
            "keyboard": [[key]],
            "resize_keyboard": True,
            "one_time_keyboard": True,
        },
    }


def plain(params: Params) -> Params:
    """The same message without markup, for when Telegram cannot parse it."""
    text = html.unescape(TAG.sub("", params["text"]))
    return {k: v for k, v in params.items() if k != "parse_mode"} | {"text": text}


def _params(text: str) -> Params:
    return {
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }


def _blocks(
    message: Outbound, pressable: list[Button], linked: list[WebLink]
) -> list[Block]:
    blocks = [Block(clean(message.text))]
    if message.card:
        blocks += _card_blocks(message.card, linked)
    if message.choices:
        wordless = all(blank(block.text) for block in blocks)
        blocks.append(Block(listing(message, pressable, always=wordless)))
    return [block for block in blocks if not blank(block.text)]


def _card_blocks(card: Card, linked: list[WebLink]) -> list[Block]:
    words = [
        Block(one_line(card.title), tag="b"),
        Block(clean(card.body), gap="\n"),
        Block(clean(card.footer), tag="i"),
    ]
    bare = all(blank(block.text) for block in words)
    lines = [link_text(k) for k in web_links(card) if bare or k not in linked]
    return [*words[:2], Block("\n".join(lines)), words[2]]


def _packed(blocks: list[Block], language: str | None) -> list[str]:
    """The blocks as few HTML texts. They are cut before they are marked up, so
    that no tag is ever open at the end of a message."""
    groups: list[list[Block]] = []
    used = 0
    for piece in (piece for block in blocks for piece in _cut(block)):
        needed = utf16(piece.gap) + utf16(piece.text)
        if groups and used + needed <= TEXT_UNITS:
            groups[-1].append(piece)
            used += needed
        else:
            groups.append([piece])
            used = utf16(piece.text)
        if len(groups) > MOST_MESSAGES:
            groups = [*groups[: MOST_MESSAGES - 1], _ended(groups, language)]
            break
    return ["".join(_marked_up(group)) for group in groups]


def _cut(block: Block) -> Iterator[Block]:
    for n, piece in enumerate(split(block.text, TEXT_UNITS)):
        yield replace(block, text=piece, gap="\n" if n else block.gap)


def _ended(groups: list[list[Block]], language: str | None) -> list[Block]:
    notice = Block(say("channel.cut", language), tag="i")
    last = groups[MOST_MESSAGES - 1]
    text = "\n\n".join(block.text for block in last)
    return [Block(shorten(text, TEXT_UNITS - utf16(notice.text) - 2)), notice]


def _marked_up(group: list[Block]) -> Iterator[str]:
    for n, block in enumerate(group):
        yield (block.gap if n else "") + block.html()


def _button_links(messages: tuple[Outbound, ...]) -> list[WebLink]:
    """The links that become buttons; the others stay in the text.

    Telegram refuses `tel:` buttons, and names only an office network knows.
    """
    cards = [message.card for message in messages if message.card]
    found = dict.fromkeys(link for card in cards for link in web_links(card))
    return [link for link in found if links.public(link.url)][:LINK_ROWS]


def _link_row(link: WebLink) -> list[Params]:
    return [{"text": shorten(link.label, KEYBOARD.label), "url": link.url}]


def _button_rows(pressable: list[Button]) -> list[list[Params]]:
    keys = [{"text": b.label, "callback_data": b.data} for b in pressable]
    width = 2 if all(graphemes(b.label) <= NARROW for b in pressable) else 1
    return [keys[n : n + width] for n in range(0, len(keys), width)]
