"""Outcomes are written down together, and each comes to its own."""

import pytest
from sqlalchemy import event

from api.store import calls
from bot import sender as sender_module
from tests.bot.handling import GONE
from tests.bot.sending import Post, channel

MANY = 12


@pytest.fixture
def post(database, clock):
    return Post(database, channel("telegram"), clock)


@pytest.fixture
def owed(post):
    return [post.owe(post.meet(str(number))) for number in range(MANY)]


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch):
    monkeypatch.setattr(sender_module, "RECORD_AGAIN_S", (0.0, 0.0, 0.0))


def test_a_fault_that_passes_leaves_no_call_unknown(post, owed, monkeypatch):
    real, faults = calls.arrived, [GONE, GONE]

    def arrived(*given):
        if faults:
            raise faults.pop()
        return real(*given)

    monkeypatch.setattr(calls, "arrived", arrived)
    post.send()
    assert faults == []
    assert post.fates() == {("sent", None): MANY}


def test_an_outcome_that_cannot_be_recorded_takes_no_other_with_it(
    post, owed, monkeypatch
):
    real, odd = calls.arrived, []

    def arrived(session, batch_ids, now):
        odd.append(batch_ids[0]) if not odd else None
        if odd[0] in batch_ids:
            raise KeyError("odd")
        return real(session, batch_ids, now)

    monkeypatch.setattr(calls, "arrived", arrived)
    post.send()
    assert post.fates()["sent", None] == MANY - 1


def test_calls_are_leased_and_recorded_in_few_transactions(post, owed):
    commits = []

    def note(connection):
        commits.append(connection.get_execution_options().get("ecotown_write"))

    event.listen(post.database.engine, "commit", note)
    post.send()
    event.remove(post.database.engine, "commit", note)
    assert post.fates() == {("sent", None): MANY}
    # One by one they would be two for each call, besides the looking.
    assert 2 <= sum(map(bool, commits)) <= MANY
