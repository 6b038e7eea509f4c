"""Makes a page: its template, filled with the words of its language."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from api.dependencies import settings_of
from api.pages import language
from content import dates
from content.messages import LANGUAGES, Messages
from content.outbound import Outbound
from content.rendering import web

TEMPLATES = Path(__file__).parent.parent / "templates"
CONSOLE_LANGUAGES = ("th", "en")


@cache
def environment(*folders: Path) -> Environment:
    """Templates of these folders, then ours. A value nobody gave is an error."""
    found = Environment(
        loader=ChoiceLoader([FileSystemLoader(f) for f in (*folders, TEMPLATES)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["as_web"] = as_web
    return found


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    spoken: tuple[str, ...] = LANGUAGES,
    speaks: str | None = None,
    templates: Environment | None = None,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> HTMLResponse:
    """The template filled in the reader's language (or in `speaks`).

    Call it with no transaction open: everything it shows is in `values`.
    """
    lang = speaks or language.of(request, spoken)
    text = (
        (templates or environment())
        .get_template(template)
        .render(
            **words(request, lang),
            status=status,
            switch=language.switch(request, spoken),
            **values,
        )
    )
    response = HTMLResponse(text, status_code=status, headers=headers)
    language.remember(request, response)
    return response


def words(request: Request, lang: str) -> dict[str, Any]:
    """What every template may use: messages, dates and the town's name."""
    settings, messages = settings_of(request), messages_of(request)
    return {
        "t": partial(_say, messages, lang),
        "say_in": messages.say,
        "lang": lang,
        "path": request.url.path,
        "town": settings.town_th if lang == "th" else settings.town_en,
        "settings": settings,
        "say_date": partial(_say_date, lang),
        "say_moment": lambda moment: dates.say_moment(moment, lang),
    }


def messages_of(request: Request) -> Messages:
    return cast(Messages, request.app.state.messages)


def as_web(message: Outbound, lang: str) -> list[web.Value]:
    """What the page shows of a message: one value, or none for an empty message."""
    return web.render((message,), lang)


def _say(messages: Messages, lang: str, key: str, **values: Any) -> str:
    return messages.say(key, lang, **values)


def _say_date(lang: str, day: date | datetime) -> str:
    return dates.say_date(day, lang)
