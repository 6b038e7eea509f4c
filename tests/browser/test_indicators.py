"""The page of an indicator with a full chart: on a phone, on a desk, in words."""

from contextlib import suppress
from datetime import timedelta

import pytest

from api.errors import DomainError
from api.store import freezing, indicators, waves
from api.store.types import utc_now
from tests.api import answered
from tests.api.store import releasing, waving
from tests.browser.conftest import PATIENCE_MS

pytestmark = pytest.mark.browser
SHARES = (0.02, 0.4, 0.98, 0.7, 0.45)


def _frozen(database, wave, now):
    """Closed, frozen and counted, by us or by the town's own job, if it is first."""
    with database.write() as session:
        waves.close(session, wave.id, now)
    with suppress(DomainError):
        freezing.run(database, wave.id, now)
    with database.write() as session:
        indicators.compute(session, wave.id, now)


@pytest.fixture(scope="module")
def filled(town):
    """More waves than the chart has room for, some at the very ends of it."""
    began = utc_now() - timedelta(days=92 * len(SHARES))
    for number, share in enumerate(SHARES):
        now = began + timedelta(days=92 * number)
        with town.database.write() as session:
            made = waving.opened(session, now, f"life-{number}", made_up=True)
            rows = [{"dialogue": 5 if i < 500 * share else 1} for i in range(500)]
            answered.fill(session, made, rows, now)
        _frozen(town.database, made, now + timedelta(days=14))
        releasing.released(town.database, now, "ET-S5", f"life-{number}")


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_in_the_chart_stands_on_top_of_something_else(
    page, filled, lang, width
):
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"/indicators/ET-S5?lang={lang}")
    # The wave the town has just opened is not drawn.
    assert page.locator(".waves .dot").count() == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".waves text")].map(e => {
            const box = e.getBoundingClientRect();
            return [e.textContent.trim(), box.left, box.right, box.top, box.bottom];
        })"""
    )
    frame = page.locator("section[aria-labelledby=waves]").bounding_box()
    for place, (said, left, right, top, bottom) in enumerate(boxes):
        assert frame["x"] <= left, said
        assert right <= frame["x"] + frame["width"], said
        for other, *sides in boxes[place + 1 :]:
            beside = sides[0] >= right or sides[1] <= left
            # A line's box is higher than its letters are.
            above = sides[2] >= bottom - 6 or sides[3] <= top + 6
            assert beside or above, (said, other)


def test_the_figures_can_be_read_without_a_script_and_by_the_keyboard(
    chromium, town, filled
):
    context = chromium.new_context(
        base_url=town.url,
        viewport={"width": 360, "height": 740},
        java_script_enabled=False,
    )
    phone = context.new_page()
    phone.set_default_timeout(PATIENCE_MS)
    phone.goto("/indicators?lang=th")
    link = phone.locator("a[href='/indicators/ET-S5']")
    link.focus()
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/indicators/ET-S5")
    said = phone.locator("main").inner_text()
    assert "70%" in said
    assert "n = 500" in said
    assert phone.locator(".waves title").inner_html().count("n = 500") == 4
    context.close()
