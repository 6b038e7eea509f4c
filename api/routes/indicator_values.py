"""How a value of an indicator is told as JSON, with all that it rests on."""

from datetime import date, datetime
from typing import Any

from pydantic import Field

from api.routes import indicator_beside
from api.routes.indicator_beside import BandsOf, BesideOf, CleanedOf, GapOf, LeftOutOf
from api.routes.shapes import Answer, Words, words_of
from api.store.shown import Shown, State
from surveys import record as records
from surveys import unanswered
from surveys.catalogue import Status
from surveys.estimate.change import Direction
from surveys.estimate.proportion import Threshold
from surveys.evidence.figure import present
from surveys.record import Absent, Changed, IndicatorRecord, LeftOut, Target


class IntervalOf(Answer):
    """The 95% interval, in the indicator's unit."""

    low: float
    high: float
    level_pct: int
    method: str
    modelled: bool
    """Of volunteers: it covers the spread of their number, not who chose to answer."""
    label: Words


class PopulationOf(Answer):
    """Whom the value is about; `size` null: nobody knows how many they are."""

    who: str
    size: int | None


class FrameOf(Answer):
    """Who could answer (open_link, invited_list, probability), and how it was drawn
    up."""

    kind: str
    note: str


class OutcomeOf(Answer):
    """Response rates by AAPOR's names, fractions 0 to 1, and whose they are."""

    rates: dict[str, float]
    of: Words


class WeightingOf(Answer):
    """Whether the value is weighted, by which rule, and what that costs."""

    applied: str
    rule: Words
    margins: list[str]
    source: str | None
    n_eff: float | None
    deff: float | None


class QuestionOf(Answer):
    """The exact words that were asked."""

    survey: str
    survey_version: int
    key: str
    version: str
    """Which wording: figures of different wordings are not compared."""
    sha256: str
    text: Words
    choices: dict[str, Words]


class ThresholdOf(Answer):
    value: float
    rule: str
    outcome: Threshold


class ChangeOf(Answer):
    """The difference to the wave before; `words` is all that may be said of it.

    Computed as two separate groups: who answered both times is not paired.
    """

    since: str
    value: float
    low: float
    high: float
    direction: Direction
    words: Words


class EvidenceOf(Answer):
    """What the value is found again from; hashes are SHA-256 in hexadecimal."""

    dataset_sha256: str
    questionnaire_sha256: str | None
    margins_sha256: str | None
    wave_sha256: str | None
    """Over all that was fixed at freezing: the plan, the population, who was left out,
    what became of everyone asked, and the hashes above."""
    code_version: str
    source: str | None
    verify: str | None
    """The command that works it out again; null: it was entered from a document."""


class Value(Answer):
    """One value in the indicator's unit, with all that is needed to judge it.

    Where a figure, or what it rests on, is null, `reasons` says why under its name. Of
    a survey nothing is told below 30 answers. Everybody is told the figures of what is
    `released`; of the rest how many have answered, and what it waits for.
    """

    period: str = Field(description="a wave's key; else 2026-11, 2026-Q4 or 2026")
    first: date | None = Field(description="first day of the field work")
    last: date | None
    language: str = Field(
        description="all, or a translation nobody has reviewed, told apart"
    )
    state: State = Field(
        description="collecting: answers still come in; closed: they are checked; "
        "waiting: for two officers; released; withdrawn"
    )
    unit: str = Field(description="percent, points, days, count or people")
    direction: str = Field(description="which way is better: up or down")
    edition: str | None = Field(
        description="of the framework: the one it was worked out by, whose words follow"
    )
    definition: Words | None
    formula: Words | None
    base: Words | None
    value: float | None
    low: float | None
    high: float | None
    n: int | None = Field(description="answers in the base, unweighted")
    skipped: int | None = Field(
        description="null, as `dont_know`: one of them, or of "
        "those who were not asked, is 1 to 4"
    )
    dont_know: int | None
    numerator: int | None = Field(
        description="of a share: how many of `n` gave its answers, unweighted"
    )
    note: Words | None = Field(
        description="why there is no value, or that it is used with care"
    )
    interval: IntervalOf | None
    population: PopulationOf | None
    frame: FrameOf | None
    exclusions: dict[str, int | str] | None = Field(
        description="responses of the wave that do not count, by the reason why; "
        "`translation`: told apart, in a language whose words nobody has reviewed"
    )
    outcome: OutcomeOf | None
    weighting: WeightingOf | None
    questions: list[QuestionOf] | None
    threshold: ThresholdOf | None
    change: ChangeOf | None
    limitations: Words | None
    evidence: EvidenceOf | None
    method: str
    status: str = Field(
        description="provisional until the wave is frozen; final, revised, withdrawn"
    )
    revision: int
    reason: str | None = Field(
        description="why it followed a settled value: R-data, R-method or C-error"
    )
    before: float | None = Field(description="what the settled value before it said")
    as_of: date | None
    published_at: datetime | None = Field(
        description="when a second officer released it; null: nobody has yet"
    )
    approved_by: list[str] = Field(description="the two officers who released it")
    responsible: str | None
    contact: str | None
    reasons: dict[str, Words] = Field(description="why a field is null, by its name")
    made_up: bool = Field(description="demonstration data, not a fact about the town")
    computed_at: datetime
    official: bool = Field(
        description="an indicator of an official framework; false: a draft of ours"
    )
    careful: bool = Field(description="few answers or a wide interval: used with care")
    unweighted: BesideOf | None = Field(description="the value without weights")
    weighted: BesideOf | None = Field(
        description="the value with weights, also where `value` is without"
    )
    by_mode: dict[str, BesideOf] | None = Field(
        description="of those who answered by themselves (self) and with somebody who "
        "asked (interviewer): both or none"
    )
    flags_removed: CleanedOf | None = Field(
        description="the value without the responses that look odd"
    )
    calibration_gap: GapOf | None = Field(
        description="how far a share of the same survey is from one that is known"
    )
    bands: BandsOf | None = Field(description="what the mean is called")
    alpha: float | None = Field(
        description="of an index: Cronbach's alpha, 0 to 1, of its items"
    )
    denominator: int | None = Field(
        description="of a share: of how many `numerator` is, unweighted"
    )
    modes: dict[str, int | str] | None = Field(
        description="how many answered by which mode; <5: one to four; -: five or "
        "more, hidden for the sake of another mode"
    )
    left_out: LeftOutOf | None = Field(
        description="who is outside the base; null: one of the numbers is 1 to 4"
    )


REASONED = (
    "interval", "skipped", "dont_know", "edition", "definition", "formula", "base",
    "numerator", "population", "frame", "exclusions", "outcome", "weighting",
    "questions", "threshold", "change", "limitations", "evidence",
    *indicator_beside.NAMES,
)  # fmt: skip


def told(shown: Shown) -> Value:
    """The value as JSON tells it."""
    row, record = shown.row, shown.record
    interval, period = present(shown.interval), shown.period
    skipped, dont_know = _missing(shown)
    approvals = record.approvals if record else None
    return Value(
        period=row.period,
        first=period.first if period else None,
        last=period.last if period else None,
        language=row.language,
        state=shown.state,
        unit=shown.indicator.unit,
        direction=shown.indicator.direction,
        value=shown.value,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        n=shown.n,
        skipped=skipped,
        dont_know=dont_know,
        note=words_of(shown.note) if shown.note else None,
        interval=_interval(interval),
        method=record.method if record else row.method,
        status=row.status,
        revision=row.revision,
        reason=row.reason,
        before=record.revision.before if record else None,
        as_of=record.as_of if record else None,
        published_at=shown.published_at,
        approved_by=[approvals.proposed_by, approvals.approved_by] if approvals else [],
        responsible=record.responsible if record else None,
        contact=record.contact if record else None,
        reasons=_reasons(shown),
        made_up=row.made_up,
        computed_at=row.computed_at,
        official=shown.indicator.status is Status.OFFICIAL,
        careful=shown.is_careful,
        **_recorded(shown, record),
    )


def _recorded(shown: Shown, record: IndicatorRecord | None) -> dict[str, Any]:
    """What only a record tells; all null without one."""
    if record is None:
        return dict.fromkeys(REASONED[REASONED.index("edition") :])
    outcome, weighting = present(record.outcome), present(record.weighting)
    population, frame = present(record.population), present(record.frame)
    asked = present(record.questions)
    threshold, change = present(record.threshold), present(record.change)
    evidence = present(record.evidence)
    formula, hidden = present(record.formula), not shown.is_told
    return {
        "edition": record.edition,
        "definition": words_of(record.definition),
        "formula": formula and words_of(formula),
        "base": words_of(record.base),
        "numerator": None if hidden else present(record.numerator),
        "population": population
        and PopulationOf(who=population.who, size=population.size),
        "frame": frame and FrameOf(kind=frame.kind, note=frame.note),
        "exclusions": present(record.exclusions),
        "outcome": outcome and OutcomeOf(rates=outcome.rates, of=words_of(outcome.of)),
        "weighting": weighting
        and WeightingOf(
            applied=weighting.applied,
            rule=words_of(weighting.rule),
            margins=list(weighting.margins),
            source=weighting.source,
            n_eff=weighting.n_eff,
            deff=weighting.deff,
        ),
        "questions": None if asked is None else [_question(each) for each in asked],
        "threshold": None if hidden else _threshold(threshold),
        "change": None if hidden else _change(change),
        "limitations": record.limitations and words_of(record.limitations),
        "evidence": evidence
        and EvidenceOf(**evidence.model_dump(), verify=shown.verify),
        **indicator_beside.told(shown, record),
    }


def _missing(shown: Shown) -> tuple[int | None, int | None]:
    """How many skipped and did not know, as far as it is told."""
    if not shown.is_open:
        return None, None
    left = shown.record.left_out if shown.record else None
    not_asked = left.not_asked if isinstance(left, LeftOut) else 0
    found = unanswered.told(shown.row.skipped, shown.row.dont_know, not_asked)
    return found[0], found[1]


def _interval(found: records.Interval | None) -> IntervalOf | None:
    if found is None:
        return None
    return IntervalOf(
        low=found.low,
        high=found.high,
        level_pct=found.level_pct,
        method=found.method,
        modelled=found.modelled,
        label=words_of(found.label),
    )


def _question(asked: records.AskedAs) -> QuestionOf:
    return QuestionOf(
        survey=asked.survey,
        survey_version=asked.survey_version,
        key=asked.key,
        version=asked.version,
        sha256=asked.sha256,
        text=words_of(asked.text),
        choices={key: words_of(label) for key, label in asked.choices.items()},
    )


def _threshold(found: Target | None) -> ThresholdOf | None:
    if found is None:
        return None
    return ThresholdOf(value=found.value, rule=found.rule, outcome=found.outcome)


def _change(found: Changed | None) -> ChangeOf | None:
    if found is None:
        return None
    return ChangeOf(
        since=found.since,
        value=found.value,
        low=found.low,
        high=found.high,
        direction=found.direction,
        words=words_of(found.words),
    )


def _reasons(shown: Shown) -> dict[str, Words]:
    """Why each of the fields that are null is so."""
    found: dict[str, Words] = {}
    for name in REASONED:
        field = getattr(shown.record, name, None)
        if name == "interval":
            field = shown.interval
        elif name in ("skipped", "dont_know"):
            field = _missing(shown)[0]
            if field is None and shown.is_open:
                field = unanswered.FEW
        elif name in indicator_beside.NAMES and shown.record is not None:
            field = indicator_beside.field(shown, shown.record, name)
        if field is None:
            field = shown.nothing
        if isinstance(field, Absent):
            found[name] = words_of(field.reason)
    if shown.value is None and shown.note:
        found["value"] = words_of(shown.note)
    if shown.n is None:
        found["n"] = words_of(shown.why_no_n.reason)
    return found
