"""What every command does alike: one clear line where the database is out of reach."""

import pytest

from bot.cli import app
from tests.bot.cli.conftest import Town


@pytest.fixture
def nowhere(town, monkeypatch) -> Town:
    """A town whose database nobody answers for."""
    url = "postgresql://ecotown:the-password@127.0.0.1:9/ecotown"
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", url)
    return town


@pytest.mark.parametrize(
    "words",
    ["serve", "serve --prepare", "worker", "chat", "db status", "report list"],
)
def test_a_database_out_of_reach_is_told_in_one_line_without_its_password(
    nowhere, words
):
    said = nowhere.refuses(app, *words.split())
    assert said.count("\n") == 1
    assert "127.0.0.1:9/ecotown cannot be used" in said
    assert "Connection refused" in said
    assert "the-password" not in said


def test_a_file_that_cannot_be_opened_is_told_in_one_line(town, monkeypatch, tmp_path):
    url = f"sqlite:///{tmp_path}/no-such-folder/town.db"
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", url)
    said = town.refuses(app, "serve")
    assert "no-such-folder/town.db cannot be used: unable to open" in said
    assert said.count("\n") == 1


def test_a_new_town_is_its_owners_alone(town, monkeypatch, tmp_path):
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", "")
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path / "data"))
    town.says(app, "db", "migrate")
    modes = {
        path.name: oct(path.stat().st_mode & 0o777)
        for path in (tmp_path / "data", tmp_path / "data" / "ecotown.db")
    }
    assert modes == {"data": "0o700", "ecotown.db": "0o600"}
