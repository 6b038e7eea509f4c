"""Whether a value is what its answers give: worked out again, to the last digit."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlmodel import Session

from api.errors import DomainError
from api.store import (
    comparing,
    computing,
    frameworks,
    freezing,
    periods,
    records,
    releases,
    service_values,
    sheets,
    values,
    waves,
)
from api.store.models import IndicatorValue, Wave
from surveys import record as surveys_record
from surveys.catalogue import Framework, Indicator
from surveys.record import Absent, Changed, Evidence, IndicatorRecord

# Written by officers, before or after: no figure follows from them.
WRITTEN = ("responsible", "contact", "limitations", "level", "approvals")


@dataclass(frozen=True)
class Verdict:
    """What verifying a value showed.

    `differences` say what is not as it was; none: it matches. `sha256` is of its
    record. `unproven` says why a part could not be worked out again.
    """

    sha256: str
    differences: tuple[str, ...]
    unproven: str | None = None

    @property
    def matches(self) -> bool:
        return not self.differences


def verify(session: Session, value: IndicatorValue) -> Verdict:
    """Work the value out again. Raises DomainError for a provisional one.

    A value from answers is counted anew from the frozen answers, whose fingerprint is
    looked at first; one from records of the service is counted anew from these; one
    that was entered is held against its own record alone.
    """
    record = values.told(value)
    if record is None:
        raise DomainError(409, "error.value_not_final")
    differences = [*_row(value, record), *_release(session, value, record)]
    unproven = None
    if value.status == values.WITHDRAWN:
        unproven = "withdrawn: it has no figures"
    elif value.wave_id is not None:
        differences += _from_answers(session, value, record)
    elif record.kind == "service":
        found, unproven = _from_records(session, value, record)
        differences += found
    else:
        unproven = "entered from a document: only the document can prove it"
    return Verdict(surveys_record.sha256(record), tuple(differences), unproven)


def _from_answers(
    session: Session, value: IndicatorValue, record: IndicatorRecord
) -> Iterator[str]:
    wave = session.get_one(Wave, value.wave_id)
    touched = freezing.verify(session, wave.id)
    for each in touched:
        yield f"frozen {each.what}: {each.frozen} then, {each.found} now"
    try:
        yield from _counted_anew(session, wave, record)
    except ValueError:
        # Population counts or a benchmark that no officer could have stored.
        if not touched:
            raise
        yield "it cannot be worked out again from what is there now"


def _counted_anew(
    session: Session, wave: Wave, record: IndicatorRecord
) -> Iterator[str]:
    framework, indicator = _as_measured(record)
    survey = waves.survey_of(session, wave)
    assert indicator.measure is not None
    margins, benchmark = computing.margins_of(wave), computing.benchmark_of(wave)
    fed = [(framework, indicator)]
    names = computing.looked_at(fed, margins, benchmark)
    sheet = sheets.load(session, wave.id, names)
    results = computing.of_sheet(wave.id, sheet, survey, fed, margins, benchmark)
    found = next(
        (each for each in results.computed if each.language == record.language), None
    )
    if found is None:
        yield f"there are no answers in {record.language} any more"
        return
    known = records.known(session, wave, results)
    changed: Changed | Absent = record.change
    if isinstance(changed, Changed):
        # With the very revision it was compared with: a later one is no change of this.
        earlier = _revision(session, record, changed)
        changed = comparing.change(known, indicator, found, earlier)
    again = records.build(known, framework, indicator, found, changed)
    yield from _compared(again, record)


def _from_records(
    session: Session, value: IndicatorValue, record: IndicatorRecord
) -> tuple[list[str], str | None]:
    """What differs, and what cannot be worked out again for life went on."""
    _, indicator = _as_measured(record)
    span = periods.read(value.period)
    found = service_values.again(session, indicator, span, value)
    told, lines = (record.numerator, record.denominator), []
    if (found.part, found.whole) != told:
        lines.append(
            f"counted {told[0]} of {told[1]} then, {found.part} of {found.whole} now"
        )
    known = record.evidence
    if isinstance(known, Evidence) and known.dataset_sha256 != found.sha256:
        lines.append(f"records: {known.dataset_sha256} then, {found.sha256} now")
    if not found.went_on:
        return lines, None
    return lines, (
        f"{found.went_on} of the things counted have gone on since (answered, closed, "
        "given a thumb, forgotten): they are taken as they were noted then"
    )


def _row(value: IndicatorValue, record: IndicatorRecord) -> Iterator[str]:
    """The row's own columns beside its record."""
    interval = record.interval
    low, high = (
        (None, None) if isinstance(interval, Absent) or interval is None
        else (interval.low, interval.high)
    )  # fmt: skip
    pairs = {
        "value": (value.value, _figure(record.value)),
        "low": (value.low, low),
        "high": (value.high, high),
        "code": (value.code, record.code),
        "status": (value.status, record.status),
        "revision": (value.revision, record.revision.number),
        "reason": (value.reason, record.revision.reason),
        "language": (value.language, record.language),
    }
    if isinstance(record.n, int):
        pairs["n"] = (value.n, record.n)
    if isinstance(record.numerator, int):
        pairs["successes"] = (value.successes, record.numerator)
    for name, (kept, told) in pairs.items():
        if kept != told:
            yield f"{name}: {kept} in the row, {told} in its record"


def _release(
    session: Session, value: IndicatorValue, record: IndicatorRecord
) -> Iterator[str]:
    release = releases.of_value(session, value.id)
    if release is None:
        return
    published = releases.record_of(release)
    found = surveys_record.sha256(published)
    if found != release.sha256:
        yield f"released record: hash {release.sha256} then, {found} now"
    if release.approved_at is not None and release.approved_by in (
        None,
        release.proposed_by,
    ):
        yield "released: not approved by a second officer"
    for line in _compared(published, record):
        yield f"released {line}"


def _compared(again: IndicatorRecord, record: IndicatorRecord) -> Iterator[str]:
    """Every figure that differs; the value's standing and officers' words do not
    follow from answers."""
    same = {name: getattr(record, name) for name in (*WRITTEN, "status", "revision")}
    found = again.model_copy(update=same)
    left = found.model_dump(mode="json")
    for name in surveys_record.differences(found, record):
        yield f"{name}: {_at(record, name)} then, {_at(left, name)} now"


def _at(data: object, name: str) -> object:
    if isinstance(data, IndicatorRecord):
        data = data.model_dump(mode="json")
    return dict(surveys_record.leaves(data)).get(name, "nothing")


def _figure(value: float | Absent | None) -> float | None:
    return value if isinstance(value, float) else None


def _as_measured(record: IndicatorRecord) -> tuple[Framework, Indicator]:
    return frameworks.as_then(record.framework, record.edition, record.code)


def _revision(
    session: Session, record: IndicatorRecord, changed: Changed
) -> IndicatorValue | None:
    return values.revision(
        session,
        record.framework,
        record.code,
        changed.since,
        record.language,
        changed.since_revision,
    )
