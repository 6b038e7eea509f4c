"""A number told in another unit, among other numbers, or as what it comes to."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import counting
from surveys.replies.text import mentions, words
from surveys.replies.text.mentions import CONVERTED, Mention

# With one of these beside it a number is not the one that is meant, or not for sure.
_UNSURE = re.compile(
    "กว่า|เกิน|จะ|นิด|ปลาย|ปาย|ต้น|ขึ้น|นับหมา|นับแมว|ด้วยกันหลาย|คนคน|เกือบ|ไม่|บ่|จวน|ใกล้|หรือ|แต่|ถ้า|ไหม|มั้ย|หลาย|น่าจะ|มั้ง|คง|อาจ|อย่างน้อย|อย่างมาก"
    "|ขึ้นไป|เศษ|บาง|แล้วแต่|บ้าง|ก็มี|ก้อมี|ก่อน|สมัย|เคย|ถึง|กี่|ไปกลับ|อัพ|ราวละ|[?<>~+]"
    "|almost|nearly|over|under|less|more|least|about to|or |if |but |used to|not |half"
)
_ENOUGH = re.compile("ก็(?:เกินพอ|พอแล้ว|มากพอ|เกินพอแล้ว|แย่แล้ว|เหนื่อยแล้ว|เข็ดแล้ว|จะตายแล้ว)")
_A_FEW = re.compile(
    "(ครั้ง|วัน|คน|ปี|หน|คัน|ตัว|แก้ว|คืน|บาท|ชั่วโมง|เดือน|อาทิตย์|สัปดาห์|กิโล|โล|เมตร|ไร่|ลิตร|มื้อ|รอบ)(?:สอง|2)(?:สาม|3)?\\1|ปีป(?:ลา|า)ย|ทุก ?[0-9]|อย่างช้า|อย่างเร็ว"
)
_PERIOD = re.compile(
    "(วัน|คืน|สัปดาห์|อาทิตย์|เดือน|ปี)(?:นึง|หนึ่ง)(?= ?(?:ก็|ตก|จ่าย|เสีย|ใช้|ประมาณ))"
)
_ABOUT = re.compile(
    "(?<!^)ถ้า(?:รถ|ถนน|ทาง)?(?:ไม่ติด|โล่ง|ไม่เยอะ)(?:นะ|มาก)*$|ได้แล้วมั้ง|ได้แล้วม้าง|(?<=[ก-๛])ได้แล้ว$|ได้มั้ง|ได้ม้าง|ได้ละมั้ง|ได้แหละมั้ง|(?<=[0-9])ได้นะ"
)
ONCE_MORE = re.compile(
    "อีก ?(ครั้ง|หน|รอบ|คน|ตัว|คัน|วัน|คืน|เข็ม|ดวง|เครื่อง)(?=$|[ |]|ค่ะ|คะ|ครับ|จ้ะ|จ้า)"
)
_EACH = re.compile(
    "([ก-ฮ][ก-๛]{0,9}?)ละ(?= ?(?:[0-9]|ครึ่ง|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|ล้าน))"
)
_SHARES = "หน่วย ถัง คน หลัง ห้อง วัน เดือน ปี อาทิตย์ สัปดาห์ ครั้ง ขวด ลัง กิโล ไร่ คืน ตัว ใบ ชั่วโมง เที่ยว หัว ซอง แพ็ค งวด ชิ้น ต้น คัน ถุง รอบ มื้อ"
_SHARE = re.compile(f"({'|'.join(_SHARES.split())})ละ(?= ?[^ ละ])")
_OTHERS = words.listed(words.LISTS["others"]) - words.listed(
    "คน มัน ตา อา ลุง ป้า ยาย พี่ น้า"
)
_SAID_OF_OTHERS = re.compile(
    f"(?:^|[ |]|ของ|กับ|มี)({'|'.join(map(re.escape, sorted(_OTHERS, key=len)[::-1]))})(?![งน])"
)


def read(question: Question, text: str) -> float | None:
    """The one number of the asked unit that a spaced text comes to; None: not sure."""
    text = ONCE_MORE.sub(r"อีก\1นึง", text)
    text = _PERIOD.sub(r"\1ละ", _ABOUT.sub("", _ENOUGH.sub("", text)))
    told = mentions.found(text)
    units = counting.asked_units(question)
    if question.decimals == 0 and re.search(r"[0-9]\.[0-9]", text):
        return None
    if (
        not told
        or len(units) != 1
        or is_by_another(question, text)
        or _is_of_something(question, told)
    ):
        return None
    (unit,) = units
    for reading in (_alone, _total, _with_its_unit, _converted):
        value = reading(question, text, told, unit)
        if value is not None:
            return fitting(question, value)
    return None


def _is_of_something(question: Question, told: Sequence[Mention]) -> bool:
    """ "อายุ 52 ปี", where it is asked how long; "มีคนสามคน", where children are counted."""
    is_of_age = "อายุ" in naming.asked(question)
    return all(
        each.lead.endswith("คน") or (each.lead.endswith("อายุ") and not is_of_age)
        for each in told
    )


def fitting(question: Question, value: float) -> float | None:
    """The value as it is stored, if the question takes it."""
    value = round(value, 4)
    whole = value == int(value)
    if not counting.within(question, value) or not (whole or question.decimals > 0):
        return None
    return int(value) if whole else value


def is_unsure(question: Question, text: str) -> bool:
    """Whether something beside a number makes it doubtful, another's, or a share."""
    if _UNSURE.search(text):
        return True
    asked = naming.asked(question)
    return any(each[1] not in asked for each in _EACH.finditer(text))


def is_by_another(question: Question, text: str) -> bool:
    """ "หน่วยละ 4 บาท": the only number there is, by something that is not asked; and
    "ครั้งสองครั้ง", which is no number."""
    if _A_FEW.search(text):
        return True
    shares = _SHARE.findall(text)
    asked = naming.asked(question)
    if not shares or any(each in asked for each in shares):
        return False
    if "สัปดาห์" in asked and "อาทิตย์" in shares:
        return False
    told = mentions.found(text)
    return told is not None and len(told) == 1 and told[0].lead.endswith("ละ")


def _is_of_others(question: Question, text: str) -> bool:
    asked = naming.asked(question)
    return any(each[1] not in asked for each in _SAID_OF_OTHERS.finditer(text))


def _alone(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "ครึ่งโหลเป๊ะ", "อายุครึ่งร้อย": a number in a word of its own, and nothing else."""
    if len(told) != 1 or told[0].unit is not None:
        return None
    rest = text[: told[0].start] + text[told[0].end :]
    said = rest.replace(" ", "").replace("|", "")
    is_plain = _ROUND.fullmatch(said) and not is_unsure(question, text)
    return told[0].value if is_plain else None


_ROUND = re.compile(
    f"(?:{'|'.join(map(re.escape, sorted(words.AROUND_COUNTS | words.FILLERS, key=len)[::-1]))})*"
)
_TOTAL = re.compile(
    "(?:รวม(?:[^0-9 |]{1,12}ด้วย)?|ทั้งหมด|สรุป)(?:เป็น|แล้ว|กัน|ได้|ก็|ทั้งหมด|ทั้งสิ้น|ตัวเอง|ด้วย|ผม|หนู|ฉัน|เรา|ประมาณ| )*$"
)
_COMES_TO = "(?:นึง|หนึ่ง|ละ)?(?:ก็|ตก|เสีย|จ่าย|ได้|เป็น|ประมาณ| )+$"
_TALKS_ON = re.compile("^[ |]*(?:[ก-ฮ][^0-9]*)?$")


def _total(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "พ่อแม่ 2 ลูก 3 รวมเป็น 5": the last number, which the others add up to."""
    last = told[-1]
    if len(told) == 1 and last.unit in (None, unit):
        return last.value if _is_of_those_named(text, last) else None
    if len(told) < 2 or last.unit not in (None, unit) or last.is_order:
        return None
    asked = naming.asked(question)
    period = re.search("(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)(?:ละ|หนึ่ง|นึง)", asked)
    comes_to = period and re.search(period[1] + _COMES_TO, last.lead + " ")
    if not (_TOTAL.search(last.lead) or comes_to):
        return None
    after = text[last.end :]
    if not _TALKS_ON.match(after) or _UNSURE.search(after):
        return None
    earlier = [each for each in told[:-1] if not each.is_order]
    mine = [each.value for each in earlier if each.unit in (None, unit)]
    is_most = all(last.value >= value for value in mine)
    return last.value if earlier and is_most else None


_NAMED_ALL = re.compile(
    "(?:กับ|และ|แล้วก็)[^0-9]{2,40}?(?:^|[ |])(?:รวม|ทั้งหมด|สรุป)(?:เป็น|แล้ว|กัน|ได้|ก็|ทั้งหมด|ทั้งสิ้น| )*$"
)


def _is_of_those_named(text: str, last: Mention) -> bool:
    """ "แม่ พี่สาว แล้วก็ผม รวมเป็น 4": so many as are named before."""
    after = text[last.end :]
    is_so = _NAMED_ALL.search(text[: last.start])
    return bool(is_so and _TALKS_ON.match(after)) and not _UNSURE.search(text)


def _with_its_unit(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "โทร 191 แล้วรอ 35 นาที": the one number that has the unit which is asked."""
    own = [each for each in told if each.unit == unit and not each.is_order]
    aged = next(
        (i for i, each in enumerate(told) if each.lead.endswith("อายุ")), len(told)
    )
    rest = [
        each
        for each in told[:aged]
        if each.unit != unit and not each.is_order and not _is_off(each, own)
    ]
    if len(own) != 1 or any(_may_be_meant(each, unit) for each in rest):
        return None
    mine = own[0]
    if is_unsure(question, _clause(text, mine)) or _is_of_others(question, text):
        return None
    beside = any(each.unit is not None and each.start > mine.start for each in rest)
    return None if _taken_back(text, mine, beside=beside) else mine.value


def _is_off(each: Mention, own: Sequence[Mention]) -> bool:
    """ "4 คืน คืนละ 6 ชั่วโมง", "ห้าคืน หยุดสองวัน": a share of it, or what is left."""
    is_later = bool(own) and each.start > own[0].end
    return is_later and each.lead.endswith(("ละ", "หยุด", "เว้น", "พัก"))


def _may_be_meant(each: Mention, unit: int) -> bool:
    if each.unit is None:
        return each.value < 100  # a model, a number that is called
    return any({each.unit, unit} <= group for group in counting.TOGETHER)


_ANOTHER = re.compile("เป็น|แก้|ผิด|บวก|เพิ่ม|ลืม|เอ้ย|เอ๊ย|อ้าว|มั้ง|แต่|รวม|นับ")


def _taken_back(text: str, mention: Mention, *, beside: bool) -> bool:
    """Whether what stands round it adds to it; "หมาอีก 2 ตัว" is of something else."""
    after = text[mention.end :]
    adds = bool(_ANOTHER.search(after)) or ("อีก" in after and not beside)
    return adds or bool(re.search("ไม่ได้|บวก|อีก|ยกเว้น|เว้น(?!แต่)", mention.lead))


def _clause(text: str, mention: Mention) -> str:
    """What stands round a number, from mark to mark."""
    start = text.rfind("|", 0, mention.start) + 1
    end = text.find("|", mention.end)
    after = text[mention.end : end if end >= 0 else len(text)]
    polite = re.search("ค่ะ|คะ|ครับ|คับ|จ้ะ|จ้า|จ๊ะ", after)
    after = after[: polite.start()] if polite else after
    after = re.split(" (?:ครั้ง|คน|คัน|ตัว|หน|รอบ)ที่", after)[0]
    return text[start : mention.end] + after


def _converted(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "650 เมตร" of kilometres, "ชั่วโมงครึ่ง" and "1 ชั่วโมง 20 นาที" of minutes."""
    if unit == words.UNITS["ปี"]:
        return None  # of years whole ones are told: "6 เดือน" is asked again
    total, last_times = 0.0, float("inf")
    for place, each in enumerate(told):
        if each.unit is None:
            return None
        times = 1.0 if each.unit == unit else CONVERTED.get((each.unit, unit))
        is_next = not place or text[told[place - 1].end : each.start].strip() in _JOINED
        if times is None or each.is_order or times >= last_times or not is_next:
            return None
        total, last_times = total + each.value * times, times
    if is_unsure(question, text) or _is_of_others(question, text):
        return None
    return total


_JOINED = ("", "กับ", "กับอีก", "และ")
