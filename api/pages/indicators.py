"""The public pages of the indicators: all of them by aspect, and one over its waves."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Path as InPath
from fastapi.responses import HTMLResponse

from api.dependencies import database_of
from api.pages import axis, language, points, render
from api.pages.axis import Axis
from api.pages.points import Point, Say
from api.store import feedback, frameworks, headlines, shown
from api.store.computing import ALL
from api.store.shown import Shown
from surveys.catalogue import Indicator, Status
from surveys.evidence import phrases
from surveys.evidence.figure import Figure, present, why_not
from surveys.question import Text
from surveys.record import IndicatorRecord, Outcome

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
Code = Annotated[str, InPath(max_length=40, pattern=r"^[A-Z0-9-]+$")]


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator of the list with its newest value; None: there is none yet.

    `coming`: a newer one that is not told yet.
    """

    code: str
    name: str
    draft: bool
    point: Point | None
    coming: Point | None
    axis: Axis
    unit: str


@dataclass(frozen=True, slots=True)
class AspectRows:
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class DimensionRows:
    name: str
    aspects: tuple[AspectRows, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The exact words of a question, its wording's number and its choices."""

    text: str
    version: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """What the newest settled value rests on, in the words of its own edition."""

    period: str
    edition: str
    definition: str
    base: str
    formula: str | None
    questions: tuple[Asked, ...]
    facts: tuple[tuple[str, str], ...]
    """(key of a label, what is said)."""
    limitations: str
    sha256: str | None
    wave_sha256: str | None
    code_version: str | None
    source: str | None
    verify: str | None


@router.get("/indicators")
def indicator_list(request: Request) -> HTMLResponse:
    """Every indicator by dimension and aspect."""
    lang = language.of(request)
    say = partial(_say, request, lang)
    held: dict[tuple[str, str], list[Shown]] = {}
    with database_of(request).read() as session:
        for each in shown.standing(session):
            if each.row.language == ALL:
                held.setdefault((each.row.framework, each.row.code), []).append(each)
        coming = headlines.coming(session, lang)
        told_back = feedback.everything(session)
    found = _dimensions(held, say, lang)
    told = [
        row.point
        for dimension in found
        for aspect in dimension.aspects
        for row in aspect.rows
        if row.point is not None
    ]
    return render.page(
        request,
        "pages/indicators.html",
        dimensions=found,
        coming=coming,
        told_back=told_back,
        made_up=any(point.made_up for point in told),
    )


@router.get("/indicators/{code}")
def indicator(request: Request, code: Code) -> HTMLResponse:
    """One indicator: what it is, its values over the waves, what they rest on."""
    lang = language.of(request)
    say = partial(_say, request, lang)
    framework, found = frameworks.named(code)
    with database_of(request).read() as session:
        values = shown.over_time(session, framework.key, code)
        asked_in = {each.row.wave_id for each in values if each.row.wave_id is not None}
        told_back = feedback.everything(session, asked_in)
    whole = [each for each in values if each.row.language == ALL]
    settled = [each for each in whole if each.value is not None]
    # In the words of its own edition: the newest may count in another unit.
    counted = settled[-1].indicator if settled else found
    # One axis has one unit.
    scale = _axis(counted, [e for e in whole if e.indicator.unit == counted.unit])
    told = points.in_order(whole, scale, say, lang)
    newest = next((each for each in reversed(told) if each.at is not None), None)
    coming = shown.coming(whole, settled[-1] if settled else None)
    return render.page(
        request,
        "pages/indicator.html",
        code=code,
        framework=framework.title.say(lang),
        framework_key=framework.key,
        edition=framework.edition,
        name=found.name.say(lang),
        definition=found.definition.say(lang),
        base=found.base.say(lang),
        formula=found.formula.say(lang) if found.formula else None,
        direction=counted.direction,
        unit=counted.unit,
        draft=found.status is not Status.OFFICIAL,
        points=told,
        drawn=points.columns(told, counted.unit),
        mixed=any(each.released and each.unit != counted.unit for each in told),
        axis=scale,
        newest=newest,
        coming=points.in_order([coming], scale, say, lang)[0] if coming else None,
        target=_target(counted, settled[-1] if settled else None, say),
        change=_change(settled[-1], lang) if settled else None,
        compared=bool(settled) and _is_compared(settled[-1]),
        basis=_basis(settled[-1], lang) if settled else None,
        told_back=told_back,
        apart=points.in_order(
            [each for each in values if each.row.language != ALL],
            scale,
            say,
            lang,
        ),
        made_up=any(point.made_up for point in told),
    )


def _say(request: Request, lang: str, key: str, **values: object) -> str:
    return render.messages_of(request).say(key, lang, **values)


def _dimensions(
    held: dict[tuple[str, str], list[Shown]], say: Say, lang: str
) -> list[DimensionRows]:
    """The indicators in the order of their frameworks; what an older edition alone has
    stands where it stood."""
    named: dict[str, str] = {}
    grouped: dict[str, dict[str, tuple[str, list[Row]]]] = {}
    known = frameworks.listed()
    # The newest edition first: its order of aspects is the one that is shown.
    for framework in reversed(frameworks.every()):
        for dimension in framework.dimensions:
            named.setdefault(dimension.key, dimension.name.say(lang))
            of = grouped.setdefault(dimension.key, {})
            for aspect in dimension.aspects:
                _, rows = of.setdefault(aspect.key, (aspect.name.say(lang), []))
                rows += [
                    _row(each, held.get((framework.key, each.code), []), say, lang)
                    for each in aspect.indicators
                    if (framework, each) in known
                ]
    return [
        DimensionRows(
            named[key],
            tuple(AspectRows(name, tuple(rows)) for name, rows in of.values() if rows),
        )
        for key, of in grouped.items()
        if any(rows for _, rows in of.values())
    ]


def _row(indicator: Indicator, values: list[Shown], say: Say, lang: str) -> Row:
    value = values[0] if values else None
    counted = value.indicator if value else indicator
    scale = _axis(counted, values[:1])
    coming = shown.coming(values, value)
    told = points.in_order(values[:1], scale, say, lang)
    return Row(
        code=indicator.code,
        name=indicator.name.say(lang),
        draft=indicator.status is not Status.OFFICIAL,
        point=told[0] if told else None,
        coming=points.in_order([coming], scale, say, lang)[0] if coming else None,
        axis=scale,
        unit=counted.unit,
    )


def _axis(indicator: Indicator, values: list[Shown]) -> Axis:
    figures = [each.value for each in values]
    bounds = [present(each.interval) for each in values]
    ends = [end for each in bounds if each for end in (each.low, each.high)]
    target = [indicator.threshold.value] if indicator.threshold else []
    known = [each for each in (*figures, *ends, *target) if each is not None]
    return axis.of(indicator.unit, known)


def _target(indicator: Indicator, value: Shown | None, say: Say) -> str | None:
    """The threshold and whether it is reached, in words; None: none is set."""
    record = value.record if value else None
    found = present(record.threshold) if record else None
    if found is not None:
        aim, verdict = found.value, found.outcome.value
    elif indicator.threshold is not None:
        aim, verdict = indicator.threshold.value, "unknown"
    else:
        return None
    told = points.with_unit(aim, indicator.unit, say)
    return say(f"indicator.threshold_{verdict}", target=told)


def _change(value: Shown, lang: str) -> str | None:
    assert value.record is not None
    return phrases.change(Figure(value.record, None)).say(lang)


def _is_compared(value: Shown) -> bool:
    return value.record is not None and present(value.record.change) is not None


def _basis(value: Shown, lang: str) -> Basis:
    record = value.record
    assert record is not None
    evidence, formula = present(record.evidence), present(record.formula)
    return Basis(
        period=value.row.period,
        edition=record.edition,
        definition=record.definition.say(lang),
        base=record.base.say(lang),
        formula=formula.say(lang) if formula else None,
        questions=tuple(
            Asked(
                text=each.text.say(lang),
                version=each.version,
                choices=tuple(label.say(lang) for label in each.choices.values()),
            )
            for each in present(record.questions) or ()
        ),
        facts=tuple((key, text.say(lang)) for key, text in _facts(record) if text),
        limitations=record.limitations.say(lang) if record.limitations else "",
        sha256=evidence.dataset_sha256 if evidence else None,
        wave_sha256=evidence.wave_sha256 if evidence else None,
        code_version=evidence.code_version if evidence else None,
        source=evidence.source if evidence else None,
        verify=value.verify,
    )


def _facts(record: IndicatorRecord) -> list[tuple[str, Text | None]]:
    figure = Figure(record, None)
    population, frame = present(record.population), present(record.frame)
    outcome, level = present(record.outcome), present(record.level)
    gap = present(record.calibration_gap)
    return [
        ("population", _population(population.who, population.size))
        if population
        else ("population", why_not(record.population)),
        ("frame", _frame(frame.kind, frame.note) if frame else None),
        ("drawn", _drawn(outcome) if outcome else None),
        ("modes", _counted("mode", present(record.modes)) or why_not(record.modes)),
        ("outcome", _rates(outcome.rates, outcome.of))
        if outcome
        else ("outcome", why_not(record.outcome)),
        ("interval", phrases.interval(figure)),
        ("weighting", phrases.weighting(figure)),
        ("gap", phrases.gap(gap) if gap else None),
        ("exclusions", _counted("exclusion", present(record.exclusions))),
        ("level", phrases.named("level", level) if level else None),
        ("bands", figure.bands.words if figure.bands else None),
        ("responsible", _said(record.responsible)),
        ("contact", _said(record.contact)),
        ("approvals", phrases.approvals(figure)),
    ]


def _said(text: str | None) -> Text | None:
    return phrases.same(text) if text else None


def _population(who: str, size: int | None) -> Text:
    if size is None:
        return phrases.same(who)
    return Text(th=f"{who} ({size:,} คน)", en=f"{who} ({size:,} people)")


def _frame(kind: str, note: str) -> Text:
    named = phrases.named("frame", kind)
    return phrases.joined([named, phrases.same(note)]) if note.strip() else named


def _drawn(outcome: Outcome) -> Text | None:
    """How many were drawn; None: it is no drawn sample."""
    if outcome.drawn is None:
        return None
    th, en = f"{outcome.drawn:,} ราย", f"{outcome.drawn:,}"
    if outcome.unheard_of:
        th += f" ในนี้ {outcome.unheard_of:,} ราย ไม่มีบันทึกว่าติดต่อแล้วเป็นอย่างไร"
        en += f", of {outcome.unheard_of:,} of whom nothing was written down"
    return Text(th=th, en=en)


def _counted(sort: str, counts: dict[str, int | str] | None) -> Text | None:
    """What was counted by kind, in words; None: nothing was."""
    if not counts:
        return None
    return phrases.joined(
        phrases.joined([phrases.named(sort, key), phrases.same(str(n))], ": ")
        for key, n in counts.items()
    )


def _rates(rates: dict[str, float], of: Text) -> Text:
    said = ", ".join(f"{name} {phrases.percent(rate)}%" for name, rate in rates.items())
    return phrases.joined([of, phrases.same(said)], ": ")
