"""Reports as everyone may read them."""

from datetime import timedelta

import pytest

from api.store import reports
from api.store.words import ReportState
from tests.api import given


@pytest.fixture
def published(database, clock):
    return publish(database, clock)


def publish(database, clock, **changes):
    with database.write() as session:
        author = given.officer(session, "anna", clock())
        told = reports.add_update(
            session,
            title="ข่าวคลอง",
            body="ข่าวเต็ม <script>alert(1)</script>",
            source_name="ข่าวจังหวัด",
            happened_on=clock().date(),
            now=clock(),
        )
        report = given.report(session, author, clock())
        report.update_id = told.id
        report.state = ReportState.PUBLISHED
        report.published_at = clock()
        for name, changed in changes.items():
            setattr(report, name, changed)
    return report


def test_the_first_page_begins_with_what_was_published_last(client, database, clock):
    late = publish(database, clock, published_at=clock() + timedelta(days=2))
    with database.write() as session:
        report = given.report(session, given.officer(session, "bo", clock()), clock())
        report.state = ReportState.PUBLISHED
        report.published_at = clock() + timedelta(days=1)
    page = client.get("/").text
    assert page.index(f'/reports/{late.slug}"') < page.index(f"/reports/{report.slug}")


def test_a_published_report_is_listed_and_linked_from_the_first_page(client, published):
    for path in ("/", "/reports"):
        page = client.get(path).text
        assert f'href="/reports/{published.slug}"' in page
        assert "ตรวจน้ำในคลอง" in page


def test_a_report_names_its_source_its_dates_and_its_languages(client, published):
    page = client.get(f"/reports/{published.slug}").text
    assert 'href="https://example.org/news"' in page
    assert "20 พ.ย. 2569" in page
    assert f'href="/reports/{published.slug}?lang=en"' in page
    assert "ข่าวจังหวัด" in page


def test_a_report_is_read_in_the_language_asked_for(client, published):
    page = client.get(f"/reports/{published.slug}?lang=en").text
    assert "Canal water checked" in page
    assert '<html lang="en">' in page
    assert "20 Nov 2026" in page


def test_a_burmese_reader_gets_english_and_is_told_why(client, published):
    page = client.get(f"/reports/{published.slug}?lang=my").text
    assert '<article class="card" lang="en">' in page
    assert "မရှိသေးပါ" in page


def test_words_of_a_source_text_are_never_markup(client, published):
    page = client.get(f"/reports/{published.slug}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_draft_is_not_found_by_anyone(client, database, clock):
    draft = publish(database, clock, state=ReportState.DRAFT)
    assert client.get(f"/reports/{draft.slug}").status_code == 404
    assert draft.slug not in client.get("/reports").text


def test_a_demonstration_report_says_it_did_not_happen(client, database, clock):
    report = publish(database, clock, made_up=True)
    assert "ไม่ใช่เรื่องที่เกิดขึ้นจริง" in client.get(f"/reports/{report.slug}").text


def test_an_older_page_of_reports_begins_after_the_last_one_shown(
    client, database, clock, published
):
    with database.write() as session:
        author = reports.get(session, published.id).author_id
        for number in range(20):
            report = reports.write(
                session,
                texts={"th": {"title": f"ฉบับ {number}", "body": "ผล"}},
                source_name="เทศบาล",
                as_of=clock().date(),
                author_id=author,
                now=clock(),
            )
            report.state = ReportState.PUBLISHED
            report.published_at = clock() + timedelta(days=1)
    first = client.get("/reports").text
    assert "ตรวจน้ำในคลอง" not in first
    start = first.index('href="/reports?after=') + len('href="')
    second = client.get(first[start : first.index('"', start)]).text
    assert "ตรวจน้ำในคลอง" in second
