"""What every benchmark's command does: measure, then a table or one JSON object."""

import argparse
import sys
from collections.abc import Callable

from tests.benchmarks import figures, machine
from tests.benchmarks.figures import Figure


def main(measure: Callable[[bool], list[Figure]]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="does it run at all?")
    parser.add_argument("--json", action="store_true", help="one object")
    options = parser.parse_args()
    where = machine.in_words()
    found = measure(options.quick)
    as_told = figures.as_json if options.json else _table
    sys.stdout.write(f"{as_told(found, where)}\n")


def _table(found: list[Figure], where: str) -> str:
    return f"{where}\n\n{figures.as_text(found)}"
