"""Values that two officers have released: by the store, or put straight into it."""

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from api.store import counted_values, frameworks, indicators, officers, releases, values
from api.store.computing import ALL
from api.store.models import IndicatorRelease, IndicatorValue, Officer, Wave
from api.store.periods import Span
from api.store.session import Database
from content.dates import BANGKOK
from surveys import record as records
from surveys import record_words as words
from surveys.estimate import wilson
from surveys.record import Approvals, Evidence, Interval, Revision
from tests.api import given

WHO = ("anna", "boon", "chai")


def staff(session: Session, now: datetime) -> list[Officer]:
    """Anna, Boon and Chai, who come in once."""
    return [
        officers.by_login(session, each)
        if any(each == known.login for known in officers.list_(session))
        else given.officer(session, each, now)
        for each in WHO
    ]


def released(
    database: Database, now: datetime, code: str, period: str, language: str = ALL
) -> IndicatorRelease:
    """The newest value of an indicator, proposed by Boon and approved by Chai."""
    with database.write() as session:
        _, boon, chai = staff(session, now)
        value = indicators.find(session, code, period, language=language)
        return by_two(session, value, boon, chai, now)


def by_two(
    session: Session, value: IndicatorValue, one: Officer, other: Officer, now: datetime
) -> IndicatorRelease:
    made = releases.propose(
        session, value.id, one.id, now, responsible="กองคลัง", contact="02-0"
    )
    return releases.approve(
        session, made.id, other.id, seen_sha256=made.sha256, now=now
    )


def put(
    session: Session,
    wave: Wave,
    code: str,
    n: int,
    successes: int,
    now: datetime,
    *,
    language: str = ALL,
    revision: int = 1,
    made_up: bool = False,
    approved: bool = True,
    status: str = values.FINAL,
    skipped: int = 0,
    dont_know: int = 0,
    revised: Revision | None = None,
    reason: str | None = None,
    **changed: Any,
) -> IndicatorValue:
    """A share as it stands after it was released, or, not `approved`, before; `changed`
    of its record. A provisional one has none."""
    framework, indicator = frameworks.named(code)
    share, bounds = successes / n * 100, wilson(successes, n)
    shown = n >= 30
    interval = Interval(
        low=bounds.low * 100,
        high=bounds.high * 100,
        level_pct=95,
        method="wilson",
        modelled=True,
        label=words.MODELLED,
    )
    day = now.astimezone(BANGKOK).date()
    record = counted_values.record(
        framework,
        indicator,
        Span(wave.key, day, day + timedelta(days=1)),
        value=share if shown else words.TOO_FEW,
        n=n,
        method="share; Wilson",
        evidence=Evidence(
            dataset_sha256="0" * 64, questionnaire_sha256=None, code_version="1"
        ),
        limitations=words.VOLUNTEERS,
        interval=interval if shown else words.TOO_FEW,  # type: ignore[arg-type]
        why=words.NOT_A_SURVEY,
        now=now,
        language=language,
        made_up=made_up,
        responsible="หน่วยงาน",
        contact="02-0",
        approvals=Approvals(
            proposed_by="Boon", proposed_at=now, approved_by="Chai", approved_at=now
        ),
    ).model_copy(update=changed | ({"revision": revised} if revised else {}))
    row = IndicatorValue(
        framework=framework.key,
        code=code,
        period=wave.key,
        wave_id=wave.id,
        language=language,
        revision=revision,
        n=n,
        skipped=skipped,
        dont_know=dont_know,
        successes=successes if shown else None,
        value=share if shown else None,
        low=interval.low if shown else None,
        high=interval.high if shown else None,
        method="share; Wilson",
        status=status,
        reason=reason,
        record=None
        if status == values.PROVISIONAL
        else {values.TOLD: record.model_dump(mode="json"), values.WORKING: {}},
        made_up=made_up,
        computed_at=now,
    )
    _, boon, chai = staff(session, now)
    session.add(row)
    session.flush()
    if not approved:
        return row
    session.add(
        IndicatorRelease(
            value_id=row.id,
            record=record.model_dump(mode="json"),
            sha256=records.sha256(record),
            proposed_by=boon.id,
            proposed_at=now,
            approved_by=chai.id,
            approved_at=now,
        )
    )
    session.flush()
    return row
