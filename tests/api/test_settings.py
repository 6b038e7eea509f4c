"""The data folder: where it is, and that what is made in it is its owner's alone."""

import pytest

from api import settings as settings_module
from api.settings import Settings


def mode(path):
    return oct(path.stat().st_mode & 0o777)


@pytest.fixture
def settings(tmp_path):
    return Settings(data_dir=tmp_path / "town" / "data")


def test_a_new_data_folder_and_its_key_are_their_owners_alone(settings):
    settings_module.root_key(settings)
    assert mode(settings.data_dir) == "0o700"
    assert mode(settings.data_dir / "secret.key") == "0o600"


def test_a_folder_that_is_there_keeps_the_mode_somebody_gave_it(settings):
    settings.data_dir.mkdir(parents=True)
    settings.data_dir.chmod(0o750)
    settings_module.root_key(settings)
    assert mode(settings.data_dir) == "0o750"
    assert mode(settings.data_dir / "secret.key") == "0o600"


def test_the_data_folder_is_where_the_environment_says_at_this_moment(
    monkeypatch, tmp_path
):
    def found():
        assert settings_module.data_dir() == settings_module.load().data_dir
        return settings_module.data_dir()

    for name in ("one", "two"):
        monkeypatch.setenv("ECOTOWN_DATA_DIR", str(tmp_path / name))
        assert found() == tmp_path / name
    monkeypatch.delenv("ECOTOWN_DATA_DIR")
    assert found() == Settings().data_dir
    (tmp_path / "said").write_text(str(tmp_path / "three"), encoding="utf-8")
    monkeypatch.setenv("ECOTOWN_DATA_DIR_FILE", str(tmp_path / "said"))
    assert found() == tmp_path / "three"
