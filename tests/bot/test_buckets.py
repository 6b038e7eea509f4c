"""How fast one sender may send."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import buckets
from bot.buckets import Buckets


def test_a_minutes_worth_may_come_at_once_and_then_one_has_to_wait():
    held = Buckets(20)
    assert [held.take("a", 0.0) for _ in range(20)] == [0.0] * 20
    assert held.take("a", 0.0) == 3.0  # one every three seconds


def test_waiting_as_long_as_told_is_enough():
    held = Buckets(20)
    for _ in range(20):
        held.take("a", 0.0)
    wait = held.take("a", 0.0)
    assert held.take("a", wait) == 0.0
    assert held.take("a", wait) > 0.0


def test_one_senders_haste_costs_another_nothing():
    held = Buckets(1)
    held.take("a", 0.0)
    assert held.take("b", 0.0) == 0.0


def test_memory_is_bounded_and_forgets_who_was_heard_longest_ago(monkeypatch):
    monkeypatch.setattr(buckets, "MOST_SENDERS", 2)
    held = Buckets(1)
    for sender in ("a", "b", "c"):
        held.take(sender, 0.0)
    assert held.take("c", 0.0) > 0.0
    assert held.take("a", 0.0) == 0.0


@given(st.lists(st.floats(0, 30), max_size=200))
def test_nobody_gets_more_than_a_minutes_worth_and_what_the_clock_gave(gaps):
    held, now, passed = Buckets(20), 0.0, 0
    for gap in gaps:
        now += gap
        passed += held.take("a", now) == 0.0
    assert passed <= 20 + now * 20 / 60 + 1e-6


def test_some_take_more_at_once_and_what_was_not_used_comes_back():
    held = Buckets(100, within_s=3600)
    assert held.take("noi", 0.0, 60) == 0.0
    assert held.take("noi", 0.0, 60) == pytest.approx(20 * 36)
    held.give_back("noi", 60)
    held.give_back("lek", 60)
    assert held.take("noi", 0.0, 100) == 0.0
    held.give_back("noi", 500)
    assert held.take("noi", 0.0, 100) == 0.0
    assert held.take("noi", 0.0, 1) == pytest.approx(36)
