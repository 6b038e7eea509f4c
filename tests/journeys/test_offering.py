"""A survey is introduced: agreed to, declined, put off, asked for again."""

from datetime import timedelta

import pytest

from api.store import waves
from tests.journeys import talk
from tests.journeys.talk import answers_of, begins


def test_who_declines_is_left_in_peace(arrive, database):
    noi = arrive()
    begins(noi)
    noi.says("ตอบแบบสอบถาม")
    assert "ไม่เป็นไร" in noi.presses("ไม่สะดวก")
    assert answers_of(database) == {}


@pytest.mark.parametrize("stop", ["หยุด", "ยกเลิก", "stop"])
def test_stop_at_the_introduction_is_not_now_and_leaves_the_news(
    arrive, database, stop
):
    noi = arrive()
    begins(noi, news=True)
    noi.says("ตอบแบบสอบถาม")
    assert "ยังไม่เริ่มตอนนี้" in noi.says(stop)
    assert "ตอนนี้รับข่าวความคืบหน้าอยู่" in noi.says("ตั้งค่า")
    # Whoever comes back is asked whether they agree, as before.
    assert noi.says("ตอบต่อ").endswith("1. ยินดีตอบ\n2. ไม่สะดวก")
    noi.says(stop)
    assert "หยุดส่งข่าวให้แล้ว" in noi.says("หยุด")
    assert answers_of(database) == {}


def test_who_declined_is_asked_again_when_they_want_to(arrive, database):
    noi = arrive()
    begins(noi)
    noi.says("ตอบแบบสอบถาม")
    noi.presses("ไม่สะดวก")
    assert "มี 10 ข้อ" in noi.says("ตอบแบบสอบถาม")
    noi.presses("ไม่สะดวก")
    noi.says("ตอบแบบสอบถาม")
    assert "ข้อ 1 จาก 10" in noi.presses("ยินดีตอบ")
    noi.says("เคย")
    assert answers_of(database) == {"heard": "yes"}


def test_who_declined_and_presses_yes_after_all_begins(arrive):
    noi = arrive(channel="telegram")
    begins(noi)
    noi.says("ตอบแบบสอบถาม")
    yes = noi.button("ยินดีตอบ")
    noi.presses("ไม่สะดวก")
    assert "ข้อ 1 จาก 10" in noi.does("press", data=yes)


def test_an_old_no_does_not_undo_what_was_begun_since(arrive, database):
    noi = arrive(channel="telegram")
    begins(noi)
    noi.says("ตอบแบบสอบถาม")
    no = noi.button("ไม่สะดวก")
    noi.presses("ยินดีตอบ")
    answer = noi.button("เคย")
    assert "ข้อ 1 จาก 10" in noi.does("press", data=no)
    assert "ข้อ 2 จาก 10" in noi.does("press", data=answer)
    assert answers_of(database) == {"heard": "yes"}


def test_a_wave_never_asked_in_comes_before_a_newer_one_declined(
    arrive, database, clock
):
    noi = arrive()
    begins(noi)
    noi.says("ตอบแบบสอบถาม")
    declined = noi.button("ไม่สะดวก")
    noi.presses("ไม่สะดวก")
    with database.write() as session:
        older = clock() - timedelta(days=90)
        version = waves.store_version(session, talk.shipped_surveys()[0], older)
        waves.open_wave(
            session, key="older", version=version, population="all", now=older
        )
    noi.says("ตอบแบบสอบถาม")
    assert noi.button("ไม่สะดวก") != declined
