"""Leases: who runs a job or sends for an account now, so that nobody else does."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, false, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session

from api.store.models import JobRun

# Who holds a job that has only been heard of.
NOBODY = UUID(int=0)

_run = JobRun.__table__  # type: ignore[attr-defined]


def hold(
    session: Session, name: str, holder: UUID, now: datetime, lease: timedelta
) -> bool:
    """Take or renew the lease; False while another process has it."""
    free = (_run.c.leased_until <= now) | (_run.c.holder == holder)
    return _take(session, name, holder, now + lease, where=free)


def is_due(session: Session, name: str, now: datetime, every: timedelta) -> bool:
    """Whether a job may be due: a look that takes no lock."""
    run = session.get(JobRun, name)
    if run is None:
        return True
    return run.leased_until <= now and (
        run.last_run_at is None or run.last_run_at <= now - every
    )


def last_run(session: Session, name: str) -> datetime | None:
    """When the job's last run that succeeded began; None: nobody knows of one."""
    run = session.get(JobRun, name)
    return None if run is None else run.last_run_at


def begin(
    session: Session,
    name: str,
    holder: UUID,
    now: datetime,
    *,
    every: timedelta,
    lease: timedelta,
) -> bool:
    """Take a job that is due, for as long as the lease; False: it is not, or somebody
    is at it. It counts as run once it is `done`."""
    never = _run.c.last_run_at.is_(None)
    due = (_run.c.leased_until <= now) & (never | (_run.c.last_run_at <= now - every))
    return _take(session, name, holder, now + lease, where=due)


def done(session: Session, name: str, holder: UUID, begun_at: datetime) -> None:
    """The job that began then has succeeded: it is due again a period later."""
    session.execute(
        update(_run)
        .where(_run.c.name == name, _run.c.holder == holder)
        .values(leased_until=begun_at, last_run_at=begun_at)
    )


def put_off(session: Session, name: str, holder: UUID, until: datetime) -> None:
    """The job has failed: nobody tries again before then."""
    session.execute(
        update(_run)
        .where(_run.c.name == name, _run.c.holder == holder)
        .values(leased_until=until)
    )


def count_from(session: Session, name: str, now: datetime) -> bool:
    """A job nobody has heard of counts as run now; False: it is known already."""
    return _take(session, name, NOBODY, now, last_run_at=now, where=false())


def release(session: Session, name: str, holder: UUID) -> None:
    """Let another process take over at once."""
    session.execute(delete(_run).where(_run.c.name == name, _run.c.holder == holder))


def _take(
    session: Session,
    name: str,
    holder: UUID,
    until: datetime,
    *,
    where: ColumnElement[bool],
    **first: datetime,
) -> bool:
    """Write the row, or change it if it is as `where` wants it; whether it was done."""
    dialect = session.get_bind().dialect.name
    make = sqlite_insert if dialect == "sqlite" else postgres_insert
    lease = {"holder": holder, "leased_until": until}
    claim = (
        make(_run)
        .values(name=name, **lease, **first)
        .on_conflict_do_update(index_elements=["name"], set_=lease, where=where)
        .returning(_run.c.name)
    )
    return session.execute(claim).first() is not None
