"""How long a webhook waits for its answer while a broadcast to very many goes out."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import Session, col

from api.store.models import Broadcast, Delivery
from api.store.session import Database
from api.store.words import DeliveryKind, DeliveryState
from bot.app import LINE_ACCOUNT
from content import articles
from tests.benchmarks import children, cli, crowd, databases, load
from tests.benchmarks.databases import NAMES
from tests.benchmarks.figures import Figure, median, ms, percentile, rate
from tests.benchmarks.load import Timing
from tests.platforms.line_events import text_event

AIM_S = 0.050
# The other database is for towns with more than one process.
JUDGED = "sqlite"
TOLD = "told, not promised"
EVENTS_PER_S = 100
CONTACTS = 100_000
SECONDS = 25
WARM_UP_S = 2


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
        with children.serving("town", given) as server:
            warm = EVENTS_PER_S * WARM_UP_S
            load.at_a_rate(server.port, questions[:warm], EVENTS_PER_S)
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


def _questions(addresses: list[str], count: int) -> list[bytes]:
    """What residents ask, each time another one of them."""
    asked = [text for each in articles.load_all() for text in each.asked_as]
    senders, texts = cycle(addresses), cycle(asked)
    return [
        load.webhook(text_event(sender, text))
        for sender, text in islice(zip(senders, texts, strict=False), count)
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
    answered = select(func.count()).where(
        done, col(Delivery.kind) == DeliveryKind.REPLY
    )
    ended = broadcast.finished_at or datetime.now(UTC)
    assert broadcast.frozen_at is not None
    return Ledger(
        began=broadcast.frozen_at.timestamp(),
        ended=ended.timestamp(),
        written_per_s=written / ((last - first).total_seconds() or float("inf")),
        sent=session.scalar(select(func.count()).where(ours, done)) or 0,
        answered=session.scalar(answered) or 0,
    )


def _latency(
    name: str, contacts: int, timings: list[Timing], ledger: Ledger, cpu: float
) -> Figure:
    during = [
        each.latency_s for each in timings if ledger.began <= each.due_at < ledger.ended
    ]
    p99 = percentile(during, 0.99)
    note = (
        f"{len(during)} webhooks in the {ledger.ended - ledger.began:.0f} s of the "
        f"broadcast, at a constant rate; median {ms(median(during))}, worst "
        f"{ms(max(during))}. Each asks a question, which is more than one process "
        f"can answer ({ledger.answered:,} were answered by the end, at {cpu:.0%} of a "
        "core): a webhook waits for the database's writer and for the interpreter"
    )
    judged = name == NAMES[JUDGED]
    aim = f"under {ms(AIM_S)} at {EVENTS_PER_S} events/s" if judged else TOLD
    return Figure(
        f"p99 of a webhook's answer during a broadcast to {contacts:,}, {name}",
        aim,
        ms(p99),
        met=p99 < AIM_S if judged else None,
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
