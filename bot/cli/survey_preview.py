"""`ecotown survey preview`: a survey message by message, as a resident is asked it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from api.store import waves
from api.store.models import Response
from api.store.types import utc_now, uuid7
from bot.cli import common
from bot.topics import questions
from bot.world import World
from content import messages, search
from content.outbound import Outbound
from surveys import route, survey_file
from surveys.definition import Survey
from surveys.question import Kind, Question
from surveys.rules import Rule
from surveys.xlsform import spelling

CHANNEL = "line"  # where most residents are


@common.said_plainly
def preview(
    survey: Annotated[
        str, typer.Argument(metavar="FILE|KEY", help="A file, or a stored survey.")
    ],
    language: Annotated[
        str | None, typer.Option(help="th, en or my; left out: its first.")
    ] = None,
    version: Annotated[
        int | None, typer.Option(help="Of a stored survey; left out: the newest.")
    ] = None,
) -> None:
    """Show every message of a survey, and who is asked what. Nothing is stored."""
    found = _found(survey, version)
    chosen = language or found.languages[0]
    if chosen not in found.languages:
        common.fail(f"it is asked in {', '.join(found.languages)}, not in {chosen}")
    world = World(common.settings(), messages.load(), {}, search.build(()), (), "")
    typer.echo("\n\n".join(_parts(world, found, chosen)))


def _found(survey: str, version: int | None) -> Survey:
    path = Path(survey)
    if path.is_file():
        read = survey_file.read(path)
        if read.survey is None:
            common.fail("\n".join(map(str, read.problems)))
        return read.survey
    if path.suffix:
        common.fail(f"{path}: there is no such file")
    with common.open_database().read() as session:
        return waves.stored(session, survey, version)


def _parts(world: World, survey: Survey, language: str) -> Iterator[str]:
    """What is said from first to last; what stands between dashes is for officers."""
    yield f"{survey.key} version {survey.version}, {survey.status.value}, in {language}"
    yield _introduction(world, survey, language)
    now = utc_now()
    response = Response(
        wave_id=uuid7(), language=language, mode=CHANNEL, started_at=now
    )
    group: str | None = None
    for question in survey.questions:
        if question.group != group and question.group is not None:
            yield _group(survey, question.group, language)
        group = question.group
        yield "\n".join(_question(world, survey, question, response, language))
    for each in survey.calculations:
        yield f"-- {each.key} is worked out: {spelling.spell(each.value)} --"
    for quota in survey.quotas:
        yield (
            f"-- at most {quota.at_most} complete responses with "
            f"{quota.question} = {quota.value} --"
        )
    yield f"-- after the last question --\n{survey.thanks.say(language)}"


def _introduction(world: World, survey: Survey, language: str) -> str:
    settings = world.settings
    text = world.say(
        "survey.intro",
        language,
        title=survey.title.say(language),
        intro=survey.intro.say(language),
        who=settings.town_th if language == "th" else settings.town_en,
        n=route.length(survey),
        minutes=survey.estimated_minutes(language),
        least=None,
        results_by=None,
        made_up=False,
    )
    buttons = (world.say(key, language) for key in ("survey.consent", "survey.decline"))
    return f"-- before the first question --\n{text}\n{_buttons(buttons)}"


def _group(survey: Survey, key: str, language: str) -> str:
    found = next(group for group in survey.groups if group.key == key)
    lines = [f"-- group {key}{_only(found.ask_if)} --"]
    if found.shuffle:
        lines.append("-- its questions come in an order of their own for each --")
    if found.title is not None:
        lines.append(found.title.say(language))
    return "\n".join(lines)


def _question(
    world: World,
    survey: Survey,
    question: Question,
    response: Response,
    language: str,
) -> Iterator[str]:
    yield f"-- {question.key} ({question.kind.value}){_only(question.ask_if)} --"
    if not question.is_asked:
        yield question.text.say(language)
        return
    said = questions.ask(world, survey, question, response, language, channel=CHANNEL)
    yield _shown(said)
    if question.kind is Kind.NUMBER:
        yield f"-- from {question.min} to {question.max} --"
    if question.constraint is not None:
        yield f"-- taken where {spelling.spell(question.constraint)} --"
        message = question.constraint_message or question.hint or question.text
        yield f"-- otherwise: {message.say(language)} --"


def _only(rule: Rule) -> str:
    return "" if rule is None else f", only where {spelling.spell(rule)}"


def _shown(said: Outbound) -> str:
    return f"{said.text}\n{_buttons(choice.label for choice in said.choices)}".rstrip()


def _buttons(labels: Iterator[str]) -> str:
    return " ".join(f"[{label}]" for label in labels)
