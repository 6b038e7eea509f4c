"""A resident asks: answers, what is not known, a person."""

import re

import pytest
from sqlalchemy import select

from api.store import cases
from api.store.models import Resident
from api.store.words import CaseState
from tests.api import given
from tests.journeys import talk
from tests.journeys.talk import begins


@pytest.mark.parametrize(("channel", "shown"), [("web", True), ("telegram", False)])
def test_a_town_without_a_public_address_leads_to_its_notice_where_it_is_seen(
    database, clock, channel, shown
):
    """The town of `make run`: a phone elsewhere would look for it on itself."""
    talk.prepare(database, clock())
    handler = talk.make_handler(database, clock, public_url="", port=8765)
    noi = talk.Resident(handler, database, clock, channel=channel)
    said = noi.says("สวัสดีค่ะ")
    assert "ความเป็นส่วนตัว" in said
    assert ("http://localhost:8765/privacy" in said) == shown
    assert ("อ่านฉบับเต็ม" in said) == shown


def test_an_answer_shows_its_source_and_its_date(arrive):
    noi = arrive()
    begins(noi)
    said = noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
    assert "5 ระดับ" in said
    assert "ที่มา" in said
    assert "16 พ.ย. 2564" in said


def test_a_volatile_fact_says_that_it_may_have_changed(arrive):
    noi = arrive()
    begins(noi)
    said = noi.says("ตอนนี้อ้อมน้อยอยู่ระดับไหน")
    assert "ระดับ 2" in said
    assert "สำนักงานอุตสาหกรรมจังหวัด" in said


def test_the_same_question_in_english(arrive):
    joe = arrive(channel="telegram")
    joe.says("hello")
    joe.presses("English")
    joe.presses("No, thanks")
    said = joe.says("What is an eco-industrial town?")
    assert "Source" in said


def test_what_is_not_known_is_not_guessed_and_a_person_is_offered(arrive):
    noi = arrive()
    begins(noi)
    said = noi.says("ราคาทองวันนี้เท่าไหร่")
    assert "ยังไม่มีข้อมูลเรื่องนี้" in said
    assert "คุยกับเจ้าหน้าที่" in noi.labels


def test_two_misses_in_a_row_offer_a_person_first(arrive):
    noi = arrive()
    begins(noi)
    noi.says("ราคาทองวันนี้เท่าไหร่")
    assert "ให้เจ้าหน้าที่ช่วยดีไหม" in noi.says("บอลคืนนี้ใครชนะ")
    noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
    assert "จดคำถามไว้ให้แล้ว" in noi.says("ราคาทองวันนี้เท่าไหร่")


def test_a_person_gets_what_is_written(arrive, database):
    noi = arrive()
    begins(noi)
    assert "พิมพ์สิ่งที่อยากบอก" in noi.says("ขอคุยกับเจ้าหน้าที่ค่ะ")
    with database.read() as session:
        assert cases.list_(session).items == []  # a case begins with a word
    assert "เรื่องเลขที่ 1" in noi.says("ท่อระบายน้ำหน้าบ้านตันมาสามวันแล้ว")
    assert "อยากทำอะไรต่อ" in noi.presses("กลับไปคุยกับบอต")
    assert "5 ระดับ" in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")


def test_stickers_pictures_and_places_get_a_friendly_word(arrive):
    noi = arrive()
    begins(noi)
    for kind, word in (
        ("sticker", "ขอบคุณ"),
        ("picture", "อ่านได้เฉพาะข้อความ"),
        ("location", "อ่านได้เฉพาะข้อความ"),
    ):
        assert word in noi.does(kind)


def test_thanks_get_a_word_and_never_an_article(arrive):
    noi = arrive()
    begins(noi)
    assert noi.says("ขอบคุณมากค่ะ") == "ยินดีค่ะ มีอะไรถามได้เสมอนะคะ"
    assert "มีอะไรให้ช่วยอีก" in noi.says("555")


@pytest.mark.parametrize("language", ["ไทย", "English", "မြန်မာ"])
def test_every_example_of_a_question_is_answered_outright(arrive, language):
    noi = arrive()
    begins(noi, language)
    noi.says("menu")
    examples = re.findall('"(.+?)"', noi.says("1"))
    assert examples
    for example in examples:
        answered = noi.says(example)
        assert noi.heard[0].card, answered
        assert re.search("ที่มา|Source|ရင်းမြစ်", answered)


def test_the_menu_is_there_in_words_and_numbers(arrive):
    noi = arrive()
    begins(noi)
    said = noi.says("เมนู")
    assert "1. ถามเรื่องเมือง" in said
    assert "5. ตั้งค่า" in said
    assert "เปลี่ยนภาษา" in noi.says("5")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1", "พิมพ์คำถามมาได้เลย"),
        ("2", "มี 10 ข้อ"),
        ("3", "ยังไม่มีรายงานความคืบหน้า"),
        ("๔", "พิมพ์สิ่งที่อยากบอก"),
        ("5", "เปลี่ยนภาษา"),
        ("6", "ไม่มีข้อให้เลือกด้วยตัวเลขนี้"),
    ],
)
def test_every_entry_of_the_menu_by_its_number(arrive, typed, said):
    noi = arrive()
    begins(noi)
    noi.says("เมนู")
    assert said in noi.says(typed)


def test_every_entry_of_the_menu_by_its_button_and_its_words(arrive):
    noi = arrive()
    begins(noi)
    for label in ("ถามเรื่องเมือง", "ตอบแบบสอบถาม", "ความคืบหน้า", "ตั้งค่า"):
        noi.says("เมนู")
        by_button = noi.presses(label)
        assert noi.says(label) == by_button


@pytest.mark.parametrize(
    "odd",
    ["", "   ", "🙂🙂", "ก" * 5000, "\x00\x07", "http://example.com/x", "0812345678",
     "1101700203451", "កម្ពុជា ภาษา 日本", "\u200b\u200b", "{{ 7*7 }}", "<b>&"],
)  # fmt: skip
def test_anything_typed_gets_a_fitting_reply(arrive, odd):
    noi = arrive()
    begins(noi)
    assert noi.says(odd)


def test_what_is_said_in_a_group_is_not_said_to_us(arrive, database):
    group = arrive()
    assert group.does("join", private=False) == ""
    assert group.does("text", text="ไฟไหม้", private=False) == ""
    with database.read() as session:
        assert session.scalars(select(Resident)).all() == []


def test_who_blocked_us_is_not_unblocked_by_talking_in_a_group(arrive):
    noi = arrive()
    begins(noi)
    noi.does("unfollow")
    noi.does("text", text="คุยกับเพื่อน", private=False)
    assert noi.contact.state == "blocked"
    noi.does("follow")
    assert noi.contact.state == "active"


def test_an_officers_answer_comes_back_and_can_be_answered(arrive, database, clock):
    noi = arrive()
    begins(noi)
    noi.says("คุยกับเจ้าหน้าที่")
    noi.says("ท่อหน้าบ้านตัน")
    with database.write() as session:
        anna = given.officer(session, "anna", clock())
        [case] = cases.list_(session).items
        cases.reply(session, case.id, anna.id, "อยู่ซอยไหนคะ", clock())
    assert noi.says("ซอย 5 ตรงข้ามวัด") == ""
    with database.read() as session:
        thread = [word.text for word in cases.thread(session, case.id)]
        [case] = cases.list_(session, state=CaseState.OPEN).items
    assert thread[-2:] == ["อยู่ซอยไหนคะ", "ซอย 5 ตรงข้ามวัด"]


def test_a_number_is_a_word_to_the_officer_who_asked(arrive, database, clock):
    noi = arrive()
    begins(noi)
    noi.says("คุยกับเจ้าหน้าที่")
    noi.says("1")
    with database.write() as session:
        anna = given.officer(session, "anna", clock())
        [case] = cases.list_(session).items
        cases.reply(session, case.id, anna.id, "มีกี่คนคะ", clock())
    assert noi.says("1") == ""
    assert noi.says("๒") == ""
    with database.read() as session:
        thread = [word.text for word in cases.thread(session, case.id)]
    assert thread == ["1", "มีกี่คนคะ", "1", "๒"]
    assert "อยากทำอะไรต่อ" in noi.says("กลับไปคุยกับบอต")


@pytest.mark.parametrize("word", ["ยกเลิกค่ะ", "กลับ", "Cancel", "back"])
def test_who_changes_their_mind_is_led_back_and_opens_no_case(arrive, database, word):
    noi = arrive()
    begins(noi)
    noi.says("คุยกับเจ้าหน้าที่")
    assert "อยากทำอะไรต่อ" in noi.says(word)
    with database.read() as session:
        assert cases.list_(session).items == []
    # Once something was told, it may be an answer: passed on, and the way out named.
    noi.says("คุยกับเจ้าหน้าที่")
    noi.says("จองคิวไว้")
    assert "ถ้าอยากกลับไปคุยกับบอต" in noi.says(word)
    with database.read() as session:
        [case] = cases.list_(session).items
        assert cases.thread(session, case.id)[-1].text == word
    assert "อยากทำอะไรต่อ" in noi.presses("กลับไปคุยกับบอต")


def test_an_officers_answer_keeps_a_surveys_question_open(arrive, database, clock):
    noi = arrive()
    begins(noi)
    noi.says("คุยกับเจ้าหน้าที่")
    noi.says("ท่อหน้าบ้านตัน")
    noi.says("ตอบแบบสอบถาม")
    noi.presses("ยินดีตอบ")
    with database.write() as session:
        anna = given.officer(session, "anna", clock())
        [case] = cases.list_(session).items
        cases.reply(session, case.id, anna.id, "อยู่ซอยไหนคะ", clock())
    assert "ข้อ 2 จาก 10" in noi.says("เคย")


def test_in_standby_mode_it_is_silent(arrive):
    noi = arrive()
    assert noi.does("text", text="สวัสดี", mute=True) == ""
