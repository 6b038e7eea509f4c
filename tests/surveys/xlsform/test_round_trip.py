"""A survey that goes through a workbook comes back as it was; pyxform takes it too."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from pydantic import BaseModel
from pyxform.xls2xform import convert

from surveys import definition, survey_file
from surveys.definition import Calculation, Choice, Group, Question, Quota, Survey
from surveys.xlsform import reader, writer
from tests.surveys import making
from tests.surveys.xlsform import strategies

# Without shrinking, which takes minutes where each example writes a workbook.
FEW = settings(
    max_examples=30,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


@FEW
@given(survey=strategies.surveys())
def test_any_survey_comes_back_as_it_was_and_pyxform_takes_its_workbook(
    folder: Path, survey: Survey
) -> None:
    path = folder / "survey.xlsx"
    writer.write(survey, path)
    assert survey.key in convert(str(path), validate=False).xform
    reading = reader.read(path)
    assert reading.problems == []
    assert reading.survey == survey
    # Equal is not enough: a version is told by its hash.
    assert definition.sha256(reading.survey) == definition.sha256(survey)


@FEW
@given(survey=strategies.surveys())
def test_any_survey_comes_back_from_yaml_through_a_workbook(
    folder: Path, survey: Survey
) -> None:
    first, book, second = (folder / name for name in ("a.yaml", "b.xlsx", "c.yaml"))
    survey_file.write(survey, first)
    survey_file.write(_read(first), book)
    survey_file.write(_read(book), second)
    assert first.read_bytes() == second.read_bytes()


def test_a_title_that_reads_the_same_in_a_further_language_is_kept(
    folder: Path,
) -> None:
    words = {"th": "SMART", "en": "SMART"}
    survey = making.survey(title=words, languages=["th"])
    path = folder / "title.xlsx"
    writer.write(survey, path)
    assert reader.read(path).survey == survey


def test_the_shipped_survey_comes_back_without_a_note(folder: Path) -> None:
    path = folder / "participation.xlsx"
    writer.write(making.PARTICIPATION, path)
    reading = reader.read(path)
    assert reading.notes == []
    assert reading.survey == making.PARTICIPATION


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (
            Survey,
            "key version title intro thanks purpose level status languages reviewed "
            "questions longer key_question groups quotas calculations",
        ),
        (
            Question,
            "key kind text hint unit choices low high min max decimals group ask_if "
            "constraint constraint_message identifying required allow_skip "
            "allow_dont_know",
        ),
        (Choice, "key label also exclusive"),
        (Group, "key title ask_if shuffle"),
        (Quota, "question value at_most"),
        (Calculation, "key value"),
    ],
)
def test_a_field_that_workbooks_do_not_know_is_noticed(
    model: type[BaseModel], fields: str
) -> None:
    # A new one needs a place in `writer`, in `reader` and in the surveys drawn here.
    assert set(model.model_fields) == set(fields.split())


def _read(path: Path) -> Survey:
    survey, problems = survey_file.examine(path)
    assert [*problems] == []
    assert survey is not None
    return survey
