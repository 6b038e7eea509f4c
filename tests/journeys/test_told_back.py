"""A resident asks what came of the last survey, and hears what was done."""

import pytest

from api.store import feedback, waves
from tests.api.store import releasing, small_waves
from tests.journeys.talk import begins

SAID = {"th": "กลิ่นช่วงกลางคืน \n\nรถบรรทุก", "en": "smell at night"}
DID = {"th": "ตรวจ 6 โรงงาน พบผิด 2", "en": "six factories inspected"}


@pytest.fixture
def over(database, clock):
    """A small wave that is over, of which this was told."""

    def over(key="w1", said=SAID, did=DID, **fields):
        with database.write() as session:
            asked = small_waves.survey(key=key)
            wave = small_waves.wave(session, clock(), key, asked=asked, **fields)
            waves.close(session, wave.id, clock())
            feedback.post(session, wave.id, you_said=said, we_did=did, now=clock())

    return over


@pytest.fixture
def noi(arrive):
    noi = arrive()
    begins(noi)
    return noi


def test_without_a_word_of_it_nothing_is_said(noi):
    assert "คุณบอก เราทำ" not in noi.says("ผลสำรวจ")


@pytest.mark.parametrize(
    "asked", ["ผลสำรวจ", "ผลสำรวจค่ะ", "ผลแบบสอบถาม", "ผลแบบสำรวจครั้งที่แล้ว", "ความคืบหน้า"]
)
def test_what_was_said_and_done_is_told_with_its_day(noi, over, clock, asked):
    clock.forward(days=9, hours=14, minutes=30)  # 00:30 of the next day in Bangkok
    over()
    said = noi.says(asked)
    assert "คุณบอก เราทำ (แบบสอบถาม “title”)" in said
    assert "คุณบอกว่า: กลิ่นช่วงกลางคืน\nรถบรรทุก\n" in said
    assert "เราทำแล้ว: ตรวจ 6 โรงงาน พบผิด 2\n" in said
    assert "(บอกไว้เมื่อ 4 ธ.ค. 2569)" in said
    assert "สมมุติ" not in said
    assert "อ่านต่อ" not in said


def test_it_stands_after_the_figures(noi, over, database, clock):
    with database.write() as session:
        [wave] = waves.open_waves(session)
        releasing.put(session, wave, "ET-S1", 60, 30, clock())
    over()
    said = noi.says("ผลสำรวจ")
    assert said.index("ผู้ตอบ 60 คน") < said.index("คุณบอก เราทำ")
    assert noi.labels == ["ตอบแบบสอบถาม", "เมนู"]


def test_of_several_the_newest_alone_is_told(noi, over, clock):
    over("w1")
    clock.forward(days=1)
    over("w2", did={"th": "ติดเครื่องวัดกลิ่นแล้ว", "en": "meters are up"})
    said = noi.says("ผลสำรวจ")
    assert "ติดเครื่องวัดกลิ่นแล้ว" in said
    assert "ตรวจ 6 โรงงาน" not in said


def test_a_long_one_is_cut_between_letters_and_says_where_the_rest_is(noi, over):
    over(did={"th": "น้ำ" * 300, "en": "x"})
    said = noi.says("ผลสำรวจ")
    line = next(each for each in said.splitlines() if each.startswith("เราทำแล้ว"))
    kept = line.removeprefix("เราทำแล้ว: ").removesuffix("…")
    assert kept
    assert kept == "น้ำ" * (len(kept) // 3)
    assert len(kept) < 160
    assert "/indicators" in said


def test_a_made_up_wave_says_so_and_english_is_read_in_english(noi, over):
    over(made_up=True)
    assert "ข้อมูลสมมุติ" in noi.says("ผลสำรวจ")
    noi.says("english")
    said = noi.says("results")
    assert "You said: smell at night" in said
    assert "We did: six factories inspected" in said
