"""What became of those a wave asked: counted by outcome, with the rates that follow.

Whom a wave invited stands in its invitations. Of a list their outcome is worked out
from the response and the message that invited (`invited`); of a drawn sample of
households the people at the door write it down (`entry`).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from api.store import invited
from api.store.models import Invitation, Response, Wave
from api.store.session import Database
from api.store.words import ResponseState
from surveys.estimate import outcomes as estimate
from surveys.estimate.outcomes import Code, Frame, OpenLink, Outcomes, Rates

STARTED = (ResponseState.STARTED, ResponseState.PAUSED, ResponseState.COMPLETE)
RATES = ("rr1", "rr2", "rr3", "rr4", "rr5", "rr6")


def count(session: Session, wave: Wave) -> Outcomes:
    """How many of those invited have each outcome; of an open link nobody was."""
    if wave.frame == Frame.OPEN_LINK:
        return Outcomes()
    screened_in = 0
    tally = Counter[Code]()
    for code, screened in _codes(session, wave):
        tally[code] += 1
        screened_in += screened
    return estimate.count(tally.elements(), screened_in=screened_in)


def rates(session: Session, wave: Wave) -> Rates:
    """RR1 to RR6; of an open link none, with the reason."""
    return estimate.rates(count(session, wave), Frame(wave.frame))


def open_link(session: Session, wave: Wave) -> OpenLink:
    """Of everybody who came: how many saw the introduction, began and finished.

    Those left out of the figures are left out here too.
    """
    rows = session.execute(
        select(col(Response.state), func.count())
        .where(col(Response.wave_id) == wave.id, col(Response.excluded).is_(None))
        .group_by(col(Response.state))
    )
    by_state = {row[0]: int(row[1]) for row in rows}
    return estimate.open_link(
        started=sum(by_state.get(state, 0) for state in STARTED),
        completed=by_state.get(ResponseState.COMPLETE, 0),
        opened=sum(by_state.values()),
    )


def told(session: Session, wave: Wave) -> dict[str, Any]:
    """`outcomes`, `rates` and `participation` as evidence keeps them."""
    if wave.frame == Frame.OPEN_LINK:
        found, outcomes = estimate.rates(Outcomes(), Frame.OPEN_LINK), None
    else:
        counted = count(session, wave)
        found, outcomes = estimate.rates(counted, Frame(wave.frame)), asdict(counted)
    return {
        "outcomes": outcomes,
        "rates": None
        if found.reason
        else {name: getattr(found, name) for name in (*RATES, "e")},
        "rates_reason": found.reason,
        "participation": asdict(open_link(session, wave)),
    }


def fix(database: Database, wave_id: UUID) -> None:
    """Write the outcome of every invitation down, a few at a time. Opens its own
    transactions."""
    with database.read() as session:
        excluded = _left_out(session, wave_id)
        open_ = {
            each.invitation_id: each.response_id in excluded
            for each in invited.facts(session, wave_id)
            if each.outcome is None
        }
    ids = list(open_)
    for start in range(0, len(ids), invited.CHUNK):
        part = ids[start : start + invited.CHUNK]
        with database.write() as session:
            session.execute(
                update(Invitation)
                .where(col(Invitation.id).in_([each for each in part if open_[each]]))
                .values(outcome=Code.NOT_ELIGIBLE.value)
            )
            invited.fix(session, wave_id, part)


def _codes(session: Session, wave: Wave) -> Iterator[tuple[Code, bool]]:
    """The code of everyone invited, and whether the screening let them in.

    What is left out of the figures (staff, a second response) is in no denominator.
    """
    excluded = _left_out(session, wave.id)
    for each in invited.facts(session, wave.id):
        code = Code(each.code)
        if each.outcome is None and each.response_id in excluded:
            code = Code.NOT_ELIGIBLE
        inside = each.adult is True or code in (Code.COMPLETE, Code.PARTIAL)
        screens = wave.min_age is not None and code is not Code.NOT_ELIGIBLE
        yield code, screens and inside


def _left_out(session: Session, wave_id: UUID) -> frozenset[UUID]:
    rows = session.scalars(
        select(col(Response.id)).where(
            col(Response.wave_id) == wave_id, col(Response.excluded).is_not(None)
        )
    )
    return frozenset(rows)
