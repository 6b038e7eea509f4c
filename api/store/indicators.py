"""Indicator values: added from the answers of a wave, and looked up again."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, not_, or_, select, update
from sqlmodel import Session, col
from sqlmodel import select as sqlmodel_select

from api.errors import not_found
from api.store import computing, frameworks, paging, records, values
from api.store.comparing import change
from api.store.computing import ALL, Computed, Results
from api.store.models import IndicatorRelease, IndicatorValue, Response, Wave
from api.store.paging import Page
from api.store.records import Known
from api.store.values import FINAL, PROVISIONAL
from api.store.words import ResponseState, WaveState
from surveys.catalogue import Framework, Indicator
from surveys.record import CORRECTION, IndicatorRecord

# While few have answered everyone sees their answer count; later a look a minute
# is enough, and keeps the append-only table short.
SOON, LATER, MANY = timedelta(seconds=2), timedelta(seconds=60), 200
# An answer bears the time its handling began, and can be counted only once that is
# committed: a count made so soon after it may have missed it.
COMMITTED_BY_THEN = timedelta(seconds=60)


def due(session: Session, now: datetime) -> list[UUID]:
    """Waves with answers that no value counts yet."""
    return [
        wave.id
        for wave in session.scalars(select(Wave))
        if _may_change(wave)
        and _is_behind(wave, _completed_at(session, wave.id))
        and _may_compute(wave, _complete(session, wave.id), now)
    ]


def compute(
    session: Session, wave_id: UUID, now: datetime, *, reason: str | None = None
) -> int:
    """Count and add in one transaction: for commands and small waves."""
    found = computing.work_out(session, wave_id)
    return add(session, wave_id, found, now, reason=reason)


def add(
    session: Session,
    wave_id: UUID,
    results: Results,
    now: datetime,
    *,
    reason: str | None = None,
) -> int:
    """Add a revision of every indicator whose figure changed; how many.

    Values are provisional until the wave is frozen; then each has its record, and a
    later one needs a reason: R-data, R-method or C-error. Raises DomainError where a
    mistake is to be mended and no figure is another.
    """
    wave = session.get_one(Wave, wave_id)
    known = records.known(session, wave, results)
    fed = {
        (framework.key, indicator.code): (framework, indicator)
        for framework, indicator in computing.fitting(known.survey)
    }
    added = 0
    for computed in results.computed:
        framework, indicator = fed[computed.framework, computed.code]
        value = _value(wave, indicator, computed, now)
        if wave.state is not WaveState.FROZEN:
            added += values.append(session, value)
            continue
        if reason == CORRECTION and not values.corrects(session, value):
            continue
        record = _record(session, known, framework, indicator, computed)
        added += values.append(
            session, value, record=record, working=working(computed), reason=reason
        )
    if reason == CORRECTION and not added:
        raise values.nothing_corrected(wave.key)
    session.execute(update(Wave).where(col(Wave.id) == wave_id).values(computed_at=now))
    return added


def working(computed: Computed) -> dict[str, object]:
    """What the figure of a later wave is compared with; told to nobody."""
    figure = computed.figure
    return {"scores": [list(pair) for pair in figure.scores]}


def latest(
    session: Session,
    *,
    framework: str | None = None,
    period: str | None = None,
    public: bool = False,
) -> list[IndicatorValue]:
    """What stands of each indicator in its newest period with a value, or in this
    period; `public` as for `standing`.

    A wave that has only begun does not replace what is known by "too few answers", nor
    does a value that was withdrawn. Where no period has a value, the newest wave tells
    how many answered.
    """
    found: dict[tuple[str, str, str], IndicatorValue] = {}
    for value in standing(session, framework=framework, period=period, public=public):
        found.setdefault((value.framework, value.code, value.language), value)
    return list(found.values())


def standing(
    session: Session,
    *,
    framework: str | None = None,
    code: str | None = None,
    period: str | None = None,
    public: bool = False,
) -> list[IndicatorValue]:
    """The newest revision of each indicator, period and language; of an indicator the
    periods with a value first, the newest before the others.

    `public`: a revision that was released or withdrawn stands until another one is,
    and only a released one counts as having a value; then come those released without.
    """
    of = (
        col(IndicatorValue.framework),
        col(IndicatorValue.code),
        col(IndicatorValue.period),
        col(IndicatorValue.language),
    )
    asked = (framework, code, period)
    among = [
        name == wanted
        for name, wanted in zip(of, asked, strict=False)
        if wanted is not None
    ]
    number = col(IndicatorValue.revision)
    is_released = col(IndicatorRelease.approved_at).is_not(None)
    is_withdrawn = col(IndicatorValue.status) == values.WITHDRAWN
    stands: ColumnElement[int] = func.max(number)
    if public:
        decided = func.max(case((or_(is_released, is_withdrawn), number)))
        stands = func.coalesce(decided, stands)
    newest = (
        _beside_releases(select(*of, stands.label("revision")))
        .where(*among)
        .group_by(*of)
        .subquery()
    )
    has_none = col(IndicatorValue.value).is_(None)
    without: list[ColumnElement[bool]] = [has_none]
    if public:
        without = [or_(has_none, not_(is_released)), not_(is_released)]
    query = (
        _beside_releases(select(IndicatorValue))
        .join(Wave, col(Wave.id) == col(IndicatorValue.wave_id), isouter=True)
        .join(
            newest,
            (newest.c.framework == of[0])
            & (newest.c.code == of[1])
            & (newest.c.period == of[2])
            & (newest.c.language == of[3])
            & (newest.c.revision == number),
        )
        .order_by(
            col(IndicatorValue.code),
            col(IndicatorValue.language),
            *without,
            # Of no wave: the month, quarter or year that was counted or entered last.
            func.coalesce(col(Wave.opens_at), col(IndicatorValue.computed_at)).desc(),
            number.desc(),
        )
    )
    return list(session.scalars(query))


def _beside_releases(query: Any) -> Any:
    return query.join(
        IndicatorRelease,
        col(IndicatorRelease.value_id) == col(IndicatorValue.id),
        isouter=True,
    )


def history(
    session: Session,
    framework: str,
    code: str,
    *,
    period: str | None = None,
    status: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> Page[IndicatorValue]:
    """Every value an indicator ever had, the newest first; or those of a period or
    with a status."""
    statement = sqlmodel_select(IndicatorValue).where(
        *_among(framework, code, period, status)
    )
    key = col(IndicatorValue.id)
    return paging.page(session, statement, key, after=after, limit=limit)


def how_many(
    session: Session,
    framework: str,
    code: str,
    *,
    period: str | None = None,
    status: str | None = None,
) -> int:
    """How many values `history` tells in all."""
    counted = select(func.count()).where(*_among(framework, code, period, status))
    return session.scalar(counted) or 0


def published(
    session: Session, framework: str, code: str
) -> list[tuple[IndicatorValue, IndicatorRelease]]:
    """The values two officers have released, the newest first.

    What has been withdrawn or followed by another release is among them: its links
    stay. `is_current` tells which of them hold.
    """
    rows = session.execute(
        select(IndicatorValue, IndicatorRelease)
        .join(
            IndicatorRelease,
            col(IndicatorRelease.value_id) == col(IndicatorValue.id),
        )
        .where(
            col(IndicatorValue.framework) == framework,
            col(IndicatorValue.code) == code,
            col(IndicatorRelease.approved_at).is_not(None),
        )
        .order_by(
            col(IndicatorRelease.approved_at).desc(),
            col(IndicatorValue.revision).desc(),
        )
    )
    return [(row[0], row[1]) for row in rows]


def is_current(session: Session, value: IndicatorValue) -> bool:
    """Whether no later revision has taken the value's place."""
    newest = values.last(
        session, value.framework, value.code, value.period, value.language
    )
    return newest is not None and newest.id == value.id


def find(
    session: Session,
    code: str,
    period: str,
    *,
    framework: str | None = None,
    language: str = ALL,
    revision: int | None = None,
) -> IndicatorValue:
    """An indicator's value in a period, by itself its newest revision.

    Raises DomainError.
    """
    known, _ = frameworks.named(code, framework)
    if revision is None:
        value = values.last(session, known.key, code, period, language)
    else:
        value = values.revision(session, known.key, code, period, language, revision)
    if value is None:
        raise not_found("value")
    return value


def _among(
    framework: str, code: str, period: str | None, status: str | None
) -> list[ColumnElement[bool]]:
    """What rows of an indicator are asked for; None asks for all."""
    asked = {"framework": framework, "code": code, "period": period, "status": status}
    return [
        col(getattr(IndicatorValue, name)) == value
        for name, value in asked.items()
        if value is not None
    ]


def _may_change(wave: Wave) -> bool:
    """Whether its values may still be behind: most waves were counted long ago."""
    if wave.state is WaveState.PLANNED:
        return False
    if wave.state is WaveState.OPEN or wave.computed_at is None:
        return True
    if wave.state is WaveState.FROZEN:
        return _settled_since(wave)
    closed = wave.closes_at
    return closed is not None and wave.computed_at <= closed + COMMITTED_BY_THEN


def _completed_at(session: Session, wave_id: UUID) -> datetime | None:
    """When a response of the wave was last completed: one look into an index."""
    return session.scalar(
        select(func.max(col(Response.completed_at))).where(
            col(Response.wave_id) == wave_id
        )
    )


def _complete(session: Session, wave_id: UUID) -> int:
    return (
        session.scalar(
            select(func.count()).where(
                col(Response.wave_id) == wave_id,
                col(Response.state) == ResponseState.COMPLETE,
            )
        )
        or 0
    )


def _is_behind(wave: Wave, completed_at: datetime | None) -> bool:
    """Whether something happened in the wave that its values may not show."""
    if wave.computed_at is None or _settled_since(wave):
        return True
    return (
        completed_at is not None
        and wave.computed_at <= completed_at + COMMITTED_BY_THEN
    )


def _may_compute(wave: Wave, complete: int, now: datetime) -> bool:
    if wave.computed_at is None or _settled_since(wave):
        return True
    # Weights are worked out anew each time, which is worth no haste.
    wait = SOON if complete < MANY and wave.margins is None else LATER
    return wave.computed_at + wait <= now


def _settled_since(wave: Wave) -> bool:
    """Whether the wave was closed or frozen after its values were computed last."""
    moments = [each for each in (wave.closes_at, wave.frozen_at) if each is not None]
    computed = wave.computed_at
    return bool(moments) and computed is not None and computed <= max(moments)


def _value(
    wave: Wave, indicator: Indicator, computed: Computed, now: datetime
) -> IndicatorValue:
    figure, told = computed.figure, computed.figure.headline
    shown = told.is_shown
    return IndicatorValue(
        framework=computed.framework,
        code=computed.code,
        period=wave.key,
        wave_id=wave.id,
        language=computed.language,
        revision=0,
        n=figure.n,
        skipped=figure.skipped,
        dont_know=figure.dont_know,
        successes=figure.successes if shown else None,
        value=told.value if shown else None,
        low=told.low if shown else None,
        high=told.high if shown else None,
        method=records.method(indicator, told),
        status=FINAL if wave.state is WaveState.FROZEN else PROVISIONAL,
        made_up=wave.made_up,
        computed_at=now,
    )


def _record(
    session: Session,
    known: Known,
    framework: Framework,
    indicator: Indicator,
    computed: Computed,
) -> IndicatorRecord:
    before = None
    if computed.language == ALL:
        before = records.earlier(session, known.wave, computed.code, framework.key)
    changed = change(known, indicator, computed, before)
    return records.build(known, framework, indicator, computed, changed)
