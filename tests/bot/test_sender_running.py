"""No delivery holds up another, none is lost when processes come and go."""

import asyncio
import threading

import pytest

from api.store import broadcasts, residents
from bot import sender as sender_module
from bot.channels.base import SendError
from bot.channels.memory import MemoryChannel
from content.outbound import Card, Outbound
from tests import patience
from tests.bot.sending import NEWS, Post, Scripted, channel, texts, user
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


def run_until(sender, done):
    async def running():
        stop = asyncio.Event()
        task = asyncio.create_task(sender.run(stop))
        await patience.until(done)
        stop.set()
        sender.wake()
        await task

    asyncio.run(running())


def test_a_429_is_obeyed_by_the_whole_account(telegram):
    times = []

    class Timed(MemoryChannel):
        async def send(self, parcel):
            times.append(asyncio.get_running_loop().time())
            await super().send(parcel)

    telegram.channel = Timed(name="telegram", account="town", calls_per_s=100.0)
    telegram.channel.failures = [SendError("rate", retry_after_s=0.3)]
    telegram.sender = telegram._sender()
    for number in range(8):
        telegram.owe(telegram.meet(str(number)))
    telegram.send()
    # Those that were waiting for their turn already wait too.
    assert len(times) == 8
    assert times[1] - times[0] >= 0.3
    telegram.later(seconds=1)
    assert len(times) == 9
    assert telegram.fates() == {("sent", None): 8}


def test_a_full_multicast_does_not_cost_replies_their_tokens(scripted, clock):
    def refuse(call):
        if call["method"] == "multicast":
            raise SendError("rate", retry_after_s=60.0)

    post = scripted(refuse)
    post.broadcast(3)
    post.send()
    owed = post.owe(post.meet(), token="t")
    post.send()
    assert post.fate(owed) == ("sent", None)
    post.channel.meets = None
    post.send()
    assert [call.method for call in post.channel.sent] == ["reply"]
    post.later(seconds=61)
    assert post.fates() == {("sent", None): 4}


def test_replies_are_not_held_up_by_a_broadcast_of_slow_calls(scripted):
    replied, both = [], threading.Event()

    async def slow(call):
        if call["method"] == "reply":
            replied.append(call["reply_token"])
            if len(replied) == 2:
                both.set()
            return
        assert await asyncio.to_thread(both.wait, PATIENCE_S)

    post = scripted(slow, most_recipients=1)
    post.broadcast(20)
    # One of them is a recipient of a slow call at this moment.
    for number in (1, 100):
        post.owe(post.meet(user(number)), token=f"t{number}")
    post.send()
    assert sorted(replied) == ["t1", "t100"]
    assert [call.method for call in post.channel.sent[:2]] == ["reply", "reply"]
    assert post.fates() == {("sent", None): 22}


def test_one_resident_with_a_slow_call_does_not_hold_up_the_others(scripted):
    answered, other = [], threading.Event()

    async def slow(call):
        if call["reply_token"] == "slow":
            assert await asyncio.to_thread(other.wait, PATIENCE_S)
            return
        answered.append(call["reply_token"])
        if answered == ["other"]:
            other.set()

    post = scripted(slow)
    noi = post.meet(user(1))
    post.owe(noi, token="slow")
    for number in range(20):
        post.owe(noi, token=f"more {number}")
    post.owe(post.meet(user(2)), token="other")
    post.send()
    assert answered[0] == "other"
    assert answered[1:] == [f"more {number}" for number in range(20)]


def test_the_order_to_a_contact_is_kept_whatever_fails(telegram):
    noi = telegram.meet("55")
    telegram.channel.failures = [
        SendError("unreachable"),
        SendError("unreachable"),
        None,
        SendError("rate", retry_after_s=3),
    ]
    for number in range(5):
        telegram.owe(noi, Outbound(str(number)))
    telegram.send()
    for _ in range(4):
        telegram.later(seconds=31)
    said = [texts(call)[0] for call in telegram.channel.sent]
    assert said == [str(number) for number in range(5)]


def test_a_cancelled_broadcast_sends_no_more(scripted, clock):
    sent = []

    def count(call):
        sent.append(call)
        if len(sent) > 2:
            raise SendError("unanswered")

    post = scripted(count, most_recipients=1)
    made = post.broadcast(30)
    asyncio.run(post.sender.round())
    post.send()
    with post.database.write() as session:
        broadcasts.cancel(session, made.id, None, clock())
    calls = len(sent)
    post.channel.meets = None
    post.later(hours=1)
    assert len(sent) == calls
    fates = post.fates()
    assert fates.pop(("sent", None)) == 2
    assert set(fates) <= {("skipped", "cancelled"), ("unknown", "cancelled")}


def test_a_message_that_cannot_be_packed_fails_alone(telegram):
    class Choosy(MemoryChannel):
        def pack(self, method, to, messages, language, *, reply_token=None):
            if messages[0].text == "odd":
                raise KeyError("odd")
            return super().pack(method, to, messages, language, reply_token=reply_token)

    telegram.channel = Choosy(name="telegram", account="town")
    telegram.sender = telegram._sender()
    odd = telegram.owe(telegram.meet("1"), Outbound("odd"))
    fine = telegram.owe(telegram.meet("2"), Outbound("fine"))
    telegram.send()
    assert telegram.fate(odd) == ("failed", "not_packed")
    assert telegram.fate(fine) == ("sent", None)


def test_a_broadcast_without_words_in_its_language_is_skipped(post):
    post.broadcast(2, languages=("th", "my"))
    post.send()
    assert post.fates() == {("sent", None): 1, ("skipped", "no_words"): 1}


def test_a_report_goes_out_with_its_own_words(database, clock):
    from bot import packing

    post = Post(
        database,
        channel(),
        clock,
        words_of=packing.report_words("https://town.example"),
    )
    post.broadcast(1)
    post.send()
    (call,) = post.channel.sent
    card = call.messages[0].card
    assert isinstance(card, Card)
    assert card.title == "ตรวจน้ำในคลอง"
    assert "https://town.example/reports/" in card.links[0].url


def test_one_process_sends_for_an_account(database, clock, post):
    other = Post(database, channel(), clock)
    post.owe(post.meet(), token="t1")
    post.send()
    post.owe(post.meet(), token="t2")
    other.send()
    assert other.channel.sent == []
    post.send()
    assert len(post.channel.sent) == 2
    other.again()
    other.owe(other.meet(), token="t3")
    other.send()
    assert len(other.channel.sent) == 1


def test_what_is_owed_while_it_runs_is_sent_at_once(post, monkeypatch):
    monkeypatch.setattr(sender_module, "POLL_S", 60.0)
    noi = post.meet()
    owed = []

    def done():
        if not owed:
            owed.append(post.owe(noi, token="t"))
            post.sender.wake()
        return post.channel.sent and post.fate(owed[0]) == ("sent", None)

    run_until(post.sender, done)


def test_stopped_it_records_what_is_under_way_and_lets_another_take_over(
    database, clock, scripted
):
    under_way = threading.Event()

    async def slow(call):
        under_way.set()
        await asyncio.sleep(0.05)

    post = scripted(slow)
    owed = post.owe(post.meet(), token="t")
    run_until(post.sender, under_way.is_set)
    assert post.fate(owed) == ("sent", None)
    other = Post(database, channel(), clock)
    other.owe(other.meet(), token="t2")
    other.send()
    assert len(other.channel.sent) == 1


@pytest.mark.parametrize("error", [ValueError, SendError])
def test_an_unexpected_failure_does_not_end_the_sending(post, monkeypatch, error):
    monkeypatch.setattr(sender_module, "POLL_S", 0.01)
    claim = post.sender._claims.fresh
    failures = iter([error("odd"), error("odd")])

    def failing(*args):
        for failure in failures:
            raise failure
        return claim(*args)

    monkeypatch.setattr(post.sender._claims, "fresh", failing)
    owed = post.owe(post.meet(), token="t")
    run_until(post.sender, lambda: post.fate(owed) == ("sent", None))


def test_a_call_that_breaks_in_an_unforeseen_way_is_judged_like_a_lost_one(telegram):
    def broken(parcel):
        raise KeyError("odd")

    send, telegram.channel.send = telegram.channel.send, broken
    owed = telegram.owe(telegram.meet("55"))
    telegram.send()
    assert telegram.fate(owed)[0] == "sending"
    telegram.channel.send = send
    telegram.later(minutes=2)
    assert telegram.fate(owed) == ("unknown", "interrupted")
    assert telegram.channel.sent == []


def test_a_key_line_may_have_forgotten_is_never_used_again(scripted):
    def lost(call):
        raise SendError("unanswered")

    post = scripted(lost)
    owed = post.push(post.meet())
    post.send()
    assert post.fate(owed)[0] == "sending"
    calls = len(post.channel.parcels)
    post.channel.meets = None
    # Nobody was there for two days.
    post.clock.forward(days=2)
    post.again()
    post.send()
    assert post.fate(owed) == ("unknown", "key_expired")
    assert len(post.channel.parcels) == calls


def test_a_reply_that_could_not_be_tried_again_in_time_is_parked(scripted):
    def away(call):
        raise SendError("unreachable")

    post = scripted(away)
    noi = post.meet()
    owed = post.owe(noi, Outbound("หนึ่ง"), token="t")
    post.send()
    post.channel.meets = None
    post.later(minutes=5)
    assert post.fate(owed) == ("parked", "late")
    assert post.channel.sent == []


def test_contacts_keep_their_own_addresses(post):
    people = [post.meet(user(number)) for number in range(1, 4)]
    for person in people:
        post.push(person)
    post.send()
    with post.database.read() as session:
        expected = {residents.address(session, person) for person in people}
    assert {call.to[0] for call in post.channel.sent} == expected


def test_a_report_is_worded_once_however_many_it_goes_to(database, clock):
    asked = []

    def words_of(session, broadcast_id, language):
        asked.append(language)
        return NEWS.get(language)

    post = Post(database, channel(), clock, words_of=words_of)
    post.broadcast(4, languages=("th", "en"))
    post.send()
    assert post.fates() == {("sent", None): 4}
    assert sorted(asked) == ["en", "th"]


def test_a_sender_that_died_is_replaced_before_reply_tokens_die(database, clock, post):
    other = Post(database, channel(), clock)
    post.owe(post.meet(), token="t1")
    post.send()
    answer = post.owe(post.meet(), token="t2")
    other.send()
    assert other.channel.sent == []
    post.later(seconds=16)
    other.send()
    assert other.fate(answer) == ("sent", None)
