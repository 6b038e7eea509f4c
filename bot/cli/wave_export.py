"""`ecotown wave export`: the answers of a wave, one row a response, nobody in them."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from api.store import export_files
from api.store.export_files import Form
from bot.cli import common


@common.said_plainly
def export(
    key: Annotated[str, typer.Argument(help="The wave's name.")],
    out: Annotated[Path, typer.Argument(dir_okay=False, help="A .csv or .xlsx file.")],
    language: Annotated[
        Literal["th", "en"], typer.Option(help="Of the labels in it.")
    ] = "th",
) -> None:
    """Write the answers of a closed wave to OUT; at least five rows are alike in
    whatever might tell who somebody is, and what cannot be told so is left out."""
    ending = out.suffix.lower().removeprefix(".")
    if ending not in tuple(Form):
        common.fail(f"{out}: give it the ending {' or '.join(f'.{f}' for f in Form)}")
    written = export_files.write(
        common.open_database(), key, Form(ending), language, out
    )
    typer.echo(f"{out}: {written.rows} rows; {written.left_out} responses left out")
