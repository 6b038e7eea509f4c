"""Finding articles: in people's own words, on any keyboard, in either language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import articles, search

FILE = """---
title: {title}
topic: water
asked_as: [{asked}]
facts: []
sources: [{{name: a, url: null}}]
as_of: 2021-11-16
as_of_note: null
volatile: false
ask: null
review_by: 2027-02-28
owner: b
---
{text}
"""


def article(slug, language, title, asked, text):
    source = FILE.format(title=title, asked=asked, text=text)
    return articles.parse(source, slug=slug, language=language)


FEW = search.build(
    [
        article("bins", "th", "ถังขยะสี", "ทิ้งถังไหน", "ขวดทิ้งถังเหลือง"),
        article("bins", "en", "Bin colours", "which bin", "Bottles: yellow bin"),
        article("canal", "th", "คลองดำ", "น้ำคลองเหม็น", "คลองมีน้ำเสียจากโรงงาน"),
        article("canal", "en", "Black canal", "smelly canal", "Waste water"),
        article("people", "en", "Population", "how many people", "53,821 people"),
    ]
)


@pytest.fixture(scope="module")
def shipped():
    return search.build(articles.load_all())


def find(index, text, language="th"):
    return search.ranked(index, search.question(index, text), language=language)


def slugs(index, text, language="th"):
    return [hit.slug for hit in find(index, text, language)]


def test_the_article_a_question_is_about_comes_first():
    assert slugs(FEW, "น้ำในคลองทำไมเหม็น")[0] == "canal"
    assert slugs(FEW, "ขวดแก้วทิ้งถังไหนคะ")[0] == "bins"


def test_each_article_is_found_once_in_the_persons_language():
    hits = find(FEW, "ถัง bin colours", "th")
    assert [hit.slug for hit in hits].count("bins") == 1
    assert find(FEW, "which bin", "en")[0].language == "en"


def test_a_question_finds_an_article_of_the_other_language():
    hit = find(FEW, "how many people", "th")[0]
    assert (hit.slug, hit.language) == ("people", "en")


def test_spacing_case_and_courtesy_make_no_difference():
    plain = find(FEW, "น้ำคลองเหม็น", "th")[0]
    spaced = find(FEW, "น้ำ คลอง เหม็น ครับ", "th")[0]
    assert plain.slug == spaced.slug
    assert spaced.score > 0.8 * plain.score


def test_a_misspelling_still_finds_it():
    assert slugs(FEW, "น้ำคอลงเหมน")[0] == "canal"


def test_the_wrong_keyboard_finds_what_was_meant():
    assert slugs(FEW, "oEe8]v'gs,Ho")[0] == "canal"


def test_an_exact_way_of_asking_scores_about_one():
    assert find(FEW, "how many people", "en")[0].score > 0.8


def test_nothing_is_found_for_nothing():
    assert find(FEW, "", "th") == ()
    assert find(FEW, "zzzz qqqq", "en") == ()
    assert find(search.build([]), "อะไร") == ()


def test_the_same_question_is_found_the_same_way(shipped):
    again = search.build(reversed(articles.load_all()))
    text = "โรงงานปล่อยน้ำเสียแจ้งใคร"
    assert find(again, text) == find(shipped, text)


def test_every_shipped_way_of_asking_finds_its_article(shipped):
    asked = [
        (line, a.language, a.slug)
        for a in articles.load_all()
        for line in (a.title, *a.asked_as)
    ]
    found = sum(slug in slugs(shipped, line, lang)[:3] for line, lang, slug in asked)
    assert found / len(asked) > 0.98


def test_only_the_beginning_of_a_very_long_text_is_searched(shipped):
    long = search.question(shipped, "โรงงานปล่อยน้ำเสีย " * 5000)
    assert len(long.text) <= search.LONGEST_QUESTION


def test_rare_terms_are_looked_up_before_common_ones(shipped, monkeypatch):
    text = "โรงงานปล่อยน้ำเสียลงคลองอ้อมน้อยตอนกลางคืนต้องแจ้งใคร"
    [best, *_] = slugs(shipped, text)
    monkeypatch.setattr(search, "MOST_POSTINGS", 400)
    assert best in slugs(shipped, text)[:3]


@pytest.mark.parametrize(
    "recipe",
    [search.Recipe(**{name: False}) for name in search.Recipe.__dataclass_fields__],
)
def test_an_index_can_be_made_without_any_one_ingredient(recipe):
    index = search.build(articles.load_all(), recipe)
    assert "four-bin-colours" in slugs(index, "ถังขยะสี่สีมีอะไรบ้าง")[:3]


def test_a_question_an_article_is_known_not_to_answer_is_recognised():
    file = FILE.replace("asked_as", "not_told: [คลองนี้ยาวกี่กิโลเมตร]\nasked_as")
    canal = file.format(title="คลองดำ", asked="น้ำคลองเหม็น", text="มีน้ำเสีย")
    index = search.build([articles.parse(canal, slug="canal", language="th")])
    [told], [not_told] = find(index, "คลองเหม็น"), find(index, "คลองยาวกี่กิโล")
    assert not_told.refused > 0.4 > told.refused


def test_articles_without_words_or_ways_of_asking_harm_nobody():
    empty = article("dots", "th", "...", "'!!!'", "...")
    index = search.build([empty, article("bins", "th", "ถังขยะ", "ทิ้งถังไหน", "ถัง")])
    assert slugs(index, "ถังขยะ") == ["bins"]


@given(st.text(max_size=200))
def test_any_text_can_be_asked(text):
    assert find(FEW, text) is not None
