"""Tests of content.richmenu."""

import struct

import pytest

from content import messages, richmenu
from tests.platforms import line_rules

SAID = messages.load()


@pytest.fixture(scope="module")
def image():
    return richmenu.picture(SAID)


def test_the_picture_has_the_size_that_line_takes(image):
    width, height = struct.unpack(">II", image[16:24])

    assert image.startswith(b"\x89PNG")
    assert (width, height) == (2500, 843)
    assert len(image) <= 1024 * 1024


def test_the_picture_shows_its_labels(image):
    other = messages.Messages(
        {"th": SAID.texts["th"] | {"channel.menu.ask": "ถามอีกเรื่อง"}, "en": {}}
    )

    assert richmenu.picture(other) != image
    assert richmenu.picture(SAID) == image


def test_the_menu_is_one_that_line_takes(image):
    menu = richmenu.menu(SAID, image)

    assert line_rules.menu_problems(menu) == []
    assert menu["name"].startswith("ecotown ")
    assert menu["chatBarText"] == "เมนู"


def test_each_area_sends_its_topic_and_says_its_label(image):
    actions = [area["action"] for area in richmenu.menu(SAID, image)["areas"]]

    assert [(action["data"], action["displayText"]) for action in actions] == [
        ("menu:ask", "ถามเรื่องเมือง"),
        ("menu:survey", "ตอบแบบสอบถาม"),
        ("menu:progress", "ความคืบหน้า"),
        ("menu:person", "คุยกับเจ้าหน้าที่"),
        ("menu:settings", "ตั้งค่า"),
    ]


def test_the_areas_cover_the_picture_without_overlap():
    areas = richmenu.areas(SAID)

    assert sum(area.width * area.height for area in areas) == 2500 * 843
    for area in areas:
        assert 0 <= area.x < area.x + area.width <= 2500
        assert 0 <= area.y < area.y + area.height <= 843
        others = [other for other in areas if other is not area]
        assert not any(_overlap(area, other) for other in others)


def _overlap(a, b):
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )
