"""Presses repeated, late and shuffled: the survey gets what was meant."""

import random
import uuid

import pytest
from sqlalchemy import select

from api.store import events
from api.store.models import (
    Answer,
    Contact,
    Delivery,
    ResponseLink,
)
from bot.channels import memory
from bot.handler import Handler
from bot.turn import Inbound, Kind
from surveys import definition
from tests.bot.handling import count, none_waits
from tests.conftest import KEYS
from tests.journeys import talk
from tests.journeys.talk import begins


@pytest.fixture
def make(database, clock):
    """Another process of the town: `make(line=read)` reads LINE's events its way."""

    def making(**readers):
        world = talk.shipped_world()
        return Handler(database, lambda: world, talk.READERS | readers, clock)

    return making


CHOICES = 2
QUESTIONS = 5


class Crowd:
    """Residents in a survey whose presses are lost on the way, repeated, late."""

    def __init__(self, database, clock, residents, chance):
        self.database, self.clock, self.chance = database, clock, chance
        self.tokens = {r.address: self._token(r) for r in residents}
        self.on_the_way = []
        self.pressed = {r.address: {} for r in residents}
        self.sent = []

    @staticmethod
    def _token(resident):
        return resident.button("เคย").split(":")[1]

    def press(self, address):
        """The button of the open question, or one of an earlier one again."""
        pending = self.answered(address)
        place = self.chance.choice([pending, pending, self.chance.randint(0, pending)])
        if place >= QUESTIONS:
            return
        choice = self.chance.randrange(CHOICES)
        self.pressed[address].setdefault(place, set()).add(choice)
        data = f"s:{self.tokens[address]}:{place}:{choice}"
        inbound = Inbound(
            "line",
            "town",
            address,
            Kind.PRESS,
            self.clock.forward(seconds=1),
            data=data,
        )
        self.on_the_way.append(memory.take(address, inbound, key=str(uuid.uuid4())))

    def deliver(self):
        """Some of what is on the way, in any order, some of it twice."""
        self.chance.shuffle(self.on_the_way)
        some = self.chance.randint(0, len(self.on_the_way))
        arrived, self.on_the_way = self.on_the_way[:some], self.on_the_way[some:]
        again = [each for each in self.sent if self.chance.random() < 0.2]
        with self.database.write() as session:
            for each in [*arrived, *again, *arrived[:1]]:
                events.take(session, [events.row(KEYS, each, self.clock())])
        self.sent += arrived

    def answers(self, address):
        with self.database.read() as session:
            found = session.execute(
                select(Answer.question_key, Answer.value)
                .join(ResponseLink, ResponseLink.response_id == Answer.response_id)
                .join(Contact, Contact.resident_id == ResponseLink.resident_id)
                .where(Contact.address_hash == self._hash(address))
            ).all()
        return dict(map(tuple, found))

    def answered(self, address):
        return len(self.answers(address))

    @staticmethod
    def _hash(address):
        return KEYS.find("contact", "line", "town", address)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_repeated_late_or_shuffled_no_answer_is_lost_doubled_or_misplaced(
    database, clock, make, seed
):
    chance = random.Random(seed)
    talk.prepare(database, clock())
    town = make()
    residents = [talk.Resident(town, database, clock) for _ in range(3)]
    for resident in residents:
        begins(resident)
        resident.says("ตอบแบบสอบถาม")
        resident.presses("ยินดีตอบ")
    crowd = Crowd(database, clock, residents, chance)
    handlers = [town, make()]
    already = count(database, Delivery)
    for _ in range(12):
        for resident in residents:
            if chance.random() < 0.8:
                crowd.press(resident.address)
        crowd.deliver()
        chance.choice(handlers).drain()
    while crowd.on_the_way:
        crowd.deliver()
    town.drain()

    questions = definition.load_all()[0].questions[:QUESTIONS]
    for resident in residents:
        pressed = crowd.pressed[resident.address]
        answers = crowd.answers(resident.address)
        # Nothing is lost: each question a press was for is answered...
        assert set(answers) == {questions[place].key for place in pressed}
        # ...and with a choice that was pressed for this very question.
        for place, choices in pressed.items():
            question = questions[place]
            given = {question.choices[each].key for each in choices}
            assert str(answers[question.key]) in given
    assert count(database, Delivery) - already == len(crowd.sent)
    assert none_waits(database)()
