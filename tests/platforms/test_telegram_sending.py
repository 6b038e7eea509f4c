"""Telegram's rules for messages, edits and the bot's profile."""

import pytest

from tests.platforms.calls import telegram_call

NOT_MODIFIED = "message is not modified"


def _send(telegram, text="สวัสดี", chat_id=7, **params):
    return telegram_call(telegram, "sendMessage", chat_id=chat_id, text=text, **params)


def _button(**content):
    return {"inline_keyboard": [[{"text": "ตกลง", **content}]]}


def _refused(answer):
    """The description of a 400."""
    assert answer.status == answer.body["error_code"] == 400
    assert answer.body["ok"] is False
    return answer.body["description"].removeprefix("Bad Request: ")


def test_a_message_arrives_in_its_chat(telegram):
    sent = _send(telegram).body["result"]
    assert telegram.messages_to(7) == [sent]
    assert telegram.messages_to(8) == []
    assert (sent["text"], sent["chat"]["id"]) == ("สวัสดี", 7)
    assert _send(telegram).body["result"]["message_id"] != sent["message_id"]


def test_html_is_read_into_text_and_entities(telegram):
    text = '<b>น้ำ<i>ท่วม</i></b> &lt;1&gt; <a href="https://a.go.th/?x=1&amp;y=2">ที่นี่</a>'
    sent = _send(telegram, text, parse_mode="HTML").body["result"]
    assert sent["text"] == "น้ำท่วม <1> ที่นี่"
    assert sent["entities"] == [
        {"type": "bold", "offset": 0, "length": 7},
        {"type": "italic", "offset": 3, "length": 4},
        {
            "type": "text_link",
            "offset": 12,
            "length": 6,
            "url": "https://a.go.th/?x=1&y=2",
        },
    ]


def test_entities_count_in_utf16_units(telegram):
    sent = _send(telegram, "🌱<b>ต้น</b>", parse_mode="HTML").body["result"]
    assert sent["entities"] == [{"type": "bold", "offset": 2, "length": 3}]


@pytest.mark.parametrize(
    "text",
    [
        "<b>x",
        "x</b>",
        "<b><i>x</b></i>",
        "<h1>x</h1>",
        "1 < 2",
        "<b>x</b",
    ],
)
def test_broken_html_cannot_be_parsed(telegram, text):
    answer = _send(telegram, text, parse_mode="HTML")
    assert _refused(answer).startswith("can't parse entities:")
    assert telegram.messages_to(7) == []


def test_without_a_parse_mode_markup_is_text(telegram):
    assert _send(telegram, "<b>x").body["result"]["text"] == "<b>x"


def test_other_markup_than_html_is_not_read(telegram):
    assert (
        _refused(_send(telegram, parse_mode="MarkdownV3")) == "unsupported parse_mode"
    )


@pytest.mark.parametrize("text", ["", "  \n", None])
def test_a_text_may_not_be_empty(telegram, text):
    assert _refused(_send(telegram, text)) == "message text is empty"


def test_a_text_of_nothing_but_tags_is_empty(telegram):
    answer = _send(telegram, "<b></b>", parse_mode="HTML")
    assert _refused(answer) == "message text is empty"


def test_a_text_has_4096_units_after_its_markup_is_read(telegram):
    assert _send(telegram, "ก" * 4096).status == 200
    assert _refused(_send(telegram, "ก" * 4097)) == "message is too long"
    assert _refused(_send(telegram, "🌱" * 2049)) == "message is too long"
    marked = f"<b>{'ก' * 4096}</b>"
    assert _send(telegram, marked, parse_mode="HTML").status == 200
    assert _refused(_send(telegram, marked)) == "message is too long"


def test_callback_data_has_64_bytes(telegram):
    assert _send(telegram, reply_markup=_button(callback_data="ก" * 21)).status == 200
    answer = _send(telegram, reply_markup=_button(callback_data="ก" * 22))
    assert _refused(answer) == "BUTTON_DATA_INVALID"
    answer = _send(telegram, reply_markup=_button(callback_data=""))
    assert _refused(answer) == "BUTTON_DATA_INVALID"


@pytest.mark.parametrize(
    "markup",
    [
        "{broken",
        {"inline_keyboard": [{"text": "no row"}]},
        {"inline_keyboard": [[{"callback_data": "no text"}]]},
        _button(),
        _button(callback_data="a", url="https://a.go.th"),
        _button(url="a.go.th"),
        {"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 8] * 13},
    ],
)
def test_a_wrong_keyboard_is_refused(telegram, markup):
    assert _refused(_send(telegram, reply_markup=markup))
    assert telegram.messages_to(7) == []


def test_a_photo_carries_a_caption_of_1024_units(telegram):
    def photo(**params):
        return telegram_call(telegram, "sendPhoto", chat_id=7, **params)

    sent = photo(
        photo="https://a.go.th/a.png", caption="<b>แผนที่</b>", parse_mode="HTML"
    )
    assert sent.body["result"]["photo"]
    assert telegram.messages_to(7)[0]["caption"] == "แผนที่"
    assert "photo" in _refused(photo(caption="x"))
    assert "caption is too long" in _refused(photo(photo="f", caption="ก" * 1025))


def test_who_blocked_the_bot_cannot_be_written_to(telegram):
    telegram.block(7)
    answer = _send(telegram)
    assert answer.status == 403
    assert answer.body["description"] == "Forbidden: bot was blocked by the user"
    telegram.unblock(7)
    assert _send(telegram).status == 200


def test_an_upgraded_group_tells_its_new_id(telegram):
    telegram.migrate(-5, -1005)
    answer = _send(telegram, chat_id=-5)
    assert answer.status == 400
    assert answer.body["parameters"] == {"migrate_to_chat_id": -1005}
    assert _send(telegram, chat_id=-1005).status == 200


def test_chats_that_are_not_there_are_not_found(telegram):
    telegram.known_chats = {7}
    assert _send(telegram).status == 200
    assert _refused(_send(telegram, chat_id=8)) == "chat not found"
    assert _refused(_send(telegram, chat_id="@nobody")) == "chat not found"
    assert _refused(_send(telegram, chat_id=None)) == "chat_id is empty"


def test_one_chat_takes_a_message_a_second(telegram, clock):
    telegram.limit()
    assert _send(telegram).status == 200
    refused = _send(telegram)
    assert refused.status == 429
    assert refused.body["parameters"] == {"retry_after": 1}
    assert refused.body["description"] == "Too Many Requests: retry after 1"
    assert refused.headers["retry-after"] == "1"
    assert _send(telegram, chat_id=8).status == 200
    clock.turn(seconds=1)
    assert _send(telegram).status == 200
    assert len(telegram.messages_to(7)) == 2


def test_a_group_takes_twenty_a_minute(telegram, clock):
    telegram.limit()
    assert _send(telegram, chat_id=-5).status == 200
    clock.turn(seconds=2)
    assert _send(telegram, chat_id=-5).body["parameters"] == {"retry_after": 1}
    clock.turn(seconds=1)
    assert _send(telegram, chat_id=-5).status == 200


def test_all_chats_together_take_thirty_a_second(telegram, clock):
    telegram.limit()
    statuses = [_send(telegram, chat_id=chat).status for chat in range(1, 33)]
    assert statuses == [200] * 30 + [429] * 2
    clock.turn(seconds=1)
    assert _send(telegram, chat_id=32).status == 200


def test_limits_are_off_unless_asked_for(telegram):
    assert {_send(telegram).status for _ in range(40)} == {200}


def _edit(telegram, message_id, chat_id=7, **params):
    method = "editMessageText" if "text" in params else "editMessageReplyMarkup"
    ids = {"chat_id": chat_id, "message_id": message_id}
    return telegram_call(telegram, method, **ids, **params)


def test_an_edit_changes_the_message_where_it_stands(telegram):
    first = _send(telegram, reply_markup=_button(callback_data="a")).body["result"]
    _send(telegram, "ต่อมา")
    assert _edit(telegram, first["message_id"], text="ใหม่").status == 200
    shown = telegram.messages_to(7)
    assert [m["text"] for m in shown] == ["ใหม่", "ต่อมา"]
    assert "reply_markup" not in shown[0]
    assert "edit_date" in shown[0]


def test_buttons_can_be_changed_and_taken_away(telegram):
    sent = _send(telegram, reply_markup=_button(callback_data="a")).body["result"]
    other = _button(callback_data="b")
    assert _edit(telegram, sent["message_id"], reply_markup=other).status == 200
    assert telegram.messages_to(7)[0]["reply_markup"] == other
    assert _edit(telegram, sent["message_id"]).status == 200
    shown = telegram.messages_to(7)[0]
    assert (shown["text"], "reply_markup" in shown) == ("สวัสดี", False)


def test_an_edit_must_change_something(telegram):
    sent = _send(telegram).body["result"]
    answer = _edit(telegram, sent["message_id"], text="สวัสดี")
    assert _refused(answer).startswith(NOT_MODIFIED)
    assert _refused(_edit(telegram, sent["message_id"])).startswith(NOT_MODIFIED)


def test_only_a_message_of_that_chat_can_be_edited(telegram):
    sent = _send(telegram).body["result"]
    for wrong in ({"message_id": 1}, {"message_id": sent["message_id"], "chat_id": 8}):
        answer = _edit(telegram, text="x", **wrong)
        assert _refused(answer) == "message to edit not found"


def test_an_edited_text_keeps_to_the_rules_of_a_new_one(telegram):
    message_id = _send(telegram).body["result"]["message_id"]
    assert _refused(_edit(telegram, message_id, text="")) == "message text is empty"
    answer = _edit(telegram, message_id, text="<b>", parse_mode="HTML")
    assert "can't parse entities" in _refused(answer)


def test_a_chat_action_is_one_of_the_known(telegram):
    def act(action):
        return telegram_call(telegram, "sendChatAction", chat_id=7, action=action)

    assert act("typing").body["result"] is True
    assert "action" in _refused(act("dancing"))
    telegram.block(7)
    assert act("typing").status == 403


def test_a_press_is_answered_unless_it_is_too_old(telegram):
    def answer(query_id, **params):
        ids = {"callback_query_id": query_id}
        return telegram_call(telegram, "answerCallbackQuery", **ids, **params)

    query = telegram.press(7, "a")["callback_query"]["id"]
    assert answer(query).status == 200
    assert "TOO_LONG" in _refused(answer(query, text="x" * 201))
    telegram.expired_queries.add(query)
    assert _refused(answer(query)).startswith("query is too old")


def test_commands_are_set_per_language(telegram):
    commands = [{"command": "help", "description": "ช่วยเหลือ"}]
    answer = telegram_call(
        telegram, "setMyCommands", commands=commands, language_code="th"
    )
    assert answer.status == 200
    assert telegram.profile["commands", "th"] == commands


@pytest.mark.parametrize(
    "commands",
    [
        None,
        [{"command": "Help", "description": "x"}],
        [{"command": "x" * 33, "description": "x"}],
        [{"command": "help", "description": ""}],
        [{"command": "help", "description": "x" * 257}],
        [{"command": "help", "description": "x"}] * 101,
    ],
)
def test_wrong_commands_are_refused(telegram, commands):
    assert _refused(telegram_call(telegram, "setMyCommands", commands=commands))
    assert telegram.profile == {}


@pytest.mark.parametrize(
    ("method", "field", "most"),
    [
        ("setMyName", "name", 64),
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ],
)
def test_the_bots_texts_have_their_lengths(telegram, method, field, most):
    assert telegram_call(telegram, method, **{field: "ก" * most}).status == 200
    assert telegram.profile[field, ""] == "ก" * most
    assert _refused(telegram_call(telegram, method, **{field: "ก" * (most + 1)}))


def test_the_menu_button_is_set_for_a_chat_or_for_all(telegram):
    button = {"type": "commands"}
    telegram_call(telegram, "setChatMenuButton", menu_button=button)
    telegram_call(telegram, "setChatMenuButton", chat_id=7)
    assert telegram.menu_buttons == {None: button, 7: {"type": "default"}}
    wrong = telegram_call(telegram, "setChatMenuButton", menu_button="commands")
    assert _refused(wrong)
