"""How many gave no answer is told alike wherever a figure or a table is told."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from api.store import evidence
from content.dates import say_date
from content.richmenu import FONTS
from surveys.evidence import files
from surveys.flow import State
from tests.api import answered
from tests.api.store import releasing, waving

CODE, QUESTION = "ET-S5", "dialogue"


@pytest.fixture
def told(client, database, clock):
    """What is told of so many who skipped the question, or did not know."""

    def told(skipped, dont_know):
        counts = {2: 50, 5: 50, State.SKIPPED: skipped, State.DONT_KNOW: dont_know}
        with database.write() as session:
            made = waving.opened(session, clock())
            for given, count in counts.items():
                answered.fill(session, made, [{QUESTION: given}] * count, clock())
        waving.frozen(database, made, clock.forward(days=7))
        releasing.released(database, clock(), CODE, "w1")
        (value,) = client.get(f"/api/v1/indicators/{CODE}/values").json()["items"]
        with database.read() as session:
            gathered = evidence.of_wave(session, "w1")
        made = evidence.put_together(gathered, clock())
        return value, files.render(made, fonts=FONTS, say_date=say_date)

    return told


def of_json(pack):
    """Of the figure, then of its question."""
    read = json.loads(pack["evidence.json"])
    (left_out,) = (
        each["record"]["left_out"]
        for each in read["figures"]
        if each["record"]["code"] == CODE
    )
    (tally,) = (
        each for each in read["waves"][0]["tallies"] if each["question"] == QUESTION
    )
    return left_out, tally


def of_csv(pack):
    rows = csv.DictReader(io.StringIO(pack["tables.csv"].decode("utf-8-sig")))
    wanted = {"SKIPPED", "DONT_KNOW", "MISSING"}
    return {
        row["MEASURE"]: (row["OBS_VALUE"], row["OBS_STATUS"])
        for row in rows
        if (row["TABLE"], row["SERIES"]) == ("answers", QUESTION)
        and row["MEASURE"] in wanted
    }


def of_workbook(pack):
    book = load_workbook(io.BytesIO(pack["evidence.xlsx"]))
    rows = list(book["answers"].iter_rows(min_row=2, values_only=True))
    at = {name: place for place, name in enumerate(rows[0])}
    return {
        row[at["code"]]: row[at["count"]]
        for row in rows[1:]
        if row[at["question"]] == QUESTION and str(row[at["code"]]).startswith("(")
    }


def test_where_one_count_is_small_all_are_hidden_in_every_file(told):
    value, pack = told(skipped=3, dont_know=12)
    assert (value["skipped"], value["dont_know"]) == (None, None)
    assert "fewer than five" in value["reasons"]["skipped"]["en"]
    left_out, tally = of_json(pack)
    assert left_out == {"reason": value["reasons"]["skipped"]}
    assert (tally["skipped"], tally["dont_know"], tally["missing"]) == (None,) * 3
    assert of_csv(pack) == dict.fromkeys(("SKIPPED", "DONT_KNOW", "MISSING"), ("", "Q"))
    found = of_workbook(pack)
    assert {found[f"({each})"] for each in ("skipped", "dont_know", "missing")} == {"–"}


def test_where_none_is_small_they_are_told_in_every_file(told):
    value, pack = told(skipped=6, dont_know=12)
    assert (value["skipped"], value["dont_know"]) == (6, 12)
    left_out, tally = of_json(pack)
    assert (left_out["skipped"], left_out["dont_know"]) == (6, 12)
    assert (tally["skipped"], tally["dont_know"], tally["missing"]) == (6, 12, 0)
    assert of_csv(pack)["SKIPPED"] == ("6", "A")
    assert of_workbook(pack)["(dont_know)"] == 12
