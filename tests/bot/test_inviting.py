"""Invitations through the senders: by day, while wanted, and within LINE's plan."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from api.settings import Settings
from api.store import webpull
from api.store.models import Contact, Delivery
from api.store.words import DeliveryKind
from bot.channels.base import SendError
from bot.worker import Worker
from content.outbound import Outbound
from tests.bot.sending import Post, channel, user
from tests.bot.test_sender_platforms import line_post, telegram_post
from tests.inviting import Town
from tests.platforms.faults import Fault
from tests.platforms.line import LineStandIn
from tests.platforms.telegram import TelegramStandIn

BUTTONS = ["เริ่มตอบ", "ไม่สะดวก", "ไม่รับแบบสอบถามอีก"]


@pytest.fixture
def line(clock):
    with LineStandIn(latency_s=None, clock=clock) as standing_in:
        yield standing_in


@pytest.fixture
def telegram(clock):
    with TelegramStandIn(latency_s=None, clock=clock) as standing_in:
        yield standing_in


@pytest.fixture
def town(database, clock):
    return Town(database, clock)


def invite(town, count=1):
    """So many residents who are owed their invitations now, at noon."""
    met = town.crowd(count)
    town.invite()
    assert town.send()
    return met


def at_night(clock):
    """Half past eight in the evening."""
    clock.time = clock.time.replace(hour=13, minute=30)


def the_next_morning(clock):
    clock.time = (clock.time + timedelta(days=1)).replace(
        hour=2, minute=0, second=0, microsecond=0
    )


def labels(message):
    return [item["action"]["label"] for item in message["quickReply"]["items"]]


def test_line_takes_an_invitation_with_its_buttons_and_counts_one_message(
    town, database, line, clock
):
    post = line_post(database, line, clock)
    invite(town, 2)
    post.send()
    assert post.fates() == {("sent", None): 2}
    for number in range(2):
        [message] = line.messages_to(user(number))
        assert labels(message) == BUTTONS
        assert "ขอชวนตอบแบบสอบถาม" in message["text"]
    assert line.quota_used == 2


def test_line_takes_a_reminder_after_two_days(town, database, line, clock):
    post = line_post(database, line, clock)
    [noi] = invite(town)
    post.send()
    town.answer(noi, 7)
    clock.forward(days=2)
    assert town.remind()
    post.send()
    message = line.messages_to(user(0))[-1]
    assert "เหลืออีก 3 ข้อ" in message["text"]
    assert labels(message) == ["ตอบต่อ", *BUTTONS[1:]]
    clock.forward(days=1)
    assert not town.remind()


def test_telegram_takes_an_invitation_with_its_buttons(town, database, telegram, clock):
    post = telegram_post(database, telegram, clock)
    town.meet("55", channel="telegram")
    clock.forward(hours=2)
    town.invite()
    town.send()
    post.send()
    [message] = telegram.messages_to(55)
    rows = message["reply_markup"]["inline_keyboard"]
    assert [button["text"] for row in rows for button in row] == BUTTONS


def test_the_page_gives_an_invitation_by_day_alone(town, database, clock):
    noi = town.meet("browser", channel="web")
    clock.forward(hours=2)
    town.invite()
    town.send()

    def pulled():
        with database.write() as session:
            contact = session.get_one(Contact, noi.id)
            news = webpull.has_news(session, contact, 0, clock())
            found = webpull.pull(session, contact, 0, clock())
            assert news is bool(found)
            return [each.messages[0].text for each in found]

    at_night(clock)
    assert pulled() == []
    the_next_morning(clock)
    [text] = pulled()
    assert "ขอชวนตอบแบบสอบถาม" in text


def test_the_page_gives_no_invitation_that_is_not_wanted_any_more(
    town, database, clock
):
    noi = town.meet("browser", channel="web")
    clock.forward(hours=2)
    town.invite()
    town.send()
    town.decline(noi)
    with database.write() as session:
        assert webpull.pull(session, session.get_one(Contact, noi.id), 0, clock()) == []
    assert [(row.state, row.reason) for row in town.deliveries()] == [
        ("skipped", "declined")
    ]


def test_the_months_quota_parks_the_rest_which_goes_free_with_their_next_message(
    town, database, line, clock
):
    line.quota_limit = 2
    post = line_post(database, line, clock)
    met = invite(town, 4)
    post.send()
    assert post.fates() == {("sent", None): 2, ("parked", "quota"): 2}
    waits = next(row for row in post.rows() if row.state == "parked")
    [who] = [each for each in met if each.id == waits.contact_id]
    address = user(met.index(who))
    post.owe(who, Outbound("ค่ะ"), token=line.issue_reply_token(address))
    post.send()
    invited, answer = line.messages_to(address)
    assert "ขอชวนตอบแบบสอบถาม" in invited["text"]
    assert answer["text"] == "ค่ะ"
    assert line.quota_used == 2
    assert post.fate(waits) == ("sent", None)


@pytest.mark.parametrize("how", ["refuse", "decline", "answer", "night"])
def test_a_parked_invitation_does_not_ride_at_night_or_with_whoever_wants_none(
    town, database, line, clock, how
):
    line.quota_limit = 0
    post = line_post(database, line, clock)
    [noi] = invite(town)
    post.send()
    at_night(clock) if how == "night" else getattr(town, how)(noi)
    post.owe(noi, Outbound("ค่ะ"), token=line.issue_reply_token(user(0)))
    post.send()
    assert [message["text"] for message in line.messages_to(user(0))] == ["ค่ะ"]
    if how == "night":
        the_next_morning(clock)
        post.owe(noi, Outbound("ค่ะ"), token=line.issue_reply_token(user(0)))
        post.send()
        assert len(line.messages_to(user(0))) == 3


def test_what_was_not_sent_by_eight_waits_for_the_next_morning(town, database, clock):
    post = Post(database, channel(), clock)
    invite(town, 3)
    at_night(clock)
    post.send()
    assert post.channel.sent == []
    the_next_morning(clock)
    assert {row.not_before for row in town.deliveries()} == {clock()}
    clock.time -= timedelta(minutes=1)
    post.send()
    assert post.channel.sent == []
    clock.forward(minutes=1)
    post.send()
    assert post.fates() == {("sent", None): 3}


def test_a_call_that_failed_by_day_is_not_made_again_at_night(
    town, database, line, clock
):
    post = line_post(database, line, clock)
    invite(town)
    line.fail("push", Fault.error(503))
    clock.time = clock.time.replace(hour=12, minute=59, second=59)
    post.send()
    post.later(minutes=30)
    post.later(hours=8)
    assert len(line.calls("push")) == 1
    the_next_morning(clock)
    post.later(seconds=1)
    first, second = line.calls("push")
    assert first.raw == second.raw
    assert first.headers["x-line-retry-key"] == second.headers["x-line-retry-key"]
    assert post.fates() == {("sent", None): 1}


def test_other_messages_that_failed_are_made_again_at_night_too(
    town, database, line, clock
):
    post = line_post(database, line, clock)
    at_night(clock)
    line.fail("push", Fault.error(503))
    owed = post.push(post.meet(user(7)))
    post.send()
    post.later(minutes=1)
    assert post.fate(owed) == ("sent", None)


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("answer", "answered"),
        ("decline", "declined"),
        ("refuse", "no_invitations"),
    ],
)
def test_what_is_not_wanted_any_more_is_skipped_and_the_others_go(
    town, database, clock, how, why
):
    post = Post(database, channel(), clock)
    noi, som = invite(town, 2)
    getattr(town, how)(noi)
    post.send()
    assert post.fates() == {("sent", None): 1, ("skipped", why): 1}
    assert [call.to for call in post.channel.sent] == [(user(1),)]
    assert som is not None


def test_an_invitation_that_whoever_blocked_us_never_got_is_no_refusal(
    town, database, clock
):
    post = Post(database, channel(), clock)
    invite(town)
    post.channel.failures.append(SendError("gone", permanent=True, contact_gone=True))
    post.send()
    assert post.fates() == {("failed", "gone"): 1}
    clock.forward(days=6)
    assert not town.remind()


def test_invitations_wait_behind_answers_and_never_hold_them_up(town, database, clock):
    invite(town, 3)
    with database.read() as session:
        kinds = session.scalars(select(Delivery.kind)).all()
        priorities = set(session.scalars(select(Delivery.priority)).all())
    assert set(kinds) == {DeliveryKind.INVITATION}
    assert priorities == {1}


def job(worker, name):
    return next(each for each in worker.jobs if each.name == name)


def test_the_workers_jobs_invite_remind_and_tell_the_senders(
    town, database, clock, tmp_path
):
    told = []
    worker = Worker(
        database,
        Settings(data_dir=tmp_path),
        clock,
        channels={"line"},
        on_owed=lambda: told.append(clock()),
    )
    town.crowd(2)
    town.invite()
    assert worker.attempt(job(worker, "invitations"))
    assert told == [clock()]
    assert not worker.attempt(job(worker, "invitations"))
    town.arrived()
    clock.forward(days=2)
    assert worker.attempt(job(worker, "reminders"))
    assert [row.reminded for row in town.invited()] == [1, 1]
    assert told[-1] == clock()


def test_of_two_workers_one_does_the_work_and_after_a_restart_nothing_is_repeated(
    town, database, clock, tmp_path
):
    town.crowd(2)
    town.invite()
    for _ in range(3):
        worker = Worker(database, Settings(data_dir=tmp_path), clock, channels={"line"})
        for name in ("invitations", "reminders"):
            worker.attempt(job(worker, name))
        clock.forward(minutes=3)
    assert len(town.deliveries()) == 2
