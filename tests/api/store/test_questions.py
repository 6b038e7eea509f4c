"""Questions nobody could answer: kept masked and sealed, settled once."""

import pytest

from api.errors import DomainError
from api.store import audit, questions
from api.store.models import OpenQuestion
from api.store.types import uuid7
from api.store.words import QuestionState


def keep(database, clock, text, language="th"):
    with database.write() as session:
        return questions.keep(
            session, resident_id=None, language=language, text=text, now=clock()
        )


def test_personal_data_is_masked_before_it_is_kept(database, clock):
    kept = keep(
        database, clock, "โทร 081-234-5678 หรือ me@example.org บัตร 1101700230705"
    )
    with database.read() as session:
        text = questions.get(session, kept.id).text
    assert "โทร" in text
    for secret in ("5678", "me@example.org", "1101700230705"):
        assert secret not in text


def test_the_text_is_sealed_and_short(database, clock):
    kept = keep(database, clock, "why? " * 1000)
    assert b"why" not in kept.text_sealed
    with database.read() as session:
        assert len(questions.get(session, kept.id).text) == questions.MOST_TEXT


def test_questions_are_listed_newest_first_while_they_are_open(database, clock):
    kept = [keep(database, clock, f"question {n}") for n in range(3)]
    with database.write() as session:
        questions.dismiss(session, kept[0].id, by="cli", now=clock())
        questions.answered(session, kept[1].id, by="cli", now=clock())
    with database.read() as session:
        open_ = questions.list_(session)
        every = questions.list_(session, state=None, limit=2)
        rest = questions.list_(session, state=None, after=every.next)
    assert [q.text for q in open_.items] == ["question 2"]
    assert [q.id for q in every.items + rest.items] == [q.id for q in kept[::-1]]
    assert rest.items[0].state is QuestionState.DISMISSED


def test_a_question_is_settled_once(database, clock):
    kept = keep(database, clock, "why?")
    with database.write() as session:
        settled = questions.dismiss(session, kept.id, by="cli", now=clock())
        assert settled.state is QuestionState.DISMISSED
    with (
        pytest.raises(DomainError, match=r"error\.question_settled"),
        database.write() as session,
    ):
        questions.answered(session, kept.id, by="cli", now=clock())


def test_an_unknown_question_is_not_found(database, clock):
    with database.write() as session:
        with pytest.raises(DomainError, match=r"error\.not_found"):
            questions.get(session, uuid7())
        with pytest.raises(DomainError, match=r"error\.not_found"):
            questions.dismiss(session, uuid7(), by="cli", now=clock())


def test_half_a_character_from_a_platform_does_not_stop_the_keeping(database, clock):
    kept = keep(database, clock, "broken \ud83d")
    with database.read() as session:
        assert session.get_one(OpenQuestion, kept.id).text_sealed
        assert questions.get(session, kept.id).text.startswith("broken")


def test_equal_questions_are_one_and_the_most_asked_stands_first(database, clock):
    texts = ("why?", "Where is it?", "where  is\nit?", "ที่ไหน")
    kept = [keep(database, clock, text) for text in texts]
    keep(database, clock, "where is it?", language="en")
    with database.read() as session:
        groups = questions.grouped(questions.list_(session).items)
    assert [(group.newest.text, group.count) for group in groups] == [
        ("where  is\nit?", 2),
        ("where is it?", 1),
        ("ที่ไหน", 1),
        ("why?", 1),
    ]
    assert groups[0].others == (kept[1].id,)


def test_the_same_in_other_words_is_one_question(database, clock):
    texts = ("เก็บขยะวันไหนคะ", "ไฟดับแจ้งที่ไหน", "ขยะเก็บวันไหน")
    kept = [keep(database, clock, text) for text in texts]
    with database.read() as session:
        groups = questions.grouped(questions.list_(session).items)
    assert [group.newest.id for group in groups] == [kept[2].id, kept[1].id]
    assert groups[0].others == (kept[0].id,)


def test_equal_questions_are_settled_together_as_far_as_they_are_open(database, clock):
    kept = [keep(database, clock, "why?") for _ in range(3)]
    with database.write() as session:
        questions.dismiss(session, kept[1].id, by="cli", now=clock())
    others = [kept[0].id, kept[1].id, kept[2].id, uuid7()]
    with database.write() as session:
        questions.answered(session, kept[2].id, others=others, by="cli", now=clock())
    with database.read() as session:
        states = [questions.get(session, each.id).state for each in kept]
        entries = audit.list_(session).items
    assert states == [
        QuestionState.ANSWERED,
        QuestionState.DISMISSED,
        QuestionState.ANSWERED,
    ]
    answered = [e.subject for e in entries if e.action == "question.answered"]
    assert sorted(answered) == sorted(f"question:{kept[n].id}" for n in (0, 2))
