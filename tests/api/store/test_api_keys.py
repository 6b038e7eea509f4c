"""Keys of other systems: shown once, opening only what their scopes name."""

import pytest

from api.errors import DomainError
from api.store import api_keys, audit, officers
from tests.api import given


def make(session, clock, *scopes, **options):
    return api_keys.create(
        session, name="dashboard", scopes=scopes, now=clock(), **options
    )


def test_a_key_is_found_by_what_was_shown_once(database, clock):
    with database.write() as session:
        token = make(session, clock, "questions:read")
    with database.read() as session:
        key = api_keys.find(session, token)
        assert api_keys.opens(key, "questions:read")
        assert not api_keys.opens(key, "questions:write")
        assert api_keys.actor(key) == f"key:{token.split('.')[0]}"
        assert token.split(".")[1] not in str(key.model_dump())


@pytest.mark.parametrize("spoil", [lambda t: t + "x", lambda t: t[:-1], lambda t: ""])
def test_a_key_that_is_not_quite_right_is_not_found(database, clock, spoil):
    with database.write() as session:
        token = make(session, clock, "questions:read")
        assert api_keys.find(session, spoil(token)) is None
        assert api_keys.find(session, token.split(".")[0]) is None
        for other in ("unknown.secret", "\x00.x", "", "." * 999):
            assert api_keys.find(session, other) is None


def test_a_revoked_key_opens_nothing(database, clock):
    with database.write() as session:
        token = make(session, clock, "questions:read")
        prefix = token.split(".")[0]
        api_keys.revoke(session, prefix, by="cli", now=clock())
        api_keys.revoke(session, prefix, by="cli", now=clock())
    with database.read() as session:
        assert api_keys.find(session, token) is None
        assert [key.prefix for key in api_keys.list_(session)] == [prefix]
        actions = [entry.action for entry in audit.list_(session).items]
        assert actions == ["key.revoke", "key.create"]


def test_an_unknown_key_cannot_be_revoked(database, clock):
    with pytest.raises(DomainError), database.write() as session:
        api_keys.revoke(session, "nothing", by="cli", now=clock())


@pytest.mark.parametrize("scopes", [(), ("everything",), ("acts-for:x",)])
def test_scopes_come_from_the_list(database, clock, scopes):
    with (
        pytest.raises(DomainError, match=r"error\.scope_unknown"),
        database.write() as session,
    ):
        make(session, clock, *scopes)


def test_a_key_needs_a_name(database, clock):
    with (
        pytest.raises(DomainError, match=r"error\.name_shape"),
        database.write() as session,
    ):
        api_keys.create(session, name=" ", scopes=["waves:read"], now=clock())


def test_a_key_that_writes_reports_acts_for_an_officer(database, clock):
    with database.write() as session:
        with pytest.raises(DomainError, match=r"error\.key_needs_officer"):
            make(session, clock, "reports:write")
        officer = given.officer(session, "somchai", clock())
        token = make(session, clock, "reports:write", acts_for=officer.id)
        key = api_keys.find(session, token)
        assert api_keys.officer_of(session, key) == officer.id
        given.officer(session, "second", clock())
        officers.disable(session, officer.id, by="cli", now=clock())
        with pytest.raises(DomainError, match=r"error\.officer_disabled"):
            api_keys.officer_of(session, key)


def test_a_key_without_an_officer_writes_in_nobodys_name(database, clock):
    with database.write() as session:
        key = api_keys.find(session, make(session, clock, "waves:read"))
        with pytest.raises(DomainError, match=r"error\.key_needs_officer"):
            api_keys.officer_of(session, key)
