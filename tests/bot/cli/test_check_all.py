"""Every file edited by hand, broken: named with its line, and no start on it."""

import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest
import yaml

from bot.cli import shapes
from bot.cli.check import ROOT, problems
from content.emergency import FILE
from tests.bot.cli.test_check import copy
from tests.patience import PATIENCE_S

PARTS = ("content", "surveys")
KINDS = (".yaml", ".po", ".md")


def data_files(root=ROOT):
    return sorted(
        path.relative_to(root).as_posix()
        for part in PARTS
        for path in (root / part).rglob("*")
        if path.suffix in KINDS
    )


LISTS = [name for name in data_files() if name.endswith(".yaml")]


@pytest.fixture
def town(tmp_path):
    """A copy of everything that is edited by hand."""
    return copy(tmp_path)


@pytest.fixture(scope="module")
def lent(tmp_path_factory):
    """A copy of the lists and few catalogues, looked through in a moment, for many
    tests: each puts back what it broke."""
    others = ("*.md", "[!bc]*.po", "channels.po", "console.po")
    return copy(tmp_path_factory.mktemp("lent"), *others)


@contextmanager
def broken(path, text):
    whole = path.read_bytes()
    path.write_text(text, encoding="utf-8")
    try:
        yield
    finally:
        path.write_bytes(whole)


def cut_short(text):
    """Up to the first value that then does not end."""
    first = next(at for at, letter in enumerate(text) if letter in "\"'[:")
    return text[: first + 1] + ' "'


def with_a_stray_line(text):
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:2], '] "{{\n', *lines[2:]])


def emptied(text):
    return ""


def of_another_kind(text):
    return "- 1\n- 2\n"


def with_an_unreadable_letter(text):
    return text[:40] + "\x07" + text[40:]


# An odd letter in a catalogue may be meant, and the end of one, or of an article, is
# told of by what is then not said.
BREAKS = {
    cut_short: (".yaml",),
    with_a_stray_line: KINDS,
    emptied: (".yaml", ".md"),
    of_another_kind: KINDS,
    with_an_unreadable_letter: (".yaml", ".md"),
}


def named(found, name):
    """The faults told of a file, after a look at their form."""
    told = [fault for fault in found if fault.file == name]
    for fault in told:
        assert fault.line >= 1
        assert fault.reason
        assert "\n" not in fault.reason
    return told


@pytest.mark.parametrize("spoil", BREAKS)
def test_every_broken_file_is_named_though_all_the_others_are_broken_too(town, spoil):
    names = [name for name in data_files(town) if name.endswith(BREAKS[spoil])]
    assert len(names) >= len(LISTS)
    for name in names:
        path = town / name
        path.write_text(spoil(path.read_text("utf-8")), encoding="utf-8")
    found = problems(town)
    assert [name for name in names if not named(found, name)] == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("spoil", [with_a_stray_line, of_another_kind])
def test_one_broken_list_is_named_and_no_file_but_it(lent, name, spoil):
    path = lent / name
    with broken(path, spoil(path.read_text("utf-8"))):
        found = problems(lent)
    assert named(found, name)
    others = {fault.file for fault in found} - {name}
    # A framework that computes what no survey asks any more is at fault as well.
    assert all(other.startswith("surveys/") for other in others)


def test_what_is_no_utf_8_is_named_with_its_line_in_every_file(town):
    names = data_files(town)
    for name in names:
        head, newline, rest = (town / name).read_bytes().partition(b"\n")
        (town / name).write_bytes(head + newline + b"\xff" + rest)
    found = problems(town)
    for name in names:
        [fault] = named(found, name)
        assert "UTF-8" in fault.reason
        assert fault.line == (1 if name.endswith(".md") else 2)


def test_a_list_that_is_missing_is_named(lent):
    path = lent / "content/words.yaml"
    away = path.rename(path.with_suffix(".away"))
    try:
        [fault] = problems(lent)
    finally:
        away.rename(path)
    assert str(fault) == "content/words.yaml:1: is missing"


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("commands.yaml", "[เมนู, ", "[yes, ", "menu: should be text; put True in"),
        ("commands.yaml", "[เมนู, ", '["", ', "menu: is empty"),
        ("commands.yaml", "[ถาม, ", "[เมนู, ", "เมนู means two things"),
        ("commands.yaml", "\nsurvey:", "\nsurvye:", "survye: is no button of ours"),
        ("commands.yaml", "\nsurvey:", "\nmenu:", "menu is written twice"),
        ("smalltalk.yaml", "\nbye:", "\nbyes:", "nothing is answered to byes"),
        ("smalltalk.yaml", "[บาย,", "[{บาย: 1},", "bye: should be text"),
        ("against.yaml", "\n  en: >-", "\n  enn: >-", "places.enn: is not a field"),
        (
            "against.yaml",
            "    en: [price,",
            "    en: [yes,",
            "should be text; put True",
        ),
        (
            "synonyms.yaml",
            "\nsmell: [",
            "\nsmell: [ใคร, ใคร, ใคร, ",
            "more than 2 senses",
        ),
        ("words.yaml", "\npolite:", "\npolit:", "polite: is missing"),
        ("hotlines.yaml", 'number: "199"', "number: 199", "not a quoted number"),
        ("hotlines.yaml", "2026-11-23", "2026-11-31", "day is out of range"),
        ("hotlines.yaml", "    what_th: ไฟ", "    what_th: [ไฟ]\n    x: ", "what_th"),
        ("emergency.yaml", "numbers: [", "numbers: [1, ", "should be text"),
        ("emergency.yaml", "\n  fire:\n", "\n  fires:\n", "kinds.fires"),
        ("reports/om-noi-2021-11.yaml", "as_of: 2021", "as_of: early 2021", "as_of"),
        ("reports/om-noi-2021-11.yaml", "status: draft", "status: sent", "status"),
    ],
)
def test_a_slip_in_a_list_is_named_with_its_line(lent, name, old, new, reason):
    path = lent / "content" / name
    whole = path.read_text("utf-8")
    assert old in whole
    line = whole[: whole.index(old) + old.startswith("\n")].count("\n") + 1
    with broken(path, whole.replace(old, new, 1)):
        found = problems(lent)
    told = [f for f in named(found, f"content/{name}") if reason in f.reason]
    assert told, found
    if "written twice" not in reason and "is missing" not in reason:
        assert told[0].line == line


def test_a_message_that_asks_for_a_filter_there_is_not_is_named(lent):
    path = lent / "content/locales/en/content.po"
    whole = path.read_text("utf-8")
    with broken(path, whole.replace("{{ day }}", "{{ day|nice }}", 1)):
        [fault] = problems(lent)
    assert "nice" in fault.reason
    assert whole.splitlines()[fault.line].startswith("msgstr")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"score"', '"scores"', "weighs"),
        ('"answer": 0', '"answer": 7', "thresholds"),
        ('"base":', '"bass":', "base"),
        ("{", "", "JSONDecodeError"),
    ],
)
def test_a_confidence_that_cannot_be_used_is_named(lent, old, new, reason):
    path = lent / "content/confidence.json"
    with broken(path, path.read_text("utf-8").replace(old, new, 1)):
        [fault] = problems(lent)
    assert reason in fault.reason
    assert fault.file == "content/confidence.json"


def test_every_shape_is_that_of_a_file():
    assert {*shapes.SHAPES} <= {path.name for path in FILE.parent.glob("*.yaml")}


@pytest.fixture
def program(tmp_path):
    """A copy of the whole program, whose files may be broken."""
    for part in ("api", "bot", *PARTS):
        shutil.copytree(
            ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path


STARTS = """
import sys

def told(event, given):
    if event == "open" and str(given[0]).endswith((".yaml", ".po", ".md")):
        print(given[0])

sys.addaudithook(told)
import bot.app, bot.cli
print("begun", flush=True)
bot.cli.main()
"""


def with_the_words_of_cards_alone(text):
    """Of the emergencies: what their own reader alone can tell to be too little."""
    whole = yaml.safe_load(text)
    kinds = {
        kind: {part: plan[part] for part in ("numbers", "title", "text")}
        for kind, plan in whole["kinds"].items()
    }
    return yaml.safe_dump({"kinds": kinds, "said": whole["said"]}, allow_unicode=True)


def test_serve_does_not_start_on_a_broken_list_and_says_where(program):
    path = program / "content/emergency.yaml"
    less = with_the_words_of_cards_alone(path.read_text("utf-8"))
    path.write_text(less, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-B", "-c", STARTS, "serve"],
        cwd=program,
        env={"PYTHONPATH": str(program), "ECOTOWN_DATA_DIR": str(program / "data")},
        capture_output=True,
        text=True,
        timeout=2 * PATIENCE_S,
        check=False,
    )
    # What the program reads at its very beginning, broken, would stop it dumb.
    assert done.stdout.startswith("begun\n")
    assert done.returncode == 1
    assert "content/emergency.yaml:1: KeyError" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (program / "data" / "ecotown.db").exists()
