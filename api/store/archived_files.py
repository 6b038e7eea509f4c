"""The files of a backup: editions of frameworks that the town entered, without which
its values have no meaning. They stand in the data folder, not in the database."""

import hashlib
import os
import re
import zlib
from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from api.errors import DomainError
from api.store import archive

# As editions are named; nothing that could lead out of the folder.
NAMED = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}\.yaml")


def write(zip_: ZipFile, folder: Path) -> dict[str, str]:
    """Put the folder's editions into the archive; name -> SHA-256."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.yaml")):
        content = path.read_bytes()
        zip_.writestr(f"{archive.FILES}/{path.name}", content)
        found[path.name] = hashlib.sha256(content).hexdigest()
    return found


def read(zip_: ZipFile, told: Mapping[str, str]) -> dict[str, bytes]:
    """The editions in the archive. Raises a DomainError if they are not what was kept,
    or would be put anywhere else than in their folder."""
    found: dict[str, bytes] = {}
    for name, sha256 in told.items():
        if not NAMED.fullmatch(name):
            raise archive.unreadable()
        try:
            found[name] = zip_.read(f"{archive.FILES}/{name}")
        except (BadZipFile, EOFError, KeyError, zlib.error) as error:
            raise archive.unreadable() from error
        if hashlib.sha256(found[name]).hexdigest() != sha256:
            raise archive.unreadable()
    return found


def check(files: Mapping[str, bytes], folder: Path) -> None:
    """Raises a DomainError where another edition of that name is there: editions never
    change, so one of the two is wrong."""
    for name, content in files.items():
        kept = folder / name
        if kept.exists() and kept.read_bytes() != content:
            raise DomainError(409, "error.backup_other_edition", file=name)


def put_back(files: Mapping[str, bytes], folder: Path) -> None:
    """Each edition in its place, whole or not at all; those there already stay."""
    if files:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, content in files.items():
        aside = folder / f".{name}.{os.getpid()}.part"
        aside.write_bytes(content)
        aside.replace(folder / name)
