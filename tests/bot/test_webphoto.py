"""A picture sent from the page: kept sealed, answered as from any app, taken once."""

import asyncio
import uuid
from collections import namedtuple

import httpx2
import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.store.models import Answer, InboundEvent, Photo, Wave
from api.store.models import Response as ResponseRow
from api.store.words import PhotoState
from bot import webchat, webdoor, webphoto, webroom
from bot.app import READERS
from bot.channels import base
from bot.handler import Handler
from bot.inbox import Inbox, InboxUnavailable
from tests.bot.chatting import send
from tests.conftest import KEYS
from tests.journeys import polls
from tests.journeys.polls import question
from tests.journeys.talk import shipped_world
from tests.patience import PATIENCE_S
from tests.surveys import photographed

Usage = namedtuple("Usage", "total used free")
PICTURE = b"\xff\xd8\xff\xe0 the canal today"
ASKED = question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ")
WHY = question("why", "open", "เพราะอะไรคะ")


class Page:
    """A browser at the chat of a town whose bot answers."""

    def __init__(self, browser, database, clock):
        self.browser, self.database = browser, database
        self.handler = Handler(database, lambda: shipped_world(), READERS, clock)
        self.html = ""

    def says(self, text):
        assert send(self.browser, text=text).status_code == 202
        return self.hears()

    def presses(self, label):
        place = self.html.index(f"{label}</button>")
        data = self.html[: self.html.rindex('">', 0, place)].rsplit('value="', 1)[1]
        assert send(self.browser, data=data).status_code == 202
        return self.hears()

    def sends(self, content=PICTURE, *, key=None, **options):
        headers = {"Content-Type": "image/jpeg"} | options.pop("headers", {})
        return self.browser.post(
            f"/chat/photos?id={key or uuid.uuid4()}",
            content=content,
            headers=headers,
            **options,
        )

    def hears(self):
        self.handler.drain()
        self.html = self.browser.get("/chat").text.replace("\n", "")
        return self.html

    def kept(self, model):
        with self.database.read() as session:
            return session.exec(select(model)).all()


@pytest.fixture
def inbox(database, clock):
    made = Inbox(database, clock)
    yield made
    made.close()


@pytest.fixture
def app(database, tmp_path, clock, inbox, monkeypatch):
    monkeypatch.setattr(webchat, "POLL_S", 0.0)
    made = create_app(database, Settings(data_dir=tmp_path), clock=clock)
    made.include_router(webchat.create_router(inbox, database))
    return made


@pytest.fixture
def noi(app, database, clock):
    """Someone who is being asked for a picture."""
    with database.write() as session:
        polls.asks(session, polls.poll(ASKED, WHY), clock())
    with TestClient(app, headers={"Accept": "text/html"}) as browser:
        browser.get("/chat")
        page = Page(browser, database, clock)
        for said in ("สวัสดีค่ะ", "ภาษาไทย", "ไม่ต้องส่ง", "ตอบแบบสอบถาม"):
            page.says(said)
        page.presses("ยินดีตอบ")
        yield page


def test_the_open_question_has_a_button_for_a_picture(noi):
    assert "มีรูปคลองวันนี้ไหมคะ" in noi.html
    assert "ถ่ายรูปหรือเลือกรูป" in noi.html
    assert '<input type="file" accept="image/*" data-photo>' in noi.html
    noi.presses("ข้ามข้อนี้")
    assert "เพราะอะไรคะ" in noi.html
    assert "data-photo>" not in noi.html


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
    where = f"/chat/photos?id={uuid.uuid4()}"
    with TestClient(app) as browser:
        without_address = browser.post(where, content=PICTURE)
        browser.get("/chat?lang=en")
        with_address = browser.post(where, content=PICTURE)
    assert without_address.status_code == with_address.status_code == 409
    assert "No question is open" in with_address.json()["error"]
    assert noi.kept(Photo) == []


def test_another_site_cannot_have_a_browser_send_one(noi):
    answer = noi.sends(headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert noi.kept(Photo) == []


@pytest.mark.parametrize("query", ["", "?id=", "?id=not-a-uuid"])
def test_what_our_page_never_sends_is_refused(noi, query):
    assert noi.browser.post(f"/chat/photos{query}", content=PICTURE).status_code == 422
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
            where = "/chat/photos?id={}".format
            first = asyncio.create_task(
                client.post(where(uuid.uuid4()), content=slowly())
            )
            await comes.wait()
            second = await client.post(where(uuid.uuid4()), content=PICTURE)
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
            where = f"/chat/photos?id={uuid.uuid4()}"
            return await client.post(where, content=stops())

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


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_with_little_free_disk_words_are_taken_and_pictures_are_not(noi, monkeypatch):
    # A server's disk we cannot see.
    little = Usage(0, 0, 500 * webroom.MB - 1)
    monkeypatch.setattr(webroom.shutil, "disk_usage", lambda _: little)
    answer = noi.sends()
    assert answer.status_code == 409
    assert "เก็บรูปเพิ่มไม่ได้" in answer.json()["error"]
    assert noi.kept(Photo) == []
    noi.presses("ข้ามข้อนี้")
    noi.says("ไม่มีใครดูแล")
    assert {each.question_key for each in noi.kept(Answer)} == {"photo", "why"}


def test_with_just_enough_free_disk_a_picture_is_taken(noi, monkeypatch):
    enough = Usage(0, 0, 500 * webroom.MB)
    monkeypatch.setattr(webroom.shutil, "disk_usage", lambda _: enough)
    assert noi.sends().status_code == 202


@pytest.fixture
def small_network(monkeypatch):
    """A thousand bytes within the hour."""
    monkeypatch.setattr(webroom, "LARGEST_PICTURE", 1000)
    monkeypatch.setattr(webroom, "BYTES_PER_HOUR_AND_NETWORK", 1000)


def test_one_network_has_so_many_bytes_kept_within_an_hour(small_network, noi, clock):
    picture = PICTURE.ljust(400, b"x")
    assert [noi.sends(picture).status_code for _ in range(3)] == [202, 202, 409]
    answer = noi.sends(picture)
    assert "จากเครือข่ายนี้มีรูปส่งมามากแล้ว" in answer.json()["error"]
    assert 700 < int(answer.headers["retry-after"]) < 730
    assert len(noi.kept(Photo)) == 2
    clock.forward(seconds=int(answer.headers["retry-after"]))
    assert noi.sends(picture).status_code == 202
    # What is written is no picture.
    assert "เพราะอะไรคะ" in noi.hears()


def test_what_is_not_kept_takes_nobodys_room(small_network, noi):
    for _ in range(3):
        assert noi.sends(b"no picture".ljust(900, b"x")).status_code == 415
    assert noi.sends(PICTURE.ljust(900, b"x")).status_code == 202


def test_a_picture_whose_length_is_not_told_takes_the_room_of_the_largest(
    small_network, noi
):
    assert noi.sends(iter([PICTURE])).status_code == 202
    assert noi.sends().status_code == 409
