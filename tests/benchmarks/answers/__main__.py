"""`python -m tests.benchmarks.answers`: every table, or one set, or the sealed ones."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import figures, machine
from tests.benchmarks.answers import promises, public, sealed, sets
from tests.benchmarks.answers.report import Report
from tests.benchmarks.answers.sets import Folder


def main() -> None:
    options = _options()
    found, where = _measured(options), machine.in_words()
    text = _as_json(found, where) if options.json else _as_text(found, where)
    sys.stdout.write(f"{text}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.answers")
    parser.add_argument("--quick", action="store_true", help="does it run at all?")
    parser.add_argument("--json", action="store_true", help="one object")
    parser.add_argument(
        "--set", type=Path, help='{"id", "text", "gold", "language"?} over our articles'
    )
    parser.add_argument("--corpus", type=Path, help='{"id", "title", "text"}')
    parser.add_argument("--queries", type=Path, help='its {"qid", "query", "gold"}')
    parser.add_argument("--folder", type=Path, help="docs.jsonl and queries.jsonl")
    parser.add_argument(
        "--sealed", action="store_true", help="score the sealed sets: once a release"
    )
    parser.add_argument(
        "--again", action="store_true", help="though scored over the same content"
    )
    options = parser.parse_args()
    if (options.corpus is None) != (options.queries is None):
        parser.error("--corpus and --queries go together")
    return options


def _measured(options: argparse.Namespace) -> Report:
    if options.sealed:
        return sealed.score(again=options.again)
    if options.set:
        return promises.of_set(options.set)
    if options.folder:
        folder = sets.folder(options.folder)
    elif options.corpus:
        asked = sets.questions(options.queries)
        folder = Folder(options.corpus.stem, sets.corpus(options.corpus), asked)
    else:
        return promises.everything(options.quick)
    return public.measure_one(folder, folder.name, quick=options.quick)


def _as_text(found: Report, where: str) -> str:
    tables = (table.as_text() for table in found.tables)
    return "\n\n".join([where, *tables, figures.as_text(found.figures)])


def _as_json(found: Report, where: str) -> str:
    """As every benchmark tells it, with the tables beside."""
    told = json.loads(figures.as_json(found.figures, where))
    told["tables"] = [asdict(table) for table in found.tables]
    return json.dumps(told, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
