"""What residents agreed to, under which words, and what they took back."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.store.models import Consent
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
    withdraw(session, resident_id, purpose, now)
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
