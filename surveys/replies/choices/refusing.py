"""An option that refuses, or closes, told in words that sound like a wish to stop."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import plain_text, politeness
from surveys.meaning import Meaning, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.choices import aliases

MIN_SAME = 3  # letters of a verb that a label and a reply have in common
_TAILS = f"(?:หรอก|ดอก|เลย|ทั้งนั้น|ทั้งสิ้น|สักอย่าง|สักคน|สักอัน|สักที่|นะ|ดีกว่า|แล้ว|ละ|{politeness.ENDS}|อะ|เจ้า)*$"
_NONE = re.compile(
    rf"^(?:ก็|ผม|หนู|เรา|ฉัน)*ไม่(?P<verb>[ก-๙]{{1,10}}?)(?:อะไร|ใคร|อันไหน|ที่ไหน|ข้อไหน|ตัวไหน|ไหน|สักอย่าง|สักคน|สักอัน|สักที่){_TAILS}"
)
# Who does not know or see has not said that there is none.
_NOT_NONE = re.compile("รู้|ทราบ|แน่ใจ|เห็น|ได้ยิน|เข้าใจ|จํา|ว่าง|มีเวลา|เข้าท่า|ตอบ|พูด|บอก")
_IS_NONE = re.compile("^ไม่(?:มี|ต้องการ|เอา|ใช้|แจ้ง|เลือก|สนใจ|รับ|ไป|เชื่อ|ชอบ|อยาก|ได้)")
_NOT_OF_ALL = re.compile("^ไม่(?:มีเวลา|มีเงิน|มีรถ|มีความ|ได้ผล|ได้เรื่อง)")
_NEED_NOT = re.compile("^(?:ก็)?(ไม่ต้อง|ไม่จําเป็น|ไม่อยาก)(.*)$")
_BUSY = re.compile("ยุ่ง|ไม่(?:ค่อย)?ว่าง|ติดงาน|งานเยอะ|งานล้น|ทํามาหากิน|ไม่(?:ค่อย)?มีเวลา")
_NO_TIME = re.compile("ไม่มีเวลา|ไม่ว่าง|ติดงาน|ติดธุระ")
_ENOUGH = re.compile("เลิก|หยุด|พอแล้ว|พอก่อน|ตอบ|แบบสอบถาม|ไว้|เดี๋ยว|ค่อย|ข้าม|คําถาม")
_NO_OPINION = re.compile("ไม่(?:ขอ|มี|อยาก)?(?:ออก|มี|แสดง|ให้)?ความ(?:คิด)?เห็น")
_KNOWS_NOT = re.compile("^(?:ก็)?ไม่(?:รู้|ทราบ)(?:เลย)?(?:ว่า)?(?:จะ|ต้อง|ควร)*(.*)$")


_NEVER = re.compile(f"^(?:ก็|ผม|หนู|เรา|ฉัน|ยัง)*ไม่เคย(?:สักครั้ง|ซักครั้ง|สักที)?{_TAILS}")
_IS_BUSY = re.compile(
    f"^(?:ก็|ช่วงนี้|ผม|หนู|เรา|วันนั้น)*(?:งาน)?(?:ยุ่ง|ติดงาน)(?:มาก|อยู่|ตลอด)?{_TAILS}"
)
_OF_REASONS = re.compile("เหตุ|ทําไม|เพราะ|อุปสรรค|สาเหตุ")


def _only(question: Question, held: list[int]) -> Understood | None:
    return from_choice(question, held[0]) if len(held) == 1 else None


def meant(question: Question, reply: str) -> Understood | None:
    """ "ไม่ไว้ใจใครทั้งนั้น" of "ไม่มี", where one option alone denies."""
    if question.kind is not Kind.SINGLE:
        return None
    plain, labels = plain_text.plain(reply), naming.labels(question)
    if _NEVER.search(plain):
        return _only(question, [i for i, x in enumerate(labels) if "ไม่เคย" in x])
    if _IS_BUSY.search(plain) and _OF_REASONS.search(naming.asked(question)):
        return _only(question, [i for i, x in enumerate(labels) if _NO_TIME.search(x)])
    if match := _NONE.search(plain):
        held = [i for i, label in enumerate(labels) if label.startswith("ไม่")]
        is_none = len(held) == 1 and _IS_NONE.search(labels[held[0]])
        if not is_none or _NOT_OF_ALL.search(labels[held[0]]):
            return None
        return None if _NOT_NONE.search(match["verb"]) else _only(question, held)
    return _need_not(question, plain, labels)


def _need_not(question: Question, plain: str, labels: list[str]) -> Understood | None:
    """ "ไม่ต้องโทรมา" of "ไม่ต้องติดต่อกลับ", where no other option is named."""
    match = _NEED_NOT.search(plain)
    if match is None or len(plain) > 2 * _SHORT or re.search("แต่|ก็|ถ้า|แค่", match[2]):
        return None
    held = [i for i, label in enumerate(labels) if label.startswith(match[1])]
    others = "".join(label for i, label in enumerate(labels) if i not in held)
    pieces = (
        match[2][at : at + MIN_SAME + 1]
        for at in range(max(1, len(match[2]) - MIN_SAME))
    )
    return None if any(piece in others for piece in pieces) else _only(question, held)


_SHORT = 14  # letters of a short clause


def of_wish(question: Question, reply: str, wish: Meaning) -> Understood | None:
    """The option that is meant by what sounds like a wish: "ปิดมันไปเลย" of "สั่งปิด"."""
    if question.kind is not Kind.SINGLE:
        return None
    plain, labels = plain_text.plain(reply), naming.labels(question)
    if wish is Meaning.DONT_KNOW:
        return _only(question, _not_known(plain, labels))
    if _BUSY.search(plain) and not _ENOUGH.search(plain):
        return _only(question, [i for i, x in enumerate(labels) if _NO_TIME.search(x)])
    if _NO_OPINION.search(plain):
        held = [i for i, label in enumerate(labels) if _NO_OPINION.search(label)]
        return _only(question, held)
    return None if _ENOUGH.search(plain) else aliases.meant(question, reply)


def _not_known(plain: str, labels: list[str]) -> list[int]:
    """ "ไม่รู้ว่าต้องแจ้งตรงไหน" of "ไม่รู้จะแจ้งที่ไหน": the same is not known."""
    said = _KNOWS_NOT.search(plain)
    if said is None or len(said[1]) < MIN_SAME:
        return []
    held = []
    for index, label in enumerate(labels):
        told = _KNOWS_NOT.search(label)
        if told and len(told[1]) > MIN_SAME and told[1][:4] == said[1][:4]:
            held.append(index)
    return held
