"""Values of an indicator as lines of CSV, columns by SDMX's names."""

from datetime import date, datetime
from typing import Any

from api.routes import csv_lines, indicator_values
from api.routes.indicator_values import Value
from api.routes.shapes import Words
from api.store.shown import Shown
from surveys.cells import Cell
from surveys.record import leaves

# https://registry.sdmx.org: CL_OBS_STATUS
NORMAL, PROVISIONAL, SUPPRESSED, MISSING = "A", "P", "Q", "M"
# SDMX's names (https://sdmx.org/?page_id=3215) for what they name; ours for the rest.
# A new column comes last: others read them by their place, too.
COLUMNS = (
    "FRAMEWORK", "SERIES", "EDITION", "REF_PERIOD", "TIME_PERIOD_START",
    "TIME_PERIOD_END", "LANGUAGE", "REVISION", "STATUS", "OBS_STATUS", "OBS_VALUE",
    "UNIT_MEASURE", "CONF_INT_LOW", "CONF_INT_HIGH", "CONF_INT_METHOD", "N", "N_EFF",
    "RESPONSE_RATE", "RESPONSE_RATE_NOTE", "ADJUSTMENT", "DOC_METHOD", "REC_USE_LIM",
    "EVIDENCE_SHA256", "META_LAST_UPDATE", "PUBLISHED_AT", "MADE_UP", "NOTE",
    "STATE", "DIRECTION", "THRESHOLD", "STAT_CONC_DEF", "DATA_COMP", "BASE",
    "REVISION_REASON", "VALUE_BEFORE", "THRESHOLD_OUTCOME", "NUMERATOR", "SKIPPED",
    "DONT_KNOW", "CHANGE_SINCE", "CHANGE", "CHANGE_LOW", "CHANGE_HIGH",
    "CHANGE_DIRECTION", "COVERAGE", "COVERAGE_SIZE", "FRAME", "FRAME_NOTE",
    "DATA_VALIDATION", "QUESTIONNAIRE_SHA256", "MARGINS_SHA256", "WAVE_SHA256",
    "CODE_VERSION", "VERIFY", "CONTACT_ORGANISATION", "CONTACT_MAIL", "APPROVED_BY",
    "OFFICIAL", "CAREFUL", "UNWEIGHTED", "WEIGHTED", "BY_MODE", "FLAGS_REMOVED",
    "CALIBRATION_GAP", "BANDS", "ALPHA", "DENOMINATOR", "COLL_METHOD", "LEFT_OUT",
    "DATA_SOURCE", "MARGINS", "MARGINS_SOURCE", "DEFF", "REASONS",
)  # fmt: skip
BETWEEN = "; "
# Fields of many figures that stand in one cell.
SPREAD = {
    "exclusions": "DATA_VALIDATION",
    "unweighted": "UNWEIGHTED",
    "weighted": "WEIGHTED",
    "by_mode": "BY_MODE",
    "flags_removed": "FLAGS_REMOVED",
    "calibration_gap": "CALIBRATION_GAP",
    "bands": "BANDS",
    "modes": "COLL_METHOD",
    "left_out": "LEFT_OUT",
}


def header() -> str:
    return csv_lines.line(COLUMNS)


def line(shown: Shown) -> str:
    """One value as a line; its words are in English."""
    told = _cells(shown, indicator_values.told(shown))
    return csv_lines.line(told.get(column) for column in COLUMNS)


def _cells(shown: Shown, value: Value) -> dict[str, Cell]:
    """What JSON tells of the value, by column."""
    row, interval = shown.row, value.interval
    dumped = value.model_dump(mode="json", include={*SPREAD})
    return {
        "FRAMEWORK": row.framework,
        "SERIES": row.code,
        "EDITION": value.edition,
        "STAT_CONC_DEF": _english(value.definition),
        "DATA_COMP": _english(value.formula),
        "BASE": _english(value.base),
        "REF_PERIOD": row.period,
        "TIME_PERIOD_START": _day(value.first),
        "TIME_PERIOD_END": _day(value.last),
        "LANGUAGE": row.language,
        "REVISION": row.revision,
        "REVISION_REASON": value.reason,
        "VALUE_BEFORE": value.before,
        "STATUS": row.status,
        "STATE": value.state,
        "OBS_STATUS": _status(shown),
        "OBS_VALUE": value.value,
        "UNIT_MEASURE": value.unit,
        "DIRECTION": value.direction,
        "CONF_INT_LOW": value.low,
        "CONF_INT_HIGH": value.high,
        "CONF_INT_METHOD": interval.method if interval else None,
        "N": value.n,
        "NUMERATOR": value.numerator,
        "SKIPPED": value.skipped,
        "DONT_KNOW": value.dont_know,
        "RESPONSE_RATE_NOTE": _english(value.reasons.get("outcome")),
        "DOC_METHOD": value.method,
        "REC_USE_LIM": _english(value.limitations),
        "CONTACT_ORGANISATION": value.responsible,
        "CONTACT_MAIL": value.contact,
        "META_LAST_UPDATE": _day(value.as_of or row.computed_at),
        "PUBLISHED_AT": _day(value.published_at),
        "APPROVED_BY": BETWEEN.join(value.approved_by),
        "MADE_UP": int(row.made_up),
        "NOTE": _english(value.note),
        "OFFICIAL": int(value.official),
        "CAREFUL": int(value.careful),
        "ALPHA": value.alpha,
        "DENOMINATOR": value.denominator,
        "DATA_SOURCE": _questions(value),
        "REASONS": _spread({n: why.en for n, why in value.reasons.items()}),
        **{column: _spread(dumped[name]) for name, column in SPREAD.items()},
        **_parts(value),
    }


def _parts(value: Value) -> dict[str, Cell]:
    """The cells of those fields that have fields of their own, as far as there are."""
    found: dict[str, Cell] = {}
    if value.threshold is not None:
        found["THRESHOLD"] = value.threshold.value
        found["THRESHOLD_OUTCOME"] = value.threshold.outcome
    if value.change is not None:
        found |= {
            "CHANGE_SINCE": value.change.since,
            "CHANGE": value.change.value,
            "CHANGE_LOW": value.change.low,
            "CHANGE_HIGH": value.change.high,
            "CHANGE_DIRECTION": value.change.direction,
        }
    if value.population is not None:
        found["COVERAGE"] = value.population.who
        found["COVERAGE_SIZE"] = value.population.size
    if value.frame is not None:
        found |= {"FRAME": value.frame.kind, "FRAME_NOTE": value.frame.note}
    if value.outcome is not None:
        rates = value.outcome.rates.items()
        told = BETWEEN.join(f"{name} {rate:.4f}" for name, rate in rates)
        found["RESPONSE_RATE"] = told
    if value.weighting is not None:
        found["N_EFF"] = value.weighting.n_eff
        found["DEFF"] = value.weighting.deff
        found["MARGINS"] = BETWEEN.join(value.weighting.margins)
        found["MARGINS_SOURCE"] = value.weighting.source
        found["ADJUSTMENT"] = _english(value.weighting.rule)
    if value.evidence is not None:
        found |= {
            "EVIDENCE_SHA256": value.evidence.dataset_sha256,
            "QUESTIONNAIRE_SHA256": value.evidence.questionnaire_sha256,
            "MARGINS_SHA256": value.evidence.margins_sha256,
            "WAVE_SHA256": value.evidence.wave_sha256,
            "CODE_VERSION": value.evidence.code_version,
            "VERIFY": value.evidence.verify,
        }
    return found


def _status(shown: Shown) -> str:
    if shown.row.status == "withdrawn" or not shown.is_open:
        return MISSING
    if shown.value is None:
        return SUPPRESSED
    return PROVISIONAL if shown.row.status == "provisional" else NORMAL


def _questions(value: Value) -> str | None:
    """Which wording of which questions, each by its hash too."""
    if value.questions is None:
        return None
    return BETWEEN.join(
        f"{each.survey}.{each.survey_version} {each.key} version {each.version} "
        f"{each.sha256}"
        for each in value.questions
    )


def _spread(found: Any) -> str | None:
    """Many figures in one cell, each after its name; of words the English ones."""
    if found is None:
        return None
    told = [
        (name.removesuffix(".en"), each)
        for name, each in leaves(found)
        if not name.endswith(".th")
    ]
    return BETWEEN.join(f"{name} {each}" for name, each in told)


def _english(words: Words | None) -> str | None:
    return words.en if words else None


def _day(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
