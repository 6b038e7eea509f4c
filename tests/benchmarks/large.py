"""A wave of very many: its figures recomputed, its rows exported, its hash checked."""

import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from api.store import computing, export_files, freezing, indicators, waves
from api.store.export_files import Form
from api.store.keys import Keys
from api.store.models import IndicatorValue, Wave
from api.store.session import Database
from api.store.types import utc_now
from surveys import definition
from surveys.definition import Survey
from surveys.flow import State
from surveys.question import Kind, Question
from tests.api import answered
from tests.benchmarks import cli, databases, machine
from tests.benchmarks.databases import NAMES, ROOT_KEY
from tests.benchmarks.figures import Figure

RESPONSES = 100_000
RECOMPUTE_S = 10.0
# As a share of what a tenth of the rows took: more is memory that grows with them.
MOST_GROWTH = 1.10
SLICE = 5_000
KEY = "town_life"


def measure(quick: bool) -> list[Figure]:
    responses = 500 if quick else RESPONSES
    found: list[Figure] = []
    for kind in ("sqlite",) if quick else tuple(NAMES):
        with databases.fresh(kind) as database:
            if database is None:
                continue
            wave = _filled(database, responses)
            found += [
                _recomputed(database, kind, wave, responses),
                _verified(database, kind, wave, responses),
            ]
            if kind == "sqlite":
                found += _exported(database, wave, responses)
    return found


def _filled(database: Database, responses: int) -> Wave:
    now = utc_now()
    survey = next(each for each in definition.load_all() if each.key == KEY)
    chance = random.Random(7)
    with database.write() as session:
        version = waves.store_version(session, survey, now)
        wave = waves.open_wave(
            session, key="large", version=version, population="all", now=now
        )
        wave.margins = _margins(survey, responses)
        session.add(wave)
    for start in range(0, responses, SLICE):
        rows = [_given(survey, chance) for _ in range(min(SLICE, responses - start))]
        with database.write() as session:
            answered.fill(session, wave, rows, now)
    with database.write() as session:
        waves.close(session, wave.id, now)
    return wave


def _given(survey: Survey, chance: random.Random) -> dict[str, Any]:
    return {
        question.key: _answer(question, chance)
        for question in survey.questions
        if question.is_asked and question.kind is not Kind.OPEN
    }


def _answer(question: Question, chance: random.Random) -> Any:
    if chance.random() < 0.03:
        return State.SKIPPED
    if question.kind is Kind.NUMBER:
        return chance.randint(0, 60)
    if question.kind is Kind.MULTIPLE:
        return [chance.choice(question.values)]
    return chance.choice(question.values)


def _margins(survey: Survey, responses: int) -> dict[str, Any]:
    """Two made-up margins over the first two questions with few choices."""
    asked = [each for each in survey.questions if each.kind is Kind.SINGLE][:2]
    margins = {}
    for question in asked:
        keys = [choice.key for choice in question.choices]
        share = responses // len(keys)
        margins[question.key] = {
            key: share + (responses - share * len(keys) if not at else 0)
            for at, key in enumerate(keys)
        }
    return {"source": "made up", "as_of": "2026-01-01", "margins": margins}


def _recomputed(database: Database, kind: str, wave: Wave, responses: int) -> Figure:
    start, cpu = time.perf_counter(), time.process_time()
    with database.read() as session:
        results = computing.work_out(session, wave.id)
    worked_out = time.perf_counter() - start
    with database.write() as session:
        added = indicators.add(session, wave.id, results, utc_now())
    took = time.perf_counter() - start
    cpu = time.process_time() - cpu
    with database.read() as session:
        held = session.scalar(
            select(func.count()).where(
                col(IndicatorValue.wave_id) == wave.id,
                col(IndicatorValue.value).is_not(None),
            )
        )
    return Figure(
        f"indicators of {responses:,} responses, {NAMES[kind]}",
        f"under {RECOMPUTE_S:.0f} s",
        f"{took:.1f} s",
        met=took < RECOMPUTE_S and bool(held),
        note=(
            f"{len(results.computed)} figures, {held} told, {added} rows added; "
            f"read, weighted and counted in {worked_out:.1f} s, "
            f"{cpu:.1f} s of it computing"
        ),
    )


def _verified(database: Database, kind: str, wave: Wave, responses: int) -> Figure:
    freezing.run(database, wave.id, utc_now())
    start = time.perf_counter()
    with database.read() as session:
        differences = freezing.verify(session, wave.id)
    took = time.perf_counter() - start
    return Figure(
        f"hash over {responses:,} frozen responses checked, {NAMES[kind]}",
        "told, not promised",
        f"{took:.1f} s",
        note="" if not differences else f"it differs: {differences}",
    )


def _exported(database: Database, wave: Wave, responses: int) -> Iterator[Figure]:
    """Rows of the large wave and of one with a tenth of them, each by a process of
    its own: how much memory it took at the most."""
    with _tenth(database, responses // 10) as small:
        for form in Form:
            few_mb, _ = _export(database, small, form)
            many_mb, took = _export(database, wave.key, form)
            growth = many_mb / few_mb
            yield Figure(
                f"{responses:,} rows as {form.upper()}",
                f"at most {MOST_GROWTH} of the memory a tenth of them takes",
                f"{many_mb:.0f} MB, {took:.1f} s",
                f"{few_mb:.0f} MB",
                growth,
                growth <= MOST_GROWTH,
            )


@contextmanager
def _tenth(database: Database, responses: int) -> Iterator[str]:
    now = utc_now()
    survey = next(each for each in definition.load_all() if each.key == KEY)
    chance = random.Random(8)
    with database.write() as session:
        version = waves.store_version(session, survey, now)
        wave = Wave(
            key="small", survey_version_id=version.id, population="all", opens_at=now
        )
        session.add(wave)
        session.flush()
        answered.fill(
            session, wave, [_given(survey, chance) for _ in range(responses)], now
        )
        waves.close(session, wave.id, now)
    yield "small"


def _export(database: Database, wave_key: str, form: Form) -> tuple[float, float]:
    path = machine.folder() / f"{wave_key}.{form}"
    start = time.perf_counter()
    told = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.benchmarks.large",
            database.url,
            wave_key,
            form,
            str(path),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    took = time.perf_counter() - start
    path.unlink()
    return float(told.stdout.split()[-1]), took


def _child(url: str, wave_key: str, form: str, path: str) -> None:
    """Write the file and say how many MB this process held at the most."""
    database = Database(url, Keys(ROOT_KEY))
    written = export_files.write(database, wave_key, Form(form), "th", Path(path))
    database.close()
    if not written.rows:
        raise AssertionError("no row was written")
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    sys.stdout.write(f"{peak:.1f}\n")


if __name__ == "__main__":
    if len(sys.argv) == 5:
        _child(*sys.argv[1:])
    else:
        cli.main(measure)
