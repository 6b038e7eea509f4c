"""`ecotown question`: what residents asked, what became of it, what is learnt from it.

To look needs the town's key and no more; what changes what residents are told, or
settles a question, is an officer's, who proves who they are.
"""

import json
from collections.abc import Collection
from typing import Annotated
from uuid import UUID

import typer

from api.store import asked, learning, officers, questions
from api.store.learning import Correction, Writer
from api.store.questions import Alike, Kept
from api.store.session import Database
from api.store.types import utc_now
from api.store.words import QuestionState
from bot.cli import common, proof
from content import effects
from content.dates import say_moment

app = typer.Typer(
    help="Questions that were not answered, or badly.", no_args_is_help=True
)

GROUPED = 5000
Slug = Annotated[str, typer.Argument(help="The article's name.")]
Id = Annotated[
    UUID, typer.Argument(help="A question's id, as `list` and `groups` have it.")
]
WithAlike = Annotated[
    bool, typer.Option("--alike", help="Settle all open questions of its group too.")
]
Line = Annotated[
    str | None, typer.Option(help="The question in your words; else as it was asked.")
]
AcceptLosses = Annotated[
    bool,
    typer.Option(
        "--accept-losses",
        help="Though checked questions are not answered rightly any more.",
    ),
]


@app.command("list")
@common.said_plainly
def list_(
    every: Annotated[bool, typer.Option("--all", help="Settled ones too.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=100)] = 20,
) -> None:
    """Questions that wait for an officer, the newest first."""
    state = None if every else QuestionState.OPEN
    with common.open_database().read() as session:
        found = questions.list_(session, state=state, limit=limit).items
    for question in found:
        typer.echo(_row(question, str(question.state)))


@app.command()
@common.said_plainly
def groups(
    limit: Annotated[int, typer.Option(min=1, max=GROUPED)] = 20,
) -> None:
    """Open questions that are alike as one, those asked most often first."""
    for group in _groups(common.open_database())[:limit]:
        typer.echo(_row(group.newest, f"{group.count}x"))


@app.command("answer-with")
@common.said_plainly
def answer_with(
    slug: Slug,
    question: Id,
    as_: proof.As,
    line: Line = None,
    alike: WithAlike = False,
    accept_losses: AcceptLosses = False,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """The article answers it: one more way of asking, live at once, and checked."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    made = learning.answer_with(
        database,
        effects.weigh,
        slug,
        question,
        Writer(officer.id, accept_losses=accept_losses),
        utc_now(),
        others=_others(database, question, alike),
        line=line,
    )
    _tell(made, "is answered first with it")


@app.command("not-told")
@common.said_plainly
def not_told(
    slug: Slug,
    question: Id,
    as_: proof.As,
    line: Line = None,
    alike: WithAlike = False,
    accept_losses: AcceptLosses = False,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """No article answers it, though this one is near: noted there, and checked."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    made = learning.not_told(
        database,
        effects.weigh,
        slug,
        question,
        Writer(officer.id, accept_losses=accept_losses),
        utc_now(),
        others=_others(database, question, alike),
        line=line,
    )
    _tell(made, "is not answered outright")


@app.command()
@common.said_plainly
def dismiss(
    question: Id,
    as_: proof.As,
    alike: WithAlike = False,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Nothing the town should answer."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    others = _others(database, question, alike)
    by = officers.actor(officer.id)
    with database.write() as session:
        questions.dismiss(session, question, others=others, by=by, now=utc_now())
    typer.echo(f"dismissed, and {len(others)} alike" if others else "dismissed")


@app.command()
@common.said_plainly
def weekly(
    weeks: Annotated[int, typer.Option(min=1, max=104)] = 12,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """What was asked and what became of it, by week; the last one has only begun."""
    with common.open_database().read() as session:
        found = asked.latest_weeks(session, weeks, utc_now())
    rows = [
        {
            "week": f"{week.year}-W{week.number:02}",
            "begins": f"{week.begins:%Y-%m-%d}",
            "asked": week.asked,
            "answered": week.answered,
            "suggested": week.suggested,
            "unknown": week.unknown,
            "thumbs_up": week.thumbs_up,
            "thumbs_down": week.thumbs_down,
        }
        for week in found
    ]
    if as_json:
        typer.echo(json.dumps(rows))
        return
    typer.echo("\t".join(rows[0]))
    for row in rows:
        typer.echo("\t".join(map(str, row.values())))


def _groups(database: Database) -> list[Alike]:
    with database.read() as session:
        found = questions.open_(session, GROUPED)
    return questions.grouped(found)


def _others(database: Database, question: UUID, alike: bool) -> Collection[UUID]:
    """The rest of its group, if they are wanted."""
    for group in _groups(database) if alike else ():
        ids = {group.newest.id, *group.others}
        if question in ids:
            return ids - {question}
    return ()


def _row(question: Kept, mark: str) -> str:
    served = question.answered_with or "-"
    at = say_moment(question.asked_at, "en")
    return "\t".join(
        (mark, str(question.id), question.language, at, served, question.text)
    )


def _tell(made: Correction, right: str) -> None:
    typer.echo(f"{made.revision.slug} has revision {made.revision.number}, live now")
    if made.works:
        typer.echo(f"the question {right}")
    else:
        typer.echo(f"to mend: not yet so that the question {right}", err=True)
