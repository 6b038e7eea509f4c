"""/api/v1/indicators: what is released is open to everyone, the rest to the office."""

import csv
import io
import re

import pytest

from api.store import frameworks, indicators, releases, waves
from api.store.models import IndicatorValue
from surveys import catalogue, definition, framework_sheet
from tests.api import answered
from tests.api.store import releasing, waving
from tests.api.store import test_manual_values as entering

edition = entering.edition


@pytest.fixture
def measured():
    """(framework, indicator) of the first indicator that a survey feeds."""
    return frameworks.measured(definition.load_all()[0])[0]


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

    def put(revision, n, value, low, high, method="share"):
        with database.write() as session:
            session.add(
                IndicatorValue(
                    framework=framework.key,
                    code=indicator.code,
                    period=wave.key,
                    wave_id=wave.id,
                    revision=revision,
                    n=n,
                    skipped=1,
                    dont_know=2,
                    value=value,
                    low=low,
                    high=high,
                    method=method,
                    status="provisional",
                    made_up=True,
                    computed_at=clock(),
                )
            )
            session.flush()

    return put


@pytest.fixture
def office(client, key):
    """Asks as the office does: with a key that reads what is not released yet."""

    class Office:
        def get(self, path, **asked):
            return client.get(path, headers=key("indicators:read"), **asked)

    return Office()


def newest(client, code):
    rows = client.get("/api/v1/indicators").json()["items"]
    return next(row for row in rows if row["code"] == code)


def test_every_indicator_of_every_framework_is_told(client, measured):
    rows = client.get("/api/v1/indicators").json()["items"]
    shipped = [indicator.code for _, indicator in frameworks.listed()]
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
def test_below_thirty_answers_there_is_no_value(office, measured, put, value):
    put(1, 29, value, value, value)
    (told,) = newest(office, measured[1].code)["values"]
    assert (told["value"], told["low"], told["high"]) == (None, None, None)
    assert told["note"] == {"th": "ข้อมูลไม่พอ (n<30)", "en": "not enough data (n<30)"}
    assert told["reasons"]["value"] == told["note"]
    assert told["interval"] is None
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
def test_an_unsure_value_carries_a_warning(office, measured, put, n, low, high, note):
    put(1, n, 50.0, low, high)
    (told,) = newest(office, measured[1].code)["values"]
    assert told["value"] == 50.0
    assert (told["note"] and told["note"]["th"]) == note
    assert told["made_up"] is True


def test_the_history_is_told_newest_first(office, measured, put):
    put(1, 100, 40.0, 35.0, 45.0)
    put(2, 120, 44.0, 40.0, 48.0)
    code = measured[1].code
    path = f"/api/v1/indicators/{code}/values"
    told = office.get(path).json()
    assert [value["revision"] for value in told["items"]] == [2, 1]
    first = office.get(path, params={"limit": 1}).json()
    assert first["items"] == told["items"][:1]
    rest = office.get(path, params={"after": first["next"]}).json()
    assert rest == {"items": told["items"][1:], "next": None}
    assert [v["value"] for v in newest(office, code)["values"]] == [44.0]


def test_one_indicator_is_told_with_its_newest_values(office, measured, put):
    put(1, 100, 40.0, 35.0, 45.0)
    code = measured[1].code
    told = office.get(f"/api/v1/indicators/{code}").json()
    assert told == newest(office, code)
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
    assert client.get("/api/v1/indicators/NO-1/metadata").status_code == 404


def test_a_provisional_value_says_why_it_carries_no_more(office, measured, put):
    put(1, 100, 40.0, 35.0, 45.0)
    (told,) = newest(office, measured[1].code)["values"]
    assert told["interval"]["modelled"] is True
    assert (told["interval"]["low"], told["interval"]["high"]) == (35.0, 45.0)
    for name in ("outcome", "weighting", "limitations", "evidence", "questions"):
        assert told[name] is None
        assert "frozen" in told["reasons"][name]["en"]
        assert told["reasons"][name]["th"]


CODE = "ET-S5"
PATH = f"/api/v1/indicators/{CODE}"


@pytest.fixture
def freeze(database, clock):
    """A frozen and released wave of so many people, this part of them satisfied."""

    def freeze(key, n=100, satisfied=40, *, release=True, **fields):
        with database.write() as session:
            made = waving.opened(session, clock(), key, **fields)
            rows = [{"dialogue": 5 if i < satisfied else 2} for i in range(n)]
            answered.fill(session, made, rows, clock())
        waving.frozen(database, made, clock.forward(days=7))
        if release:
            releasing.released(database, clock(), CODE, key)
        clock.forward(days=90)
        return made

    return freeze


def values(client, **params):
    return client.get(f"{PATH}/values", params=params).json()["items"]


def test_a_settled_value_carries_what_it_rests_on(client, database, freeze):
    freeze("w1")
    (told,) = values(client)
    with database.read() as session:
        kept = waves.get(session, "w1")
    assert (told["value"], told["n"], told["status"]) == (40.0, 100, "final")
    assert told["interval"]["label"]["en"].startswith("modelled 95%")
    assert (told["low"], told["high"]) == (
        told["interval"]["low"],
        told["interval"]["high"],
    )
    assert told["outcome"] is None
    assert "no response rate" in told["reasons"]["outcome"]["en"]
    assert told["weighting"]["applied"] == "none"
    assert "volunteered" in told["limitations"]["en"]
    assert told["evidence"]["dataset_sha256"] == kept.evidence["sha256"]
    verify = f"ecotown indicator verify {CODE} w1 --revision 1"
    assert told["evidence"]["verify"] == verify
    (question,) = told["questions"]
    assert (question["key"], question["version"]) == ("dialogue", "1")
    assert question["text"]["th"]
    assert "none has been checked" in told["reasons"]["threshold"]["en"]
    assert told["responsible"] == waving.FILLED["responsible"]


def test_a_value_is_told_in_the_words_of_its_own_edition(
    client, database, clock, edition
):
    with database.write() as session:
        anna, *_ = releasing.staff(session, clock())
    entering.enter(database, anna, clock(), 80.0)
    releasing.released(database, clock(), entering.CODE, "2026")
    newer = entering.reworded(edition)
    entering.enter(database, anna, clock(), 81.0, reason="R-data")
    releasing.released(database, clock(), entering.CODE, "2026")
    path = f"/api/v1/indicators/{entering.CODE}"
    row = client.get(path).json()
    assert (row["edition"], row["base"]["en"]) == (newer.edition, "new base")
    new, old = client.get(f"{path}/values").json()["items"]
    assert (new["edition"], old["edition"]) == ("2", "1")
    assert new["formula"]["en"] == "new formula"
    assert old["formula"] is None
    assert "no formula" in old["reasons"]["formula"]["en"]
    (was, *_) = edition.indicators()
    for name in ("definition", "base"):
        assert new[name]["en"] == f"new {name}"
        assert old[name]["th"] == getattr(was, name).th
    *found, _ = lines(client.get(f"{path}/values", params={"format": "csv"}))
    assert [row["EDITION"] for row in found] == ["2", "1"]


def test_unit_direction_and_threshold_are_of_the_edition_a_value_was_counted_by(
    client, database, clock, edition
):
    with database.write() as session:
        anna, *_ = releasing.staff(session, clock())
    entering.enter(database, anna, clock(), 80.0)
    releasing.released(database, clock(), entering.CODE, "2026")
    data = edition.model_dump(mode="json") | {"edition": "2"}
    changed = data["dimensions"][0]["aspects"][0]["indicators"][0]
    changed |= {"unit": "days", "direction": "down", "threshold": None}
    newer = catalogue.Framework.model_validate(data)
    frameworks.add(newer, framework_sheet.to_yaml(newer))
    path = f"/api/v1/indicators/{entering.CODE}/values"
    (told,) = client.get(path).json()["items"]
    assert (told["unit"], told["direction"]) == ("percent", "up")
    assert told["threshold"]["value"] == 75
    (row, _) = lines(client.get(path, params={"format": "csv"}))
    assert (row["UNIT_MEASURE"], row["DIRECTION"], row["THRESHOLD"]) == (
        "percent",
        "up",
        "75.0",
    )
    page = client.get(f"/indicators/{entering.CODE}", headers={"Accept": "text/html"})
    assert "<b>80%</b>" in page.text
    assert "ถึงเกณฑ์ 75%" in page.text


def test_a_provisional_value_has_no_edition_yet_and_says_why(office, measured, put):
    put(1, 100, 40.0, 35.0, 45.0)
    (told,) = newest(office, measured[1].code)["values"]
    assert told["edition"] is None
    assert "frozen" in told["reasons"]["edition"]["en"]


def test_a_released_value_names_its_day_and_the_two_who_released_it(
    client, database, clock, freeze
):
    freeze("w1", release=False)
    with database.write() as session:
        anna, boon, _ = releasing.staff(session, clock())
        value = indicators.find(session, CODE, "w1")
        release = releases.propose(session, value.id, anna.id, clock())
    (told,) = values(client)
    assert (told["published_at"], told["value"], told["state"]) == (
        None,
        None,
        "waiting",
    )
    with database.write() as session:
        releases.approve(
            session, release.id, boon.id, seen_sha256=release.sha256, now=clock()
        )
    (told,) = values(client)
    assert told["published_at"] is not None
    assert told["approved_by"] == ["Anna", "Boon"]


def test_the_change_to_the_wave_before_is_told_in_permitted_words(client, freeze):
    freeze("w1", satisfied=40)
    freeze("w2", satisfied=42)
    freeze("w3", satisfied=80)
    third, second, first = values(client)
    assert first["change"] is None
    assert first["reasons"]["change"]["en"] == (
        "there is no earlier wave to compare with"
    )
    assert second["change"]["words"]["th"] == "ไม่พบการเปลี่ยนแปลงที่ชัดเจน"
    assert second["change"]["low"] < 0 < second["change"]["high"]
    assert third["change"]["words"]["en"] == "increased"
    assert third["change"]["since"] == "w2"


def test_values_can_be_asked_for_by_period_and_by_status(client, freeze):
    freeze("w1")
    freeze("w2")
    assert [each["period"] for each in values(client, period="w1")] == ["w1"]
    assert len(values(client, status="final")) == 2
    assert values(client, status="provisional") == []
    assert values(client, period="none") == []
    refused = client.get(f"{PATH}/values", params={"status": "rumour"})
    assert refused.status_code == 422
    only = {"period": "w1"}
    rows = client.get("/api/v1/indicators", params=only).json()["items"]
    told = {row["code"]: [v["period"] for v in row["values"]] for row in rows}
    assert told[CODE] == ["w1"]


def lines(answer):
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


def test_an_indicator_is_told_by_concepts_in_thai_and_english(client, freeze):
    def told():
        found = client.get(f"{PATH}/metadata").json()
        return found, {each["id"]: each for each in found["concepts"]}

    found, before = told()
    assert found["period"] is None
    assert before["DATA_SOURCE"]["said"] is None
    assert "no value yet" in before["DATA_SOURCE"]["reason"]["en"]
    assert before["UNIT_MEASURE"]["said"]["en"] == "percent, 0 to 100"
    freeze("w1")
    found, after = told()
    assert found["period"] == "w1"
    assert before.keys() == after.keys()
    assert "พอใจ" in after["STAT_CONC_DEF"]["said"]["th"]
    assert after["CONTACT_ORGANISATION"]["said"]["th"] == waving.FILLED["responsible"]
    assert "volunteered" in after["REC_USE_LIM"]["said"]["en"]
    assert after["DATA_SOURCE"]["said"]["th"] != after["DATA_SOURCE"]["said"]["en"]
    for each in after.values():
        assert (each["said"] is None) != (each["reason"] is None)


def test_a_small_figure_of_a_settled_wave_is_told_by_nobody(client, freeze):
    freeze("w1", n=29, satisfied=10)
    for path in (PATH, f"{PATH}/values", f"{PATH}/metadata", "/api/v1/indicators"):
        # 10 of 29, and its interval.
        assert not re.search(r"34\.48|19\.9|52\.6", client.get(path).text)


def test_an_entered_value_without_a_base_is_told_with_the_reason(
    client, database, clock, edition
):
    with database.write() as session:
        anna, *_ = releasing.staff(session, clock())
    entering.enter(database, anna, clock(), 80.0)
    path = f"/api/v1/indicators/{entering.CODE}/values"
    (told,) = client.get(path).json()["items"]
    assert (told["value"], told["n"], told["state"]) == (None, None, "waiting")
    assert "two officers" in told["reasons"]["value"]["en"]
    releasing.released(database, clock(), entering.CODE, "2026")
    (told,) = client.get(path).json()["items"]
    assert (told["value"], told["n"], told["interval"]) == (80.0, None, None)
    for name in ("interval", "n"):
        assert told["reasons"][name]["en"] == "the document does not say"
    assert told["threshold"]["outcome"] == "met"
    assert told["evidence"]["source"] == "หนังสือ อน. 12/2569"
    assert told["evidence"]["verify"] is None
    row, _ = lines(client.get(path, params={"format": "csv"}))
    assert (row["OBS_VALUE"], row["N"], row["OBS_STATUS"]) == ("80.0", "", "A")
