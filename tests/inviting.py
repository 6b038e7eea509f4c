"""What tests of invitations begin with: a wave by list, and people who agreed."""

from functools import cache

from sqlalchemy import select

from api.settings import Settings
from api.store import consents, invitations, inviting, responses, waves
from api.store.eligible import Segment
from api.store.models import Delivery, Invitation, Resident, Response, Wave
from api.store.session import Database
from api.store.words import ConsentPurpose, DeliveryKind, ResponseState
from bot import inviting as words
from surveys import definition, route
from surveys.definition import Survey
from surveys.flow import Answer, State
from surveys.question import Kind, Question
from tests.api import given
from tests.conftest import Clock

ON = ("line", "telegram", "web")
EVERYONE = Segment()
SETTINGS = Settings()


@cache
def survey() -> Survey:
    """The first shipped one."""
    return definition.load_all()[0]


class Town:
    """A database with an open wave of an invited list that reminds."""

    def __init__(self, database: Database, clock: Clock, **options: object) -> None:
        self.database, self.clock = database, clock
        self.wave = self.another("w1", **options)

    def another(self, key: str, **options: object) -> Wave:
        """One more such wave; `survey` may name another survey."""
        asked = options.pop("survey", survey())
        with self.database.write() as session:
            version = waves.store_version(session, asked, self.clock())
            wave = waves.open_wave(
                session,
                key=key,
                version=version,
                population="all who chat",
                frame="invited_list",
                now=self.clock(),
            )
            wave.reminders = True
            for name, value in options.items():
                setattr(wave, name, value)
        return wave

    def meet(self, address: str, *purposes: ConsentPurpose, **options):
        """Someone who agreed to these, to news if none is named; seen some days ago."""
        met_at = self.clock.time
        now = self.clock.forward(milliseconds=1)
        with self.database.write() as session:
            contact = given.contact(session, address, now, **options)
            for purpose in purposes or (ConsentPurpose.BROADCASTS,):
                consents.give(
                    session, contact.resident_id, purpose,
                    version="1", channel=contact.channel, now=met_at,
                )  # fmt: skip
        return contact

    def crowd(self, count: int, **options):
        """So many people on LINE; two hours later nobody is in the middle of a talk."""
        met = [self.meet(f"U{number:032x}", **options) for number in range(count)]
        self.clock.forward(hours=2)
        return met

    def invite(self, quota: int = 1000, segment: Segment = EVERYONE, **options):
        key = options.pop("key", self.wave.key)
        return inviting.invite(
            self.database, key, segment=segment, quota=quota, by="cli",
            now=self.clock(), **options,
        )  # fmt: skip

    def send(self, on=ON) -> bool:
        return words.send(self.database, SETTINGS, self.clock(), on=on)

    def remind(self) -> bool:
        return words.remind(self.database, SETTINGS, self.clock())

    def invited(self, wave: Wave | None = None) -> list[Invitation]:
        wave = wave or self.wave
        with self.database.read() as session:
            query = select(Invitation).where(Invitation.wave_id == wave.id)
            return list(session.scalars(query.order_by(Invitation.id)))

    def residents(self, wave: Wave | None = None) -> set:
        return {row.resident_id for row in self.invited(wave)}

    def deliveries(self) -> list[Delivery]:
        """Every message that invites or reminds, in its order."""
        with self.database.read() as session:
            kind = Delivery.kind == DeliveryKind.INVITATION
            return list(
                session.scalars(select(Delivery).where(kind).order_by(Delivery.id))
            )

    def arrived(self) -> None:
        """What waits has been sent by now."""
        now = self.clock()
        with self.database.write() as session:
            for row in session.scalars(
                select(Delivery).where(Delivery.state == "pending")
            ):
                row.state, row.done_at = "sent", now

    def speak(self, contact, language: str) -> None:
        with self.database.write() as session:
            session.get_one(Resident, contact.resident_id).language = language

    def answer(self, contact, count: int = 1, wave: Wave | None = None) -> Response:
        """They answer so many more questions; who answers the last has finished."""
        wave = wave or self.wave
        now = self.clock()
        with self.database.write() as session:
            response = responses.offer(
                session, contact.resident_id, wave,
                language="th", mode=contact.channel, now=now,
            )  # fmt: skip
            asked = waves.survey_of(session, wave)
            responses.set_state(session, response, ResponseState.STARTED, now)
            for _ in range(count):
                given_ = responses.answers(session, response)
                question = route.pending(asked, given_, response.asked_order)
                if question is not None:
                    responses.record(session, response, question, said(question), now)
            given_ = responses.answers(session, response)
            if route.pending(asked, given_, response.asked_order) is None:
                responses.set_state(session, response, ResponseState.COMPLETE, now)
        return response

    def decline(self, contact) -> None:
        with self.database.write() as session:
            response = responses.offer(
                session, contact.resident_id, self.wave,
                language="th", mode=contact.channel, now=self.clock(),
            )  # fmt: skip
            state = ResponseState.DECLINED
            responses.set_state(session, response, state, self.clock())

    def refuse(self, contact) -> None:
        with self.database.write() as session:
            invitations.refuse(
                session, contact.resident_id,
                version="1", channel=contact.channel, now=self.clock(),
            )  # fmt: skip


def said(question: Question) -> Answer:
    """Some answer to the question."""
    match question.kind:
        case Kind.MULTIPLE:
            value: object = (question.choices[0].key,)
        case Kind.NUMBER:
            value = question.min
        case Kind.OPEN:
            value = "ดีค่ะ"
        case _:
            value = question.values[0]
    return Answer(State.ANSWERED, value)
