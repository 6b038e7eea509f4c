"""Whatever happens in whatever order: nobody is reminded a third time, at night, too
soon, or when they are done with it."""

import shutil
from collections import Counter
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from api.errors import DomainError
from api.store import consents, deliveries, invitations, residents, waves
from api.store.models import Contact
from api.store.session import Database
from api.store.words import ConsentPurpose
from bot.channels.base import SendError
from bot.channels.memory import MemoryChannel
from bot.inviting import asked
from content.outbound import Outbound
from surveys.contact import BANGKOK, drawn
from tests.bot.sending import Post, user
from tests.conftest import KEYS, Clock
from tests.inviting import Town

PEOPLE = 3
WHO = st.integers(0, PEOPLE - 1)
INVITING, REMINDING = "ขอชวนตอบแบบสอบถาม", ("ยังอยากฟัง", "ที่เริ่มไว้")
FAILURES = {
    "away": SendError("down", ambiguous=True),
    "refused for now": SendError("busy", retry_after_s=30.0),
    "no quota": SendError("quota", permanent=True, quota_spent=True),
}
# Told to every machine: how often what was seen.
SEEN: Counter[str] = Counter()


class Watched(MemoryChannel):
    """A platform that notes who got what, when."""

    def __init__(self, machine):
        super().__init__(name="line", account="town")
        self.machine = machine

    async def send(self, parcel):
        before = len(self.sent)
        await super().send(parcel)
        for call in self.sent[before:]:
            for message in call.messages:
                self.machine.got(user_number(call), message.text)


def user_number(call) -> int:
    # A reply names nobody; of the two kinds of call only one is made to a person.
    return int((call.to or (call.reply_token,))[0].removeprefix("U"), 16)


def lot_of(people) -> str:
    """A seed that draws them in this order: every run of a failure is the same."""
    return next(
        seed for seed in map(str, count()) if drawn(people, PEOPLE, seed) == people
    )


class Machine(RuleBasedStateMachine):
    """Rules are what residents, officers, workers and platforms do."""

    template: ClassVar[Path]
    folder: ClassVar[Path]
    numbers: ClassVar = count()

    def __init__(self):
        super().__init__()
        file = self.folder / f"{next(self.numbers)}.db"
        shutil.copy(self.template, file)
        self.database = Database(f"sqlite:///{file}", KEYS)
        self.clock = Clock()
        self.town = Town(self.database, self.clock)
        self.people = self.town.crowd(PEOPLE)
        self.seed = lot_of([each.resident_id for each in self.people])
        self.post = Post(self.database, Watched(self), self.clock)
        self.invited = {}
        self.reminded = {number: [] for number in range(PEOPLE)}
        self.done: set[int] = set()
        self.refused: set[int] = set()
        self.left: set[int] = set()
        self.is_open = True
        self.found = []
        self.wrong: list[str] = []

    def teardown(self):
        for row in self.town.invited():
            assert row.reminded <= 2
        self.database.close()

    def got(self, number: int, text: str) -> None:
        """Judge a message that arrives. What is wrong is told by `nothing_is_wrong`:
        the sender would take an error raised here for the platform's."""
        now = self.clock()
        reminds = any(words in text for words in REMINDING)
        if not reminds and INVITING not in text:
            return
        before = self.reminded[number]
        after = timedelta(hours=120 if before else 48)
        claims = {
            "by day": 9 <= now.astimezone(BANGKOK).hour < 20,
            "while the wave is open": self.is_open,
            "to nobody who is done": number not in self.done,
            "to nobody who refused": number not in self.refused,
            "to nobody who left": number not in self.left,
            "invited once": reminds or number not in self.invited,
            "reminded twice at most": not reminds or len(before) < 2,
            "reminded of what they know": not reminds or number in self.invited,
            "not too soon": not reminds or now - self.invited.get(number, now) >= after,
            "not close together": not reminds
            or not before
            or now - before[-1] >= timedelta(hours=72),
        }
        self.wrong += [claim for claim, holds in claims.items() if not holds]
        if reminds:
            before.append(now)
            SEEN[f"reminded {len(before)}"] += 1
        else:
            self.invited[number] = now
            SEEN["invited"] += 1

    @invariant()
    def nothing_is_wrong(self):
        assert self.wrong == []

    @initialize(late=st.booleans())
    def most_are_invited_at_once(self, late):
        self.town.invite(PEOPLE - 1, seed=self.seed)
        self.a_worker_works()
        if late:
            self.it_gets_late()
        self.a_sender_sends(None)

    @rule()
    def it_gets_late(self):
        """What was written down by day is still there at half past eight."""
        self.a_worker_works()
        self.clock.time = max(
            self.clock.time, self.clock.time.replace(hour=13, minute=30)
        )

    @rule(hours=st.sampled_from([1, 7, 12, 26, 49, 73, 121]))
    def time_passes(self, hours):
        self.clock.forward(hours=hours)
        self.post.sender._paused_until.clear()

    @rule(hours=st.lists(st.sampled_from([25, 49, 73, 74]), min_size=1, max_size=3))
    def quiet_times_pass(self, hours):
        for each in hours:
            self.time_passes(each)
            self.a_worker_works()
            self.a_sender_sends(None)

    @rule(quota=st.integers(1, PEOPLE))
    def an_officer_invites(self, quota):
        if self.is_open:
            self.town.invite(quota, seed=self.seed)

    @rule()
    def a_worker_works(self):
        self.town.send()
        self.town.remind()

    @rule()
    def a_slow_worker_looks(self):
        with self.database.read() as session:
            self.found += invitations.to_remind(session, self.clock())

    @rule()
    def the_slow_worker_goes_on(self):
        said = asked("ที่เริ่มไว้", "invitation.go_on", self.town.wave, "th")
        while self.found:
            with self.database.write() as session:
                invitations.remind(session, self.found.pop(), said, self.clock())

    @rule(number=WHO)
    def somebody_asks_for_a_third(self, number):
        for row in self.town.invited():
            who = self.people[number]
            if row.reminded == 2 and row.resident_id == who.resident_id:
                third = invitations.Owed(
                    row.id, row.wave_id, who.resident_id, who.id, "th", 2, None
                )
                said = asked("x", "invitation.start", self.town.wave, "th")
                with pytest.raises(DomainError), self.database.write() as session:
                    invitations.remind(session, third, said, self.clock())

    @rule(failure=st.sampled_from([None, None, None, *FAILURES]))
    def a_sender_sends(self, failure):
        if failure is not None:
            self.post.channel.failures.append(FAILURES[failure])
        self.post.send()
        self.post.channel.failures.clear()

    @rule()
    def a_sender_dies_and_another_begins(self):
        self.post.sender._claim((), frozenset())
        self.post.again()

    @rule(number=WHO)
    def somebody_writes(self, number):
        """What is parked may ride with the answer."""
        who = self.people[number]
        self.left.discard(number)
        with self.database.write() as session:
            contact = residents.meet(
                session, channel="line", account="town",
                address=user(number), now=self.clock(),
            )  # fmt: skip
            deliveries.owe(
                session, contact, (Outbound("ค่ะ"),), kind="reply", now=self.clock(),
                language="th", reply_token=user(number), token_at=self.clock(),
            )  # fmt: skip
            assert contact.id == who.id
        self.post.send()

    @rule(number=WHO, questions=st.sampled_from([1, 3, 99]))
    def somebody_answers(self, number, questions):
        if not self.is_open or number in self.done:
            return
        self.town.answer(self.people[number], questions)
        if questions == 99:
            self.done.add(number)

    @rule(number=WHO)
    def somebody_declines(self, number):
        if self.is_open and number not in self.done:
            self.town.decline(self.people[number])
            self.done.add(number)

    @rule(number=WHO)
    def somebody_refuses_all_surveys(self, number):
        self.town.refuse(self.people[number])
        self.refused.add(number)

    @rule(number=WHO)
    def somebody_wants_them_again(self, number):
        with self.database.write() as session:
            who = self.people[number].resident_id
            invitations.accept(session, who, self.clock())
            consents.give(
                session, who, ConsentPurpose.BROADCASTS,
                version="1", channel="line", now=self.clock(),
            )  # fmt: skip
        self.refused.discard(number)

    @rule(number=WHO)
    def somebody_stops_the_news(self, number):
        with self.database.write() as session:
            who = self.people[number].resident_id
            news = ConsentPurpose.BROADCASTS
            consents.withdraw(session, who, news, self.clock())
        self.refused.add(number)

    @rule(number=WHO)
    def somebody_blocks_us(self, number):
        with self.database.write() as session:
            contact = session.get_one(Contact, self.people[number].id)
            residents.block(session, contact.id)
            deliveries.skip_blocked(session, contact.id, self.clock())
        self.left.add(number)

    @rule(sure=st.integers(0, 9))
    def the_wave_closes(self, sure):
        if self.is_open and sure == 0:
            with self.database.write() as session:
                waves.close(session, self.town.wave.id, self.clock())
            self.is_open = False


def test_whatever_happens_nobody_is_asked_too_often_too_soon_or_in_vain(
    sqlite_template, tmp_path
):
    SEEN.clear()
    Machine.template, Machine.folder = sqlite_template, tmp_path
    # What is claimed of second reminders is seen to happen, whatever chance brings.
    quiet = Machine()
    quiet.most_are_invited_at_once(late=False)
    quiet.quiet_times_pass([49, 73])
    quiet.nothing_is_wrong()
    quiet.teardown()
    assert SEEN["reminded 2"] > 0
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=15,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
