"""Attacks on what is told: `python -m tests.benchmarks.suppression --tables N`.

The tables are hidden in, and the figures refused, by the functions that the running
program decides with. One table in `--apart` has figures told beside it: these are put
together with it, and with each other, by an attacker that solves for whole numbers.
All 100,000 that way (`--apart 1`) take an hour and a half.
"""

import argparse
import sys
import time

import numpy as np

from surveys.estimate import suppression
from tests.benchmarks import figures
from tests.benchmarks.figures import Figure
from tests.surveys import told_waves
from tests.surveys.estimate import attacker

TABLES = 100_000
APART = 50
AT_ONCE = 1000
SEED = 20260101


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.suppression")
    parser.add_argument("--tables", type=int, default=TABLES, help="published tables")
    parser.add_argument("--apart", type=int, default=APART, help="one table in so many")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    found = attack(options.tables, options.seed, options.apart)
    sys.stdout.write(f"{figures.as_text(found)}\n")


def measure(quick: bool) -> list[Figure]:
    return attack(200 if quick else TABLES, SEED)


def attack(wanted: int, seed: int, apart: int = APART) -> list[Figure]:
    """Random tables until so many are published, and waves with figures beside one."""
    return [_alone(wanted, seed), _together(max(1, wanted // apart), seed)]


def _alone(wanted: int, seed: int) -> Figure:
    started = time.monotonic()
    published = refused = attacked = exposed = 0
    while published < wanted:
        # A seed of its own for each batch: a batch can be had again by itself.
        rng = np.random.default_rng(seed)
        for row in attacker.rows(rng, min(AT_ONCE, wanted)):
            found = suppression.publish(row)
            if found is None:
                refused += 1
                continue
            published += 1
            attacked += sum(1 for _ in attacker.secrets(found, row))
            exposed += len(attacker.exposed(found, row))
        seed += 1
    took_s = time.monotonic() - started
    return Figure(
        subject="counts of 1 to 4 people worked out from published tables",
        aim="0",
        reached=f"{exposed:,} of {attacked:,} counts in {published:,} tables",
        met=exposed == 0,
        note=f"{refused:,} tables not published; {took_s:.0f} s in all",
    )


def _together(wanted: int, seed: int) -> Figure:
    started = time.monotonic()
    waves = tables = told = refused = secrets = exposed = 0
    while tables < wanted:
        wave = told_waves.wave(np.random.default_rng([seed, waves]))
        waves += 1
        tables += wave.table is not None
        told += len(wave.told)
        refused += wave.refused
        secrets += wave.secrets
        exposed += len(wave.exposed())
    took_s = time.monotonic() - started
    return Figure(
        subject="counts of 1 to 4 people worked out from tables and figures together",
        aim="0",
        reached=f"{exposed:,} in {waves:,} waves with {secrets:,} such counts",
        met=exposed == 0,
        note=f"{tables:,} tables and {told:,} figures told, {refused:,} figures "
        f"refused; {took_s:.0f} s in all",
    )


if __name__ == "__main__":
    main()
