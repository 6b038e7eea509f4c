"""`ecotown survey`: files are checked, converted, stored, exported and shown."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.store import audit
from bot.cli import survey as command
from surveys import definition, survey_file
from surveys.definition import DIRECTORY
from tests.surveys import making
from tests.surveys.xlsform.books import YES_NO, book

SHIPPED = str(DIRECTORY / "participation.yaml")
HEADER = ("type", "name", "label")


def run(*words):
    return CliRunner().invoke(command.app, [str(word) for word in words])


def form(path: Path, *rows, header=HEADER, **sheets) -> Path:
    return book(path / "form.xlsx", survey=[header, *rows], choices=YES_NO, **sheets)


def long_form(path: Path) -> Path:
    return form(path, *(("text", f"q{number}", "Q?") for number in range(16)))


def test_a_file_in_order_is_said_to_be(tmp_path):
    done = run("check", SHIPPED)
    assert done.exit_code == 0
    assert done.stdout == f"{SHIPPED}: participation version 1, in order\n"


def test_advice_stands_under_a_file_in_order(tmp_path):
    path = form(tmp_path, ("text", "a", "A?"), ("date", "b", "B?"))
    done = run("check", path)
    assert done.exit_code == 0
    first, *notes = done.stdout.splitlines()
    assert first == f"{path}: form version 1, in order"
    assert all(note.startswith("note: ") for note in notes)
    assert notes[-1] == "note: a: a free text in the middle; it is better asked last"


def test_each_problem_of_a_workbook_is_a_line(tmp_path):
    path = form(tmp_path, ("audio", "a", "A?"), ("select_one nowhere", "b", "B?"))
    done = run("check", path)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"{path}: survey row 2: audio: a text, a number or a photo can be sent in the "
        "chat, not this",
        f"{path}: survey row 3: there is no list nowhere in the choices sheet",
    ]


def test_each_problem_of_a_yaml_file_is_a_line(tmp_path):
    data = making.data() | {"status": "final", "colour": "red"}
    path = making.write(tmp_path / "a.yaml", data)
    done = run("check", path)
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        f"{path}:3: status: should be 'draft' or 'approved', not 'final'",
        f"{path}:113: colour: is not a field here",
    ]


def test_a_survey_is_converted_either_way_and_comes_back_the_same(tmp_path):
    workbook, back = tmp_path / "a.xlsx", tmp_path / "b.yaml"
    assert run("convert", SHIPPED, workbook).stdout == (
        f"{workbook}: participation version 1, written\n"
    )
    assert run("convert", workbook, back).exit_code == 0
    assert definition.load(back) == making.PARTICIPATION


def test_what_is_left_out_is_told(tmp_path):
    path = form(tmp_path, ("start", "start"), ("integer", "n", "N?"))
    done = run("convert", path, tmp_path / "a.yaml")
    assert done.stdout.splitlines()[1:3] == [
        f"note: {path}: survey row 2: start is left out; a device notes it",
        f"note: {path}: survey row 3: a number from 0 to 1000000 is taken",
    ]


def test_a_wrong_file_leaves_the_other_as_it_was(tmp_path):
    target = tmp_path / "a.yaml"
    target.write_text("as it was", encoding="utf-8")
    done = run("convert", form(tmp_path, ("audio", "a", "A?")), target)
    assert done.exit_code == 1
    assert target.read_text(encoding="utf-8") == "as it was"


def test_what_cannot_be_written_is_a_line_and_not_a_traceback(tmp_path):
    done = run("convert", SHIPPED, tmp_path / "a.csv")
    assert done.exit_code == 1
    assert done.stderr == (
        f"{tmp_path / 'a.csv'}: should be named .yaml or .xlsx, as what to write\n"
    )


def test_a_long_survey_is_converted_for_a_reason(tmp_path):
    source, target = long_form(tmp_path), tmp_path / "a.yaml"
    refused = run("convert", source, target)
    assert refused.stderr == (
        f"{source}: survey: 16 questions; more than 15 need a reason in longer\n"
    )
    assert run("convert", source, target, "--longer", "the law asks").exit_code == 0
    assert definition.load(target).longer == "the law asks"


def test_a_survey_is_stored_once_and_its_words_do_not_change(town, tmp_path):
    stored = town.says(command.app, "import", SHIPPED)
    fingerprint = definition.sha256(making.PARTICIPATION)
    assert stored == f"participation version 1 {fingerprint}\n"
    assert town.says(command.app, "import", SHIPPED) == stored
    data = making.PARTICIPATION.model_dump(mode="json", exclude_defaults=True)
    data["title"]["en"] = "Another title"
    changed = making.write(tmp_path / "a.yaml", data)
    refused = town.refuses(command.app, "import", str(changed))
    assert refused.startswith("Version 1 of the survey participation is stored with")


def test_the_reason_for_a_long_survey_is_logged(town, tmp_path):
    path = str(long_form(tmp_path))
    assert "need a reason" in town.refuses(command.app, "import", path)
    town.says(command.app, "import", path, "--longer", "the law asks")
    with town.database.read() as session:
        [entry] = audit.list_(session).items
    assert (entry.actor, entry.action) == ("cli", "survey.store")
    assert entry.details == {"key": "form", "version": 1, "longer": "the law asks"}


def test_a_stored_survey_is_written_as_a_file(town, tmp_path):
    for version in (1, 2):
        path = making.write(tmp_path / "in.yaml", making.data() | {"version": version})
        town.says(command.app, "import", str(path))
    for name in ("out.yaml", "out.xlsx"):
        target = tmp_path / name
        said = town.says(command.app, "export", "small", str(target))
        assert said == f"{target}: small version 2, written\n"
        assert survey_file.examine(target)[0] == making.survey(version=2)
    town.says(command.app, "export", "small", str(target), "--version", "1")
    assert survey_file.examine(target)[0] == making.survey()
    assert town.refuses(command.app, "export", "nobody", str(tmp_path / "x.yaml"))
    assert not (tmp_path / "x.yaml").exists()


def test_a_survey_is_shown_as_it_is_asked_with_who_is_asked_what(tmp_path):
    path = form(
        tmp_path,
        ("select_one yes_no", "heard", "Have you heard of it?"),
        ("begin group", "more", "More about it", None, "${heard} = 'yes'"),
        ("integer", "times", "How often?", None, None, ". >= 1 and . != 7"),
        ("note", "so", "Nearly done.", None, "${times} > 3"),
        ("end group",),
        header=(*HEADER, "hint", "relevant", "constraint"),
        ecotown_quotas=[("question", "value", "at_most"), ("heard", "yes", 100)],
    )
    shown = preview(path)
    assert [line for line in shown.splitlines() if line.startswith("--")] == [
        "-- before the first question --",
        "-- heard (single) --",
        "-- group more, only where ${heard} = 'yes' --",
        "-- times (number) --",
        "-- from 1 to 1000000 --",
        "-- taken where . != 7 --",
        "-- otherwise: How often? --",
        "-- so (note), only where ${times} > 3 --",
        "-- at most 100 complete responses with heard = yes --",
        "-- after the last question --",
    ]
    assert "\nHave you heard of it?\n1. Yes\n2. No\n" in shown
    assert "[1. Yes] [2. No]" in shown
    assert "\nMore about it\n" in shown


def preview(path, *options):
    done = run("preview", path, *options)
    assert done.exit_code == 0, done.stderr
    return done.stdout


def test_a_survey_is_shown_in_the_language_asked_for(tmp_path):
    assert "Have you heard" not in preview(SHIPPED)
    assert "had you heard of" in preview(SHIPPED, "--language", "en")
    done = run("preview", SHIPPED, "--language", "fr")
    assert done.exit_code == 1
    assert done.stderr == "it is asked in th, en, my, not in fr\n"


@pytest.mark.parametrize("name", ["nobody.yaml", "nobody.xlsx"])
def test_a_file_that_is_not_there_is_not_looked_for_in_the_store(tmp_path, name):
    done = run("preview", tmp_path / name)
    assert done.stderr == f"{tmp_path / name}: there is no such file\n"


def test_a_stored_survey_is_shown_by_its_key(town, tmp_path):
    for version in (1, 2):
        path = making.write(tmp_path / "in.yaml", making.data() | {"version": version})
        town.says(command.app, "import", str(path))
    assert town.says(command.app, "preview", "small").startswith(
        "small version 2, draft, in th\n"
    )
    first = town.says(command.app, "preview", "small", "--version", "1")
    assert first.startswith("small version 1, draft, in th\n")
    assert town.refuses(command.app, "preview", "nobody")


@pytest.mark.parametrize("name", ["nofile", "nofile.yaml", "nofile.xlsx"])
@pytest.mark.parametrize("words", [["check"], ["import"]])
def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path, words, name):
    done = run(*words, tmp_path / name)
    assert done.exit_code == 1
    assert done.output == f"{tmp_path / name}: there is no such file\n"


def test_a_folder_is_no_survey(tmp_path):
    (tmp_path / "f.yaml").mkdir()
    done = run("check", tmp_path / "f.yaml")
    assert done.exit_code == 1
    assert done.output.count("\n") == 1
