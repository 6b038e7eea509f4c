"""`ecotown ask`: what the bot would do with a question; nothing is stored."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from api.store.types import utc_now
from bot.cli import common
from bot.rehearsal import Played, rehearsal
from content import articles
from content.articles import Article
from content.messages import nearest

Articles = Mapping[tuple[str, str], Article]


def ask(
    text: Annotated[str, typer.Argument(help="The question.")] = "",
    language: Annotated[str, typer.Option(help="th, en or my")] = "th",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON a line.")] = False,
    file: Annotated[
        Path | None, typer.Option(help='JSON lines: {"text": ..., "language": ...}')
    ] = None,
) -> None:
    """Ask the shipped articles as a resident would; nothing is stored."""
    if not text and file is None:
        common.fail("give a question, or --file")
    questions = common.json_lines(file, "text") if file else iter([{"text": text}])
    with _asked() as outcome:
        for question in questions:
            reads = str(question.get("language") or language)
            result = outcome(str(question["text"]), reads)
            if as_json:
                found = {**question, **result}
                typer.echo(json.dumps(found, ensure_ascii=False))
            else:
                typer.echo(_plainly(result))


@contextmanager
def _asked() -> Iterator[Any]:
    """A function from a text and a language to what becomes of it."""
    shipped = articles.load_all()
    known = {(each.slug, each.language): each for each in shipped}
    with rehearsal(shipped, common.settings(), utc_now()) as stage:

        def outcome(text: str, language: str) -> dict[str, Any]:
            if language not in ("th", "en", "my"):
                common.fail(f"{language!r} is not a language: th, en or my")
            played = stage.play(text, language, utc_now())
            return _told(played, known, language)

        yield outcome


def _told(played: Played, known: Articles, language: str) -> dict[str, Any]:
    return {
        "outcome": played.outcome,
        "emergency": played.danger,
        "confidence": round(
            max((each.confidence for each in played.decided), default=0.0), 3
        ),
        "against": [what for each in played.decided for what in each.against],
        "articles": [
            {
                "slug": hit.slug,
                "title": article.title,
                "facts": list(article.facts),
                "score": round(hit.score, 3),
            }
            for decision in played.decided
            for hit in decision.hits
            for article in (_article(known, hit.slug, language),)
        ],
    }


def _article(known: Articles, slug: str, language: str) -> Article:
    spoken = [each for each in ("th", "en", "my") if (slug, each) in known]
    return known[slug, nearest(language, spoken)]


def _plainly(result: Mapping[str, Any]) -> str:
    first = f"{result['outcome']} (confidence {result['confidence']})"
    if result["emergency"]:
        first += f" {result['emergency']}"
    lines = [
        f"  {a['score']:.3f} {a['slug']}: {a['title']}" for a in result["articles"]
    ]
    return "\n".join([first, *lines])
