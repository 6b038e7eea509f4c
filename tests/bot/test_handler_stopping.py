"""Told to stop, a handler keeps nothing to itself: whoever comes next goes on."""

import pytest

from api.store import events
from api.store.models import Answer, Delivery, Lane
from api.store.words import DeliveryKind
from tests.bot.handling import GONE, count, none_waits, rows
from tests.bot.together import HANDLED, MANY, answer_of, fate
from tests.bot.together import fails_at as fails_at
from tests.bot.together import make as make
from tests.bot.together import no_hurry as no_hurry
from tests.bot.together import residents as residents
from tests.bot.together import say as say
from tests.bot.together import town as town

pytestmark = pytest.mark.usefixtures("no_hurry")


@pytest.fixture
def stop(town):
    return town.handler._stopping.set


@pytest.fixture
def work(town):
    """All that waits, in one share, until it is done or told to stop."""
    return lambda: town.handler.work(town.handler.waiting())


def test_lanes_held_but_not_begun_are_left_to_whoever_comes_next(
    database, town, residents, say, fails_at, work, stop, make
):
    # Two of one lane are not handled together with others: their turn comes later.
    noi, *others = residents
    say({noi: "เคย"}, message_id="first")
    say(dict.fromkeys(others, "เคย"))
    say({noi: "4"}, message_id="second")
    fails_at(1, do=stop)
    work()
    assert rows(database, Lane) == []
    # No lease has to lapse: the clock stands still.
    make().drain()
    assert none_waits(database)()
    assert answer_of(database, noi)["met"] == "a"
    assert [fate(database, each) for each in residents[1:]] == [HANDLED] * (MANY - 1)


@pytest.mark.parametrize("error", [RuntimeError, GONE])
def test_lanes_that_failed_together_are_left_to_whoever_comes_next(
    database, town, residents, say, fails_at, work, stop, make, error
):
    fails_at(2, error=error, do=stop)
    say(dict.fromkeys(residents, "เคย"))
    work()
    assert rows(database, Lane) == []
    make().drain()
    assert [answer_of(database, each) for each in residents] == [{"met": "a"}] * MANY
    assert (none_waits(database)(), count(database, Answer)) == (True, MANY)
    assert count(database, Delivery, Delivery.kind == DeliveryKind.APOLOGY) == 0


def test_what_cannot_be_let_go_of_lapses(
    database, clock, town, residents, say, fails_at, work, stop, make, monkeypatch
):
    def gone(*_):
        raise GONE

    # In the batch nothing is let go of when all of it fails.
    monkeypatch.setattr(events, "let_all_go", gone)
    fails_at(1, error=GONE, do=stop)
    say(dict.fromkeys(residents, "เคย"))
    work()
    monkeypatch.undo()
    make().drain()
    assert count(database, Answer) == 0
    clock.forward(seconds=61)
    make().drain()
    assert count(database, Answer) == MANY


def test_whoever_dies_lets_go_of_nothing(
    database, town, residents, say, fails_at, work, stop
):
    # What it held tells the next one that it may have died of what waits there.
    fails_at(2, error=KeyboardInterrupt, do=stop)
    say(dict.fromkeys(residents, "เคย"))
    with pytest.raises(KeyboardInterrupt):
        work()
    assert len(rows(database, Lane)) == MANY
