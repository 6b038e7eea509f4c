"""What the questions of a workbook from elsewhere become: scales, bounds, rules."""

from pathlib import Path
from typing import Any

import pytest
from pyxform.xls2xform import convert

from surveys.question import Kind
from surveys.xlsform import reader, writer
from tests.surveys.xlsform.books import HEADER, YES_NO, asked, notes, survey

THIS = {"var": "."}


def test_five_choices_named_one_to_five_are_a_scale(tmp_path: Path) -> None:
    rows = [("l", number, f"level {number}x") for number in range(1, 6)]
    found = survey(
        tmp_path,
        survey=[HEADER, ("select_one l", "q", "Q?")],
        choices=[("list_name", "name", "label"), *rows],
    )
    assert found.questions[0].kind is Kind.SCALE5
    assert found.questions[0].values == (1, 2, 3, 4, 5)


def test_eleven_choices_named_nought_to_ten_are_a_scale_with_two_ends(
    tmp_path: Path,
) -> None:
    labels = ["Never", *map(str, range(1, 10)), "Always"]
    rows = [("l", number, label) for number, label in enumerate(labels)]
    found = survey(
        tmp_path,
        survey=[HEADER, ("select_one l", "q", "Q?")],
        choices=[("list_name", "name", "label"), *rows],
    )
    [question] = found.questions
    assert question.kind is Kind.SCALE11
    assert question.low is not None
    assert question.high is not None
    assert (question.low.en, question.high.en) == ("Never", "Always")


@pytest.mark.parametrize(
    ("parameters", "kind", "bounds", "decimals", "rule"),
    [
        ("start=0 end=10 step=1", Kind.SCALE11, (None, None), 0, None),
        (None, Kind.NUMBER, (1, 10), 0, None),
        ("start=0;end=1;step=0.1", Kind.NUMBER, (0, 1), 1, None),
        (
            "start=10, end=0, step=-5",
            Kind.NUMBER,
            (0, 10),
            0,
            {"==": [{"%": [{"-": [{"var": "."}, 0]}, 5]}, 0]},
        ),
    ],
)
def test_a_range_is_a_scale_from_0_to_10_or_a_number(
    tmp_path: Path,
    parameters: str | None,
    kind: Kind,
    bounds: tuple[int, int],
    decimals: int,
    rule: Any,
) -> None:
    header = (*HEADER, "parameters")
    [question] = asked(tmp_path, ("range", "q", "Q?", parameters), header=header)
    assert question.kind is kind
    assert (question.min, question.max, question.decimals) == (*bounds, decimals)
    assert question.constraint == rule


@pytest.mark.parametrize(
    ("type_", "said", "bounds", "rule"),
    [
        ("integer", ". >= 0 and . <= 120", (0, 120), None),
        ("integer", "0 <= . and 120 >= .", (0, 120), None),
        ("integer", ". > 0 and . < 120", (1, 119), None),
        ("integer", ". > 0.5", (1, 1_000_000), None),
        ("integer", ". <= -3", (-1_000_000, -3), None),
        ("integer", ". >= 2000000", (2_000_000, 10**12), None),
        ("integer", None, (0, 1_000_000), None),
        (
            "integer",
            ". >= -40 and . < 50 or . = 9999999",
            (-1_000_000, 10**12),
            {
                "or": [
                    {"and": [{">=": [THIS, -40]}, {"<": [THIS, 50]}]},
                    {"==": [THIS, 9999999]},
                ]
            },
        ),
        ("integer", ". != 5", (0, 1_000_000), {"!=": [THIS, 5]}),
        (
            "integer",
            ". >= 0 and . <= 9 and . != ${a} and . != 5",
            (0, 9),
            {"and": [{"!=": [THIS, {"var": "a"}]}, {"!=": [THIS, 5]}]},
        ),
        ("decimal", ". > 0 and . <= 1.5", (0, 1.5), {">": [THIS, 0]}),
        ("percentage", None, (0, 100), None),
    ],
)
def test_bounds_of_a_number_are_found_in_its_constraint(
    tmp_path: Path, type_: str, said: str | None, bounds: Any, rule: Any
) -> None:
    header = (*HEADER, "constraint")
    rows = [("integer", "a", "A?"), (type_, "q", "Q?", said)]
    question = asked(tmp_path, *rows, header=header)[1]
    assert (question.min, question.max) == bounds
    assert question.constraint == rule


def test_a_message_stays_with_its_constraint(tmp_path: Path) -> None:
    header = (*HEADER, "constraint", "constraint_message")
    row = ("integer", "q", "Q?", ". >= 18 and . <= 99", "Adults only")
    [question] = asked(tmp_path, row, header=header)
    assert (question.min, question.max) == (18, 99)
    assert question.constraint == {"and": [{">=": [THIS, 18]}, {"<=": [THIS, 99]}]}
    assert question.constraint_message is not None
    assert question.constraint_message.en == "Adults only"


def test_rules_name_questions_and_today(tmp_path: Path) -> None:
    header = (*HEADER, "relevant", "constraint")
    found = asked(
        tmp_path,
        ("today", "day", None),
        ("select_one yes_no", "a", "A?"),
        ("date", "b", "B?", "selected(${a}, 'yes')", ". <= ${day} and . <= today()"),
        header=header,
    )
    assert found[1].ask_if == {"in": ["yes", {"var": "a"}]}
    today = {"today": []}
    assert found[1].constraint == {
        "and": [{"<=": [THIS, today]}, {"<=": [THIS, today]}]
    }


def test_nested_groups_are_laid_out_flat_with_their_rules_joined(
    tmp_path: Path,
) -> None:
    yes = {"==": [{"var": "a"}, "yes"]}
    told = {"!=": [{"var": "b"}, ""]}
    found = survey(
        tmp_path,
        survey=[
            (*HEADER, "relevant", "calculation"),
            ("select_one yes_no", "a", "A?"),
            ("begin group", "outer", "Outer", "${a} = 'yes'"),
            ("text", "b", "B?"),
            ("begin_group", "inner", "Inner", "${b} != ''"),
            ("text", "c", "C?"),
            ("end_group",),
            ("text", "d", "D?"),
            ("calculate", "e", None, None, "string-length(${d})"),
            ("end group",),
            ("text", "f", "F?"),
        ],
        choices=YES_NO,
    )
    assert [question.group for question in found.questions] == [
        None,
        "outer",
        "inner",
        "outer.2",
        None,
    ]
    assert [group.ask_if for group in found.groups] == [
        yes,
        {"and": [yes, told]},
        yes,
    ]
    titles = [group.title.en if group.title else None for group in found.groups]
    assert titles == ["Outer", "Inner", None]
    # As on a device: what is not relevant has no value.
    [calculation] = found.calculations
    assert calculation.value == {"if": [yes, {"length": [{"var": "d"}]}, ""]}


def test_the_label_of_a_group_round_groups_is_said_with_the_first_without_one(
    tmp_path: Path,
) -> None:
    rows = [
        HEADER,
        ("begin group", "outer", "Outer"),
        ("begin group", "one", None),
        ("text", "a", "A?"),
        ("end group",),
        ("begin group", "two", "Two"),
        ("text", "b", "B?"),
        ("end group",),
        ("end group",),
        ("begin group", "empty", "Empty"),
        ("end group",),
    ]
    found = survey(tmp_path, survey=rows)
    titles = [group.title.en if group.title else None for group in found.groups]
    assert titles == ["Outer", "Two"]
    assert notes(tmp_path, survey=rows)[0] == (
        "survey row 10: nothing is asked in the group"
    )


def test_or_other_adds_a_choice_and_a_question_in_own_words(tmp_path: Path) -> None:
    header = ("type", "name", "label::th", "label::en")
    found = survey(
        tmp_path,
        survey=[header, ("select_multiple colours or_other", "q", "สี", "Colour?")],
        choices=[
            ("list_name", "name", "label::th", "label::en"),
            ("colours", "red", "แดง", "Red"),
            ("colours", "blue", "ฟ้า", "Blue"),
        ],
    )
    first, second = found.questions
    assert first.values == ("red", "blue", "other")
    assert first.choices[2].label.th == "อื่น ๆ"
    assert (second.key, second.kind, second.required) == ("q_other", Kind.OPEN, False)
    assert second.ask_if == {"in": ["other", {"var": "q"}]}


def test_a_text_that_is_only_read_is_a_note(tmp_path: Path) -> None:
    header = (*HEADER, "read_only")
    rows = [("text", "n", "Hear this", "yes"), ("text", "q", "Q?", "no")]
    found = asked(tmp_path, *rows, header=header)
    assert [question.kind for question in found] == [Kind.NOTE, Kind.OPEN]


def test_a_note_needs_no_name(tmp_path: Path) -> None:
    found = asked(tmp_path, ("note", None, "Hello"), ("text", "q", "Q?"))
    assert found[0].key == "generated_note_name_2"  # as pyxform calls it


def test_old_bind_columns_are_read(tmp_path: Path) -> None:
    header = (*HEADER, "bind::required", "bind::relevant", "bind::jr:constraintMsg")
    rows = [("text", "a", "A?", "yes"), ("text", "b", "B?", None, "${a} = 'x'")]
    found = asked(tmp_path, *rows, header=header)
    assert found[0].required
    assert found[1].ask_if == {"==": [{"var": "a"}, "x"]}


def test_a_choice_of_one_keeps_the_name_that_another_tool_gave_it(
    tmp_path: Path,
) -> None:
    names = [0, 1.5, "3 or more", "ไม่แน่ใจ", "it's 1,000 / more"]
    rows = [("l", name, f"label {at}x") for at, name in enumerate(names)]
    found = survey(
        tmp_path,
        survey=[
            (*HEADER, "relevant"),
            ("select_one l", "q", "Q?"),
            ("text", "why", "Why?", "${q} = '3 or more'"),
        ],
        choices=[("list_name", "name", "label"), *rows],
    )
    assert found.questions[0].values == tuple(map(str, names))
    path = tmp_path / "again.xlsx"
    writer.write(found, path)
    assert reader.read(path).survey == found
    form = convert(str(path), validate=False).xform
    for name in names:
        assert f"<name>{name}</name>" in form


def test_choices_that_are_numbers_are_taken_where_another_place_has_the_number(
    tmp_path: Path,
) -> None:
    rows = [("l", name, name) for name in (0, 1, 2, "3 or more")]
    [found] = survey(
        tmp_path,
        survey=[HEADER, ("select_one l", "q", "How many?")],
        choices=[("list_name", "name", "label"), *rows],
    ).questions
    assert found.own_numbers
    assert found.values == ("0", "1", "2", "3 or more")


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("${ok} = 'OK'", {"==": [{"var": "ok"}, "yes"]}),
        ("'OK' != ${ok}", {"!=": ["yes", {"var": "ok"}]}),
        ("selected(${ok}, 'OK')", {"in": ["yes", {"var": "ok"}]}),
        ("not(${ok} = 'OK')", {"!": [{"==": [{"var": "ok"}, "yes"]}]}),
        # There it is OK or empty, and here whoever does not agree says so.
        ("${ok} = ''", {"!=": [{"var": "ok"}, "yes"]}),
        ("${ok} != '' or true()", {"or": [{"==": [{"var": "ok"}, "yes"]}, True]}),
        ("${free} = ''", {"==": [{"var": "free"}, ""]}),
        # Of another question it is a word like others.
        ("${free} = 'OK'", {"==": [{"var": "free"}, "OK"]}),
    ],
)
def test_what_a_form_calls_ok_is_that_somebody_agrees(
    tmp_path: Path, said: str, rule: Any
) -> None:
    header = (*HEADER, "relevant", "constraint")
    consent = ("acknowledge", "ok", "I agree", None, ". = 'OK'")
    found = asked(
        tmp_path,
        ("text", "free", "F?"),
        consent,
        ("text", "q", "Q?", said),
        header=header,
    )
    assert found[1].constraint == {"==": [THIS, "yes"]}
    assert found[2].ask_if == rule


def test_who_agrees_is_asked_on_by_other_programs_too(tmp_path: Path) -> None:
    header = (*HEADER, "relevant", "constraint")
    wanted = "${ok} = 'OK' and ${free} != 'yes'"
    rows = [
        header,
        ("text", "free", "F?"),
        ("acknowledge", "ok", "I agree", None, ". = 'OK'"),
        ("text", "q", "Q?", wanted),
    ]
    made = tmp_path / "made.xlsx"
    first = survey(tmp_path, survey=rows)
    writer.write(first, made)
    form = convert(str(made), validate=False).xform
    assert "( /data/ok  = 'OK') and ( /data/free  != 'yes')" in form
    assert reader.read(made).survey == first


def test_a_hint_without_a_label_is_what_is_said(tmp_path: Path) -> None:
    header = ("type", "name", "label", "hint")
    rows = [header, ("text", "q", None, "How is the air?"), ("text", "r", "R?", "h")]
    first, second = survey(tmp_path, survey=rows).questions
    assert (first.text.en, first.hint) == ("How is the air?", None)
    assert second.hint is not None
    assert "survey row 2: has no label; its hint is said instead" in notes(
        tmp_path, survey=rows
    )


def test_a_constraint_of_a_note_is_told_of_and_left_out(tmp_path: Path) -> None:
    header = (*HEADER, "constraint", "constraint_message")
    rows = [header, ("note", "n", "N", ". != ''", "no"), ("text", "q", "Q?")]
    assert survey(tmp_path, survey=rows).questions[0].constraint is None
    assert "survey row 2: constraint is not looked at: a note is not answered" in notes(
        tmp_path, survey=rows
    )
