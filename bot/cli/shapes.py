"""What each list among the content must look like, before anything reads it.

The lists are read where they are used, by the first message that needs them: by
then a slip in one would be a resident's trouble.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    RootModel,
    model_validator,
)

from bot import conversation
from content import commands, thai
from content.emergency import Kind
from content.summary import ShippedReport
from surveys import located
from surveys.located import Misplaced, Problem


def _word(value: Any) -> Any:
    """YAML makes `yes` and `no` of something else than words."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise ValueError(f"should be text; put {value!r} in quotes")
    if not str(value).strip():
        raise ValueError("is empty")
    return value


MOST_SENSES = 2
"""A word of three meanings tells none of them."""
Word = Annotated[Any, AfterValidator(_word)]
Said = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Open(BaseModel):
    """Whoever reads the file looks at its other fields."""

    model_config = ConfigDict(extra="allow")


class Commands(RootModel[dict[str, list[Word]]]):
    """Press -> the words that are typed instead."""

    @model_validator(mode="after")
    def _each_word_presses_one_button(self) -> "Commands":
        presses: dict[str, str] = {}
        for press, words in self.root.items():
            if press.split(":")[0] not in conversation.PRESSED:
                raise Misplaced("is no button of ours", press)
            for place, word in enumerate(words):
                if presses.setdefault(commands.plain(str(word)), press) != press:
                    raise Misplaced(f"{word} means two things", press, place)
        return self


class Sayings(RootModel[dict[str, list[Word]]]):
    """Sort of politeness -> how it is said."""


class InTwo(_Strict):
    th: Said
    en: Said


class Aspect(_Strict):
    th: list[Word]
    en: list[Word]


class Against(_Strict):
    places: InTwo
    moments: InTwo
    aspects: dict[str, Aspect]


class Senses(RootModel[dict[str, list[Word]]]):
    """Name of a sense -> the words that mean it."""

    @model_validator(mode="after")
    def _no_word_means_everything(self) -> "Senses":
        senses: Counter[str] = Counter()
        for sense, words in self.root.items():
            for place, word in enumerate(words):
                plain = thai.normalise(str(word))
                senses[plain] += 1
                if senses[plain] > MOST_SENSES:
                    reason = f"{word} has more than {MOST_SENSES} senses"
                    raise Misplaced(reason, sense, place)
        return self


class Words(RootModel[dict[str, dict[str, Said]]]):
    """Sort of word -> language -> the words."""

    @model_validator(mode="after")
    def _has_what_search_weighs(self) -> "Words":
        for sort in ("polite", "question"):
            if sort not in self.root:
                raise Misplaced(f"{sort}: is missing")
        return self


class Hotline(_Open):
    what_th: str | None = None
    what_en: str | None = None
    what_my: str | None = None
    sources: list[Said] | None = None


class Hotlines(_Strict):
    hotlines: Annotated[list[Hotline], Field(min_length=1)]


class Telling(_Open):
    """In Thai and in English at least."""

    th: Said
    en: Said


class Danger(_Open):
    numbers: list[Said]
    title: Telling
    text: Telling


class CardWords(_Open):
    call: Telling
    town: Telling
    checked: Telling


class Emergencies(_Open):
    """What a card shows; how danger is heard is its loader's to check."""

    kinds: dict[Kind, Danger]
    said: CardWords


class Anything(RootModel[dict[Any, Any]]):
    """A file that holds fields, whatever they are."""


SHAPES: dict[str, type[BaseModel]] = {
    "commands.yaml": Commands,
    "emergency.yaml": Emergencies,
    "hotlines.yaml": Hotlines,
    "against.yaml": Against,
    "smalltalk.yaml": Sayings,
    "synonyms.yaml": Senses,
    "words.yaml": Words,
}


def examine(content: Path, shipped: Path) -> Iterator[Problem]:
    """What is wrong in the lists and reports of the folder `content`, which has to
    hold the files that are `shipped`."""
    for name in sorted({path.name for path in shipped.glob("*.yaml")}):
        path = content / name
        if not path.is_file():
            yield Problem(str(path), 1, "is missing")
            continue
        shape = SHAPES.get(name, Anything)
        yield from located.examine(path, shape, loader=yaml.SafeLoader)[1]
    for path in sorted((content / "reports").glob("*.yaml")):
        yield from located.examine(path, ShippedReport, loader=yaml.SafeLoader)[1]
