"""Ticking the options of a multiple choice, one press at a time.

A button says whether it ticks or takes away, as it was when it was shown: pressed
twice, or late, it does the same once more and nothing else.
"""

from surveys.definition import Question

# Before the place of an option, on a button that takes its tick away.
AWAY = "-"


def carried(picked: list[int], place: int) -> str:
    """What the button of an option carries: to tick it, or to take the tick away."""
    return f"{AWAY}{place}" if place in picked else str(place)


def pressed(question: Question, picked: list[int], choice: str) -> list[int] | None:
    """The ticks after a press of what `carried` put on the button; None: no option of
    this question carries that."""
    place = choice.removeprefix(AWAY)
    if not place.isdecimal() or int(place) >= len(question.choices):
        return None
    if choice.startswith(AWAY):
        return [each for each in picked if each != int(place)]
    return _tick(question, picked, int(place))


def add(question: Question, picked: list[int], keys: tuple[str, ...]) -> list[int]:
    """The ticks after choices were typed: none is taken away by naming it again."""
    for place, choice in enumerate(question.choices):
        if choice.key in keys:
            picked = _tick(question, picked, place)
    return picked


def _tick(question: Question, picked: list[int], place: int) -> list[int]:
    """ "None of these" stands alone."""
    if question.choices[place].exclusive:
        return [place]
    kept = [each for each in picked if not question.choices[each].exclusive]
    return sorted({*kept, place})
