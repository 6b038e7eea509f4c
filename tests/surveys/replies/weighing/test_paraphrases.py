"""Answers put together from parts of known meaning, to tell rules from lines."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.replies import brief

UNDERSTOOD = 0.95
LEADS = ["", "ก็", "อืม ", "ผมว่า", "โดยรวม", "หนู"]
ENDS = ["", "ค่ะ", "ครับ", "จ้า", "นะคะ", " 😊"]
TALK = ["", " งานเยอะ", " ขอบคุณที่ถาม", " ทำกับข้าวอยู่", " อยู่แต่บ้าน"]

SATISFIED = {
    "kind": "scale5",
    "text": "ท่านพอใจกับการดูแลสิ่งแวดล้อมเพียงใด",
    "labels": ["ไม่พอใจมาก", "ไม่พอใจ", "ปานกลาง", "พอใจ", "พอใจมาก"],
}
WENT = {"kind": "yesno", "text": "ท่านเคยเข้าร่วมกิจกรรมของโรงงานหรือไม่"}
YEARS = {"kind": "number", "text": "ท่านอยู่ที่นี่มากี่ปี", "min": 0, "max": 120}
PEOPLE = {"kind": "number", "text": "บ้านท่านมีคนอยู่กี่คน", "min": 0, "max": 50}
TROUBLE = {
    "kind": "choice",
    "text": "ปัญหาใดรบกวนท่านมากที่สุด",
    "options": ["กลิ่นเหม็น", "เสียงดัง", "ฝุ่นละออง", "น้ำเสีย", "ไม่มีปัญหา"],
}
TRAVEL = {
    "kind": "choice",
    "text": "ท่านเดินทางไปทำงานอย่างไร",
    "options": ["รถยนต์ส่วนตัว", "มอเตอร์ไซค์", "รถเมล์", "เดิน"],
}
CORES: dict[str, list[tuple[dict[str, Any], Any, str]]] = {
    "yesno": [
        (WENT, "yes", "เคย เคยไป ไปมาแล้ว เคยเข้าร่วม เคยครั้งเดียว ไปทุกครั้ง เคยไปบ่อย"),
        (WENT, "no", "ไม่เคย ไม่เคยเลย ยังไม่เคย ไม่เคยไป ไม่ได้ไป บ่เคย ไม่เคยสักครั้ง"),
    ],
    "scale5": [
        (SATISFIED, 1, "ไม่พอใจมาก โคตรไม่พอใจ ไม่พอใจสุดๆ ไม่พอใจที่สุด"),
        (SATISFIED, 2, "ไม่พอใจ ไม่ค่อยพอใจ ไม่พอใจเท่าไหร่"),
        (SATISFIED, 3, "ปานกลาง กลางๆ เฉยๆ งั้นๆ ธรรมดา"),
        (SATISFIED, 4, "พอใจ พอใจอยู่ พอไจ พอจัย"),
        (SATISFIED, 5, "พอใจมาก โคตรพอใจ พอใจสุดๆ พอใจที่สุด พอใจอย่างยิ่ง"),
    ],
    "number": [
        (YEARS, 20, "20ปี ยี่สิบปี ๒๐ปี อยู่มา20ปีแล้ว ประมาณ20ปี"),
        (YEARS, 2.5, "สองปีครึ่ง 2ปีครึ่ง"),
        (PEOPLE, 4, "4คน สี่คน มี4คน อยู่กัน4คน ทั้งหมด4คน"),
    ],
    "choice": [
        (TROUBLE, "กลิ่นเหม็น", "กลิ่น กลิ่นเหม็น เรื่องกลิ่น ข้อแรก"),
        (TROUBLE, "เสียงดัง", "เสียง เสียงดัง หนวกหู"),
        (TROUBLE, "ไม่มีปัญหา", "ไม่มีปัญหา ไม่มี"),
        (TRAVEL, "มอเตอร์ไซค์", "มอไซค์ มอเตอร์ไซค์ ขี่มอไซค์ รถเครื่อง"),
        (TRAVEL, "เดิน", "เดิน เดินไป เดินเท้า"),
    ],
}


@pytest.mark.parametrize("kind", CORES)
def test_an_answer_is_heard_among_politeness_and_small_talk(kind: str) -> None:
    missed, told = [], 0
    for question, meant, cores in CORES[kind]:
        for lead, core, end, talk in product(LEADS, cores.split(), ENDS, TALK):
            told += 1
            reply = lead + core + end + talk
            heard = brief.means(question, reply)
            if heard != {"answer": meant}:
                missed.append((reply, heard))
    assert len(missed) <= (1 - UNDERSTOOD) * told, missed[:: len(missed) // 40 or 1]
    assert not [miss for miss in missed if "answer" in miss[1]]


TRAPS = {
    "went": (
        WENT,
        "ไม่ค่อยได้ไป น่าจะเคย เคยมั้ง เคยไหม คืออะไร แม่เคย ถ้าว่างก็ไป ก็แล้วแต่ ไปทำไม "
        "ไปก็เท่านั้น อยากไป เคยคิดจะไป ว่าจะไป เกือบได้ไป ใครจะไป ไปแล้วได้อะไร เคยเหรอ "
        "ไม่ใช่ว่าไม่เคย ยังไงก็ได้ กิจกรรมอะไร เพื่อนไปบ่อย กิจกรรมน่าเบื่อ ไปหรือไม่ไปก็เหมือนกัน",
    ),
    "satisfied": (
        SATISFIED,
        "พอใจไหม พอใจมั้ง 3-4 4.5 น่าจะพอใจ พอใจบ้างไม่พอใจบ้าง ถ้าแก้ได้ก็พอใจ เมื่อก่อนพอใจ "
        "6 0 เพื่อนพอใจ ใครจะพอใจ พอใจตรงไหน อยากพอใจอยู่ จะพอใจได้ไง พอใจก็บ้าแล้ว 4กว่า "
        "เกือบ5 ไม่ใช่ไม่พอใจ ขยะล้นทุกวัน ดีกว่าเมื่อก่อน",
    ),
    "years": (
        YEARS,
        "20กว่าปี เกือบ20ปี 5-6ปี หลายปี นานแล้ว ตั้งแต่ปี40 20หรือ30 ไม่ถึง5 หลายสิบปี "
        "เป็นสิบปี ตั้งแต่เกิด ไม่เกิน5 6เดือน เกิดปี2510",
    ),
    "people": (
        PEOPLE,
        "ผู้ใหญ่2เด็ก3 4คนหรือ5คน สองสามคน 2ครอบครัว 4-5คน หลายคน เดือนละ3คน ไม่แน่นอน",
    ),
    "trouble": (
        TROUBLE,
        "กลิ่นกับเสียง ไม่ใช่กลิ่น กลิ่นหรือเสียงดี อะไรก็ได้ ทุกอย่าง กลิ่นไหม 9 เพื่อนว่ากลิ่น "
        "ไม่มีกลิ่น ไม่ได้กลิ่น พอๆกัน กลิ่นอะไร ข้อ8 1กับ2",
    ),
}
trapped = st.sampled_from(
    [(question, trap) for question, said in TRAPS.values() for trap in said.split()]
)


@given(trapped, st.sampled_from(LEADS), st.sampled_from(ENDS), st.sampled_from(TALK))
def test_what_is_no_answer_stays_none_however_it_is_dressed(
    trap: tuple[dict[str, Any], str], lead: str, end: str, talk: str
) -> None:
    question, said = trap
    assert "answer" not in brief.means(question, lead + said + end + talk)


WISHES = {
    "skip": "ข้าม|ขอข้ามข้อนี้|ไม่อยากตอบ|ขอไม่ตอบข้อนี้|งดออกความเห็น|ปล่อยผ่าน|ไปข้อต่อไป",
    "stop": "หยุด|พอแค่นี้ก่อน|เลิกทำแบบสอบถาม|ไม่อยากทำต่อแล้ว|ไว้ค่อยทำต่อ|บ่เฮ็ดแล้ว",
    "back": "ย้อนกลับ|ขอแก้ข้อที่แล้ว|กลับไปข้อก่อน|เมื่อกี้กดผิด|ขอเปลี่ยนคำตอบข้อก่อน|กลับคืนข้อเก่า",
    "dont_know": "ไม่รู้|ไม่แน่ใจ|จำไม่ได้แล้ว|ตอบไม่ถูก|นึกไม่ออก|บ่ฮู้คือกัน|ไม่ทราบเลย",
}
wished = st.sampled_from(
    [(name, wish) for name, said in WISHES.items() for wish in said.split("|")]
)


@given(wished, st.sampled_from(ENDS), st.sampled_from([WENT, SATISFIED, YEARS]))
def test_what_is_asked_of_the_survey_is_heard_whatever_it_asks(
    wish: tuple[str, str], end: str, question: dict[str, Any]
) -> None:
    name, said = wish
    assert brief.means(question, said + end) == {name: True}


@pytest.mark.parametrize(
    ("question", "reply", "meant"),
    [
        (WENT, "อยากไปแต่ไม่ได้ไป", {"answer": "no"}),
        (WENT, "เคยไปแต่จำชื่องานไม่ได้", {"answer": "yes"}),
        (WENT, "ไม่เคยค่ะ คืออะไรเหรอ", {"answer": "no"}),
        (WENT, "เคยไหมน่ะเหรอ เคยสิ", {"answer": "yes"}),
        (SATISFIED, "พอใจค่ะ แต่อยากให้เก็บขยะบ่อยกว่านี้", {"answer": 4}),
        (SATISFIED, "พอใจค่ะ แต่ก็ไม่มาก", {"not_understood": True}),
        (SATISFIED, "พอใจ แต่ก็ไม่พอใจ", {"not_understood": True}),
        (PEOPLE, "3 คน แมวอีก 2 ตัว", {"answer": 3}),
        (PEOPLE, "3 คน เด็กอีก 2 คน", {"not_understood": True}),
        (TROUBLE, "กลิ่นไม่เท่าไหร่ แต่ฝุ่นหนักมาก", {"answer": "ฝุ่นละออง"}),
        (TROUBLE, "เสียงไม่ใช่ กลิ่นจ้ะ", {"answer": "กลิ่นเหม็น"}),
    ],
)
def test_one_clause_may_answer_where_the_other_only_talks(
    question: dict[str, Any], reply: str, meant: dict[str, Any]
) -> None:
    assert brief.means(question, reply) == meant
