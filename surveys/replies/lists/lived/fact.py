"""What a question may be about, and what people tell of it that settles a yes or no."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Patterns over plain text; alternatives stand apart by spaces.

    `asks` is looked for in the question, `yes` and `no` in a reply; `unless` in the
    question, where it asks of something else with the same words. <n> is a number or a
    word for one, <money> so much money, <kin> one of a family.
    """

    asks: str
    yes: str = ""
    no: str = ""
    unless: str = ""
