"""Office hours: when somebody is there, and by when an answer can be expected."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import messages, office
from content.dates import BANGKOK
from content.office import Office, read, read_holidays, read_hours

WEEK = "Mon-Fri 08:30-12:00 13:00-16:30"
# The king's birthday of 2026 is a Saturday, its day off a Monday.
OFF = "2026-12-07"
FOUR = timedelta(hours=4)


def at(text: str) -> datetime:
    """A moment in Bangkok: `2026-11-24 10:00`, a Tuesday."""
    return datetime.fromisoformat(f"{text}+07:00").astimezone(BANGKOK)


def town() -> Office:
    found = read(WEEK, OFF)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-24 08:29", False),
        ("2026-11-24 08:30", True),
        ("2026-11-24 11:59", True),
        ("2026-11-24 12:00", False),
        ("2026-11-24 13:00", True),
        ("2026-11-24 16:30", False),
        ("2026-11-28 10:00", False),  # a Saturday
        ("2026-12-07 10:00", False),  # a holiday
    ],
)
def test_an_office_is_open_in_its_hours_and_on_no_holiday(moment, is_open):
    assert town().is_open(at(moment)) == is_open


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-24 07:00", "2026-11-24 08:30"),
        ("2026-11-24 12:10", "2026-11-24 13:00"),
        ("2026-11-24 10:00", "2026-11-24 10:00"),
        ("2026-11-24 20:00", "2026-11-25 08:30"),
        ("2026-12-04 17:00", "2026-12-08 08:30"),  # weekend, then the holiday
    ],
)
def test_the_next_opening_leaves_out_nights_weekends_and_holidays(moment, opens):
    assert town().next_opening(at(moment)) == at(opens)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-11-24 08:30", "2026-11-24 13:30"),  # lunch does not count
        ("2026-11-24 10:00", "2026-11-24 15:00"),
        ("2026-11-24 10:07", "2026-11-24 15:30"),
        ("2026-11-24 11:30", "2026-11-24 16:30"),
        ("2026-11-24 15:00", "2026-11-25 11:00"),
        ("2026-11-28 02:00", "2026-11-30 13:30"),
        ("2026-12-04 16:00", "2026-12-08 12:00"),
    ],
)
def test_an_answer_is_expected_after_four_hours_of_office_time(moment, expected):
    assert town().expected_by(at(moment), FOUR) == at(expected)


def test_a_promise_does_not_go_beyond_closing():
    odd = read("Tue 08:00-11:45")
    assert odd.expected_by(at("2026-11-24 08:35"), timedelta(hours=3)) == at(
        "2026-11-24 11:45"
    )


def test_the_moment_may_be_told_in_any_zone():
    moment = datetime(2026, 11, 24, 3, 7, tzinfo=UTC)
    assert town().expected_by(moment, FOUR) == at("2026-11-24 15:30")
    assert town().is_open(moment)


MINUTES = st.integers(0, 1440)
DAYS = st.lists(st.tuples(MINUTES, MINUTES), max_size=3)


@st.composite
def offices(draw) -> Office:
    """Any week that is open at some time, with any holidays."""
    week = []
    for _ in range(7):
        marks = sorted({minute for hours in draw(DAYS) for minute in hours})
        marks = marks[: len(marks) // 2 * 2]
        week.append(
            tuple(
                (timedelta(minutes=a), timedelta(minutes=b))
                for a, b in zip(marks[::2], marks[1::2], strict=True)
            )
        )
    if not any(week):
        week[2] = ((timedelta(hours=9), timedelta(hours=10)),)
    off = st.dates(date(2026, 1, 1), date(2026, 3, 1))
    return Office(tuple(week), frozenset(draw(st.sets(off, max_size=20))))


MOMENTS = st.integers(0, 31 * 24 * 60).map(
    lambda minutes: at("2026-01-01 00:00") + timedelta(minutes=minutes)
)


def open_minutes(one: Office, begin: datetime, end: datetime) -> int:
    """Counted the slow way."""
    minutes = int((end - begin).total_seconds() // 60)
    return sum(one.is_open(begin + timedelta(minutes=n)) for n in range(minutes))


@given(offices(), MOMENTS)
def test_the_next_opening_is_open_and_nothing_before_it_is(one, moment):
    opens = one.next_opening(moment)
    assert opens >= moment
    assert one.is_open(opens)
    assert not any(
        one.is_open(moment + (opens - moment) * part / 7)
        for part in range(7)
        if opens > moment
    )


@given(offices(), MOMENTS, st.integers(1, 300))
def test_what_is_expected_leaves_the_office_its_time_and_little_more(
    one, moment, minutes
):
    by = one.expected_by(moment, timedelta(minutes=minutes))
    if by - moment > timedelta(days=20):
        return  # counting so many minutes one by one takes too long
    told = open_minutes(one, moment, by)
    assert minutes <= told < minutes + office.STEP.total_seconds() / 60
    assert one.is_open(by - timedelta(minutes=1))


@given(offices(), MOMENTS, st.integers(0, 600), st.integers(1, 300))
def test_who_writes_later_is_not_answered_earlier(one, moment, later, minutes):
    within = timedelta(minutes=minutes)
    after = one.expected_by(moment + timedelta(minutes=later), within)
    assert one.expected_by(moment, within) <= after


def test_a_week_may_go_round_its_end_and_hold_several_entries():
    week = read_hours("sat-mon 09:00-12:00,  WED 08:00-24:00")
    assert [bool(day) for day in week] == [True, False, True, False, False, True, True]
    assert week[2][0][1] == timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("always", "'always' is not written like Mon-Fri 08:30-16:30"),
        ("Mon-Fri", "'Mon-Fri' is not written like"),
        ("Monday 08:30-16:30", "'monday' is no day"),
        ("Mon 08:30-25:00", "08:30-25:00 is no time of a day"),
        ("Mon 08:60-12:00", "08:60-12:00 is no time of a day"),
        ("Mon 16:30-08:30", "16:30-08:30 ends before it begins"),
        ("Mon-Wed 08:30-12:00, Tue 11:00-13:00", "the hours of Tue overlap"),
        ("Mon 08:30-16:30,", "'' is not written like"),
    ],
)
def test_hours_that_cannot_be_read_are_refused_with_the_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        read_hours(text)


def test_holidays_are_a_list_or_a_file(tmp_path):
    both = {date(2026, 12, 31), date(2027, 1, 1)}
    assert read_holidays("2026-12-31, 2027-1-1") == both
    file = tmp_path / "holidays.txt"
    file.write_text("# วันหยุด\n2026-12-31  # สิ้นปี\n\n2027-01-01\n", encoding="utf-8")
    assert read_holidays(str(file)) == both
    assert read_holidays("") == frozenset()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2569-12-31", "2569-12-31: write the year as 2026"),
        ("2026-02-30", "2026-02-30 is not in the calendar"),
        ("2026-12-31, tomorrow", "is neither dates like 2026-12-31 nor a file"),
    ],
)
def test_holidays_that_cannot_be_read_are_refused_with_the_reason(text, reason):
    with pytest.raises(ValueError, match=reason):
        read_holidays(text)


def test_a_file_of_holidays_tells_the_line_that_is_wrong(tmp_path):
    file = tmp_path / "holidays.txt"
    file.write_text("2026-12-31\n31/12/2026\n", encoding="utf-8")
    with pytest.raises(
        ValueError, match=r"holidays\.txt:2: '31/12/2026' is not a date"
    ):
        read_holidays(str(file))


def test_without_hours_there_is_no_office_to_promise_for():
    assert read("", OFF) is None


@pytest.mark.parametrize(
    ("moment", "language", "said"),
    [
        ("2026-11-24 15:30", "th", "วันนี้ก่อน 15:30 น."),
        ("2026-11-25 09:00", "th", "พรุ่งนี้ก่อน 09:00 น."),
        ("2026-11-30 09:00", "th", "วันจันทร์ที่ 30 พ.ย. 2569 ก่อน 09:00 น."),
        ("2026-11-24 15:30", "en", "today before 15:30"),
        ("2026-11-25 09:00", "en", "tomorrow before 09:00"),
        ("2026-11-30 09:00", "en", "Monday 30 Nov 2026 before 09:00"),
        ("2026-11-24 15:30", "my", "ဒီနေ့ 15:30 မတိုင်ခင်"),
        ("2026-11-30 09:00", "my", "တနင်္လာနေ့ (30 Nov 2026) 09:00 မတိုင်ခင်"),
    ],
)
def test_the_moment_is_said_as_people_say_it(moment, language, said):
    now = at("2026-11-24 10:00")
    assert office.say_by(messages.load(), at(moment), now, language) == said


def test_midnight_is_bangkoks_when_today_is_said():
    # Still Tuesday in London.
    now = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    said = office.say_at(messages.load(), at("2026-11-25 08:30"), now, "th")
    assert said == "วันนี้ 08:30 น."
