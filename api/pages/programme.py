"""What the first page shows of the programme: the open survey, figures, reports."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from api.store import frameworks, headlines, reports, shown, waves
from api.store.computing import ALL
from api.store.headlines import Coming
from api.store.models import Report
from api.store.shown import Shown, State
from content.messages import Messages, nearest
from surveys import catalogue, definition, estimate
from surveys.estimate.hiding import LEAST
from surveys.evidence.figure import present
from surveys.figures import SHARES

OFFICIAL = "diw_2560"
LATEST_REPORTS = 3


@dataclass(frozen=True, slots=True)
class WaveLine:
    """A survey that can be answered now, and how many have.

    `complete` None: one to four, which is told nowhere.
    """

    title: str
    questions: int
    minutes: int
    since: datetime
    complete: int | None
    draft: bool
    made_up: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One released value as a bar; percent, 0 to 100, None below 30 answers."""

    code: str
    name: str
    n: int | None
    value: float | None
    low: float | None
    high: float | None
    draft: bool
    careful: bool
    """Few answers or a wide interval: shown, but with a warning."""
    made_up: bool
    apart: bool
    """Answers in a translation nobody reviewed."""
    drawn: bool
    """Whether those who answered were drawn at random, and did not volunteer."""

    @property
    def told_once(self) -> bool:
        """Too few answers apart from the rest: one sentence says so for them all."""
        return self.apart and self.value is None

    @property
    def why_not(self) -> str:
        """The key of why no value is shown."""
        enough = self.n is not None and estimate.publishable(self.n)
        return "chart.few_alike" if enough else "chart.too_few"

    @property
    def value_text(self) -> str:
        return _whole(self.value)

    @property
    def low_text(self) -> str:
        return _whole(self.low)

    @property
    def high_text(self) -> str:
        return _whole(self.high)


@dataclass(frozen=True, slots=True)
class Figures:
    """What has been released, and when the last of it was; and what is to come."""

    rows: tuple[Row, ...]
    published_at: datetime | None
    coming: tuple[Coming, ...]

    @property
    def made_up(self) -> bool:
        return any(row.made_up for row in self.rows)

    @property
    def sample(self) -> str:
        """Who answered: `drawn` at random, `volunteers`, or `both`."""
        return _one({row.drawn for row in self.rows}, "drawn", "volunteers")

    @property
    def standing(self) -> str:
        """Whether the indicators are `draft`, `official`, or `both`."""
        return _one({row.draft for row in self.rows}, "draft", "official")


@dataclass(frozen=True, slots=True)
class DimensionLine:
    """One of the official dimensions, and how many indicators speak to it: drafts of
    ours, and official ones."""

    name: str
    drafts: int
    official: int


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in the nearest language it is written in."""

    slug: str
    title: str
    body: str
    language: str
    as_of: date
    made_up: bool


def open_surveys(session: Session, lang: str) -> list[WaveLine]:
    """Every survey that can be answered now, the newest first."""
    found = []
    for wave in waves.open_waves(session):
        survey = waves.survey_of(session, wave)
        complete = waves.counts(session, wave.id)["complete"]
        found.append(
            WaveLine(
                title=survey.title.say(lang),
                questions=len(survey.questions),
                minutes=survey.estimated_minutes(lang),
                since=wave.opens_at,
                complete=None if 0 < complete < LEAST else complete,
                draft=survey.status is definition.Status.DRAFT,
                made_up=wave.made_up,
            )
        )
    return found


def figures(session: Session, messages: Messages, lang: str) -> Figures:
    """The newest released value of every indicator that is a share."""
    # The chart is of percent of people; other units have no bar from 0 to 100.
    held = [
        value
        for value in shown.latest(session)
        if value.state is State.RELEASED and value.indicator.kind in SHARES
    ]
    held.sort(key=lambda each: (each.row.code, each.row.language != ALL))
    return Figures(
        rows=tuple(_row(value, messages, lang) for value in held),
        published_at=max(
            (each.published_at for each in held if each.published_at), default=None
        ),
        coming=tuple(headlines.coming(session, lang)),
    )


def dimensions(lang: str) -> list[DimensionLine]:
    """The official dimensions; what they measure is not in our hands."""
    found: dict[tuple[str, bool], int] = {}
    for framework in frameworks.newest():
        for dimension in framework.dimensions:
            for aspect in dimension.aspects:
                for each in aspect.indicators:
                    at = dimension.key, each.status is catalogue.Status.OFFICIAL
                    found[at] = found.get(at, 0) + 1
    named = next(each for each in frameworks.newest() if each.key == OFFICIAL)
    return [
        DimensionLine(
            each.name.say(lang),
            drafts=found.get((each.key, False), 0),
            official=found.get((each.key, True), 0),
        )
        for each in named.dimensions
    ]


def latest_reports(session: Session, lang: str) -> list[ReportLine]:
    found = reports.published(session, limit=LATEST_REPORTS).items
    return [report_line(report, lang) for report in found]


def report_line(report: Report, lang: str) -> ReportLine:
    language = nearest(lang, report.texts)
    said = report.texts[language]
    return ReportLine(
        slug=report.slug,
        title=said["title"],
        body=said["body"],
        language=language,
        as_of=report.as_of,
        made_up=report.made_up,
    )


def _one(found: set[bool], yes: str, no: str) -> str:
    """Which of two all of them are; where they differ, `both`."""
    if len(found) > 1:
        return "both"
    return yes if True in found else no


def _whole(percent: float | None) -> str:
    """Whole percent, rounded as the chat rounds."""
    return "" if percent is None else str(estimate.percent(percent / 100, 0))


def _row(value: Shown, messages: Messages, lang: str) -> Row:
    row, interval = value.row, present(value.interval)
    name = value.indicator.name.say(lang)
    apart = row.language != ALL
    return Row(
        code=f"{row.code}-{row.language}" if apart else row.code,
        name=messages.say("chart.unreviewed", lang, name=name) if apart else name,
        n=value.n,
        value=value.value,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        draft=value.indicator.status is not catalogue.Status.OFFICIAL,
        careful=value.is_careful,
        made_up=row.made_up,
        apart=apart,
        drawn=not value.volunteers,
    )
