"""The regression set: what is right for a question, as the last officer has it."""

import pytest

from api.errors import DomainError
from api.store import articles, audit, checked
from api.store.types import uuid7
from content.effects import Expected
from tests.api import given
from tests.content import small


@pytest.fixture
def officer(database, clock):
    with database.write() as session:
        articles.sync(session, small.TOWN, clock())
        return given.officer(session, "somsri", clock())


@pytest.fixture
def put(database, clock, officer):
    def putting(text="คลองดำ", slug="canal", language="th"):
        with database.write() as session:
            return checked.put(
                session, text=text, language=language, slug=slug,
                officer_id=officer.id, now=clock(),
            )  # fmt: skip

    return putting


def test_a_question_and_its_article_are_kept_with_the_officers_name(
    database, put, officer
):
    kept = put("  คลอง\nดำ ")
    assert (kept.text, kept.slug, kept.added_by) == ("คลอง ดำ", "canal", officer.id)
    with database.read() as session:
        assert checked.expected(session) == [
            Expected(str(kept.id), "คลอง ดำ", "th", "canal")
        ]
        entry = audit.list_(session).items[0]
    assert (entry.actor, entry.action) == (f"officer:{officer.id}", "question.check")
    assert "คลอง" not in str(entry.details)


def test_the_last_word_on_a_question_counts(database, put):
    first = put("คลองดำ")
    again = put("คลองงงงดำ", slug=None)
    assert again.id == first.id
    put("คลองดำ", language="en")
    with database.read() as session:
        kept = [(row.language, row.slug) for row in checked.list_(session)]
    assert kept == [("en", "canal"), ("th", None)]


@pytest.mark.parametrize(
    ("wanted", "key"),
    [
        ({"slug": "no-such-article"}, "error.not_found"),
        ({"language": "fr"}, "error.language_unknown"),
        ({"text": "โทร 081-234-5678"}, "error.line_personal"),
        ({"text": "ก" * 301}, "error.line_length"),
    ],
)
def test_what_cannot_be_checked_is_refused(database, put, wanted, key):
    with pytest.raises(DomainError, match=key):
        put(**wanted)
    with database.read() as session:
        assert not checked.any_(session)


def test_what_was_wrong_is_taken_out_of_the_set(database, put, officer, clock):
    kept = put()
    with database.write() as session:
        checked.remove(session, kept.id, officer_id=officer.id, now=clock())
    with database.read() as session:
        assert checked.list_(session) == []
        assert audit.list_(session).items[0].action == "question.uncheck"
    with pytest.raises(DomainError, match="not_found"), database.write() as session:
        checked.remove(session, uuid7(), officer_id=officer.id, now=clock())


def test_a_verdict_is_of_one_state_of_the_set(database, put, officer, clock):
    def stamp():
        with database.read() as session:
            return checked.stamp(session)

    stamps = [stamp()]
    kept = put()
    stamps.append(stamp())
    clock.forward(seconds=1)
    put(slug="market")
    stamps.append(stamp())
    with database.write() as session:
        checked.remove(session, kept.id, officer_id=officer.id, now=clock())
    assert len({*stamps}) == 3
    assert stamp() == stamps[0]
