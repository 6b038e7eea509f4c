"""Files that are not even YAML, and the lines of those that are."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from surveys import located
from surveys.definition import Choice, Text
from surveys.located import SurveyError


def _read(path: Path, text: str | bytes) -> Choice:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return located.read(path, Choice)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "should hold fields"),
        ("- a\n- b\n", 1, "should hold fields"),
        ("key: a\nlabel: {th: ก\nalso: []\n", 3, "not YAML"),
        ("key: a\n\tlabel: b\n", 2, "not YAML"),
        ("key: a\nlabel:\n  th: ก\nkey: b\n", 4, "key is written twice"),
        ("key: a\nlabel:\n  th: ก\n  th: ข\n", 4, "th is written twice"),
        ("key: a\nlabel: !!python/name:os.system\n", 2, "not YAML"),
        (b"key: \xff\n", 1, "not readable as UTF-8"),
        (b"key: a\nalso:\n- \xe0\xb8\n", 3, "not readable as UTF-8"),
        ("key: a\x00\n", 1, "not readable"),
        ("key: a\nalso:\n- b\x00\n", 3, "not readable"),
        ("key: a\nalso: &x [*x]\nlabel: {th: ก}\n", 2, "also"),
        ("key: a\nlabel:\n  th: ก\n  my: 3\n", 4, "label.my: should be text"),
        ("key: a\nlabel:\n  th: ก\nalso:\n  - b\n  -\n", 6, "also: should be text"),
        ("key: a\nlabel: {th: ก}\n? [b]\n: c\n", 3, "unhashable"),
        ("key: !!bool maybe\n", 1, "not YAML"),
        ("key: !!timestamp never\n", 1, "not YAML"),
        ("key: a\nalso:\n- !!timestamp 2026-02-30\n", 3, "day is out of range"),
        (f"key: {'1' * 5000}\n", 1, "not YAML"),
        ("[" * 2_000, 1, "nested too deep"),
    ],
)
def test_an_unreadable_file_is_told_the_line(
    tmp_path: Path, text: str | bytes, line: int, reason: str
) -> None:
    with pytest.raises(SurveyError) as caught:
        _read(tmp_path / "choice.yaml", text)
    assert (caught.value.line, reason in caught.value.reason) == (line, True)


def test_yes_no_and_dates_stay_text_and_true_stays_true(tmp_path: Path) -> None:
    choice = _read(
        tmp_path / "choice.yaml",
        "key: no\nlabel: {th: yes, en: 2021-11-16}\nalso: [on, off]\nexclusive: true\n",
    )
    assert choice == Choice(
        key="no",
        label=Text(th="yes", en="2021-11-16"),
        also=("on", "off"),
        exclusive=True,
    )


def test_dates_are_read_where_the_reader_reads_them(tmp_path: Path) -> None:
    class Checked(BaseModel):
        day: date

    file = tmp_path / "checked.yaml"
    file.write_text("# when\nday: 2026-02-30\n", encoding="utf-8")
    _, [problem] = located.examine(file, Checked, loader=yaml.SafeLoader)
    assert (problem.line, "day is out of range" in problem.reason) == (2, True)


def test_every_problem_of_a_file_is_found_in_the_order_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "choice.yaml"
    path.write_text("wrong: 1\nkey: A  B\nlabel: {th: ก}\nexclusive: maybe\n")
    value, problems = located.examine(path, Choice)
    assert value is None
    assert [problem.line for problem in problems] == [1, 2, 4]
    assert str(problems[0]) == f"{path}:1: wrong: is not a field here"


def test_the_line_of_something_absent_is_that_of_what_should_hold_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "choice.yaml"
    path.write_text("key: a\nlabel:\n  th: ก\nalso:\n  - b\n")
    assert located.line_in(path, ("label", "en")) == 2
    assert located.line_in(path, ("also", 0)) == 5
    assert located.line_in(path, ("exclusive",)) == 1
