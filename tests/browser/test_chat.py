"""The chat page in a real browser: keyboard, no script, lost connections."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import PATIENCE_MS, waited

pytestmark = pytest.mark.browser


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.tagName")


def tab_to(page: Page, there: str, *, back: bool = False) -> None:
    """Press Tab until this script is true of the focused element."""
    for _ in range(40):
        if page.evaluate(f"(e => {there})(document.activeElement)"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"the keyboard never got to {there}")


def open_chat(page: Page) -> None:
    """Open the page and wait until the bot has introduced itself."""
    page.goto("/chat?lang=th")
    expect(page.locator(".choices button").first).to_be_visible()


def test_a_resident_asks_and_presses_with_the_keyboard_alone(page):
    open_chat(page)
    tab_to(page, "e.id === 'text'")
    page.keyboard.type("ภาษาไทย")
    page.keyboard.press("Enter")
    expect(page.locator("[data-seq]")).to_have_count(2)
    page.keyboard.type("เมืองอุตสาหกรรมเชิงนิเวศคืออะไร")
    page.keyboard.press("Enter")
    answer = page.locator("[data-seq]").last
    expect(answer).to_contain_text("โรงงาน หน่วยงานท้องถิ่น และชุมชน")
    assert focused(page) == "text"
    page.keyboard.type("แบบสำรวจ")
    page.keyboard.press("Enter")
    expect(page.locator("[data-seq]").last.locator(".choices button")).to_have_count(2)
    tab_to(page, "e.closest('.choices') && e.textContent.includes('ยินดีตอบ')", back=True)
    page.keyboard.press("Enter")
    expect(page.locator("[data-seq]").last).to_contain_text("ข้อ 1 จาก")
    assert focused(page) == "text"
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(page.locator("[data-seq]").last).to_contain_text("ข้อ 2 จาก")


def test_new_messages_are_announced_in_a_log_that_is_labelled(page):
    open_chat(page)
    log = page.get_by_role("log", name="บทสนทนา")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log.locator("[data-seq]").first).to_be_visible()


def test_danger_brings_numbers_that_can_be_tapped(page):
    open_chat(page)
    page.get_by_role("textbox").fill("ไฟไหม้โรงงาน")
    page.keyboard.press("Enter")
    call = page.get_by_role("link", name="199")
    expect(call).to_have_attribute("href", "tel:199")
    assert call.bounding_box()["height"] >= 44


def test_ones_own_words_stay_in_their_place_when_the_page_is_loaded_again(page):
    open_chat(page)
    page.get_by_role("textbox").fill("เมนู")
    page.keyboard.press("Enter")
    expect(page.locator("[data-seq]")).to_have_count(2)
    page.reload()
    expect(page.locator("[data-seq]")).to_have_count(2)
    order = page.evaluate(
        "[...document.querySelectorAll('.log > *')]"
        ".map(e => e.classList.contains('mine') ? 'mine' : e.dataset.seq)"
    )
    assert order == ["1", "mine", "2"]


def test_a_message_written_while_the_line_is_down_arrives_later_and_once(page):
    open_chat(page)
    page.context.set_offline(True)
    page.get_by_role("textbox").fill("เมนู")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("กำลังลองใหม่")
    page.context.set_offline(False)
    expect(page.locator("[data-seq]")).to_have_count(2)
    page.wait_for_timeout(2500)
    expect(page.locator("[data-seq]")).to_have_count(2)


def hangs_once(page: Page) -> list[str]:
    """The next message is on a line that hangs; the ids that are sent."""
    ids: list[str] = []

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            route.fallback()
            return
        ids.append(route.request.post_data_json["id"])
        if len(ids) > 1:
            route.fallback()

    page.route("**/chat/messages", answer)
    return ids


def test_on_a_line_that_hangs_words_are_tried_anew_and_those_behind_them_follow(page):
    page.clock.install()
    open_chat(page)
    ids = hangs_once(page)
    for text in ("ภาษาไทย", "เมนู"):
        page.get_by_role("textbox").fill(text)
        page.keyboard.press("Enter")
    expect(page.locator(".mine")).to_have_count(2)
    waited(page, ids, 2)
    expect(page.locator("[data-seq]")).to_have_count(3)
    assert len(ids) == 3
    assert ids[0] == ids[1]
    assert ids[1] != ids[2]


def test_listening_on_a_line_that_hangs_is_begun_anew(page):
    page.clock.install()
    open_chat(page)
    hung: list[Route] = []

    def answer(route: Route) -> None:
        if route.request.method == "GET" and not hung:
            hung.append(route)
        else:
            route.fallback()

    page.route("**/chat/messages*", answer)

    def says(text: str) -> None:
        page.get_by_role("textbox").fill(text)
        page.keyboard.press("Enter")

    says("ภาษาไทย")
    # This answer is brought by the listening that was begun before.
    expect(page.locator("[data-seq]")).to_have_count(2)
    waited(page, hung, 1)
    says("เมนู")
    expect(page.get_by_role("status")).to_have_text("กำลังรอคำตอบ")
    page.clock.fast_forward(61_000)
    expect(page.get_by_role("status")).to_contain_text("กำลังลองใหม่")
    page.clock.fast_forward(2_000)
    expect(page.locator("[data-seq]")).to_have_count(3)


def refused_once(page: Page, *, arrives: bool) -> list[str]:
    """The next message is refused, on its way there or back; the ids that are sent."""
    ids: list[str] = []

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            route.fallback()
            return
        ids.append(route.request.post_data_json["id"])
        if len(ids) > 1:
            route.fallback()
            return
        if arrives:
            route.fetch()
        route.fulfill(status=403, json={"error": "ส่งไม่ได้"})

    page.route("**/chat/messages", answer)
    return ids


@pytest.mark.parametrize("arrives", [False, True])
@pytest.mark.parametrize("by", ["tap", "keyboard"])
def test_what_was_refused_is_sent_again_by_a_press_and_taken_once(page, arrives, by):
    open_chat(page)
    ids = refused_once(page, arrives=arrives)
    page.get_by_role("textbox").fill("เมนู")
    page.keyboard.press("Enter")
    again = page.locator(".unsent").get_by_role("button", name="กดเพื่อส่งอีกครั้ง")
    expect(again).to_be_visible()
    # Where it arrived all the same, the answer to it ends what the status says.
    if not arrives:
        expect(page.get_by_role("status")).to_contain_text("ส่งไม่ได้")
    if by == "tap":
        again.click()
    else:
        again.focus()
        page.keyboard.press("Enter")
        assert focused(page) == "text"
    expect(page.locator("[data-seq]")).to_have_count(2)
    expect(page.locator(".unsent")).to_have_count(0)
    expect(again).to_have_count(0)
    page.wait_for_timeout(1000)
    expect(page.locator("[data-seq]")).to_have_count(2)
    expect(page.locator(".mine")).to_have_count(1)
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_what_was_never_taken_does_not_look_sent_when_the_page_is_loaded_again(page):
    open_chat(page)
    refused_once(page, arrives=False)
    page.get_by_role("textbox").fill("เมนู")
    page.keyboard.press("Enter")
    expect(page.locator(".unsent")).to_be_visible()
    page.reload()
    expect(page.locator("[data-seq]")).to_have_count(1)
    expect(page.locator(".mine")).to_have_count(0)


@pytest.fixture
def phone(chromium, town):
    """A touch screen, without a keyboard of its own."""
    context = chromium.new_context(
        base_url=town.url,
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
    )
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    context.close()


def test_on_a_phone_a_pressed_button_raises_no_keyboard_over_the_next_ones(phone):
    open_chat(phone)
    assert phone.evaluate("matchMedia('(pointer: coarse)').matches")
    phone.evaluate(
        "document.getElementById('text')"
        ".addEventListener('focus', () => { window.raised = true; })"
    )
    for number, label in enumerate(("ไทย", "ไม่ต้องส่ง", "ตอบแบบสอบถาม"), 2):
        phone.locator(".choices button").filter(has_text=label).first.tap()
        expect(phone.locator("[data-seq]")).to_have_count(number)
    assert phone.evaluate("window.raised") is None
    # A screen reader goes on from the newest words, and Tab to the buttons below them.
    newest = phone.locator("[data-seq]").last
    expect(newest).to_be_focused()
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('.choices') !== null")
    phone.get_by_role("textbox").tap()
    phone.keyboard.type("ไม่ยินดี")
    phone.keyboard.press("Enter")
    assert focused(phone) == "text"


def test_with_a_mouse_the_field_is_ready_after_a_press(page):
    open_chat(page)
    page.locator(".choices button").filter(has_text="ไทย").first.click()
    expect(page.locator("[data-seq]")).to_have_count(2)
    assert focused(page) == "text"


def test_without_javascript_the_talk_goes_on(chromium, town):
    context = chromium.new_context(base_url=town.url, java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto("/chat?lang=th")
    page.get_by_role("button", name="เริ่มคุย").click()
    expect(page.locator("[data-seq]")).to_have_count(1)
    page.get_by_role("textbox").fill("เมนู")
    page.get_by_role("textbox").press("Enter")
    expect(page.locator("[data-seq]")).to_have_count(2)
    expect(page.locator(".mine")).to_contain_text("เมนู")
    newest = page.locator("[data-seq]").last
    assert newest.bounding_box()["y"] < page.viewport_size["height"]
    context.close()


def test_the_input_stays_at_the_bottom_of_a_phone(page):
    open_chat(page)
    for number, word in enumerate(("เมนู", "ช่วยเหลือ", "แบบสำรวจ"), 2):
        page.get_by_role("textbox").fill(word)
        page.keyboard.press("Enter")
        expect(page.locator("[data-seq]")).to_have_count(number)
    box = page.get_by_role("textbox").bounding_box()
    assert box["y"] + box["height"] <= 740
    assert page.evaluate("document.documentElement.scrollHeight") <= 740
