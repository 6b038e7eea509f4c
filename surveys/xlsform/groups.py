"""Lays nested groups out flat: each question in its innermost one, rules joined."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from surveys.rules import Rule
from surveys.xlsform import bounds


@dataclass
class Frame:
    """A group of the workbook that is open."""

    row: int
    key: str
    title: dict[Any, str] | None = None
    rule: Rule = None
    shuffle: bool = False
    is_group: bool = True
    """Or else a repeat, which is refused and only has to be closed."""
    used: int = 0


@dataclass
class Groups:
    """Those open at this row, outermost first, and the flat ones made so far."""

    open: list[Frame] = field(default_factory=list)
    made: list[dict[str, Any]] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    """The row of each one made."""
    empty: list[Frame] = field(default_factory=list)
    untold: list[Frame] = field(default_factory=list)
    """Groups around others whose own title is not shown."""
    _last: Frame | None = None
    _names: dict[tuple[int, str], int] = field(default_factory=dict)

    def beside(self, name: str, row: int) -> int | None:
        """The row of what has this name too and is in the same group, if anything."""
        around = self.open[-1].row if self.open else 0
        same = self._names.setdefault((around, name), row)
        return same if same != row else None

    def begin(self, frame: Frame) -> None:
        self.open.append(frame)
        self._last = None

    def end(self) -> Frame | None:
        """The group that is closed; None where none is open."""
        if not self.open:
            return None
        frame = self.open.pop()
        self._last = None
        if frame.is_group and not frame.used:
            if frame.title and self._holds_others(frame):
                self.untold.append(frame)
            elif not self._holds_others(frame):
                self.empty.append(frame)
        return frame

    def rule(self) -> Rule:
        """What has to hold for anything in the groups that are open."""
        return bounds.both(
            part for frame in self._groups() for part in bounds.parts(frame.rule)
        )

    def inside(self) -> str | None:
        """The flat group of a question in this row, made if it is the first of it."""
        groups = list(self._groups())
        if not groups:
            return None
        frame = groups[-1]
        if self._last is not frame:
            self._make(frame, groups)
        return str(self.made[-1]["key"])

    def _groups(self) -> Iterator[Frame]:
        return (frame for frame in self.open if frame.is_group)

    def _holds_others(self, frame: Frame) -> bool:
        return any(row > frame.row for row in self.rows)

    def _make(self, frame: Frame, groups: list[Frame]) -> None:
        taken = {each["key"] for each in self.made}
        key, number = frame.key, 1
        while key in taken:
            number += 1
            key = f"{frame.key}.{number}"
        title = frame.title if not frame.used else None
        if title is None and not frame.used:
            # A title around a group without one is the title of the first such.
            outer = [each for each in groups if each.title and not each.used]
            if outer:
                title = outer[-1].title
                outer[-1].used += 1
        alone = len(groups) == 1
        self.made.append(
            {
                "key": key,
                "title": title,
                "ask_if": frame.rule if alone else self.rule(),
                "shuffle": frame.shuffle,
            }
        )
        self.rows.append(frame.row)
        frame.used += 1
        self._last = frame
