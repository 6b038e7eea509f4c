"""What tests of pictures from the page begin with: a browser that is asked for one."""

import re
import uuid
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from sqlmodel import select
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from bot import webchat, webphoto
from bot.app import READERS
from bot.handler import Handler
from bot.inbox import Inbox
from tests.bot.chatting import send
from tests.journeys import polls
from tests.journeys.polls import question
from tests.journeys.talk import shipped_world

PICTURE = b"\xff\xd8\xff\xdb the canal today"
ASKED = question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ")
AGAIN = question("again", "photo", "แล้วรูปหน้าบ้านล่ะคะ")
WHY = question("why", "open", "เพราะอะไรคะ")


class Page:
    """A browser at the chat of a town whose bot answers."""

    def __init__(self, browser, database, clock):
        self.browser, self.database = browser, database
        self.handler = Handler(database, lambda: shipped_world(), READERS, clock)
        self.html = ""
        self.question = ""

    def says(self, text):
        assert send(self.browser, text=text).status_code == 202
        return self.hears()

    def presses(self, label):
        place = self.html.index(f"{label}</button>")
        data = self.html[: self.html.rindex('">', 0, place)].rsplit('value="', 1)[1]
        assert send(self.browser, data=data).status_code == 202
        return self.hears()

    def where(self, *, key=None):
        """Where a picture goes."""
        return f"/chat/photos?{urlencode({'id': key or uuid.uuid4()})}"

    def about(self, *, question=None):
        """What is said of it: for the question that asked for one last."""
        sent_for = question or self.question
        return {"Content-Type": "image/jpeg", webphoto.FOR: sent_for}

    def sends(self, content=PICTURE, *, key=None, question=None, headers=()):
        return self.browser.post(
            self.where(key=key),
            content=content,
            headers=self.about(question=question) | dict(headers),
        )

    def hears(self):
        self.handler.drain()
        self.html = self.browser.get("/chat").text.replace("\n", "")
        for told in re.findall(r' data-photo="([^"]*)"', self.html):
            self.question = told
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


@contextmanager
def asked(app, database, clock, *questions):
    """Someone who is being asked the first of these."""
    with database.write() as session:
        polls.asks(session, polls.poll(*questions), clock())
    with TestClient(app, headers={"Accept": "text/html"}) as browser:
        browser.get("/chat")
        page = Page(browser, database, clock)
        for said in ("สวัสดีค่ะ", "ภาษาไทย", "ไม่ต้องส่ง", "ตอบแบบสอบถาม"):
            page.says(said)
        page.presses("ยินดีตอบ")
        yield page


@pytest.fixture
def noi(app, database, clock):
    """Someone who is being asked for a picture."""
    with asked(app, database, clock, ASKED, WHY) as page:
        yield page


@pytest.fixture
def two(app, database, clock):
    """Someone who is being asked for a picture, and for another after it."""
    with asked(app, database, clock, ASKED, AGAIN) as page:
        yield page
