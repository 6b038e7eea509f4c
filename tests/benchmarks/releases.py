"""Attacks on released values: `python -m tests.benchmarks.releases --waves N`."""

import argparse
import sys
import time

from tests.api import attacked
from tests.api.attacked import Outcome
from tests.benchmarks import figures
from tests.benchmarks.figures import Figure

WAVES = 400
# Of one town: each wave adds an edition, and editions are read again.
AT_ONCE = 10
SEED = 20260101


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.releases")
    parser.add_argument("--waves", type=int, default=WAVES, help="random waves")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    sys.stdout.write(f"{figures.as_text(attack(options.waves, options.seed))}\n")


def measure(quick: bool) -> list[Figure]:
    return attack(2 if quick else WAVES, SEED)


def attack(wanted: int, seed: int) -> list[Figure]:
    """Random waves through freezing, two officers and the public API, attacked."""
    started = time.monotonic()
    total = Outcome()
    while total.waves < wanted:
        # A seed of its own for each town: it can be had again by itself.
        found = attacked.attack(min(AT_ONCE, wanted - total.waves), seed)
        for name, count in vars(found).items():
            setattr(total, name, getattr(total, name) + count)
        seed += 1
    took_s = time.monotonic() - started
    return [
        Figure(
            subject="answers of 1 to 4 people worked out from all that was released",
            aim="0",
            reached=f"{total.exposed:,} in {total.waves:,} waves with "
            f"{total.secrets:,} such answers",
            met=total.exposed == 0,
            note=f"{total.released:,} values released, {total.refused:,} refused; "
            f"{took_s:.0f} s in all",
        )
    ]


if __name__ == "__main__":
    main()
