"""What both stand-ins keep of the requests, and what they capture for checkers."""

import json
import threading
import time
from datetime import timedelta

import pytest

from tests.platforms.calls import Clock, call, line_call, push, telegram_call
from tests.platforms.faults import Fault
from tests.platforms.limits import TokenBucket
from tests.platforms.line import LineStandIn, new_user_id
from tests.platforms.standin import CAPTURE_DIR
from tests.platforms.telegram import TelegramStandIn


def test_every_request_is_kept_with_what_was_answered(line, clock):
    user = new_user_id()
    push(line, user, "น้ำประปา")
    (kept,) = line.requests
    assert (kept.method, kept.path) == ("POST", "/v2/bot/message/push")
    assert kept.endpoint == "push"
    assert kept.headers["authorization"] == "Bearer stand-in-token"
    assert kept.body["messages"][0]["text"] == "น้ำประปา"
    assert json.loads(kept.raw) == kept.body
    assert kept.received_at == clock.now
    assert (kept.status, kept.outcome.status) == (200, 200)


def test_refused_and_unknown_requests_are_kept_too(line):
    push(line, "nobody")
    line_call(line, "no/such/thing", {})
    line_call(line, "message/push", method="GET")
    assert [(r.endpoint, r.status, r.accepted) for r in line.requests] == [
        ("push", 400, False),
        ("", 404, False),
        ("", 405, False),
    ]


def test_clearing_forgets_requests_messages_and_faults(line, telegram):
    user = new_user_id()
    push(line, user)
    telegram_call(telegram, "sendMessage", chat_id=5, text="x")
    for standing_in in (line, telegram):
        standing_in.fail("*", Fault.error())
        standing_in.clear()
        assert standing_in.requests == []
    assert line.messages_to(user) == telegram.messages_to(5) == []
    assert push(line, user).status == 200


def test_requests_of_many_threads_are_all_kept(line):
    users = [new_user_id() for _ in range(8)]
    threads = [
        threading.Thread(target=lambda u=user: [push(line, u) for _ in range(5)])
        for user in users
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(line.requests) == 40
    assert {len(line.messages_to(user)) for user in users} == {5}


def test_a_test_can_wait_for_what_the_bot_will_send(line):
    user = new_user_id()
    sender = threading.Timer(0.05, lambda: push(line, user))
    sender.start()
    line.wait_until(lambda: line.messages_to(user))
    sender.join()
    with pytest.raises(AssertionError, match="not so"):
        line.wait_until(lambda: False, timeout_s=0.05)


def test_answers_take_their_latency():
    with LineStandIn(latency_s=(0.1, 0.12)) as line:
        began = time.monotonic()
        push(line, new_user_id())
        assert time.monotonic() - began >= 0.1


def test_a_line_request_is_captured_as_a_json_line(line, tmp_path):
    line.capture(tmp_path / "sub" / "line.jsonl")
    user, key = new_user_id(), "123e4567-e89b-12d3-a456-426614174000"
    push(line, user, "น้ำ", key=key)
    line_call(line, "message/delivery/push?date=20261101", method="GET")
    written = (tmp_path / "sub" / "line.jsonl").read_text().splitlines()
    first, second = map(json.loads, written)
    assert sorted(first) == ["body", "headers", "method", "url"]
    assert first["url"] == f"{line.url}/v2/bot/message/push"
    assert first["headers"]["x-line-retry-key"] == key
    assert first["body"]["messages"] == [{"type": "text", "text": "น้ำ"}]
    assert second["url"].endswith("/delivery/push?date=20261101")
    assert second["body"] is None


def test_a_telegram_form_is_captured_decoded_and_without_its_files(telegram, tmp_path):
    telegram.capture(tmp_path / "telegram.jsonl")
    parts = {
        'name="chat_id"': "42",
        'name="caption"': "123",
        'name="reply_markup"': '{"inline_keyboard": []}',
        'name="photo"; filename="a.png"': "\x89PNG",
    }
    body = "".join(
        f"--edge\r\nContent-Disposition: form-data; {part}\r\n\r\n{value}\r\n"
        for part, value in parts.items()
    )
    sent = call(
        f"{telegram.url}/bot{telegram.token}/sendPhoto",
        "POST",
        raw=f"{body}--edge--\r\n".encode("latin-1"),
        headers={"Content-Type": "multipart/form-data; boundary=edge"},
    )
    assert sent.status == 200
    (line,) = (tmp_path / "telegram.jsonl").read_text().splitlines()
    assert json.loads(line) == {
        "method": "sendPhoto",
        "params": {
            "chat_id": 42,
            "caption": "123",
            "reply_markup": {"inline_keyboard": []},
            "photo": "<file of 4 bytes>",
        },
    }
    assert telegram.requests[0].files == {"photo": b"\x89PNG"}


def test_an_attached_file_is_captured_in_the_place_that_names_it(telegram, tmp_path):
    telegram.capture(tmp_path / "telegram.jsonl")
    parts = {
        'name="chat_id"': "42",
        'name="photo"': "attach://one",
        'name="one"; filename="a.png"': "PNG",
    }
    body = "".join(
        f"--edge\r\nContent-Disposition: form-data; {part}\r\n\r\n{value}\r\n"
        for part, value in parts.items()
    )
    call(
        f"{telegram.url}/bot{telegram.token}/sendPhoto",
        "POST",
        raw=f"{body}--edge--\r\n".encode(),
        headers={"Content-Type": "multipart/form-data; boundary=edge"},
    )
    params = json.loads((tmp_path / "telegram.jsonl").read_text())["params"]
    assert params == {"chat_id": 42, "photo": "<file of 3 bytes>"}


def test_everything_is_captured_where_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv(CAPTURE_DIR, str(tmp_path))
    (tmp_path / "line.jsonl").write_text('{"kept": true}\n')
    with LineStandIn(latency_s=None) as line:
        push(line, new_user_id())
    with TelegramStandIn(latency_s=None) as telegram:
        telegram_call(telegram, "getMe")
        telegram.files["f"] = b"x"
        call(f"{telegram.url}/file/bot{telegram.token}/photos/f")
    assert len((tmp_path / "line.jsonl").read_text().splitlines()) == 2
    (method,) = (tmp_path / "telegram.jsonl").read_text().splitlines()
    assert json.loads(method)["method"] == "getMe"


def test_a_token_bucket_fills_with_time_and_never_over_its_burst():
    clock = Clock()
    bucket = TokenBucket(2, burst=2)
    for _ in range(2):
        assert bucket.wait_s(clock.now) == 0
        bucket.take()
    assert bucket.wait_s(clock.now) == pytest.approx(0.5)
    assert bucket.wait_s(clock.now + timedelta(seconds=0.5)) == 0
    assert bucket.fill(clock.now + timedelta(hours=1)) == 2
