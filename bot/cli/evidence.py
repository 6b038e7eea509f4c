"""`ecotown evidence`: the evidence pack, files that an assessor can read without us."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from sqlmodel import Session

from api.store import evidence
from api.store.evidence import Gathered
from api.store.types import utc_now
from bot.cli import common
from content.dates import say_date
from content.richmenu import FONTS
from surveys.evidence import files

app = typer.Typer(help="Evidence packs for assessors.", no_args_is_help=True)

Out = Annotated[
    Path, typer.Option("--out", file_okay=False, help="The folder to write to.")
]
Draft = Annotated[
    bool,
    typer.Option(
        "--draft", help="For the office only: with values that are not released yet."
    ),
]


@app.command()
@common.said_plainly
def wave(
    key: Annotated[str, typer.Argument(help="The wave's key.")],
    out: Out,
    draft: Draft = False,
) -> None:
    """Everything behind the numbers of a frozen wave: PDF, XLSX, CSV, JSON, hashes."""
    _write(lambda session: evidence.of_wave(session, key, draft=draft), out)


@app.command()
@common.said_plainly
def framework(
    key: Annotated[str, typer.Argument(help="The framework's key.")],
    period: Annotated[
        str, typer.Argument(help="A wave's key, or 2026-11, 2026-Q4, 2026.")
    ],
    out: Out,
    draft: Draft = False,
) -> None:
    """The values of a framework in a period, with all that stands behind them."""
    _write(
        lambda session: evidence.of_framework(session, key, period, draft=draft), out
    )


def _write(gather: Callable[[Session], Gathered], out: Path) -> None:
    """Read in a transaction; count and draw without one."""
    with common.open_database().read() as session:
        gathered = gather(session)
    pack = evidence.put_together(gathered, utc_now())
    made = files.render(pack, fonts=FONTS, say_date=say_date)
    files.write(made, out)
    typer.echo(made[files.SUMS].decode(), nl=False)
    if pack.draft:
        typer.echo("OFFICE DRAFT, NOT RELEASED")
    if pack.made_up:
        typer.echo("MADE-UP DATA")
