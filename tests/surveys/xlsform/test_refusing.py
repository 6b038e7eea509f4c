"""Why a workbook is refused: sheet, row and reason, one line for each problem."""

from pathlib import Path
from typing import Any

import pytest

from tests.surveys.xlsform.books import YES_NO, problems

HEADER = ("type", "name", "label")
ASKED = ("text", "q", "Q?")


def refused(path: Path, *rows: Any, header: Any = HEADER, **sheets: Any) -> list[str]:
    """What is said of a survey sheet with these rows."""
    sheets.setdefault("choices", YES_NO)
    return problems(path, survey=[header, *rows], **sheets)


NOT_ASKED = "a text, a number or a photo can be sent in the chat, not this"
FROM_FILE = "choices are read from the choices sheet only"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("audio", NOT_ASKED),
        ("video", NOT_ASKED),
        ("file", NOT_ASKED),
        ("barcode", NOT_ASKED),
        ("background-audio", NOT_ASKED),
        ("geotrace", "a place is one point in the chat"),
        ("geoshape", "a place is one point in the chat"),
        ("time", "a time is not asked in the chat; ask for a date, or for a text"),
        ("dateTime", "a time is not asked in the chat; ask for a date, or for a text"),
        ("hidden", "the chat holds nothing that is not shown"),
        ("xml-external", "other files are not read"),
        ("select_one_from_file a.csv", FROM_FILE),
        ("select_multiple_from_file a.csv", FROM_FILE),
        ("select_one_external yes_no", FROM_FILE),
        ("rank yes_no", "ranking is not asked in the chat"),
        ("osm yes_no", "OpenStreetMap objects are not asked in the chat"),
        ("select_one", "names no list of choices, as in select_one LIST"),
        ("question", "no such type is known"),
    ],
)
def test_a_type_the_chat_has_not_is_refused(
    tmp_path: Path, said: str, reason: str
) -> None:
    assert refused(tmp_path, ASKED, (said, "x", "X?")) == [
        f"survey row 3: {said}: {reason}"
    ]


@pytest.mark.parametrize("said", ["repeat", "loop over yes_no", "looped group"])
def test_nothing_is_repeated(tmp_path: Path, said: str) -> None:
    end = f"end {said.split(' over')[0]}"
    rows = [(f"begin {said}", "r", "R"), ("integer", "n", "N?"), (end,), ASKED]
    assert refused(tmp_path, *rows) == [
        f"survey row 2: begin {said}: a chat asks each question once: "
        "nothing is repeated"
    ]


@pytest.mark.parametrize(
    ("column", "said", "reason"),
    [
        (
            "choice_filter",
            "a=${q}",
            "choice_filter: choices that hang on an answer are not asked in the chat",
        ),
        (
            "appearance",
            "minimal search('towns')",
            "appearance: choices are not searched for in other files",
        ),
        ("trigger", "${q}", "trigger: nothing is worked out anew in the chat"),
        ("save_to", "name", "save_to: entities are not kept here"),
        (
            "calculation",
            "1 + 1",
            "calculation: what is asked is not worked out; use a calculate row",
        ),
        (
            "required",
            "${q} = 'x'",
            "required: \"${q} = 'x'\" is neither yes nor no; a rule is not looked at",
        ),
        (
            "relevant",
            "regex(${q}, 'x')",
            "relevant: regex() is not evaluated, in: regex(${q}, 'x')",
        ),
        ("relevant", "${nobody} = 1", "relevant: there is no question ${nobody}"),
        (
            "relevant",
            "${start} != ''",
            "relevant: ${start} is noted by a device; in the chat there is none",
        ),
        ("constraint", "${later} = 1", "constraint: later has not been asked by then"),
        (
            "relevant",
            "${x} = 1",
            "relevant: goes round in a circle: x -> x",
        ),
        (
            "hint",
            "Hello ${q}",
            "hint puts ${q} into the text; it is the same for all here",
        ),
        ("label::Thai", "ชื่อ", None),
    ],
)  # fmt: skip
def test_what_a_row_asks_for_and_cannot_have_is_told(
    tmp_path: Path, column: str, said: str, reason: str | None
) -> None:
    rows = [
        ("start", "start"),
        ASKED,
        ("text", "x", "X?", said),
        ("text", "later", "L?"),
    ]
    told = refused(tmp_path, *rows, header=(*HEADER, column))
    if reason is None:  # the others have no Thai words then
        assert told == [
            f"survey row {row}: label has no words in Thai (th)" for row in (3, 5)
        ]
    else:
        assert told == [f"survey row 4: {reason}"]


def test_a_list_is_missed_with_its_sheet(tmp_path: Path) -> None:
    rows = [HEADER, ("select_one l", "q", "Q?")]
    assert problems(tmp_path, survey=rows) == [
        "survey row 2: there is no list l and no sheet named choices"
    ]


def test_a_rule_about_a_choice_that_is_not_there_is_told_with_its_row(
    tmp_path: Path,
) -> None:
    rows = [
        ("select_one yes_no", "b", "B?"),
        ("text", "c", "C?", "${b} = 'maybe' or selected(${b}, 'never')"),
        ("text", "d", "D?", "${b} = 'yes'"),
    ]
    assert refused(tmp_path, *rows, header=(*HEADER, "relevant")) == [
        "survey row 3: relevant: b has no choice maybe, b has no choice never",
    ]


def test_a_rule_that_no_answer_makes_true_is_told_with_its_row(tmp_path: Path) -> None:
    rows = [
        ("integer", "q7", "Q?"),
        ("select_one yes_no", "q12", "Q?"),
        ("date", "d", "D?"),
        ("text", "a", "A?", "${q7} = 'yes'"),
        ("text", "b", "B?", "${q12} > 3"),
        ("text", "c", "C?", "${q7} > 'a'"),
        ("calculate", "years", None, None, "(today() - ${d}) div 365"),
    ]
    assert refused(tmp_path, *rows, header=(*HEADER, "relevant", "calculation")) == [
        "survey row 5: relevant: q7 is a number and 'yes' is a text: they are not "
        "compared",
        "survey row 6: relevant: the choices of q12 are not ordered",
        "survey row 7: relevant: q7 is a number and 'a' is a text: they are not "
        "compared",
        "survey row 8: calculation: today is a date, which nothing is reckoned with, "
        "d is a date, which nothing is reckoned with",
    ]


def test_every_problem_is_told_and_none_twice(tmp_path: Path) -> None:
    rows = [
        ("audio", "a", "A?"),
        ("select_one nowhere", "b", "B?", "${a} = 'x'"),
        ("integer", "c", None, "${b} = 'x' and ${d} > 1"),
        ("integer", "d", "D?", "${c} >"),
        ("select_one yes_no", "e", "E?", "selected(${b}, 'x')"),
    ]
    assert refused(tmp_path, *rows, header=(*HEADER, "relevant")) == [
        f"survey row 2: audio: {NOT_ASKED}",
        "survey row 3: there is no list nowhere in the choices sheet",
        "survey row 4: has no label",
        "survey row 4: relevant: d has not been asked by then",
        "survey row 5: relevant: 'the end' is not expected there, in: ${c} >",
    ]


def test_names_are_there_once_and_of_latin_letters(tmp_path: Path) -> None:
    rows = [ASKED, ASKED, ("text", None, "R?"), ("text", "ชื่อ", "S?"), (None, "t", "T?")]
    assert refused(tmp_path, *rows) == [
        "survey row 3: name: q stands twice (row 2 too)",
        "survey row 4: has no name",
        "survey row 5: name: 'ชื่อ' should be up to 80 Latin letters, digits, _ . or -, "
        "and begin with a letter or _",
        "survey row 6: has no type",
    ]


def test_the_name_that_the_form_keeps_for_itself_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, ASKED, ("text", "meta", "M?")) == [
        "survey row 3: name: meta is kept for the form itself"
    ]


def test_groups_side_by_side_have_names_of_their_own(tmp_path: Path) -> None:
    rows = [
        ("begin group", "g", "G"),
        ("begin group", "g", "inside"),
        ASKED,
        ("end group",),
        ("end group",),
        ("begin group", "g", "again"),
        ("text", "r", "R?"),
        ("end group",),
    ]
    assert refused(tmp_path, *rows) == [
        "survey row 7: name: g stands twice (row 2 too)"
    ]


def test_groups_are_begun_and_ended(tmp_path: Path) -> None:
    rows = [("end group",), ("begin group", "g", "G"), ASKED]
    assert refused(tmp_path, *rows) == [
        "survey row 2: ends a group that was not begun",
        "survey row 3: the group is not ended",
    ]


def test_a_group_is_not_called_as_what_stands_beside_it(tmp_path: Path) -> None:
    rows = [
        ASKED,
        ("begin group", "q", "as the question before it"),
        ("text", "r", "R?"),
        ("begin group", "inner", "in which a name may come again"),
        ("note", "inner", "So it may."),
        ("end group",),
        ("end group",),
        ("begin group", "s", "S"),
        ("text", "t", "T?"),
        ("end group",),
        ("text", "s", "as the group before it?"),
    ]
    assert refused(tmp_path, *rows) == [
        "survey row 3: name: q stands twice (row 2 too)",
        "survey row 12: name: s stands twice (row 9 too)",
    ]


def test_a_group_is_not_ended_as_a_repeat(tmp_path: Path) -> None:
    rows = [("begin_group", "g", "G"), ASKED, ("end_repeat",)]
    assert refused(tmp_path, *rows) == [
        "survey row 4: ends a repeat; what is open is the group of row 2"
    ]
    rows = [("begin_repeat", "g", "G"), ASKED, ("end_group",)]
    assert refused(tmp_path, *rows)[1:] == [
        "survey row 4: ends a group; what is open is the repeat of row 2"
    ]


def test_a_calculation_says_what_and_not_in_a_circle(tmp_path: Path) -> None:
    rows = [
        ASKED,
        ("calculate", "a", None, None),
        ("calculate", "b", None, "${c} + 1"),
        ("calculate", "c", None, "${b} + 1"),
        ("calculate", "d", None, "because it doesn't"),
    ]
    assert refused(tmp_path, *rows, header=(*HEADER, "calculation")) == [
        "survey row 3: has no calculation",
        "survey row 4: calculation: goes round in a circle: b -> c -> b",
        'survey row 6: calculation: the quote in "\'t" is not closed, in: '
        "because it doesn't",
    ]


def test_a_constraint_goes_in_no_circle_through_a_calculation(tmp_path: Path) -> None:
    rows = [
        ("integer", "q7", "Q?", ". > ${q8}", None),
        ("calculate", "q8", None, None, "${q7}+1"),
    ]
    header = (*HEADER, "constraint", "calculation")
    assert refused(tmp_path, *rows, header=header) == [
        "survey row 2: constraint: goes round in a circle: q7 -> q8 -> q7"
    ]


def test_choices_have_names_and_labels_and_read_differently(tmp_path: Path) -> None:
    rows = [
        ("list_name", "name", "label"),
        ("l", "a", "A"),
        ("l", "a", "B"),
        ("l", None, "C"),
        ("l", "d", None),
        ("l", "e", "A"),
        ("l", "f\ng", "F"),
        ("l", "-", "G"),
        ("l", "${a}", "H"),
        ("unused", None, None),
        ("unused", "x", None),
    ]
    assert refused(tmp_path, ("select_one l", "q", "Q?"), choices=rows) == [
        "choices row 3: a stands in l twice (row 2 too)",
        "choices row 4: has no name",
        "choices row 5: has no label",
        "choices row 6: reads the same as another choice",
        *(
            f"choices row {row}: name: {name!r} should be up to 80 letters, digits "
            "and marks in one line"
            for row, name in ((7, "f\ng"), (8, "-"), (9, "${a}"))
        ),
        "choices row 10: has no name",
    ]
    rows = [("list_name", "name", "label"), ("l", "a", "Yes"), ("l", "b", "yes!")]
    assert refused(tmp_path, ("select_one l", "q", "Q?"), choices=rows) == [
        "choices row 3: reads the same as another choice"
    ]


def test_names_are_looked_at_in_lists_that_no_question_uses(tmp_path: Path) -> None:
    rows = [("unused", "a", "A"), ("unused", "a", "B"), ("unused", None, "C")]
    assert refused(tmp_path, ASKED, choices=[*YES_NO, *rows]) == [
        "choices row 5: a stands in unused twice (row 4 too)",
        "choices row 6: has no name",
    ]


def test_of_several_answers_none_has_a_space_in_its_name(tmp_path: Path) -> None:
    rows = [("list_name", "name", "label"), ("l", "a", "A"), ("l", "b c", "B")]
    assert refused(tmp_path, ("select_multiple l", "q", "Q?"), choices=rows) == [
        "choices row 3: name: has a space, a comma or a semicolon in it, which set "
        "several answers apart"
    ]


def test_one_choice_is_none(tmp_path: Path) -> None:
    rows = [("list_name", "name", "label"), ("l", "a", "A")]
    assert refused(tmp_path, ("select_one l", "q", "Q?"), choices=rows) == [
        "survey row 2: 1 choices; 2 to 60 are allowed"
    ]


def test_sixteen_questions_need_a_reason(tmp_path: Path) -> None:
    rows = [("text", f"q{number}", "Q?") for number in range(16)]
    assert refused(tmp_path, *rows) == [
        "survey: 16 questions; more than 15 need a reason in longer"
    ]


def test_no_reason_is_good_for_more_than_200_questions(tmp_path: Path) -> None:
    rows = [("text", f"q{number}", "Q?") for number in range(201)]
    assert refused(tmp_path, *rows) == [
        "survey: 201 questions and notes; 200 are the most"
    ]


def test_a_survey_that_asks_nothing_is_none(tmp_path: Path) -> None:
    assert refused(tmp_path, ("note", "n", "Hello")) == ["survey: asks nothing"]
    assert refused(tmp_path) == ["survey: has no rows"]


@pytest.mark.parametrize("column", HEADER)
def test_a_column_that_is_missing_is_named(tmp_path: Path, column: str) -> None:
    at = HEADER.index(column)
    header = [each for each in HEADER if each != column]
    row = [each for place, each in enumerate(ASKED) if place != at]
    told = refused(tmp_path, row, header=header)
    assert told[0] == f"survey row 1: has no column {column!r}"
    assert len(told) == 1 or column == "name"


def test_choices_without_a_column_of_labels_are_told_once(tmp_path: Path) -> None:
    rows = [("list_name", "name"), ("l", "a"), ("l", "b")]
    assert refused(tmp_path, ("select_one l", "q", "Q?"), choices=rows) == [
        "choices row 1: has no column 'label'"
    ]


def test_a_column_that_stands_twice_is_named(tmp_path: Path) -> None:
    header = ("type", "name", "label", "label", "caption::en", "label::English")
    told = refused(tmp_path, (*ASKED, "Q?", "Q?", "Q?"), header=header)
    assert told == [
        "survey row 1: the column 'label' stands there twice (C and D)",
        "survey row 1: 'caption::en' and 'label::English' mean the same (E and F)",
    ]


def test_languages_that_nobody_speaks_here_are_refused(tmp_path: Path) -> None:
    header = ("type", "name", "label::English (en)", "label::Français", "hint::fr")
    row = ("text", "q", "Q?", "Q ?", "h")
    settings = [("form_title", "default_language"), ("T", "Français")]
    assert refused(tmp_path, row, header=header, settings=settings) == [
        "survey row 1: 'Français' is none of the languages Thai (th), English (en) and "
        "Burmese (my); in 'label::Français'",
        "survey row 1: 'fr' is none of the languages Thai (th), English (en) and "
        "Burmese (my); in 'hint::fr'",
        "settings row 2: default_language: 'Français' is none of Thai (th), English "
        "(en) and Burmese (my)",
    ]


def test_a_script_that_nobody_reads_here_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, ("text", "q", "你叫什么名字")) == [
        "survey: the words are in none of the languages Thai (th), English (en) and "
        "Burmese (my)"
    ]


def test_words_missing_in_a_language_are_each_told(tmp_path: Path) -> None:
    header = ("type", "name", "label::th", "label::en", "hint::th", "hint::en")
    rows = [
        ("select_one l", "a", "ก", None, "ข", None),
        ("text", "b", None, "B?", None, None),
    ]
    choices = [
        ("list_name", "name", "label::th", "label::en"),
        ("l", "x", "ค", None),
        ("l", "y", "ง", None),
    ]
    assert refused(tmp_path, *rows, header=header, choices=choices) == [
        "survey row 2: label has no words in English (en)",
        "survey row 2: hint has no words in English (en)",
        "survey row 3: label has no words in Thai (th)",
        "choices row 2: label has no words in English (en)",
        "choices row 3: label has no words in English (en)",
    ]


def test_sheets_that_matter_and_are_not_read_are_refused(tmp_path: Path) -> None:
    told = refused(
        tmp_path,
        ASKED,
        entities=[("dataset", "label"), ("e", "E")],
        EXTERNAL_CHOICES=[("list_name", "name"), ("l", "a")],
    )
    assert told == [
        "EXTERNAL_CHOICES: choices are read from the choices sheet only",
        "entities: entities are not kept here",
    ]


def test_a_workbook_without_a_survey_sheet_is_told_what_is_like_one(
    tmp_path: Path,
) -> None:
    assert problems(tmp_path, surveys=[HEADER, ASKED], choices=YES_NO) == [
        "there is no sheet named survey; is 'surveys' meant to be it?"
    ]


def test_settings_that_are_wrong_are_told_all_at_once(tmp_path: Path) -> None:
    settings = [
        ("form_title", "status", "level", "reviewed", "key_question"),
        ("T", "final", "empower", "en, fr", "nobody"),
    ]
    assert refused(tmp_path, ASKED, settings=settings) == [
        "settings row 2: level: should be 'inform' or 'consult', not 'empower'",
        "settings row 2: status: should be 'draft' or 'approved', not 'final'",
        "settings row 2: reviewed.fr: is not a field here",
        "settings row 2: key_question: there is no question nobody",
    ]


def test_quotas_are_checked_in_their_own_sheet(tmp_path: Path) -> None:
    rows = [
        ("question", "value", "at_most"),
        ("q", "yes", "many"),
        ("q", "perhaps", 5),
    ]
    told = refused(tmp_path, ("select_one yes_no", "q", "Q?"), ecotown_quotas=rows)
    assert told == [
        "ecotown_quotas row 2: at_most: 'many' is not a whole number",
        "ecotown_quotas row 3: value: 'perhaps' is no single answer to q",
    ]


def test_our_own_columns_are_checked_too(tmp_path: Path) -> None:
    header = (
        *HEADER,
        "ecotown_kind",
        "ecotown_decimals",
        "ecotown_relevant",
        "relevant",
    )
    rows = [
        ("select_one yes_no", "a", "A?", "scale5"),
        ("decimal", "b", "B?", None, 9),
        ("text", "c", "C?", None, None, "{", "${a} = 'yes'"),
    ]
    assert refused(tmp_path, *rows, header=header) == [
        "survey row 2: ecotown_kind: 'scale5' does not go with this type",
        "survey row 3: ecotown_decimals: '9' is not a number from 0 to 6",
        "survey row 4: ecotown_relevant: is not as we wrote it; leave it empty",
    ]
