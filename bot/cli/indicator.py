"""`ecotown indicator`: compute and show indicator values."""

from typing import Annotated

import typer

from api.store import indicators, waves
from api.store.types import utc_now
from bot.cli import common
from surveys import estimate

app = typer.Typer(help="Indicators and their values.", no_args_is_help=True)


@app.command(name="list")
@common.said_plainly
def list_() -> None:
    """The newest value of every indicator, with n and interval."""
    with common.open_database().read() as session:
        for value in indicators.latest(session):
            shown = f"not enough data (n<{estimate.MIN_N})"
            if value.value is not None:
                low, high = value.low or 0.0, value.high or 0.0
                shown = f"{value.value:.1f} % ({low:.1f} to {high:.1f})"
            typer.echo(
                f"{value.code}  {shown}  n={value.n}  {value.language}  "
                f"{value.status}, revision {value.revision}"
                f"{'  MADE-UP DATA' if value.made_up else ''}"
            )


@app.command()
@common.said_plainly
def compute(
    wave: Annotated[str, typer.Argument(help="The wave's key.")],
) -> None:
    """Count a wave's answers now. The service does so by itself."""
    with common.open_database().write() as session:
        found = waves.get(session, wave)
        added = indicators.compute(session, found.id, utc_now())
    typer.echo(f"{added} new values")
