"""The console as officers' browsers see it; two officers are signed in."""

import re
import uuid

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.store import broadcasts, officers
from tests.api import given

FORM = {
    "title_th": "ตรวจน้ำในคลอง",
    "body_th": "ผล: น้ำดีขึ้น\r\nต่อไป: ตรวจอีกครั้งเดือนหน้า",
    "title_en": "Canal water checked",
    "body_en": "Result: the water is better.",
    "source_name": "เทศบาล",
    "source_url": "https://example.org/news",
    "as_of": "2026-11-20",
    "update_title": "ข่าวคลอง",
    "update_body": "ต้นฉบับยาว",
}


@pytest.fixture
def settings(tmp_path):
    return Settings(
        data_dir=tmp_path, public_url="https://town.example", broadcast_delay_s=30
    )


@pytest.fixture
def database(sqlite_database):
    return sqlite_database


@pytest.fixture
def app(database, settings, clock):
    return create_app(database, settings, clock=clock)


@pytest.fixture
def stranger(app):
    """A browser nobody is signed in with."""
    with browser(app) as opened:
        yield opened


@pytest.fixture
def anna(app, database, clock):
    return signed_in(app, database, clock, "anna")


@pytest.fixture
def boon(app, database, clock):
    return signed_in(app, database, clock, "boon")


def browser(app) -> TestClient:
    return TestClient(app, headers={"Accept": "text/html"}, follow_redirects=False)


def signed_in(app, database, clock, login: str) -> TestClient:
    """The browser of a new officer; `client.officer` is who they are."""
    with database.write() as session:
        officer = given.officer(session, login, clock())
    return desk_of(officer, app, database, clock)


def invited_by(inviter, app, database, clock, login: str) -> TestClient:
    """The browser of an officer whom the officer of another browser invited."""
    with database.write() as session:
        token = officers.invite(session, now=clock(), inviter_id=inviter.officer.id)
        officer = officers.join(
            session,
            token,
            login=login,
            name=login.title(),
            password_hash="none",
            now=clock(),
        )
    return desk_of(officer, app, database, clock)


def desk_of(officer, app, database, clock) -> TestClient:
    with database.write() as session:
        token = officers.start_session(session, officer, clock())
    client = browser(app)
    client.cookies.set("ecotown", token)
    client.officer = officer
    return client


@pytest.fixture
def draft(anna):
    """The path of a report Anna wrote."""
    return anna.post("/console/reports", data=FORM).headers["location"]


@pytest.fixture
def proposal(anna, draft):
    return anna.post(f"{draft}/propose").headers["location"]


@pytest.fixture
def of(database):
    def find(proposal):
        with database.read() as session:
            return broadcasts.get(session, uuid.UUID(proposal.rsplit("/", 1)[1]))

    return find


def approve(client, proposal, **more):
    page = client.get(proposal).text
    found = re.search(r'name="seen_sha256" value="(\w+)"', page)
    seen = found[1] if found else "0" * 64
    return client.post(
        f"{proposal}/approve", data={"seen_sha256": seen, "read": "yes", **more}
    )


def seen_of(client, draft):
    page = client.get(f"{draft}/edit").text
    return re.search(r'name="seen_sha256" value="(\w+)"', page)[1]


def edit(client, draft, **change):
    seen = {"seen_sha256": seen_of(client, draft)}
    return client.post(f"{draft}/edit", data={**FORM, **seen, **change})
