"""`ecotown wave plan|edit|size`: what a wave is to be, and how large."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, cast

import typer

from api.store import wave_plans, waves
from api.store.types import utc_now
from api.store.wave_plans import Details
from bot.cli import common
from content.dates import BANGKOK, say_moment
from surveys import benchmark as benchmarks
from surveys import located, survey_file
from surveys.benchmark import Benchmark
from surveys.definition import Survey
from surveys.estimate import change, sizes

FORMATS = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d"]
# For which numbers of answers the smallest visible change is told.
ANSWERS = (100, 200, 400, 800)
Key = Annotated[str, typer.Argument(help="The wave's own name, used once.")]
Population = Annotated[str | None, typer.Option(help="Whom the wave is about.")]
Size = Annotated[int | None, typer.Option(help="How many people that is.")]
Frame = Annotated[
    str | None, typer.Option(help="open_link, invited_list or probability.")
]
FrameNote = Annotated[str | None, typer.Option(help="How the frame was drawn up.")]
Drawn = Annotated[
    int | None, typer.Option(help="How many were drawn, of a probability frame.")
]
Opens = Annotated[
    datetime | None,
    typer.Option(formats=FORMATS, help="When it opens, Bangkok time; now if left out."),
]
Ends = Annotated[
    datetime | None,
    typer.Option(formats=FORMATS, help="When it closes by itself, Bangkok time."),
]
MinAge = Annotated[int | None, typer.Option(help="Asks that age before it begins.")]
Reminders = Annotated[
    bool | None, typer.Option(help="Remind those invited, twice at most.")
]
Responsible = Annotated[str | None, typer.Option(help="The unit that answers for it.")]
Contact = Annotated[str | None, typer.Option(help="Where that unit is reached.")]
Limitations = Annotated[
    str | None, typer.Option(help="What to add to the sentence on limitations.")
]
ResultsBy = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="When results are promised."),
]
MadeUp = Annotated[bool | None, typer.Option(help="Demonstration data.")]
Anyway = Annotated[
    str, typer.Option(help="Why it opens within 90 days of another; is logged.")
]


@common.said_plainly
def plan(
    key: Key,
    file: Annotated[Path, typer.Argument(exists=True, help="The survey's file.")],
    population: Population = None,
    population_size: Size = None,
    frame: Frame = None,
    frame_note: FrameNote = None,
    drawn: Drawn = None,
    opens: Opens = None,
    ends: Ends = None,
    min_age: MinAge = None,
    reminders: Reminders = None,
    responsible: Responsible = None,
    contact: Contact = None,
    limitations: Limitations = None,
    results_by: ResultsBy = None,
    made_up: MadeUp = None,
    anyway: Anyway = "",
) -> None:
    """Write a wave of the survey in FILE down; it opens and closes by itself."""
    survey = load(file)
    details = _details(
        population=population,
        population_size=population_size,
        frame=frame,
        frame_note=frame_note,
        drawn=drawn,
        opens_at=_moment(opens),
        ends_at=_moment(ends),
        min_age=min_age,
        reminders=reminders,
        responsible=responsible,
        contact=contact,
        limitations=limitations,
        results_by=results_by and results_by.date(),
        made_up=made_up,
    )
    now = utc_now()
    with common.open_database().write() as session:
        version = waves.store_version(session, survey, now)
        wave = wave_plans.plan(session, key, version, now=now, anyway=anyway, **details)
    typer.echo(f"wave {key} opens {say_moment(wave.opens_at, 'en')}")
    if wave.population_size is not None:
        _say_sizes(wave.population_size)


@common.said_plainly
def edit(
    key: Key,
    population: Population = None,
    population_size: Size = None,
    frame: Frame = None,
    frame_note: FrameNote = None,
    drawn: Drawn = None,
    opens: Opens = None,
    ends: Ends = None,
    min_age: MinAge = None,
    reminders: Reminders = None,
    responsible: Responsible = None,
    contact: Contact = None,
    limitations: Limitations = None,
    results_by: ResultsBy = None,
    anyway: Anyway = "",
) -> None:
    """Change what a plan says, until the wave opens."""
    details = _details(
        population=population,
        population_size=population_size,
        frame=frame,
        frame_note=frame_note,
        drawn=drawn,
        opens_at=_moment(opens),
        ends_at=_moment(ends),
        min_age=min_age,
        reminders=reminders,
        responsible=responsible,
        contact=contact,
        limitations=limitations,
        results_by=results_by and results_by.date(),
    )
    with common.open_database().write() as session:
        wave = waves.get(session, key)
        wave_plans.edit(session, wave.id, now=utc_now(), anyway=anyway, **details)
    typer.echo(f"wave {key} is changed")


@common.said_plainly
def drawn(
    key: Key,
    number: Annotated[int, typer.Argument(min=1, help="How many, in all.")],
) -> None:
    """Keep how many a probability sample drew, until the wave is frozen."""
    with common.open_database().write() as session:
        id_ = waves.get(session, key).id
        wave_plans.set_drawn(session, id_, number, utc_now())
    typer.echo(f"wave {key}: {number} were drawn")


@common.said_plainly
def benchmark(
    key: Key,
    question: Annotated[str, typer.Option(help="The question it is known of.")],
    value: Annotated[list[str], typer.Option(help="A choice that counts; repeat it.")],
    percent: Annotated[float, typer.Option(min=0, max=100, help="What is known.")],
    source: Annotated[str, typer.Option(help="Who found it out, among whom.")],
    as_of: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], help="Of which day it is.")
    ],
) -> None:
    """Hold one question against a share known from elsewhere, until the wave is
    frozen: the gap is told with every value of the wave."""
    with common.open_database().write() as session:
        wave = waves.get(session, key)
        survey = waves.survey_of(session, wave)
        known, faults = located.examine_data(
            {
                "question": question,
                "values": benchmarks.read_values(value, survey, question),
                "percent": percent,
                "source": source,
                "as_of": as_of.date(),
            },
            Benchmark,
        )
        if known is None:
            common.fail("\n".join(faults))
        wave_plans.set_benchmark(session, wave.id, known, utc_now())
    typer.echo(f"wave {key}: {question} is held against {percent:g}% ({source})")


def size(
    population: Annotated[int, typer.Argument(min=1, help="How many people it is of.")],
) -> None:
    """How many answers to aim for, and the smallest change two waves can show."""
    _say_sizes(population)


def load(file: Path) -> Survey:
    """The survey in the file, YAML or a workbook, or a plain refusal."""
    survey, problems = survey_file.examine(file)
    if survey is None:
        common.fail("\n".join(map(str, problems)))
    return survey


def _details(**given: object) -> Details:
    """What was said, without what was left out."""
    told = {name: value for name, value in given.items() if value is not None}
    return cast(Details, told)


def _moment(local: datetime | None) -> datetime | None:
    return None if local is None else local.replace(tzinfo=BANGKOK)


def _say_sizes(population: int) -> None:
    typer.echo("The smallest number aimed for; no number makes volunteers a sample.")
    points = "  ".join(f"±{margin * 100:.0f} points" for margin in sizes.MARGINS)
    typer.echo(f"{'':32}{points}")
    for row in sizes.table(population):
        name = (
            row.method if row.deff == 1 else f"{row.method}, design effect {row.deff}"
        )
        numbers = "  ".join(f"{number:>9,}" for number in row.sizes)
        typer.echo(f"{name:32}{numbers}")
    typer.echo("The smallest change that two waves of so many answers can show:")
    for answers in ANSWERS:
        points_apart = change.smallest_visible(answers) * 100
        typer.echo(f"  {answers} answers: {points_apart:.1f} points")
