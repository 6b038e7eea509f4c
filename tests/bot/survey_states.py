"""A resident in two waves of a survey, whose events are lost, doubled, late and
crashed over; and a model of what should be stored.

The model knows the questions as a person would who reads them; it takes nothing from
`surveys.route`. After all that arrived was handled, what is stored is what it says.
"""

import json
import random
import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlalchemy import select
from sqlmodel import col

from api.store import deliveries, events, waves
from api.store.models import (
    Answer,
    Contact,
    Delivery,
    InboundEvent,
    Response,
    ResponseLink,
)
from bot import short
from bot.channels import memory
from bot.handler import Handler
from bot.handling import Done, Handling
from bot.turn import Inbound, Kind
from tests.api import given
from tests.bot.handling import GONE
from tests.bot.survey_model import FIRST, SECOND, SKIPPED, UNKNOWN, Held
from tests.conftest import KEYS
from tests.journeys import polls, talk

ANY = st.integers(0, 31)
SOON = st.sampled_from([True, True, True, False])
# Told to every machine: what each run did, and how many.
DONE: Counter[str] = Counter()


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


class Crashing(Handling):
    """Handles what the resident does, and loses the database before it is committed."""

    def __init__(self, address: str) -> None:
        super().__init__(KEYS, talk.READERS)
        self.address = address
        self.crashes = 0

    def handle(self, session: Any, begun: Any, *given: Any) -> Done:
        done = super().handle(session, begun, *given)
        self.together += bool(given)
        if self.crashes and begun.inbound.address == self.address:
            self.crashes -= 1
            raise GONE
        return done

    together = 0
    """How many turns shared a transaction."""


@dataclass
class Sent:
    """Something the resident did, on its way to us."""

    key: str
    inbound: Inbound
    seen: Any
    """The response and question before their eyes when they typed it, if any."""
    means: Any = None


class Machine(RuleBasedStateMachine):
    """Rules are what a resident and a network do; the model is compared after each."""

    database: Any = None

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        world = talk.shipped_world()
        self.address = f"U{uuid.uuid4().hex}"
        self.handler = Handler(self.database, lambda: world, talk.READERS, self.clock)
        self.handling = self.handler._handling = Crashing(self.address)
        self.on_the_way: list[Sent] = []
        self.known: list[Sent] = []
        self.held: dict[str, Held] = {}
        self.surveys: dict[str, Any] = {}
        self.waves: list[str] = []
        self.wave_ids: list[uuid.UUID] = []
        # The response and the question before their eyes, if there is one.
        self.shown: Any = None
        self.since = self.clock()
        self.handled = 0
        with self.database.write() as session:
            contact = given.contact(session, self.address, self.clock(), language="th")
            self.contact_id, self.resident_id = contact.id, contact.resident_id
        self._open(FIRST)
        # Asked at the same time, they go back time and again and are asked once more.
        self.other = self._asked()
        DONE["runs"] += 1

    def _open(self, survey: Any) -> None:
        with self.database.write() as session:
            wave = polls.asks(session, survey, self.clock(), key=f"w{uuid.uuid4().hex}")
            self.waves.append(short.write(wave.id))
            self.wave_ids.append(wave.id)
            self.surveys[str(wave.id)] = survey

    # --- what a resident does; `now`: it arrives at once, with all that is late ---

    @initialize(begins=st.booleans())
    def someone_begins(self, begins: bool) -> None:
        self._press(f"survey:w:{self.waves[0]}", now=True)
        if begins:
            self._press(self._data(next(iter(self.held)), "yes"), now=True)

    @precondition(lambda self: len(self.waves) == 1)
    @rule()
    def a_wave_of_the_next_version_opens_and_is_begun(self) -> None:
        self._open(SECOND)
        self._press(f"survey:w:{self.waves[1]}", now=True)
        self._press(self._data(list(self.held)[-1], "yes"), now=True)

    @rule(which=ANY, now=SOON)
    def takes_it_up(self, which: int, now: bool) -> None:
        self._press(f"survey:w:{self.waves[which % len(self.waves)]}", now=now)

    @rule(which=ANY, yes=st.sampled_from(["yes", "yes", "no"]), now=SOON)
    def agrees_or_not(self, which: int, yes: str, now: bool) -> None:
        self._press(self._data(self._one(which), yes), now=now)

    @precondition(lambda self: self.shown)
    @rule(choice=ANY, now=SOON)
    def presses_what_is_shown(self, choice: int, now: bool) -> None:
        self._press(self._choice(self.shown[0], self.shown[1], choice), now=now)

    @precondition(lambda self: self.shown)
    @rule(choice=ANY, now=SOON)
    def presses_twice(self, choice: int, now: bool) -> None:
        pressed = self._choice(self.shown[0], self.shown[1], choice)
        self._press(pressed, now=False)
        self._press(pressed, now=now)

    @rule(which=ANY, asked=ANY, choice=ANY, now=SOON)
    def presses_an_old_button(
        self, which: int, asked: int, choice: int, now: bool
    ) -> None:
        response = self._one(which)
        # In the order they are asked in: which it is by chance must not matter here.
        held = self.held[response]
        keys = held.order or [each.key for each in held.survey.questions]
        key = keys[asked % len(keys)]
        self._press(self._choice(response, key, choice), now=now)

    @precondition(lambda self: self.shown)
    @rule(way=st.sampled_from(["skip", "dk"]), now=SOON)
    def leaves_it_out(self, way: str, now: bool) -> None:
        response, key = self.shown
        self._press(self._data(response, self._place(response, key), way), now=now)

    @precondition(lambda self: self.shown)
    @rule(number=ANY, now=SOON)
    def types_an_answer(self, number: int, now: bool) -> None:
        said, means = self._words(number)
        self._send(Kind.TEXT, means=means, text=said, now=now)

    @precondition(lambda self: self.shown)
    @rule(number=ANY, again=ANY, now=SOON)
    def types_without_waiting(self, number: int, again: int, now: bool) -> None:
        for each in (number, again):
            said, means = self._words(each)
            self._send(Kind.TEXT, means=means, text=said, now=False)
        if now:
            self._arrives(random.Random(number), everything=True)

    @precondition(lambda self: self.shown)
    @rule(word=st.sampled_from(["ข้าม", "ไม่ทราบ", "ย้อนกลับ", "ย้อนกลับ"]), now=SOON)
    def types_a_word(self, word: str, now: bool) -> None:
        means = {"ข้าม": SKIPPED, "ไม่ทราบ": UNKNOWN, "ย้อนกลับ": "back"}[word]
        self._send(Kind.TEXT, means=means, text=word, now=now)

    @rule(said=st.sampled_from(["หยุด", "ขอบคุณค่ะ"]), hours=st.integers(1, 72))
    def stops_and_comes_back(self, said: str, hours: int) -> None:
        # Thanks are thanks, but words all the same where words are asked for.
        is_words = said != "หยุด" and self.shown and self.shown[1] == "more"
        means = ("answered", "text") if is_words else None
        self._send(Kind.TEXT, means=means, text=said, now=True)
        self.clock.time += timedelta(hours=hours)
        self._press("survey", now=True)

    # --- what the network and the machine do ---

    @rule(seed=st.integers(0, 2**16), crashes=st.sampled_from([0, 1, 2]))
    def some_of_it_arrives(self, seed: int, crashes: int) -> None:
        self._arrives(random.Random(seed), crashes=crashes)

    def teardown(self) -> None:
        try:
            self._deliver(self.on_the_way, self.known)
        finally:
            with self.database.write() as session:
                for wave_id in self.wave_ids:
                    waves.close(session, wave_id, self.clock())
        DONE["together"] += self.handling.together
        DONE["answers"] += sum(len(held.answers) for held in self.held.values())
        DONE["complete"] += sum(each.state == "complete" for each in self.held.values())

    def _arrives(
        self, chance: random.Random, *, crashes: int = 0, everything: bool = False
    ) -> None:
        chance.shuffle(self.on_the_way)
        most = len(self.on_the_way)
        some = most if everything else chance.randint(0, most)
        arrived, self.on_the_way = self.on_the_way[:some], self.on_the_way[some:]
        again = [each for each in self.known if chance.random() < 0.1]
        self.handling.crashes = crashes if arrived else 0
        self._deliver(arrived, again)

    # --- how ---

    def _deliver(self, arrived: list[Sent], again: list[Sent]) -> None:
        with self.database.write() as session:
            for each in [*arrived, *again, *arrived[:1]]:
                taken = memory.take(self.address, each.inbound, key=each.key)
                events.take(session, [events.row(KEYS, taken, self.clock())])
            if arrived:
                self._says(session, self.other, Kind.TEXT, text="ย้อนกลับ")
        self.known += arrived
        self.handler.drain()
        self._follow(sorted(arrived, key=lambda sent: sent.inbound.at))
        self._compare()

    def _asked(self) -> str:
        """Somebody at the first question."""
        address = f"U{uuid.uuid4().hex}"
        with self.database.write() as session:
            given.contact(session, address, self.clock(), language="th")
            data = f"survey:w:{self.waves[0]}"
            self._says(session, address, Kind.PRESS, data=data)
        self.handler.drain()
        with self.database.write() as session:
            self._says(session, address, Kind.TEXT, text="1")
        self.handler.drain()
        return address

    def _says(self, session: Any, address: str, kind: Kind, **fields: Any) -> None:
        self.clock.time += timedelta(milliseconds=1)
        inbound = Inbound("line", "town", address, kind, self.clock(), **fields)
        taken = memory.take(address, inbound)
        events.take(session, [events.row(KEYS, taken, self.clock())])

    def _send(self, kind: Kind, means: Any = None, *, now: bool, **fields: Any) -> None:
        self.clock.time += timedelta(seconds=3)
        inbound = Inbound("line", "town", self.address, kind, self.clock(), **fields)
        self.on_the_way.append(Sent(str(uuid.uuid4()), inbound, self.shown, means))
        self.clock.time += timedelta(seconds=3)
        DONE["steps"] += 1
        if now:
            self._arrives(random.Random(0), everything=True)

    def _press(self, data: str, *, now: bool) -> None:
        self._send(Kind.PRESS, data=data, now=now)

    def _one(self, which: int) -> str:
        return list(self.held)[which % len(self.held)]

    def _data(self, response: str, *parts: object) -> str:
        return ":".join(("s", short.write(uuid.UUID(response)), *map(str, parts)))

    def _choice(self, response: str, key: str, choice: int) -> str:
        asked = self.held[response].survey.question(key)
        place = self._place(response, key)
        if asked.kind.value == "multiple" and choice % 4 == 3:
            return self._data(response, place, "done")
        option = choice % max(len(asked.choices), 1)
        # Some had its tick shown, and so take it away.
        away = asked.kind.value == "multiple" and choice >= 16
        return self._data(response, place, f"-{option}" if away else option)

    def _place(self, response: str, key: str) -> int:
        keys = [each.key for each in self.held[response].survey.questions]
        return keys.index(key)

    def _words(self, number: int) -> tuple[str, tuple[str, Any]]:
        """What they type, looking at the question that is shown, and what it means."""
        response, key = self.shown
        asked = self.held[response].survey.question(key)
        match asked.kind.value:
            case "number":
                return str(number), ("answered", number)
            case "date":
                day = number or 1
                return f"{day} ม.ค. 2569", ("answered", f"2026-01-{day:02}")
            case "open":
                return f"อยากได้ต้นไม้ {number} ต้น", ("answered", "text")
            case "multiple":
                index = number % 3
                return str(index + 1), ("ticks", index)
            case _:
                index = number % len(asked.choices)
                value = asked.values[index]
                return str(index + 1), ("answered", value)

    # --- the model ---

    def _follow(self, handled: list[Sent]) -> None:
        """What each event should have brought about, in the order of handling.

        What was shown in between is read off the replies, as the resident would.
        """
        replies = self._replies()
        for sent in handled:
            self.handled += 1
            self._apply(sent)
            for each in replies.pop(sent.inbound.at, []):
                self._look(each)
        assert not replies, "something was said that nobody asked for"

    def _replies(self) -> dict[datetime, list[Delivery]]:
        """Each reply by the moment of the event that it answers."""
        with self.database.read() as session:
            rows = session.scalars(
                select(Delivery)
                .where(col(Delivery.contact_id) == self.contact_id)
                .order_by(col(Delivery.id))
            ).all()[self._seen() :]
            found: dict[datetime, list[Delivery]] = {}
            for row in rows:
                event = session.get_one(InboundEvent, row.event_id)
                payload = KEYS.unseal("inbound_event", event.id, event.payload_sealed)
                at = datetime.fromisoformat(json.loads(payload)["at"])
                found.setdefault(at, []).append(row)
        self._looked_at = self._seen() + len(rows)
        return found

    def _seen(self) -> int:
        return getattr(self, "_looked_at", 0)

    def _look(self, delivery: Delivery) -> None:
        """What the resident has before them now."""
        with self.database.read() as session:
            said = deliveries.messages_of(session, delivery) or ()
        before, self.shown = self.shown, None
        for choice in (choice for each in said for choice in each.choices):
            kind, *rest = choice.data.split(":")
            if kind != "s":
                continue
            response = str(short.read(rest[0]))
            if response not in self.held:
                self._learn(response)
            if len(rest) == 3 and rest[1].isdecimal():
                asked = self.held[response].survey.questions[int(rest[1])]
                self.shown = (response, asked.key)
        if self.shown != before:
            self.since = self.clock()

    def _learn(self, response: str) -> None:
        with self.database.read() as session:
            row = session.get_one(Response, uuid.UUID(response))
            self.held[response] = Held(self.surveys[str(row.wave_id)])

    def _apply(self, sent: Sent) -> None:
        if sent.inbound.kind is Kind.PRESS:
            self._apply_press(sent.inbound.data.split(":"))
        elif sent.means is not None:
            self._apply_text(sent)

    def _apply_press(self, parts: list[str]) -> None:
        if parts[0] != "s":
            return
        response = str(short.read(parts[1]))
        held = self.held[response]
        match parts[2:]:
            case ["yes"] if held.state in ("offered", "declined"):
                held.state = "started"
                held.order = self._order(response)
            case ["no"] if held.state == "offered":
                held.state = "declined"
            case [place, choice] if held.state == "started":
                asked = held.survey.questions[int(place)]
                if asked.key == held.pending():
                    held.press(asked, choice)
            case _:
                pass
        held.finish()

    def _apply_text(self, sent: Sent) -> None:
        """Typed for the question they saw then, and for no other."""
        if sent.seen is None or sent.seen != self.shown:
            return
        response, key = sent.seen
        held = self.held[response]
        if held.pending() != key or held.state != "started":
            return
        if sent.inbound.at + timedelta(seconds=1) < self.since:
            return  # shown anew since: it was for the question before
        if sent.means == "back":
            held.back()
        else:
            held.type(key, sent.means)
        held.finish()

    def _order(self, response: str) -> list[str] | None:
        with self.database.read() as session:
            row: Response = session.get_one(Response, uuid.UUID(response))
            return row.asked_order

    def _compare(self) -> None:
        with self.database.read() as session:
            rows = session.execute(
                select(
                    col(Answer.response_id),
                    col(Answer.question_key),
                    col(Answer.state),
                    col(Answer.value),
                )
                .join(
                    ResponseLink,
                    col(ResponseLink.response_id) == col(Answer.response_id),
                )
                .join(
                    Contact, col(Contact.resident_id) == col(ResponseLink.resident_id)
                )
                .where(col(Contact.id) == self.contact_id)
            ).all()
        stored: dict[str, dict[str, Any]] = {}
        for response, key, state, value in rows:
            stored.setdefault(str(response), {})[key] = (state, value)
        wanted = {
            name: held.answers for name, held in self.held.items() if held.answers
        }
        assert stored == wanted, f"stored {stored}, wanted {wanted}"
