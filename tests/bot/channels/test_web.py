"""The web page as a channel: events made from a form, read back without fail."""

import json
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import web
from bot.turn import Kind

KEY = uuid.UUID("8c1f3f0e-5c55-4d0c-9a1e-2f7f9d3a4b5c")
ADDRESS = web.new_address()


def test_a_text_comes_back_as_it_was_typed(clock):
    taken = web.take(ADDRESS, KEY, clock(), text="ขยะสีไหน", language="my")
    inbound = web.read(taken.payload, "web")
    assert (inbound.kind, inbound.text, inbound.data) == (Kind.TEXT, "ขยะสีไหน", "")
    assert inbound.address == ADDRESS
    assert inbound.at == clock()
    assert inbound.language_hint == "my"


def test_a_press_comes_back_as_what_the_button_carried(clock):
    taken = web.take(ADDRESS, KEY, clock(), data="survey:1:2")
    inbound = web.read(taken.payload, "web")
    assert (inbound.kind, inbound.text, inbound.data) == (Kind.PRESS, "", "survey:1:2")


def test_an_event_is_known_by_the_browsers_key_and_ordered_by_our_clock(clock):
    first = web.take(ADDRESS, KEY, clock(), text="a")
    clock.forward(seconds=0.001)
    second = web.take(ADDRESS, KEY, clock(), text="b")
    assert first.event_key == second.event_key == str(KEY)
    assert second.order == first.order + 1


def test_a_text_is_cut_at_five_thousand_characters(clock):
    taken = web.take(ADDRESS, KEY, clock(), text="ก" * 6000)
    assert len(web.read(taken.payload, "web").text) == 5000


@pytest.mark.parametrize(
    "text", ["\x00", "a\ud800b", "\u202e", "👩‍👩‍👧", "ก" * 100_000]
)
def test_odd_characters_are_carried_or_dropped_but_never_stop_the_event(clock, text):
    read = web.read(web.take(ADDRESS, KEY, clock(), text=text).payload, "web")
    assert read.kind is Kind.TEXT
    read.text.encode()
    assert "\x00" not in read.text


def test_addresses_are_long_random_and_known_by_their_shape():
    assert web.new_address() != web.new_address()
    assert web.is_address(ADDRESS)
    for forged in (None, "", "a" * 42, "a" * 44, "a" * 42 + "'", ADDRESS + "\n"):
        assert not web.is_address(forged)


def test_an_address_that_is_none_of_ours_is_nobody(clock):
    taken = web.take("' OR 1=1 --", KEY, clock(), text="hello")
    inbound = web.read(taken.payload, "web")
    assert inbound.address is None
    assert inbound.kind is Kind.OTHER


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.binary())
def test_any_bytes_can_be_read(payload):
    assert web.read(payload, "web").kind is Kind.OTHER


@given(
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("kind", "text", "data", "at"), json_values)
    )
)
def test_any_json_can_be_read(event):
    inbound = web.read(json.dumps({**event, "from": ADDRESS}).encode(), "web")
    assert inbound.at.tzinfo is not None


def test_json_nested_too_deeply_is_read_as_nothing():
    assert web.read(b"[" * 100_000, "web").kind is Kind.OTHER
