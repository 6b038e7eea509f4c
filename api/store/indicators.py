"""Indicator values: computed from the answers of a wave, kept append-only."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from itertools import chain, repeat
from typing import Any
from uuid import UUID

from sqlalchemy import String, cast, func, select, update
from sqlmodel import Session, col
from sqlmodel import select as sqlmodel_select

from api.store import paging, waves
from api.store.models import Answer, IndicatorValue, Response, Wave
from api.store.paging import Page
from api.store.words import ResponseState, WaveState
from surveys import catalogue, estimate, flow
from surveys.catalogue import Framework, Indicator
from surveys.definition import Survey

METHOD = "share of those who answered; Wilson interval 95 %; unweighted"
PROVISIONAL = "provisional"
# Answers in a translation nobody reviewed are reported apart.
ALL = "all"
# While few have answered everyone sees their answer count; later a look a minute
# is enough, and keeps the append-only table short.
SOON, LATER, MANY = timedelta(seconds=2), timedelta(seconds=60), 200
# An answer bears the time its handling began, and can be counted only once that is
# committed: a count made so soon after it may have missed it.
COMMITTED_BY_THEN = timedelta(seconds=60)
# The difference between two published values tells what those said who answered in
# between: they must not be so few that one of them is known by it.
APART = 5

# Distinct answers of one question in one language, with how often each was given.
Counted = dict[tuple[str, str], list[tuple[flow.Answer, int]]]


@dataclass(frozen=True, slots=True)
class Headline:
    """One indicator as it is told in the chat; percent as text, ready to be said."""

    name: str
    n: int
    value: float | None
    value_text: str
    low_text: str
    high_text: str
    careful: bool
    """Shown with a warning."""
    made_up: bool


@cache
def frameworks() -> tuple[Framework, ...]:
    """The frameworks this program ships."""
    return catalogue.load_all()


def measured(survey: Survey) -> list[tuple[Framework, Indicator]]:
    """The indicators that a survey's answers feed."""
    return [
        (framework, indicator)
        for framework in frameworks()
        for indicator in framework.indicators()
        if indicator.measure is not None and indicator.measure.survey == survey.key
    ]


def due(session: Session, now: datetime) -> list[UUID]:
    """Waves with answers that no value counts yet."""
    return [
        wave.id
        for wave in session.scalars(select(Wave))
        if _may_change(wave)
        and _is_behind(wave, _completed_at(session, wave.id))
        and _may_compute(wave, _complete(session, wave.id), now)
    ]


def compute(session: Session, wave_id: UUID, now: datetime) -> int:
    """Count and add in one transaction: for commands and small waves."""
    return add(session, wave_id, count(session, wave_id), now)


def add(session: Session, wave_id: UUID, counted: Counted, now: datetime) -> int:
    """Add a revision of every indicator whose figure changed; how many.

    Counting is kept apart (`count`), so that a large wave is counted while others
    write, and only a handful of rows is written under the writer's lock.
    """
    wave = session.get_one(Wave, wave_id)
    survey = waves.survey_of(session, wave)
    languages = [ALL, *sorted({language for language, _ in counted} - {ALL})]
    added = 0
    for framework, indicator in measured(survey):
        for language in languages:
            value = _value(wave, framework, indicator, language, counted, now)
            added += _append(session, value)
    session.execute(update(Wave).where(col(Wave.id) == wave_id).values(computed_at=now))
    return added


def count(session: Session, wave_id: UUID) -> Counted:
    """Answers of completed responses, equal ones counted together."""
    wave = session.get_one(Wave, wave_id)
    survey = waves.survey_of(session, wave)
    as_text = cast(col(Answer.value), String)
    rows = session.execute(
        select(
            col(Response.language),
            col(Answer.question_key),
            col(Answer.state),
            as_text,
            func.count(),
        )
        .join(Response, col(Response.id) == col(Answer.response_id))
        .where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
        )
        .group_by(
            col(Response.language), col(Answer.question_key), col(Answer.state), as_text
        )
    )
    counted: Counted = {}
    for language, question, state, value, count in rows:
        answer = flow.Answer(flow.State(state), _value_from(value))
        group = ALL if survey.is_reviewed(language) else language
        counted.setdefault((group, question), []).append((answer, count))
    return counted


def latest(session: Session, *, framework: str | None = None) -> list[IndicatorValue]:
    """The newest revision of each indicator, of the newest wave with a value.

    A wave that has only begun does not replace what is known by "too few answers".
    Where no wave has a value, the newest wave tells how many answered.
    """
    query = (
        select(IndicatorValue)
        .join(Wave, col(Wave.id) == col(IndicatorValue.wave_id))
        .order_by(
            col(IndicatorValue.code),
            col(IndicatorValue.language),
            col(IndicatorValue.value).is_(None),
            col(Wave.opens_at).desc(),
            col(IndicatorValue.revision).desc(),
        )
    )
    if framework is not None:
        query = query.where(col(IndicatorValue.framework) == framework)
    newest = (
        select(
            col(IndicatorValue.framework),
            col(IndicatorValue.code),
            col(IndicatorValue.wave_id),
            col(IndicatorValue.language),
            func.max(col(IndicatorValue.revision)).label("revision"),
        )
        .group_by(
            col(IndicatorValue.framework),
            col(IndicatorValue.code),
            col(IndicatorValue.wave_id),
            col(IndicatorValue.language),
        )
        .subquery()
    )
    query = query.join(
        newest,
        (newest.c.framework == col(IndicatorValue.framework))
        & (newest.c.code == col(IndicatorValue.code))
        & (newest.c.wave_id == col(IndicatorValue.wave_id))
        & (newest.c.language == col(IndicatorValue.language))
        & (newest.c.revision == col(IndicatorValue.revision)),
    )
    found: dict[tuple[str, str, str], IndicatorValue] = {}
    for value in session.scalars(query):
        found.setdefault((value.framework, value.code, value.language), value)
    return list(found.values())


def history(
    session: Session,
    framework: str,
    code: str,
    *,
    after: str | None = None,
    limit: int = 50,
) -> Page[IndicatorValue]:
    """Every value an indicator ever had, the newest first."""
    statement = sqlmodel_select(IndicatorValue).where(
        col(IndicatorValue.framework) == framework, col(IndicatorValue.code) == code
    )
    key = col(IndicatorValue.id)
    return paging.page(session, statement, key, after=after, limit=limit)


def headline(session: Session, language: str) -> list[Headline]:
    """The newest values in words of this language, in the frameworks' order."""
    values = {
        (value.framework, value.code): value
        for value in latest(session)
        if value.language == ALL
    }
    said = []
    for framework in frameworks():
        for indicator in framework.indicators():
            value = values.get((framework.key, indicator.code))
            if value is not None:
                said.append(_headline(indicator, value, language))
    return said


def _headline(indicator: Indicator, value: IndicatorValue, language: str) -> Headline:
    texts = [
        "" if figure is None else str(estimate.percent(figure / 100, 0))
        for figure in (value.value, value.low, value.high)
    ]
    return Headline(
        name=indicator.name.say(language),
        n=value.n,
        value=value.value,
        value_text=texts[0],
        low_text=texts[1],
        high_text=texts[2],
        careful=estimate.careful(value.n, value.low, value.high),
        made_up=value.made_up,
    )


def _may_change(wave: Wave) -> bool:
    """Whether its values may still be behind: most waves were counted long ago."""
    if wave.state is WaveState.OPEN or wave.computed_at is None:
        return True
    closed = wave.closes_at
    return closed is not None and wave.computed_at <= closed + COMMITTED_BY_THEN


def _completed_at(session: Session, wave_id: UUID) -> datetime | None:
    """When a response of the wave was last completed: one look into an index."""
    return session.scalar(
        select(func.max(col(Response.completed_at))).where(
            col(Response.wave_id) == wave_id
        )
    )


def _complete(session: Session, wave_id: UUID) -> int:
    return (
        session.scalar(
            select(func.count()).where(
                col(Response.wave_id) == wave_id,
                col(Response.state) == ResponseState.COMPLETE,
            )
        )
        or 0
    )


def _is_behind(wave: Wave, completed_at: datetime | None) -> bool:
    """Whether something happened in the wave that its values may not show."""
    if wave.computed_at is None or _closed_since(wave):
        return True
    return (
        completed_at is not None
        and wave.computed_at <= completed_at + COMMITTED_BY_THEN
    )


def _may_compute(wave: Wave, complete: int, now: datetime) -> bool:
    if wave.computed_at is None or _closed_since(wave):
        return True
    wait = SOON if complete < MANY else LATER
    return wave.computed_at + wait <= now


def _closed_since(wave: Wave) -> bool:
    """Whether the wave was closed after its values were computed last."""
    closed, computed = wave.closes_at, wave.computed_at
    return closed is not None and computed is not None and computed <= closed


def _value_from(text: str | None) -> Any:
    value = None if text is None else json.loads(text)
    return tuple(value) if isinstance(value, list) else value


def _value(
    wave: Wave,
    framework: Framework,
    indicator: Indicator,
    language: str,
    counted: Counted,
    now: datetime,
) -> IndicatorValue:
    assert indicator.measure is not None
    given = counted.get((language, indicator.measure.question), [])
    answers = chain.from_iterable(repeat(answer, count) for answer, count in given)
    found = estimate.proportion(indicator.measure, answers)
    shown = estimate.publishable(found.n)
    return IndicatorValue(
        framework=framework.key,
        code=indicator.code,
        period=wave.key,
        wave_id=wave.id,
        language=language,
        revision=0,
        n=found.n,
        skipped=found.skipped,
        dont_know=found.dont_know,
        successes=found.successes if shown else None,
        value=_percent(found.value, shown),
        low=_percent(found.low, shown),
        high=_percent(found.high, shown),
        method=METHOD,
        status=PROVISIONAL if wave.state is WaveState.OPEN else "final",
        made_up=wave.made_up,
        computed_at=now,
    )


def _percent(fraction: float | None, shown: bool) -> float | None:
    return fraction * 100 if shown and fraction is not None else None


def _append(session: Session, value: IndicatorValue) -> bool:
    """Add the value as the next revision, unless it says nothing new or would show
    what a few people answered."""
    revisions = (
        select(IndicatorValue)
        .where(
            col(IndicatorValue.framework) == value.framework,
            col(IndicatorValue.code) == value.code,
            col(IndicatorValue.wave_id) == value.wave_id,
            col(IndicatorValue.language) == value.language,
        )
        .order_by(col(IndicatorValue.revision).desc())
        .limit(1)
    )
    last = session.scalars(revisions).first()
    if last is not None and _figures(last) == _figures(value):
        return False
    if value.value is not None and value.status == PROVISIONAL:
        shown = revisions.where(col(IndicatorValue.value).is_not(None))
        published = session.scalars(shown).first()
        if published is not None and value.n < published.n + APART:
            return False
    value.revision = 1 if last is None else last.revision + 1
    session.add(value)
    session.flush()
    return True


def _figures(value: IndicatorValue) -> Sequence[object]:
    return (
        value.n,
        value.skipped,
        value.dont_know,
        value.successes,
        value.value,
        value.status,
    )
