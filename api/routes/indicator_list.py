"""What every indicator is, as lines of CSV, columns by SDMX's names."""

from collections.abc import Iterable

from fastapi.responses import Response

from api.routes import csv_lines
from surveys.catalogue import Framework, Indicator
from surveys.cells import Cell

# SDMX's names for what they name; ours for the rest, and for what is said in Thai.
COLUMNS = (
    "FRAMEWORK", "EDITION", "SERIES", "NAME", "NAME_TH", "STAT_CONC_DEF",
    "STAT_CONC_DEF_TH", "DATA_COMP", "DATA_COMP_TH", "BASE", "BASE_TH", "UNIT_MEASURE",
    "DIRECTION", "THRESHOLD", "SOURCE_TYPE", "STATUS",
)  # fmt: skip


def file(known: Iterable[tuple[Framework, Indicator]]) -> Response:
    rows = (_cells(framework, indicator) for framework, indicator in known)
    return csv_lines.file("indicators", COLUMNS, rows)


def _cells(framework: Framework, indicator: Indicator) -> list[Cell]:
    said = (indicator.name, indicator.definition, indicator.formula, indicator.base)
    words = [
        text.say(language) if text else None
        for text in said
        for language in ("en", "th")
    ]
    return [
        *(framework.key, framework.edition, indicator.code),
        *words,
        *(indicator.unit, indicator.direction),
        indicator.threshold.value if indicator.threshold else None,
        *(indicator.kind, indicator.status.value),
    ]
