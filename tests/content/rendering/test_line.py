"""Tests of content.rendering.line, judged by LINE's limits as written here."""

import json
import re

import regex
from hypothesis import given, settings

from content.outbound import Card, Choice, Link, Outbound
from content.rendering.line import render
from tests.content.rendering import sayings

THE_END = "(ข้อความยาวเกินไป แสดงได้เท่านี้ค่ะ)"


@settings(max_examples=60, deadline=None)
@given(sayings.sayings, sayings.languages)
def test_whatever_is_said_is_within_lines_limits(messages, language):
    objects = render(messages, language)

    assert len(objects) <= 5
    for item in objects:
        json.dumps(item, ensure_ascii=False).encode()  # no lone surrogates
        if item["type"] == "text":
            assert_text(item["text"], 4_900)
        else:
            assert_flex(item)
    assert not any("quickReply" in item for item in objects[:-1])
    for item in objects[-1:]:
        assert_quick_replies(item.get("quickReply"))


@settings(max_examples=50, deadline=None)
@given(sayings.sayings)
def test_every_choice_can_be_pressed_or_read(messages):
    objects = render(messages, "th")
    text = "\n".join(item["text"] for item in objects if item["type"] == "text")
    if THE_END in text:
        return
    pressable = {action.get("displayText") for action in actions_of(objects)}
    for message in messages:
        for choice in message.choices:
            label = " ".join(choice.label.split())
            if re.fullmatch(r"[ก-๙A-Za-z ]{1,300}", label):
                assert label in pressable or label in text.replace("\n", "")


def test_a_short_message_is_one_text():
    assert render((Outbound("สวัสดีค่ะ"),), "th") == [{"type": "text", "text": "สวัสดีค่ะ"}]


def test_nothing_said_is_nothing_sent():
    assert render((), "th") == render((Outbound(), Outbound(" \n")), "th") == []


def test_choices_become_postbacks_under_the_last_message():
    messages = (
        Outbound("ก่อนอื่น"),
        Outbound(
            "ตอบไหมคะ", choices=(Choice("ตอบ", "s:1:y"), Choice("ไม่ตอบ", "s:1:n"))
        ),
    )

    first, last = render(messages, "th")

    assert first == {"type": "text", "text": "ก่อนอื่น"}
    assert last["text"] == "ตอบไหมคะ"
    assert last["quickReply"]["items"][0] == {
        "type": "action",
        "action": {
            "type": "postback",
            "label": "ตอบ",
            "data": "s:1:y",
            "displayText": "ตอบ",
        },
    }


def test_numbered_choices_stand_in_the_text_for_readers_without_buttons():
    message = Outbound(
        "ข้อ 1", choices=(Choice("ใช่", "y"), Choice("ไม่", "n")), numbered=True
    )

    assert render((message,), "th")[0]["text"] == "ข้อ 1\n\n1. ใช่\n2. ไม่"


def test_of_more_than_thirteen_choices_thirteen_are_buttons_and_all_are_text():
    choices = tuple(Choice(f"หมู่ {n}", f"v:{n}") for n in range(1, 21))

    (item,) = render((Outbound("อยู่หมู่ไหนคะ", choices=choices),), "th")

    assert [a["data"] for a in actions_of([item])] == [f"v:{n}" for n in range(1, 14)]
    assert all(f"{n}. หมู่ {n}" in item["text"] for n in range(1, 21))


def test_a_label_too_long_for_a_button_is_whole_in_the_text():
    label = "ไม่เห็นด้วยอย่างยิ่งและขอไม่ตอบ"

    (item,) = render((Outbound("คิดอย่างไรคะ", choices=(Choice(label, "x"),)),), "th")

    (action,) = actions_of([item])
    assert action["label"] == "ไม่เห็นด้วยอย่างยิ่งและขอ…"
    assert action["displayText"] == label
    assert f"1. {label}" in item["text"]


def test_a_label_is_as_long_as_the_letters_a_reader_sees():
    thai = "ทั้งอยู่และทำงานที่นี่"  # 22 characters, 13 letters
    burmese = "ပစ္စည်း" * 6  # with a stack, which older tables count as two letters

    (item,) = render((Outbound("ก", choices=(Choice(thai, "t"),)),), "th")
    (cut,) = render((Outbound("ก", choices=(Choice(burmese, "b"),)),), "my")

    assert item["text"] == "ก"
    assert actions_of([item])[0]["label"] == thai
    label = actions_of([cut])[0]["label"]
    assert len(regex.findall(r"\X", label.replace("\u1039", ""))) == 20


def test_choices_whose_words_the_reader_has_are_not_written_out_again():
    choice = Choice("1. ไม่เห็นด้วยอย่างยิ่งและขอไม่ตอบ", "x")

    (item,) = render((Outbound("คิดอย่างไรคะ", choices=(choice,), listed=True),), "th")

    assert actions_of([item])[0]["label"].endswith("…")
    assert item["text"] == "คิดอย่างไรคะ"


def test_data_that_line_would_refuse_is_no_button():
    choices = (Choice("ยาว", "d" * 301), Choice("ว่าง", ""), Choice("ดี", "ok"))

    (item,) = render((Outbound("เลือก", choices=choices),), "th")

    assert [action["data"] for action in actions_of([item])] == ["ok"]
    assert "1. ยาว\n2. ว่าง\n3. ดี" in item["text"]


def test_a_card_shows_title_words_source_and_links():
    card = Card(
        "น้ำในคลอง",
        "ย่อหน้าแรก\n\nย่อหน้าสอง",
        footer="ที่มา: กรมควบคุมมลพิษ",
        links=(Link("อ่านต่อ", "https://example.go.th/คลอง"),),
    )

    (item,) = render((Outbound(card=card),), "th")

    assert item["altText"].startswith("น้ำในคลอง\nย่อหน้าแรก")
    shown = [c["text"] for c in components(item["contents"]) if c["type"] == "text"]
    assert shown == ["น้ำในคลอง", "ย่อหน้าแรก", "ย่อหน้าสอง", "ที่มา: กรมควบคุมมลพิษ"]
    (button,) = buttons_of(item)
    assert button["action"] == {
        "type": "uri",
        "label": "อ่านต่อ",
        "uri": "https://example.go.th/%E0%B8%84%E0%B8%A5%E0%B8%AD%E0%B8%87",
    }


def test_an_urgent_card_is_red_with_large_buttons_to_call():
    links = (Link("โทร 199 ดับเพลิง", "tel:199"), Link("อ่านต่อ", "https://example.org"))
    card = Card("ไฟไหม้", "ออกห่างแล้วโทรทันที", links=links, urgent=True)

    (item,) = render((Outbound(card=card),), "th")

    title = next(c for c in components(item["contents"]) if c.get("weight") == "bold")
    assert title["color"] == "#FFFFFF"
    assert '"backgroundColor": "#B3261E"' in json.dumps(item)
    call, read = buttons_of(item)
    assert call["action"]["uri"] == "tel:199"
    assert (call["style"], call["height"], call["color"]) == (
        "primary",
        "md",
        "#B3261E",
    )
    assert read["style"] == "secondary"


def test_a_card_too_large_for_a_bubble_becomes_text():
    card = Card("เรื่องยาว", "ก" * 6_000, links=(Link("โทร", "tel:1650"),))

    objects = render((Outbound(card=card),), "th")

    assert [item["type"] for item in objects] == ["text", "text"]
    assert objects[0]["text"].startswith("เรื่องยาว\n")
    assert objects[1]["text"].endswith("โทร: 1650")


def test_more_than_five_texts_are_joined_rather_than_cut():
    messages = tuple(Outbound(f"ข้อความที่ {n}") for n in range(9))

    (item,) = render(messages, "th")

    assert item["text"].split("\n\n") == [f"ข้อความที่ {n}" for n in range(9)]


def test_cards_survive_beside_joined_texts():
    cards = tuple(Outbound(f"ข้อ {n}", card=Card("หัว", "เนื้อ")) for n in range(2))

    objects = render((Outbound("ก"), Outbound("ข"), *cards), "th")

    assert [item["type"] for item in objects] == ["text", "flex", "text", "flex"]


def test_what_does_not_fit_at_all_ends_with_a_word_that_says_so():
    objects = render((Outbound("ยาว " * 10_000, choices=(Choice("ดี", "y"),)),), "th")

    assert len(objects) == 5
    assert objects[-1]["text"].endswith("…\n\n" + THE_END)
    assert actions_of(objects)[0]["data"] == "y"


def assert_text(text, most):
    assert 1 <= units(text) <= most
    assert regex.search(r"[^\p{Z}\p{Cc}\p{Cf}\p{Cs}]", text)


def assert_flex(item):
    assert_text(item["altText"], 1_500)
    assert len(json.dumps(item["contents"], ensure_ascii=False).encode()) <= 30 * 1024
    for component in components(item["contents"]):
        if component["type"] == "text":
            assert_text(component["text"], 10**9)
        elif component["type"] == "button":
            action = component["action"]
            # Counted in letters, as every label is.
            assert_text(action["label"], 40 * 16)
            assert len(regex.findall(r"\X", action["label"])) <= 40
            assert re.fullmatch(r"(https?://|tel:)[!-~]{1,1000}", action["uri"])
        elif component["type"] == "box":
            assert component["contents"]


def assert_quick_replies(quick_reply):
    if quick_reply is None:
        return
    assert 1 <= len(quick_reply["items"]) <= 13
    for item in quick_reply["items"]:
        action = item["action"]
        assert_text(action["label"], 20 * 16)
        assert len(regex.findall(r"\X", action["label"])) <= 20
        if action["type"] in ("location", "camera", "cameraRoll"):
            assert set(action) == {"type", "label"}
            continue
        assert action["type"] == "postback"
        assert_text(action["displayText"], 300)
        assert_text(action["data"], 300)


def actions_of(objects):
    found = [item.get("quickReply", {}).get("items", []) for item in objects]
    return [item["action"] for items in found for item in items]


def buttons_of(item):
    return [c for c in components(item["contents"]) if c["type"] == "button"]


def components(part):
    for key in ("header", "body", "footer"):
        if key in part:
            yield from components(part[key])
    if part["type"] != "bubble":
        yield part
    for child in part.get("contents", ()):
        yield from components(child)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def quick_actions(*messages):
    [item] = render(messages, "th")
    return [each["action"] for each in item["quickReply"]["items"]]


def test_a_location_is_asked_for_by_lines_own_button():
    yes = Choice("ข้ามข้อนี้", "s:1:0:skip")
    asked = Outbound("อยู่ที่ไหนคะ", choices=(yes,), wants="location")
    first, last = quick_actions(asked)
    assert first["type"] == "postback"
    assert last == {"type": "location", "label": "ส่งตำแหน่ง"}


def test_a_picture_is_taken_or_chosen_without_leaving_the_chat():
    assert quick_actions(Outbound("มีรูปไหมคะ", wants="photo")) == [
        {"type": "camera", "label": "ถ่ายรูป"},
        {"type": "cameraRoll", "label": "เลือกรูป"},
    ]


def test_lines_own_buttons_have_room_beside_many_choices():
    many = tuple(Choice(f"ข้อ {n}", f"s:1:0:{n}") for n in range(20))
    actions = quick_actions(Outbound("ที่ไหนคะ", choices=many, wants="location"))
    assert len(actions) == 13
    assert actions[-1]["type"] == "location"
