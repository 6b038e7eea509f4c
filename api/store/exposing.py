"""Whether releasing a value gives a few people away, with all that was released before.

Looking reads the frozen answers, which takes seconds for a large wave: it can be done
in a reading transaction, and what was found is then handed to `releases`.

The tables of a wave's evidence pack count as told from the moment the wave is frozen,
whether or not a pack was made: they follow from the frozen answers alone, so that
nobody has to write down which packs were handed out, and a pack made after a release
tells nothing that the release was not held against.

What was told by mistake cannot be found in the answers any more. Once it is taken back
or corrected it is held against new figures as it was written down.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product, starmap
from uuid import UUID

from sqlalchemy import or_, select
from sqlmodel import Session, col

from api.errors import DomainError
from api.store import computing, frameworks, freezing, sheets, values, waves
from api.store.computing import ALL
from api.store.models import IndicatorRelease, IndicatorValue, Wave
from surveys import record as surveys_record
from surveys import series, telling
from surveys.apart import few_between
from surveys.definition import Survey
from surveys.estimate import SURE_N
from surveys.estimate.hiding import LEAST
from surveys.evidence import tabling
from surveys.measure import Measure
from surveys.record import Beside, Cleaned, Gap, IndicatorRecord, LeftOut
from surveys.record_words import FEW_ALIKE
from surveys.sheet import Mask, Sheet
from surveys.telling import Table, Telling


@dataclass(frozen=True)
class Told:
    """A record that was released, or shall be. `taken_back`: a later value of its row
    is a withdrawal or mends a mistake, so that it may have been wrong."""

    name: str
    record: IndicatorRecord
    taken_back: bool = False


@dataclass(frozen=True)
class Looked:
    """What looking showed, and at what: it holds for this record beside these releases.

    `collides`: the released figures with which it gives a few people away, none where
    it does so by itself; None: it gives nobody away.
    """

    sha256: str
    among: frozenset[UUID]
    collides: tuple[str, ...] | None


def look(session: Session, value: IndicatorValue, record: IndicatorRecord) -> Looked:
    """Hold the record against every approved release of its wave.

    Raises DomainError where a released figure does not follow from the answers and
    still stands, or where the answers were touched: of figures whose answers are gone
    nothing can be said.
    """
    earlier = _released(session, value)
    return Looked(
        sha256=surveys_record.sha256(record),
        among=frozenset(release.id for release, _ in earlier),
        collides=_collides(session, value, record, [told for _, told in earlier]),
    )


def refuse(
    session: Session,
    value: IndicatorValue,
    record: IndicatorRecord,
    looked: Looked | None,
) -> None:
    """Raises DomainError where releasing this record would give a few people away.

    `looked` spares looking again, if it was at this record beside the same releases.
    """
    ids = frozenset(release.id for release, _ in _released(session, value))
    sha256 = surveys_record.sha256(record)
    if looked is None or (looked.sha256, looked.among) != (sha256, ids):
        looked = look(session, value, record)
    if looked.collides is None:
        return
    if not looked.collides:
        raise DomainError(409, "error.release_exposes_few")
    raise DomainError(409, "error.release_collides", figures=looked.collides)


def figured(wave: Wave, survey: Survey) -> frozenset[str]:
    """The questions that figures spoke of on the day the wave was frozen.

    Figures that a later edition adds change nothing of it: the tables that were told
    before stay what they are. Of a wave that an older program froze: every question.
    """
    fixed = (wave.evidence or {}).get("figured")
    return frozenset(q.key for q in survey.questions if fixed is None or q.key in fixed)


def spoken_of(
    session: Session, wave: Wave, rows: Iterable[IndicatorValue]
) -> frozenset[str]:
    """The questions that settled values of the wave tell figures of."""
    survey = waves.survey_of(session, wave)
    benchmark = computing.benchmark_of(wave)
    gap = None if benchmark is None else benchmark.measure(survey)
    kept = [record for row in rows if (record := values.told(row)) is not None]
    return frozenset(
        question
        for record in kept
        for measure in _measures(record, gap)
        for question in measure.questions
    )


def _released(
    session: Session, value: IndicatorValue
) -> list[tuple[IndicatorRelease, Told]]:
    """Every approved release of the wave but the value's own, withdrawn ones too: what
    was told once is known."""
    if value.wave_id is None:
        return []
    rows = session.execute(
        select(IndicatorRelease, IndicatorValue)
        .join(IndicatorValue, col(IndicatorValue.id) == col(IndicatorRelease.value_id))
        .where(
            col(IndicatorValue.wave_id) == value.wave_id,
            col(IndicatorValue.id) != value.id,
            col(IndicatorRelease.approved_at).is_not(None),
        )
        .order_by(col(IndicatorRelease.approved_at))
    )
    mended = _mended(session, value.wave_id)
    return [
        (
            release,
            Told(
                name=_name(row),
                record=IndicatorRecord.model_validate(release.record),
                taken_back=row.revision < mended.get(_row(row), 0),
            ),
        )
        for release, row in rows
    ]


def _mended(session: Session, wave_id: UUID) -> dict[tuple[str, ...], int]:
    """Of each row in which a mistake was mended or a value withdrawn, the newest
    revision that did."""
    mends = or_(
        col(IndicatorValue.reason) == surveys_record.CORRECTION,
        col(IndicatorValue.status) == values.WITHDRAWN,
    )
    found = session.scalars(
        select(IndicatorValue)
        .where(col(IndicatorValue.wave_id) == wave_id, mends)
        .order_by(col(IndicatorValue.revision))
    )
    return {_row(each): each.revision for each in found}


def _row(value: IndicatorValue) -> tuple[str, ...]:
    return value.framework, value.code, value.language


def _name(value: IndicatorValue) -> str:
    apart = "" if value.language == ALL else f" ({value.language})"
    return f"{value.code}{apart} {value.period} rev. {value.revision}"


def _collides(
    session: Session,
    value: IndicatorValue,
    record: IndicatorRecord,
    earlier: Sequence[Told],
) -> tuple[str, ...] | None:
    if value.wave_id is None:
        return None
    if _gives_away(record):
        return ()
    for each in earlier:
        if _is_revision(record, each.record) and few_between(record, each.record):
            return (each.name,)
    wave = session.get_one(Wave, value.wave_id)
    survey = waves.survey_of(session, wave)
    benchmark = computing.benchmark_of(wave)
    gap = None if benchmark is None else benchmark.measure(survey)
    own = _measures(record, gap)
    # Figures of other questions speak of other answers.
    near = [
        each
        for each in earlier
        if any(
            starmap(telling.of_one_question, product(own, _measures(each.record, gap)))
        )
    ]
    told = [Told(_name(value), record), *near]
    measures = [measure for each in told for measure in _measures(each.record, gap)]
    asked = {key for measure in measures for key in measure.looks_at}
    sheet = sheets.load(session, wave.id, sorted(asked))
    mistaken = [each for each in told if not _is_right(sheet, survey, each)]
    if mistaken:
        # It has to be certain that the figure was wrong and not the answers changed.
        freezing.check(session, wave.id)
    for each in mistaken:
        # Of how many it counted nothing is known but what it said.
        alike = record.language == each.record.language
        if alike and few_between(record, each.record):
            return (each.name,)
    new, *before = [_tellings(sheet, survey, each, gap) for each in told]
    known = [each for one in before for each in one]
    interviewed = _interviewed(sheet)
    counted = figured(wave, survey)
    for at, figure in enumerate(new):
        others = [
            other
            for other in (*new[:at], *known)
            if telling.of_one_question(figure.measure, other.measure)
        ]
        tables = list(_tables(sheet, survey, figure, counted))
        found = telling.collides(sheet, survey, interviewed, figure, others, tables)
        if found is not None:
            return tuple(found)
    return None


def _tables(
    sheet: Sheet, survey: Survey, figure: Telling, counted: frozenset[str]
) -> Iterator[Table]:
    """The tables of a figure's questions. An index leaves open what was answered to
    each of its items."""
    if figure.measure.kind == "index":
        return
    for key in figure.measure.questions:
        name = f"{key} (evidence pack)"
        found = tabling.told(
            sheet, survey, key, figure.who, has_figure=key in counted, name=name
        )
        if found is not None:
            yield found


def _measures(record: IndicatorRecord, gap: Measure | None) -> list[Measure]:
    """What the record tells figures of: its own, and the question that is held
    against a benchmark."""
    tells_gap = gap is not None and isinstance(record.calibration_gap, Gap)
    return [_measure(record), *([gap] if gap is not None and tells_gap else [])]


def _gives_away(record: IndicatorRecord) -> bool:
    """Whether two figures of the record itself differ by a few people, or its base
    leaves only a few outside: these gave another answer."""
    sizes = [each.n for each in _beside(record.unweighted, record.weighted)]
    # Who has no weight left out a question that the margins are about.
    if len(sizes) == 2 and 0 < abs(sizes[0] - sizes[1]) < LEAST:
        return True
    left_out = record.left_out
    return isinstance(left_out, LeftOut) and 0 < left_out.outside < LEAST


def _beside(*fields: object) -> list[Beside]:
    return [each for each in fields if isinstance(each, Beside)]


def _is_revision(record: IndicatorRecord, other: IndicatorRecord) -> bool:
    return all(
        getattr(record, name) == getattr(other, name)
        for name in ("framework", "code", "language")
    )


def _measure(record: IndicatorRecord) -> Measure:
    """How its edition counts it: of a figure of a wave there is something to count."""
    _, indicator = frameworks.as_then(record.framework, record.edition, record.code)
    assert indicator.measure is not None
    return indicator.measure


def _tellings(
    sheet: Sheet, survey: Survey, told: Told, gap: Measure | None
) -> list[Telling]:
    """What the record tells: its own figure, and the share beside a benchmark. Of a
    mistaken figure only its base, where that was right, and of one whose parts were
    mistaken not these: the rest is in no answer."""
    found = _telling(sheet, survey, told)
    if not _parts_follow(sheet, survey, told):
        found = replace(found, halves=False, cleaned=False)
    tellings = [found]
    if not _follows(sheet, survey, told):
        n, _ = telling.counts(sheet, survey, found)
        base = replace(found, shown=False, hidden=False)
        tellings = [base] if n == told.record.n else []
    for measure in _measures(told.record, gap)[1:]:
        who = sheet.languages.where(survey.is_reviewed)
        beside = f"{told.name}, {measure.questions[0]}"
        tellings.append(Telling(name=beside, measure=measure, who=who, shown=True))
    return tellings


def _telling(sheet: Sheet, survey: Survey, told: Told) -> Telling:
    """What the record tells, in terms of the answers."""
    record = told.record
    if record.language == ALL:
        who = sheet.languages.where(survey.is_reviewed)
    else:
        who = sheet.languages.where(lambda language: language == record.language)
    has_value = isinstance(record.value, float)
    halves = record.by_mode if isinstance(record.by_mode, dict) else {}
    cleaned = (
        record.flags_removed if isinstance(record.flags_removed, Cleaned) else None
    )
    sizes = [record.n, *(each.n for each in halves.values())]
    sizes += [cleaned.told.n] if cleaned else []
    return Telling(
        name=told.name,
        measure=_measure(record),
        who=who,
        shown=has_value or bool(_beside(record.unweighted)),
        hidden=record.value == FEW_ALIKE,
        # From there on means have a bootstrap interval, which tells no square.
        squares=any(isinstance(n, int) and n < SURE_N for n in sizes),
        halves=bool(halves),
        cleaned=cleaned is not None,
    )


def _follows(sheet: Sheet, survey: Survey, told: Told) -> bool:
    """Whether the answers give the record's counts. Raises DomainError where they do
    not and nobody has taken the figure back."""
    record = told.record
    n, gave = telling.counts(sheet, survey, _telling(sheet, survey, told))
    said = record.n, record.numerator if isinstance(record.numerator, int) else None
    if said in ((n, gave), (n, None)) and not _hides_many(record, n, gave):
        return True
    if told.taken_back:
        return False
    raise DomainError(
        409, "error.evidence_broken", what=told.name, frozen=said, found=(n, gave)
    )


def _is_right(sheet: Sheet, survey: Survey, told: Told) -> bool:
    return _follows(sheet, survey, told) and _parts_follow(sheet, survey, told)


def _parts_follow(sheet: Sheet, survey: Survey, told: Told) -> bool:
    """Whether the halves and the figure without odd answers, of one that was taken
    back, count whom the answers give for them."""
    if not told.taken_back:
        return True
    found = _telling(sheet, survey, told)
    interviewed = _interviewed(sheet)
    whom = {
        computing.SELF: ~interviewed,
        computing.INTERVIEWER: interviewed,
        "cleaned": ~sheet.flagged,
    }
    parts: dict[str, Beside] = {}
    if isinstance(told.record.by_mode, dict):
        parts |= told.record.by_mode
    if isinstance(told.record.flags_removed, Cleaned):
        parts["cleaned"] = told.record.flags_removed.told
    return all(
        telling.counts(sheet, survey, replace(found, who=found.who & whom[name]))[0]
        == part.n
        for name, part in parts.items()
    )


def _interviewed(sheet: Sheet) -> Mask:
    return sheet.modes.where(lambda mode: mode in series.INTERVIEWED)


def _hides_many(record: IndicatorRecord, n: int, gave: int | None) -> bool:
    """Whether a share is kept back for few people alike, and there are not few."""
    if record.value != FEW_ALIKE or gave is None:
        return False
    return not any(0 < each < LEAST for each in (gave, n - gave))
