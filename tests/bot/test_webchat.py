"""The chat page: what a browser sends is taken, what is owed comes back."""

import re
import uuid

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from api.store import residents
from api.store.models import Contact, Delivery
from bot import webdoor
from bot.channels import web
from bot.turn import Kind
from content.outbound import Card, Choice, Link, Outbound
from tests.bot import chatting
from tests.bot.chatting import QUESTION, owe, said, send, submit

app, browser, inbox = chatting.app, chatting.browser, chatting.inbox


def test_opening_the_page_tells_the_town_nothing(browser, inbox, sqlite_database):
    page = browser.get("/chat")
    assert page.status_code == 200
    assert "เริ่มคุย" in page.text
    assert inbox.inbounds == []
    with sqlite_database.read() as session:
        assert session.get(Contact, uuid.uuid4()) is None
    cookie = page.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "max-age=31536000" in cookie
    assert page.headers["cache-control"] == "no-store"


def test_the_privacy_notice_is_one_press_away_before_and_during_the_talk(
    browser, inbox
):
    inbox.answers = {"เคย": QUESTION}
    page = browser.get("/chat").text
    assert page.count('href="/privacy"') == 1
    page = submit(browser, page, text="เคย").text
    assert "เคยได้ยินไหมคะ" in page
    assert page.count('href="/privacy"') == 1


def test_over_https_the_address_is_bound_to_the_host(browser):
    cookie = browser.get("https://testserver/chat").headers["set-cookie"]
    assert cookie.startswith("__Host-ecotown_chat=")
    assert "Secure" in cookie


def test_an_address_that_was_made_up_is_replaced(browser):
    browser.cookies.set("ecotown_chat", "guessed")
    browser.get("/chat")
    held = [c.value for c in browser.cookies.jar if c.name == "ecotown_chat"]
    assert web.is_address(held[-1])


def test_what_is_typed_is_taken_as_an_event_of_this_browser(browser, inbox):
    browser.get("/chat?lang=en")
    answer = send(browser, text="ขยะสีไหน")
    assert answer.status_code == 202
    (inbound,) = inbox.inbounds
    assert (inbound.kind, inbound.text) == (Kind.TEXT, "ขยะสีไหน")
    assert inbound.address == browser.cookies["ecotown_chat"]
    assert inbound.language_hint == "en"


def test_the_same_message_sent_again_is_one_event(browser, inbox):
    browser.get("/chat")
    key = str(uuid.uuid4())
    for _ in range(3):
        assert send(browser, id=key, text="hello").status_code == 202
    assert len(inbox.inbounds) == 1


def test_an_answer_is_polled_by_its_cursor(browser, inbox):
    inbox.answers["hello"] = QUESTION
    browser.get("/chat")
    send(browser, text="hello")
    news = browser.get("/chat/messages?after=0").json()
    assert news["after"] == 1
    (message,) = news["messages"]
    assert "เคยได้ยินไหมคะ" in message["html"]
    assert 'name="data" value="s:1:2">2. ไม่เคย</button>' in message["html"]
    again = browser.get("/chat/messages?after=1").json()
    assert again == {"messages": [], "after": 1, "again_ms": 0}


def test_nobody_polls_another_browsers_answers(browser, inbox, app):
    inbox.answers["hello"] = QUESTION
    browser.get("/chat")
    send(browser, text="hello")
    other = TestClient(app)
    other.get("/chat")
    assert other.get("/chat/messages?after=0").json()["messages"] == []
    assert TestClient(app).get("/chat/messages").json()["messages"] == []


def test_words_are_shown_as_text_and_only_safe_links_are_followed(browser, inbox):
    inbox.answers["hello"] = Outbound(
        text="<script>alert(1)</script> https://example.org/a",
        card=Card(
            title="<b>",
            body='" onclick="x',
            links=(
                Link("โทร 199", "tel:199"),
                Link("bad", "javascript:alert(1)"),
                Link("page", "https://example.org"),
            ),
            urgent=True,
        ),
    )
    browser.get("/chat")
    send(browser, text="hello")
    html = browser.get("/chat/messages").json()["messages"][0]["html"]
    assert "<script>" not in html
    assert "javascript:" not in html
    assert "<b>" not in html
    assert 'onclick="x' not in html
    assert 'href="tel:199"' in html
    assert 'href="https://example.org/a"' in html
    assert 'class="said urgent"' in html


def test_without_javascript_the_talk_goes_on_by_a_form(browser, inbox):
    inbox.answers["/start"] = Outbound(text="สวัสดีค่ะ", choices=(Choice("ถาม", "ask"),))
    inbox.answers["ask"] = Outbound(text="ถามได้เลยค่ะ")
    inbox.answers["ขยะสีไหน"] = Outbound(text="สีเขียวค่ะ")
    page = browser.get("/chat").text
    page = submit(browser, page, start="1").text
    assert said(page) == ["สวัสดีค่ะ"]
    page = submit(browser, page, data="ask").text
    assert said(page) == ["สวัสดีค่ะ", "ถาม", "ถามได้เลยค่ะ"]
    page = submit(browser, page, text="ขยะสีไหน").text
    assert said(page)[-2:] == ["ขยะสีไหน", "สีเขียวค่ะ"]
    assert [i.text or i.data for i in inbox.inbounds] == ["/start", "ask", "ขยะสีไหน"]


def test_a_form_sent_twice_by_reloading_is_one_event(browser, inbox):
    page = browser.get("/chat").text
    submit(browser, page, text="hello")
    submit(browser, page, text="hello")
    assert len(inbox.inbounds) == 1


def test_asking_for_news_by_the_form_sends_nothing_and_keeps_ones_own_words(
    browser, inbox, sqlite_database, clock
):
    page = submit(browser, browser.get("/chat").text, text="hello").text
    assert said(page) == ["hello"]
    with sqlite_database.write() as session:
        contact = residents.meet(
            session,
            channel="web",
            account="web",
            address=browser.cookies["ecotown_chat"],
            now=clock(),
        )
        owe(session, contact, Outbound(text="ตอบแล้วค่ะ"), clock())
    page = submit(browser, page, news="1").text
    assert said(page) == ["hello", "ตอบแล้วค่ะ"]
    assert len(inbox.inbounds) == 1


def test_only_the_last_question_still_has_its_buttons(browser, inbox):
    inbox.answers["a"] = QUESTION
    inbox.answers["b"] = Outbound(text="?", choices=(Choice("new", "n"),))
    browser.get("/chat")
    send(browser, text="a")
    send(browser, text="b")
    page = browser.get("/chat").text
    assert 'value="n"' in page
    assert 'value="s:1:1"' not in page


def test_enter_sends_the_text_and_presses_no_choice(browser, inbox):
    inbox.answers["a"] = QUESTION
    browser.get("/chat")
    send(browser, text="a")
    page = browser.get("/chat").text
    first = re.search(r"<button[^>]*>", page)[0]
    assert "name=" not in first  # a form's first button is what Enter presses


@pytest.mark.parametrize(
    "body",
    [
        {"text": "no key"},
        {"id": "not-a-uuid", "text": "x"},
        {"id": str(uuid.uuid4())},
        {"id": str(uuid.uuid4()), "text": "   "},
        {"id": str(uuid.uuid4()), "text": "ก" * 5001},
        {"id": str(uuid.uuid4()), "data": "x" * 65},
        {"id": str(uuid.uuid4()), "text": "x", "after": -1},
        [],
        "text",
    ],
)
def test_what_our_page_never_sends_is_refused(browser, inbox, body):
    browser.get("/chat")
    answer = browser.post("/chat/messages", json=body)
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert inbox.inbounds == []


def test_too_long_a_body_is_refused_before_it_is_read(browser, inbox):
    for kind in ({"json": {"text": "x" * 70_000}}, {"data": {"text": "x" * 70_000}}):
        assert browser.post("/chat/messages", **kind).status_code == 413
    assert inbox.inbounds == []


def test_an_event_that_could_not_be_kept_is_not_acknowledged(browser, inbox):
    inbox.down = True
    browser.get("/chat")
    answer = send(browser, text="hello")
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert "191" in answer.json()["error"]


def test_danger_is_answered_from_memory_when_nothing_can_be_kept(browser, inbox):
    inbox.down = True
    browser.get("/chat")
    assert "199" in send(browser, text="ไฟไหม้บ้าน ช่วยด้วย").json()["error"]
    assert "199" not in send(browser, text="น้ำเหม็น").json()["error"]


def test_a_form_whose_event_could_not_be_kept_gives_the_words_back(browser, inbox):
    inbox.down = True
    answer = submit(browser, browser.get("/chat").text, text="น้ำเหม็น")
    assert answer.status_code == 503
    assert 'value="น้ำเหม็น"' in answer.text
    assert said(answer.text) != ["น้ำเหม็น"]


def test_twenty_messages_a_minute_are_taken_and_the_next_is_told_to_wait(
    browser, inbox
):
    browser.get("/chat")
    answers = [send(browser, text=str(n)).status_code for n in range(21)]
    assert answers == [202] * 20 + [429]
    refused = send(browser, text="again")
    assert "พักสักครู่" in refused.json()["error"]
    assert int(refused.headers["retry-after"]) == 4
    assert len(inbox.inbounds) == 20


def test_who_was_told_to_wait_may_go_on_after_waiting(browser, inbox, clock):
    browser.get("/chat")
    for n in range(21):
        last = send(browser, text=str(n))
    clock.forward(seconds=int(last.headers["retry-after"]))
    assert send(browser, text="again").status_code == 202


def test_a_sender_without_a_cookie_is_held_back_by_its_network(app, inbox):
    answers = set()
    for _ in range(webdoor.PER_MINUTE_AND_NETWORK + 5):
        stranger = TestClient(app)
        answers.add(send(stranger, text="x").status_code)
    assert answers == {202, 429}
    assert len(inbox.inbounds) == webdoor.PER_MINUTE_AND_NETWORK


def test_no_brake_holds_back_danger(browser, inbox, app):
    danger = "ไฟไหม้บ้าน ช่วยด้วย"
    for _ in range(webdoor.PER_MINUTE):
        send(browser, text="x")
    assert send(browser, text="x").status_code == 429
    assert send(browser, text=danger).status_code == 202
    for _ in range(webdoor.PER_MINUTE_AND_NETWORK):
        send(TestClient(app), text="x")
    neighbour = TestClient(app)
    assert send(neighbour, text="x").status_code == 429
    assert send(neighbour, text=danger).status_code == 202
    assert [each.text for each in inbox.inbounds].count(danger) == 2


def test_a_form_on_another_site_cannot_speak_for_a_resident(browser, inbox):
    browser.get("/chat")
    answer = browser.post(
        "/chat/messages",
        json={"id": str(uuid.uuid4()), "text": "x"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403
    assert inbox.inbounds == []


def test_the_page_follows_the_language_of_the_talk_until_another_is_chosen(
    browser, inbox, sqlite_database, clock
):
    inbox.answers["hello"] = Outbound(text="hello")
    assert '<html lang="th">' in browser.get("/chat").text
    send(browser, text="hello")
    assert inbox.inbounds[0].language_hint is None
    with sqlite_database.write() as session:
        session.exec(select(Delivery)).one().language = "en"
    assert '<html lang="en">' in browser.get("/chat").text
    assert '<html lang="my">' in browser.get("/chat?lang=my").text
