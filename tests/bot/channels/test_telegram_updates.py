"""Tests of bot.channels.telegram_updates."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import telegram_updates
from bot.turn import Inbound, Kind
from tests.bot.channels.anything import almost, values
from tests.platforms import telegram_updates as made

CHAT = 500_000_777
GROUP = -100_777

words = st.sampled_from
chats = almost(id=st.integers(), type=words(["private", "group"]))
people = almost(id=st.integers(), language_code=words(["th", "EN-us", "x" * 50]))
messages = almost(
    **{"from": people},
    chat=chats,
    date=st.integers(),
    message_id=st.integers(),
    text=st.text(),
    photo=values,
    migrate_to_chat_id=st.integers(),
)
updates = almost(
    update_id=st.integers(),
    message=messages,
    edited_message=messages,
    callback_query=almost(id=words(["9"]), data=st.text(), message=messages),
    my_chat_member=almost(
        chat=chats,
        old_chat_member=almost(status=words(["kicked", "member"])),
        new_chat_member=almost(status=words(["kicked", "member"])),
    ),
)


def take(update):
    return telegram_updates.take(json.dumps(update).encode(), "main")


def read(update):
    return telegram_updates.read(take(update).payload, "main")


def saying(**content):
    return {"update_id": 5, "message": made.message(CHAT, **content)}


def test_an_update_is_kept_with_its_key_order_and_chat():
    update = made.text_update(700, CHAT, "สวัสดี")

    taken = take(update)

    assert (taken.channel, taken.account, taken.order) == ("telegram", "main", 700)
    assert taken.address == str(CHAT)
    assert taken.event_key.startswith("700:")
    assert len(taken.event_key) == len("700:") + 16
    assert json.loads(taken.payload) == update


def test_an_update_delivered_again_keeps_its_key_and_a_restarted_id_gets_its_own():
    update = made.text_update(700, CHAT, "ก")
    same_id = made.text_update(700, CHAT, "ข")
    reordered = dict(reversed(update.items()))

    assert take(update).event_key == take(reordered).event_key
    assert take(update).event_key != take(same_id).event_key


@pytest.mark.parametrize(
    "update", [b"", b"[]", b"null", b"{cut", b"\xff", b"[" * 10**5]
)
def test_what_is_no_update_is_refused(update):
    with pytest.raises(ValueError, match=r"."):
        telegram_updates.take(update, "main")


def test_a_text_is_read_with_the_language_of_the_app():
    inbound = read(
        made.text_update(700, CHAT, "สวัสดี", date=1_764_000_000, message_id=8)
    )

    assert inbound == Inbound(
        channel="telegram",
        account="main",
        address=str(CHAT),
        kind=Kind.TEXT,
        at=datetime.fromtimestamp(1_764_000_000, UTC),
        text="สวัสดี",
        message_id="8",
        language_hint="th",
    )


@pytest.mark.parametrize(
    ("sent", "text"),
    [
        ("/start", "/start"),
        ("/start abc_123", "/start abc_123"),
        ("/menu@ecotown_bot x", "/menu x"),
        ("/menu@ecotown_bot", "/menu"),
        ("/menu x@y", "/menu x@y"),
        ("a/menu@bot", "a/menu@bot"),
    ],
)
def test_a_command_is_a_text_without_our_name(sent, text):
    inbound = read(made.text_update(1, CHAT, sent))

    assert (inbound.kind, inbound.text) == (Kind.TEXT, text)


@pytest.mark.parametrize(
    ("update", "kind"),
    [
        (made.sticker_update(1, CHAT), Kind.STICKER),
        (made.photo_update(1, CHAT), Kind.PICTURE),
        (made.location_update(1, CHAT), Kind.LOCATION),
        (saying(location={}, venue={"title": "ตลาด"}), Kind.LOCATION),
        (saying(contact={"phone_number": "1"}), Kind.FILE),
        (saying(document={}), Kind.FILE),
        (saying(voice={}), Kind.FILE),
        (saying(video={}), Kind.FILE),
        (saying(dice={}), Kind.OTHER),
        (saying(migrate_to_chat_id=-100_1), Kind.OTHER),
        ({"update_id": 1, "channel_post": made.message(GROUP, text="x")}, Kind.OTHER),
        ({"update_id": 1, "poll": {"id": "1"}}, Kind.OTHER),
        ({"update_id": 1}, Kind.OTHER),
        (made.blocked_update(1, CHAT), Kind.UNFOLLOW),
        (made.blocked_update(1, CHAT, unblocked=True), Kind.FOLLOW),
    ],
)
def test_every_kind_of_update_is_told_apart(update, kind):
    assert read(update).kind is kind


def test_a_caption_is_the_text_of_a_picture():
    assert read(made.photo_update(1, CHAT, caption="ควันดำ")).text == "ควันดำ"


def test_an_edited_text_is_read_as_edited():
    inbound = read(made.edited_update(1, CHAT, "ใหม่", message_id=8))

    assert (inbound.kind, inbound.text, inbound.message_id) == (
        Kind.EDITED,
        "ใหม่",
        "8",
    )


def test_a_press_carries_its_data_and_the_id_that_acknowledges_it():
    update = made.press_update(1, CHAT, "menu:ask", query_id="99", message_id=8)

    inbound = read(update)

    assert (inbound.kind, inbound.data, inbound.press_id) == (
        Kind.PRESS,
        "menu:ask",
        "99",
    )
    assert (inbound.address, inbound.private, inbound.text) == (str(CHAT), True, "")


def test_a_press_whose_message_is_gone_still_finds_its_chat():
    update = made.press_update(1, CHAT, "menu:ask")
    del update["callback_query"]["message"]

    assert take(update).address == str(CHAT)
    assert (read(update).address, read(update).private) == (str(CHAT), True)


def test_only_unblocking_is_following():
    update = made.blocked_update(1, CHAT, unblocked=True)
    update["my_chat_member"]["old_chat_member"]["status"] = "left"

    assert read(update).kind is Kind.OTHER


def test_a_group_is_not_private_and_taking_us_in_is_joining():
    assert not read(made.text_update(1, GROUP, "ก")).private
    update = made.blocked_update(1, GROUP, unblocked=True)
    assert read(update).kind is Kind.JOIN
    assert not read(update).private


@pytest.mark.parametrize(
    ("code", "hint"), [("en-GB", "en"), ("my", "my"), ("", None), (7, None)]
)
def test_the_language_is_that_of_the_app_without_its_country(code, hint):
    assert read(made.text_update(1, CHAT, "ก", language=code)).language_hint == hint


def test_an_update_of_an_older_shape_is_read():
    # As in the examples of https://core.telegram.org/bots/webhooks: no `is_bot`.
    sender = {"last_name": "x", "id": 1111111, "first_name": "y", "username": "z"}
    chat = {**sender, "type": "private"}
    message = {"date": 1441645532, "chat": chat, "message_id": 1365, "from": sender}
    update = {"update_id": 10000, "message": message | {"text": "/start"}}

    assert (read(update).text, read(update).address) == ("/start", "1111111")


@given(st.one_of(updates, st.dictionaries(st.text(max_size=6), values, max_size=4)))
def test_whatever_is_in_an_update_is_kept_and_read(update):
    taken = take(update)

    assert repr(json.loads(taken.payload)) == repr(json.loads(json.dumps(update)))
    assert abs(taken.order) < 2**63
    inbound = read(update)
    for text in (inbound.text, inbound.data, inbound.press_id or ""):
        text.encode()


@given(st.binary(max_size=200))
def test_any_payload_can_be_read(payload):
    assert isinstance(telegram_updates.read(payload, "main"), Inbound)


def test_a_photo_is_known_by_its_largest_size_and_a_location_by_its_angles():
    photo = read(made.photo_update(1, CHAT, file_id="AgAC"))
    assert (photo.picture, photo.latitude) == ("AgAC", None)
    place = read(made.location_update(1, CHAT, latitude=13.7, longitude=100.32))
    assert (place.latitude, place.longitude) == (13.7, 100.32)
    spot = {"latitude": 13.5, "longitude": 100.5}
    venue = read(saying(location=spot, venue={"title": "ตลาด", "location": spot}))
    assert (venue.latitude, venue.longitude) == (13.5, 100.5)


@pytest.mark.parametrize("photo", [None, [], [{}], "x", [{"file_id": 5}]])
def test_a_photo_without_a_reference_is_a_picture_all_the_same(photo):
    odd = read(saying(photo=photo))
    assert (odd.kind, odd.picture) == (Kind.PICTURE, None)
