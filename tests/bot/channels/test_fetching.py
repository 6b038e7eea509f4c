"""A picture that was sent to us is fetched from its platform, or why it is not."""

import asyncio
import logging

import pytest

from bot.channels.base import LARGEST_PICTURE, SendError
from bot.channels.line import LineChannel
from bot.channels.telegram import TelegramChannel
from tests.platforms.faults import Fault
from tests.platforms.line import LineStandIn
from tests.platforms.telegram import TelegramStandIn

PICTURE = b"\xff\xd8\xff\xe0" + bytes(range(256))


@pytest.fixture
def line():
    with LineStandIn(latency_s=None) as stand_in:
        yield stand_in


@pytest.fixture
def telegram():
    with TelegramStandIn(latency_s=None) as stand_in:
        yield stand_in


def fetch(platform, reference, *, timeout=2.0, token=None):
    """The bytes, or the SendError it ended in."""
    token = token or platform.token

    async def fetching():
        channel = (
            LineChannel(
                api_url=platform.url,
                access_token=token,
                account="line",
                timeout=timeout,
            )
            if isinstance(platform, LineStandIn)
            else TelegramChannel(
                api_url=platform.url, token=token, account="1", timeout=timeout
            )
        )
        try:
            return await channel.fetch(reference)
        except SendError as error:
            return error
        finally:
            await channel.close()

    return asyncio.run(fetching())


def ended(error):
    return error.code, error.permanent


def test_line_hands_over_the_content_of_a_message(line):
    line.content["325708"] = PICTURE
    assert fetch(line, "325708") == PICTURE
    [call] = line.calls("content")
    assert (call.method, call.path) == ("GET", "/v2/bot/message/325708/content")


def test_what_line_still_prepares_is_asked_for_again_soon(line):
    line.content["325708"] = None
    error = fetch(line, "325708")
    assert ended(error) == ("preparing", False)
    assert error.retry_after_s == 10


def test_what_line_keeps_no_longer_is_gone(line):
    assert ended(fetch(line, "1")) == ("gone", True)


@pytest.mark.parametrize(
    ("status", "end"),
    [
        (400, ("refused", True)),
        (403, ("credentials", False)),
        (410, ("gone", True)),
        (429, ("rate", False)),
        (500, ("unanswered", False)),
    ],
)
def test_line_says_whether_there_is_hope(line, status, end):
    line.content["1"] = PICTURE
    line.fail("content", Fault.error(status))
    assert ended(fetch(line, "1")) == end


def test_a_wrong_token_at_line_waits_for_an_officer(line):
    error = fetch(line, "1", token="wrong")
    assert ended(error) == ("credentials", False)
    assert error.retry_after_s == 300


def test_a_line_that_does_not_answer_may_do_so_later(line):
    line.fail("content", Fault.timeout_after_accept(0), times=None)
    line.content["1"] = PICTURE
    assert ended(fetch(line, "1")) == ("unanswered", False)


def test_nothing_above_the_limit_is_taken(line, telegram):
    line.content["1"] = telegram.files["f"] = bytes(LARGEST_PICTURE + 1)
    assert ended(fetch(line, "1", timeout=10)) == ("too_large", True)
    assert ended(fetch(telegram, "f", timeout=10)) == ("too_large", True)
    line.content["1"] = bytes(LARGEST_PICTURE)
    assert len(fetch(line, "1", timeout=10)) == LARGEST_PICTURE


def test_telegram_is_asked_for_the_files_place_and_then_for_the_file(telegram):
    telegram.files["AgAC"] = PICTURE
    assert fetch(telegram, "AgAC") == PICTURE
    asked, fetched = telegram.requests
    assert (asked.endpoint, asked.body) == ("getFile", {"file_id": "AgAC"})
    assert fetched.path == f"/file/bot{telegram.token}/photos/AgAC"


def test_a_file_telegram_does_not_know_is_gone(telegram):
    assert ended(fetch(telegram, "AgAC")) == ("gone", True)


@pytest.mark.parametrize("endpoint", ["getFile", "file"])
@pytest.mark.parametrize("fault", [Fault.error(502), Fault.timeout_after_accept(0)])
def test_a_telegram_that_fails_may_do_better_later(telegram, endpoint, fault):
    telegram.files["AgAC"] = PICTURE
    telegram.fail(endpoint, fault)
    assert ended(fetch(telegram, "AgAC")) == ("unanswered", False)


def test_a_link_that_has_run_out_is_asked_for_anew(telegram):
    telegram.files["AgAC"] = PICTURE
    telegram.fail("file", Fault.error(404))
    assert ended(fetch(telegram, "AgAC")) == ("unanswered", False)


def test_telegram_says_how_long_to_wait(telegram):
    telegram.fail("getFile", Fault.too_many(7))
    error = fetch(telegram, "AgAC")
    assert ended(error) == ("rate", False)
    assert error.retry_after_s == 7


def test_a_wrong_token_at_telegram_waits_for_an_officer(telegram):
    error = fetch(telegram, "AgAC", token="100001:wrong")
    assert ended(error) == ("credentials", False)


def test_neither_token_nor_reference_is_logged(line, telegram, caplog):
    caplog.set_level(logging.DEBUG)
    line.content["325708"] = telegram.files["AgAC"] = PICTURE
    fetch(line, "325708"), fetch(telegram, "AgAC")
    for secret in (line.token, telegram.token, "325708", "AgAC"):
        assert secret not in caplog.text
