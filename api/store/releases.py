"""Releases: a value is published when two officers want it to be.

Both decide about one record, by its hash. Whoever entered or proposed a value does not
approve it, and what has changed since it was proposed is not approved unseen.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from api.errors import DomainError, not_found
from api.store import audit, exposing, officers, records, values
from api.store.broadcasts import VALID
from api.store.exposing import Looked
from api.store.locks import held
from api.store.models import IndicatorRelease, IndicatorValue
from surveys import record as surveys_record
from surveys.record import Approvals, IndicatorRecord

MOST_WHY = 500


def propose(
    session: Session,
    value_id: UUID,
    officer_id: UUID,
    now: datetime,
    *,
    responsible: str | None = None,
    contact: str | None = None,
    looked: Looked | None = None,
) -> IndicatorRelease:
    """Ask a second officer to publish this value with its record as it is now.

    `responsible` and `contact` are for figures of no wave, whose record does not say
    them yet. A record with an empty field is refused, and its names are told; so is
    one that would give a few people away, and which released figure it does so with.
    `looked` is what `look` has found before: it spares reading the answers here.
    """
    officer = officers.get(session, officer_id)
    value = _newest(session, value_id)
    record = _written(records.of(session, value), responsible, contact)
    _refuse_gaps(record, approved=False)
    exposing.refuse(session, value, record, looked)
    release = of_value(session, value.id)
    if release is None:
        release = IndicatorRelease(
            value_id=value.id,
            record={},
            sha256="",
            proposed_by=officer.id,
            proposed_at=now,
        )
    elif release.approved_at is not None:
        raise DomainError(409, "error.value_published")
    release.record = record.model_dump(mode="json")
    release.sha256 = surveys_record.sha256(record)
    release.proposed_by, release.proposed_at = officer.id, now
    session.add(release)
    session.flush()
    _record(session, release, "propose", officer.id, now)
    return release


def approve(
    session: Session,
    release_id: UUID,
    officer_id: UUID,
    *,
    seen_sha256: str,
    now: datetime,
    looked: Looked | None = None,
) -> IndicatorRelease:
    """Publish it. `seen_sha256` is of the record the officer read; `looked` as for
    `propose`: others may have been published since."""
    officer = officers.get(session, officer_id)
    release = held(session, IndicatorRelease, release_id)
    if release is None or release.approved_at is not None:
        raise DomainError(409, "error.value_not_proposed")
    value = _newest(session, release.value_id)
    if officer.id in (release.proposed_by, value.entered_by):
        raise DomainError(403, "error.own_value")
    if now - release.proposed_at > VALID:
        raise DomainError(409, "error.proposal_expired")
    proposed = IndicatorRecord.model_validate(release.record)
    current = records.of(session, value)
    if value.wave_id is None:
        current = _written(current, proposed.responsible, proposed.contact)
    hashes = {seen_sha256, release.sha256, surveys_record.sha256(current)}
    if len({*hashes, surveys_record.sha256(proposed)}) > 1:
        raise DomainError(409, "error.record_changed")
    exposing.refuse(session, value, proposed, looked)
    author = officers.get(session, release.proposed_by)
    decided = proposed.model_copy(
        update={
            "approvals": Approvals(
                proposed_by=author.name,
                proposed_at=release.proposed_at,
                approved_by=officer.name,
                approved_at=now,
            )
        }
    )
    _refuse_gaps(decided, approved=True)
    release.record = decided.model_dump(mode="json")
    release.approved_by, release.approved_at = officer.id, now
    session.flush()
    _record(session, release, "approve", officer.id, now)
    return release


def look(session: Session, value_id: UUID) -> Looked | None:
    """Whether publishing the value would give a few people away; None: it has no
    record. Reads the answers of its wave: for a large one outside the writing."""
    value = _value(session, value_id)
    if value.record is None:
        return None
    return exposing.look(session, value, records.of(session, value))


def get(session: Session, release_id: UUID) -> IndicatorRelease:
    release = session.get(IndicatorRelease, release_id)
    if release is None:
        raise not_found("release")
    return release


def of_value(session: Session, value_id: UUID) -> IndicatorRelease | None:
    """The release of a value, decided or not; None: nobody has proposed it."""
    return session.scalars(
        select(IndicatorRelease).where(col(IndicatorRelease.value_id) == value_id)
    ).first()


def waiting(session: Session) -> list[IndicatorRelease]:
    """What a second officer has to decide about, the oldest first."""
    return list(
        session.scalars(
            select(IndicatorRelease)
            .where(col(IndicatorRelease.approved_at).is_(None))
            .order_by(col(IndicatorRelease.proposed_at))
        )
    )


def record_of(release: IndicatorRelease) -> IndicatorRecord:
    """The record both officers saw; with their names once it is published."""
    return IndicatorRecord.model_validate(release.record)


def withdraw(
    session: Session,
    value_id: UUID,
    officer_id: UUID,
    *,
    reason: str,
    why: str,
    now: datetime,
) -> IndicatorValue:
    """Take a value back at once; stopping needs no second officer.

    `why` is published in the value's place.
    """
    officer = officers.get(session, officer_id)
    value = _value(session, value_id)
    why = why.strip()
    if not why or len(why) > MOST_WHY or "\x00" in why:
        raise DomainError(422, "error.text_shape", most=MOST_WHY)
    withdrawn = values.withdraw(session, value, reason=reason, why=why, now=now)
    audit.record(
        session,
        actor=officers.actor(officer.id),
        action="value.withdraw",
        subject=f"value:{value.id}",
        now=now,
        code=value.code,
        period=value.period,
        reason=reason,
    )
    return withdrawn


def _value(session: Session, value_id: UUID) -> IndicatorValue:
    value = session.get(IndicatorValue, value_id)
    if value is None:
        raise not_found("value")
    return value


def _newest(session: Session, value_id: UUID) -> IndicatorValue:
    """The value, if it is the newest of its row and not taken back."""
    value = _value(session, value_id)
    newest = values.last(
        session, value.framework, value.code, value.period, value.language
    )
    if newest is None or newest.id != value.id or value.status == values.WITHDRAWN:
        raise DomainError(409, "error.value_not_newest")
    return value


def _written(
    record: IndicatorRecord, responsible: str | None, contact: str | None
) -> IndicatorRecord:
    return record.model_copy(
        update={
            "responsible": record.responsible or responsible or None,
            "contact": record.contact or contact or None,
        }
    )


def _refuse_gaps(record: IndicatorRecord, *, approved: bool) -> None:
    fields = surveys_record.missing(record, approved=approved)
    if fields:
        raise DomainError(409, "error.record_incomplete", fields=fields)


def _record(
    session: Session,
    release: IndicatorRelease,
    action: str,
    officer_id: UUID,
    now: datetime,
) -> None:
    audit.record(
        session,
        actor=officers.actor(officer_id),
        action=f"release.{action}",
        subject=f"release:{release.id}",
        now=now,
        sha256=release.sha256,
    )
