"""`ecotown content`: articles between the shipped files and the database."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from api import settings as settings_module
from api.store import articles as article_store
from api.store import checked as checked_store
from api.store import learning
from api.store.learning import Writer
from api.store.types import utc_now
from bot import embedding
from bot.cli import common, proof
from bot.cli.question import AcceptLosses
from bot.model import ModelError
from content import articles, decide, effects
from content import calibrate as calibration
from content.articles import Article
from content.calibrate import Checked
from content.decide import Confidence
from content.effects import Effects, Found, Wording

app = typer.Typer(help="Articles: what the bot can answer.", no_args_is_help=True)
File = Annotated[
    Path,
    typer.Argument(
        exists=True, dir_okay=False, help="<language>/<name>.md, as `export` writes it."
    ),
]


@app.command()
@common.said_plainly
def sync() -> None:
    """Add new and changed article files; never over an officer's wording."""
    try:
        shipped = articles.load_all()
    except articles.ArticleError as error:
        common.fail(str(error))
    database = common.open_database()
    with database.write() as session:
        added = article_store.sync(session, shipped, utc_now())
    typer.echo(f"{added} revisions added, {len(shipped)} files read")


@app.command()
@common.said_plainly
def export(
    directory: Annotated[Path, typer.Argument(help="Where to; made if missing.")],
) -> None:
    """Write what is live as files, as they stand in content/articles."""
    with common.open_database().read() as session:
        files = article_store.export(session)
    for name, text in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    typer.echo(f"{len(files)} files written")


@app.command()
def calibrate(
    questions: Annotated[
        Path | None,
        typer.Option(help='Checked questions: {"text", "language", "gold": [facts]}'),
    ] = None,
    embeddings: Annotated[
        bool,
        typer.Option(help="With the embeddings that are set; into the data folder."),
    ] = False,
) -> None:
    """Learn from the shipped articles how sure to be; writes confidence.json."""
    known = articles.load_all()
    checked = [
        Checked(str(each["text"]), str(each["language"]), frozenset(each["gold"]))
        for each in (common.json_lines(questions, "text", "gold") if questions else ())
    ]
    if embeddings:
        learnt = _learn_with_embeddings(known, checked)
    else:
        learnt = calibration.learn(known, checked)
        decide.keep(learnt, f"{len(known)} articles, {len(checked)} checked questions")
    typer.echo(f"answer from {learnt.answer}, suggest from {learnt.suggest}")


def _learn_with_embeddings(
    known: Sequence[Article], checked: Sequence[Checked]
) -> Confidence:
    settings = settings_module.load()
    if not settings.embedding_on:
        common.fail("set ECOTOWN_MODEL_URL and ECOTOWN_EMBEDDING_NAME")
    try:
        return asyncio.run(embedding.learn(settings, known, checked))
    except ModelError as error:
        common.fail(f"the endpoint of the embeddings failed: {error}")


@app.command(name="list")
@common.said_plainly
def list_() -> None:
    """What is live: slug, language, revision, and who wrote it."""
    with common.open_database().read() as session:
        for revision in article_store.live(session):
            by = "file" if revision.shipped else "officer"
            row = (revision.slug, revision.language, str(revision.number), by)
            typer.echo("\t".join(row))


@app.command("try")
@common.said_plainly
def try_(
    file: File,
    days: Annotated[int, typer.Option(min=1, help="Questions of so many days.")] = 30,
    most: Annotated[int, typer.Option(min=0, help="So many of the newest.")] = 500,
) -> None:
    """What this wording would catch or lose; nothing is written.

    Ends with 1 where it would lose a checked question.
    """
    found = learning.tried(
        common.open_database(),
        effects.weigh,
        _wording(file),
        since=utc_now() - timedelta(days=days),
        limit=most,
    )
    for line in _lines(found):
        typer.echo(line)
    if found.lost:
        raise typer.Exit(1)


@app.command()
@common.said_plainly
def revise(
    file: File,
    as_: proof.As,
    settles: Annotated[
        list[UUID] | None, typer.Option(help="An open question that it answers.")
    ] = None,
    accept_losses: AcceptLosses = False,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """Put an officer's wording in the place of what is live, at once."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    made = learning.revise(
        database,
        effects.weigh,
        _wording(file),
        Writer(officer.id, accept_losses=accept_losses),
        utc_now(),
        settles=settles or (),
    )
    typer.echo(f"{made.slug} has revision {made.number}, live now")


@app.command()
@common.said_plainly
def checked(
    add: Annotated[str | None, typer.Option(help="A question to check.")] = None,
    language: Annotated[str, typer.Option(help="Of that question.")] = "th",
    slug: Annotated[
        str | None,
        typer.Option(help="The article that answers it; left out: none may."),
    ] = None,
    remove: Annotated[
        UUID | None, typer.Option(help="Take this one out of the set.")
    ] = None,
    as_: Annotated[
        str | None, typer.Option("--as", help="The officer's login, to change it.")
    ] = None,
    password_stdin: proof.PasswordStdin = False,
) -> None:
    """The questions every revision is tried on: id, language, article, question."""
    database = common.open_database()
    if add is not None or remove is not None:
        if as_ is None:
            raise typer.BadParameter("to change the set, say who you are with --as")
        officer_id = proof.prove(database, as_, password_stdin=password_stdin).id
        with database.write() as session:
            if remove is not None:
                checked_store.remove(
                    session, remove, officer_id=officer_id, now=utc_now()
                )
            if add is not None:
                checked_store.put(
                    session,
                    text=add,
                    language=language,
                    slug=slug,
                    officer_id=officer_id,
                    now=utc_now(),
                )
    with database.read() as session:
        for row in checked_store.list_(session):
            article = row.slug or "(none)"
            typer.echo("\t".join((str(row.id), row.language, article, row.text)))


def _wording(file: Path) -> Wording:
    """A file as the database has it: byte for byte, but for how lines end."""
    text = file.read_text(encoding="utf-8")
    return Wording(file.stem, file.absolute().parent.name, text)


def _lines(found: Effects) -> list[str]:
    """One question a line: what becomes of it, before and after."""
    told = [
        (word, each.expected.language, each.before, each.after, each.expected.text)
        for word, group in (("caught", found.caught), ("lost", found.lost))
        for each in group
    ]
    told += [
        ("recent", each.asked.language, each.before, each.after, each.asked.text)
        for each in found.changed
    ]
    lines = [
        f"{word}\t{language}\t{_said(before)} -> {_said(after)}\t{text}"
        for word, language, before, after, text in told
    ]
    return [
        *lines,
        f"{len(found.checked)} checked questions: {len(found.caught)} caught, "
        f"{len(found.lost)} lost; {len(found.recent)} recent ones: "
        f"{len(found.changed)} treated otherwise",
    ]


def _said(found: Found) -> str:
    return " ".join((str(found.outcome), *found.slugs))
