"""`ecotown indicator`: from a workbook to a value that two officers published."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from api.store import append_only, indicators
from bot.cli import indicator
from tests.api import answered
from tests.api.store import cuts, waving
from tests.surveys.test_framework_sheet import filled

THEN = datetime(2026, 11, 1, 3, tzinfo=UTC)


def as_(login):
    return ("--as", login, "--password-stdin")


@pytest.fixture
def wave(town):
    with town.database.write() as session:
        made = waving.opened(session, THEN)
        rows = [{"dialogue": 1 + number % 5} for number in range(100)]
        answered.fill(session, made, rows, THEN)
    waving.frozen(town.database, made, THEN + timedelta(days=7))
    return made


def test_two_officers_publish_a_value_that_anyone_can_verify(town, wave):
    """The whole story: shown by Anna, proposed by Anna, approved by Boon."""
    anna, boon = (town.officer(login) for login in ("anna", "boon"))
    listed = town.says(indicator.app, "list")
    assert "ET-S5  40.0 % (30.9 to 49.8)  n=100" in listed
    assert "final, revision 1, waiting" in listed
    said = town.says(indicator.app, "verify", "ET-S5", "w1")
    assert "ET-S5 w1: matches, revision 1, sha256 " in said
    shown = json.loads(town.says(indicator.app, "show", "ET-S5", "w1", "--json"))
    assert shown["population"]["size"] == 53_821
    refused = town.refuses(indicator.app, "approve", "ET-S5", "w1", *as_("boon"))
    assert "not waiting for an approval" in refused
    said = town.says(indicator.app, "propose", "ET-S5", "w1", *as_("anna"), typed=anna)
    assert "another officer approves it" in said
    own = town.refuses(
        indicator.app, "approve", "ET-S5", "w1", *as_("anna"), typed=anna
    )
    assert "another officer does" in own
    said = town.says(indicator.app, "approve", "ET-S5", "w1", *as_("boon"), typed=boon)
    assert said.index("limitations.th") < said.index("published: ET-S5 w1, revision 1")
    assert "matches" in town.says(indicator.app, "verify", "ET-S5", "w1")
    assert "final, revision 1, released" in town.says(indicator.app, "list")


def test_the_office_sees_a_provisional_value_and_that_it_is_one(town):
    with town.database.write() as session:
        made = waving.opened(session, THEN)
        rows = [{"dialogue": 1 + number % 5} for number in range(100)]
        answered.fill(session, made, rows, THEN)
        indicators.compute(session, made.id, THEN)
    said = town.says(indicator.app, "list")
    assert "ET-S5  40.0 %" in said
    assert "provisional, revision 1, collecting" in said
    said = town.says(indicator.app, "show", "ET-S5", "w1")
    assert "40.0 % (30.9 to 49.8)  n=100" in said
    assert "provisional: for the office" in said
    anna = town.officer("anna")
    refused = town.refuses(
        indicator.app, "propose", "ET-S5", "w1", *as_("anna"), typed=anna
    )
    assert "provisional" in refused


def test_a_release_that_gives_a_few_away_is_refused_with_what_it_collides_with(
    town,
):
    cuts.add("tn", {"TN-1": cuts.share("dialogue", 5)})
    anna, boon = (town.officer(login) for login in ("anna", "boon"))
    with town.database.write() as session:
        made = waving.opened(session, THEN)
        points = [2] * 57 + [4] * 3 + [5] * 40
        answered.fill(session, made, [{"dialogue": each} for each in points], THEN)
    waving.frozen(town.database, made, THEN + timedelta(days=7))
    of = ("ET-S5", "w1")
    town.says(indicator.app, "propose", *of, *as_("anna"), typed=anna)
    town.says(indicator.app, "approve", *of, *as_("boon"), typed=boon)
    refused = town.refuses(
        indicator.app, "propose", "TN-1", "w1", *as_("anna"), typed=anna
    )
    assert "ET-S5 w1 rev. 1" in refused
    assert "fewer than five" in refused


def test_verifying_fails_loudly_when_one_answer_was_touched(town, wave):
    with town.database.engine.begin() as connection:
        append_only.release(connection)
        connection.execute(
            text(
                "UPDATE answer SET value = '4' WHERE value = '3' AND "
                "response_id = (SELECT max(response_id) FROM answer WHERE value = '3')"
            )
        )
    said = town.refuses(indicator.app, "verify", "ET-S5", "w1")
    assert said.startswith("ET-S5 w1: DOES NOT MATCH")
    assert "frozen sha256" in said
    assert "value: 40.0 then, 41.0 now" in said


def test_a_value_nobody_has_computed_is_not_found(town, wave):
    assert "no such" in town.refuses(indicator.app, "verify", "ET-S5", "w9")
    assert "no such" in town.refuses(indicator.app, "verify", "XX-1", "w1")


def test_a_gap_in_the_record_is_named_and_nothing_is_proposed(town):
    anna = town.officer("anna")
    with town.database.write() as session:
        made = waving.opened(session, THEN, responsible="")
        answered.fill(session, made, [{"dialogue": 4}] * 60, THEN)
    waving.frozen(town.database, made, THEN + timedelta(days=7))
    said = town.refuses(
        indicator.app, "propose", "ET-S5", "w1", *as_("anna"), typed=anna
    )
    assert "responsible unit" in said


def test_an_official_edition_comes_in_by_workbook_whole_or_not_at_all(town, tmp_path):
    book = tmp_path / "new.xlsx"
    town.says(indicator.app, "template", str(book))
    filled(book)
    wrong = load_workbook(book)
    wrong["indicators"]["I3"].value = "baht"
    wrong.save(tmp_path / "wrong.xlsx")
    said = town.refuses(indicator.app, "import", str(tmp_path / "wrong.xlsx"))
    assert "wrong.xlsx: indicators row 3: unit: should be" in said
    assert not (tmp_path / "indicators").exists()
    assert "in order" in town.says(indicator.app, "import", str(book), "--check")
    assert not (tmp_path / "indicators").exists()
    said = town.says(indicator.app, "import", str(book))
    assert "town_own edition 2565, 1 indicators" in said
    assert (tmp_path / "indicators" / "town_own-2565.yaml").is_file()
    assert "never changes" in town.refuses(indicator.app, "import", str(book))
    out = tmp_path / "out.xlsx"
    town.says(indicator.app, "export", "town_own", str(out))
    assert load_workbook(out)["indicators"]["B2"].value == "TN-S1"


def test_an_entered_value_is_published_and_taken_back(town, tmp_path):
    anna, boon = (town.officer(login) for login in ("anna", "boon"))
    book = tmp_path / "new.xlsx"
    town.says(indicator.app, "template", str(book))
    town.says(indicator.app, "import", str(filled(book)))
    paper = tmp_path / "minutes.pdf"
    paper.write_bytes(b"%PDF")
    given = ("--value", "3", "--evidence", str(paper), "--source", "รายงานประชุม")
    of = ("TN-S1", "2026")
    said = town.says(indicator.app, "enter", *of, *given, *as_("anna"), typed=anna)
    assert "entered: TN-S1 2026, revision 1, evidence " in said
    unit = ("--responsible", "กองช่าง", "--contact", "02-000-0000")
    town.says(indicator.app, "propose", *of, *unit, *as_("anna"), typed=anna)
    town.says(indicator.app, "approve", *of, *as_("boon"), typed=boon)
    assert "TN-S1  3.0 count" in town.says(indicator.app, "list")
    why = ("--reason", "C-error", "--why", "นับซ้ำ")
    said = town.says(indicator.app, "withdraw", *of, *why, *as_("boon"), typed=boon)
    assert "withdrawn: TN-S1 2026, revision 2" in said
    assert "TN-S1  withdrawn" in town.says(indicator.app, "list")
    listed = "TN-S1 2026 all revision 2: withdrawn, C-error\n"
    assert town.says(indicator.app, "notices") == listed
    slug = town.says(indicator.app, "notice", *of, "--as", "anna")
    assert slug == "correction-2026\n"
    assert town.says(indicator.app, "notices") == ""
    assert "written already" in town.refuses(
        indicator.app, "notice", *of, "--as", "anna"
    )


def test_the_services_figures_of_a_month_are_computed_by_command(town):
    assert "3 new values" in town.says(indicator.app, "compute", "2025-11")
    said = town.refuses(indicator.app, "compute", f"{datetime.now(UTC).year + 1}")
    assert "is not over yet" in said
    assert "ET-S17 2025-11: matches" in town.says(
        indicator.app, "verify", "ET-S17", "2025-11"
    )


@pytest.mark.parametrize("frozen", [False, True])
@pytest.mark.parametrize(
    ("satisfied", "others", "why"),
    [
        (20, 9, "not enough data (n<30)"),
        (96, 4, "not told: fewer than five people gave one of the answers"),
    ],
)
def test_the_list_says_why_a_value_is_not_told(town, frozen, satisfied, others, why):
    with town.database.write() as session:
        made = waving.opened(session, THEN)
        rows = [{"dialogue": 5}] * satisfied + [{"dialogue": 1}] * others
        answered.fill(session, made, rows, THEN)
        indicators.compute(session, made.id, THEN)
    if frozen:
        waving.frozen(town.database, made, THEN + timedelta(days=7))
    said = town.says(indicator.app, "list")
    assert f"ET-S5  {why}  n={satisfied + others}" in said
