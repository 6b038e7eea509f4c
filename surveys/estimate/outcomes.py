"""What became of those who were invited, and the response rates that follow.

AAPOR, Standard Definitions: Final Dispositions of Case Codes and Outcome Rates for
Surveys. Volunteers have no response rate: M. Callegaro and C. DiSogra, Public Opinion
Quarterly 72 (2008), 1008, http://poq.oxfordjournals.org/cgi/content/full/72/5/1008
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

PARTIAL_FROM = 0.5  # of the required questions, the key question among them

# Why there is no rate: keys of texts.
NO_RATE_OPEN_LINK = "outcome.no_rate_open_link"
NO_RATE_NOBODY = "outcome.no_rate_nobody"
NO_RATE_NOT_DRAWN = "outcome.no_rate_not_drawn"


class Frame(StrEnum):
    """Whom the invitation went to; decides what a rate may be called."""

    INVITED_LIST = "invited_list"
    OPEN_LINK = "open_link"
    PROBABILITY = "probability"


# Which rates are told for each frame. Those of a list are of the followers who were
# invited, never of the population.
TOLD = {
    Frame.INVITED_LIST: ("rr1", "rr3"),
    Frame.OPEN_LINK: (),
    Frame.PROBABILITY: ("rr3",),
}


class Code(StrEnum):
    """The outcome of one invited person; NE is outside every denominator."""

    COMPLETE = "I"
    PARTIAL = "P"
    REFUSAL = "R"
    NON_CONTACT = "NC"
    OTHER = "O"
    UNKNOWN = "U"  # AAPOR's UH and UO: whether eligible is not known
    NOT_ELIGIBLE = "NE"


@dataclass(frozen=True)
class Facts:
    """What is known of one invited person.

    `required_answered` is the part of the required questions that is answered, 0 to
    1. `refused`: declined, opted out or blocked after the invitation. Screening
    is the question about residence or age; a survey without one leaves both False.
    """

    required_answered: float = 0.0
    key_answered: bool = False
    started: bool = False
    refused: bool = False
    send_accepted: bool = False
    send_failed: bool = False
    screening_unanswered: bool = False
    screened_out: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.required_answered <= 1:
            raise ValueError(f"{self.required_answered} is no part of the questions")


@dataclass(frozen=True)
class Outcomes:
    """How many people have each code.

    `screened_in`: who answered the screening and is eligible, whatever became of them
    afterwards; with the not eligible they are all who were screened.
    """

    complete: int = 0
    partial: int = 0
    refusal: int = 0
    non_contact: int = 0
    other: int = 0
    unknown: int = 0
    not_eligible: int = 0
    screened_in: int = 0

    def __post_init__(self) -> None:
        if any(count < 0 for count in vars(self).values()):
            raise ValueError("a number of people is not negative")

    @property
    def eligible_share(self) -> float:
        """e, the eligible part of those screened, 0 to 1.

        1 where nobody was screened: all unknown then count, and RR3 is no higher
        than RR1.
        """
        screened = self.screened_in + self.not_eligible
        return self.screened_in / screened if screened else 1.0


@dataclass(frozen=True)
class Rates:
    """Response rates as fractions 0 to 1; all None where there are none.

    RR2, RR4 and RR6 count partial interviews as responses. The unknown are all in the
    denominator of RR1 and RR2, by `e` in that of RR3 and RR4, not at all in RR5 and
    RR6. `reason` is the key of the text that says why there is no rate.
    """

    frame: Frame
    rr1: float | None = None
    rr2: float | None = None
    rr3: float | None = None
    rr4: float | None = None
    rr5: float | None = None
    rr6: float | None = None
    e: float | None = None
    reason: str | None = None


@dataclass(frozen=True)
class OpenLink:
    """What can be said of a link open to all; rates as fractions 0 to 1, or None.

    Participation is starts to those who opened the first page, completion is
    completes to starts: G. Eysenbach, CHERRIES, Journal of Medical Internet Research
    6 (2004), e34. Neither is a response rate.
    """

    opened: int | None
    started: int
    completed: int
    participation_rate: float | None
    completion_rate: float | None


def code_of(facts: Facts) -> Code:
    """The outcome code of one invited person.

    A refusal before the screening stays a refusal (it counts in full, which lowers
    the rates); who began and left the screening open is of unknown eligibility even if
    everything else is answered; half of the questions without the key question is a
    break-off, and those are refusals. A reminder that failed does not undo an
    invitation that was accepted.
    """
    if facts.screened_out:
        return Code.NOT_ELIGIBLE
    if facts.screening_unanswered:
        if facts.refused:
            return Code.REFUSAL
        return Code.UNKNOWN if facts.started else _unreached(facts)
    if facts.required_answered >= 1:
        return Code.COMPLETE
    if facts.required_answered >= PARTIAL_FROM and facts.key_answered:
        return Code.PARTIAL
    if facts.started or facts.refused or facts.required_answered > 0:
        return Code.REFUSAL
    return _unreached(facts)


def count(codes: Iterable[Code], *, screened_in: int = 0) -> Outcomes:
    """How many people have each code."""
    found = Counter(codes)
    return Outcomes(
        complete=found[Code.COMPLETE],
        partial=found[Code.PARTIAL],
        refusal=found[Code.REFUSAL],
        non_contact=found[Code.NON_CONTACT],
        other=found[Code.OTHER],
        unknown=found[Code.UNKNOWN],
        not_eligible=found[Code.NOT_ELIGIBLE],
        screened_in=screened_in,
    )


def rates(outcomes: Outcomes, frame: Frame, e: float | None = None) -> Rates:
    """RR1 to RR6 of those invited, as AAPOR defines them.

    `e` is the eligible share of the unknown; None takes it from those screened. An
    open link has no rates, nor has an invitation to nobody. Raises ValueError for an
    `e` outside 0 to 1.
    """
    if frame is Frame.OPEN_LINK:
        return Rates(frame, reason=NO_RATE_OPEN_LINK)
    e = outcomes.eligible_share if e is None else e
    if not 0 <= e <= 1:
        raise ValueError(f"{e} is no share")
    done, partial = outcomes.complete, outcomes.partial
    known = done + partial + outcomes.refusal + outcomes.non_contact + outcomes.other
    if known + outcomes.unknown == 0:
        return Rates(frame, reason=NO_RATE_NOBODY)
    most, likely = known + outcomes.unknown, known + e * outcomes.unknown
    return Rates(
        frame,
        rr1=_of(done, most),
        rr2=_of(done + partial, most),
        rr3=_of(done, likely),
        rr4=_of(done + partial, likely),
        rr5=_of(done, known),
        rr6=_of(done + partial, known),
        e=e,
    )


def open_link(started: int, completed: int, opened: int | None = None) -> OpenLink:
    """The rates of a link open to all; `opened` is None where it was not counted.

    Raises ValueError where more complete than start, or start than open.
    """
    if not 0 <= completed <= started or (opened is not None and started > opened):
        raise ValueError(f"{completed} of {started} of {opened} cannot be")
    return OpenLink(
        opened=opened,
        started=started,
        completed=completed,
        participation_rate=None if opened is None else _of(started, opened),
        completion_rate=_of(completed, started),
    )


def _unreached(facts: Facts) -> Code:
    return Code.NON_CONTACT if facts.send_accepted else Code.OTHER


def _of(part: float, whole: float) -> float | None:
    return part / whole if whole else None
