"""Values of an indicator as lines of CSV, columns by SDMX's names."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime

from api.routes import indicator_values
from api.routes.indicator_values import Value
from api.routes.shapes import Words
from api.store.shown import Shown
from surveys.cells import Cell, safe

ROWS = "#rows"
# https://registry.sdmx.org: CL_OBS_STATUS
NORMAL, PROVISIONAL, SUPPRESSED, MISSING = "A", "P", "Q", "M"
# SDMX's names (https://sdmx.org/?page_id=3215) for what they name; ours for the rest.
COLUMNS = (
    "FRAMEWORK", "SERIES", "EDITION", "REF_PERIOD", "TIME_PERIOD_START",
    "TIME_PERIOD_END", "LANGUAGE", "REVISION", "STATUS", "STATE", "OBS_STATUS",
    "OBS_VALUE", "UNIT_MEASURE", "DIRECTION", "THRESHOLD", "CONF_INT_LOW",
    "CONF_INT_HIGH", "CONF_INT_METHOD", "N", "N_EFF",
    "RESPONSE_RATE", "RESPONSE_RATE_NOTE", "ADJUSTMENT", "DOC_METHOD", "REC_USE_LIM",
    "EVIDENCE_SHA256", "META_LAST_UPDATE", "PUBLISHED_AT", "MADE_UP", "NOTE",
)  # fmt: skip


def header() -> str:
    return _line(COLUMNS)


def line(shown: Shown) -> str:
    """One value as a line; its words are in English."""
    row, value = shown.row, indicator_values.told(shown)
    weighting, evidence = value.weighting, value.evidence
    return _line(
        (
            row.framework, row.code, value.edition, row.period,
            _day(value.first), _day(value.last), row.language, row.revision,
            row.status, value.state, _status(shown), value.value, value.unit,
            value.direction, value.threshold.value if value.threshold else None,
            value.low, value.high, value.interval.method if value.interval else None,
            value.n, weighting.n_eff if weighting else None,
            _rates(value), _english(value.reasons.get("outcome")),
            _english(weighting.rule if weighting else None),
            value.method, _english(value.limitations),
            evidence.dataset_sha256 if evidence else None,
            _day(value.as_of or row.computed_at), _day(value.published_at),
            int(row.made_up), _english(value.note),
        )
    )  # fmt: skip


def last_line(rows: int) -> str:
    """Whoever finds none has a file that was cut off."""
    return _line((ROWS, rows))


def _status(shown: Shown) -> str:
    if shown.row.status == "withdrawn" or not shown.is_open:
        return MISSING
    if shown.value is None:
        return SUPPRESSED
    return PROVISIONAL if shown.row.status == "provisional" else NORMAL


def _rates(value: Value) -> str | None:
    if value.outcome is None:
        return None
    rates = value.outcome.rates.items()
    return "; ".join(f"{name} {rate:.4f}" for name, rate in rates)


def _english(words: Words | None) -> str | None:
    return words.en if words else None


def _day(moment: date | datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _line(cells: Iterable[Cell]) -> str:
    kept = io.StringIO(newline="")
    csv.writer(kept).writerow(map(safe, cells))
    return kept.getvalue()
