"""`ecotown indicator template|import|export`: frameworks as workbooks."""

from pathlib import Path
from typing import Annotated

import typer

from api.store import frameworks
from bot.cli import common
from surveys import framework_sheet, framework_template

Out = Annotated[Path, typer.Argument(metavar="OUT.xlsx", dir_okay=False)]


def template(out: Out) -> None:
    """Write a workbook in which an officer enters an official edition."""
    out.write_bytes(framework_template.template())
    typer.echo(f"{out}: written; fill it in and `ecotown indicator import` it")


@common.said_plainly
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.xlsx", exists=True, dir_okay=False)
    ],
    check: Annotated[bool, typer.Option(help="Only look; keep nothing.")] = False,
) -> None:
    """Take a framework's edition over, whole or not at all.

    Each thing that is wrong is told with its sheet and row.
    """
    with common.open_database().read() as session:
        stored = frameworks.surveys(session)
    framework, problems = framework_sheet.read(file, stored)
    if framework is None:
        common.fail("\n".join(map(str, problems)))
    count = len(framework.indicators())
    told = f"{framework.key} edition {framework.edition}, {count} indicators"
    if check:
        typer.echo(f"{file}: {told}, in order")
        return
    path = frameworks.add(framework, framework_sheet.to_yaml(framework))
    typer.echo(f"{path}: {told}")


@common.said_plainly
def export(
    key: Annotated[str, typer.Argument(metavar="FRAMEWORK", help="Its key.")],
    out: Out,
    edition: Annotated[str | None, typer.Option(help="Else the newest.")] = None,
) -> None:
    """Write an edition as a workbook, to be changed into the next one."""
    found = frameworks.edition(key, edition)
    out.write_bytes(framework_template.export(found))
    typer.echo(f"{out}: {found.key} edition {found.edition}")
