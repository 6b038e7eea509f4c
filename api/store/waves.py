"""Waves of surveys: which version is asked, from when, and how many took part."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col
from sqlmodel import select as sqlmodel_select

from api.errors import DomainError, not_found
from api.store import audit, paging
from api.store.locks import held, take_turn
from api.store.models import Response, SurveyVersion, Wave
from api.store.paging import Page
from api.store.types import uuid7
from api.store.words import ResponseState, WaveState
from surveys import definition
from surveys.definition import Survey

# A version never changes, and reading one takes longer than answering a question of it.
MOST_KNOWN = 64
_known: dict[UUID, Survey] = {}
FRAMES = ("open_link", "invited_list", "probability")


def store_version(
    session: Session, survey: Survey, now: datetime, *, by: str = "cli"
) -> SurveyVersion:
    """The stored version of this survey; stored now if it is new.

    A version never changes: other words under the same number are refused.
    """
    take_turn(session, "survey version")
    kept = session.scalars(
        select(SurveyVersion).where(
            col(SurveyVersion.survey_key) == survey.key,
            col(SurveyVersion.version) == survey.version,
        )
    ).first()
    fingerprint = definition.sha256(survey)
    if kept is not None:
        if kept.sha256 != fingerprint:
            raise DomainError(
                409, "error.survey_changed", key=survey.key, version=survey.version
            )
        return kept
    version = SurveyVersion(
        survey_key=survey.key,
        version=survey.version,
        definition=survey.model_dump(mode="json", exclude_defaults=True),
        sha256=fingerprint,
        created_at=now,
    )
    session.add(version)
    session.flush()
    audit.record(
        session,
        actor=by,
        action="survey.store",
        subject=f"survey:{version.id}",
        now=now,
        key=survey.key,
        version=survey.version,
        # An officer let it be longer than a chat survey should be: why, in their words.
        **({"longer": survey.longer} if survey.longer else {}),
    )
    return version


def open_wave(
    session: Session,
    *,
    key: str,
    version: SurveyVersion,
    population: str,
    now: datetime,
    frame: str = "open_link",
    made_up: bool = False,
    by: str = "cli",
) -> Wave:
    """Begin a wave. Its key is its name in links and files, used once.

    `by` is who decided it, as the audit log names them.
    """
    if frame not in FRAMES:
        raise DomainError(422, "error.frame_unknown", frame=frame)
    if find(session, key) is not None:
        raise DomainError(409, "error.wave_exists", key=key)
    wave = Wave(
        id=uuid7(),
        key=key,
        survey_version_id=version.id,
        population=population,
        frame=frame,
        opens_at=now,
        made_up=made_up,
    )
    session.add(wave)
    session.flush()
    record(session, wave, "open", by=by, now=now)
    return wave


def ensure_shipped(session: Session, surveys: Iterable[Survey], now: datetime) -> int:
    """At the first start of a town, one open wave of each shipped survey.

    Once any wave exists this does nothing: from then on officers decide.
    """
    if session.scalar(select(func.count()).select_from(Wave)):
        return 0
    opened = 0
    for survey in surveys:
        version = store_version(session, survey, now, by="job")
        open_wave(
            session,
            key=f"{survey.key}-{now:%Y-%m}",
            version=version,
            population="people who live or work in the town and chat with this bot",
            now=now,
            by="job",
        )
        opened += 1
    return opened


def close(session: Session, wave_id: UUID, now: datetime, *, by: str = "cli") -> Wave:
    """No more answers; those not finished stay as they are."""
    wave = held(session, Wave, wave_id)
    if wave is None:
        raise not_found("wave")
    if wave.state is not WaveState.OPEN:
        raise DomainError(409, "error.wave_closed", key=wave.key)
    wave.state = WaveState.CLOSED
    wave.closes_at = now
    session.flush()
    record(session, wave, "close", by=by, now=now)
    return wave


def find(session: Session, key: str) -> Wave | None:
    return session.scalars(select(Wave).where(col(Wave.key) == key)).first()


def get(session: Session, key: str) -> Wave:
    wave = find(session, key)
    if wave is None:
        raise not_found("wave")
    return wave


def list_(session: Session) -> list[Wave]:
    """Every wave, the newest first."""
    return list(session.scalars(select(Wave).order_by(col(Wave.opens_at).desc())))


def page(session: Session, *, after: str | None = None, limit: int = 50) -> Page[Wave]:
    """A page of the waves, the newest first."""
    return paging.page(
        session, sqlmodel_select(Wave), col(Wave.id), after=after, limit=limit
    )


def versions(
    session: Session,
    *,
    key: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> Page[SurveyVersion]:
    """Every stored version of every survey, or of one, the newest first."""
    statement = sqlmodel_select(SurveyVersion)
    if key is not None:
        statement = statement.where(col(SurveyVersion.survey_key) == key)
    place = col(SurveyVersion.id)
    return paging.page(session, statement, place, after=after, limit=limit)


def get_version(session: Session, version_id: UUID) -> SurveyVersion:
    version = session.get(SurveyVersion, version_id)
    if version is None:
        raise not_found("survey")
    return version


def open_waves(session: Session) -> list[Wave]:
    """The waves that may be answered now, the newest first."""
    return list(
        session.scalars(
            select(Wave)
            .where(col(Wave.state) == WaveState.OPEN)
            .order_by(col(Wave.opens_at).desc())
        )
    )


def takes_answers(wave: Wave, now: datetime) -> bool:
    """Whether the wave may be answered: it is open, and its planned end is to come,
    though nobody may have been there yet to close it."""
    is_over = wave.ends_at is not None and wave.ends_at <= now
    return wave.state is WaveState.OPEN and not is_over


def survey_of(session: Session, wave: Wave) -> Survey:
    """The questions a wave asks."""
    known = _known.get(wave.survey_version_id)
    if known is None:
        if len(_known) >= MOST_KNOWN:
            _known.clear()
        known = _known[wave.survey_version_id] = as_stored(session, wave)
    return known


def as_stored(session: Session, wave: Wave) -> Survey:
    """As `survey_of`, read from its row: for who has to know that it is untouched."""
    return _survey(session.get_one(SurveyVersion, wave.survey_version_id))


def _survey(version: SurveyVersion) -> Survey:
    text = json.dumps(version.definition, ensure_ascii=False, sort_keys=True)
    return _parsed(text)


@lru_cache(maxsize=32)
def _parsed(text: str) -> Survey:
    # Checking a definition takes longer than answering a question of it.
    return definition.stored(text)


def stored(session: Session, key: str, version: int | None = None) -> Survey:
    """A survey of the store by its key; without a number, its newest version."""
    query = select(SurveyVersion).where(col(SurveyVersion.survey_key) == key)
    if version is not None:
        query = query.where(col(SurveyVersion.version) == version)
    newest = query.order_by(col(SurveyVersion.version).desc()).limit(1)
    found = session.scalars(newest).first()
    if found is None:
        raise not_found("survey")
    return _survey(found)


def history(session: Session, survey: Survey) -> list[Survey]:
    """Every stored version of the survey, the oldest first."""
    rows = session.scalars(
        select(SurveyVersion)
        .where(col(SurveyVersion.survey_key) == survey.key)
        .order_by(col(SurveyVersion.version))
    )
    return [_survey(row) for row in rows]


def counts(session: Session, wave_id: UUID) -> dict[str, int]:
    """How many were offered the survey, began it and finished it."""
    rows = session.execute(
        select(col(Response.state), func.count())
        .where(col(Response.wave_id) == wave_id)
        .group_by(col(Response.state))
    )
    by_state = {row[0]: int(row[1]) for row in rows}
    begun = (ResponseState.STARTED, ResponseState.PAUSED, ResponseState.COMPLETE)
    return {
        "offered": sum(by_state.values()),
        "started": sum(by_state.get(state, 0) for state in begun),
        "complete": by_state.get(ResponseState.COMPLETE, 0),
    }


def record(
    session: Session,
    wave: Wave,
    action: str,
    *,
    by: str,
    now: datetime,
    **details: Any,
) -> None:
    """Say in the audit log what was done to the wave; last in a transaction."""
    audit.record(
        session,
        actor=by,
        action=action_of(action),
        subject=subject(wave),
        now=now,
        **details,
    )


def subject(wave: Wave) -> str:
    """What the audit log calls the wave."""
    return f"wave:{wave.id}"


def action_of(action: str) -> str:
    """What the audit log calls something that was done to a wave."""
    return f"wave.{action}"
