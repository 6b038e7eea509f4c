"""Odd responses are marked, officers leave some out, and nothing is deleted."""

from datetime import timedelta

import pytest
from sqlmodel import func, select

from api.errors import DomainError
from api.store import audit, marking
from api.store.marking import Exclusion
from api.store.models import Answer, Response
from api.store.types import uuid7
from api.store.words import ResponseState
from surveys.quality import Flag
from tests.api.store import small_waves

QUICK = timedelta(seconds=0.2)


@pytest.fixture
def wave(database, clock):
    with database.write() as session:
        return small_waves.wave(session, clock())


@pytest.fixture
def add(database, clock, wave):
    def adding(*answers, **fields):
        with database.write() as session:
            return small_waves.response(session, wave, clock(), *answers, **fields)

    return adding


@pytest.fixture
def flags(database):
    def reading(response):
        with database.read() as session:
            return session.get_one(Response, response.id).flags

    return reading


def refused(key):
    return pytest.raises(DomainError, match=f"^{key}$")


def test_a_hasty_response_is_marked_and_stays(database, wave, add, flags):
    hasty, thoughtful = add(step=QUICK), add()
    assert marking.run(database, wave.id) == 1
    assert flags(hasty) == ["speeding"]
    assert flags(thoughtful) == []
    with database.read() as session:
        assert session.exec(select(func.count()).select_from(Answer)).one() == 8
        assert [each.id for each in marking.flagged(session, wave.id)] == [hasty.id]


def test_marks_are_the_same_however_often_they_are_made(database, wave, add, flags):
    hasty = add(step=QUICK)
    marking.run(database, wave.id)
    assert marking.run(database, wave.id) == 0
    assert flags(hasty) == ["speeding"]


def test_what_was_seen_as_it_happened_is_kept_and_what_is_no_more_so_goes(
    database, wave, add, flags
):
    noted = add(flags=["same_address", "speeding"])
    marking.run(database, wave.id)
    assert flags(noted) == ["same_address"]
    with database.write() as session:
        response = session.get_one(Response, noted.id)
        marking.add(session, response, Flag.BURST)
        marking.add(session, response, Flag.SAME_ADDRESS)
    assert flags(noted) == ["burst", "same_address"]


def test_what_is_unfinished_is_not_judged(database, wave, add):
    add(step=QUICK, state=ResponseState.STARTED)
    assert marking.run(database, wave.id) == 0


def test_an_officer_leaves_a_response_out_with_a_reason_that_is_logged(
    database, clock, wave, add
):
    one, other = add(), add()
    with database.write() as session:
        assert (
            marking.exclude(
                session, wave.id, [one.id, one.id], Exclusion.DUPLICATE, clock(),
                by="officer:7", note="said so on the phone",
            )
            == 1
        )  # fmt: skip
    with database.read() as session:
        assert session.get_one(Response, one.id).excluded == "duplicate"
        assert session.get_one(Response, other.id).excluded is None
        assert session.get_one(Response, one.id).state is ResponseState.COMPLETE
        newest, *_ = audit.list_(session).items
    assert (newest.actor, newest.action) == ("officer:7", "wave.exclude")
    assert newest.details == {
        "responses": [str(one.id)], "reason": "duplicate",
        "note": "said so on the phone",
    }  # fmt: skip


def test_what_was_left_out_is_counted_again_when_an_officer_says_so(
    database, clock, wave, add
):
    one = add(excluded="staff")
    with database.write() as session:
        assert marking.exclude(session, wave.id, [one.id], None, clock(), by="cli") == 1
        assert marking.exclude(session, wave.id, [one.id], None, clock(), by="cli") == 0
    with database.read() as session:
        assert session.get_one(Response, one.id).excluded is None


def test_an_unknown_or_unfinished_response_is_refused_and_none_is_left_out(
    database, clock, wave, add
):
    one, begun = add(), add(state=ResponseState.STARTED)
    with database.write() as session:
        other = small_waves.wave(session, clock(), "w2")
        foreign = small_waves.response(session, other, clock())
    for wrong in (uuid7(), begun.id, foreign.id):
        with refused("error.response_unknown"), database.write() as session:
            marking.exclude(
                session, wave.id, [one.id, wrong], Exclusion.STAFF, clock(), by="cli"
            )
    with database.read() as session:
        assert session.get_one(Response, one.id).excluded is None


def test_those_of_the_office_are_found_by_the_link_they_were_given(database, wave, add):
    ours = add(source="staff234")
    add(source="other234")
    add(source="staff234", state=ResponseState.STARTED)
    with database.read() as session:
        assert marking.through(session, wave.id, "staff234") == [ours.id]


def test_whoever_begins_in_a_rush_and_does_not_finish_makes_a_burst_too(
    database, wave, add, flags, clock
):
    """A link that is opened by a machine: two of many go on to the end."""
    offered = [add({}, state=ResponseState.OFFERED, source="x") for _ in range(30)]
    finished = [add(source="x") for _ in range(2)]
    assert marking.run(database, wave.id) == 0
    left = [add({}, state=ResponseState.STARTED, source="x") for _ in range(12)]
    left += [add({}, state=ResponseState.PAUSED, source="x") for _ in range(12)]
    other = add(source="y")
    # An hour in which one began at a time tells what is usual.
    for _ in range(9):
        clock.forward(minutes=11)
        add(source="x")
    marking.run(database, wave.id)
    assert [flags(each) for each in finished] == [["burst"], ["burst"]]
    assert [flags(each) for each in (*offered, *left, other)] == [[]] * 55
