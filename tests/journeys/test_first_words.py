"""First contact: who this is, a first question, which language, news."""

import pytest

from api.store import questions
from tests.journeys.talk import begins


def test_first_contact_says_who_this_is_and_asks_the_language(arrive):
    noi = arrive()
    said = noi.says("สวัสดีค่ะ")
    assert "ระบบตอบอัตโนมัติ" in said
    assert "ไม่ใช่สายด่วนฉุกเฉิน" in said
    privacy = said[said.index("ความเป็นส่วนตัว") :]
    assert "1)" in privacy
    assert "3)" in privacy
    assert "https://town.example/privacy" in said
    assert noi.labels == ["ไทย", "English", "မြန်မာ"]


def test_a_question_as_the_first_word_is_answered_too(arrive):
    noi = arrive()
    said = noi.says("เมืองอุตสาหกรรมเชิงนิเวศคืออะไร")
    assert "เติบโตไปด้วยกัน" in said
    assert "คุยภาษาไหน" in said
    # The number answers what was asked last, not a button of the answer.
    assert "อยากให้ส่งมาบอกไหม" in noi.says("1")


def test_a_first_question_we_are_not_sure_of_gets_suggestions(arrive):
    noi = arrive()
    said = noi.says("น้ำเสีย")  # too short for one answer
    suggested, asked = said.index("ใช่เรื่องนี้ไหมคะ\n• "), said.index("คุยภาษาไหน")
    assert said.index("ระบบตอบอัตโนมัติ") < suggested < asked
    assert said.count("1. ") == 1  # the numbers are the languages'
    assert noi.labels[-3:] == ["ไทย", "English", "မြန်မာ"]
    answered = noi.says(noi.labels[0])
    assert "ที่มา" in answered
    assert "คุยภาษาไหน" in answered  # still not said
    assert "อยากให้ส่งมาบอกไหม" in noi.says("1")


def test_a_question_that_none_of_the_suggestions_meant_is_kept(arrive, database):
    noi = arrive()
    noi.says("น้ำเสีย")
    assert "จดคำถามไว้ให้แล้ว" in noi.presses("ไม่ใช่ทั้งหมดนี้")
    with database.read() as session:
        [kept] = questions.list_(session).items
    assert kept.text == "น้ำเสีย"


def test_a_first_question_without_an_answer_is_kept_and_a_person_offered(
    arrive, database
):
    noi = arrive()
    said = noi.says("ราคาทองวันนี้เท่าไหร่")
    assert "ยังไม่มีข้อมูลเรื่องนี้" in said
    assert said.index("จดคำถามไว้ให้แล้ว") < said.index("คุยภาษาไหน")
    with database.read() as session:
        [kept] = questions.list_(session).items
    assert kept.text == "ราคาทองวันนี้เท่าไหร่"
    assert "พิมพ์สิ่งที่อยากบอก" in noi.presses("คุยกับเจ้าหน้าที่")


def test_the_language_is_asked_again_after_an_answer_and_then_left(arrive):
    noi = arrive()
    noi.does("follow")
    assert "คุยภาษาไหน" in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
    assert "คุยภาษาไหน" not in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")


@pytest.mark.parametrize("first", ["ขอบคุณค่ะ", "99", "🙂", "เมนู"])
def test_courtesy_as_the_first_word_is_no_question(arrive, database, first):
    noi = arrive()
    noi.says(first)
    assert noi.labels == ["ไทย", "English", "မြန်မာ"]
    with database.read() as session:
        assert questions.list_(session).items == []


def test_the_code_of_another_channel_may_be_the_first_word(arrive):
    noi = arrive()
    begins(noi)
    code = noi.says("เชื่อมบัญชี").split(": ")[1].split("\n")[0]
    said = arrive(channel="telegram").says(code)
    assert "ความเป็นส่วนตัว" in said
    assert "เชื่อมแล้ว" in said


@pytest.mark.parametrize("typed", ["2", "English", "๒", "ภาษาอังกฤษ"])
def test_the_language_can_be_typed(arrive, typed):
    somchai = arrive()
    somchai.says("hi")
    assert "Shall we send you" in somchai.says(typed)


def test_whoever_chooses_another_language_is_told_everything_in_it(arrive):
    aung = arrive()
    assert "Hello." in aung.says("hello")
    said = aung.presses("မြန်မာ")
    assert "မင်္ဂလာပါ" in said
    assert "မစစ်ဆေးရသေးပါ" in said  # an unreviewed translation says so


@pytest.mark.parametrize("word", ["ขอบคุณค่ะ", "โอเค", "บาย", "สวัสดีค่ะ", "9", "🙂"])
def test_a_polite_word_in_between_keeps_the_question_open(arrive, word):
    noi = arrive()
    noi.says("สวัสดีค่ะ")
    noi.says(word)
    assert noi.labels == ["ไทย", "English", "မြန်မာ"]
    assert "อยากให้ส่งมาบอกไหม" in noi.says("1")
    noi.says(word)
    assert noi.labels == ["ส่งมาเลย", "ไม่ต้องส่ง"]
    assert "มีรายงานใหม่เมื่อไหร่จะส่งมาบอก" in noi.says("1")


def test_a_picture_offers_a_person_beside_what_was_asked(arrive):
    noi = arrive()
    noi.says("สวัสดีค่ะ")
    noi.does("picture")
    assert noi.labels == ["คุยกับเจ้าหน้าที่", "ไทย", "English", "မြန်မာ"]
    noi.does("sticker")
    assert "อยากให้ส่งมาบอกไหม" in noi.says("1")  # as it was numbered
    noi.does("picture")
    noi.does("sticker")
    assert "พิมพ์สิ่งที่อยากบอก" in noi.says("คุยกับเจ้าหน้าที่")


@pytest.mark.parametrize(
    ("first", "done"),
    [("หยุด", "ไม่ได้ส่งข่าวให้อยู่แล้ว"), ("ลืมฉัน", "ลบข้อมูลของคุณทั้งหมดเลยไหม")],
)
def test_a_command_as_the_first_word_is_obeyed_after_the_notice(arrive, first, done):
    said = arrive().says(first)
    assert "ความเป็นส่วนตัว" in said
    assert done in said


def test_a_press_of_the_rich_menu_as_the_first_thing_is_obeyed(arrive):
    said = arrive().does("press", data="menu:survey")
    assert "ความเป็นส่วนตัว" in said
    assert "มี 10 ข้อ" in said
