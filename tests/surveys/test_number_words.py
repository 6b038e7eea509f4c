"""Number words, as they are spelt in three languages."""

import pytest

from surveys import number_words

SPELLINGS = dict(number_words.spellings())


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("ศูนย์", 0),
        ("สิบ", 10),
        ("สิบเอ็ด", 11),
        ("ยี่สิบ", 20),
        ("ยี่สิบเอ็ด", 21),
        ("ยี่สิบห้า", 25),
        ("เก้าสิบเก้า", 99),
        ("ร้อย", 100),
        ("หนึ่งร้อย", 100),
        ("ร้อยเอ็ด", 101),
        ("สองร้อยสิบสอง", 212),
        ("เก้าร้อยเก้าสิบเก้า", 999),
        ("seventeen", 17),
        ("twentyfive", 25),
        ("hundred", 100),
        ("သုည", 0),
        ("ဆယ်", 10),
        ("ဆယ့်နှစ်", 12),
        ("နှစ်ဆယ့်ငါး", 25),
        ("ခုနှစ်", 7),
        ("တစ်ရာ", 100),
    ],
)
def test_a_number_word_is_its_number(word: str, number: int) -> None:
    assert SPELLINGS[word] == number


def test_no_word_spells_two_numbers() -> None:
    pairs = set(number_words.spellings())
    assert len(pairs) == len({word for word, _ in pairs})


def test_what_nobody_says_is_no_number() -> None:
    assert not {"สองสิบ", "สิบยี่", "ยี่", "เอ็ด", "twentyten"} & SPELLINGS.keys()
