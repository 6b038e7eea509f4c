"""Replies whose letters hold an answer and whose sense does not."""

from typing import Any

import pytest

from surveys.replies import brief

NOT_UNDERSTOOD = {"not_understood": True}


def _yes_or_no(text: str) -> dict[str, Any]:
    return {"kind": "yesno", "text": text}


CARE = {
    "kind": "scale5",
    "text": "How satisfied are you with the clinic?",
    "labels": [
        "Very dissatisfied",
        "Dissatisfied",
        "Neutral",
        "Satisfied",
        "Very satisfied",
    ],
}
TRUST = {
    "kind": "scale5",
    "text": "ท่านเชื่อมั่นโรงงานแค่ไหน",
    "labels": ["ไม่เชื่อมั่นเลย", "ไม่เชื่อมั่น", "เฉยๆ", "เชื่อมั่น", "เชื่อมั่นมาก"],
}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Is the canal clean?", "it isn't filthy"),
        ("Is the canal clean?", "never muddy"),
        ("Is the canal clean?", "no rubbish"),
        ("Is your street quiet?", "it's not loud"),
        ("Is your street quiet?", "no noise"),
        ("Do you agree with the plan?", "I do not oppose it"),
        ("Do you agree with the plan?", "I don't disagree with it"),
        ("Do you feel safe at night?", "I'm not afraid"),
        ("Do you feel safe at night?", "there is no danger"),
        ("Are you happy with the service?", "not unhappy"),
        ("Are you happy with the service?", "never complained"),
        ("Is the road good?", "it wasn't bad"),
        ("น้ำคลองสะอาดไหม", "it isn't dirty"),
        ("ซอยบ้านท่านเงียบไหม", "ไม่หนวกหู"),
        ("ซอยบ้านท่านเงียบไหม", "ไม่ดังนะ"),
        ("เครื่องปั๊มน้ำเสียงเงียบไหม", "ไม่ดังเลยค่ะ"),
        ("น้ำบ่อใสไหม", "ไม่ขุ่นเลย"),
        ("ถนนปลอดภัยไหม", "ไม่อันตราย"),
        ("ท่านสบายใจไหม", "ไม่กังวล"),
        ("อาหารแพงไหม", "ไม่ถูกเลยซะเมื่อไหร่"),
        ("ขยะเน่าไหม", "ไม่เน่าเลยเสียที่ไหน"),
    ],
)
def test_a_denied_opposite_is_no_no(text: str, reply: str) -> None:
    assert brief.means(_yes_or_no(text), reply) != {"answer": "no"}


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("Is the canal clean?", "it isn't clean"),
        ("Is the canal clean?", "no, it's dirty"),
        ("Is the canal clean?", "no it smells"),
        ("Do you agree with the plan?", "no I don't"),
        ("Do you feel safe at night?", "I don't feel safe"),
        ("Is there noise at night?", "no noise"),
        ("Is the air polluted?", "no pollution"),
        ("Have you ever complained?", "never complained"),
        ("Have you ever been to the plant?", "I have never gone"),
        ("Did you join the meeting?", "no, never heard of it"),
        ("ท่านได้กลิ่นจากโรงงานไหม", "no smell"),
        ("เสียงดังไหม", "ไม่ดังเลย"),
        ("น้ำสะอาดไหม", "ไม่สะอาด เหม็นด้วย"),
        ("ท่านสบายใจไหม", "ไม่สบายใจ กลัวป่วย"),
    ],
)
def test_what_is_asked_and_denied_is_a_no(text: str, reply: str) -> None:
    assert brief.means(_yes_or_no(text), reply) == {"answer": "no"}


@pytest.mark.parametrize(
    "reply",
    [
        "far from satisfied",
        "I am far from satisfied",
        "nowhere near satisfied",
        "anything but satisfied",
        "hardly satisfied",
        "was satisfied before",
        "I was very satisfied at first",
        "satisfied before",
        "used to be satisfied",
        "we were satisfied last year",
    ],
)
def test_what_is_far_off_or_long_past_rates_nothing(reply: str) -> None:
    assert brief.means(CARE, reply) == NOT_UNDERSTOOD


def test_hardly_ever_is_a_point_of_how_often() -> None:
    question = {
        "kind": "scale5",
        "text": "How often do you hear the siren?",
        "labels": ["Never", "Rarely", "Sometimes", "Often", "Always"],
    }
    assert brief.means(question, "hardly ever") == {"answer": 2}


def test_a_denial_that_asks_where_is_a_rating() -> None:
    question = {
        "kind": "scale5",
        "text": "ต้นไม้ริมถนนสำคัญกับท่านแค่ไหน",
        "labels": ["ไม่สำคัญเลย", "ไม่ค่อยสำคัญ", "ปานกลาง", "สำคัญ", "สำคัญมาก"],
    }
    assert brief.means(question, "ไม่เห็นจะสำคัญตรงไหน") == {"answer": 1}


def test_what_holds_so_far_is_rated() -> None:
    assert brief.means(CARE, "satisfied so far") == {"answer": 4}


@pytest.mark.parametrize(
    "reply",
    [
        "ไม่เชื่อมั่นตรงไหน",
        "ไม่เชื่อมั่นตรงไหนล่ะ",
        "ไม่เชื่อมั่นเรื่องอะไร",
        "ไม่เชื่อมั่นแล้วได้อะไร",
        "ไม่เชื่อมั่นแล้วไง",
        "ไม่เชื่อมั่นแล้วจะทำไม",
        "ไม่เชื่อมั่นเพราะอะไรคะ",
        "ไม่เชื่อมั่นส่วนไหน",
        "ไม่เชื่อมั่นใครล่ะ",
        "เชื่อมั่นด้านไหนบ้าง",
    ],
)
def test_a_question_asked_back_rates_nothing(reply: str) -> None:
    assert brief.means(TRUST, reply) == NOT_UNDERSTOOD


def test_a_rating_before_a_question_is_kept() -> None:
    assert brief.means(TRUST, "ไม่เชื่อมั่นค่ะ")["answer"] == 2


@pytest.mark.parametrize(
    "reply",
    [
        "didn't know",
        "I didn't know",
        "didnt know",
        "did not know",
        "we didn't know about it",
        "never knew",
        "no, didn't know",
        "didn’t know",
        "I really didn't know",
        "I didn't even know",
    ],
)
def test_not_to_have_known_is_a_no_to_whether_one_knew(reply: str) -> None:
    question = _yes_or_no("Did you know about the new plant?")
    assert brief.means(question, reply) == {"answer": "no"}


def test_not_to_know_stays_open_elsewhere() -> None:
    question = _yes_or_no("Is the plant licensed?")
    assert brief.means(question, "don't know") == {"dont_know": True}


@pytest.mark.parametrize(
    "reply",
    [
        "เห็นในข่าว",
        "เห็นในทีวีค่ะ",
        "เคยเห็นในเฟส",
        "เห็นแต่ในข่าว",
        "เคยเห็นจากข่าว",
        "เห็นในยูทูบ",
        "เจอในติ๊กตอก",
        "ดูในโทรทัศน์",
        "เห็นทางทีวี",
        "เคยเห็นแค่ในคลิป",
    ],
)
def test_what_was_seen_on_the_news_was_not_seen(reply: str) -> None:
    question = _yes_or_no("ท่านเคยเห็นควันดำจากปล่องหรือไม่")
    assert brief.means(question, reply) == NOT_UNDERSTOOD


def test_what_one_saw_and_what_the_news_told_are_answers() -> None:
    seen = _yes_or_no("ท่านเคยเห็นควันดำจากปล่องหรือไม่")
    news = _yes_or_no("ท่านเคยเห็นข่าวโรงงานหรือไม่")
    assert brief.means(seen, "เคยเห็น") == {"answer": "yes"}
    results = _yes_or_no("ท่านเคยเห็นผลตรวจน้ำหรือไม่")
    assert brief.means(news, "เห็นในทีวี") == {"answer": "yes"}
    assert brief.means(results, "เห็นในเฟส") == {"answer": "yes"}


def test_not_sure_is_the_choice_that_says_so() -> None:
    question = {
        "kind": "choice",
        "text": "Did you hear of it?",
        "options": ["Yes", "No", "Not sure"],
    }
    assert brief.means(question, "not sure") == {"answer": "Not sure"}


@pytest.mark.parametrize(
    "reply",
    [
        "ไม่สบาย",
        "ไม่สบายค่ะ",
        "ไม่สบาย เป็นหวัด",
        "ไม่สบาย (ไอ)",
        "ไม่ค่อยสบาย",
        "ไม่สบายมา 3 วัน",
    ],
)
def test_to_be_ill_is_not_to_be_uneasy(reply: str) -> None:
    question = _yes_or_no("ท่านสบายใจกับบ่อขยะไหม")
    assert brief.means(question, reply) == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    "reply",
    [
        "ยืมเขา 1 ลำ",
        "1 ลำ ยืมเพื่อนมา",
        "ยืมมา 2 ลำ",
        "ยืมเขามาลำนึง",
        "ยืมพี่ 1",
        "borrowed 1",
        "borrowed one",
        "1 borrowed",
        "ขอยืมเขา 2",
        "หยิบยืมมา 1 ลำ",
    ],
)
def test_what_is_borrowed_is_not_owned(reply: str) -> None:
    question = {"kind": "number", "text": "บ้านท่านมีเรือกี่ลำ", "unit": "ลำ"}
    assert brief.means(question, reply) == NOT_UNDERSTOOD
    assert brief.means(question, "มี 1 ลำ") == {"answer": 1}
