"""`ecotown serve`: what an operator is told at the start."""

import re
from datetime import UTC, datetime

from api.settings import Settings
from api.store import officers
from bot.cli.serve import greet

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
