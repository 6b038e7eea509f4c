"""What becomes of a question: it is answered, skipped, or its answer is not known."""

from dataclasses import dataclass
from enum import StrEnum

from surveys.definition import Kind, Question

# A choice's key; a scale's point; a number; free text; a day as YYYY-MM-DD; a place's
# key or "latitude,longitude"; the keys chosen of several, in the question's order.
Value = str | int | float | tuple[str, ...]


class State(StrEnum):
    """What became of a question. One never reached has no answer at all."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True)
class Answer:
    """What is recorded for a question; `value` only where it was answered."""

    state: State
    value: Value | None = None

    def __post_init__(self) -> None:
        if (self.state == State.ANSWERED) != (self.value is not None):
            raise ValueError("an answer has a value exactly when it is answered")
        if isinstance(self.value, list):  # as it comes back from JSON
            object.__setattr__(self, "value", tuple(self.value))


_EXAMPLE_OPEN = {
    "th": "พิมพ์สั้น ๆ ด้วยคำของคุณเอง",
    "en": "a few words of your own",
    "my": "ကိုယ့်စကားနဲ့ အတိုချုံး ရေးပါ",
}


def example(question: Question, language: str) -> str:
    """A short example of a good answer, for asking again; is itself understood."""
    match question.kind:
        case Kind.OPEN:
            return _EXAMPLE_OPEN.get(language, _EXAMPLE_OPEN["th"])
        case Kind.NUMBER:
            low, high = question.min or 0, question.max or 0
            unit = question.unit.say(language) if question.unit else ""
            return f"{min(high, max(low, 12))} {unit}".strip()
        case Kind.MULTIPLE:
            places = [
                str(place)
                for place, choice in enumerate(question.choices, start=1)
                if not choice.exclusive
            ]
            return ", ".join(places[:2])
        case _:
            # The middle, so that the example leans to neither side.
            middle = (len(question.choices) - 1) // 2
            label = question.choices[middle].label.say(language)
            return label if question.own_numbers else f"{middle + 1}. {label}"
