"""A point of a scale that a reply's letters would misread: a rate, a list, a denied denial."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import plain_text
from surveys.meaning import NOT_UNDERSTOOD, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies.scales import frequencies, scaling


def foremost(question: Question, reply: str) -> Understood | None:
    """What its letters would have misread: a rate, a choice after a list, a denied denial."""
    if question.kind is not Kind.SCALE5 or question.own_numbers:
        return None
    text = scaling.respelt(reply)
    if (point := _chosen_of_a_list(text)) is not None:
        return from_choice(question, point)
    if (found := frequencies.meant(question, text)) is not None:
        return found
    if (point := _always(question, text)) is not None:
        return from_choice(question, point)
    if _NEVER_MISSED.search(text):
        return _without_a_miss(question, text)
    if _DAILY.search(text) and re.search(
        "ทุก|เสมอ|ประจำ|ตลอด", scaling.labels_of(question)[4]
    ):
        return from_choice(question, 4)
    if (point := _turned_about(question, text)) is not None:
        return from_choice(question, point)
    point = _never_so(question, text)
    return None if point is None else from_choice(question, point)


# Nothing was ever left out: no "never" of what is asked.
_NEVER_MISSED = re.compile(
    "ไม่(?:เคย|ยอม)?(?:ขาด|พลาด|เบี้ยว|เว้น)(?!แคลน|น้ำ|เงิน|ไม่ได้|ทุน)(?:เลย|สัก|แม้|นะ|ค่ะ|ครับ|จ้ะ|จ้า|$| )"
)
_EACH_TIME = re.compile("ทุกครั้ง|เสมอ|ประจำ|ตลอด")


def _without_a_miss(question: Question, text: str) -> Understood | None:
    """ "ไม่เคยขาดสักวัน": every day, or each time, where a label says so."""
    labels = scaling.labels_of(question)
    if not labels[0].startswith("ไม่เคย"):
        return None
    rest = _NEVER_MISSED.sub(" ", text)
    if scaling.DOUBTS.search(rest) or scaling.BUT.search(rest) or "ไม่" in rest:
        return NOT_UNDERSTOOD
    is_daily = re.search("(?:สัก|แม้แต่)วัน|ทุกวัน(?!ที่)", text)
    if is_daily and labels[4].startswith("ทุกวัน"):
        return from_choice(question, 4)
    if _EACH_TIME.search(labels[4]):
        return from_choice(question, 4)
    return NOT_UNDERSTOOD


_LISTED = re.compile("(?:(?:[1-5]|หนึ่ง|สอง|สาม|สี่|ห้า)[ ,]+){2,}")
_CHOOSES = re.compile(
    f"(?:เลือก|เอา|ขอ|ให้|ตอบ) ?(?:ข้อ|อัน)? ?(?P<n>{scaling.POINT}){scaling.POLITE}*$"
)


def _chosen_of_a_list(text: str) -> int | None:
    """ "หนึ่ง สอง สาม สี่ ห้า ขอเลือกสาม"."""
    text = plain_text.ascii_digits(text)
    match = _CHOOSES.search(text) if _LISTED.search(text) else None
    return scaling.point_at(match["n"]) if match else None


_DAILY = re.compile("วันไหนๆ(?:ก็|กะ)(?!ไม่)|จันทร์(?:ถึง|ยัน)อาทิตย์|เจ็ดวันเจ็ดคืน|เจ็ดวันต่ออาทิตย์")
_STRONGLY = re.compile("อย่างยิ่ง(?:เลย)?(?:ครับ|ค่ะ|คับ|จ้า|จ้ะ|นะ| )*(?P<no>ไม่)?เห็นด้วย")


def _turned_about(question: Question, text: str) -> int | None:
    """ "อย่างยิ่งเลยครับเห็นด้วย": the degree said first."""
    match = _STRONGLY.search(text)
    labels = scaling.labels_of(question)
    if (
        match is None
        or not labels[4].endswith("เห็นด้วยอย่างยิ่ง")
        or "ไม่เห็นด้วย" in text[: match.start()]
    ):
        return None
    return 0 if match["no"] else 4


_EVERY = "(?:วัน|ครั้ง|คืน|เวลา|ตรง|จุด|เรื่อง|ที่|เดือน|อาทิตย์|นาที|ชั่วโมง|คน|หลัง|ซอย|รอบ|มื้อ)"
_ALWAYS = re.compile(
    f"(?:ไม่มี|มี){_EVERY}(?:ไหน|ใด)(?:เลย|บ้าง|หรอก|นะ|ค่ะ|ครับ)*(?: ?ที่)?(?: ?จะ)? ?ไม่(?:ได้|มี|เคย)?(?P<what>[^ ]*)"
)


def _always(question: Question, text: str) -> int | None:
    """ "ไม่มีคืนไหนเลยที่ไม่เหม็น": so each time, everywhere, wholly."""
    match = _ALWAYS.search(text)
    if match is None or scaling.DOUBTS.search(text):
        return None
    what = re.sub(f"{scaling.POLITE}+$", "", match["what"] or "")
    labels = scaling.labels_of(question)
    known = (question.text.th or "") + labels[4]
    is_asked = (
        not what
        or what[:4] in known
        or any(each in known for each in _SMELLS if what in _SMELLS)
    )
    if what and what[:4] in labels[0].removeprefix("ไม่") and what[:4] not in labels[4]:
        return 0  # "ไม่มีวันไหนไม่แย่"
    return 4 if is_asked else None


_SMELLS = ("เหม็น", "กลิ่น")
_NEVER = re.compile(
    f"^(?:ก็|บอกเลย|เลย| )*ไม่มีทาง(?:เลย|แน่นอน|แน่ๆ|เด็ดขาด)*{scaling.POLITE}*$"
)
_UNLIKELY = re.compile(f"^(?:ก็|คง|คิดว่า| )*ไม่น่า(?:จะ)?(?:นะ)?{scaling.POLITE}*$")
_TO_LEAVE = re.compile("ย้าย|ออกจาก|ลาออก")
_STAYS = re.compile("ไม่ไปไหน|อยู่(?:ที่นี่|ที่เดิม)?ต่อ|ตายที่นี่|ไม่ย้าย|ฝากผีฝากไข้ที่นี่|อยู่จนตาย")
_GOES = re.compile("ไปแน่|ย้ายแน่|ซื้อบ้าน(?:ใหม่)?(?:ที่อื่น|ไว้)|เก็บของแล้ว|ไปชัวร์|ออกแน่|ขายบ้านแล้ว")


def _never_so(question: Question, text: str) -> int | None:
    """ "ไม่มีทางเด็ดขาด", "ไม่ไปไหนแน่นอน", of a scale from "no way" to "certainly"."""
    labels = scaling.labels_of(question)
    if not re.match("ไม่.*(?:แน่นอน|แน่ๆ)|ไม่มีทาง", labels[0]) or not labels[4].endswith(
        ("แน่นอน", "แน่ๆ")
    ):
        return None
    for clause in (text, *scaling.clauses_of(text)):
        if _NEVER.match(clause) or clause.endswith("บอกเลยไม่มีทาง"):
            return 0
        if _UNLIKELY.match(clause) and labels[1].startswith("ไม่น่า"):
            return 1
    leaves = bool(_TO_LEAVE.search(question.text.th or ""))
    stays = "อยู่" in (question.text.th or "") and not leaves
    if scaling.DOUBTS.search(text):
        return None
    if re.search("50[/:-]50|ห้าสิบห้าสิบ|ครึ่งๆ|อาจจะไปอาจจะอยู่|อาจไปอาจไม่ไป", text):
        return 2
    if _STAYS.search(text) and (leaves or stays) and "แต่" not in text:
        return 4 if stays else 0
    return 4 if leaves and _GOES.search(text) and "ไม่" not in text else None
