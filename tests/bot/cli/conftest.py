"""A town at the command line: settings in the environment, officers with passwords."""

from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from api.store import officers
from api.store.session import Database
from tests.api import given

ROOT = b"a root key for tests, no secret."


class Town:
    """Runs commands against a database of the test."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def run(self, app, *words: str, typed: str = ""):
        return CliRunner().invoke(app, list(words), input=typed)

    def says(self, app, *words: str, typed: str = "") -> str:
        """What a command that goes well prints."""
        result = self.run(app, *words, typed=typed)
        assert result.exit_code == 0, result.output
        return result.stdout

    def refuses(self, app, *words: str, typed: str = "") -> str:
        """What a command that is refused says on standard error."""
        result = self.run(app, *words, typed=typed)
        assert result.exit_code == 1, result.output
        return result.stderr

    def officer(self, login: str) -> str:
        """A new officer; their password."""
        password = f"{given.PASSWORD} of nobody else"
        hashed = officers.hash_password(password)
        with self.database.write() as session:
            given.officer(session, login, datetime.now(UTC), password_hash=hashed)
        return password


@pytest.fixture(autouse=True)
def _logs(logs_as_before: None) -> None:
    """`serve` and `worker` write theirs where this test listens."""


@pytest.fixture
def town(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path) -> Town:
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", sqlite_database.url)
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("ECOTOWN_SECRET_KEY", ROOT.hex())
    return Town(sqlite_database)
