"""Days and times that a reply tells by how often they come round: "อังคารถึงเสาร์"."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import wishing
from surveys.replies.counts import amounts, counting
from surveys.replies.text import mentions, words

_DAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์", "อาทิตย์")
_SHORT = ("จ", "อ", "พ", "พฤ", "ศ", "ส", "อา")
_PLACE = {name: place for names in (_DAYS, _SHORT) for place, name in enumerate(names)}
_LONG = "|".join(_DAYS)
_TO = r"\.?\s*(?:-|–|—|ถึง|ยัน|จนถึง|จน|to)\s*(?:วัน)?"
_RANGE = re.compile(rf"({_LONG})(?:บดี|ฯ)?{_TO}({_LONG})")
_SHORT_RANGE = re.compile(
    rf"(?<![ก-๛])({'|'.join(_SHORT)}){_TO}({'|'.join(sorted(_SHORT, key=len)[::-1])})(?![ก-๛])"
)
_OFF = re.compile(rf"หยุด(?:แค่|เฉพาะ|แต่|ทุก|วัน|\s)*((?:(?:วัน|กับ|และ|\s)*(?:{_LONG}))+)")
_ALL_BUT = re.compile(
    rf"(?:ทุกวัน|ทั้งอาทิตย์|ทั้งสัปดาห์)(?:เลย|ค่ะ|ครับ|จ้ะ|\s)*(?:ยกเว้น|เว้น|ขาด|แต่หยุด|แต่ไม่เอา|นอกจาก)(?:แค่|เฉพาะ|แต่|\s)*((?:(?:วัน|กับ|และ|\s)*(?:{_LONG}))+)"
)
_VARIES = re.compile("เว้น|บาง|แล้วแต่|หรือ|(?<!ตั้ง)แต่(?!วัน)|ถ้า|ไหม|มั้ย|เกือบ|แทบ|กะ|[?]")


def working_week(question: Question, reply: str) -> int | None:
    """ "อังคารถึงเสาร์", "หยุดวันอาทิตย์วันเดียว": how many days of a week."""
    if period_days(question) != 7:
        return None
    if (but := _ALL_BUT.search(reply)) and not _VARIES.search(_ALL_BUT.sub("", reply)):
        return 7 - len(set(re.findall(_LONG, but[1])))
    if _VARIES.search(reply):
        return None
    ranges = [*_RANGE.finditer(reply), *_SHORT_RANGE.finditer(reply)]
    found = {(_PLACE[each[2]] - _PLACE[each[1]]) % 7 + 1 for each in ranges}
    off = _OFF.findall(reply)
    found |= {7 - len(re.findall(_LONG, days)) for days in off}
    return found.pop() if len(found) == 1 and len(ranges) < 2 else None


_BY_DAY = frozenset((words.UNITS["วัน"], words.UNITS["คืน"]))


def period_days(question: Question) -> int | None:
    """Of how many days it is asked on how many; None where it does not say."""
    asked = naming.asked(question)
    if not _BY_DAY & counting.asked_units(question):
        return None
    if days := re.search("([0-9]+)วัน", asked):
        return int(days[1])
    weeks = re.search("([0-9]+)?(?:สัปดาห์|อาทิตย์|week)", asked)
    return 7 * int(weeks[1] or 1) if weeks else None


_EVERY_DAY = re.compile(
    "(?:ก็|ทํางาน|ทํา|เข้ากะ|ได้กลิ่น|เหม็น|มี|ไป|เป็น|แบบ|ตลอด|มัน|ครบ)*(?:(?:ทุกวี่)?ทุกวัน|ทุกคืน|(?:ทั้ง|ตลอด)(?:อาทิตย์|สัปดาห์))"
    "(?:เลย|ไม่มีหยุด|ไม่ได้หยุด|ไม่หยุด|ไม่เว้น(?:วันหยุดราชการ|วันหยุด|เสาร์อาทิตย์)?|ไม่มีเว้น|ไม่มีวันหยุด|ไม่เคยหยุด|ไม่เคยเว้น|ไม่ขาด"
    "|สักวัน|ซักวัน|สักคืน|ซักคืน|ไม่มีพัก|วันไหน|แม้แต่วันเดียว|ตลอด|จริงๆ|จริง|แหละ|อยู่แล้ว|ทั้งเดือน|ทั้งอาทิตย์|ทั้งสัปดาห์|แหล่ะ|จ้ะ|ค่ะ|ครับ|คับ|ลูก|หลาน)*"
)
_NO_DAY_OFF = re.compile(
    "(?:ก็)?(?:ไม่มี|ไม่ได้|ไม่เคย|บ่มี|บ่ได้|ไม่)(?:วัน)?หยุด(?:เลย|สักวัน|ซักวัน|งาน|จ้ะ|ค่ะ|ครับ|ลูก|หลาน|หรอก)*"
)
_DAY_AFTER_DAY = re.compile("ทุกวัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|พระ|หยุด|ที่)")


def every_day(question: Question, plain: str) -> int | None:
    """ "ทุกวันไม่เคยหยุด": all the days of the period that is asked about."""
    days = period_days(question)
    bare = wishing.bare(plain)
    if days is None:
        return None
    if days == 7:
        bare = _WHOLE_WEEK.sub("", bare)
    bare = _less_the_asked(question, bare)
    if _DAY_AFTER_DAY.search(bare):
        return None
    works = days == 7 and ("ทำงาน".replace("ำ", words.AM)) in naming.asked(question)
    if "คืน" in bare and words.UNITS["คืน"] not in counting.asked_units(question):
        return None
    if re.match("(?:ทั้ง|ตลอด)", bare) and days != 7:
        return None
    is_all = _EVERY_DAY.fullmatch(bare) or (works and _NO_DAY_OFF.fullmatch(bare))
    return days if is_all and counting.within(question, days) else None


_WHOLE_WEEK = re.compile(
    "(?:ตั้งแต่|ครบ)?(?:วัน)?จันทร์(?:ถึง|ยัน|จนถึง|จน|ไปถึง)(?:วัน)?อาทิตย์(?=$|เลย|ค่ะ|ครับ|จ้ะ|จ้า)|ครบ(?:ทั้ง)?(?:7|เจ็ด)วัน"
)


def _less_the_asked(question: Question, bare: str) -> str:
    """ "เห็นทุกวัน": without the question's own word before it."""
    before, every, after = bare.partition("ทุก")
    return every + after if every and before in naming.asked(question) else bare


_RATE = re.compile(
    "(?:ก็|ไป|ประมาณ|สัก|เฉลี่ย|ปกติ|กลับ|หา|หมอ|นัด| )*(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)ละ ?(?P<n>[^ |]*?) ?(?:ครั้ง|หน|รอบ|ที)(?P<rest>.*)"
)
_WEEK = ("สัปดาห์", "อาทิตย์")


def rate(question: Question, text: str) -> int | None:
    """ "เดือนละครั้ง": as it stands, or as many times over a year as it has months."""
    if words.UNITS["ครั้ง"] not in counting.asked_units(question):
        return None
    match = _RATE.fullmatch(text)
    if match is None or amounts.is_unsure(question, match["rest"] + match["n"]):
        return None
    told = mentions.found(f"{match['n']}ครั้ง") if match["n"] else None
    if re.search("[0-9]", match["rest"]) or (
        match["n"] and (not told or len(told) > 1)
    ):
        return None
    times = told[0].value if told else 1.0
    periods = _periods(naming.asked(question), match[1])
    value = None if periods is None else amounts.fitting(question, times * periods)
    return None if value is None else int(value)


def _periods(asked: str, said: str) -> int | None:
    """How many of the said period the asked one has; none where it has no fixed."""
    own = _WEEK if said in _WEEK else (said,)
    if any(
        re.search(f"{each}(?:ละ|หนึ่ง|นึง)|ต่อ{each}|(?:รอบ|ใน)(?:1)?{each}", asked)
        for each in own
    ):
        return 1
    if said == "เดือน" and re.search(
        "12เดือน|(?<![0-9])(?:1)?ปี(?:ที่|หนึ่ง|นึง|ละ|นี้|ก่อน)", asked
    ):
        return 12
    is_week = re.search("(?<![0-9])(?:1)?(?:สัปดาห์|อาทิตย์)", asked)
    return 7 if said == "วัน" and is_week else None


_YEARS = 543  # from the common era to the Buddhist


def year(question: Question, plain: str) -> int | None:
    """The year in the era that is asked for: "ปี 40" is 2540, "ค.ศ. 1998" is 2541."""
    asked = naming.asked(question)
    if not re.search("พศ|ปีใด|ปีไหน|ปีอะไร", asked) or "อายุ" in asked:
        return None
    low = question.min or 0
    high = question.max if question.max is not None else float("inf")
    told = re.findall("[0-9]+", plain)
    if len(told) != 1 or re.search(
        "กว่า|ไม่|หรือ|ราว|ประมาณ|ก่อน|หลัง|แล้ว|ต้น|ปลาย|อายุ", plain
    ):
        return None
    said, found = int(told[0]), None
    if len(told[0]) == 4 and ("คศ" in plain or said < 2200):
        found = said + _YEARS if "พศ" in asked and "คศ" not in asked else None
    elif len(told[0]) == 4 and "คศ" not in asked:
        found = said
    elif len(told[0]) == 2 and re.search(f"(?:ปี|พศ){told[0]}", plain):
        found = 2500 + said
    is_year = found is not None and 2400 < found < 2600 and low <= found <= high
    return found if is_year else None
