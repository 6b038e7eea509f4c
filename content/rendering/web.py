"""What we say as values for our own web chat; the page escapes what it shows."""

from typing import Any

from content.outbound import Card, Outbound
from content.rendering.buttons import card_text, web_links
from content.rendering.text import blank, clean, one_line

Value = dict[str, Any]


def render(messages: tuple[Outbound, ...], language: str | None) -> list[Value]:
    """One value a message, in `language`: text, card or None, choices.

    `{"text", "language", "card": {"title", "body", "footer", "urgent", "links":
    [{"label", "url"}]}, "choices": [{"label", "data"}]}`. Every text is plain,
    with line breaks; every address is http, https or `tel:`.
    """
    made = [_message(message, language) for message in messages]
    return [m for m in made if m["text"] or m["card"] or m["choices"]]


def _message(message: Outbound, language: str | None) -> Value:
    text = clean(message.text)
    return {
        "text": "" if blank(text) else text,
        "language": language,
        "card": _card(message.card),
        "choices": [
            {"label": one_line(choice.label), "data": choice.data}
            for choice in message.choices
            if not blank(one_line(choice.label)) and clean(choice.data) == choice.data
        ],
    }


def _card(card: Card | None) -> Value | None:
    if card is None or blank(card_text(card)):
        return None
    return {
        "title": one_line(card.title),
        "body": clean(card.body),
        "footer": clean(card.footer),
        "urgent": card.urgent,
        "links": [{"label": k.label, "url": k.url} for k in web_links(card)],
    }
