"""Yes and no that no word says: what was and is, oneself and others, retorts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.meaning import Meaning
from surveys.replies import age, agreeing, brief, foremost, settling

SMOKES = "ท่านสูบบุหรี่หรือไม่"
BUS = "ท่านพอใจกับรถเมล์สายนี้หรือไม่"
STREET = "ท่านเห็นด้วยกับการปิดถนนคนเดินหรือไม่"
FILTER = "บ้านท่านมีเครื่องกรองน้ำหรือไม่"
HEAD = "ท่านรู้จักประธานชุมชนหรือไม่"
ILL = "ในครอบครัวท่านมีคนป่วยเป็นโรคภูมิแพ้หรือไม่"
DRILL = "ในรอบ 6 เดือนที่ผ่านมา ท่านเคยไปอบรมดับเพลิงหรือไม่"
NOISE = "ท่านได้ยินเสียงเครื่องจักรตอนกลางคืนหรือไม่"
RENTS = "ปัจจุบันท่านเช่าบ้านอยู่หรือไม่"
CALL = "ท่านยินดีให้ติดต่อทางโทรศัพท์หรือไม่"
SAFE = "ท่านรู้สึกปลอดภัยเวลาข้ามถนนหรือไม่"
CAMERA = "ท่านคิดว่าควรมีกล้องวงจรปิดเพิ่มหรือไม่"
CLEAR = "น้ำในคลองแถวบ้านท่านใสหรือไม่"
FUND = "ท่านเป็นสมาชิกกองทุนหมู่บ้านหรือไม่"
BITTEN = "ท่านเคยถูกสุนัขจรจัดกัดหรือไม่"
FLOOD = "ท่านกังวลเรื่องน้ำท่วมหรือไม่"
LAND = "ท่านมีที่ดินเป็นของตัวเองหรือไม่"
WHERE = "ท่านทราบช่องทางร้องเรียนหรือไม่"


def means(text: str, reply: str) -> dict[str, Any]:
    return brief.means({"kind": "yesno", "text": text}, reply)


RETORTS = [
    (BUS, "จะพอใจได้ยังไง รอเป็นชั่วโมง", "no"),
    (BUS, "พอใจก็บ้าแล้ว", "no"),
    (BUS, "ทำไมจะไม่พอใจล่ะ คนขับใจดี", "yes"),
    (STREET, "ใครจะเห็นด้วยล่ะ", "no"),
    (STREET, "ไม่มีเหตุผลที่จะไม่เห็นด้วยเลยค่ะ", "yes"),
    (FILTER, "มีสิ ไม่มีได้ไง", "yes"),
    (FILTER, "มีที่ไหนล่ะ", "no"),
    (HEAD, "จะไม่รู้จักได้ไง เพื่อนกัน", "yes"),
    (NOISE, "ไม่มีคืนไหนที่ไม่ได้ยิน", "yes"),
    (CLEAR, "ใสที่ไหนล่ะ ดำปี๋", "no"),
    (SAFE, "ปลอดภัยตรงไหน รถซิ่งทั้งวัน", "no"),
    (FLOOD, "กังวลสิคะ ทำไมจะไม่กังวล", "yes"),
    (STREET, "เห็นด้วยกะผีสิ", "no"),
    (LAND, "จะไปมีได้ไง เงินยังไม่มีเลย", "no"),
]


@pytest.mark.parametrize(("text", "reply", "answer"), RETORTS)
def test_a_retort_says_the_other_of_its_letters(text, reply, answer):
    assert means(text, reply) == {"answer": answer}


@pytest.mark.parametrize(
    ("text", "reply", "answer"),
    [
        (SMOKES, "เมื่อก่อนสูบ ตอนนี้เลิกแล้วครับ", "no"),
        (SMOKES, "เลิกสูบมาสิบปีแล้ว", "no"),
        (FILTER, "เคยมี พังไปแล้ว", "no"),
        (RENTS, "เคยเช่า ตอนนี้ซื้อแล้ว", "no"),
        (RENTS, "เดี๋ยวนี้ไม่เช่าแล้ว", "no"),
        (CLEAR, "แต่ก่อนใส เดี๋ยวนี้เน่า", "no"),
        (FLOOD, "เมื่อก่อนกังวล เดี๋ยวนี้ชินแล้ว", "no"),
        (DRILL, "ตั้งใจจะไป แต่สุดท้ายไม่ได้ไป", "no"),
        (DRILL, "ไปครั้งสุดท้ายนานแล้ว หลังจากนั้นไม่ได้ไปอีก", "no"),
    ],
)
def test_what_is_so_now_counts_and_not_what_was(text, reply, answer):
    assert means(text, reply) == {"answer": answer}


@pytest.mark.parametrize(
    ("text", "reply", "answer"),
    [
        (SMOKES, "ผัวสูบ ส่วนฉันไม่สูบ", "no"),
        (FUND, "แม่เป็น แต่ผมไม่ได้เป็น", "no"),
        (FILTER, "ข้างบ้านมี บ้านเราไม่มี", "no"),
        (ILL, "มีลูกชายคนเล็กเป็นอยู่", "yes"),
        (ILL, "เป็นกันทั้งบ้านเลยจ้า", "yes"),
        (ILL, "ก็หนูนี่แหละค่ะ", "yes"),
    ],
)
def test_one_speaks_for_oneself_and_for_the_house_where_it_is_asked(
    text, reply, answer
):
    assert means(text, reply) == {"answer": answer}


@pytest.mark.parametrize(
    ("text", "reply", "answer"),
    [
        (FILTER, "มีแต่ตุ่มน้ำฝน", "no"),
        (FILTER, "บ่มีดอก", "no"),
        (BITTEN, "ไม่เคยโดนกัด", "no"),
        (BITTEN, "ไม่ใช่ไม่เคย เคยอยู่หนนึง", "yes"),
        (CALL, "อย่าโทรมาเลยค่ะ", "no"),
        (CALL, "mai dai krub", "no"),
        (CALL, "dai ka", "yes"),
        (SAFE, "ไม่ค่อยปลอดภัยเท่าไหร่", "no"),
        (SAFE, "ปลอดภัย อุ๊ย ไม่ปลอดภัยค่ะ กดผิด", "no"),
        (CAMERA, "สมควรมาก", "yes"),
        (FUND, "ยังค่ะ", "no"),
        (NOISE, "ดังจนนอนไม่หลับ", "yes"),
        (FLOOD, "จะว่าไม่กังวลก็ไม่ใช่ กังวลอยู่เหมือนกัน", "yes"),
        (STREET, "ไม่ได้ขัดข้องอะไร เห็นด้วยค่ะ", "yes"),
        (WHERE, "ไม่ทราบค่ะ", "no"),
        (WHERE, "บ่ฮู้เด้อ", "no"),
    ],
)
def test_a_clause_says_yes_or_no_in_other_words_than_the_question(text, reply, answer):
    assert means(text, reply) == {"answer": answer}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        (SMOKES, "ลูกชายสูบ"),
        (SMOKES, "สูบบ้างไม่สูบบ้าง"),
        (STREET, "เห็นด้วยครึ่งนึง"),
        (STREET, "ไม่ได้เห็นด้วยแต่ก็ไม่ค้าน"),
        (STREET, "ถ้าเก็บขยะดีก็เห็นด้วย"),
        (FILTER, "ว่าจะซื้ออยู่"),
        (FILTER, "มีที่ไหนขายบ้าง"),
        (ILL, "ข้างบ้านมีค่ะ"),
        (DRILL, "เคยไปตอนปี 58"),
        (DRILL, "อบรมที่ไหนคะ"),
        (NOISE, "ลูกบอกว่าได้ยิน"),
        (CALL, "ได้ไหมถ้าเป็นตอนเย็น"),
        (CAMERA, "ควรก็ได้ ไม่ควรก็ได้"),
        (CAMERA, "มีไปก็เท่านั้น"),
        (CLEAR, "บางวันใส บางวันขุ่น"),
        ("ท่านมีเวลาว่างช่วงเย็นหรือไม่", "มีแต่งาน"),
        (BITTEN, "เกือบโดน"),
        (BITTEN, "หลานโดนกัด"),
        (FLOOD, "แล้วแต่ปี"),
        (FLOOD, "จะว่าไม่กังวลก็ไม่ได้"),
        (FLOOD, "จะว่ากังวลก็ไม่ใช่ จะว่าไม่กังวลก็ไม่ใช่"),
        ("ลูกของท่านเรียนในตำบลนี้หรือไม่", "ยังไม่มีลูกค่ะ"),
        ("ท่านพอใจกับเงินเดือนที่ได้รับหรือไม่", "ได้เดือนละ 9000"),
        ("ท่านเชื่อผลตรวจอากาศหรือไม่", "ไม่ใช่ไม่เชื่อ แต่ก็สงสัย"),
    ],
)
def test_what_is_of_others_or_may_be_both_is_asked_again(text, reply):
    assert means(text, reply) == {"not_understood": True}


@pytest.mark.parametrize(
    ("text", "reply", "wish"),
    [
        (NOISE, "หูตึงค่ะ ไม่รู้เลย", "dont_know"),
        (NOISE, "ไม่ทราบค่ะ หูไม่ดีมานานแล้ว", "dont_know"),
        (NOISE, "not sure จริงๆ ค่ะ", "dont_know"),
        (FUND, "ขอถอนตัวค่ะ ไม่อยากตอบแล้ว", "stop"),
        (FUND, "ถามอะไรเยอะแยะ เลิกตอบแล้วว่ะ", "stop"),
        (FUND, "เมื่อกี้กดผิด ขอย้อน", "back"),
        (FUND, "ตอบข้อที่แล้วผิดค่ะ ขอกลับไปแก้", "back"),
    ],
)
def test_a_wish_in_one_clause_is_heard_beside_its_reason(text, reply, wish):
    assert means(text, reply) == {wish: True}


@given(
    st.sampled_from(RETORTS),
    st.sampled_from(["ไหม", "เหรอ", "หรือเปล่า", "มั้ง", "ถ้าฝนไม่ตก", "แล้วแต่วัน"]),
)
def test_a_retort_with_a_doubt_beside_it_is_no_answer_of_the_retort(retort, doubt):
    text, reply, answer = retort
    meant = means(text, f"{reply} {doubt}")
    assert meant != {"answer": {"yes": "no", "no": "yes"}[answer]}


CLAUSES = [
    *("ก็", "แต่ก่อน", "เดี๋ยวนี้", "ไม่", "สูบ", "เลิก", "แล้ว", "แม่", "ส่วนผม", "ได้ไง"),
    *(
        "ใครจะ",
        "ไม่มีวันไหน",
        "ที่",
        "ตรงไหน",
        " ",
        "ค่ะ",
        "555",
        "อุ๊ย",
        "ไม่ใช่ๆ",
        "ปี 54",
        "🙄",
    ),
]


@given(st.lists(st.sampled_from(CLAUSES), max_size=9).map("".join))
def test_no_heap_of_clauses_makes_it_raise(reply):
    for text in (SMOKES, DRILL, ILL, SAFE):
        assert len(means(text, reply)) == 1


@pytest.mark.parametrize("reply", ["ไม่มีเหตุผลที่จะไม่ตกลง", "ใครจะไม่ยินดี", "ไม่ตอบก็บ้าแล้ว"])
def test_nobody_agrees_or_comes_of_age_by_a_retort(reply, monkeypatch):
    def concluded(*_):
        raise AssertionError("concluded")

    monkeypatch.setattr(foremost, "told", concluded)
    monkeypatch.setattr(settling, "settled", concluded)
    assert agreeing.understand(reply, "th").kind is not Meaning.ANSWER
    assert age.understand(reply, 18, "th") is None
