"""Pictures sent as answers: fetched from the platform while it still has them.

What the platform calls a picture stands sealed with its answer; the picture itself is
kept here, sealed as well. It goes with its answer, and where the answer's own words go:
by erasure, by retention, and when its sender takes the message back.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, delete, select, tuple_, update
from sqlalchemy.orm import defer
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from api.errors import not_found
from api.store import audit, paging
from api.store.keys import Keys, SealBroken
from api.store.models import Answer, Photo, Response, Wave
from api.store.paging import Page
from api.store.session import keys_of
from api.store.words import PhotoState
from surveys import picture, picture_metadata

TABLE = "photo"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture to be fetched now, by whoever holds it."""

    id: UUID
    channel: str
    reference: str | None
    """What the platform calls it; None: that was erased, or sealed with a key that is
    not ours."""
    sent_at: datetime
    attempts: int
    """How often it was tried, this time among them."""
    faults: int
    """How often in a row without a word from its platform, should this try end so."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A picture as it is kept, sealed for its row."""

    media_type: str
    content: bytes


def sealed(keys: Keys, photo_id: UUID, content: bytes) -> Sealed | None:
    """What somebody sent as a picture, sealed without what its camera wrote beside it:
    where it was taken, and with what, nobody was asked. None: it is no photograph, or
    none from which that can be taken off.

    Takes as long as the picture is large; no transaction is open meanwhile.
    """
    media_type = picture.media_type(content)
    if media_type is None:
        return None
    bare = picture_metadata.without(content, media_type)
    if bare is None:
        return None
    return Sealed(media_type, keys.seal(TABLE, photo_id, bare))


def expect(
    session: Session,
    response_id: UUID,
    question_key: str,
    *,
    channel: str,
    account: str,
    now: datetime,
) -> None:
    """The answer just kept is a picture; it is to be fetched from this account."""
    session.add(
        Photo(
            response_id=response_id,
            question_key=question_key,
            channel=channel,
            account=account,
            next_at=now,
            sent_at=now,
        )
    )
    session.flush()


def any_due(
    session: Session, accounts: Collection[tuple[str, str]], now: datetime
) -> bool:
    return session.execute(_due(accounts, now).limit(1)).first() is not None


def hold(
    session: Session,
    accounts: Collection[tuple[str, str]],
    now: datetime,
    lease: timedelta,
    limit: int,
) -> list[Wanted]:
    """Pictures of these accounts (channel, account) that are due, ours until the lease
    lapses; the attempt is counted. Whoever dies in it is replaced afterwards."""
    ids = session.scalars(
        _due(accounts, now)
        .order_by(col(Photo.next_at), col(Photo.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    if not ids:
        return []
    session.execute(
        update(Photo)
        .where(col(Photo.id).in_(ids))
        .values(
            next_at=now + lease,
            attempts=col(Photo.attempts) + 1,
            faults=col(Photo.faults) + 1,
        )
    )
    rows = session.execute(
        select(
            col(Photo.id),
            col(Photo.channel),
            col(Photo.sent_at),
            col(Photo.attempts),
            col(Photo.faults),
            col(Answer.response_id),
            col(Answer.text_sealed),
        )
        .join(
            Answer,
            (col(Answer.response_id) == col(Photo.response_id))
            & (col(Answer.question_key) == col(Photo.question_key)),
        )
        .where(col(Photo.id).in_(ids))
    )
    keys = keys_of(session)
    return [
        Wanted(
            row.id,
            row.channel,
            _reference(keys, row),
            row.sent_at,
            row.attempts,
            row.faults,
        )
        for row in rows
    ]


def store(session: Session, photo_id: UUID, kept: Sealed) -> bool:
    """Keep the picture, sealed (`sealed`) before the transaction; False: it is not
    wanted any more."""
    return _end(
        session,
        photo_id,
        state=PhotoState.STORED,
        reason=None,
        media_type=kept.media_type,
        content_sealed=kept.content,
    )


def put_off(
    session: Session, photo_id: UUID, reason: str, until: datetime, *, faults: int = 0
) -> bool:
    """It could not be fetched now; nobody tries before then. `faults` in a row were no
    platform's."""
    return _end(session, photo_id, reason=reason, next_at=until, faults=faults)


def give_up(session: Session, photo_id: UUID, reason: str) -> bool:
    """It cannot be had."""
    return _end(session, photo_id, state=PhotoState.UNAVAILABLE, reason=reason)


def page(
    session: Session, wave: Wave, *, after: str | None = None, limit: int = paging.MOST
) -> Page[Photo]:
    """A wave's pictures, without their bytes, in no order that tells anything."""
    of_wave = (
        select_rows(Photo)
        .join(Response, col(Response.id) == col(Photo.response_id))
        .where(col(Response.wave_id) == wave.id)
        .options(defer(Photo.content_sealed, raiseload=True))  # type: ignore[arg-type]
    )
    return paging.page(session, of_wave, col(Photo.id), after=after, limit=limit)


def show(
    session: Session, wave: Wave, photo_id: UUID, *, by: str, now: datetime
) -> tuple[str, bytes]:
    """A stored picture of the wave, its bytes as they are sealed for their row, and its
    type. That `by` saw it is written down. A 404 where there is none, or not yet."""
    found = session.execute(
        select(col(Photo.media_type), col(Photo.content_sealed))
        .join(Response, col(Response.id) == col(Photo.response_id))
        .where(
            col(Photo.id) == photo_id,
            col(Response.wave_id) == wave.id,
            col(Photo.state) == PhotoState.STORED,
        )
    ).first()
    if found is None:
        raise not_found("photo")
    audit.record(
        session,
        actor=by,
        action="photo.show",
        subject=f"photo:{photo_id}",
        now=now,
        wave=wave.key,
    )
    return found.media_type, found.content_sealed


def gone_with(which: ColumnElement[bool]) -> Any:
    """What erases the pictures of these answers."""
    answers = select(col(Answer.response_id), col(Answer.question_key)).where(which)
    return delete(Photo).where(
        tuple_(col(Photo.response_id), col(Photo.question_key)).in_(answers)
    )


def brought_by(contacts: Sequence[UUID]) -> Any:
    """What erases the pictures that these brought and that are no answers yet."""
    return delete(Photo).where(col(Photo.contact_id).in_(contacts))


def _reference(keys: Keys, row: Row[Any]) -> str | None:
    """One that cannot be read must not hold up the others."""
    if row.text_sealed is None:
        return None
    try:
        return keys.unseal("answer", row.response_id, row.text_sealed).decode()
    except SealBroken:
        return None


def _due(accounts: Collection[tuple[str, str]], now: datetime) -> Any:
    return select(col(Photo.id)).where(
        col(Photo.state) == PhotoState.WAITING,
        col(Photo.next_at) <= now,
        tuple_(col(Photo.channel), col(Photo.account)).in_(list(accounts)),
    )


def _end(session: Session, photo_id: UUID, **values: Any) -> bool:
    """What became of it, unless it was erased, or another has fetched it."""
    done: Any = session.execute(
        update(Photo)
        .where(col(Photo.id) == photo_id, col(Photo.state) == PhotoState.WAITING)
        .values(**values)
    )
    return bool(done.rowcount)
