"""How many webhooks a second are taken in durably, against one that keeps nothing."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.benchmarks import children, cli, databases, load
from tests.benchmarks.children import Server
from tests.benchmarks.databases import NAMES
from tests.benchmarks.figures import Figure, median, rate
from tests.platforms.line_events import new_user_id, text_event

AIMS = {"sqlite": 0.4, "postgres": 0.3}
CONNECTIONS = 64
ROUNDS = 7
A_ROUND = 6_000
USERS = 1_000


@dataclass
class Rounds:
    """What one server did: events a second and CPU seconds an event, by round."""

    server: Server
    per_s: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)

    def run(self, requests: Sequence[bytes]) -> None:
        before = self.server.cpu_s()
        took = load.as_fast_as_it_goes(self.server.port, requests, CONNECTIONS)
        self.per_s.append(len(requests) / took)
        self.cpu_s.append((self.server.cpu_s() - before) / len(requests))

    def per_event(self) -> str:
        return f"{median(self.cpu_s) * 1e6:.0f} µs"


def measure(quick: bool) -> list[Figure]:
    """Rounds take turns, so that what else the machine does falls on all of them."""
    rounds, size = (1, 200) if quick else (ROUNDS, A_ROUND)
    with ExitStack() as stack:
        towns: dict[str, Rounds] = {}
        weak: dict[str, str] = {}
        bare: Rounds | None = None
        for kind in AIMS:
            database = stack.enter_context(databases.fresh(kind))
            if database is None:
                continue
            given = children.settings(database)
            weak[kind] = databases.not_durable(database)
            if bare is None:
                bare = Rounds(stack.enter_context(children.serving("bare", given)))
            server = stack.enter_context(children.serving("intake", given))
            towns[kind] = Rounds(server)
        assert bare is not None
        for number in range(rounds + 1):
            for each in (bare, *towns.values()):
                each.run(_requests(size if number else size // 4))
            if not number:  # the first, short one only warms up
                for each in (bare, *towns.values()):
                    each.per_s.clear()
                    each.cpu_s.clear()
        return [_figure(kind, towns.get(kind), bare, weak) for kind in AIMS]


def _requests(count: int) -> list[bytes]:
    users = [new_user_id() for _ in range(USERS)]
    text = "ขยะมาเก็บวันไหนคะ"
    return [
        load.webhook(text_event(users[number % USERS], text)) for number in range(count)
    ]


def _figure(
    kind: str, town: Rounds | None, bare: Rounds, weak: dict[str, str]
) -> Figure:
    subject = f"webhook intake, durable, {NAMES[kind]}"
    aim = f"at least {AIMS[kind]} of a bare endpoint"
    if town is None:
        note = "not measured: no such server for this kind of machine"
        return Figure(subject, aim, "", note=note)
    ratios = [ours / its for ours, its in zip(town.per_s, bare.per_s, strict=True)]
    ratio = median(ratios)
    note = (
        f"CPU of the process {town.per_event()} an event, of the bare endpoint "
        f"{bare.per_event()}, the rest being the event's reading, sealing and row; "
        f"medians of {len(ratios)} rounds in turns, {CONNECTIONS} connections, "
        f"ratios {min(ratios):.2f} to {max(ratios):.2f}"
    )
    if weak[kind]:
        note += f"; NOT DURABLE: {weak[kind]}"
    return Figure(
        subject,
        aim,
        rate(median(town.per_s), "events"),
        rate(median(bare.per_s), "requests"),
        ratio,
        ratio >= AIMS[kind] and not weak[kind],
        note,
    )


if __name__ == "__main__":
    cli.main(measure)
