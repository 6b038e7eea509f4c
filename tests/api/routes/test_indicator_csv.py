"""/api/v1/indicators/{code}/values as CSV: by SDMX's names, and all that JSON tells."""

from api.store import freezing, waves
from tests.api import answered
from tests.api.routes import test_indicators as asking
from tests.api.routes.test_indicators import CODE, PATH, lines
from tests.api.store import waving

freeze, measured, office = asking.freeze, asking.measured, asking.office
put, wave = asking.put, asking.wave


def test_all_values_come_as_csv_by_the_names_of_official_statistics(
    client, database, freeze
):
    freeze("w1")
    freeze("w2", n=29, satisfied=10)
    answer = client.get(f"{PATH}/values", params={"format": "csv", "limit": 1})
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["X-Row-Count"] == "2"
    assert answer.text.rstrip().endswith("#rows,2")
    small, whole, _ = lines(answer)
    assert (whole["SERIES"], whole["REF_PERIOD"]) == (CODE, "w1")
    assert (whole["OBS_VALUE"], whole["OBS_STATUS"], whole["N"]) == ("40.0", "A", "100")
    assert whole["TIME_PERIOD_START"] < whole["TIME_PERIOD_END"]
    assert "no response rate" in whole["RESPONSE_RATE_NOTE"]
    with database.read() as session:
        kept = waves.get(session, "w1").evidence
    assert whole["EVIDENCE_SHA256"] == kept["sha256"]
    hidden = ("OBS_VALUE", "CONF_INT_LOW", "CONF_INT_HIGH")
    assert [small[name] for name in hidden] == ["", "", ""]
    assert (small["OBS_STATUS"], small["N"]) == ("Q", "29")
    assert small["NOTE"] == "not enough data (n<30)"


# What JSON tells under a name of its own, or in both languages, and CSV in a column.
COLUMN_OF = {
    "period": "REF_PERIOD", "first": "TIME_PERIOD_START", "last": "TIME_PERIOD_END",
    "language": "LANGUAGE", "state": "STATE", "unit": "UNIT_MEASURE",
    "direction": "DIRECTION", "edition": "EDITION", "definition.en": "STAT_CONC_DEF",
    "formula.en": "DATA_COMP", "base.en": "BASE", "value": "OBS_VALUE",
    "low": "CONF_INT_LOW", "high": "CONF_INT_HIGH", "n": "N", "skipped": "SKIPPED",
    "dont_know": "DONT_KNOW", "numerator": "NUMERATOR", "note.en": "NOTE",
    "interval.method": "CONF_INT_METHOD", "population.who": "COVERAGE",
    "population.size": "COVERAGE_SIZE", "frame.kind": "FRAME",
    "frame.note": "FRAME_NOTE", "weighting.n_eff": "N_EFF",
    "weighting.rule.en": "ADJUSTMENT", "threshold.value": "THRESHOLD",
    "threshold.outcome": "THRESHOLD_OUTCOME", "change.since": "CHANGE_SINCE",
    "change.value": "CHANGE", "change.low": "CHANGE_LOW", "change.high": "CHANGE_HIGH",
    "change.direction": "CHANGE_DIRECTION", "limitations.en": "REC_USE_LIM",
    "evidence.dataset_sha256": "EVIDENCE_SHA256",
    "evidence.questionnaire_sha256": "QUESTIONNAIRE_SHA256",
    "evidence.margins_sha256": "MARGINS_SHA256", "evidence.wave_sha256": "WAVE_SHA256",
    "evidence.code_version": "CODE_VERSION", "evidence.verify": "VERIFY",
    "method": "DOC_METHOD", "status": "STATUS", "revision": "REVISION",
    "reason": "REVISION_REASON", "before": "VALUE_BEFORE", "as_of": "META_LAST_UPDATE",
    "responsible": "CONTACT_ORGANISATION", "contact": "CONTACT_MAIL",
    "reasons.outcome.en": "RESPONSE_RATE_NOTE", "weighting.deff": "DEFF",
    "weighting.source": "MARGINS_SOURCE", "alpha": "ALPHA",
    "denominator": "DENOMINATOR",
}  # fmt: skip
# In a column of their own, in a form of its own.
FORMED = {
    "exclusions": "DATA_VALIDATION", "outcome": "RESPONSE_RATE",
    "published_at": "PUBLISHED_AT", "approved_by": "APPROVED_BY",
    "made_up": "MADE_UP", "official": "OFFICIAL", "careful": "CAREFUL",
    "unweighted": "UNWEIGHTED", "weighted": "WEIGHTED", "by_mode": "BY_MODE",
    "flags_removed": "FLAGS_REMOVED", "calibration_gap": "CALIBRATION_GAP",
    "bands": "BANDS", "modes": "COLL_METHOD", "left_out": "LEFT_OUT",
    "questions": "DATA_SOURCE", "weighting.margins": "MARGINS", "reasons": "REASONS",
}  # fmt: skip
# Told by JSON alone: how an interval is called, what may be said of a change.
JSON_ONLY = {
    "computed_at", "interval", "weighting", "change.words", "threshold.rule",
    "evidence.source",
}  # fmt: skip
# Told by CSV alone: in JSON the page says which indicator it is.
CSV_ONLY = {"FRAMEWORK", "SERIES", "OBS_STATUS"}


def test_json_and_csv_tell_the_same(client, database, clock, freeze):
    freeze("w1", satisfied=40)
    freeze("w2", satisfied=80)
    path = f"{PATH}/values"
    told = client.get(path).json()["items"]
    found = lines(client.get(path, params={"format": "csv"}))[: len(told)]
    assert {*COLUMN_OF.values(), *FORMED.values(), *CSV_ONLY} == {*found[0]}
    for value, row in zip(told, found, strict=True):
        for name, cell in leaves(value):
            if name in COLUMN_OF:
                assert row[COLUMN_OF[name]] == ("" if cell is None else str(cell)), name
            else:
                assert is_known(name), name
    newest = told[0]
    assert newest["population"] == {
        "who": waving.FILLED["population"],
        "size": waving.FILLED["population_size"],
    }
    assert newest["frame"]["note"] == waving.FILLED["frame_note"]
    assert (newest["frame"]["kind"], newest["numerator"]) == ("open_link", 80)
    assert newest["exclusions"] == {}
    with database.read() as session:
        wave = waves.get(session, "w2")
        assert newest["evidence"]["wave_sha256"] == freezing.evidence_sha256(wave)


def leaves(data, name=""):
    """Every leaf of a told value by its dotted name."""
    if not isinstance(data, dict) or not data:
        yield name, data
        return
    for key, each in data.items():
        yield from leaves(each, f"{name}.{key}" if name else key)


def is_known(name):
    """Whether it is known where CSV tells this leaf, or that it does not."""
    whole = name.removesuffix(".th")
    parents = (whole, *(whole[:at] for at, sign in enumerate(whole) if sign == "."))
    if any(each in JSON_ONLY or each in FORMED for each in parents):
        return True
    # Of words the English ones stand there; of what is null, nothing.
    return f"{whole}.en" in COLUMN_OF or any(
        known.startswith(f"{name}.") for known in COLUMN_OF
    )


def test_what_is_not_released_tells_nothing_of_what_it_rests_on(client, office, freeze):
    freeze("w1", release=False)
    (value,) = client.get(f"{PATH}/values").json()["items"]
    for name in ("population", "frame", "exclusions", "numerator", "evidence"):
        assert value[name] is None
        assert "two officers" in value["reasons"][name]["en"]
    (value,) = office.get(f"{PATH}/values").json()["items"]
    assert (value["numerator"], value["frame"]["kind"]) == (40, "open_link")


def test_a_mean_has_no_numerator_and_says_so(office, database, clock):
    with database.write() as session:
        made = waving.opened(session, clock())
        items = ("water", "air", "noise", "safety")
        rows = [dict.fromkeys(items, 1 + number % 5) for number in range(60)]
        answered.fill(session, made, rows, clock())
    waving.frozen(database, made, clock.forward(days=7))
    (value,) = office.get("/api/v1/indicators/ET-S12/values").json()["items"]
    assert value["numerator"] is None
    assert value["reasons"]["numerator"]["en"]


def test_a_text_that_looks_like_a_formula_is_quoted_in_csv(
    office, database, measured, put
):
    put(1, 100, 40.0, 35.0, 45.0, method="=1+1")
    path = f"/api/v1/indicators/{measured[1].code}/values"
    (row, _) = lines(office.get(path, params={"format": "csv"}))
    assert row["DOC_METHOD"] == "'=1+1"


def test_a_long_history_is_sent_in_slices_and_none_is_left_out(
    office, measured, put, monkeypatch
):
    for revision in range(1, 8):
        put(revision, 100 + revision, 40.0, 35.0, 45.0)
    monkeypatch.setattr("api.routes.csv_lines.SLICE", 2)
    path = f"/api/v1/indicators/{measured[1].code}/values"
    *found, last = lines(office.get(path, params={"format": "csv"}))
    assert [row["REVISION"] for row in found] == list("7654321")
    assert (last["FRAMEWORK"], last["SERIES"]) == ("#rows", "7")
