"""A town of many: residents on LINE who asked for news, and a broadcast for them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from sqlmodel import Session

from api.store import broadcasts, officers, reports
from api.store.keys import Keys
from api.store.models import Broadcast, Consent, Contact, Resident
from api.store.session import Database
from api.store.types import uuid7
from api.store.words import ConsentPurpose, ContactState
from content import articles, commands, person
from content.notice import NOTICE_VERSION

SLICE = 5_000
LANGUAGE = "th"
AWHILE = timedelta(days=1)
TEXTS = {
    "th": {"title": "ตรวจน้ำในคลอง", "body": "ผล: น้ำดีขึ้น\nต่อไป: ตรวจอีกครั้งเดือนหน้า"},
    "en": {"title": "Canal water checked", "body": "Result: the water is better."},
}


def settle(database: Database, account: str, count: int, now: datetime) -> list[str]:
    """So many residents with their contacts and consents; their LINE ids."""
    addresses = [f"U{uuid4().hex}" for _ in range(count)]
    for start in range(0, count, SLICE):
        people = [
            _person(database.keys, account, address, now - AWHILE)
            for address in addresses[start : start + SLICE]
        ]
        with database.write() as session:
            for table, rows in zip(
                (Resident, Contact, Consent), zip(*people, strict=True), strict=True
            ):
                session.connection().execute(insert(table), list(rows))
    return addresses


def _person(
    keys: Keys, account: str, address: str, now: datetime
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    resident, contact = uuid7(), uuid7()
    return (
        {"id": resident, "created_at": now, "language": LANGUAGE, "misses": 0},
        {
            "id": contact,
            "resident_id": resident,
            "channel": "line",
            "account": account,
            "address_hash": keys.find("contact", "line", account, address),
            "address_sealed": keys.seal("contact", contact, address.encode()),
            "state": ContactState.ACTIVE,
            "created_at": now,
            "seen_at": now,
            "next_seq": 1,
        },
        {
            "id": uuid7(),
            "resident_id": resident,
            "purpose": ConsentPurpose.BROADCASTS,
            "notice_version": NOTICE_VERSION,
            "channel": "line",
            "given_at": now,
        },
    )


def questions() -> Iterator[str]:
    """What they ask, for ever: in their language, and of the bot, not of a person."""
    return cycle(
        text
        for each in articles.load_all()
        if each.language == LANGUAGE
        for text in each.asked_as
        if commands.find(text) is None and not person.asks_about(text)
    )


def propose(session: Session, now: datetime) -> UUID:
    """A report written and proposed by one officer."""
    author = _officer(session, "anna", now)
    report = reports.write(
        session,
        texts=TEXTS,
        source_name="เทศบาล",
        as_of=date(2026, 11, 20),
        author_id=author,
        now=now,
        made_up=True,
    )
    return broadcasts.propose(session, report.id, author, now).id


def approve(session: Session, broadcast_id: UUID, now: datetime) -> Broadcast:
    """Let go by another officer, at once."""
    return broadcasts.approve(
        session,
        broadcast_id,
        _officer(session, "boon", now),
        seen_sha256=session.get_one(Broadcast, broadcast_id).content_sha256,
        now=now,
        delay=timedelta(0),
    )


def _officer(session: Session, login: str, now: datetime) -> UUID:
    return officers.join(
        session,
        officers.invite(session, now=now),
        login=login,
        name=login.title(),
        password_hash="none",
        now=now,
    ).id
