"""Questions a language model may choose an article for: kept, worked once, let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import Session, col

from api.store import deliveries, events, residents, takebacks
from api.store.models import Contact, Delivery, InboundEvent, ModelReply, ModelTask
from api.store.session import keys_of
from api.store.types import uuid7
from api.store.words import AdviceOutcome, ContactState

# Whoever asked has gone on by then, or reads the suggestions.
FRESH = timedelta(seconds=60)
# On LINE advice waits for their next message, and is of no use long afterwards.
RIDES_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Task:
    """A question to be advised on, as it may leave the town."""

    id: UUID
    language: str
    question: str
    slugs: tuple[str, ...]
    asked_at: datetime


def keep(
    session: Session,
    *,
    contact_id: UUID,
    event_id: UUID,
    language: str,
    masked: str,
    slugs: Sequence[str],
    now: datetime,
    message_hash: str | None = None,
) -> UUID:
    """Keep a question for a model; `masked`: nothing personal is left in it."""
    id_ = uuid7()
    sealed = keys_of(session).seal("model_task", id_, masked.encode("utf-8", "replace"))
    session.add(
        ModelTask(
            id=id_,
            contact_id=contact_id,
            event_id=event_id,
            asked_at=now,
            language=language,
            question_sealed=sealed,
            slugs=list(slugs),
            message_hash=takebacks.mark(session, "model_task", message_hash),
        )
    )
    session.flush()
    return id_


def any_due(session: Session, now: datetime) -> bool:
    return session.execute(_due(now).limit(1)).first() is not None


def hold(session: Session, now: datetime, lease: timedelta, limit: int) -> list[Task]:
    """Tasks nobody is at, the oldest first; ours until the lease lapses."""
    found = session.scalars(
        _due(now)
        .order_by(col(ModelTask.asked_at), col(ModelTask.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    for task in found:
        task.leased_until = now + lease
        session.add(task)
    session.flush()
    return [_readable(session, task) for task in found]


def contact_waiting(session: Session, task_id: UUID) -> Contact | None:
    """Whom the advice is for, locked; None: they went on, or are gone."""
    task = session.get(ModelTask, task_id)
    contact = None if task is None else session.get(Contact, task.contact_id)
    if contact is None or contact.state is not ContactState.ACTIVE:
        return None
    # What they say or press meanwhile waits here, or has let go of the task.
    residents.lock(session, contact.resident_id)
    task = session.get(ModelTask, task_id, populate_existing=True)
    if task is None or task.question_sealed is None:
        return None
    lane = session.execute(
        select(col(InboundEvent.lane)).where(col(InboundEvent.id) == task.event_id)
    ).scalar_one()
    return None if events.has_waiting(session, lane) else contact


def finish(
    session: Session,
    task_id: UUID,
    outcome: AdviceOutcome,
    delivery_id: UUID | None = None,
) -> None:
    """The task is done; its question goes, and only its end is counted, once."""
    one = col(ModelTask.id) == task_id
    if delivery_id is None:
        end: Any = delete(ModelTask).where(one)
    else:
        blank = {"question_sealed": None, "message_hash": None}
        end = update(ModelTask).where(one).values(delivery_id=delivery_id, **blank)
    done: Any = session.execute(end)
    if done.rowcount:
        _count(session, outcome)


def moved_on(
    session: Session,
    contact_id: UUID,
    now: datetime,
    *,
    but: UUID,
    rides: bool,
) -> None:
    """The resident said or pressed something (the event `but`): no advice on what
    they asked before is wanted any more.

    `rides`: advice that is owed may still go along with the reply to it.
    """
    theirs = select(ModelTask).where(
        col(ModelTask.contact_id) == contact_id, col(ModelTask.event_id) != but
    )
    for task in session.scalars(theirs).all():
        if task.delivery_id is None:
            finish(session, task.id, AdviceOutcome.OVERTAKEN)
            continue
        owed = session.get_one(Delivery, task.delivery_id)
        is_late = task.asked_at <= now - RIDES_WITHIN
        if is_late or not rides or owed.state not in deliveries.WAITING:
            deliveries.skip_overtaken(session, owed.id, now)
            session.delete(task)
    session.flush()


def counts(session: Session) -> dict[AdviceOutcome, int]:
    """How many questions came to which end."""
    return {row.outcome: row.count for row in session.scalars(select(ModelReply))}


def _due(now: datetime) -> Any:
    return select(ModelTask).where(
        col(ModelTask.question_sealed).is_not(None),
        or_(col(ModelTask.leased_until).is_(None), col(ModelTask.leased_until) <= now),
    )


def _count(session: Session, outcome: AdviceOutcome) -> None:
    dialect = session.get_bind().dialect.name
    make = sqlite_insert if dialect == "sqlite" else postgres_insert
    session.execute(
        make(ModelReply)
        .values(outcome=outcome, count=1)
        .on_conflict_do_update(
            index_elements=["outcome"], set_={"count": col(ModelReply.count) + 1}
        )
    )


def _readable(session: Session, task: ModelTask) -> Task:
    assert task.question_sealed is not None
    text = keys_of(session).unseal("model_task", task.id, task.question_sealed)
    return Task(task.id, task.language, text.decode(), tuple(task.slugs), task.asked_at)
