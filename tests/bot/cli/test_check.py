"""`ecotown check`: what is wrong in the files people edit, and where."""

import re
import shutil
from datetime import date

import pytest
import typer
from typer.testing import CliRunner

from bot.cli.check import ROOT, check, due, problems

app = typer.Typer()
app.command()(check)


@pytest.fixture
def town(tmp_path):
    """A copy of everything that is edited by hand."""
    return copy(tmp_path)


@pytest.fixture
def quiet_town(tmp_path):
    """The same without an article, which most of the look takes."""
    return copy(tmp_path, "*.md")


def copy(target, *without):
    for part in ("content", "surveys"):
        shutil.copytree(
            ROOT / part,
            target / part,
            ignore=shutil.ignore_patterns("*.py", "__pycache__", "*.ttf", *without),
        )
    return target


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_shipped_has_no_problem():
    done = CliRunner().invoke(app)
    assert done.exit_code == 0, done.output
    assert "nothing wrong" in done.output


def test_a_copy_has_no_problem_either(town):
    assert problems(town) == []


def found(town):
    return [str(problem) for problem in problems(town)]


def test_a_broken_article_is_named_with_its_line(town):
    replace(town / "content/articles/th/five-levels.md", "topic: programme", "topic: x")
    [problem] = found(town)
    assert problem.startswith("content/articles/th/five-levels.md:3: topic")


def test_an_article_needs_its_other_language(town):
    (town / "content/articles/en/five-levels.md").unlink()
    assert found(town) == [
        "content/articles/th/five-levels.md:1: there is no en version of it"
    ]


def test_two_articles_are_not_asked_for_in_the_same_words(town):
    folder = town / "content/articles/th"
    shutil.copy(folder / "five-levels.md", folder / "six-levels.md")
    shutil.copy(
        town / "content/articles/en/five-levels.md",
        town / "content/articles/en/six-levels.md",
    )
    assert any("is asked in five-levels too" in problem for problem in found(town))


def test_a_message_needs_thai_and_english(quiet_town):
    path = quiet_town / "content/locales/en/content.po"
    replace(path, 'msgid "lint.no_title"\nmsgstr "The report has no title"\n', "")
    assert "content/locales/en:1: lint.no_title is not said" in found(quiet_town)


def test_a_message_that_asks_for_a_value_of_its_own_is_named(quiet_town):
    replace(
        quiet_town / "content/locales/en/content.po", "as of {{ day }}", "as of {{ d }}"
    )
    [problem] = found(quiet_town)
    assert "content.as_of asks for other values" in problem


def test_a_catalogue_that_cannot_be_read_is_named(quiet_town):
    path = quiet_town / "content/locales/th/content.po"
    replace(path, "ข้อมูล ณ {{ day }}", "ข้อมูล ณ {{ day")
    [problem] = found(quiet_town)
    assert problem.startswith("content/locales/th/content.po:")


def test_a_hotline_without_a_source_is_named(quiet_town):
    path = quiet_town / "content/hotlines.yaml"
    replace(
        path, "    sources:\n      - http://www.pcd", "    was:\n      - http://www.pcd"
    )
    [problem] = found(quiet_town)
    assert problem.startswith("content/hotlines.yaml:")
    assert "1650 has no source" in problem


def test_a_number_on_a_card_must_be_a_hotline(quiet_town):
    replace(quiet_town / "content/hotlines.yaml", '"1650"', '"1651"')
    [problem] = found(quiet_town)
    assert re.fullmatch(
        r"content/emergency\.yaml:\d+: 1650 is not in hotlines\.yaml", problem
    )


def test_a_report_that_breaks_its_rules_is_named(quiet_town):
    path = quiet_town / "content/reports/om-noi-2021-11.yaml"
    replace(path, "ผล: สมุทรสาคร", "ทุกคน: สมุทรสาคร")
    [problem] = found(quiet_town)
    assert problem.startswith("content/reports/om-noi-2021-11.yaml:")
    assert "ทุกคน" in problem


def test_a_survey_with_a_fault_is_named(quiet_town):
    path = sorted((quiet_town / "surveys/definitions").glob("*.yaml"))[0]
    path.write_text("key: [\n", encoding="utf-8")
    assert any(path.name in problem for problem in found(quiet_town))


def test_what_is_due_is_a_warning_not_a_problem():
    assert list(due(date(2026, 11, 24))) == []
    late = list(due(date(2028, 1, 1)))
    assert any("hotlines.yaml: 199" in warning for warning in late)
    assert any("articles/th/five-levels.md" in warning for warning in late)
