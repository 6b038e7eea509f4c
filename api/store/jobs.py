"""Leases: who runs a job or sends for an account now, so that nobody else does."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session

from api.store.models import JobRun

# A job that any worker may run next has no holder.
NOBODY = UUID(int=0)

_run = JobRun.__table__  # type: ignore[attr-defined]


def hold(
    session: Session, name: str, holder: UUID, now: datetime, lease: timedelta
) -> bool:
    """Take or renew the lease; False while another process has it."""
    dialect = session.get_bind().dialect.name
    make = sqlite_insert if dialect == "sqlite" else postgres_insert
    until = now + lease
    claim = (
        make(_run)
        .values(name=name, holder=holder, leased_until=until)
        .on_conflict_do_update(
            index_elements=["name"],
            set_={"holder": holder, "leased_until": until},
            where=(_run.c.leased_until <= now) | (_run.c.holder == holder),
        )
        .returning(_run.c.name)
    )
    return session.execute(claim).first() is not None


def may_run(session: Session, name: str, now: datetime) -> bool:
    """Whether the job may be due: a look that takes no lock."""
    run = session.get(JobRun, name)
    return run is None or run.leased_until <= now


def never_ran(session: Session, name: str) -> bool:
    return session.get(JobRun, name) is None


def due(session: Session, name: str, now: datetime, every: timedelta) -> bool:
    """Whether a job last ran long enough ago; if so, it counts as run now."""
    dialect = session.get_bind().dialect.name
    make = sqlite_insert if dialect == "sqlite" else postgres_insert
    claim = (
        make(_run)
        .values(name=name, holder=NOBODY, leased_until=now + every, last_run_at=now)
        .on_conflict_do_update(
            index_elements=["name"],
            set_={"leased_until": now + every, "last_run_at": now},
            where=_run.c.leased_until <= now,
        )
        .returning(_run.c.name)
    )
    return session.execute(claim).first() is not None


def release(session: Session, name: str, holder: UUID) -> None:
    """Let another process take over at once."""
    session.execute(delete(_run).where(_run.c.name == name, _run.c.holder == holder))
