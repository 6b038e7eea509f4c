"""`ecotown content`: articles between the shipped files and the database."""

from pathlib import Path
from typing import Annotated

import typer

from api.store import articles as article_store
from api.store.types import utc_now
from bot.cli import common
from content import articles, decide
from content import calibrate as calibration
from content.calibrate import Checked

app = typer.Typer(help="Articles: what the bot can answer.", no_args_is_help=True)


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
) -> None:
    """Learn from the shipped articles how sure to be; writes confidence.json."""
    known = articles.load_all()
    checked = [
        Checked(str(each["text"]), str(each["language"]), frozenset(each["gold"]))
        for each in (common.json_lines(questions, "text", "gold") if questions else ())
    ]
    learnt = calibration.learn(known, checked)
    decide.keep(learnt, f"{len(known)} articles, {len(checked)} checked questions")
    typer.echo(f"answer from {learnt.answer}, suggest from {learnt.suggest}")


@app.command(name="list")
@common.said_plainly
def list_() -> None:
    """What is live: slug, language, revision, and who wrote it."""
    with common.open_database().read() as session:
        for revision in article_store.live(session):
            by = "file" if revision.shipped else "officer"
            row = (revision.slug, revision.language, str(revision.number), by)
            typer.echo("\t".join(row))
