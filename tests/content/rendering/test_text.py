"""Tests of content.rendering.text."""

import itertools

import pytest
import regex
from hypothesis import assume, given
from hypothesis import strategies as st

from content.rendering.text import (
    LONGEST_CLUSTER,
    blank,
    clean,
    graphemes,
    one_line,
    shorten,
    split,
    utf8,
    utf16,
)
from tests.content.rendering import sayings


@pytest.mark.parametrize(
    ("text", "units", "letters", "size"),
    [
        ("", 0, 0, 0),
        ("น้ำ", 3, 1, 9),
        ("ที่นี่", 6, 2, 18),
        ("🙂", 2, 1, 4),
        ("👨‍👩‍👧‍👦", 11, 1, 25),
        ("abc", 3, 3, 3),
    ],
)
def test_a_text_is_counted_the_way_each_platform_counts(text, units, letters, size):
    assert (utf16(text), graphemes(text), utf8(text)) == (units, letters, size)


@given(st.text(st.characters(codec=None), max_size=200))
def test_utf16_units_are_those_of_the_encoding(text):
    assert utf16(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(sayings.texts, st.integers(30, 400))
def test_no_piece_is_too_long_or_blank_and_nothing_but_blanks_is_lost(text, limit):
    pieces = list(split(text, limit))

    assert all(utf16(piece) <= limit for piece in pieces)
    assert not any(blank(piece) for piece in pieces)
    assert _seen("".join(pieces)) == _seen(text)


@given(sayings.texts, st.integers(30, 400))
def test_a_cut_never_falls_into_a_letter(text, limit):
    letters = regex.findall(r"\X", text)
    # A heap of marks that nobody can read is cut where it must be.
    assume(all(len(each) <= LONGEST_CLUSTER for each in letters))
    bounds = {0, *itertools.accumulate(map(len, letters))}
    start = 0
    for piece in split(text, limit):
        start = text.index(piece, start)
        assert start in bounds
        start += len(piece)
        assert start in bounds


def test_a_text_is_cut_at_its_paragraphs_first():
    first, second = "ก" * 60 + "\n" + "ข" * 10, "ค" * 60

    assert list(split(f"{first}\n\n{second}", 100)) == [first, second]


def test_without_paragraphs_a_text_is_cut_at_a_line_and_then_at_a_space():
    first, second = "ก" * 60, "ค" * 60

    assert list(split(f"{first} ข\n{second}", 100)) == [f"{first} ข", second]
    assert list(split(f"{first} {second}", 100)) == [first, second]


def test_a_long_text_does_not_leave_a_crumb_at_a_first_short_line():
    pieces = list(split("เรียน\n\n" + "ก" * 150, 100))

    assert [len(piece) for piece in pieces] == [100, 57]


def test_thai_without_spaces_is_cut_between_letters():
    assert list(split("น้ำ" * 5, 7)) == ["น้ำน้ำ", "น้ำน้ำ", "น้ำ"]


def test_a_letter_larger_than_a_message_is_cut_all_the_same():
    pieces = list(split("ก" + "้" * 500, 100))

    assert max(map(utf16, pieces)) <= 100
    assert sum(map(len, pieces)) == 501


def test_a_short_label_stays_as_it_is_and_a_long_one_ends_in_an_ellipsis():
    assert shorten("เห็นด้วย", 20) == "เห็นด้วย"
    assert shorten("น้ำท่วมบ่อยมาก", 8) == "น้ำท่วม…"
    assert shorten("น้ำท่วมบ่อยมาก", 4, graphemes) == "น้ำท่ว…"


@given(sayings.texts, st.integers(3, 60), st.sampled_from([utf16, graphemes, utf8]))
def test_a_shortened_text_is_within_its_limit_and_begins_like_the_text(
    text, limit, measure
):
    shortened = shorten(text, limit, measure)

    assert measure(shortened) <= limit
    assert shortened == text or text.startswith(shortened.removesuffix("…"))


def test_what_no_platform_takes_is_cleaned_away():
    assert clean(" ก\x00ข\r\nค\rง\x1b\ud83d ") == "กข\nค\nง\ufffd"
    assert one_line(" โทร\n  199\t") == "โทร 199"


@given(st.text(st.characters(codec=None), max_size=50))
def test_a_cleaned_text_can_always_be_sent(text):
    clean(text).encode("utf-8")


@pytest.mark.parametrize("text", ["", " \n", "\u200b\ufeff", "\u3000"])
def test_a_text_with_nothing_to_see_is_blank(text):
    assert blank(text)
    assert not blank(text + "ก")


def _seen(text):
    return [c for c in text if c not in " \n\t" and not blank(c)]
