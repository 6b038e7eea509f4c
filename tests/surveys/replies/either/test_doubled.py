"""Two nots make a yes, and a question that only denies is no question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief

NET = "ท่านเคยใช้ห้องสมุดประชาชนหรือไม่"
MASK = "ท่านสวมหน้ากากเวลาเข้าโรงงานหรือไม่"
TRUST = "ท่านเชื่อใจผู้รับเหมารายนี้หรือไม่"
SWEEP = "ท่านกวาดลานหน้าบ้านหรือไม่"
HEAR = "ท่านได้ยินเสียงไซเรนหรือไม่"


def means(text: str, reply: str) -> str:
    found = brief.means({"kind": "yesno", "text": text}, reply)
    return str(found.get("answer") or next(iter(found)))


@pytest.mark.parametrize(
    ("text", "reply", "answer"),
    [
        (NET, "ใช่ว่าจะไม่เคยนะ", "yes"),
        (NET, "ใครว่าไม่เคยล่ะ", "yes"),
        (NET, "ใครบอกว่าผมไม่เคยใช้", "yes"),
        (NET, "จะบอกว่าไม่เคยก็โกหก", "yes"),
        (NET, "ไม่ใช่ไม่เคย ไปยืมมาสองรอบแล้ว", "yes"),
        (NET, "ไม่ใช่ว่าไม่เคยนะ แต่หลังๆ ไม่มีเวลา", "yes"),
        (NET, "เคยกับผีสิ", "no"),
        (MASK, "ไม่สวมไม่ได้เลย ฝุ่นเต็ม", "yes"),
        (MASK, "ไม่สวมก็โดนดุสิ", "yes"),
        (MASK, "ไม่สวมแล้วจะหายใจยังไง", "yes"),
        (TRUST, "ใครเชื่อใจก็บ้าแล้ว", "no"),
        (TRUST, "จะให้เชื่อใจได้ยังไง", "no"),
        (TRUST, "ทำไมจะไม่เชื่อใจล่ะ พวกกัน", "yes"),
        (SWEEP, "ไม่มีวันไหนเลยค่ะที่จะไม่กวาด", "yes"),
        (SWEEP, "เช้าไหนไม่กวาดแม่ด่า", "yes"),
        (SWEEP, "ต่อให้ว่างก็ไม่กวาด", "no"),
        (HEAR, "จะไม่ได้ยินได้ไง ดังขนาดนั้น", "yes"),
        (HEAR, "มีคืนไหนที่ไม่ได้ยินบ้างล่ะ", "yes"),
    ],
)
def test_two_nots_and_a_denying_question_are_read_for_what_they_say(
    text, reply, answer
):
    assert means(text, reply) == answer


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (NET, "ไม่ใช่ว่าไม่เคย"),
        (NET, "ไม่ใช่ว่าไม่เคย งานเยอะ"),
        (TRUST, "ไม่ใช่ไม่เชื่อใจ แต่ก็สงสัย"),
        (TRUST, "จะว่าเชื่อใจก็ไม่ใช่ จะว่าไม่เชื่อใจก็ไม่ใช่"),
    ],
)
def test_a_not_not_that_leaves_it_open_is_asked_again(text, reply):
    assert means(text, reply) == "not_understood"


def test_what_nearly_came_about_never_did():
    bitten = "ท่านเคยถูกหมากัดหรือไม่"
    assert means(bitten, "เกือบอยู่หลายหน แต่ยังไม่เคยโดน") == "no"
    assert means(bitten, "เกือบโดน") == "not_understood"


def test_a_slip_is_taken_back_by_what_is_explained_after_it():
    exam = "ท่านเคยตรวจสายตาหรือไม่"
    assert means(exam, "เคย เอ๊ะไม่ใช่ๆ อันนั้นตรวจเลือด สายตายังไม่เคยเลย") == "no"


@given(
    st.sampled_from(["ใครว่าไม่", "ใช่ว่าจะไม่", "ใครเขาว่าไม่", "มีหรือจะไม่"]),
    st.sampled_from([(NET, "ใช้"), (MASK, "สวม"), (SWEEP, "กวาด"), (HEAR, "ได้ยิน")]),
    st.sampled_from(["", "นะ", "ครับ", "ล่ะ", "จ้ะ"]),
)
def test_a_denied_not_is_never_heard_as_a_no(turn, asked, end):
    text, verb = asked
    assert means(text, f"{turn}{verb}{end}") != "no"
