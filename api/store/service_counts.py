"""What the service's indicators count, line by line, as of a moment.

Records live on after they were counted. Moments that are kept (closed, sent) are looked
at; where none is kept the line says that it may change, is noted with the figure, and
counts for what was noted once the tables show that its record has gone on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, func, select
from sqlmodel import Session, col

from api.store.models import Asked, Broadcast, Case, CaseEvent, Delivery
from api.store.periods import Span
from api.store.words import CaseState, DeliveryKind, DeliveryState
from content.decide import Outcome

AT_ONCE = 1_000
Tally = tuple[int, int]  # so many, of so many


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is counted. `went_on`: the tables show that it changed since the
    moment, or cannot show whether it did."""

    name: str
    tally: Tally
    may_change: bool = False
    went_on: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where the lines of a figure come from. `has_gone_on` says whether ordinary life
    explains that a line is not what was noted of it."""

    lines: Callable[[Session, Span, datetime], Iterator[Line]]
    has_gone_on: Callable[[Line, Tally], bool]


def _cases(session: Session, span: Span, at: datetime) -> Iterator[Line]:
    """Cases opened in the period whose resident was named a time: answered by it each
    time, of all that can be judged. Who still waits beyond it was not answered.

    A closed case stays as it is. Of another one no table says what was judged by when,
    but every word in it has its moment.
    """
    newest = (
        select(func.max(col(CaseEvent.happened_at)))
        .where(col(CaseEvent.case_id) == col(Case.id))
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            col(Case.number),
            col(Case.in_time),
            col(Case.state),
            col(Case.expected_at),
            col(Case.closed_at),
            newest,
        )
        .where(col(Case.opened_at) >= span.begins, col(Case.opened_at) < span.ends)
        .order_by(col(Case.number)),
        execution_options={"yield_per": AT_ONCE},
    )
    for number, in_time, state, expected_at, closed_at, said_at in rows:
        waits = state is CaseState.OPEN and expected_at is not None
        late = waits and expected_at < span.ends
        judged = in_time is not None or late
        moments = [each for each in (closed_at, said_at) if each is not None]
        yield Line(
            f"case {number}",
            (int(in_time is True and not late), int(judged)),
            may_change=closed_at is None or closed_at > at,
            went_on=any(each > at for each in moments),
        )


def _questions(session: Session, span: Span, at: datetime) -> Iterator[Line]:
    """Questions asked in the period: an article was found and nobody said it did not
    help, of all that were asked.

    When a thumb was pressed is not kept, so thumbs down are one line, taken off.
    """
    rows = session.execute(
        select(col(Asked.id), col(Asked.outcome), col(Asked.helpful))
        .where(col(Asked.asked_at) >= span.begins, col(Asked.asked_at) < span.ends)
        .order_by(col(Asked.id)),
        execution_options={"yield_per": AT_ONCE},
    )
    did_not_help = 0
    for id_, outcome, helpful in rows:
        found = outcome is Outcome.ANSWER
        did_not_help += found and helpful is False
        yield Line(f"question {id_}", (int(found), 1))
    yield Line("did not help", (-did_not_help, 0), may_change=True, went_on=True)


def _reach(session: Session, span: Span, at: datetime) -> Iterator[Line]:
    """Broadcasts whose audience was fixed in the period: messages that went out, of all
    that were owed to who was subscribed."""
    gone = (col(Delivery.state) == DeliveryState.SENT) & (col(Delivery.done_at) <= at)
    rows = session.execute(
        select(col(Broadcast.id), func.sum(case((gone, 1), else_=0)), func.count())
        .join(Delivery, col(Delivery.broadcast_id) == col(Broadcast.id))
        .where(
            col(Broadcast.frozen_at) >= span.begins,
            col(Broadcast.frozen_at) < span.ends,
            col(Delivery.kind) == DeliveryKind.BROADCAST,
            col(Delivery.created_at) <= at,
        )
        .group_by(col(Broadcast.id))
        .order_by(col(Broadcast.id))
    )
    for id_, sent, owed in rows:
        yield Line(f"broadcast {id_}", (int(sent), int(owed)), may_change=True)


def _line_went_on(line: Line, noted: Tally) -> bool:
    return line.went_on


def _some_were_forgotten(line: Line, noted: Tally) -> bool:
    """Whoever is forgotten takes the messages to them along, sent or not."""
    sent, owed = (then - now for then, now in zip(noted, line.tally, strict=True))
    return 0 <= sent <= owed and owed > 0


COUNTS = {
    "cases_in_time": Source(_cases, _line_went_on),
    "questions_answered": Source(_questions, _line_went_on),
    "broadcast_reach": Source(_reach, _some_were_forgotten),
}
