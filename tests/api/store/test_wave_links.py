"""A link's code is short, found in what is typed, and never a word of somebody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.errors import DomainError
from api.store import audit, wave_links
from api.store.wave_links import LENGTH, SIGNS, code_in
from tests.api.store import small_waves

CODES = st.text(SIGNS, min_size=LENGTH, max_size=LENGTH)


@given(CODES, st.sampled_from(["", "/start ", "ตอบแบบสอบถาม ", "  ", "survey\n"]))
def test_a_code_is_found_however_it_was_sent(code, before):
    assert code_in(f"{before}w-{code}") == code
    assert code_in(f"{before}W-{code.upper()} ") == code


@given(st.text(max_size=100))
def test_only_a_code_is_taken_for_one(text):
    found = code_in(text)
    assert found is None or (len(found) == LENGTH and set(found) <= set(SIGNS))


@pytest.mark.parametrize(
    "text",
    [
        "", "bcdfghjk", "w-bcdfghj", "w-bcdfghjkm", "w-aeiouyaa", "w-bcdfghjk ครับ",
        "1234-5678",
    ],
)  # fmt: skip
def test_what_is_no_code_is_none(text):
    assert code_in(text) is None


def test_a_link_is_made_once_for_its_channel_and_community(database, clock):
    with database.write() as session:
        wave = small_waves.wave(session, clock())
        first = wave_links.make(session, wave, "line", "อ้อมน้อย", clock())
        again = wave_links.make(session, wave, "line", " อ้อมน้อย ", clock())
        other = wave_links.make(session, wave, "line", None, clock(), by="officer:7")
        assert (first.id, first.code) == (again.id, again.code)
        assert other.code != first.code
    with database.read() as session:
        assert wave_links.find(session, first.code.upper()).id == first.id
        assert wave_links.find(session, "zzzzzzzz") is None
        assert [each.id for each in wave_links.of_wave(session, wave.id)] == [
            first.id,
            other.id,
        ]
        newest, *_ = audit.list_(session).items
    assert (newest.actor, newest.action) == ("officer:7", "wave.link")


@pytest.mark.parametrize(
    ("channel", "community", "key"),
    [("fax", None, "error.link_channel"), ("line", "x" * 81, "error.text_shape")],
)
def test_a_link_that_cannot_be_is_refused(database, clock, channel, community, key):
    with database.write() as session:
        wave = small_waves.wave(session, clock())
    with pytest.raises(DomainError, match=key), database.write() as session:
        wave_links.make(session, wave, channel, community, clock())
