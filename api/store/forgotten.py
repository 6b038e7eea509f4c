"""Whom we forgot, by a hash of a hash: an old backup must not bring them back.

The list stands in the database and beside the backups (`forgotten.txt`), for either
may be lost. It holds no address and nothing by which one could be found: only who
has a backup can say, contact by contact, who in it was forgotten since.
"""

import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlmodel import Session, col

from api.store import forget
from api.store.models import Contact, Forgotten
from api.store.session import Database

NAME = "forgotten.txt"
# Contacts looked through at a time.
CHUNK = 1000

Times = Mapping[str, datetime]
"""Trace of a contact -> when it was forgotten."""


def known(session: Session) -> dict[str, datetime]:
    """Everyone on the database's list."""
    return {row.trace: row.at for row in session.scalars(select(Forgotten))}


def read(folder: Path) -> dict[str, datetime] | None:
    """The list beside the backups; None: there is none."""
    try:
        text = (folder / NAME).read_text(encoding="ascii")
    except FileNotFoundError:
        return None
    return {
        trace: datetime.fromisoformat(at)
        for trace, _, at in (line.partition(" ") for line in text.splitlines())
    }


def keep_beside_backups(
    database: Database, folder: Path, now: datetime, keep: timedelta
) -> bool:
    """Bring the list beside the backups up to the database's; whether it changed.

    What only the file knows stays in it: the database may be the emptier of the two.
    """
    with database.read() as session:
        ours = known(session)
    theirs = read(folder)
    every = merged(theirs or {}, ours)
    young = {trace: at for trace, at in every.items() if at > now - keep}
    if young == (theirs or {}):
        return False
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f".{NAME}.{os.getpid()}.unfinished"
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        for trace, at in sorted(young.items()):
            file.write(f"{trace} {at.astimezone(UTC).isoformat()}\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(folder / NAME)
    return True


def merged(*lists: Times) -> dict[str, datetime]:
    """Several lists as one: of each trace the latest time."""
    every: dict[str, datetime] = {}
    for times in lists:
        for trace, at in times.items():
            every[trace] = max(at, every.get(trace, at))
    return every


def erase_again(session: Session, times: Times, now: datetime) -> int:
    """Forget everyone on this list or the database's who is here as they were before;
    how many. Who came back after being forgotten is a new acquaintance, and stays.
    """
    listed = merged(known(session), times)
    for trace, at in listed.items():
        session.merge(Forgotten(trace=trace, at=at))
    session.flush()
    contacts = session.execute(
        select(
            col(Contact.resident_id), col(Contact.address_hash), col(Contact.created_at)
        ).execution_options(yield_per=CHUNK)
    )
    back = {
        resident_id
        for resident_id, address_hash, met_at in contacts
        if met_at < listed.get(forget.trace(address_hash), met_at)
    }
    for resident_id in sorted(back):
        forget.forget(session, resident_id, now)
    return len(back)
