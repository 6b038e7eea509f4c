"""Answers of many residents in one transaction: each is as if it were alone."""

import pytest
from sqlalchemy import event as sa_event
from sqlalchemy import text
from structlog.testing import capture_logs

from api.store import deliveries, waves
from api.store.models import Answer, Contact, Delivery, Lane
from api.store.words import DeliveryKind, EventState
from bot import handler as handler_module
from bot.turn import Kind
from tests.bot.handling import GONE, count, none_waits, rows
from tests.bot.together import (
    FIRST,
    HANDLED,
    MANY,
    Killed,
    answer_of,
    fate,
    last,
)
from tests.bot.together import fails_at as fails_at
from tests.bot.together import make as make
from tests.bot.together import no_hurry as no_hurry
from tests.bot.together import residents as residents
from tests.bot.together import say as say
from tests.bot.together import town as town
from tests.conftest import KEYS
from tests.journeys.surveying import Town

pytestmark = pytest.mark.usefixtures("no_hurry")


def commits(database, work):
    seen = []

    def note(connection):
        if connection.get_execution_options().get("ecotown_write"):
            seen.append(connection)

    sa_event.listen(database.engine, "commit", note)
    try:
        work()
    finally:
        sa_event.remove(database.engine, "commit", note)
    return len(seen)


def test_many_answers_share_two_transactions_and_each_is_kept_and_replied_to(
    database, town, residents, say
):
    say({each: "เคย" if n % 2 else "ไม่เคย" for n, each in enumerate(residents)})
    lanes = town.handler.waiting()
    # One to begin them, one to handle them.
    assert commits(database, lambda: town.handler.work(lanes)) == 2
    for number, each in enumerate(residents):
        assert fate(database, each) == HANDLED
        assert answer_of(database, each) == {"met": "a" if number % 2 else "b"}
        assert "ข้อ 2" in each.everything()[-1].text
    assert rows(database, Lane) == []


def test_the_sender_is_woken_once_they_are_there(database, town, residents, say):
    owed = []
    before = count(database, Delivery)
    town.handler._on_owed = lambda: owed.append(count(database, Delivery) - before)
    say(dict.fromkeys(residents, "เคย"))
    town.handler.drain()
    assert owed == [MANY]


@pytest.mark.parametrize("number", [1, 3, MANY])
def test_one_that_fails_half_way_takes_no_other_with_it(
    database, town, residents, say, fails_at, number
):
    # Its answer is recorded already when the next question is put into words.
    fails_at(number, error=RuntimeError)
    say(dict.fromkeys(residents, "เคย"))
    town.handler.drain()
    for place, each in enumerate(residents, 1):
        tries = 2 if place == number else 1
        assert fate(database, each) == (EventState.HANDLED, tries, 1)
        assert answer_of(database, each) == {"met": "a"}
    assert count(database, Delivery, Delivery.kind == DeliveryKind.APOLOGY) == 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_one_that_cannot_be_written_takes_no_other_with_it(database, clock, say):
    # The statement that ends a response fails, in its part of the transaction.
    town = Town(database, clock)
    town.asks(FIRST)
    residents = [town.begins() for _ in range(MANY)]
    odd = town.responses()[2].id.hex
    with database.write() as session:
        session.execute(
            text(
                "CREATE TRIGGER odd BEFORE UPDATE ON response "
                f"WHEN NEW.id = '{odd}' BEGIN SELECT RAISE(ABORT, 'odd'); END"
            )
        )
    say(dict.fromkeys(residents, "เคย"))
    with capture_logs() as logged:
        town.handler.drain()
    assert (logged[0]["lanes"], logged[0]["reason"]) == (1, "IntegrityError")
    fates = [fate(database, each) for each in residents]
    assert fates.pop(2) == (EventState.FAILED, 3, 1)
    assert fates == [HANDLED] * (MANY - 1)
    assert count(database, Answer) == MANY - 1


def test_one_that_never_succeeds_is_tried_three_times_the_first_among_others(
    database, town, residents, say, fails_at
):
    # The last of them, and again each time it is tried by itself.
    fails_at(*range(MANY, MANY + 3), error=RuntimeError)
    say(dict.fromkeys(residents, "เคย"))
    town.handler.drain()
    *others, odd = residents
    assert [fate(database, each) for each in others] == [HANDLED] * (MANY - 1)
    assert fate(database, odd) == (EventState.FAILED, 3, 1)
    assert answer_of(database, odd) == {}
    assert last(database, odd)[1][0].kind is DeliveryKind.APOLOGY


def test_a_lost_connection_undoes_all_of_it_and_counts_for_nobody(
    database, town, residents, say, fails_at
):
    fails_at(3, error=GONE)
    say(dict.fromkeys(residents, "เคย"))
    town.handler.drain()
    assert [fate(database, each) for each in residents] == [HANDLED] * MANY
    assert count(database, Answer) == MANY


def test_a_process_that_dies_among_many_has_counted_each_of_them(
    database, clock, town, residents, say, fails_at, make
):
    before = count(database, Delivery)
    fails_at(3, error=Killed)
    say(dict.fromkeys(residents, "เคย"))
    with pytest.raises(Killed):
        town.handler.drain()
    assert [fate(database, each) for each in residents] == [
        (EventState.TAKEN, 1, 0)
    ] * MANY
    assert (count(database, Answer), count(database, Delivery)) == (0, before)
    # Whoever takes over tries each by itself: the odd one is found out alone.
    clock.forward(seconds=61)
    fails_at(3, error=Killed)
    with pytest.raises(Killed):
        make().drain()
    attempts = [last(database, each)[0].attempts for each in residents]
    assert attempts == [2, 2, 2, 1, 1]
    states = [last(database, each)[0].state for each in residents]
    assert states[:2] == [EventState.HANDLED] * 2
    clock.forward(seconds=61)
    make().drain()
    assert none_waits(database)()
    assert [answer_of(database, each) for each in residents] == [{"met": "a"}] * MANY


def test_one_that_kills_the_process_is_tried_three_times_and_the_others_are_answered(
    database, clock, town, residents, say, make
):
    killer = residents.pop(2)
    lane, tries = KEYS.find("lane", killer.channel, "town", killer.address), []

    def dies_of_it(handler):
        handle = handler._handling.handle

        def handling(session, begun, *read):
            if begun.event.lane == lane:
                tries.append(begun.event.attempts)
                raise Killed
            return handle(session, begun, *read)

        handler._handling.handle = handling
        return handler

    say(dict.fromkeys([residents[0], killer, *residents[1:]], "เคย"))
    for handler in (town.handler, make(), make()):
        with pytest.raises(Killed):
            dies_of_it(handler).drain()
        clock.forward(seconds=61)
    dies_of_it(make()).drain()
    # It gave up without another try.
    assert tries == [1, 2, 3]
    event, [said] = last(database, killer)
    assert (event.state, event.failure) == (EventState.FAILED, "process_died")
    assert said.kind is DeliveryKind.APOLOGY
    assert [answer_of(database, each) for each in residents] == [{"met": "a"}] * 4
    fates = {fate(database, each) for each in residents}
    assert fates == {(EventState.HANDLED, 2, 1)}
    assert count(database, Answer) == 4


def words(database, resident):
    _, [delivery] = last(database, resident)
    with database.read() as session:
        return deliveries.messages_of(session, delivery)


def test_words_of_danger_among_answers_are_heard_first(database, town, residents, say):
    say({each: "ไฟไหม้" if n == 2 else "เคย" for n, each in enumerate(residents)})
    town.handler.drain()
    in_danger = residents[2]
    card, *_, goes_on = words(database, in_danger)
    assert card.card.urgent
    assert "ข้อ 1" in goes_on.text
    assert answer_of(database, in_danger) == {}
    for each in residents[:2] + residents[3:]:
        assert answer_of(database, each) == {"met": "a"}
        assert fate(database, each) == HANDLED


def test_what_is_no_answer_ends_the_transaction_and_those_left_share_the_next(
    database, town, residents, say
):
    noticed = []
    town.handler._notice = lambda inbound, waited: (
        noticed.append(f"{inbound.address} begins"),
        lambda: noticed.append(f"{inbound.address} ends"),
    )[1]
    say({each: "ไฟไหม้" if n == 2 else "เคย" for n, each in enumerate(residents)})
    lanes = town.handler.waiting()
    # One to begin them, one for the first three, one for the last two.
    assert commits(database, lambda: town.handler.work(lanes)) == 3
    assert [fate(database, each) for each in residents] == [HANDLED] * MANY
    # A sign that we are at it is shown once, and only as long as we are.
    begin = [f"{each.address} begins" for each in residents]
    ends = [f"{each.address} ends" for each in residents]
    assert noticed[:MANY] == begin
    assert sorted(noticed[MANY : MANY + 3]) == sorted(ends[:3])
    assert sorted(noticed[MANY + 3 :]) == sorted(ends[3:])


def test_a_resident_on_two_channels_answers_one_question_after_the_other(
    database, town, residents, say
):
    noi, *others = residents
    telegram = town.begins(channel="telegram", address="55")
    same_person(database, noi, telegram)
    telegram.says("ทำแบบสำรวจ")
    say({noi: "เคย", telegram: "ไม่เคย", **dict.fromkeys(others, "เคย")})
    town.handler.drain()
    # It was said to the question that is answered by now.
    assert answer_of(database, noi) == {"met": "a"}
    assert "ข้อ 2" in words(database, telegram)[-1].text


def same_person(database, one, other):
    """As when a code of one channel is typed on the other."""
    with database.write() as session:
        contact = session.get_one(Contact, other.contact.id)
        contact.resident_id = one.contact.resident_id


def test_two_events_of_one_are_handled_by_themselves_and_in_order(
    database, town, residents, say
):
    noi, *others = residents
    say({noi: "เคย"}, message_id="first")
    say(dict.fromkeys(others, "เคย"))
    say({noi: "4"}, message_id="second")
    town.handler.drain()
    assert answer_of(database, noi)["met"] == "a"
    assert [answer_of(database, each) for each in others] == [{"met": "a"}] * 4
    assert none_waits(database)()


def test_whoever_is_told_to_stop_leaves_those_it_has_not_come_to(
    database, town, residents, say, fails_at
):
    fails_at(2, do=town.handler._stopping.set)
    say(dict.fromkeys(residents, "เคย"))
    town.handler.work(town.handler.waiting())
    states = [(HANDLED, fate(database, each)) for each in residents]
    assert [wanted == is_ for wanted, is_ in states] == [True, True, *[False] * 3]
    assert fate(database, residents[-1]) == (EventState.TAKEN, 0, 0)
    assert rows(database, Lane) == []


def test_after_a_while_those_left_share_the_next_transaction(
    database, town, residents, say, monkeypatch
):
    for limit in ("TOGETHER_S", "TOGETHER_ON_SQLITE_S"):
        monkeypatch.setattr(handler_module, limit, 0.0)
    say(dict.fromkeys(residents, "เคย"))
    town.handler.drain()
    assert [fate(database, each) for each in residents] == [HANDLED] * MANY
    assert rows(database, Lane) == []


def test_lanes_that_another_took_over_meanwhile_are_answered_once(
    database, clock, town, residents, say, make
):
    other = make()
    say(dict.fromkeys(residents, "เคย"))
    lanes = town.handler.waiting()
    begun = town.handler._begin_together(lanes)
    assert len(begun) == MANY
    clock.forward(seconds=61)
    other.drain()
    assert town.handler._handle_some(begun, {}) == []
    # Two have begun each of them.
    fates = {fate(database, each) for each in residents}
    assert fates == {(EventState.HANDLED, 2, 1)}
    assert count(database, Answer) == MANY


def test_a_message_taken_back_before_it_came_is_no_answer(
    database, town, residents, say
):
    noi, *others = residents
    say({noi: ""}, kind=Kind.UNSEND, message_id="taken back")
    town.handler.drain()
    say({noi: "เคย"}, message_id="taken back")
    say(dict.fromkeys(others, "เคย"))
    town.handler.drain()
    assert answer_of(database, noi) == {}
    assert fate(database, noi) == (EventState.IGNORED, 1, 0)
    assert [answer_of(database, each) for each in others] == [{"met": "a"}] * 4


def test_a_wave_that_has_closed_takes_no_answer_of_any_of_them(
    database, clock, town, residents, say
):
    say(dict.fromkeys(residents, "เคย"))
    with database.write() as session:
        [wave] = waves.open_waves(session)
        waves.close(session, wave.id, clock())
    town.handler.drain()
    assert count(database, Answer) == 0
    assert [fate(database, each) for each in residents] == [HANDLED] * MANY
