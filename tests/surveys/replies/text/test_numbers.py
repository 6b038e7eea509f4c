"""Numbers in Thai words, as people write them."""

import pytest

from surveys import number_words
from surveys.replies.text import numbers


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
    thai = {word: n for word, n in number_words.spellings() if "ก" <= word[0] <= "๛"}
    assert all(numbers.thai_amount(w, 0) == (n, len(w)) for w, n in thai.items())


def test_what_is_no_number_starts_none() -> None:
    assert numbers.thai_amount("ปี", 0) is None
