"""`make figures`: measures everything that is promised and writes FIGURES.md."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.benchmarks import (
    commit,
    figures,
    intake,
    large,
    machine,
    process,
    replies,
    reply,
    waiting,
)
from tests.benchmarks.answers import promises
from tests.benchmarks.commit import ROOT
from tests.benchmarks.figures import Figure

FILE = ROOT / "FIGURES.md"
BENCHMARKS = (process, reply, intake, waiting, large, promises)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument(
        "--quick", action="store_true", help="smoke run: writes no file, proves nothing"
    )
    options = parser.parse_args()
    where = machine.in_words()
    found: list[Figure] = []
    for benchmark in BENCHMARKS:
        measured = benchmark.measure(options.quick)
        _say(figures.as_text(measured))
        found += measured
    found += replies.measure()
    if not options.quick:
        FILE.write_text(page(found, where), encoding="utf-8")
        _say(f"Written to {FILE.name}")


def page(found: Sequence[Figure], where: str) -> str:
    """The whole of FIGURES.md."""
    missed = [figure.subject for figure in found if figure.met is False]
    verdict = f"Not met: {'; '.join(missed)}." if missed else "Every aim is met."
    return (
        "# Figures\n\n"
        f"Measured on {datetime.now(UTC):%Y-%m-%d}, at {commit.in_words()}, "
        f"by `make figures`. The machine: {where}. "
        "Figures of another machine are others; those in `ratio` are the ones to "
        "compare.\n\n"
        f"{verdict}\n\n"
        f"{figures.as_markdown(found)}"
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
