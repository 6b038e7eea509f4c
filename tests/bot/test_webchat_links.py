"""A link opens the page with its survey at hand; who begins too fast waits kindly."""

import re

import pytest

from bot import webdoor
from content.outbound import Outbound
from tests.bot import chatting
from tests.bot.chatting import said, send, submit

app, browser, inbox = chatting.app, chatting.browser, chatting.inbox
CODE = "bcdfghjk"


def test_a_link_starts_the_survey_by_the_button_of_the_page(browser, inbox):
    page = browser.get(f"/chat?w={CODE}").text
    assert f'name="start" value="/start w-{CODE}"' in page
    assert "data-code" in page
    submit(browser, page, start=f"/start w-{CODE}")
    assert [each.text for each in inbox.inbounds] == [f"/start w-{CODE}"]


def test_whoever_talked_before_gets_a_button_for_the_survey(browser, inbox):
    inbox.answers["hello"] = Outbound(text="สวัสดีค่ะ")
    send(browser, text="hello")
    assert 'name="start"' not in browser.get("/chat").text
    page = browser.get(f"/chat?w={CODE}").text
    assert "ตอบแบบสอบถาม</button>" in re.sub(r">\s+", ">", page)
    # What the button says is not shown as words of theirs.
    assert "/start" not in " ".join(said(submit(browser, page, start="x").text))


@pytest.mark.parametrize("wrong", ["", "short", "aeiouaei", "<script>", "bcdfghjkm"])
def test_what_is_no_code_opens_the_page_as_ever(browser, wrong):
    page = browser.get("/chat", params={"w": wrong}).text
    assert 'name="start" value="/start"' in page
    assert "data-code" not in page


def test_no_more_begin_by_one_link_than_a_hall_of_people(browser, inbox, clock):
    for _ in range(webdoor.PER_MINUTE_AND_LINK):
        browser.cookies.clear()
        assert send(browser, text=f"/start w-{CODE}").status_code == 202
    browser.cookies.clear()
    refused = send(browser, text=f"/start w-{CODE}")
    assert refused.status_code == 429
    assert "จากลิงก์นี้" in refused.json()["error"]
    assert int(refused.headers["retry-after"]) >= 1
    # Another link, and other words, are taken.
    assert send(browser, text="/start w-zzzzzzzz").status_code == 202
    browser.cookies.clear()
    assert send(browser, text="hello").status_code == 202
    clock.forward(minutes=1)
    assert send(browser, text=f"/start w-{CODE}").status_code == 202


def test_without_javascript_the_page_says_it_too(browser, inbox):
    page = browser.get(f"/chat?w={CODE}").text
    for _ in range(webdoor.PER_MINUTE_AND_LINK):
        browser.cookies.clear()
        send(browser, text=f"/start w-{CODE}")
    browser.cookies.clear()
    refused = submit(browser, page, start=f"/start w-{CODE}")
    assert refused.status_code == 429
    assert "จากลิงก์นี้" in refused.text


def test_the_conversation_is_told_how_many_browsers_the_network_has(browser, inbox):
    for number in range(3):
        browser.cookies.clear()
        send(browser, text=f"hello {number}")
        send(browser, text=f"again {number}")
    assert [each.crowd for each in inbox.inbounds] == [1, 1, 2, 2, 3, 3]
