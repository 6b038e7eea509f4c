"""Framework editions the town entered go into a backup and come back from it."""

import json

import pytest

from api.errors import DomainError
from api.store import backup, migrate
from api.store.session import Database
from tests.api.store import backing, rows
from tests.api.store.backing import altered, fill, manifest_with
from tests.conftest import KEYS

empty, shipped = backing.empty, backing.shipped


@pytest.fixture
def town(database, clock):
    return fill(database, clock)


@pytest.fixture
def own(tmp_path):
    """A data folder with an edition the town entered, and one that is half written."""
    folder = tmp_path / "indicators"
    folder.mkdir()
    (folder / "diw_41-2569.yaml").write_text("key: diw_41 # ทางการ", encoding="utf-8")
    (folder / "diw_41-2569.77.part").write_text("half", encoding="utf-8")
    return folder


def test_frameworks_the_town_entered_are_kept_and_brought_back(
    database, town, empty, own, tmp_path, clock
):
    target, elsewhere = tmp_path / "b.zip", tmp_path / "new" / "indicators"
    manifest = backup.backup(database, target, clock(), editions=own)
    assert list(manifest.files) == ["diw_41-2569.yaml"]
    for _ in range(2):  # what is there already is left as it is
        backup.restore(empty, target, clock(), editions=elsewhere, replace=True)
    [kept] = elsewhere.iterdir()
    assert kept.read_bytes() == (own / "diw_41-2569.yaml").read_bytes()


@pytest.fixture
def with_edition(sqlite_database, own, tmp_path, clock):
    fill(sqlite_database, clock)
    backup.backup(sqlite_database, tmp_path / "b.zip", clock(), editions=own)
    return tmp_path / "b.zip"


@pytest.fixture
def bare(tmp_path):
    other = Database(f"sqlite:///{tmp_path / 'bare.db'}", KEYS)
    yield other
    other.close()


def test_an_edition_of_the_same_name_is_never_written_over(
    with_edition, bare, own, clock
):
    (own / "diw_41-2569.yaml").write_text("key: other", encoding="utf-8")
    with pytest.raises(DomainError, match=r"^error\.backup_other_edition$"):
        backup.restore(bare, with_edition, clock(), editions=own, replace=True)
    assert (own / "diw_41-2569.yaml").read_text("utf-8") == "key: other"
    assert migrate.current(bare) is None


@pytest.mark.parametrize(
    "told",
    [
        {"../../evil.yaml": "0" * 64},
        {"missing.yaml": "0" * 64},
        {"diw_41-2569.yaml": "0" * 64},
        {},
    ],
)
def test_an_archive_with_odd_files_changes_nothing(
    with_edition, bare, tmp_path, clock, told
):
    odd = altered(with_edition, manifest_with(files=told))
    with pytest.raises(DomainError, match=r"^error\.backup_unreadable$"):
        backup.restore(bare, odd, clock(), editions=tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert migrate.current(bare) is None


def test_a_backup_of_before_there_were_files_is_taken(shipped, bare, tmp_path, clock):
    def older(name, content):
        if name != "manifest.json":
            return content
        manifest = json.loads(content)
        del manifest["files"]
        return json.dumps(manifest).encode()

    backup.restore(bare, altered(shipped, older), clock(), editions=tmp_path / "new")
    assert len(rows.everything(bare)["wave"]) == 1
