"""What the options of a question are about: told by most of them and by its words."""

from surveys.replies import brief
from surveys.replies.choices import subjects
from surveys.replies.lists.concepts import CONCEPTS
from surveys.replies.lists.concepts.asking import ASKED


def _topics(text: str, *options: str) -> set[str]:
    told = (
        f'{{"kind": "choice", "text": "{text}", "options": ["'
        + '", "'.join(options)
        + '"]}'
    )
    question, _ = brief.asked(told)
    tied = subjects.tied(question)
    return {CONCEPTS[place].topic for places in tied.values() for place in places}


def test_every_topic_that_must_be_asked_for_has_concepts() -> None:
    assert set(ASKED) <= {concept.topic for concept in CONCEPTS}


def test_the_topic_is_the_one_that_most_options_name() -> None:
    assert "crop" in _topics("บ้านท่านปลูกอะไร", "ข้าว", "อ้อย", "ปาล์มน้ำมัน")
    assert "punishment" in _topics("ควรลงโทษอย่างไร", "ตักเตือน", "ปรับเงิน", "ปิดถาวร")


def test_a_topic_that_is_not_asked_for_is_not_the_subject() -> None:
    options = ("ลูก", "คู่สมรส", "เพื่อนบ้าน", "ไปเอง")
    assert "carer" in _topics("ใครพาท่านไปโรงพยาบาล", *options)
    assert "carer" not in _topics("ท่านแจ้งเหตุทางใด", *options)
