"""What is masked before a text is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.personal import LEAST_DIGITS, MASK, mask

THAI = st.text(alphabet="กขคงจ ะาิีุู่้บ้านน้ำเสียเหม็น", max_size=20)
SEPARATORS = st.sampled_from(["", "", "", " ", "-", " - ", ".", "\u200b"])


@pytest.mark.parametrize(
    "text",
    [
        "เลขบัตร 1103702071811 ค่ะ",
        "บัตร 1-1037-02071-81-1",
        "บัตร 1 1037 02071 81 1",
        "โทร 0812345678",
        "โทร081-234-5678นะ",
        "โทร ๐๘๑-๒๓๔-๕๖๗๘",
        "+66 81 234 5678",
        "(02) 298 2000",
        "บัญชี 123-4-56789-0",
        "somchai.k@example.co.th",
        "U0123456789abcdef0123456789abcdef",
        "ไลน์ไอดี somchai_99",
        "line id: @somchai",
    ],
)
def test_what_names_a_person_is_masked(text):
    masked = mask(text)
    assert MASK in masked
    assert not any(c.isdigit() for c in masked)
    assert "somchai" not in masked


@pytest.mark.parametrize(
    "text",
    [
        "โทร 191 199 1669 หรือ 1784",
        "1669-1784-1650",
        "แผนปี 2561-2565 ถึง 2570",
        "วันที่ 16/11/2564",
        "16-11-2564 2021-11-16",
        "มี 53,821 คน ค่า PM2.5 37.5",
        "รหัสไปรษณีย์ 74130",
        "5 มิติ 20 ด้าน 41 ตัวชี้วัด",
        "ส่งที่ @traffyfondue",
    ],
)
def test_emergency_numbers_years_and_figures_stay(text):
    assert mask(text) == text


def test_only_the_number_goes_and_the_words_stay():
    assert mask("น้ำเสีย โทรกลับ 081-234-5678 ด้วยนะ") == f"น้ำเสีย โทรกลับ {MASK} ด้วยนะ"


@given(THAI, THAI, st.lists(st.tuples(st.sampled_from("023456789"), SEPARATORS),
                            min_size=LEAST_DIGITS, max_size=16))  # fmt: skip
def test_no_digit_of_a_long_number_is_left(before, after, digits):
    number = "".join(digit + separator for digit, separator in digits)
    masked = mask(f"{before}0{number}{after}")
    assert not any(c.isdigit() for c in masked)


@given(st.text())
def test_masking_twice_changes_nothing_more(text):
    once = mask(text)
    assert mask(once) == once


@given(THAI, st.integers(100, 9999), THAI)
def test_a_short_number_stays(before, number, after):
    text = f"{before}{number}{after}"
    assert mask(text) == text
