"""Events are built as LINE builds them."""

import json
import re

from tests.platforms.line import (
    edited_event,
    follow_event,
    image_event,
    join_event,
    line_body,
    location_event,
    new_group_id,
    new_user_id,
    postback_event,
    sign,
    sticker_event,
    text_event,
    unfollow_event,
    unsend_event,
)

COMMON = {
    *("type", "mode", "timestamp", "source", "webhookEventId", "deliveryContext"),
}


def _all_events():
    user, group = new_user_id(), new_group_id()
    return [
        text_event(user, "สวัสดี"),
        sticker_event(user),
        image_event(user),
        location_event(user),
        postback_event(user, "a=1"),
        follow_event(user),
        unfollow_event(user),
        join_event(group),
        unsend_event(user, "1"),
        edited_event(user, "1", "ใหม่", group_id=group),
    ]


def test_the_signature_matches_lines_own_example():
    body = b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
    secret = "8c570fa6dd201bb328f1c1eac23a96d8"
    assert sign(secret, body) == "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="


def test_every_event_has_what_all_events_have():
    for event in _all_events():
        assert set(event) >= COMMON
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{26}", event["webhookEventId"])
        assert event["deliveryContext"] == {"isRedelivery": False}


def test_only_events_that_can_be_answered_have_a_reply_token():
    without = [e["type"] for e in _all_events() if "replyToken" not in e]
    assert without == ["unfollow", "unsend"]
    assert "replyToken" not in text_event(new_user_id(), "x", mode="standby")


def test_ids_are_new_in_every_event_unless_given():
    user = new_user_id()
    events = [text_event(user, "x") for _ in range(50)]
    for key in ("webhookEventId", "replyToken"):
        assert len({event[key] for event in events}) == 50
    assert len({event["message"]["id"] for event in events}) == 50
    given = text_event(
        user, "x", reply_token="t", event_id="E", message_id="7", timestamp=5
    )
    assert (given["replyToken"], given["webhookEventId"]) == ("t", "E")
    assert (given["message"]["id"], given["timestamp"]) == ("7", 5)


def test_user_ids_are_well_formed_and_new():
    ids = {new_user_id() for _ in range(50)}
    assert len(ids) == 50
    assert all(re.fullmatch(r"U[0-9a-f]{32}", one) for one in ids)


def test_event_ids_sort_by_their_time():
    user = new_user_id()
    early, late = (text_event(user, "x", timestamp=t) for t in (1_000, 2_000))
    assert early["webhookEventId"] < late["webhookEventId"]


def test_a_group_is_named_before_its_member():
    user, group = new_user_id(), new_group_id()
    assert join_event(group)["source"] == {"type": "group", "groupId": group}
    edited = edited_event(user, "1", "x", group_id=group)
    assert edited["source"] == {"type": "group", "groupId": group, "userId": user}


def test_a_redelivery_says_so_and_is_the_same_otherwise():
    user = new_user_id()
    same = {"event_id": "E", "reply_token": "t", "timestamp": 1}
    again = postback_event(user, "a", redelivered=True, **same)
    first = postback_event(user, "a", **same)
    assert again == first | {"deliveryContext": {"isRedelivery": True}}


def test_a_body_keeps_thai_as_it_is_and_may_hold_no_event():
    body = line_body(text_event(new_user_id(), "น้ำ"))
    assert "น้ำ".encode() in body
    assert json.loads(line_body())["events"] == []
