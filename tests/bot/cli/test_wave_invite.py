"""`ecotown wave invite`: what it costs is said before anybody is invited."""

import pytest

from api.store import quotas, waves
from api.store.types import utc_now
from bot.cli import wave
from tests.api import given
from tests.inviting import survey


@pytest.fixture
def asked(town):
    """A town with an open wave by list, and five on LINE and one on Telegram."""
    now = utc_now()
    with town.database.write() as session:
        version = waves.store_version(session, survey(), now)
        waves.open_wave(
            session, key="w1", version=version, population="all who chat",
            frame="invited_list", now=now,
        )  # fmt: skip
        for number in range(5):
            given.contact(session, f"U{number}", now, subscribed=True)
        given.contact(session, "U9", now)
        given.contact(
            session, "55", now, channel="telegram", language="my", subscribed=True
        )
        quotas.note(session, "line", "town", allowed=300, used=268, now=now)
    return town


def invite(asked, *words):
    return asked.says(wave.app, "invite", "w1", *words)


def test_counting_says_who_and_what_it_costs_and_invites_nobody(asked):
    said = invite(asked, "--quota", "9", "--count", "--seed", "s")
    assert said == (
        "segment all: eligible 6, invited before 0, would be invited 6\n"
        "  left out, not agreed: 1\n"
        "  seed s\n"
        "  on line: 5\n"
        "  on telegram: 1\n"
        "  LINE: 5 paid messages, 15 with every reminder\n"
        "  left this month: 32, of which 30 are kept back\n"
        "  3 of them would wait for the resident's own next message\n"
    )
    assert "invited before 0" in invite(asked, "--quota", "9", "--count")


def test_inviting_says_how_many_and_done_again_goes_on(asked):
    said = invite(asked, "--quota", "4", "--seed", "s")
    assert "segment all: eligible 6, invited before 0, invited now 4\n" in said
    said = invite(asked, "--quota", "6")
    assert "segment all: eligible 6, invited before 4, invited now 2\n" in said
    assert "seed s\n" in said


def test_a_segment_is_named_by_channel_and_language(asked):
    said = invite(asked, "--quota", "9", "--channel", "telegram", "--language", "my")
    assert "segment telegram my: eligible 1, invited before 0, invited now 1\n" in said
    assert "LINE" not in said


def test_what_line_has_left_is_not_guessed(asked):
    with asked.database.write() as session:
        quotas.note(session, "line", "town", allowed=None, used=0, now=utc_now())
    assert "LINE's plan has no limit" in invite(asked, "--quota", "6", "--count")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--quota", "0"), "Invite 1 to 1,000,000 people."),
        (("--quota", "1", "--channel", "fax"), "--channel is one of line, telegram"),
        (("--quota", "1", "--language", "fr"), "--language is one of th, en, my"),
    ],
)
def test_what_cannot_be_is_refused_in_words(asked, words, why):
    assert why in asked.refuses(wave.app, "invite", "w1", *words)


def test_a_wave_that_is_not_there_is_refused(asked):
    assert "There is no such wave" in asked.refuses(
        wave.app, "invite", "w2", "--quota", "1"
    )
