"""What a decision and an index cost, at the articles we ship and at many more.

Each size is measured in a process of its own, which tells its figures as JSON.
"""

import gc
import json
import os
import pickle
import subprocess
import sys
import time
from dataclasses import asdict, dataclass

from content import articles, decide, emergency, search
from tests.benchmarks import process
from tests.benchmarks.answers import larger, sets, timing
from tests.benchmarks.answers.report import Report, Table
from tests.benchmarks.answers.timing import Times
from tests.benchmarks.commit import ROOT
from tests.benchmarks.figures import Figure, ms, percentile

SHIPPED = 0
"""As a number of articles: those we ship, as they are."""
SIZES = (SHIPPED, 1_000, 10_000)
P99_S = {1_000: 0.002, 10_000: 0.005}
BUILT_S = {10_000: 10.0}
ADDED_MB = {10_000: 150.0}
DECISIONS = 2_000
HEADINGS = (
    "articles", "median", "p99", "floor p99", "built", "memory", "handed over",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """What one size cost. Memory in MB (2^20)."""

    articles: int
    decision: Times
    floor: Times
    built_cpu_s: float
    built_wall_s: float
    added_mb: float
    """Resident once built, the articles themselves not counted."""
    handed_mb: float
    """Resident where it was built elsewhere and handed over, as a town's index is
    when an article is revised."""


def measure(quick: bool) -> Report:
    sizes, decisions = ((50,), 60) if quick else (SIZES, DECISIONS)
    costs = {size: in_a_child(size, decisions) for size in sizes}
    rows = [_row(size, cost) for size, cost in costs.items()]
    figures = [each for size, cost in costs.items() for each in _figures(size, cost)]
    title = f"Scale: {decisions:,} decisions, one core; milliseconds of CPU (passed)"
    return Report([Table(title, HEADINGS, rows)], figures)


def in_a_child(size: int, decisions: int) -> Cost:
    command = [sys.executable, "-m", __name__, str(size), str(decisions)]
    # One core: no library may share the work out.
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    told = json.loads(
        subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **one},
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    )
    decision, floor = Times(**told.pop("decision")), Times(**told.pop("floor"))
    return Cost(decision=decision, floor=floor, **told)


def here(size: int, decisions: int) -> Cost:
    """Of this process, which must not have built an index before."""
    known = larger.town(size) if size else articles.load_all()
    asked = [(each.text, each.language) for each in sets.questions(sets.DEV)]
    asked = (asked * (1 + decisions // len(asked)))[:decisions]
    gc.collect()
    before = process.resident(os.getpid())[1]
    cpu, wall = time.process_time(), time.perf_counter()
    index = search.build(known)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    gc.collect()
    after = process.resident(os.getpid())[1]

    def decision(question: tuple[str, str]) -> None:
        emergency.match(question[0])
        decide.decide(index, *question)

    timing.of_each(decision, asked[:20])  # lists are read when first needed
    return Cost(
        articles=len(known),
        decision=timing.of_each(decision, asked),
        floor=timing.of_each(_floor, asked),
        built_cpu_s=cpu,
        built_wall_s=wall,
        added_mb=after - before,
        handed_mb=_handed_mb(index),
    )


def _floor(question: tuple[str, str]) -> set[str]:
    """The 3-grams of the same text, in plain Python."""
    text = question[0]
    return {text[at : at + 3] for at in range(len(text) - 2)}


def _handed_mb(index: search.Index) -> float:
    """What another process holds more once it has been handed the index."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.answers.holding"],
        cwd=ROOT,
        input=pickle.dumps(index),
        stdout=subprocess.PIPE,
        check=True,
    )
    return float(told.stdout)


def _called(size: int, cost: Cost) -> str:
    return f"{cost.articles:,}{'' if size else ' shipped'}"


def _row(size: int, cost: Cost) -> tuple[str, ...]:
    return (
        _called(size, cost),
        cost.decision.told(0.5),
        cost.decision.told(0.99),
        cost.floor.told(0.99),
        _built(cost),
        f"{cost.added_mb:.0f} MB",
        f"{cost.handed_mb:.0f} MB",
    )


def _built(cost: Cost) -> str:
    return f"{cost.built_cpu_s:.1f} s of CPU ({cost.built_wall_s:.1f} s passed)"


def _figures(size: int, cost: Cost) -> list[Figure]:
    at = f"at {_called(size, cost)} articles"
    p99_s, floor_s = (percentile(t.cpu, 0.99) for t in (cost.decision, cost.floor))
    most_s, most_built_s, most_mb = (
        P99_S.get(size),
        BUILT_S.get(size),
        ADDED_MB.get(size),
    )
    decision = Figure(
        f"p99 of a whole decision {at}",
        f"under {ms(most_s)} of CPU" if most_s else "told",
        cost.decision.told(0.99),
        cost.floor.told(0.99),
        p99_s / floor_s,
        None if most_s is None else p99_s < most_s,
        f"median {cost.decision.told(0.5)}; {len(cost.decision.cpu):,} decisions on "
        "one core of a machine that others use; the floor is the 3-grams of the same "
        "text in plain Python",
    )
    built = Figure(
        f"index {at}: built",
        f"under {most_built_s:.0f} s of CPU" if most_built_s else "told",
        _built(cost),
        met=None if most_built_s is None else cost.built_cpu_s < most_built_s,
    )
    memory = Figure(
        f"index {at}: memory",
        f"under {most_mb:.0f} MB" if most_mb else "told",
        f"{cost.added_mb:.0f} MB",
        met=None if most_mb is None else cost.added_mb < most_mb,
        note="resident after it was built less before, the articles themselves not "
        f"counted; {cost.handed_mb:.0f} MB where it is built by another process and "
        "handed over",
    )
    return [decision, built, memory]


if __name__ == "__main__":
    size, decisions = map(int, sys.argv[1:])
    sys.stdout.write(json.dumps(asdict(here(size, decisions))))
