"""The pages of indicators that no survey asks for: counted here, or entered."""

from datetime import timedelta

from api.store import periods, service_values
from api.store.models import Asked
from api.store.types import uuid7
from content.decide import Outcome
from tests.api.pages.reading import chart, part, row
from tests.api.store import releasing
from tests.api.store import test_manual_values as entering

edition = entering.edition


def test_a_figure_counted_whole_has_no_whiskers(client, database, clock):
    october = periods.read("2026-10")
    with database.write() as session:
        for number, outcome in enumerate(
            (Outcome.ANSWER, Outcome.ANSWER, Outcome.UNKNOWN)
        ):
            session.add(
                Asked(
                    id=uuid7(),
                    language="th",
                    asked_at=october.begins + timedelta(days=number),
                    outcome=outcome,
                    confidence=0.5,
                )
            )
        session.flush()
        service_values.compute(session, october, clock())
    assert "<svg" not in client.get("/indicators/ET-S17").text
    releasing.released(database, clock(), "ET-S17", "2026-10")
    page = client.get("/indicators/ET-S17").text
    drawn = chart(page)
    assert drawn.count('class="dot"') == 1
    assert 'class="bar-range"' not in drawn
    assert "ต.ค. 2569" in page
    assert "นับครบทุกรายการ ไม่ได้สุ่มตัวอย่าง" in page


def test_an_entered_value_names_its_document_and_its_threshold(
    client, database, clock, edition
):
    with database.write() as session:
        anna, *_ = releasing.staff(session, clock())
    entering.enter(database, anna, clock(), 80.0)
    assert "80%" not in client.get(f"/indicators/{entering.CODE}").text
    releasing.released(database, clock(), entering.CODE, "2026")
    page = client.get(f"/indicators/{entering.CODE}").text
    assert "<b>80%</b>" in page
    assert "ถึงเกณฑ์ 75%" in page
    assert "หนังสือ อน. 12/2569" in page
    assert entering.HASH in page
    assert "พ.ศ. 2569" in page
    # The document does not say how many were counted, nor is there an interval.
    assert "n = " not in part(page, "<main", "<title")
    assert "ecotown indicator verify" not in page


def test_what_a_value_rests_on_is_told_in_the_words_of_its_own_edition(
    client, database, clock, edition
):
    with database.write() as session:
        anna, *_ = releasing.staff(session, clock())
    entering.enter(database, anna, clock(), 80.0)
    releasing.released(database, clock(), entering.CODE, "2026")
    path = f"/indicators/{entering.CODE}"
    assert "นิยามที่ใช้คิดค่านี้" not in client.get(path).text
    entering.reworded(edition)
    page = client.get(path).text
    assert '<p class="lead">definition ใหม่</p>' in page
    basis = part(page, 'id="what"', "</section>")
    assert f"<code>{edition.key} 1</code>" in basis
    (was, *_) = edition.indicators()
    assert f"<dt>นิยามที่ใช้คิดค่านี้</dt><dd>{was.definition.th}</dd>" in basis
    assert f"<dd>{was.base.th}</dd>" in basis
    assert "ใหม่" not in basis
    entering.enter(database, anna, clock(), 81.0, reason="R-data")
    releasing.released(database, clock(), entering.CODE, "2026")
    basis = part(client.get(path).text, 'id="what"', "</section>")
    assert f"<code>{edition.key} 2</code>" in basis
    assert "formula ใหม่" in basis
    assert "นิยามที่ใช้คิดค่านี้" not in basis


def test_one_chart_holds_values_of_one_unit_the_newest(
    client, database, clock, edition
):
    with database.write() as session:
        anna, *_ = releasing.staff(session, clock())
    entering.enter(database, anna, clock(), 80.0, period="2024")
    releasing.released(database, clock(), entering.CODE, "2024")
    path = f"/indicators/{entering.CODE}?lang=en"
    assert "another unit" not in client.get(path).text
    entering.reworded(edition, unit="people", threshold=None)
    for period, people in (("2025", 1200.0), ("2026", 1300.0)):
        entering.enter(database, anna, clock(), people, period=period)
        releasing.released(database, clock(), entering.CODE, period)
    page = client.get(path).text
    drawn = chart(page)
    assert drawn.count('class="dot"') == 2
    assert ">80" not in drawn
    assert "%<" not in drawn
    assert "80%" in row(page, "2024")
    assert "1300 people" in row(page, "2026").replace(",", "")
    assert "Waves counted in another unit are not drawn" in page
    assert "Earlier waves are in the table" not in page
