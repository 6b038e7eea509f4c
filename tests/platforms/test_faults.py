"""Each fault strikes where it says, as often as it says."""

import http.client
import json
import time
from collections import Counter

import pytest

from tests.platforms.calls import push, reply, telegram_call
from tests.platforms.faults import Fault, FaultPlan, Kind
from tests.platforms.line import new_user_id


def test_a_planned_fault_strikes_its_endpoint_once():
    plan = FaultPlan()
    plan.add("push", Fault.error())
    assert plan.take("reply") is None
    assert plan.take("push") == Fault.error()
    assert plan.take("push") is None


def test_faults_strike_in_the_order_they_were_planned():
    plan = FaultPlan()
    plan.add("push", Fault.error(), times=2)
    plan.add("push", Fault.too_many())
    kinds = [fault and fault.kind for fault in (plan.take("push") for _ in range(4))]
    error = Kind.ERROR_BEFORE_ACCEPT
    assert kinds == [error, error, Kind.TOO_MANY, None]


def test_the_first_requests_can_be_spared():
    plan = FaultPlan()
    plan.add("push", Fault.error(), skip=2)
    assert [plan.take("push") is None for _ in range(4)] == [True, True, False, True]


def test_a_fault_for_every_endpoint_strikes_any_and_lasts_until_cleared():
    plan = FaultPlan()
    plan.add("*", Fault.error(), times=None)
    assert all(plan.take(name) for name in ("push", "reply", "sendMessage"))
    plan.clear()
    assert plan.take("push") is None


def test_faults_by_chance_are_the_same_for_the_same_seed():
    def struck(seed):
        plan = FaultPlan(seed)
        plan.add("push", Fault.error(), times=None, chance=0.3)
        return [plan.take("push") is not None for _ in range(200)]

    assert struck(1) == struck(1) != struck(2)
    assert 30 < Counter(struck(1))[True] < 90


def test_a_request_lost_before_acceptance_leaves_no_trace_but_the_record(line):
    user = new_user_id()
    line.fail("push", Fault.drop_before_accept())
    with pytest.raises(http.client.RemoteDisconnected):
        push(line, user)
    assert line.messages_to(user) == []
    assert line.requests[-1].outcome is None
    assert line.requests[-1].status is None


def test_an_answer_lost_after_acceptance_leaves_the_message_delivered(line):
    user = new_user_id()
    line.fail("push", Fault.timeout_after_accept(hold_s=0))
    with pytest.raises(http.client.RemoteDisconnected):
        push(line, user)
    assert len(line.messages_to(user)) == 1
    assert line.requests[-1].accepted
    assert line.requests[-1].status is None


def test_a_client_that_gives_up_was_still_accepted(line):
    user = new_user_id()
    line.fail("push", Fault.timeout_after_accept())
    with pytest.raises(TimeoutError):
        push(line, user, timeout_s=0.1)
    assert len(line.messages_to(user)) == 1


def test_stopping_does_not_wait_for_a_held_answer(line):
    line.fail("push", Fault.timeout_after_accept(hold_s=60))
    with pytest.raises(TimeoutError):
        push(line, new_user_id(), timeout_s=0.05)
    began = time.monotonic()
    line.stop()
    assert time.monotonic() - began < 60


def test_a_server_error_before_acceptance_delivers_nothing(line):
    user = new_user_id()
    line.fail("push", Fault.error(503))
    assert push(line, user).status == 503
    assert line.messages_to(user) == []


def test_a_server_error_after_acceptance_has_delivered(line):
    user, key = new_user_id(), "123e4567-e89b-12d3-a456-426614174000"
    line.fail("push", Fault.error_after_accept())
    assert push(line, user, key=key).status == 500
    assert len(line.messages_to(user)) == 1
    assert push(line, user, key=key).status == 409


def test_a_slow_answer_is_late_and_right(line):
    line.fail("push", Fault.slow(0.15))
    began = time.monotonic()
    assert push(line, new_user_id()).status == 200
    assert time.monotonic() - began >= 0.15


def test_too_many_requests_tell_how_long_to_wait_in_each_platforms_way(line, telegram):
    line.fail("push", Fault.too_many(7))
    telegram.fail("sendMessage", Fault.too_many(7))
    refused = push(line, new_user_id())
    assert (refused.status, refused.headers["retry-after"]) == (429, "7")
    refused = telegram_call(telegram, "sendMessage", chat_id=1, text="x")
    assert (refused.status, refused.body["parameters"]) == (429, {"retry_after": 7})
    assert telegram.messages_to(1) == []


def test_a_malformed_answer_comes_after_acceptance(line):
    user = new_user_id()
    line.fail("push", Fault.malformed())
    answer = push(line, user)
    assert answer.status == 200
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.raw)
    assert len(line.messages_to(user)) == 1
    line.fail("push", Fault.malformed(b"{}"))
    assert push(line, user).body == {}


def test_a_used_reply_token_stays_used_when_its_answer_was_lost(line):
    user = new_user_id()
    token = line.issue_reply_token(user)
    line.fail("reply", Fault.timeout_after_accept(hold_s=0))
    with pytest.raises(http.client.RemoteDisconnected):
        reply(line, token)
    assert reply(line, token).body == {"message": "Invalid reply token"}
    assert len(line.messages_to(user)) == 1
