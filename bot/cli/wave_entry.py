"""`ecotown wave entry-form|enter|margins`: paper forms, and the population."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlmodel import Session

from api.errors import DomainError
from api.store import entry, entry_forms, officers, wave_plans, waves
from api.store.entry_forms import Filled, Unreadable
from api.store.models import Wave
from api.store.session import Database
from api.store.types import utc_now
from bot.cli import common, proof
from content import messages
from surveys import population
from surveys.definition import Survey
from surveys.entering import Fault
from surveys.estimate.outcomes import Code

# Forms written in one transaction: on SQLite every other writer waits for it.
SLICE = 50
Key = Annotated[str, typer.Argument(help="The wave's name.")]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False)]


@common.said_plainly
def entry_form(
    key: Key,
    out: Annotated[Path, typer.Argument(dir_okay=False, help="A new .xlsx file.")],
    language: Annotated[str, typer.Option(help="Of the words in it.")] = "th",
) -> None:
    """Write an empty workbook to type paper answers into, one row a form."""
    with common.open_database().read() as session:
        wave = waves.get(session, key)
        survey = waves.survey_of(session, wave)
    book = entry_forms.template(wave, survey, messages.load(), language)
    book.save(out)
    typer.echo(str(out))


@common.said_plainly
def enter(
    key: Key,
    file: File,
    as_: proof.As,
    mode: Annotated[str, typer.Option(help=" or ".join(entry.MODES))] = entry.PAPER,
) -> None:
    """Store the answers in FILE (.xlsx or .csv): all of it, or nothing."""
    if mode not in entry.MODES:
        raise DomainError(422, "error.entry_mode", modes=", ".join(entry.MODES))
    database = common.open_database()
    now = utc_now()
    with database.read() as session:
        officer_id = officers.by_login(session, as_).id
        wave = waves.get(session, key)
        survey = waves.survey_of(session, wave)
    try:
        filled = entry_forms.read(file, wave, survey)
        rows = [_checked(row, wave, survey, now) for row in filled]
    except Unreadable as error:
        common.fail(f"{file}: {error}")
    _numbered_once(rows)
    wrong = [line for row in rows for line in _told(file, row)]
    if wrong:
        common.fail("\n".join([*wrong, "nothing was stored"]))
    stored = _store(database, wave, rows, mode, officer_id, now)
    typer.echo(f"{stored} of {len(rows)} forms stored; the others were there already")


@common.said_plainly
def margins(key: Key, file: File) -> None:
    """Keep the population's counts (YAML or CSV) that answers are weighted to."""
    database = common.open_database()
    with database.read() as session:
        wave = waves.get(session, key)
        survey = waves.survey_of(session, wave)
    found, problems = population.examine(file, survey)
    if found is None:
        common.fail("\n".join(map(str, problems)))
    with database.write() as session:
        wave_plans.set_margins(session, wave.id, found, utc_now())
    typer.echo(f"{', '.join(found.margins)}: {found.source}, {found.as_of}")


def _checked(row: Filled, wave: Wave, survey: Survey, now: datetime) -> Filled:
    """The row with everything that is wrong with it."""
    if row.outcome not in (None, Code.COMPLETE):
        if row.answers:
            row.faults[entry_forms.OUTCOME] = Fault(
                "entry.outcome_and_answers", str(row.outcome)
            )
        return row
    if row.language not in survey.languages:
        row.faults[entry_forms.LANGUAGE] = Fault("entry.unknown", row.language)
    found = entry.check(survey, wave, row.answers, now, adult=row.adult)
    every = {**found, **row.faults}
    ordered = (name for name in entry_forms.columns(wave, survey) if name in every)
    return replace(row, faults={name: every[name] for name in ordered})


def _numbered_once(rows: Iterable[Filled]) -> None:
    """Two rows of one form number would be stored as one of them."""
    seen: dict[str, int] = {}
    for row in rows:
        first = seen.setdefault(row.key, row.row)
        if first != row.row and row.key:
            row.faults[entry_forms.FORM] = Fault("entry.form_twice", str(first))


def _told(file: Path, row: Filled) -> Iterator[str]:
    for question, fault in row.faults.items():
        reason = entry.say(messages.load(), fault, "en")
        yield f"{file}: row {row.row}: {question}: {reason}"


def _store(
    database: Database,
    wave: Wave,
    rows: list[Filled],
    mode: str,
    officer_id: UUID,
    now: datetime,
) -> int:
    """How many are new. Interrupted, it is simply done again: a form is stored once."""
    left, stored = iter(rows), 0
    while part := list(islice(left, SLICE)):
        with database.write() as session:
            for row in part:
                stored += _store_one(session, wave, row, mode, officer_id, now)
    return stored


def _store_one(
    session: Session,
    wave: Wave,
    row: Filled,
    mode: str,
    officer_id: UUID,
    now: datetime,
) -> bool:
    if row.outcome not in (None, Code.COMPLETE):
        return entry.outcome(
            session, wave, row.key, row.outcome, officer_id=officer_id, now=now
        )
    if entry.is_stored(session, wave, row.key):
        return False
    entry.record(
        session,
        wave,
        row.answers,
        mode=mode,
        officer_id=officer_id,
        language=row.language,
        entered_key=row.key,
        now=now,
        adult=row.adult,
    )
    return True
