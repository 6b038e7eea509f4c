"""Nobody's answer follows from what the town tells, whatever is put together."""

import pytest

from tests.api import attacked, attacker
from tests.api.attacker import Meaning

WAVES = 3


@pytest.mark.parametrize("seed", [1, 2])
def test_no_answer_of_a_few_is_worked_out_from_what_was_released(seed):
    found = attacked.attack(WAVES, seed)
    assert found.exposed == 0
    assert found.released > WAVES * 2
    assert found.refused > 0
    assert found.secrets > 0
    assert found.tables > 0


def value(code, n, share):
    return {
        "code": code, "edition": "1", "n": n, "value": share, "reasons": {},
        "interval": None,
    }  # fmt: skip


def test_the_attacker_finds_what_two_cuts_leave_between_them():
    meanings = {
        ("A", "1"): Meaning((4, 5), some=False),
        ("B", "1"): Meaning((5,), some=False),
    }
    truth = {(2, "out"): 57, (4, "out"): 3, (5, "out"): 40}
    told = [value("A", 100, 43.0), value("B", 100, 40.0)]
    (found,) = attacker.exposed(told, meanings, truth)
    assert found == (((4,), ("in", "out")), 3)
    assert attacker.exposed(told[:1], meanings, truth) == []


def test_the_attacker_puts_a_table_and_a_cut_together():
    meanings = {("A", "1"): Meaning((4, 5), some=False)}
    truth = {(2, "out"): 57, (4, "out"): 3, (5, "out"): 40}
    rows = [
        {"key": str(point), "n": n, "few": few}
        for point, n, few in (
            (1, 0, False), (2, None, False), (3, 0, False), (4, None, True),
            (5, 40, False),
        )
    ]  # fmt: skip
    table = {"n": 100, "rows": rows}
    told = [value("A", 100, 43.0)]
    assert attacker.exposed([], meanings, truth, tables=[table]) == []
    found = attacker.exposed(told, meanings, truth, tables=[table])
    assert (((4,), ("in", "out")), 3) in found


def test_without_the_tables_in_the_check_the_attacker_finds_something(monkeypatch):
    monkeypatch.setattr("api.store.exposing._tables", lambda *given: ())
    assert attacked.attack(WAVES, 1).exposed > 0


def test_without_the_check_the_attacker_finds_something(monkeypatch):
    monkeypatch.setattr("api.store.exposing.refuse", lambda *given: None)
    assert attacked.attack(WAVES, 1).exposed > 0
