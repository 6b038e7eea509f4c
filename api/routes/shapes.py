"""The shapes that several routes share: a page of rows, and what input is held to."""

from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

from fastapi import Path
from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from api.problems import Problem
from api.store.paging import Page
from surveys.question import Text as Said

Row = TypeVar("Row")
Shown = TypeVar("Shown", bound=BaseModel)


class Answer(BaseModel):
    """What is told: nothing can be changed in it."""

    model_config = ConfigDict(frozen=True)


class Asked(BaseModel):
    """What is asked of us: a field we do not know is refused, not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class PageOf(Answer, Generic[Shown]):
    """One page of a list."""

    items: list[Shown]
    next: str | None
    """Ask again with `after` set to this; null: the list ends here."""


def page_of(page: Page[Row], show: Callable[[Row], Shown]) -> PageOf[Shown]:
    return PageOf(items=[show(row) for row in page.items], next=page.next)


def _storable(text: str) -> str:
    """PostgreSQL keeps no NUL, and no database keeps half a character."""
    if "\x00" in text:
        raise ValueError("holds a NUL")
    text.encode("utf-8")
    return text


class Words(Answer):
    """The same in Thai and in English."""

    th: str
    en: str


def words_of(text: Said) -> Words:
    """A text of ours; where it is said in one language only, both tell that."""
    return Words(th=text.say("th"), en=text.say("en"))


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_storable),
]
LongLine = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000),
    AfterValidator(_storable),
]
Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000),
    AfterValidator(_storable),
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]{1,500}$")]
Slug = Annotated[str, Path(max_length=100, pattern=r"^[a-z0-9-]+$")]
Code = Annotated[str, Path(max_length=40, pattern=r"^[A-Z0-9-]+$")]
WaveKey = Annotated[str, Path(max_length=80, pattern=r"^[a-z0-9_-]+$")]


FOR_ALL: dict[str, Any] = {"security": [{}]}
"""For the document: a key may be given to this route, and need not."""


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems a route may answer with, for the OpenAPI document."""
    words = {
        400: "the body cannot be read",
        401: "no key, or one that is not in force",
        403: "the key lacks the scope",
        404: "there is no such thing",
        409: "its state does not allow it",
        413: "the body is too large",
        422: "the input is not right",
    }
    return {
        status: {"model": Problem, "description": words[status]} for status in statuses
    }
