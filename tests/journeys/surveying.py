"""A town that asks one survey, for the journeys through it."""

import pytest
from sqlalchemy import select

from api.store.models import Answer, Photo, Response, Wave
from tests.journeys import polls, talk


class Town:
    """Its waves, and whoever comes to answer them."""

    def __init__(self, database, clock):
        self.database, self.clock = database, clock
        self.handler = talk.make_handler(database, clock)

    def asks(self, *questions, key="w1", version=1, wave=None, **fields):
        """One open wave of these questions; `wave` are its own fields."""
        survey = polls.poll(*questions, version=version, **fields)
        with self.database.write() as session:
            options = wave or {}
            asked = polls.asks(session, survey, self.clock(), key=key, **options)
            return asked.id

    def arrives(self, **options):
        """Someone past the welcome, in Thai."""
        resident = talk.Resident(self.handler, self.database, self.clock, **options)
        talk.begins(resident)
        return resident

    def begins(self, **options):
        """Someone who has agreed: they hear the first question."""
        resident = self.arrives(**options)
        resident.says("ตอบแบบสอบถาม")
        resident.presses("ยินดีตอบ")
        return resident

    def answers(self):
        """By question, its value or its state; of all there are."""
        return talk.answers_of(self.database)

    def sealed(self, key):
        """The words kept apart of the answer to this question."""
        with self.database.read() as session:
            row = session.scalars(
                select(Answer).where(Answer.question_key == key)
            ).one()
            keys = session.info["keys"]
            return keys.unseal("answer", row.response_id, row.text_sealed).decode()

    def pictures(self):
        """What the pictures that are kept here are called."""
        with self.database.read() as session:
            return session.scalars(select(Photo.id)).all()

    def responses(self):
        with self.database.read() as session:
            return session.scalars(select(Response).order_by(Response.id)).all()

    def response(self):
        [only] = self.responses()
        return only

    def change(self, wave_id, **fields):
        with self.database.write() as session:
            wave = session.get_one(Wave, wave_id)
            for name, value in fields.items():
                setattr(wave, name, value)


@pytest.fixture
def poll_town(database, clock):
    return Town(database, clock)
