"""Pictures brought before they are an answer: once, a few, and gone if they become
none."""

from uuid import uuid4

import pytest
from sqlmodel import select

from api.settings import Settings
from api.store import brought, forget, photos, retention
from api.store.models import InboundEvent, Photo
from api.store.words import EventState, PhotoState
from tests.api.store import rows
from tests.conftest import KEYS

PICTURE = b"\xff\xd8\xff\xdb a picture"


@pytest.fixture
def town(database, clock):
    """Noi, on the town's page."""

    class Town:
        def __init__(self):
            with database.write() as session:
                self.wave = rows.town(session, clock()).wave
                self.noi = rows.person(session, clock(), "Wnoi")

        def brings(self, id_=None, contact=None):
            id_ = id_ or uuid4()
            kept = photos.sealed(KEYS, id_, PICTURE)
            with database.write() as session:
                taken = brought.bring(session, contact or self.noi, id_, kept, clock())
            return id_ if taken else None

        def answers(self, reference, contact=None):
            with database.write() as session:
                made = rows.response(session, self.noi, self.wave, clock(), text="p")
                return brought.answer(
                    session, contact or self.noi, str(reference), made.id, "z"
                )

        def rows(self):
            with database.read() as session:
                return session.exec(select(Photo)).all()

    return Town()


def test_with_its_answer_it_is_the_answers_and_nobodys(town, database, clock):
    id_ = town.brings()
    with database.read() as session:
        assert photos.page(session, town.wave).items == []
    assert town.answers(id_)
    [kept] = town.rows()
    assert (kept.id, kept.state, kept.contact_id) == (id_, PhotoState.STORED, None)
    with database.write() as session:
        media_type, sealed = photos.show(
            session, town.wave, id_, by="key:1", now=clock()
        )
    assert (media_type, KEYS.unseal("photo", id_, sealed)) == ("image/jpeg", PICTURE)


def test_brought_twice_it_is_kept_once_also_as_an_answer(town):
    id_ = town.brings()
    assert town.brings(id_) == id_
    assert len(town.rows()) == 1
    town.answers(id_)
    assert town.brings(id_) == id_
    [kept] = town.rows()
    assert kept.state is PhotoState.STORED


def test_what_another_brought_or_a_platform_keeps_is_no_answer(town, database, clock):
    id_ = town.brings()
    with database.write() as session:
        other = rows.person(session, clock(), "Wsom")
    assert not town.answers(id_, contact=other)
    for reference in ("325708", "AgACAgUAAx", uuid4()):
        with database.write() as session:
            assert not brought.answer(session, town.noi, str(reference), uuid4(), "z")


def test_what_became_no_answer_as_it_was_read_goes_at_once(town, database):
    left, answered = town.brings(), town.brings()
    town.answers(answered)
    with database.write() as session:
        for reference in (left, answered, "325708"):
            brought.let_go(session, town.noi, str(reference))
    assert [each.id for each in town.rows()] == [answered]


def test_one_sender_has_few_that_nobody_has_read(town):
    ids = [town.brings() for _ in range(brought.MOST)]
    assert None not in ids
    assert town.brings() is None
    town.answers(ids[0])
    assert town.brings() is not None


def test_what_none_has_read_goes_after_a_day(town, database, clock):
    _, answered = town.brings(), town.brings()
    town.answers(answered)
    clock.forward(seconds=brought.KEPT.total_seconds())
    assert retention.run(database, Settings(), clock())["brought_photos"] == 0
    clock.forward(seconds=1)
    assert retention.run(database, Settings(), clock())["brought_photos"] == 1
    assert [each.id for each in town.rows()] == [answered]


def test_while_something_of_its_sender_waits_to_be_read_it_stays(
    town, database, clock, monkeypatch
):
    monkeypatch.setattr(brought, "LOOK", 1)
    with database.write() as session:
        others = [rows.person(session, clock(), f"Wsom{n}") for n in range(3)]
        waits = rows.event(session, town.noi, clock(), "k", "{}", EventState.TAKEN)
        rows.event(session, others[0], clock(), "l", "{}")
    mine = town.brings()
    for other in others:
        town.brings(contact=other)
    clock.forward(days=3)
    assert retention.run(database, Settings(), clock())["brought_photos"] == 3
    assert [each.id for each in town.rows()] == [mine]
    with database.write() as session:
        session.get_one(InboundEvent, waits.id).state = EventState.HANDLED
    assert retention.run(database, Settings(), clock())["brought_photos"] == 1
    assert town.rows() == []


def test_what_became_an_answer_meanwhile_is_not_let_go(town, database, clock):
    id_ = town.brings()
    clock.forward(days=2)
    with database.read() as session:
        assert brought.unread(session, clock()) == [id_]
    town.answers(id_)
    with database.write() as session:
        brought.drop(session, [id_])
    assert [each.id for each in town.rows()] == [id_]


def test_it_goes_with_who_brought_it(town, database, clock):
    town.brings()
    with database.write() as session:
        report = forget.forget(session, town.noi.resident_id, clock())
    assert report.counts["photo"] == 1
    assert town.rows() == []


def test_the_same_key_of_two_senders_is_two_pictures():
    key = uuid4()
    first = brought.id_of(KEYS, "a" * 43, key)
    assert first == brought.id_of(KEYS, "a" * 43, key)
    assert first != brought.id_of(KEYS, "b" * 43, key)
