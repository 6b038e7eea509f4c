"""`ecotown ask`: what the bot would do with a question; nothing is stored."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli import common
from content import articles, emergency, search
from content.articles import Article
from content.decide import decide
from content.search import Index


def ask(
    text: Annotated[str, typer.Argument(help="The question.")] = "",
    language: Annotated[str, typer.Option(help="th, en or my")] = "th",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON a line.")] = False,
    file: Annotated[
        Path | None, typer.Option(help='JSON lines: {"text": ..., "language": ...}')
    ] = None,
) -> None:
    """Answer a question over the shipped articles, without storing anything."""
    if not text and file is None:
        common.fail("give a question, or --file")
    questions = common.json_lines(file, "text") if file else iter([{"text": text}])
    for question in questions:
        result = outcome(str(question["text"]), question.get("language", language))
        if as_json:
            typer.echo(json.dumps({**question, **result}, ensure_ascii=False))
        else:
            typer.echo(_plainly(result))


def outcome(text: str, language: str) -> dict[str, Any]:
    """What is done with a text: emergency, answer, suggest or unknown; and why."""
    danger = emergency.match(text)
    decision = decide(_index(), text, language)
    return {
        "outcome": "emergency" if danger else decision.outcome.value,
        "emergency": danger.kind.value if danger else None,
        "confidence": round(decision.confidence, 3),
        "against": list(decision.against),
        "articles": [
            {
                "slug": hit.slug,
                "title": article.title,
                "facts": list(article.facts),
                "score": round(hit.score, 3),
            }
            for hit in decision.hits
            for article in (_article(hit.slug, language),)
        ],
    }


def _plainly(result: Mapping[str, Any]) -> str:
    first = f"{result['outcome']} (confidence {result['confidence']})"
    if result["emergency"]:
        first += f" {result['emergency']}"
    lines = [
        f"  {a['score']:.3f} {a['slug']}: {a['title']}" for a in result["articles"]
    ]
    return "\n".join([first, *lines])


@cache
def _articles() -> Mapping[tuple[str, str], Article]:
    return {(a.slug, a.language): a for a in articles.load_all()}


@cache
def _index() -> Index:
    return search.build(_articles().values())


def _article(slug: str, language: str) -> Article:
    known = _articles()
    return next(
        known[slug, each] for each in (language, "th", "en") if (slug, each) in known
    )
