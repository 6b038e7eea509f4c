"""LINE's rules for sending, each against the stand-in."""

import uuid
from datetime import UTC, datetime

import pytest

from tests.platforms.calls import call, line_call, multicast, push, reply, texts
from tests.platforms.line import LineStandIn, new_group_id, new_user_id

KEY = "123e4567-e89b-12d3-a456-426614174000"
INVALID_TOKEN = {"message": "Invalid reply token"}


def test_a_reply_reaches_the_user_of_its_token(line):
    user = new_user_id()
    answer = reply(line, line.issue_reply_token(user), "ค่ะ")
    assert answer.status == 200
    assert [sorted(m) for m in answer.body["sentMessages"]] == [["id", "quoteToken"]]
    assert line.messages_to(user) == [{"type": "text", "text": "ค่ะ"}]
    assert [r.body["messages"] for r in line.replies()] == [line.messages_to(user)]


def test_a_reply_token_works_once(line):
    token = line.issue_reply_token(new_user_id())
    assert reply(line, token).status == 200
    again = reply(line, token)
    assert (again.status, again.body) == (400, INVALID_TOKEN)
    assert len(line.replies()) == 1


def test_a_reply_token_dies_after_a_minute(line, clock):
    early, late = (line.issue_reply_token(new_user_id()) for _ in range(2))
    clock.turn(seconds=60)
    assert reply(line, early).status == 200
    clock.turn(seconds=1)
    assert reply(line, late).body == INVALID_TOKEN


def test_a_token_line_never_issued_is_invalid(line):
    assert reply(line, "0" * 32).body == INVALID_TOKEN


def test_a_refused_reply_leaves_its_token_good(line):
    token = line.issue_reply_token(new_user_id())
    assert reply(line, token, "").status == 400
    assert reply(line, token).status == 200


def test_unknown_tokens_are_good_once_where_webhooks_come_from_elsewhere():
    with LineStandIn(latency_s=None, any_reply_token=True) as line:
        assert [reply(line, "t").status for _ in range(2)] == [200, 400]


def test_replies_cost_no_quota_and_all_else_counts_by_recipient(line):
    first, second = new_user_id(), new_user_id()
    reply(line, line.issue_reply_token(first))
    assert line.quota_used == 0
    push(line, first)
    multicast(line, [first, second])
    assert line.quota_used == 3
    line_call(line, "message/broadcast", texts("ข่าว"))
    assert line.quota_used == 4  # one friend
    assert len(line.messages_to(first)) == 4
    assert len(line.pushed_to(first)) == 3


def test_several_messages_in_one_call_cost_one(line):
    user = new_user_id()
    line_call(line, "message/push", {"to": user, **texts("a", "b", "c")})
    assert line.quota_used == 1
    assert [m["text"] for m in line.messages_to(user)] == ["a", "b", "c"]


def test_a_group_costs_its_members(line):
    group = new_group_id()
    line.group_sizes[group] = 12
    assert push(line, group).status == 200
    assert line.quota_used == 12


def test_the_monthly_limit_stops_all_but_replies(line):
    line.quota_limit = 2
    users = [new_user_id() for _ in range(3)]
    refused = multicast(line, users)
    assert refused.status == 429
    assert refused.body == {"message": "You have reached your monthly limit."}
    assert line.delivered == []
    assert [push(line, user).status for user in users] == [200, 200, 429]
    assert reply(line, line.issue_reply_token(users[2])).status == 200


def test_messages_sent_from_lines_manager_use_the_quota_too(line):
    line.quota_limit, line.used_elsewhere = 10, 10
    assert push(line, new_user_id()).status == 429


def test_the_quota_is_new_each_month_as_line_counts_it(line, clock):
    line.quota_limit = 1
    user = new_user_id()
    clock.now = datetime(2026, 11, 30, 14, 59, tzinfo=UTC)
    assert [push(line, user).status for _ in range(2)] == [200, 429]
    clock.turn(minutes=2)  # past midnight in UTC+9
    assert push(line, user).status == 200


def test_who_blocked_the_account_is_answered_for_but_gets_nothing(line):
    there, gone = new_user_id(), new_user_id()
    line.block(gone)
    assert push(line, gone).status == 200
    assert multicast(line, [there, gone]).status == 200
    assert reply(line, line.issue_reply_token(gone)).status == 200
    assert line.messages_to(gone) == []
    assert line.quota_used == 1
    line.unblock(gone)
    push(line, gone)
    assert len(line.messages_to(gone)) == 1


@pytest.mark.parametrize("to", ["nobody", "U123", "U" + "G" * 32, None, ["U" * 33]])
def test_a_push_needs_a_well_formed_id(line, to):
    answer = line_call(line, "message/push", {"to": to, **texts("x")})
    assert answer.status == 400
    assert "'to'" in answer.body["message"]


def test_unknown_users_fail_where_the_known_ones_are_told():
    known, unknown = new_user_id(), new_user_id()
    with LineStandIn(latency_s=None, known_users=[known]) as line:
        refused = push(line, unknown)
        assert refused.status == 400
        assert refused.body == {"message": "Failed to send messages"}
        assert multicast(line, [known, unknown]).status == 400
        assert line.delivered == []
        assert multicast(line, [known]).status == 200
        line.befriend(unknown)
        assert push(line, unknown).status == 200


def test_one_bad_id_fails_the_whole_multicast(line):
    assert multicast(line, [new_user_id(), "nobody"]).status == 400
    assert multicast(line, [new_user_id(), new_group_id()]).status == 400
    assert line.delivered == []


@pytest.mark.parametrize(("count", "status"), [(0, 400), (500, 200), (501, 400)])
def test_a_multicast_goes_to_at_most_500(line, count, status):
    users = [new_user_id() for _ in range(count)]
    assert multicast(line, users).status == status
    assert len(line.delivered) == (count if status == 200 else 0)


def test_a_narrowcast_is_accepted_for_later_and_goes_to_friends(line):
    user = new_user_id()
    line.befriend(user)
    assert line_call(line, "message/narrowcast", texts("ข่าว")).status == 202
    assert len(line.messages_to(user)) == 1


def test_the_same_retry_key_is_accepted_once(line):
    user = new_user_id()
    first = push(line, user, "one", key=KEY)
    again = push(line, user, "two", key=KEY.upper())
    assert (first.status, again.status) == (200, 409)
    assert again.body["message"] == "The retry key is already accepted"
    assert again.body["sentMessages"] == first.body["sentMessages"]
    accepted = again.headers["x-line-accepted-request-id"]
    assert accepted == first.headers["x-line-request-id"]
    assert again.headers["x-line-request-id"] != accepted
    assert [m["text"] for m in line.messages_to(user)] == ["one"]
    assert line.quota_used == 1


def test_a_repeated_multicast_names_no_sent_messages(line):
    user = new_user_id()
    multicast(line, [user], key=KEY)
    again = multicast(line, [user], key=KEY)
    assert (again.status, sorted(again.body)) == (409, ["message"])


def test_a_refused_request_does_not_use_up_its_retry_key(line):
    user = new_user_id()
    assert push(line, user, "", key=KEY).status == 400
    assert push(line, user, key=KEY).status == 200


def test_a_retry_key_is_forgotten_after_a_day(line, clock):
    user = new_user_id()
    push(line, user, key=KEY)
    clock.turn(hours=24)
    assert push(line, user, key=KEY).status == 409
    clock.turn(seconds=1)
    assert push(line, user, key=KEY).status == 200
    assert len(line.messages_to(user)) == 2


def test_a_reply_takes_no_retry_key(line):
    token = line.issue_reply_token(new_user_id())
    assert reply(line, token, key=KEY).status == 400
    assert reply(line, token).status == 200


@pytest.mark.parametrize("key", ["1", KEY.replace("-", ""), KEY + "0"])
def test_a_retry_key_is_a_uuid(line, key):
    assert push(line, new_user_id(), key=key).status == 400
    assert line.delivered == []


def test_each_endpoint_has_its_own_rate_limit(line, clock):
    line.limit("push", per_second=1)
    user = new_user_id()
    assert push(line, user).status == 200
    refused = push(line, user)
    assert refused.status == 429
    text = "The API rate limit has been exceeded. Try again later."
    assert refused.body == {"message": text}
    assert multicast(line, [user]).status == 200
    clock.turn(seconds=1)
    assert push(line, user).status == 200


@pytest.mark.parametrize("token", ["", "Bearer ", "Bearer other", "stand-in-token"])
def test_without_the_channels_token_nothing_is_done(line, token):
    headers = {"Authorization": token}
    assert push(line, new_user_id(), headers=headers).status == 401
    assert line.delivered == []


def test_the_body_must_be_json_and_say_so(line):
    user = new_user_id()
    plain = {"Content-Type": "text/plain"}
    assert push(line, user, headers=plain).status == 415
    broken = line_call(
        line, "message/push", b"{", headers={"Content-Type": "application/json"}
    )
    assert broken.status == 400
    assert "JSON" in broken.body["message"]


def test_a_body_over_two_megabytes_is_too_large(line):
    assert push(line, new_user_id(), "x" * (2 * 1024 * 1024)).status == 413


@pytest.mark.parametrize(("count", "status"), [(0, 400), (5, 200), (6, 400)])
def test_a_request_holds_one_to_five_messages(line, count, status):
    body = {"to": new_user_id(), **texts(*["x"] * count)}
    assert line_call(line, "message/push", body).status == status


def test_problems_are_named_with_their_place(line):
    answer = push(line, new_user_id(), "")
    assert answer.body == {
        "message": "The request body has 1 error(s)",
        "details": [{"message": "May not be empty", "property": "messages[0].text"}],
    }


def test_every_answer_has_a_request_id_of_its_own(line):
    answers = [
        push(line, new_user_id()),
        push(line, "nobody"),
        call(f"{line.url}/v2/bot/info"),
        line_call(line, "nowhere", method="GET"),
    ]
    ids = {str(uuid.UUID(a.headers["x-line-request-id"])) for a in answers}
    assert len(ids) == 4
