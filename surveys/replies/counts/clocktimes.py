"""How many hours lie between two times of day: "เจ็ดโมงเช้ายันสี่โมงเย็น"."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.choices.hours import hour_of_day
from surveys.replies.choices.measured import with_digits
from surveys.replies.counts import counting
from surveys.replies.text import words
from surveys.replies.text.words import form

# A time of day; of a bare "5 โมง" it is told from the other one whether it is morning.
_CLOCK = form(
    r"ตี ?(?P<night>[1-5])(?![0-9])|(?P<midnight>เที่ยงคืน|หกทุ่ม|6 ?ทุ่ม)|(?P<noon>เที่ยง(?:วัน|ตรง)?)|"
    r"(?P<evening>[1-5]) ?ทุ่ม|ทุ่ม(?P<seven>นึง|1|ตรง)?|(?P<late>[3-6]) ?โมงเย็น|(?P<morning>[1-9]|1[01]) ?โมงเช้า|"
    r"บ่าย ?(?P<after>[1-5])(?: ?โมง)?|บ่ายโมง(?P<one>)|(?P<bare>[1-9]|1[01]) ?โมง|(?P<hour>[01]?[0-9]|2[0-4])[:.](?P<min>00|30)(?: ?น)?"
)
_HALF = re.compile("^ ?ครึ่ง")
_TURNS = re.compile(
    "แต่(?!เช้า|มืด|หัว|ตี)|หรือ|ถ้า|[?]|บาง|พัก|เว้น|กว่า|เกือบ|แล้วแต่|ตื่น.*หลับต่อ|อีกรอบ|ไม่เกิน|ประมาณ|ราว"
)
# Of what it is asked how long, and which words stand at the two ends.
_LASTS = form(
    "นอน|ทำงาน|อยู่|เปิด|รอ|เดินเครื่อง|เข้ากะ|เรียน|ขาย|ดูแล|ใช้|ดับ|ไม่ไหล|เหม็น|ได้ยิน|เสียง|เปิดแอร์|เล่น|ดู"
)
# Between them one does what is asked, or what is told besides: another thing, or nothing.
_DEEDS = tuple(
    form(each)
    for each in (
        "ทำงาน|เข้ากะ|เข้างาน|ทำโอ|ทำตั้งแต่|^ทำ|เลิกงาน",
        "นอน|หลับ|ตื่น",
        "ดัง|เสียง|ได้ยิน|เห่า|หนวกหู|เครื่อง",
        "เปิดร้าน|ร้านเปิด|เปิดขาย|ขาย|ตลาด",
        "เรียน|โรงเรียน",
        "เหม็น|กลิ่น",
        "รอ|คิว",
        "ประชุม|อบรม",
        "โทร|ติดต่อ|แชท",
        "ดับ|ไม่ไหล|ไม่มา",
        "เดินทาง|ขับรถ|นั่งรถ",
        "ดูทีวี|ดูละคร|เล่น|ดูมือถือ",
    )
)
_DENIES = form(
    "(?:ไม่|บ่)(?!เกิน|เคยขาด|มีพัก|ได้พัก|ได้หยุด|หยุด|พัก|เว้น)|อยาก|ถ้า|(?:ปี|เดือน|อาทิตย์)(?:ก่อน|ที่แล้ว|หน้า)|เมื่อก่อน|แต่ก่อน|เมื่อ(?:คืน|วาน)|จะ"
)
_TO = form("ถึง|ยัน|จน|จนถึง|-|–|ตื่น|เลิก|กลับ|ออก|ได้|เสร็จ|ปิด|ลุก|หยุด|มา")
MAX_HOURS = 24
SEVEN = 19  # a "ทุ่ม" without a number is the first of them


def hours(question: Question, text: str) -> float | None:
    """The hours between the two times of day that a spaced text tells; else None."""
    asked = naming.asked(question)
    if counting.asked_units(question) != {words.UNITS["ชั่วโมง"]}:
        return None
    if not _LASTS.search(asked) or _TURNS.search(text) or _is_of_else(asked, text):
        return None
    text = with_digits(text)
    told = list(_CLOCK.finditer(text))
    if len(told) != 2:
        return None
    between = text[told[0].end() : told[1].start()]
    rest = text[: told[0].start()] + between + text[told[1].end() :]
    if not _TO.search(between):
        return None
    start, end = (_hour(each, text) for each in told)
    if end is None:
        end = _bare(told[1], later=True)
    if start is None:
        start = _bare(told[0], later=False)
    if start is None or end is None:
        return None
    lasted = (end - start) % MAX_HOURS
    counted = re.findall(r"([0-9]+(?:\.[0-9]+)?) ?(?:ชั่วโมง|ชม)", rest)
    agrees = all(float(each) == lasted for each in counted)
    return lasted if 0 < lasted <= 18 and agrees else None


def _is_of_else(asked: str, text: str) -> bool:
    """Whether it tells of another deed than is asked of, or that it is not so."""
    if (denied := _DENIES.search(text)) and denied[0] not in asked:
        return True
    told = [each for each in _DEEDS if each.search(text)]
    return bool(told) and not any(each.search(asked) for each in told)


def _hour(match: re.Match[str], text: str) -> float | None:
    said = match.groupdict()
    if said["bare"]:
        return None
    hour = hour_of_day(said)
    if hour is None:
        return SEVEN + _more(match, text)
    if said["hour"]:
        return hour + int(said["min"]) / 60
    return hour + _more(match, text)


def _more(match: re.Match[str], text: str) -> float:
    return 0.5 if _HALF.match(text[match.end() :]) else 0.0


def _bare(match: re.Match[str], *, later: bool) -> float | None:
    """ "8 โมงถึง 5 โมง": from seven on it is morning, up to five afternoon."""
    hour = int(match["bare"])
    if hour >= 7 and not later:
        return float(hour)
    if hour <= 5 and later:
        return 12.0 + hour
    return None
