"""The privacy notice says what this installation does."""

import re

from content import commands, notice


def test_the_notice_names_its_version_and_the_contact(client):
    page = client.get("/privacy").text
    assert notice.NOTICE_VERSION in page
    assert "dpo@town.example" in page


def test_periods_are_those_of_the_settings(client, settings):
    page = client.get("/privacy?lang=en").text
    assert "texts 181 days" in page
    for days in (
        settings.keep_payloads_days,
        settings.keep_cases_days,
        settings.keep_response_links_days,
        settings.keep_consents_days,
        settings.keep_backups_days,
    ):
        assert f"{days} days" in page


def test_the_words_it_tells_residents_to_type_are_words_the_bot_knows(client):
    for lang in ("th", "en", "my"):
        told = client.get(f"/privacy?lang={lang}").text
        rights = told[
            told.index("<h2", told.index("24(4)" if lang != "my" else "၂၄")) :
        ]
        forget, stop = re.findall("“(.+?)”", rights)[:2]
        assert commands.find(forget) == "forget"
        assert commands.find(stop) == "stop"


def test_a_town_without_a_contact_says_so(client, app, settings):
    app.state.settings = settings.model_copy(update={"privacy_contact": ""})
    assert "ยังไม่ได้แจ้งช่องทางติดต่อ" in client.get("/privacy").text
