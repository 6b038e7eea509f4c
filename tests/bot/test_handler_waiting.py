"""Two processes that hold what the other waits for, and go on, would wait for ever."""

import threading

import pytest
import structlog

from api.store.models import Response
from api.store.words import ResponseState, WaveState
from tests.bot.handling import count, none_waits
from tests.bot.together import HANDLED, fate
from tests.bot.together import make as make
from tests.bot.together import no_hurry as no_hurry
from tests.bot.together import say as say
from tests.conftest import KEYS
from tests.journeys.polls import yes_no
from tests.journeys.surveying import Town
from tests.patience import PATIENCE_S

pytestmark = [
    pytest.mark.usefixtures("no_hurry"),
    # On SQLite whoever writes is alone.
    pytest.mark.parametrize("database", ["postgres"], indirect=True),
    pytest.mark.postgres,
]
MET = yes_no("met", "เคยเจอน้ำเสียไหมคะ")
QUOTAS = [{"question": "met", "value": "a", "at_most": 50}]


@pytest.fixture
def waves(database, clock):
    """The residents of two waves with a quota, at the last question."""
    town = Town(database, clock)
    asked = [town.asks(MET, key="w1", quotas=QUOTAS)]
    first = [town.begins() for _ in range(2)]
    # Who comes while both are open is asked the first.
    town.change(asked[0], state=WaveState.CLOSED)
    asked.append(town.asks(MET, key="w2", version=2, quotas=QUOTAS))
    second = [town.begins() for _ in range(2)]
    town.change(asked[0], state=WaveState.OPEN)
    wave_ids = [each.wave_id for each in town.responses()]
    assert wave_ids == [asked[0], asked[0], asked[1], asked[1]]
    return first, second


@pytest.fixture
def works_with(make):
    """Another process; it has the others begin too before it ends its first turn."""
    both = threading.Barrier(2, timeout=PATIENCE_S)

    def working(*residents):
        handler = make()
        lanes = [KEYS.find("lane", r.channel, "town", r.address) for r in residents]
        for lane in lanes:
            handler._lanes.note_survey(lane, True)
        handle, seen = handler._handling.handle, []

        def handling(*given):
            done = handle(*given)
            if not seen:
                both.wait()
            seen.append(done)
            return done

        handler._handling.handle = handling
        return threading.Thread(target=handler.work, args=[lanes])

    return working


def run(*processes):
    with structlog.testing.capture_logs() as logged:
        for each in processes:
            each.start()
        for each in processes:
            each.join()
    return [each["event"] for each in logged]


def test_last_places_of_two_waves_are_given_in_any_order(
    database, waves, say, works_with
):
    (one, other), (two, another) = waves
    residents = [one, two, another, other]
    say(dict.fromkeys(residents, "เคย"))
    logged = run(works_with(one, two), works_with(another, other))
    assert logged == []
    assert [fate(database, each) for each in residents] == [HANDLED] * 4
    complete = Response.state == ResponseState.COMPLETE
    assert (count(database, Response, complete), none_waits(database)()) == (4, True)
