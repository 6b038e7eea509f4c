"""What the doors refuse: nothing unsigned is stored, nothing unstored acknowledged."""

import json

import pytest

from api.store.session import Database
from tests.bot.hooking import SECRET, TOKEN, kept, open_door
from tests.conftest import KEYS
from tests.platforms.line_events import line_body, new_user_id, sign, text_event

MIB = 1024 * 1024
NOWHERE = {
    "sqlite": "sqlite:////no/such/folder/ecotown.db",
    "postgres": "postgresql+psycopg://nobody@127.0.0.1:9/nothing?connect_timeout=2",
}
UPDATE = json.dumps(
    {
        "update_id": 7,
        "message": {
            "message_id": 1,
            "date": 1790000000,
            "chat": {"id": 5, "type": "private"},
            "from": {"id": 5, "is_bot": False, "first_name": "x"},
            "text": "สวัสดี",
        },
    }
).encode()


@pytest.fixture
def door(database, clock):
    with open_door(database, clock) as door:
        yield door


@pytest.fixture
def body():
    return line_body(text_event(new_user_id(), "สวัสดี"))


def test_without_a_signature_nothing_is_stored(database, door, body):
    assert door.unsigned(body) == 401
    assert kept(database) == []


@pytest.mark.parametrize(
    "signature",
    ["", "x", "=" * 44, "ลายเซ็น".encode(), "A" * 5000],
)
def test_a_wrong_signature_stores_nothing(database, door, body, signature):
    assert door.post(body, signature=signature) == 401
    assert kept(database) == []


def test_the_signature_of_another_secret_or_body_stores_nothing(database, door, body):
    assert door.post(body, signature=sign("another secret", body)) == 401
    assert door.post(body, signature=sign(SECRET, body + b" ")) == 401
    assert door.post(body[:-1], signature=sign(SECRET, body)) == 401
    assert kept(database) == []


def test_the_header_may_be_written_in_any_case(database, door, body):
    headers = {"X-LINE-SIGNATURE": sign(SECRET, body)}
    assert door.post(body, headers=headers) == 200


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b'"events"',
        b'{"events": 7}',
        b'{"events": {}}',
        b"\xff\xfe\x00",
        '{"events": []}'.encode("utf-16"),
        b'{"events": [' + b"[" * 100_000,
        b'{"events": ' + b'[{"a": ' * 50_000,
        b"9" * 10_000,
    ],
    ids=lambda body: repr(body[:16]),
)
def test_signed_but_no_webhook_is_told_so(database, door, odd):
    assert door.post(odd) == 400
    assert kept(database) == []


def test_deep_nesting_inside_an_event_is_kept_and_harms_nobody(database, door, body):
    deep = body[:-2] + b', {"type": ' + b"[" * 400 + b"]" * 400 + b"}]}"
    assert door.post(deep) == 200
    assert len(kept(database)) == 2


def test_lines_connection_check_is_answered(database, door):
    assert door.events() == 200
    assert kept(database) == []


@pytest.mark.parametrize("size", [MIB + 1, 3 * MIB])
def test_more_than_a_mebibyte_is_not_read(database, door, size):
    body = line_body(text_event(new_user_id(), "ก")).ljust(size)
    assert door.post(body) == 413
    chunks = (body[at : at + 65_536] for at in range(0, size, 65_536))
    assert door.chunked(chunks, sign(SECRET, body)) == 413
    assert kept(database) == []


def test_a_full_mebibyte_is(database, door):
    body = line_body(text_event(new_user_id(), "ก")).ljust(MIB)
    assert door.post(body) == 200
    assert len(kept(database)) == 1


@pytest.mark.parametrize("token", [None, "", "another", TOKEN + " ", "ท".encode()])
def test_without_telegrams_token_nothing_is_stored(database, door, token):
    assert door.telegram(UPDATE, token=token) == 401
    assert kept(database) == []


def test_an_update_is_kept_once(database, door):
    assert door.telegram(UPDATE) == door.telegram(UPDATE) == 200
    assert len(kept(database)) == 1


@pytest.mark.parametrize("odd", [b"", b"[]", b"\xff", b"[" * 100_000])
def test_what_is_no_update_does_not_hold_back_its_chat(database, door, odd):
    """Telegram repeats what is refused, and holds the chat's next updates back."""
    assert door.telegram(odd) == 200
    assert kept(database) == []


@pytest.mark.parametrize("kind", NOWHERE)
def test_without_a_database_nothing_is_acknowledged(database, clock, kind, body):
    away = Database(NOWHERE[kind], KEYS)
    with open_door(away, clock) as door:
        assert door.post(body) == 503
        assert door.telegram(UPDATE) == 503
    away.close()
    # Both platforms deliver again what was not acknowledged.
    with open_door(database, clock) as door:
        assert door.post(body) == 200
        assert door.post(body) == 200
        assert door.telegram(UPDATE) == 200
    assert len(kept(database)) == 2
