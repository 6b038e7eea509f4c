"""`ecotown case`: who waits for a person, the talk so far, an answer, an end.

To look needs the town's key and no more, as elsewhere; what a resident gets to see
is an officer's, who proves who they are.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Annotated, TypeVar
from uuid import UUID

import typer
from sqlmodel import Session

from api.store import cases, officers
from api.store.models import Case
from api.store.types import utc_now
from api.store.words import CaseState
from bot.cli import common, proof
from content.dates import say_moment

app = typer.Typer(help="Residents who wait for a person.", no_args_is_help=True)

T = TypeVar("T")
Number = Annotated[int, typer.Argument(help="The case's number.")]


@app.command("list")
@common.said_plainly
def list_(
    every: Annotated[
        bool, typer.Option("--all", help="Answered and closed ones too.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=100)] = 20,
) -> None:
    """Cases that wait for an answer: the overdue first, then the newest."""
    now = utc_now()
    with common.open_database().read() as session:
        late = cases.overdue(session, now, limit)
        state = None if every else CaseState.OPEN
        newest = cases.list_(session, state=state, limit=limit).items
        known = {case.id for case in late}
        shown = [*late, *(each for each in newest if each.id not in known)][:limit]
        names = _names(session)
        words = cases.newest_words(session, [case.id for case in shown])
    for case in shown:
        said = words.get(case.id)
        glance = (said.text if said else None) or ""
        typer.echo(f"{_line(case, names, now)}\t{glance}")


@app.command()
@common.said_plainly
def show(number: Number) -> None:
    """The whole thread of a case."""
    now = utc_now()
    with common.open_database().read() as session:
        case = cases.by_number(session, number)
        thread = cases.thread(session, case.id)
        names = _names(session)
    typer.echo(_line(case, names, now))
    for word in thread:
        who = word.officer or ("resident, to the bot" if word.before else "resident")
        typer.echo(f"{say_moment(word.at, 'en')}\t{who}\t{word.text or '(nothing)'}")


@app.command()
@common.said_plainly
def take(
    number: Number, as_: proof.As, password_stdin: proof.PasswordStdin = False
) -> None:
    """Have a case from now on."""
    _do(number, as_, password_stdin, cases.take)
    typer.echo(f"case {number} is {as_}'s")


@app.command()
@common.said_plainly
def reply(
    number: Number,
    text: Annotated[str, typer.Argument(help="What the resident gets to read.")],
    as_: proof.As,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Answer in the chat; the talk is with the officers from then on."""

    def answer(session: Session, case_id: UUID, officer_id: UUID, now: datetime) -> str:
        return cases.reply(session, case_id, officer_id, text, now).channel

    channel = _do(number, as_, password_stdin, answer)
    typer.echo(f"case {number} is answered on {channel}")


@app.command("hand-back")
@common.said_plainly
def hand_back(
    number: Number, as_: proof.As, password_stdin: proof.PasswordStdin = False
) -> None:
    """Let the bot answer the resident again; the case stays open."""
    _do(number, as_, password_stdin, cases.hand_back)
    typer.echo(f"case {number}: the bot answers again")


@app.command()
@common.said_plainly
def close(
    number: Number, as_: proof.As, password_stdin: proof.PasswordStdin = False
) -> None:
    """End a case; the resident is told, and the bot answers again."""
    _do(number, as_, password_stdin, cases.close)
    typer.echo(f"case {number} is closed")


def _do(
    number: int,
    login: str,
    password_stdin: bool,
    deed: Callable[[Session, UUID, UUID, datetime], T],
) -> T:
    """Something an officer does to a case, once they have proved who they are."""
    database = common.open_database()
    with database.read() as session:
        case = cases.by_number(session, number)
    officer = proof.prove(database, login, password_stdin=password_stdin)
    with database.write() as session:
        return deed(session, case.id, officer.id, utc_now())


def _line(case: Case, names: dict[UUID, str], now: datetime) -> str:
    """`12  open  overdue  expected 24 Nov 2026, 15:30  anna`, tabs between."""
    marks = [case.state.value]
    marks += ["urgent"] if case.urgent else []
    marks += ["overdue"] if cases.is_overdue(case, now) else []
    expected = "no time was named"
    if case.expected_at is not None:
        expected = f"expected {say_moment(case.expected_at, 'en')}"
    has_it = names.get(case.officer_id, "") if case.officer_id else "nobody has it"
    return "\t".join((str(case.number), ", ".join(marks), expected, has_it))


def _names(session: Session) -> dict[UUID, str]:
    return {officer.id: officer.login for officer in officers.list_(session)}
