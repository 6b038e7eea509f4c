"""The record of a value from a wave: what is known of the wave, beside its figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from api.errors import DomainError
from api.store import computing, feedback, freezing, sheets, values, waves
from api.store.computing import ALL, Computed, Results
from api.store.models import IndicatorValue, Wave
from api.store.words import WaveState
from content.dates import BANGKOK
from surveys import estimate, record_beside, versions
from surveys import record as records
from surveys import record_words as words
from surveys.catalogue import Framework, Indicator, Status
from surveys.definition import Survey
from surveys.estimate import likert, outcomes, suppression
from surveys.estimate.outcomes import Frame
from surveys.figures import SHARES, WILSON, Estimate
from surveys.participation import Standing
from surveys.question import Kind, Text
from surveys.record import (
    Absent,
    AskedAs,
    Bands,
    Evidence,
    IndicatorRecord,
    LeftOut,
    Revision,
    Target,
)

METHOD_VERSION = 2
COUNTED = {
    "share": "share of those who answered",
    "top2": "share of those who answered",
    "mean": "mean of those who answered",
    "mean_pct": "mean of those who answered, in percent of the highest",
    "index": "mean over the items of those who answered all of them",
}
INTERVALS = {
    WILSON: "Wilson interval",
    "t": "t interval",
    "bootstrap": "bootstrap percentile interval",
}


@dataclass(frozen=True)
class Known:
    """What the records of a wave's indicators share; read once."""

    wave: Wave
    survey: Survey
    versions: Mapping[str, versions.QuestionVersion]
    excluded: Mapping[str, int]
    results: Results
    standing: Standing
    """What the survey counts as."""


def known(session: Session, wave: Wave, results: Results) -> Known:
    survey = waves.survey_of(session, wave)
    return Known(
        wave=wave,
        survey=survey,
        versions=versions.of(survey, waves.history(session, survey)),
        excluded=sheets.excluded(session, wave.id),
        results=results,
        standing=feedback.standing(session, wave),
    )


def of(session: Session, value: IndicatorValue) -> IndicatorRecord:
    """The value's record, with what the officers have since written of its wave.

    Who is responsible, where they are reached and what limits the figure may be
    filled in after the answers were fixed; on what people are told afterwards hangs the
    level of participation. Raises DomainError for a provisional value: it has none.
    """
    record = values.told(value)
    if record is None:
        raise DomainError(409, "error.value_not_final")
    if value.wave_id is None:
        return record
    wave = session.get_one(Wave, value.wave_id)
    return record.model_copy(update=_written(wave, feedback.standing(session, wave)))


def method(indicator: Indicator, told: Estimate) -> str:
    """How a value came about, in one line."""
    interval = INTERVALS[told.method or WILSON]
    weights = "unweighted" if told.n_eff is None else "raked"
    return f"{COUNTED[indicator.kind]}; {interval} {records.LEVEL_PCT} %; {weights}"


def earlier(
    session: Session, wave: Wave, code: str, framework: str
) -> IndicatorValue | None:
    """The settled value of the wave before, to be compared with."""
    return session.scalars(
        select(IndicatorValue)
        .join(Wave, col(Wave.id) == col(IndicatorValue.wave_id))
        .where(
            col(IndicatorValue.framework) == framework,
            col(IndicatorValue.code) == code,
            col(IndicatorValue.language) == ALL,
            col(IndicatorValue.made_up) == wave.made_up,
            col(Wave.state) == WaveState.FROZEN,
            col(Wave.opens_at) < wave.opens_at,
        )
        .order_by(col(Wave.opens_at).desc(), col(IndicatorValue.revision).desc())
        .limit(1)
    ).first()


def build(
    known: Known,
    framework: Framework,
    indicator: Indicator,
    computed: Computed,
    change: records.Changed | Absent,
) -> IndicatorRecord:
    """The record of one computed figure, but for its place among the revisions."""
    wave, figure = known.wave, computed.figure
    told = figure.headline
    shown, why_not = told.is_shown, record_beside.why_not(told)
    return IndicatorRecord.model_validate(
        {
            "framework": framework.key,
            "edition": framework.edition,
            "code": indicator.code,
            "name": indicator.name,
            "definition": indicator.definition,
            "formula": indicator.formula or words.NO_FORMULA,
            "official": indicator.status is Status.OFFICIAL,
            "kind": indicator.kind,
            "language": computed.language,
            "made_up": wave.made_up,
            "value": told.value if shown else why_not,
            "unit": indicator.unit,
            "direction": indicator.direction,
            "n": figure.n,
            "base": indicator.base,
            "left_out": LeftOut(
                skipped=figure.skipped,
                dont_know=figure.dont_know,
                not_asked=figure.not_asked,
                outside=figure.outside,
            ),
            "population": {"who": wave.population, "size": wave.population_size},
            "frame": {"kind": wave.frame, "note": wave.frame_note},
            "period": _period(wave),
            "as_of": _day(wave.frozen_at),
            "modes": _modes(known.results.modes.get(computed.language, {})),
            "outcome": _outcome(wave),
            "interval": _interval(told, wave) if shown else why_not,
            "weighting": _weighting(known, computed),
            "method": f"{METHOD_VERSION}: {method(indicator, told)}",
            "questions": _questions(known, indicator, computed.language),
            "exclusions": _exclusions(known, computed.language),
            "evidence": _evidence(wave),
            "status": values.PROVISIONAL,
            "revision": Revision(number=0),
            "threshold": _threshold(indicator, told) if shown else why_not,
            "change": change if shown else why_not,
            "bands": _bands(known, indicator, told) if shown else why_not,
            "alpha": words.NO_ALPHA if figure.alpha is None else figure.alpha,
            **record_beside.both(figure),
            "flags_removed": record_beside.cleaned(figure, computed.cleaned),
            "by_mode": record_beside.by_mode(computed.by_mode),
            "calibration_gap": _gap(known, computed.language),
            "numerator": figure.successes
            if shown and figure.successes is not None
            else words.NO_COUNT,
            "careful": shown and _careful(indicator, told),
            "denominator": figure.n if indicator.kind in SHARES else words.NO_COUNT,
            **_written(wave, known.standing),
        }
    )


def _written(wave: Wave, standing: Standing) -> dict[str, Any]:
    """What officers write of a wave, and may still write when it is frozen."""
    return {
        "responsible": wave.responsible or None,
        "contact": wave.contact or None,
        "limitations": words.limited(wave.frame, wave.limitations, standing.why),
        "level": standing.counts_as.value,
    }


def _period(wave: Wave) -> dict[str, Any] | None:
    if wave.closes_at is None:
        return None
    return {"key": wave.key, "first": _day(wave.opens_at), "last": _day(wave.closes_at)}


def _day(moment: datetime | None) -> Any:
    return None if moment is None else moment.astimezone(BANGKOK).date()


def _modes(counts: Mapping[str, int]) -> dict[str, int | str] | Absent:
    """How many answered by which mode; fewer than five are not told."""
    if not counts:
        return {}
    found = suppression.publish(list(counts.values()))
    if found is None:
        return words.FEW_MODES
    cells = zip(counts, found, strict=True)
    return {mode: cell if isinstance(cell, int) else cell.value for mode, cell in cells}


def _exclusions(known: Known, language: str) -> dict[str, int | str]:
    """Who answered and is in no figure of these; few of one language are not told."""
    told: dict[str, int | str] = {**known.excluded}
    apart = known.results.apart if language == ALL else 0
    if apart:
        few = apart < suppression.LEAST
        told[records.TRANSLATION] = suppression.Mark.SMALL.value if few else apart
    return told


def _outcome(wave: Wave) -> dict[str, Any] | Absent | None:
    evidence = wave.evidence
    if evidence is None:
        return None
    if evidence["rates"] is None:
        if evidence["rates_reason"] == outcomes.NO_RATE_OPEN_LINK:
            return words.no_outcome(evidence["participation"])
        return words.NOBODY_INVITED
    frame = Frame(wave.frame)
    told = {
        f"AAPOR {name.upper()}": evidence["rates"][name]
        for name in outcomes.TOLD[frame]
        if evidence["rates"][name] is not None
    }
    of = words.OF_INVITED if frame is Frame.INVITED_LIST else words.OF_SAMPLE
    return {
        "rates": told,
        "counts": evidence["outcomes"],
        "of": of,
        "drawn": evidence["plan"]["drawn"],
        "unheard_of": evidence["unheard_of"],
    }


def _interval(told: Estimate, wave: Wave) -> dict[str, Any] | Absent:
    if told.low is None or told.high is None:
        return words.ONE_ANSWER
    drawn = wave.frame == Frame.PROBABILITY
    return {
        "low": told.low,
        "high": told.high,
        "level_pct": records.LEVEL_PCT,
        "method": told.method,
        "modelled": not drawn,
        "label": words.OF_A_SAMPLE if drawn else words.MODELLED,
        "seed": told.seed,
        "replicates": told.replicates,
    }


def _weighting(known: Known, computed: Computed) -> dict[str, Any]:
    weighed, figure = known.results.weighed, computed.figure
    if not weighed.margins:
        return {"applied": "none", "rule": words.UNWEIGHTED}
    told: dict[str, Any] = {
        "applied": "none",
        "margins": weighed.margins,
        "source": (known.wave.margins or {}).get("source"),
    }
    if figure.weighted is None:
        apart = computed.language != ALL
        rule = words.WEIGHTING["weighting.apart"] if apart else words.REFUSED
        return {**told, "rule": rule, "why_not": None if apart else weighed.refused}
    told |= {
        "n_eff": figure.weighted.n_eff,
        "deff": figure.weighted.deff,
        "merged": weighed.merged,
        "no_weight": weighed.no_weight,
        "why_not": figure.why_unweighted,
    }
    if figure.why_unweighted is not None:
        return {**told, "rule": words.WEIGHTING[figure.why_unweighted]}
    return {**told, "applied": "raked", "rule": words.RAKED}


def _questions(
    known: Known, indicator: Indicator, language: str
) -> tuple[AskedAs, ...]:
    assert indicator.measure is not None
    survey = known.survey
    spoken = survey.languages[0] if language == ALL else language
    asked = []
    for key in indicator.measure.looks_at:
        question, version = survey.question(key), known.versions[key]
        asked.append(
            AskedAs(
                survey=survey.key,
                survey_version=survey.version,
                key=key,
                version=versions.spoken(version, survey, spoken),
                sha256=version.sha256,
                text=question.text,
                choices={each.key: each.label for each in question.choices}
                if question.kind is not Kind.SCALE11
                else _ends(question.low, question.high),
            )
        )
    return tuple(asked)


def _ends(low: Text | None, high: Text | None) -> dict[str, Text]:
    return {
        point: said for point, said in (("0", low), ("10", high)) if said is not None
    }


def _evidence(wave: Wave) -> Evidence | None:
    if wave.evidence is None:
        return None
    return Evidence(
        dataset_sha256=wave.evidence["sha256"],
        questionnaire_sha256=wave.evidence["survey_sha256"],
        margins_sha256=wave.evidence["margins_sha256"],
        wave_sha256=freezing.evidence_sha256(wave),
        code_version=wave.evidence["code_version"],
    )


def _gap(known: Known, language: str) -> records.Gap | Absent:
    """How far the survey's share of one question is from the one that is known."""
    benchmark, figure = computing.benchmark_of(known.wave), known.results.gauged
    if benchmark is None or figure is None:
        return words.NO_BENCHMARK
    if language != ALL:
        return words.GAP_APART
    told = figure.headline
    if not told.is_shown or told.value is None or told.low is None or told.high is None:
        return record_beside.why_not(told)
    return records.Gap(
        points=told.value - benchmark.percent,
        value=told.value,
        low=told.low,
        high=told.high,
        n=told.n,
        weighted=told.n_eff is not None,
        known=benchmark.percent,
        question=known.survey.question(benchmark.question).text,
        source=benchmark.source,
        as_of=benchmark.as_of,
    )


def _threshold(indicator: Indicator, told: Estimate) -> Target | Absent:
    target = indicator.threshold
    if target is None:
        return words.NO_THRESHOLD
    assert told.value is not None
    low, high = told.low, told.high
    if target.rule == "value" or low is None or high is None:
        low = high = told.value
    return Target(
        value=target.value,
        rule=target.rule,
        outcome=estimate.threshold(low, high, target.value, indicator.direction),
        sources=tuple(each.url for each in target.source),
    )


def _careful(indicator: Indicator, told: Estimate) -> bool:
    """The width of an interval and the relative error are looked at for shares."""
    if indicator.kind not in SHARES:
        return told.n < estimate.SURE_N
    assert told.value is not None
    base = told.n if told.n_eff is None else told.n_eff
    error = estimate.relative_standard_error(told.value / 100, base)
    return estimate.careful(told.n, told.low, told.high, n_eff=told.n_eff, rse=error)


def _bands(known: Known, indicator: Indicator, told: Estimate) -> Bands | Absent:
    measure = indicator.measure
    assert measure is not None
    assert told.value is not None
    if measure.kind not in ("mean", "index") or any(
        known.survey.question(key).kind is not Kind.SCALE5 for key in measure.questions
    ):
        return words.NO_BANDS
    scheme = likert.Scheme(measure.band_scheme or likert.Scheme.BOONCHOM)
    low = told.value if told.low is None else told.low
    high = told.value if told.high is None else told.high
    found = likert.bands_of_interval(low, high, scheme)
    return Bands(
        scheme=scheme.value,
        bands=found,
        words=Text(th=likert.in_words(found, "th"), en=likert.in_words(found, "en")),
    )
