"""The route to row-level files: a scope of its own, counts in the headers."""

import pytest

from api.store import waves
from tests.api import answered
from tests.api.store.test_exports import row, survey

PATH = "/api/v1/waves/w/responses.csv"


@pytest.fixture
def closed(database, clock):
    with database.write() as session:
        version = waves.store_version(session, survey(), clock())
        wave = waves.open_wave(
            session, key="w", version=version, population="all", now=clock()
        )
        answered.fill(session, wave, [row() for _ in range(8)], clock())
        answered.fill(session, wave, [row("blue", mode="web")] * 5, clock())
        answered.fill(session, wave, [row("blue", mode="paper")], clock())
        waves.close(session, wave.id, clock())


def test_rows_need_a_scope_of_their_own(client, key, closed):
    assert client.get(PATH).status_code == 401
    assert client.get(PATH, headers=key("waves:read")).status_code == 403
    assert client.get(PATH, headers=key("responses:read")).status_code == 200


def test_the_headers_say_how_many_rows_there_are_and_are_not(client, key, closed):
    found = client.get(PATH, headers=key("responses:read"))
    assert found.headers["X-Row-Count"] == "8"
    assert found.headers["X-Rows-Left-Out"] == "6"
    assert found.headers["Cache-Control"] == "no-store"
    assert found.headers["Content-Type"].startswith("text/csv")
    assert found.text.rstrip().endswith("#rows,8")


def test_a_workbook_is_sent_as_one(client, key, closed):
    path = PATH.replace(".csv", ".xlsx")
    found = client.get(path, headers=key("responses:read"), params={"lang": "en"})
    assert found.content.startswith(b"PK")


def test_a_wave_that_is_open_or_unknown_has_none(client, key, database, clock):
    headers = key("responses:read")
    assert client.get(PATH, headers=headers).status_code == 404
    with database.write() as session:
        version = waves.store_version(session, survey(), clock())
        waves.open_wave(session, key="w", version=version, population="x", now=clock())
    found = client.get(PATH, headers=headers)
    assert (found.status_code, found.json()["code"]) == (409, "wave_not_closed")
