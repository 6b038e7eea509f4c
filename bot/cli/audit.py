"""`ecotown audit`: who decided what, and whether the log was altered."""

from typing import Annotated

import typer

from api.store import audit
from api.store.audit import Head
from bot.cli import common

app = typer.Typer(help="The audit log.", no_args_is_help=True)


@app.command()
@common.said_plainly
def verify(
    head: Annotated[
        str | None,
        typer.Option(help="SEQ:HASH that an earlier run printed and you kept."),
    ] = None,
) -> None:
    """Go through the whole chain; prints its head, to be kept in another place."""
    kept = _head(head) if head else None
    with common.open_database().read() as session:
        broken = audit.verify(session, kept)
        newest = audit.head(session)
    if broken is not None:
        common.fail(f"the log is not whole: entry {broken} was altered or is missing")
    if newest is None:
        typer.echo("whole: nothing was decided yet")
    else:
        typer.echo(f"whole: {newest.seq} entries, head {newest.seq}:{newest.hash}")


@app.command("list")
@common.said_plainly
def list_(
    limit: Annotated[int, typer.Option(min=1, max=100)] = 20,
) -> None:
    """The newest entries."""
    with common.open_database().read() as session:
        found = audit.list_(session, limit=limit).items
    for entry in found:
        at = entry.at.isoformat(timespec="seconds")
        typer.echo(f"{entry.seq}\t{at}\t{entry.actor}\t{entry.action}\t{entry.subject}")


def _head(text: str) -> Head:
    seq, _, digest = text.partition(":")
    if not seq.isdigit() or len(digest) != 64:
        raise typer.BadParameter("a head looks like 12:ab34..., 64 digits")
    return Head(int(seq), digest)
