"""A cell is never a formula, whatever a resident typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import cells

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x")', "+1", "-2+3", "@SUM(A1)", "\t=1", "\n=1", "＝1"]
)
def test_a_text_that_looks_like_a_formula_is_quoted(text):
    assert cells.safe(text) == "'" + text


@pytest.mark.parametrize("value", ["น้ำเสีย", "1-2", "", 5, -5, 1.5, None, True])
def test_everything_else_stays_as_it_is(value):
    assert cells.safe(value) == value


@given(st.text())
def test_no_text_begins_a_formula_or_breaks_a_workbook(text):
    found = cells.safe(text)
    assert not found.startswith(STARTS)
    assert not any(ord(each) < 0x20 and each not in "\t\n\r" for each in found)
