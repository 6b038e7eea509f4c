"""Tests of bot.channels.telegram, against a Telegram of our own on loopback."""

import asyncio
import json
import logging
import uuid
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from bot.channels.base import Channel, Parcel, SendError
from bot.channels.memory import MemoryChannel
from bot.channels.refused import PlatformRefused, PlatformUnreachable
from bot.channels.telegram import TelegramChannel, poll
from bot.turn import Inbound, Kind
from content.outbound import Card, Choice, Link, Outbound
from tests import patience
from tests.patience import PATIENCE_S
from tests.platforms.faults import Fault
from tests.platforms.telegram import TelegramStandIn, next_update_id, text_update

CHAT = 500_000_001
WORDS = (Outbound("สวัสดีค่ะ"),)


@pytest.fixture
def telegram():
    with TelegramStandIn(latency_s=None) as stand_in:
        yield stand_in


@asynccontextmanager
async def opened(telegram, **options):
    given = {
        "api_url": telegram.url,
        "token": telegram.token,
        "timeout": PATIENCE_S,
    } | options
    channel = TelegramChannel(account="100001", **given)
    try:
        yield channel
    finally:
        await channel.close()


def ask(telegram, question, **options):
    async def asking(loop):
        # An answer that is held back is waited for until the limit.
        telegram.on_held = loop.forward
        async with opened(telegram, **options) as channel:
            return await question(channel)

    return patience.run(asking)


def send(telegram, *, words=WORDS, chat=CHAT, body=None, sent=0, **options):
    """Send one parcel; the SendError it ended in, or None."""

    async def sending(channel):
        packed = body or channel.pack("send", (str(chat),), words, "th")
        try:
            await channel.send(Parcel(uuid.uuid4(), "send", packed, sent))
        except SendError as error:
            return error
        return None

    return ask(telegram, sending, **options)


def calls(*texts, **params):
    made = [{"chat_id": CHAT, "text": text, **params} for text in texts]
    return json.dumps(made).encode()


def said(kind=Kind.TEXT, **fields):
    given = {"address": str(CHAT), "at": datetime(2026, 11, 24, tzinfo=UTC)} | fields
    return Inbound(channel="telegram", account="100001", kind=kind, **given)


def texts(telegram):
    return [message["text"] for message in telegram.messages_to(CHAT)]


def test_it_is_a_channel_that_calls_nobody_at_the_start(telegram):
    async def nothing(channel: Channel):
        return channel.name, channel.account, channel.most_recipients

    assert ask(telegram, nothing) == ("telegram", "100001", 1)
    assert telegram.requests == []


def test_a_message_arrives_with_its_markup_and_keyboard(telegram):
    card = Card("น้ำ <ใส>", "ดี & สะอาด", links=(Link("อ่าน", "https://example.go.th/"),))
    words = (Outbound(card=card, choices=(Choice("ใช่", "s:1:y"),)),)

    assert send(telegram, words=words) is None

    (message,) = telegram.messages_to(CHAT)
    assert message["text"] == "น้ำ <ใส>\nดี & สะอาด"
    assert [entity["type"] for entity in message["entities"]] == ["bold"]
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": "อ่าน", "url": "https://example.go.th/"}],
        [{"text": "ใช่", "callback_data": "s:1:y"}],
    ]
    (call,) = telegram.calls("sendMessage")
    assert call.body["link_preview_options"] == {"is_disabled": True}


def test_a_parcel_of_several_messages_is_sent_in_order_from_where_it_stood(telegram):
    body = calls("หนึ่ง", "สอง", "สาม")

    assert send(telegram, body=body, sent=1) is None

    assert texts(telegram) == ["สอง", "สาม"]


def test_a_failure_tells_how_many_went_before_it(telegram):
    telegram.fail("sendMessage", Fault.too_many(retry_after_s=9), skip=1)

    error = send(telegram, body=calls("หนึ่ง", "สอง"))

    assert (error.code, error.retry_after_s, error.sent) == ("rate", 9, 1)
    assert texts(telegram) == ["หนึ่ง"]


def test_who_blocked_us_is_gone(telegram):
    telegram.block(CHAT)

    error = send(telegram)

    assert (error.code, error.permanent, error.contact_gone) == ("blocked", True, True)


def test_a_chat_nobody_knows_is_gone(telegram):
    telegram.known_chats = set()

    error = send(telegram)

    assert (error.code, error.permanent, error.contact_gone) == ("gone", True, True)


def test_a_group_that_moved_tells_where_to(telegram):
    telegram.migrate(-5, -1005)

    error = send(telegram, chat=-5)

    assert (error.code, error.moved_to, error.permanent) == ("moved", "-1005", False)


def test_what_telegram_cannot_parse_is_sent_once_more_as_plain_text(telegram):
    telegram.capture(None)  # wrong on purpose: no checker should see it
    body = calls("<b>น้ำ &amp; <i>ไฟ</b>", parse_mode="HTML")

    assert send(telegram, body=body) is None

    assert texts(telegram) == ["น้ำ & ไฟ"]
    assert len(telegram.calls("sendMessage")) == 2


def test_words_telegram_refuses_fail_for_good(telegram):
    telegram.capture(None)  # wrong on purpose: no checker should see it
    error = send(telegram, body=calls(""))

    assert (error.code, error.permanent, error.contact_gone) == ("refused", True, False)


def test_an_empty_parcel_fails_for_good(telegram):
    error = send(telegram, words=())

    assert (error.code, error.permanent) == ("malformed", True)


@pytest.mark.parametrize("token", ["999:well-formed", "nonsense"])
def test_wrong_credentials_wait_for_an_officer(telegram, token):
    error = send(telegram, token=token)

    assert (error.code, error.retry_after_s, error.permanent) == (
        "credentials",
        300,
        False,
    )


@pytest.mark.parametrize(
    "fault",
    [
        Fault.timeout_after_accept(),
        Fault.timeout_after_accept(0),
        Fault.error_after_accept(502),
        Fault.error(500),
        Fault.drop_before_accept(),
    ],
)
def test_a_message_without_an_answer_may_have_arrived(telegram, fault):
    telegram.fail("sendMessage", fault, skip=1)

    error = send(telegram, body=calls("หนึ่ง", "สอง"))

    assert (error.code, error.ambiguous, error.permanent) == ("unanswered", True, False)
    assert error.sent == 1


def test_without_a_connection_nothing_was_sent(telegram):
    error = send(telegram, api_url="http://127.0.0.1:9")

    assert (error.code, error.ambiguous, error.permanent) == (
        "unreachable",
        False,
        False,
    )


@pytest.mark.parametrize("body", [b'{"cut off', b"", b"\xff", b"[]", b"{}", b"7"])
def test_an_odd_answer_to_what_was_accepted_is_a_success(telegram, body):
    telegram.fail("sendMessage", Fault.malformed(body))

    assert send(telegram) is None
    assert len(texts(telegram)) == 1


def test_a_press_is_acknowledged_and_a_private_text_shows_that_we_type(telegram):
    async def notice(channel):
        for inbound in (
            said(Kind.PRESS, press_id="99"),
            said(),
            said(private=False),
            said(Kind.STICKER),
        ):
            await channel.notice(inbound)

    ask(telegram, notice)

    assert [call.endpoint for call in telegram.requests] == [
        "answerCallbackQuery",
        "sendChatAction",
    ]
    assert all(call.accepted for call in telegram.requests)


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", None])
def test_a_notice_that_fails_harms_nothing(telegram, url):
    telegram.expired_queries.add("99")

    async def notice(channel):
        await channel.notice(said(Kind.PRESS, press_id="99"))

    ask(telegram, notice, api_url=url or telegram.url)


def test_an_operator_hears_what_telegram_said(telegram):
    async def question(channel):
        return await channel.ask("setWebhook", url="http://example.org/")

    async def name(channel):
        return (await channel.ask("getMe"))["username"]

    with pytest.raises(PlatformRefused, match=r"(?i)https"):
        ask(telegram, question)
    with pytest.raises(PlatformRefused):
        ask(telegram, name, token="999:well-formed")
    with pytest.raises(PlatformUnreachable):
        ask(telegram, name, api_url="http://127.0.0.1:9")
    assert ask(telegram, name) == "stand_in_bot"


def test_the_token_is_not_logged(telegram, caplog):
    caplog.set_level(logging.DEBUG)

    send(telegram)

    assert telegram.token not in caplog.text
    assert "สวัสดี" not in caplog.text


class Kept(list):
    """An inbox: keeps what it is given, unless told to refuse."""

    def __init__(self, *, refusals=0, enough=1):
        super().__init__()
        self.refusals = refusals
        self.enough = enough
        self.full = asyncio.Event()

    async def take(self, updates):
        if self.refusals:
            self.refusals -= 1
            raise RuntimeError("no disk")
        self.extend(json.loads(update) for update in updates)
        if len(self) >= self.enough:
            self.full.set()


def polled(telegram, *, refusals=0, enough=1, meanwhile=None):
    """What an inbox has when it has `enough`, and how the polling ended."""

    async def polling(channel):
        kept, stop = Kept(refusals=refusals, enough=enough), asyncio.Event()
        task = asyncio.create_task(
            poll(
                channel, kept.take, stop,
                wait_s=1, conflict_wait_s=0.05, longest_wait_s=0.05,
            )
        )  # fmt: skip
        if meanwhile:
            await asyncio.to_thread(meanwhile)
        await asyncio.wait_for(kept.full.wait(), PATIENCE_S)
        # Once more around, so that what is kept is confirmed.
        asked = len(telegram.calls("getUpdates"))
        await asyncio.to_thread(
            telegram.wait_until, lambda: len(telegram.calls("getUpdates")) > asked
        )
        stop.set()
        await asyncio.wait_for(task, PATIENCE_S)
        return list(kept)

    return ask(telegram, polling)


def test_updates_are_fetched_as_they_are_and_then_confirmed(telegram):
    first = text_update(next_update_id(), CHAT, "ก")
    second = text_update(next_update_id(), CHAT, "ข") | {"new_field": [None]}
    second["message"] |= {"from_the_future": {"a": 1}}
    telegram.queue(first)
    telegram.queue(second)

    assert polled(telegram, enough=2) == [first, second]

    assert telegram.pending.waiting == []
    body = telegram.calls("getUpdates")[-1].body
    assert body["offset"] == second["update_id"] + 1
    assert "callback_query" in body["allowed_updates"]


def test_what_the_inbox_refuses_is_fetched_again(telegram):
    update = telegram.say(CHAT, "ก")

    assert polled(telegram, refusals=2) == [update]


@pytest.mark.parametrize(
    "fault",
    [
        Fault.error(500),
        Fault.drop_before_accept(),
        Fault.error(409),
        Fault.malformed(),
        Fault.malformed(b'{"ok":true,"result":[7]}'),
        Fault.too_many(retry_after_s=1),
    ],
)
def test_polling_goes_on_after_any_failure(telegram, fault):
    update = telegram.say(CHAT, "ก")
    telegram.fail("getUpdates", fault)

    assert polled(telegram) == [update]


def test_while_a_webhook_is_set_polling_waits_for_its_turn(telegram):
    telegram.webhook_url = "https://example.org/"
    update = text_update(next_update_id(), CHAT, "ก")
    telegram.queue(update)

    def free():
        telegram.wait_until(lambda: len(telegram.calls("getUpdates")) >= 3)
        telegram.webhook_url = ""

    assert polled(telegram, meanwhile=free) == [update]


def test_a_long_poll_ends_when_it_is_told_to(telegram):
    async def polling(channel):
        stop = asyncio.Event()
        task = asyncio.create_task(poll(channel, Kept().take, stop, wait_s=50))
        await asyncio.to_thread(
            telegram.wait_until, lambda: telegram.calls("getUpdates")
        )
        stop.set()
        await asyncio.wait_for(task, PATIENCE_S)

    ask(telegram, polling)
    assert telegram.calls("getUpdates")[0].outcome is None


def test_only_telegram_is_polled():
    with pytest.raises(TypeError):
        asyncio.run(poll(MemoryChannel(), Kept().take, asyncio.Event()))
