"""Four eyes: who may approve, who may not, and that nobody's words are lost."""

import re

from api.store import reports
from api.store.words import BroadcastState, ReportState
from tests.api.console.conftest import (
    FORM,
    approve,
    edit,
    invited_by,
    seen_of,
    signed_in,
)


def spaced(page):
    return re.sub(r"\s+", " ", page)


def test_the_author_and_the_proposer_cannot_approve(anna, proposal, of):
    page = anna.get(proposal).text
    assert "ผู้เขียน ผู้แก้ไข หรือผู้เสนอ อนุมัติเองไม่ได้" in page
    assert "/approve" not in page
    answer = approve(anna, proposal)
    assert answer.status_code == 403
    assert of(proposal).state is BroadcastState.PROPOSED


def test_approval_needs_the_words_to_have_been_read(boon, proposal, of):
    answer = approve(boon, proposal, read="")
    assert answer.status_code == 422
    assert "โปรดยืนยันว่าได้อ่านแล้ว" in answer.text
    assert of(proposal).state is BroadcastState.PROPOSED


def test_words_changed_since_they_were_seen_are_not_approved(
    anna, boon, draft, proposal, of
):
    page = boon.get(proposal).text
    seen = re.search(r'name="seen_sha256" value="(\w+)"', page)[1]
    edit(anna, draft, body_th="ผล: น้ำแย่ลง")
    again = anna.post(f"{draft}/propose").headers["location"]
    answer = boon.post(f"{again}/approve", data={"seen_sha256": seen, "read": "yes"})
    assert answer.status_code == 409
    assert "ข้อความเปลี่ยนไป" in answer.text
    assert of(again).state is BroadcastState.PROPOSED
    assert of(proposal).state is BroadcastState.CANCELLED


def test_who_edits_a_report_cannot_approve_it_and_is_named(
    app, anna, boon, draft, database, clock, of
):
    """Boon changes Anna's words, so it takes Chai."""
    assert edit(boon, draft, body_th="ผล: น้ำดีขึ้นมาก").status_code == 303
    assert "แก้ไขโดย Boon" in anna.get(draft).text
    proposal = anna.post(f"{draft}/propose").headers["location"]
    for client in (anna, boon):
        page = client.get(proposal).text
        assert "เขียนโดย Anna" in page
        assert "แก้ไขโดย Boon" in page
        assert "/approve" not in page
    assert "ต้องให้เจ้าหน้าที่อีกคนอนุมัติ" in boon.get("/console").text
    answer = approve(boon, proposal, seen_sha256=of(proposal).content_sha256)
    assert answer.status_code == 403
    assert "ผู้แก้ไข" in answer.text
    chai = signed_in(app, database, clock, "chai")
    assert approve(chai, proposal).status_code == 303


def test_two_officers_who_edit_at_once_do_not_overwrite_each_other(
    anna, boon, draft, database
):
    seen = seen_of(anna, draft)
    edit(boon, draft, body_th="ผล: คำของบุญ")
    mine = {**FORM, "body_th": "ผล: คำของแอนนา", "seen_sha256": seen}
    answer = anna.post(f"{draft}/edit", data=mine)
    assert answer.status_code == 409
    assert "เจ้าหน้าที่อีกคนบันทึกรายงานนี้ระหว่างที่คุณแก้" in answer.text
    # What was typed, and what was saved meanwhile.
    typed = answer.text[answer.text.index('<textarea id="body_th"') :]
    assert "คำของแอนนา" in typed
    assert "คำของบุญ" in answer.text
    # Having seen it, Anna may save over it.
    again = re.search(r'name="seen_sha256" value="(\w+)"', answer.text)[1]
    assert again != seen
    answer = anna.post(f"{draft}/edit", data={**mine, "seen_sha256": again})
    assert answer.status_code == 303
    with database.read() as session:
        (report,) = reports.list_(session).items
    assert report.texts["th"]["body"] == "ผล: คำของแอนนา"


def test_beside_the_approval_stands_who_invited_the_approver(
    app, anna, boon, proposal, database, clock
):
    """One person's second account is invited by their first."""
    second = invited_by(anna, app, database, clock, "second")
    assert "อนุมัติโดย" not in anna.get(proposal).text
    approve(second, proposal)
    assert "อนุมัติโดย Second (เชิญโดย Anna)" in spaced(boon.get(proposal).text)
    english = boon.get(f"{proposal}?lang=en").text
    assert "Approved by Second (invited by Anna)" in spaced(english)


def test_an_approver_from_the_command_line_is_said_to_be(anna, boon, proposal):
    approve(boon, proposal)
    said = spaced(anna.get(proposal).text)
    assert "อนุมัติโดย Boon (เชิญจากเครื่องแม่ข่าย)" in said


def test_a_published_report_can_no_longer_be_edited(anna, draft, database):
    with database.write() as session:
        report = reports.hold(session, reports.list_(session).items[0].id)
        report.state = ReportState.PUBLISHED
    assert anna.get(f"{draft}/edit").status_code == 409
    assert anna.post(f"{draft}/edit", data=FORM).status_code == 409
    assert f"{draft}/edit" not in anna.get(draft).text
