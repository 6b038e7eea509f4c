"""Reads what an evidence pack is made of, in one transaction; `put_together` makes it.

Only what is frozen has evidence. Its fingerprint is looked at first: of a wave in
which an answer was touched there is no pack.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

import numpy as np
from sqlalchemy import ColumnElement, func, select
from sqlmodel import Session, col

from api.errors import not_found
from api.store import (
    computing,
    exports,
    feedback,
    frameworks,
    freezing,
    periods,
    records,
    releases,
    sheets,
    values,
    waves,
)
from api.store.models import Answer, IndicatorValue, Invitation, Response, Wave
from api.store.words import ResponseState
from api.version import code_version
from content.dates import BANGKOK
from surveys import catalogue, contact, definition, figures
from surveys.cells import Cell
from surveys.definition import Survey
from surveys.estimate.outcomes import Frame
from surveys.evidence import composing, rows, words
from surveys.evidence.composing import Facts
from surveys.evidence.figure import Figure
from surveys.evidence.pack import Pack, Reminders, RowFile, Status, WaveEvidence
from surveys.flow import Answer as Given
from surveys.flow import State
from surveys.measure import Measure
from surveys.question import Kind, Text
from surveys.sheet import Sheet, combined

# Told by their number only: what stands in the answer is not even read.
UNREAD = (Kind.OPEN, Kind.PHOTO, Kind.DATE)
UNTOLD = "-"  # stands for such an answer
# Columns of the row-level file that no pack has: together with others they may tell
# who somebody is.
DROPPED = ("day", "language")
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
    rows: tuple[RawRows, ...]


def of_wave(session: Session, key: str) -> Gathered:
    """Everything of a frozen wave and the values it feeds. Raises DomainError where it
    is not frozen, or was touched since."""
    wave = waves.get(session, key)
    freezing.check(session, wave.id)
    survey = waves.survey_of(session, wave)
    found = _settled(session, col(IndicatorValue.wave_id) == wave.id)
    return Gathered(
        kind="wave",
        name=wave.key,
        title=survey.title,
        official=survey.status is definition.Status.APPROVED,
        waves=(_facts(session, wave),),
        figures=_figures(session, found),
        rows=(_raw_rows(session, wave),),
    )


def of_framework(session: Session, key: str, period: str) -> Gathered:
    """The values of a framework in a period, with the waves they come from.

    The period is the key of a wave, or a month, quarter or year: then the waves closed
    in it count, and what is told of a period within it. Raises DomainError.
    """
    framework = frameworks.edition(key)
    settled = _settled(session, col(IndicatorValue.framework) == framework.key)
    found = [each for each in settled if _is_within(session, each, period)]
    if not found:
        raise not_found("value")
    ids = dict.fromkeys(each.wave_id for each in found if each.wave_id is not None)
    for wave_id in ids:
        freezing.check(session, wave_id)
    return Gathered(
        kind="framework",
        name=f"{framework.key} {period}",
        title=framework.title,
        official=framework.status is catalogue.Status.OFFICIAL,
        waves=tuple(_facts(session, session.get_one(Wave, each)) for each in ids),
        figures=_figures(session, found),
        rows=(),
    )


def put_together(gathered: Gathered, now: datetime) -> Pack:
    """The pack. Needs no transaction: it counts, weighs and hides."""
    made = tuple(composing.wave(facts) for facts in gathered.waves)
    told = [each.record for each in gathered.figures]
    made_up = any(each.made_up for each in made) or any(each.made_up for each in told)
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
        rows=tuple(
            _protected(raw, wave)
            for raw, wave in zip(gathered.rows, made, strict=False)
        ),
    )


def _settled(session: Session, which: ColumnElement[bool]) -> list[IndicatorValue]:
    """The newest revision of each settled value."""
    found = session.scalars(
        select(IndicatorValue)
        .where(which, col(IndicatorValue.status).in_(values.SETTLED))
        .order_by(col(IndicatorValue.revision))
    )
    newest = {
        (each.framework, each.code, each.period, each.language): each for each in found
    }
    return list(newest.values())


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


def _figures(session: Session, found: Iterable[IndicatorValue]) -> tuple[Figure, ...]:
    """The values with their records, in the order of the frameworks."""
    listed = [(each.key, indicator.code) for each, indicator in frameworks.listed()]
    place = {name: number for number, name in enumerate(listed)}
    last = len(listed)

    def order(value: IndicatorValue) -> tuple[int, str, str, bool, str]:
        at = place.get((value.framework, value.code), last)
        apart = value.language != computing.ALL
        return at, value.code, value.period, apart, value.language

    return tuple(_figure(session, each) for each in sorted(found, key=order))


def _figure(session: Session, value: IndicatorValue) -> Figure:
    """A value with the record that was released, else with what is known of it now."""
    release = releases.of_value(session, value.id)
    if release is not None and release.approved_at is not None:
        record = releases.record_of(release)
    else:
        record = records.of(session, value)
    entered = record.kind == "manual"
    command = f"ecotown indicator verify {value.code} {value.period}"
    return Figure(record, None if entered else command)


def _facts(session: Session, wave: Wave) -> Facts:
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
        measures=_measures(wave, survey),
    )


def _measures(wave: Wave, survey: Survey) -> list[Measure]:
    """How each share that is told beside the tables is counted."""
    known = computing.benchmark_of(wave)
    return [
        *(each.measure for _, each in computing.fitting(survey) if each.measure),
        *([known.measure(survey)] if known is not None else []),
    ]


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
        answered = state == State.ANSWERED
        answer = Given(State(state), UNTOLD if answered else None)
        found[key].setdefault(language, []).append((answer, count))
    return dict(found)


def _raw_rows(session: Session, wave: Wave) -> RawRows:
    """The rows of answers in reviewed languages: those that the tables count."""
    plan = exports.plan(session, wave, language="th")
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
        responses=first.n + first.dont_know + first.skipped + first.missing,
    )


def _each_once(texts: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(each for each in texts if each))


def _day(moment: datetime) -> date:
    return moment.astimezone(BANGKOK).date()
