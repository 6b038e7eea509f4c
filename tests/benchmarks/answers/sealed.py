"""The sealed sets: scored once a release, read by no one.

They keep their worth only as long as nothing is tuned on them. So only aggregates
leave this module, each scoring is written down in `sealed.json`, and the same set is
not scored twice over the same content unless that is asked for.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks import commit
from tests.benchmarks.answers import dangers, questions, report, scoring, sets, trying
from tests.benchmarks.answers.report import Report
from tests.benchmarks.commit import ROOT
from tests.benchmarks.figures import Figure

FOLDER = sets.OURS / "sealed"
KEPT = ROOT / "tests" / "benchmarks" / "sealed.json"
CONTENT = ROOT / "content"
# What decides on an answer: not the fonts, nor how a reply is drawn.
DECIDES = ("*.py", "*.yaml", "*.json", "*.txt", "articles/*/*.md")

Kept = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Sealed:
    """One set, of one or more files."""

    name: str
    files: tuple[str, ...]
    measure: Callable[[Path], list[Figure]]


def _questions(folder: Path) -> list[Figure]:
    asked = sets.questions(folder / "questions.jsonl")
    tried = trying.ask_all(trying.shipped(), asked)
    by_language = scoring.grouped(tried, lambda each: each.asked.language)
    return [
        *questions.figures("sealed questions", tried),
        *(
            report.told(f"sealed questions, {language}: {what}", got)
            for language, some in by_language.items()
            for scores in (scoring.scores(some),)
            for what, got in (
                ("recall@1", scores.recall_1),
                ("answered rightly", scores.rightly),
            )
        ),
    ]


SETS = (
    Sealed("questions", ("questions.jsonl",), _questions),
    Sealed("emergencies", (dangers.DANGER, dangers.EVERYDAY), dangers.sealed_figures),
)


def score(*, again: bool, folder: Path = FOLDER, kept_in: Path = KEPT) -> Report:
    """Score what is there and was not scored yet over this content."""
    kept = _read(kept_in)
    told: list[Figure] = []
    for each in SETS:
        files = [folder / name for name in each.files]
        missing = [file.name for file in files if not file.is_file()]
        subject = f"sealed {each.name}"
        if missing:
            why = f"{' and '.join(missing)} of {folder.name}/ not there"
            told.append(report.not_measured(subject, "", why))
            continue
        before = kept.get(each.name, {})
        now = {"set_sha256": _digest(files), "content_sha256": content_digest()}
        if not again and now.items() <= before.items():
            why = f"scored on {before['scored_on']} over the same content (--again)"
            told.append(report.not_measured(subject, "", why))
            continue
        is_same_set = before.get("set_sha256") == now["set_sha256"]
        kept[each.name] = {
            **now,
            "scored_on": f"{datetime.now(UTC):%Y-%m-%d}",
            "commit": commit.in_words(),
            "times_scored": 1 + (before["times_scored"] if is_same_set else 0),
            "figures": [asdict(figure) for figure in each.measure(folder)],
        }
        text = json.dumps(kept, ensure_ascii=False, indent=2)
        kept_in.write_text(f"{text}\n", encoding="utf-8")
        told += _figures(kept[each.name])
    return Report(figures=told)


def last(kept_in: Path = KEPT) -> list[Figure]:
    """The figures of the last scoring, with when it was; none: never scored."""
    return [figure for kept in _read(kept_in).values() for figure in _figures(kept)]


def content_digest(content: Path = CONTENT) -> str:
    """Of all that decides on an answer."""
    return _digest(sorted({file for kind in DECIDES for file in content.glob(kind)}))


def _figures(kept: Mapping[str, Any]) -> list[Figure]:
    first, *others = (Figure(**each) for each in kept["figures"])
    is_now = kept["content_sha256"] == content_digest()
    note = (
        f"scored on {kept['scored_on']} at {kept['commit']}"
        f"{'' if is_now else ', the content has changed since'}; scorings of this "
        f"set so far: {kept['times_scored']}"
    )
    return [replace(first, note=note), *others]


def _digest(files: Sequence[Path]) -> str:
    found = hashlib.sha256()
    for file in files:
        found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.hexdigest()


def _read(file: Path) -> Kept:
    kept: Kept = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return kept
