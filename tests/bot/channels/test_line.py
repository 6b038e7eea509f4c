"""Tests of bot.channels.line, against a LINE of our own on loopback."""

import json
import logging
import uuid
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.channels.base import Channel, Parcel, SendError
from bot.channels.line import LineChannel
from bot.channels.refused import PlatformRefused, PlatformUnreachable
from bot.turn import Inbound, Kind
from content.outbound import Card, Choice, Link, Outbound
from tests import patience
from tests.patience import PATIENCE_S
from tests.platforms.faults import Fault
from tests.platforms.line import LineStandIn

USER = "U" + "1" * 32
OTHER = "U" + "2" * 32
WORDS = (Outbound("สวัสดีค่ะ"),)
KEY = uuid.UUID(int=7)


@pytest.fixture
def line():
    with LineStandIn(latency_s=None) as stand_in:
        yield stand_in


@asynccontextmanager
async def opened(line, **options):
    given = {
        "api_url": line.url,
        "access_token": line.token,
        "timeout": PATIENCE_S,
    } | options
    channel = LineChannel(account="main", **given)
    try:
        yield channel
    finally:
        await channel.close()


def send(line, method="push", to=(USER,), *, words=WORDS, token=None, **options):
    """Send one parcel; the SendError it ended in, or None."""

    async def sending(loop):
        # An answer that is held back is waited for until the limit.
        line.on_held = loop.forward
        async with opened(line, **options) as channel:
            body = channel.pack(method, to, words, "th", reply_token=token)
            try:
                await channel.send(Parcel(KEY, method, body))
            except SendError as error:
                return error
            return None

    return patience.run(sending)


def reply(line, **options):
    return send(line, "reply", (), token=line.issue_reply_token(USER), **options)


def ask(line, question, **options):
    async def asking(loop):
        async with opened(line, **options) as channel:
            return await question(channel)

    return patience.run(asking)


def said(kind=Kind.TEXT, **fields):
    given = {"address": USER, "at": datetime(2026, 11, 24, tzinfo=UTC)} | fields
    return Inbound(channel="line", account="main", kind=kind, **given)


def test_it_is_a_channel():
    channel: Channel = LineChannel(api_url="http://x", access_token="t", account="a")

    assert (channel.name, channel.account, channel.most_recipients) == (
        "line",
        "a",
        500,
    )


def test_a_reply_uses_its_token_and_no_retry_key(line):
    assert reply(line) is None

    (call,) = line.calls("reply")
    assert call.accepted
    assert "x-line-retry-key" not in call.headers
    assert line.messages_to(USER) == [{"type": "text", "text": "สวัสดีค่ะ"}]
    assert line.quota_used == 0


@pytest.mark.parametrize(
    ("method", "to"), [("push", (USER,)), ("multicast", (USER, OTHER))]
)
def test_what_costs_carries_the_parcels_id_as_its_retry_key(line, method, to):
    assert send(line, method, to) is None

    (call,) = line.calls(method)
    assert call.headers["x-line-retry-key"] == str(KEY)
    assert [line.messages_to(user)[0]["text"] for user in to] == ["สวัสดีค่ะ"] * len(to)


def test_the_request_arrives_as_it_was_packed(line):
    card = Card(
        "น้ำ & {ไฟ}",
        "ใส\n\nสะอาด",
        footer="ที่มา: ก",
        links=(Link("โทร", "tel:199"), Link("อ่าน", "https://example.go.th/ก")),
        urgent=True,
    )
    choices = (Choice("ใช่ค่ะ", "s:1:y"), Choice("ไม่ 🙂", "s:1:n"))
    words = (Outbound("ก่อน"), Outbound(card=card, choices=choices, numbered=True))

    assert send(line, words=words) is None

    packed = LineChannel(api_url="x", access_token="t", account="a").pack(
        "push", (USER,), words, "th"
    )
    sent = line.calls("push")[0].body
    assert sent.pop("notificationDisabled") is False
    assert sent.pop("customAggregationUnits", []) == []
    assert sent == json.loads(packed)


def test_packing_is_the_same_every_time():
    channel = LineChannel(api_url="x", access_token="t", account="a")
    first, again = (channel.pack("multicast", (USER,), WORDS, "th") for _ in range(2))

    assert first == again
    with pytest.raises(ValueError, match="smoke"):
        channel.pack("smoke", (USER,), WORDS, "th")


@pytest.mark.parametrize("method", ["push", "multicast"])
@pytest.mark.parametrize(
    "fault",
    [Fault.timeout_after_accept(), Fault.timeout_after_accept(0), Fault.error(500)],
)
def test_a_paid_call_without_an_answer_may_be_repeated(line, method, fault):
    line.fail(method, fault)

    error = send(line, method)

    assert (error.code, error.permanent, error.ambiguous) == (
        "unanswered",
        False,
        False,
    )
    assert error.retry_after_s is None


def test_a_repeat_under_the_same_key_is_not_delivered_twice(line):
    line.fail("push", Fault.error_after_accept())

    assert send(line).code == "unanswered"
    assert send(line) is None

    assert [call.status for call in line.calls("push")] == [500, 409]
    assert len(line.messages_to(USER)) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault.timeout_after_accept(),
        Fault.timeout_after_accept(0),
        Fault.error(500),
        Fault.error_after_accept(503),
        Fault.drop_before_accept(),
    ],
)
def test_a_reply_without_an_answer_may_have_arrived(line, fault):
    line.fail("reply", fault)

    error = reply(line)

    assert (error.code, error.ambiguous, error.permanent) == (
        "reply_ambiguous",
        True,
        False,
    )


def test_a_used_reply_token_is_said_to_be_dead(line):
    token = line.issue_reply_token(USER)

    assert send(line, "reply", (), token=token) is None
    error = send(line, "reply", (), token=token)

    assert (error.code, error.permanent) == ("token_invalid", True)


def test_without_a_connection_nothing_was_sent(line):
    for method in ("reply", "push"):
        error = send(line, method, (USER,), token="t", api_url="http://127.0.0.1:9")
        assert (error.code, error.permanent, error.ambiguous) == (
            "unreachable",
            False,
            False,
        )


def test_a_user_who_does_not_exist_is_gone():
    with LineStandIn(latency_s=None, known_users=[OTHER]) as line:
        error = send(line, "push")
        assert (error.code, error.permanent, error.contact_gone) == ("gone", True, True)

        error = send(line, "multicast", (USER, OTHER))
        assert (error.code, error.permanent, error.contact_gone) == (
            "refused",
            True,
            False,
        )


def test_wrong_credentials_wait_for_an_officer(line):
    error = send(line, access_token="another")

    assert (error.code, error.retry_after_s, error.permanent) == (
        "credentials",
        300,
        False,
    )


def test_a_spent_quota_is_told_from_a_rate():
    with LineStandIn(latency_s=None, quota_limit=1) as line:
        line.used_elsewhere = 1
        error = send(line)
        assert (error.code, error.quota_spent, error.permanent) == (
            "quota",
            True,
            False,
        )

        assert reply(line) is None  # replies are free


def test_a_rate_waits_as_long_as_line_says_or_a_minute(line):
    line.quota_limit = 100
    line.fail("push", Fault.too_many(retry_after_s=7))
    line.fail("push", Fault.too_many(retry_after_s=None))

    first, second = send(line), send(line)

    assert (first.code, first.retry_after_s, first.quota_spent) == ("rate", 7, False)
    assert second.retry_after_s == 60


def test_a_rate_is_a_rate_where_the_quota_cannot_be_asked(line):
    line.fail("push", Fault.too_many(retry_after_s=None))
    line.fail("quota", Fault.error(500))

    assert send(line).code == "rate"


def test_a_replys_rate_never_asks_for_the_quota(line):
    line.fail("reply", Fault.too_many(retry_after_s=None))

    error = reply(line)

    assert (error.code, error.retry_after_s) == ("rate", 2)
    assert line.calls("quota") == []


@pytest.mark.parametrize("body", [b'{"cut off', b"", b"\xff\xfe", b"[]", b"{}"])
def test_an_odd_answer_to_what_was_accepted_is_a_success(line, body):
    line.fail("push", Fault.malformed(body))

    assert send(line) is None
    assert len(line.messages_to(USER)) == 1


def test_words_line_refuses_fail_for_good(line):
    line.capture(None)  # wrong on purpose: no checker should see it

    async def sending(channel):
        body = json.dumps({"to": USER, "messages": [{"type": "text", "text": ""}]})
        await channel.send(Parcel(KEY, "push", body.encode()))

    with pytest.raises(SendError) as caught:
        ask(line, sending)

    assert (caught.value.code, caught.value.permanent) == ("refused", True)


@pytest.mark.parametrize("body", [b"{}", b"[", b'{"to": "U", "messages": []}'])
def test_a_parcel_that_is_no_request_fails_for_good(line, body):
    async def sending(channel):
        await channel.send(Parcel(KEY, "push", body))

    with pytest.raises(SendError) as caught:
        ask(line, sending)

    assert (caught.value.code, caught.value.permanent) == ("malformed", True)
    assert line.requests == []


def test_nothing_said_in_an_error_names_anyone(line):
    line.fail("push", Fault.error(400))

    error = send(line)

    assert USER not in repr(error)
    assert str(error) == error.code


def test_the_quota_is_what_line_says():
    async def question(channel):
        return await channel.quota()

    with LineStandIn(latency_s=None, quota_limit=300) as line:
        line.used_elsewhere = 12
        assert ask(line, question) == (300, 12)
    with LineStandIn(latency_s=None) as line:
        assert ask(line, question) == (None, 0)
        line.fail("consumption", Fault.error(500))
        with pytest.raises(SendError):
            ask(line, question)


def test_messages_can_be_tried_out_without_being_sent(line):
    async def fine(channel):
        return await channel.validate(WORDS, "th")

    async def empty(channel):
        return await channel.validate((), "th")

    assert ask(line, fine) == ()
    assert len(line.calls("validate")) == 1
    line.fail("validate", Fault.error(400))
    assert len(ask(line, fine)) == 1
    assert line.delivered == []


def test_a_private_text_gets_a_loading_sign(line):
    async def notice(channel):
        for inbound in (
            said(),
            said(Kind.PRESS),
            said(Kind.STICKER),
            said(private=False),
            said(mute=True),
            said(address=None),
        ):
            await channel.notice(inbound)

    ask(line, notice)

    bodies = [call.body for call in line.calls("loading")]
    assert bodies == [{"chatId": USER, "loadingSeconds": 20}] * 2


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", None])
def test_a_loading_sign_that_fails_harms_nothing(line, url):
    line.fail("loading", Fault.error(500))

    async def notice(channel):
        await channel.notice(said())

    ask(line, notice, api_url=url or line.url)


def test_the_webhook_is_set_and_tested(line):
    async def setting(channel):
        before = await channel.webhook()
        await channel.set_webhook("https://127.0.0.1:9/webhooks/line")
        return before, await channel.webhook(), await channel.test_webhook()

    before, now, trouble = ask(line, setting)

    assert (before, now) == ("", "https://127.0.0.1:9/webhooks/line")
    assert "COULD_NOT_CONNECT" in trouble


def test_a_new_rich_menu_takes_the_place_of_our_older_ones_only(line):
    def menu(name):
        area = {"x": 0, "y": 0, "width": 2500, "height": 843}
        action = {"type": "postback", "data": "menu:ask", "displayText": "ถาม"}
        return {
            "size": {"width": 2500, "height": 843},
            "selected": True,
            "name": name,
            "chatBarText": "เมนู",
            "areas": [{"bounds": area, "action": action}],
        }

    async def installing(channel):
        removed = []
        for name in ("theirs", "ecotown 1", "ecotown 2"):
            removed.append(
                await channel.install_menu(menu(name), b"\x89PNG", ours="ecotown ")
            )
        return removed

    assert ask(line, installing) == [0, 0, 1]

    kept = {m["name"]: menu_id for menu_id, m in line.menus.menus.items()}
    assert set(kept) == {"theirs", "ecotown 2"}
    assert line.menus.default == kept["ecotown 2"]
    assert line.menus.pictures[kept["ecotown 2"]] == ("image/png", b"\x89PNG")
    created = line.menus.menus[kept["ecotown 2"]]
    assert {k: v for k, v in created.items() if k != "richMenuId"} == menu("ecotown 2")


def test_an_operator_hears_what_line_said(line):
    async def setting(channel):
        await channel.set_webhook("http://example.org/not-secure")

    async def name(channel):
        return await channel.account_name()

    with pytest.raises(PlatformRefused, match="400 Invalid webhook endpoint URL"):
        ask(line, setting)
    with pytest.raises(PlatformRefused, match="401"):
        ask(line, name, access_token="another")
    with pytest.raises(PlatformUnreachable):
        ask(line, name, api_url="http://127.0.0.1:9")
    assert "@" in ask(line, name)


def test_pictures_go_to_lines_own_host_for_them_and_a_stand_in_gets_everything():
    official = LineChannel(api_url="https://api.line.me", access_token="t", account="a")
    other = LineChannel(api_url="http://stand-in", access_token="t", account="a")

    assert official._configuration.host is None
    assert other._configuration.host == "http://stand-in"


def test_the_sdk_does_not_log_bodies():
    assert not logging.getLogger("linebot.v3.messaging").isEnabledFor(logging.DEBUG)
