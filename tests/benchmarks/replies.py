"""How typed replies are understood: of a file of replies, shares and never the misses.

`python -m tests.benchmarks.replies [FILE ...]`; without a file the sealed sets, of
which nobody reads what was missed, so that they stay a measure.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from surveys.replies import brief
from tests.benchmarks import figures
from tests.benchmarks.figures import Figure

FOLDER = Path(__file__).parent.parent / "sets" / "sealed"
SEALED = tuple(
    FOLDER / f"replies{name}.jsonl"
    for name in (
        *("", "_reworded", "_examiner", "_ordered", "_examiner_second"),
        "_ordinary",
    )
)
RIGHT, WRONG = 0.95, 0.01


def measure(paths: Sequence[Path] = SEALED) -> list[Figure]:
    """Of each file the share understood rightly and the share stored wrongly."""
    return [figure for path in paths for figure in _measured(path)]


def _measured(path: Path) -> list[Figure]:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    of_kind, right_of_kind = Counter[str](), Counter[str]()
    wrong = 0
    for row in rows:
        kind = row["question"]["kind"]
        meant = brief.means(row["question"], row["reply"])
        of_kind[kind] += 1
        right_of_kind[kind] += meant == row["means"]
        wrong += "answer" in meant and meant != row["means"]
    right = right_of_kind.total() / len(rows)
    by_kind = ", ".join(
        f"{kind} {right_of_kind[kind] / count:.3f}" for kind, count in of_kind.items()
    )
    stored = wrong / len(rows)
    return [
        Figure(
            f"typed replies understood, {len(rows)} of {path.name}",
            f"at least {RIGHT}",
            f"{right:.3f}",
            met=right >= RIGHT,
            note=by_kind,
        ),
        Figure(
            f"typed replies stored as a wrong answer, {path.name}",
            f"at most {WRONG}",
            f"{stored:.4f}",
            met=stored <= WRONG,
        ),
    ]


if __name__ == "__main__":
    found = measure([Path(each) for each in sys.argv[1:]] or SEALED)
    sys.stdout.write(f"{figures.as_text(found)}\n")
