"""`ecotown wave`: a run of a survey is opened and closed, and leaves a trace."""

from pathlib import Path

from api.store import audit
from bot.cli import wave
from surveys import definition

FILE = str(next(Path(definition.DIRECTORY).glob("*.yaml")))


def opened(town):
    return town.says(wave.app, "open", "w1", FILE, "--population", "all who chat")


def test_opening_and_closing_are_told_in_the_audit_log(town):
    assert opened(town) == "wave w1 is open\n"
    assert town.says(wave.app, "close", "w1") == "wave w1 is closed\n"
    with town.database.read() as session:
        entries = audit.list_(session).items
        told = [(entry.actor, entry.action) for entry in entries]
    assert told == [
        ("cli", "wave.close"),
        ("cli", "wave.open"),
        ("cli", "survey.store"),
    ]


def test_a_closed_wave_is_listed_and_not_closed_again(town):
    opened(town)
    town.says(wave.app, "close", "w1")
    assert "w1  closed" in town.says(wave.app, "list")
    assert "w1" in town.refuses(wave.app, "close", "w1")
