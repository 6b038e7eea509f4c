"""A survey's file by its ending: read with all that is wrong, written whole or not."""

from pathlib import Path

import pytest

from surveys import survey_file
from surveys.survey_file import NotWritten
from tests.surveys import making
from tests.surveys.xlsform.books import book


def problems(path: Path) -> list[str]:
    survey, found = survey_file.examine(path)
    assert (survey is None) == bool(found)
    return [str(each).removeprefix(str(path)) for each in found]


def test_each_ending_is_read_as_what_it_is(tmp_path: Path) -> None:
    for name in ("a.yaml", "a.yml", "a.YAML"):
        assert problems(making.write(tmp_path / name, making.data())) == []
    rows = [("type", "name", "label"), ("text", "q", "Q?")]
    assert problems(book(tmp_path / "a.XLSX", survey=rows)) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("a.xls", ": is an old workbook; save it as .xlsx"),
        ("a.xlsm", ": may hold macros; save it as .xlsx"),
        ("a.csv", ": should be named .yaml or .xlsx, as what it is"),
        ("a", ": should be named .yaml or .xlsx, as what it is"),
        ("a.yaml", ": is a workbook; name it .xlsx"),
    ],
)
def test_other_endings_are_refused_with_what_to_do(
    tmp_path: Path, name: str, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04")
    assert problems(path) == [reason]


def test_a_file_that_is_not_there_is_a_problem_too(tmp_path: Path) -> None:
    assert problems(tmp_path / "a.yaml") == [": there is no such file"]
    assert problems(tmp_path / "a.xlsx") == [": there is no such file"]


def test_problems_of_a_yaml_file_come_all_at_once_with_their_lines(
    tmp_path: Path,
) -> None:
    data = making.data()
    data["status"] = "final"
    data["colour"] = "red"
    data["questions"][0]["ask_if"] = {"==": [{"var": "count"}, 1]}
    data["questions"][1]["text"].pop("en")
    data["questions"][3]["ask_if"] = {"==": [{"var": "nobody"}, 1]}
    data["questions"][4]["kind"] = "essay"
    path = making.write(tmp_path / "a.yaml", data)
    lines = path.read_text(encoding="utf-8").splitlines()
    told = [each[1:].split(": ", 1) for each in problems(path)]
    assert [(lines[int(line) - 1].strip(), reason) for line, reason in told] == [
        ("status: final", "status: should be 'draft' or 'approved', not 'final'"),
        ("ask_if:", "questions[pick].ask_if: count has not been asked by then"),
        ("text:", "questions[rate].text: has no words in en"),
        ("ask_if:", "questions[count].ask_if: there is no question nobody"),
        ("kind: essay", _KINDS),
        ("colour: red", "colour: is not a field here"),
    ]


def test_a_place_names_the_question_and_the_choice(tmp_path: Path) -> None:
    data = making.data()
    data["questions"][0]["choices"][1]["label"].pop("en")
    data["groups"] = [{"key": "g", "ask_if": {"==": [{"var": "nobody"}, 1]}}]
    data["questions"][4]["group"] = "g"
    del data["questions"][3]["key"]
    told = problems(making.write(tmp_path / "a.yaml", data))
    assert [each[1:].split(": ", 1)[1] for each in told] == [
        "questions[pick].choices[blue].label: has no words in en",
        "questions.key: is missing",
        "groups[g].ask_if: there is no question nobody",
    ]


def test_a_field_written_twice_hides_nothing_else(tmp_path: Path) -> None:
    data = making.data()
    data["questions"][3]["ask_if"] = {"==": [{"var": "nobody"}, 1]}
    path = making.write(tmp_path / "a.yaml", data)
    text = path.read_text(encoding="utf-8")
    twice = text.replace("status: draft", "status: final\nstatus: draft")
    path.write_text(f"{twice}version: 0\n", encoding="utf-8")
    lines = path.read_text(encoding="utf-8").splitlines()
    told = [each[1:].split(": ", 1) for each in problems(path)]
    assert [(lines[int(line) - 1].strip(), reason) for line, reason in told] == [
        ("status: draft", "status is written twice"),
        ("ask_if:", "questions[count].ask_if: there is no question nobody"),
        ("version: 0", "version is written twice"),
        ("version: 0", "version: input should be greater than or equal to 1"),
    ]
    data["questions"][3].pop("ask_if")
    path = making.write(path, data)
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}status: draft\n", encoding="utf-8")
    assert [each.split(": ", 1)[1] for each in problems(path)] == [
        "status is written twice"
    ]


_KINDS = (
    "questions[say].kind: should be 'single', 'multiple', 'scale5', 'scale11', "
    "'number', 'open', 'date', 'place', 'photo', 'consent' or 'note', not 'essay'"
)


def test_a_reason_for_its_length_can_be_given_from_outside(tmp_path: Path) -> None:
    data = making.data()
    data["questions"] = [
        {"key": f"q{number}", "kind": "open", "text": making.text("q")}
        for number in range(16)
    ]
    path = making.write(tmp_path / "a.yaml", data)
    assert [each.split(": ", 1)[1] for each in problems(path)] == [
        "questions: 16 questions; more than 15 need a reason in longer"
    ]
    found = survey_file.read(path, longer="asked by the council")
    assert found.survey is not None
    assert found.survey.longer == "asked by the council"
    short = making.write(tmp_path / "b.yaml", making.data())
    assert survey_file.read(short, longer="just so").survey == making.survey()


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    for name in ("a.yaml", "a.xlsx"):
        survey_file.write(making.PARTICIPATION, tmp_path / name)
        assert survey_file.examine(tmp_path / name)[0] == making.PARTICIPATION
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.xlsx", "a.yaml"]


def test_a_scale_from_0_to_10_is_written_without_its_points(tmp_path: Path) -> None:
    data = making.data()
    scale = {"key": "ten", "kind": "scale11", "text": making.text("ten")}
    scale |= {"low": making.text("low"), "high": making.text("high")}
    survey = making.survey(questions=[*data["questions"], scale])
    assert survey_file.as_yaml(survey).count("choices:") == 3


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("bell \x07", "survey row 2: label::Thai (th) has '\\x07' in it"),
        ("code _x0041_", "survey row 2: label::Thai (th) has '_x0041_' in it"),
        ("Hello ${name}", "has ${name} in it, which XLSForm takes for an answer"),
        ("x" * 40_000, "is longer than the 32767 characters of a cell"),
    ],
)
def test_what_no_workbook_can_hold_is_told_and_nothing_is_written(
    tmp_path: Path, words: str, reason: str
) -> None:
    data = making.data()
    data["questions"][0]["text"]["th"] = words
    path = tmp_path / "a.xlsx"
    path.write_text("as it was", encoding="utf-8")
    with pytest.raises(NotWritten) as caught:
        survey_file.write(making.survey(questions=data["questions"]), path)
    assert reason in str(caught.value)
    assert path.read_text(encoding="utf-8") == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "no such folder/a.yaml", tmp_path / "a.csv"):
        with pytest.raises(NotWritten, match=f"^{path}: "):
            survey_file.write(making.survey(), path)
    assert [*tmp_path.iterdir()] == []
