"""What a person who reads the questions would hold of their answers: the surveys that
`survey_states` asks, and the model of one response. Nothing of it is `surveys.route`'s.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.journeys import polls
from tests.journeys.polls import question, scale, yes_no

ONCE = {"==": [{"var": "met"}, "a"]}
FIRST = polls.poll(
    yes_no("met", "เคยเจอน้ำเสียไหมคะ"),
    question("where", "multiple", "เจอที่ไหนบ้างคะ", "คลอง", "ท่อ", "บ่อ", ask_if=ONCE),
    question("times", "number", "เดือนก่อนเจอกี่ครั้งคะ", min=0, max=31, ask_if=ONCE),
    scale("water", "น้ำเป็นอย่างไรคะ", group="felt"),
    scale("air", "อากาศเป็นอย่างไรคะ", group="felt"),
    scale("noise", "เสียงเป็นอย่างไรคะ", group="felt"),
    question("day", "date", "เจอครั้งล่าสุดวันไหนคะ"),
    question("more", "open", "อยากบอกอะไรอีกไหมคะ"),
    groups=[{"key": "felt", "shuffle": True}],
)
# The next version asks the same keys in another order, with a question more.
SECOND = polls.poll(
    scale("air", "อากาศวันนี้เป็นอย่างไรคะ"),
    yes_no("met", "เดือนนี้เจอน้ำเสียไหมคะ"),
    question("times", "number", "กี่ครั้งคะ", min=0, max=31, ask_if=ONCE),
    question("trust", "single", "เชื่อข้อมูลนี้ไหมคะ", "เชื่อ", "ไม่เชื่อ", "ไม่แน่นอน"),
    question("more", "open", "อยากบอกอะไรอีกไหมคะ"),
    version=2,
)
ONLY_IF_MET = ("where", "times")
SKIPPED, UNKNOWN = ("skipped", None), ("dont_know", None)


@dataclass
class Held:
    """What the model knows of one response."""

    survey: Any
    state: str = "offered"
    order: list[str] | None = None
    answers: dict[str, tuple[str, Any]] = field(default_factory=dict)
    ticks: set[int] = field(default_factory=set)

    def wanted(self, key: str) -> bool:
        met = self.answers.get("met")
        return key not in ONLY_IF_MET or met == ("answered", "a")

    def path(self) -> list[str]:
        keys = self.order or [each.key for each in self.survey.questions]
        return [key for key in keys if self.wanted(key)]

    def pending(self) -> str | None:
        return next((key for key in self.path() if key not in self.answers), None)

    def put(self, key: str, said: tuple[str, Any]) -> None:
        self.answers[key] = said
        self.ticks = set()

    def back(self) -> None:
        path = self.path()
        pending = self.pending()
        before = path[: path.index(pending)] if pending else path
        if before:
            del self.answers[before[-1]]
            self.ticks = set()

    def press(self, asked: Any, choice: str) -> None:
        """A button of the question was pressed."""
        if choice in ("skip", "dk"):
            self.put(asked.key, SKIPPED if choice == "skip" else UNKNOWN)
        elif choice == "done":
            if self.ticks:
                keys = [asked.choices[each].key for each in sorted(self.ticks)]
                self.put(asked.key, ("answered", keys))
        elif asked.kind.value == "multiple":
            if choice.startswith("-"):
                self.ticks -= {int(choice[1:])}
            else:
                self.ticks |= {int(choice)}
        elif int(choice) < len(asked.choices):
            self.put(asked.key, ("answered", asked.values[int(choice)]))

    def type(self, key: str, means: tuple[str, Any]) -> None:
        """Words were typed to the question, which mean this."""
        if means[0] != "ticks":
            self.put(key, means)
        elif self.ticks:
            self.ticks |= {means[1]}
        else:
            ticked = self.survey.question(key).choices[means[1]].key
            self.put(key, ("answered", [ticked]))

    def finish(self) -> None:
        if self.state == "started" and self.pending() is None:
            self.state = "complete"
