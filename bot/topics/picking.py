"""Ticking the options of a multiple choice, one press at a time."""

from surveys.definition import Question


def toggle(question: Question, picked: list[int], place: int) -> list[int]:
    """The ticks after a press. "None of these" stands alone."""
    if place in picked:
        return [each for each in picked if each != place]
    if question.choices[place].exclusive:
        return [place]
    kept = [each for each in picked if not question.choices[each].exclusive]
    return sorted([*kept, place])


def add(question: Question, picked: list[int], keys: tuple[str, ...]) -> list[int]:
    """The ticks after choices were typed: none is taken away by naming it again."""
    for place, choice in enumerate(question.choices):
        if choice.key in keys and place not in picked:
            picked = toggle(question, picked, place)
    return picked
