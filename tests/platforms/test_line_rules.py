"""What LINE refuses in message and menu objects."""

import pytest

from tests.platforms.line_rules import menu_problems, message_problems


def _places(*messages):
    return [problem["property"] for problem in message_problems(list(messages))]


def _quick(*actions):
    items = [{"type": "action", "action": action} for action in actions]
    return {"type": "text", "text": "เลือก", "quickReply": {"items": items}}


def _postback(label="ตกลง", data="a=1", **extra):
    return {"type": "postback", "label": label, "data": data, **extra}


def _flex(contents, alt="สรุป"):
    return {"type": "flex", "altText": alt, "contents": contents}


def _bubble(*actions):
    buttons = [{"type": "button", "action": action} for action in actions]
    body = {"type": "box", "layout": "vertical", "contents": buttons}
    return {"type": "bubble", "body": body}


def test_ordinary_messages_have_no_problems():
    assert not _places(
        {"type": "text", "text": "สวัสดี"},
        _quick(_postback()),
        _flex(_bubble({"type": "uri", "label": "เว็บ", "uri": "https://a.go.th/"})),
        {"type": "sticker", "packageId": "446", "stickerId": "1988"},
    )


@pytest.mark.parametrize(
    "messages", [None, [], {}, [{"type": "text", "text": "x"}] * 6]
)
def test_a_request_has_one_to_five_messages(messages):
    assert [p["property"] for p in message_problems(messages)] == ["messages"]


@pytest.mark.parametrize("message", [{}, {"type": "song"}, "text", None])
def test_a_message_has_a_known_type(message):
    assert _places(message) == ["messages[0].type"]


def test_a_text_counts_in_utf16_units():
    assert not _places({"type": "text", "text": "น" * 5000})
    assert not _places({"type": "text", "text": "🌱" * 2500})
    assert _places({"type": "text", "text": "🌱" * 2501}) == ["messages[0].text"]


def test_a_label_counts_in_graphemes():
    assert not _places(_quick(_postback(label="น้ำ" * 20)))
    assert _places(_quick(_postback(label="น้ำ" * 21))) == [
        "messages[0].quickReply.items[0].action.label"
    ]


def test_a_quick_reply_needs_a_label_and_has_at_most_thirteen_buttons():
    unlabelled = {"type": "postback", "data": "a"}
    assert _places(_quick(unlabelled)) == [
        "messages[0].quickReply.items[0].action.label"
    ]
    assert not _places(_quick(*[_postback()] * 13))
    assert _places(_quick(*[_postback()] * 14)) == ["messages[0].quickReply.items"]


def test_postback_data_holds_300_units():
    assert not _places(_quick(_postback(data="x" * 300)))
    assert _places(_quick(_postback(data="x" * 301))) == [
        "messages[0].quickReply.items[0].action.data"
    ]
    assert _places(_quick(_postback(displayText="x" * 301))) == [
        "messages[0].quickReply.items[0].action.displayText"
    ]


@pytest.mark.parametrize("uri", ["ftp://a", "a.go.th", "", "https://a/" + "x" * 10_000])
def test_a_link_is_a_known_scheme_and_not_too_long(uri):
    link = {"type": "uri", "label": "เปิด", "uri": uri}
    assert "messages[0].contents.body.contents[0].action.uri" in _places(
        _flex(_bubble(link))
    )


def test_flex_buttons_have_longer_labels_than_quick_replies():
    assert not _places(_flex(_bubble(_postback(label="ก" * 40))))
    assert _places(_flex(_bubble(_postback(label="ก" * 41)))) == [
        "messages[0].contents.body.contents[0].action.label"
    ]


def test_flex_needs_a_short_alternative_text_and_a_container_of_bounded_size():
    assert _places(_flex(_bubble(), alt="")) == ["messages[0].altText"]
    assert _places(_flex(_bubble(), alt="x" * 1501)) == ["messages[0].altText"]
    assert _places(_flex({"type": "box"})) == ["messages[0].contents.type"]
    large = {"type": "bubble", "body": {"type": "text", "text": "x" * 31_000}}
    assert _places(_flex(large)) == ["messages[0].contents"]
    carousel = {"type": "carousel", "contents": [_bubble()] * 13}
    assert _places(_flex(carousel)) == ["messages[0].contents.contents"]


def test_templates_keep_to_their_texts_and_numbers_of_actions():
    def template(**content):
        return {"type": "template", "altText": "x", "template": content}

    confirm = template(type="confirm", text="ใช่ไหม", actions=[_postback()])
    assert _places(confirm) == ["messages[0].template.actions"]
    buttons = template(type="buttons", text="x" * 161, actions=[_postback()])
    assert _places(buttons) == ["messages[0].template.text"]
    titled = template(type="buttons", title="t", text="x" * 61, actions=[_postback()])
    assert _places(titled) == ["messages[0].template.text"]
    column = {"text": "x", "actions": [_postback()] * 4}
    carousel = template(type="carousel", columns=[column])
    assert _places(carousel) == ["messages[0].template.columns[0].actions"]
    labelled = template(type="buttons", text="x", actions=[_postback(label="ก" * 21)])
    assert _places(labelled) == ["messages[0].template.actions[0].label"]


def test_a_menu_keeps_to_its_size_texts_and_areas():
    menu = {
        "size": {"width": 2500, "height": 843},
        "name": "หลัก",
        "chatBarText": "เมนู",
        "areas": [{"action": {"type": "message", "label": "ถาม", "text": "ถาม"}}],
    }

    def places(**change):
        return [problem["property"] for problem in menu_problems(menu | change)]

    assert places() == []
    assert places(size={"width": 700, "height": 300}) == ["size"]
    assert places(size={"width": 2500, "height": 2000}) == ["size"]
    assert places(chatBarText="ก" * 15) == ["chatBarText"]
    assert places(name="") == ["name"]
    assert places(areas=menu["areas"] * 21) == ["areas"]
    assert menu_problems([]) != []
