"""`ecotown chat`: the conversation in a terminal, on the real path."""

import secrets
import sys
import time
from typing import Annotated

import typer

from api.store import events, residents, webpull
from api.store.session import Database
from api.store.types import utc_now
from bot.app import READERS
from bot.channels import terminal
from bot.cli import common
from bot.cli.serve import prepare_database
from bot.handler import LEASE, Handler
from bot.worlds import Worlds
from content.outbound import Outbound

LOOK_S = 0.05
# Whoever died with our line in hand keeps it so long; then it is ours again.
PATIENCE_S = LEASE.total_seconds() + 5


class Keyboard:
    """One resident at a keyboard: what they type goes in, what is owed comes out."""

    def __init__(self, database: Database, worlds: Worlds, address: str) -> None:
        self._database = database
        self._handler = Handler(database, worlds, READERS, utc_now)
        self._address = address
        self._seen = 0

    def say(self, text: str) -> list[Outbound]:
        """What the bot answers to a typed line."""
        now = utc_now()
        taken = terminal.take(self._address, text, now)
        row = events.row(self._database.keys, taken, now)
        with self._database.write() as session:
            events.take(session, [row])
        self._work(row["lane"])
        return self._pull()

    def _work(self, lane: str) -> None:
        """Until the line is answered, here or by an `ecotown serve` on the same data,
        which may have taken it before us. Other residents' lines are left to it."""
        until = time.monotonic() + PATIENCE_S
        self._handler.work([lane])
        while self._waits(lane) and time.monotonic() < until:
            time.sleep(LOOK_S)
            self._handler.work([lane])

    def _waits(self, lane: str) -> bool:
        with self._database.read() as session:
            return events.has_waiting(session, lane)

    def _pull(self) -> list[Outbound]:
        with self._database.write() as session:
            contact = residents.find(
                session,
                channel=terminal.NAME,
                account=terminal.NAME,
                address=self._address,
            )
            if contact is None:
                return []
            pulled = webpull.pull(session, contact, self._seen, utc_now())
            if pulled:
                self._seen = pulled[-1].seq
            return [message for each in pulled for message in each.messages]


@common.said_plainly
def chat(
    name: Annotated[
        str, typer.Option(help="Who you are: the same name continues a talk.")
    ] = "",
) -> None:
    """Talk to the bot here. An empty line or Ctrl-D ends it."""
    settings = common.settings()
    database = common.open_database(settings)
    prepare_database(database)
    keyboard = Keyboard(
        database, Worlds(database, settings), name or secrets.token_hex(8)
    )
    _show(keyboard.say("/start"))
    for line in sys.stdin:
        if not line.strip():
            break
        _show(keyboard.say(line.strip()))


def _show(messages: list[Outbound]) -> None:
    for message in messages:
        typer.echo(message.plain())
        if message.choices and not message.numbered:
            typer.echo("[" + "] [".join(each.label for each in message.choices) + "]")
        typer.echo("")
