"""An indicator framework as a workbook: what an officer fills in, read back whole.

Nothing of a workbook is taken over while anything in it is wrong; each problem is told
with its sheet and row.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import yaml
from openpyxl.worksheet.worksheet import Worksheet

from surveys import catalogue, framework_faults, located
from surveys.catalogue import Framework, Source
from surveys.definition import Survey
from surveys.located import Loc
from surveys.xlsform import workbook
from surveys.xlsform.workbook import Fault, Unopened

FRAMEWORK, LEVELS, DIMENSIONS, ASPECTS, INDICATORS, SOURCES = (
    "framework", "levels", "dimensions", "aspects", "indicators", "sources",
)  # fmt: skip
# The columns of each sheet; a star: has to be filled in.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    FRAMEWORK: (
        "key*", "edition*", "title_th*", "title_en", "status*", "owner_th*",
        "owner_en", "note_th", "note_en", "source",
    ),
    LEVELS: ("number*", "name_th*", "name_en", "note", "source*"),
    DIMENSIONS: ("key*", "name_th*", "name_en", "source"),
    ASPECTS: ("dimension*", "key*", "name_th*", "name_en"),
    INDICATORS: (
        "aspect*", "code*", "name_th*", "name_en", "definition_th*", "definition_en",
        "formula_th", "formula_en", "unit*", "direction*", "base_th*", "base_en",
        "threshold", "threshold_rule", "threshold_source", "status*", "owner_th*",
        "owner_en", "source", "measure", "survey", "question", "values", "items",
        "where", "band_scheme", "figure",
    ),
    SOURCES: ("name*", "url*", "as_of", "retrieved*", "confidence*", "note"),
}  # fmt: skip
EXAMPLE = "ตัวอย่าง"  # begins the first cell of a row that is not taken over
MOST_ROWS = 2_000
_TEXTS = ("title", "owner", "note", "name", "definition", "formula", "base")

Row = dict[str, Any]
Places = dict[Loc, tuple[str, int]]


@dataclass
class _Reading:
    """What has been read of a workbook, and what is wrong in it."""

    file: str
    answers: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """What answers are called, by the key of the survey and of the question."""
    rows: dict[str, list[tuple[int, Row]]] = field(default_factory=dict)
    problems: list[Fault] = field(default_factory=list)
    places: Places = field(default_factory=dict)
    told: set[tuple[str, int, str]] = field(default_factory=set)

    def fail(self, sheet: str, row: int, reason: str) -> None:
        """Tells what is wrong in a row; of each field only what is found first."""
        name = re.split(r"[_.:]", reason)[0]
        if (sheet, row, name) not in self.told:
            self.problems.append(Fault(self.file, reason, sheet, row))
        if ":" in reason:
            self.told.add((sheet, row, name))

    def sorted(self) -> list[Fault]:
        """What is wrong, as the sheets and rows come."""
        order = [*COLUMNS]
        return sorted(
            self.problems,
            key=lambda each: (order.index(str(each.sheet)), each.row or 0),
        )


def read(
    path: Path, surveys: Iterable[Survey] = ()
) -> tuple[Framework | None, list[Fault]]:
    """The framework in the workbook, or everything that is wrong with it.

    Its measures are held against the surveys.
    """
    surveys = list(surveys)
    reading = _Reading(path.name, _named_answers(surveys))
    try:
        book = _open(path)
    except Unopened as error:
        return None, [Fault(reading.file, str(error))]
    except OSError as error:
        return None, [Fault(reading.file, f"cannot be read: {error.strerror}")]
    headers = {sheet: _header(book, sheet, reading) for sheet in COLUMNS}
    if None in headers.values():
        return None, reading.problems
    for sheet, header in headers.items():
        reading.rows[sheet] = list(_rows(book[sheet], sheet, header or [], reading))
    framework, faults = framework_faults.every(_framework(reading))
    for loc, reason in faults:
        sheet, row = _place(reading.places, loc)
        names = ".".join(str(step) for step in loc if isinstance(step, str))
        said = _own_words(names)
        reading.fail(sheet, row, f"{said}: {reason}" if said else reason)
    if framework is not None:
        for mismatch in catalogue.check([framework], surveys):
            sheet, row = _place(reading.places, mismatch.loc)
            reading.fail(sheet, row, f"{mismatch.loc[-1]}: {mismatch.reason}")
    return (None if reading.problems else framework), reading.sorted()


def _named_answers(
    surveys: Iterable[Survey],
) -> dict[tuple[str, str], frozenset[str]]:
    """What the answers of each question are called: "3" may be a name, too."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for survey in surveys:
        for question in survey.questions:
            named = {each for each in question.values if isinstance(each, str)}
            at = (survey.key, question.key)
            found[at] = found.get(at, frozenset()) | named
    return found


def to_yaml(framework: Framework) -> str:
    """The framework as the text of a file that `catalogue.load` reads."""
    data = framework.model_dump(mode="json", exclude_defaults=True)
    for dimension in data["dimensions"]:
        dimension.setdefault("aspects", [])
        for aspect in dimension["aspects"]:
            for indicator in aspect["indicators"]:
                indicator.setdefault("threshold", None)
    text: str = yaml.safe_dump(
        data, allow_unicode=True, sort_keys=False, width=1_000, default_flow_style=False
    )
    return text


def _open(path: Path) -> openpyxl.Workbook:
    """The workbook with its formulas. Raises Unopened."""
    packed = workbook.content(path)
    try:
        return openpyxl.load_workbook(BytesIO(packed), data_only=False)
    except Exception as error:
        # The library checks little of what it reads.
        raise workbook.broken(error) from error


def _rows(
    page: Worksheet, sheet: str, header: list[str], reading: _Reading
) -> Iterator[tuple[int, Row]]:
    """The filled rows of a sheet below its header, but for the examples."""
    for number, cells in enumerate(page.iter_rows(min_row=2), start=2):
        if number > MOST_ROWS:
            reading.fail(sheet, number, f"more than {MOST_ROWS:,} rows")
            return
        texts = [_text(cell.value) for cell in cells]
        if not any(texts) or texts[0].startswith(EXAMPLE):
            continue
        for name, cell in zip(header, cells, strict=False):
            if cell.data_type == "f":
                reading.fail(sheet, number, f"{name}: a formula; enter its value")
        row = dict(zip(header, texts, strict=False))
        for column in COLUMNS[sheet]:
            name = column.rstrip("*")
            if column.endswith("*") and not row.get(name):
                reading.fail(sheet, number, f"{name}: is empty")
        yield number, row


def _header(book: openpyxl.Workbook, sheet: str, reading: _Reading) -> list[str] | None:
    """The columns of a sheet as they stand there; None: it cannot be read."""
    if sheet not in book.sheetnames:
        reading.fail(sheet, 1, "there is no such sheet")
        return None
    page = book[sheet]
    first = next(page.iter_rows(min_row=1, max_row=1, values_only=True), ())
    names = [_text(value).rstrip("*").strip().lower() for value in first]
    known = [column.rstrip("*") for column in COLUMNS[sheet]]
    missing = [name for name in known if name not in names]
    if missing:
        reading.fail(sheet, 1, f"there is no column {missing[0]}")
        return None
    for name in names:
        if name and name not in known:
            reading.fail(sheet, 1, f"{name}: is no column of this sheet")
        elif name and names.count(name) > 1:
            reading.fail(sheet, 1, f"{name}: stands twice")
            return None
    return names


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()


def _framework(reading: _Reading) -> Row:
    """The data of a framework, and in `places` from which row each part is."""
    heads = reading.rows[FRAMEWORK]
    if len(heads) != 1:
        row = heads[1][0] if len(heads) > 1 else 2
        reading.fail(FRAMEWORK, row, "one row is wanted here")
    number, head = heads[0] if heads else (2, {})
    reading.places[()] = (FRAMEWORK, number)
    sources = _sources(reading)
    said: Row = dict(framework_faults.INSTEAD)
    if heads:
        said = {
            **_words(head),
            **{name: head[name] for name in ("key", "edition", "status")},
            "source": _named(reading, sources, FRAMEWORK, number, head["source"]),
        }
    return {
        **said,
        "levels": _levels(reading, sources),
        "dimensions": _dimensions(reading, sources, said["status"]),
    }


def _sources(reading: _Reading) -> dict[str, Row]:
    """Each source by its name; what is wrong in one is told where it stands."""
    found: dict[str, Row] = {}
    for number, row in reading.rows[SOURCES]:
        if row["name"] in found:
            reading.fail(SOURCES, number, f"name: {row['name']} is used twice")
            continue
        given = {name: row[name] for name in Source.model_fields if row[name]}
        source, faults = located.examine_places(given, Source)
        for loc, reason in faults:
            reading.fail(SOURCES, number, f"{loc[0]}: {reason}")
        found[row["name"]] = given if source else framework_faults.SOURCE
    return found


def _named(
    reading: _Reading, sources: dict[str, Row], sheet: str, number: int, text: str
) -> list[Row]:
    """The sources a cell names, with commas between them."""
    found = []
    for name in _listed(text):
        if name in sources:
            found.append(sources[name])
        else:
            reading.fail(sheet, number, f"source: {name} is not in the sheet sources")
            found.append(framework_faults.SOURCE)
    return found


def _levels(reading: _Reading, sources: dict[str, Row]) -> list[Row]:
    levels: list[Row] = []
    for number, row in reading.rows[LEVELS]:
        reading.places["levels", len(levels)] = (LEVELS, number)
        levels.append(
            {
                "number": _whole(row["number"]),
                **_words({**row, "note_th": "", "note_en": ""}),
                **({"note": row["note"]} if row["note"] else {}),
                "source": _named(reading, sources, LEVELS, number, row["source"]),
            }
        )
    return levels


def _dimensions(reading: _Reading, sources: dict[str, Row], status: str) -> list[Row]:
    dimensions: dict[str, Row] = {}
    aspects: dict[str, tuple[Loc, Row]] = {}
    for number, row in reading.rows[DIMENSIONS]:
        if row["key"] in dimensions:
            reading.fail(DIMENSIONS, number, f"key: {row['key']} is used twice")
            continue
        reading.places["dimensions", len(dimensions)] = (DIMENSIONS, number)
        dimensions[row["key"]] = {
            "key": row["key"],
            **_words(row),
            "source": _named(reading, sources, DIMENSIONS, number, row["source"]),
            "aspects_status": "not_sourced",
            "aspects": [],
        }
    for number, row in reading.rows[ASPECTS]:
        held = dimensions.get(row["dimension"])
        if held is None:
            said = f"dimension: {row['dimension']} is not in the sheet dimensions"
            reading.fail(ASPECTS, number, said)
            # Elsewhere, for its indicators to be looked at.
            held = next(iter(dimensions.values()), None)
        if row["key"] in aspects:
            reading.fail(ASPECTS, number, f"key: {row['key']} is used twice")
        elif held is not None:
            d = list(dimensions).index(held["key"])
            loc: Loc = ("dimensions", d, "aspects", len(held["aspects"]))
            reading.places[loc] = (ASPECTS, number)
            aspect = {"key": row["key"], **_words(row), "indicators": []}
            held["aspects"].append(aspect)
            held["aspects_status"] = status
            aspects[row["key"]] = (loc, aspect)
    for number, row in reading.rows[INDICATORS]:
        if row["aspect"] not in aspects:
            said = f"aspect: {row['aspect']} is not in the sheet aspects"
            reading.fail(INDICATORS, number, said)
            continue
        where, aspect = aspects[row["aspect"]]
        loc = (*where, "indicators", len(aspect["indicators"]))
        reading.places[loc] = (INDICATORS, number)
        aspect["indicators"].append(_indicator(reading, sources, number, row))
    return list(dimensions.values())


def _indicator(
    reading: _Reading, sources: dict[str, Row], number: int, row: Row
) -> Row:
    threshold = None
    if row["threshold"]:
        threshold = {
            "value": _number(row["threshold"]),
            "rule": row["threshold_rule"] or None,
            "source": _named(
                reading, sources, INDICATORS, number, row["threshold_source"]
            ),
        }
    elif row["threshold_rule"] or row["threshold_source"]:
        reading.fail(INDICATORS, number, "threshold: is empty, and has a rule")
    return {
        "code": row["code"],
        **_words(row),
        "unit": row["unit"],
        "direction": row["direction"],
        "threshold": threshold,
        "status": row["status"],
        "source": _named(reading, sources, INDICATORS, number, row["source"]),
        "measure": _measure(reading, number, row),
    }


def _measure(reading: _Reading, number: int, row: Row) -> Row | None:
    if not row["measure"]:
        return None
    measure: Row = {"kind": row["measure"]}
    for name in ("survey", "question", "band_scheme", "figure"):
        if row[name]:
            measure[name] = row[name]
    if row["values"]:
        known = reading.answers.get((row["survey"], row["question"]), frozenset())
        measure["values"] = [
            text if text in known else _whole(text) for text in _listed(row["values"])
        ]
    if row["items"]:
        measure["items"] = _listed(row["items"])
    if row["where"]:
        try:
            measure["where"] = yaml.load(row["where"], Loader=located.PlainLoader)
        except yaml.YAMLError:
            reading.fail(INDICATORS, number, "where: is no rule such as JSONLogic's")
    return measure


def _words(row: Row) -> Row:
    """The texts of a row in their languages; those with none are left out."""
    found: Row = {}
    for name in _TEXTS:
        said = {
            language: row[f"{name}_{language}"]
            for language in ("th", "en")
            if row.get(f"{name}_{language}")
        }
        if said:
            found[name] = said
    return found


def _listed(text: str) -> list[str]:
    """What commas set apart; a part with a comma of its own stands in quotes."""
    line = " ".join(text.split())
    parts = next(csv.reader([line], skipinitialspace=True), [])
    return [part.strip() for part in parts if part.strip()]


def _whole(text: str) -> int | str:
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else text


def _number(text: str) -> float | str:
    return float(text) if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) else text


def _place(places: Places, loc: Loc) -> tuple[str, int]:
    """The row of the smallest part the place is in."""
    for length in range(len(loc), -1, -1):
        if loc[:length] in places:
            return places[loc[:length]]
    return FRAMEWORK, 2


def _own_words(names: str) -> str:
    """The field's name without the parts above it, which the row says."""
    return re.sub(r"^(?:(?:levels|dimensions|aspects|indicators)\.)+", "", names)
