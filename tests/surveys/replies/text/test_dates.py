"""Days as people type them; what may be two days is none."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies.text import dates

TODAY = date(2026, 11, 24)
JANUARY = date(2026, 1, 15)


@pytest.mark.parametrize(
    "typed",
    [
        "15 ม.ค. 2569",
        "15 ม.ค 69",
        "15มค69",
        "๑๕ มกราคม ๒๕๖๙",
        "วันที่ 15 เดือนมกราคม พ.ศ. 2569 ครับ",
        "เมื่อวันที่ 15 มกรา 69",
        "15 มกราคม 2026",
        "15 มกราคม ค.ศ. 2026",
        "15/1/69",
        "15/01/2569",
        "15/1/2026",
        "15-1-69",
        "15.1.69",
        "15 / 1 / 69",
        "15 1 2569",
        "15/1/พ.ศ.2569",
        "1/15/2569",
        "2026-01-15",
        "2569-01-15",
    ],
)
def test_a_day_in_thai_in_many_ways(typed):
    assert dates.read(typed, "th", TODAY) == JANUARY


@pytest.mark.parametrize(
    "typed",
    [
        "15 Jan 2026",
        "January 15, 2026",
        "15th of January 2026",
        "1/15/2026",
        "15/1/2569",
    ],
)
def test_a_day_in_english(typed):
    assert dates.read(typed, "en", TODAY) == JANUARY


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("วันนี้", 0),
        ("วันนี้ค่ะ", 0),
        ("เมื่อวาน", -1),
        ("เมื่อวานนี้ครับ", -1),
        ("เมื่อวานซืน", -2),
        ("พรุ่งนี้", 1),
        ("3 วันก่อน", -3),
        ("เมื่อ ๑๐ วันที่แล้ว", -10),
        ("yesterday", -1),
        ("3 days ago", -3),
        ("ယနေ့", 0),
    ],
)
def test_a_day_seen_from_today(typed, days):
    assert dates.read(typed, "th", TODAY) == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("th", "15/1/26"),  # 2526 or 2026
        ("th", "15/1/12"),
        ("en", "3/4/2026"),  # March or April
        ("en", "15 Jan 69"),  # of which century, and which era?
        ("th", "15 ม.ค."),  # of which year?
        ("th", "ม.ค. 2569"),
        ("th", "1/2569"),
        ("th", "15/169"),
        ("th", "31/2/2569"),
        ("th", "29/2/2569"),
        ("th", "0/0/2569"),
        ("th", "15/1/999"),
        ("th", "15 ม.ค. พ.ศ. 2026"),
        ("th", "วันจันทร์"),
        ("th", "เดือนที่แล้ว"),
        ("th", "เมื่อวานหรือวันนี้"),
        ("th", "15 ม.ค. 2569 ถึง 20 ม.ค. 2569"),
        ("th", "15"),
        ("th", ""),
        ("th", "1" * 500),
    ],
)
def test_what_names_no_day_or_may_name_two_is_none(language, typed):
    assert dates.read(typed, language, TODAY) is None


def test_the_leap_day_of_a_buddhist_year():
    assert dates.read("29 ก.พ. 2567", "th", TODAY) == date(2024, 2, 29)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_every_day_written_out_in_full_is_read_back(day, mark):
    written = mark.join((str(day.day), str(day.month), str(day.year + dates.ERA)))
    assert dates.read(written, "th", TODAY) == day
    assert dates.read(day.isoformat(), "en", TODAY) == day


@given(st.text(max_size=80), st.sampled_from(["th", "en", "my", "xx"]))
def test_nothing_typed_is_too_odd(typed, language):
    found = dates.read(typed, language, TODAY)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize("language", ["th", "en", "my"])
@given(today=st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_the_example_is_itself_understood(language, today):
    example = dates.example(language, today)
    assert dates.read(example, language, today) == date(today.year, 1, 15)
