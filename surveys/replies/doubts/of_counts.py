"""A number that counts something else, or names something."""

# ruff: noqa: E501  some lines are patterns

import re
from typing import Any

from surveys.number_words import THAI_ONES
from surveys.replies.doubts import scoffing
from surveys.replies.doubts.wordings import Wording

_WORDS = "|".join([*THAI_ONES[1:], "สิบ", "ยี่", "เอ็ด", "ร้อย", "นึง", "เดียว"])
_N = f"(?:[0-9]+|(?:{_WORDS})+|คนเดียว)"
# What a number names, or how much of what it is, where it comes right before it.
_NAMES = r"ม\.|ป\.|ม(?= ?[0-9])|เดือน(?= ?[0-9])|อันดับ|รุ่น|ปี(?= ?[0-9])|ซอย|หมู่|บ้านเลขที่|ห้อง|เลข|เบอร์|สาย|รอบ(?=ที่)|ชั้น"
_PART = "ผู้หญิง|ผู้ชาย|หญิง|ชาย|เด็ก|เด็กๆ|คนแก่|คนชรา|ผู้สูงอายุ|คนงาน|แขก|พี่น้อง|เพื่อน|ญาติ|ลูกจ้าง|คนเช่า|คนป่วย|คนพิการ"
_GONE = "ย้ายออก|ย้ายไป|ออกไป|ตาย|เสีย|ขาด|ลด|เพิ่ม|เพิ่มมา|ลดไป|หัก|อีก|ขอ|รอ|ลา|หยุด|ท้อง|ไปกรุงเทพ|ไปต่างจังหวัด|ไปเที่ยว|ไปทำงาน|ทำงาน|เรียน|ป่วย|เป็นไข้|เป็นหวัด|อยู่บ้าน|ร้องเรียน|ร้อง|แจ้ง|แต่งงาน|โรงงาน|บ้านสร้าง|กลับมา|หาหมอ|จัด|เชิญ|ชวน|หลับ|ปรับ|เติมเงิน|มิเตอร์ขึ้น|แพงขึ้น|นอนโรงพยาบาล|ติดคุก|บวช|เป็นทหาร|เกณฑ์ทหาร"
_AT_TIMES = "ในทะเบียน|ทะเบียนบ้าน|ทะเบียน|หน้าฝน|หน้าร้อน|หน้าหนาว|เทศกาล|สงกรานต์|ปีใหม่"
_BEFORE = re.compile(
    rf"^(?:ก็|มี|แค่|ใน)?(?P<what>{_NAMES}|{_PART}|{_GONE}|{_AT_TIMES})(?:ไป|มา|อยู่|แค่|ตั้ง|อีก|มี|แล้ว|โรงงาน|ที่โรงงาน|ตั้งมา|สร้างมา|กัน|ก็| )*{_N} ?(?:คน|วัน|ปี|ครั้ง|หน|รอบ)?(?:ก็ย้าย|แล้ว|พอดี|ที่ไปทำงาน|นะ| )*$"
)
_MOVED = re.compile("ปี(?:ก่อน|ที่แล้ว)?(?:จะ|ก็|แล้ว)?ย้าย(?:ออก|ไป|หนี)")
_AGED = re.compile("^(?:ย้าย)?(?:มา)?ตอน ?(?:อายุ)? ?[0-9]+")
_ELSEWHERE = re.compile(
    "^(?:เคย)?อยู่(?:ที่)?(?P<what>กรุงเทพ|กทม|ชลบุรี|ระยอง|ต่างจังหวัด|เมืองนอก|โคราช|เชียงใหม่|บ้านเก่า|ที่อื่น)"
)
_HOUSES = re.compile(f"{_N} ?(?P<what>ครัวเรือน|ครอบครัว|หลังคาเรือน|หลังคา)$")
_COUNTS_HOUSES = re.compile("กี่ ?(?:ครัวเรือน|ครอบครัว|หลังคา)")
_MEETING_OF = re.compile("^(?:ไป)?ประชุม(?P<what>ผู้ปกครอง|กลุ่มแม่บ้าน|กองทุน|สหกรณ์|อสม)")
_ONE_OF = re.compile(
    "คนนึง(?:ตาย|ย้าย|ป่วย|ไป|ออก)|^คน ?[0-9] ?คนก็|^อีก ?[0-9]+ ?คน|อยู่(?:กรุงเทพ|ต่างจังหวัด|เมืองนอก)$"
)
_WITHOUT = re.compile("(?:วัน|ครั้ง|คืน|หน|เดียว)ที่(?:มัน)?(?:ไม่|บ่)|^หยุด(?:เหม็น|ดัง)|^เว้น")
_OTHER_SPAN = re.compile(
    rf"^(?:(?P<what>เดือน|ปี)นี้|(?:อาทิตย์|สัปดาห์|เดือน|ปี)(?:ก่อน|ที่แล้ว)โน้น) ?{_N} ?(?:วัน|ครั้ง|คืน|หน)$"
)
_NUMBER_WORDS = re.compile("^(?:นั่ง|ขึ้น)?(?P<what>สองแถว|สี่แยก|สามแยก|ห้าแยก|หกล้ม|สามล้อ)")
_PLACES = re.compile(
    "^(?:(?:ห่าง|ไกล|ใกล้|ไป)(?:จาก)?)?(?P<what>ตลาด|วัด|โรงเรียน|ตัวเมือง|ในเมือง|อำเภอ|โรงพยาบาล|บ้าน(?:แม่|พ่อ|ลูก|ยาย|ตา|เพื่อน|เก่า|เดิม|พี่|น้อง|ญาติ)) ?[0-9]"
)
_MILESTONE = re.compile("^(?:หลัก ?)?(?:กม\\.?|กิโล(?:ที่)?) ?[0-9]+$")
_OTHER_UNIT = re.compile("[0-9] ?(?P<what>โรง|คิว|หน่วย|กก|ไร่|ซอย|แถว|รุ่น|ตำบล|หมู่บ้าน)$")
_TODAY = re.compile("^(?:วันนี้|เมื่อวาน|เมื่อคืน|คืนนี้|เช้านี้|ตอนนี้)(?=ไม่|บ่|ยังไม่)")
_LONG = re.compile("สัปดาห์|อาทิตย์|เดือน|ปี")
# "ไม่เคยไม่เหม็น", "วันไหนบ้างไม่เหม็น": never without it, and so no none.
_NEVER_WITHOUT = re.compile(
    "(?:ไม่|บ่)(?:มี|เคย)(?:สัก|ซัก|เลย)?(?:วัน|คืน|ครั้ง|หน|เดือน|ปี)?(?:ไหน|ใด|เดียว)?(?:เลย)?(?:ที่)?(?:จะ|มัน)?(?:ไม่|บ่)|(?:วัน|คืน|ครั้ง)ไหน(?:บ้าง)?(?:ที่)?(?:ไม่|บ่)"
)


def is_none(said: Wording, value: Any) -> bool:
    text = said.text
    if scoffing.is_turned(said) or _MILESTONE.search(text) or _MOVED.search(text):
        return True
    if value == 0 and (
        _NEVER_WITHOUT.search(text)
        or (_TODAY.search(text) and _LONG.search(said.asked))
    ):
        return True
    if _HOUSES.search(text) and not _COUNTS_HOUSES.search(said.asked):
        return "คน" in said.asked
    if _WITHOUT.search(text) and not re.search("ไม่|หยุด|เว้น", said.asked):
        return True
    span = _OTHER_SPAN.search(text)
    if span and not (span["what"] and said.is_named(span["what"])):
        return True
    if _AGED.search(text) and "อายุ" not in said.asked:
        return True
    return bool(_ONE_OF.search(text)) or any(
        said.tells_other(pattern, "what")
        for pattern in (
            _BEFORE,
            _ELSEWHERE,
            _NUMBER_WORDS,
            _PLACES,
            _MEETING_OF,
            _OTHER_UNIT,
        )
    )
