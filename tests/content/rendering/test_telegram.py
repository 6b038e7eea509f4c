"""Tests of content.rendering.telegram, judged by Telegram's limits as written here."""

import html
import json
import re

from hypothesis import given, settings

from content.outbound import Card, Choice, Link, Outbound
from content.rendering.telegram import plain, render
from tests.content.rendering import sayings

OURS = re.compile(r"</?[bi]>")


@settings(max_examples=60, deadline=None)
@given(sayings.sayings, sayings.languages)
def test_whatever_is_said_is_within_telegrams_limits(messages, language):
    made = render(messages, language)

    assert len(made) <= 5
    for params in made:
        json.dumps(params, ensure_ascii=False).encode()  # no lone surrogates
        assert params["link_preview_options"] == {"is_disabled": True}
        assert_html(params["text"])
    marked = [params["reply_markup"] for params in made if "reply_markup" in params]
    inline = [markup for markup in marked if "inline_keyboard" in markup]
    assert len(inline) <= 1
    for markup in inline:
        assert_keyboard(markup)
    # What asks for a location follows what is said.
    assert len(marked) - len(inline) <= 1
    assert not marked or "reply_markup" in made[-1]


@settings(max_examples=50, deadline=None)
@given(sayings.sayings)
def test_without_its_markup_a_message_reads_the_same(messages):
    for params in render(messages, "th"):
        bare = plain(params)
        assert "parse_mode" not in bare
        assert bare["text"] == html.unescape(OURS.sub("", params["text"]))


def test_several_messages_are_joined_into_one_with_the_keyboard_below():
    choices = (Choice("ใช่", "s:1:y"), Choice("ไม่ใช่", "s:1:n"))

    (params,) = render((Outbound("ก่อนอื่น"), Outbound("ตอบไหมคะ", choices=choices)), "th")

    assert params == {
        "text": "ก่อนอื่น\n\nตอบไหมคะ",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {
            "inline_keyboard": [
                [
                    {"text": "ใช่", "callback_data": "s:1:y"},
                    {"text": "ไม่ใช่", "callback_data": "s:1:n"},
                ]
            ]
        },
    }


def test_nothing_said_is_nothing_sent():
    assert render((), "th") == render((Outbound(), Outbound("\u200b")), "th") == []


def test_long_labels_have_a_row_each():
    choices = (Choice("เห็นด้วย", "1"), Choice("ไม่เห็นด้วยอย่างยิ่งเลยค่ะ", "2"))

    (params,) = render((Outbound("คิดอย่างไรคะ", choices=choices),), "th")

    assert [len(row) for row in keyboard(params)] == [1, 1]


def test_a_card_is_a_bold_title_its_words_and_its_source():
    card = Card("น้ำ & <คลอง>", "ใส", footer="ที่มา: ก > ข")

    (params,) = render((Outbound(card=card),), "th")

    assert params["text"] == (
        "<b>น้ำ &amp; &lt;คลอง&gt;</b>\nใส\n\n<i>ที่มา: ก &gt; ข</i>"
    )


def test_a_number_to_call_is_text_and_a_public_page_is_a_button():
    links = (
        Link("ดับเพลิง", "tel:199"),
        Link("โทร 1650", "tel:1650"),
        Link("อ่านต่อ", "https://example.go.th/x"),
        Link("ในสำนักงาน", "http://10.0.0.1/x"),
    )

    (params,) = render((Outbound(card=Card("ไฟไหม้", "โทรทันที", links=links)),), "th")

    assert params["text"].endswith(
        "ดับเพลิง: 199\nโทร 1650\nในสำนักงาน: http://10.0.0.1/x"
    )
    assert keyboard(params) == [[{"text": "อ่านต่อ", "url": "https://example.go.th/x"}]]


def test_data_longer_than_64_bytes_is_no_button_but_can_be_typed():
    choices = (Choice("ยาว", "ก" * 22), Choice("พอดี", "ก" * 21))

    (params,) = render((Outbound("เลือก", choices=choices),), "th")

    assert keyboard(params) == [[{"text": "พอดี", "callback_data": "ก" * 21}]]
    assert "1. ยาว\n2. พอดี" in params["text"]


def test_a_title_longer_than_a_message_is_bold_in_each_of_its_parts():
    made = render((Outbound(card=Card("หัวข้อ " * 1_000, "")),), "th")

    assert len(made) == 2
    assert all(re.fullmatch(r"<b>[^<]+</b>", params["text"]) for params in made)


def test_what_does_not_fit_at_all_ends_with_a_word_that_says_so():
    made = render((Outbound("ยาว " * 10_000),), "en")

    assert len(made) == 5
    assert made[-1]["text"].endswith(
        "\n\n<i>(The text is too long; this is as much as can be shown.)</i>"
    )


def assert_html(text):
    assert re.fullmatch(r"(?:[^<>]|<b>[^<>]*</b>|<i>[^<>]*</i>)*", text)
    bare = OURS.sub("", text)
    assert not re.search(r"&(?!lt;|gt;|amp;)", bare)
    visible = html.unescape(bare)
    assert visible.strip()
    assert len(visible.encode("utf-16-le")) // 2 <= 4_000


def assert_keyboard(markup):
    rows = markup["inline_keyboard"] if markup else []
    assert sum(map(len, rows)) <= 100
    for key in (key for row in rows for key in row):
        assert 1 <= len(key["text"].encode("utf-16-le")) // 2 <= 60
        assert set(key) in ({"text", "callback_data"}, {"text", "url"})
        assert 1 <= len(key.get("callback_data", "x").encode()) <= 64
        assert re.fullmatch(r"https?://[^/]+\.[^/]*.*", key.get("url", "http://a.b"))
    assert all(1 <= len(row) <= 2 for row in rows)


def keyboard(params):
    return params["reply_markup"]["inline_keyboard"]


def test_a_location_is_asked_for_by_a_keyboard_in_a_message_of_its_own():
    skip = Choice("ข้ามข้อนี้", "s:1:0:skip")
    asked = Outbound("อยู่ที่ไหนคะ", choices=(skip,), wants="location")
    question, keyboard = render((asked,), "th")
    assert "inline_keyboard" in question["reply_markup"]
    markup = keyboard["reply_markup"]
    assert markup["keyboard"] == [[{"text": "ส่งตำแหน่ง", "request_location": True}]]
    assert markup["one_time_keyboard"]


def test_a_picture_needs_no_button():
    [asked] = render((Outbound("มีรูปไหมคะ", wants="photo"),), "th")
    assert "reply_markup" not in asked
