"""A line put into front matter: that line, and not one byte else."""

import difflib

import pytest

from content import articles, editing
from content.editing import LineRefused
from tests.content import small

LINE = "รถขยะเข้าซอย 5 วันไหน"


def read(text):
    return articles.parse(text, slug="waste", language="th")


def added(text, key, line):
    return editing.add(text, read(text), key, line)


def difference(old, new):
    lines = difflib.ndiff(old.splitlines(True), new.splitlines(True))
    return [each for each in lines if each[0] in "+-"]


def test_a_way_of_asking_is_put_last_and_nothing_else_is_touched():
    old = small.WASTE.source_text
    new = added(old, "asked_as", LINE)
    assert difference(old, new) == [f"+   - {LINE}\n"]
    assert read(new).asked_as == (*small.WASTE.asked_as, LINE)


def test_every_shipped_article_takes_a_line_of_each_kind():
    for article in articles.load_all():
        keys = ["not_told"]
        if len(article.asked_as) < editing.MOST_ASKED_AS:
            keys.append("asked_as")
        for key in keys:
            new = editing.add(article.source_text, article, key, LINE)
            again = articles.parse(new, slug=article.slug, language=article.language)
            assert getattr(again, key) == (*getattr(article, key), LINE)
            assert (again.text, again.title) == (article.text, article.title)
            assert all(each[0] == "+" for each in difference(article.source_text, new))


def test_a_list_that_is_not_there_yet_is_begun():
    old = small.WASTE.source_text
    new = added(old, "not_told", LINE)
    assert difference(old, new) == ["+ not_told:\n", f"+   - {LINE}\n"]
    assert read(new).not_told == (LINE,)


ASKED_AS = "asked_as:\n  - รถขยะมาวันไหน\n  - ถังขยะเต็มทำอย่างไร\n"


@pytest.mark.parametrize(
    "written",
    [
        "asked_as: [a, b]\n",
        "asked_as: [a, b, ]\n",
        "asked_as: [\n  a,\n  b\n]  # why\n",
        'asked_as: ["a]", b]\n',
        "asked_as:\n- a\n- b\n",
        "asked_as:\n  - a\n  - b # why\n  # and more\n",
        "asked_as:\n  - a\n  - >-\n    one\n    two\n",
        "asked_as:\n  - a\n  - |\n    one\n\n",
        "asked_as:\n  - a\n  - 'one\n    two'\n",
        "asked_as:\n  - 😀 a\n  - ข\n",
    ],
)
@pytest.mark.parametrize("line", [LINE, 'what: [is], {this} # "it\'s"?', "2566", "no"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_however_the_list_is_written_the_line_is_read_back(written, line, ending):
    old = small.WASTE.source_text.replace(ASKED_AS, written).replace("\n", ending)
    assert written.replace("\n", ending) in old
    for key in ("asked_as", "not_told"):
        new = added(old, key, line)
        assert getattr(read(new), key) == (*getattr(read(old), key), line)
        assert read(new).text == read(old).text
        assert is_old_with_something_put_in(old, new)
        assert new.count("\n") - new.count("\r\n") == (
            0 if ending == "\r\n" else new.count("\n")
        )


def is_old_with_something_put_in(old, new):
    more = len(new) - len(old)
    return any(new[:at] + new[at + more :] == old for at in range(len(old) + 1))


def test_an_empty_list_takes_its_first_line():
    old = small.WASTE.source_text.replace("facts:", "not_told: []\nfacts:")
    assert read(added(old, "not_told", "a, b")).not_told == ("a, b",)


def test_twenty_ways_of_asking_are_enough():
    lines = [f"คำถามที่ {n}" for n in range(20)]
    full = small.article("waste", "การเก็บขยะ", *lines)
    with pytest.raises(LineRefused, match="lines_many: 20"):
        editing.add(full.source_text, full, "asked_as", LINE)
    assert LINE in editing.add(full.source_text, full, "not_told", LINE)


@pytest.mark.parametrize(
    ("line", "slug"),
    [
        ("คลองดำ", "canal"),
        ("  คลองดำ ", "canal"),
        ("น้ำในคลองภาษีเจริญ", "canal"),
        ("รถขยะมาวันไหน", "waste"),
    ],
)
def test_a_line_that_an_article_of_its_language_has_is_refused(line, slug):
    with pytest.raises(LineRefused, match=f"line_there: {slug}"):
        editing.check_new(line, small.WASTE, small.TOWN)


def test_a_question_that_is_not_answered_is_no_way_of_asking_as_well():
    text = added(small.CANAL.source_text, "not_told", LINE)
    canal = articles.parse(text, slug="canal", language="th")
    with pytest.raises(LineRefused, match="line_there: canal"):
        editing.check_new(LINE, small.WASTE, [canal])


def test_the_same_line_in_another_language_is_none_of_its():
    english = small.article("parks", "Parks", LINE, language="en")
    editing.check_new(LINE, small.WASTE, [english])


@pytest.mark.parametrize(
    ("text", "line"),
    [(" a\n\tb ", "a b"), ("a\x07b", "ab"), ("ถาม\u200bหน่อย", "ถาม\u200bหน่อย")],
)
def test_a_question_becomes_one_line(text, line):
    assert editing.line_of(text) == line


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "line_length"),
        (" \n", "line_length"),
        ("\u200b", "line_length"),
        ("ก" * 299 + "ขค", "line_length"),
        ("โทร 081-234-5678", "line_personal"),
        ("โทร […] ได้ไหม", "line_personal"),
    ],
)
def test_what_cannot_be_a_line_of_an_article_is_refused(text, reason):
    with pytest.raises(LineRefused, match=reason):
        editing.line_of(text)
