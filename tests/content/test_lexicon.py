"""Cutting unspaced text into words, and what the words mean."""

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content import lexicon, thai

WORDS = lexicon.load()
THAI_LETTERS = [chr(c) for c in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))]
FOLDER = Path(lexicon.__file__).parent


@pytest.fixture(scope="module")
def words():
    return lexicon.load()


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("โรงงานปล่อยน้ำเสีย", ["โรงงาน", "ปล่อย", "น้ำเสีย"]),
        ("ขยะทิ้งตรงนี้", ["ขยะ", "ทิ้ง", "ตรงนี้"]),
        ("ค่า pm25 เท่าไหร่", ["ค่า", "pm25", "เท่าไหร่"]),
        ("หมาตากลม", ["หมา", "ตากลม"]),
        ("โรงงานฮฮฮ", ["โรงงาน", "ฮฮฮ"]),
        ("bin colour?", ["bin", "colour"]),
        ("", []),
    ],
)
def test_text_is_cut_at_the_longest_known_words(words, text, cut):
    assert words.cut(text) == cut


@given(st.text(alphabet=THAI_LETTERS))
def test_cutting_loses_no_letter(text):
    assert "".join(WORDS.cut(text)) == text


@given(st.text(alphabet=THAI_LETTERS))
def test_no_word_begins_with_a_mark_of_the_one_before(text):
    for piece in WORDS.cut(text)[1:]:
        assert unicodedata.category(piece[0]) != "Mn"


def test_polite_and_question_words_weigh_less(words):
    assert words.weight("ครับ") < words.weight("อะไร") < words.weight("โรงงาน")


def test_a_phrase_made_of_question_words_is_one(words):
    assert words.cut("ทำไงดี") == ["ทำไงดี"]
    assert words.weight("ทำไงดี") == words.weight("อะไร")


def test_different_words_for_one_thing_have_a_sense_in_common(words):
    smell = set(words.senses["กลิ่น"])
    assert smell & set(words.senses["เหม็น"]) & set(words.senses["smell"])


def test_a_phrase_means_something_as_a_whole_only(words):
    phrase = next(p for found in words.phrases.values() for p in found)
    assert words.meant(f"the {phrase} here")
    assert not words.meant(f"the{phrase}here")


def test_without_senses_words_mean_nothing():
    assert lexicon.load(with_senses=False).senses == {}


def test_the_list_of_senses_is_in_order():
    listed = yaml.safe_load((FOLDER / "synonyms.yaml").read_text("utf-8"))
    senses: dict[str, list[str]] = {}
    for name, said in listed.items():
        assert all(isinstance(word, str) for word in said), name
        plain = thai.normalise_all(said)
        assert len(set(plain)) == len(plain), name
        for word in plain:
            assert len(word) > 1, (name, word)
            senses.setdefault(word, []).append(name)
    assert not {word: names for word, names in senses.items() if len(names) > 2}
