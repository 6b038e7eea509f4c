"""Writes a framework's workbook: an empty one to fill in, or an edition as it stands.

The texts of the read-me are Thai: whoever fills it in is an officer of the town.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from surveys import catalogue
from surveys.catalogue import Framework, Indicator, Source
from surveys.framework_sheet import (
    ASPECTS,
    COLUMNS,
    DIMENSIONS,
    EXAMPLE,
    FRAMEWORK,
    INDICATORS,
    LEVELS,
    MOST_ROWS,
    SOURCES,
)
from surveys.question import Text

README = "อ่านก่อน"
PREFILLED = "diw_2560"  # its dimensions and levels have sources
LISTS: Mapping[str, tuple[str, ...]] = {
    "status": ("official", "draft"),
    "unit": ("percent", "points", "days", "count", "people"),
    "direction": ("up", "down"),
    "threshold_rule": ("interval", "value"),
    "confidence": ("high", "medium", "low"),
    "measure": ("share", "top2", "mean", "mean_pct", "index", "service", "manual"),
    "band_scheme": ("boonchom", "equal_width"),
    "figure": ("cases_in_time", "questions_answered", "broadcast_reach"),
}
# Cells whose value has to stand in the first or second column of another sheet.
TAKEN_FROM = {
    (ASPECTS, "dimension"): (DIMENSIONS, "A"),
    (INDICATORS, "aspect"): (ASPECTS, "B"),
}
GUIDE = (
    "แบบกรอกชุดตัวชี้วัด (กรอกข้อความทางการตามเอกสารของเจ้าของเกณฑ์เท่านั้น)",
    "",
    "1. กรอกแผ่น sources ก่อน: เอกสารหรือหน้าเว็บที่อ่านข้อความมา วันที่อ่าน และความเชื่อถือได้",
    "2. แผ่น framework มีแถวเดียว: ชื่อชุด ฉบับที่ เจ้าของเกณฑ์",
    "3. แผ่น levels และ dimensions มีชื่อจากแหล่งที่เปิดเผยให้แล้ว แก้ได้ถ้าเอกสารเขียนต่างไป",
    "4. แผ่น aspects: ด้าน ระบุว่าอยู่มิติไหน (dimension)",
    "5. แผ่น indicators: ตัวชี้วัด หนึ่งแถวต่อหนึ่งตัว ระบุว่าอยู่ด้านไหน (aspect)",
    "",
    "ช่องที่หัวมี * ต้องกรอก ช่องอื่นไม่รู้ให้เว้นว่าง อย่าเดา",
    f"แถวที่ขึ้นต้นด้วยคำว่า “{EXAMPLE}” เป็นตัวอย่าง ระบบไม่อ่าน จะลบหรือปล่อยไว้ก็ได้",
    "key และ code ใช้ตัวอักษรอังกฤษ: key เช่น diw_2565 code เช่น DIW-S1",
    "status: official = ข้อความทางการ (ต้องมี source) draft = ร่าง",
    "unit: percent ร้อยละ points คะแนน days วัน count จำนวนเรื่อง people จำนวนคน",
    "direction: up = มากขึ้นดีกว่า down = น้อยลงดีกว่า",
    "base: นับใครบ้าง และไม่นับใคร",
    "threshold: ค่าเป้าหมายตามหน่วย ถ้าเอกสารไม่ได้กำหนดให้เว้นว่าง",
    "threshold_rule: interval = ทั้งช่วงความเชื่อมั่นต้องถึงเป้า value = ดูที่ค่าอย่างเดียว",
    "source: ชื่อจากแผ่น sources หลายชื่อคั่นด้วยจุลภาค",
    "measure: เว้นว่างหรือ manual = เจ้าหน้าที่ป้อนค่าพร้อมเอกสาร อย่างอื่นคำนวณจากแบบสอบถามหรือบันทึก",
    "   survey ถึง figure ใช้กับ measure ที่คำนวณเท่านั้น",
    "",
    "เสร็จแล้วนำเข้าด้วยคำสั่ง  ecotown indicator import FILE.xlsx",
    "ถ้ามีที่ผิด ระบบบอกแผ่นและแถวทุกที่ และยังไม่รับอะไรเข้าไปเลย",
    "ฉบับที่นำเข้าแล้วแก้ไม่ได้ ถ้าเปลี่ยนให้ขึ้นเลขฉบับ (edition) ใหม่",
)
EXAMPLES: Mapping[str, dict[str, str]] = {
    FRAMEWORK: {
        "key": f"{EXAMPLE} diw_2565",
        "edition": "2565",
        "title_th": "ชื่อชุดตัวชี้วัดตามเอกสาร",
        "status": "official",
        "owner_th": "หน่วยงานเจ้าของเกณฑ์",
        "source": "doc",
    },
    ASPECTS: {
        "dimension": f"{EXAMPLE} social",
        "key": "people",
        "name_th": "ชื่อด้านตามเอกสาร",
    },
    INDICATORS: {
        "aspect": f"{EXAMPLE} people",
        "code": "DIW-S1",
        "name_th": "ชื่อตัวชี้วัดตามเอกสาร",
        "definition_th": "คำอธิบายตามเอกสาร",
        "formula_th": "วิธีคิดตามเอกสาร",
        "unit": "percent",
        "direction": "up",
        "base_th": "นับใครบ้าง ไม่นับใคร",
        "status": "official",
        "owner_th": "หน่วยงานเจ้าของเกณฑ์",
        "source": "doc",
        "measure": "manual",
    },
    SOURCES: {
        "name": f"{EXAMPLE} doc",
        "url": "https://example.org/document",
        "as_of": "2022-06-30",
        "retrieved": "2026-01-15",
        "confidence": "high",
        "note": "หน้าที่ 12 ถึง 20",
    },
}
WIDE, NARROW = 36, 16


def template() -> bytes:
    """An empty workbook with examples; dimensions and levels are there, sourced."""
    known = next(
        each for each in catalogue.newest(catalogue.load_all()) if each.key == PREFILLED
    )
    names = _named_sources(known)
    rows: dict[str, list[dict[str, Any]]] = {
        sheet: [dict(EXAMPLES[sheet])] for sheet in EXAMPLES
    }
    rows[LEVELS] = _levels(known, names)
    rows[DIMENSIONS] = _dimensions(known, names)
    used = {
        name.strip()
        for row in (*rows[LEVELS], *rows[DIMENSIONS])
        for name in str(row["source"]).split(",")
    }
    rows[SOURCES] += [row for row in _source_rows(names) if row["name"] in used]
    return _workbook(rows)


def export(framework: Framework) -> bytes:
    """An edition as a workbook that is read back to the same, in Thai and English.

    How many parts its owner claims, and Burmese words, have no column.
    """
    names = _named_sources(framework)
    head = {
        "key": framework.key,
        "edition": framework.edition,
        "status": framework.status.value,
        "source": _names(names, framework.source),
        **_texts("title", framework.title),
        **_texts("owner", framework.owner),
        **_texts("note", framework.note),
    }
    aspects = [
        {"dimension": dimension.key, "key": aspect.key, **_texts("name", aspect.name)}
        for dimension in framework.dimensions
        for aspect in dimension.aspects
    ]
    indicators = [
        {"aspect": aspect.key, **_indicator(indicator, names)}
        for dimension in framework.dimensions
        for aspect in dimension.aspects
        for indicator in aspect.indicators
    ]
    return _workbook(
        {
            FRAMEWORK: [head],
            LEVELS: _levels(framework, names),
            DIMENSIONS: _dimensions(framework, names),
            ASPECTS: aspects,
            INDICATORS: indicators,
            SOURCES: _source_rows(names),
        }
    )


def _levels(framework: Framework, names: dict[Source, str]) -> list[dict[str, Any]]:
    return [
        {
            "number": level.number,
            **_texts("name", level.name),
            "note": level.note,
            "source": _names(names, level.source),
        }
        for level in framework.levels
    ]


def _dimensions(framework: Framework, names: dict[Source, str]) -> list[dict[str, Any]]:
    return [
        {
            "key": dimension.key,
            **_texts("name", dimension.name),
            "source": _names(names, dimension.source),
        }
        for dimension in framework.dimensions
    ]


def _indicator(indicator: Indicator, names: dict[Source, str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "code": indicator.code,
        **_texts("name", indicator.name),
        **_texts("definition", indicator.definition),
        **_texts("formula", indicator.formula),
        **_texts("base", indicator.base),
        **_texts("owner", indicator.owner),
        "unit": indicator.unit,
        "direction": indicator.direction,
        "status": indicator.status.value,
        "source": _names(names, indicator.source),
    }
    if indicator.threshold is not None:
        row["threshold"] = indicator.threshold.value
        row["threshold_rule"] = indicator.threshold.rule
        row["threshold_source"] = _names(names, indicator.threshold.source)
    if indicator.measure is not None:
        measure = indicator.measure
        row |= {
            "measure": measure.kind,
            "survey": measure.survey,
            "question": measure.question,
            "values": ", ".join(map(_value, measure.values)),
            "items": ", ".join(measure.items),
            "where": _rule(measure.where),
            "band_scheme": measure.band_scheme,
            "figure": measure.figure,
        }
    return row


def _value(value: int | str) -> str:
    """In quotes where a comma in it would part it from itself."""
    text = str(value)
    if "," in text or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _rule(rule: Any) -> str | None:
    return None if rule is None else json.dumps(rule, ensure_ascii=False)


def _texts(name: str, text: Text | None) -> dict[str, str | None]:
    if text is None:
        return {}
    return {f"{name}_th": text.th, f"{name}_en": text.en}


def _named_sources(framework: Framework) -> dict[Source, str]:
    """A short name for each source, in the order they are met."""
    found: dict[Source, str] = {}
    for source in _sources(framework):
        found.setdefault(source, f"s{len(found) + 1}")
    return found


def _sources(framework: Framework) -> Iterable[Source]:
    yield from framework.source
    for level in framework.levels:
        yield from level.source
    for dimension in framework.dimensions:
        yield from dimension.source
    for indicator in framework.indicators():
        yield from indicator.source
        if indicator.threshold is not None:
            yield from indicator.threshold.source


def _names(names: dict[Source, str], sources: Sequence[Source]) -> str:
    return ", ".join(names[source] for source in sources)


def _source_rows(names: dict[Source, str]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "url": source.url,
            "as_of": source.as_of.isoformat() if source.as_of else None,
            "retrieved": source.retrieved.isoformat(),
            "confidence": source.confidence,
            "note": source.note,
        }
        for source, name in names.items()
    ]


def _workbook(rows: Mapping[str, list[dict[str, Any]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    guide = book.create_sheet(README)
    guide.column_dimensions["A"].width = 110
    for line in GUIDE:
        guide.append([line])
    guide["A1"].font = Font(bold=True, size=14)
    for sheet, columns in COLUMNS.items():
        _fill(book.create_sheet(sheet), sheet, columns, rows[sheet])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(
    page: Worksheet, sheet: str, columns: tuple[str, ...], rows: list[dict[str, Any]]
) -> None:
    names = [column.rstrip("*") for column in columns]
    page.append(list(columns))
    page.freeze_panes = "A2"
    for place, name in enumerate(names, start=1):
        letter = get_column_letter(place)
        cell = page.cell(1, place)
        cell.font = Font(bold=True)
        cell.alignment = Alignment(vertical="top")
        long = name.endswith(("_th", "_en")) or name in ("url", "note", "where")
        page.column_dimensions[letter].width = WIDE if long else NARROW
        _offer(page, sheet, name, letter)
    for number, row in enumerate(rows, start=2):
        for place, name in enumerate(names, start=1):
            _put(page, number, place, row.get(name))


def _put(page: Worksheet, row: int, column: int, value: Any) -> None:
    if value in (None, ""):
        return
    cell = page.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins with = is a text
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if page.cell(row, 1).value and str(page.cell(row, 1).value).startswith(EXAMPLE):
        cell.fill = PatternFill("solid", fgColor="FFF2CC")
        cell.font = Font(italic=True, color="7F6000")


def _offer(page: Worksheet, sheet: str, name: str, letter: str) -> None:
    """A list to choose from, where there is one."""
    if name in LISTS:
        formula = f'"{",".join(LISTS[name])}"'
    elif (sheet, name) in TAKEN_FROM:
        other, column = TAKEN_FROM[sheet, name]
        formula = f"{other}!${column}$2:${column}${MOST_ROWS}"
    else:
        return
    offered = DataValidation(type="list", formula1=formula, allow_blank=True)
    offered.add(f"{letter}2:{letter}{MOST_ROWS}")
    page.add_data_validation(offered)
