"""Replies that are weighed: what speaks for a meaning, and when it is believed."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.meaning import NOT_UNDERSTOOD
from surveys.question import Question
from surveys.replies import brief, typed, understanding, weighing
from surveys.replies.weighing import frames, heard, model, vocabulary
from surveys.replies.weighing.heard import Hearing
from tests.benchmarks import weights
from tests.surveys import making

SAFE = {
    "kind": "scale5",
    "text": "คุณรู้สึกปลอดภัยแค่ไหนเวลาข้ามถนนหน้าโรงเรียน",
    "labels": ["ไม่ปลอดภัยเลย", "ไม่ค่อยปลอดภัย", "ปานกลาง", "ปลอดภัย", "ปลอดภัยมาก"],
}
OFTEN = {
    "kind": "scale5",
    "text": "คุณไปตลาดนัดบ่อยแค่ไหน",
    "labels": ["ไม่เคย", "นาน ๆ ครั้ง", "บางครั้ง", "บ่อย", "ทุกวัน"],
}
TRAVEL = {
    "kind": "choice",
    "text": "คุณไปตลาดอย่างไร",
    "options": ["เดิน", "จักรยาน", "มอเตอร์ไซค์", "รถยนต์ส่วนตัว", "ไม่ได้ไป"],
}
FITS = {"kind": "yesno", "text": "คุณคิดว่าซอยนี้เหมาะให้เด็กปั่นจักรยานไหม"}
AGES = {
    "kind": "choice",
    "text": "ลูกคนโตอายุเท่าไร",
    "options": ["ต่ำกว่า 6 ปี", "6-12 ปี", "13-18 ปี", "19 ปีขึ้นไป"],
}
LINES = (weights.SETS / "replies_third.jsonl").read_text("utf-8").split("\n")
ROWS = [json.loads(line) for line in LINES if line]
rows = st.sampled_from(ROWS)


def asked(told: dict[str, Any]) -> Question:
    return brief.asked(json.dumps(told, ensure_ascii=False, sort_keys=True))[0]


@pytest.mark.parametrize(
    ("question", "reply", "value"),
    [
        (SAFE, "ปลอดภัยมากค่ะ มีตำรวจโบกรถทุกเช้า", 5),
        (SAFE, "ไม่ปลอดภัยเลยจ้า รถซิ่งกันทั้งวัน", 1),
        (SAFE, "บ่ปลอดภัยเลยเด้อ ลูกหลานย่านคัก", 1),
        (OFTEN, "ทุกวันเลยค่ะ ขายของอยู่ที่นั่น", 5),
        (FITS, "ไม่เหมาะเลยค่ะ รถวิ่งเร็วมาก", "no"),
    ],
)
def test_an_answer_is_heard_among_words_nobody_knows(question, reply, value):
    assert brief.means(question, reply) == {"answer": value}


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (SAFE, "บางวันปลอดภัยมาก บางวันไม่ปลอดภัยเลย"),
        (SAFE, "ถ้ามีไฟแดงก็ปลอดภัย ถ้าไม่มีก็ไม่ปลอดภัย"),
        (SAFE, "ปลอดภัยม๊ากมาก รถชนกันทุกอาทิตย์ 🙄"),
        (TRAVEL, "บางทีเดิน บางทีก็ปั่นจักรยานไป"),
        (TRAVEL, "แมวที่บ้านชอบกินปลา"),
        (FITS, "แล้วเด็กที่ไหนจะปั่นล่ะ"),
        (AGES, "มีสองคน คนโต 14 คนเล็ก 9 ขวบ หรือจะเอาคนไหน"),
    ],
)
def test_what_may_mean_two_things_or_none_is_asked_again(question, reply):
    assert "answer" not in brief.means(question, reply)


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ("ปลอดภัย", frames.PLAIN),
        ("ปลอดภัยมาก", 1.0),
        ("โคตรปลอดภัย", 1.3),
        ("ค่อนข้างปลอดภัย", 0.5),
        ("ไม่ค่อยปลอดภัย", frames.HARDLY),
        ("ไม่ปลอดภัย", frames.NOT),
        ("ไม่ปลอดภัยเท่าไหร่", frames.HARDLY),
        ("ไม่ปลอดภัยสักนิด", -1.3),
        ("อันตราย", -frames.PLAIN),
        ("ไม่อันตราย", -frames.NOT),
    ],
)
def test_a_word_with_its_not_and_its_degree_has_one_value(reply, value):
    found = frames.frames(heard.hear(asked(SAFE), reply), theme="safe")
    assert [each.value for each in found if each.theme == "safe"] == [value]


def test_what_is_not_so_far_is_denied():
    found = frames.frames(heard.hear(asked(SAFE), "ไม่ถึงกับอันตราย"), theme="safe")
    assert [each.denied for each in found] == [True]


def test_dialect_is_heard_as_central_thai():
    assert vocabulary.respelt("บ่เคยเบิ่ง") == "ไม่เคยดู"
    assert vocabulary.respelt("บ่อย") == "บ่อย"


@given(rows)
def test_the_same_reply_is_always_weighed_alike(row):
    question = asked(row["question"])
    reply = Hearing(question, row["reply"])
    found = weighing.weighed(question, reply)
    assert weighing.weighed(question, reply) == found
    ranked = model.scored(
        weighing.learnt().weights, model.candidates(question, reply.heard)
    )
    assert sum(share for share, _ in ranked) == pytest.approx(1)


@given(rows, st.sampled_from(["555", "5555+", "ฮ่าๆ", "😂"]))
def test_laughter_never_makes_an_answer(row, laughter):
    before = brief.means(row["question"], row["reply"])
    after = brief.means(row["question"], f"{row['reply']} {laughter}")
    assert after == before or "answer" not in after


@given(st.text(max_size=200), st.sampled_from([SAFE, OFTEN, TRAVEL, FITS, AGES]))
def test_no_text_makes_it_raise(reply, question):
    weighing.weighed(asked(question), Hearing(asked(question), reply))


def test_a_reply_that_no_rule_is_sure_of_is_taken_apart_once(monkeypatch):
    def counted(question, text):
        taken_apart.append(text)
        return hear(question, text)

    reply = "ไกลขนาดนั้น ใครจะไปได้"
    brief.means(TRAVEL, reply)  # its labels are taken apart too, and kept
    taken_apart, hear = [], heard.hear
    monkeypatch.setattr(heard, "hear", counted)
    brief.means(TRAVEL, reply)
    assert taken_apart.count(reply) == 1


def test_nobody_consents_by_likelihood():
    agree = {"choices": making.choices("yes", "no")}
    consent = Question.model_validate(
        {"key": "q", "kind": "consent", "text": making.text("what"), **agree}
    )
    open_ = consent.model_copy(update={"kind": "single"})
    reply = "ยินดีเลยจ้า ป้าว่างทั้งวันอยู่แล้วลูกเอ๊ย"
    asked_of = understanding.understand(open_, reply, "th", weigh=False)
    today = date(2026, 11, 28)
    assert typed.understand(consent, reply, "th", today=today) == asked_of


def test_several_choices_are_never_weighed():
    several = asked(TRAVEL).model_copy(update={"kind": "multiple"})
    assert understanding.understand(several, "แว้นไปครับ", "th") == NOT_UNDERSTOOD


def test_what_is_kept_was_learnt_from_the_sets_as_they_are():
    kept = json.loads(weighing.LEARNT.read_text("utf-8"))
    assert kept["sets"] == weights.digest(), "python -m tests.benchmarks.weights"
    assert kept["sure"].keys() == {"choice", "number", "scale", "yesno"}
    assert all(0.5 <= limit < 1 for limit in kept["sure"].values())


def test_the_same_is_learnt_from_the_same_replies_and_it_is_of_use():
    known = weights.rows("replies_third", LINES[:60])
    learnt = weights.learn(known)
    assert weights.learn(known) == learnt
    outcomes = [weights.outcome(learnt, row) for row in known]
    unlearnt = [weights.outcome({}, row) for row in known]
    assert sum(each.right(0.5) for each in outcomes) > sum(
        each.right(0.5) for each in unlearnt
    )


def test_a_limit_lets_no_more_through_than_may_be_wrong():
    known = weights.rows("replies_third", LINES[:60])
    outcomes = [weights.outcome(weights.learn(known), row) for row in known]
    strict = weights.limits(outcomes, 0.0)
    loose = weights.limits(outcomes, 1.0)
    assert all(loose[kind] <= strict[kind] for kind in strict)
    of_weighed = [each for each in outcomes if each.share <= 1]
    assert not any(each.wrong(strict[each.row.kind]) for each in of_weighed)
