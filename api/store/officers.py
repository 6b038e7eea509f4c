"""Officers: how they are invited, prove who they are, and stay signed in.

Hashing a password takes a fifth of a second of a core: `hash_password` and `verify`
touch no database and are called with no transaction open.
"""

import re
import secrets
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from pwdlib import PasswordHash
from pwdlib.exceptions import UnknownHashError
from sqlalchemy import ColumnElement, delete, update
from sqlmodel import Session, col, select

from api.errors import DomainError, not_found
from api.store import audit
from api.store.locks import held, take_turn
from api.store.models import Officer, OfficerSession, OneTimeCode
from api.store.session import keys_of

PURPOSE = "officer"
MOST_FAILURES = 5
LOCKED_FOR = timedelta(minutes=15)
SESSION_LASTS = timedelta(hours=8)
SESSION_IDLE = timedelta(minutes=60)
# A session seen this lately is not written again: a page is several requests.
SEEN_EVERY = timedelta(minutes=1)
LEAST_PASSWORD = 15
MOST_PASSWORD = 256
LOGIN = re.compile(r"[a-z][a-z0-9._-]{1,39}")


def actor(officer_id: UUID) -> str:
    """How the audit log names an officer."""
    return f"officer:{officer_id}"


def invite(
    session: Session,
    *,
    now: datetime,
    valid: timedelta = timedelta(hours=24),
    inviter_id: UUID | None = None,
) -> str:
    """A token that makes whoever opens it an officer, once. The new officer stays
    marked with who invited them (None: the command line)."""
    by = actor(get(session, inviter_id).id) if inviter_id else "cli"
    token = secrets.token_urlsafe(32)
    session.add(
        OneTimeCode(
            code_hash=_hash_of(session, token),
            purpose=PURPOSE,
            subject_id=inviter_id,
            made_at=now,
            expires_at=now + valid,
        )
    )
    audit.record(session, actor=by, action="officer.invite", subject="officer", now=now)
    return token


def first_link(session: Session, now: datetime) -> str | None:
    """A fresh invitation while no officer may act; the older ones are void.

    None: there is an officer, who invites the others.
    """
    if any_active(session):
        return None
    _void_invitations(session, now)
    return invite(session, now=now)


def invitation_stands(session: Session, token: str, now: datetime) -> bool:
    """Whether `join` would take this token now."""
    code = session.get(OneTimeCode, _hash_of(session, token))
    return code is not None and _usable(code, now)


def join(
    session: Session,
    token: str,
    *,
    login: str,
    name: str,
    password_hash: str,
    now: datetime,
) -> Officer:
    """Use an invitation up. `password_hash` is what `hash_password` gave."""
    code = held(session, OneTimeCode, _hash_of(session, token))
    if code is None or not _usable(code, now):
        raise DomainError(404, "error.invitation_void")
    login, name = login.strip().lower(), name.strip()
    if not LOGIN.fullmatch(login):
        raise DomainError(422, "error.login_shape")
    if not 1 <= len(name) <= 80 or not name.isprintable():
        raise DomainError(422, "error.name_shape")
    take_turn(session, "officer login")
    if _by_login(session, login) is not None:
        raise DomainError(409, "error.login_taken", login=login)
    code.used_at = now
    officer = Officer(
        login=login,
        name=name,
        password_hash=password_hash,
        created_at=now,
        invited_by=code.subject_id,
    )
    session.add(officer)
    session.flush()
    _record(session, officer, "officer.join", by=actor(officer.id), now=now)
    return officer


def any_active(session: Session) -> bool:
    """Whether there is an officer who may act."""
    active = select(Officer.id).where(col(Officer.disabled_at).is_(None))
    return session.exec(active.limit(1)).first() is not None


def get(session: Session, officer_id: UUID) -> Officer:
    """An officer who may act. Raises a 403 for one who is disabled or unknown."""
    officer = session.get(Officer, officer_id)
    if officer is None or officer.disabled_at is not None:
        raise DomainError(403, "error.officer_disabled")
    return officer


def by_login(session: Session, login: str) -> Officer:
    """An officer who may act, by the name they sign in with."""
    officer = _by_login(session, login.strip().lower())
    if officer is None:
        raise not_found("officer")
    return get(session, officer.id)


def list_(session: Session) -> list[Officer]:
    """Every officer, the disabled ones too, by login."""
    return list(session.exec(select(Officer).order_by(col(Officer.login))).all())


def disable(session: Session, officer_id: UUID, *, by: str, now: datetime) -> Officer:
    """End an officer's access, every session of theirs and the invitations they gave.

    What they did stays. The last officer who may act cannot be disabled.
    """
    take_turn(session, "officer disable")  # two must not disable each other at once
    officer = held(session, Officer, officer_id)
    if officer is None:
        raise not_found("officer")
    if officer.disabled_at is None:
        officer.disabled_at = now
        session.flush()
        if not any_active(session):
            raise DomainError(409, "error.last_officer")
        _void_invitations(session, now, col(OneTimeCode.subject_id) == officer.id)
        session.exec(
            delete(OfficerSession).where(col(OfficerSession.officer_id) == officer.id)
        )
        _record(session, officer, "officer.disable", by=by, now=now)
    return officer


def hash_password(password: str, *, login: str = "") -> str:
    """Argon2id of a password long enough to be one. Slow on purpose.

    Length is what is asked for, no mixture of signs (NIST SP 800-63B 3.1.1.2).
    """
    if not LEAST_PASSWORD <= len(password) <= MOST_PASSWORD:
        raise DomainError(422, "error.password_length", least=LEAST_PASSWORD)
    plain = password.casefold()
    repeated = re.fullmatch(r"(.{1,8}?)\1+.{0,8}", plain)
    names_itself = login and login.casefold() in plain and len(login) * 2 > len(plain)
    if repeated or names_itself or len(set(plain)) < 5:
        raise DomainError(422, "error.password_simple")
    return _hasher().hash(password)


def verify(password: str, password_hash: str | None) -> bool:
    """Whether the password is theirs. Takes as long when there is nobody (None)."""
    try:
        fits = _hasher().verify(password, password_hash or _nobody())
    except UnknownHashError:
        return False
    return fits and password_hash is not None


def sign_in_candidate(session: Session, login: str, now: datetime) -> Officer | None:
    """Who may be about to sign in; their password is verified outside.

    The try counts as a failure until `signed_in` or `start_session` says that it was
    none, so that guesses made at the same moment are counted too. After five, nobody
    gets in under this login for 15 minutes: DomainError 429.
    """
    found = _by_login(session, login.strip().lower())
    officer = held(session, Officer, found.id) if found else None
    if officer is None or officer.disabled_at is not None:
        return None
    if officer.locked_until is not None:
        if now < officer.locked_until:
            raise DomainError(429, "error.too_many_tries", minutes=15)
        officer.failures, officer.locked_until = 0, None
    officer.failures += 1
    if officer.failures >= MOST_FAILURES:
        officer.locked_until = now + LOCKED_FOR
    session.flush()
    return officer


def signed_in(session: Session, officer_id: UUID) -> Officer:
    """The password was right: earlier failures are forgotten."""
    held(session, Officer, officer_id)
    officer = get(session, officer_id)
    officer.failures, officer.locked_until = 0, None
    return officer


def start_session(session: Session, officer: Officer, now: datetime) -> str:
    """A token for the officer's browser; only its hash is kept."""
    kept = signed_in(session, officer.id)
    token = secrets.token_urlsafe(32)
    session.add(
        OfficerSession(
            token_hash=_hash_of(session, token),
            officer_id=kept.id,
            created_at=now,
            seen_at=now,
        )
    )
    session.exec(
        delete(OfficerSession).where(
            col(OfficerSession.created_at) <= now - SESSION_LASTS
        )
    )
    _record(session, kept, "officer.sign_in", by=actor(kept.id), now=now)
    return token


def of_session(session: Session, token: str, now: datetime) -> Officer | None:
    """Whose browser it is: 8 hours at the most, 60 minutes without a request.

    Only looks; `seen` says that they are still there.
    """
    kept = session.get(OfficerSession, _hash_of(session, token))
    if kept is None or now >= kept.created_at + SESSION_LASTS:
        return None
    if now >= kept.seen_at + SESSION_IDLE:
        return None
    officer = session.get(Officer, kept.officer_id)
    return officer if officer and officer.disabled_at is None else None


def is_stale(session: Session, token: str, now: datetime) -> bool:
    """Whether `seen` has something to write."""
    kept = session.get(OfficerSession, _hash_of(session, token))
    return kept is not None and now >= kept.seen_at + SEEN_EVERY


def seen(session: Session, token: str, now: datetime) -> None:
    """The browser asked for something: the idle time begins anew."""
    session.exec(
        update(OfficerSession)
        .where(col(OfficerSession.token_hash) == _hash_of(session, token))
        .values(seen_at=now)
    )


def end_session(session: Session, token: str) -> None:
    session.exec(
        delete(OfficerSession).where(
            col(OfficerSession.token_hash) == _hash_of(session, token)
        )
    )


def _by_login(session: Session, login: str) -> Officer | None:
    if not LOGIN.fullmatch(login):
        return None
    return session.exec(select(Officer).where(Officer.login == login)).first()


def _void_invitations(
    session: Session, now: datetime, *of: ColumnElement[bool]
) -> None:
    session.exec(
        update(OneTimeCode)
        .where(
            col(OneTimeCode.purpose) == PURPOSE, col(OneTimeCode.used_at).is_(None), *of
        )
        .values(used_at=now)
    )


def _usable(code: OneTimeCode, now: datetime) -> bool:
    return code.purpose == PURPOSE and code.used_at is None and now < code.expires_at


def _hash_of(session: Session, token: str) -> str:
    return keys_of(session).find(PURPOSE, token)


def _record(
    session: Session, officer: Officer, action: str, *, by: str, now: datetime
) -> None:
    subject = actor(officer.id)
    audit.record(session, actor=by, action=action, subject=subject, now=now)


@cache
def _hasher() -> PasswordHash:
    return PasswordHash.recommended()


@cache
def _nobody() -> str:
    """The hash of a password nobody has, so that an unknown login costs the same."""
    return _hasher().hash(secrets.token_urlsafe(32))
