"""Two officers send a report, from their invitations to the public page."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import update

from api.store import broadcasts, cases, officers
from api.store.models import Broadcast
from api.store.types import utc_now
from tests.api import given
from tests.browser.conftest import PASSWORD, PATIENCE_MS

pytestmark = pytest.mark.browser

WORDS = "ผล: น้ำดีขึ้น\nต่อไป: ตรวจอีกครั้งเดือนหน้า"


def join(chromium: Browser, url: str, link: str, name: str) -> Page:
    """A new officer at their desk."""
    page = chromium.new_context(base_url=url).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(link)
    page.get_by_label("ชื่อที่เจ้าหน้าที่คนอื่นเห็น").fill(name.title())
    page.get_by_label("ชื่อผู้ใช้").fill(name)
    page.get_by_label("รหัสผ่าน", exact=True).fill(PASSWORD)
    page.get_by_label("รหัสผ่านอีกครั้ง").fill(PASSWORD)
    page.get_by_role("button", name="สร้างบัญชี").click()
    expect(page.get_by_role("heading", name="งานที่รอ")).to_be_visible()
    return page


def write(page: Page) -> None:
    page.get_by_role("link", name="รายงาน").click()
    page.get_by_role("link", name="เขียนรายงานใหม่").click()
    body = page.get_by_label("ข้อความ ภาษาไทย")
    body.fill(WORDS)
    expect(page.locator("[data-counts=body_th]")).to_have_text(str(len(WORDS)))
    page.get_by_label("หัวข้อ ภาษาไทย").fill("ตรวจน้ำในคลอง")
    page.get_by_label("ที่มา", exact=True).fill("เทศบาล")
    page.get_by_label("ข้อมูล ณ วันที่").fill("2026-11-20")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_role("group", name="LINE th")).to_contain_text("น้ำดีขึ้น")


def test_two_officers_send_a_report_and_everyone_can_read_it(
    chromium, town, invitations
):
    anna = join(chromium, town.url, invitations[0], "anna")
    boon = join(chromium, town.url, invitations[1], "boon")
    write(anna)
    anna.get_by_role("button", name="เสนอให้ส่ง").click()
    expect(anna.get_by_role("button", name="อนุมัติให้ส่ง")).to_have_count(0)

    boon.goto("/console")
    boon.get_by_role("link", name="ตรวจน้ำในคลอง").click()
    boon.get_by_role("checkbox").check()
    boon.get_by_role("button", name="อนุมัติให้ส่ง", exact=True).click()
    expect(boon.locator("[data-seconds]")).to_have_text(re.compile(r"^5\d\d$"))
    with town.database.write() as session:
        session.exec(update(Broadcast).values(starts_at=utc_now()))

    # The page follows by itself what the worker does.
    expect(boon.get_by_text("ส่งเสร็จ")).to_be_visible()
    reader = chromium.new_context(base_url=town.url).new_page()
    reader.goto("/")
    reader.get_by_role("link", name="ตรวจน้ำในคลอง").click()
    expect(reader.get_by_role("article")).to_contain_text("ตรวจอีกครั้งเดือนหน้า")
    for page in (anna, boon, reader):
        page.context.close()


def test_a_stranger_is_led_to_sign_in_and_told_what_was_wrong(page):
    page.goto("/console")
    expect(page).to_have_url(re.compile("/console/sign-in"))
    page.get_by_label("ชื่อผู้ใช้").focus()
    page.keyboard.type("nobody")
    page.keyboard.press("Tab")
    page.keyboard.type("not a password of anyone")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("ไม่ถูกต้อง")


def test_a_page_left_alone_stops_keeping_its_officer_signed_in(chromium, town):
    with town.database.write() as session:
        token = officers.invite(session, now=utc_now())
    desk = join(chromium, town.url, f"/console/join/{token}", "chai")
    desk.clock.install()
    desk.goto("/console")
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    desk.clock.fast_forward("21:00")
    desk.wait_for_timeout(500)
    assert "console" not in asked
    desk.keyboard.press("Shift")
    with desk.expect_request("**/console"):
        desk.clock.run_for(31_000)
    desk.context.close()


def test_no_page_of_the_console_scrolls_sideways_or_hides_what_is_written(
    chromium, town
):
    now = utc_now()
    with town.database.write() as session:
        dara = given.officer(session, "dara", now)
        gone = given.officer(session, "gone", now)
        officers.disable(session, gone.id, by="cli", now=now)
        report = given.report(session, dara, now)
        made = broadcasts.propose(session, report.id, dara.id, now)
        case = cases.open_case(session, given.contact(session, "U1", now), now=now)
        cases.add_word(session, case, text="น้ำเหม็นมาก " * 20, now=now)
        token = officers.start_session(session, dara, now)
    context = chromium.new_context(base_url=town.url)
    context.add_cookies([{"name": "ecotown", "value": token, "url": town.url}])
    desk = context.new_page()
    paths = [
        *("", "/reports", "/reports/new", "/broadcasts", "/cases", "/questions"),
        *("/officers", f"/reports/{report.id}", f"/reports/{report.id}/edit"),
        *(f"/broadcasts/{made.id}", f"/cases/{case.id}"),
    ]
    for width in (360, 1280):
        desk.set_viewport_size({"width": width, "height": 740})
        for path in paths:
            desk.goto(f"/console{path}")
            wide = desk.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, path
            cut = desk.evaluate(
                """() => [...document.querySelectorAll("textarea, .mark, button")]
                    .filter(e => e.checkVisibility() && e.closest(".card"))
                    .map(e => [e.outerHTML, e.getBoundingClientRect(),
                        e.closest(".card").getBoundingClientRect()])
                    .filter(([, inner, card]) =>
                        inner.bottom > card.bottom || inner.right > card.right)
                    .map(([html]) => html)"""
            )
            assert cut == [], (path, width)
    context.close()
