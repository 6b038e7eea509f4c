"""Of whom the invited are drawn: people of a segment, without those to be left alone.

Who may be asked unasked: whoever agreed to news, for they said that the town may write
to them first, and whoever agreed to a survey before, until they say that they want no
more invitations. That the privacy notice was shown to somebody is no such word. What
people answered is kept apart from who they are, so that nobody is picked by an answer:
a segment is a channel, a language, or both.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true
from sqlmodel import Session, col

from api.store.models import (
    Consent,
    Contact,
    Invitation,
    Resident,
    Response,
    ResponseLink,
    SurveyVersion,
    Wave,
)
from api.store.words import ConsentPurpose, ContactState, ResponseState
from content.messages import DEFAULT
from surveys import contact
from surveys.contact import Taken

# No address that could be written to later.
TERMINAL = "terminal"
AGREED = (ConsentPurpose.BROADCASTS, ConsentPurpose.SURVEYS)


class LeftOut(StrEnum):
    """Why somebody of a segment cannot be drawn; beside `contact.Pressure`."""

    NOT_AGREED = "not_agreed"
    UNREACHABLE = "unreachable"  # blocked us, or their account is gone
    NO_INVITATIONS = "no_invitations"  # said so
    INVITED = "invited_already"  # to this wave, in another segment
    TOOK_PART = "took_part"  # by themselves, be it only to decline


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of those who talk with us: by the channel they were seen on last, by
    their language, or by both; None: any."""

    channel: str | None = None
    language: str | None = None

    @property
    def name(self) -> str:
        """As it stands on invitations: `all`, `line`, `my`, `line my`."""
        return " ".join(each for each in (self.channel, self.language) if each) or "all"


@dataclass(frozen=True, slots=True)
class Found:
    """Where everybody of a segment stands, or those of them who were asked about."""

    eligible: dict[UUID, str] = field(default_factory=dict)
    """Resident -> the channel they were seen on last."""
    left_out: Counter[str] = field(default_factory=Counter)


def find(
    session: Session,
    wave: Wave,
    segment: Segment,
    now: datetime,
    *,
    only: Collection[UUID] | None = None,
) -> Found:
    """Everybody of the segment, sorted into those who may be invited and the others;
    without those invited under it already."""
    found = Found()
    survey_key = session.get_one(SurveyVersion, wave.survey_version_id).survey_key
    agreed = _having(session, only, *AGREED)
    refused = _having(session, only, ConsentPurpose.NO_INVITATIONS)
    invited = _invited(session, wave, only)
    took_part = _took_part(session, wave, only)
    history = _history(session, survey_key, now, only)
    people = _people(session, segment, only)
    for resident_id, (channel, reachable) in people.items():
        why: str | None
        if invited.get(resident_id) == segment.name:
            continue
        if resident_id not in agreed:
            why = LeftOut.NOT_AGREED
        elif resident_id in refused:
            why = LeftOut.NO_INVITATIONS
        elif not reachable:
            why = LeftOut.UNREACHABLE
        elif resident_id in invited:
            why = LeftOut.INVITED
        elif resident_id in took_part:
            why = LeftOut.TOOK_PART
        else:
            why = contact.pressure(history.get(resident_id, ()), survey_key, now)
        if why is None:
            found.eligible[resident_id] = channel
        else:
            found.left_out[why] += 1
    return found


def _among(column: Any, only: Collection[UUID] | None) -> ColumnElement[bool]:
    return true() if only is None else col(column).in_(only)


def _people(
    session: Session, segment: Segment, only: Collection[UUID] | None
) -> dict[UUID, tuple[str, bool]]:
    """Resident -> the channel they were seen on last, and whether they can be reached:
    of several channels the last that they have not blocked."""
    query = (
        select(col(Contact.resident_id), col(Contact.channel), col(Contact.state))
        .join(Resident, col(Resident.id) == col(Contact.resident_id))
        .where(
            col(Contact.state) != ContactState.FORGOTTEN,
            col(Contact.channel) != TERMINAL,
            _among(Contact.resident_id, only),
        )
        .order_by(col(Contact.seen_at), col(Contact.created_at), col(Contact.id))
    )
    if segment.language is not None:
        spoken = func.coalesce(col(Resident.language), DEFAULT)
        query = query.where(spoken == segment.language)
    people: dict[UUID, tuple[str, bool]] = {}
    for resident_id, channel, state in session.execute(query):
        reachable = state is ContactState.ACTIVE
        if reachable or not people.get(resident_id, ("", False))[1]:
            people[resident_id] = (channel, reachable)
    if segment.channel is None:
        return people
    return {each: at for each, at in people.items() if at[0] == segment.channel}


def _having(
    session: Session, only: Collection[UUID] | None, *purposes: ConsentPurpose
) -> set[UUID]:
    return set(
        session.scalars(
            select(col(Consent.resident_id)).where(
                col(Consent.purpose).in_(purposes),
                col(Consent.withdrawn_at).is_(None),
                _among(Consent.resident_id, only),
            )
        )
    )


def _invited(
    session: Session, wave: Wave, only: Collection[UUID] | None
) -> dict[UUID, str | None]:
    rows = session.execute(
        select(col(Invitation.resident_id), col(Invitation.segment)).where(
            col(Invitation.wave_id) == wave.id, _among(Invitation.resident_id, only)
        )
    )
    return {row[0]: row[1] for row in rows}


def _took_part(
    session: Session, wave: Wave, only: Collection[UUID] | None
) -> set[UUID]:
    return set(
        session.scalars(
            select(col(ResponseLink.resident_id))
            .join(Response, col(Response.id) == col(ResponseLink.response_id))
            .where(
                col(ResponseLink.wave_id) == wave.id,
                col(Response.state) != ResponseState.OFFERED,
                _among(ResponseLink.resident_id, only),
            )
        )
    )


def _history(
    session: Session,
    survey_key: str,
    now: datetime,
    only: Collection[UUID] | None,
) -> dict[UUID, list[Taken]]:
    """Resident -> what they were invited to within a year, and when they lately
    answered this very survey."""
    history: dict[UUID, list[Taken]] = {}
    invitations = (
        select(
            col(Invitation.resident_id),
            col(SurveyVersion.survey_key),
            col(Invitation.invited_at),
        )
        .join(Wave, col(Wave.id) == col(Invitation.wave_id))
        .join(SurveyVersion, col(SurveyVersion.id) == col(Wave.survey_version_id))
        .where(
            col(Invitation.invited_at) > now - contact.YEAR,
            col(Invitation.resident_id).is_not(None),
            _among(Invitation.resident_id, only),
        )
    )
    for resident_id, key, at in session.execute(invitations):
        history.setdefault(resident_id, []).append(Taken(key, at))
    answered = (
        select(col(ResponseLink.resident_id), col(Response.started_at))
        .join(Response, col(Response.id) == col(ResponseLink.response_id))
        .join(Wave, col(Wave.id) == col(ResponseLink.wave_id))
        .join(SurveyVersion, col(SurveyVersion.id) == col(Wave.survey_version_id))
        .where(
            col(SurveyVersion.survey_key) == survey_key,
            col(Response.started_at) > now - contact.WAVES_APART,
            col(Response.state) != ResponseState.OFFERED,
            _among(ResponseLink.resident_id, only),
        )
    )
    for resident_id, at in session.execute(answered):
        history.setdefault(resident_id, []).append(Taken(survey_key, at, invited=False))
    return history
