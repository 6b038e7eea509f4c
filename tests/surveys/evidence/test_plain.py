"""JSON and CSV hold what the pack holds, always in the same bytes."""

import csv
import io
import json

import pytest

from surveys.evidence import plain
from tests.surveys.evidence import making

PACK = making.pack()


@pytest.fixture(scope="module")
def lines():
    text = plain.as_csv(PACK).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def values(lines, table, series, measure):
    return {
        line["CATEGORY"]: line["OBS_VALUE"]
        for line in lines
        if (line["TABLE"], line["SERIES"], line["MEASURE"]) == (table, series, measure)
    }


def test_the_same_pack_is_the_same_text():
    assert plain.as_json(PACK) == plain.as_json(making.pack())
    assert plain.as_csv(PACK) == plain.as_csv(making.pack())


def test_json_has_every_part_and_counts_the_rows_without_telling_them():
    data = json.loads(plain.as_json(PACK))
    wave = data["waves"][0]
    assert data["made_up"] is True
    assert data["status"] == "draft"
    assert wave["dataset_sha256"] == PACK.waves[0].dataset_sha256
    assert wave["rates"]["rr1"] == PACK.waves[0].rates.rr1
    assert wave["survey"]["questions"][0]["text"]["th"].startswith("ก่อนวันนี้")
    assert data["rows"][0]["rows"] == len(PACK.rows[0].rows)
    assert data["rows"][0]["left_out"] == 7


def test_json_tells_a_value_by_its_record_and_by_the_concepts_of_statistics():
    data = json.loads(plain.as_json(PACK))
    figure = data["figures"][0]
    assert figure["record"]["value"] == PACK.figures[0].value
    assert figure["record"]["n"] == 401
    concepts = figure["concepts"]
    assert concepts["OBS_VALUE"] == PACK.figures[0].value
    assert concepts["UNIT_MEASURE"] == "percent"
    assert concepts["REC_USE_LIM"]["en"].startswith("Those invited")
    assert concepts["CONTACT_ORGANISATION"] == "กองสวัสดิการสังคม"


def test_what_is_compared_with_a_wave_before_says_that_nobody_was_paired():
    compared = {}
    for figure in PACK.figures:
        said = plain.concepts(figure)["COMPARABILITY"]
        assert ("not paired" in said["en"]) is (figure.change is not None)
        assert ("ไม่ได้จับคู่" in said["th"]) is (figure.change is not None)
        compared[figure.change is not None] = said
    assert compared.keys() == {True, False}


def test_every_observation_of_a_question_is_a_line(lines):
    tally = PACK.waves[0].tallies[0]
    found = values(lines, "answers", tally.question, "COUNT")
    assert found == {row.key: str(row.n) for row in tally.rows}
    shares = values(lines, "answers", tally.question, "SHARE")
    assert [float(share) for share in shares.values()] == [
        row.share * 100 for row in tally.rows
    ]


def test_a_value_is_told_to_the_last_digit(lines):
    found = values(lines, "indicator", "ecotown_social_draft:ET-S5", "VALUE")
    assert float(found["all"]) == PACK.figures[1].value


def test_a_value_that_cannot_be_told_is_empty_and_marked(lines):
    line = next(
        line
        for line in lines
        if line["SERIES"].endswith("ET-S6") and line["MEASURE"] == "VALUE"
    )
    assert (line["OBS_VALUE"], line["OBS_STATUS"]) == ("", plain.SUPPRESSED)


def test_an_open_link_has_no_rate_and_is_marked():
    data = plain.as_csv(making.pack(waves=(making.open_wave(),))).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(data, newline="")))
    rates = [line for line in lines if line["MEASURE"] == "RATE"]
    assert len(rates) == 6
    assert {(line["OBS_VALUE"], line["OBS_STATUS"]) for line in rates} == {("", "M")}


def test_a_text_that_looks_like_a_formula_is_quoted():
    said = making.said("=1+1", "=1+1")
    figure = making.figure("ET-S1", "=1+1", "=HYPERLINK(1)", 300, 400)
    text = plain.as_csv(making.pack(title=said, figures=(figure,))).decode("utf-8-sig")
    assert ",'=1+1,'=HYPERLINK(1)," in text
