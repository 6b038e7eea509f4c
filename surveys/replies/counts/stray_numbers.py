"""Tells that the number of a reply is of something else than what was counted.

Of somebody else, of a time to come, of what did not happen, is gone, or is only lent; a
telephone's, a house's or a lane's; or said only to scoff.
"""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import number_words
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.either import stance
from surveys.replies.text.words import any_of, form

_NO = "(?:ไม่|บ่|ม่าย)"
_N = f"(?:[0-9]+|{any_of(number_words.THAI_ONES[1:])}|สิบ)"
_UNIT = "(?:ครั้ง|หน|รอบ|วัน|คืน|คน|คัน|ตัว|ปี|เดือน|ชั่วโมง|มวน|ใบ|หลัง|เครื่อง|ไร่|บาท)"
_SELF = "(?:ก็|แต่|ผม|หนู|ฉัน|ดิฉัน|เรา|ป้า|ลุง|ยาย|ตา|น้า|พี่|คง|ว่า)*"

# Who is nobody's "I": old people call themselves "ป้า", never "พี่สาว".
_ANOTHER = form(
    "^(?:แต่|ก็|ส่วน|ของ|มี)*(?P<who>เพื่อน(?!บ้าน(?:ไป|มา)หา)|ผัว|เมีย|แฟน|สามี|ภรรยา|ลูก(?:ชาย|สาว|เขย|สะใภ้|บ้าน|น้อง|คนโต|คนเล็ก)?|หลาน(?:ชาย|สาว)?|พี่(?:ชาย|สาว|เขย|สะใภ้)|น้อง(?:ชาย|สาว|เขย|สะใภ้)|ข้างบ้าน|คนอื่น|เจ้านาย|หัวหน้า|หมา(?=เห่า)|เขา(?!ให้|จ่าย|จัด|เรียก|มา|ไม่|นัด|แจก)|เค้า(?!ให้|จ่าย|จัด|เรียก|มา|ไม่|นัด|แจก))"
    "(?:ผม|ฉัน|หนู|เขา|เค้า|ก็|น่ะ|อะ)*(?P<does>ทำ|นอน|เปิด|ไป(?!หมด|เรียน|ทำงาน|อยู่)|เดินทาง|ตื่น|ร้อง|แจ้ง|สูบ|ดื่ม|ประชุม|เห่า|ดัง|อยู่มา|เคย|ไม่เคย|ไม่ได้|ไม่มี|ไม่ไป|เข้า|ปลดหนี้|เลิก|หมดหนี้|รายได้|เงินเดือน)"
)
_OF_HOME = re.compile("บ้านท่าน|บ้านคุณ|ในบ้าน|ที่บ้าน|ครัวเรือน|ครอบครัว|คนใน|สมาชิก|คู่สมรส")
MIN_KIN = 3  # letters that name of what kin they are
_ALSO_ME = form(
    "(?:ผม|ฉัน|หนู|เรา|ตัวเอง|ดิฉัน)(?:เอง|ก็|ด้วย|กับ|อีก| |[0-9])|ด้วยกัน|เหมือนกัน|ทั้งคู่|กับ(?:ผม|ฉัน|หนู|เรา)"
)
_LATER = form(
    f"(?:ปี|เดือน|อาทิตย์|สัปดาห์)หน้า|พรุ่งนี้|^{_SELF}(?:จะ|กำลังจะ|ตั้งใจ|วางแผน)(?!ว่า|นับ|ตอบ)|อีก{_N}?(?:ปี|เดือน|วัน)(?:ข้างหน้า|จะ)"
)
_ASKS_LATER = re.compile("จะ|หน้า|อยาก|คาด|ตั้งใจ|ต้องการ|ควร")
# "ไม่ได้ไป 3 ครั้ง": how often it was not.
_TIMES_NOT = form(
    f"{_NO}(?:ได้|เคย)*(?!(?:นับ|จำ|จด|แน่|รู้|ถึง|เกิน|ต่ำ|น้อย|มาก|บ่อย|เยอะ|กี่|แค่นั้น))(?:ไป|มา|มี|เข้า|ร่วม|อยู่|ท่วม|เหม็น|ทำ|ออก|กิน|ใช้|นอน|ขาด|ดับ|ป่วย|แจ้ง|ร้อง|สูบ|ดื่ม|เปิด|ประชุม|กำลังกาย|เรียน|บ้าน|งาน)*"
    f"(?:แค่|เพียง|ตั้ง|ไป|มา|เลย)? ?(?:{_N} ?{_UNIT}(?!ไหน|แล้ว)|(?<!สัก)(?<!ซัก)(?<!แต่){_UNIT}(?:เดียว|นึง)(?!ก็|ยัง))"
)
_EACH = form(f"{_NO}(?:ได้|ค่อย|ใช่)?[ก-๛]{{0,8}}ทุก(?:วัน|ครั้ง|เดือน|ปี|คืน|คน)")
_LEFT_OUT = form(
    f"(?:งด|ขาด|พลาด|โดด|เลื่อน|ยกเลิก|เบี้ยว)[ก-๛]{{0,10}} ?(?:แค่|ไป|ตั้ง)? ?(?:{_N} ?{_UNIT}|{_UNIT}เดียว)"
)
_OUT = re.compile("งด|ขาด|พลาด|เลื่อน|ยกเลิก|หยุด|ไม่")
_GONE = form(
    f"(?:ตาย|ขาย|เสีย(?!ง|ค่า|เงิน|ภาษี)|หาย|แยก(?:บ้าน)?|ย้าย(?!มา|เข้า)|ลาออก|ไม่อยู่|ยกให้)(?:ไป|มา|แล้ว|บ้าน|ทิ้ง|เขา|ลูก)* ?{_N} ?{_UNIT}|(?:ขาย|ยก)(?:ไป|ให้)แล้ว"
)
_IS_GONE = re.compile("ตาย|ขาย|เสีย|หาย|แยก|ย้าย|ออก|ไม่อยู่")
_OWNS = re.compile("มี|เป็นเจ้าของ")
_NOT_OWNED = form(
    "(?<!ให้)เช่า(?:เขา|เค้า|มา|ที่|คนอื่น|จาก)|จอดได้|จุได้|รองรับ|นั่งได้|บรรทุก|วิ่งผ่าน|ผ่านหน้า|มาจอด|ของหลวง|ของวัด"
)
# What a number names, where nothing of it is counted.
_NAMES = form(
    f"^(?:อยู่|ที่|บ้าน|ก็|ลอง)*(?:โทร(?:ไป|หา|ศัพท์)?|เบอร์(?:โทร)?|หมู่(?:ที่)?|ซอย|ถนน|ทะเบียน|บ้านเลขที่|เลขที่|ห้อง(?:เบอร์|ที่)?|ข้อ(?:ที่)?|มาตรา|ตึก|อาคาร|ชั้น|ล็อก|แปลงที่|ครั้งที่|คิวที่|สาย) ?{_N}[0-9 -]*(?:ค่ะ|ครับ|คับ|จ้ะ|จ้า|นะ)*$"
)
_PHONE = re.compile(r"(?<![0-9.,])0[0-9](?:[ -]?[0-9]){7,8}(?![0-9])")
_SCOFFS = form(
    "ก็(?:บ้า|แปลก|โกหก|โม้|ตลก)|ได้(?:ยัง)?ไง|ใคร(?:ว่า|บอก)|(?:ซะ)?ที่ไหน(?:ล่ะ|กัน|เล่า)|ก็ดี(?:สิ|น่ะสิ|นะสิ)|สาธุ|ขอให้"
)
_HALF_OF_THEM = form(f"{_NO}มี(?:บุตร|ลูก|หลาน)(?:ชาย|สาว)|{_NO}มีผู้(?:ชาย|หญิง)")
_SEXES = re.compile("ชาย|สาว|หญิง")
_APART = re.compile("(?<=[ก-๛]) (?=[0-9])|(?<=[0-9]) (?=[ก-๛])")
_NOT_ONE = form(f"{_NO}[ก-๛]{{0,16}}(?:แม้แต่|สัก|ซัก) ?(?:{_UNIT}|{_N})")
_TELLS = form(f"{_N}|{_NO}(?:ได้|เคย|มี)|เดียว|นึง")
_TO_GO = form(
    f"เหลือ(?:อีก|เวลา)+(?:แค่|ประมาณ)? ?{_N}|อีก ?{_N} ?(?:นาที|ชั่วโมง)(?:จะ|ก็|ถึง)"
)
_SOME = form(f"(?:มีงาน|ป่วย|แก่|พิการ|เรียน|ตกงาน)(?:ทำ|อยู่|ติดเตียง)* ?{_N} ?คน$")


def is_stray(question: Question, text: str, value: object) -> bool:
    """Whether what a spaced text tells is no count of what is asked. `value`: the
    number that was understood."""
    asked = naming.asked(question)
    if _PHONE.search(text) or (
        _NAMES.search(text.strip(" |")) and _unasked(asked, text)
    ):
        return True
    if _is_of_another(asked, text) or _is_not_yet(asked, text):
        return True
    if value == 1 and _NOT_ONE.search(text):
        return True
    if value == 0 and (_SCOFFS.search(text) or _EACH.search(text)):
        return True
    if value == 0 and _HALF_OF_THEM.search(text) and not _SEXES.search(asked):
        return True
    if not _OUT.search(asked) and any(
        _is_all_told(each, text) for each in (_TIMES_NOT, _LEFT_OUT)
    ):
        return True
    return value != 0 and _is_not_had(asked, text)


def _unasked(asked: str, text: str) -> bool:
    return not any(
        word in asked and word in text
        for word in ("โทร", "ซอย", "ห้อง", "ชั้น", "หมู่", "ข้อ", "สาย", "ล็อก")
    )


def _is_of_another(asked: str, text: str) -> bool:
    match = _ANOTHER.match(text)
    if match is None or _ALSO_ME.search(text[match.end("who") :]):
        return False
    if match["who"].startswith(("เพื่อน", "ข้างบ้าน", "คนอื่น", "ลูกบ้าน")):
        return True
    return not _OF_HOME.search(asked) and match["who"][:MIN_KIN] not in asked


def _is_not_yet(asked: str, text: str) -> bool:
    if _ASKS_LATER.search(asked) or "อายุ" in asked:
        return False
    return _is_all_told(_LATER, text)


def _is_all_told(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the pattern is in every clause that tells a number, or tells of none."""
    clauses = stance.split(_APART.sub("", text))
    found = [each for each in clauses if pattern.search(each)]
    rest = [each for each in clauses if each not in found]
    return bool(found) and not any(_TELLS.search(each) for each in rest)


def _is_not_had(asked: str, text: str) -> bool:
    told = re.findall(f"{_N} ?{_UNIT}", text)
    if _TO_GO.search(text) and re.search("นาที|ชั่วโมง", asked):
        return True
    if len(told) > 1:
        return False
    if _GONE.search(text) and told and not _IS_GONE.search(asked):
        return True
    if _SOME.search(text) and "รวม" in asked:
        return True
    return bool(_OWNS.search(asked) and _NOT_OWNED.search(text) and "เช่า" not in asked)
