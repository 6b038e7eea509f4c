"""Two made-up officers: one has proposed to send a report, and they release a wave."""

import secrets
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.errors import DomainError
from api.store import (
    broadcasts,
    freezing,
    indicators,
    officers,
    releases,
    reports,
    waves,
)
from api.store.models import Officer
from api.store.session import Database
from content import summary

WROTE, MAY_APPROVE = "malee", "somsak"
NAMES = {WROTE: "มาลี (สมมุติ)", MAY_APPROVE: "สมศักดิ์ (สมมุติ)"}
# Without the letters and figures people mix up.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def arrive(database: Database, now: datetime) -> dict[str, str]:
    """Their passwords by login. The first has proposed the shipped report.

    Its words and its source are real. It is approved by whoever plays the second.
    """
    passwords = {login: _password() for login in NAMES}
    hashes = {
        login: officers.hash_password(password, login=login)
        for login, password in passwords.items()
    }
    with database.write() as session:
        for login, name in NAMES.items():
            officers.join(
                session,
                officers.invite(session, now=now),
                login=login,
                name=name,
                password_hash=hashes[login],
                now=now,
            )
        _propose(session, officers.by_login(session, WROTE), now)
    return passwords


def release(database: Database, wave_id: UUID, now: datetime) -> int:
    """The wave closed, frozen, counted and released by the two; how many values.

    What would tell what a few people answered stays where it is, as in a real town.
    """
    with database.write() as session:
        waves.close(session, wave_id, now)
    freezing.run(database, wave_id, now)
    with database.write() as session:
        indicators.compute(session, wave_id, now)
    with database.read() as session:
        one, other = (officers.by_login(session, each) for each in NAMES)
        rows = indicators.standing(session)
        values = [each.id for each in rows if each.wave_id == wave_id]
    return sum(_released(database, each, one, other, now) for each in values)


def _released(
    database: Database, value_id: UUID, one: Officer, other: Officer, now: datetime
) -> bool:
    with database.read() as session:
        looked = releases.look(session, value_id)
    try:
        with database.write() as session:
            made = releases.propose(session, value_id, one.id, now, looked=looked)
            releases.approve(
                session,
                made.id,
                other.id,
                seen_sha256=made.sha256,
                now=now,
                looked=looked,
            )
    except DomainError:
        return False
    return True


def _propose(session: Session, author: Officer, now: datetime) -> None:
    shipped = summary.load_report()
    told, draft = shipped.update, shipped.report
    update = reports.add_update(
        session,
        title=told.title,
        body=told.body,
        source_name=told.source_name,
        source_url=told.source_url,
        happened_on=told.happened_on,
        author_id=author.id,
        now=now,
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
    )
    broadcasts.propose(session, report.id, author.id, now)


def _password() -> str:
    """Four groups of four letters: 79 bits, read aloud in a breath."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    return "-".join(groups)
