"""Frameworks of indicators, and whether they can be computed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from surveys import catalogue, definition
from surveys.catalogue import Framework, Status, SurveyError
from tests.surveys import making
from tests.surveys.making import PARTICIPATION

DIW = catalogue.load(catalogue.DIRECTORY / "diw_2560.yaml")
OURS = catalogue.load(catalogue.DIRECTORY / "ecotown_social_draft.yaml")


def framework(**measure: Any) -> dict[str, Any]:
    """A framework of one indicator, over the small survey."""
    ours = {"survey": "small", "question": "pick", "kind": "share", "values": ["red"]}
    words = {"th": "คำ"}
    indicator = {
        "code": "ET-1",
        "name": words,
        "definition": words,
        "unit": "percent",
        "direction": "up",
        "base": words,
        "threshold": None,
        "status": "draft",
        "owner": words,
        "measure": ours | measure,
    }
    return {
        "key": "tiny",
        "edition": "1",
        "title": words,
        "status": "draft",
        "owner": words,
        "source": [],
        "dimensions": [
            {
                "key": "social",
                "name": words,
                "aspects_status": "draft",
                "aspects": [{"key": "talk", "name": words, "indicators": [indicator]}],
            }
        ],
    }


def test_the_official_framework_holds_names_and_no_invented_wording() -> None:
    assert DIW.status is Status.NOT_SOURCED
    assert [each.key for each in DIW.dimensions] == [
        "physical",
        "economic",
        "environmental",
        "social",
        "management",
    ]
    assert [each.name.say("th") for each in DIW.levels] == [
        "การมีส่วนร่วม",
        "การยกระดับ",
        "ประสิทธิภาพในการใช้ทรัพยากร",
        "การพึ่งพาอาศัย",
        "เมืองน่าอยู่คู่อุตสาหกรรม",
    ]
    assert all(level.source for level in DIW.levels)
    assert all(dimension.source for dimension in DIW.dimensions)
    assert {each.aspects_status for each in DIW.dimensions} == {Status.NOT_SOURCED}
    assert DIW.indicators() == ()
    assert DIW.claimed is not None
    assert (DIW.claimed.dimensions, DIW.claimed.aspects) == (5, 20)
    assert DIW.claimed.indicators == 41


def test_our_framework_is_a_draft_with_seven_measured_indicators() -> None:
    assert OURS.status is Status.DRAFT
    rows = OURS.indicators()
    assert [row.code for row in rows] == [f"ET-S{number}" for number in range(1, 8)]
    assert all(row.status is Status.DRAFT for row in rows)
    assert all(row.threshold is None for row in rows)
    assert all("ร่างของเราเอง" in row.owner.say("th") for row in rows)
    measures = [row.measure for row in rows if row.measure]
    assert [(each.question, each.kind, each.values) for each in measures] == [
        ("heard", "share", ("yes",)),
        ("took_part", "share", ("yes",)),
        ("info_ease", "top2", (4, 5)),
        ("info_trust", "top2", (4, 5)),
        ("dialogue", "top2", (4, 5)),
        ("quality_of_life", "top2", (4, 5)),
        ("troubles", "share", ("none",)),
    ]


def test_every_shipped_measure_names_a_question_and_answers_that_exist() -> None:
    assert catalogue.check(catalogue.load_all(), definition.load_all()) == []


@pytest.mark.parametrize(
    ("measure", "field", "reason"),
    [
        ({"survey": "other"}, "survey", "there is no survey other"),
        ({"question": "weight"}, "question", "small has no question weight"),
        ({"values": ["green"]}, "values", "'green' is no answer to pick"),
        ({"question": "rate", "values": ["4"]}, "values", "'4' is no answer to rate"),
        ({"question": "count", "values": [3]}, "values", "3 is no answer to count"),
    ],
)
def test_a_measure_that_does_not_fit_the_surveys_is_found(
    measure: dict[str, Any], field: str, reason: str
) -> None:
    frameworks = [Framework.model_validate(framework(**measure))]
    (mismatch,) = catalogue.check(frameworks, [making.survey()])
    assert (mismatch.framework, mismatch.reason) == ("tiny", reason)
    assert mismatch.loc[-2:] == ("measure", field)


@pytest.mark.parametrize(
    ("measure", "field", "reason"),
    [
        (
            {"kind": "mean", "question": "pick"},
            "question",
            "mean needs a scale or a number, and pick is single",
        ),
        (
            {"kind": "index", "items": ["rate", "count"]},
            "items",
            "index needs a scale, and count is number",
        ),
        (
            {"kind": "mean", "question": "count", "band_scheme": "boonchom"},
            "band_scheme",
            "bands are for five-point scales, and count is number",
        ),
        (
            {"kind": "mean", "question": "rate", "where": {"var": "age"}},
            "where",
            "small has no question age",
        ),
    ],
)
def test_a_mean_or_an_index_that_does_not_fit_the_surveys_is_found(
    measure: dict[str, Any], field: str, reason: str
) -> None:
    data = framework()
    _row(data).update(unit="points", measure={"survey": "small"} | measure)
    (mismatch,) = catalogue.check([Framework.model_validate(data)], [making.survey()])
    assert (mismatch.loc[-1], mismatch.reason) == (field, reason)


def test_top2_of_a_question_without_a_scale_is_found() -> None:
    wrong = Framework.model_validate(framework(kind="top2", values=[4, 5]))
    reasons = [each.reason for each in catalogue.check([wrong], [making.survey()])]
    assert reasons[0] == "top2 needs a scale, and pick is single"


def test_measures_are_checked_against_the_last_version_of_a_survey() -> None:
    questions = making.data()["questions"]
    questions[0]["choices"] = making.choices("green", "blue")
    newer = making.survey(version=2, questions=questions)
    measures_red = Framework.model_validate(framework())
    older = making.survey()
    assert catalogue.check([measures_red], [older]) == []
    for order in ([older, newer], [newer, older]):
        assert len(catalogue.check([measures_red], order)) == 1


def test_an_indicator_without_a_measure_needs_no_survey() -> None:
    by_hand = framework()
    by_hand["dimensions"][0]["aspects"][0]["indicators"][0]["measure"] = None
    assert catalogue.check([Framework.model_validate(by_hand)], []) == []


def _row(data: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = data["dimensions"][0]["aspects"][0]["indicators"][0]
    return row


@pytest.mark.parametrize(
    ("spoil", "line", "reason"),
    [
        (lambda d: _row(d).update(code="s1"), "code: s1", "match pattern"),
        (
            lambda d: _row(d).update(unit="points"),
            "unit: points",
            "share is told in percent",
        ),
        (lambda d: _row(d).update(unit="kilo"), "unit: kilo", "'percent'"),
        (
            lambda d: _row(d)["measure"].update(kind="index", items=["rate", "rate"]),
            "question:",
            "is not for index",
        ),
        (
            lambda d: _row(d).update(
                measure={"kind": "index", "survey": "small", "items": ["rate"]}
            ),
            "items:",
            "at least 2 items",
        ),
        (
            lambda d: _row(d).update(
                measure={"kind": "mean_pct", "survey": "small", "question": "rate"},
                threshold={"value": 80, "rule": "interval"},
            ),
            "threshold:",
            "no share of people",
        ),
        (
            lambda d: _row(d).update(
                measure={"kind": "service", "figure": "cases_in_time"},
                threshold={"value": 80, "rule": "interval"},
            ),
            "rule: interval",
            "there is no interval",
        ),
        (
            lambda d: _row(d)["measure"].update(where={"sum": [1]}),
            "where:",
            "is no operator here",
        ),
        (
            lambda d: _row(d).update(threshold={"value": 101, "rule": "interval"}),
            "value: 101",
            "less than or",
        ),
        (
            lambda d: _row(d).update(threshold={"value": 80, "rule": "guess"}),
            "rule: guess",
            "should be 'interval' or 'value'",
        ),
        (
            lambda d: _row(d).update(status="official"),
            "status: official",
            "names its source",
        ),
        (
            lambda d: _row(d).update(status="not_sourced"),
            "status: not_sourced",
            "status: should be",
        ),
        (
            lambda d: _row(d)["measure"].update(kind="median"),
            "kind: median",
            "should be 'share', 'top2', 'mean',",
        ),
        (lambda d: _row(d)["measure"].update(kind="top2"), "values:", "points [4, 5]"),
        (
            lambda d: _row(d)["measure"].update(values=["red", "red"]),
            "values:",
            "twice",
        ),
        (lambda d: _row(d)["measure"].update(values=[]), "values: []", "at least 1"),
        (
            lambda d: d["dimensions"][0].update(aspects=[]),
            "aspects: []",
            "empty exactly when not_sourced",
        ),
        (
            lambda d: d["dimensions"][0].update(aspects_status="not_sourced"),
            "aspects:",
            "empty exactly when not_sourced",
        ),
        (
            lambda d: d["dimensions"].append(d["dimensions"][0]),
            "key: social",
            "social is used twice",
        ),
        (
            lambda d: d["dimensions"][0]["aspects"].append(
                d["dimensions"][0]["aspects"][0] | {"indicators": []}
            ),
            "key: talk",
            "talk is used twice",
        ),
        (
            lambda d: d["dimensions"][0]["aspects"][0]["indicators"].append(
                dict(_row(d))
            ),
            "code: ET-1",
            "ET-1 is used twice",
        ),
        (lambda d: d.update(status="official"), "source: []", "names its source"),
        (
            lambda d: d.update(
                source=[
                    {"url": "ftp://x", "retrieved": "2026-01-02", "confidence": "low"}
                ]
            ),
            "url: ftp://x",
            "match pattern",
        ),
    ],
)
def test_a_wrong_framework_is_told_the_line_and_the_reason(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], object], line: str, reason: str
) -> None:
    data = framework()
    spoil(data)
    path = making.write(tmp_path / "tiny.yaml", data)
    with pytest.raises(SurveyError) as caught:
        catalogue.load(path)
    assert reason in caught.value.reason
    lines = path.read_text(encoding="utf-8").splitlines()
    assert line in lines[caught.value.line - 1]


def test_the_same_edition_in_two_files_is_refused(tmp_path: Path) -> None:
    making.write(tmp_path / "a.yaml", framework())
    making.write(tmp_path / "b.yaml", framework())
    said = r"b\.yaml:2: tiny edition 1 is in another file too"
    with pytest.raises(SurveyError, match=said):
        catalogue.load_all(tmp_path)


def test_of_several_editions_the_newest_speaks_and_the_older_keep_their_rest(
    tmp_path: Path,
) -> None:
    older, newer = framework(), framework()
    other = dict(_row(older), code="ET-2")
    older["dimensions"][0]["aspects"][0]["indicators"].append(other)
    older["edition"], newer["edition"] = "9", "10"
    _row(newer)["name"] = {"th": "คำใหม่"}
    making.write(tmp_path / "a.yaml", newer)
    making.write(tmp_path / "b.yaml", older)
    both = catalogue.load_all(tmp_path)
    assert [each.edition for each in both] == ["9", "10"]
    assert [each.edition for each in catalogue.newest(both)] == ["10"]
    told = [
        (framework.edition, indicator.code, indicator.name.th)
        for framework, indicator in catalogue.editions(both)
    ]
    assert told == [("10", "ET-1", "คำใหม่"), ("9", "ET-2", "คำ")]


def test_our_survey_measures_what_a_wave_will_answer() -> None:
    asked = {question.key for question in PARTICIPATION.questions}
    assert {row.measure.question for row in OURS.indicators() if row.measure} <= asked
