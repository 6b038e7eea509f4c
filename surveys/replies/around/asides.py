"""A plain answer with talk after it: "ดีค่ะ แข็งแรงตามวัย"."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Iterator
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.meaning import Hear, Understood
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import judging
from surveys.replies.text import listening, pauses
from surveys.replies.text.hearing import Part
from surveys.replies.weighing import frames, heard

MIN_TALK, MIN_HEAD = 6, 4  # letters
_CLOSED = re.compile(f"(?:{politeness.ENDS}|เจ้า)$")
_THAI = re.compile("[ก-ฮ]")
_PAUSE = re.compile(
    r"(?:[\s,.!]+|(?<=ค่ะ)|(?<=ครับ)|(?<=จ้า)|(?<=จ้ะ)|(?<=เจ้า)|(?<=คับ)|(?<=นะ)(?!คะ|ค่ะ|ครับ|จ๊ะ|จ้ะ))(?!ๆ)"
)
# What makes talk more than talk.
_TURNS = re.compile(
    "แต่|ถ้า|หาก|หรือ|ยกเว้น|เว้น|บาง|มั้ง|[?]|ไหม|มั้ย|ป่าว|เหรอ|หรอ(?!ก)|ทำไม|ยังไง|เท่าไ|เมื่อไ|อะไร|5{3,}|๕{3,}|อิอิ|😂|ประชด|นอกจาก|อีก(?:อัน|ข้อ)|"
    "เปลี่ยน|เอ้ย|อุ๊ย|ไม่ใช่|ขึ้นอยู่|แล้วแต่|ทั้ง|และ|กับ|บ้าง|พอๆกัน|มากกว่า|เกิน|เคยเ|น้อยกว่า|ไม่ค่อย"
)
# "รับแต่คนนอก" is no "but".
_ONLY = re.compile(
    "(?:(?<=รับ)|(?<=มี)|(?<=เอา)|(?<=ได้)|(?<=ใช้)|(?<=ฟัง)|(?<=พูด)|(?<=เห็น)|(?<=เจอ)|(?<=ช่วย)|(?<=จ้าง)|(?<=เน้น))แต่(?!ก็|ว่า|ไม่)"
)
_THAN_BEFORE = re.compile("กว่า(?:เมื่อก่อน|แต่ก่อน|เดิม|เก่า|ปีก่อน|ปีที่แล้ว|ที่อื่น)")
_DEPENDS = re.compile("ขึ้นอยู่กับ[ก-๙]+|แล้วแต่[ก-๙]+|ถ้า[ก-๙]+|ต้องดู[ก-๙]+|รอดู[ก-๙]*")
_UNSURE = re.compile("ไม่แน่ใจ|อาจจะ|ยังไม่ตัดสินใจ|ไม่แน่|แล้วแต่")
# Denied, they are good to say: "ไม่เคยป่วย".
_ILLS = "ป่วย|เหม็น|รบกวน|เดือดร้อน|มีปัญหา|ปัญหา|ท่วม|เสีย|บ่น|เจ็บ|เป็นโรค|มีโรค|โรค|หวัด|แพ้|ขาด|ลำบาก|ช้า|ขัดข้อง|มีอะไร|ต้องห่วง|กังวล|เครียด|หนวกหู|ดัง|ติดขัด|ผิดหวัง|แย่|ขโมย(?:ขโจร)?|โจร|อุบัติเหตุ|ฝุ่น|กลิ่น|ควัน|ยุง|รถติด|น้ำขัง|ไฟดับ|หลุม|คนเมา|ยาเสพติด|ทะเลาะ"
_DENIED_ILL = re.compile(
    f"ไม่(?:ได้|มี|เคย|เห็น|ค่อย|ต้อง)*(?:จะ|มี|เป็น)?(?:{_ILLS})(?:อะไร)?"
)


def meant(question: Question, reply: str, rules: Hear, hear: Hear) -> Understood | None:
    """The answer that comes first, where the talk after it takes nothing from it.

    `rules` hears what is sure word for word, `hear` also what is only likely.
    """
    for first, rest in _parted(reply):
        found = rules(first)
        if not found.is_answer:
            continue
        place = question.values.index(found.value)
        if _UNSURE.search(naming.spoken(question, place)[0]):
            rest = _DEPENDS.sub("", rest)
        if _is_mere_talk(question, place, rest, rules, hear):
            return found
        return None
    return None


def _parted(reply: str) -> Iterator[tuple[str, str]]:
    """The reply cut in two where a clause may end, at its first places."""
    text = reply.strip()
    for cut in list(_PAUSE.finditer(text))[:3]:
        first, rest = text[: cut.start()].strip(), text[cut.end() :].strip()
        is_short = len(plain_text.plain(first)) < MIN_HEAD or not _THAI.search(first)
        if len(rest) < MIN_TALK or not _THAI.search(rest):
            continue
        if not is_short or _CLOSED.search(first):
            yield first, rest


def _is_mere_talk(
    question: Question, place: int, rest: str, rules: Hear, hear: Hear
) -> bool:
    talk = _ONLY.sub("", _THAN_BEFORE.sub("", _DENIED_ILL.sub("", rest)))
    if _TURNS.search(talk):
        return False
    told, parts = hear(rest), _parts(question, talk)
    if parts & _UNSURE_PARTS:
        return False
    if question.kind is Kind.SCALE5:
        if re.search("[0-9๐-๙%]", rest):
            return False
        sure = rules(rest)
        if sure.is_answer and sure.value != place + 1:
            return False
        if told.is_answer and (int(str(told.value)) - 3) * (place - 2) <= 0:
            return False
        denies = "ไม่" in talk or "บ่" in talk
        if denies and (place > 1 or judging.is_of_trouble(question)):
            return False
        if "เห็นด้วย" in naming.spoken(question, place)[0]:
            return True  # with what is bad as with what is good
        if not judging.is_of_trouble(question) and _sides(talk, question) == {
            place < 2
        }:
            return False
        return judging.sounds_meant(question, place, parts)
    denies = talk.startswith(("ไม่", "บ่"))
    is_other = told.is_answer and question.values.index(told.value) != place
    return not denies and not is_other and not _names_other(question, place, rest)


_UNSURE_PARTS = frozenset(
    (Part.ASK, Part.HEDGE, Part.SARCASM, Part.CONTRAST, Part.BOUND, Part.LAUGHTER)
)


def _sides(talk: str, question: Question) -> set[bool]:
    """Whether what is talked of is good, bad, or some of it the one, some the other."""
    heard_ = heard.hear(question, talk)
    return {
        frame.value * frame.good > 0
        for frame in frames.frames(heard_)
        if frame.theme and frame.value and not frame.denied
    }


def _parts(question: Question, talk: str) -> set[Part]:
    typed = pauses.typed(talk)
    return {each.token.part for each in listening.parted(question, typed, "th")}


@lru_cache(maxsize=256)
def _names(question: Question) -> tuple[tuple[str, int], ...]:
    return tuple(
        (said, index)
        for index in range(len(question.choices))
        for said in naming.spoken(question, index)
        if len(said) > MIN_TALK
    )


def _names_other(question: Question, place: int, rest: str) -> bool:
    plain = plain_text.plain(rest)
    return any(said in plain for said, index in _names(question) if index != place)
