"""`ecotown telegram`, against a Telegram of our own on loopback."""

import re

import pytest

from api.settings import Settings
from api.store.keys import Keys
from bot.cli import telegram as command
from bot.webhooks import telegram_secret
from tests.platforms.telegram import TelegramStandIn

PUBLIC = "https://bot.example.go.th"


@pytest.fixture
def telegram(monkeypatch):
    with TelegramStandIn(latency_s=None) as stand_in:
        monkeypatch.setenv("ECOTOWN_TELEGRAM_API_URL", stand_in.url)
        monkeypatch.setenv("ECOTOWN_TELEGRAM_TOKEN", stand_in.token)
        monkeypatch.setenv("ECOTOWN_PUBLIC_URL", PUBLIC)
        yield stand_in


def test_setting_up_sets_webhook_commands_and_description(town, telegram):
    said = town.says(command.app, "setup")

    assert telegram.webhook_url == f"{PUBLIC}/webhooks/telegram"
    assert telegram.pending.allowed == [
        *("message", "edited_message", "callback_query", "my_chat_member")
    ]
    for code in ("", "th", "en"):
        commands = telegram.profile["commands", code]
        assert [each["command"] for each in commands] == [
            *("menu", "ask", "survey", "progress", "person"),
            *("settings", "stop", "forget", "help"),
        ]
    assert telegram.profile["commands", "th"][0]["description"] == "เมนูหลัก"
    assert "อ้อมน้อย" in telegram.profile["short_description", "th"]
    assert "Om Noi" in telegram.profile["short_description", ""]
    assert said.index("ตั้ง webhook แล้ว") < said.index("The webhook is set")
    assert "/setjoingroups" in said


def test_the_webhooks_secret_is_derived_and_can_be_given(town, telegram, monkeypatch):
    town.says(command.app, "setup")
    derived = telegram.secret

    assert re.fullmatch(r"[0-9a-f]{64}", derived)
    assert derived == town.database.keys.derive("telegram webhook").hex()
    monkeypatch.setenv("ECOTOWN_TELEGRAM_SECRET", "given_by_hand")
    town.says(command.app, "setup")
    assert telegram.secret == "given_by_hand"


def test_a_long_name_of_a_town_still_fits_the_description(town, telegram, monkeypatch):
    monkeypatch.setenv("ECOTOWN_TOWN_TH", "เทศบาล" * 40)

    town.says(command.app, "setup")

    assert len(telegram.profile["short_description", "th"]) <= 120


def test_checking_tells_where_the_webhook_leads(town, telegram):
    assert town.run(command.app, "check").exit_code == 1

    telegram.webhook_url = f"{PUBLIC}/webhooks/telegram"
    said = town.says(command.app, "check")
    assert "@stand_in_bot" in said
    assert f"The webhook is now: {PUBLIC}/webhooks/telegram" in said

    telegram.webhook_url = "https://elsewhere.example.org/"
    result = town.run(command.app, "check")
    assert result.exit_code == 1
    assert f"does not lead to {PUBLIC}" in result.stdout


def test_the_webhook_can_be_removed_so_that_polling_works(town, telegram):
    telegram.webhook_url = f"{PUBLIC}/webhooks/telegram"

    town.says(command.app, "unhook")

    assert telegram.webhook_url == ""


def test_without_credentials_or_an_https_address_nothing_is_tried(
    town, telegram, monkeypatch
):
    monkeypatch.setenv("ECOTOWN_PUBLIC_URL", "")
    assert "ECOTOWN_PUBLIC_URL" in town.refuses(command.app, "setup")
    monkeypatch.setenv("ECOTOWN_TELEGRAM_TOKEN", "")
    for name in ("setup", "check", "unhook"):
        assert "ECOTOWN_TELEGRAM_TOKEN" in town.refuses(command.app, name)

    assert telegram.requests == []


def test_what_telegram_refuses_is_said_without_the_token(town, telegram, monkeypatch):
    monkeypatch.setenv("ECOTOWN_TELEGRAM_TOKEN", "999:another-token")

    said = town.refuses(command.app, "setup")

    assert "Telegram refused: Unauthorized" in said
    assert "another-token" not in said


def test_a_telegram_that_cannot_be_reached_is_said_plainly(town, telegram, monkeypatch):
    monkeypatch.setenv("ECOTOWN_TELEGRAM_API_URL", "http://127.0.0.1:9")

    assert "Telegram could not be reached" in town.refuses(command.app, "check")


def test_the_secret_is_one_that_telegram_takes():
    settings = Settings()

    secret = telegram_secret(settings, Keys(b"x" * 32))
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret)
    given = Settings(telegram_secret="given")
    assert telegram_secret(given, Keys(b"x" * 32)) == "given"
