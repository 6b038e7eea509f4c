"""`ecotown survey`: check survey files, and store their versions."""

from pathlib import Path
from typing import Annotated

import typer

from api.store import waves
from api.store.types import utc_now
from bot.cli import common
from surveys import definition

app = typer.Typer(help="Surveys: what is asked.", no_args_is_help=True)
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False)]


@app.command()
def check(file: File) -> None:
    """Exit 0, or 1 with the problem's file, line and reason. Needs no database."""
    try:
        survey = definition.load(file)
    except definition.SurveyError as error:
        common.fail(str(error))
    typer.echo(f"{file}: {survey.key} version {survey.version}, in order")


@app.command(name="import")
@common.said_plainly
def import_(file: File) -> None:
    """Store a survey's version; it can then be asked in a wave."""
    try:
        survey = definition.load(file)
    except definition.SurveyError as error:
        common.fail(str(error))
    with common.open_database().write() as session:
        version = waves.store_version(session, survey, utc_now())
        typer.echo(f"{version.survey_key} version {version.version} {version.sha256}")
