"""Correction notices: who was told a figure that was wrong has to hear of it.

A notice is a draft of a progress report: officers edit it, and two of them let it go
out to everyone subscribed, as any report. Nothing is sent from here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlalchemy import and_, select
from sqlmodel import Session, col

from api.errors import DomainError
from api.store import audit, officers, periods, releases, reports, values, waves
from api.store.locks import take_turn
from api.store.models import AuditEntry, IndicatorRelease, IndicatorValue, Report, Wave
from content import dates, summary
from content import messages as catalogues
from content.dates import BANGKOK
from content.messages import Messages
from surveys import record as records
from surveys.evidence import phrases, words
from surveys.evidence.figure import present, why_not
from surveys.question import Text
from surveys.record import IndicatorRecord

ACTION = "value.notice"


@dataclass(frozen=True)
class Said:
    """A value of which people were told: its figures, or that it is taken back."""

    value: IndicatorValue
    record: IndicatorRecord

    @property
    def is_withdrawn(self) -> bool:
        return self.value.status == values.WITHDRAWN


@dataclass(frozen=True)
class Notice:
    """What people have to hear of: `before` is the last figure they were told, `after`
    what is said now, which may be that there is none.

    `reasons`: why each of the values after `before` followed, those that nobody was
    told of too.
    """

    before: IndicatorRecord
    after: Said
    reasons: frozenset[str | None]

    @property
    def is_mistake(self) -> bool:
        return records.CORRECTION in self.reasons

    @property
    def is_method(self) -> bool:
        return records.NEW_METHOD in self.reasons


def due(session: Session) -> list[IndicatorValue]:
    """Corrections that people have to hear of and of which no draft was written yet,
    the oldest first."""
    followed = (values.REVISED, values.WITHDRAWN)
    rows = session.scalars(
        select(IndicatorValue).where(col(IndicatorValue.status).in_(followed))
    )
    newest = {
        (each.framework, each.code, each.period, each.language): each for each in rows
    }
    found = [_needed(session, each) for each in newest.values()]
    wanted = [each.after.value for each in found if each is not None]
    return sorted(
        (each for each in wanted if not _is_drafted(session, each)),
        key=lambda value: (value.computed_at, value.id),
    )


def draft(
    session: Session,
    value: IndicatorValue,
    officer_id: UUID,
    now: datetime,
    *,
    by: str | None = None,
) -> Report:
    """A report that says what was told of the value's row, and what is right. Raises
    DomainError where nobody has to hear of it, or a draft was written already."""
    # Two officers may ask at once: the second then sees what the first wrote.
    row = (value.framework, value.code, value.period, value.language)
    take_turn(session, f"notice {' '.join(row)}")
    notice = _needed(session, value)
    if notice is None:
        raise DomainError(409, "error.no_notice", code=value.code, period=value.period)
    told, before = notice.after, notice.before
    if _is_drafted(session, told.value):
        raise DomainError(409, "error.notice_drafted", code=value.code)
    officers.get(session, officer_id)
    survey = _survey(session, told.value)
    report = reports.write(
        session,
        texts={each: _texts(notice, survey, each) for each in reports.LANGUAGES},
        source_name=told.record.responsible
        or before.responsible
        or told.record.framework,
        as_of=now.astimezone(BANGKOK).date(),
        author_id=officer_id,
        now=now,
        made_up=told.value.made_up,
        by=by,
    )
    audit.record(
        session,
        actor=by or officers.actor(officer_id),
        action=ACTION,
        subject=_subject(told.value),
        now=now,
        report=str(report.id),
    )
    return report


def _needed(session: Session, value: IndicatorValue) -> Notice | None:
    """What people have to hear of the value's row; None: nothing.

    What is said last is held against all that was said since the last notice: a small
    correction may follow a large one of which nobody was told.
    """
    rows = _revisions(session, value)
    said = list(_said(rows))
    if not said:
        return None
    after, *earlier = said
    for at, before in enumerate(earlier):
        since = range(before.value.revision + 1, after.value.revision + 1)
        notice = Notice(
            before=next(each.record for each in earlier[at:] if not each.is_withdrawn),
            after=after,
            reasons=frozenset(row.reason for row, _ in rows if row.revision in since),
        )
        if _has_to_be_heard(before, notice):
            return notice
        if _is_drafted(session, before.value):
            break
    return None


def _has_to_be_heard(before: Said, notice: Notice) -> bool:
    after = notice.after
    if before.is_withdrawn and after.is_withdrawn:
        return False
    reason = records.CORRECTION if notice.is_mistake else after.value.reason
    return values.needs_notice(before.record, after.record, reason)


def _revisions(
    session: Session, value: IndicatorValue
) -> list[tuple[IndicatorValue, IndicatorRelease | None]]:
    """The values of a row, the newest first, each with its release once it is
    approved."""
    row = ("framework", "code", "period", "language")
    approved = and_(
        col(IndicatorRelease.value_id) == col(IndicatorValue.id),
        col(IndicatorRelease.approved_at).is_not(None),
    )
    found = session.execute(
        select(IndicatorValue, IndicatorRelease)
        .outerjoin(IndicatorRelease, approved)
        .where(*(getattr(IndicatorValue, n) == getattr(value, n) for n in row))
        .order_by(col(IndicatorValue.revision).desc())
    )
    return [(each[0], each[1]) for each in found]


def _said(
    rows: Sequence[tuple[IndicatorValue, IndicatorRelease | None]],
) -> Iterator[Said]:
    """What people were told, the newest first: what was published, and from the first
    of it on what was withdrawn, which is told at once."""
    published = [value.revision for value, release in rows if release is not None]
    first = min(published, default=None)
    for value, release in rows:
        if first is None or value.revision < first:
            return
        withdrawn = values.told(value) if value.status == values.WITHDRAWN else None
        record = releases.record_of(release) if release is not None else withdrawn
        if record is not None:
            yield Said(value, record)


def _is_drafted(session: Session, value: IndicatorValue) -> bool:
    found = select(col(AuditEntry.seq)).where(
        col(AuditEntry.action) == ACTION, col(AuditEntry.subject) == _subject(value)
    )
    return session.scalar(found.limit(1)) is not None


def _subject(value: IndicatorValue) -> str:
    return f"value:{value.id}"


def _survey(session: Session, value: IndicatorValue) -> Text | None:
    """What the survey is called that the value comes from; None: from none."""
    if value.wave_id is None:
        return None
    return waves.survey_of(session, session.get_one(Wave, value.wave_id)).title


def _texts(notice: Notice, survey: Text | None, language: str) -> dict[str, str]:
    before, after = notice.before, notice.after.record
    reason = why_not(after.value)
    # No share is told without its range: of one that is taken back, the range it had.
    told = before if reason else after
    interval, n = present(told.interval), present(told.n)
    name, when = after.name.say(language), _when(before, survey, language)
    body = _catalogue().say(
        "notice.body",
        language,
        name=name,
        survey=survey and survey.say(language),
        when=when,
        before=_figure(before, language),
        after=_figure(after, language),
        withdrawn=reason and reason.say(language),
        low=interval and phrases.decimal(interval.low),
        high=interval and phrases.decimal(interval.high),
        n=n,
        mistake=notice.is_mistake,
        method=notice.is_method,
    )
    lines = (line.strip() for line in body.splitlines())
    titles = [
        _catalogue().say(
            "notice.title",
            language,
            what=what,
            mistake=notice.is_mistake,
            method=notice.is_method,
        )
        for what in (f"{name}, {when}", name, when)
    ]
    fitting = (each for each in titles if summary.width(each) <= summary.LONGEST_TITLE)
    return {
        "title": next(fitting, titles[-1]),
        "body": "\n".join(line for line in lines if line),
    }


def _when(record: IndicatorRecord, survey: Text | None, language: str) -> str:
    """The last day of the field work, or the month or year it is about."""
    period = record.period
    if period is None:
        return ""
    if survey is None and periods.is_period(period.key) and "Q" not in period.key:
        return dates.say_partial(period.key, language)
    return dates.say_date(period.last, language)


def _figure(record: IndicatorRecord, language: str) -> str:
    value = present(record.value)
    if value is None:
        return ""
    if record.unit == "percent":
        return f"{phrases.decimal(value)}%"
    return (
        f"{phrases.decimal(value, 2)} {words.text(f'unit.{record.unit}').say(language)}"
    )


@cache
def _catalogue() -> Messages:
    return catalogues.load()
