"""Text made alike, cut into words, and read from the wrong keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import lexicon, thai

WORDS = lexicon.load()
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
    assert WORDS.cut(thai.normalise(text)) is not None


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
    ("typed", "kept"),
    [
        ("ระบบบำบัดน้ำเสีย", "ระบบบำบัดน้ำเสีย"),
        ("ระบบบริหาร", "ระบบบริหาร"),
        ("ระบบบบบ", "ระบบ"),
        ("มากกกก", "มาก"),
        ("ครับบบ", "ครับ"),
        ("helloooo", "hello"),
    ],
)
def test_a_word_that_ends_in_two_letters_is_not_drawn_out(typed, kept):
    assert thai.normalise(typed) == kept


@given(st.lists(st.text(alphabet=[*THAI_LETTERS, " ", "\n", "a", "\0"])))
def test_many_texts_are_made_alike_as_each_is(texts):
    alone = [thai.normalise(text.replace("\0", " ")) for text in texts]
    assert thai.normalise_all(texts) == alone


@pytest.mark.parametrize(
    ("spelt", "also"),
    [("น้ำเสีย", "นำเสีย"), ("ใหม่", "ไหม"), ("ศาลา", "สาลา"), ("ทีี่", "ทิ")],
)
def test_letters_that_sound_alike_are_one_by_sound(spelt, also):
    assert thai.sounding(thai.normalise(spelt)) == thai.sounding(also)


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("ทั้งยี่สิบข้อ", "ทั้ง 20 ข้อ"),
        ("สี่สิบเอ็ดข้อ", "41 ข้อ"),
        ("สองพันห้าร้อยหกสิบสี่", "2564"),
        ("สิบห้าวัน", "15 วัน"),
        ("สามโรงงาน", "สามโรงงาน"),
        ("ห้ามทิ้ง", "ห้ามทิ้ง"),
        ("ร้อยละ", "ร้อยละ"),
    ],
)
def test_numbers_in_words_are_numbers(text, digits):
    assert thai.number_words(text).strip() == digits
