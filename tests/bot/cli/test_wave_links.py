"""`ecotown wave links`: what is printed and hung up leads into the wave."""

import xml.etree.ElementTree as ET

import pytest

from bot.cli import wave
from content import qr
from tests.surveys import making


@pytest.fixture
def opened(town, tmp_path, monkeypatch):
    monkeypatch.setenv("ECOTOWN_PUBLIC_URL", "https://town.example/")
    monkeypatch.setenv("ECOTOWN_LINE_BASIC_ID", "@ecotown")
    monkeypatch.setenv("ECOTOWN_TELEGRAM_BOT_URL", "https://t.me/ecotown_bot")
    file = making.write(tmp_path / "small.yaml", making.data())
    town.says(wave.app, "open", "w1", str(file), "--population", "all who chat")


def test_each_channel_and_community_has_its_own_link(town, opened):
    said = town.says(
        wave.app, "links", "w1", "--channel", "line", "--channel", "web",
        "--community", "อ้อมน้อย", "--community", "ท่าไม้",
    )  # fmt: skip
    rows = [line.split("  ") for line in said.splitlines()]
    assert [(row[1], row[2]) for row in rows] == [
        ("line", "อ้อมน้อย"), ("line", "ท่าไม้"), ("web", "อ้อมน้อย"), ("web", "ท่าไม้"),
    ]  # fmt: skip
    assert len({row[0] for row in rows}) == 4
    code, _, _, url = rows[0]
    assert url.startswith("https://line.me/R/oaMessage/%40ecotown/?%E0%B8")
    assert url.endswith(f"%20w-{code}")
    assert rows[2][3] == f"https://town.example/chat?w={rows[2][0]}"
    # Asked for again, they are the same.
    assert town.says(wave.app, "links", "w1") == said


def test_telegram_is_told_the_code_as_its_payload(town, opened):
    said = town.says(wave.app, "links", "w1", "--channel", "telegram").split()
    assert said[-1] == f"https://t.me/ecotown_bot?start=w-{said[0]}"


def test_codes_are_drawn_with_their_caption(town, opened, tmp_path):
    folder = tmp_path / "codes"
    town.says(
        wave.app, "links", "w1", "--channel", "web", "--community", "อ้อมน้อย",
        "--out", str(folder),
    )  # fmt: skip
    drawn = sorted(folder.iterdir())
    assert [file.suffix for file in drawn] == [".png", ".svg"]
    assert drawn[0].read_bytes().startswith(b"\x89PNG")
    assert ET.parse(drawn[1]).getroot().tag.endswith("svg")


def test_a_bare_code_keeps_four_modules_empty_around_it():
    root = ET.fromstring(qr.svg("https://town.example/chat?w=bcdfghjk"))
    width = float(root.attrib["width"])
    # A code of version v has 17 + 4v modules.
    assert (width - 2 * qr.QUIET - 17) % 4 == 0


@pytest.mark.parametrize(
    ("channel", "setting"),
    [
        ("line", "LINE_BASIC_ID"),
        ("telegram", "TELEGRAM_BOT_URL"),
        ("web", "PUBLIC_URL"),
    ],
)
def test_a_link_that_needs_a_setting_says_which(
    town, opened, monkeypatch, channel, setting
):
    monkeypatch.delenv(f"ECOTOWN_{setting}")
    said = town.refuses(wave.app, "links", "w1", "--channel", channel)
    assert f"ECOTOWN_{setting}" in said


def test_an_unknown_channel_is_refused(town, opened):
    said = town.refuses(wave.app, "links", "w1", "--channel", "fax")
    assert "line, telegram, web" in said
