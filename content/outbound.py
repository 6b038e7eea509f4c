"""What we say, free of any platform."""

from dataclasses import asdict, dataclass, replace
from typing import Any

# What a message may ask for beside words and presses.
LOCATION, PHOTO = "location", "photo"


@dataclass(frozen=True, slots=True)
class Choice:
    """A button. Its label, or its number, typed by hand, means the same press.

    `data` is what a press carries: at most 64 bytes, Telegram's limit
    (https://core.telegram.org/bots/api#inlinekeyboardbutton). `also` are other
    words that mean this choice when typed.
    """

    label: str
    data: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A way out of the chat: an http(s) page or a `tel:` number."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """A titled piece of information with where it comes from."""

    title: str
    body: str
    footer: str = ""
    links: tuple[Link, ...] = ()
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Outbound:
    """One message. `text` or `card` (or both: the text is then said first).

    `numbered` lists the choices with their numbers in the text, because LINE's
    buttons are not shown on a desktop. `listed`: whoever reads this has the words of
    the choices before them, in the text or a message above: they are never written
    out again, be a button's label cut or not. `wants` asks for a location or a photo,
    by a button of the app's own where it has one; `wants_for` is for what, where that
    is told again with what is sent.
    """

    text: str = ""
    card: Card | None = None
    choices: tuple[Choice, ...] = ()
    numbered: bool = False
    listed: bool = False
    wants: str = ""
    wants_for: str = ""

    def plain(self) -> str:
        """The whole message as text, for a terminal, a log of a case, an altText."""
        parts = [self.text] if self.text else []
        if self.card:
            parts += [self.card.title, self.card.body]
            parts += [f"{link.label}: {link.url}" for link in self.card.links]
            parts += [self.card.footer] if self.card.footer else []
        if self.numbered:
            parts.append(numbered(self.choices))
        return "\n".join(part for part in parts if part)


def numbered(choices: tuple[Choice, ...]) -> str:
    """The choices as lines a person can answer with a number."""
    return "\n".join(f"{n}. {c.label}" for n, c in enumerate(choices, 1))


def bulleted(message: Outbound) -> Outbound:
    """The same with its choices as words: the numbers belong to another question."""
    if not message.numbered:
        return message
    lines = [message.text, *(f"• {choice.label}" for choice in message.choices)]
    text = "\n".join(line for line in lines if line)
    return replace(message, text=text, numbered=False, listed=True)


def to_json(messages: tuple[Outbound, ...]) -> list[dict[str, Any]]:
    return [_item(message) for message in messages]


def _item(message: Outbound) -> dict[str, Any]:
    # Written out: `asdict` finds out anew what each of the parts is made of.
    return {
        "text": message.text,
        "card": asdict(message.card) if message.card else None,
        "choices": [
            {"label": each.label, "data": each.data, "also": each.also}
            for each in message.choices
        ],
        "numbered": message.numbered,
        "listed": message.listed,
        "wants": message.wants,
        "wants_for": message.wants_for,
    }


def from_json(items: list[dict[str, Any]]) -> tuple[Outbound, ...]:
    return tuple(_outbound(item) for item in items)


def _outbound(item: dict[str, Any]) -> Outbound:
    card = item.get("card")
    return Outbound(
        text=item.get("text", ""),
        card=_card(card) if card else None,
        choices=tuple(
            Choice(c["label"], c["data"], tuple(c.get("also", ())))
            for c in item.get("choices", ())
        ),
        numbered=item.get("numbered", False),
        listed=item.get("listed", False),
        wants=item.get("wants", ""),
        wants_for=item.get("wants_for", ""),
    )


def _card(item: dict[str, Any]) -> Card:
    return Card(
        title=item["title"],
        body=item["body"],
        footer=item.get("footer", ""),
        links=tuple(Link(k["label"], k["url"]) for k in item.get("links", ())),
        urgent=item.get("urgent", False),
    )
