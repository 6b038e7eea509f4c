"""How many paid messages an account may still send this month."""

from datetime import datetime

from sqlmodel import Session

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
    quota = session.get(ChannelQuota, (channel, account))
    if quota is not None:
        quota.used += count
        session.add(quota)


def exhaust(session: Session, channel: str, account: str) -> None:
    """The platform refuses for want of quota, whatever we counted."""
    quota = session.get(ChannelQuota, (channel, account))
    if quota is not None and quota.allowed is not None:
        quota.used = max(quota.used, quota.allowed)
        session.add(quota)


def left(session: Session, channel: str, account: str) -> int | None:
    """Paid messages left; None: no limit, or the platform was not asked yet."""
    quota = session.get(ChannelQuota, (channel, account))
    if quota is None or quota.allowed is None:
        return None
    return max(0, quota.allowed - quota.used)


def checked_at(session: Session, channel: str, account: str) -> datetime | None:
    quota = session.get(ChannelQuota, (channel, account))
    return quota.checked_at if quota else None
