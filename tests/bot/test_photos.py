"""A picture that answers is fetched, tried again, or given up with a reason."""

import asyncio
from datetime import timedelta

import pytest
import structlog
from sqlmodel import select

from api.store import fingerprint, freezing, waves
from api.store.models import Answer, Photo
from api.store.session import Database
from api.store.words import PhotoState
from bot.channels.base import SendError
from bot.channels.memory import MemoryChannel
from bot.photos import LONGEST_PAUSE, Photos, pause_after
from tests.bot.handling import GONE
from tests.bot.together import Killed
from tests.conftest import KEYS
from tests.journeys.polls import question
from tests.journeys.surveying import poll_town as poll_town
from tests.surveys import photographed

PICTURE = b"\xff\xd8\xff\xdb the canal today"
ASKED = question("photo", "photo", "มีรูปคลองวันนี้ไหมคะ")


@pytest.fixture
def channel():
    return MemoryChannel(name="line", account="town", pictures={"325708": PICTURE})


@pytest.fixture
def work(database, clock, channel):
    """One round; whether there was anything to do."""
    return lambda: asyncio.run(Photos(database, {"line": channel}, clock).round())


@pytest.fixture
def noi(poll_town):
    """Has answered with a picture."""
    poll_town.asks(ASKED, question("why", "open", "เพราะอะไรคะ"))
    noi = poll_town.begins()
    noi.does("picture", picture="325708", message_id="325708")
    return noi


def photo(database):
    with database.read() as session:
        return session.exec(select(Photo)).one()


def test_the_picture_is_fetched_and_kept_sealed(noi, work, database):
    assert photo(database).state is PhotoState.WAITING
    assert work()
    kept = photo(database)
    assert (kept.state, kept.media_type) == (PhotoState.STORED, "image/jpeg")
    assert PICTURE not in kept.content_sealed
    assert KEYS.unseal("photo", kept.id, kept.content_sealed) == PICTURE
    assert not work()


@pytest.mark.parametrize("name", photographed.NAMES)
def test_what_the_camera_wrote_beside_it_is_not_kept(
    noi, work, database, channel, name
):
    channel.pictures["325708"] = photographed.taken(name, 6)
    assert work()
    kept = photo(database)
    content = KEYS.unseal("photo", kept.id, kept.content_sealed)
    assert content == photographed.bare(name, 6)


def test_another_question_makes_no_picture(poll_town, work, database):
    poll_town.asks(ASKED)
    poll_town.begins().presses("ข้ามข้อนี้")
    with database.read() as session:
        assert session.exec(select(Photo)).all() == []
    assert not work()


def test_what_is_being_prepared_is_asked_for_when_the_platform_said(
    noi, work, database, clock, channel
):
    channel.pictures["325708"] = SendError("preparing", retry_after_s=10)
    assert work()
    assert (photo(database).state, photo(database).reason) == (
        PhotoState.WAITING,
        "preparing",
    )
    clock.forward(seconds=9)
    assert not work()
    channel.pictures["325708"] = PICTURE
    clock.forward(seconds=1)
    assert work()
    assert photo(database).state is PhotoState.STORED
    assert photo(database).reason is None


def test_a_failing_platform_is_tried_ever_more_rarely(
    noi, work, database, clock, channel
):
    channel.pictures["325708"] = SendError("unanswered")
    for tries in range(1, 5):
        assert work()
        assert photo(database).next_at == clock() + pause_after(tries)
        clock.forward(seconds=pause_after(tries).total_seconds())
    assert photo(database).state is PhotoState.WAITING


def test_each_pause_is_twice_the_last_up_to_six_hours():
    pauses = [pause_after(tries) for tries in range(1, 500)]
    assert pauses[:3] == [timedelta(seconds=s) for s in (30, 60, 120)]
    assert pauses[-1] == LONGEST_PAUSE


def test_after_a_week_it_is_given_up_with_the_last_reason(
    noi, work, database, clock, channel
):
    channel.pictures["325708"] = SendError("unanswered")
    clock.forward(days=6)
    work()
    assert photo(database).state is PhotoState.WAITING
    clock.forward(days=1)
    work()
    assert (photo(database).state, photo(database).reason) == (
        PhotoState.UNAVAILABLE,
        "unanswered",
    )


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (SendError("gone", permanent=True), "gone"),
        (SendError("too_large", permanent=True), "too_large"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_picture"),
        # Where it tells of the place cannot be found out.
        (b"\0\0\0\x0cftypheic 13.7 N, 100.3 E", "no_picture"),
        # Nothing is left of it without what was written beside it.
        (b"\xff\xd8\xff\xe1\0\2", "no_picture"),
        (b"\xff\xd8" + b"\xff\xda\0\2" * 10_001, "no_picture"),
    ],
)
def test_what_will_never_be_a_picture_is_given_up_at_once(
    noi, work, database, channel, found, reason
):
    channel.pictures["325708"] = found
    work()
    kept = photo(database)
    assert (kept.state, kept.reason) == (PhotoState.UNAVAILABLE, reason)
    assert kept.content_sealed is None
    assert not work()


@pytest.fixture
def broken(database, clock):
    """`broken(error)`: one round with a channel that breaks in an unforeseen way."""

    class Broken(MemoryChannel):
        async def fetch(self, reference):
            raise self.error

    def working(error):
        channel = Broken("line", "town")
        channel.error = error
        working_ = Photos(database, {"line": channel}, clock).round()
        try:
            return asyncio.run(working_)
        finally:
            clock.forward(minutes=10)

    return working


def test_what_breaks_us_is_given_up_after_three_tries(noi, broken, database):
    for _ in range(2):
        assert broken(KeyError("325708"))
        kept = photo(database)
        assert (kept.state, kept.reason) == (PhotoState.WAITING, "fault")
    assert broken(KeyError("325708"))
    kept = photo(database)
    assert (kept.state, kept.reason) == (PhotoState.UNAVAILABLE, "fault")
    assert not broken(KeyError("325708"))


def test_what_kills_the_process_is_given_up_after_three_tries(noi, broken, database):
    for _ in range(3):
        with pytest.raises(Killed):
            broken(Killed())
        assert photo(database).state is PhotoState.WAITING
    assert broken(Killed())
    kept = photo(database)
    assert (kept.state, kept.reason) == (PhotoState.UNAVAILABLE, "process_died")


def test_a_database_that_is_away_is_no_fault_of_a_picture(noi, broken, work, database):
    for _ in range(5):
        assert broken(GONE)
    assert photo(database).state is PhotoState.WAITING
    assert work()
    assert photo(database).state is PhotoState.STORED


def test_a_platform_that_answers_in_between_begins_the_count_anew(
    noi, broken, database
):
    for error in (KeyError(), KeyError(), SendError("unanswered")) * 2:
        assert broken(error)
    assert photo(database).state is PhotoState.WAITING


def test_a_picture_that_breaks_us_takes_no_other_with_it(
    poll_town, database, clock, channel
):
    poll_town.asks(ASKED, question("why", "open", "เพราะอะไรคะ"))
    for reference in ("325708", "odd"):
        poll_town.begins().does("picture", picture=reference, message_id=reference)
    channel.pictures["odd"] = None
    asyncio.run(Photos(database, {"line": channel}, clock).round())
    with database.read() as session:
        states = session.exec(select(Photo.state).order_by(Photo.state)).all()
    assert states == [PhotoState.STORED, PhotoState.WAITING]


def test_a_reference_that_was_erased_is_not_asked_for(noi, work, database, channel):
    with database.write() as session:
        session.exec(select(Answer)).one().text_sealed = None
    channel.pictures.clear()
    work()
    assert photo(database).reason == "no_reference"


def test_a_message_taken_back_while_it_is_fetched_is_not_kept(
    noi, database, clock, channel
):
    class Slow(MemoryChannel):
        async def fetch(self, reference):
            await asyncio.to_thread(noi.does, "unsend", message_id=reference)
            return PICTURE

    asyncio.run(Photos(database, {"line": Slow("line", "town")}, clock).round())
    with database.read() as session:
        assert session.exec(select(Photo)).all() == []


def test_no_transaction_is_open_while_the_platform_is_asked(
    noi, database, clock, channel
):
    class Writing(MemoryChannel):
        async def fetch(self, reference):
            # On SQLite there is one writer: were it ours, this would wait for ever.
            await asyncio.to_thread(noi.says, "น้ำดำค่ะ")
            return PICTURE

    asyncio.run(Photos(database, {"line": Writing("line", "town")}, clock).round())
    assert photo(database).state is PhotoState.STORED


def test_going_back_and_sending_another_leaves_the_other(noi, work, database, channel):
    work()
    first = photo(database).id
    noi.says("กลับ")
    noi.does("picture", picture="325709", message_id="325709")
    channel.pictures["325709"] = PICTURE + b" again"
    work()
    kept = photo(database)
    assert kept.id != first
    assert KEYS.unseal("photo", kept.id, kept.content_sealed).endswith(b"again")


def test_the_log_has_neither_reference_nor_address(noi, work, channel):
    channel.pictures.clear()
    with structlog.testing.capture_logs() as logged:
        work()
    assert [each["event"] for each in logged] == ["photo_unavailable"]
    assert "325708" not in str(logged)
    assert noi.address not in str(logged)


def test_a_frozen_wave_knows_of_the_picture_and_not_what_is_in_it(
    noi,
    work,
    poll_town,
    database: Database,
    clock,
):
    noi.says("น้ำดำค่ะ")
    wave_id = poll_town.response().wave_id
    with database.write() as session:
        waves.close(session, wave_id, clock())
    freezing.run(database, wave_id, clock())
    with database.read() as session:
        before = list(fingerprint.lines(session, wave_id))
    assert work()
    assert photo(database).state is PhotoState.STORED
    with database.read() as session:
        assert list(fingerprint.lines(session, wave_id)) == before
        assert freezing.verify(session, wave_id) == []
    assert "325708" not in "".join(before)


def test_what_is_under_way_is_finished_when_it_is_told_to_stop(noi, database, clock):
    async def running():
        stop = asyncio.Event()

        class Stopping(MemoryChannel):
            async def fetch(self, reference):
                stop.set()
                return PICTURE

        await Photos(database, {"line": Stopping("line", "town")}, clock).run(stop)

    asyncio.run(running())
    assert photo(database).state is PhotoState.STORED
