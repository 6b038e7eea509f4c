"""A process that is handed an index and tells how much memory it holds the more."""

import gc
import os
import pickle
import sys

from content import decide  # what the index is made of, imported before it is measured
from tests.benchmarks import process


def main() -> None:
    decide.learnt()
    gc.collect()
    before = process.resident(os.getpid())[1]
    index = pickle.load(sys.stdin.buffer)
    gc.collect()
    added = process.resident(os.getpid())[1] - before
    assert index.keys
    sys.stdout.write(f"{added}")


if __name__ == "__main__":
    main()
