"""The outbox is emptied: in order, each once, nothing held up by another."""

import asyncio
import threading

import pytest
import structlog

from api.store.models import Contact
from api.store.words import ContactState
from bot.channels.base import SendError
from content.outbound import Outbound
from tests.bot.sending import Post, Scripted, asking, channel, texts, user
from tests.patience import PATIENCE_S


@pytest.fixture
def post(database, clock):
    return Post(database, channel(), clock)


@pytest.fixture
def telegram(database, clock):
    return Post(database, channel("telegram"), clock)


@pytest.fixture
def scripted(database, clock):
    def making(meets=None, *, reserve=0, **options):
        return Post(database, Scripted(meets=meets, **options), clock, reserve=reserve)

    return making


def test_a_reply_goes_by_its_token(post):
    owed = post.owe(post.meet(), Outbound("ค่ะ"), token="token-1")
    post.send()
    (call,) = post.channel.sent
    assert (call.method, call.reply_token, texts(call)) == ("reply", "token-1", ["ค่ะ"])
    assert post.fate(owed) == ("sent", None)
    assert post.rows()[0].token_sealed is None


def test_an_officers_answer_is_pushed_and_a_broadcast_goes_to_many_at_once(post):
    post.push(post.meet(), Outbound("จากเจ้าหน้าที่"))
    post.broadcast(5, languages=("th", "en"))
    post.send()
    calls = post.channel.sent
    assert [(call.method, call.to) for call in calls[:1]] == [("push", (user(1),))]
    sizes = sorted((call.language, len(call.to), *texts(call)) for call in calls[1:])
    assert sizes == [("en", 2, "Town news"), ("th", 3, "ข่าวเมือง")]
    assert {call.method for call in calls[1:]} == {"multicast"}
    assert post.fates() == {("sent", None): 6}


def test_a_late_reply_is_parked_and_goes_free_before_the_next_one(post, clock):
    noi = post.meet()
    late = post.owe(noi, asking("ข้อ 1", "ใช่", "ไม่"), token="token-1")
    clock.forward(seconds=46)
    with structlog.testing.capture_logs() as logged:
        post.send()
    assert post.channel.sent == []
    assert post.fate(late) == ("parked", "late")
    # Nothing else tells an operator that residents wait for what will not come.
    assert [(each["event"], each["why"], each["deliveries"]) for each in logged] == [
        ("parked", "late", 1)
    ]
    post.owe(noi, asking("ข้อ 2", "ดี"), token="token-2")
    post.send()
    (call,) = post.channel.sent
    assert (call.method, call.reply_token) == ("reply", "token-2")
    assert texts(call) == ["ข้อ 1", "ข้อ 2"]
    # The buttons shown are those of the question that is open.
    assert [len(message.choices) for message in call.messages] == [0, 1]
    assert post.fates() == {("sent", None): 2}


def test_a_reply_without_a_token_waits_and_costs_nothing(post):
    owed = post.owe(post.meet())
    post.send()
    assert post.fate(owed) == ("parked", "late")
    assert post.channel.sent == []


def test_what_is_parked_goes_in_its_order_and_no_more_than_fits(post):
    noi = post.meet()
    for number in range(5):
        post.owe(noi, Outbound(f"เก่า {number}"))
    post.send()
    said = []
    for number in range(3):
        post.owe(noi, Outbound(f"ใหม่ {number}"), token=f"t{number}")
        post.send()
        said.append(texts(post.channel.sent[-1]))
    assert said == [
        ["เก่า 0", "เก่า 1", "เก่า 2", "ใหม่ 0"],
        ["เก่า 3", "เก่า 4", "ใหม่ 1"],
        ["ใหม่ 2"],
    ]


def test_a_long_late_welcome_does_not_wait_for_ever(post):
    noi = post.meet()
    welcome = post.owe(noi, *(Outbound(f"คำ {number}") for number in range(4)))
    post.send()
    post.owe(noi, Outbound("ต่อ"), token="t")
    post.send()
    assert post.fate(welcome) == ("sent", None)
    assert texts(post.channel.sent[0]) == ["คำ 0", "คำ 1", "คำ 2", "คำ 3", "ต่อ"]


def test_nobody_gets_what_is_parked_for_another(post):
    post.owe(post.meet(user(1)), Outbound("ของหน่อย"))
    post.send()
    post.owe(post.meet(user(2)), Outbound("ของเล็ก"), token="t")
    post.send()
    assert texts(post.channel.sent[0]) == ["ของเล็ก"]


def test_without_quota_a_broadcast_is_parked_and_replies_still_go(scripted):
    post = scripted(allowed=0)
    post.broadcast(4)
    post.owe(post.meet(), token="t")
    post.send()
    assert post.fates() == {("sent", None): 1, ("parked", "quota"): 4}
    assert [call.method for call in post.channel.sent] == ["reply"]


def test_what_was_parked_for_want_of_quota_goes_with_the_next_reply(scripted):
    post = scripted(allowed=0)
    post.broadcast(1)
    post.send()
    post.owe(post.meet(user(100)), Outbound("ค่ะ"), token="t")
    post.send()
    assert texts(post.channel.sent[0]) == ["ข่าวเมือง", "ค่ะ"]
    assert post.fates() == {("sent", None): 2}


def test_the_reserve_is_kept_while_calls_are_under_way(scripted):
    async def slow(call):
        await asyncio.sleep(0.01)

    post = scripted(slow, allowed=30, reserve=5, most_recipients=2)
    post.broadcast(60)
    post.send()
    assert post.fates() == {("sent", None): 25, ("parked", "quota"): 35}


def test_the_reserve_is_there_for_officers(scripted):
    post = scripted(allowed=5, reserve=5)
    post.broadcast(2)
    pushed = post.push(post.meet())
    post.send()
    assert post.fate(pushed) == ("sent", None)
    assert post.fates() == {("sent", None): 1, ("parked", "quota"): 2}


def test_refused_for_want_of_quota_nothing_more_is_tried(scripted):
    def refuse(call):
        if call["method"] != "reply":
            raise SendError("quota", quota_spent=True)

    # It counted less than the platform does.
    post = scripted(refuse, allowed=1000, most_recipients=1)
    post.broadcast(20)
    post.send()
    assert post.fates() == {("parked", "quota"): 20}
    assert len(post.channel.parcels) == 0
    post.owe(post.meet(), token="t")
    post.push(post.meet(user(2)))
    post.send()
    assert post.fates() == {("parked", "quota"): 21, ("sent", None): 1}


def test_nothing_that_costs_goes_before_the_platform_was_asked(scripted):
    post = scripted(allowed=2)
    post.broadcast(9)
    post.send()
    assert post.channel.asked == [1]
    assert post.fates() == {("sent", None): 2, ("parked", "quota"): 7}


def test_a_platform_that_does_not_say_what_is_left_stops_nothing(scripted):
    post = scripted()

    async def unknown():
        raise SendError("quota_unknown")

    post.channel.quota = unknown
    post.broadcast(4)
    post.send()
    assert post.fates() == {("sent", None): 4}


def test_a_slow_answer_about_quota_holds_up_no_reply(scripted):
    post = scripted()
    answered = threading.Event()

    async def slow():
        await asyncio.to_thread(answered.wait, PATIENCE_S)
        return None, 0

    post.channel.quota = slow

    def reply_went(call):
        if call["method"] == "reply":
            answered.set()

    post.channel.meets = reply_went
    post.owe(post.meet(), token="t")
    post.broadcast(1)
    post.send()
    assert [call.method for call in post.channel.sent] == ["reply", "multicast"]


def test_a_refused_multicast_is_split_until_the_odd_one_is_alone(scripted):
    odd = user(104)

    def refuse(call):
        if odd in call["to"]:
            raise SendError("refused", permanent=True)

    post = scripted(refuse, most_recipients=8)
    post.broadcast(12)
    post.send()
    reached = [one for call in post.channel.sent for one in call.to]
    assert sorted(reached) == sorted(user(100 + n) for n in range(12) if n != 4)
    assert post.fates() == {("sent", None): 11, ("failed", "refused"): 1}
    keys = [parcel.id for parcel in post.channel.parcels]
    assert len(keys) == len(set(keys))


def test_a_contact_who_is_gone_is_blocked_and_gets_no_more(telegram):
    noi = telegram.meet("55")
    telegram.channel.failures = [
        SendError("blocked", permanent=True, contact_gone=True)
    ]
    for _ in range(3):
        telegram.owe(noi)
    telegram.send()
    assert telegram.fates() == {
        ("failed", "blocked"): 1,
        ("skipped", "contact_gone"): 2,
    }
    assert telegram.channel.sent == []
    with telegram.database.read() as session:
        assert session.get_one(Contact, noi.id).state is ContactState.BLOCKED


def test_a_migrated_chat_is_written_to_at_its_new_address(telegram):
    group = telegram.meet("-10")
    telegram.channel.failures = [SendError("moved", moved_to="-1001")]
    telegram.owe(group)
    telegram.owe(group)
    telegram.send()
    assert [call.to for call in telegram.channel.sent] == [("-1001",), ("-1001",)]


def test_a_chat_that_moved_to_one_we_know_gets_no_more(telegram):
    group = telegram.meet("-10")
    telegram.meet("-1001")
    telegram.channel.failures = [SendError("moved", moved_to="-1001")]
    telegram.owe(group)
    telegram.send()
    assert telegram.fates() == {("skipped", "contact_gone"): 1}
