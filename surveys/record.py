"""The indicator record: everything a value must carry before it may be published."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel

from surveys.catalogue import Unit
from surveys.estimate.change import Direction
from surveys.estimate.likert import Band
from surveys.estimate.proportion import Threshold as Reached
from surveys.located import FROZEN
from surveys.measure import MeasureKind, Scheme
from surveys.question import Text

LEVEL_PCT = 95  # of every interval
VALUE_STATUSES = ("provisional", "final", "revised", "withdrawn")
# Why a final value is followed by another one. A revision is planned (better data, a
# better method); a correction mends a mistake.
Reason = Literal["R-data", "R-method", "C-error"]
CORRECTION: Reason = "C-error"
# Among the exclusions: answered in words that no speaker has reviewed.
TRANSLATION = "translation"
NEW_METHOD: Reason = "R-method"
# Publishing is refused while one of these says nothing.
MANDATORY = (
    "value",
    "unit",
    "direction",
    "n",
    "base",
    "left_out",
    "population",
    "frame",
    "period",
    "as_of",
    "modes",
    "outcome",
    "interval",
    "weighting",
    "method",
    "questions",
    "exclusions",
    "limitations",
    "responsible",
    "contact",
    "evidence",
    "status",
    "revision",
    "level",
    "approvals",
)


class Absent(BaseModel):
    """Stands where a field cannot apply, and says why."""

    model_config = FROZEN

    reason: Text


class LeftOut(BaseModel):
    """Who is outside the base, in numbers: `outside` does not meet the base's rule."""

    model_config = FROZEN

    skipped: int
    dont_know: int
    not_asked: int
    outside: int


class Population(BaseModel):
    """Whom the figure is about; `size` None: nobody knows."""

    model_config = FROZEN

    who: str
    size: int | None


class Frame(BaseModel):
    """Who could answer, and how that was drawn up."""

    model_config = FROZEN

    kind: Literal["open_link", "invited_list", "probability"]
    note: str


class Period(BaseModel):
    """The days of the field work, in Bangkok, both included."""

    model_config = FROZEN

    key: str
    first: date
    last: date


class Outcome(BaseModel):
    """Rates by the names of their formulas, as fractions 0 to 1."""

    model_config = FROZEN

    rates: dict[str, float]
    counts: dict[str, int]
    of: Text
    """Whose rate it is."""
    drawn: int | None = None
    """How many were drawn, of a drawn sample."""
    unheard_of: int | None = None
    """Of these, of whom nothing was written down; they are among the unknown."""


class Interval(BaseModel):
    """The interval of the value. `modelled`: of volunteers, so it rests on a model."""

    model_config = FROZEN

    low: float
    high: float
    level_pct: int
    method: str
    modelled: bool
    label: Text
    seed: int | None = None
    replicates: int | None = None

    @property
    def half_width(self) -> float:
        return (self.high - self.low) / 2


class Weighting(BaseModel):
    """Whether the value is weighted. `why_not` is the key of the rule that kept it
    unweighted although there were weights; n_eff and deff are then what they cost."""

    model_config = FROZEN

    applied: Literal["none", "raked"]
    rule: Text
    margins: tuple[str, ...] = ()
    source: str | None = None
    n_eff: float | None = None
    deff: float | None = None
    merged: tuple[str, ...] = ()
    no_weight: int | None = None
    """Responses without a weight: a question of the margins was left out."""
    why_not: str | None = None


class Beside(BaseModel):
    """Another reading of the same figure, told beside it, in its unit."""

    model_config = FROZEN

    n: int
    value: float
    low: float | None
    high: float | None
    n_eff: float | None = None
    deff: float | None = None


class Cleaned(BaseModel):
    """The figure without the responses that look odd. `apart`: it differs by more than
    half the width of the interval."""

    model_config = FROZEN

    told: Beside
    apart: bool


class Gap(BaseModel):
    """The survey's share less one known from elsewhere, in percentage points: what is
    seen of the bias of who chose to answer. `value` and `known` are percent."""

    model_config = FROZEN

    points: float
    value: float
    low: float
    high: float
    n: int
    weighted: bool
    known: float
    question: Text
    source: str
    as_of: date


class AskedAs(BaseModel):
    """The exact words of a question the figure comes from."""

    model_config = FROZEN

    survey: str
    survey_version: int
    key: str
    version: str
    sha256: str
    text: Text
    choices: dict[str, Text]


class Evidence(BaseModel):
    """What the figure can be found again from. Hashes are SHA-256 in hexadecimal."""

    model_config = FROZEN

    dataset_sha256: str
    questionnaire_sha256: str | None
    margins_sha256: str | None = None
    wave_sha256: str | None = None
    """Over all that was fixed at freezing: the plan, the population, who was left out,
    what became of everyone asked, and the hashes above."""
    code_version: str
    source: str | None = None
    """Of an entered value: which document the hash is of."""


class Target(BaseModel):
    """The threshold and whether it is reached."""

    model_config = FROZEN

    value: float
    rule: Literal["interval", "value"]
    outcome: Reached
    sources: tuple[str, ...]


class Changed(BaseModel):
    """The difference to the wave before, in the indicator's unit."""

    model_config = FROZEN

    since: str
    since_revision: int
    value: float
    low: float
    high: float
    method: str
    direction: Direction
    words: Text
    seed: int | None = None


class Bands(BaseModel):
    """What the mean is called; two words where its interval crosses an edge."""

    model_config = FROZEN

    scheme: Scheme
    bands: tuple[Band, ...]
    words: Text


class Revision(BaseModel):
    """Which value it is in its row, and what the one before said.

    `notice`: a correction that everyone who was told the old figure has to hear of.
    """

    model_config = FROZEN

    number: int
    reason: Reason | None = None
    before: float | None = None
    notice: bool = False


class Approvals(BaseModel):
    """The two officers who decided that it is published."""

    model_config = FROZEN

    proposed_by: str
    proposed_at: datetime
    approved_by: str
    approved_at: datetime


class IndicatorRecord(BaseModel):
    """One value of an indicator with all that is needed to judge it.

    None: not filled in, and the value cannot be published; `Absent`: cannot apply.
    """

    model_config = FROZEN

    framework: str
    edition: str
    code: str
    name: Text
    definition: Text
    formula: Text | Absent
    official: bool
    kind: MeasureKind
    language: str
    made_up: bool

    value: float | Absent | None
    unit: Unit
    direction: Literal["up", "down"]
    n: int | Absent | None
    base: Text
    left_out: LeftOut | Absent | None
    population: Population | Absent | None
    frame: Frame | Absent | None
    period: Period | None
    as_of: date | None
    modes: dict[str, int | str] | Absent | None
    outcome: Outcome | Absent | None
    interval: Interval | Absent | None
    weighting: Weighting | Absent | None
    method: str
    questions: tuple[AskedAs, ...] | Absent | None
    exclusions: dict[str, int | str] | Absent | None
    limitations: Text | None
    responsible: str | None
    contact: str | None
    evidence: Evidence | Absent | None
    status: Literal["provisional", "final", "revised", "withdrawn"]
    revision: Revision
    level: str | Absent | None
    approvals: Approvals | None = None

    threshold: Target | Absent
    change: Changed | Absent
    bands: Bands | Absent
    alpha: float | Absent
    unweighted: Beside | Absent
    weighted: Beside | Absent
    flags_removed: Cleaned | Absent
    by_mode: dict[str, Beside] | Absent
    calibration_gap: Gap | Absent
    numerator: int | Absent
    denominator: int | Absent
    careful: bool = False
    """Few answers or a wide interval: shown with a warning."""


def missing(record: IndicatorRecord, *, approved: bool = True) -> tuple[str, ...]:
    """The mandatory fields that say nothing. `approved` False: not decided yet, so the
    two names are not looked for."""
    wanted = MANDATORY if approved else MANDATORY[:-1]
    return tuple(name for name in wanted if _says_nothing(getattr(record, name)))


def canonical_json(record: IndicatorRecord) -> str:
    """The one JSON text of a record: keys sorted, no spaces."""
    return json.dumps(
        record.model_dump(mode="json", exclude_none=True),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def sha256(record: IndicatorRecord) -> str:
    """What two officers agree to: the record less their own names."""
    undecided = record.model_copy(update={"approvals": None})
    return hashlib.sha256(canonical_json(undecided).encode()).hexdigest()


def differences(one: IndicatorRecord, other: IndicatorRecord) -> list[str]:
    """The names of the figures in which two records differ, to the last digit."""
    left, right = (dict(leaves(each.model_dump(mode="json"))) for each in (one, other))
    return sorted(name for name in {*left, *right} if left.get(name) != right.get(name))


def leaves(data: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every figure and word of a dumped record by its dotted name; null ones not."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, f"{name}.{key}" if name else key)
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from leaves(value, f"{name}.{place}")
    elif data is not None:
        yield name, data


def _says_nothing(value: object) -> bool:
    match value:
        case None | "" | ():
            return True
        case Population():
            return not value.who.strip()
        case Frame():
            return not value.note.strip()
        case str():
            return not value.strip()
        case _:
            return False
