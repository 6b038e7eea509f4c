"""A wave of many residents, answer by answer, through inbox, talk and outbox.

What they type goes the whole way: taken durably, handled in a transaction of its own,
and the next question sent, its outcome written down. Measured against what every
answer costs at the least: one durable insert.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle

from sqlalchemy import func, insert, select
from sqlmodel import col

from api.settings import Settings
from api.store import waves
from api.store.models import Answer, Delivery, Response, Wave
from api.store.session import Database
from api.store.types import utc_now, uuid7
from api.store.words import ResponseState
from bot import packing
from bot.app import LINE_ACCOUNT, be_quick
from bot.channels import line_events
from bot.channels.base import Parcel
from bot.channels.memory import MemoryChannel
from bot.handler import Handler
from bot.inbox import Inbox
from bot.sender import Sender
from bot.worlds import Worlds
from surveys.definition import Survey
from tests.benchmarks import cli, crowd, databases, machine
from tests.benchmarks.databases import NAMES
from tests.benchmarks.figures import Figure, ms, rate
from tests.platforms.line_events import line_body, text_event

AIM = 0.3
RESIDENTS = 10_000
AT_ONCE = 500
"""Events of one webhook call after the other that are on their way together."""
FLOOR_INSERTS = 3_000
PATIENCE_S = 300
SCALE = [str(point) for point in range(1, 6)]


def survey() -> Survey:
    """Four questions, as most waves are made of: a choice, two scales, a number."""
    words = lambda text: {"th": text}  # noqa: E731
    scale = [
        {"key": point, "label": {"th": label}}
        for point, label in zip(
            SCALE, ("แย่มาก", "แย่", "ปานกลาง", "ดี", "ดีมาก"), strict=True
        )
    ]
    return Survey.model_validate(
        {
            "key": "measured",
            "version": 1,
            "status": "draft",
            "level": "consult",
            "languages": ["th"],
            "reviewed": {"th": True},
            **{name: words(name) for name in ("title", "intro", "thanks", "purpose")},
            "questions": [
                {
                    "key": "heard",
                    "kind": "single",
                    "text": words("เคยได้ยินไหมคะ"),
                    "choices": [
                        {"key": "yes", "label": words("เคย")},
                        {"key": "no", "label": words("ไม่เคย")},
                    ],
                },
                {
                    "key": "air",
                    "kind": "scale5",
                    "text": words("อากาศ"),
                    "choices": scale,
                },
                {
                    "key": "water",
                    "kind": "scale5",
                    "text": words("น้ำ"),
                    "choices": scale,
                },
                {
                    "key": "years",
                    "kind": "number",
                    "text": words("อยู่มากี่ปีคะ"),
                    "min": 0,
                    "max": 100,
                },
            ],
        }
    )


# Before the questions: to the survey, and agreed.
OPENING = ("แบบสอบถาม", "1")
# Said by one after the other: the same few words come again and again, not always.
ANSWERS = (
    ("เคย", "ไม่เคย", "เคยค่ะ", "1", "ไม่เคยเลย"),
    ("4", "ดี", "ปานกลาง", "๕", "ดีมากค่ะ", "3"),
    ("2", "แย่", "แย่มาก", "๑", "3"),
    tuple(str(years) for years in range(61)),
)


@dataclass(frozen=True)
class Run:
    answers: int
    seconds: float
    opening_s: float
    cpu_s: float


def measure(quick: bool) -> list[Figure]:
    residents = 60 if quick else RESIDENTS
    return [_figure(kind, residents, quick) for kind in NAMES]


def _figure(kind: str, residents: int, quick: bool) -> Figure:
    subject = f"a wave of {residents:,} residents, {NAMES[kind]}"
    aim = f"at least {AIM} of one durable insert an answer"
    with databases.fresh(kind) as database:
        if database is None:
            return Figure(subject, aim, "", note="no such server here")
        before = floor_s(database, 100 if quick else FLOOR_INSERTS)
        run = asyncio.run(_through(database, residents))
        after = floor_s(database, 100 if quick else FLOOR_INSERTS)
        weak = databases.not_durable(database)
    each_s = run.seconds / run.answers
    least_s = (before + after) / 2
    ratio = least_s / each_s
    note = (
        f"{run.answers:,} answers in {run.seconds:.0f} s, of which the process "
        f"computed {run.cpu_s:.0f} s; {ms(each_s)} an answer of four steps (taken, "
        f"begun, handled, its reply packed, sent and written down); the insert alone "
        f"{ms(before)} before and {ms(after)} after; a flush of the disk "
        f"{ms(machine.fsync_s(machine.folder()))}; to agree to it took "
        f"{run.opening_s:.0f} s more"
    )
    if weak:
        note += f"; NOT DURABLE: {weak}"
    return Figure(
        subject,
        aim,
        rate(1 / each_s, "answers"),
        rate(1 / least_s, "inserts"),
        ratio,
        ratio >= AIM and not weak,
        note,
    )


def floor_s(database: Database, count: int) -> float:
    """Seconds for one answer in a transaction of its own, and nothing else."""
    with database.write() as session:
        wave = session.scalars(select(Wave)).first()
        assert wave is not None
        response = Response(
            wave_id=wave.id,
            state=ResponseState.STARTED,
            language="th",
            mode="floor",
            started_at=utc_now(),
        )
        session.add(response)
        session.flush()
    statement = insert(Answer)
    start = time.perf_counter()
    for number in range(count):
        with database.write() as session:
            session.connection().execute(
                statement,
                {
                    "response_id": response.id,
                    "question_key": f"q{uuid7()}{number}",
                    "state": "answered",
                    "value": "4",
                    "answered_at": utc_now(),
                },
            )
    return (time.perf_counter() - start) / count


@dataclass
class Counting(MemoryChannel):
    """Counts what is sent and keeps none of it: what LINE does with it is not ours.
    Tells when so many have been sent: looking again and again would take the
    interpreter from those that are measured."""

    gone: int = 0
    wanted: int = 0
    reached: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, parcel: Parcel) -> None:
        self.gone += 1
        if self.gone >= self.wanted:
            self.reached.set()

    async def has_sent(self, count: int) -> None:
        """Raises TimeoutError where some of it does not go out."""
        self.wanted = count
        if self.gone < count:
            self.reached.clear()
            await asyncio.wait_for(self.reached.wait(), PATIENCE_S)


@dataclass
class Spent:
    """Time from the first word that comes in to the last reply that has gone out, and
    what the process computed meanwhile."""

    wall_s: float = 0
    cpu_s: float = 0


async def _through(database: Database, residents: int) -> Run:
    now = utc_now()
    with database.write() as session:
        for wave in waves.open_waves(session):
            waves.close(session, wave.id, now)
        version = waves.store_version(session, survey(), now)
        opened = waves.open_wave(
            session, key="measured", version=version, population="all", now=now
        )
    users = crowd.settle(database, LINE_ACCOUNT, residents, now)
    settings = Settings(data_dir=machine.folder())
    channel = Counting(name="line", account=LINE_ACCOUNT)
    sender = Sender(
        database, channel, utc_now, words_of=packing.report_words(""), quota_reserve=0
    )
    handler = Handler(
        database,
        Worlds(database, settings),
        {"line": line_events.read},
        utc_now,
        on_owed=sender.wake,
    )
    inbox = Inbox(database, utc_now, on_taken=handler.wake)
    be_quick()
    stop = asyncio.Event()
    tasks = [
        asyncio.create_task(handler.run(stop)),
        asyncio.create_task(sender.run(stop)),
    ]
    opening, answering = Spent(), Spent()
    try:
        for step in OPENING:
            await _say(inbox, channel, sender, users, (step,), opening)
        for answers in ANSWERS:
            await _say(inbox, channel, sender, users, answers, answering)
    except TimeoutError:
        raise AssertionError(_stuck(database, channel)) from None
    finally:
        stop.set()
        handler.wake()
        sender.wake()
        await asyncio.gather(*tasks)
        await asyncio.to_thread(inbox.close)
    with database.read() as session:
        held = session.scalar(
            select(func.count())
            .select_from(Answer)
            .join(Response, col(Response.id) == col(Answer.response_id))
            .where(
                col(Response.wave_id) == opened.id,
                col(Response.state) == ResponseState.COMPLETE,
            )
        )
    wanted = residents * len(ANSWERS)
    if held != wanted:
        raise AssertionError(f"{held} answers are kept of {wanted}")
    return Run(wanted, answering.wall_s, opening.wall_s, answering.cpu_s)


async def _say(
    inbox: Inbox,
    channel: Counting,
    sender: Sender,
    users: list[str],
    texts: Sequence[str],
    spent: Spent,
) -> None:
    """Everyone says it, and everyone's reply has gone out and is written down."""
    had = channel.gone
    # What LINE sends us is not ours to make.
    said = [
        line_body(text_event(user, text))
        for user, text in zip(users, cycle(texts), strict=False)
    ]
    wall, cpu = time.perf_counter(), time.process_time()
    for start in range(0, len(said), AT_ONCE):
        bodies = said[start : start + AT_ONCE]
        await asyncio.gather(
            *(inbox.take(line_events.split(body, LINE_ACCOUNT)) for body in bodies)
        )
        # As they would: nobody answers the next question before it has come.
        await channel.has_sent(had + start + len(bodies))
    while sender._flights:
        # What became of the last calls is still to be written down.
        await asyncio.wait(sender._flights)
    spent.wall_s += time.perf_counter() - wall
    spent.cpu_s += time.process_time() - cpu


def _stuck(database: Database, channel: Counting) -> str:
    """What became of replies that did not go out. A machine that stood still for most
    of a minute lets LINE's tokens lapse: then they wait for the next word."""
    with database.read() as session:
        found = session.execute(
            select(col(Delivery.state), col(Delivery.reason), func.count()).group_by(
                col(Delivery.state), col(Delivery.reason)
            )
        )
        fates = ", ".join(f"{count} {state} ({why})" for state, why, count in found)
    return f"{channel.gone} of {channel.wanted} went out; owed: {fates}"


if __name__ == "__main__":
    cli.main(measure)
