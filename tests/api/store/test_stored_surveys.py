"""Surveys by key and version, as commands ask for them; why one may be long."""

import pytest

from api.errors import DomainError
from api.store import audit, waves
from tests.surveys import making


def test_a_survey_is_found_by_its_key_the_newest_first(database, clock):
    with database.write() as session:
        for version in (1, 3, 2):
            waves.store_version(session, making.survey(version=version), clock())
        waves.store_version(session, making.survey(key="other", version=9), clock())
    with database.read() as session:
        assert waves.stored(session, "small").version == 3
        assert waves.stored(session, "small", 2) == making.survey(version=2)
        for key, number in (("nobody", None), ("small", 4)):
            with pytest.raises(DomainError):
                waves.stored(session, key, number)


def test_the_reason_for_a_long_survey_is_logged_once(database, clock):
    long = making.survey(longer="asked by the council")
    with database.write() as session:
        for _ in range(2):
            waves.store_version(session, long, clock())
        waves.store_version(session, making.survey(key="other"), clock())
    with database.read() as session:
        entries = audit.list_(session).items
    assert [entry.details.get("longer") for entry in reversed(entries)] == [
        "asked by the council",
        None,
    ]
