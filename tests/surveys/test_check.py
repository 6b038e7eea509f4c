"""Every problem of a directory of surveys, in one list."""

from pathlib import Path

from surveys import check
from surveys.check import Problem
from tests.surveys import making
from tests.surveys.test_catalogue import framework


def _found(directory: Path) -> list[tuple[str, int, str]]:
    return [
        (Path(problem.file).name, problem.line, problem.reason)
        for problem in check.check_all(directory)
    ]


def test_what_is_shipped_has_no_problem() -> None:
    assert check.check_all() == []


def test_an_empty_directory_is_a_problem(tmp_path: Path) -> None:
    assert check.check_all(tmp_path) == [
        Problem(str(tmp_path / name), 1, "there is no .yaml file here")
        for name in ("definitions", "indicators")
    ]


def test_problems_of_all_files_come_in_one_list(tmp_path: Path) -> None:
    making.write(tmp_path / "definitions/a.yaml", making.data())
    making.write(tmp_path / "definitions/b.yaml", making.data())
    wrong = making.data() | {"level": "involve", "colour": "red"}
    making.write(tmp_path / "definitions/c.yaml", wrong)
    making.write(tmp_path / "indicators/d.yaml", framework())
    making.write(tmp_path / "indicators/e.yaml", framework(question="weight"))
    assert _found(tmp_path) == [
        ("b.yaml", 2, "small version 1 is in another file too"),
        ("c.yaml", 4, "level: should be 'inform' or 'consult', not 'involve'"),
        ("c.yaml", 113, "colour: is not a field here"),
        ("e.yaml", 2, "tiny edition 1 is in another file too"),
        ("e.yaml", 34, "small has no question weight"),
    ]


def test_a_fault_of_a_shipped_survey_names_its_question_and_hides_no_other(
    tmp_path: Path,
) -> None:
    wrong = making.data()
    del wrong["questions"][3]["min"]
    wrong["questions"][3]["ask_if"] = {"==": [{"var": "nobody"}, 1]}
    making.write(tmp_path / "definitions/a.yaml", wrong)
    making.write(tmp_path / "indicators/d.yaml", framework())
    assert [reason for _, _, reason in _found(tmp_path)] == [
        "questions[count]: a number needs min and max, the smaller first",
        "questions[count].ask_if: there is no question nobody",
        "there is no survey small",
    ]


def test_a_measure_over_a_survey_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    (tmp_path / "definitions").mkdir()
    (tmp_path / "definitions/a.yaml").write_text("key: [", encoding="utf-8")
    making.write(tmp_path / "indicators/d.yaml", framework())
    found = _found(tmp_path)
    assert [name for name, _, _ in found] == ["a.yaml", "d.yaml"]
    assert found[1][2] == "there is no survey small"
