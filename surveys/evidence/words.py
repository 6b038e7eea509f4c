"""The fixed words of the pack in Thai and English, by key; a missing key fails."""

from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, Field

from surveys.definition import Text
from surveys.located import FROZEN, PlainLoader

FILE = Path(__file__).parent / "words.yaml"


class Term(BaseModel):
    """A word of the glossary, explained for who never studied statistics."""

    model_config = FROZEN

    term: Text
    meaning: Text


class Catalogue(BaseModel):
    model_config = FROZEN

    words: dict[str, Text]
    glossary: Annotated[tuple[Term, ...], Field(min_length=1)]


@cache
def catalogue() -> Catalogue:
    """Everything there is in the file. Raises pydantic's error for a broken one."""
    # A loader of safe YAML, as its base says.
    data = yaml.load(FILE.read_text(encoding="utf-8"), Loader=PlainLoader)
    return Catalogue.model_validate(data)


def text(key: str, /, **values: object) -> Text:
    """The words of this key, `{name}` filled in. Raises KeyError."""
    found = catalogue().words[key]
    if not values:
        return found
    return Text(
        th=found.say("th").format(**values), en=found.say("en").format(**values)
    )


def both(key: str, /, **values: Text) -> Text:
    """As `text`, each language filled in with its own words."""
    found = catalogue().words[key]
    filled = {
        language: found.say(language).format(
            **{name: value.say(language) for name, value in values.items()}
        )
        for language in ("th", "en")
    }
    return Text(**filled)
