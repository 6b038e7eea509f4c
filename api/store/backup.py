"""Backing up and restoring: everything in one file, but the key.

Beside the tables it holds the editions of frameworks that the town entered.

A backup is taken while people write: it shows the database at one moment. A restore
is one transaction: either all of it is there, or nothing has changed. Texts and
addresses stay sealed in the file, so that it is of no use without `secret.key`.

What people took back after the backup was made is taken back again in the same
transaction: who was forgotten is erased by the list of the database that is replaced
and by the list beside the backups (`forgotten`); consents withdrawn in the database
that is replaced are withdrawn, and messages taken back in it are erased.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import JSON, Connection, Table, inspect, select
from sqlmodel import Session, SQLModel

import api.store.models  # noqa: F401  the tables register themselves
from api.errors import DomainError
from api.store import (
    archive,
    archived_files,
    consents,
    forgotten,
    frameworks,
    migrate,
    takebacks,
)
from api.store.archive import Manifest
from api.store.models import Consent
from api.store.session import Database

# Rows held in memory at a time; a picture is as large as many thousand others.
CHUNK = 1000
CHUNKS = {"photo": 4}
AT = "%Y%m%dT%H%M%SZ"
NAMED = re.compile(
    r"\.?ecotown-(?P<at>\d{8}T\d{6}Z)\.zip(?P<unfinished>\.\d+\.unfinished)?"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did."""

    manifest: Manifest
    erased: int
    """Residents who were forgotten after the backup was made."""
    withdrawn: int
    """Consents that were withdrawn after it was made, and invitations refused."""
    any_list: bool
    """False: nothing told who was forgotten since; they are back."""


@dataclass(frozen=True, slots=True)
class _TakenBack:
    """What people took back, as the database knew that is replaced."""

    forgotten: forgotten.Times
    consents: Mapping[UUID, datetime]
    messages: Sequence[str]
    refusals: Sequence[Consent]


def backup(
    database: Database, target: Path, now: datetime, *, editions: Path | None = None
) -> Manifest:
    """Write everything there is at this moment to `target`, for its owner alone.

    `editions` is the folder of the town's own frameworks; None: where the settings say
    it is. The file appears whole or not at all; an older one of that name is replaced.
    """
    editions = editions or frameworks.folder()
    revision = migrate.current(database)
    if revision != migrate.head():
        raise DomainError(409, "error.database_not_migrated")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            with ZipFile(file, "w", ZIP_DEFLATED) as zip_:
                manifest = _write(database, zip_, revision, now, editions)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return manifest


def restore(
    database: Database,
    source: Path,
    now: datetime,
    *,
    editions: Path | None = None,
    replace: bool = False,
    other_key: bool = False,
    listed: forgotten.Times | None = None,
) -> Restored:
    """Put a backup into an empty database, or with `replace` in place of what is there.

    A backup of an older program is brought up to this one's tables. With `other_key`
    it is taken although this key cannot open what was sealed in it. `listed` is the
    list of forgotten people beside the backups; None: there is none. The frameworks in
    it go to the folder `editions`, where those that are there already stay.
    """
    editions = editions or frameworks.folder()
    with source.open("rb") as file, archive.open_archive(file) as zip_:
        manifest = archive.read_manifest(zip_)
        if manifest.key_id != database.keys.key_id.hex() and not other_key:
            raise DomainError(409, "error.backup_other_key")
        _check_known(manifest.revision)
        files = archived_files.read(zip_, manifest.files)
        archived_files.check(files, editions)
        with migrate.rebuilding(database) as connection:
            before = _make_room(connection, replace=replace)
            migrate.upgrade(connection, manifest.revision)
            for name in manifest.tables:
                _load(connection, zip_, name, manifest)
            migrate.upgrade(connection, "head")
            gone = before or _TakenBack({}, {}, (), ())
            times = forgotten.merged(gone.forgotten, listed or {})
            with Session(connection, info={"keys": database.keys}) as session:
                withdrawn = consents.take_back_again(session, gone.consents)
                withdrawn += consents.refuse_again(session, gone.refusals)
                erased = forgotten.erase_again(session, times, now)
                takebacks.erase_again(session, gone.messages)
                session.commit()  # of the session alone: the transaction is ours
            # Before the commit: no value is there without its edition.
            archived_files.put_back(files, editions)
    any_list = before is not None or listed is not None
    return Restored(manifest, erased, withdrawn, any_list)


def name_at(now: datetime) -> str:
    return f"ecotown-{now.astimezone(UTC).strftime(AT)}.zip"


def remove_old(folder: Path, now: datetime, keep: timedelta) -> int:
    """Delete this folder's backups that are older than `keep`; how many.

    What a killed process left unfinished goes after a day.
    """
    removed = 0
    for file in folder.iterdir():
        named = NAMED.fullmatch(file.name)
        if named is None:
            continue  # not ours
        made_at = datetime.strptime(named["at"], AT).replace(tzinfo=UTC)
        if made_at < now - (timedelta(days=1) if named["unfinished"] else keep):
            file.unlink()
            removed += 1
    return removed


def _write(
    database: Database, zip_: ZipFile, revision: str, now: datetime, editions: Path
) -> Manifest:
    tables = {}
    with _one_moment(database) as connection:
        for table in SQLModel.metadata.sorted_tables:
            tables[table.name] = archive.write_table(
                zip_, table, _rows(connection, table)
            )
    manifest = Manifest(
        revision=revision,
        made_at=now.astimezone(UTC).isoformat(),
        key_id=database.keys.key_id.hex(),
        tables=tables,
        # After the rows: whatever edition a value speaks of is there by now.
        files=archived_files.write(zip_, editions),
    )
    archive.write_manifest(zip_, manifest)
    return manifest


@contextmanager
def _one_moment(database: Database) -> Iterator[Connection]:
    """A transaction that sees the database as it is now, whoever writes meanwhile."""
    options: dict[str, Any] = {}
    if not database.is_sqlite:  # SQLite's are such in WAL mode
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with database.engine.connect().execution_options(**options) as connection:
        yield connection


def _rows(connection: Connection, table: Table) -> Iterator[Any]:
    """A table's rows in key order, a chunk at a time."""
    jsons = [column for column in table.columns if isinstance(column.type, JSON)]
    nulls = [column.is_(None).label(f"{column.name} is null") for column in jsons]
    query = select(table, *nulls).order_by(*table.primary_key.columns)
    a_chunk = query.execution_options(yield_per=CHUNKS.get(table.name, CHUNK))
    for row in connection.execute(a_chunk).mappings():
        values = dict(row)
        for column in jsons:
            if values[column.name] is None and not row[f"{column.name} is null"]:
                values[column.name] = JSON.NULL
        yield values


def _check_known(revision: str) -> None:
    try:
        ScriptDirectory.from_config(migrate.config()).get_revision(revision)
    except CommandError as error:
        raise DomainError(422, "error.backup_newer") from error


def _make_room(connection: Connection, *, replace: bool) -> _TakenBack | None:
    """An empty database: no table at all. None: there was nothing in it before."""
    names = inspect(connection).get_table_names()
    is_used = any(_has_rows(connection, name) for name in names)
    if is_used and not replace:
        raise DomainError(409, "error.database_not_empty")
    taken_back = _taken_back(connection, names) if is_used else None
    quote = connection.dialect.identifier_preparer.quote
    cascade = "" if connection.dialect.name == "sqlite" else " CASCADE"
    for name in names:
        connection.exec_driver_sql(f"DROP TABLE {quote(name)}{cascade}")
    return taken_back


def _taken_back(connection: Connection, tables: Sequence[str]) -> _TakenBack | None:
    """None: the database is not ours, or too old to know."""
    if not {"forgotten", "consent"} <= set(tables):
        return None
    events = inspect(connection).get_columns("inbound_event")
    knows_messages = any(column["name"] == "message_hash" for column in events)
    with Session(connection) as session:
        return _TakenBack(
            forgotten.known(session),
            consents.taken_back(session),
            takebacks.erased(session) if knows_messages else (),
            consents.refusals(session),
        )


def _has_rows(connection: Connection, name: str) -> bool:
    if name == "alembic_version":
        return False
    quoted = connection.dialect.identifier_preparer.quote(name)
    found = connection.exec_driver_sql(f"SELECT 1 FROM {quoted} LIMIT 1")
    return found.first() is not None


def _load(connection: Connection, zip_: ZipFile, name: str, manifest: Manifest) -> None:
    manual = manifest.tables[name]
    table = archive.as_table(name, manual)
    rows = archive.read_table(zip_, name, manual)
    while chunk := list(islice(rows, CHUNKS.get(name, CHUNK))):
        connection.execute(table.insert(), chunk)
