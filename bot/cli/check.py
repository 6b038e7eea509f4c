"""`ecotown check`: reads everything that is edited by hand, and says what is wrong."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typer
import yaml

from api.store.types import utc_now
from bot.cli import shapes
from content import articles, dates, decide, emergency, messages, summary
from content.articles import Article
from content.messages import DEFAULT, Messages
from surveys import check as survey_check
from surveys import located
from surveys.located import Problem

ROOT = Path(articles.__file__).parent.parent
# Officers and residents read these; other languages fall back to them.
COMPLETE = ("th", "en")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file; `line` counts from 1."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


def check() -> None:
    """Check articles, surveys, messages, hotlines, reports and lists of words."""
    found = problems()
    for problem in found:
        typer.echo(problem)
    if found:
        raise typer.Exit(1)
    for warning in due(utc_now().astimezone(dates.BANGKOK).date()):
        typer.echo(f"warning: {warning}", err=True)
    typer.echo(_counted())


def problems(directory: Path = ROOT) -> list[Fault]:
    """Everything that is wrong, file by file. Without any the program may start."""
    content = directory / "content"
    said, wrong = messages.read_all(content / "locales")
    found = [Fault(f"content/locales/{e.file}", e.line, e.reason) for e in wrong]
    found += _articles(content)
    found += map(_fault, survey_check.check_all(directory / "surveys"))
    misshapen = [*map(_fault, shapes.examine(content, ROOT / "content"))]
    found += misshapen
    if not wrong:
        found += _messages(said)
    found += _confidence(content)
    if not misshapen:
        found += _hotlines(content)
        if not wrong:
            found += _sayings(content, said)
            found += _reports(content, said)
    return [Fault(_short(f.file, directory), f.line, f.reason) for f in found]


def _fault(problem: Problem) -> Fault:
    return Fault(problem.file, problem.line, problem.reason)


def due(today: date) -> Iterator[str]:
    """What is still usable but has to be looked at again."""
    for number in emergency.stale(emergency.load_hotlines(), today):
        yield f"content/hotlines.yaml: {number} was last checked over 90 days ago"
    late = [a for a in articles.load_all() if a.review_by < today]
    for article in late:
        yield (
            f"content/articles/{article.language}/{article.slug}.md: to be reviewed "
            f"by {article.review_by}"
        )


def _articles(content: Path) -> Iterator[Fault]:
    found, wrong = articles.read_all(content / "articles")
    for error in wrong:
        yield Fault(f"content/articles/{error.file}", error.line, error.reason)
    places = {(a.slug, a.language) for a in found}
    places |= {_place(error.file) for error in wrong}
    asked: dict[tuple[str, str], Article] = {}
    for article in found:
        file = f"content/articles/{article.language}/{article.slug}.md"
        # A translation beyond the two is one of theirs: it is not complained of twice.
        for language in COMPLETE if article.language in COMPLETE else ():
            if (article.slug, language) not in places:
                yield Fault(file, 1, f"there is no {language} version of it")
        for line in (article.title, *article.asked_as):
            other = asked.setdefault((article.language, line), article)
            if other.slug != article.slug:
                yield Fault(file, 1, f"{line!r} is asked in {other.slug} too")
    for article in found:
        for line in article.not_told:
            answers = asked.get((article.language, line))
            if answers is not None:
                file = f"content/articles/{article.language}/{article.slug}.md"
                yield Fault(
                    file, 1, f"{line!r} is not told here, and in {answers.slug}"
                )


def _place(file: str) -> tuple[str, str]:
    path = Path(file)
    return path.stem, path.parts[0]


def _messages(said: Messages) -> Iterator[Fault]:
    for language in COMPLETE:
        others = {key for each in said.texts.values() for key in each}
        for key in sorted(others - said.texts[language].keys()):
            yield Fault(f"content/locales/{language}", 1, f"{key} is not said")
    yield from _different_values(said)


def _different_values(said: Messages) -> Iterator[Fault]:
    """A language may leave a value unsaid; asking for one of its own is a slip."""
    for key in said.texts["th"].keys() & said.texts["en"].keys():
        thai, english = said.values(key, "th"), said.values(key, "en")
        if not (thai <= english or english <= thai):
            reason = f"{key} asks for other values than in th"
            yield Fault("content/locales/en", 1, reason)
        if said.has(key, "my") and not said.values(key, "my") <= thai | english:
            reason = f"{key} asks for other values than in th and en"
            yield Fault("content/locales/my", 1, reason)


def _hotlines(content: Path) -> Iterator[Fault]:
    path = content / "hotlines.yaml"
    try:
        known = {hotline.number for hotline in emergency.load_hotlines(path)}
    except ValueError as error:
        _, place, reason = str(error).split(":", 2)
        yield Fault(str(path), int(place), reason.strip())
        return
    yield from _cards(content / "emergency.yaml", known)


def _cards(path: Path, known: Collection[str]) -> Iterator[Fault]:
    for kind, plan in _read(path)["kinds"].items():
        for number in plan["numbers"]:
            if number not in known:
                line = located.line_in(path, ("kinds", kind, "numbers"))
                yield Fault(str(path), line, f"{number} is not in hotlines.yaml")
    if path == emergency.FILE:
        try:
            emergency.numbers()
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            # How danger is heard is its own business: it tells no line.
            yield Fault(str(path), 1, f"{type(error).__name__}: {error}")


def _confidence(content: Path) -> Iterator[Fault]:
    path = content / decide.FILE.name
    try:
        decide.check(decide.read(path))
    except (OSError, ValueError, LookupError, TypeError) as error:
        yield Fault(str(path), 1, f"{type(error).__name__}: {error}")


def _sayings(content: Path, said: Messages) -> Iterator[Fault]:
    path = content / "smalltalk.yaml"
    for sort in _read(path):
        if not said.has(f"smalltalk.{sort}", DEFAULT):
            line = located.line_in(path, (sort,))
            yield Fault(str(path), line, f"nothing is answered to {sort}")


def _reports(content: Path, said: Messages) -> Iterator[Fault]:
    for path in sorted((content / "reports").glob("*.yaml")):
        for language, text in summary.load_report(path).report.texts.items():
            for problem in summary.problems(text.title, text.body, language):
                line = located.line_in(path, ("report", "texts", language))
                reason = said.say(problem.key, "en", **problem.values)
                yield Fault(str(path), line, f"{language}: {reason}")


def _read(path: Path) -> dict[str, Any]:
    """A file whose shape is known to be right."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def _short(file: str, directory: Path) -> str:
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(directory):
        return path.relative_to(directory).as_posix()
    return file


def _counted() -> str:
    return (
        f"{len(articles.load_all())} articles, "
        f"{sum(map(len, messages.load().texts.values()))} messages, "
        f"{len(emergency.load_hotlines())} hotlines: nothing wrong"
    )
