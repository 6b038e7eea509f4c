"""How every response and every invitation of a wave stands: what the counts of a wave
rest on, beside the answers that count.

One canonical line each, under the pseudonyms of the fingerprint, and a SHA-256 over
all of them. Who left the survey half way, who was left out and why, what looked odd and
what became of whom was asked: whoever touches one of these changes the hash.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, null, select
from sqlmodel import Session, col

from api.store import answered, fingerprint, waves
from api.store.models import Draw, Invitation, Response, Wave
from api.store.words import ResponseState
from surveys.definition import Survey

COUNTED = "counted"
OF_RESPONSE = (
    "language", "mode", "source", "adult", "asked_order", "flags", "excluded",
)  # fmt: skip
OF_INVITATION = ("segment", "outcome", "reminded")


def counts(session: Session, wave_id: UUID) -> dict[str, dict[str, int]]:
    """State -> how many responses count, or why they do not: a short look."""
    rows = session.execute(
        select(col(Response.state), col(Response.excluded), func.count())
        .where(col(Response.wave_id) == wave_id)
        .group_by(col(Response.state), col(Response.excluded))
    )
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for state, excluded, count in rows:
        found[state.value][excluded or COUNTED] = int(count)
    return {state: dict(sorted(found[state].items())) for state in sorted(found)}


def responses(session: Session, wave_id: UUID) -> str:
    """SHA-256 over how each response stands; with the closed answers of those that do
    not count, for the fingerprint has the others'."""
    survey = _survey(session, wave_id)
    return fingerprint.over(_responses(session, wave_id, survey))[0]


def invitations(session: Session, wave_id: UUID) -> str | None:
    """SHA-256 over what became of each invitation, of a household that was drawn too;
    None: nobody was invited."""
    survey = _survey(session, wave_id)
    sha256, count = fingerprint.over(_invitations(session, wave_id, survey))
    return sha256 if count else None


def draws(session: Session, wave_id: UUID) -> dict[str, dict[str, Any]]:
    """Segment -> how many were wanted of it, by which lot, of how many."""
    rows = session.scalars(
        select(Draw).where(col(Draw.wave_id) == wave_id).order_by(col(Draw.segment))
    )
    names = ("quota", "seed", "eligible", "left_out")
    return {row.segment: {name: getattr(row, name) for name in names} for row in rows}


def _survey(session: Session, wave_id: UUID) -> Survey:
    return waves.survey_of(session, session.get_one(Wave, wave_id))


def _responses(session: Session, wave_id: UUID, survey: Survey) -> Iterator[str]:
    pseudonym = fingerprint.pseudonyms(session, survey)
    tell = fingerprint.teller(survey)
    counts_ = and_(
        col(Response.state) == ResponseState.COMPLETE, col(Response.excluded).is_(None)
    )
    query = select(
        col(Response.id),
        col(Response.state),
        col(Response.started_at),
        col(Response.completed_at),
        col(Response.entered_by),
        case((counts_, null()), else_=answered.as_text(session)),
        *(getattr(Response, name) for name in OF_RESPONSE),
    ).where(col(Response.wave_id) == wave_id)

    def told() -> Iterator[tuple[bytes, str]]:
        for row in session.execute(
            query, execution_options={"yield_per": answered.AT_ONCE}
        ):
            id_, state, begun, done, by, answers, *rest = row
            name = pseudonym(id_)
            beside = {
                "pseudonym": name.hex(),
                "state": state.value,
                "started_at": begun.isoformat(),
                "completed_at": done and done.isoformat(),
                "entered_by": by and str(by),
                **dict(zip(OF_RESPONSE, rest, strict=True)),
            }
            given = tell(answered.decode(answers)) if answers else ""
            yield name, f'{{"answers":{{{given}}},{fingerprint.dump(beside)[1:]}'

    return fingerprint.in_order(told())


def _invitations(session: Session, wave_id: UUID, survey: Survey) -> Iterator[str]:
    pseudonym = fingerprint.pseudonyms(session, survey)
    query = select(
        col(Invitation.id),
        col(Invitation.invited_at),
        *(getattr(Invitation, name) for name in OF_INVITATION),
    ).where(col(Invitation.wave_id) == wave_id)

    def told() -> Iterator[tuple[bytes, str]]:
        for row in session.execute(
            query, execution_options={"yield_per": answered.AT_ONCE}
        ):
            id_, invited_at, *rest = row
            name = pseudonym(id_)
            beside = dict(zip(OF_INVITATION, rest, strict=True))
            beside |= {"pseudonym": name.hex(), "invited_at": invited_at.isoformat()}
            yield name, fingerprint.dump(beside)

    return fingerprint.in_order(told())
