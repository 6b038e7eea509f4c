"""Collects what is wrong in a workbook, and what its author should know."""

from dataclasses import dataclass, field

from surveys.xlsform.workbook import Fault

_SHEETS = ("", "survey", "choices", "settings")


@dataclass
class Findings:
    """What has been found so far in one workbook; each thing is told once."""

    file: str
    _problems: dict[Fault, None] = field(default_factory=dict)
    _notes: dict[Fault, None] = field(default_factory=dict)

    def wrong(
        self, reason: str, sheet: str | None = None, row: int | None = None
    ) -> None:
        self._problems[Fault(self.file, reason, sheet, row)] = None

    def note(
        self, reason: str, sheet: str | None = None, row: int | None = None
    ) -> None:
        self._notes[Fault(self.file, reason, sheet, row)] = None

    @property
    def problems(self) -> list[Fault]:
        return sorted(self._problems, key=_place)

    @property
    def notes(self) -> list[Fault]:
        return sorted(self._notes, key=_place)


def _place(fault: Fault) -> tuple[int, str, int]:
    sheet = fault.sheet or ""
    known = _SHEETS.index(sheet) if sheet in _SHEETS else len(_SHEETS)
    return known, sheet, fault.row or 0
