"""Correction notices: who was told a figure that was wrong has to hear of it.

A notice is a draft of a progress report: officers edit it, and two of them let it go
out to everyone subscribed, as any report. Nothing is sent from here.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session, col

from api.errors import DomainError
from api.store import audit, officers, releases, reports, values
from api.store.models import AuditEntry, IndicatorRelease, IndicatorValue, Report
from content import messages as catalogues
from content.dates import BANGKOK
from content.messages import Messages
from surveys.evidence import phrases, words
from surveys.evidence.figure import present, why_not
from surveys.record import IndicatorRecord

ACTION = "value.notice"


def due(session: Session) -> list[IndicatorValue]:
    """Corrections that people have to hear of and of which no draft was written yet,
    the oldest first."""
    rows = session.scalars(
        select(IndicatorValue)
        .where(col(IndicatorValue.revision) > 1)
        .order_by(col(IndicatorValue.computed_at), col(IndicatorValue.id))
    ).all()
    return [
        value
        for value in rows
        if _was_told(session, value) is not None and not _is_drafted(session, value)
    ]


def draft(
    session: Session,
    value: IndicatorValue,
    officer_id: UUID,
    now: datetime,
    *,
    by: str | None = None,
) -> Report:
    """A report that says what was told, and what is right. Raises DomainError where
    nobody has to hear of it, or a draft was written already."""
    before, after = _was_told(session, value), values.told(value)
    if before is None or after is None:
        raise DomainError(409, "error.no_notice", code=value.code, period=value.period)
    if _is_drafted(session, value):
        raise DomainError(409, "error.notice_drafted", code=value.code)
    officers.get(session, officer_id)
    report = reports.write(
        session,
        texts={each: _said(before, after, each) for each in reports.LANGUAGES},
        source_name=after.responsible or before.responsible or after.framework,
        as_of=now.astimezone(BANGKOK).date(),
        author_id=officer_id,
        now=now,
        made_up=value.made_up,
        by=by,
    )
    audit.record(
        session,
        actor=by or officers.actor(officer_id),
        action=ACTION,
        subject=_subject(value),
        now=now,
        report=str(report.id),
    )
    return report


def _was_told(session: Session, value: IndicatorValue) -> IndicatorRecord | None:
    """The record people were told that this value corrects; None: none, or they need
    not hear of it. A correction is told once it is published itself, a withdrawal at
    once."""
    record = values.told(value)
    if record is None or not record.revision.notice:
        return None
    if value.status != values.WITHDRAWN and not _is_published(session, value):
        return None
    for earlier in _earlier(session, value):
        release = releases.of_value(session, earlier.id)
        if release is not None and release.approved_at is not None:
            return releases.record_of(release)
    return None


def _is_published(session: Session, value: IndicatorValue) -> bool:
    found = select(col(IndicatorRelease.id)).where(
        col(IndicatorRelease.value_id) == value.id,
        col(IndicatorRelease.approved_at).is_not(None),
    )
    return session.scalar(found) is not None


def _earlier(session: Session, value: IndicatorValue) -> Iterator[IndicatorValue]:
    """The revisions before, the newest first."""
    for number in range(value.revision - 1, 0, -1):
        found = values.revision(
            session, value.framework, value.code, value.period, value.language, number
        )
        if found is not None:
            yield found


def _is_drafted(session: Session, value: IndicatorValue) -> bool:
    found = select(col(AuditEntry.seq)).where(
        col(AuditEntry.action) == ACTION, col(AuditEntry.subject) == _subject(value)
    )
    return session.scalar(found.limit(1)) is not None


def _subject(value: IndicatorValue) -> str:
    return f"value:{value.id}"


def _said(
    before: IndicatorRecord, after: IndicatorRecord, language: str
) -> dict[str, str]:
    reason = why_not(after.value)
    # No share is told without its range: of one that is taken back, the range it had.
    told = before if reason else after
    interval, n = present(told.interval), present(told.n)
    period = before.period.key if before.period is not None else ""
    body = _catalogue().say(
        "notice.body",
        language,
        name=after.name.say(language),
        before=_figure(before, language),
        after=_figure(after, language),
        withdrawn=reason and reason.say(language),
        low=interval and phrases.decimal(interval.low),
        high=interval and phrases.decimal(interval.high),
        n=n,
    )
    lines = (line.strip() for line in body.splitlines())
    return {
        "title": _catalogue().say(
            "notice.title", language, code=after.code, period=period
        ),
        "body": "\n".join(line for line in lines if line),
    }


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
