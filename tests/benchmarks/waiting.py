"""How long a webhook waits for its answer while a broadcast to very many goes out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from api.settings import Settings
from api.store.models import Broadcast, Delivery
from api.store.session import Database
from api.store.words import DeliveryKind, DeliveryState
from bot.app import LINE_ACCOUNT
from tests.benchmarks import children, cli, crowd, databases, load
from tests.benchmarks.children import Server
from tests.benchmarks.databases import NAMES
from tests.benchmarks.figures import Figure, median, ms, percentile, rate
from tests.benchmarks.load import Timing
from tests.platforms.line_events import text_event

AIM_S = 0.050
TOLD = "told, not promised"
EVENTS_PER_S = 100
CONTACTS = 100_000
SECONDS = 25
WARM_UP_S = 2
PATIENCE_S = 60.0
ANSWERED = select(func.count()).where(
    col(Delivery.state) == DeliveryState.SENT, col(Delivery.kind) == DeliveryKind.REPLY
)


@dataclass(frozen=True)
class Ledger:
    """What the database says about the broadcast and the questions afterwards."""

    began: float
    """Seconds of the epoch; the audience was frozen then."""
    ended: float
    """When nothing of the broadcast was left to send; or the measurement's end."""
    written_per_s: float
    sent: int
    answered: int


def measure(quick: bool) -> list[Figure]:
    if quick:
        return _measure(("sqlite",), contacts=1_500, seconds=2)
    return _measure(tuple(NAMES), contacts=CONTACTS, seconds=SECONDS)


def _measure(kinds: tuple[str, ...], *, contacts: int, seconds: int) -> list[Figure]:
    found: list[Figure] = []
    for kind in kinds:
        with databases.fresh(kind) as database:
            if database is not None:
                found += _on(database, NAMES[kind], contacts, seconds)
    return found


def _on(database: Database, name: str, contacts: int, seconds: int) -> list[Figure]:
    with children.platforms(latency=True) as (line_url, _):
        given = children.settings(database, line_url=line_url)
        now = datetime.now(UTC)
        addresses = crowd.settle(database, LINE_ACCOUNT, contacts, now)
        with database.write() as session:
            broadcast_id = crowd.propose(session, now)
        questions = _questions(addresses, EVENTS_PER_S * (WARM_UP_S + seconds))
        with _town(database, given) as server:
            warm = EVENTS_PER_S * WARM_UP_S
            load.at_a_rate(server.port, questions[:warm], EVENTS_PER_S)
            _until_answering(database)
            with database.write() as session:
                crowd.approve(session, broadcast_id, datetime.now(UTC))
            before = server.cpu_s()
            timings = load.at_a_rate(server.port, questions[warm:], EVENTS_PER_S)
            cpu = (server.cpu_s() - before) / seconds
        with database.read() as session:
            ledger = _ledger(session, broadcast_id)
    return [
        _latency(name, contacts, timings, ledger, cpu),
        _fan_out(name, contacts, ledger),
    ]


@contextmanager
def _town(database: Database, given: Settings) -> Iterator[Server]:
    """The processes that a town on this database has: one as `make run` starts it,
    or the two of compose.yaml. The one that answers webhooks is told."""
    if database.is_sqlite:
        with children.serving("town", given) as server:
            yield server
        return
    with children.serving("intake", given) as server, children.working(given):
        yield server


def _until_answering(database: Database) -> None:
    """Return once somebody was sent a reply."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        with database.read() as session:
            if session.scalar(ANSWERED):
                return
        time.sleep(0.1)
    raise RuntimeError("nothing was answered")


def _questions(addresses: list[str], count: int) -> list[bytes]:
    """What residents ask, each time another one of them."""
    asked = zip(cycle(addresses), crowd.questions(), strict=True)
    return [
        load.webhook(text_event(sender, text)) for sender, text in islice(asked, count)
    ]


def _ledger(session: Session, broadcast_id: UUID) -> Ledger:
    broadcast = session.get_one(Broadcast, broadcast_id)
    ours = col(Delivery.broadcast_id) == broadcast_id
    done = col(Delivery.state) == DeliveryState.SENT
    slices = session.execute(
        select(col(Delivery.created_at), func.count())
        .where(ours)
        .group_by(col(Delivery.created_at))
        .order_by(col(Delivery.created_at))
    ).all()
    first, last = slices[0][0], slices[-1][0]
    written = sum(count for _, count in slices[:-1])
    ended = broadcast.finished_at or datetime.now(UTC)
    assert broadcast.frozen_at is not None
    return Ledger(
        began=broadcast.frozen_at.timestamp(),
        ended=ended.timestamp(),
        written_per_s=written / ((last - first).total_seconds() or float("inf")),
        sent=session.scalar(select(func.count()).where(ours, done)) or 0,
        answered=session.scalar(ANSWERED) or 0,
    )


def _latency(
    name: str, contacts: int, timings: list[Timing], ledger: Ledger, cpu: float
) -> Figure:
    during = [
        each.latency_s for each in timings if ledger.began <= each.due_at < ledger.ended
    ]
    p99 = percentile(during, 0.99)
    processes = (
        "one process does everything"
        if name == NAMES["sqlite"]
        else "as compose.yaml "
        "has it: one process answers webhooks, the other handles and sends"
    )
    note = (
        f"{len(during)} webhooks in the {ledger.ended - ledger.began:.0f} s of the "
        f"broadcast, at a constant rate; median {ms(median(during))}, worst "
        f"{ms(max(during))}; {processes}. Each webhook asks a question, which is more "
        f"than one process can answer besides ({ledger.answered:,} were answered by "
        f"the end; who answers webhooks used {cpu:.0%} of a core): a webhook waits "
        "for the database's writer and for the interpreter"
    )
    return Figure(
        f"p99 of a webhook's answer during a broadcast to {contacts:,}, {name}",
        f"under {ms(AIM_S)} at {EVENTS_PER_S} events/s",
        ms(p99),
        met=p99 < AIM_S,
        note=note,
    )


def _fan_out(name: str, contacts: int, ledger: Ledger) -> Figure:
    seconds = ledger.ended - ledger.began
    return Figure(
        f"deliveries of that broadcast written, {name}",
        TOLD,
        rate(ledger.written_per_s, "deliveries"),
        note=f"{ledger.sent:,} of {contacts:,} sent within {seconds:.0f} s, "
        f"{ledger.sent / seconds:,.0f} a second, by calls of 500 answered in "
        "100 to 300 ms",
    )


if __name__ == "__main__":
    cli.main(measure)
