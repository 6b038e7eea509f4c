"""Reads what an evidence pack is made of, in one transaction; `put_together` makes it.

Only what is frozen has evidence. Its fingerprint is looked at first: of a wave in
which an answer was touched there is no pack.

A pack is for people outside the office: it holds the records of released values, and of
others no figure, by no way round: the table of a question, which tells the value of
its indicators, waits until all of them are released. A draft is for the office.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import numpy as np
from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from api.errors import not_found
from api.store import (
    computing,
    exports,
    exposing,
    feedback,
    frameworks,
    freezing,
    periods,
    sheets,
    shown,
    values,
    waves,
)
from api.store.models import Answer, IndicatorValue, Invitation, Response, Wave
from api.store.shown import Shown, State
from api.store.words import ResponseState
from api.version import code_version
from content.dates import BANGKOK
from surveys import catalogue, contact, definition, figures, flow, unanswered
from surveys.cells import Cell
from surveys.definition import Survey
from surveys.estimate.outcomes import Frame
from surveys.evidence import composing, rows, words
from surveys.evidence.composing import Facts
from surveys.evidence.figure import Figure
from surveys.evidence.pack import (
    Pack,
    Pending,
    Reminders,
    RowFile,
    Status,
    WaveEvidence,
)
from surveys.flow import Answer as Given
from surveys.question import Kind, Text
from surveys.sheet import Sheet, combined

# Told by their number only: what stands in the answer is not even read.
UNREAD = (Kind.OPEN, Kind.PHOTO, Kind.DATE)
UNTOLD = "-"  # stands for such an answer
# Columns of the row-level file that no pack has: together with others they may tell
# who somebody is.
DROPPED = ("day", "language")
ROWS_IN = "th"  # whose words stand in the rows
CHANNEL, LANGUAGE = "channel", "language"


@dataclass(frozen=True)
class RawRows:
    """The rows of a wave as they are exported, before they stand beside tables."""

    wave: str
    header: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    identifying: frozenset[str]


@dataclass(frozen=True)
class Gathered:
    """All that was read for one pack."""

    kind: Literal["wave", "framework"]
    name: str
    title: Text
    official: bool
    waves: tuple[Facts, ...]
    figures: tuple[Figure, ...]
    pending: tuple[Pending, ...]
    rows: tuple[RawRows, ...]
    draft: bool
    made_up: bool
    """Whether one of the values is, be it released or not."""


def of_wave(session: Session, key: str, *, draft: bool = False) -> Gathered:
    """Everything of a frozen wave and the released values it feeds; of a draft all
    values. Raises DomainError where it is not frozen, or was touched since."""
    wave = waves.get(session, key)
    freezing.check(session, wave.id)
    survey = waves.survey_of(session, wave)
    found = _settled(session, col(IndicatorValue.wave_id) == wave.id, draft)
    return Gathered(
        kind="wave",
        name=wave.key,
        title=survey.title,
        official=survey.status is definition.Status.APPROVED,
        waves=(_facts(session, wave, draft),),
        rows=(_raw_rows(session, wave),),
        **_told(session, found, draft),
    )


def of_framework(
    session: Session, key: str, period: str, *, draft: bool = False
) -> Gathered:
    """The released values of a framework in a period, of a draft all, with the waves
    they come from.

    The period is the key of a wave, or a month, quarter or year: then the waves closed
    in it count, and what is told of a period within it. Raises DomainError.
    """
    framework = frameworks.edition(key)
    settled = _settled(session, col(IndicatorValue.framework) == framework.key, draft)
    found = [each for each in settled if _is_within(session, each.row, period)]
    if not found:
        raise not_found("value")
    ids = dict.fromkeys(each.row.wave_id for each in found if each.row.wave_id)
    for wave_id in ids:
        freezing.check(session, wave_id)
    return Gathered(
        kind="framework",
        name=f"{framework.key} {period}",
        title=framework.title,
        official=framework.status is catalogue.Status.OFFICIAL,
        waves=tuple(
            _facts(session, session.get_one(Wave, each), draft) for each in ids
        ),
        rows=(),
        **_told(session, found, draft),
    )


def put_together(gathered: Gathered, now: datetime) -> Pack:
    """The pack. Needs no transaction: it counts, weighs and hides."""
    made = tuple(composing.wave(facts) for facts in gathered.waves)
    told = [each.record for each in gathered.figures]
    made_up = any(each.made_up for each in made) or gathered.made_up
    return Pack(
        kind=gathered.kind,
        name=gathered.name,
        title=words.both(f"title.{gathered.kind}", title=gathered.title),
        about=words.text(f"about.{gathered.kind}"),
        made_at=now,
        code_version=code_version(),
        status=Status.OFFICIAL if gathered.official and not made_up else Status.DRAFT,
        made_up=made_up,
        responsible=_each_once(
            [each.method.responsible for each in made]
            or [each.responsible for each in told]
        ),
        contact=_each_once(
            [each.method.contact for each in made] or [each.contact for each in told]
        ),
        waves=made,
        figures=gathered.figures,
        pending=gathered.pending,
        draft=gathered.draft,
        rows=tuple(
            _protected(raw, wave)
            for raw, wave in zip(gathered.rows, made, strict=False)
        ),
    )


def _settled(session: Session, which: ColumnElement[bool], draft: bool) -> list[Shown]:
    """Of each settled value its newest revision; where that is not released, for
    people outside the office also the last one that was decided about."""
    found = session.scalars(
        select(IndicatorValue)
        .where(which, col(IndicatorValue.status).in_(values.SETTLED))
        .order_by(col(IndicatorValue.revision))
    ).all()
    newest: dict[tuple[str, ...], Shown] = {}
    decided: dict[tuple[str, ...], Shown] = {}
    for each in shown.of(session, found, office=draft):
        row = each.row
        name = (row.framework, row.code, row.period, row.language)
        newest[name] = each
        if each.state in (State.RELEASED, State.WITHDRAWN):
            decided[name] = each
    if draft:
        return [*newest.values()]
    both = [*decided.values(), *newest.values()]
    return [*{each.row.id: each for each in both}.values()]


def _told(session: Session, found: Iterable[Shown], draft: bool) -> dict[str, Any]:
    """What the pack has of these values, in the order of the frameworks."""
    ordered = _ordered(found)
    return {
        "figures": tuple(
            Figure(unanswered.as_told(each.record), each.verify)
            for each in ordered
            if each.record is not None and (draft or each.state is State.RELEASED)
        ),
        "pending": tuple(
            _pending(each) for each in ordered if each.state is not State.RELEASED
        ),
        "draft": draft,
        "made_up": any(each.row.made_up for each in ordered),
    }


def _pending(value: Shown) -> Pending:
    row, is_withdrawn = value.row, value.state is State.WITHDRAWN
    state = "pending.withdrawn" if is_withdrawn else "pending.waiting"
    return Pending(
        framework=row.framework,
        code=row.code,
        name=value.indicator.name,
        period=row.period,
        language=row.language,
        revision=row.revision,
        state=words.text(state),
        why=value.why or shown.WHY_NOT[State.WAITING],
    )


def _is_within(session: Session, value: IndicatorValue, period: str) -> bool:
    """Whether a value belongs to the period that was asked for."""
    if value.period == period:
        return True
    if not periods.is_period(period):
        return False
    asked = periods.read(period)
    if value.wave_id is not None:
        closed = session.get_one(Wave, value.wave_id).closes_at
        return closed is not None and asked.begins <= closed < asked.ends
    told = periods.read(value.period)
    return asked.first <= told.first and told.until <= asked.until


def _ordered(found: Iterable[Shown]) -> list[Shown]:
    listed = [(each.key, indicator.code) for each, indicator in frameworks.listed()]
    place = {name: number for number, name in enumerate(listed)}
    last = len(listed)

    def order(value: Shown) -> tuple[int, str, str, bool, str, int]:
        row = value.row
        at = place.get((row.framework, row.code), last)
        apart = row.language != computing.ALL
        return at, row.code, row.period, apart, row.language, row.revision

    return sorted(found, key=order)


def _facts(session: Session, wave: Wave, draft: bool) -> Facts:
    survey = waves.survey_of(session, wave)
    assert wave.evidence is not None
    assert wave.frozen_at is not None
    assert wave.closes_at is not None
    closed = [
        question.key
        for question in survey.questions
        if question.is_asked and question.kind not in UNREAD
    ]
    sheet = sheets.load(session, wave.id, closed)
    return Facts(
        key=wave.key,
        survey=survey,
        evidence=wave.evidence,
        wave_sha256=freezing.evidence_sha256(wave),
        frozen_on=_day(wave.frozen_at),
        population=wave.population,
        population_size=wave.population_size,
        frame=Frame(wave.frame),
        frame_note=wave.frame_note,
        opened_on=_day(wave.opens_at),
        closed_on=_day(wave.closes_at),
        min_age=wave.min_age,
        reminders=_reminders(session, wave.id),
        responsible=wave.responsible,
        contact=wave.contact,
        limitations=wave.limitations,
        standing=feedback.standing(session, wave),
        told_back=[feedback.told(each) for each in feedback.of_wave(session, wave.id)],
        made_up=wave.made_up,
        margins=computing.margins_of(wave),
        margins_source=str((wave.margins or {}).get("source", "")),
        seed=figures.seed_of(wave.id, "weights"),
        sheet=sheet,
        given={**_counted(sheet), **_unread(session, wave.id, survey)},
        figured=exposing.figured(wave, survey),
        withheld=frozenset() if draft else _withheld(session, wave, survey),
    )


def _withheld(session: Session, wave: Wave, survey: Survey) -> frozenset[str]:
    """The questions that a value speaks of which is not released, or not counted."""
    found = _settled(session, col(IndicatorValue.wave_id) == wave.id, draft=False)
    if not found:
        return exposing.figured(wave, survey)
    waiting = [each.row for each in found if each.state is not State.RELEASED]
    return exposing.spoken_of(session, wave, waiting)


def _reminders(session: Session, wave_id: UUID) -> Reminders | None:
    sent, people = session.execute(
        select(
            func.coalesce(func.sum(col(Invitation.reminded)), 0), func.count()
        ).where(col(Invitation.wave_id) == wave_id, col(Invitation.reminded) > 0)
    ).one()
    if not people:
        return None
    return Reminders(sent=int(sent), people=people, at_most=contact.MOST_REMINDERS)


def _counted(sheet: Sheet) -> dict[str, dict[str, list[tuple[Given, int]]]]:
    """Of each question and language, how often each answer was given."""
    found = {}
    for key, column in sheet.answers.items():
        of: dict[str, list[tuple[Given, int]]] = defaultdict(list)
        patterns, codes = combined([sheet.languages.codes, column.codes], sheet.n)
        counts = np.bincount(codes, minlength=len(patterns)).tolist()
        for (language, place), count in zip(patterns, counts, strict=True):
            answer = column.values[place]
            if answer is not None:
                of[sheet.languages.values[language]].append((answer, count))
        found[key] = dict(of)
    return found


def _unread(
    session: Session, wave_id: UUID, survey: Survey
) -> dict[str, dict[str, list[tuple[Given, int]]]]:
    """Of questions answered in people's own words, only how many answered."""
    keys = [each.key for each in survey.questions if each.kind in UNREAD]
    rows_ = session.execute(
        select(
            col(Answer.question_key),
            col(Response.language),
            col(Answer.state),
            func.count(),
        )
        .join(Response, col(Response.id) == col(Answer.response_id))
        .where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
            col(Response.excluded).is_(None),
            col(Answer.question_key).in_(keys),
        )
        .group_by(col(Answer.question_key), col(Response.language), col(Answer.state))
    )
    found: dict[str, dict[str, list[tuple[Given, int]]]] = defaultdict(dict)
    for key, language, state, count in rows_:
        answered = state == flow.State.ANSWERED
        answer = Given(flow.State(state), UNTOLD if answered else None)
        found[key].setdefault(language, []).append((answer, count))
    return dict(found)


def _raw_rows(session: Session, wave: Wave) -> RawRows:
    """The rows of answers in reviewed languages: those that the tables count."""
    plan = exports.plan(session, wave, language=ROWS_IN)
    header, labels = exports.header(plan), exports.labels(plan)
    kept = [at for at, key in enumerate(header) if key not in DROPPED]
    spoken = header.index(LANGUAGE)
    survey = plan.survey

    def told() -> Iterator[tuple[Cell, ...]]:
        for row in exports.rows(session, wave, plan):
            if survey.is_reviewed(str(row[spoken])):
                yield tuple(row[at] for at in kept)

    return RawRows(
        wave=wave.key,
        header=tuple(header[at] for at in kept),
        labels=tuple(labels[at] for at in kept),
        rows=tuple(told()),
        identifying=frozenset({CHANNEL, *plan.identifying}),
    )


def _protected(raw: RawRows, wave: WaveEvidence) -> RowFile:
    tallies = [each for each in wave.tallies if each.language == computing.ALL]
    first = tallies[0]
    return rows.protect(
        raw.wave,
        raw.header,
        raw.labels,
        raw.rows,
        identifying=raw.identifying,
        tallies=tallies,
        responses=first.asked,
        unanswered=exports.unanswered(ROWS_IN),
    )


def _each_once(texts: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(each for each in texts if each))


def _day(moment: datetime) -> date:
    return moment.astimezone(BANGKOK).date()
