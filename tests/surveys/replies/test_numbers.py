"""Numbers as people write them."""

import pytest

from surveys import number_words, plain_text
from surveys.replies.text import numbers

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


def test_the_digits_of_any_script_become_ascii() -> None:
    assert plain_text.ascii_digits("๑๒ ၃၄ ٥ 6 ปี ²") == "12 34 5 6 ปี ²"


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("นึง", 1),
        ("พันนึง", 1000),
        ("สองหมื่น", 20_000),
        ("หมื่นห้า", 15_000),
        ("สองหมื่นห้าพัน", 25_000),
        ("แสนสอง", 120_000),
        ("สองล้าน", 2_000_000),
        ("ร้อยห้าสิบ", 150),
        ("สองสาม", None),
        ("สองสิบ", None),
        ("สิบยี่", None),
    ],
)
def test_an_amount_in_thai_words_is_read_or_known_to_be_none(
    word: str, number: int | None
) -> None:
    assert numbers.thai_amount(word, 0) == (number, len(word))


def test_every_spelling_in_thai_is_read_as_it_is_spelled() -> None:
    thai = {word: n for word, n in SPELLINGS.items() if "ก" <= word[0] <= "๛"}
    assert all(numbers.thai_amount(w, 0) == (n, len(w)) for w, n in thai.items())


def test_what_is_no_number_starts_none() -> None:
    assert numbers.thai_amount("ปี", 0) is None
