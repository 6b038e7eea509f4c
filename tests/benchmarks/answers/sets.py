"""Reading questions with what answers them, and corpora to search, from JSON lines."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from content.articles import Article
from tests.benchmarks.commit import ROOT

OURS = ROOT / "tests" / "sets"
DEV = OURS / "questions_dev.jsonl"
QUICK_QUESTIONS = 30
QUICK_ARTICLES = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what answers it: facts or slugs, any of them; none: nothing."""

    id: str
    text: str
    language: str
    gold: frozenset[str]
    style: str = ""


@dataclass(frozen=True, slots=True)
class Folder:
    """A corpus and its questions."""

    name: str
    articles: Sequence[Article]
    asked: Sequence[Asked]


def questions(file: Path) -> list[Asked]:
    """`{"id" or "qid", "text" or "query", "gold", "language"?, "style"?}` lines."""
    return [
        Asked(
            id=str(line.get("id", line.get("qid", number))),
            text=line["text"] if "text" in line else line["query"],
            language=line.get("language", "th"),
            gold=frozenset(line["gold"]),
            style=line.get("style", ""),
        )
        for number, line in enumerate(lines(file), start=1)
    ]


def corpus(file: Path) -> list[Article]:
    """`{"id", "title", "text", "language"?}` lines, as articles without questions."""
    return [
        _article(
            str(line["id"]), line.get("language", "th"), line["title"], line["text"]
        )
        for line in lines(file)
    ]


def folder(path: Path) -> Folder:
    """A corpus and its questions, as ECOTOWN_SPECS/thaiqa has them."""
    return Folder(
        path.name, corpus(path / "docs.jsonl"), questions(path / "queries.jsonl")
    )


def public(name: str) -> Folder | None:
    """A public set; None: this machine has not got it."""
    shared = Path(os.environ.get("ECOTOWN_SPECS", ROOT.parent / "shared"))
    path = shared / "thaiqa" / name
    return folder(path) if path.is_dir() else None


def few(articles: Sequence[Article], asked: Sequence[Asked]) -> Folder:
    """A small part of both, for a smoke run: some questions and what answers them."""
    some = asked[:: max(1, len(asked) // QUICK_QUESTIONS)][:QUICK_QUESTIONS]
    gold = frozenset[str]().union(*(each.gold for each in some))
    by_need = sorted(articles, key=lambda a: not (gold & {a.slug, *a.facts}))
    return Folder("few", by_need[:QUICK_ARTICLES], some)


def lines(file: Path) -> Iterator[dict[str, Any]]:
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _article(slug: str, language: str, title: str, text: str) -> Article:
    return Article(
        slug=slug,
        language=language,
        title=title,
        topic="",
        asked_as=(),
        not_told=(),
        facts=(),
        sources=(),
        as_of=None,
        as_of_note=None,
        unreviewed=False,
        volatile=False,
        ask=None,
        review_by=date.max,
        owner="",
        short=text,
        more="",
        source_text=text,
    )
