"""Short words are read once, and longer ones are not kept."""

import pytest

from content.often import SHORT, read_once


@pytest.fixture
def reads():
    return []


@pytest.fixture
def shouted(reads):
    @read_once
    def shout(text: str) -> str:
        """Louder."""
        reads.append(text)
        return text.upper()

    return shout


def test_what_many_say_is_read_once(shouted, reads):
    assert [shouted("no"), shouted("yes"), shouted("no")] == ["NO", "YES", "NO"]
    assert reads == ["no", "yes"]


def test_what_is_as_long_as_a_phone_number_is_read_each_time(shouted, reads):
    long = "0" * (SHORT + 1)
    assert shouted(long) == shouted(long) == long
    assert reads == [long, long]


def test_it_is_still_known_by_its_name(shouted):
    assert (shouted.__name__, shouted.__doc__) == ("shout", "Louder.")
