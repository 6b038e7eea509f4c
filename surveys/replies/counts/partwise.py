"""A count told piece by piece or day by day: kinds of things, dates, people by name."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import number_words
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import amounts, counting, spans, tallies
from surveys.replies.either import stance
from surveys.replies.text import mentions, words
from surveys.replies.text.words import any_of, form

_PEOPLE = words.UNITS["คน"]
_DOUBTS = form(
    "หรือ|ไหม|มั้ย|[?]|ถ้า(?<!เถ้า)|แล้วแต่|บาง|กว่า|เกือบ|มั้ง|อาจ|ประมาณ|(?<!ตั้ง)แต่(?!ง)"
)


def read(question: Question, text: str) -> float | None:
    """The count that a spaced text tells in pieces; None where it is not sure."""
    if _DOUBTS.search(text):
        return _of_people_alone(question, text)
    for rule in (
        _of_people,
        _of_dates,
        _every_day,
        _every_month,
        _of_vehicles,
        _by_pack,
    ):
        value = rule(question, text)
        if value is not None:
            return amounts.fitting(question, value)
    return None


_WITH_ME = re.compile("รวม(?:ตัว)?(?:ท่าน|คุณ|เอง)")
_ALONE = form(
    "(?:อยู่|อาศัย|กิน|นอน)(?:ตัว)?คน(?:เดียว|เดว)|ตัวคน(?:เดียว|เดว)|หัวเดียวกระเทียมลีบ|โดดเดี่ยวคนเดียว"
)
_NAME = any_of(tallies.KIN | tallies.SELF)
_PERSON = form(
    f"(?P<who>{_NAME})(?:ผม|ฉัน|หนู|เรา|ตัวเอง|คนเล็ก|คนโต)?(?:อีก)?(?: ?(?P<n>[0-9]+|{'|'.join(number_words.THAI_ONES[1:])})(?: ?คน)?|(?:อีก)? ?คน(?P<one>นึง|เดียว|หนึ่ง)|คน(?=$|[ |]))?"
)
_BETWEEN = form(
    "(?:[ |]|ก็|มี|กับ|กะ|และ|แล้วก็|แล้ว|อีก|อยู่กัน|อยู่|ด้วยกัน|ที่บ้าน|บ้านนี้|ของ|เอง|คน(?!ที่)|ค่ะ|ครับ|คับ|จ้ะ|จ้า|นะ|แหละ|แค่นี้|แค่นั้น|เท่านี้|เท่านั้น|ห้าชีวิต)+"
)


def _of_people(question: Question, text: str) -> float | None:
    """ "มีผม เมียผม ลูกสอง แล้วก็แม่ยาย": everybody of the house, oneself among them.

    A number said first, that those named after it come to, is the same.
    """
    if counting.asked_units(question) != {_PEOPLE}:
        return None
    asked = naming.asked(question)
    text = text.replace("ก้อ", "ก็")
    is_of_house = _WITH_ME.search(asked) or re.search("อาศัยอยู่|อยู่ด้วยกัน|อยู่อาศัย", asked)
    if not is_of_house:
        return None
    if (alone := _of_people_alone(question, text)) is not None:
        return alone
    first = re.match(
        form(f"(?:มี|อยู่กัน|ก็)*(?P<n>[0-9]+|{'|'.join(number_words.THAI_ONES[1:])}) ?คน"),
        text,
    )
    rest = text[first.end() :] if first else text
    total, named, has_me = _named(rest)
    if first is not None:
        return total if named and total == _number(first["n"]) else None
    is_whole = bool(_WITH_ME.search(asked)) and has_me and named >= tallies.MIN_LISTED
    return total if is_whole else None


def _of_people_alone(question: Question, text: str) -> float | None:
    """ "ป้าอยู่ตัวคนเดียวกับแมว"."""
    is_of_people = counting.asked_units(question) == {_PEOPLE}
    if not is_of_people or not _WITH_ME.search(naming.asked(question)):
        return None
    turns = re.search("[0-9]|เคย|ไม่ได้อยู่|ไม่อยู่|ไม่ใช่|หรือ|ถ้า(?<!เถ้า)|อยาก", text)
    return 1 if _ALONE.search(text) and not turns else None


def _named(text: str) -> tuple[float | None, int, bool]:
    """How many the people named come to, how many names, and whether one is oneself."""
    at, total, named, has_me = 0, 0.0, 0, False
    while at < len(text):
        if gap := _BETWEEN.match(text, at):
            at = gap.end()
            continue
        match = _PERSON.match(text, at)
        if match is None:
            return None, 0, False
        each = 2.0 if match["who"] in tallies.PAIRS else 1.0
        total += _number(match["n"]) if match["n"] else each
        has_me = has_me or match["who"] in tallies.SELF
        named, at = named + 1, match.end()
    return (total if named else None), named, has_me


def _number(said: str) -> float:
    return (
        float(said) if said.isdecimal() else float(number_words.THAI_ONES.index(said))
    )


_DATES = form(
    r"(?:วันที่|ที่) ?([0-9]{1,2}) ?(?:ถึง|ยัน|จนถึง|จน|-) ?(?:วันที่|ที่)? ?([0-9]{1,2})(?![0-9])"
)


def _of_dates(question: Question, text: str) -> float | None:
    """ "วันที่ 1 ยันวันที่ 30": the days from the one to the other."""
    found = _DATES.findall(text)
    if counting.asked_units(question) != {words.UNITS["วัน"]} or len(found) != 1:
        return None
    first, last = (int(each) for each in found[0])
    rest = _DATES.sub("", text)
    is_span = 1 <= first < last <= 31 and not re.search(
        "[0-9]|เว้น|หยุด|ไม่|บ่|เดือน(?:ที่แล้ว|ก่อน|หน้า)|ถ้า|จะ", rest
    )
    return last - first + 1 if is_span else None


_DAILY = form("ทุกวัน(?!จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|พระ|หยุด|ที่|นี้)")
_NO_REST = form(
    "(?:ไม่|บ่)(?:มี|เคย|ได้)?(?:วัน)?(?:หยุด|เว้น|พัก)|ตลอด(?:ปี|ทั้งปี|อาทิตย์|สัปดาห์)|เจ็ดวัน"
)


def _every_day(question: Question, text: str) -> float | None:
    """ "เปิดร้านทุกวันแหละ ไม่มีวันหยุด": all the days of the week that is asked."""
    days = spans.period_days(question)
    text = re.sub("ทู้ก+", "ทุก", text)
    if days is None or not _DAILY.search(text) or re.search("[0-9]", text):
        return None
    return days if _NO_REST.search(text) else None


_TWICE = form("ไม่มี(?:เดือน|อาทิตย์|สัปดาห์|วัน|ปี)(?:ไหน|ใด)[^ |]{0,14}(?:ไม่|ขาด|เว้น)[^ |]*")


def _every_month(question: Question, text: str) -> float | None:
    """ "ไม่มีเดือนไหนไม่ไป เดือนละครั้ง": what is left when the denied denial is gone."""
    bare, found = _TWICE.subn("", text)
    if found:
        return spans.rate(question, bare.strip(" |"))
    clauses = stance.split(text)
    rates = [spans.rate(question, each) for each in clauses]
    told = [each for each in rates if each is not None]
    rest = [c for c, each in zip(clauses, rates, strict=True) if each is None]
    is_sure = len(told) == 1 and mentions.found(" ".join(rest)) == []
    return told[0] if is_sure else None


_VEHICLES = words.listed(
    "สิบล้อ หกล้อ สี่ล้อ กระบะ รถกระบะ เก๋ง รถเก๋ง รถตู้ มอไซ มอไซค์ มอเตอร์ไซค์ รถเครื่อง รถบรรทุก รถไถ รถพ่วง เทรลเลอร์ สามล้อ ซาเล้ง รถยนต์ รถ แม็คโคร รถแบคโฮ จักรยาน"
)
_ANIMALS = words.listed("หมา สุนัข แมว ไก่ เป็ด วัว ควาย หมู แพะ นก ปลา ห่าน แกะ กระต่าย")
_KINDS = (
    (re.compile("รถ(?:ทั้งหมด|รวม|ทุก|ทั้งสิ้น)*กี่"), _VEHICLES),
    (re.compile("สัตว์(?:เลี้ยง)?(?:ทั้งหมด|รวม|ทุก|ทั้งสิ้น)*กี่"), _ANIMALS),
)


def _of_vehicles(question: Question, text: str) -> float | None:
    """ "เก๋งหนึ่ง รถตู้สอง กระบะอีกสาม", where all kinds are counted together."""
    asked = naming.asked(question)
    kinds = next((kinds for topic, kinds in _KINDS if topic.search(asked)), None)
    if kinds is None:
        return None
    number = f"[0-9]+|{'|'.join(number_words.THAI_ONES[1:])}"
    each = form(
        f"(?:[ |]|กับ|และ|แล้วก็|มี|ก็)*(?:{any_of(kinds)})(?:อีก)? ?({number}) ?(?:คัน|ตัว)?"
    )
    at, found = 0, []
    while match := each.match(text, at):
        found.append(_number(match[1]))
        at = match.end()
    rest = re.sub("ค่ะ|คะ|ครับ|คับ|จ้ะ|จ้า|นะ|[ |]", "", text[at:])
    return sum(found) if len(found) > 1 and not rest else None


_PACKS = "ซอง|แพ็ค|แพค|กล่อง|ลัง|ถุง|มัด|หีบ"


def _by_pack(question: Question, text: str) -> float | None:
    """ "ซองนึงกับอีกห้ามวน ซองนึงยี่สิบมวน": packs, and how many are in one."""
    units = counting.asked_units(question)
    match = re.search(
        rf"[ |]({_PACKS})(?:นึง|หนึ่ง|ละ)(?:มี|ก็|=| )*(?P<many>[^ |]+)$", text
    )
    if match is None or len(units) != 1:
        return None
    told = mentions.found(match["many"])
    more = re.fullmatch(
        rf"(?:(?P<n>[^ |]+?) ?)?{match[1]}(?:นึง|หนึ่ง|เดียว)?(?:(?:กับ|กะ|และ|อีก| )+(?P<more>[^ |]+))?",
        text[: match.start()].strip(" |"),
    )
    if not told or len(told) != 1 or told[0].unit not in units or more is None:
        return None
    count, beside = (
        mentions.found(f"{more[n]}") if more[n] else None for n in ("n", "more")
    )
    if (more["n"] and not count) or (more["more"] and not beside):
        return None
    packs = count[0].value if count else 1.0
    return packs * told[0].value + (beside[0].value if beside else 0.0)
