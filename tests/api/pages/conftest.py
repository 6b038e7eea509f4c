"""The public pages as a browser asks for them; the store has its tests on both
kinds of database."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings


@pytest.fixture
def settings(tmp_path):
    return Settings(
        data_dir=tmp_path,
        public_url="https://town.example",
        privacy_contact="dpo@town.example",
        keep_texts_days=181,
    )


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def app(database, settings, clock):
    return create_app(database, settings, clock=clock)


@pytest.fixture
def client(app):
    with TestClient(app, headers={"Accept": "text/html"}) as opened:
        yield opened
