"""Invited to a survey: begun, put aside, reminded, finished; or asked to leave it."""

import pytest

from api.store import invited as invited_
from api.store import waves
from api.store.models import Wave
from tests.bot.sending import Post
from tests.bot.test_sender_platforms import line_post
from tests.inviting import Town
from tests.journeys import talk
from tests.journeys.talk import Resident, begins
from tests.platforms.line import LineStandIn, new_user_id

START = "เริ่มตอบ"


@pytest.fixture
def town(database, clock):
    """A town whose one open wave is of an invited list."""
    return Town(database, clock)


@pytest.fixture
def handler(town, database, clock):
    return talk.make_handler(database, clock)


@pytest.fixture
def noi(handler, database, clock):
    """Someone who gets the town's news."""
    met = Resident(handler, database, clock)
    begins(met, news=True)
    clock.forward(hours=2)
    return met


def reads(resident) -> str:
    """What came without their asking; its buttons are there to press."""
    resident.heard = resident.everything()[-1:]
    return resident.heard[-1].plain()


def invited(town, resident) -> str:
    town.invite()
    town.send()
    town.arrived()
    return reads(resident)


def reminded(town, resident) -> str:
    assert town.remind()
    town.arrived()
    return reads(resident)


def test_who_is_invited_begins_stops_is_reminded_finishes_and_is_left_in_peace(
    town, noi, clock
):
    said = invited(town, noi)
    assert "เทศบาลนครอ้อมน้อย ขอชวนตอบแบบสอบถาม" in said
    assert "มี 10 ข้อ" in said
    assert "ยินดีตอบ" in noi.presses(START)
    assert "ข้อ 1 จาก 10" in noi.presses("ยินดีตอบ")
    for answer in ("เคย", "ไม่เคย", "4", "4", "3"):
        noi.says(answer)
    assert "พักไว้ก่อนนะคะ" in noi.says("หยุด")
    clock.forward(hours=47)
    assert not town.remind()
    clock.forward(hours=1)
    assert "ที่เริ่มไว้ เหลืออีก 5 ข้อ" in reminded(town, noi)
    assert "ข้อ 6 จาก 10" in noi.presses("ตอบต่อ")
    noi.says("1")
    noi.says("4")
    noi.says("1")
    noi.says("12")
    assert "ขอบคุณ" in noi.says("ไม่มีค่ะ")
    clock.forward(days=9)
    assert not town.remind()


def test_who_agrees_and_leaves_at_their_age_may_be_eligible_or_not(
    town, noi, database, clock
):
    with database.write() as session:
        session.get_one(Wave, town.wave.id).min_age = 18

    def code():
        with database.read() as session:
            [only] = invited_.facts(session, town.wave.id)
        return only.code

    invited(town, noi)
    noi.presses(START)
    assert code() == "NC"
    assert "คุณอายุ 18 ปีขึ้นไปไหมคะ" in noi.presses("ยินดีตอบ")
    assert code() == "U"
    noi.says("หยุด")
    assert code() == "U"
    noi.says("ตอบแบบสอบถาม")
    assert "ข้อ 1 จาก 10" in noi.says("65")
    assert code() == "R"  # broken off so far


def test_who_does_not_begin_is_reminded_twice_in_other_words_and_never_again(
    town, noi, clock
):
    invited(town, noi)
    clock.forward(hours=48)
    assert "ยังอยากฟังความเห็นของคุณ" in reminded(town, noi)
    clock.forward(hours=72)
    assert "ยังอยากฟังความเห็นของคุณ" in reminded(town, noi)
    clock.forward(days=30)
    assert not town.remind()


def test_the_words_of_the_buttons_may_be_typed(town, noi):
    invited(town, noi)
    assert "ยินดีตอบ" in noi.says("เริ่มตอบค่ะ")


def test_whoever_finds_it_inconvenient_hears_no_more_of_this_survey(town, noi, clock):
    invited(town, noi)
    assert "ไม่เป็นไร" in noi.presses("ไม่สะดวก")
    clock.forward(days=9)
    assert not town.remind()
    # They may still change their mind.
    assert "ยินดีตอบ" in noi.says("ตอบแบบสอบถาม")


@pytest.mark.parametrize(
    "typed",
    [
        "ไม่รับแบบสอบถาม",
        "ไม่รับแบบสอบถามค่ะ",
        "ไม่รับแบบสอบถามอีก",
        "no surveys",
        "စစ်တမ်းမလိုပါ",
        "หยุด",
    ],
)
def test_whoever_wants_no_surveys_is_not_reminded_and_keeps_the_news(
    town, noi, clock, typed
):
    invited(town, noi)
    said = noi.says(typed)
    assert "จะไม่ชวนตอบแบบสอบถามอีก" in said
    assert "ข่าวความคืบหน้ายังส่งตามเดิม" in said
    clock.forward(days=9)
    assert not town.remind()
    assert "ตอนนี้รับข่าวความคืบหน้าอยู่" in noi.says("ตั้งค่า")


def test_stop_once_more_ends_the_news_as_well(town, noi):
    invited(town, noi)
    noi.says("หยุด")
    assert "หยุดส่งข่าวให้แล้ว" in noi.says("หยุด")


def test_a_refusal_can_be_undone_and_reminders_come_again(town, noi, clock):
    invited(town, noi)
    noi.presses("ไม่รับแบบสอบถามอีก")
    clock.forward(days=2)
    assert not town.remind()
    assert "ครั้งหน้ามีแบบสอบถามจะชวนอีก" in noi.says("รับแบบสอบถาม")
    clock.forward(hours=2)
    assert town.remind()


def test_who_never_agreed_to_be_written_to_is_told_so(handler, database, clock):
    som = Resident(handler, database, clock)
    begins(som)
    assert "ยังไม่ได้ขอรับข่าว" in som.says("รับแบบสอบถาม")
    som.says("ไม่รับแบบสอบถาม")
    assert "ครั้งหน้ามีแบบสอบถามจะชวนอีก" in som.says("รับแบบสอบถาม")


def test_a_refusal_on_one_channel_holds_on_the_other_at_once(
    town, noi, handler, database, clock
):
    code = noi.says("เชื่อมบัญชี").split()
    digits = next(each for each in code if each[:4].isdecimal() and "-" in each)
    other = Resident(handler, database, clock, channel="telegram")
    begins(other)
    other.says(digits)
    clock.forward(hours=2)
    invited(town, other)
    noi.says("ไม่รับแบบสอบถาม")
    clock.forward(days=9)
    assert not town.remind()


def test_a_question_in_between_is_answered_and_the_invitation_stays_open(town, noi):
    invited(town, noi)
    noi.says("ขอบคุณค่ะ")
    assert "ยินดีตอบ" in noi.says(START)


def test_a_number_typed_under_an_invitation_means_what_it_meant_before(town, noi):
    noi.says("เมนู")
    invited(town, noi)
    assert "จะไม่ชวน" not in noi.says("3")


def test_who_presses_the_button_of_a_closed_wave_is_told_so(town, noi, database, clock):
    invited(town, noi)
    with database.write() as session:
        waves.close(session, town.wave.id, clock())
    assert "ปิดแล้ว" in noi.presses(START)


def test_on_line_the_whole_way_as_the_platform_sees_it(town, database, clock):
    """Pushed, begun by a press of its button, reminded by a second push; no third."""
    with LineStandIn(latency_s=None, clock=clock) as line:
        post: Post = line_post(database, line, clock)
        address = new_user_id()
        handler = talk.make_handler(database, clock)
        noi = Resident(handler, database, clock, address=address)
        begins(noi, news=True)
        post.send()
        clock.forward(hours=2)
        town.invite()
        town.send()
        post.send()
        pushed = line.messages_to(address)[-1]
        start = pushed["quickReply"]["items"][0]["action"]
        assert start["label"] == START
        noi.does("press", data=start["data"])
        noi.presses("ยินดีตอบ")
        noi.says("เคย")
        post.send()
        clock.forward(hours=48)
        assert town.remind()
        post.send()
        reminder = line.messages_to(address)[-1]
        assert "เหลืออีก 9 ข้อ" in reminder["text"]
        assert line.quota_used == 2
        assert not town.remind()
