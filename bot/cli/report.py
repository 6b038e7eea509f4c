"""`ecotown report`: write progress reports, and let two officers send them.

A draft is written in an officer's name, but nobody proves here that it is theirs: the
audit log says `cli`. To propose and to approve is a person's: that takes a password.
"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
import yaml

from api.errors import DomainError
from api.store import broadcasts, officers, reports
from api.store.models import Report
from api.store.types import utc_now
from bot.cli import common, proof
from content import messages, summary
from content.dates import say_moment

app = typer.Typer(help="Progress reports.", no_args_is_help=True)

TextFile = typer.Option(
    exists=True, dir_okay=False, help="Text file: the title, then the words below."
)
Day = typer.Option(formats=["%Y-%m-%d"], help="YYYY-MM-DD")


@app.command("import")
@common.said_plainly
def import_(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    as_: proof.As,
) -> None:
    """Keep a news text and the draft of a report about it, both from one file."""
    shipped, now = _load(file), utc_now()
    told, draft = shipped.update, shipped.report
    with common.open_database().write() as session:
        author = officers.by_login(session, as_)
        update = reports.add_update(
            session,
            title=told.title,
            body=told.body,
            source_name=told.source_name,
            source_url=told.source_url,
            happened_on=told.happened_on,
            author_id=author.id,
            now=now,
            by="cli",
        )
        report = reports.write(
            session,
            texts={lang: text.model_dump() for lang, text in draft.texts.items()},
            source_name=told.source_name,
            source_url=told.source_url,
            as_of=draft.as_of,
            author_id=author.id,
            update_id=update.id,
            now=now,
            by="cli",
        )
    typer.echo(report.slug)


@app.command()
@common.said_plainly
def add_update(
    file: Annotated[Path, TextFile],
    source: Annotated[str, typer.Option(help="Who tells it.")],
    on: Annotated[datetime, Day],
    as_: proof.As,
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
) -> None:
    """Keep what happened, as its source tells it; prints its id."""
    title, body = _read(file)
    with common.open_database().write() as session:
        update = reports.add_update(
            session,
            title=title,
            body=body,
            source_name=source,
            source_url=url,
            happened_on=on.date(),
            author_id=officers.by_login(session, as_).id,
            now=utc_now(),
            by="cli",
        )
    typer.echo(str(update.id))


@app.command()
@common.said_plainly
def write(
    th: Annotated[Path, TextFile],
    source: Annotated[str, typer.Option(help="Who stands behind it.")],
    as_of: Annotated[datetime, Day],
    as_: proof.As,
    en: Annotated[Path | None, TextFile] = None,
    url: Annotated[str | None, typer.Option(help="Where it can be read.")] = None,
    update: Annotated[UUID | None, typer.Option(help="What it sums up.")] = None,
    made_up: Annotated[bool, typer.Option(help="Demonstration data.")] = False,
) -> None:
    """Keep a draft in Thai, and in English if you like; prints its name."""
    files = {"th": th} | ({"en": en} if en else {})
    texts = {
        language: dict(zip(("title", "body"), _read(file), strict=True))
        for language, file in files.items()
    }
    with common.open_database().write() as session:
        report = reports.write(
            session,
            texts=texts,
            source_name=source,
            source_url=url,
            as_of=as_of.date(),
            author_id=officers.by_login(session, as_).id,
            update_id=update,
            now=utc_now(),
            by="cli",
            made_up=made_up,
        )
    typer.echo(report.slug)


@app.command("list")
@common.said_plainly
def list_(
    limit: Annotated[int, typer.Option(min=1, max=100)] = 20,
) -> None:
    """The newest reports."""
    with common.open_database().read() as session:
        found = reports.list_(session, limit=limit).items
    for report in found:
        title = report.texts["th"]["title"]
        typer.echo(f"{report.slug}\t{report.state}\t{report.as_of}\t{title}")


@app.command()
@common.said_plainly
def show(slug: str) -> None:
    """A report as it is said in the chat, and what is still wrong with it."""
    with common.open_database().read() as session:
        report = reports.by_slug(session, slug)
    _print(report)
    words = messages.load()
    for language, problem in reports.problems(report):
        said = words.say(problem.key, "en", **problem.values)
        typer.echo(f"to mend ({language}): {said}", err=True)


@app.command()
@common.said_plainly
def propose(
    slug: str, as_: proof.As, password_stdin: proof.PasswordStdin = False
) -> None:
    """Ask a second officer to let a report go out."""
    database = common.open_database()
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    with database.write() as session:
        report = reports.by_slug(session, slug)
        made = broadcasts.propose(session, report.id, officer.id, utc_now())
    typer.echo(f"proposed as {made.id}: another officer approves it within 24 hours")


@app.command()
@common.said_plainly
def approve(
    slug: str, as_: proof.As, password_stdin: proof.PasswordStdin = False
) -> None:
    """Let a report go out: shows its words, to how many, and asks who you are."""
    settings = common.settings()
    database = common.open_database(settings)
    with database.read() as session:
        report = reports.by_slug(session, slug)
        broadcast = broadcasts.of_report(session, report.id)
        audience = broadcasts.audience(session)
    if broadcast is None:
        raise DomainError(409, "error.not_proposed")
    _print(report)
    counts = {name: sum(langs.values()) for name, langs in audience.items()}
    by_channel = ", ".join(f"{name} {count}" for name, count in counts.items())
    typer.echo(f"to {sum(counts.values())} residents ({by_channel or 'nobody yet'})")
    officer = proof.prove(database, as_, password_stdin=password_stdin)
    with database.write() as session:
        approved = broadcasts.approve(
            session,
            broadcast.id,
            officer.id,
            seen_sha256=reports.content_sha256(report),
            now=utc_now(),
            delay=timedelta(seconds=settings.broadcast_delay_s),
        )
    assert approved.starts_at is not None
    typer.echo(
        f"approved: goes out at {say_moment(approved.starts_at, 'en')}; until then "
        f"`ecotown broadcast cancel {approved.id}` takes it back"
    )


def _print(report: Report) -> None:
    for language in sorted(report.texts, reverse=True):
        for message in reports.messages(report, language, ""):
            typer.echo(message.plain() + "\n")
    typer.echo(f"sha256 {reports.content_sha256(report)}")


def _load(file: Path) -> summary.ShippedReport:
    try:
        return summary.load_report(file)
    except (ValueError, yaml.YAMLError) as error:
        raise DomainError(422, "error.report_file", reason=str(error)) from error


def _read(file: Path) -> tuple[str, str]:
    """Title and words: the first line, and what follows it."""
    try:
        title, _, body = file.read_text(encoding="utf-8").strip().partition("\n")
    except UnicodeDecodeError as error:
        raise DomainError(422, "error.report_file", reason="not UTF-8") from error
    return title, body
