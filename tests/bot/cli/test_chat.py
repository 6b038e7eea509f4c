"""`ecotown chat`: a line typed is answered, whoever works the inbox."""

import threading
import time
import uuid

import pytest

from api.settings import Settings
from api.store import events
from api.store.types import utc_now
from bot.channels import terminal
from bot.cli.chat import Keyboard
from bot.cli.serve import prepare_database
from bot.handler import LEASE
from bot.worlds import Worlds


@pytest.fixture
def keyboard(database, tmp_path):
    prepare_database(database)
    settings = Settings(data_dir=tmp_path)
    return Keyboard(database, Worlds(database, settings), "noi")


def row(database, address):
    taken = terminal.take(address, "สวัสดี", utc_now())
    return events.row(database.keys, taken, utc_now())


def test_a_line_that_another_process_holds_is_waited_for(database, keyboard):
    assert "ภาษา" in keyboard.say("/start")[-1].plain()
    lane, other = row(database, "noi")["lane"], uuid.uuid4()
    with database.write() as session:
        assert events.hold(session, lane, other, utc_now(), LEASE)

    def let_go():
        time.sleep(0.3)
        with database.write() as session:
            events.let_go(session, lane, other)

    serving = threading.Thread(target=let_go)
    serving.start()
    said = keyboard.say("ไทย")
    serving.join()
    assert said


def test_other_residents_are_left_to_whoever_serves_them(database, keyboard):
    other = row(database, "lek")
    with database.write() as session:
        events.take(session, [other])
    keyboard.say("/start")
    with database.read() as session:
        assert events.has_waiting(session, other["lane"])
