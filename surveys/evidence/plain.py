"""The pack as JSON and as one CSV of observations, for programs to read."""

import csv
import dataclasses
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from surveys.cells import Cell, safe
from surveys.evidence import phrases, words
from surveys.evidence.figure import Figure
from surveys.evidence.pack import Pack, RowFile, Tally, WaveEvidence
from surveys.evidence.parts import CODES, RATES
from surveys.question import Text

FORMAT = "ecotown evidence 1"
# SDMX's names (cross-domain concepts) for what they name; ours for the rest.
OBSERVATION = (
    "TABLE", "REF_PERIOD", "SERIES", "CATEGORY", "CATEGORY_TH", "CATEGORY_EN",
    "MEASURE", "UNIT_MEASURE", "OBS_VALUE", "OBS_STATUS",
)  # fmt: skip
# Of SDMX's code list CL_OBS_STATUS: normal; missing, suppressed; cannot exist.
SHOWN, SUPPRESSED, CANNOT_EXIST = "A", "Q", "M"
Observation = tuple[Cell, ...]


def as_json(pack: Pack) -> bytes:
    """The pack without its rows (those are in the workbook), keys sorted."""
    data = {"format": FORMAT, **_plain(pack)}
    if pack.draft:
        data["not_released"] = _plain(words.text("not_released"))
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1)
    return f"{text}\n".encode()


def as_csv(pack: Pack) -> bytes:
    """One observation a line: answers, outcomes, coverage and indicators."""
    kept = io.StringIO(newline="")
    out = csv.writer(kept)
    out.writerow(OBSERVATION)
    if pack.draft:
        # A line like the others, which programs can leave out by its status.
        said = words.text("not_released")
        out.writerow(
            _observation("draft", "", "", "", said, "", "", None, CANNOT_EXIST)
        )
    for each in observations(pack):
        out.writerow(map(safe, each))
    # With a byte order mark, without which Excel takes Thai for something else.
    return kept.getvalue().encode("utf-8-sig")


def observations(pack: Pack) -> Iterator[Observation]:
    """Every number of the pack that is a figure of something."""
    for figure in pack.figures:
        yield from _of_figure(figure)
    if not pack.draft:
        for each in pack.pending:
            yield _observation(
                "indicator", each.period, f"{each.framework}:{each.code}",
                each.language, each.name, "VALUE", "", None, SUPPRESSED,
            )  # fmt: skip
    for wave in pack.waves:
        yield from _of_outcomes(wave)
        yield from _of_coverage(wave)
        for tally in wave.tallies:
            yield from _of_tally(wave.key, tally)


def concepts(figure: Figure) -> dict[str, Any]:
    """The value by the concept names of official statistics.

    Those of the UN's metadata template (https://unstats.un.org/sdgs/metadata/) and, for
    the observation itself, of SDMX.
    """
    record = figure.record
    named = {
        "REF_PERIOD": figure.period,
        "OBS_VALUE": figure.value,
        "OBS_STATUS": SHOWN if figure.value is not None else SUPPRESSED,
        "LOWER_BOUND": figure.low,
        "UPPER_BOUND": figure.high,
        "META_LAST_UPDATE": record.as_of,
        "CONTACT_ORGANISATION": record.responsible,
        "CONTACT_MAIL": record.contact,
        "STAT_CONC_DEF": record.definition,
        "UNIT_MEASURE": record.unit,
        "DATA_SOURCE": record.questions,
        "COLL_METHOD": record.modes,
        "COVERAGE": record.population,
        "DATA_COMP": phrases.formula(figure),
        "DOC_METHOD": record.method,
        "ADJUSTMENT": phrases.weighting(figure),
        "DATA_VALIDATION": record.exclusions,
        "COMPARABILITY": phrases.comparability(figure),
        "REC_USE_LIM": record.limitations,
    }
    return {name: _plain(value) for name, value in named.items()}


def _of_figure(figure: Figure) -> Iterator[Observation]:
    record, unit = figure.record, figure.record.unit
    measures: list[tuple[str, str, float | None]] = [
        ("VALUE", unit, figure.value),
        ("LOW", unit, figure.low),
        ("HIGH", unit, figure.high),
        ("N", "people", figure.n),
    ]
    if figure.n_eff is not None:
        measures.append(("N_EFF", "people", figure.n_eff))
    if figure.without_flagged is not None:
        told = figure.without_flagged.told
        measures += [
            ("VALUE_WITHOUT_FLAGGED", unit, told.value),
            ("N_WITHOUT_FLAGGED", "people", told.n),
        ]
    for measure, of, value in measures:
        yield _observation(
            "indicator", figure.period, f"{record.framework}:{record.code}",
            record.language, record.name, measure, of, value,
            SHOWN if value is not None else SUPPRESSED,
        )  # fmt: skip


def _of_outcomes(wave: WaveEvidence) -> Iterator[Observation]:
    if wave.outcomes is not None:
        for code, name in CODES.items():
            count = getattr(wave.outcomes, name)
            yield _observation(
                "outcome", wave.key, "AAPOR", code, None, "COUNT", "people", count
            )
    for rate in RATES:
        value = getattr(wave.rates, rate)
        yield _observation(
            "outcome", wave.key, "AAPOR", rate.upper(), None, "RATE", "fraction",
            value, SHOWN if value is not None else CANNOT_EXIST,
        )  # fmt: skip


def _of_coverage(wave: WaveEvidence) -> Iterator[Observation]:
    for margin in wave.coverage:
        for each in margin.shares:
            named = (margin.margin, each.key, each.label)
            percent = None if each.sample is None else each.sample * 100
            shown = SHOWN if each.n is not None else SUPPRESSED
            for measure, unit, value, status in (
                ("POPULATION_SHARE", "percent", each.population * 100, SHOWN),
                ("SAMPLE_SHARE", "percent", percent, shown),
                ("COUNT", "people", each.n, shown),
            ):
                yield _observation(
                    "coverage", wave.key, *named, measure, unit, value, status
                )


def _of_tally(wave: str, tally: Tally) -> Iterator[Observation]:
    for row in tally.rows:
        named = (tally.question, row.key, row.label)
        status = SHOWN if row.n is not None else SUPPRESSED
        percent = None if row.share is None else row.share * 100
        yield _observation("answers", wave, *named, "COUNT", "people", row.n, status)
        yield _observation("answers", wave, *named, "SHARE", "percent", percent, status)
    for measure in ("n", "dont_know", "skipped", "missing"):
        count = getattr(tally, measure)
        status = SHOWN if count is not None else SUPPRESSED
        yield _observation(
            "answers", wave, tally.question, "", None, measure.upper(), "people",
            count, status,
        )  # fmt: skip
    if tally.mean is not None and tally.mean.value is not None:
        for measure in ("value", "low", "high", "sd"):
            yield _observation(
                "answers", wave, tally.question, "", None, f"MEAN_{measure.upper()}",
                "points", getattr(tally.mean, measure),
            )  # fmt: skip


def _observation(
    table: str,
    period: str,
    series: str,
    category: str,
    label: Text | None,
    measure: str,
    unit: str,
    value: Cell,
    status: str = SHOWN,
) -> Observation:
    th, en = (label.say("th"), label.say("en")) if label else (None, None)
    return table, period, series, category, th, en, measure, unit, value, status


def _plain(value: Any) -> Any:
    """A value of the pack as JSON can hold it."""
    if isinstance(value, RowFile):
        return {**_fields(value), "rows": len(value.rows)}
    if isinstance(value, Figure):
        return {**_fields(value), "concepts": concepts(value)}
    if dataclasses.is_dataclass(value):
        return _fields(value)
    match value:
        case BaseModel():
            return value.model_dump(mode="json", exclude_defaults=True)
        case datetime() | date():
            return value.isoformat()
        case StrEnum():
            return value.value
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case _:
            return value


def _fields(value: Any) -> dict[str, Any]:
    return {
        field.name: _plain(getattr(value, field.name))
        for field in dataclasses.fields(value)
    }
