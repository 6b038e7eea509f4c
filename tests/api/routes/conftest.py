"""An API over a database of either kind, and keys for it."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from tests.api import given
from tests.api.store import small_waves


@pytest.fixture
def settings(tmp_path):
    return Settings(data_dir=tmp_path, public_url="https://town.example")


@pytest.fixture
def app(database, settings, clock):
    return create_app(database, settings, clock=clock)


@pytest.fixture
def client(app):
    with TestClient(app) as opened:
        yield opened


@pytest.fixture
def officer(database, clock):
    with database.write() as session:
        return given.officer(session, "anna", clock())


@pytest.fixture
def key(database, clock, officer):
    """The headers of a key with these scopes, acting for Anna."""

    def make(*scopes):
        with database.write() as session:
            return given.key(session, officer, clock(), *scopes)

    return make


@pytest.fixture
def small(database, clock):
    with database.write() as session:
        return small_waves.wave(session, clock())
