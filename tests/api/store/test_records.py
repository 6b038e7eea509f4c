"""A frozen wave's values carry everything an indicator must, and it can be proved."""

import pytest
from sqlalchemy import text

from api.errors import DomainError
from api.store import append_only, indicators, records, releases, values, verifying
from api.store.models import IndicatorValue, Wave
from surveys import estimate, record_words
from surveys import record as surveys_record
from surveys.estimate import scales
from surveys.flow import State
from surveys.record import Absent
from tests.api import answered, given
from tests.api.store import waving
from tests.api.store.recorded import record_of, value_of, verified

DIALOGUE, INDEX, RESIDENTS, WORKERS = "ET-S5", "ET-S12", "ET-S13", "ET-S14"


def life(number):
    """The answers of one resident, all different and always the same."""
    return {
        "heard": "yes" if number % 3 else "no",
        "dialogue": 1 + number % 5,
        "water": 1 + number % 4,
        "air": 1 + number % 5,
        "noise": 1 + number % 3,
        "safety": 1 + (number * 7) % 5,
        "quality_of_life": 1 + (number * 3) % 5,
        "role": ("lives", "works", "both", State.SKIPPED)[number % 4],
        "sex": ("female", "male")[number % 2],
    }


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, map(life, range(200)), clock())
    waving.frozen(database, made, clock.forward(days=7))
    return made


def touch(database, *statements):
    """Past the triggers, as somebody with the file in hand could."""
    with database.engine.begin() as connection:
        append_only.release(connection)
        for statement in statements:
            connection.execute(
                text(statement) if isinstance(statement, str) else statement
            )
        append_only.protect(connection)


def test_a_frozen_waves_record_has_every_field_and_lacks_only_the_two_names(
    database, wave
):
    record = record_of(database, DIALOGUE)
    assert surveys_record.missing(record) == ("approvals",)
    # 1 to 5 in turn: two of five chose 4 or 5.
    interval = estimate.wilson(80, 200)
    assert (record.n, record.numerator, record.value) == (200, 80, 40.0)
    assert record.interval.low == interval.low * 100
    assert record.interval.high == interval.high * 100
    assert record.interval.modelled
    assert record.interval.label.th == ("ช่วงความเชื่อมั่นเชิงแบบจำลอง 95% (ผู้ตอบสมัครใจ)")
    assert isinstance(record.outcome, Absent)
    assert "200" in record.outcome.reason.th
    assert record.weighting.applied == "none"
    assert record.modes == {"line": 200}
    (asked,) = record.questions
    assert asked.text.th == waving.LIFE.question("dialogue").text.th
    assert asked.choices["5"].th == "พอใจมาก"
    assert (record.status, record.revision.number) == ("final", 1)
    # Declared as consult; nobody was told yet what came of it.
    assert record.level == "inform"
    assert record.evidence.dataset_sha256 == wave_evidence(database, wave)["sha256"]
    assert "สมัครใจ" in record.limitations.th
    assert record.edition == "2"


def wave_evidence(database, wave):
    with database.read() as session:
        return session.get_one(Wave, wave.id).evidence


def test_a_rule_on_other_answers_decides_who_is_in_the_base(database, wave):
    for code, roles in ((RESIDENTS, ("lives", "both")), (WORKERS, ("works", "both"))):
        record = record_of(database, code)
        inside = [row for row in map(life, range(200)) if row["role"] in roles]
        good = sum(row["quality_of_life"] >= 4 for row in inside)
        assert (record.n, record.numerator) == (len(inside), good)
        assert record.left_out.outside == 200 - len(inside)
        assert [asked.key for asked in record.questions] == ["quality_of_life", "role"]


def test_an_index_is_the_mean_of_peoples_means_with_its_alpha_and_its_bands(
    database, wave
):
    record = record_of(database, INDEX)
    rows = [
        [row[key] for key in ("water", "air", "noise", "safety")]
        for row in map(life, range(200))
    ]
    expected = scales.scale(rows)
    assert record.value == pytest.approx(expected.index.value, abs=1e-12)
    assert record.alpha == pytest.approx(expected.alpha, abs=1e-12)
    assert record.unit == "points"
    assert record.interval.method == "bootstrap"
    assert record.interval.seed is not None
    assert record.bands.scheme == "boonchom"
    assert record.bands.words.th == "ปานกลาง"


def test_who_skips_or_does_not_know_or_was_left_out_is_told_in_numbers(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, map(life, range(60)), clock())
        skips = [life(1) | {"dialogue": State.SKIPPED}] * 13
        unsure = [life(1) | {"dialogue": State.DONT_KNOW}] * 14
        short = [{"heard": "yes"}] * 15
        answered.fill(session, made, [*skips, *unsure, *short], clock())
        answered.fill(session, made, [life(1)] * 6, clock(), excluded="staff")
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    told = record.left_out
    assert (record.n, told.skipped, told.dont_know, told.not_asked) == (60, 13, 14, 15)
    assert record.exclusions == {"staff": 6}


def test_below_thirty_the_record_says_so_and_tells_no_figure(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, map(life, range(29)), clock())
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    assert record.n == 29
    assert record.value.reason.th == "ข้อมูลไม่พอ (n<30)"
    assert isinstance(record.interval, Absent)
    assert isinstance(record.unweighted, Absent)
    assert isinstance(record.numerator, Absent)


def test_a_value_of_few_answers_or_with_a_wide_error_carries_a_warning(database, clock):
    for key, content, others in (("few", 30, 29), ("rare", 5, 195), ("sure", 80, 80)):
        with database.write() as session:
            made = waving.opened(session, clock.forward(days=100), key)
            rows = [{"dialogue": 5}] * content + [{"dialogue": 1}] * others
            answered.fill(session, made, rows, clock())
        waving.frozen(database, made, clock.forward(days=7))
    warned = {
        key: record_of(database, DIALOGUE, key).careful
        for key in ("few", "rare", "sure")
    }
    assert warned == {"few": True, "rare": True, "sure": False}


def test_those_interviewed_are_told_apart_where_both_sorts_are_thirty(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, map(life, range(100)), clock())
        answered.fill(session, made, [life(4)] * 30, clock(), mode="enumerator")
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    assert record.by_mode["self"].value == 40.0
    assert record.by_mode["interviewer"].value == 100.0
    assert record.modes == {"line": 100, "enumerator": 30}


def test_halves_of_which_one_would_tell_on_a_few_are_both_kept_back(database, clock):
    """From the whole and one half the other half follows."""
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, map(life, range(100)), clock())
        for content, count in ((5, 38), (1, 2)):
            rows = [{"dialogue": content}] * count
            answered.fill(session, made, rows, clock(), mode="enumerator")
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    assert record.value == pytest.approx(78 / 140 * 100)
    assert record.by_mode == record_words.FEW_IN_A_MODE


def test_a_change_is_told_in_words_only_where_its_interval_leaves_nought_out(
    database, clock
):
    for key, extra in (("w1", 0), ("w2", 0), ("w3", 150)):
        with database.write() as session:
            made = waving.opened(session, clock.forward(days=100), key)
            answered.fill(session, made, map(life, range(200)), clock())
            answered.fill(session, made, [life(4)] * extra, clock())
        waving.frozen(database, made, clock.forward(days=7))
    assert isinstance(record_of(database, DIALOGUE, "w1").change, Absent)
    same = record_of(database, DIALOGUE, "w2").change
    assert (same.since, same.value, same.words.th) == (
        "w1",
        0.0,
        "ไม่พบการเปลี่ยนแปลงที่ชัดเจน",
    )
    more = record_of(database, DIALOGUE, "w3").change
    assert (more.since, more.words.th, more.method) == ("w2", "เพิ่มขึ้น", "newcombe")
    assert more.value == pytest.approx(230 / 350 * 100 - 40)
    mean = record_of(database, INDEX, "w3").change
    assert mean.method == "bootstrap"
    assert verified(database, INDEX, "w3").matches
    assert verified(database, DIALOGUE, "w3").matches


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ({}, {"frame": "probability", "drawn": 100}, "found in another way"),
        ({"mode": "line"}, {"mode": "enumerator"}, "an interviewer in the other"),
        ({"people": 20}, {}, "had not enough data"),
    ],
)
def test_waves_that_found_or_asked_people_otherwise_are_not_compared(
    database, clock, before, after, why
):
    for key, how in (("w1", before), ("w2", after)):
        told = dict(how)
        people, mode = told.pop("people", 60), told.pop("mode", "line")
        with database.write() as session:
            made = waving.opened(session, clock.forward(days=100), key, **told)
            answered.fill(session, made, map(life, range(people)), clock(), mode=mode)
        waving.frozen(database, made, clock.forward(days=7))
    assert why in record_of(database, DIALOGUE, "w2").change.reason.en


def test_a_value_is_verified_to_the_last_digit(database, wave):
    for code in (DIALOGUE, INDEX, RESIDENTS):
        verdict = verified(database, code)
        assert verdict.matches, verdict.differences
        assert verdict.sha256 == surveys_record.sha256(record_of(database, code))


def test_one_answer_touched_is_told_loudly(database, wave):
    touch(
        database,
        "UPDATE answer SET value = '4' WHERE question_key = 'dialogue' AND "
        "response_id = (SELECT min(response_id) FROM answer WHERE "
        "question_key = 'dialogue' AND CAST(value AS TEXT) = '3')"
        if database.is_sqlite
        else "UPDATE answer SET value = '4' WHERE question_key = 'dialogue' AND "
        "response_id = (SELECT response_id FROM answer WHERE "
        "question_key = 'dialogue' AND CAST(value AS TEXT) = '3' LIMIT 1)",
    )
    verdict = verified(database, DIALOGUE)
    assert not verdict.matches
    assert any("sha256" in line for line in verdict.differences)
    assert "value: 40.0 then, 40.5 now" in verdict.differences
    # Another question's answers are whole, and the wave's fingerprint is not.
    assert [line.split(":")[0] for line in verified(database, INDEX).differences] == [
        "frozen sha256"
    ]


def test_a_value_row_touched_is_told_loudly(database, wave):
    touch(
        database,
        "UPDATE indicator_value SET value = 41.0 WHERE code = 'ET-S5'",
        "UPDATE indicator_value SET n = 201 WHERE code = 'ET-S12'",
    )
    assert (
        "value: 41.0 in the row, 40.0 in its record"
        in verified(database, DIALOGUE).differences
    )
    assert verified(database, INDEX).differences == (
        "n: 201 in the row, 200 in its record",
    )


def test_a_row_and_its_record_touched_alike_are_told_loudly(database, wave):
    value = value_of(database, DIALOGUE)
    forged = values.told(value).model_copy(update={"value": 41.0})
    told = {"told": forged.model_dump(mode="json"), "working": {}}
    rows = IndicatorValue.__table__
    touch(
        database,
        rows.update().where(rows.c.id == value.id).values(value=41.0, record=told),
    )
    assert "value: 41.0 then, 40.0 now" in verified(database, DIALOGUE).differences


def test_counting_again_adds_nothing_and_the_digits_are_the_same(database, clock, wave):
    before = record_of(database, INDEX)
    with database.write() as session:
        assert indicators.compute(session, wave.id, clock.forward(days=1)) == 0
    assert record_of(database, INDEX) == before


def test_after_a_final_value_a_new_one_needs_a_reason(database, clock, wave):
    touch(
        database,
        "UPDATE answer SET value = '5' WHERE question_key = 'dialogue'",
    )
    with database.write() as session, pytest.raises(DomainError) as raised:
        indicators.compute(session, wave.id, clock())
    assert raised.value.key == "error.value_reason"
    with database.write() as session, pytest.raises(DomainError):
        indicators.compute(session, wave.id, clock(), reason="because")
    with database.write() as session:
        assert indicators.compute(session, wave.id, clock(), reason="C-error") > 0
    record = record_of(database, DIALOGUE)
    assert (record.status, record.value) == ("revised", 100.0)
    assert (record.revision.number, record.revision.reason) == (2, "C-error")
    assert (record.revision.before, record.revision.notice) == (40.0, True)


def test_a_correction_that_corrects_no_figure_is_refused(database, clock, wave):
    # Other halves alone: so many answered as before, and gave the same.
    touch(database, "UPDATE response SET mode = 'phone' WHERE mode = 'line'")
    with database.write() as session, pytest.raises(DomainError) as raised:
        indicators.compute(session, wave.id, clock(), reason="C-error")
    assert raised.value.key == "error.value_corrects_nothing"
    with database.read() as session:
        value = indicators.find(session, DIALOGUE, "w1")
        record = values.told(value)
        same = IndicatorValue(**value.model_dump(exclude={"id", "record"}))
    with database.write() as session, pytest.raises(DomainError) as raised:
        values.append(session, same, record=record, reason="C-error")
    assert raised.value.key == "error.value_corrects_nothing"
    with database.read() as session:
        assert indicators.find(session, DIALOGUE, "w1").revision == 1


def test_a_correction_of_one_figure_leaves_the_others_as_they_are(
    database, clock, wave
):
    touch(
        database,
        "UPDATE answer SET value = '5' WHERE question_key = 'dialogue'",
    )
    with database.write() as session:
        added = indicators.compute(session, wave.id, clock(), reason="C-error")
        assert added > 0
        untouched = indicators.find(session, INDEX, "w1")
        assert untouched.revision == 1


def test_a_planned_revision_or_a_small_correction_needs_no_notice(database, wave):
    record = record_of(database, DIALOGUE)
    near = record.model_copy(update={"value": 41.0})
    assert not values.needs_notice(record, near, "C-error")
    far = record.model_copy(update={"value": 60.0})
    assert values.needs_notice(record, far, "C-error")
    assert not values.needs_notice(record, far, "R-method")
    index = record_of(database, INDEX)
    renamed = index.bands.model_copy(update={"bands": ("high",)})
    assert values.needs_notice(
        index, index.model_copy(update={"bands": renamed}), "C-error"
    )


def test_a_wave_without_a_responsible_unit_is_not_published(database, clock):
    with database.write() as session:
        made = waving.opened(
            session, clock(), responsible="", contact=" ", frame_note=""
        )
        answered.fill(session, made, map(life, range(60)), clock())
        officer = given.officer(session, "anna", clock())
    waving.frozen(database, made, clock.forward(days=7))
    value = value_of(database, DIALOGUE)
    with database.write() as session, pytest.raises(DomainError) as raised:
        releases.propose(session, value.id, officer.id, clock())
    assert raised.value.key == "error.record_incomplete"
    assert raised.value.values["fields"] == ("frame", "responsible", "contact")


@pytest.mark.parametrize("frame", ["invited_list", "probability"])
def test_other_frames_say_whose_rate_it_is_and_how_the_interval_is_called(
    database, clock, frame
):
    with database.write() as session:
        drawn = 80 if frame == "probability" else None
        made = waving.opened(session, clock(), frame=frame, drawn=drawn)
        answered.fill(session, made, map(life, range(60)), clock())
    waving.frozen(database, made, clock.forward(days=7))
    record = record_of(database, DIALOGUE)
    assert record.interval.modelled == (frame != "probability")
    if drawn is None:
        assert record.outcome.reason.th == "ไม่มีผู้ได้รับเชิญ"
    else:
        assert (record.outcome.drawn, record.outcome.unheard_of) == (80, 80)
        assert record.outcome.counts["unknown"] == 80
        assert record.outcome.rates == {"AAPOR RR3": 0.0}


def test_answers_to_unreviewed_words_have_a_record_of_their_own(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, map(life, range(60)), clock())
        answered.fill(session, made, [life(4)] * 30, clock(), language="my")
    waving.frozen(database, made, clock.forward(days=7))
    with database.read() as session:
        value = indicators.find(session, DIALOGUE, "w1", language="my")
        record = records.of(session, value)
        assert verifying.verify(session, value).matches
    assert (record.n, record.value) == (30, 100.0)
    assert record.questions[0].version == "1my"
    assert record.exclusions == {}
    whole = record_of(database, DIALOGUE)
    assert (whole.n, whole.exclusions) == (60, {"translation": 30})


def test_few_answers_to_unreviewed_words_are_not_told_in_numbers(database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        answered.fill(session, made, map(life, range(60)), clock())
        answered.fill(session, made, [life(4)] * 4, clock(), language="my")
    waving.frozen(database, made, clock.forward(days=7))
    assert record_of(database, DIALOGUE).exclusions == {"translation": "<5"}
