"""Whether danger is heard, whether everyday talk is taken for it, and how fast."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from content import emergency
from tests.benchmarks.answers import report, sets, timing
from tests.benchmarks.answers.report import Report
from tests.benchmarks.answers.scoring import Share
from tests.benchmarks.figures import Figure

MOST_ALARMS = 0.02
DANGER, EVERYDAY = "emergencies.jsonl", "everyday.txt"


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of phrases of danger and of everyday ones."""

    heard: Share
    of_right_kind: Share
    """Of those heard: any kind that the phrase may be counted to."""
    alarms: Share
    times: timing.Times


def measure(quick: bool) -> Report:
    got = heard(sets.OURS, step=30 if quick else 1)
    return Report(
        figures=[
            Figure(
                "emergencies, regression set: heard",
                "all",
                report.with_interval(got.heard),
                met=got.heard.hits == got.heard.of,
                note=f"{got.of_right_kind.value:.1%} of those with the right card",
            ),
            report.at_most(
                "emergencies, regression set: false alarms", MOST_ALARMS, got.alarms
            ),
            _time("median", got.times, 0.5),
            _time("p99", got.times, 0.99),
        ]
    )


def sealed_figures(folder: Path) -> list[Figure]:
    """Aggregates alone: these phrases are read by no one."""
    got = heard(folder)
    return [
        report.told("sealed emergencies: heard", got.heard),
        report.told("sealed emergencies: of those, the right card", got.of_right_kind),
        report.at_most("sealed emergencies: false alarms", MOST_ALARMS, got.alarms),
    ]


def heard(folder: Path, step: int = 1) -> Heard:
    danger = list(sets.lines(folder / DANGER))[::step]
    lines = (folder / EVERYDAY).read_text(encoding="utf-8").split("\n")
    everyday = [line for line in lines if line.strip()][::step]
    found = [(each, emergency.match(each["text"])) for each in danger]
    kinds = [(each, match.kind) for each, match in found if match and "kind" in each]
    right = [kind in {each["kind"], *each.get("also", ())} for each, kind in kinds]
    return Heard(
        heard=Share(sum(match is not None for _, match in found), len(found)),
        of_right_kind=Share(sum(right), len(right)),
        alarms=_alarms(everyday),
        times=timing.of_each(
            emergency.match, [*(each["text"] for each in danger), *everyday]
        ),
    )


def _alarms(everyday: Sequence[str]) -> Share:
    return Share(sum(emergency.match(t) is not None for t in everyday), len(everyday))


def _time(which: str, times: timing.Times, part: float) -> Figure:
    return Figure(f"emergencies: time of a match, {which}", "told", times.told(part))
