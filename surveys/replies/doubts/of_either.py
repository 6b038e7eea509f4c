"""A yes or no in words that say something else."""

import re

from surveys.replies.doubts import scoffing
from surveys.replies.doubts.wordings import Wording

# What was learnt only later, or by being asked, was not known or done.
_LEARNT_LATE = re.compile(
    "(?:เพิ่ง|พึ่ง|มา)(?:จะ)?(?:รู้|ทราบ|ได้ยิน|ฮู้)|(?:รู้|ทราบ)(?:อีกที|งี้|อย่างงี้|อย่างนี้|มาว่า|อย่างอื่น|เรื่องอื่น|แค่|แต่ว่า)"
)
_JUST_NOW = re.compile("ตะกี้|เมื่อกี้|เดี๋ยวนี้|ตอนนี้|วันนี้|ถาม|อ่าน|แชท|แชต|นี่แหละ")
_EVER_OTHER = re.compile(
    "^เคย(?:แต่|เฉพาะ|แค่)(?=[ก-๙])|^เคย(?:ไป|เข้า|ร่วม)*(?:ขายของ|ส่ง(?:ลูก|แม่|พ่อ|เมีย|ของ)|ขับรถ|เดินผ่าน|ใบ้)"
)
_BUT_FOR = re.compile(
    "^(?!.*(?:ไม่|บ่|จำ|ลืม))[ก-๙]{2,8}แต่(?!ว่า|ก็|ไม่|ยัง|น้อย|นาน|บาง|เขา|โดน|ละ|ก่อน)(?:ของ|คน|กับ)?(?P<what>[ก-๙]{3,})$"
)
_NOW_AND_THEN = re.compile("^(?P<does>[ก-๙]{2,10})บ้าง ?ไม่(?P=does)บ้าง")
_APART = re.compile("^แยก(?:กันอยู่|ทาง)|^รู้จัก(?:คน|ผู้จัดการ|เจ้าของ|นายก)")
_MEETING_OF = re.compile(
    "ประชุม(?P<what>ผู้ปกครอง|ลูกบ้าน|กองทุน|สหกรณ์|อสม|บริษัท|ญาติ|งาน(?!ที่)|ออนไลน์)"
)
_RECEIVED = re.compile(
    "ได้รับ(?:แต่|แค่)?(?P<what>จดหมาย|ข่าว|เงิน|ของ|โทรศัพท์|ใบปลิว|เชิญ|คำเชิญ|แจ้ง|ข้อมูล|คำตอบ|อนุญาต|บัตร)"
)
_AGREES = re.compile("เห็น(?:ด้วย|ชอบ|ดี|ควร|สมควร|พ้อง|ตาม|งาม)")
_SEES = re.compile(
    "^เห็น(?:อยู่|มา|เขา|เค้า|คน|ป้าย|ข่าว|ในข่าว|กับตา|บ่อย|บ้าง|ทุกวัน)*(?:แล้ว|ละ)?$"
)
_AGREES_HALF = re.compile(
    "เห็นด้วย(?:แค่|เพียง)?(?:ครึ่ง|บางส่วน|บางข้อ|บางเรื่อง|ตา(?!ม)|ตรงไหน|เรื่องไหน|กับใคร)"
)
_AGREES_WITH = re.compile("เห็นด้วยกับ(?P<what>[ก-๙]{4,})")
_THIS = re.compile(
    "^(?:เรื่อง|โครงการ|ข้อ|อัน|สิ่ง|แนวคิด|แนวทาง|ความคิด|การ)?(?:นี้|นั้น|ที่ถาม|ที่ว่า|ดังกล่าว|ท่าน|ทาง|เทศบาล|โรงงาน|รัฐ|แผน|โครงการ)"
)
_CONSIDERS = re.compile(
    "ขอ(?:ลอง)?(?:คิด|ฟัง|ถาม|ดู|ศึกษา|ปรึกษา|ตัดสินใจ)[ก-๙]{0,12}ก่อน$|^ขอเวลา"
)
_IDIOMS = re.compile(
    "^ทำ(?:ใจ|ไม(?:ล่ะ|ละ|เหรอ|หรอ|อะ)?$|เป็นเล่น|แต่กรรม)|^(?:ชิน|ชินชา|ปลง)(?:แล้ว|ละ|ไปแล้ว)?$"
)
# "ไม่ทำจะเอาอะไรกิน": it is not so, and that is its reason.
_WHAT_ELSE = re.compile(
    "^(?:ถ้า)?ไม่[ก-๙]{2,12}(?:แล้ว)?จะ(?:เอา|ไป|ให้|มี|หา)*(?:ทำ)?(?:อะไร|ที่ไหน|ยังไง|ไหว)"
)
_PLACE = re.compile(
    "^(?:แถว|ที่|ใน)(?:ตลาด|วัด|โรงเรียน|เมือง|อำเภอ|ในเมือง|ปากซอย|ท้ายซอย|ท้ายหมู่บ้าน|หมู่อื่น)"
)


def is_none(said: Wording, *, is_yes: bool) -> bool:
    text = said.text
    if _LEARNT_LATE.search(text) and (is_yes or not _JUST_NOW.search(text)):
        return True
    if _CONSIDERS.search(text) or said.tells_other(_IDIOMS):
        return True
    if not is_yes:
        return bool(_WHAT_ELSE.search(text)) or (
            scoffing.is_turned(said) and text.startswith("ไม่")
        )
    return _is_of_another(said) or _is_no_consent(said)


def _is_of_another(said: Wording) -> bool:
    """Whether what one did, got or smelt is another thing than the question's."""
    if _EVER_OTHER.search(said.text):
        return True
    if said.tells_other(_PLACE) or said.tells_other(_BUT_FOR, "what"):
        return True
    if _NOW_AND_THEN.search(said.text) or said.tells_other(_APART):
        return True
    return said.tells_other(_MEETING_OF, "what") or said.tells_other(_RECEIVED, "what")


def _is_no_consent(said: Wording) -> bool:
    """Whether one only sees, agrees by half, or agrees with something else."""
    if not _AGREES.search(said.asked):
        return False
    if _SEES.search(said.text) or _AGREES_HALF.search(said.text):
        return True
    match = _AGREES_WITH.search(said.text)
    if match is None or _THIS.search(match["what"]):
        return False
    what = match["what"].removeprefix("การ").removeprefix("เรื่อง")
    return what[:5] not in said.asked
