"""When a question is answered, when articles are suggested, when we do not know.

`questions.jsonl` holds questions of our own wording: 100 the articles answer, 60
they do not. No figure here was reached by writing a question's words into an
article.
"""

import json
from pathlib import Path

import pytest

from content import articles, decide, search
from content.decide import Outcome

QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parent / "questions.jsonl")
    .read_text("utf-8")
    .split("\n")
    if line
]
ANSWERABLE = [q for q in QUESTIONS if q["gold"]]
UNANSWERABLE = [q for q in QUESTIONS if not q["gold"]]


@pytest.fixture(scope="module")
def index():
    return search.build(articles.load_all())


def decided(index, question):
    return decide.decide(index, question["text"], question["language"])


def test_the_set_is_as_large_as_it_says():
    assert len(ANSWERABLE) == 100
    assert sum(q["language"] == "en" for q in ANSWERABLE) == 20
    assert len(UNANSWERABLE) == 60


def test_the_right_article_is_among_the_first_three(index):
    found = [
        {hit.slug for hit in index.search(q["text"], language=q["language"])}
        for q in ANSWERABLE
    ]
    right = sum(
        bool(f & set(q["gold"])) for f, q in zip(found, ANSWERABLE, strict=True)
    )
    assert right / len(ANSWERABLE) >= 0.85


def test_hardly_any_answer_is_wrong_and_many_are_given(index):
    answers = [
        (decision.hits[0].slug, q["gold"])
        for q in ANSWERABLE
        if (decision := decided(index, q)).outcome is Outcome.ANSWER
    ]
    wrong = sum(slug not in gold for slug, gold in answers)
    assert wrong / len(ANSWERABLE) <= 0.03
    assert len(answers) / len(ANSWERABLE) >= 0.5


def test_what_nobody_wrote_an_answer_to_is_not_answered(index):
    refused = sum(decided(index, q).outcome is not Outcome.ANSWER for q in UNANSWERABLE)
    assert refused / len(UNANSWERABLE) >= 0.93


def test_an_answer_rests_on_one_article_and_a_suggestion_on_up_to_three(index):
    answer = decide.decide(index, "รหัสไปรษณีย์อ้อมน้อยคืออะไร", "th")
    assert (answer.outcome, len(answer.hits)) == (Outcome.ANSWER, 1)
    near = decide.decide(index, "เรื่องน้ำเสีย", "th")
    assert near.outcome is Outcome.SUGGEST
    assert 1 <= len(near.hits) <= 3


@pytest.mark.parametrize("text", ["", "ครับ", "ทำไงดี", "เท่าไหร่คะ", "what is it", "5555"])
def test_a_question_that_names_nothing_is_not_answered(index, text):
    assert decide.decide(index, text, "th").outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("here", "elsewhere", "lacking"),
    [
        ("รหัสไปรษณีย์อ้อมน้อยคืออะไร", "รหัสไปรษณีย์หาดใหญ่คืออะไร", "หาดใหญ่"),
        ("อ้อมน้อยมีประชากรกี่คน", "อ้อมน้อยมีประชากรกี่คน ปี 2550", "2550"),
        ("ค่ามาตรฐาน PM2.5 เท่าไร", "ค่า PM2.5 เมื่อวานเท่าไร", "เมื่อวาน"),
        (
            "how many people live in om noi",
            "how many people live in pattaya",
            "pattaya",
        ),
    ],
)
def test_another_place_year_or_day_speaks_against_an_answer(
    index, here, elsewhere, lacking
):
    language = "en" if here.isascii() else "th"
    assert decide.decide(index, here, language).against == ()
    there = decide.decide(index, elsewhere, language)
    assert there.outcome is not Outcome.ANSWER
    assert there.against == (lacking,)


@pytest.mark.parametrize(
    ("question", "article", "lacking"),
    [
        ("ปี 2564", "เมื่อ 2021", []),
        ("in 2021", "พ.ศ. 2564", []),
        ("ปี 64", "16 พ.ย. 2564", []),
        ("53,821 คน", "มี 53821 คน", []),
        ("ระดับ 6", "ระดับ 1 ถึง 5", ["6"]),
        ("pm2.5", "ฝุ่น", []),
        ("วันนี้", "ดูวันนี้ได้", []),
        ("chiang mai", "chiang rai", ["chiang mai"]),
        ("จังหวัดเลย", "จังหวัด", ["จังหวัดเลย"]),
        ("ดีมากเลย", "ดี", []),
    ],
)
def test_numbers_places_and_moments_are_looked_for(question, article, lacking):
    assert list(decide.missing(question, article)) == lacking


def test_an_empty_town_knows_nothing():
    nothing = decide.decide(search.build([]), "อ้อมน้อยมีกี่คน", "th")
    assert nothing.outcome is Outcome.UNKNOWN
    assert nothing.hits == ()
