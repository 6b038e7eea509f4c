"""A resident answers a survey: to the end, in pieces, changed, interrupted."""

import pytest
from sqlalchemy import select

from api.store import cases, indicators, waves
from api.store.models import Answer, Response, ResponseLink
from tests.api.store import releasing
from tests.journeys.talk import answers_of, begins, start

ANSWERS = ["เคย", "ไม่เคย", "4", "๔", "พอใจ", "1,3", "ดี", "2", "12 ปี", "อยากให้น้ำใสขึ้น"]


def test_a_whole_survey_by_typing(arrive, database):
    noi = arrive()
    begins(noi)
    intro = noi.says("ตอบแบบสอบถาม")
    assert "10 ข้อ" in intro
    assert "2 นาที" in intro
    assert "ข้อ 1 จาก 10" in noi.presses("ยินดีตอบ")
    for number, answer in enumerate(ANSWERS[:-1], 2):
        assert f"ข้อ {number} จาก 10" in noi.says(answer)
    assert "ขอบคุณ" in noi.says(ANSWERS[-1])
    assert answers_of(database) == {
        "heard": "yes",
        "took_part": "no",
        "info_ease": 4,
        "info_trust": 4,
        "dialogue": 4,
        "troubles": ["smell", "noise"],
        "quality_of_life": 4,
        "role": "works",
        "years": 12,
        "suggestion": "text",
    }


def test_a_whole_survey_by_buttons(arrive, database):
    noi = arrive(channel="telegram")
    start(noi)
    for label in ("เคย", "เคย", "ง่าย", "ปานกลาง", "พอใจมาก"):
        noi.presses(label)
    noi.presses("กลิ่นเหม็น")
    noi.presses("เสียงดัง")
    assert "ข้อ 7" in noi.presses("ครบแล้ว")
    noi.presses("ดี")
    noi.presses("ทำงานที่นี่")
    noi.presses("ไม่ทราบ")
    assert "ขอบคุณ" in noi.presses("ข้ามข้อนี้")
    found = answers_of(database)
    assert found["troubles"] == ["smell", "noise"]
    assert found["years"] == "dont_know"
    assert found["suggestion"] == "skipped"


def test_none_of_these_stands_alone(arrive, database):
    noi = arrive()
    start(noi)
    for answer in ANSWERS[:5]:
        noi.says(answer)
    noi.presses("กลิ่นเหม็น")
    said = noi.presses("ไม่มีเลย")
    assert "เลือกไว้แล้ว: ไม่มีเลย\n" in said


def test_a_tick_is_told_in_a_line_and_not_with_the_whole_question(arrive, database):
    noi = arrive()
    start(noi)
    for answer in ANSWERS[:5]:
        noi.says(answer)
    assert noi.presses("เสียงดัง") == ('เลือกไว้แล้ว: เสียงดัง\nกดเพิ่มได้ หรือกด "ครบแล้ว"')
    assert "เลือกไว้แล้ว: กลิ่นเหม็น, เสียงดัง\n" in noi.presses("กลิ่นเหม็น")
    noi.presses("กลิ่นเหม็น")
    again = noi.presses("เสียงดัง")  # nothing is ticked any more
    assert "ข้อ 6 จาก 10" in again
    assert "✓" not in again


def test_between_ticks_one_may_be_typed(arrive, database):
    noi = arrive()
    start(noi)
    for answer in ANSWERS[:5]:
        noi.says(answer)
    noi.presses("กลิ่นเหม็น")
    assert "เลือกไว้แล้ว: กลิ่นเหม็น, เสียงดัง\n" in noi.says("3")
    assert "เลือกไว้แล้ว: กลิ่นเหม็น, เสียงดัง\n" in noi.says("กลิ่นเหม็น")
    assert "ข้อ 7" in noi.says("ครบแล้ว")
    assert answers_of(database)["troubles"] == ["smell", "noise"]


def test_stopped_half_way_it_goes_on_days_later(arrive, clock):
    noi = arrive()
    start(noi)
    noi.says("เคย")
    assert "พักไว้ก่อน" in noi.says("หยุด")
    clock.forward(days=4)
    assert "5 ระดับ" in noi.says("เมืองนิเวศมีกี่ระดับอะคะ")
    said = noi.says("ตอบต่อ")
    assert "ตอบต่อจากข้อที่ค้างไว้" in said
    assert "ข้อ 2 จาก 10" in said


def test_not_satisfied_is_not_satisfied(arrive, database):
    noi = arrive()
    start(noi)
    for answer in ("เคย", "ไม่เคย", "3", "3"):
        noi.says(answer)
    noi.says("ไม่พอใจ")
    assert answers_of(database)["dialogue"] == 2


def test_what_is_not_understood_is_asked_again_and_never_guessed(arrive, database):
    noi = arrive()
    start(noi)
    noi.says("เคย")
    noi.says("ไม่เคย")
    assert "ลองตอบแบบนี้" in noi.says("555")
    assert 'กด "ข้ามข้อนี้"' in noi.says("แล้วแต่")
    assert "info_ease" not in answers_of(database)
    assert "ข้อ 4" in noi.says("ข้าม")


@pytest.mark.parametrize(
    ("before", "typed", "question", "stored"),
    [
        (ANSWERS[:8], "1", "years", 1),
        (ANSWERS[:8], "๒", "years", 2),
        (ANSWERS[:2], "6", "info_ease", None),
        (ANSWERS[:2], "7", "info_ease", None),
        (ANSWERS[:5], "2", "troubles", ["wastewater"]),
        (ANSWERS[:9], "1", "suggestion", "text"),
    ],
)
def test_a_typed_number_is_an_answer_and_never_a_hidden_button(
    arrive, database, before, typed, question, stored
):
    noi = arrive()
    start(noi)
    for answer in before:
        noi.says(answer)
    noi.says(typed)
    assert answers_of(database).get(question) == stored


@pytest.mark.parametrize("kind", ["sticker", "picture", "location", "file"])
def test_a_picture_in_between_keeps_the_question_open(arrive, kind):
    noi = arrive()
    start(noi)
    assert noi.does(kind)
    assert "ข้อ 2 จาก 10" in noi.says("เคย")


def test_back_changes_the_last_answer(arrive, database):
    noi = arrive()
    start(noi)
    noi.says("เคย")
    assert "ข้อ 1 จาก 10" in noi.says("ย้อนกลับ")
    noi.says("ไม่เคย")
    assert answers_of(database)["heard"] == "no"


def test_a_question_in_between_is_answered_and_the_survey_goes_on(arrive):
    noi = arrive()
    start(noi)
    said = noi.says("เมืองอุตสาหกรรมเชิงนิเวศคืออะไร")
    assert "ที่มา" in said
    assert "ข้อ 1 จาก 10" in said
    assert "ข้อ 2 จาก 10" in noi.says("เคย")


def test_danger_in_the_middle_of_a_survey_keeps_its_place(arrive, database):
    noi = arrive()
    start(noi)
    noi.says("เคย")
    said = noi.says("ไฟไหม้โรงงานข้างบ้าน")
    assert said.index("tel:199") < said.index("ข้อ 2 จาก 10")
    assert "ข้อ 3 จาก 10" in noi.presses("ไม่เคย")
    assert answers_of(database) == {"heard": "yes", "took_part": "no"}


def test_an_answer_in_words_of_danger_gets_the_card_and_is_recorded(arrive, database):
    noi = arrive()
    start(noi)
    for answer in ANSWERS[:-1]:
        noi.says(answer)
    said = noi.says("แก้ปัญหารถติดและอุบัติเหตุบนถนน")
    assert said.index("tel:1669") < said.index("ขอบคุณที่สละเวลา")
    assert answers_of(database)["suggestion"] == "text"


def test_a_second_tap_and_an_old_button_change_nothing(arrive, database):
    noi = arrive()
    start(noi)
    old = noi.button("เคย")
    noi.does("press", data=old)
    assert "ข้อ 2 จาก 10" in noi.does("press", data=old)
    assert answers_of(database) == {"heard": "yes"}


def test_a_redelivered_answer_counts_once(arrive, database):
    noi = arrive()
    start(noi)
    press = noi.button("เคย")
    assert noi.does("press", data=press, key="same")
    assert noi.does("press", data=press, key="same") == ""
    assert answers_of(database) == {"heard": "yes"}


def test_officers_do_not_read_answers_in_the_thread_of_a_case(arrive, database):
    noi = arrive()
    start(noi)
    for answer in ANSWERS:
        noi.says(answer)
    noi.says("คุยกับเจ้าหน้าที่")
    noi.says("ท่อหน้าบ้านตัน")
    with database.read() as session:
        [case] = cases.list_(session).items
        thread = [word.text for word in cases.thread(session, case.id)]
    assert "ท่อหน้าบ้านตัน" in thread
    assert not set(thread) & set(ANSWERS)


def test_nobody_answers_with_anothers_button(arrive, database):
    noi, lek = arrive(), arrive()
    start(noi)
    begins(lek)
    assert "หมดอายุ" in lek.does("press", data=noi.button("เคย"))
    assert answers_of(database) == {}


def test_one_person_answers_a_wave_once(arrive):
    noi = arrive()
    start(noi)
    for answer in ANSWERS:
        noi.says(answer)
    assert "ตอบแบบสอบถามรอบนี้แล้ว" in noi.says("ตอบแบบสอบถาม")


def test_after_the_close_nothing_is_taken(arrive, database, clock):
    noi = arrive()
    start(noi)
    press = noi.button("เคย")
    with database.write() as session:
        [wave] = waves.open_waves(session)
        waves.close(session, wave.id, clock())
    assert "ปิดแล้ว" in noi.says("เคย")
    assert "ปิดแล้ว" in noi.does("press", data=press)
    assert answers_of(database) == {}


def test_a_survey_goes_on_on_the_other_channel(arrive, database):
    noi = arrive()
    start(noi)
    noi.says("เคย")
    phone = arrive(channel="telegram")
    begins(phone)
    noi.says("หยุด")
    noi.says("เมนู")
    noi.says("5")
    code = noi.presses("ใช้อีกช่องทางด้วย").split(": ")[1].split("\n")[0]
    assert "เชื่อมแล้ว" in phone.says(code)
    assert "ข้อ 2 จาก 10" in phone.says("ตอบต่อ")
    phone.says("ไม่เคย")
    assert answers_of(database) == {"heard": "yes", "took_part": "no"}


def test_a_response_does_not_name_its_resident(arrive, database):
    noi = arrive()
    start(noi)
    assert {"resident_id", "contact_id"}.isdisjoint(Response.model_fields)
    with database.read() as session:
        link = session.scalars(select(ResponseLink)).one()
    assert link.resident_id == noi.contact.resident_id


def test_answers_become_an_indicator_from_thirty_on(arrive, database, clock):
    def somebody_answers():
        resident = arrive()
        start(resident)
        for answer in ANSWERS:
            resident.says(answer)

    def others_have_answered(count):
        # Word for word as somebody did in the chat; what that takes is shown above.
        with database.write() as session:
            [said] = session.scalars(select(Response)).all()
            answers = session.scalars(select(Answer)).all()
            for _ in range(count):
                again = Response(**said.model_dump(exclude={"id"}))
                session.add(again)
                session.flush()
                for each in answers:
                    copied = each.model_dump(exclude={"id", "response_id"})
                    session.add(Answer(response_id=again.id, **copied))

    def awareness():
        with database.write() as session:
            [wave] = waves.open_waves(session)
            indicators.compute(session, wave.id, clock())
            values = {each.code: each for each in indicators.latest(session)}
        return values["ET-S1"]

    lek = arrive()
    begins(lek)
    somebody_answers()
    others_have_answered(28)
    too_few = awareness()
    assert (too_few.n, too_few.value, too_few.low) == (29, None, None)
    said = lek.says("ความคืบหน้า")
    assert "มีคนตอบแล้ว 29 คน" in said
    assert "ผลจะบอกเมื่อปิดรับคำตอบและเจ้าหน้าที่สองคนตรวจแล้ว" in said

    somebody_answers()
    enough = awareness()
    assert (enough.n, enough.value, enough.high) == (30, 100.0, 100.0)
    # Wilson, 30 of 30.
    assert round(enough.low, 2) == 88.65
    assert "%" not in lek.says("ความคืบหน้า")
    with database.write() as session:
        [wave] = waves.open_waves(session)
        releasing.put(session, wave, "ET-S1", 30, 30, clock(), revision=9)
    said = lek.says("ความคืบหน้า")
    assert "100% (ช่วง 89-100%, ผู้ตอบ 30 คน) ⚠" in said
    assert "⚠ = ใช้ด้วยความระวัง" in said
    assert "n<30" not in said


def test_a_figure_from_many_people_carries_no_warning(arrive, database, clock):
    lek = arrive()
    begins(lek)
    with database.write() as session:
        [wave] = waves.open_waves(session)
        releasing.put(session, wave, "ET-S1", 60, 30, clock())
    said = lek.says("ความคืบหน้า")
    assert "50% (ช่วง 38-62%, ผู้ตอบ 60 คน)" in said
    assert "⚠" not in said
