"""Reads what the chat page sends: as JSON from its script, as a form without it."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Request
from pydantic import BaseModel, Field, StringConstraints, ValidationError
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from api.store import wave_links
from bot.channels import web

# A text of the most characters, escaped as JSON, with room for the rest.
MOST_BYTES = 64 * 1024
# How much of the reader's own words travels with the form.
MOST_SAID = 30
MOST_CURSOR = 2**53
START = "/start"


class Unreadable(Exception):
    """Not something our page sends; `status` is the HTTP status it becomes."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Written(BaseModel):
    """One message or press. `key` is the browser's: sent again, it is the same one."""

    key: Annotated[UUID, Field(alias="id")]
    text: Annotated[str, StringConstraints(max_length=web.MOST_TEXT)] = ""
    data: Annotated[str, StringConstraints(max_length=web.MOST_DATA)] = ""
    after: Annotated[int, Field(ge=0, le=MOST_CURSOR)] = 0
    """The last of our messages the writer had before them."""


@dataclass(frozen=True, slots=True)
class Said:
    """The reader's own words, which travel in the page's form and are kept nowhere."""

    after: int
    text: str


async def read_json(request: Request) -> Written:
    """Raises `Unreadable`."""
    _check_length(request)
    try:
        written = Written.model_validate_json(await request.body())
    except ValidationError as error:
        raise Unreadable(422) from error
    if not written.data and not written.text.strip():
        raise Unreadable(422)
    return written


async def read_form(request: Request) -> tuple[Written | None, list[Said]]:
    """What was written (None: only asked for news), and the words said before.

    Raises `Unreadable`.
    """
    _check_length(request)
    try:
        async with request.form(max_files=0, max_fields=200) as form:
            said = _said(form)
            written = Written.model_validate({**form, **_start(form)})
    except (HTTPException, ValidationError) as error:
        raise Unreadable(422) from error
    if not written.data and not written.text.strip():
        return None, said
    return written, said


def _check_length(request: Request) -> None:
    """Refuse what is too long to be ours before reading it."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > MOST_BYTES:
        raise Unreadable(413)


def _start(form: FormData) -> dict[str, str]:
    """The greeting button says this in the resident's stead, with a link's code."""
    if "start" not in form:
        return {}
    code = wave_links.code_in(str(form["start"]))
    return {"text": start(code)}


def start(code: str | None) -> str:
    """What begins the talk; with the code of a survey's link, the survey too."""
    return START if code is None else f"{START} {wave_links.MARK}{code}"


def _said(form: FormData) -> list[Said]:
    places, words = form.getlist("said_after"), form.getlist("said")
    found = []
    for place, word in zip(places, words, strict=False):
        if isinstance(place, str) and isinstance(word, str) and place.isdecimal():
            found.append(Said(min(int(place[:16]), MOST_CURSOR), word[: web.MOST_TEXT]))
    return found[-MOST_SAID:]
