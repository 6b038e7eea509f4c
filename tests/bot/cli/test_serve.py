"""`ecotown serve`: what an operator is told at the start."""

import re
from datetime import UTC, datetime

import pytest

from api.settings import Settings
from api.store import officers, waves
from bot.cli import app
from bot.cli.serve import greet, prepare_database

HERE = "https://town.example"


def greeted(town, capsys) -> str:
    greet(town.database, Settings(public_url=HERE))
    return capsys.readouterr().out


def test_a_town_without_an_officer_is_given_a_link(town, capsys):
    said = greeted(town, capsys)
    token = re.search(rf"{HERE}/console/join/(\S+)", said)[1]
    with town.database.read() as session:
        assert officers.invitation_stands(session, token, datetime.now(UTC))


def test_a_town_with_an_officer_is_given_none(town, capsys):
    town.officer("anna")
    assert "/console/join/" not in greeted(town, capsys)


def test_a_town_whose_officers_all_lost_access_is_given_a_link_again(town, capsys):
    town.officer("anna")
    with town.database.write() as session:
        anna = officers.by_login(session, "anna")
        anna.disabled_at = datetime.now(UTC)
    assert f"{HERE}/console/join/" in greeted(town, capsys)


def test_a_town_without_office_hours_is_told_what_that_means(town, capsys):
    assert "ECOTOWN_OFFICE_HOURS is not set" in greeted(town, capsys)
    greet(town.database, Settings(public_url=HERE, office_hours="Mon 09:00-12:00"))
    assert "ECOTOWN_OFFICE_HOURS" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("OFFICE_HOURS", "weekdays", "'weekdays' is not written like Mon-Fri 08:30"),
        ("OFFICE_HOLIDAYS", "2569-12-31", "2569-12-31: write the year as 2026"),
        ("OFFICE_HOLIDAYS", "no-such-file", "neither dates like 2026-12-31 nor a file"),
        ("ANSWER_WITHIN_HOURS", "0", "greater than or equal to 1"),
        ("HANDOFF_HOURS", "-1", "greater than or equal to 1"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "worker"])
def test_a_setting_that_is_wrong_is_named_and_nothing_starts(
    town, monkeypatch, command, name, value, reason
):
    monkeypatch.setenv(f"ECOTOWN_{name}", value)
    said = town.refuses(app, command)
    assert said.startswith(f"ECOTOWN_{name}: ")
    assert reason in said
    assert said.count("\n") == 1


def test_a_wrong_setting_is_not_shown_for_it_may_be_a_secret(town, monkeypatch):
    monkeypatch.setenv("ECOTOWN_PORT", "hunter2")
    said = town.refuses(app, "worker")
    assert said.startswith("ECOTOWN_PORT: ")
    assert "hunter2" not in said


def test_a_new_town_opens_one_survey_and_leaves_the_others_to_its_officers(town):
    prepare_database(town.database)
    with town.database.read() as session:
        opened = [waves.survey_of(session, each).key for each in waves.list_(session)]
    assert opened == ["participation"]


def test_it_does_not_start_on_a_framework_of_the_towns_own_that_is_broken(
    town, tmp_path
):
    (tmp_path / "indicators").mkdir()
    (tmp_path / "indicators" / "own.yaml").write_text("key: own\n", encoding="utf-8")
    assert "own.yaml:1: edition: is missing" in town.refuses(app, "worker")
