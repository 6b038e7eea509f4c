"""What became of those a wave asked: counted by outcome, with the rates that follow.

Whom a wave invited stands in its invitations. Of a list their outcome is worked out
from the response and the message that invited (`invited`); of a drawn sample of
households the people at the door write it down (`entry`). Drawn households of which
nothing was ever written down are of unknown eligibility: they are in the denominators.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from api.store import invited
from api.store.marking import Exclusion
from api.store.models import Invitation, Response, Wave
from api.store.session import Database
from api.store.words import ResponseState
from surveys import quality
from surveys.estimate import outcomes as estimate
from surveys.estimate.outcomes import Code, Frame, OpenLink, Outcomes, Rates

STARTED = (ResponseState.STARTED, ResponseState.PAUSED, ResponseState.COMPLETE)
ANSWERED = (Code.COMPLETE, Code.PARTIAL)
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
    tally[Code.UNKNOWN] += unheard_of(session, wave) or 0
    return estimate.count(tally.elements(), screened_in=screened_in)


def heard_of(session: Session, wave: Wave) -> int:
    """How many different households of a drawn sample have an outcome."""
    ids = select(col(Invitation.id)).where(col(Invitation.wave_id) == wave.id)
    twice = _left_out(session, wave.id).get(Exclusion.DUPLICATE, frozenset())
    return sum(id_ not in twice for id_ in session.scalars(ids))


def unheard_of(session: Session, wave: Wave) -> int | None:
    """How many were drawn of whom nothing was written down; None: none were drawn, or
    it is not said how many."""
    if wave.frame != Frame.PROBABILITY or wave.drawn is None:
        return None
    return max(0, wave.drawn - heard_of(session, wave))


def rates(session: Session, wave: Wave) -> Rates:
    """RR1 to RR6; of an open link none, with the reason, nor of a drawn sample before
    it is said how many were drawn."""
    return _rates(wave, count(session, wave))


def open_link(session: Session, wave: Wave) -> OpenLink:
    """Of everybody who came: how many saw the introduction, began and finished.

    Those left out of the figures are left out here too. Where others entered answers,
    nobody counted who was asked and would not begin: how many saw it is not known.
    """
    rows = session.execute(
        select(col(Response.state), col(Response.mode), func.count())
        .where(col(Response.wave_id) == wave.id, col(Response.excluded).is_(None))
        .group_by(col(Response.state), col(Response.mode))
    ).all()
    by_state = Counter[str]()
    for state, _, number in rows:
        by_state[state] += number
    is_entered = any(mode not in quality.READ_THEMSELVES for _, mode, _ in rows)
    return estimate.open_link(
        started=sum(by_state[state] for state in STARTED),
        completed=by_state[ResponseState.COMPLETE],
        opened=None if is_entered else by_state.total(),
    )


def told(session: Session, wave: Wave) -> dict[str, Any]:
    """`outcomes`, `unheard_of`, `rates` and `participation` as evidence keeps them."""
    counted = count(session, wave)
    found = _rates(wave, counted)
    outcomes = None if wave.frame == Frame.OPEN_LINK else asdict(counted)
    return {
        "outcomes": outcomes,
        "unheard_of": unheard_of(session, wave),
        "rates": None
        if found.reason
        else {name: getattr(found, name) for name in (*RATES, "e")},
        "rates_reason": found.reason,
        "participation": asdict(open_link(session, wave)),
    }


def _rates(wave: Wave, counted: Outcomes) -> Rates:
    frame = Frame(wave.frame)
    if frame is Frame.PROBABILITY and wave.drawn is None:
        return Rates(frame, reason=estimate.NO_RATE_NOT_DRAWN)
    return estimate.rates(counted, frame)


def fix(database: Database, wave_id: UUID) -> None:
    """Write the outcome of every invitation down, a few at a time. Opens its own
    transactions."""
    with database.read() as session:
        excluded = frozenset[UUID]().union(*_left_out(session, wave_id).values())
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
    At the door of a drawn household it is always seen whether it is eligible.
    """
    excluded = _left_out(session, wave.id)
    if wave.frame == Frame.PROBABILITY:
        yield from _of_households(session, wave, excluded)
        return
    every = frozenset[UUID]().union(*excluded.values())
    for each in invited.facts(session, wave.id):
        code = Code(each.code)
        if each.outcome is None and each.response_id in every:
            code = Code.NOT_ELIGIBLE
        inside = each.adult is True or code in ANSWERED
        screens = wave.min_age is not None and code is not Code.NOT_ELIGIBLE
        yield code, screens and inside


def _of_households(
    session: Session, wave: Wave, excluded: Mapping[str, frozenset[UUID]]
) -> Iterator[tuple[Code, bool]]:
    """As it was written down, but for answers that are left out of the figures.

    A household's response has the number of its invitation (`entry`). A second form of
    one is no other household; spoilt answers are no interview, of one that was drawn.
    """
    reasons = {id_: reason for reason, ids in excluded.items() for id_ in ids}
    for each in invited.facts(session, wave.id):
        code = Code(each.code)
        match reasons.get(each.invitation_id):
            case None:
                pass
            case Exclusion.DUPLICATE:
                continue
            case Exclusion.SPOILT:
                code = Code.OTHER
            case _:
                code = Code.NOT_ELIGIBLE
        yield code, code in ANSWERED


def _left_out(session: Session, wave_id: UUID) -> dict[str, frozenset[UUID]]:
    """Reason -> the responses that are left out for it."""
    rows = session.execute(
        select(col(Response.excluded), col(Response.id)).where(
            col(Response.wave_id) == wave_id, col(Response.excluded).is_not(None)
        )
    )
    found: dict[str, set[UUID]] = {}
    for reason, id_ in rows:
        found.setdefault(str(reason), set()).add(id_)
    return {reason: frozenset(ids) for reason, ids in found.items()}
