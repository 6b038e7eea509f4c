"""`ecotown indicator`: values of indicators, computed, looked at, verified."""

from typing import Annotated

import typer

from api.store import (
    indicators,
    periods,
    records,
    service_values,
    shown,
    values,
    verifying,
    waves,
)
from api.store.computing import ALL
from api.store.models import IndicatorValue
from api.store.types import utc_now
from bot.cli import common, indicator_files, indicator_notice, indicator_publish
from surveys import estimate, record, record_words
from surveys.record import Absent, IndicatorRecord

app = typer.Typer(help="Indicators and their values.", no_args_is_help=True)
app.command()(indicator_files.template)
app.command(name="import")(indicator_files.import_)
app.command()(indicator_files.export)
app.command()(indicator_publish.propose)
app.command()(indicator_publish.approve)
app.command()(indicator_publish.enter)
app.command()(indicator_publish.withdraw)
app.command(name="notices")(indicator_notice.due)
app.command(name="notice")(indicator_notice.write)

Code = Annotated[str, typer.Argument(metavar="CODE", help="Such as ET-S1.")]
Period = Annotated[
    str,
    typer.Argument(metavar="PERIOD", help="The wave's key, or 2026-11, 2026-Q4, 2026."),
]
Framework = Annotated[
    str | None, typer.Option(help="Where two frameworks have the code.")
]
Language = Annotated[
    str, typer.Option(help="A translation that is reported apart, such as my.")
]
WHY = "R-data, R-method or C-error: why a final value is followed by another."


@app.command(name="list")
@common.said_plainly
def list_() -> None:
    """The newest value of every indicator, with n and interval; for the office:
    nobody else is told what is not released."""
    with common.open_database().read() as session:
        for each in shown.latest(session, office=True):
            value = each.row
            typer.echo(
                f"{value.code}  {_shown(value)}  n={value.n}  {value.language}  "
                f"{value.period}  {value.status}, revision {value.revision}, "
                f"{each.state}{'  MADE-UP DATA' if value.made_up else ''}"
            )


@app.command()
@common.said_plainly
def show(
    code: Code,
    period: Period,
    framework: Framework = None,
    language: Language = ALL,
    json: Annotated[bool, typer.Option("--json", help="The record as JSON.")] = False,
) -> None:
    """A value with everything its record says, and what is still missing in it.

    A provisional one has no record yet.
    """
    with common.open_database().read() as session:
        value = indicators.find(
            session, code, period, framework=framework, language=language
        )
        if values.told(value) is None and not json:
            typer.echo(f"{code} {period}: {_shown(value)}  n={value.n}")
            typer.echo("provisional: for the office, and without a record yet")
            return
        known = records.of(session, value)
    if json:
        typer.echo(record.canonical_json(known))
        return
    for name, said in record.leaves(known.model_dump(mode="json")):
        typer.echo(f"{name}: {said}")
    typer.echo(f"sha256 {record.sha256(known)}")
    gaps = record.missing(known, approved=False)
    if gaps:
        typer.echo(f"missing before it can be published: {', '.join(gaps)}", err=True)


@app.command()
@common.said_plainly
def compute(
    period: Annotated[
        str,
        typer.Argument(help="A wave's key; or 2026-11, 2026-Q4, 2026: the service's."),
    ],
    reason: Annotated[str | None, typer.Option(help=WHY)] = None,
) -> None:
    """Count a wave's answers, or a period's records, now. The service does so by
    itself."""
    now = utc_now()
    with common.open_database().write() as session:
        if waves.find(session, period) is None and periods.is_period(period):
            span = periods.read(period)
            added = service_values.compute(session, span, now, reason=reason)
        else:
            found = waves.get(session, period)
            added = indicators.compute(session, found.id, now, reason=reason)
    typer.echo(f"{added} new values")


@app.command()
@common.said_plainly
def verify(
    code: Code,
    period: Period,
    framework: Framework = None,
    language: Language = ALL,
    revision: Annotated[
        int | None, typer.Option(help="An earlier revision; else the newest.")
    ] = None,
) -> None:
    """Work a value out again from what it was counted from, to the last digit.

    Ends with 0 where everything matches, with 1 where one digit does not.
    """
    with common.open_database().read() as session:
        value = indicators.find(
            session,
            code,
            period,
            framework=framework,
            language=language,
            revision=revision,
        )
        verdict = verifying.verify(session, value)
    if not verdict.matches:
        lines = "\n".join(f"  {each}" for each in verdict.differences)
        common.fail(f"{code} {period}: DOES NOT MATCH\n{lines}")
    if verdict.unproven is not None:
        typer.echo(f"note: {verdict.unproven}", err=True)
    typer.echo(
        f"{code} {period}: matches, revision {value.revision}, sha256 {verdict.sha256}"
    )


def _shown(value: IndicatorValue) -> str:
    if value.status == values.WITHDRAWN:
        return "withdrawn"
    known = values.told(value)
    if value.value is None:
        return _hidden(value, known)
    unit = "%" if known is None or known.unit == "percent" else known.unit
    if value.low is None or value.high is None:
        return f"{value.value:.1f} {unit}"
    return f"{value.value:.1f} {unit} ({value.low:.1f} to {value.high:.1f})"


def _hidden(value: IndicatorValue, known: IndicatorRecord | None) -> str:
    """Why there is no figure: its record says so; a provisional value has none."""
    if known is not None and isinstance(known.value, Absent):
        return known.value.reason.say("en")
    enough = value.n >= estimate.MIN_N
    told = record_words.FEW_ALIKE if enough else record_words.TOO_FEW
    return told.reason.say("en")
