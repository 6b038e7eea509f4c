"""Whether somebody is old enough, in words, by their age, or by what it is over."""

import pytest

from surveys.meaning import Meaning
from surveys.replies import age, agreeing, weighing

ENOUGH = """
ใช่ค่ะ|1|65|๖๕ ปี|อายุ 65 ปีค่ะ|เกิน 18 ค่ะ|เกิน ๑๘ ปีแล้วค่ะ|อายุเกิน 18 แล้ว|60 กว่าแล้ว
60 กว่าปีแล้วค่ะ|18 กว่า|over 18|Over 18 years|I'm over 18|18 or older|18+|18 ขึ้นไป
18 ปีขึ้นไปค่ะ|ไม่ต่ำกว่า 18|more than 18|ถึง 18 แล้ว|ครบ 18 แล้ว|၆၀ ကျော်
"""
TOO_YOUNG = """
ยังไม่ถึง|2|17|อายุ 15 ปี|ยังไม่ถึง 18 ค่ะ|ไม่ถึง 18 ปีค่ะ|ไม่ถึง18|ต่ำกว่า 18|ต่ำกว่า 18 ปี
อายุน้อยกว่า 18|under 18|under 18 years old|I am under 18|not yet 18|ไม่เกิน 17|17 กว่าค่ะ
ใช่ค่ะ หนูอายุ 15|ใช่ 15 ปี|not over 15|၁၈ နှစ်အောက်
"""
# What is over 15, or not yet 60, may be either; and what asks says nothing.
UNSAID = """
อืม|เกิน 15|over 10|10 กว่า|ไม่ถึง 60|ต่ำกว่า 40|under 60|ไม่เกิน 18|not over 18
18 ขึ้นไปไหม|ไม่ถึง 18 หรือเปล่า|ไม่สะดวก|ไม่ตอบ|200|เกิน 999|เกินไป
ถึงแล้ว อายุ 17|เกินครับ 16 ปี|yes 15 years old|yes next year|ใช่ ปีหน้า|ใกล้ถึงแล้ว|ใช่ ม.3|ใช่ พ่อเกิน
"""


def said(lines):
    return [reply for line in lines.split("\n") for reply in line.split("|") if reply]


@pytest.mark.parametrize("reply", said(ENOUGH))
def test_who_is_old_enough_is_understood(reply):
    assert age.understand(reply, 18, "th") is True


@pytest.mark.parametrize("reply", said(TOO_YOUNG))
def test_who_is_too_young_is_understood(reply):
    assert age.understand(reply, 18, "th") is False


@pytest.mark.parametrize("reply", said(UNSAID))
def test_what_does_not_say_is_not_guessed(reply):
    assert age.understand(reply, 18, "th") is None


@pytest.mark.parametrize(
    ("reply", "least", "enough"),
    [
        ("เกิน 18", 20, None),
        ("เกิน 20", 20, True),
        ("ไม่ถึง 18", 20, False),
        ("ไม่ถึง 20", 20, False),
        ("ไม่ถึง 20", 18, None),
        ("ไม่ถึง 20", 15, None),
        ("15 กว่า", 15, True),
        ("60 กว่า", 60, True),
        ("50 กว่า", 60, None),
        ("over 15", 15, True),
    ],
)
def test_the_bound_is_held_against_the_age_that_is_asked(reply, least, enough):
    assert age.understand(reply, least, "th") is enough


@pytest.mark.parametrize("years", range(age.YOUNGEST, age.OLDEST + 1))
def test_who_is_over_an_age_is_never_less_than_who_is_that_old(years):
    old = age.understand(f"{years} ปี", 18, "th")
    assert age.understand(f"เกิน {years} ปี", 18, "th") in (True, None)
    assert age.understand(f"ไม่ถึง {years} ปี", 18, "th") in (False, None)
    assert age.understand(f"{years} ปีขึ้นไป", 18, "th") is (True if old else None)


@pytest.mark.parametrize("reply", ["หลานโตหมดแล้วลูก", "เรียนจบมานานแล้วค่ะ", "ยังเรียนอยู่เลย"])
def test_nobody_is_an_adult_or_agrees_by_likelihood(reply, monkeypatch):
    def weighed(question, hearing):
        raise AssertionError("weighed")

    monkeypatch.setattr(weighing, "weighed", weighed)
    assert age.understand(reply, 18, "th") is None
    assert agreeing.understand(reply, "th").kind is Meaning.NOT_UNDERSTOOD


@pytest.mark.parametrize(
    "reply",
    said(
        "อยู่มา 5 ปี|ทำงานมา 10 ปี|แต่งงาน 15 ปีแล้ว|อายุงาน 12 ปี|ทำงานมา 20 ปี|อยู่ที่นี่มายี่สิบปี"
        "|มา ๓๐ ปีแล้ว|ขายของมา 40 ปี|I have lived here 25 years|ย้ายมาเกิน 20 ปี"
    ),
)
def test_how_long_something_has_lasted_tells_no_age(reply):
    assert age.understand(reply, 18, "th") is None


@pytest.mark.parametrize(
    "reply",
    said(
        "ได้เวลานอน|ได้ข่าวว่าน้ำท่วม|ตอบไปก็เสียเวลา|ให้เพื่อนตอบ|ยินดีด้วยนะ|ได้ข้าวยัง|ถูกบังคับให้ยินยอม"
        "|จำใจยินยอม|yes tomorrow|ได้ ปีหน้า"
    ),
)
def test_nobody_agrees_by_a_word_among_others(reply):
    assert agreeing.understand(reply, "th").value != "yes"
