"""Questions as they were asked: masked, counted by week, and what the asker thought."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from api.settings import Settings
from api.store import asked, audit, forget, questions, retention, takebacks
from api.store.models import Asked, OpenQuestion
from api.store.words import QuestionState
from content.decide import Outcome
from tests.api.store import plans, rows

MASKED = "โทร […] ถามเรื่องขยะ"


@pytest.fixture
def noi(database, clock):
    with database.write() as session:
        return rows.person(session, clock(), "Unoi")


@pytest.fixture
def ask(database, clock, noi):
    def asking(text="ขยะเก็บวันไหน", outcome=Outcome.ANSWER, **given):
        told = {
            "resident_id": noi.resident_id,
            "language": "th",
            "slug": None if outcome is Outcome.UNKNOWN else "waste",
            "confidence": 0.5,
            "message_hash": None,
            "now": clock(),
        } | given
        with database.write() as session:
            return asked.record(session, text=text, outcome=outcome, **told)

    return asking


@pytest.fixture
def thumb(database, clock, noi):
    def pressing(id_, helpful, by=noi.resident_id):
        with database.write() as session:
            return asked.thumb(session, id_, by, helpful=helpful, now=clock())

    return pressing


def reported(database):
    with database.read() as session:
        return session.exec(select(OpenQuestion)).all()


def test_personal_data_is_masked_and_the_rest_sealed(database, ask, clock):
    id_ = ask("โทร 081-234-5678 ถามเรื่องขยะ")
    with database.read() as session:
        [kept] = asked.recent(session, clock(), 10)
        row = session.get_one(Asked, id_)
    assert kept.text == MASKED
    assert "ขยะ".encode() not in row.text_sealed
    assert (kept.outcome, kept.slug, kept.confidence) == (Outcome.ANSWER, "waste", 0.5)


def test_half_a_character_and_a_whole_book_are_kept(database, ask, clock):
    ask("broken \ud83d" * 1000)
    with database.read() as session:
        [kept] = asked.recent(session, clock(), 10)
    assert len(kept.text) == questions.MOST_TEXT


def test_only_the_asker_says_whether_it_helped(database, ask, thumb, clock):
    id_ = ask()
    with database.write() as session:
        lek = rows.person(session, clock(), "Ulek").resident_id
    assert thumb(id_, False, by=lek) is None
    assert thumb(lek, False) is None
    assert thumb(id_, True).helpful is True
    assert thumb(id_, False).helpful is False
    nobodys = ask(resident_id=None)
    assert thumb(nobodys, True) is None


def test_an_answer_that_did_not_help_is_an_open_question_once(database, ask, thumb):
    id_ = ask("โทร 081-234-5678 ถามเรื่องขยะ")
    thumb(id_, False)
    thumb(id_, False)
    [row] = reported(database)
    with database.read() as session:
        kept = questions.get(session, row.id)
    assert (kept.text, kept.state) == (MASKED, QuestionState.OPEN)
    assert kept.answered_with == "waste"


def test_thinking_better_of_it_takes_the_question_from_the_officers(
    database, ask, thumb
):
    id_ = ask()
    thumb(id_, True)
    assert reported(database) == []
    thumb(id_, False)
    thumb(id_, True)
    assert [row.state for row in reported(database)] == [QuestionState.DISMISSED]
    with database.read() as session:
        [entry] = audit.list_(session).items
    assert (entry.actor, entry.subject) == ("resident", f"question:{id_}")
    thumb(id_, False)
    assert [row.state for row in reported(database)] == [QuestionState.OPEN]


def test_what_an_officer_has_settled_stays_settled(database, ask, thumb, clock):
    id_ = ask()
    thumb(id_, False)
    with database.write() as session:
        questions.dismiss(session, id_, by="cli", now=clock())
    thumb(id_, False)
    assert [row.state for row in reported(database)] == [QuestionState.DISMISSED]
    other = ask()
    thumb(other, False)
    with database.write() as session:
        questions.answered(session, other, by="cli", now=clock())
    thumb(other, True)
    thumb(other, False)
    with database.read() as session:
        assert questions.get(session, other).state is QuestionState.ANSWERED


def test_taken_back_it_is_neither_anyones_nor_read_but_still_counted(
    database, ask, thumb, clock
):
    id_ = ask(message_hash="m1")
    other = ask("อีกเรื่อง", message_hash="m2")
    for each in (id_, other):
        thumb(each, False)
    with database.write() as session:
        takebacks.erase(session, "m1")
    assert [row.id for row in reported(database)] == [other]
    with database.read() as session:
        assert [each.id for each in asked.recent(session, clock(), 10)] == [other]
        row = session.get_one(Asked, id_)
        assert (row.text_sealed, row.resident_id) == (None, None)
        [week] = asked.weekly(session, clock(), clock() + timedelta(seconds=1))
    assert (week.asked, week.thumbs_down) == (2, 2)


@pytest.mark.parametrize("way", ["forgotten", "kept long enough"])
def test_the_weeks_figures_outlive_the_words_and_the_person(
    database, ask, thumb, clock, noi, way
):
    thumb(ask(), True)
    began = clock()
    if way == "forgotten":
        with database.write() as session:
            assert forget.forget(session, noi.resident_id, clock()).counts["asked"] == 1
    else:
        retention.run(database, Settings(), clock.forward(days=181))
    with database.read() as session:
        assert asked.recent(session, began, 10) == []
        [week] = asked.weekly(session, began, began + timedelta(seconds=1))
    assert (week.asked, week.answered, week.thumbs_up) == (1, 1, 1)


def test_the_newest_are_told_first_and_not_more_than_asked_for(database, ask, clock):
    old = ask("old")
    clock.forward(days=1)
    since = clock()
    middle, new = ask("middle"), ask("new")
    with database.read() as session:
        assert [each.id for each in asked.recent(session, since, 10)] == [new, middle]
        assert [each.id for each in asked.recent(session, since, 1)] == [new]
        assert old in {
            each.id
            for each in asked.recent(session, datetime.min.replace(tzinfo=UTC), 9)
        }


def test_a_week_begins_on_monday_in_bangkok(database, ask):
    # 00:00 on Monday the 4th of January 2027 in Bangkok is 17:00 on Sunday in London.
    monday = datetime(2027, 1, 3, 17, tzinfo=UTC)
    ask(now=monday - timedelta(seconds=1))
    ask(now=monday, outcome=Outcome.SUGGEST)
    ask(now=monday + timedelta(days=3), outcome=Outcome.UNKNOWN)
    with database.read() as session:
        weeks = asked.weekly(session, monday - timedelta(days=9), monday)
        after = asked.weekly(session, monday, monday + timedelta(days=7))
    assert [(each.year, each.number, each.asked) for each in weeks] == [
        (2026, 52, 0), (2026, 53, 1)
    ]  # fmt: skip
    [week] = after
    assert (week.year, week.number, week.begins) == (2027, 1, monday)
    assert (week.answered, week.suggested, week.unknown) == (0, 1, 1)


def test_the_newest_and_a_week_are_found_by_when_they_were_asked(database, ask, clock):
    for _ in range(300):
        ask(now=clock() - timedelta(days=100))
    for look in (
        lambda session: asked.recent(session, clock() - timedelta(days=1), 10),
        lambda session: asked.weekly(session, clock(), clock() + timedelta(seconds=1)),
    ):
        assert "ix_asked_asked_at" in plans.plan_of(database, look)


def test_the_week_that_begins_this_moment_is_the_latest(database, ask, clock):
    monday = datetime(2027, 1, 3, 17, tzinfo=UTC)
    ask(now=monday)
    with database.read() as session:
        weeks = asked.latest_weeks(session, 2, monday)
    assert [(each.number, each.asked) for each in weeks] == [(53, 0), (1, 1)]
