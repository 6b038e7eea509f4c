"""A picture is chosen on a telephone, sent, and answered, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from sqlmodel import select

from api.store.models import Photo
from api.store.types import utc_now
from api.store.words import PhotoState
from tests.browser.conftest import Served, waited
from tests.journeys import polls

pytestmark = pytest.mark.browser
# A picture of one black point.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


@pytest.fixture(scope="module", autouse=True)
def wave(town: Served) -> None:
    photo = polls.question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ")
    why = polls.question("why", "open", "เพราะอะไรคะ")
    with town.database.write() as session:
        polls.asks(session, polls.poll(photo, why), utc_now(), key="photos")


def asked(page: Page) -> None:
    """Come as far as the question for a picture."""
    page.goto("/chat?lang=th")
    expect(page.locator(".choices button").first).to_be_visible()
    page.get_by_role("textbox").fill("แบบสอบถาม")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="ยินดีตอบ").click()
    expect(page.locator("[data-seq]").last).to_contain_text("มีรูปคลองวันนี้ไหมคะ")


def kept(town: Served) -> list[PhotoState]:
    with town.database.read() as session:
        return list(session.exec(select(Photo.state)))


def chosen(page: Page, name: str, content: bytes) -> None:
    file = {"name": name, "mimeType": "", "buffer": content}
    page.locator("input[type=file]").set_input_files(files=[file])


def test_a_picture_is_sent_by_a_button_that_a_thumb_finds(page, town):
    asked(page)
    button = page.locator(".photo label")
    expect(button).to_have_text("ส่งรูป")
    box = button.bounding_box()
    assert box["height"] >= 44
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    chosen(page, "คลอง.png", PNG)
    expect(page.locator("[data-seq]").last).to_contain_text("เพราะอะไรคะ")
    expect(page.locator(".said.mine").last).to_contain_text("ส่งรูปแล้ว")
    expect(page.locator("input[type=file]")).to_have_count(0)
    assert kept(town)[-1] is PhotoState.STORED


def test_the_button_is_reached_with_the_keyboard_and_says_what_it_is(page):
    asked(page)
    page.locator("input[type=file]").focus()
    expect(page.get_by_label("ส่งรูป")).to_be_focused()


def test_what_is_no_photograph_is_said_and_another_may_be_chosen(page, town):
    before = len(kept(town))
    asked(page)
    chosen(page, "sound.mp3", b"no picture at all")
    status = page.get_by_role("status")
    expect(status).to_contain_text("ไม่ใช่รูปถ่าย")
    expect(page.locator(".said.mine", has_text="ส่งรูปแล้ว")).to_have_count(0)
    assert len(kept(town)) == before
    chosen(page, "b.png", PNG)
    expect(page.locator("[data-seq]").last).to_contain_text("เพราะอะไรคะ")


def nothing_gets_there(page: Page) -> list[str]:
    """No picture arrives, and none is refused either; where they were sent."""
    sent: list[str] = []
    page.route("**/chat/photos*", lambda route: sent.append(route.request.url))
    return sent


def test_danger_is_answered_while_a_picture_does_not_get_there(page):
    asked(page)
    sent = nothing_gets_there(page)
    chosen(page, "b.png", PNG)
    expect(page.get_by_role("status")).to_contain_text("กำลังส่งรูป")
    page.get_by_role("textbox").fill("ไฟไหม้โรงงาน")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="199")).to_be_visible()
    assert len(sent) == 1


def test_a_picture_is_tried_three_times_and_then_offered_to_be_sent_again(page, town):
    before = len(kept(town))
    page.clock.install()
    asked(page)
    sent = nothing_gets_there(page)
    chosen(page, "b.png", PNG)
    waited(page, sent, 3)
    page.clock.fast_forward(150_000)
    again = page.locator(".unsent").get_by_role("button", name="กดเพื่อส่งอีกครั้ง")
    expect(again).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("ส่งรูปไม่สำเร็จ")
    expect(page.locator("input[type=file]")).to_be_enabled()
    page.clock.fast_forward(300_000)
    page.unroute("**/chat/photos*")
    with page.expect_request("**/chat/photos*") as goes:
        again.click()
    expect(page.locator("[data-seq]").last).to_contain_text("เพราะอะไรคะ")
    expect(page.locator(".unsent")).to_have_count(0)
    assert {*sent, goes.value.url} == {sent[0]}
    assert len(sent) == 3
    assert len(kept(town)) == before + 1


def test_too_large_a_picture_is_not_even_sent(page, town, tmp_path: Path):
    before = len(kept(town))
    asked(page)
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(20 * 1024 * 1024 + 1)
    page.locator("input[type=file]").set_input_files(large)
    expect(page.get_by_role("status")).to_contain_text("ใหญ่เกิน 20 เมกะไบต์")
    assert len(kept(town)) == before


def test_a_picture_whose_answer_was_lost_goes_again_under_its_id_and_is_one(page, town):
    before = len(kept(town))
    asked(page)
    sent: list[str] = []

    def answer(route: Route) -> None:
        sent.append(route.request.url)
        if len(sent) > 1:
            route.fallback()
            return
        route.fetch()
        route.abort()

    page.route("**/chat/photos*", answer)
    with page.expect_response("**/chat/photos*") as answered:
        chosen(page, "b.png", PNG)
        expect(page.locator("[data-seq]").last).to_contain_text("เพราะอะไรคะ")
        page.get_by_role("textbox").fill("น้ำเสีย")
        page.keyboard.press("Enter")
        expect(page.locator("[data-seq]").last).to_contain_text("ขอบคุณ")
    assert answered.value.status == 202
    assert len(set(sent)) == 1
    assert len(sent) == 2
    assert len(kept(town)) == before + 1
