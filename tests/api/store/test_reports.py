"""Reports: written, listed, said in a chat, and void once edited."""

from datetime import date, timedelta

import pytest

from api.errors import DomainError
from api.store import broadcasts, reports
from api.store.reports import Wording
from api.store.words import BroadcastState, ReportState
from tests.api import given


def published_by_state(session, **options):
    return reports.list_(session, state=ReportState.PUBLISHED, **options)


@pytest.fixture
def author(database, clock):
    with database.write() as session:
        return given.officer(session, "author", clock())


@pytest.fixture
def report(database, clock, author):
    with database.write() as session:
        return given.report(session, author, clock())


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def test_a_report_is_named_after_its_english_title(database, clock, author):
    with database.write() as session:
        names = [given.report(session, author, clock()).slug for _ in range(3)]
    assert names == [
        "canal-water-checked",
        "canal-water-checked-2",
        "canal-water-checked-3",
    ]


def test_a_report_in_thai_alone_is_named_after_its_date(database, clock, author):
    with database.write() as session:
        made = reports.write(
            session,
            texts={"th": given.TEXTS["th"]},
            source_name="เทศบาล",
            as_of=date(2026, 11, 20),
            author_id=author.id,
            now=clock(),
        )
    assert made.slug == "2026-11-20"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"texts": {"en": given.TEXTS["en"]}}, "error.report_languages"),
        ({"texts": {**given.TEXTS, "fr": {}}}, "error.report_languages"),
        ({"texts": {"th": {"title": "ก", "body": " "}}}, "error.text_shape"),
        ({"texts": {"th": {"title": "ก" * 121, "body": "ข"}}}, "error.text_shape"),
        ({"texts": {"th": {"title": "ก", "body": "ข\x00"}}}, "error.text_shape"),
        ({"source_name": ""}, "error.text_shape"),
        ({"source_name": "half \ud83d"}, "error.text_shape"),
        ({"source_url": "javascript:alert(1)"}, "error.url_shape"),
    ],
)
def test_a_report_of_the_wrong_shape_is_refused(database, clock, author, change, key):
    wanted = {
        "texts": given.TEXTS,
        "source_name": "เทศบาล",
        "as_of": date(2026, 11, 20),
        "author_id": author.id,
        "now": clock(),
    }
    with refused(key), database.write() as session:
        reports.write(session, **(wanted | change))


def test_a_report_sums_up_an_update(database, clock, author):
    with database.write() as session:
        update = reports.add_update(
            session,
            title="ตรวจคลอง",
            body="ยาว",
            source_name="เทศบาล",
            happened_on=date(2026, 11, 1),
            author_id=author.id,
            now=clock(),
        )
        made = reports.write(
            session,
            texts=given.TEXTS,
            source_name="เทศบาล",
            as_of=date(2026, 11, 20),
            author_id=author.id,
            update_id=update.id,
            now=clock(),
        )
        assert made.update_id == update.id
        assert reports.get_update(session, update.id).title == "ตรวจคลอง"
        assert [u.id for u in reports.list_updates(session).items] == [update.id]


def test_a_report_about_an_unknown_update_is_refused(database, clock, author, report):
    with refused("error.not_found"), database.write() as session:
        reports.write(
            session,
            texts=given.TEXTS,
            source_name="x",
            as_of=date(2026, 11, 20),
            author_id=author.id,
            update_id=report.id,
            now=clock(),
        )


def test_reports_are_found_and_listed(database, clock, report):
    with database.write() as session:
        assert reports.get(session, report.id).slug == report.slug
        assert reports.by_slug(session, report.slug).id == report.id
        assert [r.id for r in reports.list_(session).items] == [report.id]
        assert reports.published(session).items == []
        session.merge(report).state = ReportState.PUBLISHED
        session.flush()
        assert [r.id for r in reports.published(session).items] == [report.id]
        assert reports.list_(session, state=ReportState.DRAFT).items == []
        for slug in ("nothing", "", "a\x00", "../x", "x" * 101):
            with refused("error.not_found"):
                reports.by_slug(session, slug)


def test_an_edit_voids_the_proposal_and_names_its_editor(
    database, clock, author, report
):
    with database.write() as session:
        editor = given.officer(session, "editor", clock())
        proposed = broadcasts.propose(session, report.id, author.id, clock())
        before = reports.content_sha256(report)
    with database.write() as session:
        wording = Wording(texts={"th": {"title": "ใหม่", "body": "คำใหม่"}})
        edited = given.edited(session, report.id, wording, editor, clock())
        assert edited.author_id == author.id
        assert reports.editors(edited) == [editor.id]
        assert edited.state is ReportState.DRAFT
        assert edited.source_url == "https://example.org/news"
        assert reports.content_sha256(edited) != before
        voided = broadcasts.get(session, proposed.id)
        assert voided.state is BroadcastState.CANCELLED
    assert edited.slug == report.slug


def test_a_published_report_is_not_edited(database, clock, author, report):
    with database.write() as session:
        session.merge(report).state = ReportState.PUBLISHED
    with refused("error.report_published"), database.write() as session:
        given.edited(session, report.id, Wording(source_name="x"), author, clock())


def test_an_edit_begun_from_older_words_does_not_overwrite_newer_ones(
    database, clock, author, report
):
    seen = reports.content_sha256(report)
    with database.write() as session:
        editor = given.officer(session, "editor", clock())
        given.edited(session, report.id, Wording(source_name="newer"), editor, clock())
    with refused("error.edited_meanwhile"), database.write() as session:
        reports.edit(
            session,
            report.id,
            Wording(source_name="late"),
            editor_id=author.id,
            seen_sha256=seen,
            now=clock(),
        )
    with database.read() as session:
        assert reports.get(session, report.id).source_name == "newer"


@pytest.mark.parametrize(
    "wording",
    [
        Wording(texts={"th": {"title": "ก", "body": "ข"}}),
        Wording(source_name="อีกที่"),
        Wording(source_url="https://example.org/other"),
        Wording(source_url=""),
        Wording(as_of=date(2026, 11, 21)),
    ],
)
def test_every_word_a_resident_sees_is_in_the_hash(
    database, clock, author, report, wording
):
    before = reports.content_sha256(report)
    with database.write() as session:
        edited = given.edited(session, report.id, wording, author, clock())
        assert reports.content_sha256(edited) != before


def test_a_report_is_one_card_with_source_date_and_a_link(report):
    (said,) = reports.messages(report, "th", "https://town.example")
    assert said.choices == ()
    assert said.card.title == "ตรวจน้ำในคลอง"
    assert said.card.footer == "ที่มา: เทศบาล · ข้อมูล ณ 20 พ.ย. 2569"
    (link,) = said.card.links
    assert link.url == "https://town.example/reports/canal-water-checked"
    assert link.label == "อ่านฉบับเต็ม"


def test_without_a_public_address_there_is_no_link(report):
    (said,) = reports.messages(report, "en", "")
    assert said.card.links == ()
    assert said.card.footer == "Source: เทศบาล · as of 20 Nov 2026"


def test_a_burmese_speaker_reads_english_and_else_thai(report):
    assert reports.messages(report, "my", "")[0].card.title == "Canal water checked"
    report.texts = {"th": report.texts["th"]}
    assert reports.messages(report, "my", "")[0].card.title == "ตรวจน้ำในคลอง"


def test_made_up_data_says_so_in_the_title(report):
    report.made_up = True
    assert "ไม่ใช่ข้อมูลจริง" in reports.messages(report, "th", "")[0].card.title
    assert "not real data" in reports.messages(report, "en", "")[0].card.title


@pytest.fixture
def out(database, clock, author):
    """Five reports and the day each came out: not the order they were written in."""
    with database.write() as session:
        made = [given.report(session, author, clock()) for _ in range(6)]
        for days, report in zip((2, 3, 1, 3, 5), made, strict=False):
            report.state = ReportState.PUBLISHED
            report.published_at = clock() + timedelta(days=days)
        session.add_all(made)
    return made[:5]


@pytest.mark.parametrize("listed", [reports.published, published_by_state])
@pytest.mark.parametrize("limit", [1, 2, 4, 5, 6])
def test_the_reports_published_last_come_first_page_by_page(
    database, out, limit, listed
):
    found, after = [], None
    with database.read() as session:
        while True:
            page = listed(session, after=after, limit=limit)
            assert len(page.items) <= limit
            found += [report.id for report in page.items]
            after = page.next
            if after is None:
                break
    assert found == [out[n].id for n in (4, 3, 1, 0, 2)]


@pytest.mark.parametrize("after", ["x", "", "0197" + "0" * 28, "\x00"])
def test_a_place_no_list_ended_at_is_refused(database, out, after):
    with (
        database.read() as session,
        pytest.raises(DomainError, match=r"error\.bad_cursor"),
    ):
        reports.published(session, after=after)


def test_a_draft_is_no_place_in_the_published_list(database, out, clock, author):
    with database.write() as session:
        draft = given.report(session, author, clock())
        with pytest.raises(DomainError, match=r"error\.bad_cursor"):
            reports.published(session, after=str(draft.id))
