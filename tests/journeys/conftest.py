"""A town with its shipped content, and residents to talk to it."""

import pytest

from tests.journeys import talk


@pytest.fixture
def town(database, clock):
    """The handler of a town that has been prepared."""
    talk.prepare(database, clock())
    return talk.make_handler(database, clock)


@pytest.fixture
def arrive(town, database, clock):
    """Someone new: `arrive(channel="telegram")`."""

    def arriving(**options):
        return talk.Resident(town, database, clock, **options)

    return arriving
