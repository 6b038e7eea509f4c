"""Room for pictures from the page: of the disk, and of each network within an hour."""

import uuid
from collections import namedtuple

import pytest

from api.store.models import Answer, Photo
from bot import webroom
from bot.inbox import InboxUnavailable
from tests.bot import picturing
from tests.bot.picturing import PICTURE

app, inbox, noi = picturing.app, picturing.inbox, picturing.noi
Usage = namedtuple("Usage", "total used free")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_with_little_free_disk_words_are_taken_and_pictures_are_not(noi, monkeypatch):
    # A server's disk we cannot see.
    little = Usage(0, 0, 500 * webroom.MB - 1)
    monkeypatch.setattr(webroom.shutil, "disk_usage", lambda _: little)
    answer = noi.sends()
    assert answer.status_code == 409
    assert "เก็บรูปเพิ่มไม่ได้" in answer.json()["error"]
    assert noi.kept(Photo) == []
    noi.presses("ข้ามข้อนี้")
    noi.says("ไม่มีใครดูแล")
    assert {each.question_key for each in noi.kept(Answer)} == {"photo", "why"}


def test_with_just_enough_free_disk_a_picture_is_taken(noi, monkeypatch):
    enough = Usage(0, 0, 500 * webroom.MB)
    monkeypatch.setattr(webroom.shutil, "disk_usage", lambda _: enough)
    assert noi.sends().status_code == 202


@pytest.fixture
def small_network(monkeypatch):
    """A thousand bytes within the hour."""
    monkeypatch.setattr(webroom, "LARGEST_PICTURE", 1000)
    monkeypatch.setattr(webroom, "BYTES_PER_HOUR_AND_NETWORK", 1000)


def test_one_network_has_so_many_bytes_kept_within_an_hour(small_network, noi, clock):
    picture = PICTURE.ljust(400, b"x")
    assert [noi.sends(picture).status_code for _ in range(3)] == [202, 202, 409]
    answer = noi.sends(picture)
    assert "จากเครือข่ายนี้มีรูปส่งมามากแล้ว" in answer.json()["error"]
    assert 700 < int(answer.headers["retry-after"]) < 730
    assert len(noi.kept(Photo)) == 2
    clock.forward(seconds=int(answer.headers["retry-after"]))
    assert noi.sends(picture).status_code == 202
    # What is written is no picture.
    assert "เพราะอะไรคะ" in noi.hears()


@pytest.fixture
def here(noi, inbox, monkeypatch):
    """The key of a picture that is kept, but whose message could not be."""
    key = uuid.uuid4()

    async def down(taken):
        raise InboxUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(inbox, "take", down)
        assert noi.sends(PICTURE.ljust(900, b"x"), key=key).status_code == 503
    assert len(noi.kept(Photo)) == 1
    return key


def test_one_that_is_here_already_takes_no_room_again(small_network, noi, here):
    for _ in range(3):
        assert noi.sends(PICTURE.ljust(900, b"x"), key=here).status_code == 202
    assert "เพราะอะไรคะ" in noi.hears()


def test_one_whose_message_could_not_be_kept_has_taken_its_room(
    small_network, noi, here
):
    assert noi.sends(PICTURE.ljust(200, b"x")).status_code == 409
    assert noi.sends(PICTURE.ljust(100, b"x")).status_code == 202


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_one_that_is_here_already_needs_no_disk(noi, here, monkeypatch):
    monkeypatch.setattr(webroom.shutil, "disk_usage", lambda _: Usage(0, 0, 0))
    assert noi.sends(key=here).status_code == 202
    assert "เพราะอะไรคะ" in noi.hears()
    assert len(noi.kept(Answer)) == 1


def test_what_is_not_kept_takes_nobodys_room(small_network, noi):
    for _ in range(3):
        assert noi.sends(b"no picture".ljust(900, b"x")).status_code == 415
    assert noi.sends(PICTURE.ljust(900, b"x")).status_code == 202


def test_a_picture_whose_length_is_not_told_takes_the_room_of_the_largest(
    small_network, noi
):
    assert noi.sends(iter([PICTURE])).status_code == 202
    assert noi.sends().status_code == 409
