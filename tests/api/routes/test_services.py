"""/api/v1/services: figures of a period, of a year at the most."""

import pytest

from api.store import cases
from tests.api import given

PATH = "/api/v1/services/figures"


@pytest.fixture
def headers(key):
    return key("services:read")


def test_by_default_the_figures_are_of_thirty_days(client, headers, database, clock):
    with database.write() as session:
        cases.open_case(session, given.contact(session, "U1", clock()), now=clock())
    clock.forward(days=1)
    told = client.get(PATH, headers=headers).json()
    assert told["cases_opened"] == 1
    assert told["until"].startswith("2026-11-25")
    assert told["since"].startswith("2026-10-26")
    clock.forward(days=30)
    assert client.get(PATH, headers=headers).json()["cases_opened"] == 0


@pytest.mark.parametrize(
    "period",
    [
        {"since": "2026-11-02T00:00:00Z", "until": "2026-11-01T00:00:00Z"},
        {"since": "2025-01-01T00:00:00Z", "until": "2026-11-01T00:00:00Z"},
        {"since": "2026-11-01T00:00:00"},
        {"since": "0001-01-01T00:00:00Z"},
        {"until": "9999-12-31T23:59:59-12:00"},
    ],
)
def test_a_period_of_the_wrong_shape_is_refused(client, headers, period):
    assert client.get(PATH, params=period, headers=headers).status_code == 422


def test_a_period_may_be_told_in_bangkoks_time(client, headers):
    period = {"since": "2026-11-01T00:00:00+07:00", "until": "2026-11-02T00:00:00Z"}
    assert client.get(PATH, params=period, headers=headers).status_code == 200
