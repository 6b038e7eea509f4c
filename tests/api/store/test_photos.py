"""Pictures that answer a survey: held by one, kept sealed, gone with their answer."""

from datetime import timedelta

import pytest
from sqlmodel import select

from api.errors import DomainError
from api.store import forget, photos, responses, takebacks
from api.store.models import Answer, AuditEntry, Photo, Response
from api.store.words import PhotoState, ResponseState
from surveys.flow import Answer as Given
from surveys.flow import State
from surveys.question import Question
from tests.api.store import rows
from tests.conftest import KEYS

HERE = [("line", "line")]
LEASE = timedelta(minutes=1)
MESSAGE = "the message it came in"
PICTURE = b"\xff\xd8\xff\xdb a picture"


@pytest.fixture
def town(database, clock):
    """Noi has sent a picture, which waits."""

    class Town:
        def __init__(self):
            with database.write() as session:
                self.wave = rows.town(session, clock()).wave
                self.noi = rows.person(session, clock(), "Unoi")
                self.response = self.sends(session, self.noi)

        def sends(self, session, contact, message=MESSAGE, **options):
            made = rows.response(
                session,
                contact,
                self.wave,
                clock(),
                text="325708",
                message_hash=message,
                **options,
            )
            self.photo = rows.photo(session, made.id, clock()).id
            return made

        def hold(self, at=None, accounts=HERE, limit=9):
            with database.write() as session:
                return photos.hold(session, accounts, at or clock(), LEASE, limit)

        def store(self, photo_id=None):
            id_ = photo_id or self.photo
            kept = photos.sealed(KEYS, id_, PICTURE)
            with database.write() as session:
                return photos.store(session, id_, kept)

        def row(self):
            with database.read() as session:
                return session.exec(select(Photo)).one()

        def count(self):
            with database.read() as session:
                return len(session.exec(select(Photo.id)).all())

    return Town()


def test_a_picture_is_held_by_one_until_the_lease_lapses(town, clock):
    [held] = town.hold()
    assert (held.channel, held.reference, held.attempts) == ("line", "325708", 1)
    assert town.hold() == []
    clock.forward(seconds=59)
    assert town.hold() == []
    clock.forward(seconds=1)
    assert town.hold()[0].attempts == 2


def test_no_more_are_held_than_asked_for(town, database, clock):
    with database.write() as session:
        town.sends(session, rows.person(session, clock(), "Ulek"), "another")
    assert len(town.hold(limit=1)) == 1
    assert len(town.hold(limit=1)) == 1


@pytest.mark.parametrize("accounts", [[], [("telegram", "1")], [("line", "old")]])
def test_what_was_sent_elsewhere_is_not_ours_to_fetch(town, accounts):
    assert town.hold(accounts=accounts) == []


def test_what_is_put_off_waits(town, database, clock):
    [held] = town.hold()
    with database.write() as session:
        assert photos.put_off(
            session, held.id, "preparing", clock() + timedelta(hours=1)
        )
    assert (town.row().state, town.row().reason) == (PhotoState.WAITING, "preparing")
    clock.forward(minutes=59)
    assert town.hold() == []
    clock.forward(minutes=1)
    assert len(town.hold()) == 1


@pytest.mark.parametrize("ends", ["stored", "given up"])
def test_what_has_come_to_an_end_is_not_fetched_again(town, database, clock, ends):
    town.hold()
    if ends == "stored":
        assert town.store()
    else:
        with database.write() as session:
            assert photos.give_up(session, town.photo, "gone")
    clock.forward(days=9)
    assert town.hold() == []
    assert not town.store()


def test_a_picture_whose_reference_was_erased_is_held_without_it(town, database, clock):
    with database.write() as session:
        session.get_one(Answer, (town.response.id, "z")).text_sealed = None
    assert town.hold()[0].reference is None


def test_one_sealed_with_another_key_does_not_hold_up_the_others(town, database, clock):
    with database.write() as session:
        session.get_one(Answer, (town.response.id, "z")).text_sealed = bytes(64)
        town.sends(session, rows.person(session, clock(), "Ulek"), "another")
    assert {each.reference for each in town.hold()} == {None, "325708"}


def test_what_is_erased_while_it_is_fetched_is_not_stored(town, database, clock):
    town.hold()
    with database.write() as session:
        forget.forget(session, town.noi.resident_id, clock())
    assert not town.store()
    assert town.count() == 0


@pytest.mark.parametrize("state", [ResponseState.COMPLETE, ResponseState.STARTED])
def test_to_forget_someone_erases_their_pictures_alone(town, database, clock, state):
    with database.write() as session:
        session.get_one(Response, town.response.id).state = state
        town.sends(session, rows.person(session, clock(), "Ulek"), "another")
        forget.forget(session, town.noi.resident_id, clock())
    assert town.count() == 1
    assert town.row().id == town.photo


def test_a_message_taken_back_takes_its_picture_along(town, database, clock):
    town.store()
    with database.write() as session:
        town.sends(session, rows.person(session, clock(), "Ulek"), "another")
        takebacks.erase(session, MESSAGE)
    assert town.row().id == town.photo
    with database.read() as session:
        answer = session.get_one(Answer, (town.response.id, "z"))
        assert (answer.value, answer.text_sealed) == ("text", None)


def test_an_answer_that_is_replaced_takes_its_picture_along(town, database, clock):
    town.store()
    question = Question.model_validate(
        {"key": "z", "kind": "photo", "text": {"th": "มีรูปไหมคะ"}}
    )
    with database.write() as session:
        response = session.get_one(Response, town.response.id)
        responses.record(session, response, question, Given(State.SKIPPED), clock())
    assert town.count() == 0


def test_a_picture_is_shown_of_its_wave_once_it_is_here_and_that_is_written_down(
    town, database, clock
):
    def show(by="key:1"):
        with database.write() as session:
            return photos.show(session, town.wave, town.photo, by=by, now=clock())

    with pytest.raises(DomainError) as refused:
        show()
    assert refused.value.status == 404
    town.store()
    media_type, sealed = show()
    assert media_type == "image/jpeg"
    assert KEYS.unseal("photo", town.photo, sealed) == PICTURE
    with database.read() as session:
        [entry] = session.exec(
            select(AuditEntry).where(AuditEntry.action == "photo.show")
        ).all()
        told = (entry.actor, entry.action, entry.subject)
    assert told == ("key:1", "photo.show", f"photo:{town.photo}")


def test_another_waves_picture_is_not_shown(town, database, clock):
    town.store()
    other = town.wave.model_copy(update={"id": town.noi.id})
    with database.write() as session, pytest.raises(DomainError):
        photos.show(session, other, town.photo, by="key:1", now=clock())
    with database.read() as session:
        assert photos.page(session, other).items == []
        assert len(photos.page(session, town.wave).items) == 1


def test_the_list_does_not_read_the_pictures(town, database):
    town.store()
    with database.read() as session:
        [told] = photos.page(session, town.wave).items
        assert "content_sealed" not in told.__dict__
