"""`ecotown broadcast`: what went out, to how many, and stopping it."""

from typing import Annotated
from uuid import UUID

import typer
from sqlmodel import Session

from api.errors import not_found
from api.store import broadcasts, reports
from api.store.models import Broadcast
from api.store.types import utc_now
from bot.cli import common

app = typer.Typer(help="Reports on their way to residents.", no_args_is_help=True)

Which = Annotated[str, typer.Argument(help="Its id, or the name of its report.")]


@app.command("list")
@common.said_plainly
def list_(
    limit: Annotated[int, typer.Option(min=1, max=100)] = 20,
) -> None:
    """The newest broadcasts."""
    with common.open_database().read() as session:
        found = broadcasts.with_reports(session, limit=limit).items
    for broadcast, report in found:
        typer.echo(f"{broadcast.id}\t{broadcast.state}\t{report.slug}")


@app.command()
@common.said_plainly
def show(which: Which) -> None:
    """What became of every recipient, counted."""
    with common.open_database().read() as session:
        broadcast = _find(session, which)
        lines = broadcasts.ledger(session, broadcast.id)
    typer.echo(f"{broadcast.id}\t{broadcast.state}")
    for line in lines:
        typer.echo(f"{line.count:8} {line.channel} {line.state} {line.reason or ''}")
    typer.echo(f"{sum(line.count for line in lines):8} in all")


@app.command()
@common.said_plainly
def cancel(which: Which) -> None:
    """Take it back: whole before it begins, else what has not gone yet."""
    database, now = common.open_database(), utc_now()
    with database.write() as session:
        broadcast = broadcasts.cancel(session, _find(session, which).id, None, now)
    skipped = 1
    while skipped:
        # A slice at a time: others want to write too.
        with database.write() as session:
            skipped = broadcasts.skip_unsent(session, broadcast.id, now)
    typer.echo(f"{broadcast.id} is cancelled.")


def _find(session: Session, which: str) -> Broadcast:
    try:
        return broadcasts.get(session, UUID(which))
    except ValueError:
        report = reports.by_slug(session, which)
    found = broadcasts.of_report(session, report.id)
    if found is None:
        raise not_found("broadcast")
    return found
