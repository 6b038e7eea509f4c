"""From a draft to a sending: two officers, exact words, second thoughts."""

import re

import pytest
from sqlalchemy import event

from api.ports import Ports
from api.store import forget, quotas, reports, waves
from api.store.models import Broadcast, Delivery
from api.store.words import (
    BroadcastState,
    DeliveryKind,
    DeliveryState,
)
from surveys import definition
from tests.api import given
from tests.api.console.conftest import (
    FORM,
    approve,
    signed_in,
)


def test_a_draft_keeps_its_source_text_and_is_shown_as_each_channel_will(anna, draft):
    page = anna.get(draft).text
    assert "ต้นฉบับยาว" in page
    for channel in ("LINE th", "Telegram th", "LINE en", "Telegram en"):
        assert f'aria-label="{channel}"' in page
    assert "ข้อมูล ณ 20 พ.ย. 2569" in page
    assert "<b>ตรวจน้ำในคลอง</b>" in page


def test_line_ends_of_a_browser_are_not_kept(anna, draft, database):
    with database.read() as session:
        report = reports.list_(session).items[0]
    assert report.texts["th"]["body"] == "ผล: น้ำดีขึ้น\nต่อไป: ตรวจอีกครั้งเดือนหน้า"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title_th": ""}, "title_th"),
        ({"body_th": " "}, "body_th"),
        ({"source_name": ""}, "source_name"),
        ({"as_of": "20/11/2569"}, "as_of"),
        ({"body_en": ""}, "body_en"),
        ({"source_url": "ftp://x"}, "source_url"),
        ({"title_th": "ก" * 121}, "title_th"),
    ],
)
def test_a_fault_of_the_form_stands_beside_its_field_and_nothing_is_lost(
    anna, database, change, field
):
    answer = anna.post("/console/reports", data={**FORM, **change})
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "ต้นฉบับยาว" in answer.text
    with database.read() as session:
        assert reports.list_(session).items == []
        assert reports.list_updates(session).items == []


def test_a_report_may_be_in_thai_alone(anna):
    answer = anna.post("/console/reports", data={**FORM, "title_en": "", "body_en": ""})
    assert "LINE en" not in anna.get(answer.headers["location"]).text


def test_a_kept_source_text_begins_a_second_report(anna, draft, database):
    with database.read() as session:
        told = reports.list_updates(session).items[0]
    assert str(told.id) in anna.get("/console/reports/new").text
    page = anna.get(f"/console/reports/new?update={told.id}").text
    assert 'name="source_name" value="เทศบาล"' in page
    anna.post("/console/reports", data={**FORM, "update_id": str(told.id)})
    with database.read() as session:
        assert len(reports.list_updates(session).items) == 1
        assert {r.update_id for r in reports.list_(session).items} == {told.id}


def test_what_to_mend_is_said_and_such_a_report_is_not_proposed(anna):
    long = {**FORM, "body_th": "ยาว " * 400}
    path = anna.post("/console/reports", data=long).headers["location"]
    page = anna.get(path).text
    assert "ควรแก้ก่อนเสนอ" in page
    assert f"{path}/propose" not in page
    assert anna.post(f"{path}/propose").status_code == 422


def test_a_second_officer_sees_the_exact_words_their_hash_and_the_audience(
    anna, boon, proposal, database, clock, of
):
    with database.write() as session:
        for n in range(3):
            given.contact(session, f"U{n}", clock(), language="th", subscribed=True)
        given.contact(session, "W", clock(), channel="web", subscribed=True)
        given.contact(session, "X", clock(), channel="telegram")
    page = boon.get(proposal).text
    assert "ผล: น้ำดีขึ้น" in page
    assert of(proposal).content_sha256 in page
    table = re.sub(r"\s+", "", page[page.index("<tbody>") : page.index("</tbody>")])
    assert '<td>LINE</td><td>ไทย</td><tdclass="number">3</td>' in table
    assert '<td>หน้าเว็บ</td><td>ไทย</td><tdclass="number">1</td>' in table
    assert "Telegram" not in table
    total = page[page.index("<tfoot>") : page.index("</tfoot>")]
    assert "<strong>4</strong>" in total


@pytest.mark.parametrize(
    ("allowed", "used", "said"),
    [(300, 200, "100 ข้อความ"), (300, 269, "พักไว้ 2 คน"), (None, 0, "ไม่จำกัด")],
)
def test_what_line_still_allows_and_what_will_be_parked_is_shown(
    anna, boon, proposal, database, clock, allowed, used, said
):
    with database.write() as session:
        for n in range(3):
            given.contact(session, f"U{n}", clock(), subscribed=True)
        quotas.note(session, "line", "town", allowed=allowed, used=used, now=clock())
    page = boon.get(proposal).text
    assert said in page
    assert ("จะพักไว้" in page) is ("พักไว้" in said)


def test_approval_starts_a_countdown_and_wakes_the_worker(app, boon, proposal, of):
    woken = []
    app.state.ports = Ports(wake=lambda: woken.append(1))
    assert approve(boon, proposal).status_code == 303
    assert of(proposal).state is BroadcastState.APPROVED
    assert woken == [1]
    page = boon.get(proposal).text
    assert 'data-seconds="30">30<' in page
    assert f"{proposal}/cancel" in page


def test_a_proposal_older_than_a_day_says_so_and_cannot_be_approved(
    app, boon, proposal, clock, database, of
):
    clock.forward(hours=24, minutes=1)
    chai = signed_in(app, database, clock, "chai")
    assert "เกิน 24 ชั่วโมง" in chai.get(proposal).text
    answer = approve(chai, proposal, seen_sha256=of(proposal).content_sha256)
    assert answer.status_code == 409
    assert of(proposal).state is BroadcastState.PROPOSED


def test_a_refused_report_goes_back_to_its_author(anna, boon, draft, proposal, of):
    boon.post(f"{proposal}/refuse")
    assert of(proposal).state is BroadcastState.REFUSED
    assert f"{draft}/propose" in anna.get(draft).text


def test_an_approval_can_be_taken_back_by_any_officer(anna, boon, proposal, of):
    approve(boon, proposal)
    anna.post(f"{proposal}/cancel")
    assert of(proposal).state is BroadcastState.CANCELLED
    answer = anna.post(f"{proposal}/cancel")
    assert answer.status_code == 409
    assert "การส่งนี้จบไปแล้ว" in answer.text


def test_what_waits_for_approval_stands_on_the_first_page(anna, boon, proposal):
    assert proposal in boon.get("/console").text
    assert "ต้องให้เจ้าหน้าที่อีกคนอนุมัติ" in anna.get("/console").text
    boon.post(f"{proposal}/refuse")
    assert proposal not in boon.get("/console").text


def test_the_ledger_counts_every_state_and_names_nobody(
    anna, boon, proposal, database, clock, of
):
    with database.write() as session:
        for n, (kept, why) in enumerate(
            [
                (DeliveryState.SENT, None),
                (DeliveryState.SENT, None),
                (DeliveryState.PARKED, "quota"),
                (DeliveryState.SKIPPED, "channel_off"),
            ]
        ):
            contact = given.contact(session, f"U-secret-{n}", clock())
            session.add(
                Delivery(
                    contact_id=contact.id,
                    channel="line",
                    account="town",
                    kind=DeliveryKind.BROADCAST,
                    priority=1,
                    state=kept,
                    reason=why,
                    broadcast_id=of(proposal).id,
                    created_at=clock(),
                    not_before=clock(),
                )
            )
    page = boon.get(f"{proposal}/ledger").text
    counts = re.sub(r"\s+", "", page[page.index("<tbody>") : page.index("</tbody>")])
    assert 'ส่งแล้ว</span></td><tdclass="number">2</td>' in counts
    quota = "ข้อความLINEของเดือนนี้หมด"
    assert f'พักไว้</span>{quota}</td><tdclass="number">1</td>' in counts
    assert 'ไม่ส่ง</span>ช่องทางนี้ปิดอยู่</td><tdclass="number">1</td>' in counts
    assert "U-secret" not in page
    rows = page[page.rindex("<tbody>") :]
    assert rows.count("<tr>") == 4


def test_who_was_erased_since_is_still_counted_and_said_in_words(
    boon, proposal, database, clock, of
):
    with database.write() as session:
        contact = given.contact(session, "U1", clock())
        session.add(
            Delivery(
                contact_id=contact.id,
                channel="line",
                account="town",
                kind=DeliveryKind.BROADCAST,
                state=DeliveryState.SENT,
                broadcast_id=of(proposal).id,
                created_at=clock(),
                not_before=clock(),
            )
        )
    with database.write() as session:
        forget.forget(session, contact.resident_id, clock())
    page = boon.get(f"{proposal}/ledger").text
    counts = re.sub(r"\s+", "", page[page.index("<tbody>") : page.index("</tbody>")])
    assert 'ส่งแล้ว</span>ขอให้ลบข้อมูลแล้ว</td><tdclass="number">1</td>' in counts


def test_what_the_web_page_is_owed_waits_for_its_reader_and_says_so(
    boon, proposal, database, clock, of
):
    with database.write() as session:
        for channel in ("web", "telegram"):
            contact = given.contact(session, channel, clock(), channel=channel)
            session.add(
                Delivery(
                    contact_id=contact.id,
                    channel=channel,
                    account="town",
                    kind=DeliveryKind.BROADCAST,
                    priority=1,
                    state=DeliveryState.PENDING,
                    broadcast_id=of(proposal).id,
                    created_at=clock(),
                    not_before=clock(),
                )
            )
    page = boon.get(f"{proposal}/ledger").text
    counts = re.sub(r"\s+", "", page[page.index("<tbody>") : page.index("</tbody>")])
    assert counts.count("รอเปิดหน้าเว็บ") == counts.count("รอส่ง") == 1
    assert counts.index("หน้าเว็บ") < counts.index("รอเปิดหน้าเว็บ")


def test_what_still_waits_is_said_and_can_be_stopped_though_the_sending_is_done(
    anna, proposal, database, clock, of
):
    waiting = {"line": DeliveryState.PARKED, "web": DeliveryState.PENDING}
    with database.write() as session:
        session.get_one(Broadcast, of(proposal).id).state = BroadcastState.DONE
        for channel, state in waiting.items():
            contact = given.contact(session, channel, clock(), channel=channel)
            session.add(
                Delivery(
                    contact_id=contact.id,
                    channel=channel,
                    account="town",
                    kind=DeliveryKind.BROADCAST,
                    priority=1,
                    state=state,
                    broadcast_id=of(proposal).id,
                    created_at=clock(),
                    not_before=clock(),
                )
            )
    page = anna.get(proposal).text
    assert "ยังมี 2 คนที่รอ" in page
    assert "หยุดส่งส่วนที่เหลือ" in page
    assert anna.post(f"{proposal}/cancel").status_code == 303
    assert of(proposal).state is BroadcastState.CANCELLED
    page = anna.get(proposal).text
    assert "คนที่รอ" not in page
    assert f"{proposal}/cancel" not in page


@pytest.mark.parametrize("made_up", [True, False])
def test_the_first_page_says_when_the_figures_are_made_up(
    anna, database, clock, made_up
):
    survey = definition.first()
    with database.write() as session:
        version = waves.store_version(session, survey, clock())
        waves.open_wave(
            session,
            key="one",
            version=version,
            population="everyone",
            now=clock(),
            made_up=made_up,
        )
    assert ("ข้อมูลสมมุติ" in anna.get("/console").text) is made_up


def test_the_lists_of_sendings_ask_no_more_for_a_longer_list(
    anna, draft, proposal, database
):
    def asked(path):
        found = []

        def note(connection, cursor, statement, parameters, context, many):
            found.append(statement)

        event.listen(database.engine, "before_cursor_execute", note)
        try:
            anna.get(path)
        finally:
            event.remove(database.engine, "before_cursor_execute", note)
        return len(found)

    paths = ("/console/broadcasts", "/console")
    few = [asked(path) for path in paths]
    for _ in range(3):
        path = anna.post("/console/reports", data=FORM).headers["location"]
        anna.post(f"{path}/propose")
    assert [asked(path) for path in paths] == few
