"""`ecotown wave`: runs of a survey, from the plan to the evidence."""

import json
from pathlib import Path
from typing import Annotated

import typer

from api.store import wave_plans, waves
from api.store.types import utc_now
from api.store.words import WaveState
from bot.cli import (
    common,
    wave_entry,
    wave_export,
    wave_feedback,
    wave_fixing,
    wave_invite,
    wave_links,
    wave_plan,
)
from content.dates import say_moment

app = typer.Typer(help="Waves: runs of a survey.", no_args_is_help=True)
app.command()(wave_plan.plan)
app.command()(wave_plan.edit)
app.command()(wave_plan.size)
app.command()(wave_plan.drawn)
app.command()(wave_plan.benchmark)
app.command(name="invite")(wave_invite.invite)
app.command()(wave_links.links)
app.command(name="entry-form")(wave_entry.entry_form)
app.command()(wave_entry.enter)
app.command()(wave_entry.margins)
app.command()(wave_fixing.flags)
app.command()(wave_fixing.exclude)
app.command(name="outcomes")(wave_fixing.told_outcomes)
app.command()(wave_fixing.freeze)
app.command()(wave_fixing.verify)
app.command()(wave_export.export)
app.command(name="feedback")(wave_feedback.tell)
Key = Annotated[str, typer.Argument(help="The wave's own name, used once.")]
# What `show` leaves out: a long table, and numbers that lead to other rows.
HIDDEN = {"id", "survey_version_id", "margins", "evidence"}


@app.command(name="open")
@common.said_plainly
def open_(
    key: Key,
    file: Annotated[
        Path | None, typer.Argument(exists=True, help="The survey's file.")
    ] = None,
    population: Annotated[
        str | None, typer.Option(help="Whom the wave is about.")
    ] = None,
    frame: Annotated[
        str, typer.Option(help="open_link, invited_list or probability")
    ] = "open_link",
    frame_note: wave_plan.FrameNote = None,
    anyway: wave_plan.Anyway = "",
) -> None:
    """Begin a wave of the survey in FILE at once; without FILE, one that is planned."""
    now = utc_now()
    survey = None if file is None else wave_plan.load(file)
    with common.open_database().write() as session:
        if survey is None:
            wave_plans.open_planned(session, waves.get(session, key).id, now)
        else:
            version = waves.store_version(session, survey, now)
            wave = wave_plans.plan(
                session,
                key,
                version,
                now=now,
                anyway=anyway,
                population=population or "",
                frame=frame,
                frame_note=frame_note or "",
            )
            wave_plans.open_planned(session, wave.id, now)
    typer.echo(f"wave {key} is open")


@app.command()
@common.said_plainly
def close(key: Key) -> None:
    """End a wave: no more answers are taken. One that is planned is not held."""
    with common.open_database().write() as session:
        wave = waves.get(session, key)
        if wave.state is WaveState.PLANNED:
            wave_plans.give_up(session, wave.id, utc_now())
        else:
            waves.close(session, wave.id, utc_now())
    typer.echo(f"wave {key} is closed")


@app.command(name="list")
@common.said_plainly
def list_() -> None:
    """Every wave with how many were offered it, began and finished."""
    with common.open_database().read() as session:
        for wave in waves.list_(session):
            counts = waves.counts(session, wave.id)
            made_up = "  MADE-UP DATA" if wave.made_up else ""
            planned = wave.state is WaveState.PLANNED
            since = "opens" if planned else "since"
            typer.echo(
                f"{wave.key}  {wave.state.value}  {since} "
                f"{say_moment(wave.opens_at, 'en')}  offered {counts['offered']}, "
                f"started {counts['started']}, complete {counts['complete']}{made_up}"
            )


@app.command()
@common.said_plainly
def show(key: Key) -> None:
    """All that is written down of a wave, as JSON; with its evidence once frozen."""
    with common.open_database().read() as session:
        wave = waves.get(session, key)
        version = waves.get_version(session, wave.survey_version_id)
        counts = waves.counts(session, wave.id)
    told = wave.model_dump(mode="json", exclude=HIDDEN)
    told |= {"survey": version.survey_key, "survey_version": version.version}
    told |= {"counts": counts, "margins": wave.margins, "evidence": wave.evidence}
    typer.echo(json.dumps(told, indent=2, ensure_ascii=False))
