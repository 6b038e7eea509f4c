"""An option named in order to say something else of it."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.replies.doubts import leads
from surveys.replies.doubts.wordings import Wording

_MOST = re.compile("มากที่สุด|หลัก|บ่อยที่สุด|เป็นประจำ|ส่วนใหญ่")
_LEAST = re.compile(
    "(?:น้อย(?:ที่)?สุด|อันดับสุดท้าย|ท้ายสุด|(?:อาชีพ|เป็น|งาน)(?:อาชีพ)?(?:เสริม|รอง)|รองลงมา)"
)
_OF_WISHES = re.compile(
    "อยาก|ต้องการ|ควร|ชอบ|เสนอ|คิด|เห็น|คาด|จะ|สนใจ|เลือก|ขอ(?!ง)|สะดวก|ดี"
)
_WISHES = re.compile(
    "^ควร|^(?:ว่า|กำลัง|เตรียม|กะ)จะ|^จะ(?:ไป)?เป็น|^ขอ(?!ตอบ|เลือก|เป็น|ข้อ).{2,20}(?:หน่อย|ด้วย|ได้ไหม|บ้าง)$"
)
_GONE = re.compile(
    "^(?:ลบ|ถอน|จอด|กำลังผ่อน|ผ่อน|รอ(?!ง)|ขาย)|(?:หาย|พัง|เสีย|ล้ม|ไม่ผ่าน|เต็ม|ไม่มา|ไม่จอด|เหม็น|ขุ่น|เค็ม|แห้ง|แพง|มีฝุ่น|สกปรก)(?:แล้ว|ไปแล้ว|หมด)?$"
)
_USED = re.compile("ช่องทาง|ข่าวสาร|เดินทาง|วิธีใด|วิธีไหน|ใช้|แหล่ง|น้ำดื่ม")
# "น้ำประปาไว้อาบ", "เสียงเอาไว้ก่อน": for something else, or for later.
_FOR_ELSE = re.compile("(?:ไว้|ใช้)(?P<what>อาบ|ล้าง|รด|ซัก)")
_FOR_LATER = re.compile("(?:ทนได้|ค่อยว่ากัน|(?:เอา)?ไว้(?:ก่อน|ทีหลัง|ทีหลังสุด))$")
_EXCEPT = re.compile("^ทุก[ก-๙]{2,8}(?:ยก)?เว้น|(?:^|ทุกอย่าง)ยกเว้น")
# "เร็วกว่าปั่นจักรยาน", but "จักรยานดีกว่า" chooses it.
_COMPARED = re.compile("^[ก-๙]{0,16}(?:ดี|เร็ว|ถูก|แพง|ง่าย|สะดวก|ช้า)กว่า[ก-๙]{2,}$")
_NEAR = re.compile("^(?:บ้าน)?(?:ผม|เรา|ฉัน)?อยู่(?:ข้าง|หน้า|ใกล้|ติด|หลัง|ตรงข้าม|ใต้)")
_OF_PLACES = re.compile("ห่าง|ที่ไหน|บริเวณ|ใกล้|ไกล|ระยะ|ตั้งอยู่|อาศัย")
_IS_ONE = re.compile("^(?:ผม|ฉัน|หนู)?เป็น")
_OF_NEWS = re.compile("ช่องทาง|ข่าวสาร|ข้อมูลข่าว")
_FAKE = re.compile("มีแต่(?:ข่าวปลอม|ข่าวลือ|โฆษณา|สวัสดี|คนด่า|ดราม่า)")
_OF_WORK = re.compile("อาชีพ|ประกอบอาชีพ")
_OTHERS_WORK = re.compile(
    "^(?:ที่|ทาง)?(?:ครอบครัว|ที่บ้าน|ทางบ้าน|บ้าน)(?=ทำ|ขาย|ค้า|รับ|ปลูก|เลี้ยง)|^จ้าง(?:เขา|คน|เค้า)|^ให้(?:เขา|คน|เค้า)(?:เช่า|ทำ)|^ช่วย(?:พ่อ|แม่|ลูก|เมีย|ผัว|สามี|พี่|น้อง|ญาติ|แฟน)"
)
_NO_WORK = re.compile(
    "บำนาญ|เกษียณ|ปลดประจำการ|^มีสวน(?:หน้า|หลัง)บ้าน$|^ว่าง ?ๆ$|^ว่างก็|ก็(?:อด|เจ๊ง|จน)(?:ตาย)?$|บนหลัง"
)
_SERVES = re.compile(
    "^(?:ขาย|ส่ง|ขับ|รับส่ง|ทำกับข้าว|ทำอาหาร|ซักผ้า|หอพัก|ห้องเช่า|ให้เช่า)[ก-๙]{0,24}?(?:พนักงาน|คนงาน|โรงงาน|ราชการ|ชาวนา|ชาวสวน)"
)
_SERVED = re.compile("พนักงาน|คนงาน|โรงงาน|ราชการ|ทำนา|ทำสวน")
_WALKS = re.compile("^เดิน(?:เรื่อง|เครื่อง|หน้า(?!บ้าน)|ออกกำลัง|เล่น|ขบวน|สาย|สวน|ห้าง)")
_TWO_LEGS = re.compile("แล้ว(?:ค่อย)?(?:ไป)?ต่อ(?=[ก-ฮเแโใไ])|ต่อด้วย")
_EITHER = re.compile("^(?:ถ้า)?ไม่(?P<one>[ก-๙]{2,12}) ?ก็(?P<other>[ก-๙]{2,12})$")
_FACTORS = {"กิโล": 1000.0, "กม": 1000.0, "โล": 1000.0, "เมตร": 1.0}
_BOUND = re.compile(
    r"(?P<side>ไม่เกิน|ไม่ถึง|น้อยกว่า|ต่ำกว่า|เกิน|มากกว่า|สูงกว่า) ?(?P<n>[0-9]+(?:\.[0-9]+)?)? ?(?P<unit>กิโล|กม|โล(?!ก)|เมตร)?"
)
_OVER = ("เกิน", "มากกว่า", "สูงกว่า")
_ONLY_BOUND = re.compile("^(?:ไม่)?(?:เกิน|ถึง|มากกว่า|น้อยกว่า)$")
_NOT_FAR = re.compile("^(?:ไม่|บ่)(?:ถึงกับ|ค่อย)?(?:ไกล|ใกล้)(?:มาก|เท่าไหร่|เท่าไร|กัน)?$")
_ANOTHER_PLACE = re.compile(
    "^(?:(?:ห่าง|ไกล|ใกล้)(?:จาก)?)?(?P<what>ตลาด|วัด|โรงเรียน|ตัวเมือง|ในเมือง|อำเภอ|โรงพยาบาล|เซเว่น|ถนนใหญ่|บ้าน(?:แม่|พ่อ|ลูก|ยาย|ตา|เพื่อน|เก่า|เดิม|พี่|น้อง|ญาติ))"
)
_NEVER = re.compile(
    "^(?:ไม่|บ่)เคย(?P<what>เงียบ|หยุด|ชิน|สนใจ|บอก|นับ|ร้อง|นอน|หลับ|ขาด|เว้น|พลาด|เบื่อ|คิด|ถาม|สังเกต|จำ|แจ้ง|ดีขึ้น|ว่าง|พัก|กลัว)"
)
_NEVER_NOT = re.compile("^(?:ไม่|บ่)เคย(?:จะ|มี)?(?:วัน|คืน)?(?:ไหน)?(?:ที่)?(?:ไม่|บ่)")
_LONG = re.compile("^นาน(?:มาก|แล้ว|นาน)?$")
_PER = re.compile(
    "(?P<span>วัน|สัปดาห์|อาทิตย์|เดือน|ปี)ละ ?(?P<low>[0-9]+)(?: ?- ?(?P<high>[0-9]+))?"
)
_DOES = re.compile("^(?P<what>อยู่บ้าน|บ่น|ทำงาน|ด่า|ร้องเรียน|ไปวัด|ไปตลาด|กวาดบ้าน)")
_SENSED = re.compile("ได้ยิน|กลิ่น|เหม็น|เสียง|ฝุ่น|ควัน|รบกวน")
_NOT = re.compile("ไม่|บ่|มิ|ไร้|ขาด|no|not|never")
_EASY = re.compile("สบาย|สะดวก|ง่าย|คล่อง")
_ACTORS = re.compile(
    "^(?P<what>โรงงาน|เทศบาล|นายก|เขา|เค้า|รัฐ|ผู้ใหญ่บ้าน|อบต|เจ้าหน้าที่|ลูก|เมีย|ผัว)(?:เขา|ก็)?ไม่"
)


def is_none(said: Wording, label: str) -> bool:
    """`label` is what the option that was heard is called."""
    text, label = said.text, label.casefold()
    if _ONLY_BOUND.search(text) or _is_undenied(said, label):
        return True
    if said.is_named(text) and len(text) > 3 and text not in said.asked:
        return False
    return (
        (text.startswith(("ใช่ว่า", "ไม่ใช่ว่า")) and " " not in text)
        or _is_put_aside(said)
        or _is_of_another(said, label)
        or _is_no_work(said, label)
        or _is_no_way(said)
        or _is_no_distance(said, label)
        or _is_no_often(said, label)
        or _is_no_range(said, label)
    )


def _is_put_aside(said: Wording) -> bool:
    """Whether it is the least of all, wished for, gone, left out or compared."""
    text, asked = said.text, said.asked
    if _MOST.search(asked) and said.tells_other(_LEAST):
        return True
    if _WISHES.search(text) and not _OF_WISHES.search(asked):
        return True
    if _USED.search(asked) and (_GONE.search(text) or _FAKE.search(text)):
        return " " not in text
    if " " not in text and (
        _FOR_LATER.search(text) or said.tells_other(_FOR_ELSE, "what")
    ):
        return True
    is_compared = _COMPARED.search(text) and not re.search(
        "ดี|ชอบ|อยาก|ควร|เลือก|กว่า", said.known
    )
    return bool(_EXCEPT.search(text) or is_compared)


def _is_of_another(said: Wording, label: str) -> bool:
    if _NEAR.search(said.text) and not _OF_PLACES.search(said.known):
        return True
    if _OF_NEWS.search(said.asked) and _IS_ONE.search(said.text):
        return True
    actor = _ACTORS.search(said.text)
    return bool(actor and "ไม่" in label and actor["what"] not in said.known)


def _is_no_work(said: Wording, label: str) -> bool:
    """Whether what is told is others' work, or none any more, where work is asked."""
    if not _OF_WORK.search(said.asked):
        return False
    if _OTHERS_WORK.search(said.text) and not re.search("ครอบครัว|ครัวเรือน", said.asked):
        return True
    if _SERVES.search(said.text) and _SERVED.search(label):
        return True
    return said.tells_other(_NO_WORK)


def _is_no_way(said: Wording) -> bool:
    """Whether "walk" is part of another word, or there are two ways at once."""
    if said.tells_other(_WALKS):
        return True
    if not re.search("เดินทาง|วิธี|พาหนะ|ช่องทาง", said.asked):
        return False
    return bool(_TWO_LEGS.search(said.text) or _EITHER.search(said.text))


def _is_no_distance(said: Wording, label: str) -> bool:
    text = said.text
    if not re.search("เมตร|กิโล|กม", label):
        return False
    if _NOT_FAR.search(text) or said.tells_other(_ANOTHER_PLACE, "what"):
        return True
    told, named = _bound(text), _bound(label)
    if told is None or named is None or named[0] is None:
        return False
    if told[0] != named[0]:
        return True
    return told[1] < named[1] if told[0] else told[1] > named[1]


def _bound(text: str) -> tuple[bool, float] | None:
    """Whether it is over a distance or under it, and that in metres."""
    match = _BOUND.search(text)
    if match is None or not match["unit"]:
        return None
    return match["side"] in _OVER, float(match["n"] or 1) * _FACTORS[match["unit"]]


def _is_no_often(said: Wording, label: str) -> bool:
    """Whether it tells how often something else is, or not what was heard."""
    text = said.text
    if "ไม่เคย" in label and (
        _NEVER_NOT.search(text) or said.tells_other(_NEVER, "what")
    ):
        return True
    if "นาน" in label and _LONG.search(text):
        return True
    if said.tells_other(_DOES, "what") and _SENSED.search(said.asked):
        return True
    told, named = _PER.search(text), _PER.search(label)
    if told is None or named is None or told["span"] != named["span"]:
        return False
    return int(told["low"]) > int(named["high"] or named["low"])


def _is_undenied(said: Wording, label: str) -> bool:
    """ "มีเวลา" where "ไม่มีเวลา" was heard, "เดินทางสบาย" for "เดินทางลำบาก"."""
    if _NOT.search(said.text):
        return False
    if "ลำบาก" in label and _EASY.search(said.text):
        return True
    denied = label.removeprefix("ไม่")
    return denied != label and len(denied) > 3 and said.text.startswith(denied[:6])


_NAMED_NUMBER = re.compile(
    "^(?P<what>ปี|รุ่น(?!ที่)|บ้านเลขที่|หมู่|ซอย|หนัก|สูง|ม\\.|ป\\.|เกิด|เกิดปี|รายจ่าย|หนี้|เป็นหนี้|คนละ|หัวละ) ?[0-9]|(?P<unit>โล|กก\\.?|กิโล|หมู่ ?[0-9]+|เซน|ซม\\.?|[0-9] สองคน)$"
)
_TO_COME = re.compile(
    "^(?:ปีหน้า|อีก(?:ไม่กี่)?(?:[0-9]+ )?(?:ปี|เดือน)|จะ|ใกล้|เกือบ)(?:ก็|จะ)? ?[0-9]+(?: ?ปี)?(?:แล้ว|ละ)?$"
)


def _is_to_come(text: str, label: str) -> bool:
    """Whether the age that begins the range is not reached yet."""
    told, first = re.search("[0-9]+", text), re.search("[0-9]+", label)
    is_edge = told is not None and first is not None and told[0] == first[0]
    return is_edge and bool(_TO_COME.search(text))


def _is_no_range(said: Wording, label: str) -> bool:
    """Whether a number that fell into a range is of something else, or to come."""
    if not re.search("[0-9]", label) or not re.search("ปี|บาท|เมตร|กิโล|กม|คน", label):
        return False
    text = said.text
    if (match := _NAMED_NUMBER.search(text)) and not re.search("กิโล|กม|โล", label):
        return not said.is_named(match["what"] or match["unit"]) or match["what"] == "ปี"
    if "อายุ" in said.asked and (
        _is_to_come(text, label) or re.search("^(?:อยู่|ทำงาน|แต่งงาน)(?:ที่นี่)?มา", text)
    ):
        return True
    return leads.is_of_another(said)
