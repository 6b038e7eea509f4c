"""`ecotown wave feedback`: tell people what came of their answers."""

from typing import Annotated

import typer

from api.store import feedback, officers, waves
from api.store.types import utc_now
from bot.cli import common
from content.dates import say_date


@common.said_plainly
def tell(
    key: Annotated[str, typer.Argument(help="The wave, closed or frozen.")],
    said_th: Annotated[str, typer.Option(help="What people said, in Thai.")] = "",
    said_en: Annotated[str, typer.Option(help="What people said, in English.")] = "",
    did_th: Annotated[str, typer.Option(help="What was done, in Thai.")] = "",
    did_en: Annotated[str, typer.Option(help="What was done, in English.")] = "",
    as_: Annotated[
        str | None, typer.Option("--as", help="The login of the officer it is from.")
    ] = None,
) -> None:
    """Post a "you said, we did" entry of a wave; without words, list what was told.

    A survey counts as Consult only if this is done by the day results are promised.
    """
    if any((said_th, said_en, did_th, did_en)):
        with common.open_database().write() as session:
            officer = None if as_ is None else officers.by_login(session, as_)
            feedback.post(
                session,
                waves.get(session, key).id,
                you_said={"th": said_th, "en": said_en},
                we_did={"th": did_th, "en": did_en},
                now=utc_now(),
                officer_id=None if officer is None else officer.id,
            )
    with common.open_database().read() as session:
        wave = waves.get(session, key)
        standing = feedback.standing(session, wave)
        for entry in map(feedback.told, feedback.of_wave(session, wave.id)):
            typer.echo(f"{say_date(entry.posted_on, 'en')}")
            typer.echo(f"  you said: {entry.you_said.say('en')}")
            typer.echo(f"  we did: {entry.we_did.say('en')}")
    typer.echo(f"declared {standing.declared}, counts as {standing.counts_as}")
    if standing.why is not None:
        typer.echo(standing.why.say("en"))
