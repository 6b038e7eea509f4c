"""`ecotown survey`: check survey files, convert them, keep their versions."""

from pathlib import Path
from typing import Annotated

import typer

from api.store import waves
from api.store.types import utc_now
from bot.cli import common, survey_preview, survey_understand
from surveys import advice, survey_file
from surveys.definition import Survey
from surveys.survey_file import Found

app = typer.Typer(help="Surveys: what is asked.", no_args_is_help=True)
app.command()(survey_understand.understand)
app.command()(survey_preview.preview)
File = Annotated[
    Path,
    typer.Argument(help="YAML, or an XLSForm .xlsx."),
]
Longer = Annotated[
    str | None, typer.Option(help="Why it may have more than 15 questions.")
]


@app.command()
def check(file: File) -> None:
    """Say "in order", or each thing that is wrong and where. Needs no database."""
    found = survey_file.read(file)
    survey = _survey(found)
    typer.echo(f"{file}: {survey.key} version {survey.version}, in order")
    _tell_notes(found)
    for key, sentence in advice.advice(survey):
        typer.echo("note: " + ": ".join(part for part in (key, sentence) if part))


@app.command()
def convert(
    source: Annotated[
        Path,
        typer.Argument(metavar="IN", help="YAML, or XLSForm .xlsx."),
    ],
    target: Annotated[
        Path, typer.Argument(metavar="OUT", help="A .yaml or .xlsx file to write.")
    ],
    longer: Longer = None,
) -> None:
    """Write a survey in the other form; says what was left out or filled in."""
    found = survey_file.read(source, longer=longer)
    survey = _survey(found)
    _write(survey, target)
    typer.echo(f"{target}: {survey.key} version {survey.version}, written")
    _tell_notes(found)


@app.command(name="import")
@common.said_plainly
def import_(file: File, longer: Longer = None) -> None:
    """Store a survey's version; it can then be asked in a wave."""
    found = survey_file.read(file, longer=longer)
    survey = _survey(found)
    with common.open_database().write() as session:
        version = waves.store_version(session, survey, utc_now())
        typer.echo(f"{version.survey_key} version {version.version} {version.sha256}")
    _tell_notes(found)


@app.command()
@common.said_plainly
def export(
    key: Annotated[str, typer.Argument(help="The survey's key.")],
    target: Annotated[
        Path, typer.Argument(metavar="OUT", help="A .yaml or .xlsx file to write.")
    ],
    version: Annotated[
        int | None, typer.Option(help="Which; left out: the newest.")
    ] = None,
) -> None:
    """Write a stored survey as a file."""
    with common.open_database().read() as session:
        survey = waves.stored(session, key, version)
    _write(survey, target)
    typer.echo(f"{target}: {survey.key} version {survey.version}, written")


def _survey(found: Found) -> Survey:
    """The survey, or the end of the command with a line for each problem."""
    if found.survey is None:
        common.fail("\n".join(map(str, found.problems)))
    return found.survey


def _write(survey: Survey, target: Path) -> None:
    try:
        survey_file.write(survey, target)
    except survey_file.NotWritten as error:
        common.fail(str(error))


def _tell_notes(found: Found) -> None:
    for note in found.notes:
        typer.echo(f"note: {note}")
