"""Invitations on their way: sent once, reminded of twice at most, taken back."""

import threading
from datetime import timedelta

import pytest
from sqlalchemy import select

from api.errors import DomainError
from api.store import consents, deliveries, invitations, residents, waves
from api.store.models import Contact, Delivery, Resident, Wave
from api.store.words import ConsentPurpose, DeliveryState
from bot import inviting as words
from tests.api.store import plans
from tests.inviting import SETTINGS, Town

NEWS = ConsentPurpose.BROADCASTS
ALL = 99


@pytest.fixture
def town(database, clock):
    return Town(database, clock)


@pytest.fixture
def noi(town):
    """Someone who was invited, and has the message."""
    [met] = town.crowd(1)
    town.invite()
    assert town.send()
    town.arrived()
    return met


def states(town):
    return [(row.state.value, row.reason) for row in town.deliveries()]


def test_each_of_those_invited_is_owed_one_message_on_the_channel_they_used_last(
    town, clock
):
    town.crowd(3)
    town.invite()
    assert town.send()
    assert not town.send()
    rows = town.deliveries()
    assert [row.id for row in rows] == [row.delivery_id for row in town.invited()]
    for row in rows:
        assert (row.priority, row.state, row.wave_id) == (1, "pending", town.wave.id)
        assert (row.not_before, row.channel) == (clock(), "line")


def test_the_message_says_who_asks_why_how_long_and_how_to_stop(town, database):
    [noi] = town.crowd(1)
    town.invite()
    town.send()
    [row] = town.deliveries()
    with database.read() as session:
        [said] = deliveries.messages_of(session, row)
    assert "เทศบาลนครอ้อมน้อย ขอชวนตอบแบบสอบถาม" in said.text
    assert "มี 10 ข้อ" in said.text
    assert "ตอบหรือไม่ตอบก็ได้" in said.text
    assert 'พิมพ์ "ไม่รับแบบสอบถามอีก"' in said.text
    assert [each.label for each in said.choices] == [
        "เริ่มตอบ",
        "ไม่สะดวก",
        "ไม่รับแบบสอบถามอีก",
    ]
    assert all(len(each.data.encode()) <= 64 for each in said.choices)
    assert noi.id == row.contact_id


@pytest.mark.parametrize(
    ("language", "heard"), [("en", "10 questions"), ("my", "မေးခွန်း 10 ခု")]
)
def test_it_is_said_in_the_residents_language(town, database, language, heard):
    town.crowd(1, language=language)
    town.invite()
    town.send()
    [row] = town.deliveries()
    with database.read() as session:
        [said] = deliveries.messages_of(session, row)
    assert row.language == language
    assert heard in said.text


@pytest.mark.parametrize(
    ("time", "goes"),
    [
        ((1, 59), False),
        ((2, 0), True),
        ((12, 59), True),
        ((13, 0), False),
    ],
)
def test_nothing_is_owed_before_nine_or_after_eight_in_bangkok(town, clock, time, goes):
    town.crowd(1)
    town.invite()
    hour, minute = time  # in UTC
    clock.time = clock.forward(days=1).replace(hour=hour, minute=minute)
    assert town.send() is goes
    clock.time = clock.forward(days=1).replace(hour=2, minute=0)
    town.send()
    assert len(town.deliveries()) == 1


def test_nobody_is_invited_after_the_planned_end_though_nobody_closed_the_wave(
    town, database, clock
):
    [noi] = town.crowd(1)
    town.invite()
    with database.write() as session:
        session.get_one(Wave, town.wave.id).ends_at = clock()
    assert not town.send()
    assert town.deliveries() == []
    with database.write() as session:
        session.get_one(Wave, town.wave.id).ends_at = clock() + timedelta(minutes=1)
    assert town.send()
    assert [row.contact_id for row in town.deliveries()] == [noi.id]


def test_whoever_is_in_the_middle_of_a_talk_is_not_interrupted(town, clock, database):
    [noi] = town.crowd(1)
    town.invite()
    with database.write() as session:
        session.get_one(Contact, noi.id).seen_at = clock() - timedelta(minutes=59)
    assert not town.send()
    clock.forward(minutes=1)
    assert town.send()


def test_whoever_is_on_a_channel_that_is_off_is_skipped_and_told_why(town):
    town.crowd(1)
    town.invite()
    town.send(on=("telegram",))
    assert states(town) == [("skipped", "channel_off")]
    assert not town.send()


@pytest.mark.parametrize("how", ["answer", "decline", "refuse", "block", "withdraw"])
def test_whoever_did_something_since_the_draw_is_not_written_to(
    town, database, clock, how
):
    [noi] = town.crowd(1)
    town.invite()
    _does(town, noi, how)
    assert not town.send()
    assert town.deliveries() == []


def _does(town, who, how):
    match how:
        case "answer":
            town.answer(who)
        case "finish":
            town.answer(who, ALL)
        case "decline":
            town.decline(who)
        case "refuse":
            town.refuse(who)
        case "block":
            with town.database.write() as session:
                residents.block(session, who.id)
                deliveries.skip_blocked(session, who.id, town.clock())
        case "withdraw":
            with town.database.write() as session:
                consents.withdraw(session, who.resident_id, NEWS, town.clock())
        case "close":
            with town.database.write() as session:
                waves.close(session, town.wave.id, town.clock())


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("answer", "answered"),
        ("finish", "answered"),
        ("decline", "declined"),
        ("withdraw", "unsubscribed"),
        ("close", "wave_closed"),
    ],
)
def test_what_waits_to_be_sent_is_known_not_to_be_wanted_any_more(
    town, database, how, why
):
    [noi] = town.crowd(1)
    town.invite()
    town.send()
    [row] = town.deliveries()
    with database.read() as session:
        assert invitations.unwanted(session, [row.id]) == {}
    _does(town, noi, how)
    with database.read() as session:
        assert invitations.unwanted(session, [row.id]) == {row.id: why}


def test_a_refusal_takes_back_at_once_what_waits_on_every_channel(
    town, database, clock
):
    [noi] = town.crowd(1)
    town.invite()
    town.send()
    with database.write() as session:
        other = residents.meet(
            session, channel="telegram", account="town", address="55", now=clock()
        )
        left, other.resident_id = other.resident_id, noi.resident_id
        session.flush()
        session.delete(session.get_one(Resident, left))
        invitations.refuse(
            session, noi.resident_id, version="1", channel="telegram", now=clock()
        )
    assert states(town) == [("skipped", "no_invitations")]


def test_closing_the_wave_takes_back_what_waits_and_what_is_parked(
    town, database, clock
):
    town.crowd(5)
    town.invite()
    town.send()
    rows = town.deliveries()
    ends = (DeliveryState.SENT, DeliveryState.PARKED, DeliveryState.UNKNOWN)
    with database.write() as session:
        for row, state in zip(rows, ends, strict=False):
            session.get_one(Delivery, row.id).state = state
    _does(town, None, "close")
    clock.forward(hours=12)  # at night too
    assert town.send()
    over = ("skipped", "wave_closed")
    assert states(town) == [("sent", None), over, ("unknown", None), over, over]
    assert not town.send()


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_a_closed_wave_takes_back_is_found_by_its_index(database):
    assert "ix_delivery_inviting" in plans.plan_of(database, invitations.any_closed)


def test_reminders_go_out_after_two_days_and_after_five_and_no_more(town, noi, clock):
    said = []
    for hours in range(24 * 14):
        clock.forward(hours=1)
        if town.remind():
            town.arrived()
            said.append(hours + 1)
    assert said == [48, 120]
    [row] = town.invited()
    assert row.reminded == 2
    assert len(town.deliveries()) == 3


def test_a_third_reminder_is_refused_whoever_asks(town, noi, database, clock):
    for days in (2, 3):
        clock.forward(days=days)
        assert town.remind()
        town.arrived()
    clock.forward(days=3)
    [row] = town.invited()
    third = invitations.Owed(
        row.id, town.wave.id, noi.resident_id, noi.id, "th", row.reminded, None
    )
    with pytest.raises(DomainError) as refused, database.write() as session:
        invitations.remind(session, third, lambda before: ((), {}), clock())
    assert refused.value.key == "error.no_third_reminder"
    assert len(town.deliveries()) == 3


def test_a_reminder_that_falls_into_the_night_waits_for_nine(town, clock):
    [_] = town.crowd(1)
    clock.time = clock.time.replace(hour=12, minute=30)  # 19:30 in Bangkok
    town.invite()
    town.send()
    town.arrived()
    clock.forward(hours=48, minutes=30)
    assert not town.remind()
    clock.time += timedelta(hours=12, minutes=59)
    assert not town.remind()
    clock.forward(minutes=1)
    assert town.remind()


def test_a_wave_without_reminders_reminds_nobody(town, noi, database, clock):
    with database.write() as session:
        session.get_one(Wave, town.wave.id).reminders = False
    clock.forward(days=6)
    assert not town.remind()


@pytest.mark.parametrize(
    "how", ["finish", "decline", "refuse", "block", "withdraw", "close"]
)
def test_whoever_is_done_with_it_is_not_reminded(town, noi, clock, how):
    _does(town, noi, how)
    clock.forward(days=6)
    assert not town.remind()


def test_a_wave_that_should_have_ended_by_now_reminds_nobody(
    town, noi, database, clock
):
    with database.write() as session:
        session.get_one(Wave, town.wave.id).ends_at = clock() + timedelta(days=2)
    clock.forward(days=2)
    assert not town.remind()


@pytest.mark.parametrize("state", ["parked", "failed", "skipped", "sending"])
def test_whoever_has_no_invitation_yet_is_not_reminded_of_it(
    town, noi, database, clock, state
):
    [row] = town.deliveries()
    with database.write() as session:
        session.get_one(Delivery, row.id).state = DeliveryState(state)
    clock.forward(days=6)
    assert not town.remind()


def test_no_second_reminder_goes_out_while_the_first_still_waits(town, noi, clock):
    clock.forward(days=2)
    assert town.remind()
    clock.forward(days=4)
    assert not town.remind()
    town.arrived()  # parked for want of quota, say, until they wrote again
    clock.forward(days=2, hours=23)
    assert not town.remind()
    clock.forward(hours=1)
    assert town.remind()


def test_whoever_has_begun_is_told_how_many_questions_are_left(
    town, noi, database, clock
):
    town.answer(noi, 7)
    clock.forward(days=2)
    town.remind()
    town.arrived()
    with database.read() as session:
        [said] = deliveries.messages_of(session, town.deliveries()[-1])
    assert "ที่เริ่มไว้ เหลืออีก 3 ข้อ" in said.text
    assert said.choices[0].label == "ตอบต่อ"


def test_whoever_has_not_begun_is_reminded_in_other_words(town, noi, database, clock):
    with database.write() as session:
        session.get_one(Wave, town.wave.id).ends_at = clock() + timedelta(days=9)
    clock.forward(days=2)
    town.remind()
    with database.read() as session:
        [said] = deliveries.messages_of(session, town.deliveries()[-1])
    assert "ยังอยากฟังความเห็นของคุณ" in said.text
    assert "รับคำตอบถึงวันที่ 3 ธ.ค. 2569" in said.text
    assert "เหลืออีก" not in said.text


def test_a_reminder_that_waits_is_not_wanted_by_whoever_goes_on_answering(
    town, noi, database, clock
):
    town.answer(noi, 2)
    clock.forward(days=2)
    town.remind()
    row = town.deliveries()[-1]
    with database.read() as session:
        assert invitations.unwanted(session, [row.id]) == {}
    clock.forward(minutes=1)
    town.answer(noi, 1)
    with database.read() as session:
        assert invitations.unwanted(session, [row.id]) == {row.id: "answered"}


@pytest.mark.parametrize("what", ["send", "remind"])
def test_two_workers_at_once_send_each_message_once(town, database, clock, what):
    town.crowd(8)
    town.invite()
    if what == "remind":
        town.send()
        town.arrived()
        clock.forward(days=2)
    together = threading.Barrier(2)
    failures = []

    def run():
        together.wait()
        try:
            getattr(town, what)()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(town.deliveries()) == (16 if what == "remind" else 8)
    assert {row.reminded for row in town.invited()} == {int(what == "remind")}


def test_a_message_found_due_by_a_slow_worker_is_not_sent_again(
    town, noi, database, clock
):
    clock.forward(days=2)
    with database.read() as session:
        [owed] = invitations.to_remind(session, clock())
    town.remind()
    said = words.asked("x", "invitation.start", town.wave, "th")
    with database.write() as session:
        assert not invitations.remind(session, owed, said, clock())
    assert len(town.deliveries()) == 2


def expectation(database, contact):
    with database.read() as session:
        return deliveries.last_expectation(session, contact.id)


def test_an_invitation_asks_once_it_is_on_its_way(town, database):
    [noi] = town.crowd(1)
    town.invite()
    town.send()
    assert expectation(database, noi) is None
    town.arrived()
    found = expectation(database, noi)
    assert found["invited"]
    assert found["above"][0][0] == "เริ่มตอบ"


def test_what_was_asked_before_stays_open_under_an_invitation():
    said = words.asked("x", "invitation.start", Wave(key="w"), "th")
    _, expects = said({"topic": "survey", "choices": [["a", "s:1", []]], "response": 1})
    assert (expects["topic"], expects["response"]) == ("survey", 1)
    assert expects["choices"] == [["a", "s:1", []]]
    _, expects = said({"topic": "survey_introduction", "choices": [["a", "s:1", []]]})
    assert (expects["topic"], expects["choices"]) == (None, [])


def test_news_that_wait_on_a_channel_the_town_left_are_found_with_invitations(
    town, database
):
    town.crowd(1)
    town.invite()
    town.send()
    [row] = town.deliveries()
    with database.read() as session:
        assert deliveries.of_channels_off(session, ["web"], 9) == [row.id]
        assert deliveries.of_channels_off(session, ["line"], 9) == []


def test_settings_name_the_town_where_the_wave_names_no_unit(town, database):
    with database.write() as session:
        session.get_one(Wave, town.wave.id).responsible = "กองสาธารณสุข"
    town.crowd(1)
    town.invite()
    town.send()
    with database.read() as session:
        [said] = deliveries.messages_of(session, town.deliveries()[0])
        assert session.scalars(select(Delivery)).one().language == "th"
    assert "กองสาธารณสุข ขอชวน" in said.text
    assert SETTINGS.town_th not in said.text
