"""Article files: what is read, what is refused and where, what is shown."""

from datetime import date

import pytest

from content import articles, messages
from content.articles import ArticleError

GOOD = """---
title: ตอนนี้อยู่ระดับไหน
topic: programme
asked_as:
  - ระดับเท่าไหร่แล้ว
  - ถึงไหนแล้ว
facts: [q005]
sources:
  - name: ข่าวจังหวัด
    url: https://example.org/1
as_of: 2021-11-16
as_of_note: null
volatile: true
ask: กรมโรงงานอุตสาหกรรม
review_by: 2027-02-28
owner: สำนักงานอุตสาหกรรมจังหวัด
---
ระดับ 2 ค่ะ

<!-- more -->

ส่วนที่เหลือ{% if municipality_phone %} โทร {{ municipality_phone }}{% endif %}
"""


def read(text=GOOD, slug="level-now", language="th"):
    return articles.parse(text, slug=slug, language=language)


def refused(text, *, line, reason, **place):
    with pytest.raises(ArticleError) as caught:
        read(text, **place)
    assert caught.value.file == f"{place.get('language', 'th')}/level-now.md"
    assert caught.value.line == line, caught.value
    assert reason in caught.value.reason


@pytest.fixture(scope="module")
def said():
    return messages.load()


def test_an_article_is_read_whole():
    article = read()
    assert article.title == "ตอนนี้อยู่ระดับไหน"
    assert article.asked_as == ("ระดับเท่าไหร่แล้ว", "ถึงไหนแล้ว")
    assert article.as_of == "2021-11-16"
    assert article.short == "ระดับ 2 ค่ะ"
    assert article.more.startswith("ส่วนที่เหลือ")
    assert article.source_text == GOOD


def test_what_windows_and_browsers_add_changes_nothing():
    assert read("\ufeff" + GOOD.replace("\n", "\r\n")) == read()


def test_a_date_may_be_known_to_the_year_only():
    assert read(GOOD.replace("2021-11-16", '"2021"')).as_of == "2021"


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("topic: programme", "topic: cooking", 3, "topic"),
        ("facts: [q005]", "fact: [q005]", 7, "fact: Extra inputs"),
        ("owner: สำนักงานอุตสาหกรรมจังหวัด\n", "", 2, "owner"),
        ("volatile: true", "volatile: sure", 13, "volatile"),
        ("https://example.org/1", "example.org", 10, "sources.0.url"),
        ("as_of: 2021-11-16", "as_of: 2021", 11, "as_of"),
        ("as_of: 2021-11-16", 'as_of: "2021-13"', 11, "not a year"),
        ("as_of: 2021-11-16", "as_of: null", 12, "needed where as_of is null"),
        ("ask: กรมโรงงานอุตสาหกรรม", "ask: null", 14, "needed where volatile"),
        ("  - ถึงไหนแล้ว", "  - ระดับเท่าไหร่แล้ว", 6, "is there already"),
        ("  - ถึงไหนแล้ว", "  - ตอนนี้อยู่ระดับไหน", 6, "is there already"),
        ("topic: programme", "topic: programme\ntopic: water", 4, "said twice"),
        ("title: ตอนนี้", "title: ตอนนี้: ", 2, "mapping values"),
        ("  - ถึงไหนแล้ว", "  - ถึง\x07ไหนแล้ว", 6, "not readable"),
        ("volatile: true", "volatile: !!bool maybe", 1, "not YAML"),
        ("review_by: 2027-02-28", "review_by: 2027-02-30", 1, "day is out of"),
        ("ระดับ 2 ค่ะ", "{{ password }}", 18, "password is not a value"),
        ("ระดับ 2 ค่ะ", "{{ 'a'.__class__ }}", 18, "more than an answer may do"),
        ("ระดับ 2 ค่ะ", "{% for x in 'ab' %}a{% endfor %}", 18, "more than"),
        ("ระดับ 2 ค่ะ", "ค่ะ\n{% if %}", 19, "Expected"),
        ("ระดับ 2 ค่ะ", "ก" * 301, 18, "301 characters"),
        ("ระดับ 2 ค่ะ", "", 18, "the answer is empty"),
        ("ส่วนที่เหลือ", "ก" * 1200, 18, "more than 1200"),
    ],
)
def test_a_fault_is_named_with_its_line(old, new, line, reason):
    assert old in GOOD
    refused(GOOD.replace(old, new), line=line, reason=reason)


def test_front_matter_is_needed():
    refused("ระดับ 2 ค่ะ", line=1, reason="front matter")


def test_a_language_we_do_not_speak_is_refused():
    refused(GOOD, language="fr", line=1, reason="fr is not a language")


def test_a_slug_is_plain():
    with pytest.raises(ArticleError, match="a-z"):
        read(slug="Level Now")


def write(directory, *places):
    for place in places:
        path = directory / place
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(GOOD, encoding="utf-8")


def test_all_articles_of_a_folder_are_read(tmp_path):
    write(tmp_path, "th/a.md", "en/a.md", "th/b.md")
    found = {(a.language, a.slug) for a in articles.load_all(tmp_path)}
    assert found == {("th", "a"), ("en", "a"), ("th", "b")}


def test_a_slug_stands_once_in_a_language(tmp_path):
    write(tmp_path, "th/a.md", "th/water/a.md")
    with pytest.raises(ArticleError, match="twice in th"):
        articles.load_all(tmp_path)


def test_a_folder_that_is_no_language_is_refused(tmp_path):
    write(tmp_path, "xx/a.md")
    with pytest.raises(ArticleError, match="xx is not a language"):
        articles.load_all(tmp_path)


def test_one_bad_file_does_not_hide_the_others(tmp_path):
    write(tmp_path, "th/a.md", "th/b.md")
    (tmp_path / "th/b.md").write_bytes(b"\xff\xfe")
    (tmp_path / "th/c.md").write_text("---\n", encoding="utf-8")
    found, problems = articles.read_all(tmp_path)
    assert [a.slug for a in found] == ["a"]
    assert [(p.file, p.reason[:9]) for p in problems] == [
        ("th/b.md", "not UTF-8"),
        ("th/c.md", "an articl"),
    ]


def test_the_short_card_has_source_date_and_warning(said):
    card = articles.card(read(), said).card
    assert card.title == "ตอนนี้อยู่ระดับไหน"
    assert card.body.splitlines()[0] == "ระดับ 2 ค่ะ"
    assert "อาจเปลี่ยนไปแล้ว" in card.body
    assert "กรมโรงงานอุตสาหกรรม" in card.body
    assert "ส่วนที่เหลือ" not in card.body
    assert card.footer == "ที่มา: ข่าวจังหวัด · ข้อมูล ณ 16 พ.ย. 2564"


def test_the_english_card_speaks_english(said):
    card = articles.card(read(language="en"), said).card
    assert card.footer == "Source: ข่าวจังหวัด · as of 16 Nov 2021"
    assert "may have changed" in card.body


def test_a_fact_that_does_not_change_carries_no_warning(said):
    steady = read(GOOD.replace("volatile: true", "volatile: false"))
    assert articles.card(steady, said).card.body == "ระดับ 2 ค่ะ"


def test_a_source_without_a_date_says_so(said):
    undated = GOOD.replace("as_of: 2021-11-16", "as_of: null").replace(
        "as_of_note: null", "as_of_note: หน้าเว็บ ไม่ระบุวันที่"
    )
    footer = articles.card(read(undated), said).card.footer
    assert footer == "ที่มา: ข่าวจังหวัด · หน้าเว็บ ไม่ระบุวันที่"


def test_the_full_card_has_the_rest_the_links_and_the_office_in_charge(said):
    card = articles.card(read(), said, full=True).card
    assert "ส่วนที่เหลือ" in card.body
    assert card.links[0].url == "https://example.org/1"
    assert "สำนักงานอุตสาหกรรมจังหวัด" in card.footer


def test_the_towns_phone_is_said_where_it_is_set(said):
    with_phone = articles.card(read(), said, full=True, municipality_phone="02 1")
    assert "โทร 02 1" in with_phone.card.body
    assert "โทร" not in articles.card(read(), said, full=True).card.body


def test_past_its_review_date_an_answer_is_not_served_as_fact(said):
    on_the_day = articles.card(read(), said, today=date(2027, 2, 28)).card
    after = articles.card(read(), said, today=date(2027, 3, 1)).card
    assert "เลยกำหนดตรวจทาน" not in on_the_day.body
    assert "เลยกำหนดตรวจทาน" in after.body


def test_every_shipped_article_can_be_shown_in_full(said):
    for article in articles.load_all():
        card = articles.card(article, said, full=True, municipality_phone="1").card
        assert card.body
        assert "{" not in card.body
        assert " · " in card.footer


def test_every_shipped_article_stands_in_thai_and_english():
    places = {(a.slug, a.language) for a in articles.load_all()}
    slugs = {slug for slug, _ in places}
    assert len(slugs) >= 130
    assert {(slug, each) for slug in slugs for each in ("th", "en")} <= places


def test_an_unreviewed_translation_says_so_on_the_card():
    words = messages.load()
    own = [a for a in articles.load_all() if a.language == "my"]
    assert len(own) >= 40
    for article in own:
        assert article.unreviewed
        assert "မစစ်ဆေးရသေးပါ" in articles.card(article, words).plain()


def test_every_fact_has_an_answer_in_thai_and_english_with_ways_to_ask_it():
    found = articles.load_all()
    for language in ("th", "en"):
        told = {f for a in found if a.language == language for f in a.facts}
        assert told >= {f"q{number:03}" for number in range(1, 129)}
    for article in found:
        assert 10 <= len(article.asked_as) <= 20, (article.language, article.slug)
        assert article.owner
        assert article.language == "my" or len(article.not_told) >= 4


def test_an_article_has_at_most_twenty_ways_of_asking():
    many = GOOD.replace("  - ถึงไหนแล้ว", "\n".join(f"  - way {n}" for n in range(20)))
    refused(many, line=4, reason="at most 20")


def test_what_it_does_not_answer_is_read_too():
    told = GOOD.replace("facts:", "not_told: [ปีหน้าระดับไหน]\nfacts:")
    assert read(told).not_told == ("ปีหน้าระดับไหน",)
    assert read().not_told == ()
