"""A talk with an officer: the bot opens it, steps back, and returns."""

from datetime import timedelta

import pytest
from sqlmodel import select

from api.settings import Settings
from api.store import cases, codes, consents, deliveries, talks
from api.store.models import Case, Delivery
from api.store.words import CaseState, ConsentPurpose, DeliveryKind, DeliveryState
from bot.worker import Worker
from tests.api import given
from tests.journeys import talk
from tests.journeys.talk import begins, start

HOURS = "Mon-Fri 08:30-16:30"
WANT, BACK = "คุยกับเจ้าหน้าที่", "กลับไปคุยกับบอต"
PASSED_ON = "ส่งให้เจ้าหน้าที่แล้วค่ะ เรื่องเลขที่ 1"
AGAIN = "ส่งต่อให้เจ้าหน้าที่แล้ว"
BLOCKED = "ท่อหน้าบ้านตัน"


@pytest.fixture
def town(database, clock):
    """A town that tells its office hours; it is Tuesday, 10:00."""
    talk.prepare(database, clock())
    return talk.make_handler(database, clock, office_hours=HOURS)


@pytest.fixture
def noi(arrive):
    """Someone who has told an officer about a blocked drain."""
    noi = arrive(channel="telegram")
    begins(noi)
    noi.says(WANT)
    noi.says(BLOCKED)
    return noi


class Desk:
    """An officer at work on the one case there is."""

    def __init__(self, database, clock):
        self._database, self._clock = database, clock
        with database.write() as session:
            self.id = given.officer(session, "anna", clock()).id

    @property
    def case(self):
        with self._database.read() as session:
            return session.exec(select(Case).order_by(Case.number.desc())).first()

    @property
    def thread(self):
        with self._database.read() as session:
            return [
                word.text
                for word in cases.thread(session, self.case.id)
                if not word.before
            ]

    def answers(self, text):
        with self._database.write() as session:
            return cases.reply(session, self.case.id, self.id, text, self._clock())

    def does(self, deed):
        with self._database.write() as session:
            return deed(session, self.case.id, self.id, self._clock())

    def owed(self):
        """Kind and words of what was owed last."""
        with self._database.read() as session:
            newest = select(Delivery).order_by(Delivery.id.desc()).limit(1)
            row = session.exec(newest).one()
            return row.kind, deliveries.messages_of(session, row)[-1].text


@pytest.fixture
def desk(database, clock):
    return Desk(database, clock)


@pytest.fixture
def pass_hours(database, clock):
    """Time goes by and the town's worker does its jobs."""
    worker = Worker(database, Settings(), clock, channels={"line", "telegram", "web"})
    job = next(each for each in worker.jobs if each.name == "silent talks")

    def passing(hours):
        clock.forward(hours=hours)
        return worker.attempt(job)

    return passing


# ------------------------------------------------------------ opening


def test_the_bot_says_the_number_and_when_to_expect_an_answer(arrive):
    noi = arrive()
    begins(noi)
    assert "คาดว่าวันนี้ก่อน 14:00 น." in noi.says(WANT)
    said = noi.says(BLOCKED)
    assert PASSED_ON in said
    assert "วันนี้ก่อน 14:00 น." in said
    assert "ไม่ใช่สายด่วนฉุกเฉิน" in said
    assert "นอกเวลาทำการ" not in said
    assert noi.labels == [BACK]


def test_outside_office_hours_it_says_when_officers_are_back(arrive, clock):
    clock.forward(days=3, hours=10)  # Friday, 20:00
    joe = arrive(channel="telegram")
    begins(joe, "English")
    assert "Monday 30 Nov 2026 before 12:30" in joe.says("talk to a human")
    said = joe.says("The drain is blocked")
    assert "case 1" in said
    assert "officers are back Monday 30 Nov 2026 at 08:30" in said
    assert "Expect the answer here Monday 30 Nov 2026 before 12:30" in said
    assert "Not an emergency line" in said
    assert joe.labels == ["Back to the bot"]


def test_a_town_that_told_no_hours_names_no_time(database, clock):
    talk.prepare(database, clock())
    noi = talk.Resident(talk.make_handler(database, clock), database, clock)
    begins(noi)
    for said in (noi.says(WANT), noi.says(BLOCKED)):
        assert " น." not in said
        assert "เจ้าหน้าที่จะตอบ" in said
    with database.read() as session:
        assert session.exec(select(Case)).one().expected_at is None


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("ไทย", "ขอคุยกับคนจริงๆ ได้ไหม", "พิมพ์สิ่งที่อยากบอกเจ้าหน้าที่"),
        ("English", "I want to talk to a real person", "Write what you want to tell"),
        ("မြန်မာ", "လူနဲ့ပြောချင်တယ်", "အရာရှိကို ပြောချင်တာ ရေးပါ"),
    ],
)
def test_a_person_is_asked_for_in_free_words(arrive, language, words, said):
    noi = arrive()
    begins(noi, language)
    assert said in noi.says(words)


def test_who_says_at_once_what_it_is_about_is_passed_on_at_once(arrive, desk):
    noi = arrive()
    begins(noi)
    assert PASSED_ON in noi.says("อยากคุยกับเจ้าหน้าที่เรื่องท่อหน้าบ้านตันค่ะ")
    assert desk.thread == ["อยากคุยกับเจ้าหน้าที่เรื่องท่อหน้าบ้านตันค่ะ"]


def test_a_first_message_may_ask_for_a_person(arrive, desk):
    noi = arrive()
    said = noi.says("ขอปรึกษากับเจ้าหน้าที่เรื่องน้ำเสีย")
    assert said.index("ความเป็นส่วนตัว") < said.index(PASSED_ON)
    assert desk.case.number == 1


def test_in_a_survey_a_person_is_asked_for_and_the_survey_goes_on_later(arrive, desk):
    noi = arrive(channel="telegram")
    start(noi)
    noi.says("เคย")
    assert "พิมพ์สิ่งที่อยากบอกเจ้าหน้าที่" in noi.says("ขอคุยกับคนจริงๆ")
    assert PASSED_ON in noi.says("ข้อ 2 หมายถึงอะไร")
    assert desk.thread == ["ข้อ 2 หมายถึงอะไร"]
    assert "ข้อ 2 จาก 10" in noi.says("ตอบแบบสอบถาม")


def test_officers_see_what_led_to_it(arrive, desk, database, clock):
    noi = arrive()
    begins(noi)
    noi.says("ราคาทองวันนี้เท่าไหร่")
    clock.forward(minutes=1)
    noi.says(WANT)
    noi.says(BLOCKED)
    with database.read() as session:
        before = [w.text for w in cases.thread(session, desk.case.id) if w.before]
    assert "ราคาทองวันนี้เท่าไหร่" in before


# ------------------------------------------------------ stepping back


def test_while_an_officer_has_the_talk_the_bot_answers_nothing(noi, desk):
    desk.does(cases.take)
    assert noi.says("เมืองนิเวศมีกี่ระดับอะคะ") == ""
    desk.answers("อยู่ซอยไหนคะ")
    for word in ("ซอย 5", "ขอบคุณค่ะ", "ไทย", "5", "ช่วยเหลือ", "555"):
        assert noi.says(word) == ""
    assert noi.does("sticker") == ""
    assert desk.thread[-6:] == ["ซอย 5", "ขอบคุณค่ะ", "ไทย", "5", "ช่วยเหลือ", "555"]


def test_after_a_pause_it_confirms_once(noi, desk, clock):
    desk.does(cases.take)
    clock.forward(minutes=29)
    assert noi.says("แล้วก็เหม็นด้วย") == ""
    clock.forward(minutes=31)
    said = noi.says("ยังอยู่ไหมคะ")
    assert AGAIN in said
    assert "มีเจ้าหน้าที่ดูแลเรื่องเลขที่ 1 อยู่" in said
    assert "วันนี้ก่อน 14:00 น." in said
    assert noi.labels == [BACK]
    assert noi.says("รออยู่นะคะ") == ""


def test_who_waits_beyond_the_time_named_hears_no_time_but_an_apology(noi, clock):
    clock.forward(hours=5)
    said = noi.says("ยังไม่มีใครตอบเลย")
    assert "ขอโทษที่ให้รอนาน" in said
    assert " น." not in said


def test_who_writes_again_after_an_answer_gets_a_new_time(noi, desk, clock):
    desk.answers("ไปดูแล้วค่ะ")
    clock.forward(hours=5)  # 15:00
    assert "พรุ่งนี้ก่อน 11:00 น." in noi.says("ยังตันอยู่ค่ะ")
    assert desk.case.state is CaseState.OPEN


def test_danger_is_answered_in_the_midst_of_a_talk_with_an_officer(noi, desk):
    desk.answers("อยู่ซอยไหนคะ")
    said = noi.says("ไฟไหม้โรงงานข้างบ้าน")
    assert "tel:199" in said
    assert "เรื่องด่วนเลขที่ 1" in said
    assert desk.case.urgent
    # They were asked where it is: that it arrived is worth a word.
    assert AGAIN in noi.says("ซอยวัด")
    assert desk.thread[-2:] == ["ไฟไหม้โรงงานข้างบ้าน", "ซอยวัด"]


def test_a_picture_cannot_be_passed_on_and_the_talk_goes_on(noi, desk):
    desk.answers("ถ่ายรูปมาได้ไหมคะ")
    assert "เฉพาะข้อความ" in noi.does("picture")
    assert noi.labels == [BACK]
    assert noi.says("ท่อแตกตรงหน้าบ้านค่ะ") == ""
    assert desk.thread[-1] == "ท่อแตกตรงหน้าบ้านค่ะ"


def test_who_asks_for_a_person_again_hears_that_one_has_it(noi, desk):
    said = noi.says("ขอคุยกับคน")
    assert "กำลังคุยกับเจ้าหน้าที่อยู่ค่ะ เรื่องเลขที่ 1" in said
    assert desk.thread == [BLOCKED]


def test_news_are_stopped_without_leaving_the_talk(arrive, desk):
    noi = arrive(channel="telegram")
    begins(noi, news=True)
    noi.says(WANT)
    noi.says(BLOCKED)
    said = noi.says("หยุด")
    assert said
    assert noi.labels == [BACK]
    assert noi.says("รออยู่นะคะ") == ""
    assert desk.thread == [BLOCKED, "รออยู่นะคะ"]


def test_invitations_are_refused_at_once_without_leaving_the_talk(noi, desk, database):
    assert "จะไม่ชวนตอบแบบสอบถามอีก" in noi.says("ไม่รับแบบสอบถามอีก")
    assert noi.labels == [BACK]
    with database.read() as session:
        purpose = ConsentPurpose.NO_INVITATIONS
        assert consents.in_force(session, noi.contact.resident_id, purpose)
    assert noi.says("รออยู่นะคะ") == ""
    assert desk.thread == [BLOCKED, "รออยู่นะคะ"]


def test_forget_me_works_in_a_talk_with_an_officer(noi, desk):
    noi.says("ลืมฉัน")
    noi.says("1")
    assert desk.case.state is CaseState.CLOSED
    assert desk.case.resident_id is None


def test_buttons_of_a_survey_work_in_a_talk_with_an_officer(arrive, desk):
    noi = arrive(channel="telegram")
    start(noi)
    noi.says("เคย")
    answer = noi.heard[-1].choices[0].data
    noi.says(WANT)
    noi.says(BLOCKED)
    assert "จาก 10" in noi.does("press", data=answer)


@pytest.mark.parametrize("way", [BACK, "กลับไปคุยกับระบบ", "เมนู"])
def test_the_resident_can_always_go_back_to_the_bot(noi, desk, way):
    desk.answers("อยู่ซอยไหนคะ")
    assert "อยากทำอะไรต่อ" in noi.says(way)
    assert "5 ระดับ" in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
    assert desk.thread == [BLOCKED, "อยู่ซอยไหนคะ"]


def test_who_goes_back_is_told_that_the_case_stays(noi, desk):
    said = noi.presses(BACK)
    assert "เรื่องเลขที่ 1 ยังอยู่กับเจ้าหน้าที่" in said
    assert desk.case.state is CaseState.OPEN
    desk.answers("ไปดูแล้วค่ะ")
    assert noi.says("ขอบคุณค่ะ ยังตันอยู่") == ""
    assert desk.thread[-1] == "ขอบคุณค่ะ ยังตันอยู่"


def test_an_answer_that_waits_for_the_next_word_is_not_held_back_by_silence(
    arrive, desk, database, clock
):
    """On LINE, with the month's messages spent, it rides along with a reply."""
    noi = arrive(channel="line")
    begins(noi)
    noi.says(WANT)
    noi.says(BLOCKED)
    owed = desk.answers("อยู่ซอยไหนคะ")
    with database.write() as session:
        parked = DeliveryState.PARKED
        deliveries.settle(session, [owed.id], parked, clock(), reason="quota")
    assert AGAIN in noi.says("มีใครอยู่ไหมคะ")


# ---------------------------------------------------------- returning


def test_when_the_case_is_closed_the_bot_goes_on(noi, desk):
    desk.answers("ล้างท่อให้แล้วค่ะ")
    desk.does(cases.close)
    kind, said = desk.owed()
    assert "ปิดเรื่องเลขที่ 1 แล้ว" in said
    assert "จากนี้บอตตอบต่อ" in said
    # They have their answer: this can wait for their next word, where it is free.
    assert kind is DeliveryKind.REPLY
    assert "5 ระดับ" in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")


def test_who_never_had_an_answer_is_told_of_the_end_as_by_an_officer(noi, desk):
    desk.does(cases.close)
    assert desk.owed()[0] is DeliveryKind.OFFICER


def test_an_officer_hands_the_talk_back(arrive, desk):
    joe = arrive(channel="telegram")
    begins(joe, "English")
    joe.says("talk to a person")
    joe.says("How many levels has an eco-industrial town?")
    desk.does(cases.take)
    desk.does(cases.hand_back)
    kind, said = desk.owed()
    assert "The officer lets the bot go on" in said
    assert kind is DeliveryKind.REPLY
    assert "Source" in joe.says("What is an eco-industrial town?")
    assert desk.case.state is CaseState.OPEN
    assert desk.case.officer_id is None


def test_who_is_in_a_survey_when_the_case_is_closed_stays_in_it(noi, desk):
    noi.says("ตอบแบบสอบถาม")
    noi.presses("ยินดีตอบ")
    desk.does(cases.close)
    _, said = desk.owed()
    assert "ปิดเรื่องเลขที่ 1 แล้ว" in said
    assert "บอตตอบต่อ" not in said
    assert "ข้อ 2 จาก 10" in noi.says("เคย")


def test_who_went_back_to_the_bot_is_not_told_that_it_is_back(noi, desk):
    noi.presses(BACK)
    before = desk.owed()
    desk.does(cases.hand_back)
    assert desk.owed() == before


def test_after_a_long_silence_the_bot_says_so_and_goes_on(noi, desk, pass_hours):
    desk.answers("จะไปดูค่ะ")
    assert not pass_hours(71)
    assert desk.owed()[0] is DeliveryKind.OFFICER
    assert pass_hours(2)
    kind, said = desk.owed()
    assert "เงียบกันไปสักพัก" in said
    assert "ยังไม่ได้ตอบ" not in said
    assert kind is DeliveryKind.REPLY
    assert "5 ระดับ" in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
    assert desk.case.state is CaseState.ANSWERED


def test_a_silence_is_ended_once(noi, desk, pass_hours, database):
    assert pass_hours(73)
    assert "ขอโทษที่เจ้าหน้าที่ยังไม่ได้ตอบ" in desk.owed()[1]
    with database.read() as session:
        before = len(session.exec(select(Delivery)).all())
    assert not pass_hours(73)
    with database.read() as session:
        assert len(session.exec(select(Delivery)).all()) == before
    assert desk.case.state is CaseState.OPEN


def test_a_word_at_the_last_moment_is_no_silence(noi, desk, database, clock):
    clock.forward(hours=73)
    before = clock() - timedelta(hours=72)
    with database.read() as session:
        assert talks.silent(session, before) == [desk.case.id]
    noi.says("ยังรออยู่ค่ะ")
    with database.write() as session:
        assert not talks.end_silence(session, desk.case.id, before, clock())


def test_taking_a_case_is_no_silence(noi, desk, clock, pass_hours):
    clock.forward(hours=70)
    desk.does(cases.take)
    assert not pass_hours(3)
    assert pass_hours(70)


def test_an_officers_later_answer_brings_the_talk_back_to_them(noi, desk, pass_hours):
    pass_hours(73)
    noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
    desk.answers("ขอโทษที่ช้าค่ะ อยู่ซอยไหนคะ")
    assert noi.says("ซอย 5") == ""
    assert desk.thread[-1] == "ซอย 5"


def test_when_officers_gave_it_back_no_other_channel_writes_to_them(
    noi, arrive, desk, database, clock
):
    """One person on two channels, in the talk on both."""
    web = arrive(channel="web")
    begins(web)
    with database.write() as session:
        code = codes.make(session, codes.JOIN, noi.contact.resident_id, clock())
    web.says(code)
    web.says(WANT)
    web.says("ยังตันอยู่")
    assert noi.says("ทางนี้ก็เหมือนกัน") == ""
    desk.does(cases.close)
    assert "5 ระดับ" in web.says("เมืองนิเวศมีกี่ระดับอะคะ")
    assert "5 ระดับ" in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
