"""What the values' JSON and CSV tell beside a value: as its released record has it."""

from copy import deepcopy
from datetime import date, timedelta

import pytest

from api.routes import indicator_csv
from api.routes.indicator_example import EXAMPLE
from api.store import wave_plans
from surveys.population import Population
from surveys.record import Beside
from tests.api import answered
from tests.api.routes import test_indicators as asking
from tests.api.routes.test_indicators import lines
from tests.api.store import releasing, waving

office = asking.office
CODE, INDEX = "ET-S5", "ET-S12"
NAMES = (
    "unweighted", "weighted", "by_mode", "flags_removed", "calibration_gap", "bands",
    "alpha", "denominator", "modes", "left_out",
)  # fmt: skip
HASHES = tuple(
    f"{each}_sha256" for each in ("dataset", "questionnaire", "margins", "wave")
)
ITEMS = ("water", "air", "noise", "safety")
MARGINS = Population(
    source="a register",
    as_of=date(2026, 1, 1),
    margins={"role": {"lives": 60.0, "works": 50.0, "both": 70.0}},
)
BENCHMARK = {
    "question": "dialogue", "values": [5], "percent": 30.0,
    "source": "a register", "as_of": "2026-01-01",
}  # fmt: skip


@pytest.fixture
def freeze(database, clock):
    """A frozen wave in which some are interviewed, look odd, skip or have weights."""

    def freeze(*, release=(CODE, INDEX), phone=60, skip=0, margins=None, **fields):
        with database.write() as session:
            wave = waving.opened(session, clock(), **fields)
            if margins is not None:
                wave_plans.set_margins(session, wave.id, margins, clock())

            def row(number):
                point = 1 + number % 5
                role = ("lives", "works", "both")[number % 3]
                items = {key: 1 + (number + at) % 5 for at, key in enumerate(ITEMS)}
                return {"dialogue": point, "role": role, **items}

            # Not within the hour after those who answer alike by themselves.
            later = clock() + timedelta(hours=2)
            for count, at, more in (
                (60, clock(), {}),
                (60, clock(), {"flags": ("same_address",)}),
                (phone, later, {"mode": "phone"}),
            ):
                answered.fill(session, wave, map(row, range(count)), at, **more)
            if skip:
                skipped = {"dialogue": answered.State.SKIPPED, "role": "both"}
                answered.fill(session, wave, [skipped] * skip, clock())
        waving.frozen(database, wave, clock.forward(days=7))
        return [
            releasing.released(database, clock(), code, "w1").record for code in release
        ]

    return freeze


def told(client, code=CODE):
    (value,) = client.get(f"/api/v1/indicators/{code}/values").json()["items"]
    path = f"/api/v1/indicators/{code}/values?format=csv"
    row, _ = lines(client.get(path))
    return value, row


def without_why(field):
    """A kept field as it is to be told: in Thai and English."""
    if not isinstance(field, dict):
        return field
    if "reason" in field:
        return None
    return {key: without_why(each) for key, each in field.items() if key != "my"}


def test_a_released_value_tells_what_its_record_has_beside_it(client, freeze):
    records = freeze(margins=MARGINS, benchmark=BENCHMARK)
    for code, record in zip((CODE, INDEX), records, strict=True):
        value, _ = told(client, code)
        for name in NAMES:
            kept = without_why(record[name])
            assert value[name] == kept, name
            assert (name in value["reasons"]) is (kept is None), name
        assert value["careful"] is record["careful"]
        assert value["official"] is record["official"] is False
    share, index = records
    for name in ("unweighted", "weighted", "by_mode", "flags_removed", "denominator"):
        assert without_why(share[name]) is not None, name
    assert without_why(share["calibration_gap"]) is not None
    assert without_why(index["alpha"]) is not None
    assert without_why(index["bands"]) is not None


def test_the_example_in_the_document_is_a_value_as_it_is_told(client, freeze):
    freeze(margins=MARGINS, benchmark=BENCHMARK)
    value, _ = told(client)
    expected = deepcopy(EXAMPLE)
    for each in (value, expected):
        # What is another one each time, or in each version of the program.
        for held in (each["evidence"], *each["questions"]):
            for name in ("sha256", "code_version", *HASHES):
                if name in held:
                    held[name] = type(held[name])
        each["made_up"] = bool
    assert value == expected


def test_so_does_its_line_of_csv(client, freeze):
    freeze(margins=MARGINS, benchmark=BENCHMARK)
    value, row = told(client)
    plain, by_mode = value["unweighted"], value["by_mode"]
    assert row["UNWEIGHTED"].startswith(f"n {plain['n']}; value {plain['value']}; low ")
    assert f"interviewer.value {by_mode['interviewer']['value']}" in row["BY_MODE"]
    assert row["FLAGS_REMOVED"].startswith(
        f"told.n {value['flags_removed']['told']['n']}; told.value "
    )
    assert "known 30.0; question How " in row["CALIBRATION_GAP"]
    assert row["COLL_METHOD"] == "line 120; phone 60"
    assert row["LEFT_OUT"] == "skipped 0; dont_know 0; not_asked 0; outside 0"
    assert (row["OFFICIAL"], row["CAREFUL"]) == ("0", str(int(value["careful"])))
    assert row["DENOMINATOR"] == str(value["n"])
    (asked,) = value["questions"]
    assert row["DATA_SOURCE"] == (
        f"town_life.{asked['survey_version']} dialogue version {asked['version']} "
        f"{asked['sha256']}"
    )
    assert (row["MARGINS"], row["MARGINS_SOURCE"]) == ("role", "a register")
    assert row["DEFF"] == str(value["weighting"]["deff"])
    for name, why in value["reasons"].items():
        assert f"{name} {why['en']}" in row["REASONS"]
    _, row = told(client, INDEX)
    assert "words " in row["BANDS"]
    assert row["ALPHA"]


def test_what_is_not_released_tells_nothing_beside_it(client, office, freeze):
    freeze(release=(), margins=MARGINS, benchmark=BENCHMARK)
    for code in (CODE, INDEX):
        value, row = told(client, code)
        for name in NAMES:
            assert value[name] is None, name
            assert "two officers" in value["reasons"][name]["en"]
        assert value["careful"] is False
        columns = ("UNWEIGHTED", "BY_MODE", "COLL_METHOD", "ALPHA", "DENOMINATOR")
        assert [row[name] for name in columns] == [""] * 5
        (seen,) = office.get(f"/api/v1/indicators/{code}/values").json()["items"]
        assert seen["unweighted"] is not None


def test_below_thirty_answers_no_figure_stands_beside_either(
    client, database, clock, freeze
):
    figures = {
        "unweighted": Beside(n=29, value=50.0, low=None, high=None),
        "alpha": 0.8,
    }
    with database.write() as session:
        wave = waving.opened(session, clock())
        releasing.put(session, wave, CODE, 29, 10, clock(), **figures)
    value, row = told(client)
    for name in figures:
        assert value[name] is None
        assert "n<30" in value["reasons"][name]["en"]
    assert (row["UNWEIGHTED"], row["ALPHA"]) == ("", "")


@pytest.mark.parametrize(
    ("phone", "modes", "cell"),
    [
        (5, {"line": 120, "phone": 5}, "line 120; phone 5"),
        (4, {"line": "-", "phone": "<5"}, "line -; phone <5"),
    ],
)
def test_how_few_answered_by_a_mode_is_not_told(client, freeze, phone, modes, cell):
    freeze(phone=phone, release=(CODE,))
    value, row = told(client)
    assert value["modes"] == modes
    assert row["COLL_METHOD"] == cell


@pytest.mark.parametrize(("skip", "is_told"), [(5, True), (3, False)])
def test_how_few_were_left_out_is_not_told(client, freeze, skip, is_told):
    freeze(skip=skip, release=(CODE,))
    value, row = told(client)
    if is_told:
        assert value["left_out"]["skipped"] == skip
        return
    assert value["left_out"] is None
    assert "fewer than five" in value["reasons"]["left_out"]["en"]
    assert row["LEFT_OUT"] == ""


def test_the_columns_that_others_read_by_their_place_stay_where_they_are():
    assert indicator_csv.COLUMNS[:27] == (
        "FRAMEWORK", "SERIES", "EDITION", "REF_PERIOD", "TIME_PERIOD_START",
        "TIME_PERIOD_END", "LANGUAGE", "REVISION", "STATUS", "OBS_STATUS", "OBS_VALUE",
        "UNIT_MEASURE", "CONF_INT_LOW", "CONF_INT_HIGH", "CONF_INT_METHOD", "N",
        "N_EFF", "RESPONSE_RATE", "RESPONSE_RATE_NOTE", "ADJUSTMENT", "DOC_METHOD",
        "REC_USE_LIM", "EVIDENCE_SHA256", "META_LAST_UPDATE", "PUBLISHED_AT",
        "MADE_UP", "NOTE",
    )  # fmt: skip
