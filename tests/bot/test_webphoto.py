"""A picture sent from the page: kept sealed, answered as from any app, taken once."""

import asyncio
import uuid

import httpx2
import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from api.store.models import Answer, InboundEvent, Photo, Wave
from api.store.models import Response as ResponseRow
from api.store.words import PhotoState
from bot import webdoor, webphoto
from bot.channels import base
from bot.inbox import InboxUnavailable
from tests.bot import picturing
from tests.bot.picturing import PICTURE
from tests.conftest import KEYS
from tests.patience import PATIENCE_S
from tests.surveys import photographed

app, inbox, noi, two = picturing.app, picturing.inbox, picturing.noi, picturing.two


def test_the_open_question_has_a_button_for_a_picture(noi):
    assert "มีรูปคลองวันนี้ไหมคะ" in noi.html
    assert "ถ่ายรูปหรือเลือกรูป" in noi.html
    assert f'accept="image/*" data-photo="{noi.question}">' in noi.html
    assert noi.question.endswith(":photo")
    noi.presses("ข้ามข้อนี้")
    assert "เพราะอะไรคะ" in noi.html
    assert "data-photo=" not in noi.html


def test_a_picture_is_kept_sealed_and_the_next_question_comes(noi):
    assert noi.sends().status_code == 202
    assert "เพราะอะไรคะ" in noi.hears()
    [kept] = noi.kept(Photo)
    assert (kept.state, kept.media_type) == (PhotoState.STORED, "image/jpeg")
    assert PICTURE not in kept.content_sealed
    assert KEYS.unseal("photo", kept.id, kept.content_sealed) == PICTURE
    [answer] = noi.kept(Answer)
    assert (answer.question_key, answer.value) == ("photo", "photo")
    assert (kept.response_id, kept.question_key) == (answer.response_id, "photo")
    assert kept.contact_id is None


@pytest.mark.parametrize("name", photographed.NAMES)
def test_where_and_with_what_it_was_taken_is_not_kept(noi, name):
    assert noi.sends(photographed.taken(name, 6)).status_code == 202
    [kept] = noi.kept(Photo)
    found = KEYS.unseal("photo", kept.id, kept.content_sealed)
    assert found == photographed.bare(name, 6)


@pytest.mark.parametrize("handled_between", [False, True])
def test_a_picture_sent_twice_is_one_event_one_picture_one_answer(noi, handled_between):
    key = uuid.uuid4()
    before = len(noi.kept(InboundEvent))
    assert noi.sends(key=key).status_code == 202
    if handled_between:
        noi.hears()
    assert noi.sends(key=key).status_code == 202
    noi.hears()
    assert len(noi.kept(InboundEvent)) == before + 1
    assert [each.state for each in noi.kept(Photo)] == [PhotoState.STORED]
    assert [each.question_key for each in noi.kept(Answer)] == ["photo"]


def test_the_kind_of_picture_is_seen_in_its_bytes_whatever_its_name(noi):
    png = b"\x89PNG\r\n\x1a\n rest"
    assert noi.sends(png, headers={"Content-Type": "text/html"}).status_code == 202
    noi.hears()
    assert noi.kept(Photo)[0].media_type == "image/png"


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"",
        b"GIF89a",
        # Where it tells of the place cannot be found out.
        b"\0\0\0\x0cftypheic 13.7 N, 100.3 E",
    ],
)
def test_what_is_no_photograph_is_refused_in_their_language(noi, content):
    answer = noi.sends(content)
    assert answer.status_code == 415
    assert "ไม่ใช่รูปถ่าย" in answer.json()["error"]
    assert noi.kept(Photo) == []
    assert "มีรูปคลองวันนี้ไหมคะ" in noi.hears()


def test_too_large_a_picture_is_refused_also_where_its_length_is_not_told(
    noi, monkeypatch
):
    monkeypatch.setattr(webphoto, "LARGEST_PICTURE", 1_000_000)
    large = PICTURE + b"x" * 1_000_000
    chunks = (large[at : at + 100_000] for at in range(0, len(large), 100_000))
    for content in (large, chunks):
        answer = noi.sends(content)
        assert answer.status_code == 413
        assert "ใหญ่เกิน 20 เมกะไบต์" in answer.json()["error"]
    assert noi.kept(Photo) == []


def test_a_picture_as_large_as_a_telephone_makes_it_is_taken(noi):
    """The app's own limit is for forms."""
    assert noi.sends(PICTURE + b"x" * 8_000_000).status_code == 202
    assert base.LARGEST_PICTURE == 20 * 1024 * 1024


def test_where_no_picture_is_asked_for_none_is_kept(noi):
    noi.presses("ข้ามข้อนี้")
    answer = noi.sends()
    assert answer.status_code == 409
    assert "ไม่มีคำถามที่ตอบด้วยรูป" in answer.json()["error"]
    assert noi.kept(Photo) == []


def test_a_picture_for_a_question_that_is_over_is_not_kept_for_the_next(two):
    first = two.question
    two.presses("ข้ามข้อนี้")
    assert "แล้วรูปหน้าบ้านล่ะคะ" in two.html
    answer = two.sends(question=first)
    assert answer.status_code == 409
    assert "ข้อที่ผ่านไปแล้ว" in answer.json()["error"]
    assert two.kept(Photo) == []
    assert two.question != first
    assert two.sends().status_code == 202
    two.hears()
    assert {each.question_key for each in two.kept(Photo)} == {"again"}


def test_a_picture_that_is_here_is_read_for_no_question_but_its_own(
    two, inbox, monkeypatch
):
    """It arrived, its message did not; they left the question out, and the page tried
    once more."""
    first, key = two.question, uuid.uuid4()

    async def down(taken):
        raise InboxUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(inbox, "take", down)
        two.sends(key=key)
    two.presses("ข้ามข้อนี้")
    assert two.sends(key=key, question=first).status_code == 202
    assert "สำหรับข้ออื่นค่ะ" in two.hears()
    assert "แล้วรูปหน้าบ้านล่ะคะ" in two.html
    assert [each.question_key for each in two.kept(Answer)] == ["photo"]
    assert two.kept(Photo) == []
    assert two.sends().status_code == 202
    assert "ขอบคุณที่ช่วยตอบค่ะ" in two.hears()
    assert {each.question_key for each in two.kept(Photo)} == {"again"}


def test_nothing_is_kept_of_who_is_still_to_say_that_they_are_old_enough(noi):
    with noi.database.write() as session:
        session.exec(select(Wave)).one().min_age = 18
    answer = noi.sends()
    assert answer.status_code == 409
    assert noi.kept(Photo) == []
    with noi.database.write() as session:
        session.exec(select(ResponseRow)).one().adult = True
    assert noi.sends().status_code == 202


def test_a_strangers_picture_is_not_kept(noi, app):
    where = noi.where()
    with TestClient(app) as browser:
        without_address = browser.post(where, content=PICTURE, headers=noi.about())
        browser.get("/chat?lang=en")
        with_address = browser.post(where, content=PICTURE, headers=noi.about())
    assert without_address.status_code == with_address.status_code == 409
    assert "No question is open" in with_address.json()["error"]
    assert noi.kept(Photo) == []


def test_another_site_cannot_have_a_browser_send_one(noi):
    answer = noi.sends(headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert noi.kept(Photo) == []


@pytest.mark.parametrize(
    ("query", "sent_for"),
    [
        ("", "a"),
        ("?id=", "a"),
        ("?id=not-a-uuid", "a"),
        (f"?id={uuid.UUID(int=1)}", None),
        (f"?id={uuid.UUID(int=1)}", ""),
        (f"?id={uuid.UUID(int=1)}", "a" * 104),
        # What the address says is not heeded: it may be in a log by now.
        (f"?id={uuid.UUID(int=1)}&sent_for=a", None),
    ],
)
def test_what_our_page_never_sends_is_refused(noi, query, sent_for):
    headers = {} if sent_for is None else {webphoto.FOR: sent_for}
    answer = noi.browser.post(f"/chat/photos{query}", content=PICTURE, headers=headers)
    assert answer.status_code == 422
    assert noi.kept(Photo) == []


def test_whoever_sends_too_fast_is_told_when_to_go_on(noi, clock, monkeypatch):
    clock.forward(minutes=1)
    for _ in range(webdoor.PER_MINUTE):
        noi.sends(b"none")
    answer = noi.sends()
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    clock.forward(minutes=1)
    assert noi.sends().status_code == 202


def at_once(app, page):
    """The browser's further windows, which can send while one of them does."""
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=app),
        base_url="http://testserver",
        cookies={"ecotown_chat": page.browser.cookies["ecotown_chat"]},
    )


def test_one_browser_sends_one_picture_at_a_time(noi, app):
    async def two():
        comes, goes_on = asyncio.Event(), asyncio.Event()

        async def slowly():
            comes.set()
            yield PICTURE
            await goes_on.wait()

        async with at_once(app, noi) as client, asyncio.timeout(PATIENCE_S):
            first = asyncio.create_task(
                client.post(noi.where(), content=slowly(), headers=noi.about())
            )
            await comes.wait()
            second = await client.post(
                noi.where(), content=PICTURE, headers=noi.about()
            )
            goes_on.set()
            return await first, second

    first, second = asyncio.run(two())
    assert second.status_code == 429
    assert "กำลังรับรูปก่อนหน้า" in second.json()["error"]
    assert int(second.headers["retry-after"]) >= 10
    assert first.status_code == 202
    assert len(noi.kept(Photo)) == 1
    assert noi.sends().status_code == 202


def test_a_picture_that_stops_coming_is_not_waited_for(noi, app, monkeypatch):
    monkeypatch.setattr(webphoto, "GRACE_S", 0.01)

    async def stops():
        yield PICTURE
        await asyncio.Event().wait()

    async def send_it():
        async with at_once(app, noi) as client, asyncio.timeout(PATIENCE_S):
            return await client.post(noi.where(), content=stops(), headers=noi.about())

    answer = asyncio.run(send_it())
    assert answer.status_code == 408
    assert "ส่งรูปได้ช้ามาก" in answer.json()["error"]
    assert noi.kept(Photo) == []
    assert noi.sends().status_code == 202


def test_the_more_of_a_picture_is_here_the_longer_it_is_waited_for():
    assert webphoto.patience_s(0) == 10
    assert webphoto.patience_s(1024 * 1024) == 10 + 32
    assert webphoto.patience_s(base.LARGEST_PICTURE) == 120


@pytest.fixture
def full(monkeypatch):
    """Others take all the places there are."""
    monkeypatch.setattr(webphoto, "AT_A_TIME", 0)
    monkeypatch.setattr(webphoto, "TURN_S", 0.01)


def test_nobody_waits_for_long_until_it_is_their_turn(full, noi):
    answer = noi.sends()
    assert answer.status_code == 503
    assert "มีคนส่งรูปพร้อมกันมาก" in answer.json()["error"]
    assert answer.headers["retry-after"]
    assert noi.kept(Photo) == []


def test_a_picture_whose_message_could_not_be_kept_is_sent_again(
    noi, inbox, monkeypatch
):
    key = uuid.uuid4()

    async def down(taken):
        raise InboxUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(inbox, "take", down)
        answer = noi.sends(key=key)
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert [each.state for each in noi.kept(Photo)] == [PhotoState.BROUGHT]
    assert noi.sends(key=key).status_code == 202
    noi.hears()
    assert [each.state for each in noi.kept(Photo)] == [PhotoState.STORED]


def test_one_that_was_taken_back_does_not_come_back_under_its_id(noi):
    key = uuid.uuid4()
    noi.sends(key=key)
    noi.hears()
    noi.says("ย้อนกลับ")
    answer = noi.sends(key=key)
    assert answer.status_code == 409
    assert "เลือกรูปอีกครั้ง" in answer.json()["error"]
    assert noi.kept(Photo) == []
    assert "มีรูปคลองวันนี้ไหมคะ" in noi.hears()


def test_taken_back_and_answered_again_the_new_picture_is_the_answer(noi):
    noi.sends()
    noi.hears()
    noi.says("ย้อนกลับ")
    assert "มีรูปคลองวันนี้ไหมคะ" in noi.html
    assert noi.kept(Photo) == []
    newer = PICTURE + b" again"
    assert noi.sends(newer).status_code == 202
    noi.hears()
    [kept] = noi.kept(Photo)
    assert KEYS.unseal("photo", kept.id, kept.content_sealed) == newer
