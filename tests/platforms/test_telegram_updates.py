"""Updates are built as Telegram builds them."""

from tests.platforms.telegram import (
    blocked_update,
    edited_update,
    location_update,
    new_chat_id,
    next_update_id,
    photo_update,
    press_update,
    sticker_update,
    text_update,
)


def test_a_text_names_its_sender_and_chat():
    update = text_update(9, 7, "สวัสดี", date=1_000, message_id=3)
    message = update["message"]
    assert (update["update_id"], message["message_id"]) == (9, 3)
    assert (message["text"], message["date"]) == ("สวัสดี", 1_000)
    assert message["from"]["id"] == message["chat"]["id"] == 7
    assert message["from"]["is_bot"] is False
    assert message["chat"]["type"] == "private"


def test_a_command_is_marked_as_one():
    message = text_update(9, 7, "/start survey")["message"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert "entities" not in text_update(9, 7, "สวัสดี")["message"]


def test_a_negative_chat_is_a_group_with_a_sender_of_its_own():
    message = text_update(9, -5, "สวัสดี", user_id=8)["message"]
    assert (message["chat"]["type"], message["from"]["id"]) == ("group", 8)


def test_ids_are_new_unless_given():
    assert next_update_id() < next_update_id()
    assert new_chat_id() != new_chat_id()
    messages = {text_update(1, 7, "x")["message"]["message_id"] for _ in range(20)}
    assert len(messages) == 20
    queries = {press_update(1, 7, "a")["callback_query"]["id"] for _ in range(20)}
    assert len(queries) == 20
    assert press_update(1, 7, "a", query_id="5")["callback_query"]["id"] == "5"


def test_a_press_comes_from_the_resident_under_a_message_of_the_bot():
    query = press_update(9, 7, "a:1", message_id=3)["callback_query"]
    assert (query["from"]["id"], query["data"]) == (7, "a:1")
    assert query["message"]["from"]["is_bot"] is True
    assert query["message"]["message_id"] == 3
    assert query["chat_instance"]


def test_a_block_and_its_end_are_changes_of_the_bots_membership():
    blocked = blocked_update(9, 7)["my_chat_member"]
    back = blocked_update(10, 7, unblocked=True)["my_chat_member"]

    def change(member):
        return member["old_chat_member"]["status"], member["new_chat_member"]["status"]

    assert (change(blocked), change(back)) == (
        ("member", "kicked"),
        ("kicked", "member"),
    )
    assert blocked["new_chat_member"]["until_date"] == 0


def test_an_edit_keeps_the_message_it_changes():
    edited = edited_update(9, 7, "ใหม่", message_id=3, date=100)["edited_message"]
    assert (edited["message_id"], edited["edit_date"]) == (3, 101)


def test_stickers_places_and_photos_carry_their_content():
    sticker = sticker_update(1, 7)["message"]["sticker"]
    assert sticker["is_animated"] is False
    place = location_update(1, 7, latitude=13.5)["message"]["location"]
    assert place["latitude"] == 13.5
    sizes = photo_update(1, 7, file_id="f1", caption="ถนน")["message"]
    assert (sizes["photo"][-1]["file_id"], sizes["caption"]) == ("f1", "ถนน")
    assert sizes["photo"][0]["width"] < sizes["photo"][1]["width"]
