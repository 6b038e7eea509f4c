"""What tests of the web chat begin with: a browser, and an inbox that answers."""

import re
import uuid

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.store import deliveries, residents
from api.store.models import Contact
from api.store.words import DeliveryKind
from bot import webchat
from bot.channels import web
from bot.inbox import InboxUnavailable
from content.outbound import Choice, Outbound

QUESTION = Outbound(
    text="เคยได้ยินไหมคะ",
    choices=(Choice("เคย", "s:1:1"), Choice("ไม่เคย", "s:1:2")),
    numbered=True,
)


class Answering:
    """An inbox whose events are answered at once by what the test says."""

    def __init__(self, database, clock) -> None:
        self.database, self.clock = database, clock
        self.seen = {}
        self.down = False
        self.answers = {}

    async def take(self, taken):
        if self.down:
            raise InboxUnavailable
        for event in taken:
            if event.event_key not in self.seen:
                self.seen[event.event_key] = web.read(event.payload, event.account)
                self._answer(self.seen[event.event_key])

    def _answer(self, inbound):
        said = self.answers.get(inbound.text or inbound.data)
        if said is None:
            return
        with self.database.write() as session:
            contact = residents.meet(
                session,
                channel="web",
                account="web",
                address=inbound.address,
                now=self.clock(),
            )
            owe(session, contact, said, self.clock())

    @property
    def inbounds(self):
        return list(self.seen.values())


def owe(session, contact: Contact, message: Outbound, now):
    deliveries.owe(
        session,
        contact,
        (message,),
        kind=DeliveryKind.REPLY,
        now=now,
        language="th",
    )


@pytest.fixture
def inbox(sqlite_database, clock):
    return Answering(sqlite_database, clock)


@pytest.fixture
def app(sqlite_database, tmp_path, clock, inbox, monkeypatch):
    # Nobody waits in a test for an answer that will not come.
    monkeypatch.setattr(webchat, "POLL_S", 0.0)
    monkeypatch.setattr(webchat, "FORM_WAIT_S", 0.0)
    made = create_app(sqlite_database, Settings(data_dir=tmp_path), clock=clock)
    made.include_router(webchat.create_router(inbox, sqlite_database))
    return made


@pytest.fixture
def browser(app):
    with TestClient(app, headers={"Accept": "text/html"}) as opened:
        yield opened


def send(browser, **written):
    return browser.post(
        "/chat/messages", json={"id": str(uuid.uuid4()), "after": 0, **written}
    )


def submit(browser, page, **fields):
    """Send the page's form as a browser without JavaScript does."""
    form = page[page.index('<form id="say"') : page.index("</form>")]
    hidden = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    kept = {}
    for name, value in hidden:
        kept.setdefault(name, []).append(value)
    return browser.post("/chat/messages", data={**kept, "text": "", **fields})


def said(page):
    """Every line of the talk, whoever said it."""
    log = page[page.index('role="log"') : page.index('class="writing"')]
    found = re.findall(r'<p class="said mine">.*?</span>(.*?)</p>|<p>(.*?)</p>', log)
    return [mine or theirs for mine, theirs in found]
