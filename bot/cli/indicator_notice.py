"""`ecotown indicator notices|notice`: corrections that people have to hear of."""

from typing import Annotated

import typer

from api.store import indicators, notices, officers
from api.store.computing import ALL
from api.store.types import utc_now
from bot.cli import common, proof


@common.said_plainly
def due() -> None:
    """List the corrections of which nobody has written a notice yet."""
    with common.open_database().read() as session:
        for value in notices.due(session):
            typer.echo(
                f"{value.code} {value.period} {value.language} "
                f"revision {value.revision}: {value.status}, {value.reason}"
            )


@common.said_plainly
def write(
    code: Annotated[str, typer.Argument(metavar="CODE")],
    period: Annotated[str, typer.Argument(metavar="PERIOD")],
    as_: proof.As,
    framework: Annotated[
        str | None, typer.Option(help="Where two frameworks have the code.")
    ] = None,
    language: Annotated[
        str, typer.Option(help="A translation that is reported apart, such as my.")
    ] = ALL,
) -> None:
    """Write the draft of a correction notice; prints its name. It goes out as any
    report does: proposed by one officer, approved by another."""
    with common.open_database().write() as session:
        value = indicators.find(
            session, code, period, framework=framework, language=language
        )
        author = officers.by_login(session, as_)
        report = notices.draft(session, value, author.id, utc_now(), by="cli")
    typer.echo(report.slug)
