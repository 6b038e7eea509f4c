"""The form of a backup: every table as lines of JSON in a zip, with its own manual.

`manifest.json` tells the migration the tables stand at, each table's columns, its
number of rows and the SHA-256 of its lines, and the files beside them. The form knows
no kind of database, so a town that began on SQLite moves to PostgreSQL by backing up
and restoring.
"""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Uuid,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from api.errors import DomainError
from api.store.types import UTCDateTime

MANIFEST = "manifest.json"
FORM = 1
FILES = "indicators"

Values = dict[str, Any]

# What a column holds, by the word the manifest uses.
TYPES: dict[str, TypeEngine[Any]] = {
    "uuid": Uuid(),
    "moment": UTCDateTime(),
    "date": Date(),
    "json": JSON(none_as_null=True),
    "bytes": LargeBinary(),
    "truth": Boolean(),
    "whole": BigInteger(),
    "real": Float(),
    "text": String(),
}


@dataclass(frozen=True)
class TableManual:
    """One table of a backup."""

    columns: Mapping[str, str]
    """Name -> what it holds, a word of `TYPES`."""
    rows: int
    sha256: str
    """Of its uncompressed lines."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself. It holds no key, only which key it needs."""

    revision: str
    made_at: str
    key_id: str
    tables: Mapping[str, TableManual] = field(default_factory=dict)
    """In an order in which every row finds what it refers to."""
    form: int = FORM
    files: Mapping[str, str] = field(default_factory=dict)
    """Editions of frameworks (`archived_files`): name -> SHA-256."""


def write_table(
    archive: ZipFile, table: Table, rows: Iterable[Mapping[str, Any]]
) -> TableManual:
    """Write a table's rows one by one: memory does not grow with the town."""
    columns = {column.name: _word(column.type) for column in table.columns}
    digest, count = hashlib.sha256(), 0
    with archive.open(_member(table.name), "w", force_zip64=True) as file:
        for row in rows:
            values = [_plain(row[name], kind) for name, kind in columns.items()]
            line = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
            encoded = line.encode("utf-8") + b"\n"
            file.write(encoded)
            digest.update(encoded)
            count += 1
    return TableManual(columns, count, digest.hexdigest())


def write_manifest(archive: ZipFile, manifest: Manifest) -> None:
    """The last thing written: an archive without it is no backup."""
    archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))


def open_archive(file: IO[bytes]) -> ZipFile:
    """Raises a DomainError when it is no archive, or was cut off."""
    try:
        return ZipFile(file, "r", ZIP_DEFLATED)
    except BadZipFile as error:
        raise unreadable() from error


def read_manifest(archive: ZipFile) -> Manifest:
    try:
        told = json.loads(archive.read(MANIFEST))
        tables = {name: TableManual(**one) for name, one in told.pop("tables").items()}
        manifest = Manifest(**told, tables=tables)
    except (KeyError, TypeError, ValueError, BadZipFile) as error:
        raise unreadable() from error
    if manifest.form != FORM:
        raise DomainError(422, "error.backup_newer")
    files = (f"{FILES}/{name}" for name in manifest.files)
    expected = {MANIFEST, *map(_member, manifest.tables), *files}
    if set(archive.namelist()) != expected:
        raise unreadable()
    return manifest


def as_table(name: str, manual: TableManual) -> Table:
    """The table as the archive knows it, whatever this program's models are now."""
    columns = (Column(one, TYPES[kind]) for one, kind in manual.columns.items())
    return Table(name, MetaData(), *columns)


def read_table(archive: ZipFile, name: str, manual: TableManual) -> Iterator[Values]:
    """A table's rows. Raises a DomainError at the end if they are not what was kept."""
    digest, count = hashlib.sha256(), 0
    try:
        with archive.open(_member(name)) as file:
            for line in file:
                digest.update(line)
                count += 1
                yield _row(line, manual.columns)
    except (BadZipFile, EOFError, ValueError, zlib.error) as error:
        raise unreadable() from error
    if (count, digest.hexdigest()) != (manual.rows, manual.sha256):
        raise unreadable()


def unreadable() -> DomainError:
    return DomainError(422, "error.backup_unreadable")


def _member(table: str) -> str:
    return f"{table}.jsonl"


def _row(line: bytes, columns: Mapping[str, str]) -> Values:
    values = zip(columns.items(), json.loads(line), strict=True)
    return {name: _value(kept, kind) for (name, kind), kept in values}


def _word(type_: TypeEngine[Any]) -> str:
    """Which word of `TYPES` says what this column holds."""
    if isinstance(type_, UTCDateTime):
        return "moment"
    plain = type_.impl_instance if isinstance(type_, TypeDecorator) else type_
    for kind, word in (
        (Uuid, "uuid"),
        (Date, "date"),
        (JSON, "json"),
        (LargeBinary, "bytes"),
        (Boolean, "truth"),
        (Integer, "whole"),
        (Float, "real"),
        (String, "text"),
    ):
        if isinstance(plain, kind):
            return word
    raise TypeError(f"a backup does not know how to keep {type_!r}")


def _plain(value: Any, kind: str) -> Any:
    """The value as JSON can hold it."""
    if value is None:
        return None
    match kind:
        case "json":
            # In a list, JSON's own null differs from no value at all.
            return [None if value is JSON.NULL else value]
        case "bytes":
            return base64.b64encode(value).decode("ascii")
        case "moment" | "date":
            return value.isoformat()
        case "uuid" | "text":
            return str(value)
    return value


def _value(kept: Any, kind: str) -> Any:
    if kept is None:
        return None
    match kind:
        case "json":
            return JSON.NULL if kept == [None] else kept[0]
        case "bytes":
            return base64.b64decode(kept, validate=True)
        case "moment":
            return datetime.fromisoformat(kept)
        case "date":
            return date.fromisoformat(kept)
        case "uuid":
            return UUID(kept)
    return kept
