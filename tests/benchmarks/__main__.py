"""`make figures`: measures everything that is promised and writes FIGURES.md."""

import argparse
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import figures, intake, machine, process, reply, waiting
from tests.benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "FIGURES.md"
BENCHMARKS = (process, reply, intake, waiting)


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
    if not options.quick:
        FILE.write_text(page(found, where), encoding="utf-8")
        _say(f"Written to {FILE.name}")


def page(found: Sequence[Figure], where: str) -> str:
    """The whole of FIGURES.md."""
    missed = [figure.subject for figure in found if figure.met is False]
    verdict = f"Not met: {'; '.join(missed)}." if missed else "Every aim is met."
    return (
        "# Figures\n\n"
        f"Measured on {datetime.now(UTC):%Y-%m-%d}, at {_commit()}, by `make figures`. "
        f"The machine: {where}. Figures of another machine are others; "
        "those in `ratio` are the ones to compare.\n\n"
        f"{verdict}\n\n"
        f"{figures.as_markdown(found)}"
    )


def _commit() -> str:
    """The commit that was measured, and whether it was quite that."""
    commit = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no")
    return f"commit {commit}{' with changes' if changed else ''}"


def _git(*words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(ROOT), *words], capture_output=True, text=True, check=True
    ).stdout.strip()


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
