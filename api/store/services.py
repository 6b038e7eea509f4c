"""Figures of the service itself: how much came in, what was answered, what waits."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy import ColumnElement, false, func, or_
from sqlmodel import Session, col, select

from api.store.models import Case, Delivery, InboundEvent, OpenQuestion, Response
from api.store.words import (
    CaseState,
    DeliveryKind,
    DeliveryState,
    EventState,
    QuestionState,
    ResponseState,
)


class Figures(TypedDict):
    """Counts of what began in a period; no figure is about one person."""

    events_taken: dict[str, int]
    """Channel -> events of residents and platforms."""
    events_failed: int
    """Of those, the ones given up after the last attempt; their sender was told."""
    replies_sent: int
    questions_asked: int
    """Questions nobody could answer when they were asked."""
    questions_open: int
    """Of those, the ones that still wait for an officer."""
    cases_opened: int
    cases_open: int
    """Of those, the ones that wait for the town's answer."""
    cases_in_time: int
    """Of those opened, the ones answered each time by the time that was named."""
    cases_overdue: int
    """Of those opened, the ones answered later than that, or waiting beyond it."""
    surveys_completed: int
    broadcast_deliveries: dict[str, int]
    """State -> deliveries."""


def figures(
    session: Session, since: datetime, until: datetime, *, now: datetime
) -> Figures:
    """From `since` on and before `until`; what waits, as it is `now`."""

    def within(column: Any) -> ColumnElement[bool]:
        return (col(column) >= since) & (col(column) < until)

    delivered = within(Delivery.created_at)
    asked = within(OpenQuestion.asked_at)
    opened = within(Case.opened_at)
    # Of a time that was not named nobody can be late; in SQL that is neither.
    waits_late = func.coalesce(
        (col(Case.state) == CaseState.OPEN) & (col(Case.expected_at) < now), false()
    )
    return Figures(
        events_taken=_by(
            session, col(InboundEvent.channel), within(InboundEvent.taken_at)
        ),
        events_failed=_count(
            session,
            within(InboundEvent.taken_at),
            col(InboundEvent.state) == EventState.FAILED,
        ),
        replies_sent=_count(
            session,
            delivered,
            col(Delivery.kind) == DeliveryKind.REPLY,
            col(Delivery.state) == DeliveryState.SENT,
        ),
        questions_asked=_count(session, asked),
        questions_open=_count(
            session, asked, col(OpenQuestion.state) == QuestionState.OPEN
        ),
        cases_opened=_count(session, opened),
        cases_open=_count(session, opened, col(Case.state) == CaseState.OPEN),
        cases_in_time=_count(session, opened, col(Case.in_time).is_(True), ~waits_late),
        cases_overdue=_count(
            session, opened, or_(col(Case.in_time).is_(False), waits_late)
        ),
        surveys_completed=_count(
            session,
            within(Response.completed_at),
            col(Response.state) == ResponseState.COMPLETE,
        ),
        broadcast_deliveries=_by(
            session,
            col(Delivery.state),
            delivered,
            col(Delivery.kind) == DeliveryKind.BROADCAST,
        ),
    )


def deliveries_by_state(session: Session) -> dict[tuple[str, str], int]:
    """(channel, state) -> deliveries, of all time: for the metrics."""
    rows = session.exec(
        select(Delivery.channel, Delivery.state, func.count()).group_by(
            col(Delivery.channel), col(Delivery.state)
        )
    )
    return {(channel, str(state)): count for channel, state, count in rows}


def events_by_channel(session: Session) -> dict[str, int]:
    """Channel -> events taken, of all time: for the metrics."""
    return _by(session, col(InboundEvent.channel))


def _count(session: Session, *where: ColumnElement[bool]) -> int:
    return session.exec(select(func.count()).where(*where)).one()


def _by(session: Session, column: Any, *where: ColumnElement[bool]) -> dict[str, int]:
    rows: Iterable[tuple[Any, int]] = session.exec(
        select(column, func.count()).where(*where).group_by(column).order_by(column)
    )
    return {str(name): count for name, count in rows}
