"""What an attempt to send means for what it carried."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import SendError
from bot.outcomes import Next, cancelled, interrupted, judge

NOW = datetime(2026, 11, 24, tzinfo=UTC)
METHODS = ("reply", "push", "multicast", "send")


def verdict(
    error, method="send", *, recipients=1, attempts=1, left_s=3600.0, unsure=False
):
    return judge(
        error,
        method=method,
        recipients=recipients,
        attempts=attempts,
        now=NOW,
        expires_at=NOW + timedelta(seconds=left_s),
        unsure=unsure,
    )


@pytest.mark.parametrize("method", METHODS)
def test_accepted_is_sent(method):
    assert verdict(None, method).next is Next.SENT


@pytest.mark.parametrize("method", ["push", "multicast"])
def test_a_keyed_call_is_repeated_whatever_became_of_the_first(method):
    for error in (SendError("timeout", ambiguous=True), SendError("http_500")):
        assert verdict(error, method).next is Next.AGAIN


@pytest.mark.parametrize("method", ["push", "multicast"])
def test_a_keyed_call_is_never_repeated_once_line_may_have_forgotten_the_key(method):
    assert verdict(SendError("http_500"), method, left_s=0.5).next is Next.UNKNOWN


def test_an_ambiguous_telegram_call_is_unknown_and_not_repeated():
    assert verdict(SendError("timeout", ambiguous=True)).next is Next.UNKNOWN


def test_a_telegram_call_that_surely_did_not_arrive_is_repeated():
    assert verdict(SendError("connect")).next is Next.AGAIN


def test_an_ambiguous_reply_has_one_more_try_with_the_same_token():
    error = SendError("reply_ambiguous", ambiguous=True)
    assert verdict(error, "reply", left_s=30).next is Next.AGAIN
    assert verdict(error, "reply", left_s=30, unsure=True).next is Next.UNKNOWN


def test_a_reply_too_late_to_try_again_is_unknown_when_it_may_have_arrived():
    error = SendError("reply_ambiguous", ambiguous=True)
    assert verdict(error, "reply", left_s=0.5).next is Next.UNKNOWN


def test_an_invalid_token_at_the_first_try_parks_the_reply():
    error = SendError("token_invalid", permanent=True)
    assert verdict(error, "reply").next is Next.PARK


def test_an_invalid_token_after_an_ambiguous_try_is_unknown_never_a_push():
    error = SendError("token_invalid", permanent=True)
    assert verdict(error, "reply", unsure=True).next is Next.UNKNOWN


def test_an_invalid_token_after_a_try_that_surely_failed_parks_the_reply():
    error = SendError("token_invalid", permanent=True)
    assert verdict(error, "reply", attempts=2).next is Next.PARK


def test_a_reply_that_may_have_arrived_once_is_never_parked():
    for error in (SendError("connect"), SendError("token_invalid", permanent=True)):
        found = verdict(error, "reply", left_s=0.5, unsure=True)
        assert found.next is Next.UNKNOWN


def test_ended_with_its_broadcast_a_call_is_skipped_or_unknown():
    assert cancelled("send", sent=0).next is Next.SKIP
    assert cancelled("send", sent=1).next is Next.UNKNOWN
    assert cancelled("multicast", sent=0).next is Next.UNKNOWN


def test_a_reply_that_surely_did_not_arrive_is_parked_once_its_token_is_dead():
    assert verdict(SendError("connect"), "reply", left_s=0.5).next is Next.PARK


def test_one_odd_recipient_splits_a_multicast():
    error = SendError("refused", permanent=True)
    assert verdict(error, "multicast", recipients=500).next is Next.SPLIT
    assert verdict(error, "multicast", recipients=1).next is Next.FAILED


@pytest.mark.parametrize("method", METHODS)
def test_spent_quota_parks(method):
    error = SendError("http_429", quota_spent=True)
    assert verdict(error, method) == judge(
        error, method=method, recipients=1, attempts=1, now=NOW, expires_at=NOW
    )
    assert verdict(error, method).next is Next.PARK


def test_a_moved_contact_is_packed_anew():
    assert verdict(SendError("moved", moved_to="-100")).next is Next.RETURN
    half = SendError("moved", moved_to="-100", sent=1)
    assert verdict(half).next is Next.UNKNOWN


def test_a_429_is_obeyed_to_the_second():
    assert verdict(SendError("http_429", retry_after_s=17.0)).wait_s == 17.0


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("push", Next.AGAIN),
        ("multicast", Next.AGAIN),
        ("reply", Next.AGAIN),
        ("send", Next.UNKNOWN),
    ],
)
def test_a_call_that_we_died_on(method, expected):
    assert verdict(interrupted(method), method).next is expected


errors = st.builds(
    SendError,
    st.just("x"),
    permanent=st.booleans(),
    ambiguous=st.booleans(),
    retry_after_s=st.none() | st.floats(0, 1e5),
    quota_spent=st.booleans(),
)


@given(
    errors,
    st.sampled_from(METHODS),
    st.integers(1, 500),
    st.integers(1, 50),
    st.floats(-1e5, 1e5),
    st.booleans(),
)
def test_what_may_have_arrived_is_never_sent_again_without_a_key(
    error, method, recipients, attempts, left_s, unsure
):
    found = verdict(
        error,
        method,
        recipients=recipients,
        attempts=attempts,
        left_s=left_s,
        unsure=unsure,
    )
    may_have_arrived = error.ambiguous and not error.permanent and not error.quota_spent
    if may_have_arrived and method == "send":
        assert found.next is Next.UNKNOWN
    if may_have_arrived and method == "reply" and unsure:
        assert found.next is Next.UNKNOWN
    if found.next is Next.AGAIN:
        assert timedelta(seconds=found.wait_s) < timedelta(seconds=left_s)
