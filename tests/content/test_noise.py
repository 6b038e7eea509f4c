"""Text made worse on purpose: by what it says, and the same every time."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import noise

TEXT = "โรงงานข้างบ้านปล่อยน้ำเสีย ลงคลอง"


@pytest.mark.parametrize("kind", noise.KINDS)
def test_each_kind_changes_the_text_and_is_repeatable(kind):
    once = noise.KINDS[kind](TEXT, Random(1))
    assert once != TEXT
    assert noise.KINDS[kind](TEXT, Random(1)) == once


@pytest.mark.parametrize("kind", noise.KINDS)
@given(text=st.text(max_size=40), seed=st.integers(0, 99))
def test_any_text_can_be_spoilt(kind, text, seed):
    assert isinstance(noise.KINDS[kind](text, Random(seed)), str)


def test_what_is_left_out_is_left_out():
    assert "้" not in noise.no_tones(TEXT, Random(1))
    assert " " not in noise.no_spaces(TEXT, Random(1))
    assert noise.no_spaces("two words", Random(1)) == "two words"
