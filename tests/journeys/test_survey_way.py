"""The way into a survey, through it and out of it."""

from datetime import date

import pytest
from sqlalchemy import select

from api.store import waves
from api.store.models import Consent, Invitation, Response, Utterance, Wave
from api.store.words import ConsentPurpose, ResponseState, WaveState
from bot import short
from tests.journeys.polls import question, scale, yes_no
from tests.journeys.surveying import poll_town as poll_town

AIR = scale("air", "อากาศเป็นอย่างไรคะ")
WATER = scale("water", "น้ำเป็นอย่างไรคะ")
MET = yes_no("met", "เดือนนี้เจอน้ำเสียไหมคะ")
ONCE = {"==": [{"var": "met"}, "a"]}


def agreed_to_surveys(database):
    with database.read() as session:
        given = select(Consent).where(Consent.purpose == ConsentPurpose.SURVEYS)
        return session.scalars(given).all()


def test_before_the_first_question_it_is_said_who_asks_why_and_how_long(poll_town):
    poll_town.asks(
        AIR,
        WATER,
        wave={"responsible": "กองสาธารณสุข", "results_by": date(2027, 1, 15)},
    )
    noi = poll_town.arrives()
    assert noi.says("ตอบแบบสอบถาม") == (
        "น้ำและอากาศในอ้อมน้อย\n"
        "อยากรู้ว่าคนอ้อมน้อยเจออะไรบ้าง จะได้แก้ให้ตรงจุดค่ะ\n"
        "\n"
        "ผู้ถาม: กองสาธารณสุข\n"
        "มี 2 ข้อ ใช้เวลาราว 1 นาที\n"
        "ตอบหรือไม่ตอบก็ได้ค่ะ\n"
        'อยากพัก พิมพ์ "หยุด" แล้วกลับมาตอบต่อได้\n'
        'ตอบผิด พิมพ์ "กลับ" แก้ข้อที่แล้วได้\n'
        "แสดงเฉพาะผลรวม เมื่อมีคนตอบ 30 คนขึ้นไป\n"
        "ทราบผลภายใน 15 ม.ค. 2570\n"
        "1. ยินดีตอบ\n"
        "2. ไม่สะดวก"
    )
    assert poll_town.response().state == "offered"


def test_the_thanks_say_what_happens_next_and_when(poll_town):
    poll_town.asks(AIR, wave={"results_by": date(2027, 1, 15)})
    said = poll_town.begins().says("4")
    assert said.startswith(
        "ขอบคุณที่ช่วยตอบค่ะ\n"
        "คำตอบของคุณจะนับรวมกับของคนอื่น แล้วสรุปเป็นรายงาน\n"
        "ทราบผลภายใน 15 ม.ค. 2570"
    )


class TestAge:
    """Where the wave asks for adults, that is asked before everything else."""

    def asked(self, poll_town):
        poll_town.asks(AIR, wave={"min_age": 18})
        noi = poll_town.arrives()
        assert "ถามเฉพาะคนอายุ 18 ปีขึ้นไป" in noi.says("ตอบแบบสอบถาม")
        said = noi.presses("ยินดีตอบ")
        assert "คุณอายุ 18 ปีขึ้นไปไหมคะ" in said
        return noi

    def test_who_is_old_enough_goes_on(self, poll_town):
        noi = self.asked(poll_town)
        assert "ข้อ 1 จาก 1" in noi.presses("ใช่ 18 ปีขึ้นไป")
        assert poll_town.response().adult is True

    @pytest.mark.parametrize(
        "typed", ["ใช่ค่ะ", "1", "65", "๖๕ ปี", "อายุ 65 ปีค่ะ", "60 กว่าแล้ว"]
    )
    def test_it_is_typed_too(self, poll_town, typed):
        assert "ข้อ 1 จาก 1" in self.asked(poll_town).says(typed)

    @pytest.mark.parametrize("typed", ["ยังไม่ถึง", "2", "17", "อายุ 15 ปี", "ยังไม่ถึง 18 ค่ะ"])
    def test_who_is_too_young_is_thanked_and_nothing_else_is_kept(
        self, poll_town, database, typed
    ):
        noi = self.asked(poll_town)
        said = noi.says(typed)
        assert said.startswith("ขอบคุณที่สนใจนะคะ")
        response = poll_town.response()
        assert (response.state, response.adult) == ("ineligible", False)
        assert agreed_to_surveys(database) == []
        assert poll_town.answers() == {}
        # And is not asked again, nor let in by an old button.
        assert noi.says("ตอบแบบสอบถาม").startswith("ขอบคุณที่สนใจนะคะ")
        old = f"s:{short.write(response.id)}:age:y"
        assert noi.does("press", data=old).startswith("ขอบคุณที่สนใจนะคะ")

    def test_what_is_not_understood_is_asked_again_and_nothing_assumed(self, poll_town):
        noi = self.asked(poll_town)
        said = noi.says("อืม")
        assert "พิมพ์อายุเป็นตัวเลขก็ได้" in said
        assert "คุณอายุ 18 ปีขึ้นไปไหมคะ" in said
        assert poll_town.response().adult is None

    @pytest.mark.parametrize("stop", ["หยุด", "ไว้ก่อน"])
    def test_whoever_leaves_it_open_stays_unknown(self, poll_town, database, stop):
        noi = self.asked(poll_town)
        agreed = noi.button("ใช่ 18 ปีขึ้นไป").removesuffix(":age:y")
        response = poll_town.response()
        assert (response.state, response.adult) == ("started", None)
        assert "ยังไม่เริ่มตอนนี้" in noi.says(stop)
        response = poll_town.response()
        assert (response.state, response.adult) == ("paused", None)
        # Whatever leads back asks the age first, and keeps nothing before.
        age = "คุณอายุ 18 ปีขึ้นไปไหมคะ"
        assert age in noi.says("ตอบแบบสอบถาม")
        assert age in noi.does("press", data=f"{agreed}:yes")
        assert age in noi.does("press", data=f"{agreed}:0:3")
        assert poll_town.answers() == {}
        assert agreed_to_surveys(database) == []
        assert "ข้อ 1 จาก 1" in noi.does("press", data=f"{agreed}:age:y")

    def test_danger_in_between_comes_first_and_the_age_is_asked_again(self, poll_town):
        noi = self.asked(poll_town)
        said = noi.says("ไฟไหม้โรงงาน")
        assert noi.heard[0].card.urgent
        assert "คุณอายุ 18 ปีขึ้นไปไหมคะ" in said
        assert poll_town.response().adult is None
        assert "ข้อ 1 จาก 1" in noi.says("65")

    @pytest.mark.parametrize("typed", ["ไม่สะดวกค่ะ", "ไม่ตอบค่ะ"])
    def test_whoever_would_rather_not_tell_may_say_so(self, poll_town, typed):
        noi = self.asked(poll_town)
        assert "ไม่เป็นไรค่ะ ขอบคุณที่บอก" in noi.says(typed)
        response = poll_town.response()
        assert (response.state, response.adult) == ("declined", None)

    def test_after_the_second_miss_there_is_a_way_out(self, poll_town):
        noi = self.asked(poll_town)
        first = noi.says("อืม")
        assert noi.labels == ["ใช่ 18 ปีขึ้นไป", "ยังไม่ถึง 18 ปี"]
        # A question of theirs is no miss.
        noi.says("น้ำประปาไม่ไหลต้องแจ้งใครคะ")
        assert noi.labels == ["ใช่ 18 ปีขึ้นไป", "ยังไม่ถึง 18 ปี"]
        second = noi.says("อืม")
        assert second != first
        assert 'ถ้าไม่อยากบอกอายุ กด "ไม่สะดวก" ได้เลย' in second
        assert noi.labels == ["ใช่ 18 ปีขึ้นไป", "ยังไม่ถึง 18 ปี", "ไม่สะดวก"]
        assert "ไม่เป็นไรค่ะ ขอบคุณที่บอก" in noi.presses("ไม่สะดวก")
        assert poll_town.response().state == "declined"
        # Whoever changes their mind is asked anew.
        noi.says("ตอบแบบสอบถาม")
        assert "คุณอายุ 18 ปีขึ้นไปไหมคะ" in noi.says("ตกลงค่ะ")

    def test_a_word_that_waited_is_no_age(self, poll_town):
        poll_town.asks(AIR, wave={"min_age": 18})
        noi = poll_town.arrives()
        noi.says("ตอบแบบสอบถาม")
        typed_at = poll_town.clock()
        poll_town.clock.forward(minutes=10)
        noi.presses("ยินดีตอบ")
        said = noi.does("text", text="1", message_id="m1", at=typed_at)
        assert "ส่งมาก่อนคำถามนี้" in said
        assert poll_town.response().adult is None
        assert "ข้อ 1 จาก 1" in noi.says("1")

    def test_their_age_is_not_kept_among_their_words(self, poll_town, database):
        noi = self.asked(poll_town)
        noi.says("65")
        with database.read() as session:
            kept = session.scalars(select(Utterance)).all()
        # What began the talk, and the wish to take part.
        assert len(kept) == 2


class TestBranches:
    def test_a_question_is_asked_only_where_it_applies_and_the_total_never_grows(
        self, poll_town
    ):
        where = question("where", "open", "เจอที่ไหนคะ", ask_if=ONCE)
        poll_town.asks(MET, where, AIR, WATER)
        noi = poll_town.begins()
        assert "ข้อ 1 จาก 4" in noi.heard[-1].text
        said = noi.says("ไม่เคย")
        assert "ข้อ 2 จาก 3" in said
        assert "อากาศ" in said
        assert "ข้อ 3 จาก 3 (เหลืออีก 1 ข้อ)" in noi.says("4")

    def test_a_changed_answer_leads_the_other_way(self, poll_town):
        where = question("where", "open", "เจอที่ไหนคะ", ask_if=ONCE)
        poll_town.asks(MET, where, AIR)
        noi = poll_town.begins()
        assert "เจอที่ไหนคะ" in noi.says("เคย")
        assert "เดือนนี้เจอน้ำเสียไหมคะ" in noi.says("ย้อนกลับ")
        assert "อากาศเป็นอย่างไรคะ" in noi.says("ไม่เคย")
        assert poll_town.answers() == {"met": "b"}

    def test_a_calculation_decides_too(self, poll_town):
        number = question("a", "number", "เมื่อวานเจอกี่ครั้งคะ", min=0, max=9)
        again = question("b", "number", "วันนี้เจอกี่ครั้งคะ", min=0, max=9)
        often = {">": [{"var": "sum"}, 5]}
        poll_town.asks(
            number,
            again,
            question("why", "open", "เพราะอะไรคะ", ask_if=often),
            AIR,
            calculations=[{"key": "sum", "value": {"+": [{"var": "a"}, {"var": "b"}]}}],
        )
        noi = poll_town.begins()
        noi.says("3")
        assert "เพราะอะไรคะ" in noi.says("4")


class TestConstraints:
    SICK = question(
        "sick",
        "number",
        "ในบ้านป่วยกี่คนคะ",
        min=0,
        max=20,
        constraint={"<=": [{"var": "."}, {"var": "home"}]},
        constraint_message={"th": "ป่วยมากกว่าคนในบ้านไม่ได้ค่ะ ลองอีกครั้งนะคะ"},
    )

    def test_what_cannot_be_is_asked_again_with_the_reason_and_not_kept(
        self, poll_town
    ):
        home = question("home", "number", "อยู่ด้วยกันกี่คนคะ", min=1, max=20)
        poll_town.asks(home, self.SICK, AIR)
        noi = poll_town.begins()
        noi.says("4")
        said = noi.says("5")
        assert said.startswith("ป่วยมากกว่าคนในบ้านไม่ได้ค่ะ")
        assert "ข้อ 2 จาก 3" in said
        assert poll_town.answers() == {"home": 4}
        # The second time the way out stands first.
        assert 'กด "ข้ามข้อนี้" ได้เลย' in noi.says("6")
        assert noi.labels[0] == "ข้ามข้อนี้"
        noi.says("2")
        assert poll_town.answers() == {"home": 4, "sick": 2}

    def test_too_many_ticks_can_be_taken_away(self, poll_town):
        most = {"<=": [{"count": [{"var": "."}]}, 1]}
        what = question("what", "multiple", "เรื่องสำคัญที่สุดคะ", "กลิ่น", "ฝุ่น")
        message = {"th": "เลือกได้ข้อเดียวค่ะ"}
        poll_town.asks({**what, "constraint": most, "constraint_message": message})
        noi = poll_town.begins()
        noi.presses("กลิ่น")
        noi.presses("ฝุ่น")
        assert noi.presses("ครบแล้ว").startswith("เลือกได้ข้อเดียวค่ะ")
        noi.does("press", data=noi.heard[-1].choices[0].data)
        noi.presses("ครบแล้ว")
        assert poll_town.answers() == {"what": ["b"]}

    WHAT = question("what", "multiple", "เลือกสองเรื่องคะ", "กลิ่น", "ฝุ่น", "เสียง")

    def test_after_too_many_ticks_the_right_ones_may_be_typed(self, poll_town):
        most = {"<=": [{"count": [{"var": "."}]}, 2]}
        poll_town.asks({**self.WHAT, "constraint": most})
        noi = poll_town.begins()
        for label in ("กลิ่น", "ฝุ่น", "เสียง", "ครบแล้ว"):
            noi.presses(label)
        assert "เลือกไว้แล้ว: กลิ่น, เสียง\n" in noi.says("1,3")
        noi.says("ครบแล้ว")
        assert poll_town.answers() == {"what": ["a", "c"]}

    def test_after_too_few_ticks_another_is_typed_beside_them(self, poll_town):
        least = {">=": [{"count": [{"var": "."}]}, 2]}
        poll_town.asks({**self.WHAT, "constraint": least})
        noi = poll_town.begins()
        noi.presses("กลิ่น")
        noi.presses("ครบแล้ว")
        assert "เลือกไว้แล้ว: กลิ่น, เสียง\n" in noi.says("3")
        noi.says("ครบแล้ว")
        assert poll_town.answers() == {"what": ["a", "c"]}


class TestNotUnderstood:
    def test_once_with_an_example_then_the_way_to_skip_in_front(self, poll_town):
        poll_town.asks(AIR, WATER)
        noi = poll_town.begins()
        assert "ลองตอบแบบนี้นะคะ: 3. เฉย ๆ" in noi.says("ก็นะ")
        assert noi.labels[-1] == "ข้ามข้อนี้"
        assert 'ถ้าตอบยาก กด "ข้ามข้อนี้" ได้เลย' in noi.says("ก็นะ")
        assert noi.labels[0] == "ข้ามข้อนี้"
        assert poll_town.answers() == {}

    def test_skipping_is_not_offered_where_it_is_not_allowed(self, poll_town):
        poll_town.asks({**AIR, "allow_skip": False})
        noi = poll_town.begins()
        noi.says("ก็นะ")
        assert "ข้าม" not in noi.says("ก็นะ")
        assert "ยังไม่เข้าใจคำตอบ" in noi.says("ข้าม")
        assert poll_town.answers() == {}


QUOTAS = ({"question": "met", "value": "a", "at_most": 1},)


class TestQuotas:
    def filled(self, poll_town):
        poll_town.asks(MET, AIR, quotas=QUOTAS)
        first = poll_town.begins()
        first.says("เคย")
        first.says("4")

    def test_who_comes_after_it_is_full_is_thanked_and_not_counted(self, poll_town):
        self.filled(poll_town)
        noi = poll_town.begins()
        said = noi.says("เคย")
        assert said.startswith("ขอบคุณมากค่ะ\nตอนนี้มีคนกลุ่มเดียวกับคุณตอบครบ")
        response = poll_town.responses()[-1]
        assert (response.state, response.excluded) == ("ineligible", "quota")
        assert "ตอบครบแล้ว" in noi.says("ตอบแบบสอบถาม")

    def test_others_go_on(self, poll_town):
        self.filled(poll_town)
        assert "ข้อ 2 จาก 2" in poll_town.begins().says("ไม่เคย")

    def test_the_last_place_is_given_once(self, poll_town):
        poll_town.asks(MET, AIR, quotas=QUOTAS)
        first, second = poll_town.begins(), poll_town.begins()
        first.says("เคย")
        assert "ข้อ 2 จาก 2" in second.says("เคย")
        first.says("4")
        assert "ตอบครบแล้ว" in second.says("4")
        assert [each.state for each in poll_town.responses()] == [
            "complete",
            "ineligible",
        ]


def test_a_shuffled_group_keeps_its_order_for_each_response(poll_town):
    felt = [scale(key, f"{key} เป็นอย่างไรคะ", group="felt") for key in "abcdef"]
    poll_town.asks(MET, *felt, AIR, groups=[{"key": "felt", "shuffle": True}])
    orders = set()
    for _ in range(4):
        noi = poll_town.begins()
        response = poll_town.responses()[-1]
        order = response.asked_order
        assert order[0] == "met"
        assert order[-1] == "air"
        assert sorted(order) == ["a", "air", "b", "c", "d", "e", "f", "met"]
        orders.add(tuple(order))
        noi.says("เคย")
        for place, key in enumerate(order[1:-1], start=2):
            assert f"ข้อ {place} จาก 8" in noi.heard[-1].text
            assert f"{key} เป็นอย่างไรคะ" in noi.heard[-1].text
            noi.presses("ดี")
    assert len(orders) > 1


class TestInvitations:
    def press(self, noi, what, wave_id):
        return noi.does("press", data=f"survey:{what}{short.write(wave_id)}")

    def test_a_press_begins_this_very_wave(self, poll_town):
        poll_town.asks(AIR)
        poll_town.clock.forward(days=1)
        second = poll_town.asks(WATER, key="w2", version=2)
        noi = poll_town.arrives()
        noi.says("ตอบแบบสอบถาม")
        assert self.press(noi, "w:", second).startswith("น้ำและอากาศในอ้อมน้อย")
        assert "น้ำเป็นอย่างไรคะ" in noi.presses("ยินดีตอบ")
        # Pressed again, it goes on where they are.
        assert "ตอบต่อจากข้อที่ค้างไว้" in self.press(noi, "w:", second)

    def test_a_press_declines_it(self, poll_town):
        wave = poll_town.asks(AIR)
        noi = poll_town.arrives()
        assert "ไม่เป็นไรค่ะ" in self.press(noi, "no:", wave)
        assert poll_town.response().state == "declined"

    def test_what_was_begun_is_not_declined_by_an_old_button(self, poll_town):
        wave = poll_town.asks(AIR, WATER)
        noi = poll_town.begins()
        old = f"s:{short.write(poll_town.response().id)}:no"
        noi.says("4")
        assert "ข้อ 2 จาก 2" in self.press(noi, "no:", wave)
        assert "ข้อ 2 จาก 2" in noi.does("press", data=old)
        assert poll_town.answers() == {"air": 4}
        assert poll_town.response().state == "started"

    @pytest.mark.parametrize(
        "data", ["survey:w:x", "survey:w:" + "A" * 22, "survey:q:1"]
    )
    def test_a_button_that_names_no_wave_leads_to_the_menu(self, poll_town, data):
        poll_town.asks(AIR)
        assert "ปุ่มนี้" in poll_town.arrives().does("press", data=data)

    def test_after_its_close_it_is_said_so(self, poll_town):
        wave = poll_town.asks(AIR)
        poll_town.change(wave, state=WaveState.CLOSED)
        assert "ปิดแล้ว" in self.press(poll_town.arrives(), "w:", wave)

    def test_whoever_was_not_drawn_is_not_let_in(self, poll_town, database, clock):
        wave = poll_town.asks(AIR, wave={"frame": "probability"})
        noi, lek = poll_town.arrives(), poll_town.arrives()
        with database.write() as session:
            resident_id = lek.contact.resident_id
            session.add(
                Invitation(wave_id=wave, resident_id=resident_id, invited_at=clock())
            )
        assert "เฉพาะคนที่ได้รับเชิญ" in self.press(noi, "w:", wave)
        assert "ไม่มีแบบสอบถามที่เปิดอยู่" in noi.says("ตอบแบบสอบถาม")
        assert poll_town.responses() == []
        assert "ผู้ถาม" in self.press(lek, "w:", wave)


def test_a_response_stays_with_the_version_it_began_in(poll_town, database, clock):
    first = poll_town.asks(AIR, WATER)
    noi = poll_town.begins()
    noi.says("4")
    clock.forward(days=1)
    poll_town.asks(scale("air", "อากาศวันนี้ล่ะคะ"), MET, key="w2", version=2)
    said = noi.says("2")
    assert "ขอบคุณที่ช่วยตอบค่ะ" in said
    with database.read() as session:
        done = session.scalars(
            select(Response).where(Response.state == ResponseState.COMPLETE)
        ).one()
        assert done.wave_id == first
        survey = waves.survey_of(session, session.get_one(Wave, first))
        assert survey.version == 1
    assert poll_town.answers() == {"air": 4, "water": 2}
