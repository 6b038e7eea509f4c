"""A value is drawn on its own axis and shown with a warning where it is unsure."""

from surveys import record_words
from surveys.record import Interval
from tests.surveys.evidence import making


def interval(low, high):
    return Interval(
        low=low, high=high, level_pct=95, method="t", modelled=True,
        label=record_words.MODELLED,
    )  # fmt: skip


def figure(hits=300, n=400, **other):
    return making.figure("ET-S1", "ตัวชี้วัด", "Indicator", hits, n, **other)


def test_percent_is_drawn_from_nought_to_a_hundred():
    assert figure().reach == (0.0, 100.0)


def test_a_mean_of_a_five_point_scale_is_drawn_from_one_to_five():
    assert making.figures()[3].reach == (1.0, 5.0)


def test_days_are_drawn_from_nought_to_the_next_whole_day():
    days = figure(kind="service", unit="days", value=3.4, interval=interval(2.9, 4.2))
    assert days.reach == (0.0, 5.0)


def test_few_answers_a_wide_interval_or_a_rare_answer_call_for_care():
    assert not figure(300, 400).careful
    assert figure(40, 50).careful
    assert figure(3, 200).careful


def test_a_weighted_value_is_judged_by_its_effective_size():
    weighted = making.figures()[0]
    assert weighted.n_eff == 312.4
    assert not weighted.careful


def test_what_cannot_be_told_has_no_value_and_a_reason():
    few = making.figures()[2]
    assert (few.value, few.low, few.high, few.careful) == (None, None, None, False)
