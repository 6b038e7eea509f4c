"""The wave that is measured goes the whole way, and says where it stopped."""

import asyncio

import pytest

from tests.benchmarks import answering, databases


def test_every_answer_of_the_wave_is_kept_and_its_time_is_told():
    with databases.fresh("sqlite") as database:
        run = asyncio.run(answering._through(database, 7))
    assert run.answers == 7 * len(answering.ANSWERS)
    assert run.seconds > 0
    assert run.opening_s > 0


def test_a_wave_whose_replies_do_not_go_out_says_what_became_of_them(monkeypatch):
    async def nowhere(channel, parcel):
        """It was taken, and nobody counts it."""

    monkeypatch.setattr(answering, "PATIENCE_S", 0.2)
    monkeypatch.setattr(answering.Counting, "send", nowhere)
    stopped = r"^0 of 3 went out; owed:"
    with (
        databases.fresh("sqlite") as database,
        pytest.raises(AssertionError, match=stopped),
    ):
        asyncio.run(answering._through(database, 3))
