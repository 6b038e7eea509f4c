"""What tests of the store and the API begin with: officers, residents, reports."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from api.store import api_keys, consents, officers, reports, residents
from api.store.models import Contact, Officer, Report, Resident
from api.store.reports import Wording
from api.store.words import ConsentPurpose

PASSWORD = "correct horse battery staple"
TEXTS = {
    "th": {"title": "ตรวจน้ำในคลอง", "body": "ผล: น้ำดีขึ้น\nต่อไป: ตรวจอีกครั้งเดือนหน้า"},
    "en": {"title": "Canal water checked", "body": "Result: the water is better."},
}


def officer(
    session: Session, login: str, now: datetime, *, password_hash: str = "none"
) -> Officer:
    """An officer who came in by an invitation."""
    return officers.join(
        session,
        officers.invite(session, now=now),
        login=login,
        name=login.title(),
        password_hash=password_hash,
        now=now,
    )


def key(
    session: Session, acts_for: Officer, now: datetime, *scopes: str
) -> dict[str, str]:
    """The headers of a new key that opens these scopes."""
    token = api_keys.create(
        session, name="test", scopes=scopes, now=now, acts_for=acts_for.id
    )
    return {"Authorization": f"Bearer {token}"}


def contact(
    session: Session,
    address: str,
    now: datetime,
    *,
    channel: str = "line",
    language: str | None = None,
    subscribed: bool = False,
) -> Contact:
    """Someone who has written to us once."""
    met = residents.meet(
        session, channel=channel, account="town", address=address, now=now
    )
    resident = session.get_one(Resident, met.resident_id)
    resident.language = language
    if subscribed:
        consents.give(
            session,
            resident.id,
            ConsentPurpose.BROADCASTS,
            version="1",
            channel=channel,
            now=now,
        )
    session.flush()
    return met


def report(session: Session, author: Officer, now: datetime) -> Report:
    return reports.write(
        session,
        texts=TEXTS,
        source_name="เทศบาล",
        source_url="https://example.org/news",
        as_of=date(2026, 11, 20),
        author_id=author.id,
        now=now,
    )


def edited(
    session: Session, report_id: UUID, wording: Wording, editor: Officer, now: datetime
) -> Report:
    """A report changed by someone who has just read it."""
    seen = reports.content_sha256(reports.get(session, report_id))
    return reports.edit(
        session, report_id, wording, editor_id=editor.id, seen_sha256=seen, now=now
    )
