"""The application as a whole: health, guards, failures, metrics."""

import threading

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from api import app as app_module
from api.app import create_app
from api.settings import Settings
from api.store import api_keys, deliveries
from api.store.keys import Keys
from api.store.session import Database
from api.store.words import DeliveryKind
from content.outbound import Outbound
from tests.api import given
from tests.conftest import KEYS


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


def key(database, clock, *scopes):
    with database.write() as session:
        token = api_keys.create(session, name="t", scopes=scopes, now=clock())
    return {"Authorization": f"Bearer {token}"}


def test_a_process_is_healthy_and_ready_over_a_migrated_database(client):
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready"}


def test_a_process_over_other_tables_is_not_ready(client, sqlite_database, settings):
    with sqlite_database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'older'"))
    with TestClient(create_app(sqlite_database, settings)) as other:
        answer = other.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["code"] == "not_migrated"


def test_an_unreachable_database_is_a_503_and_says_nothing_more(settings):
    nowhere = Database("postgresql://nobody@127.0.0.1:1/none?connect_timeout=1", KEYS)
    with TestClient(create_app(nowhere, settings)) as client:
        for path in ("/readyz", "/api/v1/indicators", "/metrics"):
            answer = client.get(path)
            assert answer.status_code == 503, path
            assert answer.headers["retry-after"]
            assert "127.0.0.1" not in answer.text
        assert client.get("/healthz").status_code == 200
    nowhere.close()


def test_a_failure_of_ours_says_nothing_of_itself(app):
    @app.get("/api/v1/broken")
    def broken():
        raise RuntimeError("081-234-5678")

    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/api/v1/broken")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "081" not in answer.text


def test_a_problem_is_told_in_thai_to_who_reads_thai(client):
    thai = client.get("/api/v1/updates", headers={"Accept-Language": "th-TH"}).json()
    english = client.get("/api/v1/updates").json()
    assert thai["code"] == english["code"] == "key_missing"
    assert "ต้องใช้คีย์" in thai["detail"]
    assert "key is needed" in english["detail"]


def test_an_unknown_address_is_a_problem_for_programs_and_a_page_for_people(client):
    problem = client.get("/api/v1/nothing")
    assert problem.status_code == 404
    assert problem.json()["code"] == "not_found"
    page = client.get("/nothing", headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")


def test_a_method_an_address_does_not_take_is_refused(client):
    answer = client.delete("/api/v1/reports")
    assert answer.status_code == 405
    assert answer.headers["allow"]


def test_every_response_carries_the_guarding_headers(client):
    for path in ("/", "/healthz", "/api/v1/indicators", "/nothing"):
        headers = client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "strict-transport-security" not in headers


def test_what_is_not_for_everyone_is_not_stored(client):
    assert client.get("/api/v1/updates").headers["cache-control"] == "no-store"
    assert client.get("/console/x").headers["cache-control"] == "no-store"


def test_over_https_the_browser_is_told_to_stay_there(app):
    with TestClient(app, base_url="https://town.example") as client:
        header = client.get("/healthz").headers["strict-transport-security"]
    assert header == "max-age=31536000"


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "https://town.example"}, True),
        ({"Origin": "https://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://[half"}, False),
    ],
)
def test_only_our_own_forms_are_taken(app, headers, passes):
    @app.post("/form")
    def form() -> None:
        """A form of the console."""

    with TestClient(app) as client:
        answer = client.post("/form", headers=headers)
    assert answer.status_code == (200 if passes else 403)
    if not passes:
        assert answer.json()["code"] == "foreign_form"


def test_what_a_platform_or_a_key_signs_needs_no_form_of_ours(app):
    @app.post("/webhooks/line")
    def hook() -> None:
        """What a platform posts to."""

    foreign = {"Sec-Fetch-Site": "cross-site"}
    with TestClient(app) as client:
        assert client.post("/webhooks/line", headers=foreign).status_code == 200
        assert client.post("/api/v1/updates", headers=foreign).status_code == 401


def test_a_body_larger_than_the_limit_is_refused(client, database, clock):
    headers = key(database, clock, "updates:write")
    large = b"x" * (app_module.MOST_BODY + 1)
    assert (
        client.post("/api/v1/updates", content=large, headers=headers).status_code
        == 413
    )

    def pieces():
        for _ in range(5):
            yield b"x" * (app_module.MOST_BODY // 4)

    sent = client.post("/api/v1/updates", content=pieces(), headers=headers)
    assert sent.status_code == 413


def test_metrics_count_events_and_deliveries_and_name_nobody(client, database, clock):
    with database.write() as session:
        met = given.contact(session, "U1", clock())
        deliveries.owe(
            session,
            met,
            (Outbound("hello"),),
            kind=DeliveryKind.REPLY,
            now=clock(),
            language="th",
        )
    first = client.get("/metrics")
    assert first.headers["content-type"].startswith("text/plain")
    assert 'ecotown_deliveries{channel="line",state="pending"} 1.0' in first.text
    assert "U1" not in first.text
    with database.write() as session:
        session.execute(text("DELETE FROM delivery"))
    assert client.get("/metrics").text == first.text
    clock.forward(seconds=10)
    assert "pending" not in client.get("/metrics").text


def test_each_app_has_metrics_of_its_own(client, settings, tmp_path):
    other = Database(f"sqlite:///{tmp_path / 'other.db'}", Keys(b"k" * 32))
    app = create_app(other, settings)
    assert app.state.metrics is not client.app.state.metrics
    other.close()


def test_the_document_lists_the_api_and_nothing_else(client):
    document = client.get("/api/v1/openapi.json").json()
    assert document["paths"]
    assert all(path.startswith("/api/v1/") for path in document["paths"])
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert client.get(path).status_code == 404


def test_more_writers_at_once_than_threads_all_get_their_turn(app, database, clock):
    headers = key(database, clock, "updates:write")
    wanted = {
        "title": "t",
        "body": "b",
        "source_name": "s",
        "happened_on": "2026-11-01",
    }
    statuses = []
    with TestClient(app) as client:

        def post():
            answer = client.post("/api/v1/updates", json=wanted, headers=headers)
            statuses.append(answer.status_code)

        threads = [threading.Thread(target=post) for _ in range(80)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert statuses == [201] * 80
