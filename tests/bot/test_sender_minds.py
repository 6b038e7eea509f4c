"""Whoever changes their mind while it is planned what they are sent is heard."""

import pytest
from sqlalchemy import select

from api.store import deliveries
from api.store.models import Contact
from tests.bot.sending import NEWS, Post, Scripted


class Minds:
    """The words of news; everybody unsubscribes while they are looked for."""

    def __init__(self, database, clock, words):
        self.database, self.clock, self.words = database, clock, words
        self.changed = 0

    def change(self):
        self.changed += 1
        with self.database.write() as session:
            for contact in session.scalars(select(Contact)):
                deliveries.skip_unsubscribed(session, contact.resident_id, self.clock())

    def words_of(self, session, broadcast_id, language):
        self.change()
        return self.words.get(language)


@pytest.fixture
def make(database, clock):
    """`make(words, allowed=0)`: the outbox with a broadcast to three."""

    def making(words, *, channel=Scripted, allowed=None):
        minds = Minds(database, clock, words)
        post = Post(database, channel(allowed=allowed), clock, words_of=minds.words_of)
        post.channel.mind = minds
        # LINE is asked what quota is left; until then nothing is planned.
        post.send()
        post.broadcast(3)
        return post

    return making


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (NEWS, 0),  # they were to be parked
        ({}, None),  # they had no words
        (NEWS, None),  # they were to be sent
    ],
)
def test_what_was_taken_back_meanwhile_stays_taken_back(make, words, allowed):
    post = make(words, allowed=allowed)
    post.send()
    assert post.channel.mind.changed
    assert post.fates() == {("skipped", "unsubscribed"): 3}
    assert post.channel.sent == []


def test_what_was_taken_back_before_it_could_not_be_packed_did_not_fail(make):
    class Odd(Scripted):
        def pack(self, *what, **options):
            raise KeyError("odd")

    post = make(NEWS, channel=Odd)
    post.send()
    assert post.channel.mind.changed
    assert post.fates() == {("skipped", "unsubscribed"): 3}
