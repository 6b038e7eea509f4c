"""Which choices and links become buttons, and when their words go in the text too."""

from dataclasses import dataclass

from content.outbound import Card, Choice, Outbound
from content.rendering import links
from content.rendering.text import Measure, blank, clean, one_line, shorten


@dataclass(frozen=True)
class Limits:
    """What a platform allows of buttons under one message."""

    most: int
    label: int
    label_measure: Measure
    data: int
    data_measure: Measure


@dataclass(frozen=True)
class Button:
    label: str
    """Short enough for the platform."""
    full_label: str
    data: str


@dataclass(frozen=True)
class WebLink:
    label: str
    url: str
    """Percent-encoded; http, https or `tel:`."""


def buttons(messages: tuple[Outbound, ...], limits: Limits) -> list[Button]:
    """The choices of all messages as buttons under the last, each once.

    One whose data the platform would refuse is left out: cut data would mean
    something else. Its words and its number can still be typed.
    """
    made: dict[str, Button] = {}
    for choice in (choice for message in messages for choice in message.choices):
        label = one_line(choice.label)
        if choice.data not in made and _sendable(choice, limits):
            short = shorten(label, limits.label, limits.label_measure)
            made[choice.data] = Button(short, label, choice.data)
    return list(made.values())[: limits.most]


def listing(message: Outbound, pressable: list[Button], *, always: bool = False) -> str:
    """The choices of a message as numbered lines; empty: the buttons say it all.

    They are written out when asked for, and when a button is missing or its
    label is cut; not where the reader has their words already.
    """
    if message.listed and not always:
        return ""
    whole = {button.data for button in pressable if button.label == button.full_label}
    missing = any(choice.data not in whole for choice in message.choices)
    if not (message.numbered or missing or always):
        return ""
    return "\n".join(
        f"{n}. {one_line(choice.label)}" for n, choice in enumerate(message.choices, 1)
    )


def web_links(card: Card) -> list[WebLink]:
    """The links of a card that can be followed."""
    found = []
    for link in card.links:
        url, label = links.encoded(link.url), one_line(link.label)
        if url:
            found.append(WebLink(bare(url) if blank(label) else label, url))
    return found


def link_text(link: WebLink) -> str:
    """A link in words: `Fire brigade: 199`."""
    shown = bare(link.url)
    return link.label if shown in link.label else f"{link.label}: {shown}"


def bare(url: str) -> str:
    """The address as a person writes it: a telephone number without `tel:`."""
    return links.phone(url) or url


def card_text(card: Card) -> str:
    """The card where there is only text."""
    lines = (clean(card.title), clean(card.body), *map(link_text, web_links(card)))
    parts = ("\n".join(line for line in lines if not blank(line)), clean(card.footer))
    return "\n\n".join(part for part in parts if not blank(part))


def _sendable(choice: Choice, limits: Limits) -> bool:
    data = choice.data
    return (
        not blank(one_line(choice.label))
        and not blank(data)
        and clean(data) == data
        and limits.data_measure(data) <= limits.data
    )
