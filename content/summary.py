"""Progress reports for the chat: what makes one hard to read, and the shipped draft.

The limits are our own proposal: one phone screen, one idea a line, the result
first; words that a survey of volunteers cannot carry are not used.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

REPORTS = Path(__file__).parent / "reports"
MOST_CHARACTERS = 600
MOST_LINES = 10
LONGEST_LINE = {"th": 60, "en": 90, "my": 90}
LONGEST_TITLE = 60
# Claims about everybody, which the answers of those who chose to answer cannot carry.
FORBIDDEN = {
    "th": ("ทุกคน", "ประชาชนทั้งหมด", "ชาวบ้านทั้งหมด", "ดีที่สุด", "ร้อยเปอร์เซ็นต์"),
    "en": ("everyone", "everybody", "all residents", "the best", "perfect"),
}

_PERCENT = re.compile(r"\d\s*(?:%|เปอร์เซ็นต์|percent|per cent)|ร้อยละ\s*\d")
_WHO_ANSWERED = re.compile(
    r"\d\s*คน|ผู้ตอบ\s*[\d,]+|n\s*=\s*\d|\d\s*(?:people|answers|respondents)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\d\s*(?:-|–|ถึง|to)\s*\d")
_THAI_DIGIT = re.compile("[๐-๙]")
_CHRISTIAN_YEAR = re.compile(r"(?:ปี|พ\.ศ\.|[ก-ฮ]\.[ก-ฮ]\.)\s*(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a report; `key` names the message that says it."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)


def problems(title: str, body: str, language: str) -> tuple[Problem, ...]:
    """Everything to mend in one language's text before officers approve it."""
    return (
        *_missing(title, body),
        *_too_long(title, body, language),
        *_wording(f"{title}\n{body}", language),
        *_figures(body),
    )


def _missing(title: str, body: str) -> Iterator[Problem]:
    if not title.strip():
        yield Problem("lint.no_title")
    if not body.strip():
        yield Problem("lint.no_body")


def _too_long(title: str, body: str, language: str) -> Iterator[Problem]:
    lines = [line for line in body.splitlines() if line.strip()]
    characters = len(title) + len(body)
    if characters > MOST_CHARACTERS:
        yield Problem(
            "lint.too_long", {"characters": characters, "most": MOST_CHARACTERS}
        )
    if len(lines) > MOST_LINES:
        yield Problem("lint.many_lines", {"lines": len(lines), "most": MOST_LINES})
    if width(title) > LONGEST_TITLE:
        yield Problem("lint.long_title", {"most": LONGEST_TITLE})
    longest = LONGEST_LINE[language]
    for number, line in enumerate(body.splitlines(), 1):
        if width(line) > longest:
            yield Problem("lint.long_line", {"line": number, "most": longest})


def _wording(text: str, language: str) -> Iterator[Problem]:
    folded = text.casefold()
    for words in FORBIDDEN.get(language, ()):
        if words in folded:
            yield Problem("lint.forbidden", {"words": words})
    if _THAI_DIGIT.search(text):
        yield Problem("lint.thai_digits")
    if language == "th" and _CHRISTIAN_YEAR.search(text):
        yield Problem("lint.christian_year")


def _figures(body: str) -> Iterator[Problem]:
    """A share is worth nothing without how many answered, and how sure it is."""
    if not _PERCENT.search(body):
        return
    if not _WHO_ANSWERED.search(body):
        yield Problem("lint.share_of_whom")
    elif not _RANGE.search(body):
        yield Problem("lint.share_without_interval")


def width(line: str) -> int:
    """How many places a line takes: marks above and below take none."""
    return sum(unicodedata.category(c) not in ("Mn", "Cf") for c in line)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Update(_Strict):
    """What happened, as its source tells it."""

    title: str = Field(min_length=1)
    source_name: str = Field(min_length=1)
    source_url: str | None = Field(pattern=r"^https?://\S+$")
    happened_on: date
    body: str = Field(min_length=1)


class Text(_Strict):
    """A report in one language."""

    title: str
    body: str


class Draft(_Strict):
    """Our summary, for officers to edit and approve."""

    status: str = Field(pattern="^draft$")
    as_of: date
    texts: dict[str, Text]


class ShippedReport(_Strict):
    """A piece of news and the draft of a report about it."""

    update: Update
    report: Draft


def load_report(path: Path = REPORTS / "om-noi-2021-11.yaml") -> ShippedReport:
    """Read a shipped report. Raises `ValueError` when something lacks or is odd."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    return ShippedReport.model_validate(found)
