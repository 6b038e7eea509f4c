"""Tests of bot.channels.line_events."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import line_events
from bot.turn import Inbound, Kind
from tests.bot.channels.anything import almost, values
from tests.platforms import line_events as made

USER = "U" + "1" * 32
GROUP = "C" + "2" * 32
DUMMY_USER = "Udeadbeefdeadbeefdeadbeefdeadbeef"

# https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
OFFICIAL_SECRET = "8c570fa6dd201bb328f1c1eac23a96d8"
OFFICIAL_BODY = b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
OFFICIAL_SIGNATURE = "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs="

words = st.sampled_from
events = almost(
    type=words(["message", "postback", "follow", "unsend", "messageEdited", "new"]),
    mode=words(["active", "standby", "dreaming"]),
    timestamp=st.integers(),
    source=almost(type=words(["user", "group"]), userId=words([USER, DUMMY_USER])),
    webhookEventId=words(["01H000", "", "\x00", "x" * 300]),
    replyToken=words(["t" * 32, "0" * 32]),
    message=almost(id=words(["1"]), type=words(["text", "image"]), text=st.text()),
    postback=almost(data=st.text()),
    unsend=almost(messageId=words(["1"])),
)


def split(*items, **options):
    return line_events.split(made.line_body(*items, **options), "main")


def read(event):
    (taken,) = split(event)
    return line_events.read(taken.payload, "main")


def verify(secret=OFFICIAL_SECRET, body=OFFICIAL_BODY, signature=OFFICIAL_SIGNATURE):
    return line_events.verify(secret, body, signature)


def test_lines_own_example_of_a_signature_is_right():
    assert verify()


@pytest.mark.parametrize(
    "changed",
    [
        {"secret": "another"},
        {"secret": ""},
        {"body": OFFICIAL_BODY + b"\n"},
        {"signature": OFFICIAL_SIGNATURE[:-2] + "0="},
        {"signature": ""},
        {"signature": None},
        {"signature": "ลายเซ็น"},
    ],
)
def test_any_other_signature_secret_or_body_is_wrong(changed):
    assert not verify(**changed)


def test_a_connection_check_has_no_events():
    assert line_events.split(OFFICIAL_BODY, "main") == []


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"null", b"[]", b"{}", b'{"events": {}}', b"{cut off", b"\xff\xfe"),
        b"[" * 100_000,
        b'{"events":[' + b"[" * 50_000 + b"]" * 50_000 + b"]}",
    ],
)
def test_a_body_that_is_no_webhook_is_refused(body):
    with pytest.raises(ValueError, match=r"."):
        line_events.split(body, "main")


def test_an_event_is_kept_with_its_key_order_and_sender():
    event = made.text_event(
        USER, "สวัสดี", event_id="01HXYZ", timestamp=1_700_000_000_123
    )

    (taken,) = split(event)

    assert (taken.channel, taken.account) == ("line", "main")
    assert taken.event_key == "01HXYZ"
    assert taken.order == 1_700_000_000_123
    assert taken.address == USER
    assert json.loads(taken.payload) == event


def test_an_odd_event_does_not_harm_its_neighbours():
    before, after = made.text_event(USER, "ก"), made.text_event(USER, "ข")

    taken = split(before, None, {"type": 7, "timestamp": "now"}, [], after)

    assert len(taken) == 5
    assert len({each.event_key for each in taken}) == 5
    assert [line_events.read(each.payload, "main").kind for each in taken] == [
        *(Kind.TEXT, Kind.OTHER, Kind.OTHER, Kind.OTHER, Kind.TEXT)
    ]


def test_an_event_delivered_again_keeps_its_key():
    first = made.text_event(USER, "ก", event_id="01H1")
    again = first | {"deliveryContext": {"isRedelivery": True}}

    assert split(first)[0].event_key == split(again)[0].event_key == "01H1"


@pytest.mark.parametrize("event_id", [None, "", 7, "\x00", "\ud800", "x" * 201])
def test_without_a_usable_id_the_key_is_the_events_digest(event_id):
    event = made.text_event(USER, "ก")
    event["webhookEventId"] = event_id
    redelivered = {"deliveryContext": {"isRedelivery": True}}
    again = dict(reversed(event.items())) | redelivered

    first, second = (
        line_events.split(json.dumps({"events": [each]}).encode(), "main")[0].event_key
        for each in (event, again)
    )

    assert first == second
    assert len(first) == 64
    other = event | {"timestamp": event["timestamp"] + 1}
    body = json.dumps({"events": [other]}).encode()
    assert line_events.split(body, "main")[0].event_key != first


@pytest.mark.parametrize("timestamp", ["soon", None, True, 1.5, 2**70, -(2**70)])
def test_an_order_no_database_holds_is_none(timestamp):
    event = made.text_event(USER, "ก") | {"timestamp": timestamp}

    assert split(event)[0].order == 0
    assert read(event).at == datetime(1970, 1, 1, tzinfo=UTC)


def test_a_number_of_thousands_of_digits_harms_nobody():
    body = b'{"events":[{"timestamp":' + b"9" * 10_000 + b'},{"type":"follow"}]}'

    assert [each.order for each in line_events.split(body, "main")] == [0, 0]


def test_nul_and_lone_surrogates_survive_in_the_payload_and_are_mended_in_the_text():
    event = made.text_event(USER, "")
    event["message"]["text"] = "ก\x00ข\ud83dค"
    body = json.dumps({"events": [event]}).encode()

    (taken,) = line_events.split(body, "main")

    assert json.loads(taken.payload) == event
    assert line_events.read(taken.payload, "main").text == "ก\ufffdข\ufffdค"


def test_an_event_of_a_group_is_ordered_with_the_group():
    assert split(made.join_event(GROUP))[0].address == GROUP
    room = made.join_event(GROUP) | {"source": {"type": "room", "roomId": "R1"}}
    assert split(room)[0].address == "R1"


def test_a_text_is_read_whole():
    event = made.text_event(
        USER, " (hello) @x ", message_id="77", reply_token="t" * 32,
        timestamp=1_764_000_000_500,
    )  # fmt: skip

    assert read(event) == Inbound(
        channel="line",
        account="main",
        address=USER,
        kind=Kind.TEXT,
        at=datetime.fromtimestamp(1_764_000_000.5, UTC),
        text=" (hello) @x ",
        reply_token="t" * 32,
        message_id="77",
    )


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        (made.sticker_event(USER), Kind.STICKER),
        (made.image_event(USER), Kind.PICTURE),
        (made.message_event(USER, {"type": "video"}), Kind.FILE),
        (made.message_event(USER, {"type": "audio"}), Kind.FILE),
        (made.message_event(USER, {"type": "file", "fileName": "x.pdf"}), Kind.FILE),
        (made.message_event(USER, {"type": "hologram"}), Kind.OTHER),
        (made.location_event(USER), Kind.LOCATION),
        (made.follow_event(USER), Kind.FOLLOW),
        (made.follow_event(USER, unblocked=True), Kind.FOLLOW),
        (made.unfollow_event(USER), Kind.UNFOLLOW),
        (made.event("accountLink", USER, link={"result": "ok"}), Kind.OTHER),
        (made.event("beacon", USER), Kind.OTHER),
        (made.event("things", USER), Kind.OTHER),
        (made.event("videoPlayComplete", USER), Kind.OTHER),
        (made.event("membership", USER), Kind.OTHER),
        (made.event("memberJoined", group_id=GROUP), Kind.OTHER),
        (made.event("memberLeft", group_id=GROUP), Kind.OTHER),
        (made.event("leave", group_id=GROUP, reply_token=None), Kind.OTHER),
        (made.event("invented tomorrow", USER), Kind.OTHER),
    ],
)
def test_every_kind_of_event_is_told_apart(event, kind):
    assert read(event).kind is kind


def test_a_press_carries_its_data():
    picked = {"data": "menu:ask", "params": {"date": "2026-11-24"}}
    inbound = read(made.event("postback", USER, postback=picked))

    assert (inbound.kind, inbound.data) == (Kind.PRESS, "menu:ask")


def test_a_message_taken_back_is_named():
    inbound = read(made.unsend_event(USER, "77"))

    assert (inbound.kind, inbound.message_id, inbound.reply_token) == (
        Kind.UNSEND,
        "77",
        None,
    )


def test_an_edited_message_has_its_new_text_and_is_not_private():
    inbound = read(made.edited_event(USER, "77", "ใหม่", group_id=GROUP))

    assert (inbound.kind, inbound.message_id, inbound.text) == (
        Kind.EDITED,
        "77",
        "ใหม่",
    )
    assert not inbound.private


def test_joining_a_group_can_be_answered_but_is_not_private():
    inbound = read(made.join_event(GROUP, reply_token="t" * 32))

    assert (inbound.kind, inbound.private) == (Kind.JOIN, False)
    assert (inbound.address, inbound.reply_token) == (None, "t" * 32)


def test_in_standby_we_are_mute():
    inbound = read(made.text_event(USER, "ก", mode="standby"))

    assert inbound.mute
    assert inbound.reply_token is None


@pytest.mark.parametrize("token", ["0" * 32, "f" * 32, "", 7])
def test_the_tokens_of_the_consoles_check_are_none(token):
    assert read(made.text_event(USER, "ก") | {"replyToken": token}).reply_token is None


def test_the_consoles_made_up_user_is_not_answered():
    inbound = read(made.text_event(DUMMY_USER, "Hello, world", reply_token="t" * 32))

    assert (inbound.address, inbound.reply_token) == (None, None)


@pytest.mark.parametrize("user_id", ["U1", "u" + "1" * 32, "U" + "A" * 32, None, 7])
def test_only_ids_as_line_makes_them_are_answered(user_id):
    event = made.text_event(USER, "ก") | {"source": {"type": "user", "userId": user_id}}

    assert read(event).address is None


@given(st.lists(st.one_of(values, events), max_size=4))
def test_whatever_is_in_a_webhook_is_kept_and_read(items):
    body = json.dumps({"events": items}).encode()

    taken = line_events.split(body, "main")

    assert len(taken) == len(items)
    for each, item in zip(taken, items, strict=True):
        assert repr(json.loads(each.payload)) == repr(json.loads(json.dumps(item)))
        assert 1 <= len(each.event_key) <= 200
        assert abs(each.order) < 2**63
        inbound = line_events.read(each.payload, "main")
        for text in (inbound.text, inbound.data, inbound.reply_token or ""):
            text.encode()


@given(st.binary(max_size=200))
def test_any_payload_can_be_read(payload):
    assert isinstance(line_events.read(payload, "main"), Inbound)


def test_a_payload_nested_without_end_is_read_as_nothing():
    assert line_events.read(b"[" * 100_000, "main").kind is Kind.OTHER


def test_a_picture_is_known_by_its_message_and_a_location_by_its_angles():
    picture = read(made.image_event(USER, message_id="325708"))
    assert (picture.picture, picture.latitude) == ("325708", None)
    place = read(made.location_event(USER, latitude=13.7, longitude=100.32))
    assert (place.latitude, place.longitude) == (13.7, 100.32)
    assert place.picture is None


@pytest.mark.parametrize("latitude", [91, -90.5, True, "13.7", None, float("nan")])
def test_a_location_that_is_nowhere_on_earth_is_none(latitude):
    place = read(made.location_event(USER, latitude=latitude))
    assert place.kind is Kind.LOCATION
    assert (place.latitude, place.longitude) == (None, None)
