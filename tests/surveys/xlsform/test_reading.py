"""What a workbook from elsewhere becomes, in every spelling that XLSForm has had."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from surveys.question import Kind
from surveys.xlsform import reader
from tests.surveys.xlsform.books import (
    HEADER,
    YES_NO,
    asked,
    book,
    notes,
    read,
    survey,
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("select_one yes_no", Kind.SINGLE),
        ("Select one from yes_no", Kind.SINGLE),
        ("select one  yes_no ", Kind.SINGLE),
        ("SELECT_ONE yes_no", Kind.SINGLE),
        ("select1 yes_no", Kind.SINGLE),
        ("add select one prompt using yes_no", Kind.SINGLE),
        ("select_multiple yes_no", Kind.MULTIPLE),
        ("select all that apply from yes_no", Kind.MULTIPLE),
        ("add select multiple prompt using yes_no", Kind.MULTIPLE),
        ("text", Kind.OPEN),
        ("string", Kind.OPEN),
        ("phone number", Kind.OPEN),
        ("int", Kind.NUMBER),
        ("add integer prompt", Kind.NUMBER),
        ("decimal", Kind.NUMBER),
        ("percentage", Kind.NUMBER),
        ("date", Kind.DATE),
        ("geopoint", Kind.PLACE),
        ("q location", Kind.PLACE),
        ("gps", Kind.PLACE),
        ("Image", Kind.PHOTO),
        ("add photo prompt", Kind.PHOTO),
        ("acknowledge", Kind.CONSENT),
        ("trigger", Kind.CONSENT),
    ],
)
def test_a_type_is_read_in_each_of_its_spellings(
    tmp_path: Path, said: str, kind: Kind
) -> None:
    [question] = asked(tmp_path, (said, "q", "What?"))
    assert (question.key, question.kind) == ("q", kind)


@pytest.mark.parametrize(
    ("survey_header", "choices_header"),
    [
        (("TYPE", "Name ", "LABEL::EN"), ("LIST_NAME", "NAME", "LABEL::EN")),
        (("command", "tag", "caption"), ("list name", "value", "caption")),
        (("type", "name", "label:English"), ("list name", "name", "label:english")),
        (("type", "name", "label::English(en)"), ("list_name", "name", "label")),
        (("type", "name", "label:: en-GB"), (" list_name", "name", "label::en_US")),
    ],
)
def test_headers_are_read_in_each_of_their_spellings(
    tmp_path: Path, survey_header: Any, choices_header: Any
) -> None:
    found = survey(
        tmp_path,
        SURVEY=[survey_header, ("select_one yes_no", "q", "What?")],
        Choices=[choices_header, *YES_NO[1:]],
    )
    [question] = found.questions
    assert found.languages == ("en",)
    assert question.text.en == "What?"
    assert [choice.label.en for choice in question.choices] == ["Yes", "No"]


def test_languages_are_those_of_the_labels_in_their_order(tmp_path: Path) -> None:
    found = survey(
        tmp_path,
        survey=[
            ("type", "name", "label::ไทย", "label::Burmese (my)", "label::English"),
            ("text", "q", "อะไรคะ", "ဘာလဲ", None),
        ],
        settings=[("form_title", "default_language"), ("ชื่อ", "Thai (th)")],
    )
    assert found.languages == ("th", "my")
    assert found.questions[0].text.my == "ဘာလဲ"
    assert found.title.my == "ชื่อ"


@pytest.mark.parametrize(
    ("label", "hint", "default", "language"),
    [
        ("อะไรคะ", "LINE ID", None, "th"),
        ("ဘာလဲ", "LINE ID", None, "my"),
        ("What?", "Say it", None, "en"),
        ("ID LINE?", "OK", "Thai (th)", "th"),
        ("What?", "Say it", "default", "en"),
    ],
)
def test_words_without_a_language_are_told_by_their_letters(
    tmp_path: Path, label: str, hint: str, default: str | None, language: str
) -> None:
    found = survey(
        tmp_path,
        survey=[(*HEADER, "hint"), ("text", "q", label, hint)],
        settings=[("form_title", "default_language"), ("T", default)],
    )
    assert found.languages == (language,)
    assert found.questions[0].hint is not None
    assert found.questions[0].hint.has(language) == hint


def test_a_column_without_a_language_goes_with_the_only_one_named(
    tmp_path: Path,
) -> None:
    header = ("type", "name", "label::Thai (th)", "hint")
    found = survey(tmp_path, survey=[header, ("text", "q", "ไอดี", "LINE ID")])
    assert found.languages == ("th",)


def test_a_sheet_of_any_name_is_the_survey_if_it_is_alone(tmp_path: Path) -> None:
    found = survey(tmp_path, Sheet1=[HEADER, ("text", "q", "What?")])
    assert found.key == "form"  # of form.xlsx


def test_what_a_row_does_not_say_is_as_xlsform_has_it(tmp_path: Path) -> None:
    [question] = asked(tmp_path, ("text", "q", "What?"))
    assert question.required is False
    assert question.allow_skip
    assert question.allow_dont_know


@pytest.mark.parametrize("said", ["yes", "TRUE", "true()", True, 1])
def test_required_is_said_in_several_ways(tmp_path: Path, said: Any) -> None:
    header = (*HEADER, "required")
    [question] = asked(tmp_path, ("text", "q", "What?", said), header=header)
    assert question.required


def test_comments_blank_rows_and_disabled_ones_are_passed_over(tmp_path: Path) -> None:
    rows = [
        (),
        ("text", "a", "A?"),
        ("# text", "b", "B?"),
        (None, None, None, None, "a remark"),
        ("text", "c", "C?", "yes"),
        (),
        ("text", "d", "D?", "no"),
    ]
    header = (*HEADER, "disabled", "remarks")
    found = asked(tmp_path, *rows, header=header)
    assert [question.key for question in found] == ["a", "d"]


def test_numbers_in_cells_are_names_and_words(tmp_path: Path) -> None:
    found = survey(
        tmp_path,
        survey=[HEADER, ("select_one years", "q", 7.0)],
        choices=[
            ("list_name", "name", "label"),
            ("years", 2024.0, 2024),
            ("years", 2025, 2025.5),
        ],
    )
    [question] = found.questions
    assert question.text.en == "7"
    assert [(each.key, each.label.en) for each in question.choices] == [
        ("2024", "2024"),
        ("2025", "2025.5"),
    ]


def test_a_list_whose_name_is_merged_over_its_rows_is_whole(tmp_path: Path) -> None:
    path = book(
        tmp_path / "form.xlsx",
        survey=[HEADER, ("select_one l", "q", "Q?")],
        choices=[
            ("list_name", "name", "label"),
            ("l", "a", "A"),
            (None, "b", "B"),
            (None, "c", "C"),
        ],
    )
    merged = load_workbook(path)
    merged["choices"].merge_cells("A2:A3")
    merged.save(path)
    found = reader.read(path)
    assert found.survey is not None
    assert found.survey.questions[0].values == ("a", "b")
    assert [str(note).split("xlsx: ")[1] for note in found.notes[:1]] == [
        "choices row 4: has no list_name and is left out"
    ]


@pytest.mark.parametrize(
    ("form_id", "key"),
    [
        ("Om Noi 2569", "om_noi_2569"),
        ("2024-survey", "form_2024_survey"),
        ("แบบสอบถาม", "form"),
        (None, "form"),
    ],
)
def test_a_form_id_is_made_to_fit(
    tmp_path: Path, form_id: str | None, key: str
) -> None:
    settings = [("form_id", "form_title"), (form_id, "T")]
    rows = [HEADER, ("text", "q", "Q?")]
    assert survey(tmp_path, survey=rows, settings=settings).key == key


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("7", 7),
        (7.0, 7),
        ("v2", 2),
        ("12 (2026-01-01)", 12),
        ("2026112801", 2026112801),
        (2026112801, 2026112801),
        ("99999999999", 1),
        ("1.3", 1),
        (0, 1),
        (None, 1),
    ],
)
def test_a_version_is_kept_where_it_is_a_number_that_fits(
    tmp_path: Path, said: Any, version: int
) -> None:
    settings = [("form_title", "version"), ("T", said)]
    rows = [HEADER, ("text", "q", "Q?")]
    assert survey(tmp_path, survey=rows, settings=settings).version == version
    told = notes(tmp_path, survey=rows, settings=settings)
    assert any("version" in note for note in told) == (
        said is not None and str(said).removesuffix(".0") != str(version)
    )


def test_what_a_form_from_elsewhere_does_not_say_is_a_draft_of_ours(
    tmp_path: Path,
) -> None:
    rows = [("type", "name", "label::th", "label::en"), ("text", "q", "อะไร", "What?")]
    found = survey(tmp_path, survey=rows)
    assert found.status == "draft"
    assert found.intro.say("th").startswith("(ร่าง)")
    assert found.purpose.say("en").startswith("(Draft)")
    assert notes(tmp_path, survey=rows)[-1] == (
        "settings: there is no intro, thanks, purpose; drafts of ours stand in"
    )


def test_what_is_not_used_is_told(tmp_path: Path) -> None:
    header = (*HEADER, "default", "media::image", "required_message", "bind::a", "why")
    told = notes(
        tmp_path,
        survey=[header, ("text", "q", "<b>Q?</b>", "x", "a.png", "Must", 1, "so")],
        stettings=[("form_title",), ("T",)],
    )
    assert told[:5] == [
        "survey row 1: not used: bind::a, why",
        "survey row 2: label has marks for bold or colour; they stand as typed",
        "survey row 2: default is not filled in",
        "survey row 2: required_message is not said; our own words ask again",
        "survey row 2: pictures and sounds are not shown",
    ]
    assert "stettings: this sheet is not read; is it meant to be settings?" in told


def test_a_reason_lets_a_survey_be_longer(tmp_path: Path) -> None:
    rows = [HEADER, *(("text", f"q{number}", "Q?") for number in range(16))]
    found = read(tmp_path, survey=rows, longer="asked by the council").survey
    assert found is not None
    assert found.longer == "asked by the council"
    settings = [("form_title", "longer"), ("T", "the ministry's own")]
    assert survey(tmp_path, survey=rows, settings=settings).longer == (
        "the ministry's own"
    )


def test_a_reason_is_not_kept_where_none_is_needed(tmp_path: Path) -> None:
    rows = [HEADER, ("text", "q", "Q?")]
    found = read(tmp_path, survey=rows, longer="just so").survey
    assert found is not None
    assert found.longer is None


def test_a_changed_expression_goes_before_what_we_wrote_beside_it(
    tmp_path: Path,
) -> None:
    exact = '{"rule": {"in": [{"var": "a"}, ["x", "y"]]}}'
    header = (*HEADER, "relevant", "ecotown_relevant")

    def rule(said: str) -> Any:
        rows = [("text", "a", "A?"), ("text", "b", "B?", said, exact)]
        return asked(tmp_path, *rows, header=header)[1].ask_if

    assert rule("${a} = 'x' or ${a} = 'y'") == {"in": [{"var": "a"}, ["x", "y"]]}
    assert rule("${a} = 'x'") == {"==": [{"var": "a"}, "x"]}


def test_metadata_is_left_out_and_told(tmp_path: Path) -> None:
    rows = [HEADER, ("start", "start"), ("audit",), ("text", "q", "Q?")]
    assert [question.key for question in survey(tmp_path, survey=rows).questions] == [
        "q"
    ]
    assert notes(tmp_path, survey=rows)[:2] == [
        "survey row 2: start is left out; a device notes it",
        "survey row 3: audit is left out; a device notes it",
    ]
