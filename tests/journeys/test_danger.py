"""Words of danger: the card first, then the way to tell the municipality too."""

import pytest

from api.store import cases
from content import emergency
from content.messages import LANGUAGES
from tests.journeys import talk
from tests.journeys.polls import question
from tests.journeys.surveying import poll_town as poll_town
from tests.journeys.talk import begins, start

FIRE = "ไฟไหม้โรงงานข้างบ้าน"
TELL = "แจ้งเหตุกับเทศบาลด้วย"


def told(database) -> list[tuple[bool, list[str | None]]]:
    """Every case: whether it is urgent, and what was said in it."""
    with database.read() as session:
        return [
            (
                case.urgent,
                [w.text for w in cases.thread(session, case.id) if not w.before],
            )
            for case in cases.list_(session).items
        ]


@pytest.mark.parametrize(
    "danger",
    ["ไฟไหม้โรงงาน", "ไฟใหม้ช่วยด้วย", "สารเคมีรั่วแสบตามาก", "มีคนเจ็บหมดสติ", "fire!!"],
)
def test_danger_comes_before_everything_even_the_welcome(arrive, danger):
    noi = arrive()
    said = noi.says(danger)
    assert "tel:" in said
    assert "ระบบตอบอัตโนมัติ" not in said


def test_after_danger_what_was_asked_can_still_be_answered(arrive):
    noi = arrive()
    noi.says("สวัสดีค่ะ")
    assert "tel:199" in noi.says("ไฟไหม้โรงงานข้างบ้าน")
    assert noi.labels[-3:] == ["ไทย", "English", "မြန်မာ"]
    assert "อยากให้ส่งมาบอกไหม" in noi.says("1")


def test_danger_numbers_carry_the_day_they_were_checked(arrive):
    assert "23 พ.ย. 2569" in arrive().says("ไฟไหม้โรงงาน")


def test_after_the_card_the_municipality_can_be_told_too(arrive, database):
    noi = arrive()
    begins(noi)
    said = noi.says(FIRE)
    assert said.index("tel:199") < said.index("โทรก่อนนะคะ")
    assert noi.labels[0] == TELL
    assert told(database) == []
    assert "เรื่องด่วนเลขที่ 1" in noi.presses(TELL)
    noi.says("ซอยวัด ตรงข้ามตลาด")
    assert told(database) == [(True, [FIRE, "ซอยวัด ตรงข้ามตลาด"])]


def test_the_button_may_be_typed_by_someone_new(arrive, database):
    noi = arrive()
    assert "ระบบตอบอัตโนมัติ" not in noi.says(FIRE)
    assert "เรื่องด่วนเลขที่ 1" in noi.says(TELL)
    assert told(database) == [(True, [FIRE])]


def test_pressed_twice_and_later_it_is_told_once(arrive, database):
    noi = arrive(channel="telegram")
    begins(noi)
    noi.says(FIRE)
    tell = noi.button(TELL)
    noi.says("เมนู")
    noi.does("press", data=tell)
    noi.does("press", data=tell)
    assert told(database) == [(True, [FIRE])]


def test_a_case_that_is_open_becomes_urgent(arrive, database):
    noi = arrive()
    begins(noi)
    noi.says("คุยกับเจ้าหน้าที่")
    noi.says("ท่อหน้าบ้านตัน")
    noi.presses("กลับไปคุยกับบอต")
    noi.says(FIRE)
    noi.presses(TELL)
    assert told(database) == [(True, ["ท่อหน้าบ้านตัน", FIRE])]


def test_in_a_survey_it_can_be_told_and_no_answer_goes_with_it(arrive, database):
    noi = arrive()
    start(noi)
    noi.says("เคย")
    assert noi.says(FIRE).count("ข้อ 2 จาก 10") == 1
    assert "เรื่องด่วนเลขที่ 1" in noi.says(TELL)
    assert told(database) == [(True, [FIRE])]
    noi.presses("กลับไปคุยกับบอต")
    assert "ข้อ 2 จาก 10" in noi.says("ตอบต่อ")


def test_a_cry_for_help_is_not_where_somebody_lives(poll_town):
    poll_town.asks(question("where", "place", "บ้านอยู่แถวไหนคะ"))
    noi = poll_town.begins()
    said = noi.says(FIRE)
    assert said.index("tel:199") < said.index("บ้านอยู่แถวไหนคะ")
    assert poll_town.answers() == {}
    noi.says("ชุมชนวัดอ้อมน้อย")
    assert poll_town.sealed("where") == "ชุมชนวัดอ้อมน้อย"


def test_in_a_talk_with_an_officer_it_is_passed_on_already(arrive, database):
    noi = arrive()
    begins(noi)
    noi.says("คุยกับเจ้าหน้าที่")
    said = noi.says(FIRE)
    assert said.index("tel:199") < said.index("เรื่องด่วนเลขที่ 1")
    assert noi.labels == ["กลับไปคุยกับบอต"]
    noi.says("อยู่ซอยวัดค่ะ")
    assert told(database) == [(True, [FIRE, "อยู่ซอยวัดค่ะ"])]


def test_what_was_taken_back_since_is_not_told(arrive, database):
    noi = arrive()
    begins(noi)
    noi.does("text", text=FIRE, message_id="325708")
    tell = noi.button(TELL)
    noi.does("unsend", message_id="325708")
    assert "พิมพ์สิ่งที่อยากบอกเจ้าหน้าที่" in noi.does("press", data=tell)
    assert told(database) == []


@pytest.mark.parametrize(
    "data", ["danger", "danger:", "danger:x", "danger:ก", "another's"]
)
def test_a_button_that_names_nothing_of_theirs_tells_nothing(arrive, database, data):
    noi, lek = arrive(), arrive()
    begins(noi)
    begins(lek)
    noi.says(FIRE)
    assert lek.does("press", data=noi.button(TELL) if data == "another's" else data)
    assert told(database) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_itself_is_no_danger_and_nobody_is_said_to_come(language):
    say = talk.shipped_world().say
    assert emergency.match(say("danger.tell", language)) is None
    assert say("danger.tell", language) in say("danger.call_first", language)
    words = say("danger.told", language, number=1)
    assert not any(
        word in words for word in ("กำลังไป", "กำลังมา", "on the way", "coming")
    )
