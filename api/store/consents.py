"""What residents agreed to, under which words, and what they took back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select, update

from api.store.models import Consent, Resident
from api.store.words import ConsentPurpose


def in_force(
    session: Session, resident_id: UUID, purpose: ConsentPurpose
) -> Consent | None:
    return session.exec(
        select(Consent).where(
            Consent.resident_id == resident_id,
            Consent.purpose == purpose,
            col(Consent.withdrawn_at).is_(None),
        )
    ).first()


def give(
    session: Session,
    resident_id: UUID,
    purpose: ConsentPurpose,
    *,
    version: str,
    channel: str,
    now: datetime,
) -> Consent:
    """Agreed now. The same words agreed to twice leave one row; newer words replace
    the older consent."""
    held = in_force(session, resident_id, purpose)
    if held is not None and held.notice_version == version:
        return held
    if held is not None:
        # What another channel gave since we looked is not withdrawn unseen.
        held.withdrawn_at = now
        session.flush()
    consent = Consent(
        resident_id=resident_id,
        purpose=purpose,
        notice_version=version,
        channel=channel,
        given_at=now,
    )
    session.add(consent)
    session.flush()
    return consent


def withdraw(
    session: Session, resident_id: UUID, purpose: ConsentPurpose, now: datetime
) -> bool:
    """Taken back now; whether there was anything to take back."""
    held = in_force(session, resident_id, purpose)
    if held is None:
        return False
    held.withdrawn_at = now
    session.add(held)
    session.flush()
    return True


def taken_back(session: Session) -> dict[UUID, datetime]:
    """Consents withdrawn for good, nothing given in their place -> when."""
    later = aliased(Consent)
    given_again = exists().where(
        col(later.resident_id) == col(Consent.resident_id),
        col(later.purpose) == col(Consent.purpose),
        col(later.withdrawn_at).is_(None),
    )
    rows = session.exec(
        select(Consent.id, Consent.withdrawn_at).where(
            col(Consent.withdrawn_at).is_not(None), ~given_again
        )
    )
    return {id_: at for id_, at in rows if at is not None}


def take_back_again(session: Session, times: Mapping[UUID, datetime]) -> int:
    """Withdraw the consents that an older state of the database has in force."""
    count = 0
    for id_, at in times.items():
        done = session.exec(
            update(Consent)
            .where(col(Consent.id) == id_, col(Consent.withdrawn_at).is_(None))
            .values(withdrawn_at=at)
        )
        count += int(done.rowcount)
    return count


def refusals(session: Session) -> list[Consent]:
    """Who wants no invitations: said by giving, and lost with an older state of the
    database unlike what is taken back."""
    return list(
        session.exec(
            select(Consent).where(
                Consent.purpose == ConsentPurpose.NO_INVITATIONS,
                col(Consent.withdrawn_at).is_(None),
            )
        )
    )


def refuse_again(session: Session, refused: Iterable[Consent]) -> int:
    """Put back the refusals that an older state of the database does not know, of
    residents it knows; how many."""
    count = 0
    for row in refused:
        known = session.get(Resident, row.resident_id) is not None
        if known and in_force(session, row.resident_id, row.purpose) is None:
            session.merge(Consent(**row.model_dump()))
            session.flush()
            count += 1
    return count
