"""From questions to content: in one step or not at all, and nothing checked is lost."""

from datetime import timedelta

import pytest

from api.errors import DomainError
from api.store import articles, asked, audit, checked, learning, questions
from api.store.learning import Writer
from api.store.words import QuestionState
from content import articles as files
from content import effects
from content.decide import Outcome
from content.effects import Wording
from tests.api import given
from tests.content import small

ASKED = "รถขยะเข้าซอยเพชรเกษมตอนไหน"


@pytest.fixture
def anna(database, clock):
    with database.write() as session:
        articles.sync(session, (*small.TOWN, small.WASTE), clock())
        officer = given.officer(session, "anna", clock())
    clock.forward(minutes=1)
    return Writer(officer.id)


@pytest.fixture
def ask(database, clock):
    def asking(text=ASKED, language="th"):
        with database.write() as session:
            return questions.keep(
                session, resident_id=None, language=language, text=text, now=clock()
            ).id

    return asking


@pytest.fixture
def check(database, clock, anna):
    def checking(text, slug):
        with database.write() as session:
            return checked.put(
                session, text=text, language="th", slug=slug,
                officer_id=anna.officer_id, now=clock(),
            )  # fmt: skip

    return checking


@pytest.fixture
def revise(database, clock, anna):
    def revising(article, weigh=effects.weigh, writer=anna, **options):
        wording = Wording(article.slug, article.language, article.source_text)
        return learning.revise(
            database, weigh, wording, writer, clock.forward(minutes=1), **options
        )

    return revising


def correct(function, database, clock, slug, question_id, writer, **options):
    now = clock.forward(minutes=1)
    return function(database, effects.weigh, slug, question_id, writer, now, **options)


def live(database, slug):
    with database.read() as session:
        row = articles.get(session, slug, "th")
    return files.parse(row.source_text, slug=slug, language="th")


def states(database, *ids):
    with database.read() as session:
        return [questions.get(session, id_).state for id_ in ids]


def entries(database, most=20):
    with database.read() as session:
        return [(e.actor, e.action) for e in audit.list_(session, limit=most).items]


def test_a_question_becomes_a_way_of_asking_and_is_settled(database, clock, anna, ask):
    one, other = ask(), ask(f"{ASKED}คะ")
    made = correct(
        learning.answer_with, database, clock, "waste", one, anna, others=[other]
    )
    assert made.works
    assert live(database, "waste").asked_as[-1] == ASKED
    assert states(database, one, other) == [QuestionState.ANSWERED] * 2
    assert (made.checked.text, made.checked.slug) == (ASKED, "waste")
    assert (made.revision.number, made.revision.author_id) == (2, anna.officer_id)
    by = f"officer:{anna.officer_id}"
    assert {actor for actor, _ in entries(database, 4)} == {by}
    assert {action for _, action in entries(database, 4)} == {
        "article.revise", "question.answered", "question.check"
    }  # fmt: skip


def test_an_officers_own_words_may_stand_for_the_question(database, clock, anna, ask):
    one = ask("โทร 081-234-5678 ถามเรื่องรถขยะ")
    with pytest.raises(DomainError, match="line_personal"):
        correct(learning.answer_with, database, clock, "waste", one, anna)
    correct(learning.answer_with, database, clock, "waste", one, anna, line=ASKED)
    assert live(database, "waste").asked_as[-1] == ASKED


def test_a_question_no_article_answers_is_told_apart_from_now_on(
    database, clock, anna, ask
):
    one = ask("รถขยะมาวันอาทิตย์ไหม")
    made = correct(learning.not_told, database, clock, "waste", one, anna)
    assert live(database, "waste").not_told == ("รถขยะมาวันอาทิตย์ไหม",)
    assert states(database, one) == [QuestionState.DISMISSED]
    assert made.checked.slug is None
    assert made.works


def test_a_correction_that_did_not_help_says_so(database, clock, anna, ask):
    """The article is another one's subject: the line alone does not turn it."""
    one = ask()

    def deaf(before, revised, expected, recent=()):
        return effects.weigh(before, Wording("tax", "th", "unreadable"), expected)

    made = learning.answer_with(database, deaf, "waste", one, anna, clock())
    assert not made.works
    assert live(database, "waste").asked_as[-1] == ASKED


@pytest.mark.parametrize("way", ["answer_with", "not_told"])
def test_nothing_is_written_where_one_part_is_refused(database, clock, anna, ask, way):
    one = ask()
    function = getattr(learning, way)

    def settled_meanwhile(*given):
        with database.write() as session:
            questions.dismiss(session, one, by="cli", now=clock())
        return effects.weigh(*given)

    before = entries(database)
    with pytest.raises(DomainError, match="question_settled"):
        function(database, settled_meanwhile, "waste", one, anna, clock())
    assert live(database, "waste") == small.WASTE
    with database.read() as session:
        assert not checked.any_(session)
    assert len(entries(database)) == len(before) + 1


def test_what_is_settled_already_is_refused_before_anything_is_computed(
    database, clock, anna, ask
):
    one = ask()
    with database.write() as session:
        questions.dismiss(session, one, by="cli", now=clock())
    for function in (learning.answer_with, learning.not_told):
        with pytest.raises(DomainError, match="question_settled"):
            function(database, never, "waste", one, anna, clock())
    wanted = Wording("waste", "th", small.WASTE.source_text)
    with pytest.raises(DomainError, match="question_settled"):
        learning.revise(database, never, wanted, anna, clock(), settles=[one])


def never(*given):
    raise AssertionError


@pytest.mark.parametrize(
    ("slug", "text", "language", "key"),
    [
        ("no-such-article", ASKED, "th", "error.not_found"),
        ("waste", ASKED, "en", "error.not_found"),
        ("waste", "คลองดำ", "th", "error.line_there"),
    ],
)
def test_a_line_that_has_no_place_is_refused(
    database, clock, anna, ask, slug, text, language, key
):
    one = ask(text, language)
    with pytest.raises(DomainError, match=key):
        learning.answer_with(database, never, slug, one, anna, clock())
    assert states(database, one) == [QuestionState.OPEN]


def test_a_new_wording_settles_the_questions_it_answers(database, anna, ask, revise):
    one, other = ask(), ask("ถังขยะสีอะไร")
    text = small.text("การเก็บขยะ", "รถขยะมาวันไหน", "ถังขยะสีอะไร")
    revise(files.parse(text, slug="waste", language="th"), seen=1, settles=[one, other])
    assert live(database, "waste").asked_as == ("รถขยะมาวันไหน", "ถังขยะสีอะไร")
    assert states(database, one, other) == [QuestionState.ANSWERED] * 2


def test_a_revision_that_loses_a_checked_question_is_refused(database, check, revise):
    check("คลองดำ", "canal")
    with pytest.raises(DomainError) as refused:
        revise(small.RIVER)
    assert (refused.value.status, refused.value.key) == (409, "error.questions_lost")
    assert refused.value.values == {"lost": ["คลองดำ"]}
    assert live(database, "canal") == small.CANAL


def test_an_officer_may_lose_it_knowingly_and_the_log_says_so(
    database, check, revise, anna
):
    kept = check("คลองดำ", "canal")
    revise(small.RIVER, writer=Writer(anna.officer_id, accept_losses=True))
    assert live(database, "canal") == small.RIVER
    with database.read() as session:
        entry = audit.list_(session).items[0]
    assert entry.details["lost"] == [str(kept.id)]
    revise(small.article("canal", "แม่น้ำท่าจีน", "แม่น้ำสวยไหม"))


def test_a_correction_too_loses_no_other_question(database, clock, anna, ask, check):
    check(f"{ASKED} บ้าง", None)
    one = ask()
    with pytest.raises(DomainError, match="questions_lost"):
        correct(learning.answer_with, database, clock, "waste", one, anna)
    assert states(database, one) == [QuestionState.OPEN]


def test_the_newer_word_on_the_same_question_is_no_loss(
    database, clock, anna, ask, check
):
    check(ASKED, None)
    made = correct(learning.answer_with, database, clock, "waste", ask(), anna)
    assert made.checked.slug == "waste"
    with database.read() as session:
        assert [row.slug for row in checked.list_(session)] == ["waste"]


def test_a_verdict_on_what_is_no_longer_live_is_refused(
    database, clock, anna, check, revise
):
    check("คลองดำ", "canal")

    def another_lands(*given):
        with database.write() as session:
            articles.withdraw(session, "tax", by="cli", now=clock())
        return effects.weigh(*given)

    with pytest.raises(DomainError, match="content_changed"):
        revise(small.article("market", "ตลาด", "ตลาดอยู่ไหน"), weigh=another_lands)


def test_no_way_leads_past_the_checked_questions(database, clock, anna, check):
    check("คลองดำ", "canal")
    with pytest.raises(DomainError, match="content_changed"), database.write() as s:
        articles.revise(
            s, slug="canal", language="th", source_text=small.RIVER.source_text,
            author_id=anna.officer_id, now=clock(),
        )  # fmt: skip


def test_where_nothing_is_checked_nothing_is_computed(database, revise):
    revise(small.RIVER, weigh=never)
    assert live(database, "canal") == small.RIVER


def test_a_withdrawn_article_is_rewritten_freely(database, clock, check, revise):
    check("คลองดำ", "canal")
    with database.write() as session:
        articles.withdraw(session, "canal", by="cli", now=clock())
    revise(small.RIVER, weigh=never)


def test_no_transaction_is_open_while_a_revision_is_weighed(
    database, clock, check, revise
):
    check("คลองดำ", "canal")

    def writes_meanwhile(*given):
        with database.write() as session:
            questions.keep(
                session, resident_id=None, language="th", text=ASKED, now=clock()
            )
        return effects.weigh(*given)

    revise(small.article("bus", "รถเมล์", "รถเมล์มากี่โมง"), weigh=writes_meanwhile)


def test_a_key_is_named_beside_its_officer(database, clock, anna, ask):
    by_key = Writer(anna.officer_id, key="key:0123")
    correct(learning.answer_with, database, clock, "waste", ask(), by_key)
    found = {*entries(database, 4)}
    assert ("key:0123", "question.answered") in found
    assert ("key:0123", "key.asked_as") in found
    assert (f"officer:{anna.officer_id}", "article.revise") in found


def test_a_wording_is_tried_on_recent_and_checked_questions_and_not_written(
    database, clock, anna, check
):
    check("ตลาดนัดอยู่ตรงไหน", "market")
    with database.write() as session:
        for text, when in (("คลองดำ", clock()), ("น้ำคลองเหม็น", clock())):
            asked.record(
                session, resident_id=None, language="th", text=text, slug="canal",
                outcome=Outcome.ANSWER, confidence=1, message_hash=None, now=when,
            )  # fmt: skip
    wanted = Wording("canal", "th", small.RIVER.source_text)

    def tried(since=timedelta(days=1), limit=10):
        return learning.tried(
            database, effects.weigh, wanted, since=clock() - since, limit=limit
        )

    found = tried()
    assert [each.asked.text for each in found.changed] == ["น้ำคลองเหม็น", "คลองดำ"]
    assert [each.expected.text for each in found.unchanged] == ["ตลาดนัดอยู่ตรงไหน"]
    assert len(tried(limit=1).recent) == 1
    clock.forward(days=2)
    assert tried().recent == ()
    assert live(database, "canal") == small.CANAL


def test_a_wording_with_a_fault_is_refused_before_it_is_weighed(database, clock, anna):
    bad = Wording("waste", "th", "no front matter")
    with pytest.raises(DomainError, match="article_fault"):
        learning.revise(database, never, bad, anna, clock())
    with pytest.raises(DomainError, match="article_fault"):
        learning.tried(database, never, bad, since=clock(), limit=1)
