"""The audit log: who decided what, in a chain that shows what was altered.

h_n = SHA-256(h_{n-1} || canonical JSON of entry n), written as hex digits. The chain
alone does not show that its end was cut off: the newest hash has to be kept
somewhere else as well (`head`), and `verify` is then told of it.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from api.store import paging
from api.store.append_only import AUDIT_YEARS_DAYS
from api.store.locks import take_turn
from api.store.models import AuditEntry
from api.store.paging import Page

START = "0" * 64
PRUNED = "audit.prune"


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry. Kept elsewhere, it shows that the log was cut off."""

    seq: int
    hash: str


def record(
    session: Session,
    *,
    actor: str,
    action: str,
    subject: str,
    now: datetime,
    **details: Any,
) -> AuditEntry:
    """Append an entry; call it last in a transaction, for the log is one queue.

    `details` hold identifiers, words and numbers, never a name or a text.
    """
    take_turn(session, "audit")
    last = head(session)
    entry = AuditEntry(
        seq=last.seq + 1 if last else 1,
        at=now.astimezone(UTC),
        actor=actor,
        action=action,
        subject=subject,
        details=json.loads(json.dumps(details, default=str, allow_nan=False)),
        previous_hash=last.hash if last else START,
        hash="",
    )
    entry.hash = _hash(entry)
    session.add(entry)
    session.flush()
    return entry


def head(session: Session) -> Head | None:
    """The newest entry; None: nothing was ever decided."""
    found = session.exec(
        select(AuditEntry.seq, AuditEntry.hash)
        .order_by(col(AuditEntry.seq).desc())
        .limit(1)
    ).first()
    return Head(*found) if found else None


def verify(session: Session, kept: Head | None = None) -> int | None:
    """The first entry that was altered, moved, put in or left out; None: none was.

    With a head that was `kept` elsewhere, a log cut off before it, or written
    anew, is found too: the answer is then the first entry that is missing.
    """
    with session.exec(
        select(AuditEntry)
        .order_by(col(AuditEntry.seq))
        .execution_options(yield_per=1000)
    ) as entries:
        return _first_broken(entries, _pruned(session), kept)


def prune(session: Session, *, before: datetime, now: datetime) -> int:
    """Let go of entries older than five years and `before`; says so in the log.

    The chain then begins where the entry of the pruning says it does.
    """
    limit = min(before, now - timedelta(days=AUDIT_YEARS_DAYS))
    take_turn(session, "audit")
    newest = session.exec(
        select(AuditEntry.seq, AuditEntry.hash)
        .where(col(AuditEntry.at) < limit)
        .order_by(col(AuditEntry.seq).desc())
        .limit(1)
    ).first()
    if newest is None:
        return 0
    record(
        session,
        actor="job",
        action=PRUNED,
        subject="audit",
        now=now,
        through=newest[0],
        hash=newest[1],
    )
    gone = session.exec(delete(AuditEntry).where(col(AuditEntry.seq) <= newest[0]))
    return int(gone.rowcount)


def list_(session: Session, *, after: str | None = None, limit: int = 50) -> Page[Any]:
    """Entries, newest first."""
    return paging.page(
        session, select(AuditEntry), col(AuditEntry.seq), after=after, limit=limit
    )


def _first_broken(
    entries: Iterable[AuditEntry], pruned: Head | None, kept: Head | None
) -> int | None:
    expected, previous = 1, START
    for entry in entries:
        if expected == 1 and pruned == Head(entry.seq - 1, entry.previous_hash):
            expected, previous = entry.seq, entry.previous_hash
        if entry.seq != expected or entry.previous_hash != previous:
            return expected
        if entry.hash != _hash(entry):
            return entry.seq
        if kept and kept.seq == entry.seq and kept.hash != entry.hash:
            return entry.seq
        expected, previous = entry.seq + 1, entry.hash
    return expected if kept and kept.seq >= expected else None


def _pruned(session: Session) -> Head | None:
    """The last entry that retention let go of."""
    entry = session.exec(
        select(AuditEntry)
        .where(AuditEntry.action == PRUNED)
        .order_by(col(AuditEntry.seq).desc())
        .limit(1)
    ).first()
    return Head(entry.details["through"], entry.details["hash"]) if entry else None


def _hash(entry: AuditEntry) -> str:
    body = {
        "seq": entry.seq,
        "at": entry.at.isoformat(timespec="microseconds"),
        "actor": entry.actor,
        "action": entry.action,
        "subject": entry.subject,
        "details": entry.details,
    }
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256((entry.previous_hash + canonical).encode()).hexdigest()
