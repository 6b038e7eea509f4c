"""`ecotown line`, against a LINE of our own on loopback."""

import pytest

from bot.cli import line as command
from tests.bot.channels.webhook import answering
from tests.platforms.line import LineStandIn

NOWHERE = "https://127.0.0.1:9"


@pytest.fixture
def line(monkeypatch):
    with LineStandIn(latency_s=None, quota_limit=300) as stand_in:
        monkeypatch.setenv("ECOTOWN_LINE_API_URL", stand_in.url)
        monkeypatch.setenv("ECOTOWN_LINE_CHANNEL_SECRET", stand_in.secret)
        monkeypatch.setenv("ECOTOWN_LINE_ACCESS_TOKEN", stand_in.token)
        monkeypatch.setenv("ECOTOWN_PUBLIC_URL", NOWHERE)
        yield stand_in


def test_setting_up_sets_webhook_and_menu_and_tells_what_is_left(town, line):
    said = town.says(command.app, "setup")

    assert line.webhook_url == f"{NOWHERE}/webhooks/line"
    menu = line.menus.menus[line.menus.default]
    assert [area["action"]["data"] for area in menu["areas"]] == [
        *("menu:ask", "menu:survey", "menu:progress", "menu:person", "menu:settings")
    ]
    assert line.menus.pictures[line.menus.default][0] == "image/png"
    # Thai first, English below; the webhook could not be reached here.
    assert said.index("ตั้ง webhook แล้ว") < said.index("The webhook is set")
    assert "COULD_NOT_CONNECT" in said
    for words in ("Greeting message", "Auto-reply", "Webhook redelivery"):
        assert words in said


def test_setting_up_again_leaves_one_menu(town, line):
    town.says(command.app, "setup")
    said = town.says(command.app, "setup")

    assert len(line.menus.menus) == 1
    assert "1 older ones of ours were deleted" in said


def test_checking_tells_account_quota_and_webhook(town, line, monkeypatch):
    with answering() as bot:
        monkeypatch.setenv("ECOTOWN_PUBLIC_URL", bot.url)
        line.webhook_url = f"{bot.url}/webhooks/line"
        line.used_elsewhere = 12

        said = town.says(command.app, "check")

    assert "12 of this month's 300 paid messages are used" in said
    assert "The webhook was tested and answers" in said


@pytest.mark.parametrize(
    "url", ["", "https://127.0.0.1:9/elsewhere", f"{NOWHERE}/webhooks/line"]
)
def test_a_webhook_that_leads_nowhere_or_elsewhere_is_told(town, line, url):
    line.webhook_url = url

    result = town.run(command.app, "check")

    assert result.exit_code == 1
    assert result.stderr == ""


def test_without_credentials_or_an_https_address_nothing_is_tried(
    town, line, monkeypatch
):
    monkeypatch.setenv("ECOTOWN_PUBLIC_URL", "http://192.168.0.1:8000")
    assert "ECOTOWN_PUBLIC_URL" in town.refuses(command.app, "setup")
    monkeypatch.setenv("ECOTOWN_LINE_ACCESS_TOKEN", "")
    assert "ECOTOWN_LINE_ACCESS_TOKEN" in town.refuses(command.app, "setup")
    assert "ECOTOWN_LINE_ACCESS_TOKEN" in town.refuses(command.app, "check")

    assert line.requests == []


def test_what_line_refuses_is_said_plainly(town, line, monkeypatch):
    monkeypatch.setenv("ECOTOWN_LINE_ACCESS_TOKEN", "another")

    said = town.refuses(command.app, "setup")

    assert "LINE refused: 401" in said
    assert "another" not in said


def test_a_line_that_cannot_be_reached_is_said_plainly(town, line, monkeypatch):
    monkeypatch.setenv("ECOTOWN_LINE_API_URL", "http://127.0.0.1:9")

    assert "LINE could not be reached" in town.refuses(command.app, "check")
