"""Draws docs/chat.png from a running demonstration: `python -m tests.demo.picture`.

A telephone with the chat beside the first page, both as Chromium shows them.
"""

import base64
import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PICTURE = Path(__file__).parent.parent.parent / "docs" / "chat.png"
CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
QUESTION = "น้ำในคลองอ้อมน้อยเสียแค่ไหน"
HEIGHT = 800
PHONE_WIDTH, PAGE_WIDTH = 390, 720
SHARPNESS = 1.5
FRAME = """<!doctype html>
<body style="margin:0; padding:28px; display:flex; gap:28px; background:#dfe6e1">
<style>img {{ height:{height}px; border-radius:16px; box-shadow:0 4px 18px #0003 }}
img:first-of-type {{ border-radius:34px; border:10px solid #1d2521 }}</style>
<img src="data:image/png;base64,{chat}">
<img src="data:image/png;base64,{page}" style="margin-top:10px">
"""


def main() -> None:
    """Take both, set them side by side."""
    url = f"http://localhost:{os.environ.get('ECOTOWN_PORT', '8000')}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        html = FRAME.format(
            height=HEIGHT,
            chat=base64.b64encode(_chat(browser, url)).decode(),
            page=base64.b64encode(_first_page(browser, url)).decode(),
        )
        page = _opened(browser, PHONE_WIDTH + PAGE_WIDTH + 104)
        page.set_content(html, wait_until="load")
        PICTURE.parent.mkdir(exist_ok=True)
        page.screenshot(path=PICTURE, full_page=True)
        browser.close()
    sys.stdout.write(f"{PICTURE} {PICTURE.stat().st_size // 1024} KB\n")


def _chat(browser: Browser, url: str) -> bytes:
    page = _opened(browser, PHONE_WIDTH)
    page.goto(f"{url}/chat?lang=th")
    for press in ("ไทย", "ไม่ต้องส่ง"):
        page.locator(".choices button", has_text=press).click()
    page.locator(".choices button", has_text="ถามเรื่องเมือง").wait_for()
    page.get_by_role("textbox").fill(QUESTION)
    page.get_by_role("textbox").press("Enter")
    page.locator(".choices button", has_text="อ่านต่อ").wait_for()
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(500)
    return page.screenshot()


def _first_page(browser: Browser, url: str) -> bytes:
    """What the made-up residents said."""
    page = _opened(browser, PAGE_WIDTH)
    page.goto(f"{url}/?lang=th")
    page.locator("#social").evaluate("each => each.scrollIntoView()")
    page.evaluate("scrollBy(0, -40)")
    page.wait_for_timeout(500)
    return page.screenshot()


def _opened(browser: Browser, width: int) -> Page:
    return browser.new_page(
        viewport={"width": width, "height": HEIGHT}, device_scale_factor=SHARPNESS
    )


if __name__ == "__main__":
    main()
