"""You said, we did: on it hangs what a survey counts as, in records and in packs."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlmodel import col

from api.errors import DomainError
from api.store import audit, evidence, feedback, freezing, records, verifying, waves
from api.store.models import IndicatorValue, Wave, WaveFeedback
from surveys.evidence import layout, parts
from tests.api.store import evidencing, small_waves

SAID = {"th": "กลิ่นช่วงกลางคืน", "en": "smell at night"}
DID = {"th": "ตรวจ 6 โรงงาน", "en": "six factories inspected"}


def post(database, wave, now, **changes):
    with database.write() as session:
        words = {"you_said": SAID, "we_did": DID} | changes
        return feedback.post(session, wave.id, now=now, **words)


@pytest.fixture
def wave(database, clock):
    return evidencing.frozen(
        database, clock(), people=60, results_by=date(2026, 12, 31)
    )


def told(database):
    with database.read() as session:
        value = session.scalars(
            select(IndicatorValue).where(col(IndicatorValue.language) == "all")
        ).first()
        return records.of(session, value), verifying.verify(session, value)


def test_until_people_are_told_it_counts_as_inform(database, wave, clock):
    record, _ = told(database)
    assert record.level == "inform"
    assert "people have not been told yet" in record.limitations.say("en")
    post(database, wave, clock.forward(days=3))
    record, verdict = told(database)
    assert record.level == "consult"
    assert "people have not been told yet" not in record.limitations.say("en")
    # What is told afterwards touches nothing that was frozen.
    assert verdict.matches
    with database.read() as session:
        assert freezing.verify(session, wave.id) == []


def test_told_too_late_it_stays_inform(database, wave, clock):
    post(database, wave, clock.forward(days=60))
    record, _ = told(database)
    assert record.level == "inform"
    assert "within the promised time" in record.limitations.say("en")


def test_the_day_is_that_of_bangkok(database, wave, clock):
    # 23:30 of the last day there, and half an hour later.
    last = clock().replace(month=12, day=31, hour=16, minute=30)
    post(database, wave, last + timedelta(minutes=30))
    assert told(database)[0].level == "inform"
    post(database, wave, last)
    assert told(database)[0].level == "consult"


def test_an_entry_needs_both_languages_and_a_wave_that_is_over(database, wave, clock):
    for changes in (
        {"you_said": {"th": "x"}},
        {"we_did": {"th": "x", "en": " "}},
        {"we_did": {"th": "x" * 2_001, "en": "x"}},
    ):
        with pytest.raises(DomainError, match=r"^error\.feedback_shape$"):
            post(database, wave, clock(), **changes)
    with database.write() as session:
        open_ = small_waves.wave(session, clock.forward(days=100), "w2")
    with pytest.raises(DomainError, match=r"^error\.wave_not_over$"):
        post(database, open_, clock())
    with database.read() as session:
        assert feedback.of_wave(session, wave.id) == []


@pytest.mark.parametrize(
    "change", ["UPDATE wave_feedback SET we_did = '{}'", "DELETE FROM wave_feedback"]
)
def test_what_people_were_told_is_never_changed(database, wave, clock, change):
    post(database, wave, clock())
    post(database, wave, clock.forward(days=1), we_did=DID | {"en": "and two fined"})
    with pytest.raises(DBAPIError, match="append-only"), database.write() as session:
        session.execute(text(change))
    with database.read() as session:
        entries = feedback.of_wave(session, wave.id)
        actions = [each.action for each in audit.list_(session).items]
    assert [each.we_did["en"] for each in entries] == [
        "and two fined",
        "six factories inspected",
    ]
    assert actions[:2] == ["wave.feedback", "wave.feedback"]


def test_the_pack_tells_what_people_were_told(database, wave, clock):
    def pack():
        with database.read() as session:
            gathered = evidence.of_wave(session, "w1")
        return evidence.put_together(gathered, clock())

    def method(made):
        table = next(each for each in parts.parts(made) if each.key == "method")
        return str(table.rows)

    before = pack()
    assert "People have not been told" in method(before)
    assert "Inform (declared: Consult)" in method(before)
    assert "people have not been told yet" in before.waves[0].limitations.say("en")
    post(database, wave, clock())
    after = pack()
    assert "you said: smell at night We did: six factories inspected" in method(after)
    assert "declared" not in method(after)
    printed = str(layout.document(after, lambda day, _: day.isoformat()))
    assert "six factories inspected" in printed


def test_of_a_wave_without_a_promise_it_is_said_why(database, clock):
    evidencing.frozen(database, clock(), people=60)
    with database.read() as session:
        wave = waves.get(session, "w1")
        found = feedback.standing(session, session.get_one(Wave, wave.id))
        assert session.scalars(select(WaveFeedback)).all() == []
    assert found.why.say("en").endswith("told what came of their answers.")
    assert "no day was promised" in found.why.say("en")
