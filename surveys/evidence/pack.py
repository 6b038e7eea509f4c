"""The evidence behind the numbers of a wave or a framework, as one value.

Everything an assessor needs to judge a number and to find it again. Nothing here is
worked out when it is printed: what a page says stands in the pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from surveys.cells import Cell
from surveys.definition import Survey, Text
from surveys.estimate.likert import Summary
from surveys.estimate.means import Mean
from surveys.estimate.outcomes import Frame, OpenLink, Outcomes, Rates
from surveys.evidence.figure import Figure
from surveys.participation import Standing, Told
from surveys.versions import QuestionVersion

FAR_POINTS = 10.0  # a sample's share this far from the population's is said in words


class Status(StrEnum):
    """Whether what is shown is the municipality's own, or still a draft."""

    DRAFT = "draft"
    OFFICIAL = "official"


@dataclass(frozen=True)
class Count:
    """So many people or responses of one sort; `n` None: not told. `few`: 1 to 4."""

    key: str
    label: Text
    n: int | None
    few: bool = False


@dataclass(frozen=True)
class Reminders:
    """How those who had not finished were asked again; `at_most` for one person."""

    sent: int
    people: int
    at_most: int


@dataclass(frozen=True)
class Method:
    """How the answers came about. Dates are days in Bangkok."""

    population: str
    population_size: int | None
    frame: Frame
    frame_note: str
    opened_on: date
    closed_on: date
    modes: tuple[Count, ...]
    languages: tuple[Count, ...]
    responsible: str
    contact: str
    consent: Text
    min_age: int | None
    reminders: Reminders | None
    """None: nobody was reminded."""
    drawn: int | None = None
    """How many were drawn, of a drawn sample."""
    unheard_of: int | None = None
    """Of these, of whom nothing was written down: of unknown eligibility."""
    standing: Standing | None = None
    """What the survey counts as; None: as it was declared."""
    told_back: tuple[Told, ...] = ()
    """What people were told came of their answers, the newest first."""


@dataclass(frozen=True)
class Share:
    """One category of a margin: its part of the population and of the sample, 0 to 1.

    `n` and `sample` are None where fewer people answered than may be told.
    """

    key: str
    label: Text
    population: float
    n: int | None
    sample: float | None

    @property
    def points(self) -> float | None:
        """Sample less population, in percentage points."""
        return None if self.sample is None else (self.sample - self.population) * 100

    @property
    def far(self) -> bool:
        """Whether the sample is off by more than ten points."""
        points = self.points
        # Ten points are ten, whatever the last digit of a float says.
        return points is not None and round(abs(points), 9) > FAR_POINTS


@dataclass(frozen=True)
class Coverage:
    """How the sample is spread over one margin, beside the population."""

    margin: str
    label: Text
    source: str
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Weighting:
    """Whether answers were weighted, by what rule, and what it cost (Kish).

    Weights were kept within `lowest` and `highest`; those of `trimmed` people stand at
    one of the two. `gap` is the largest distance left to a margin's share, 0 to 1.
    None where there was nothing to weight by.
    """

    weighted: bool
    rule: Text
    n_eff: float | None = None
    deff: float | None = None
    lowest: float | None = None
    highest: float | None = None
    trimmed: int | None = None
    gap: float | None = None
    iterations: int | None = None
    no_weight: int | None = None
    """Responses without a weight: a question of the margins was left out."""
    merged: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One answer of a question's table, its share of those who answered 0 to 1.

    `n` None: hidden. `few` tells a count of 1 to 4 from one that is hidden so that
    the other cannot be worked out.
    """

    key: str
    label: Text
    n: int | None
    share: float | None
    few: bool = False


@dataclass(frozen=True)
class Tally:
    """What was answered to one question. `n` is the base: those who answered.

    `asked` are the responses that count at all. `missing` never reached the question;
    it, `dont_know` and `skipped` are None where one of them is small. Without rows
    nothing more is told: the answers are in people's own words, or the base is too
    small, or the rest could be worked out.
    """

    question: str
    asked: int
    n: int
    dont_know: int | None
    skipped: int | None
    missing: int | None
    rows: tuple[Row, ...]
    why: Text | None = None
    """Why something is hidden or not told."""
    mean: Mean | None = None
    scale: Summary | None = None
    several: bool = False
    """More than one answer each: shares do not add up to one."""
    language: str = "all"
    """`all`, or the unreviewed translation whose answers are reported apart."""


@dataclass(frozen=True)
class WaveEvidence:
    """All that stands behind the answers of one frozen wave. Hashes are SHA-256."""

    key: str
    method: Method
    survey: Survey
    versions: Mapping[str, QuestionVersion]
    """Which wording of each question was asked, by its key."""
    questionnaire_sha256: str
    dataset_sha256: str
    dataset_rows: int
    margins_sha256: str | None
    frozen_on: date
    code_version: str
    """The program that froze it."""
    outcomes: Outcomes | None
    """None: of an open link, which invites nobody."""
    rates: Rates
    opened_link: OpenLink
    exclusions: tuple[Count, ...]
    flags: tuple[Count, ...]
    coverage: tuple[Coverage, ...]
    weighting: Weighting
    tallies: tuple[Tally, ...]
    limitations: Text
    made_up: bool
    wave_sha256: str | None = None
    """Over all that was fixed: plan, population, who was left out, and the hashes."""


@dataclass(frozen=True)
class RowFile:
    """One response a row, nobody recognisable. `identifying` are column numbers."""

    wave: str
    header: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    left_out: int
    """Responses in no row, for too few are like them."""
    generalised: int
    """Rows in which something is hidden so that at least five look alike."""


@dataclass(frozen=True)
class Pending:
    """A value whose figures nobody outside the office is told, and why not."""

    framework: str
    code: str
    name: Text
    period: str
    language: str
    revision: int
    state: Text
    why: Text


@dataclass(frozen=True)
class Pack:
    """The evidence pack. `made_at` is when it was put together, and its only clock.

    `figures` are released values. A `draft` also holds those that `pending` names: it
    is for the office, and says so on every page.
    """

    kind: Literal["wave", "framework"]
    name: str
    title: Text
    about: Text
    made_at: datetime
    code_version: str
    status: Status
    made_up: bool
    responsible: str
    contact: str
    waves: tuple[WaveEvidence, ...]
    figures: tuple[Figure, ...]
    rows: tuple[RowFile, ...] = ()
    pending: tuple[Pending, ...] = ()
    draft: bool = False

    @property
    def tells_change(self) -> bool:
        """Whether a figure of it is compared with an earlier wave."""
        return any(each.change is not None for each in self.figures)
