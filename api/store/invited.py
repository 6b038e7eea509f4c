"""What became of those who were invited: facts for outcome rates, and how these stay
when the person is forgotten."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, case, exists, func, select, update
from sqlmodel import Session, col

from api.store import deliveries, waves
from api.store.eligible import TERMINAL
from api.store.models import (
    Answer,
    Consent,
    Contact,
    Delivery,
    Invitation,
    Response,
    ResponseLink,
    Wave,
)
from api.store.words import (
    ConsentPurpose,
    ContactState,
    DeliveryState,
    ResponseState,
    WaveState,
)
from surveys import flow, route
from surveys.definition import Survey
from surveys.estimate import outcomes
from surveys.flow import State

# Invitations looked up at a time.
CHUNK = 500
_ACCEPTED = (DeliveryState.SENT, DeliveryState.UNKNOWN)
_STARTED = (ResponseState.STARTED, ResponseState.PAUSED, ResponseState.COMPLETE)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one invitation."""

    invitation_id: UUID
    segment: str | None
    invited_at: datetime
    reminded: int
    sent: DeliveryState | None
    """What became of the message that invited; None: there was none, or the person was
    forgotten."""
    reason: str | None
    """Why it was not sent."""
    response_id: UUID | None
    response: ResponseState | None
    """None: they never came to the survey, or are not known any more."""
    required_answered: float
    """The part of the required questions that is answered, 0 to 1."""
    key_answered: bool
    """Whether the survey's key question is; True where it has none."""
    adult: bool | None
    """What was said where the wave asks for a least age."""
    asks_age: bool
    refused: bool
    """Said since that they want to be asked to no survey."""
    blocked: bool
    """Every channel of theirs is closed to us now."""
    outcome: str | None
    """The code, where it is fixed already: nothing else need be looked at."""

    @property
    def facts(self) -> outcomes.Facts:
        """As AAPOR's codes are told from them.

        A block counts as a refusal where the invitation had arrived; before, the
        message could not be sent.
        """
        accepted = self.sent in _ACCEPTED
        started = self.response in _STARTED
        declined = self.response is ResponseState.DECLINED
        return outcomes.Facts(
            required_answered=self.required_answered,
            key_answered=self.key_answered,
            started=started,
            refused=declined or self.refused or (self.blocked and accepted),
            send_accepted=accepted,
            send_failed=not accepted,
            screening_unanswered=self.asks_age and started and self.adult is None,
            screened_out=self.response is ResponseState.INELIGIBLE,
        )

    @property
    def code(self) -> str:
        """AAPOR's code: the fixed one, else by what is known now."""
        return self.outcome or outcomes.code_of(self.facts).value


def facts(session: Session, wave_id: UUID) -> Iterator[Standing]:
    """Every invitation to a wave, in the order they were made, as it stands now."""
    ids = session.scalars(
        select(col(Invitation.id))
        .where(col(Invitation.wave_id) == wave_id)
        .order_by(col(Invitation.id))
    ).all()
    for part in _chunks(ids):
        yield from _standings(session, wave_id, part)


def fix(session: Session, wave_id: UUID, ids: Collection[UUID] | None = None) -> int:
    """Write down the outcome of a wave's invitations, or of these, where it is not
    fixed yet; how many."""
    if ids is None:
        open_ = select(col(Invitation.id)).where(
            col(Invitation.wave_id) == wave_id, col(Invitation.outcome).is_(None)
        )
        ids = session.scalars(open_).all()
    fixed = 0
    for part in _chunks(list(ids)):
        by_code: dict[str, list[UUID]] = {}
        for each in _standings(session, wave_id, part):
            if each.outcome is None:
                by_code.setdefault(each.code, []).append(each.invitation_id)
        for code, theirs in by_code.items():
            which = col(Invitation.id).in_(theirs)
            session.execute(update(Invitation).where(which).values(outcome=code))
            fixed += len(theirs)
    return fixed


def let_go(session: Session, resident_id: UUID) -> int:
    """Take a resident's name off their invitations, whose outcomes stay; how many."""
    rows = session.execute(
        select(col(Invitation.id), col(Invitation.wave_id)).where(
            col(Invitation.resident_id) == resident_id
        )
    ).all()
    return _let_go(session, rows)


def let_go_old(session: Session, before: datetime, limit: int = CHUNK) -> int:
    """As `let_go`, for up to `limit` invitations made before this moment to waves that
    are over; how many."""
    rows = session.execute(
        select(col(Invitation.id), col(Invitation.wave_id))
        .join(Wave, col(Wave.id) == col(Invitation.wave_id))
        .where(
            col(Invitation.invited_at) < before,
            col(Invitation.resident_id).is_not(None),
            col(Wave.state).in_((WaveState.CLOSED, WaveState.FROZEN)),
        )
        .limit(limit)
    ).all()
    return _let_go(session, rows)


def merge(session: Session, *, kept: UUID, gone: UUID, now: datetime) -> None:
    """Two residents turn out to be one person, who was invited once to a wave.

    Of two invitations to an open wave the older stays, with the reminders of both; of
    a wave that is over both stay in the list they were counted in.
    """
    ours = {row.wave_id: row for row in _of(session, kept)}
    for theirs in _of(session, gone):
        rival = ours.get(theirs.wave_id)
        if rival is None:
            theirs.resident_id = kept
            session.add(theirs)
            continue
        if session.get_one(Wave, theirs.wave_id).state is not WaveState.OPEN:
            _let_go(session, [(theirs.id, theirs.wave_id)])
            continue
        first, second = sorted((rival, theirs), key=lambda each: each.id)
        reminded = max(first.reminded, second.reminded)
        last = max(filter(None, (first.reminded_at, second.reminded_at)), default=None)
        sent_id = first.delivery_id or second.delivery_id
        if second.delivery_id != sent_id:
            twice = col(Delivery.id) == second.delivery_id
            session.execute(deliveries.skipping("overtaken", now, twice))
        session.delete(second)
        session.flush()
        first.resident_id, first.delivery_id = kept, sent_id
        first.reminded, first.reminded_at = reminded, last
        session.add(first)
    session.flush()


def _chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def _of(session: Session, resident_id: UUID) -> list[Invitation]:
    query = select(Invitation).where(col(Invitation.resident_id) == resident_id)
    return list(session.scalars(query))


def _let_go(session: Session, rows: Collection[Any]) -> int:
    by_wave: dict[UUID, list[UUID]] = {}
    for id_, wave_id in rows:
        by_wave.setdefault(wave_id, []).append(id_)
    for wave_id, ids in by_wave.items():
        fix(session, wave_id, ids)
        session.execute(
            update(Invitation)
            .where(col(Invitation.id).in_(ids))
            .values(resident_id=None, delivery_id=None)
        )
    return len(rows)


def _standings(
    session: Session, wave_id: UUID, ids: Collection[UUID]
) -> list[Standing]:
    wave = session.get_one(Wave, wave_id)
    survey = waves.survey_of(session, wave)
    resident_id = col(Invitation.resident_id)
    rows = session.execute(
        select(Invitation, Delivery, Response, _refused(resident_id), _blocked())
        .outerjoin(Delivery, col(Delivery.id) == col(Invitation.delivery_id))
        .outerjoin(
            ResponseLink,
            (col(ResponseLink.wave_id) == col(Invitation.wave_id))
            & (col(ResponseLink.resident_id) == resident_id),
        )
        .outerjoin(Response, col(Response.id) == col(ResponseLink.response_id))
        .where(col(Invitation.id).in_(ids))
        .order_by(col(Invitation.id))
    ).all()
    answered = _answers(session, [row[2].id for row in rows if row[2] is not None])
    return [_standing(wave, survey, row, answered) for row in rows]


def _standing(
    wave: Wave,
    survey: Survey,
    row: Row[Any],
    answered: dict[UUID, dict[str, flow.Answer]],
) -> Standing:
    invitation, delivery, response, refused, blocked = tuple(row)
    given = {} if response is None else answered.get(response.id, {})
    order = None if response is None else response.asked_order
    key = survey.key_question
    return Standing(
        invitation_id=invitation.id,
        segment=invitation.segment,
        invited_at=invitation.invited_at,
        reminded=invitation.reminded,
        sent=None if delivery is None else delivery.state,
        reason=None if delivery is None else delivery.reason,
        response_id=None if response is None else response.id,
        response=None if response is None else response.state,
        required_answered=required_answered(survey, given, order),
        key_answered=key is None or _is_answered(given.get(key)),
        adult=None if response is None else response.adult,
        asks_age=wave.min_age is not None,
        refused=bool(refused),
        blocked=bool(blocked),
        outcome=invitation.outcome,
    )


def required_answered(
    survey: Survey, given: route.Answers, order: route.Order = None
) -> float:
    """The part of the required questions that have an answer, of those the answers
    lead to; 0 to 1. Not to know is an answer, to skip is none."""
    led = [each for each in route.asked(survey, given, order) if each.required]
    if not led:
        return 1.0 if given else 0.0
    return sum(_is_answered(given.get(each.key)) for each in led) / len(led)


def _is_answered(answer: flow.Answer | None) -> bool:
    return answer is not None and answer.state != State.SKIPPED


def _answers(
    session: Session, ids: Collection[UUID]
) -> dict[UUID, dict[str, flow.Answer]]:
    """Response -> question -> what was answered."""
    found: dict[UUID, dict[str, flow.Answer]] = {}
    rows = session.execute(
        select(
            col(Answer.response_id),
            col(Answer.question_key),
            col(Answer.state),
            col(Answer.value),
        ).where(col(Answer.response_id).in_(ids))
    )
    for response_id, key, state, value in rows:
        answer = flow.Answer(State(state), value)
        found.setdefault(response_id, {})[key] = answer
    return found


def _refused(resident_id: Any) -> ColumnElement[bool]:
    """Whether they refused all surveys after they were invited."""
    return exists().where(
        col(Consent.resident_id) == resident_id,
        col(Consent.purpose) == ConsentPurpose.NO_INVITATIONS,
        col(Consent.withdrawn_at).is_(None),
        col(Consent.given_at) >= col(Invitation.invited_at),
    )


def _blocked() -> ColumnElement[bool]:
    """Whether there are channels of theirs, and all are closed."""
    closed = case((col(Contact.state) == ContactState.ACTIVE, 0), else_=1)
    return (
        select(func.min(closed))
        .where(
            col(Contact.resident_id) == col(Invitation.resident_id),
            col(Contact.channel) != TERMINAL,
        )
        .correlate(Invitation)
        .scalar_subquery()
        == 1
    )
