"""A count that is told part by part: things beside other things, people one by one."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence
from functools import lru_cache

from surveys import politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import amounts, counting
from surveys.replies.text import mentions, words
from surveys.replies.text.mentions import Mention

# What a house has, by names that are of nothing else.
_GOODS = words.listed(
    "ทีวี โทรทัศน์ พัดลม ตู้เย็น แอร์ เครื่องซักผ้า คอม คอมพิวเตอร์ โน้ตบุ๊ก มือถือ โทรศัพท์ รถ รถยนต์ เก๋ง กระบะ "
    "มอเตอร์ไซค์ มอไซ มอไซค์ จักรยาน หมา แมว สุนัข ไก่ เป็ด วัว ควาย หมู ปลา หม้อข้าว ไมโครเวฟ ปั๊มน้ำ เครื่องกรองน้ำ เครื่องฟอกอากาศ"
)
_UNSURE = re.compile(
    "กว่า|เกือบ|หรือ|แต่|ถ้า|ไหม|มั้ย|หลาย|น่าจะ|มั้ง|คง|อาจ|เคย|บาง|แล้วแต่|กี่|ก็มี|[?]"
)
_LEADS = re.compile(
    "^(?:[ |]|เลี้ยงแต่|เลี้ยง|มีแต่|มีอยู่|มี|กับ|และ|แล้วก็|ก็|อีก|ส่วน|ที่บ้าน|บ้าน|ในบ้าน|เป็น|ของ|แค่)+"
)
_ENDS = re.compile("(?:[ |]|มี|อีก|อยู่|แค่|แล้ว|ก็|ทั้งหมด|รวม|อายุ|ได้)+$")
_PEOPLE = words.UNITS["คน"]
SELF = words.listed("ผม ฉัน ดิฉัน หนู เรา ตัวเอง ตัวผม ตัวฉัน ตัวหนู ตัวเรา ข้อย กระผม ข้าพเจ้า")
# What a child is called in a question and in a reply.
_CHILDREN = words.listed("บุตร ลูก บุตรธิดา ลูกๆ")
_PARTS = words.listed("ลูกชาย ลูกสาว บุตรชาย บุตรสาว ผู้ชาย ผู้หญิง ชาย หญิง ตัวผู้ ตัวเมีย")
KIN = words.listed(
    "พ่อ แม่ ปู่ ย่า ตา ยาย ลุง ป้า น้า อา พี่ น้อง พี่ชาย พี่สาว น้องชาย น้องสาว ลูก ลูกชาย ลูกสาว ลูกเขย "
    "ลูกสะใภ้ สะใภ้ หลาน หลานชาย หลานสาว เหลน แฟน สามี ภรรยา เมีย ผัว พ่อตา แม่ยาย เตี่ย อาม่า อากง ม๊า ป๊า พ่อแม่ ปู่ย่า "
    "ตายาย ผัวเมีย สามีภรรยา"
)
PAIRS = words.listed("พ่อแม่ ปู่ย่า ตายาย ผัวเมีย สามีภรรยา")
# Other things that are counted alike, by all their names.
_KINDS = tuple(
    words.listed(said)
    for said in (
        "หมา สุนัข", "แมว", "ไก่", "เป็ด", "วัว", "ควาย", "หมู", "แพะ", "นก", "ปลา",
        "ค่าไฟ ค่าไฟฟ้า", "ค่าน้ำ ค่าน้ำประปา ค่าประปา", "ค่าเช่า ค่าห้อง ค่าบ้าน ค่าเช่าบ้าน", "ค่าเน็ต ค่าอินเทอร์เน็ต",
        "ค่าโทรศัพท์ ค่าโทร", "ค่าขยะ", "ค่าแก๊ส", "ค่าเดินทาง ค่ารถ ค่าน้ำมัน",
    )
)  # fmt: skip
BESIDE = frozenset[str]().union(*_KINDS) | words.listed(
    "รถยนต์ รถเก๋ง เก๋ง รถกระบะ กระบะ รถ จักรยาน มอเตอร์ไซค์ มอเตอร์ไซด์ มอเตอไซค์ มอเตอไซ มอไซ มอไซค์ มอไซด์ ปิกอัพ รถมอเตอร์ไซค์ รถมอไซ รถเครื่อง รถจักรยาน พัดลม ทีวี ตู้เย็น หมา แมว สุนัข ไก่ วัว ควาย เป็ด ปลา รถตู้ รถบรรทุก รถไถ ซาเล้ง"
)


def read(question: Question, text: str) -> float | None:
    """The count that a spaced text tells part by part; None: not sure."""
    units = counting.asked_units(question)
    text = amounts.ONCE_MORE.sub(r"อีก\1นึง", text)
    told = mentions.found(text)
    if told is None or len(units) > 1:
        return None
    value = _nowadays(question, text, told)
    if value is None and told and units:
        value = _of_kinds(question, text, told, *units)
        value = _with_oneself(question, text, told) if value is None else value
        value = _added(question, text, told, *units) if value is None else value
        value = _parts_of_it(text, told, *units) if value is None else value
    if value is None and told:
        value = _own_age(question, text, told)
    if value is None and units == {_PEOPLE}:
        value = _people(question, text, told)
    return None if value is None else amounts.fitting(question, value)


_WAS = re.compile(
    "^(?:เดิม|แต่ก่อน|เมื่อก่อน|ก่อนหน้านี้|ปีก่อน|ปีที่แล้ว|ตอนแรก|สมัยก่อน|เคยมี|เคยอยู่|เคย|ก่อนนี้)"
)
_IS = re.compile(
    "(?:ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|ปีนี้|ล่าสุด|วันนี้|เหลือ)(?:ก็|มี|อยู่|เหลือ|แค่|เป็น|สูบ|ได้|จ่าย|เสีย|ลดลง|เพิ่มเป็น|กัน|ประมาณ| )*$"
)


def _nowadays(question: Question, text: str, told: Sequence[Mention]) -> float | None:
    """ "เดิม 7 ตอนนี้เหลือ 3": how many there are now."""
    units = counting.asked_units(question)
    if len(told) != 2 or not _WAS.match(_LEADS.sub("", told[0].lead)):
        return None
    if not _IS.search(told[1].lead) or re.search("ปีก่อน|ปีที่แล้ว", naming.asked(question)):
        return None
    fits = all(each.unit is None or each.unit in units for each in told)
    rest = text[told[1].end :]
    return (
        told[1].value
        if fits and not _doubted(text.replace("เคย", "")) and is_talk(rest)
        else None
    )


def _doubted(text: str) -> bool:
    return bool(_UNSURE.search(text))


def is_talk(rest: str) -> bool:
    """Whether what follows a number leaves it as it is."""
    return not re.search("[0-9]|อีก|บวก|ไม่|รวม|นับ|เป็น", rest)


@lru_cache(maxsize=256)
def things_of(question: Question) -> frozenset[str]:
    """What is counted, by all its names; none where the question does not say."""
    asked = naming.asked(question)
    match = re.search(
        "(.*?)(?:ทั้งหมด|อยู่|รวม|ทั้งสิ้น|ประมาณ|(?:วัน|เดือน|ปี|สัปดาห์)ละ)*กี่", asked
    )
    before = match[1] if match else ""
    names = {word for word in words.SYNONYMS if before.endswith(word) and len(word) > 2}
    groups = {words.SYNONYMS[max(names, key=len)]} if names else set()
    found = {word for word, group in words.SYNONYMS.items() if group in groups}
    for group in (_CHILDREN, *_KINDS):
        if any(before.endswith(word) for word in group):
            found |= group
    return frozenset(found)


def noun(mention: Mention) -> str:
    """What a number is of, by what stands before it: "หมา" of "หมาอีก 2 ตัว"."""
    return _ENDS.sub("", _LEADS.sub("", mention.lead)).replace(" ", "")


def _of_kinds(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "เก๋งคันนึง มอไซ 2": the number of what is asked, beside other things."""
    things = things_of(question)
    nouns = [noun(each) for each in told]
    if not things or _doubted(text) or "ไม่" in text:
        return None
    mine = [each for each, noun in zip(told, nouns, strict=True) if noun in things]
    others = all(noun in things | BESIDE | KIN for noun in nouns)
    fits = all(each.unit is None or each.unit == unit for each in mine)
    if len(mine) == 1 and others and fits and is_talk(text[told[-1].end :]):
        return mine[0].value
    is_parts = things >= _CHILDREN and len(set(nouns)) == len(nouns) > 1
    if is_parts and set(nouns) <= _PARTS and is_talk(text[told[-1].end :]):
        return sum(each.value for each in told)
    return None


def is_of_others(question: Question, text: str) -> bool:
    """ "แมว 5 ตัว", where dogs are counted: only of other things."""
    things = things_of(question)
    told = mentions.found(text)
    if not told:
        return False
    nouns = {noun(each) for each in told}
    if not things:
        asked = naming.asked(question)
        is_of_any = "รถ" in asked or "สัตว์" in asked
        return not is_of_any and all(
            each in _GOODS and each not in asked for each in nouns
        )
    others = (BESIDE | KIN) - {
        word for word in words.SYNONYMS if word in naming.asked(question)
    }
    return nouns <= others - things - _PARTS - of_age_group(naming.asked(question))


# Who of a family is of the age, or of the kin, that is asked about.
_AGE_GROUPS = tuple(
    (words.form(asked), words.listed(kin))
    for asked, kin in (
        (
            "ญาติ|พี่น้อง(?!กี่)",
            "ลูก ลูกชาย ลูกสาว หลาน หลานชาย หลานสาว พี่ น้อง พี่ชาย พี่สาว น้องชาย น้องสาว ลุง ป้า น้า อา ลูกพี่ลูกน้อง ลูกเขย ลูกสะใภ้",
        ),
        (
            "นักเรียน|วัยเรียน|เยาวชน|ทารก|เด็กเล็ก",
            "ลูก ลูกชาย ลูกสาว หลาน หลานชาย หลานสาว เหลน ลูกคนเล็ก เด็ก",
        ),
        (
            "ผู้สูงอายุ|คนแก่|คนชรา|สูงวัย|ผู้เฒ่า",
            "พ่อ แม่ ปู่ ย่า ตา ยาย พ่อแม่ ปู่ย่า ตายาย พ่อตา แม่ยาย ทวด เตี่ย อาม่า อากง ม๊า ป๊า คนแก่",
        ),
    )
)


def of_age_group(asked: str) -> frozenset[str]:
    """Those of a family who are counted, where people of an age are asked about."""
    groups = [kin for names, kin in _AGE_GROUPS if names.search(asked)]
    return groups[0] if len(groups) == 1 else frozenset()


_NOT_ME = re.compile(
    "(?:ยัง)?(?:ไม่|บ่)(?:ได้)?(?:รวม|นับ)(?:ตัว)?(?:ผม|ฉัน|หนู|เรา|เอง|ดิฉัน|ตัวเอง|ตัว|ป้า|ลุง|ยาย|ตา)(?:ด้วย|เอง)*"
)
_WITH_ME = re.compile("รวม(?:ตัว)?(?:ท่าน|คุณ|เอง)|includingyou")


def _with_oneself(
    question: Question, text: str, told: Sequence[Mention]
) -> float | None:
    """ "ไม่รวมผม 4": and one more, where it is asked with oneself."""
    if len(told) != 1 or told[0].unit not in (None, _PEOPLE):
        return None
    rest, found = _NOT_ME.subn("", text)
    if not found or not _WITH_ME.search(naming.asked(question)):
        return None
    return (
        None
        if _doubted(rest) or not is_talk(rest.replace(_said(text, told[0]), ""))
        else told[0].value + 1
    )


def _said(text: str, mention: Mention) -> str:
    return text[mention.start : mention.end]


_PLUS = words.form("^[ |]*(?:บวก|แล้วก็|รวมกับ|ทำเพิ่ม)")


def _added(
    question: Question, text: str, told: Sequence[Mention], unit: int
) -> float | None:
    """ "9 ชั่วโมง บวกโอทีอีก 2": both, where it is asked with what is added."""
    asked = naming.asked(question)
    more = re.search("รวม(.{2,12}?)(?:ด้วย|$)", asked)
    if len(told) != 2 or more is None or _doubted(text):
        return None
    first, second = told
    between = text[first.end : second.start]
    adds = _PLUS.match(between) and "อีก" in between
    names = re.sub("[ |]|บวก|อีก|แล้วก็|รวมกับ", "", between)
    is_named = names in more[1] or (names in _OVERTIME and more[1] in _OVERTIME)
    fits = first.unit == unit and second.unit in (None, unit)
    return (
        first.value + second.value
        if adds and is_named and fits and is_talk(text[second.end :])
        else None
    )


_OVERTIME = words.listed("โอที ล่วงเวลา ot งานล่วงเวลา ทำโอที")


def _parts_of_it(text: str, told: Sequence[Mention], unit: int) -> float | None:
    """ "สี่คน แฝดสามกับน้องอีกคนนึง": the first, which the rest add up to."""
    first, rest = told[0], told[1:]
    if first.unit != unit or len(rest) < 2 or _doubted(text) or "ไม่" in text:
        return None
    if any(_LOST.search(each.lead) for each in rest):
        return None  # "จัดห้าหน ขาดหนเดียว ไปสี่"
    fits = all(each.unit in (None, unit) and not each.is_order for each in rest)
    return (
        first.value
        if fits and sum(each.value for each in rest) == first.value
        else None
    )


_LOST = words.form("ขาด|พลาด|โดด|หยุด|หาย|ตาย|เสีย|ขาย|เลิก|ลา|เหลือ|ให้|พัง|เว้น|ออก")
# Whose age is asked, where it is not one's own.
_OF_KIN = re.compile("ลูก|บุตร|หลาน|แม่|พ่อ|คู่สมรส|สามี|ภรรยา|เด็ก|หัวหน้าครัวเรือน|ผู้สูงอายุ")
_TO_COME = words.form("^ ?(?:กำลัง)?(?:ย่างเข้า|ย่าง|จะเข้า|จะครบ|จะขึ้น|จะ|เข้า|ขึ้น) ?")


def _own_age(question: Question, text: str, told: Sequence[Mention]) -> float | None:
    """ "24 ย่าง 25", "ลูก 15 ผม 44": one's own years, and those that are full."""
    if _doubted(text) or len(told) != 2:
        return None
    is_of_age = "อายุ" in naming.asked(question)
    if not is_of_age and counting.asked_units(question) != {words.UNITS["ปี"]}:
        return None
    first, second = told
    comes = _TO_COME.match(text[first.end : second.start])
    if (
        comes
        and comes.end() == second.start - first.end
        and second.value == first.value + 1
    ):
        return first.value if is_talk(text[second.end :]) else None
    if not is_of_age or _OF_KIN.search(naming.asked(question)):
        return None
    nouns = [noun(each) for each in told]
    mine = [each for each, noun in zip(told, nouns, strict=True) if noun in SELF]
    others = [noun for noun in nouns if noun in KIN]
    is_sure = len(mine) == 1 and len(others) == 1 and is_talk(text[second.end :])
    return mine[0].value if is_sure else None


_LIST = re.compile("|".join(map(re.escape, sorted(KIN | SELF, key=len)[::-1])))
_BETWEEN = re.compile(
    "^(?:[ |]|มี|กับ|และ|แล้วก็|แล้ว|ก็|อีก|อยู่กัน|อยู่|ด้วยกัน|ที่บ้าน|บ้านนี้|แค่นี้|เท่านี้|เท่านั้น|ของ|เอง)+"
)
_MINE = re.compile("|".join(map(re.escape, sorted(SELF, key=len)[::-1])))
MIN_LISTED = 3  # of so few as two it may be meant who else there is
_POLITE = re.compile("|".join(map(re.escape, sorted(politeness.WORDS, key=len)[::-1])))


def _people(question: Question, text: str, told: Sequence[Mention]) -> float | None:
    """ "ผม เมีย แล้วก็ลูกสามคน": everybody of the house, each of them named."""
    if _doubted(text) or not _WITH_ME.search(naming.asked(question)):
        return None
    counts = {each.start: each for each in told}
    at, total, named, has_me = 0, 0.0, 0, False
    while at < len(text):
        if (gap := _BETWEEN.match(text[at:])) or (
            gap := _POLITE.match(text, at) if named else None
        ):
            at = gap.end() if gap.re is _POLITE else at + gap.end()
            continue
        person = _LIST.match(text, at)
        if person is None:
            return None
        at = person.end()
        if person[0] in KIN and (mine := _MINE.match(text, at)):
            at = mine.end()  # "เมียผม" is one, and not oneself
        number = counts.get(at) or counts.get(at + 1)
        if number is not None:
            total, at = total + number.value, number.end
        else:
            total += 2 if person[0] in PAIRS else 1
        named, has_me = named + 1, has_me or person[0] in SELF
    return total if has_me and named >= MIN_LISTED else None
