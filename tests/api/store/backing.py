"""A filled town, backups of it whole and altered, and a place to bring them back to."""

import json
import zipfile
from pathlib import Path

import pytest

from api.store import audit, backup
from api.store.models import IndicatorValue
from api.store.session import Database
from tests import postgres
from tests.api.store import rows
from tests.conftest import KEYS

ADDRESS = "U4af4980629aa"


def fill(database, clock):
    """A row in every table a journey touches, an indicator's value, an audit entry."""
    with database.write() as session:
        made = rows.town(session, clock())
        for address in (ADDRESS, "Uother"):
            contact = rows.person(session, clock(), address)
            rows.journey(session, contact, made, clock(), "น้ำเน่า \x7f 😀")
        session.add(
            IndicatorValue(
                framework="f", code="c", period="p", wave_id=made.wave.id, revision=1,
                n=30, skipped=1, dont_know=2, successes=20, value=66.66666666666667,
                low=0.1, high=1e-9, method="wilson", status="provisional",
                computed_at=clock(),
            )
        )  # fmt: skip
        audit.record(
            session, actor="cli", action="a", subject="s", now=clock(), note="ก"
        )
    return made


@pytest.fixture
def shipped(sqlite_database, tmp_path, clock) -> Path:
    """A backup of a small SQLite town, for what may happen to the file."""
    fill(sqlite_database, clock)
    target = tmp_path / "town.zip"
    backup.backup(sqlite_database, target, clock())
    return target


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def empty(request, tmp_path):
    """Another database, of either kind, without a single table."""
    if request.param == "sqlite":
        other = Database(f"sqlite:///{tmp_path / 'other.db'}", KEYS)
        yield other
        other.close()
        return
    uri = request.getfixturevalue("postgres_uri")
    name = f"restored_{request.getfixturevalue('worker_id')}"
    postgres.create(uri, name, template="template0")
    other = Database(postgres.at(uri, name), KEYS)
    yield other
    other.close()
    postgres.drop(uri, name)


def altered(archive: Path, change) -> Path:
    """A copy of a backup in which `change` has had its way with each member."""
    copy = archive.with_name("altered.zip")
    with zipfile.ZipFile(archive) as before, zipfile.ZipFile(copy, "w") as after:
        for name in before.namelist():
            content = change(name, before.read(name))
            if content is not None:
                after.writestr(name, content)
    return copy


def manifest_with(**told):
    def change(name, content):
        if name != "manifest.json":
            return content
        return json.dumps({**json.loads(content), **told}).encode()

    return change
