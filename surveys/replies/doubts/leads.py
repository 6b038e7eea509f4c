"""What stands before a number that falls into a range, or before "often".

"โบนัสสี่หมื่น" is no income of a month, and "จัดบ่อย" tells how often somebody else does
something: before a number in a range few words usually stand.
"""

import re

from surveys.number_words import THAI_ONES
from surveys.replies.doubts.wordings import Wording

_NUMBER_WORDS = "|".join(
    [*THAI_ONES[1:], "สิบ", "ยี่", "เอ็ด", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน", "นึง", "เดียว"]
)
_NUMBER = f"(?:[0-9][0-9,.]*|(?:{_NUMBER_WORDS})+)"
_UNITS = (
    "คน|ครั้ง|หน|รอบ|เทื่อ|วัน|คืน|อาทิตย์|สัปดาห์|เดือน|ปี|ชั่วโมง|ชม|นาที|เมตร|กิโลเมตร|กิโล|กม|โล|บาท"
    "|คัน|ตัว|หลัง|เครื่อง|ไร่|งาน|ดวง|ถุง|ถัง|ใบ|แห่ง|ราย|คะแนน|แต้ม|ขวบ|พรรษา|ต้น|หลอด"
)
_ONE = re.compile(f"^(?P<lead>[^0-9]*?) ?{_NUMBER} ?(?:{_UNITS})?[. ]*$")
# Nothing but how sure, how much, of whom, and since when.
_USUAL = re.compile(
    "ประมาณ|ราว|เกือบ|สัก|ซัก|มี|อยู่|กัน|มา|ไป|ได้|เอา|ให้|เต็ม|ครบ|รวม|ทั้ง|หมด|สิ้น|แค่|เพียง|แล้ว|ก็"
    "|น่าจะ|คงจะ|คง|ไม่|เกิน|ถึง|นับ|เหลือ|เป็น|ที่|นี่|นี้|บ้าน|ใน|ตอน|เดี๋ยว|ปัจจุบัน|ของ|เรา|ผม|ฉัน|หนู"
    "|ตัว|เอง|เมีย|ผัว|สามี|ภรรยา|ลูก|หลาน|แม่|พ่อ|แฟน|ยาย|ตา|ปู่|ย่า|พี่|น้อง|กับ|และ|ด้วย|อีก|ละ|ๆ|คู่|เคย"
    "|ตั้งแต่|จน|ต่อ|เฉลี่ย|ตก|จะ|ว่า|คิด|จำ|ตอบ|เลือก|ข้อ|ขอ|เข้า|ใช้|เสีย|จ่าย|ร้อง|แจ้ง|โทร|นอน|เปิด|เช่า"
    "|ห้อง|ค่า|ส่ง|เดิน|ขับ|รถ|ห่าง|ไกล|ใกล้|ย้าย|แต่ง|เกิด|อายุ|หยุด|แฝด|เมื่อ|ก่อน|เดิม|สี่|แต่|ออก|ทำ"
    "|เลี้ยง|ปลูก|กิน|ดื่ม|สูบ|หา|เจ็บ|เวลา|กลับ|เพิ่ง|พึ่ง|ต่ำ|กว่า|เยอะ|มาก|น้อย|พอดี|จ้า|ค่ะ|เลย|เว้น|เบญจเพส|แดง|ขึ้น|วัด|เงิน|เบี้ย|แก่|พระ|สาว|ชาย|หญิง|คน|ป่วย|เหม็น|ดัง|ได้ยิน|กลิ่น|ท่วม|ดับ|เห็น|พบ|เจอ|โดน|ทุก|ซื้อ|ขาย"
    f"|วัน|คืน|เดือน|ปี|อาทิตย์|สัปดาห์|{_UNITS}|[^ก-๙]"
)
_HAS_NUMBER = re.compile(f"{_NUMBER_WORDS}|ซาว|โหล|จุด")
MIN_KNOWN = 4  # letters in a row that the question says too
MIN_STRANGE = 3  # letters of a word that nobody asked of


def is_of_another(said: Wording) -> bool:
    """Whether all of it is one number, led by what neither asks nor is usual."""
    match = _ONE.match(said.text)
    return match is not None and _is_strange(said, match["lead"])


def _is_strange(said: Wording, lead: str) -> bool:
    """Whether a lead has a word that neither the question nor usage knows."""
    if " " in lead or _HAS_NUMBER.search(lead):
        return False
    rests = _USUAL.sub(" ", lead).split()
    return any(_is_unknown(said, rest) for rest in rests)


def _is_unknown(said: Wording, rest: str) -> bool:
    """Whether a word is left once what the question says too is taken out."""
    at = left = 0
    while at < len(rest):
        size = 0
        while at + size < len(rest) and said.is_named(rest[at : at + size + 1]):
            size += 1
        if size >= MIN_KNOWN:
            at += size
        else:
            at, left = at + 1, left + 1
    return left >= MIN_STRANGE


_HABIT = re.compile("^(?:เขา|เค้า)?(?P<what>จัด|ชวน|เชิญ|ป่วย|บริจาค|บ่น|ด่า|กวาด)")
_OFTEN = re.compile(
    "(?:ทุก(?:วัน|ครั้ง|คืน|เดือน|อาทิตย์|สัปดาห์|ปี)|บ่อย(?:ครั้ง|มาก|ๆ)?|นาน ?ๆ ?(?:ที|ครั้ง))$"
)


def is_other_habit(said: Wording) -> bool:
    """ "ป่วยบ่อย" and "จัดทุกเดือน", where how often one takes part is asked."""
    is_often = _OFTEN.search(said.text) and " " not in said.text.replace("ๆ ", "ๆ")
    return bool(is_often) and said.tells_other(_HABIT, "what")
