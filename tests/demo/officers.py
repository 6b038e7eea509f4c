"""Two made-up officers, and a report that one of them has proposed to send."""

import secrets
from datetime import datetime

from sqlmodel import Session

from api.store import broadcasts, officers, reports
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
