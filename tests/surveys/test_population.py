"""A population file is taken whole, or refused with the place and the reason."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys import population
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


def read(path):
    found, problems = population.examine(path, survey())
    assert problems == []
    return found


def problems_of(path):
    found, problems = population.examine(path, survey())
    assert found is None
    return [(problem.line, problem.reason) for problem in problems]


def refused(path):
    return problems_of(path)[0]


def test_margins_are_read_with_their_source_and_day(tmp_path):
    found = read(written(tmp_path, margins={"sex": SEX, "age": AGE}))
    assert (found.source, found.as_of.isoformat()) == ("DOPA", "2025-12-31")
    assert found.margins == {"sex": SEX, "age": AGE}


def test_shares_are_as_good_as_people_and_may_stand_beside_them(tmp_path):
    margins = {"sex": {"male": 0.48, "female": 0.52}, "age": AGE}
    assert read(written(tmp_path, margins=margins))


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


def test_everything_that_is_wrong_with_margins_is_told_at_once(tmp_path):
    margins = {
        "sex": {"male": -2, "cat": 5, "dog": 1},
        "age": {"young": 0.5, "old": 0.6},
        "shoe": {"40": 1},
    }
    assert problems_of(written(tmp_path, margins=margins)) == [
        (4, "sex, female: is a choice of the question, and is not counted"),
        (5, "sex, male: is negative -2"),
        (6, "sex, cat: is no choice of the question"),
        (7, "sex, dog: is no choice of the question"),
        (8, "age: the shares do not add up to 1 but to 1.100000"),
        (11, "shoe: the survey has no such question"),
    ]


def test_every_row_of_a_table_that_is_wrong_is_told(tmp_path):
    path = tmp_path / "people.csv"
    more = "sex,cat,many,KPI,\nsex,male,5,,\nage,young,1,,\n"
    path.write_text(CSV + more, encoding="utf-8")
    assert problems_of(path) == [
        (4, "source: another than above"),
        (4, "sex, cat: is no number"),
        (4, "sex, cat: is no choice of the question"),
        (5, "sex, male: is counted twice"),
        (6, "age, old: is a choice of the question, and is not counted"),
    ]


CSV = """question,choice,count,source,as_of
sex,male,"26,000",DOPA,2025-12-31
sex,female,27821,,
"""


def test_the_same_margins_come_as_a_table(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(CSV, encoding="utf-8-sig")
    assert read(path).margins == {"sex": SEX}


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
    found = problems_of(path)
    assert any(at == line and said.startswith(reason) for at, said in found)


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
        found, problems = population.examine(path, SURVEY)
        assert (found is None) == bool(problems)


@pytest.mark.parametrize("count", ["nan", "inf", "1e999"])
def test_a_count_that_is_not_finite_is_told_in_its_row(tmp_path, count):
    path = tmp_path / "people.csv"
    path.write_text(
        "question,choice,count,source,as_of\n"
        f"pick,red,10,NSO,2026-01-01\npick,blue,{count},,\n"
    )
    found, problems = population.examine(path, making.survey())
    assert found is None
    assert [(each.line, each.reason) for each in problems] == [
        (3, "pick, blue: is no number")
    ]
