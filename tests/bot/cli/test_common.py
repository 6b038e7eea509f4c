"""What every command does alike."""

from bot.cli import app


def test_a_new_town_is_its_owners_alone(town, monkeypatch, tmp_path):
    monkeypatch.setenv("ECOTOWN_DATABASE_URL", "")
    monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path / "data"))
    town.says(app, "db", "migrate")
    modes = {
        path.name: oct(path.stat().st_mode & 0o777)
        for path in (tmp_path / "data", tmp_path / "data" / "ecotown.db")
    }
    assert modes == {"data": "0o700", "ecotown.db": "0o600"}
