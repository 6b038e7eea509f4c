"""How many paid messages an account may still send this month."""

from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col

from api.store.models import ChannelQuota


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


def checked_at(session: Session, channel: str, account: str) -> datetime | None:
    quota = session.get(ChannelQuota, (channel, account))
    return quota.checked_at if quota else None


def _of(channel: str, account: str) -> tuple[ColumnElement[bool], ...]:
    return (col(ChannelQuota.channel) == channel, col(ChannelQuota.account) == account)
