"""The indicators in a line each, as they are told in the chat and on the first page."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from api.store import computing, frameworks, shown, waves
from api.store.computing import ALL
from api.store.models import IndicatorRelease, IndicatorValue, Wave
from api.store.shown import Shown, State
from api.store.words import WaveState
from surveys import estimate
from surveys.catalogue import Indicator
from surveys.definition import Survey
from surveys.estimate.hiding import LEAST
from surveys.evidence.figure import present
from surveys.figures import SHARES


@dataclass(frozen=True, slots=True)
class Headline:
    """One share; percent also as text, ready to be said."""

    name: str
    n: int | None
    value: float | None
    value_text: str
    low_text: str
    high_text: str
    few: bool
    """Enough answered; without a value it would tell of fewer than five people."""
    careful: bool
    """Shown with a warning."""
    made_up: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """A wave whose results nobody is told yet, and how many have answered in it."""

    title: str
    state: State
    n: int | None
    """None: fewer than five."""
    made_up: bool

    @property
    def key(self) -> str:
        """Of the message that says when its results come, or that they are few."""
        return "results.few" if self.n is None else f"results.{self.state}"


def told(session: Session, language: str) -> list[Headline]:
    """The newest released shares in this language, in the frameworks' order."""
    found = {
        (each.row.framework, each.row.code): each
        for each in shown.latest(session)
        if each.row.language == ALL and each.state is State.RELEASED
    }
    return [
        _headline(indicator, value, language)
        for framework, indicator in frameworks.listed()
        if indicator.kind in SHARES
        and (value := found.get((framework.key, indicator.code))) is not None
    ]


def coming(session: Session, language: str) -> list[Coming]:
    """Of each survey the newest wave that somebody has answered, while nothing of it
    has been released."""
    found: dict[str, Coming | None] = {}
    for wave in waves.list_(session):
        survey = waves.survey_of(session, wave)
        if wave.state is WaveState.PLANNED or survey.key in found:
            continue
        found[survey.key] = _coming(session, wave, survey, language)
    return [each for each in found.values() if each is not None]


def _coming(
    session: Session, wave: Wave, survey: Survey, language: str
) -> Coming | None:
    complete = waves.counts(session, wave.id)["complete"]
    if not complete or not computing.fitting(survey) or _has_release(session, wave):
        return None
    return Coming(
        title=survey.title.say(language),
        state=shown.state_of(wave),
        n=None if complete < LEAST else complete,
        made_up=wave.made_up,
    )


def _has_release(session: Session, wave: Wave) -> bool:
    found = session.scalars(
        select(col(IndicatorRelease.id))
        .join(IndicatorValue, col(IndicatorValue.id) == col(IndicatorRelease.value_id))
        .where(
            col(IndicatorValue.wave_id) == wave.id,
            col(IndicatorRelease.approved_at).is_not(None),
        )
        .limit(1)
    )
    return found.first() is not None


def _headline(indicator: Indicator, value: Shown, language: str) -> Headline:
    interval = present(value.interval)
    figures = (
        value.value,
        interval.low if interval else None,
        interval.high if interval else None,
    )
    texts = [
        "" if figure is None else str(estimate.percent(figure / 100, 0))
        for figure in figures
    ]
    return Headline(
        name=indicator.name.say(language),
        n=value.n,
        value=value.value,
        few=value.is_told,
        value_text=texts[0],
        low_text=texts[1],
        high_text=texts[2],
        careful=value.is_careful,
        made_up=value.row.made_up,
    )
