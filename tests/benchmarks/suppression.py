"""Attacks on published tables: `python -m tests.benchmarks.suppression --tables N`."""

import argparse
import sys
import time
from collections import Counter

from tests.benchmarks import figures
from tests.benchmarks.figures import Figure
from tests.surveys.estimate import tables

TABLES = 100_000
AT_ONCE = 1000
SEED = 20260101


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.suppression")
    parser.add_argument("--tables", type=int, default=TABLES, help="published tables")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    sys.stdout.write(f"{figures.as_text(attack(options.tables, options.seed))}\n")


def measure(quick: bool) -> list[Figure]:
    return attack(200 if quick else TABLES, SEED)


def attack(wanted: int, seed: int) -> list[Figure]:
    """Publishes random tables, alone and in series, until there are that many."""
    started = time.monotonic()
    told: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    while told["published"] < wanted:
        # A seed of its own for each batch: a batch can be had again by itself.
        cases = tables.cases(seed, min(AT_ONCE, wanted))
        for case in cases:
            told["published"] += case.published
            told["attacked"] += len(case.counts)
            refused += case.refused
        told["exposed"] += len(tables.exposed(cases))
        seed += 1
    took_s = time.monotonic() - started
    reasons = ", ".join(f"{n:,} {reason}" for reason, n in refused.most_common())
    return [
        Figure(
            subject="counts of 1 to 4 people worked out from published tables",
            aim="0",
            reached=f"{told['exposed']:,} of {told['attacked']:,} counts in "
            f"{told['published']:,} tables",
            met=told["exposed"] == 0,
            note=f"releases refused: {reasons}; {took_s:.0f} s in all",
        )
    ]


if __name__ == "__main__":
    main()
