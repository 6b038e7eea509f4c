"""How many paid messages an account may still send this month."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, select

from api.store.models import ChannelQuota


@dataclass(frozen=True, slots=True)
class Room:
    """What sending to many meets on a channel this month."""

    known: bool
    left: int | None
    """None: no limit (when known)."""
    parked: int
    """Recipients whose message will wait for their own next one."""


def note(
    session: Session,
    channel: str,
    account: str,
    *,
    allowed: int | None,
    used: int,
    now: datetime,
) -> None:
    """What the platform says; both figures count what others sent too."""
    quota = session.get(ChannelQuota, (channel, account))
    if quota is None:
        quota = ChannelQuota(channel=channel, account=account, checked_at=now)
    quota.allowed = allowed
    quota.used = used
    quota.checked_at = now
    session.add(quota)
    session.flush()


def spend(session: Session, channel: str, account: str, count: int) -> None:
    """Count what we sent until the platform is asked again."""
    # Added by the database: calls that end at the same time all count.
    session.execute(
        update(ChannelQuota)
        .where(*_of(channel, account))
        .values(used=col(ChannelQuota.used) + count)
    )


def exhaust(session: Session, channel: str, account: str) -> None:
    """The platform refuses for want of quota, whatever we counted."""
    session.execute(
        update(ChannelQuota)
        .where(
            *_of(channel, account), col(ChannelQuota.used) < col(ChannelQuota.allowed)
        )
        .values(used=col(ChannelQuota.allowed))
    )


def room(session: Session, channel: str, wanted: int, *, reserve: int) -> Room:
    """What becomes of `wanted` paid messages when `reserve` are kept back."""
    quota = session.exec(
        select(ChannelQuota).where(col(ChannelQuota.channel) == channel)
    ).first()
    if quota is None or quota.allowed is None:
        return Room(known=quota is not None, left=None, parked=0)
    left = max(0, quota.allowed - quota.used)
    return Room(known=True, left=left, parked=max(0, wanted - max(0, left - reserve)))


def checked_at(session: Session, channel: str, account: str) -> datetime | None:
    quota = session.get(ChannelQuota, (channel, account))
    return quota.checked_at if quota else None


def _of(channel: str, account: str) -> tuple[ColumnElement[bool], ...]:
    return (col(ChannelQuota.channel) == channel, col(ChannelQuota.account) == account)
