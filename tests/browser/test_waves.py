"""Into a survey by a link, and a survey entered for somebody, on a telephone."""

import pytest
from playwright.sync_api import expect
from sqlmodel import select

from api.store import officers, wave_links, waves
from api.store.models import Response
from api.store.types import utc_now
from tests.api import given
from tests.browser.conftest import PATIENCE_MS

pytestmark = pytest.mark.browser


def test_a_link_leads_straight_into_its_survey(page, town):
    with town.database.write() as session:
        wave = waves.open_waves(session)[0]
        title = waves.survey_of(session, wave).title.say("th")
        link = wave_links.make(session, wave, "web", "อ้อมน้อย", utc_now())
    page.goto(f"/chat?w={link.code}&lang=th")
    expect(page.locator(".log")).to_contain_text(title)
    # Loading the page again does not begin it again.
    assert "w=" not in page.url
    with town.database.read() as session:
        made = session.exec(select(Response)).one()
    assert (made.source, made.mode) == (link.code, "web")


def test_an_officer_enters_a_form_without_a_script(chromium, town):
    with town.database.write() as session:
        officer = given.officer(session, "somsri", utc_now())
        token = officers.start_session(session, officer, utc_now())
        wave = waves.open_waves(session)[0]
        survey = waves.survey_of(session, wave)
    context = chromium.new_context(
        base_url=town.url,
        viewport={"width": 360, "height": 740},
        java_script_enabled=False,
    )
    context.add_cookies([{"name": "ecotown", "value": token, "url": town.url}])
    phone = context.new_page()
    phone.set_default_timeout(PATIENCE_MS)
    phone.goto("/console/entry")
    phone.locator(f"a[href='/console/entry/{wave.key}']").click()
    wide = phone.locator("main").bounding_box()
    assert wide is not None
    assert wide["width"] <= 360
    phone.get_by_label("ยินดีตอบ", exact=False).first.check()
    for question in survey.questions:
        # The last one: a choice that stands alone, or "skipped".
        name = f"q.{question.key}" if question.choices else f"s.{question.key}"
        phone.locator(f"input[name='{name}']").last.check()
    phone.get_by_role("button", name="บันทึก").click()
    expect(phone.get_by_role("status")).to_contain_text("ทำคนต่อไปได้เลย")
    with town.database.read() as session:
        modes = session.exec(select(Response.mode)).all()
    assert "enumerator" in modes
    context.close()
