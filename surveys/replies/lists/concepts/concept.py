"""A thing an answer option may be about, and the words of a reply that speak for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """Words stand apart by spaces; an underscore is a space within one.

    `heads` are looked for in the label of an option (of a yes or no: in the
    question), `evidence` and `against` in a reply, all in `plain_text.plain` form.
    """

    name: str
    topic: str
    heads: str
    evidence: str
    against: str = ""  # what makes words of `evidence` mean another thing
    answer: str = ""  # of a yes or no: the key of the choice it speaks for
