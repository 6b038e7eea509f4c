"""`ecotown db`: migrate, back up, restore, let go of what is old."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import func, select
from sqlmodel import SQLModel

from api.store import backup as backups
from api.store import forgotten, nightly, retention
from api.store import migrate as migrations
from api.store.types import utc_now
from bot.cli import common

app = typer.Typer(help="The database.", no_args_is_help=True)


@app.command()
@common.said_plainly
def migrate() -> None:
    """Bring the database to this program's tables. Safe to repeat."""
    database = common.open_database()
    before = migrations.current(database)
    migrations.migrate(database)
    after = migrations.current(database)
    typer.echo(f"migrated {before or 'an empty database'} -> {after}")


@app.command()
@common.said_plainly
def backup(
    file: Annotated[
        Path | None, typer.Argument(help="Default: a dated file in data/backups.")
    ] = None,
) -> None:
    """Write everything but the key to one file, while the service runs."""
    settings, now = common.settings(), utc_now()
    target = file or nightly.backups(settings) / backups.name_at(now)
    manifest = backups.backup(common.open_database(), target, now)
    rows = sum(table.rows for table in manifest.tables.values())
    files = len(manifest.files)
    size = target.stat().st_size
    typer.echo(f"{target}: {rows} rows, {files} frameworks, {size:,} bytes")
    typer.echo("The key is not in it: keep a copy of secret.key in another place.")


@app.command()
@common.said_plainly
def restore(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in place of what is there.")
    ] = False,
    other_key: Annotated[
        bool,
        typer.Option(
            "--other-key", help="Although addresses and texts in it stay unreadable."
        ),
    ] = False,
) -> None:
    """Read a backup into an empty database. Stop the service first.

    Who was forgotten after the backup was made is erased again: by the database that
    is replaced, and by the list `forgotten.txt` beside the backup or in data/backups.
    """
    database, now = common.open_database(), utc_now()
    done = backups.restore(
        database,
        file,
        now,
        replace=replace,
        other_key=other_key,
        listed=_listed(file.parent, nightly.backups(common.settings())),
    )
    rows = sum(table.rows for table in done.manifest.tables.values())
    files = len(done.manifest.files)
    typer.echo(
        f"restored {rows} rows and {files} frameworks of {done.manifest.made_at}"
    )
    if done.any_list:
        nightly.scrub(database)
        typer.echo(f"{done.erased:8} people erased again who were forgotten since")
        typer.echo(f"{done.withdrawn:8} consents withdrawn again")
    else:
        typer.echo(
            f"No list of forgotten people ({forgotten.NAME}) was found beside the "
            "backup or in data/backups. Whoever was forgotten after the backup was "
            "made is back.",
            err=True,
        )


def _listed(*folders: Path) -> forgotten.Times | None:
    """The lists of forgotten people in these folders; None: none has one."""
    found = [times for one in folders if (times := forgotten.read(one)) is not None]
    return forgotten.merged(*found) if found else None


@app.command()
@common.said_plainly
def retain() -> None:
    """Let go of what has been kept long enough, as the service does every night."""
    database = common.open_database()
    for name, count in retention.run(database, common.settings(), utc_now()).items():
        typer.echo(f"{count:8} {name.replace('_', ' ')}")
    nightly.scrub(database)


@app.command()
@common.said_plainly
def status() -> None:
    """Which tables the database has, how full they are, the newest backup."""
    database = common.open_database()
    current, head = migrations.current(database), migrations.head()
    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    typer.echo(f"{kind}, migration {current or 'none'}, newest {head}")
    if current != head:
        common.fail("Run `ecotown db migrate`.")
    with database.read() as session:
        for table in SQLModel.metadata.sorted_tables:
            count = session.scalar(select(func.count()).select_from(table))
            typer.echo(f"{count:8} {table.name}")
    typer.echo(_newest_backup())


def _newest_backup() -> str:
    files = sorted(nightly.backups(common.settings()).glob("ecotown-*.zip"))
    if not files:
        return "no backup yet"
    keep = timedelta(days=common.settings().keep_backups_days)
    return f"newest of {len(files)} backups: {files[-1].name}, kept {keep.days} days"
