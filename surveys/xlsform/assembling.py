"""Puts together what the rows held, and finds what does not fit, row by row."""

from dataclasses import dataclass, field
from typing import Any

from surveys import faults
from surveys.definition import MOST_QUESTIONS, Survey
from surveys.located import Loc
from surveys.question import Kind
from surveys.xlsform.findings import Findings

Data = dict[str, Any]
_COLUMNS = {
    "ask_if": "relevant",
    "text": "label",
    "key": "name",
    "value": "calculation",
    "title": "label",
}


@dataclass
class Parts:
    """What the rows held, with the row of each."""

    questions: list[Data] = field(default_factory=list)
    question_rows: list[int] = field(default_factory=list)
    choice_rows: list[list[int]] = field(default_factory=list)
    groups: list[Data] = field(default_factory=list)
    group_rows: list[int] = field(default_factory=list)
    calculations: list[Data] = field(default_factory=list)
    calculation_rows: list[int] = field(default_factory=list)
    quotas: list[Data] = field(default_factory=list)
    quota_rows: list[int] = field(default_factory=list)
    quota_sheet: str = ""
    settings_row: int | None = None

    def add(self, question: Data, row: int, choices: list[int]) -> None:
        self.questions.append(question)
        self.question_rows.append(row)
        self.choice_rows.append(choices)


def assemble(
    parts: Parts, fields: Data, longer: str | None, findings: Findings
) -> Survey | None:
    """The survey; None where anything was found wrong, now or before."""
    if all(each["kind"] is Kind.NOTE for each in parts.questions):
        findings.wrong("asks nothing", "survey")
        return None
    count = len(parts.questions)
    if count > MOST_QUESTIONS:
        findings.wrong(
            f"{count} questions and notes; {MOST_QUESTIONS} are the most", "survey"
        )
        return None
    data = {
        **fields,
        "questions": parts.questions,
        "groups": parts.groups,
        "calculations": parts.calculations,
        "quotas": parts.quotas,
    }
    if longer and not fields["longer"]:
        data = faults.with_reason(data, longer)
    survey, found = faults.every(data)
    for loc, reason in found:
        _tell(parts, loc, reason, findings)
    return None if findings.problems else survey


def _tell(parts: Parts, loc: Loc, reason: str, findings: Findings) -> None:
    sheet, row, rest = _place(parts, loc)
    steps = [step for step in rest if isinstance(step, str) and step != "choices"]
    known = {} if loc[:1] == ("quotas",) else _COLUMNS
    names = ".".join(known.get(step, step) for step in steps)
    findings.wrong(f"{names}: {reason}" if names else reason, sheet, row)


def _place(parts: Parts, loc: Loc) -> tuple[str, int | None, Loc]:
    """The sheet, the row, and what of the place leads on from there."""
    match loc:
        case ("questions", int(index), "choices", int(place), *rest):
            rows = parts.choice_rows[index]
            if place < len(rows):
                return "choices", rows[place], tuple(rest)
            return "survey", parts.question_rows[index], tuple(rest)
        case ("questions", int(index), *rest):
            return "survey", parts.question_rows[index], tuple(rest)
        case ("groups", int(index), *rest):
            return "survey", parts.group_rows[index], tuple(rest)
        case ("calculations", int(index), *rest):
            return "survey", parts.calculation_rows[index], tuple(rest)
        case ("quotas", int(index), *rest):
            return parts.quota_sheet, parts.quota_rows[index], tuple(rest)
        case ("questions" | "groups" | "calculations",):
            return "survey", None, ()
    return "settings", parts.settings_row, loc
