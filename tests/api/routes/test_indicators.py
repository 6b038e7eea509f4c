"""/api/v1/indicators: open to everyone, and silent below thirty answers."""

import pytest

from api.store import indicators, waves
from api.store.models import IndicatorValue
from surveys import definition


@pytest.fixture
def measured():
    """(framework, indicator) of the first indicator that a survey feeds."""
    return indicators.measured(definition.load_all()[0])[0]


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        version = waves.store_version(session, definition.load_all()[0], clock())
        return waves.open_wave(
            session,
            key="w",
            version=version,
            population="p",
            now=clock(),
            made_up=True,
        )


@pytest.fixture
def put(database, clock, wave, measured):
    framework, indicator = measured

    def put(revision, n, value, low, high):
        with database.write() as session:
            session.add(
                IndicatorValue(
                    framework=framework.key,
                    code=indicator.code,
                    wave_id=wave.id,
                    revision=revision,
                    n=n,
                    skipped=1,
                    dont_know=2,
                    value=value,
                    low=low,
                    high=high,
                    method="share",
                    status="provisional",
                    made_up=True,
                    computed_at=clock(),
                )
            )
            session.flush()

    return put


def newest(client, code):
    rows = client.get("/api/v1/indicators").json()["items"]
    return next(row for row in rows if row["code"] == code)


def test_every_indicator_of_every_framework_is_told(client, measured):
    rows = client.get("/api/v1/indicators").json()["items"]
    shipped = [i.code for f in indicators.frameworks() for i in f.indicators()]
    assert [row["code"] for row in rows] == shipped
    row = newest(client, measured[1].code)
    assert row["name"]["th"]
    assert row["values"] == []
    assert row["indicator_status"] == "draft"


def test_one_framework_can_be_asked_for(client, measured):
    path = "/api/v1/indicators"
    only = client.get(path, params={"framework": measured[0].key}).json()["items"]
    assert {row["framework"] for row in only} == {measured[0].key}
    assert client.get(path, params={"framework": "none"}).json()["items"] == []


# A value that slipped into the store below thirty answers is not told either.
@pytest.mark.parametrize("value", [None, 50.0])
def test_below_thirty_answers_there_is_no_value(client, measured, put, value):
    put(1, 29, value, value, value)
    (told,) = newest(client, measured[1].code)["values"]
    assert (told["value"], told["low"], told["high"]) == (None, None, None)
    assert told["note"] == "ข้อมูลไม่พอ (n<30)"
    assert told["n"] == 29


@pytest.mark.parametrize(
    ("n", "low", "high", "note"),
    [
        (30, 45.0, 55.0, "ใช้ด้วยความระวัง"),
        (59, 45.0, 55.0, "ใช้ด้วยความระวัง"),
        (60, 45.0, 55.0, None),
        (400, 30.0, 61.0, "ใช้ด้วยความระวัง"),
        (400, 35.0, 65.0, None),
    ],
)
def test_an_unsure_value_carries_a_warning(client, measured, put, n, low, high, note):
    put(1, n, 50.0, low, high)
    (told,) = newest(client, measured[1].code)["values"]
    assert told["value"] == 50.0
    assert told["note"] == note
    assert told["made_up"] is True


def test_the_history_is_told_newest_first(client, measured, put):
    put(1, 100, 40.0, 35.0, 45.0)
    put(2, 120, 44.0, 40.0, 48.0)
    code = measured[1].code
    path = f"/api/v1/indicators/{code}/values"
    told = client.get(path).json()
    assert [value["revision"] for value in told["items"]] == [2, 1]
    first = client.get(path, params={"limit": 1}).json()
    assert first["items"] == told["items"][:1]
    rest = client.get(path, params={"after": first["next"]}).json()
    assert rest == {"items": told["items"][1:], "next": None}
    assert [v["value"] for v in newest(client, code)["values"]] == [44.0]


def test_one_indicator_is_told_with_its_newest_values(client, measured, put):
    put(1, 100, 40.0, 35.0, 45.0)
    code = measured[1].code
    told = client.get(f"/api/v1/indicators/{code}").json()
    assert told == newest(client, code)
    assert [value["value"] for value in told["values"]] == [40.0]


def test_indicators_are_told_a_page_at_a_time(client, measured):
    path = "/api/v1/indicators"
    whole = client.get(path).json()["items"]
    first = client.get(path, params={"limit": 2}).json()
    assert first["items"] == whole[:2]
    rest = client.get(path, params={"after": first["next"]}).json()
    assert rest == {"items": whole[2:], "next": None}
    assert client.get(path, params={"after": "NO-1"}).status_code == 422


def test_an_unknown_indicator_is_not_found(client):
    assert client.get("/api/v1/indicators/NO-1").status_code == 404
    assert client.get("/api/v1/indicators/NO-1/values").status_code == 404
