"""What tests of webhooks begin with: a door on loopback, and what is behind it."""

import copy
from contextlib import contextmanager

from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.store.models import InboundEvent
from bot import webhooks
from bot.app import LINE_ACCOUNT, READERS
from bot.handler import Handler
from bot.inbox import Inbox
from tests.bot.handling import rows
from tests.journeys.talk import shipped_world
from tests.platforms.line_events import line_body, new_reply_token, sign

SECRET = "the channel's secret"
TOKEN = "the webhook's token"


class Door:
    """Both platforms' webhooks over one inbox."""

    def __init__(self, client):
        self._client = client

    def post(self, body, *, signature=None, headers=None):
        """The status LINE gets for these bytes, signed unless told otherwise."""
        if signature is None:
            signature = sign(SECRET, body)
        given = headers or {"x-line-signature": signature}
        return self._client.post(
            "/webhooks/line", content=body, headers=given
        ).status_code

    def events(self, *events):
        return self.post(line_body(*events))

    def unsigned(self, body):
        return self._client.post("/webhooks/line", content=body).status_code

    def chunked(self, chunks, signature):
        """A body whose length is not told."""
        return self._client.post(
            "/webhooks/line",
            content=iter(chunks),
            headers={"x-line-signature": signature},
        ).status_code

    def telegram(self, body, *, token=TOKEN):
        headers = {} if token is None else {"x-telegram-bot-api-secret-token": token}
        return self._client.post(
            "/webhooks/telegram", content=body, headers=headers
        ).status_code


@contextmanager
def open_door(database, clock):
    """A door to this database; an unforeseen error is a 500, as in production."""
    inbox = Inbox(database, clock)
    app = Starlette(
        routes=[
            webhooks.line(inbox, secret=SECRET, account=LINE_ACCOUNT),
            webhooks.telegram(inbox, secret=TOKEN, account="100001"),
        ]
    )
    with TestClient(app, raise_server_exceptions=False) as client:
        yield Door(client)
    inbox.close()


def handle(database, clock, **readers):
    """Let the conversation take all that was kept."""
    world = shipped_world()
    Handler(database, lambda: world, READERS | readers, clock).drain()


def kept(database):
    return rows(database, InboundEvent)


def with_its_own(event, number):
    """The event with an id, a reply token and a message id of its own, where it has
    one: no sample takes back another."""
    own = copy.deepcopy(event)
    own["webhookEventId"] = f"01TEST{number:020d}"
    if "replyToken" in own:
        own["replyToken"] = new_reply_token()
    if own.get("type") == "message":
        own["message"]["id"] = str(number)
    return own
