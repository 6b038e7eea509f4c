"""The one form in which what is typed is compared, and the one in which it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import plain_text


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        (" Very  SATISFIED! ", "verysatisfied"),
        ("don’t know", "dontknow"),
        ("ข้อ ๓.", "ข้อ3"),
        ("1 3", "1 3"),
        ("1 , 3", "1 3"),
        ("1,3", "1,3"),
        ("3.5", "3.5"),
        ("10 – 12", "10-12"),
        ("-3", "-3"),
        ("กลิ่น-เสียง", "กลิ่นเสียง"),
        ("กลิ่น + เสียง", "กลิ่นเสียง"),
        ("3+", "3+"),
        ("3?", "3?"),
        ("③", "3"),
        ("พอใจมาก ๆ", "พอใจมาก"),
        ("มากกกก", "มาก"),
        ("เเย่", "แย่"),
        ("၁ဝ", "10"),
        ("ဝ", "ဝ"),
    ],
)
def test_a_reply_is_compared_in_its_plain_form(typed: str, form: str) -> None:
    assert plain_text.plain(typed) == form


def test_the_two_ways_to_type_nam_are_one() -> None:
    assert plain_text.plain("น้ำ") == plain_text.plain("นํ้า") == plain_text.plain("น ้ำ")


@given(st.text())
def test_what_is_plain_stays_as_it_is_when_only_spaces_are_added_round_it(
    text: str,
) -> None:
    assert plain_text.plain(f" \n{text}\u200b ") == plain_text.plain(text)


def test_the_digits_of_any_script_become_ascii() -> None:
    assert plain_text.ascii_digits("๑๒ ၃၄ ٥ 6 ปี ²") == "12 34 5 6 ปี ²"


def test_free_text_loses_only_what_nobody_sees() -> None:
    assert plain_text.kept("  ก\x00ข\r\nค\ud800 ") == "กข\nค"


def test_of_free_text_only_so_much_is_kept() -> None:
    assert plain_text.kept("ก" * 1001) == "ก" * plain_text.MAX_KEPT
    assert plain_text.kept("ก" * 999 + " ข") == "ก" * 999
