"""A picture is chosen on a telephone, sent, and answered, in a real browser."""

import base64
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from sqlmodel import select

from api.store.models import Photo
from api.store.types import utc_now
from api.store.words import PhotoState
from tests.browser.conftest import Served, waited
from tests.conftest import KEYS
from tests.journeys import polls
from tests.surveys import photographed

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


# Red on the left and blue on the right, of so many pixels, with a grain that makes it
# large; `clear`: nothing on the right.
DRAWN = """async ([width, height, type, clear]) => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const paper = canvas.getContext("2d");
  const image = paper.createImageData(width, height);
  for (let at = 0; at < width * height; at += 1) {
    const right = at % width >= width / 2;
    const grain = (at * 7919 % 104729) % 90;
    image.data[4 * at + (right ? 2 : 0)] = 160 + grain;
    image.data[4 * at + 1] = grain;
    image.data[4 * at + 3] = right && clear ? 0 : 255;
  }
  paper.putImageData(image, 0, 0);
  const blob = await new Promise((done) => canvas.toBlob(done, type, 0.95));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const each of bytes) text += String.fromCharCode(each);
  return btoa(text);
}"""
# As it is shown: how large, and the colour in the middle of each of its edges.
SHOWN = """async (content) => {
  const bytes = Uint8Array.from(atob(content), (each) => each.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const { width, height } = picture;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const paper = canvas.getContext("2d");
  paper.drawImage(picture, 0, 0);
  const colour = (x, y) => {
    const [red, green, blue] = paper.getImageData(x, y, 1, 1).data;
    if (Math.min(red, green, blue) > 200) return "white";
    return red > 130 && blue < 90 ? "red" : blue > 130 && red < 90 ? "blue" : "other";
  };
  const [x, y] = [width >> 1, height >> 1];
  return {
    size: [width, height],
    top: colour(x, 9), bottom: colour(x, height - 10),
    left: colour(9, y), right: colour(width - 10, y),
  };
}"""
NO_SECRETS = (
    "CanvasRenderingContext2D.prototype.getImageData = () => ({ data: [9, 9, 9] })"
)


def drawn(page: Page, *how: object) -> bytes:
    return base64.b64decode(page.evaluate(DRAWN, list(how)))


def arrived(town: Served) -> bytes:
    """The picture that was kept last."""
    with town.database.read() as session:
        kept = session.exec(select(Photo).order_by(Photo.sent_at)).all()[-1]
    return KEYS.unseal("photo", kept.id, kept.content_sealed)


def shown(page: Page, content: bytes) -> dict[str, Any]:
    return page.evaluate(SHOWN, base64.b64encode(content).decode())


def sent(page: Page, content: bytes) -> None:
    chosen(page, "คลอง.jpg", content)
    expect(page.locator("[data-seq]").last).to_contain_text("เพราะอะไรคะ")


def of_a_telephone(picture: bytes, orientation: int) -> bytes:
    told = photographed.EXIF + photographed.exif(orientation)
    return photographed.in_jpeg(picture, photographed.segment(0xE1, told))


def test_what_a_telephone_took_arrives_smaller_and_the_right_way_up(page, town):
    asked(page)
    # Held upright: the left of the picture is the top of what is seen.
    large = of_a_telephone(drawn(page, 3000, 2000, "image/jpeg", False), 6)
    assert shown(page, large)["top"] == "red"
    sent(page, large)
    found = arrived(town)
    assert len(found) < len(large) / 2
    assert b"Exif" not in found
    seen = shown(page, found)
    assert seen["size"] == [1365, 2048]
    assert (seen["top"], seen["bottom"]) == ("red", "blue")


def test_one_that_is_no_larger_than_needed_keeps_its_size(page, town):
    asked(page)
    picture = drawn(page, 640, 480, "image/png", True)
    sent(page, picture)
    found = arrived(town)
    assert found.startswith(b"\xff\xd8\xff")
    assert len(found) < len(picture)
    seen = shown(page, found)
    assert seen["size"] == [640, 480]
    # What nothing is on is paper, not darkness.
    assert (seen["left"], seen["right"]) == ("red", "white")


def test_what_would_grow_goes_as_it_is(page, town):
    asked(page)
    content = drawn(page, 4, 4, "image/png", False)
    assert shown(page, content)["size"] == [4, 4]
    sent(page, content)
    assert arrived(town) == content


def test_what_the_browser_cannot_read_goes_as_it_is(page, town):
    asked(page)
    content = b"\xff\xd8\xff\xdb the canal today"
    sent(page, content)
    assert arrived(town) == content


def test_a_browser_that_shows_nobody_what_it_drew_sends_the_picture_as_it_is(
    page, town
):
    """Some give noise instead, so that nobody is known again by it."""
    asked(page)
    picture = drawn(page, 2500, 1500, "image/jpeg", False)
    page.evaluate(NO_SECRETS)
    sent(page, of_a_telephone(picture, 1))
    # By their size first: who compares millions of bytes in words takes long.
    found = arrived(town)
    assert len(found) == len(picture)
    assert found == picture


SAID = """() => {
  const line = document.querySelector('[role=status]');
  window.said = [];
  new MutationObserver(() => window.said.push(line.textContent))
    .observe(line, {childList: true, characterData: true, subtree: true});
}"""


def test_a_picture_is_tried_three_times_and_then_offered_to_be_sent_again(page, town):
    before = len(kept(town))
    page.clock.install()
    asked(page)
    sent = nothing_gets_there(page)
    chosen(page, "b.png", PNG)
    waited(page, sent, 3)
    # The clock leaps: what the page listens on may lapse too, and say so after it.
    page.evaluate(SAID)
    page.clock.fast_forward(150_000)
    again = page.locator(".unsent").get_by_role("button", name="กดเพื่อส่งอีกครั้ง")
    expect(again).to_be_visible()
    assert any("ส่งรูปไม่สำเร็จ" in each for each in page.evaluate("window.said"))
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
    # The address may be logged on its way: it does not say whose answer it is.
    assert set(parse_qs(urlsplit(sent[0]).query)) == {"id"}
    assert len(set(sent)) == 1
    assert len(sent) == 2
    assert len(kept(town)) == before + 1
