"""When a survey may come to somebody, how often, and who is drawn."""

import itertools
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys import contact
from surveys.contact import BANGKOK, Pressure, Taken

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)  # 12:00 in Bangkok
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=800)).map(NOON.__add__)
PEOPLE = st.sets(st.uuids(), min_size=1, max_size=40)


def at(hour, minute=0, second=0):
    return datetime(2026, 11, 24, hour, minute, second, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    ("moment", "may"),
    [
        (at(8, 59, 59), False),
        (at(9), True),
        (at(19, 59, 59), True),
        (at(20), False),
        (at(0), False),
        (datetime(2026, 11, 24, 2, 0, tzinfo=UTC), True),
        (datetime(2026, 11, 24, 13, 0, tzinfo=UTC), False),
    ],
)
def test_people_are_written_to_from_nine_to_eight_in_bangkok(moment, may):
    assert contact.may_write(moment) is may


def test_what_is_too_early_waits_for_the_morning_and_what_is_late_for_the_next():
    assert contact.next_hour(at(3)) == at(9)
    assert contact.next_hour(at(20)) == at(9) + timedelta(days=1)
    assert contact.next_hour(at(12, 5)) == at(12, 5)


@given(MOMENTS)
def test_the_next_hour_is_one_to_write_at_and_none_such_lies_before_it(now):
    then = contact.next_hour(now)
    assert contact.may_write(then)
    assert timedelta(0) <= then - now <= timedelta(hours=13)
    assert then == now or not contact.may_write(then - timedelta(microseconds=1))


def days_ago(days, key="canal", **options):
    return Taken(key, NOON - timedelta(days=days), **options)


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ([], None),
        ([days_ago(29.99, "other")], Pressure.LATELY),
        ([days_ago(30, "other")], None),
        ([days_ago(89.99)], Pressure.SAME_SURVEY),
        ([days_ago(90)], None),
        ([days_ago(10, invited=False)], Pressure.SAME_SURVEY),
        ([days_ago(10, "other", invited=False)], None),
        ([days_ago(each) for each in (91, 182, 273, 364)], Pressure.OFTEN_ENOUGH),
        ([days_ago(each) for each in (91, 182, 273, 365)], None),
        ([days_ago(each, "other") for each in (91, 182, 273, 364)], None),
    ],
)
def test_who_was_asked_lately_or_often_is_left_alone(history, why):
    assert contact.pressure(history, "canal", NOON) is why


@given(st.lists(st.floats(0, 900), max_size=12))
def test_whoever_is_let_through_was_never_asked_more_than_the_limits_say(days):
    """Ask one person whenever they may be asked: the limits hold in every year."""
    asked: list[datetime] = []
    now = NOON
    for step in days:
        now += timedelta(days=step / 10)
        if contact.pressure([Taken("canal", each) for each in asked], "canal", now):
            continue
        asked.append(now)
    gaps = [later - before for before, later in itertools.pairwise(asked)]
    assert all(gap >= timedelta(days=90) for gap in gaps)
    for each in asked:
        assert sum(timedelta(0) <= other - each < contact.YEAR for other in asked) <= 4


def test_reminders_are_due_after_two_days_and_after_five():
    assert contact.remind_at(at(10), 0, None) == at(10) + timedelta(hours=48)
    first = at(10) + timedelta(hours=48)
    assert contact.remind_at(at(10), 1, first) == at(10) + timedelta(hours=120)


def test_a_late_first_reminder_puts_the_second_off():
    late = at(11) + timedelta(hours=118)
    assert contact.remind_at(at(10), 1, late) == late + timedelta(hours=72)


def test_there_is_no_third_reminder():
    assert contact.remind_at(at(10), 2, at(12)) is None


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_reminders_are_never_early_never_at_night_and_never_close_together(sent, late):
    first = contact.remind_at(sent, 0, None)
    assert first is not None
    assert first - sent >= timedelta(hours=48)
    second = contact.remind_at(sent, 1, first + late)
    assert second is not None
    assert second - sent >= timedelta(hours=120)
    assert second - (first + late) >= timedelta(hours=72)
    assert contact.may_write(first)
    assert contact.may_write(second)


@given(PEOPLE, st.integers(0, 50), st.text(max_size=8))
def test_the_same_seed_draws_the_same_people_in_whatever_order_they_come(
    people, count, seed
):
    listed = sorted(people)
    drawn = contact.drawn(listed, count, seed)
    assert drawn == contact.drawn(reversed(listed), count, seed)
    assert len(set(drawn)) == len(drawn) == min(count, len(people))


@given(PEOPLE, st.integers(0, 20), st.integers(0, 20))
def test_a_larger_lot_has_the_same_people_in_it_and_more(people, count, more):
    small = contact.drawn(people, count, "s")
    assert contact.drawn(people, count + more, "s")[:count] == small


def test_everybody_is_drawn_about_as_often_as_everybody_else():
    people = [UUID(int=number) for number in range(10)]
    often = dict.fromkeys(people, 0)
    for seed in range(3000):
        for each in contact.drawn(people, 3, str(seed)):
            often[each] += 1
    # 900 each on average; the standard deviation is 25.
    assert all(800 < count < 1000 for count in often.values())
