"""`ecotown wave freeze|verify|flags|exclude|outcomes`: from answers to evidence."""

import json
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from api.errors import DomainError
from api.store import freezing, marking, outcomes, waves
from api.store.marking import Exclusion
from api.store.types import utc_now
from bot.cli import common
from content.dates import say_moment

Key = Annotated[str, typer.Argument(help="The wave's name.")]


@common.said_plainly
def freeze(key: Key) -> None:
    """Fix a closed wave at once: mark what looks odd, count outcomes, hash answers."""
    database = common.open_database()
    with database.read() as session:
        wave_id = waves.get(session, key).id
    wave = freezing.run(database, wave_id, utc_now())
    assert wave.evidence is not None
    typer.echo(f"wave {key} is frozen: {wave.evidence['responses']} responses")
    typer.echo(f"sha256 {wave.evidence['sha256']}")


@common.said_plainly
def verify(key: Key) -> None:
    """Whether a frozen wave is as it was frozen; 1 and what differs if not."""
    with common.open_database().read() as session:
        differences = freezing.verify(session, waves.get(session, key).id)
    if differences:
        common.fail(
            "\n".join(
                f"{each.what}: {each.frozen} when frozen, {each.found} now"
                for each in differences
            )
        )
    typer.echo(f"wave {key} is as it was frozen")


@common.said_plainly
def flags(key: Key) -> None:
    """Mark what looks odd by now, and list it; nothing is left out by this."""
    database = common.open_database()
    with database.read() as session:
        wave = waves.get(session, key)
        freezing.refuse_if_frozen(wave)
    marking.run(database, wave.id)
    with database.read() as session:
        for response in marking.flagged(session, wave.id):
            assert response.completed_at is not None
            left_out = f"  left out: {response.excluded}" if response.excluded else ""
            typer.echo(
                f"{response.id}  {say_moment(response.completed_at, 'en')}  "
                f"{response.mode}  {', '.join(response.flags)}{left_out}"
            )


@common.said_plainly
def exclude(
    key: Key,
    responses: Annotated[
        list[str] | None, typer.Argument(help="Numbers of responses.")
    ] = None,
    reason: Annotated[str, typer.Option(help=f"One of: {', '.join(Exclusion)}.")] = "",
    listed: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="A file with one a line."),
    ] = None,
    through: Annotated[
        str | None, typer.Option(help="All that came by the link of this code.")
    ] = None,
    note: Annotated[str, typer.Option(help="Why, in words; is logged.")] = "",
    back: Annotated[bool, typer.Option("--back", help="Count them again.")] = False,
) -> None:
    """Count complete responses no more, with a reason, until the wave is frozen."""
    why = None if back else _reason(reason)
    words = list(responses or [])
    if listed is not None:
        words += listed.read_text(encoding="utf-8").split()
    with common.open_database().write() as session:
        wave = waves.get(session, key)
        ids = [_response(word, key) for word in words]
        if through is not None:
            ids += marking.through(session, wave.id, through)
        changed = marking.exclude(
            session, wave.id, ids, why, utc_now(), by="cli", note=note
        )
    done = "counted again" if back else f"left out: {why}"
    typer.echo(f"{changed} responses {done}")


@common.said_plainly
def told_outcomes(key: Key) -> None:
    """What became of those asked, and the rates that can be told, as JSON."""
    with common.open_database().read() as session:
        wave = waves.get(session, key)
        frozen = wave.evidence or outcomes.told(session, wave)
    names = ("outcomes", "unheard_of", "rates", "rates_reason", "participation")
    told = {"wave": wave.key, "frame": wave.frame, "drawn": wave.drawn}
    told |= {name: frozen[name] for name in names}
    typer.echo(json.dumps(told, indent=2))


def _reason(word: str) -> Exclusion:
    try:
        return Exclusion(word)
    except ValueError as error:
        reasons = ", ".join(Exclusion)
        raise DomainError(422, "error.exclusion_unknown", reasons=reasons) from error


def _response(word: str, key: str) -> UUID:
    try:
        return UUID(word)
    except ValueError as error:
        raise DomainError(404, "error.response_unknown", id=word, key=key) from error
