"""Every page on a phone and on a desk: nothing overflows, everything can be hit."""

import pytest
from playwright.sync_api import expect

from api.store import waves
from api.store.models import Response
from api.store.types import utc_now
from api.store.words import ResponseState

pytestmark = pytest.mark.browser

PAGES = (
    *("/", "/indicators", "/indicators/ET-S5", "/reports", "/privacy", "/chat"),
    *("/console/sign-in", "/nowhere"),
)
# What is pressed; links within a sentence are as high as their line.
TARGETS = "button:not([tabindex='-1']), .button, .menu a, .languages a, summary, .title"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_fits_is_legible_and_can_be_hit_with_a_thumb(page, path):
    for lang in ("my", "en", "th"):
        page.goto(f"{path}?lang={lang}")
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 740})
            across = page.evaluate("document.documentElement.scrollWidth")
            assert across <= width, (lang, width)
    # On the phone, in Thai, now.
    small = page.evaluate(
        """selector => [...document.querySelectorAll(selector)]
            .filter(e => e.checkVisibility())
            .map(e => [e.textContent.trim(), e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 44 || box.width < 44)
            .map(([text]) => text)""",
        TARGETS,
    )
    assert small == []
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("p, li, a, button, td, label, input")]
            .filter(e => e.checkVisibility() && !e.closest("svg"))
            .map(e => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert min(sizes) >= 17
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18


def test_the_first_tab_leads_past_the_menu(page):
    page.goto("/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_class("skip")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_count_of_answers_rises_while_the_page_stays_open(page, town):
    page.clock.install()
    page.goto("/")
    expect(page.locator(".count b")).to_have_text("0")
    with town.database.write() as session:
        wave = waves.open_waves(session)[0]
        session.add_all(
            Response(
                wave_id=wave.id,
                state=ResponseState.COMPLETE,
                language="th",
                mode="web",
                started_at=utc_now(),
                completed_at=utc_now(),
            )
            for _ in range(5)  # of fewer it is only said that they are few
        )
    page.clock.run_for(21_000)
    expect(page.locator(".count b")).to_have_text("5")
