"""A report as each channel will show it, made by the same code that sends it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from api.store import reports
from api.store.models import Report
from content.outbound import Outbound
from content.rendering import line, telegram


@dataclass(frozen=True, slots=True)
class Shown:
    """A report in one language on every channel."""

    language: str
    messages: tuple[Outbound, ...]
    """As the web chat shows them."""
    line_alert: str
    """What LINE's notification says."""
    line_texts: tuple[str, ...]
    line_buttons: tuple[str, ...]
    telegram_texts: tuple[Markup, ...]
    telegram_buttons: tuple[str, ...]


def of(report: Report, public_url: str) -> list[Shown]:
    """One for each language the report is written in, Thai first."""
    return [
        _shown(reports.messages(report, language, public_url), language)
        for language in sorted(report.texts, reverse=True)
    ]


def _shown(messages: tuple[Outbound, ...], language: str) -> Shown:
    objects = line.render(messages, language)
    params = telegram.render(messages, language)
    rows = [
        row
        for each in params
        for row in each.get("reply_markup", {}).get("inline_keyboard", ())
    ]
    return Shown(
        language=language,
        messages=messages,
        line_alert=next((o["altText"] for o in objects if "altText" in o), ""),
        line_texts=tuple(_texts(objects)),
        line_buttons=tuple(_labels(objects)),
        # The renderer escapes every word; only its own <b> and <i> are markup.
        telegram_texts=tuple(Markup(each["text"]) for each in params),
        telegram_buttons=tuple(button["text"] for row in rows for button in row),
    )


def _texts(part: Any) -> Iterator[str]:
    """Every text of LINE's objects, in the order they are shown."""
    if isinstance(part, list):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, dict):
        if part.get("type") in ("text", "span") and isinstance(part.get("text"), str):
            yield part["text"]
        for name in ("contents", "header", "hero", "body", "footer"):
            yield from _texts(part.get(name))


def _labels(part: Any) -> Iterator[str]:
    """Every button of LINE's objects."""
    if isinstance(part, list):
        for each in part:
            yield from _labels(each)
    elif isinstance(part, dict):
        action = part.get("action")
        if isinstance(action, dict) and "label" in action:
            yield str(action["label"])
        for name in ("contents", "header", "hero", "body", "footer"):
            yield from _labels(part.get(name))
