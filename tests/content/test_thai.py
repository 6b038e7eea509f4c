"""Text made alike, cut into words, and read from the wrong keyboard."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import thai

THAI_LETTERS = [chr(c) for c in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),  # tone, nikhahit, aa
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("เเม่น้ำ", "แม่น้ำ"),
        ("ที\u0e48\u0e48", "ที่"),
        ("ท\u0e48\u0e35", "ที่"),
        ("น้ำ\u200bเสีย", "น้ำเสีย"),
        ("มากกกกก", "มาก"),
        ("จ้าาา", "จ้า"),
        ("๒๕๖๔ ၁၂", "2564 12"),
        ("PM2.5", "pm2.5"),
        ("เบอร์   อะไร \n", "เบอร์ อะไร"),
        ("1000000", "1000000"),
        ("ต่างๆ นานา", "ต่าง นานา"),
    ],
)
def test_everyone_types_alike_afterwards(typed, meant):
    assert thai.normalise(typed) == meant


def test_sara_am_stays_one_letter():
    assert "\u0e33" in thai.normalise("น้ำ")


@given(st.text(alphabet=[*THAI_LETTERS, " ", "a", "5", "\u200b"]))
def test_normalising_twice_changes_nothing_more(text):
    once = thai.normalise(text)
    assert thai.normalise(once) == once


@given(st.text())
def test_any_text_can_be_normalised_and_cut(text):
    normal = thai.normalise(text)
    assert thai.pieces(normal, thai.listed_words()) is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("l;ylfu", "สวัสดี"),
        ("สวัสดี", "l;ylfu"),
        ("้ำสสน", "hello"),
        ("0y'", "จัง"),
    ],
)
def test_the_other_keyboard_gives_what_was_meant(typed, meant):
    assert thai.other_layout(typed) == meant


@given(st.text(alphabet="กขคงจชซดตถทนบปผพฟภมยรลวสหอฮาเแโไใ", min_size=1))
def test_a_thai_text_survives_both_keyboards(text):
    assert thai.other_layout(thai.other_layout(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("โรงงานปล่อยน้ำเสีย", ["โรงงาน", "ปล่อย", "น้ำเสีย"]),
        ("ขยะทิ้งถังไหน", ["ขยะ", "ทิ้ง", "ถัง", "ไหน"]),
        ("ค่า pm25 เท่าไหร่", ["ค่า", "pm25", "เท่าไหร่"]),
        ("โรงงานซูเปอร์แมน", ["โรงงาน", "ซูเปอร์แมน"]),
        ("bin colour?", ["bin", "colour"]),
    ],
)
def test_text_is_cut_at_known_words(text, words):
    assert thai.pieces(text, thai.listed_words()) == words


@given(st.text(alphabet=THAI_LETTERS))
def test_cutting_loses_no_letter(text):
    assert "".join(thai.pieces(text, thai.listed_words())) == text


@given(st.text(alphabet=THAI_LETTERS))
def test_no_word_begins_with_a_mark_of_the_one_before(text):
    for piece in thai.pieces(text, thai.listed_words())[1:]:
        assert unicodedata.category(piece[0]) != "Mn"


def test_what_two_articles_share_becomes_a_word():
    words = thai.learn_words([["ซูเปอร์แมนคือใคร"], ["ถามซูเปอร์แมน"], ["อีกคำฮิปโป"]])
    assert "ซูเปอร์แมน" in words
    assert "ฮิปโป" not in words


def test_polite_and_question_words_weigh_less():
    assert thai.weight("ครับ") < thai.weight("อะไร") < thai.weight("โรงงาน")


def test_grams_overlap_and_short_texts_are_one():
    assert thai.grams("abcd") == ["abc", "bcd"]
    assert thai.grams("ab") == ["ab"]
