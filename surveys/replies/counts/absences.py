"""Nought in a longer reply: "ไม่เหลือสักบาทเดียว", "เป็นหมัน ไม่มีลูกเต้ากับเขาหรอก"."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from functools import lru_cache

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import hearsay
from surveys.replies.counts import counting, tallies
from surveys.replies.either import stance
from surveys.replies.text import words
from surveys.replies.text.words import any_of, form

_NO = "(?:ไม่|บ่|บ่ได้|ม่าย|มิ)"
_EVEN = "(?:สัก|ซัก|ซั|แม้แต่|สักกะ|ซักกะ)"
# Denied, these are done every time: "ไม่ขาดสักครั้ง".
_NEVER_MISSED = form(
    f"{_NO}(?:เคย|ได้|มี|ค่อย)?(?:ขาด|เว้น|พลาด|หยุด|ลืม|ว่าง|พัก|สาย|ข้าม|โดด|ตก|น้อย|ต่ำ)"
)
_TWICE = form(
    f"{_NO}[^ |]{{0,16}}(?:ไหน|ใด)[^|]{{0,14}}{_NO}|{_NO}ใช่[^|]{{0,10}}{_NO}|{_NO}มีทาง{_NO}|{_NO}[^ |]{{0,8}}{_NO}ได้"
)
_TURNS = form(
    "แต่(?!ก่อน|เดิม|ไหนแต่ไร|ละ|เช้า|ง)|ยกเว้น|นอกจาก|หรือ|ไหม|มั้ย|[?]|ถ้า(?<!เถ้า)|บางครั้ง|บางที|บางวัน|เว้นแต่|อาจ|มั้ง|น่าจะ|คงจะ"
)
_PAST = form("^(?:แต่ก่อน|เมื่อก่อน|สมัยก่อน|ตอนแรก|ปีก่อน|ปีที่แล้ว|เดือนก่อน|เดือนที่แล้ว)")
_NUMBER = form(
    "[0-9]|(?:สอง|สาม|สี่|เจ็ด|แปด|เก้า|สิบ|หลาย)(?:คน|ครั้ง|หน|วัน|บาท|ปี|ตัว|คัน|คืน|มื้อ|รอบ|ชั่วโมง|เดือน)|(?:คน|ครั้ง|หน|วัน|ตัว|คัน|คืน)(?:เดียว|นึง|หนึ่ง)"
)
_LATELY = "(?:เดือนนี้|ปีนี้|อาทิตย์นี้|สัปดาห์นี้|ช่วงนี้|รอบนี้|ตอนนี้|ปีที่แล้ว|เดือนที่แล้ว|มานี้)?"
_NONE_AT_ALL = form(
    f"^(?:ก็|ยัง|คือ|{_LATELY[3:-2]})*{_NO}(?:มี|ได้|เคย|เจอ|โดน)(?:อะไร|ใคร|มัน)?เลย{_LATELY}(?:นะ|ค่ะ|ครับ|จ้ะ|จ้า|คับ|สัก.*|ซัก.*)*$"
)
# What is counted, and what says that there is none of it, or that it is not done.
_STATES = tuple(
    (form(asked), form(said))
    for asked, said in (
        (
            "(?:บุตร|ลูก)(?!น้อง|จ้าง|ค้า|บ้าน)",
            f"เป็นหมัน(?!แล้ว)|{_NO}มี(?:บุตร|ลูก)(?:เต้า|หลาน)?|ไร้(?:บุตร|ลูก)|{_NO}(?:เคย|ได้)?(?:แต่งงาน|มีแฟน)|(?:ยัง)?โสด(?:สนิท|อยู่|ตัวเปล่า)?$",
        ),
        (
            "หนี้",
            f"{_NO}มีหนี้|ปลอดหนี้|หมดหนี้|ใช้หนี้หมด|ปลดหนี้(?:ได้|แล้ว|หมด)|เคลียร์(?:หนี้)?หมด|{_NO}(?:ได้|เคย)?(?:เป็นหนี้|กู้|ติดหนี้|ค้าง)",
        ),
        (
            "เปลี่ยนงาน|ย้ายงาน",
            f"{_NO}เคย(?:ย้าย|เปลี่ยน|ลาออก)|(?:ทำ|อยู่)(?:งาน)?ที่(?:เดิม|เก่า|เดียว)(?:มา)?ตลอด",
        ),
        (
            "ย้ายบ้าน|ย้ายที่อยู่",
            f"{_NO}เคย(?:ย้าย|เปลี่ยน)|อยู่(?:ที่|บ้าน)(?:เดิม|เก่า|เดียว|นี้)(?:มา)?ตลอด",
        ),
        ("บุหรี่", f"{_NO}(?:ได้|เคย)?สูบ|เลิก(?:สูบ)?(?:บุหรี่)?(?:ไป|ได้|มา)?(?:นาน)?(?:แล้ว|ละ)"),
        ("เหล้า|แอลกอฮอล์|เบียร์|สุรา", f"{_NO}(?:ได้|เคย)?(?:ดื่ม|กิน|แตะ)|เลิก(?:ดื่ม|กิน|เหล้า)?(?:ไป|ได้|มา)?(?:นาน)?(?:แล้ว|ละ)"),
        ("ทำงาน", f"ปลดเกษียณ|เกษียณแล้ว|ตกงาน(?!มา)|{_NO}(?:ได้)?ทำงานแล้ว|{_NO}มีงาน(?:ทำ)?(?:เลย|แล้ว|$)"),
        ("จักรยานยนต์|มอเตอร์ไซค์|รถยนต์|รถกระบะ|รถเก๋ง", f"{_NO}มีรถ(?:กับเขา|เลย|สัก|ซัก|ซักคัน|$)|{_NO}มีปัญญาซื้อ|ขาย(?:รถ)?(?:ไป|ทิ้ง)?หมดแล้ว"),
        ("เลี้ยง", f"{_NO}(?:ได้|เคย)?เลี้ยง|ขาย(?:ไป|ทิ้ง)?หมดแล้ว|ตาย(?:ไป)?หมด(?:แล้ว|เล้า|คอก|บ่อ)|เลิกเลี้ยง"),
        ("ปลูก|ที่ดิน|ไร่", f"{_NO}มี(?:ที่ดิน|ที่ทำกิน|ที่นา|ที่ไร่|นา(?:เป็นของ)?|ที่)(?:ของตัวเอง|กับเขา|ทำกิน|เลย|สัก|ซัก|$)"),
        ("ร้องเรียน|ร้องทุกข์|แจ้ง", f"{_NO}(?:เคย|ได้)(?:ไป)?(?:ร้อง|แจ้ง|ไปร้อง|ไปแจ้ง|ยื่น)"),
        ("ประชุม", f"{_NO}(?:เคย|ได้)(?:ไป|เข้า|ร่วม)+(?:ประชุม|เลย|สัก|ซัก|$)"),
        ("กลิ่น|เหม็น", f"{_NO}(?:เคย|ได้|มี)?(?:ได้)?กลิ่น|{_NO}(?:เคย)?เหม็น|จมูกโล่ง"),
        ("หาหมอ|พบแพทย์|โรงพยาบาล|ป่วย", f"{_NO}(?:เคย|ได้|ค่อยได้)?(?:ป่วย|เจ็บ(?:ไข้)?|ไปหาหมอ|หาหมอ|ไปโรงพยาบาล)|แข็งแรง(?:ดี)?(?:มา)?ตลอด"),
        ("น้ำท่วม|ท่วม", f"{_NO}(?:เคย|ได้|มี)?(?:น้ำ)?ท่วม|{_NO}(?:เคย)?โดนน้ำ"),
        ("ไฟ(?:ฟ้า)?ดับ|ดับ", f"{_NO}(?:เคย|ได้|มี)?(?:ไฟ)?ดับ"),
        ("อุบัติเหตุ", f"{_NO}(?:เคย|ได้|มี)(?:เกิด|ประสบ|เจอ|โดน)?(?:อุบัติเหตุ|รถล้ม|รถชน)|ปลอดภัย(?:ดี)?ตลอด"),
    )
)  # fmt: skip


def is_told(question: Question, text: str) -> bool:
    """Whether one clause of a spaced text says that there is none of what is counted."""
    units = counting.asked_units(question)
    asked = naming.asked(question)
    is_of_how_many = re.search("กี่|จำนวน|เท่าใด|เท่าไร".replace("ำ", words.AM), asked)
    if (
        not is_of_how_many
        or _NO_NOUGHT.search(asked)
        or not counting.within(question, 0)
    ):
        return False
    text = _TWO_OF_US.sub("", text.replace("ก้อ", "ก็"))
    if _TURNS.search(text) or _TWICE.search(text) or _NEVER_MISSED.search(text):
        return False
    clauses = [
        c for c in stance.split(text) if not _PAST.match(c) or _is_of_past(asked)
    ]
    if any(
        hearsay.is_of_another_time(asked, each.replace(" ", "")) for each in clauses
    ):
        return False
    even = _even(units, asked)
    if even is not None and any(even.search(each) for each in clauses):
        return True
    if any(_counts(each, units) for each in clauses):
        return False
    return any(_says_none(asked, each) for each in clauses)


def is_never_missed(text: str) -> bool:
    """ "ไม่เคยขาดสักครั้ง": each time, and so no nought."""
    return bool(_NEVER_MISSED.search(text) and re.search(_EVEN, text))


_NO_NOUGHT = form("อายุ|คะแนน|ห่าง|ระยะ|รวมตัว|อยู่กี่ปี|มากี่ปี|ได้กี่ปี|เวลาเดินทาง|สูงกี่|หนักกี่|รวมท่าน")


_TWO_OF_US = form("(?:สอง|2) ?คน ?(?:ผัวเมีย|สามีภรรยา|ตายาย|กับ(?:แฟน|เมีย|ผัว|สามี|ภรรยา))")


def _is_of_past(asked: str) -> bool:
    return bool(re.search("ที่แล้ว|ก่อน|ที่ผ่านมา|ล่าสุด", asked))


@lru_cache(maxsize=64)
def _units(units: frozenset[int]) -> str:
    return any_of(word for word, group in words.UNITS.items() if group in units)


_CLASSIFIER = re.compile("กี่([ก-ฮเแโใไ][ก-๛]{1,5}?)(?=$|[ (]|ใน|ต่อ)")


def _even(units: frozenset[int], asked: str) -> re.Pattern[str] | None:
    """ "ไม่...สักครั้ง", of the unit that is asked."""
    match = _CLASSIFIER.search(asked)
    said = _units(units) if units else match and re.escape(match[1])
    if not said:
        return None
    return form(
        f"{_NO}[^|]{{0,24}}{_EVEN}(?:กะ)?(?:{said})|{_NO}[^ |]{{0,12}}(?:{said})เดียว(?:ก็|ยัง){_NO}"
    )


def _counts(clause: str, units: frozenset[int]) -> bool:
    return bool(_NUMBER.search(clause))


def _says_none(asked: str, clause: str) -> bool:
    clause = clause.strip(" |")
    if _NONE_AT_ALL.search(clause):
        return True
    for topic, said in _STATES:
        match = said.search(clause) if topic.search(asked) else None
        if match is not None and not _is_of_others(clause[: match.start()], asked):
            return True
    return False


def _is_of_others(before: str, asked: str) -> bool:
    """ "เพื่อนไม่สูบ": the one before it is another."""
    match = re.search(
        f"(?:{any_of(tallies.KIN)}|เพื่อน|ข้างบ้าน|เขา|เค้า|คนอื่น)(?:ก็|เอง| )*$", before
    )
    mine = ("พี่", "ป้า", "ลุง", "ยาย", "ตา", "น้า", "อา")
    return match is not None and not match[0].startswith(mine) and match[0] not in asked
