"""Consent: given under certain words, in force until taken back."""

import threading

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from api.store import consents
from api.store.models import Consent
from api.store.words import ConsentPurpose
from tests.api import given

NEWS, SURVEYS = ConsentPurpose.BROADCASTS, ConsentPurpose.SURVEYS


@pytest.fixture
def noi(database, clock):
    with database.write() as session:
        return given.contact(session, "Unoi", clock()).resident_id


def give(database, resident_id, now, version="1", purpose=NEWS):
    with database.write() as session:
        return consents.give(
            session, resident_id, purpose, version=version, channel="line", now=now
        )


def in_force(database, resident_id, purpose=NEWS):
    with database.read() as session:
        return consents.in_force(session, resident_id, purpose)


def rows(database):
    with database.read() as session:
        return list(session.scalars(select(Consent).order_by(Consent.given_at)))


def test_nobody_has_agreed_before_they_were_asked(database, noi):
    assert in_force(database, noi) is None


def test_what_was_agreed_to_is_in_force_with_its_words_and_its_moment(
    database, noi, clock
):
    give(database, noi, clock())
    found = in_force(database, noi)
    assert (found.notice_version, found.channel, found.given_at) == (
        "1",
        "line",
        clock(),
    )
    assert in_force(database, noi, SURVEYS) is None


def test_agreeing_twice_to_the_same_words_leaves_one_row(database, noi, clock):
    first = give(database, noi, clock())
    again = give(database, noi, clock.forward(days=1))
    assert again.id == first.id
    assert len(rows(database)) == 1


def test_newer_words_replace_the_older_consent_and_keep_its_record(
    database, noi, clock
):
    give(database, noi, clock())
    give(database, noi, clock.forward(days=1), version="2")
    older, newer = rows(database)
    assert older.withdrawn_at == clock()
    assert (newer.notice_version, newer.withdrawn_at) == ("2", None)
    assert in_force(database, noi).id == newer.id


def test_taken_back_is_out_of_force_and_stays_on_record(database, noi, clock):
    give(database, noi, clock())
    with database.write() as session:
        assert consents.withdraw(session, noi, NEWS, clock.forward(days=1))
    assert in_force(database, noi) is None
    assert rows(database)[0].withdrawn_at == clock()
    with database.write() as session:
        assert not consents.withdraw(session, noi, NEWS, clock())


def test_taken_back_and_given_again_are_two_records(database, noi, clock):
    give(database, noi, clock())
    with database.write() as session:
        consents.withdraw(session, noi, NEWS, clock())
    give(database, noi, clock.forward(days=1))
    assert len(rows(database)) == 2
    assert in_force(database, noi).given_at == clock()


def test_the_database_itself_keeps_two_consents_from_being_in_force(
    database, noi, clock
):
    give(database, noi, clock())
    with pytest.raises(IntegrityError), database.write() as session:
        session.add(
            Consent(
                resident_id=noi,
                purpose=NEWS,
                notice_version="2",
                channel="web",
                given_at=clock(),
            )
        )


def test_two_channels_agreeing_at_once_leave_one_consent(database, noi, clock):
    together = threading.Barrier(2)
    failed = []

    def agree():
        together.wait()
        try:
            give(database, noi, clock())
        except IntegrityError:
            failed.append(1)

    threads = [threading.Thread(target=agree) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows(database)) == 1
    assert len(failed) < 2
