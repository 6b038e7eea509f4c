"""The account's other calls at LINE: quota, profile, webhook, menus, content."""

import json

import pytest

from tests.platforms.calls import call, line_call, push, reply, texts
from tests.platforms.line import LineStandIn, new_user_id, sign, text_event

PICTURE = {"Content-Type": "image/png"}
MENU = {
    "size": {"width": 2500, "height": 843},
    "selected": True,
    "name": "หลัก",
    "chatBarText": "เมนู",
    "areas": [],
}


def _get(line, path, **options):
    return line_call(line, path, method="GET", **options)


def test_the_quota_and_its_consumption_can_be_asked(line):
    assert _get(line, "message/quota").body == {"type": "none"}
    line.quota_limit = 300
    push(line, new_user_id())
    assert _get(line, "message/quota").body == {"type": "limited", "value": 300}
    assert _get(line, "message/quota/consumption").body == {"totalUsage": 1}


def test_deliveries_are_counted_the_day_after(line, clock):
    user = new_user_id()
    push(line, user)
    reply(line, line.issue_reply_token(user))
    today = line.day()
    asked = f"message/delivery/push?date={today}"
    assert _get(line, asked).body == {"status": "unready"}
    clock.turn(days=1)
    assert _get(line, asked).body == {"status": "ready", "success": 1}
    replies = _get(line, f"message/delivery/reply?date={today}")
    assert replies.body["success"] == 1
    assert _get(line, "message/delivery/push?date=today").status == 400


def test_messages_can_be_validated_without_sending(line):
    assert line_call(line, "message/validate/multicast", texts("x")).status == 200
    refused = line_call(line, "message/validate/reply", texts(""))
    assert refused.status == 400
    assert refused.body["details"][0]["property"] == "messages[0].text"
    assert line_call(line, "message/validate/fax", texts("x")).status == 404
    assert line.delivered == []
    assert line.quota_used == 0


@pytest.mark.parametrize(
    ("seconds", "status"), [(5, 202), (60, 202), (7, 400), (65, 400), ("5", 400)]
)
def test_the_loading_animation_lasts_five_to_sixty_seconds(line, seconds, status):
    body = {"chatId": new_user_id(), "loadingSeconds": seconds}
    assert line_call(line, "chat/loading/start", body).status == status


def test_the_loading_animation_is_for_one_person_only(line):
    body = {"chatId": "C" + "0" * 32}
    assert line_call(line, "chat/loading/start", body).status == 400


def test_the_account_and_its_friends_have_profiles(line):
    user = new_user_id()
    assert _get(line, "info").body["userId"].startswith("U")
    line.profiles[user] = {"displayName": "สมชาย", "language": "my"}
    assert _get(line, f"profile/{user}").body == {
        "userId": user,
        "displayName": "สมชาย",
        "language": "my",
    }
    line.block(user)
    assert _get(line, f"profile/{user}").status == 404
    assert _get(line, "profile/nobody").status == 404


def test_followers_come_in_pages_without_those_who_blocked(line):
    users = [new_user_id() for _ in range(5)]
    for user in users:
        line.befriend(user)
    line.block(users[0])
    page = _get(line, "followers/ids?limit=3").body
    assert page["userIds"] == users[1:4]
    rest = _get(line, f"followers/ids?limit=3&start={page['next']}").body
    assert rest == {"userIds": users[4:]}
    assert _get(line, "followers/ids?limit=1001").status == 400


def test_only_verified_accounts_list_their_followers(line):
    line.verified = False
    assert _get(line, "followers/ids").status == 403


def test_what_a_resident_sent_can_be_downloaded(line):
    line.content["77"] = b"\xff\xd8picture"
    found = _get(line, "message/77/content")
    assert (found.raw, found.headers["content-type"]) == (
        b"\xff\xd8picture",
        "image/jpeg",
    )
    assert _get(line, "message/78/content").status == 404
    line.content["79"] = None
    assert _get(line, "message/79/content").status == 202


def test_the_webhook_endpoint_is_set_shown_and_tested(line, bot):
    assert _get(line, "channel/webhook/endpoint").status == 404
    assert line_call(line, "channel/webhook/test", {}).status == 404
    plain = {"endpoint": "http://bot.example.go.th/"}
    refused = line_call(line, "channel/webhook/endpoint", plain, method="PUT")
    assert refused.status == 400
    set_to = line_call(
        line, "channel/webhook/endpoint", {"endpoint": bot.url}, method="PUT"
    )
    assert set_to.status == 200
    shown = _get(line, "channel/webhook/endpoint").body
    assert shown == {"endpoint": bot.url, "active": True}
    report = line_call(line, "channel/webhook/test", {}).body
    assert (report["success"], report["statusCode"]) == (True, 200)
    assert json.loads(bot.bodies[0])["events"] == []


def test_the_webhook_test_says_what_is_wrong(line, bot):
    bot.status = 401
    report = line_call(line, "channel/webhook/test", {"endpoint": bot.url}).body
    assert (report["statusCode"], report["reason"]) == (401, "ERROR_STATUS_CODE")
    bot.server.stop()
    report = line_call(line, "channel/webhook/test", {"endpoint": bot.url}).body
    assert (report["success"], report["reason"]) == (False, "COULD_NOT_CONNECT")


def test_events_are_delivered_signed_and_the_bots_status_comes_back(line, bot):
    user = new_user_id()
    event = text_event(user, "น้ำท่วม")
    assert line.deliver(event, url=bot.url) == 200
    body, headers = bot.bodies[0], bot.headers[0]
    assert json.loads(body)["events"] == [event]
    assert headers["x-line-signature"] == sign(line.secret, body)
    bot.status = 503
    assert line.deliver(event, url=bot.url) == 503


def test_a_delivered_event_can_be_replied_to(line, bot):
    line.webhook_url = bot.url
    user = new_user_id()
    assert line.say(user, "สวัสดี") == line.press(user, "a=1") == 200
    tokens = [json.loads(b)["events"][0]["replyToken"] for b in bot.bodies]
    assert [reply(line, token).status for token in tokens] == [200, 200]
    assert len(line.messages_to(user)) == 2


def test_a_redelivered_event_has_a_new_minute_but_no_second_reply(line, bot, clock):
    event = text_event(new_user_id(), "สวัสดี")
    line.deliver(event, url=bot.url)
    clock.turn(seconds=90)
    assert reply(line, event["replyToken"]).status == 400
    line.deliver(event, url=bot.url)
    assert reply(line, event["replyToken"]).status == 200
    line.deliver(event, url=bot.url)
    assert reply(line, event["replyToken"]).status == 400


def test_delivering_needs_an_address(line):
    with pytest.raises(RuntimeError, match="webhook URL"):
        line.say(new_user_id(), "สวัสดี")


def _menu(line: LineStandIn, *, picture: bool = True) -> str:
    menu_id = line_call(line, "richmenu", MENU).body["richMenuId"]
    if picture:
        _upload(line, menu_id)
    return menu_id


def _upload(line, menu_id, content=b"\x89PNG", headers=PICTURE):
    return line_call(line, f"richmenu/{menu_id}/content", content, headers=headers)


def test_a_menu_is_made_listed_shown_and_deleted(line):
    menu_id = _menu(line)
    described = {"richMenuId": menu_id, **MENU}
    assert _get(line, f"richmenu/{menu_id}").body == described
    assert _get(line, "richmenu/list").body == {"richmenus": [described]}
    assert line_call(line, f"richmenu/{menu_id}", method="DELETE").status == 200
    assert _get(line, f"richmenu/{menu_id}").status == 404
    assert _get(line, "richmenu/list").body == {"richmenus": []}


def test_a_wrong_menu_is_refused_and_can_be_validated(line):
    wrong = MENU | {"chatBarText": ""}
    assert line_call(line, "richmenu", wrong).status == 400
    assert line_call(line, "richmenu/validate", wrong).status == 400
    assert line_call(line, "richmenu/validate", MENU).status == 200
    assert line.menus.menus == {}


def test_a_menus_picture_is_uploaded_once_and_kept(line):
    menu_id = _menu(line, picture=False)
    assert _get(line, f"richmenu/{menu_id}/content").status == 404
    text = {"Content-Type": "text/plain"}
    assert _upload(line, menu_id, headers=text).status == 415
    assert _upload(line, menu_id, b"x" * (1024 * 1024 + 1)).status == 400
    assert _upload(line, menu_id).status == 200
    assert _upload(line, menu_id).status == 400
    found = _get(line, f"richmenu/{menu_id}/content")
    assert (found.raw, found.headers["content-type"]) == (b"\x89PNG", "image/png")
    assert _upload(line, "richmenu-0").status == 404


def test_the_default_menu_needs_a_picture(line):
    bare, ready = _menu(line, picture=False), _menu(line)
    assert _get(line, "user/all/richmenu").status == 404
    refused = line_call(line, f"user/all/richmenu/{bare}")
    assert refused.status == 400
    assert "must upload" in refused.body["message"]
    assert line_call(line, f"user/all/richmenu/{ready}").status == 200
    assert _get(line, "user/all/richmenu").body == {"richMenuId": ready}
    line_call(line, "user/all/richmenu", method="DELETE")
    assert line.menus.default is None


def test_a_users_own_menu_comes_before_the_default(line):
    user, default, own = new_user_id(), _menu(line), _menu(line)
    line_call(line, f"user/all/richmenu/{default}")
    assert line.menus.seen_by(user) == default
    assert _get(line, f"user/{user}/richmenu").status == 404
    assert line_call(line, f"user/{user}/richmenu/{own}").status == 200
    assert line.menus.seen_by(user) == own
    assert _get(line, f"user/{user}/richmenu").body == {"richMenuId": own}
    line_call(line, f"user/{user}/richmenu", method="DELETE")
    assert line.menus.seen_by(user) == default
    assert line_call(line, f"user/nobody/richmenu/{own}").status == 400


def test_a_deleted_menu_is_before_nobody(line):
    user, menu_id = new_user_id(), _menu(line)
    line_call(line, f"user/all/richmenu/{menu_id}")
    line_call(line, f"user/{user}/richmenu/{menu_id}")
    line_call(line, f"richmenu/{menu_id}", method="DELETE")
    assert line.menus.seen_by(user) is None


def test_an_alias_names_a_menu_with_a_picture(line):
    first, second = _menu(line), _menu(line)
    named = {"richMenuAliasId": "main", "richMenuId": first}
    assert line_call(line, "richmenu/alias", named).status == 200
    assert line_call(line, "richmenu/alias", named).status == 400
    assert _get(line, "richmenu/alias/main").body == named
    assert line_call(line, "richmenu/alias/main", {"richMenuId": second}).status == 200
    moved = named | {"richMenuId": second}
    assert _get(line, "richmenu/alias/list").body == {"aliases": [moved]}
    assert line_call(line, "richmenu/alias/main", method="DELETE").status == 200
    assert _get(line, "richmenu/alias/main").status == 404


@pytest.mark.parametrize("alias", ["", "หลัก", "A", "a" * 33])
def test_an_alias_is_short_and_plain(line, alias):
    body = {"richMenuAliasId": alias, "richMenuId": _menu(line)}
    assert line_call(line, "richmenu/alias", body).status == 400


def test_an_alias_needs_a_menu_that_is_there(line):
    body = {"richMenuAliasId": "main", "richMenuId": "richmenu-0"}
    assert line_call(line, "richmenu/alias", body).status == 400


def test_no_call_works_without_the_token(line):
    for path in ("info", "message/quota", "richmenu/list", "followers/ids"):
        answer = call(f"{line.url}/v2/bot/{path}")
        assert answer.status == 401
