"""A framework as a workbook: written, filled in, read back, or refused by its row."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from surveys import (
    catalogue,
    definition,
    framework_sheet,
    framework_template,
    survey_file,
)
from surveys.catalogue import Framework
from surveys.definition import Survey

OURS = next(each for each in catalogue.load_all() if each.edition == "2")


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def put(page: Worksheet, row: int, **cells: Any) -> None:
    names = [str(cell.value).rstrip("*") for cell in page[1]]
    for name, value in cells.items():
        page.cell(row, names.index(name) + 1).value = value


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return written(tmp_path / "new.xlsx", framework_template.template())


def filled(path: Path, change: Callable[[Workbook], object] = lambda _: None) -> Path:
    """The template as an officer would fill it in: one indicator."""
    book = load_workbook(path)
    put(
        book["framework"],
        3,
        key="town_own",
        edition=2565,
        title_th="เกณฑ์ของเมือง",
        status="official",
        owner_th="เทศบาล",
        source="doc",
    )
    put(
        book["sources"],
        20,
        name="doc",
        url="https://example.org/doc",
        retrieved="2026-01-15",
        confidence="high",
    )
    put(book["aspects"], 3, dimension="social", key="people", name_th="ผู้คน")
    put(
        book["indicators"],
        3,
        aspect="people",
        code="TN-S1",
        name_th="จำนวนเวที",
        definition_th="จำนวนเวทีรับฟังในปี",
        unit="count",
        direction="up",
        base_th="ทุกเวที",
        status="official",
        owner_th="เทศบาล",
        source="doc",
        threshold=2,
        threshold_rule="value",
        threshold_source="doc",
    )
    change(book)
    book.save(path)
    return path


def test_the_template_is_in_thai_and_its_examples_are_marked(template: Path) -> None:
    book = load_workbook(template)
    assert book.sheetnames == ["อ่านก่อน", *framework_sheet.COLUMNS]
    guide = "\n".join(str(row[0].value or "") for row in book["อ่านก่อน"])
    assert "อย่าเดา" in guide
    assert "ecotown indicator import" in guide
    for name in ("framework", "aspects", "indicators", "sources"):
        assert str(book[name]["A2"].value).startswith("ตัวอย่าง")
    offered = {
        str(each.sqref).split(":")[0]: each.formula1
        for each in book["indicators"].data_validations.dataValidation
    }
    assert offered["I2"] == '"percent,points,days,count,people"'
    assert offered["A2"] == "aspects!$B$2:$B$2000"


def test_the_empty_template_holds_the_sourced_dimensions_and_no_framework(
    template: Path,
) -> None:
    framework, problems = framework_sheet.read(template)
    assert framework is None
    assert [str(each) for each in problems] == [
        "new.xlsx: framework row 2: one row is wanted here"
    ]


def test_a_filled_template_becomes_a_file_that_is_read_back(
    template: Path, tmp_path: Path
) -> None:
    framework, problems = framework_sheet.read(filled(template), definition.load_all())
    assert problems == []
    assert framework is not None
    assert (framework.key, framework.edition) == ("town_own", "2565")
    assert [each.key for each in framework.dimensions] == [
        "physical",
        "economic",
        "environmental",
        "social",
        "management",
    ]
    assert len(framework.levels) == 5
    (indicator,) = framework.indicators()
    assert (indicator.code, indicator.kind) == ("TN-S1", "manual")
    assert indicator.threshold is not None
    assert indicator.threshold.source[0].url == "https://example.org/doc"
    path = tmp_path / "made.yaml"
    path.write_text(framework_sheet.to_yaml(framework), encoding="utf-8")
    assert catalogue.load(path) == framework


def test_our_own_edition_goes_out_and_comes_back_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "ours.xlsx", framework_template.export(OURS))
    framework, problems = framework_sheet.read(path, definition.load_all())
    assert problems == []
    assert framework == OURS
    again = tmp_path / "ours.yaml"
    again.write_text(framework_sheet.to_yaml(OURS), encoding="utf-8")
    assert catalogue.load(again) == OURS


def test_answers_named_by_a_number_or_with_a_comma_go_out_and_come_back(
    tmp_path: Path,
) -> None:
    """A survey that comes from elsewhere calls its choices so."""
    names = {"yes": "1", "no": "no, or 2"}
    life = next(each for each in definition.load_all() if each.key == "town_life")
    said = life.model_dump(mode="json")
    heard = next(each for each in said["questions"] if each["key"] == "heard")
    for choice in heard["choices"]:
        choice["key"] = names.get(choice["key"], choice["key"])
    for question in said["questions"]:
        question["ask_if"] = None
    survey = Survey.model_validate(said)
    data = OURS.model_dump(mode="json")
    measure = next(_measures(data))
    assert measure["question"] == "heard"
    measure["values"] = [*names.values()]
    made = Framework.model_validate(data)
    path = written(tmp_path / "ours.xlsx", framework_template.export(made))
    framework, problems = framework_sheet.read(path, [survey])
    assert problems == []
    assert framework == made


def _measures(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for dimension in data["dimensions"]:
        for aspect in dimension["aspects"]:
            yield from filter(None, (each["measure"] for each in aspect["indicators"]))


def test_a_text_that_looks_like_a_formula_goes_out_as_text(tmp_path: Path) -> None:
    data = OURS.model_dump(mode="json")
    data["title"]["th"] = "=1+1"
    made = Framework.model_validate(data)
    path = written(tmp_path / "ours.xlsx", framework_template.export(made))
    assert load_workbook(path)["framework"]["C2"].data_type == "s"
    framework, problems = framework_sheet.read(path, definition.load_all())
    assert problems == []
    assert framework == made


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda b: b.__delitem__("levels"), "levels row 1: there is no such sheet"),
        (
            lambda b: put(b["framework"], 1, edition="number"),
            "framework row 1: there is no column edition",
        ),
        (
            lambda b: put(b["indicators"], 3, base_th=""),
            "indicators row 3: base_th: is empty",
        ),
        (
            lambda b: put(b["indicators"], 3, name_th="=1+1"),
            "indicators row 3: name_th: a formula; enter its value",
        ),
        (
            lambda b: put(b["indicators"], 3, aspect="money"),
            "indicators row 3: aspect: money is not in the sheet aspects",
        ),
        (
            lambda b: put(b["aspects"], 3, dimension="sea"),
            "aspects row 3: dimension: sea is not in the sheet dimensions",
        ),
        (
            lambda b: put(b["indicators"], 3, source="letter"),
            "indicators row 3: source: letter is not in the sheet sources",
        ),
        (
            lambda b: put(b["indicators"], 3, source=""),
            "indicators row 3: status: an official indicator names its source",
        ),
        (
            lambda b: put(b["indicators"], 3, code="s1"),
            "indicators row 3: code: string should match pattern",
        ),
        (
            lambda b: put(b["indicators"], 3, unit="baht"),
            "indicators row 3: unit: should be 'percent'",
        ),
        (
            lambda b: put(b["indicators"], 3, threshold="ร้อยละ 80"),
            "indicators row 3: threshold.value: input should be a valid number",
        ),
        (
            lambda b: put(b["indicators"], 3, threshold="", threshold_source=""),
            "indicators row 3: threshold: is empty, and has a rule",
        ),
        (
            lambda b: put(
                b["indicators"], 3, measure="top2", unit="percent",
                survey="town_life", question="heard", values="4, 5", threshold="",
                threshold_rule="", threshold_source="",
            ),
            "indicators row 3: kind: top2 needs a scale, and heard is single",
        ),
        (
            lambda b: put(b["indicators"], 3, measure="share", where="{in: ["),
            "indicators row 3: where: is no rule such as JSONLogic's",
        ),
        (
            lambda b: put(b["sources"], 20, confidence="sure"),
            "confidence: should be 'high', 'medium' or 'low'",
        ),
        (
            lambda b: put(b["framework"], 4, key="other", edition="1", title_th="อื่น",
                          status="draft", owner_th="อื่น"),
            "framework row 4: one row is wanted here",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_sheet_and_row_and_nothing_is_taken(
    template: Path, change: Callable[[Workbook], object], told: str
) -> None:
    framework, problems = framework_sheet.read(
        filled(template, change), definition.load_all()
    )
    assert framework is None
    assert any(told in str(each) for each in problems), [*map(str, problems)]


def test_everything_that_is_wrong_is_told_at_once_and_where_it_stands(
    template: Path,
) -> None:
    def spoil(book: Workbook) -> None:
        page = book["indicators"]
        for row in range(4, 13):
            for column, cell in enumerate(page[3], start=1):
                page.cell(row, column).value = cell.value
            put(page, row, code=f"TN-S{row}")
        put(book["framework"], 3, key="Town Own")
        put(book["levels"], 3, number=1)
        put(book["aspects"], 3, dimension="sea")
        put(book["sources"], 20, url="ftp://example.org")
        put(page, 3, name_th="=1+1", owner_th="")
        put(page, 4, unit="baht")
        put(page, 5, aspect="money")
        put(page, 6, source="letter")
        put(page, 7, status="officially")
        put(page, 8, code="TN-S9")
        put(page, 10, unit="percent", threshold=120)
        asked = {"survey": "town_life", "unit": "percent", "measure": "share"}
        empty = dict.fromkeys(("threshold", "threshold_rule", "threshold_source"), "")
        put(page, 11, question="heard", values="maybe", **asked, **empty)
        put(page, 12, measure="share", unit="percent")

    framework, problems = framework_sheet.read(
        filled(template, spoil), definition.load_all()
    )
    assert framework is None
    assert [str(each).removeprefix("new.xlsx: ") for each in problems] == [
        "framework row 3: key: string should match pattern '^[a-z][a-z0-9_]*$'",
        "levels row 3: number: 1 is used twice",
        "aspects row 3: dimension: sea is not in the sheet dimensions",
        "indicators row 3: name_th: a formula; enter its value",
        "indicators row 3: owner_th: is empty",
        "indicators row 4: unit: should be 'percent', 'points', 'days', 'count' or "
        "'people', not 'baht'",
        "indicators row 5: aspect: money is not in the sheet aspects",
        "indicators row 6: source: letter is not in the sheet sources",
        "indicators row 7: status: should be 'official' or 'draft', not 'officially'",
        "indicators row 9: code: TN-S9 is used twice",
        "indicators row 10: threshold.value: should be less than or equal to 100",
        "indicators row 11: values: 'maybe' is no answer to heard",
        "indicators row 12: measure.survey: is missing: share needs it",
        "sources row 20: url: string should match pattern '^https?://\\S+$'",
    ]


def test_two_indicators_of_one_code_are_told_by_the_second_ones_row(
    template: Path,
) -> None:
    def twice(book: Workbook) -> None:
        page = book["indicators"]
        for column, cell in enumerate(page[3], start=1):
            page.cell(4, column).value = cell.value

    _, problems = framework_sheet.read(filled(template, twice))
    assert [str(each) for each in problems] == [
        "new.xlsx: indicators row 4: code: TN-S1 is used twice"
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is no .xlsx workbook, whatever its name says"),
        (b"key: town", "is no .xlsx workbook, whatever its name says"),
        (b"PK\x03\x04 broken", "is broken: its parts cannot be unpacked"),
        (
            b"\xd0\xcf\x11\xe0",
            "is an old .xls workbook, or one with a password; save it as .xlsx without",
        ),
    ],
)
def test_what_is_no_workbook_is_refused_as_a_survey_is(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = written(tmp_path / "x.xlsx", content)
    framework, problems = framework_sheet.read(path)
    assert framework is None
    assert [str(each) for each in problems] == [f"x.xlsx: {reason}"]
    assert [str(each) for each in survey_file.read(path).problems] == [
        f"{path}: {reason}"
    ]


def test_a_workbook_that_is_broken_inside_is_refused(
    tmp_path: Path, template: Path
) -> None:
    path = tmp_path / "x.xlsx"
    with ZipFile(template) as whole, ZipFile(path, "w") as broken:
        for name in whole.namelist():
            part = whole.read(name)
            broken.writestr(name, b"<x>" if name == "xl/workbook.xml" else part)
    framework, problems = framework_sheet.read(path)
    assert framework is None
    [problem] = map(str, problems)
    assert problem.startswith("x.xlsx: is broken and cannot be read (")
