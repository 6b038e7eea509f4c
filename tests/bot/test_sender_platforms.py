"""Sending through the real channels, to platforms of our own that misbehave."""

import asyncio
import contextlib

import pytest
import structlog

from api.store.models import Contact
from api.store.words import ContactState
from bot.channels.line import LineChannel
from bot.channels.telegram import TelegramChannel
from content.outbound import Card, Outbound
from tests.bot.sending import Post, Reopened, asking, user
from tests.platforms.faults import Fault
from tests.platforms.line import LineStandIn
from tests.platforms.telegram import TelegramStandIn

CALL_S = 20.0
"""A call's own limit: never met, and short enough that a reply's token outlives it."""
LOST = {
    "a connection lost on the way back": Fault.timeout_after_accept(0),
    "an error although it was taken": Fault.error_after_accept(500),
    "an error": Fault.error(503),
    "a dropped connection": Fault.drop_before_accept(),
    "an answer nobody can read": Fault.malformed(),
}


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def line(clock):
    with LineStandIn(latency_s=None, clock=clock) as standing_in:
        yield standing_in


@pytest.fixture
def telegram(clock):
    with TelegramStandIn(latency_s=None, clock=clock) as standing_in:
        yield standing_in


def line_post(database, line, clock, **options):
    token = line.token

    def make():
        return LineChannel(
            api_url=line.url, access_token=token, account="town", timeout=CALL_S
        )

    return Post(database, Reopened(make), clock, **options)


def telegram_post(database, telegram, clock):
    def make():
        return TelegramChannel(
            api_url=telegram.url, token=telegram.token, account="town", timeout=CALL_S
        )

    return Post(database, Reopened(make), clock)


def killed_in_the_middle(post, stand_in, endpoint):
    """A call is accepted, and before its outcome is written the process is gone."""
    stand_in.fail(endpoint, Fault.timeout_after_accept())

    async def dying():
        while not stand_in.calls(endpoint):
            await post.sender.round()
        await asyncio.to_thread(
            stand_in.wait_until, lambda: stand_in.calls(endpoint)[0].outcome
        )
        flights = list(post.sender._flights)
        for flight in flights:
            flight.cancel()
        await asyncio.gather(*flights, return_exceptions=True)
        with contextlib.suppress(Exception):
            await post.channel.close()

    asyncio.run(dying())
    post.again()


def test_a_reply_goes_by_its_token_and_costs_nothing(database, line, clock):
    post = line_post(database, line, clock)
    token = line.issue_reply_token(user(1))
    owed = post.owe(post.meet(), asking("ข้อ 1", "ใช่", "ไม่"), token=token)
    post.send()
    assert post.fate(owed) == ("sent", None)
    (message,) = line.messages_to(user(1))
    assert "ข้อ 1" in message["text"]
    assert len(message["quickReply"]["items"]) == 2
    assert line.pushed_to(user(1)) == []


def test_a_late_reply_goes_free_with_the_next_and_the_last_buttons_stay_last(
    database, line, clock
):
    post = line_post(database, line, clock)
    noi = post.meet()
    late = asking("ข้อ 1", "ใช่", "ไม่")
    late = Outbound(late.text, Card("การ์ด", "เนื้อความ"), late.choices)
    post.owe(noi, late, token=line.issue_reply_token(user(1)))
    clock.forward(seconds=55)
    post.send()
    assert line.messages_to(user(1)) == []
    token = line.issue_reply_token(user(1))
    post.owe(noi, asking("ข้อ 2", "ดี"), token=token)
    post.send()
    first, *_, last = line.messages_to(user(1))
    assert first["text"].startswith("ข้อ 1")
    assert [item["action"]["label"] for item in last["quickReply"]["items"]] == ["ดี"]
    assert line.quota_used == 0
    assert post.fates() == {("sent", None): 2}


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
@pytest.mark.parametrize("endpoint", ["push", "multicast"])
def test_what_is_paid_for_is_repeated_under_its_key_and_arrives_once(
    database, line, clock, endpoint, fault
):
    post = line_post(database, line, clock)
    if endpoint == "push":
        people = [user(1)]
        post.push(post.meet(), Outbound("ข่าวเมือง"))
    else:
        people = [user(100), user(101)]
        post.broadcast(2)
    line.fail(endpoint, fault, times=2)
    post.send()
    post.later(seconds=6)
    post.later(seconds=6)
    for person in people:
        assert [m["text"] for m in line.messages_to(person)] == ["ข่าวเมือง"]
    assert line.quota_used == len(people)
    assert post.fates() == {("sent", None): len(people)}
    calls = line.calls(endpoint)
    assert len({call.headers["x-line-retry-key"] for call in calls}) == 1
    assert len({call.raw for call in calls}) == 1


@pytest.mark.parametrize("endpoint", ["push", "multicast"])
def test_what_is_paid_for_arrives_once_though_we_died_in_the_middle(
    database, line, clock, endpoint
):
    post = line_post(database, line, clock)
    if endpoint == "push":
        post.push(post.meet(user(100)), Outbound("ข่าวเมือง"))
    else:
        post.broadcast(1)
    killed_in_the_middle(post, line, endpoint)
    post.send()
    assert len(line.messages_to(user(100))) == 1
    first, second = line.calls(endpoint)
    assert first.raw == second.raw
    assert second.status == 409
    assert post.fates() == {("sent", None): 1}


@pytest.mark.parametrize("name", ["an error", "a dropped connection"])
def test_a_reply_that_may_have_failed_is_tried_once_more_with_its_token(
    database, line, clock, name
):
    post = line_post(database, line, clock)
    owed = post.owe(post.meet(), token=line.issue_reply_token(user(1)))
    line.fail("reply", LOST[name])
    post.send()
    post.later(seconds=2)
    assert post.fate(owed) == ("sent", None)
    assert len(line.messages_to(user(1))) == 1


@pytest.mark.parametrize(
    "name", ["a connection lost on the way back", "an error although it was taken"]
)
def test_a_reply_that_may_have_arrived_is_unknown_and_never_pushed_or_parked(
    database, line, clock, name
):
    post = line_post(database, line, clock)
    noi = post.meet()
    owed = post.owe(noi, Outbound("ครั้งเดียว"), token=line.issue_reply_token(user(1)))
    line.fail("reply", LOST[name])
    post.send()
    post.later(seconds=2)
    assert post.fate(owed) == ("unknown", "token_invalid")
    post.owe(noi, Outbound("ต่อไป"), token=line.issue_reply_token(user(1)))
    post.send()
    said = [message["text"] for message in line.messages_to(user(1))]
    assert said == ["ครั้งเดียว", "ต่อไป"]
    assert line.calls("push") == []


def test_a_reply_we_died_on_is_tried_once_more_within_its_minute_and_no_later(
    database, line, clock
):
    post = line_post(database, line, clock)
    owed = post.owe(post.meet(), token=line.issue_reply_token(user(1)))
    killed_in_the_middle(post, line, "reply")
    post.send()
    assert post.fate(owed) == ("unknown", "interrupted")
    assert len(line.calls("reply")) == 1


def test_a_dead_token_parks_the_reply(database, line, clock):
    post = line_post(database, line, clock)
    owed = post.owe(post.meet(), token="never issued")
    with structlog.testing.capture_logs() as logged:
        post.send()
    assert post.fate(owed) == ("parked", "late")
    told = [each for each in logged if each["event"] == "parked"]
    assert [(each["why"], each["deliveries"]) for each in told] == [("late", 1)]


def test_the_months_quota_parks_the_broadcast_and_replies_go_on(database, line, clock):
    line.quota_limit = 5
    line.used_elsewhere = 1
    post = line_post(database, line, clock, reserve=1)
    post.channel.most_recipients = 2
    post.broadcast(6)
    owed = post.owe(post.meet(), token=line.issue_reply_token(user(1)))
    post.send()
    assert post.fate(owed) == ("sent", None)
    assert post.fates() == {("sent", None): 4, ("parked", "quota"): 3}
    assert line.quota_used == 4
    assert line.calls("multicast")[-1].status == 200


def test_quota_spent_elsewhere_meanwhile_parks_the_rest(database, line, clock):
    line.quota_limit = 10
    post = line_post(database, line, clock)
    post.push(post.meet(user(1)))
    post.send()
    line.used_elsewhere = 9  # from LINE's own manager; we do not know yet
    post.broadcast(3)
    post.send()
    assert post.fates() == {("sent", None): 1, ("parked", "quota"): 3}
    assert len(line.calls("multicast")) == 1


def test_a_rate_limit_is_waited_out_and_not_taken_for_quota(database, line, clock):
    line.quota_limit = 300
    line.fail("multicast", Fault.too_many(7))
    post = line_post(database, line, clock)
    post.broadcast(2)
    post.send()
    post.later(seconds=6)
    assert len(line.calls("multicast")) == 1
    post.later(seconds=2)
    assert post.fates() == {("sent", None): 2}


def test_a_multicast_with_an_unknown_user_is_split_until_that_one_is_alone(
    database, line, clock
):
    line.known_users = {user(100 + number) for number in range(10) if number != 6}
    post = line_post(database, line, clock)
    post.broadcast(10)
    post.send()
    assert post.fates() == {("sent", None): 9, ("failed", "refused"): 1}
    for person in line.known_users:
        assert len(line.messages_to(person)) == 1


def test_a_user_who_is_no_more_is_blocked(database, line, clock):
    line.known_users = {user(2)}
    post = line_post(database, line, clock)
    noi = post.meet(user(1))
    post.push(noi)
    post.push(noi)
    post.send()
    assert post.fates() == {("failed", "gone"): 1, ("skipped", "contact_gone"): 1}
    with database.read() as session:
        assert session.get_one(Contact, noi.id).state is ContactState.BLOCKED


def test_wrong_credentials_lose_nothing(database, line, clock):
    post = line_post(database, line, clock)
    right, line.token = line.token, "another token"
    owed = post.push(post.meet())
    post.send()
    assert post.fate(owed)[0] == "sending"
    line.token = right
    post.later(minutes=6)
    assert post.fate(owed) == ("sent", None)


@pytest.mark.parametrize(
    "fault",
    [
        Fault.timeout_after_accept(0),
        Fault.error_after_accept(502),
        Fault.error(500),
        Fault.drop_before_accept(),
    ],
    ids=str,
)
def test_what_may_have_arrived_on_telegram_is_unknown_and_never_sent_twice(
    database, telegram, clock, fault
):
    post = telegram_post(database, telegram, clock)
    owed = post.owe(post.meet("55"))
    telegram.fail("sendMessage", fault)
    post.send()
    post.later(minutes=30)
    assert post.fate(owed) == ("unknown", "unanswered")
    assert len(telegram.calls("sendMessage")) == 1
    assert len(telegram.messages_to(55)) <= 1


def test_what_surely_did_not_reach_telegram_is_sent_again(database, telegram, clock):
    post = telegram_post(database, telegram, clock)
    owed = post.owe(post.meet("55"))
    telegram.stop()
    post.send()
    assert post.fate(owed)[0] == "sending"
    telegram.start()
    post.later(seconds=2)
    assert post.fate(owed) == ("sent", None)
    assert len(telegram.messages_to(55)) == 1


def test_a_telegram_call_we_died_on_is_unknown(database, telegram, clock):
    post = telegram_post(database, telegram, clock)
    owed = post.owe(post.meet("55"))
    killed_in_the_middle(post, telegram, "sendMessage")
    post.send()
    post.later(minutes=30)
    assert post.fate(owed) == ("unknown", "interrupted")
    assert len(telegram.messages_to(55)) == 1


def test_telegrams_429_is_obeyed_to_the_second_by_every_chat(database, telegram, clock):
    post = telegram_post(database, telegram, clock)
    telegram.fail("sendMessage", Fault.too_many(9))
    first = post.owe(post.meet("55"))
    post.send()
    second = post.owe(post.meet("56"))
    post.send()
    assert len(telegram.calls("sendMessage")) == 1
    post.later(seconds=10)
    assert (post.fate(first), post.fate(second)) == (("sent", None), ("sent", None))


def test_what_went_before_an_interruption_is_not_said_again(database, telegram, clock):
    post = telegram_post(database, telegram, clock)
    owed = post.owe(
        post.meet("55"), *(Outbound(number + "ก" * 3000) for number in "123")
    )
    telegram.fail("sendMessage", Fault.too_many(3), skip=1)
    post.send()
    half = len(telegram.messages_to(55))
    post.later(seconds=4)
    assert half == 1
    assert post.fate(owed) == ("sent", None)
    texts = [message["text"] for message in telegram.messages_to(55)]
    assert [text[0] for text in texts] == ["1", "2", "3"]


def test_whoever_blocked_the_bot_gets_no_more(database, telegram, clock):
    telegram.block(55)
    post = telegram_post(database, telegram, clock)
    noi = post.meet("55")
    post.owe(noi)
    post.owe(noi)
    post.send()
    assert post.fates() == {("failed", "blocked"): 1, ("skipped", "contact_gone"): 1}
    assert len(telegram.calls("sendMessage")) == 1


def test_an_upgraded_group_is_written_to_under_its_new_id(database, telegram, clock):
    telegram.migrate(-10, -1001234567890)
    post = telegram_post(database, telegram, clock)
    group = post.meet("-10")
    owed = post.owe(group)
    post.send()
    assert post.fate(owed) == ("sent", None)
    assert len(telegram.messages_to(-1001234567890)) == 1
