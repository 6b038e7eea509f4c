"""The indicator record: what it must carry, and its hash."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from content import messages
from surveys import record
from surveys.question import Text
from surveys.record import Absent, Approvals, IndicatorRecord

WORDS = {"th": "คำ", "en": "word"}
GONE = {"reason": {"th": "ใช้ไม่ได้", "en": "does not apply"}}
HASH = "ab" * 32
FULL: dict[str, Any] = {
    "framework": "ours",
    "edition": "1",
    "code": "ET-1",
    "name": WORDS,
    "definition": WORDS,
    "formula": WORDS,
    "official": False,
    "kind": "top2",
    "language": "all",
    "made_up": False,
    "value": 75.97087378640776,
    "unit": "percent",
    "direction": "up",
    "n": 412,
    "base": WORDS,
    "left_out": {"skipped": 3, "dont_know": 2, "not_asked": 0, "outside": 1},
    "population": {"who": "ผู้อยู่อาศัย", "size": 53_821},
    "frame": {"kind": "open_link", "note": "QR ที่ตลาด"},
    "period": {"key": "w1", "first": "2026-01-05", "last": "2026-01-31"},
    "as_of": "2026-02-01",
    "modes": {"line": 400, "paper": 12},
    "outcome": GONE,
    "interval": {
        "low": 71.62,
        "high": 79.85,
        "level_pct": 95,
        "method": "wilson",
        "modelled": True,
        "label": WORDS,
    },
    "weighting": {"applied": "none", "rule": WORDS},
    "method": "2: share",
    "questions": [
        {
            "survey": "s",
            "survey_version": 1,
            "key": "q",
            "version": "1",
            "sha256": HASH,
            "text": WORDS,
            "choices": {"5": WORDS},
        }
    ],
    "exclusions": {},
    "limitations": WORDS,
    "responsible": "กองสาธารณสุข",
    "contact": "02-0",
    "evidence": {
        "dataset_sha256": HASH,
        "questionnaire_sha256": HASH,
        "code_version": "0.1",
    },
    "status": "final",
    "revision": {"number": 1},
    "level": "consult",
    "approvals": {
        "proposed_by": "Anna",
        "proposed_at": "2026-02-02T03:00:00Z",
        "approved_by": "Boon",
        "approved_at": "2026-02-02T04:00:00Z",
    },
    **dict.fromkeys(
        (
            "threshold", "change", "bands", "alpha", "unweighted", "weighted",
            "flags_removed", "by_mode", "calibration_gap",
        ),
        GONE,
    ),
    "numerator": 313,
    "denominator": 412,
}  # fmt: skip


def made(**changed: Any) -> IndicatorRecord:
    return IndicatorRecord.model_validate(FULL | changed)


def test_a_full_record_lacks_nothing() -> None:
    assert record.missing(made()) == ()


@pytest.mark.parametrize(
    "field",
    [
        "value", "n", "left_out", "population", "frame", "period", "as_of", "modes",
        "outcome", "interval", "weighting", "questions", "exclusions", "limitations",
        "responsible", "contact", "evidence", "level", "approvals",
    ],
)  # fmt: skip
def test_each_field_that_must_be_there_is_missed(field: str) -> None:
    assert record.missing(made(**{field: None})) == (field,)


def test_a_field_that_cannot_apply_is_not_missed_for_it_says_why() -> None:
    fields = ("value", "n", "frame", "modes", "interval", "questions", "level")
    assert record.missing(made(**dict.fromkeys(fields, GONE))) == ()
    with pytest.raises(ValueError, match="reason"):
        Absent.model_validate({"reason": {"th": " "}})


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("responsible", "  "),
        ("contact", ""),
        ("frame", {"kind": "open_link", "note": " "}),
        ("population", {"who": "", "size": None}),
        ("questions", ()),
        ("method", ""),
    ],
)
def test_what_is_there_and_says_nothing_is_missed_too(field: str, value: Any) -> None:
    assert record.missing(made(**{field: value})) == (field,)


def test_before_the_decision_the_two_names_are_not_looked_for() -> None:
    undecided = made(approvals=None)
    assert record.missing(undecided, approved=False) == ()
    assert record.missing(undecided) == ("approvals",)


def test_every_field_that_can_be_missing_has_a_name_in_both_languages() -> None:
    words = messages.load()
    for language in ("th", "en"):
        said = [
            words.say("error.record_incomplete", language, fields=(field,))
            for field in record.MANDATORY
        ]
        assert len(set(said)) == len(record.MANDATORY)


def test_a_record_comes_back_from_its_json_to_the_last_digit() -> None:
    text = record.canonical_json(made())
    again = IndicatorRecord.model_validate_json(text)
    assert again == made()
    assert again.value == 75.97087378640776


def test_the_hash_is_of_what_both_officers_saw_and_not_of_their_names() -> None:
    undecided, decided = made(approvals=None), made()
    assert record.sha256(undecided) == record.sha256(decided)
    assert record.sha256(made(value=75.97087378640775)) != record.sha256(decided)
    other = Approvals(
        proposed_by="C",
        proposed_at=datetime(2026, 1, 1, tzinfo=UTC),
        approved_by="D",
        approved_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    assert record.sha256(decided.model_copy(update={"approvals": other})) == (
        record.sha256(decided)
    )


def test_differences_name_the_figure_that_differs() -> None:
    other = made(interval=FULL["interval"] | {"low": 71.63})
    assert record.differences(made(), other) == ["interval.low"]
    assert record.differences(made(), made()) == []
    assert record.differences(made(), made(value=GONE)) == [
        "value",
        "value.reason.en",
        "value.reason.th",
    ]


def test_the_day_of_a_record_is_a_day() -> None:
    assert made().as_of == date(2026, 2, 1)
    assert made().base == Text(th="คำ", en="word")
