"""A survey is introduced, and they say yes or no in their own words."""

import pytest

from tests.journeys.polls import scale
from tests.journeys.surveying import poll_town as poll_town

AIR = scale("air", "อากาศเป็นอย่างไรคะ")


@pytest.fixture
def introduced(poll_town):
    """Someone who has the introduction before them."""
    poll_town.asks(AIR)
    noi = poll_town.arrives()
    noi.says("ตอบแบบสอบถาม")
    return noi


@pytest.mark.parametrize(
    "typed",
    [
        "ยินดีตอบ",
        "1",
        "ตกลงค่ะ",
        "ได้ค่ะ",
        "โอเค",
        "ยินดีตอบค่ะ",
        "ยินดี",
        "ตอบค่ะ",
        "yes",
        "ok",
    ],
)
def test_a_typed_yes_begins(poll_town, introduced, typed):
    assert "ข้อ 1 จาก 1" in introduced.says(typed)
    assert poll_town.response().state == "started"


@pytest.mark.parametrize(
    "typed", ["ไม่สะดวก", "2", "ไม่สะดวกค่ะ", "ไม่ตอบ", "ไม่ยินดีค่ะ", "ไม่ยินดีตอบ", "no"]
)
def test_a_typed_no_declines(poll_town, introduced, typed):
    assert "ไม่เป็นไรค่ะ ขอบคุณที่บอก" in introduced.says(typed)
    assert poll_town.response().state == "declined"


@pytest.mark.parametrize("typed", ["หยุด", "ไว้ก่อน", "ไว้ทีหลังค่ะ"])
def test_a_later_puts_it_off(poll_town, introduced, typed):
    assert "ยังไม่เริ่มตอนนี้" in introduced.says(typed)
    assert poll_town.response().state == "offered"


@pytest.mark.parametrize(
    "typed", ["ได้ไหม", "ขอคิดดูก่อน", "ตอบแล้วได้อะไร", "ขอบคุณค่ะ", "99"]
)
def test_what_says_neither_agrees_to_nothing_and_can_still_be_agreed_to(
    poll_town, introduced, typed
):
    introduced.says(typed)
    assert poll_town.response().state == "offered"
    assert {"ยินดีตอบ", "ไม่สะดวก"} <= set(introduced.labels)
    assert "ข้อ 1 จาก 1" in introduced.says("ตกลงค่ะ")


def test_a_typed_yes_that_waited_is_no_consent(poll_town):
    poll_town.asks(AIR)
    noi = poll_town.arrives()
    typed_at = poll_town.clock()
    poll_town.clock.forward(minutes=10)
    noi.says("ตอบแบบสอบถาม")
    said = noi.does("text", text="ตกลงค่ะ", message_id="m1", at=typed_at)
    assert "ผู้ถาม" in said
    assert poll_town.response().state == "offered"


class TestAQuestionInBetween:
    @pytest.fixture
    def introduced(self, poll_town, database, clock):
        poll_town.asks(AIR)
        noi = poll_town.arrives()
        noi.says("ตอบแบบสอบถาม")
        return noi

    def test_it_is_answered_and_the_buttons_stand(self, poll_town, introduced):
        introduced.says("น้ำประปาไม่ไหลต้องแจ้งใครคะ")
        assert introduced.heard[0].card
        assert introduced.labels[-2:] == ["ยินดีตอบ", "ไม่สะดวก"]
        assert poll_town.response().state == "offered"
        assert "ข้อ 1 จาก 1" in introduced.presses("ยินดีตอบ")

    def test_what_is_typed_then_is_still_the_yes(self, introduced):
        introduced.says("น้ำประปาไม่ไหลต้องแจ้งใครคะ")
        introduced.says("น้ำประปาไม่ไหลต้องแจ้งใครคะ")
        assert "ข้อ 1 จาก 1" in introduced.says("ได้ค่ะ")

    def test_the_first_of_what_is_suggested_is_no_consent(self, poll_town, introduced):
        said = introduced.says("น้ำเสีย")
        assert "ใช่เรื่องนี้ไหมคะ" in said
        first = introduced.labels[0]
        assert f"1. {first}" in said
        assert f"{len(introduced.labels) - 1}. ยินดีตอบ" in said
        introduced.says("1")
        assert introduced.heard[0].card
        assert poll_town.response().state == "offered"
        # And after what they meant, too, it can be agreed to.
        assert "ข้อ 1 จาก 1" in introduced.says("ตกลงค่ะ")

    def test_its_number_in_the_list_is_a_yes(self, introduced):
        introduced.says("น้ำเสีย")
        number = introduced.labels.index("ยินดีตอบ") + 1
        assert "ข้อ 1 จาก 1" in introduced.says(str(number))
