"""Figures of a wave from its answers: every indicator, from one reading of them.

Reading and counting are kept apart from adding (`indicators.add`), so that a large
wave is counted while others write; it may be done by a child process (`of_wave`).
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from operator import eq
from uuid import UUID

import numpy as np
from sqlalchemy import func, select
from sqlmodel import Session, col

from api.store import frameworks, sheets, waves
from api.store.keys import Keys
from api.store.models import Response, Wave
from api.store.session import Database
from api.store.words import ResponseState
from surveys import estimate, figures, series, weighting
from surveys import measure as measures
from surveys.benchmark import Benchmark
from surveys.catalogue import Framework, Indicator
from surveys.definition import Survey
from surveys.estimate.margins import Margin
from surveys.figures import Figure
from surveys.sheet import Mask, Sheet
from surveys.weighting import Refused, Weighting

ALL = "all"  # answers to words that a speaker has passed, reported together
HEAVY = 2_000  # complete responses; from here on a child counts them
SELF, INTERVIEWER = "self", "interviewer"


@dataclass(frozen=True)
class Weighed:
    """How the responses were weighted, or why not: the key of a text."""

    margins: tuple[str, ...] = ()
    n_eff: float | None = None
    deff: float | None = None
    merged: tuple[str, ...] = ()
    no_weight: int | None = None
    why_not: str | None = None
    refused: str | None = None


@dataclass(frozen=True)
class Computed:
    """One indicator's figure among the answers of one sort of language."""

    framework: str
    edition: str
    code: str
    language: str
    figure: Figure
    cleaned: Figure | None
    """Without the responses that look odd; None: none of its base does."""
    by_mode: Mapping[str, Figure]


@dataclass(frozen=True)
class Results:
    """All that one reading of a wave's answers gave."""

    n: int
    modes: Mapping[str, Mapping[str, int]]
    """Language -> mode -> responses."""
    weighed: Weighed
    computed: tuple[Computed, ...]
    apart: int
    """Responses in translations nobody has reviewed, which are told apart."""
    gauged: Figure | None = None
    """The question that is held against a benchmark; None: there is none."""


def work_out(session: Session, wave_id: UUID) -> Results:
    """Every indicator that the wave's answers feed."""
    wave = session.get_one(Wave, wave_id)
    survey = waves.survey_of(session, wave)
    measured = fitting(survey)
    margins = margins_of(wave)
    known = benchmark_of(wave)
    sheet = sheets.load(session, wave_id, looked_at(measured, margins, known))
    return of_sheet(wave_id, sheet, survey, measured, margins, known)


def of_wave(url: str, wave_id: UUID) -> Results:
    """As `work_out`, for a child process that opens the database itself.

    It gets no key: nothing sealed is read for a figure.
    """
    database = Database(url, Keys(os.urandom(32)))
    try:
        with database.read() as session:
            return work_out(session, wave_id)
    finally:
        database.close()


def is_heavy(session: Session, wave_id: UUID) -> bool:
    """Whether counting takes longer than the chat may wait for."""
    if session.get_one(Wave, wave_id).margins is not None:
        return True
    complete = session.scalar(
        select(func.count()).where(
            col(Response.wave_id) == wave_id,
            col(Response.state) == ResponseState.COMPLETE,
        )
    )
    return (complete or 0) >= HEAVY


def of_sheet(
    wave_id: UUID,
    sheet: Sheet,
    survey: Survey,
    measured: Iterable[tuple[Framework, Indicator]],
    margins: list[Margin],
    known: Benchmark | None = None,
) -> Results:
    """Every indicator over the columns; the same columns give the same digits."""
    groups = _groups(sheet, survey)
    weights: Weighting | Refused | None = None
    if margins and groups[ALL].any():
        seed = figures.seed_of(wave_id, "weights")
        weights = weighting.weigh(sheet, margins, groups[ALL], seed)
    computed = []
    for framework, indicator in measured:
        for language, who in groups.items():
            used = weights if language == ALL else None
            computed.append(
                _computed(
                    wave_id, sheet, survey, framework, indicator, language, who, used
                )
            )
    return Results(
        n=sheet.n,
        modes={language: _modes(sheet, who) for language, who in groups.items()},
        weighed=_weighed(weights, margins),
        computed=tuple(computed),
        apart=sheet.n - int(groups[ALL].sum()),
        gauged=None
        if known is None
        else figures.figure(
            sheet,
            survey,
            known.measure(survey),
            who=groups[ALL],
            seed=figures.seed_of(wave_id, "benchmark"),
            weighting=weights if isinstance(weights, Weighting) else None,
        ),
    )


def fitting(survey: Survey) -> list[tuple[Framework, Indicator]]:
    """The indicators this very version feeds: an older one may lack a question."""
    return [
        (framework, indicator)
        for framework, indicator in frameworks.measured(survey)
        if indicator.measure is not None
        and not list(measures.unfit(indicator.measure, {survey.key: survey}))
    ]


def figured(session: Session, wave: Wave) -> list[str]:
    """The questions that indicators, or the benchmark, speak of as of today."""
    survey = waves.survey_of(session, wave)
    known = benchmark_of(wave)
    counted = [each.measure for _, each in fitting(survey) if each.measure is not None]
    if known is not None:
        counted.append(known.measure(survey))
    return sorted({key for measure in counted for key in measure.questions})


def margins_of(wave: Wave) -> list[Margin]:
    """The population's counts, each named after its question."""
    told = (wave.margins or {}).get("margins", {})
    return [Margin(key, dict(counts)) for key, counts in told.items()]


def benchmark_of(wave: Wave) -> Benchmark | None:
    """The share known from elsewhere that the wave is held against."""
    told = wave.benchmark
    return None if told is None else Benchmark.model_validate(told)


def looked_at(
    measured: Iterable[tuple[Framework, Indicator]],
    margins: Iterable[Margin],
    known: Benchmark | None,
) -> list[str]:
    """The questions that the figures and the weights need."""
    wanted = [margin.name for margin in margins]
    wanted += [known.question] if known is not None else []
    for _, indicator in measured:
        if indicator.measure is not None:
            wanted += indicator.measure.looks_at
    return list(dict.fromkeys(wanted))


def _groups(sheet: Sheet, survey: Survey) -> dict[str, Mask]:
    """Whose answers are reported together: an unreviewed translation's apart."""
    groups = {ALL: sheet.languages.where(survey.is_reviewed)}
    for language in sheet.languages.values:
        if not survey.is_reviewed(language):
            groups[language] = sheet.languages.where(partial(eq, language))
    return groups


def _computed(
    wave_id: UUID,
    sheet: Sheet,
    survey: Survey,
    framework: Framework,
    indicator: Indicator,
    language: str,
    who: Mask,
    weights: Weighting | Refused | None,
) -> Computed:
    measure = indicator.measure
    assert measure is not None
    seed = figures.seed_of(wave_id, framework.key, indicator.code, language)
    used = weights if isinstance(weights, Weighting) else None

    def among(mask: Mask) -> Figure:
        return figures.figure(sheet, survey, measure, who=mask, seed=seed)

    figure = figures.figure(sheet, survey, measure, who=who, seed=seed, weighting=used)
    cleaned = among(who & ~sheet.flagged) if (who & sheet.flagged).any() else None
    interviewed = sheet.modes.where(lambda mode: mode in series.INTERVIEWED)
    by_mode: dict[str, Figure] = {}
    if (who & interviewed).any():
        halves = {
            SELF: among(who & ~interviewed),
            INTERVIEWER: among(who & interviewed),
        }
        if all(estimate.publishable(half.n) for half in halves.values()):
            by_mode = halves
    return Computed(
        framework=framework.key,
        edition=framework.edition,
        code=indicator.code,
        language=language,
        figure=figure,
        cleaned=cleaned if cleaned is not None and cleaned.n < figure.n else None,
        by_mode=by_mode,
    )


def _modes(sheet: Sheet, who: Mask) -> dict[str, int]:
    counts = np.bincount(sheet.modes.codes[who], minlength=len(sheet.modes.values))
    pairs = zip(sheet.modes.values, counts.tolist(), strict=True)
    return {mode: count for mode, count in pairs if count}


def _weighed(weights: Weighting | Refused | None, margins: list[Margin]) -> Weighed:
    names = tuple(margin.name for margin in margins)
    match weights:
        case None:
            return Weighed(names)
        case Refused():
            return Weighed(names, refused=weights.told or weights.reason)
        case Weighting():
            rake = weights.raking
            return Weighed(
                margins=names,
                n_eff=rake.trimmed.n_eff,
                deff=rake.trimmed.deff,
                merged=tuple(f"{each.margin}: {each.label}" for each in rake.merged),
                no_weight=weights.left_out,
                why_not=rake.reason.value if rake.reason is not None else None,
            )
