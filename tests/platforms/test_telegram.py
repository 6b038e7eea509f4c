"""Telegram's rules for tokens, updates and webhooks, each against the stand-in."""

import http.client
import json
import threading
import time

import pytest

from tests.patience import PATIENCE_S
from tests.platforms.calls import call, telegram_call
from tests.platforms.faults import Fault
from tests.platforms.telegram import (
    LARGEST_FILE,
    blocked_update,
    next_update_id,
    press_update,
    text_update,
)

SECRET = "x-telegram-bot-api-secret-token"


def _updates(telegram, **params):
    return telegram_call(telegram, "getUpdates", **params).body["result"]


def test_the_bot_learns_who_it_is(telegram):
    answer = telegram_call(telegram, "getMe")
    assert (answer.status, answer.body["ok"]) == (200, True)
    assert answer.body["result"]["is_bot"] is True


@pytest.mark.parametrize(
    ("token", "status", "text"),
    [("999:well-formed", 401, "Unauthorized"), ("nonsense", 404, "Not Found")],
)
def test_another_token_is_refused(telegram, token, status, text):
    answer = telegram_call(telegram, "getMe", token)
    assert answer.status == status
    assert answer.body == {"ok": False, "error_code": status, "description": text}


def test_a_method_telegram_does_not_know_is_not_found(telegram):
    answer = telegram_call(telegram, "sendSmoke")
    assert answer.body["description"] == "Not Found: method not found"


def test_calls_may_be_get_and_any_case(telegram):
    address = f"{telegram.url}/bot{telegram.token}/sendmessage?chat_id=7&text=12"
    assert call(address).status == 200
    assert telegram.messages_to(7)[0]["text"] == "12"


def test_forms_are_read_as_json_would_be(telegram):
    form = b"chat_id=7&text=12&reply_markup=%7B%22inline_keyboard%22%3A%5B%5D%7D"
    answer = call(
        f"{telegram.url}/bot{telegram.token}/sendMessage",
        "POST",
        raw=form,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )
    assert answer.status == 200
    assert telegram.requests[0].body == {
        "chat_id": 7,
        "text": "12",
        "reply_markup": {"inline_keyboard": []},
    }


def test_what_residents_say_waits_until_confirmed(telegram):
    first, second = telegram.say(7, "สวัสดี"), telegram.press(7, "a:1")
    assert _updates(telegram) == [first, second]
    assert _updates(telegram) == [first, second]
    assert _updates(telegram, limit=1) == [first]
    assert _updates(telegram, offset=second["update_id"]) == [second]
    assert _updates(telegram, offset=second["update_id"] + 1) == []


def test_a_negative_offset_keeps_the_newest_updates(telegram):
    said = [telegram.say(7, str(number)) for number in range(3)]
    assert _updates(telegram, offset=-1) == said[-1:]
    assert _updates(telegram) == said[-1:]


def test_a_poll_waits_for_the_next_update(telegram):
    def say_meanwhile():
        telegram.wait_until(lambda: telegram.calls("getUpdates"))
        telegram.say(7, "น้ำ")

    resident = threading.Thread(target=say_meanwhile)
    resident.start()
    began = time.monotonic()
    updates = _updates(telegram, timeout=50)
    assert [u["message"]["text"] for u in updates] == ["น้ำ"]
    # Not only when the poll would have ended without it.
    assert time.monotonic() - began < 50
    resident.join()


def test_a_poll_without_updates_ends_empty(telegram):
    began = time.monotonic()
    assert _updates(telegram, timeout=1) == []
    assert time.monotonic() - began >= 1


def test_a_second_poller_ends_the_first(telegram):
    answers = []
    first = threading.Thread(
        target=lambda: answers.append(telegram_call(telegram, "getUpdates", timeout=20))
    )
    first.start()
    telegram.wait_until(lambda: telegram.calls("getUpdates"))
    assert _updates(telegram) == []
    first.join(PATIENCE_S)
    assert answers[0].status == 409
    assert "terminated by other getUpdates" in answers[0].body["description"]


def test_stopping_does_not_wait_for_a_poll(telegram):
    def poll():
        try:
            telegram_call(telegram, "getUpdates", timeout=20)
        except (http.client.HTTPException, OSError) as error:
            ended.append(error)

    ended: list[Exception] = []
    polling = threading.Thread(target=poll)
    polling.start()
    telegram.wait_until(lambda: telegram.calls("getUpdates"))
    telegram.stop()
    polling.join(PATIENCE_S)
    # An answer would have been one without updates, after the poll's time.
    assert len(ended) == 1


def test_polling_conflicts_with_a_webhook(telegram):
    telegram_call(telegram, "setWebhook", url="https://bot.example.go.th/hook")
    refused = telegram_call(telegram, "getUpdates")
    assert refused.status == 409
    assert "webhook is active" in refused.body["description"]
    telegram_call(telegram, "deleteWebhook")
    assert telegram_call(telegram, "getUpdates").status == 200


def test_only_the_kinds_asked_for_arrive(telegram):
    member = {"update_id": next_update_id(), "chat_member": {}}
    telegram.queue(member)
    telegram.queue(text_update(next_update_id(), 7, "x"))
    assert [set(u) - {"update_id"} for u in _updates(telegram)] == [{"message"}]
    _updates(telegram, offset=-1, allowed_updates=["callback_query", "chat_member"])
    for update in (
        text_update(next_update_id(), 7, "x"),
        press_update(next_update_id(), 7, "a"),
        member,
    ):
        telegram.queue(update)
    kinds = [next(k for k in u if k != "update_id") for u in _updates(telegram)]
    # What was queued before the change stays.
    assert kinds == ["message", "callback_query", "chat_member"]


def test_the_webhook_is_set_with_its_secret_and_shown(telegram, bot):
    params = {
        "url": bot.url,
        "secret_token": "s-1",
        "allowed_updates": ["message"],
    }
    assert telegram_call(telegram, "setWebhook", **params).body["result"] is True
    info = telegram_call(telegram, "getWebhookInfo").body["result"]
    assert (info["url"], info["allowed_updates"]) == (bot.url, ["message"])
    update = telegram.say(7, "สวัสดี")
    assert json.loads(bot.bodies[0]) == update
    assert bot.headers[0][SECRET] == "s-1"
    assert telegram_call(telegram, "getWebhookInfo").body["result"]["url"] == bot.url


def test_updates_can_be_dropped_with_the_webhook(telegram):
    telegram.say(7, "สวัสดี")
    info = telegram_call(telegram, "getWebhookInfo").body["result"]
    assert info["pending_update_count"] == 1
    telegram_call(telegram, "deleteWebhook", drop_pending_updates=True)
    assert _updates(telegram) == []


@pytest.mark.parametrize(
    "params",
    [
        {"url": "http://bot.example.go.th/"},
        {"url": "https://bot.example.go.th/", "secret_token": "a b"},
        {"url": "https://bot.example.go.th/", "secret_token": "x" * 257},
    ],
)
def test_a_wrong_webhook_is_refused(telegram, params):
    assert telegram_call(telegram, "setWebhook", **params).status == 400
    assert telegram.webhook_url == ""


def test_an_update_can_be_delivered_anywhere_and_the_status_comes_back(telegram, bot):
    update = text_update(next_update_id(), 7, "x")
    bot.status = 503
    assert telegram.deliver(update, url=bot.url, secret="other") == 503
    assert bot.headers[0][SECRET] == "other"
    assert telegram.deliver(update, url=bot.url) == 503
    assert SECRET not in bot.headers[1]
    with pytest.raises(RuntimeError, match="webhook URL"):
        telegram.deliver(update)


def test_a_press_is_under_the_message_that_carries_the_button(telegram):
    def offer(*data):
        row = [{"text": one, "callback_data": one} for one in data]
        markup = {"inline_keyboard": [row]}
        return telegram_call(
            telegram, "sendMessage", chat_id=7, text="เลือก", reply_markup=markup
        ).body["result"]

    older, _newer = offer("a", "b"), offer("c")
    pressed = telegram.press(7, "b")["callback_query"]
    assert pressed["message"]["message_id"] == older["message_id"]
    assert pressed["data"] == "b"


def test_a_button_nobody_was_shown_can_still_be_pressed(telegram):
    query = telegram.press(7, "old:1")["callback_query"]
    assert query["message"]["chat"]["id"] == 7


def test_files_are_found_and_downloaded(telegram):
    telegram.files["f1"] = b"\xff\xd8picture"
    found = telegram_call(telegram, "getFile", file_id="f1").body["result"]
    base = f"{telegram.url}/file/bot{telegram.token}"
    assert call(f"{base}/{found['file_path']}").raw == b"\xff\xd8picture"
    assert call(f"{base}/photos/f2").status == 404
    assert telegram_call(telegram, "getFile", file_id="f2").status == 400
    telegram.files["f3"] = bytes(LARGEST_FILE + 1)
    refused = telegram_call(telegram, "getFile", file_id="f3").body
    assert refused["description"] == "Bad Request: file is too big"


def test_a_block_is_an_update_of_its_own(telegram):
    telegram.happen(blocked_update(next_update_id(), 7))
    (update,) = _updates(telegram)
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"


def test_server_errors_have_telegrams_shape(telegram):
    telegram.fail("getMe", Fault.error(502))
    assert telegram_call(telegram, "getMe").body == {
        "ok": False,
        "error_code": 502,
        "description": "Bad Gateway",
    }
