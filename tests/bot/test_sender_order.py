"""What one contact is told keeps its order, by whichever ways it goes."""

import asyncio
from collections import Counter, defaultdict

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from api.store.outbox import Queue
from bot.channels.base import SendError
from bot.claiming import AT_ONCE
from content.outbound import Outbound
from tests.bot.sending import Post, Scripted, texts, user

CALL_S = 0.001
CONTACTS = 3
ROOM = AT_ONCE[Queue.TOKEN]


class Wire:
    """A platform whose calls take a while; it notes what overtakes a reply."""

    def __init__(self):
        self.replying = Counter()
        self.overtaking = []
        self.tried = set()
        self.failures = []

    async def meets(self, call):
        [to], is_reply = call["to"], call["method"] == "reply"
        text = call["messages"][-1]["text"]
        # One that is tried again may have arrived before the reply was thought of.
        if self.replying[to] and text not in self.tried:
            self.overtaking.append(text)
        self.tried.add(text)
        self.replying[to] += is_reply
        await asyncio.sleep(CALL_S)
        self.replying[to] -= is_reply
        if self.failures and self.failures.pop():
            raise SendError("unreachable")


@pytest.fixture
def wire():
    return Wire()


@pytest.fixture
def post(database, clock, wire):
    post = Post(database, Scripted(meets=wire.meets), clock)
    # LINE is asked what quota is left; until then nothing is pushed.
    post.send()
    return post


def said(post, contact):
    """The words of the calls that went through, the parked ones before the reply's."""
    calls = [call for call in post.channel.sent if call.to == (contact,)]
    return [text for call in calls for text in texts(call)]


@pytest.mark.parametrize("is_reply_first", [True, False])
def test_an_officers_word_waits_for_the_reply_that_is_on_its_way(
    post, wire, is_reply_first
):
    noi, other = post.meet(user(1)), post.meet(user(2))
    owe = [
        lambda: post.owe(noi, Outbound("reply"), token="t"),
        lambda: post.push(noi, Outbound("word")),
    ]
    for each in owe if is_reply_first else reversed(owe):
        each()
    post.push(other)
    post.send()
    assert wire.overtaking == []
    assert said(post, user(1)) == ["reply", "word"]
    # Nobody else waits for it.
    assert post.channel.sent[-1].to == (user(1),)
    assert post.fates() == {("sent", None): 3}


def test_an_officers_word_waits_for_one_that_is_to_be_tried_again(post, wire):
    noi = post.meet(user(1))
    wire.failures = [True]
    for number in range(3):
        post.push(noi, Outbound(str(number)))
    post.send()
    post.later(seconds=31)
    assert said(post, user(1)) == ["0", "1", "2"]


@pytest.mark.parametrize("others", [ROOM - 1, ROOM, ROOM + 16])
def test_an_officers_word_waits_for_the_reply_however_many_others_are_owed_one(
    post, wire, others
):
    for number in range(others):
        post.owe(post.meet(user(100 + number)), token=str(number))
    noi = post.meet(user(1))
    post.owe(noi, Outbound("reply"), token="t")
    post.push(noi, Outbound("word"))
    post.send()
    assert wire.overtaking == []
    assert said(post, user(1)) == ["reply", "word"]


def test_an_officers_word_waits_where_there_is_no_room_for_the_reply(post):
    """Slow calls have taken all of it."""
    noi, others = post.meet(user(1)), [post.meet(user(100 + n)) for n in range(ROOM)]
    for number, other in enumerate(others):
        post.owe(other, token=str(number))
    claims = post.sender._claims
    assert claims.hold(post.clock())
    slow, _ = claims.fresh(post.clock(), (), ())
    assert [flight.queue for flight in slow] == [Queue.TOKEN] * ROOM
    post.owe(noi, Outbound("reply"), token="t")
    post.push(noi, Outbound("word"))
    assert claims.fresh(post.clock(), slow, ()) == ([], False)
    [reply], _ = claims.fresh(post.clock(), slow[1:], ())
    assert reply.parcel.method == "reply"
    assert claims.fresh(post.clock(), (*slow[1:], reply), ()) == ([], False)


@settings(
    max_examples=30,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    owed=st.lists(
        st.tuples(st.integers(1, CONTACTS), st.booleans()), min_size=2, max_size=12
    ),
    failures=st.lists(st.booleans(), max_size=6),
    rounds=st.integers(1, 3),
)
def test_what_is_said_arrives_in_its_order_and_overtakes_no_reply(
    post, wire, owed, failures, rounds
):
    first = CONTACTS * len(post.rows())  # nobody of another example
    wire.failures, wire.tried = failures, set()
    wanted = defaultdict(list)
    for number, (nth, is_reply) in enumerate(owed):
        address, text = user(first + nth), f"{is_reply} {number}"
        contact = post.meet(address)
        wanted[address, is_reply].append(text)
        if is_reply:
            post.owe(contact, Outbound(text), token=text)
        else:
            post.push(contact, Outbound(text))
        if number % rounds == 0:
            post.send()
    for _ in range(len(failures) + 1):
        post.later(seconds=8)
    for _ in range(len(failures)):
        post.later(minutes=11)
    assert wire.overtaking == []
    for (address, is_reply), words in wanted.items():
        arrived = [text for text in said(post, address) if text in words]
        # A reply whose token is dead waits for the next one.
        assert arrived == [text for text in words if text in arrived]
        assert is_reply or arrived == words
