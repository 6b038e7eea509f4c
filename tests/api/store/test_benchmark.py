"""The gap between the survey's share of one question and one that is known: told with
every value of the wave."""

from datetime import date

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from api.errors import DomainError
from api.store import evidence, freezing, verifying, wave_plans
from api.store.models import IndicatorValue, Wave
from surveys.benchmark import Benchmark
from surveys.evidence import layout, parts
from surveys.record import Absent
from tests.api.store import evidencing, small_waves
from tests.api.store.evidencing import SURVEY

KNOWN = Benchmark(
    question="heard",
    values=("yes",),
    percent=35.0,
    source="สำนักงานสถิติแห่งชาติ",
    as_of=date(2022, 12, 31),
)


def kept(benchmark):
    return benchmark.model_dump(mode="json")


def first_value(database, language="all"):
    with database.read() as session:
        value = session.scalars(
            select(IndicatorValue).where(col(IndicatorValue.language) == language)
        ).first()
        return value, verifying.verify(session, value)


@pytest.mark.parametrize("margins", [True, False])
def test_the_gap_is_the_surveys_share_less_the_known_one(database, clock, margins):
    evidencing.frozen(database, clock(), margins=margins, benchmark=kept(KNOWN))
    value, verdict = first_value(database)
    assert verdict.matches
    gap = value.record["told"]["calibration_gap"]
    assert gap["points"] == pytest.approx(gap["value"] - 35.0)
    assert (gap["known"], gap["source"]) == (35.0, "สำนักงานสถิติแห่งชาติ")
    assert gap["as_of"] == "2022-12-31"
    assert gap["question"]["th"] == SURVEY.question("heard").text.th
    assert gap["weighted"] == margins
    if not margins:
        with database.read() as session:
            told = evidence.of_wave(session, "w1").waves[0]
        # Counted by hand.
        column = told.sheet.answers["heard"]
        said = [column.values[code] for code in column.codes]
        yes = sum(answer is not None and answer.value == "yes" for answer in said)
        assert gap["n"] == sum(answer is not None for answer in said)
        assert gap["value"] == pytest.approx(100 * yes / gap["n"])
        assert gap["low"] < gap["value"] < gap["high"]


def test_without_a_benchmark_the_field_says_why_it_is_empty(database, clock):
    evidencing.frozen(database, clock())
    value, _ = first_value(database)
    reason = value.record["told"]["calibration_gap"]["reason"]
    assert "no question of this survey has an official figure" in reason["en"]


def test_of_few_answers_no_gap_is_told(database, clock):
    evidencing.frozen(
        database, clock(), people=25, margins=False, benchmark=kept(KNOWN)
    )
    value, _ = first_value(database)
    assert "n<30" in value.record["told"]["calibration_gap"]["reason"]["en"]


def test_a_share_of_very_few_people_is_told_by_no_gap_either(database, clock):
    """Three of them took part: the gap would tell how many."""
    known = KNOWN.model_copy(update={"question": "took_part"})
    evidencing.frozen(database, clock(), margins=False, benchmark=kept(known))
    value, _ = first_value(database)
    reason = value.record["told"]["calibration_gap"]["reason"]
    assert reason["en"].startswith("not told: fewer than five")


def test_answers_to_unreviewed_words_have_no_gap_of_their_own(database, clock):
    evidencing.frozen(database, clock(), burmese=40, benchmark=kept(KNOWN))
    value, verdict = first_value(database, "my")
    assert verdict.matches
    reason = value.record["told"]["calibration_gap"]["reason"]
    assert "reviewed languages" in reason["en"]


def test_a_benchmark_that_was_touched_is_found_out(database, clock):
    made = evidencing.frozen(database, clock(), benchmark=kept(KNOWN))
    other = kept(KNOWN.model_copy(update={"percent": 60.0}))
    evidencing.tamper(database, update(Wave).values(benchmark=other))
    with database.read() as session:
        found = [each.what for each in freezing.verify(session, made.id)]
    assert found == ["plan.benchmark.percent"]
    _, verdict = first_value(database)
    assert any(
        line.startswith("calibration_gap.points") for line in verdict.differences
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"question": "nothing"}, "has no question nothing"),
        ({"values": ("maybe",)}, "'maybe' is no answer to heard"),
        ({"values": ("yes", "yes")}, "names a value twice"),
        ({"question": "suggestion"}, "'yes' is no answer to suggestion"),
    ],
)
def test_a_benchmark_that_does_not_fit_is_refused(database, clock, changes, reason):
    with database.write() as session:
        wave = small_waves.wave(session, clock(), asked=SURVEY)
    other = KNOWN.model_copy(update=changes)
    with (
        pytest.raises(DomainError, match=r"^error\.benchmark_fault$") as raised,
        database.write() as session,
    ):
        wave_plans.set_benchmark(session, wave.id, other, clock())
    assert reason in raised.value.values["reason"]


def test_a_benchmark_is_kept_and_taken_back_until_the_wave_is_frozen(database, clock):
    with database.write() as session:
        wave = small_waves.wave(session, clock(), asked=SURVEY)
        for known in (KNOWN, None):
            kept_in = wave_plans.set_benchmark(session, wave.id, known, clock())
            assert kept_in.benchmark == (known and kept(known))
    frozen = evidencing.frozen(database, clock.forward(days=100), "w2")
    with (
        pytest.raises(DomainError, match=r"^error\.wave_frozen$"),
        database.write() as session,
    ):
        wave_plans.set_benchmark(session, frozen.id, KNOWN, clock())


def test_the_pack_prints_the_gap(database, clock):
    evidencing.frozen(database, clock(), benchmark=kept(KNOWN))
    with database.read() as session:
        gathered = evidence.of_wave(session, "w1", draft=True)
    pack = evidence.put_together(gathered, clock())
    assert not isinstance(pack.figures[0].record.calibration_gap, Absent)
    printed = str(layout.document(pack, lambda day, _: day.isoformat()))
    assert "35.0% is known" in printed
    records = next(each for each in parts.parts(pack) if each.key == "records")
    assert any("calibration_gap" in row for row in records.rows)
