"""A population file is taken whole, or refused with the place and the reason."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys import population
from surveys.definition import SurveyError
from tests.surveys import making

SEX = {"male": 26_000, "female": 27_821}
AGE = {"young": 20_000, "old": 33_821}


def survey():
    data = making.data()
    for key, names in (("sex", SEX), ("age", AGE)):
        data["questions"].append(
            {
                "key": key,
                "kind": "single",
                "text": making.text(key),
                "choices": making.choices(*names),
            }
        )
    return making.survey(**data)


SURVEY = survey()


def written(tmp_path, **changes):
    data = {"source": "DOPA", "as_of": "2025-12-31", "margins": {"sex": SEX}}
    return making.write(tmp_path / "people.yaml", data | changes)


def refused(path):
    with pytest.raises(SurveyError) as raised:
        population.load(path, survey())
    return raised.value.line, raised.value.reason


def test_margins_are_read_with_their_source_and_day(tmp_path):
    found = population.load(
        written(tmp_path, margins={"sex": SEX, "age": AGE}), survey()
    )
    assert (found.source, found.as_of.isoformat()) == ("DOPA", "2025-12-31")
    assert found.margins == {"sex": SEX, "age": AGE}


def test_shares_are_as_good_as_people_and_may_stand_beside_them(tmp_path):
    margins = {"sex": {"male": 0.48, "female": 0.52}, "age": AGE}
    assert population.load(written(tmp_path, margins=margins), survey())


@pytest.mark.parametrize(
    ("margins", "line", "reason"),
    [
        ({"sex": SEX, "shoe": {"40": 1}}, 7, "shoe: the survey has no such question"),
        ({"say": {"a": 10}}, 4, "say: is not answered by one choice of a list"),
        ({"many": {"fox": 10}}, 4, "many: is not answered by one choice of a list"),
        ({"sex": SEX | {"cat": 5}}, 7, "sex, cat: is no choice of the question"),
        ({"sex": {"male": 100}}, 4, "sex, female: is a choice of the question, and is"),
        ({"sex": {"male": -2, "female": 9}}, 5, "sex, male: is negative -2"),
        ({"sex": {"male": 0.5, "female": 0.6}}, 4, "sex: the shares do not add up"),
        ({"sex": SEX, "age": {"young": 100, "old": 200}}, 7, "age: is of"),
        ({"sex": {"male": "many", "female": 1}}, 5, "margins.sex.male"),
    ],
)  # fmt: skip
def test_a_margin_that_does_not_fit_is_refused(tmp_path, margins, line, reason):
    found = refused(written(tmp_path, margins=margins))
    assert found[0] == line
    assert found[1].startswith(reason)


@pytest.mark.parametrize("name", ["source", "as_of"])
def test_margins_without_a_source_or_a_day_are_refused(tmp_path, name):
    path = written(tmp_path)
    lines = path.read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(name)]
    path.write_text("\n".join(kept), encoding="utf-8")
    assert refused(path)[1] == f"{name}: is missing"


CSV = """question,choice,count,source,as_of
sex,male,"26,000",DOPA,2025-12-31
sex,female,27821,,
"""


def test_the_same_margins_come_as_a_table(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(CSV, encoding="utf-8-sig")
    assert population.load(path, survey()).margins == {"sex": SEX}


@pytest.mark.parametrize(
    ("before", "after", "line", "reason"),
    [
        (",count", ",people", 1, "there is no column count"),
        ("27821", "many", 3, "sex, female: is no number"),
        ("27821", "-1", 3, "sex, female: is negative -1"),
        ("sex,female", "sex,male", 3, "sex, male: is counted twice"),
        ("sex,female", "sex,cat", 3, "sex, cat: is no choice of the question"),
        ("27821,,", "27821,KPI,", 3, "source: another than above"),
        ("2025-12-31", "soon", 2, "as_of"),
    ],
)
def test_a_row_of_a_table_that_does_not_fit_is_refused(
    tmp_path, before, after, line, reason
):
    path = tmp_path / "people.csv"
    path.write_text(CSV.replace(before, after), encoding="utf-8")
    found = refused(path)
    assert found[0] == line
    assert found[1].startswith(reason)


@settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.binary(max_size=200), st.sampled_from(["people.csv", "people.yaml"]))
def test_whatever_the_file_holds_it_is_read_or_refused_with_a_place(
    tmp_path, content, name
):
    path = tmp_path / name
    for before in (b"", CSV.encode(), written(tmp_path).read_bytes()):
        path.write_bytes(before + content)
        with contextlib.suppress(SurveyError):
            assert population.load(path, SURVEY).margins
