"""One-time codes: one typed on a second channel says that both are one person."""

import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlmodel import Session, col

from api.store import consents, invited, residents
from api.store.locks import held
from api.store.marking import Exclusion
from api.store.models import (
    Answer,
    Asked,
    Case,
    Consent,
    Contact,
    OneTimeCode,
    OpenQuestion,
    Response,
    ResponseLink,
    Wave,
)
from api.store.session import keys_of
from api.store.types import uuid7
from api.store.words import ResponseState, WaveState

JOIN = "join"
FAILED = "join-failed"
DIGITS = 8
VALID = timedelta(minutes=15)
# A hundred million codes, five guesses a day: nobody finds a stranger's in time.
MOST_FAILURES = 5
FAILURES_COUNT_FOR = timedelta(days=1)
# Of two responses of one person the one further on is theirs.
FURTHEST = (
    ResponseState.COMPLETE,
    ResponseState.STARTED,
    ResponseState.PAUSED,
    ResponseState.INELIGIBLE,
    ResponseState.OFFERED,
    ResponseState.DECLINED,
)


class Joined(StrEnum):
    """What became of a code that a resident typed."""

    JOINED = "joined"
    ALREADY = "already"  # their own code, typed where it was made
    WRONG = "wrong"  # unknown, used or too old
    TOO_OFTEN = "too_often"  # five wrong ones within a day: not even looked at


def make(
    session: Session,
    purpose: str,
    subject_id: UUID,
    now: datetime,
    valid: timedelta = VALID,
) -> str:
    """A code such as `1234-5678`; the earlier ones of the same subject are void."""
    session.execute(
        delete(OneTimeCode).where(
            col(OneTimeCode.purpose) == purpose,
            col(OneTimeCode.subject_id) == subject_id,
        )
    )
    digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    while session.get(OneTimeCode, _hash(session, purpose, digits)) is not None:
        digits = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    session.add(
        OneTimeCode(
            code_hash=_hash(session, purpose, digits),
            purpose=purpose,
            subject_id=subject_id,
            made_at=now,
            expires_at=now + valid,
        )
    )
    session.flush()
    return f"{digits[:4]}-{digits[4:]}"


def join(session: Session, contact: Contact, code: str, now: datetime) -> Joined:
    """Make the resident of `contact` one with the resident who made the code.

    Everything moves to the code's resident and the emptied row is deleted: read
    `contact.resident_id` again afterwards. A wrong code is told, not raised, for
    its being counted has to be committed.
    """
    if _failures(session, contact.id, now) >= MOST_FAILURES:
        return Joined.TOO_OFTEN
    found = _standing(session, JOIN, code, now)
    if found is None or found.subject_id is None:
        _count_failure(session, contact.id, now)
        return Joined.WRONG
    if found.subject_id == contact.resident_id:
        return Joined.ALREADY
    found.used_at = now
    session.flush()
    _merge(session, kept=found.subject_id, gone=contact.resident_id, now=now)
    return Joined.JOINED


def _merge(session: Session, *, kept: UUID, gone: UUID, now: datetime) -> None:
    """Two residents turn out to be one person."""
    # Always in the same order, so that two merges never wait for each other.
    rows = {id_: residents.lock(session, id_) for id_ in sorted((kept, gone))}
    rows[kept].language = rows[kept].language or rows[gone].language
    _merge_consents(session, kept, gone)
    _merge_responses(session, kept, gone)
    invited.merge(session, kept=kept, gone=gone, now=now)
    for table in (Contact, Case, Asked, OpenQuestion):
        session.execute(
            update(table).where(col(table.resident_id) == gone).values(resident_id=kept)
        )
    session.execute(delete(OneTimeCode).where(col(OneTimeCode.subject_id) == gone))
    session.delete(rows[gone])
    session.flush()


def _merge_consents(session: Session, kept: UUID, gone: UUID) -> None:
    for theirs in _consents(session, gone):
        ours = consents.in_force(session, kept, theirs.purpose)
        if theirs.withdrawn_at is None and ours is not None:
            _settle(session, *sorted((ours, theirs), key=lambda row: row.given_at))
    session.execute(
        update(Consent).where(col(Consent.resident_id) == gone).values(resident_id=kept)
    )
    _later_word_wins(session, kept)


def _settle(session: Session, older: Consent, newer: Consent) -> None:
    """One of two consents in force goes: newer words replace, the same do not."""
    if older.notice_version == newer.notice_version:
        session.delete(newer)
    else:
        older.withdrawn_at = newer.given_at
    session.flush()


def _later_word_wins(session: Session, resident_id: UUID) -> None:
    """What was taken back on one channel after it was given on the other is off."""
    every = _consents(session, resident_id)
    for consent in [row for row in every if row.withdrawn_at is None]:
        taken_back = [
            row.withdrawn_at
            for row in every
            if row.purpose is consent.purpose
            and row.withdrawn_at is not None
            and row.withdrawn_at > consent.given_at
        ]
        if taken_back:
            consent.withdrawn_at = max(taken_back)
    session.flush()


def _consents(session: Session, resident_id: UUID) -> list[Consent]:
    rows = session.scalars(
        select(Consent).where(col(Consent.resident_id) == resident_id)
    )
    return list(rows)


def _merge_responses(session: Session, kept: UUID, gone: UUID) -> None:
    """One person has one response in a wave: the one that is furthest."""
    ours = {link.wave_id: link for link in _links(session, kept)}
    for link in _links(session, gone):
        rival = ours.get(link.wave_id)
        if rival is not None:
            better, worse = sorted((link, rival), key=lambda one: _rank(session, one))
            _supersede(session, worse)
            if better is rival:
                continue
        link.resident_id = kept
        session.flush()


def _rank(session: Session, link: ResponseLink) -> tuple[int, int, datetime]:
    """A finished one first, then the one with more answers, then the older."""
    response = session.get_one(Response, link.response_id)
    counted = select(func.count()).where(col(Answer.response_id) == response.id)
    answered = session.scalar(counted) or 0
    return FURTHEST.index(response.state), -answered, response.started_at


def _supersede(session: Session, link: ResponseLink) -> None:
    """A person counts once. The other response stays, not counted and nobody's; its
    own words go, for when the person is forgotten nothing would lead to them."""
    session.delete(link)
    # What a frozen wave's numbers rest on stays as it is.
    if session.get_one(Wave, link.wave_id).state is not WaveState.FROZEN:
        session.execute(
            update(Response)
            .where(col(Response.id) == link.response_id)
            .values(excluded=Exclusion.DUPLICATE.value)
        )
    session.execute(
        update(Answer)
        .where(col(Answer.response_id) == link.response_id)
        .values(text_sealed=None, message_hash=None)
    )
    session.flush()


def _links(session: Session, resident_id: UUID) -> list[ResponseLink]:
    rows = session.scalars(
        select(ResponseLink).where(col(ResponseLink.resident_id) == resident_id)
    )
    return list(rows)


def _standing(
    session: Session, purpose: str, code: str, now: datetime
) -> OneTimeCode | None:
    """The code's row, locked, while it may still be used."""
    # Thai digits are digits too: int() reads them, a hash would not.
    digits = "".join(str(int(sign)) for sign in code if sign.isdecimal())
    found = held(session, OneTimeCode, _hash(session, purpose, digits))
    if found is None or found.used_at is not None or now >= found.expires_at:
        return None
    return found


def _failures(session: Session, contact_id: UUID, now: datetime) -> int:
    counted = session.scalar(
        select(func.count())
        .select_from(OneTimeCode)
        .where(
            col(OneTimeCode.purpose) == FAILED,
            col(OneTimeCode.subject_id) == contact_id,
            col(OneTimeCode.expires_at) > now,
        )
    )
    return counted or 0


def _count_failure(session: Session, contact_id: UUID, now: datetime) -> None:
    session.add(
        OneTimeCode(
            code_hash=_hash(session, FAILED, str(uuid7())),
            purpose=FAILED,
            subject_id=contact_id,
            made_at=now,
            expires_at=now + FAILURES_COUNT_FOR,
        )
    )
    session.flush()


def _hash(session: Session, purpose: str, code: str) -> str:
    return keys_of(session).find("code", purpose, code)
