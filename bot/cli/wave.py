"""`ecotown wave`: open and close runs of a survey, and see how many took part."""

from pathlib import Path
from typing import Annotated

import typer

from api.store import waves
from api.store.types import utc_now
from bot.cli import common
from content.dates import say_moment
from surveys import definition

app = typer.Typer(help="Waves: runs of a survey.", no_args_is_help=True)
Key = Annotated[str, typer.Argument(help="The wave's own name, used once.")]


@app.command(name="open")
@common.said_plainly
def open_(
    key: Key,
    file: Annotated[Path, typer.Argument(exists=True, help="The survey's file.")],
    population: Annotated[str, typer.Option(help="Whom the wave is about.")],
    frame: Annotated[
        str, typer.Option(help="open_link, invited_list or probability")
    ] = "open_link",
) -> None:
    """Begin a wave of the survey in FILE."""
    try:
        survey = definition.load(file)
    except definition.SurveyError as error:
        common.fail(str(error))
    now = utc_now()
    with common.open_database().write() as session:
        version = waves.store_version(session, survey, now)
        waves.open_wave(
            session,
            key=key,
            version=version,
            population=population,
            frame=frame,
            now=now,
        )
    typer.echo(f"wave {key} is open")


@app.command()
@common.said_plainly
def close(key: Key) -> None:
    """End a wave: no more answers are taken."""
    with common.open_database().write() as session:
        waves.close(session, waves.get(session, key).id, utc_now())
    typer.echo(f"wave {key} is closed")


@app.command(name="list")
@common.said_plainly
def list_() -> None:
    """Every wave with how many were offered it, began and finished."""
    with common.open_database().read() as session:
        for wave in waves.list_(session):
            counts = waves.counts(session, wave.id)
            made_up = "  MADE-UP DATA" if wave.made_up else ""
            typer.echo(
                f"{wave.key}  {wave.state.value}  since "
                f"{say_moment(wave.opens_at, 'en')}  offered {counts['offered']}, "
                f"started {counts['started']}, complete {counts['complete']}{made_up}"
            )
