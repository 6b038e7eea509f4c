"""Officers: invited once, throttled when guessing, signed out in time."""

import re
import threading
from datetime import timedelta

import pytest
from sqlmodel import select

from api.errors import DomainError
from api.store import officers
from api.store.models import AuditEntry, OfficerSession
from tests.api import given
from tests.conftest import slow_hasher


@pytest.fixture
def officer(database, clock):
    with database.write() as session:
        return given.officer(session, "somchai", clock())


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def test_an_invitation_makes_one_officer(database, clock):
    with database.write() as session:
        token = officers.invite(session, now=clock())
        assert officers.invitation_stands(session, token, clock())
        made = officers.join(
            session,
            token,
            login=" Somchai ",
            name="สมชาย",
            password_hash="h",
            now=clock(),
        )
    assert made.login == "somchai"
    with database.write() as session:
        assert not officers.invitation_stands(session, token, clock())
        with refused("error.invitation_void"):
            officers.join(
                session, token, login="b", name="b", password_hash="h", now=clock()
            )


def test_an_invitation_lapses_after_a_day(database, clock):
    with database.write() as session:
        token = officers.invite(session, now=clock())
    clock.forward(hours=24)
    with database.read() as session:
        assert not officers.invitation_stands(session, token, clock())


def test_the_token_itself_is_not_kept(database, clock):
    with database.write() as session:
        token = officers.invite(session, now=clock())
        kept = session.connection().exec_driver_sql("SELECT * FROM one_time_code")
        assert token not in str(kept.all())


def test_the_first_link_is_made_until_there_is_an_officer(database, clock):
    with database.write() as session:
        older = officers.first_link(session, clock())
        newer = officers.first_link(session, clock())
        assert not officers.invitation_stands(session, older, clock())
        officers.join(
            session, newer, login="first", name="F", password_hash="h", now=clock()
        )
        assert officers.any_active(session)
        assert officers.first_link(session, clock()) is None


def test_a_town_whose_officers_are_all_disabled_gets_a_first_link_again(
    database, clock, officer
):
    with database.write() as session:
        session.merge(officer).disabled_at = clock()
    with database.write() as session:
        token = officers.first_link(session, clock())
        assert officers.invitation_stands(session, token, clock())


def test_the_last_officer_cannot_be_disabled(database, clock, officer):
    with refused("error.last_officer"), database.write() as session:
        officers.disable(session, officer.id, by="cli", now=clock())
    with database.write() as session:
        assert officers.get(session, officer.id)
        second = given.officer(session, "second", clock())
        officers.disable(session, second.id, by="cli", now=clock())
    with refused("error.last_officer"), database.write() as session:
        officers.disable(session, officer.id, by="cli", now=clock())


def test_two_officers_cannot_disable_each_other_at_once(database, clock, officer):
    with database.write() as session:
        second = given.officer(session, "second", clock())
    start, refusals = threading.Barrier(2), []

    def disable(whom):
        start.wait()
        try:
            with database.write() as session:
                officers.disable(session, whom.id, by="cli", now=clock())
        except DomainError as error:
            refusals.append(error.key)

    threads = [
        threading.Thread(target=disable, args=(whom,)) for whom in (officer, second)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refusals == ["error.last_officer"]
    with database.read() as session:
        assert officers.any_active(session)


def test_an_officer_stays_marked_with_who_invited_them(database, clock, officer):
    with database.write() as session:
        assert officers.get(session, officer.id).invited_by is None
        token = officers.invite(session, now=clock(), inviter_id=officer.id)
        made = officers.join(
            session, token, login="second", name="S", password_hash="h", now=clock()
        )
        assert made.invited_by == officer.id
        entry = session.exec(
            select(AuditEntry)
            .where(AuditEntry.action == "officer.invite")
            .order_by(AuditEntry.seq.desc())
        ).first()
        assert entry.actor == officers.actor(officer.id)


def test_a_disabled_officer_comes_back_by_no_link_of_their_own(
    database, clock, officer
):
    with database.write() as session:
        second = given.officer(session, "second", clock())
        theirs = officers.invite(session, now=clock(), inviter_id=second.id)
        ours = officers.invite(session, now=clock(), inviter_id=officer.id)
        officers.disable(session, second.id, by="cli", now=clock())
        assert not officers.invitation_stands(session, theirs, clock())
        assert officers.invitation_stands(session, ours, clock())
        with refused("error.officer_disabled"):
            officers.invite(session, now=clock(), inviter_id=second.id)


@pytest.mark.parametrize("login", ["", "A B", "ก", "x" * 41, "1abc", "a"])
def test_a_login_is_plain(database, clock, login):
    with database.write() as session:
        token = officers.invite(session, now=clock())
        with refused("error.login_shape"):
            officers.join(
                session, token, login=login, name="x", password_hash="h", now=clock()
            )


def test_a_login_is_taken_once(database, clock, officer):
    with refused("error.login_taken"), database.write() as session:
        given.officer(session, "SOMCHAI", clock())


@pytest.mark.parametrize("name", [" ", "x" * 81, "som\x00chai", "two\nlines"])
def test_an_officer_has_a_name_on_one_line(database, clock, name):
    with database.write() as session:
        token = officers.invite(session, now=clock())
        with refused("error.name_shape"):
            officers.join(
                session, token, login="abc", name=name, password_hash="h", now=clock()
            )


@pytest.mark.parametrize(
    ("password", "key"),
    [
        ("short", "error.password_length"),
        ("x" * 257, "error.password_length"),
        ("passwordpassword", "error.password_simple"),
        ("123123123123123", "error.password_simple"),
        ("aaaabbbbccccdddd", "error.password_simple"),
        ("somchai-longname", "error.password_simple"),
    ],
)
def test_a_password_easy_to_guess_is_refused(password, key):
    with refused(key):
        officers.hash_password(password, login="somchai-long")


def test_a_password_is_known_again():
    kept = officers.hash_password(given.PASSWORD)
    assert given.PASSWORD not in kept
    assert officers.verify(given.PASSWORD, kept)
    assert not officers.verify(given.PASSWORD + "!", kept)
    assert not officers.verify(given.PASSWORD, None)
    assert not officers.verify(given.PASSWORD, "not a hash")


def test_guessing_a_password_from_its_hash_is_slow():
    """At least what OWASP asks of Argon2id: 19 MiB, gone through twice."""
    kept = slow_hasher().hash(given.PASSWORD)
    found = re.match(r"\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$", kept)
    assert found
    memory_kib, passes = map(int, found.groups())
    assert memory_kib >= 19 * 1024
    assert passes >= 2


def test_the_fifth_failure_locks_for_a_quarter_of_an_hour(database, clock, officer):
    for _ in range(5):
        with database.write() as session:
            assert officers.sign_in_candidate(session, "somchai", clock())
    with database.write() as session, refused("error.too_many_tries"):
        officers.sign_in_candidate(session, "somchai", clock())
    clock.forward(minutes=15)
    with database.write() as session:
        assert officers.sign_in_candidate(session, "somchai", clock()).failures == 1


def test_signing_in_forgets_earlier_failures(database, clock, officer):
    for _ in range(5):
        with database.write() as session:
            found = officers.sign_in_candidate(session, "somchai", clock())
    with database.write() as session:
        officers.start_session(session, found, clock())
    with database.write() as session:
        assert officers.sign_in_candidate(session, "somchai", clock()).failures == 1


def test_nobody_signs_in_under_an_unknown_or_disabled_login(database, clock, officer):
    with database.write() as session:
        for login in ("nobody", "", "somchai\x00", "x" * 500):
            assert officers.sign_in_candidate(session, login, clock()) is None
        given.officer(session, "second", clock())
        officers.disable(session, officer.id, by="cli", now=clock())
        assert officers.sign_in_candidate(session, "somchai", clock()) is None


def test_a_session_lasts_while_it_is_used_and_eight_hours_at_the_most(
    database, clock, officer
):
    with database.write() as session:
        token = officers.start_session(session, officer, clock())
    for _ in range(9):
        clock.forward(minutes=50)
        with database.write() as session:
            assert officers.of_session(session, token, clock()).id == officer.id
            assert officers.is_stale(session, token, clock())
            officers.seen(session, token, clock())
            session.expire_all()
            assert not officers.is_stale(session, token, clock())
    clock.forward(minutes=30)
    with database.read() as session:
        assert officers.of_session(session, token, clock()) is None


def test_a_session_ends_after_an_idle_hour(database, clock, officer):
    with database.write() as session:
        token = officers.start_session(session, officer, clock())
    clock.forward(minutes=60)
    with database.read() as session:
        assert officers.of_session(session, token, clock()) is None


def test_signing_out_ends_one_session(database, clock, officer):
    with database.write() as session:
        here = officers.start_session(session, officer, clock())
        there = officers.start_session(session, officer, clock())
        officers.end_session(session, here)
    with database.read() as session:
        assert officers.of_session(session, here, clock()) is None
        assert officers.of_session(session, there, clock()) is not None


def test_disabling_an_officer_ends_every_session(database, clock, officer):
    with database.write() as session:
        given.officer(session, "second", clock())
        token = officers.start_session(session, officer, clock())
        officers.disable(session, officer.id, by="cli", now=clock())
    with database.write() as session:
        assert officers.of_session(session, token, clock()) is None
        assert session.exec(select(OfficerSession)).all() == []
        with refused("error.officer_disabled"):
            officers.get(session, officer.id)
        with refused("error.officer_disabled"):
            officers.by_login(session, "somchai")
        with refused("error.officer_disabled"):
            officers.start_session(session, officer, clock())
    with database.read() as session:
        assert [o.login for o in officers.list_(session)] == ["second", "somchai"]


def test_lapsed_sessions_are_cleared_when_someone_signs_in(database, clock, officer):
    with database.write() as session:
        officers.start_session(session, officer, clock())
    clock.forward(hours=8)
    with database.write() as session:
        officers.start_session(session, officer, clock())
        assert len(session.exec(select(OfficerSession)).all()) == 1


def test_what_happens_to_accounts_is_in_the_log(database, clock, officer):
    with database.write() as session:
        officers.start_session(session, officer, clock())
        given.officer(session, "second", clock())
        officers.disable(session, officer.id, by="cli", now=clock())
        officers.disable(session, officer.id, by="cli", now=clock())
    with database.read() as session:
        entries = session.exec(select(AuditEntry).order_by(AuditEntry.seq)).all()
    assert [entry.action for entry in entries] == [
        "officer.invite",
        "officer.join",
        "officer.sign_in",
        "officer.invite",
        "officer.join",
        "officer.disable",
    ]
    assert "Somchai" not in str([entry.model_dump() for entry in entries])


def test_an_invitation_may_be_shorter(database, clock):
    with database.write() as session:
        token = officers.invite(session, now=clock(), valid=timedelta(minutes=1))
        assert not officers.invitation_stands(session, token, clock.forward(minutes=1))
