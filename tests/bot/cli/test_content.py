"""`ecotown content`, as an operator types it."""

import pytest
from typer.testing import CliRunner

from api.store import articles as store
from api.store import migrate
from bot.cli import common, content
from content import articles


@pytest.fixture
def database(tmp_path, monkeypatch):
    monkeypatch.setenv("ECOTOWN_SECRET_KEY", "5e" * 32)
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("ECOTOWN_DATABASE_URL", raising=False)
    opened = common.open_database()
    migrate.migrate(opened)
    yield opened
    opened.close()


def typed(*words):
    done = CliRunner().invoke(content.app, list(words))
    assert done.exit_code == 0, done.output
    return done.output


def test_sync_adds_the_shipped_articles_once(database):
    files = len(articles.load_all())
    assert typed("sync") == f"{files} revisions added, {files} files read\n"
    assert typed("sync") == f"0 revisions added, {files} files read\n"


def test_list_says_what_is_live_and_who_wrote_it(database):
    typed("sync")
    assert "five-levels\tth\t1\tfile" in typed("list").splitlines()


def test_export_writes_the_files_as_they_were(database, tmp_path):
    typed("sync")
    typed("export", str(tmp_path / "out"))
    assert articles.load_all(tmp_path / "out") == articles.load_all()


def test_a_withdrawn_article_is_not_listed(database, clock):
    typed("sync")
    with database.write() as session:
        store.withdraw(session, "five-levels", by="cli", now=clock())
    assert "five-levels" not in typed("list")
