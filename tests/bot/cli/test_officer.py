"""`ecotown officer`: links, lists, keys shown once."""

from datetime import UTC, datetime

from api.store import api_keys, officers
from bot.cli import officer


def test_an_invitation_is_a_link_that_works(town, monkeypatch):
    monkeypatch.setenv("ECOTOWN_PUBLIC_URL", "https://town.example/")
    link = town.says(officer.app, "invite").strip()
    start = "https://town.example/console/join/"
    assert link.startswith(start)
    with town.database.read() as session:
        token = link.removeprefix(start)
        assert officers.invitation_stands(session, token, datetime.now(UTC))


def test_without_a_public_address_the_link_is_to_this_machine(town):
    link = town.says(officer.app, "invite")
    assert link.startswith("http://localhost:8000/console/join/")


def test_officers_are_listed_and_disabled(town):
    town.officer("anna")
    assert "anna\tAnna\tactive\tinvited by cli" in town.says(officer.app, "list")
    assert "last account" in town.refuses(officer.app, "disable", "anna")
    town.officer("boon")
    town.says(officer.app, "disable", "anna")
    assert "anna\tAnna\tdisabled" in town.says(officer.app, "list")
    assert "cannot be used" in town.refuses(officer.app, "disable", "anna")
    assert "no such officer" in town.refuses(officer.app, "disable", "nobody")


def test_the_list_says_who_invited_whom(town):
    town.officer("anna")
    with town.database.write() as session:
        anna = officers.by_login(session, "anna")
        now = datetime.now(UTC)
        token = officers.invite(session, now=now, inviter_id=anna.id)
        officers.join(
            session, token, login="boon", name="Boon", password_hash="-", now=now
        )
    assert "boon\tBoon\tactive\tinvited by anna" in town.says(officer.app, "list")


def test_a_key_is_shown_once_and_can_be_revoked(town):
    token = town.says(
        officer.app, "key", "create", "dashboard", "--scope", "waves:read"
    ).strip()
    with town.database.read() as session:
        assert api_keys.opens(api_keys.find(session, token), "waves:read")
    prefix, secret = token.split(".")
    listed = town.says(officer.app, "key", "list")
    assert f"{prefix}\tdashboard\tin force\twaves:read" in listed
    assert secret not in listed
    town.says(officer.app, "key", "revoke", prefix)
    assert "revoked" in town.says(officer.app, "key", "list")
    with town.database.read() as session:
        assert api_keys.find(session, token) is None


def test_a_key_of_unknown_scope_is_refused(town):
    said = town.refuses(officer.app, "key", "create", "x", "--scope", "everything")
    assert "waves:read" in said


def test_a_key_that_writes_reports_is_made_by_its_officer(town):
    password = town.officer("anna")
    create = ("key", "create", "x", "--scope", "reports:write")
    assert "act for an officer" in town.refuses(officer.app, *create)
    named = (*create, "--as", "anna", "--password-stdin")
    assert "not right" in town.refuses(officer.app, *named, typed="wrong\n")
    token = town.says(officer.app, *named, typed=f"{password}\n").strip()
    with town.database.read() as session:
        key = api_keys.find(session, token)
        anna = officers.by_login(session, "anna")
        assert api_keys.officer_of(session, key) == anna.id
