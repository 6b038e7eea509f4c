"""The privacy notice says what this installation does."""

import re

import pytest

from api.store import retention
from content import commands, messages, notice
from surveys import contact


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
        forget, stop, alone = re.findall("“(.+?)”", rights)[:3]
        assert commands.find(forget) == "forget"
        assert commands.find(stop) == "stop"
        assert commands.find(alone) == "invited:never"


@pytest.mark.parametrize("lang", messages.LANGUAGES)
def test_the_words_of_the_notice_in_the_chat_are_words_the_bot_knows(lang):
    said = messages.load().say("welcome.privacy", lang)
    told = re.findall('"(.+?)"', said)
    assert [commands.find(each) for each in told] == ["stop", "invited:never", "forget"]


def test_it_says_what_is_kept_of_invitations(client):
    page = client.get("/privacy?lang=en").text
    invited = page[page.index("Inviting you to surveys") :]
    assert "twice at most" in invited
    assert contact.MOST_REMINDERS == 2
    assert f"{retention.INVITED_KEPT.days} days from the invitation" in invited
    for lang, said in (("th", "ไม่เกิน 2 ครั้ง"), ("my", "အများဆုံး ၂ ကြိမ်")):
        assert said in client.get(f"/privacy?lang={lang}").text


def test_a_town_without_a_contact_says_so(client, app, settings):
    app.state.settings = settings.model_copy(update={"privacy_contact": ""})
    assert "ยังไม่ได้แจ้งช่องทางติดต่อ" in client.get("/privacy").text
