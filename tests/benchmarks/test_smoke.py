"""The benchmarks run, and what they tell is put as it should be."""

import dataclasses
import json
import os
import re
import shutil
import subprocess
import sys
import time

import pytest

from api.settings import Settings
from tests.benchmarks import __main__ as figures_command
from tests.benchmarks import (
    children,
    figures,
    intake,
    load,
    machine,
    process,
    waiting,
)
from tests.benchmarks.answers import promises
from tests.benchmarks.figures import Figure
from tests.patience import PATIENCE_S

GOOD = Figure("intake", "at least 0.4", "4,000 events/s", "8,000/s", 0.5, True, "of 7")
BAD = Figure("p99", "under 50 ms", "80.0 ms", met=False, note="the disk is slow")
TOLD = Figure("written", "told", "9,000 deliveries/s")


def test_a_benchmark_tells_one_object():
    command = [sys.executable, "-m", "tests.benchmarks.reply", "--quick", "--json"]
    told = json.loads(
        subprocess.run(
            command, cwd=figures_command.ROOT, capture_output=True, check=True
        ).stdout
    )
    assert re.search(r"\d+ cores", told["machine"])
    fields = {field.name for field in dataclasses.fields(Figure)}
    assert [set(figure) for figure in told["figures"]] == [fields, fields]
    assert all(figure["floor"] for figure in told["figures"])


@pytest.mark.parametrize("benchmark", [intake, process, waiting])
def test_a_benchmark_runs(benchmark):
    measured = benchmark.measure(True)
    assert len(measured) == 2
    for figure in measured:
        assert re.search(r"\d", figure.reached) or "not measured" in figure.note


def test_answers_are_measured():
    told = promises.everything(True)
    titles = [table.title for table in told.tables]
    assert "Misses by cause" in titles
    assert "Ablation of the decision" in titles
    subjects = {figure.subject for figure in told.figures}
    assert "dev questions: recall@1" in subjects
    assert "noise, typos: cost in recall@1" in subjects
    assert "emergencies, regression set: heard" in subjects
    assert "index at 50 articles: built" in subjects
    assert not any("sealed" in subject for subject in subjects)
    for figure in told.figures:
        assert re.search(r"\d", figure.reached) or "not measured" in figure.note


def test_a_figure_that_is_not_met_stays_in_and_says_why():
    page = figures_command.page([GOOD, BAD, TOLD], "a machine")
    assert "| intake | at least 0.4 | 4,000 events/s | 8,000/s | 0.50 | yes |" in page
    assert "| p99 | under 50 ms | 80.0 ms |  |  | **no** |" in page
    assert "| written | told | 9,000 deliveries/s |  |  |  |" in page
    assert "Not met: p99." in page
    assert "- p99: the disk is slow" in page


def test_the_page_names_no_place_and_no_host():
    page = figures_command.page([GOOD], machine.in_words())
    assert str(figures_command.ROOT) not in page
    assert os.uname().nodename not in page
    assert re.search(r"\d+ cores, \d+ GB of memory, .* flushed .* \d", page)


def test_a_percentile_is_a_value_that_was_measured():
    values = [float(number) for number in range(100, 0, -1)]
    assert figures.percentile(values, 0.99) == 99
    assert figures.percentile(values, 0.5) == 50
    assert figures.percentile([7.0], 0.99) == 7


def test_memory_counts_the_children_too():
    child = "block = bytearray(64 * 2**20); input()"
    parent = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    )
    with subprocess.Popen(
        [sys.executable, "-c", parent], stdin=subprocess.PIPE
    ) as started:
        deadline = time.monotonic() + PATIENCE_S
        while process.resident(started.pid)[1] < 64 and time.monotonic() < deadline:
            time.sleep(0.02)
        found = process.resident(started.pid)[1]
        started.communicate(b"\n")
    assert 64 < found < 128


def test_each_way_of_asking_for_memory_knows_this_process():
    ways = []
    if process.PROC.joinpath("self/stat").exists():
        ways.append(process._proc)
    if shutil.which("ps"):
        ways.append(process._ps)
    assert ways
    for way in ways:
        parent, resident = way()[os.getpid()]
        assert parent == os.getppid()
        assert 10 * 2**20 < resident < 10 * 2**30


def test_another_process_reads_the_same_settings(monkeypatch, sqlite_database):
    monkeypatch.setenv("ECOTOWN_PUBLIC_URL", "https://elsewhere.example")
    given = children.settings(sqlite_database, telegram_url="http://127.0.0.1:9")
    for name in [name for name in os.environ if name.startswith("ECOTOWN_")]:
        monkeypatch.delenv(name)
    for name, value in children.environment(given).items():
        if name.startswith("ECOTOWN_"):
            monkeypatch.setenv(name, value)
    assert Settings() == given


def test_a_refused_webhook_is_no_figure():
    with pytest.raises(RuntimeError, match="answered 401"):
        load._expect(401)
