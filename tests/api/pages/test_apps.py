"""The first page leads to the chat apps the town has."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings


@pytest.mark.parametrize(
    ("name", "url", "label"),
    [
        ("line_add_url", "https://lin.ee/town", "คุยทาง LINE"),
        ("telegram_bot_url", "https://t.me/town", "คุยทาง Telegram"),
    ],
)
def test_an_app_has_its_button_once_its_link_is_set(
    database, tmp_path, name, url, label
):
    for settings in (
        Settings(data_dir=tmp_path),
        Settings(data_dir=tmp_path, **{name: url}),
    ):
        page = TestClient(create_app(database, settings)).get("/").text
        assert (url in page) is (label in page) is bool(getattr(settings, name))


def test_only_a_web_address_becomes_a_button(database, tmp_path):
    settings = Settings(data_dir=tmp_path, line_add_url="javascript:alert(1)")
    assert "javascript:" not in TestClient(create_app(database, settings)).get("/").text
