"""`ecotown question`, and `ecotown content` where it learns, as officers type them."""

import json
from datetime import UTC, datetime

import pytest

from api.store import articles, asked, audit, officers, questions
from bot.cli import content, question
from content.decide import Outcome
from tests.content import small

ASKED = "รถขยะเข้าซอยเพชรเกษมตอนไหน"
AS = ("--as", "anna", "--password-stdin")


@pytest.fixture
def anna(town):
    """Her password; the town has its articles."""
    with town.database.write() as session:
        articles.sync(session, (*small.TOWN, small.WASTE), datetime.now(UTC))
    return town.officer("anna")


def ask(town, *texts):
    with town.database.write() as session:
        return [
            str(
                questions.keep(
                    session, resident_id=None, language="th", text=text,
                    now=datetime.now(UTC),
                ).id
            )
            for text in texts
        ]  # fmt: skip


def cells(said):
    return [line.split("\t") for line in said.splitlines()]


def open_(town):
    return [row[1] for row in cells(town.says(question.app, "list"))]


def test_open_questions_are_listed_and_grouped(town):
    one, other, alike = ask(town, "เก็บขยะวันไหนคะ", "ไฟดับแจ้งที่ไหน", "ขยะเก็บวันไหน")
    assert open_(town) == [alike, other, one]
    rows = cells(town.says(question.app, "groups"))
    assert [(row[0], row[1], row[-1]) for row in rows] == [
        ("2x", alike, "ขยะเก็บวันไหน"),
        ("1x", other, "ไฟดับแจ้งที่ไหน"),
    ]
    assert len(cells(town.says(question.app, "groups", "--limit", "1"))) == 1


def test_a_group_is_answered_with_an_article(town, anna):
    one, other, alike = ask(town, ASKED, "ไฟดับแจ้งที่ไหน", f"{ASKED}คะ")
    words = ("answer-with", "waste", one, "--alike", *AS)
    said = town.says(question.app, *words, typed=anna)
    assert (
        said
        == "waste has revision 2, live now\nthe question is answered first with it\n"
    )
    assert open_(town) == [other]
    with town.database.read() as session:
        text = articles.get(session, "waste", "th").source_text
        entries = audit.list_(session).items
        by = officers.actor(officers.by_login(session, "anna").id)
    assert f"  - {ASKED}\n" in text
    assert {e.actor for e in entries if e.action == "question.answered"} == {by}
    assert alike not in open_(town)
    assert "dealt with" in town.refuses(question.app, *words, typed=anna)


def test_a_question_no_article_answers_is_noted_in_ones_own_words(town, anna):
    (one,) = ask(town, "โทร 081-234-5678 เรื่องขยะ")
    words = ("not-told", "waste", one, *AS)
    assert "own words" in town.refuses(question.app, *words, typed=anna)
    line = "รถขยะมาวันอาทิตย์ไหม"
    said = town.says(question.app, *words, "--line", line, typed=anna)
    assert "not answered outright" in said
    assert open_(town) == []
    [row] = cells(town.says(content.app, "checked"))
    assert row[1:] == ["th", "(none)", line]


def test_a_question_and_those_alike_are_dismissed(town, anna):
    one, other, _ = ask(town, ASKED, "ไฟดับแจ้งที่ไหน", f"{ASKED}คะ")
    said = town.says(question.app, "dismiss", one, "--alike", *AS, typed=anna)
    assert said == "dismissed, and 1 alike\n"
    assert open_(town) == [other]
    town.says(question.app, "dismiss", other, *AS, typed=anna)
    assert open_(town) == []
    assert len(cells(town.says(question.app, "list", "--all"))) == 3


@pytest.mark.parametrize(
    "words", [("answer-with", "waste"), ("not-told", "waste"), ("dismiss",)]
)
def test_nothing_is_settled_without_the_password(town, anna, words):
    (one,) = ask(town, ASKED)
    said = town.refuses(question.app, *words, one, *AS, typed="guess")
    assert "not right" in said
    assert open_(town) == [one]


def test_the_weeks_are_told_as_a_table_and_as_json(town):
    with town.database.write() as session:
        for outcome in (Outcome.ANSWER, Outcome.UNKNOWN):
            asked.record(
                session, resident_id=None, language="th", text=ASKED, slug=None,
                outcome=outcome, confidence=0, message_hash=None,
                now=datetime.now(UTC),
            )  # fmt: skip
    told = json.loads(town.says(question.app, "weekly", "--weeks", "2", "--json"))
    assert [week["asked"] for week in told] == [0, 2]
    assert (told[1]["answered"], told[1]["unknown"]) == (1, 1)
    head, *rows = cells(town.says(question.app, "weekly", "--weeks", "2"))
    assert head == list(told[0])
    assert rows == [[str(value) for value in week.values()] for week in told]


@pytest.fixture
def river(tmp_path):
    """The article about the canal, without the canal."""
    path = tmp_path / "th" / "canal.md"
    path.parent.mkdir()
    path.write_text(small.RIVER.source_text, encoding="utf-8")
    return str(path)


def check(town, anna, *words):
    return town.says(content.app, "checked", *words, *AS, typed=anna)


def test_a_wording_is_tried_before_it_is_written(town, anna, river):
    check(town, anna, "--add", "คลองดำ", "--slug", "canal")
    with town.database.write() as session:
        asked.record(
            session, resident_id=None, language="th", text="น้ำคลองเหม็น", slug="canal",
            outcome=Outcome.ANSWER, confidence=1, message_hash=None,
            now=datetime.now(UTC),
        )  # fmt: skip
    tried = town.run(content.app, "try", river)
    assert tried.exit_code == 1
    assert cells(tried.stdout) == [
        ["lost", "th", "answer canal -> unknown", "คลองดำ"],
        ["recent", "th", "answer canal -> unknown", "น้ำคลองเหม็น"],
        ["1 checked questions: 0 caught, 1 lost; 1 recent ones: 1 treated otherwise"],
    ]
    with town.database.read() as session:
        assert articles.get(session, "canal", "th").number == 1


def test_a_wording_that_loses_nothing_is_tried_without_complaint(town, anna, river):
    said = town.says(content.app, "try", river)
    assert said.startswith("0 checked questions")


def test_a_wording_goes_live_and_settles_what_it_answers(town, anna, river):
    (one,) = ask(town, "แม่น้ำสะอาดหรือเปล่า")
    check(town, anna, "--add", "คลองดำ", "--slug", "canal")
    words = ("revise", river, "--settles", one, *AS)
    assert "คลองดำ" in town.refuses(content.app, *words, typed=anna)
    assert open_(town) == [one]
    said = town.says(content.app, *words, "--accept-losses", typed=anna)
    assert said == "canal has revision 2, live now\n"
    assert open_(town) == []


def test_the_checked_questions_are_changed_by_officers_alone(town, anna):
    no_one = town.run(content.app, "checked", "--add", "คลองดำ")
    assert no_one.exit_code == 2
    guessed = ("checked", "--add", "คลองดำ", *AS)
    assert "not right" in town.refuses(content.app, *guessed, typed="guess")
    [row] = cells(check(town, anna, "--add", "คลองดำ", "--slug", "canal"))
    assert row[1:] == ["th", "canal", "คลองดำ"]
    assert check(town, anna, "--remove", row[0]) == ""
