"""What a reply tells besides: of others, of other times, of prices, of an hour.

Asked of a reply whose clauses are set apart; what is so told is no answer.
"""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import hearsay
from surveys.replies.counts import counting
from surveys.replies.either import polarity, yesno
from surveys.replies.text import mentions, words


def is_foreign(question: Question, text: str) -> bool:
    """Whether what a spaced text says is of others, or of another time."""
    plain = text.replace(" ", "").replace("|", "")
    asked = naming.asked(question)
    is_number = question.kind is Kind.NUMBER
    uncounted = is_number and (_is_hour(asked, text) or _is_no_count(asked, plain))
    return uncounted or hearsay.is_foreign(asked, plain)


_HOUR = words.form("ตี *[0-9หสเแ]|[0-9งดกปม] *(?:โมง|ทุ่ม|นาฬิกา)")


_CLOCK = words.form("เที่ยง|โมง|ทุ่ม|ตี ?[0-9หสเแ]|นาฬิกา")


def _is_hour(asked: str, text: str) -> bool:
    """ "ดับตอนตี 2": when, and not how many."""
    if not _HOUR.search(text) or re.search("(?<!ชั่ว)โมง|เวลา(?!เดิน)|กี่ทุ่ม", asked):
        return False
    told = mentions.found(text)
    is_span = len(_CLOCK.findall(text)) > 1  # "นอนเที่ยงคืนตื่นหกโมง"
    return (told is None or len(told) < 2) and not is_span


def is_of_topic(asked: polarity.Asked, plain: str) -> bool:
    """ "ดังทุกคืน", where it is asked if one ever complained of it."""
    told = yesno.without_topic(asked.text)
    topic = asked.text[len(told) :]
    begins = plain[: polarity.MIN_ECHO]
    is_topic = bool(topic) and begins in topic and begins not in told
    return is_topic and not any(verb in plain for verb in asked.verbs if verb in told)


_WISHED = words.form(
    "^(?:ก็|ผม|หนู|ฉัน|เรา)*(?:อยาก|ต้องการ|ขอสัก|กำลังจะ|จะ(?:ซื้อ|มี|ได้|ไป|เอา)|ว่าจะ|กะจะ|ควร|ถ้าได้|ถ้ามี|ฝันว่า|หวังว่า)"
)


_TENS_OF = re.compile(
    "(?:โดยรวม|(?<!รวม)(?<!ขึ้น)(?<!เพิ่ม))เป็น(?:สิบ|ร้อย|พัน|หมื่น|แสน)(?!หนึ่ง|นึง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)"
)  # "เป็นสิบปี"


def _is_no_count(asked: str, plain: str) -> bool:
    """ "อยากได้สัก 3 เครื่อง", "เป็นสิบ": wished for, or tens of it, and no count."""
    if _TENS_OF.search(plain):
        return True
    match = _WISHED.match(plain)
    return match is not None and not re.search("อยาก|ต้องการ|ควร|คาด|จะ", asked)


# What a thing costs, where it is no money that is asked; and what neighbours have.
_OF_GOODS = words.form(
    "(?:เข่ง|โล|กำ|มัด|แผง|จาน|ชาม|ห่อ|พวง|ตะกร้า|ลูก|ขีด|ถาด)ละ ?(?:[0-9]+|[ก-๛]{0,8}(?:สิบ|ร้อย|พัน)[ก-๛]{0,4}|ห้า)(?: ?บาท)?(?:ค่ะ|ครับ|จ้ะ|จ้า|เอง|คับ)*$"
)
_OF_NEXT_DOOR = words.form(
    "^(?:แต่|ก็)?(?:บ้าน|คน|หลัง|ห้อง)(?:ของ)?(?:พี่|ลุง|ป้า|น้า|ยาย|ตา|เพื่อน|น้อง|เขา|เค้า)?(?:ที่อยู่|ที่|อยู่)?(?:ข้าง(?!ล่าง|บน|นอก|ใน|หลัง|หน้า)|ถัดไป|ตรงข้าม|โน้น|หลังอื่น)(?!.*(?:ส่วนบ้าน|แต่บ้าน|บ้านผม|บ้านเรา|ของผม|ของเรา))"
)


# "บ้านน้องสาวดับห้าหน": what befell a house that is not one's own.
_OF_KINS_HOUSE = words.form(
    "^(?:แต่|ก็|ที่|ของ|แถว| )*(?:บ้าน|ห้อง|หอ|ร้าน|สวน|นา|ไร่|โรงงาน|รถ|หมา|แมว)(?:ของ)?(?:พี่|น้อง|น้า|ป้า|ลุง|อา|เพื่อน|ญาติ|แฟน|แม่ยาย|พ่อตา|เจ้านาย|หัวหน้า|(?<=บ้าน)พ่อ|(?<=บ้าน)แม่|ลูก(?!บ้าน)|หลาน|เขา|เค้า|คนอื่น)(?:สาว|ชาย|สะใภ้|เขย|เขา)?(?!คือ|ก็คือ|เดียวกัน)(?!.*(?:บ้าน(?:ผม|เรา|ฉัน|หนู|ป้า|ลุง)|ของ(?:ผม|เรา|ฉัน|หนู)(?!เอง)|ส่วน|เหมือนกัน|ด้วยกัน))"
)
_AGED = words.form("(?<!ตั้งแต่)(?<!ตอน)(?<!เมื่อ)อายุ ?[^ |]{1,10}(?:ปี(?!นี้)|ขวบ)")


# "หยุดวันเดียว", where it is asked how many days one works: what is left out.
_OFF_FOR = words.form(
    "(?:หยุด|เว้น|ยกเว้น|พัก|ลา|ขาด)(?:งาน|เรียน|ไป|แค่|เฉพาะ|อาทิตย์ละ|สัปดาห์ละ|เดือนละ|วัน[ก-๛]{3,8}| )*$"
)
_OFF = words.form("หยุด|เว้น|พัก|ลา|ขาด|ปิด")
_OF_KIN = words.form(
    "พี่|น้อง|น้า|ป้า|ลุง|เพื่อน|ญาติ|แฟน|คู่สมรส|แม่|พ่อ|ลูก|บุตร|หลาน|คนอื่น|ผู้อื่น|เพื่อนบ้าน"
)


def is_beside_it(question: Question, text: str) -> bool:
    """Whether its number is a price, a neighbour's, or an age that is not asked."""
    if _OF_GOODS.search(text) or _OF_NEXT_DOOR.match(text):
        return True
    asked = naming.asked(question)
    if (kin := _OF_KINS_HOUSE.match(text)) and kin[0] not in asked:
        return not _OF_KIN.search(asked)
    told = mentions.found(text) or ()
    if len(told) == 1 and _OFF_FOR.search(told[0].lead) and not _OFF.search(asked):
        return True
    is_of_years = counting.asked_units(question) == {words.UNITS["ปี"]}
    is_age = is_of_years and "อายุ" not in asked and _AGED.search(text)
    return bool(is_age) and len(told) == 1
