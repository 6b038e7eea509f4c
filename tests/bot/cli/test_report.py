"""`ecotown report`: from a file to an approval by a second officer."""

import re
from datetime import UTC, datetime

import pytest

from api.store import audit, broadcasts, officers, reports
from api.store.words import BroadcastState, ReportState
from bot.cli import broadcast, report
from tests.api import given

FILE = """\
update:
  title: ตรวจคลองภาษีเจริญ
  source_name: เทศบาล
  source_url: https://example.org/news
  happened_on: 2026-11-01
  body: เจ้าหน้าที่เก็บน้ำสามจุด
report:
  status: draft
  as_of: 2026-11-20
  texts:
    th:
      title: ตรวจน้ำในคลอง
      body: "ผล: น้ำดีขึ้น"
    en:
      title: Canal water checked
      body: "Result: better water."
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "report.yaml"
    path.write_text(FILE, encoding="utf-8")
    return str(path)


def as_(login):
    return ("--as", login, "--password-stdin")


def test_two_officers_send_a_report(town, file):
    """The whole story: imported by Anna, proposed by Anna, approved by Boon."""
    anna, boon = (town.officer(login) for login in ("anna", "boon"))
    with town.database.write() as session:
        given.contact(session, "U1", datetime.now(UTC), subscribed=True)
    slug = town.says(report.app, "import", file, "--as", "anna").strip()
    assert slug == "canal-water-checked"
    assert "not waiting" in town.refuses(report.app, "approve", slug, *as_("boon"))
    said = town.says(report.app, "propose", slug, *as_("anna"), typed=anna)
    assert "another officer" in said
    own = town.refuses(report.app, "approve", slug, *as_("anna"), typed=anna)
    assert "another officer" in own
    wrong = town.refuses(report.app, "approve", slug, *as_("boon"), typed="guess")
    assert "not right" in wrong
    shown = town.says(report.app, "approve", slug, *as_("boon"), typed=boon)
    assert "ตรวจน้ำในคลอง" in shown
    assert "Canal water checked" in shown
    assert "to 1 residents (line 1)" in shown
    with town.database.read() as session:
        kept = reports.by_slug(session, slug)
        sent = broadcasts.of_report(session, kept.id)
        assert reports.get_update(session, kept.update_id).title == "ตรวจคลองภาษีเจริญ"
        assert reports.content_sha256(kept) in shown
    assert sent.state is BroadcastState.APPROVED
    assert (sent.starts_at - sent.approved_at).total_seconds() == 30
    # The count and the words stand before anything is asked or done.
    assert (
        shown.index("sha256") < shown.index("to 1 residents") < shown.index("approved")
    )
    assert f"broadcast cancel {sent.id}" in shown
    town.says(broadcast.app, "cancel", slug)
    with town.database.read() as session:
        assert reports.by_slug(session, slug).state is ReportState.DRAFT


def test_what_is_written_in_an_unproven_name_is_logged_as_the_command_line(
    town, file, tmp_path
):
    town.officer("anna")
    text = tmp_path / "text"
    text.write_text("หัวข้อ\nเนื้อหา", encoding="utf-8")
    of = ("--source", "เทศบาล", "--as", "anna")
    town.says(report.app, "import", file, "--as", "anna")
    when = ("--on", "2026-11-01")
    town.says(report.app, "add-update", "--file", str(text), *when, *of)
    when = ("--as-of", "2026-11-20")
    town.says(report.app, "write", "--th", str(text), *when, *of)
    with town.database.read() as session:
        anna = officers.by_login(session, "anna")
        entries = [
            entry
            for entry in audit.list_(session).items
            if entry.action in ("update.add", "report.write")
        ]
    assert len(entries) == 4
    assert {entry.actor for entry in entries} == {"cli"}
    assert {entry.details["author"] for entry in entries} == {str(anna.id)}


def test_a_password_typed_by_hand_is_not_shown(town, file):
    anna = town.officer("anna")
    slug = town.says(report.app, "import", file, "--as", "anna").strip()
    said = town.says(report.app, "propose", slug, "--as", "anna", typed=f"{anna}\n")
    assert "Password of anna" in said
    assert anna not in said


def test_a_report_is_written_from_text_files(town, tmp_path):
    town.officer("anna")
    told, thai, english = (tmp_path / name for name in ("told", "th", "en"))
    told.write_text("ข่าว\n\nยาว", encoding="utf-8")
    thai.write_text("หัวข้อ\nเนื้อหา\nบรรทัดสอง", encoding="utf-8")
    english.write_text("Heading\nWords", encoding="utf-8")
    of = ("--source", "เทศบาล", "--as", "anna", "--url", "https://example.org/")
    told_id = town.says(
        report.app, "add-update", "--file", str(told), "--on", "2026-11-01", *of
    ).strip()
    files = ("--th", str(thai), "--en", str(english), "--as-of", "2026-11-20")
    slug = town.says(report.app, "write", *files, "--update", told_id, *of).strip()
    assert slug == "heading"
    shown = town.says(report.app, "show", slug)
    assert "บรรทัดสอง" in shown
    assert "ที่มา: เทศบาล · ข้อมูล ณ 20 พ.ย. 2569" in shown
    assert "heading\tdraft\t2026-11-20\tหัวข้อ" in town.says(report.app, "list")


def test_made_up_data_says_so(town, tmp_path):
    town.officer("anna")
    thai = tmp_path / "th"
    thai.write_text("หัวข้อ\nเนื้อหา", encoding="utf-8")
    words = ("--th", str(thai), "--as-of", "2026-11-20", "--source", "x")
    slug = town.says(report.app, "write", *words, "--as", "anna", "--made-up").strip()
    assert "ไม่ใช่ข้อมูลจริง" in town.says(report.app, "show", slug)


def test_what_a_resident_could_not_read_is_said_and_not_proposed(town, tmp_path):
    anna = town.officer("anna")
    thai = tmp_path / "th"
    thai.write_text("หัวข้อ\n" + "ทุกคนพอใจ\n" * 20, encoding="utf-8")
    words = ("--th", str(thai), "--as-of", "2026-11-20", "--source", "x")
    slug = town.says(report.app, "write", *words, "--as", "anna").strip()
    shown = town.run(report.app, "show", slug)
    assert len(re.findall(r"to mend \(th\)", shown.stderr)) >= 2
    assert town.refuses(report.app, "propose", slug, *as_("anna"), typed=anna)


@pytest.mark.parametrize("text", ["{", "update: 1", "", "\x00"])
def test_a_file_that_is_no_report_is_refused(town, tmp_path, text):
    town.officer("anna")
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    said = town.refuses(report.app, "import", str(path), "--as", "anna")
    assert "cannot be read" in said


def test_a_text_file_in_another_encoding_is_refused(town, tmp_path):
    town.officer("anna")
    path = tmp_path / "th"
    path.write_bytes("หัวข้อ\nก".encode("tis-620"))
    words = ("--th", str(path), "--as-of", "2026-11-20", "--source", "x")
    assert "UTF-8" in town.refuses(report.app, "write", *words, "--as", "anna")


def test_an_unknown_report_or_officer_is_named(town, file):
    assert "no such report" in town.refuses(report.app, "show", "nothing")
    assert "no such officer" in town.refuses(report.app, "import", file, "--as", "x")
