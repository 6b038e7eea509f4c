"""How much speaks for each number that a reply holds."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import plain_text
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.text import words
from surveys.replies.text.mentions import CONVERTED
from surveys.replies.text.words import form
from surveys.replies.weighing import undone
from surveys.replies.weighing.frames import of_others
from surveys.replies.weighing.heard import Heard, Word
from surveys.replies.weighing.scaled import add, is_alone, is_first

_ONE = re.compile("เดียว|นึง|หนึ่ง")
_ZERO = form(
    "^(?:ก็|ยัง|ปีนี้|เดือนนี้)?(?:ไม่มี|ไม่เคย|ไม่ได้|ไม่เสีย|ไม่จ่าย|ไม่เจอ|none|zero|never|no one|nobody|nothing|ศูนย์)"
)
_ME = form("คนเดียว|ตัวคนเดียว|ตัวเดียว|just me|only me|by myself|alone|อยู่คนเดียว")
_HALF_BEFORE, _HALF_AFTER = re.compile("(?:ครึ่ง|half ?an?|half)$"), re.compile("^ครึ่ง")
_MORE = re.compile("^(?:กว่า|เศษ|อัพ|ขึ้นไป|ปลาย|ต้น|[+])")
_LESS = form(
    "(?:เกือบ|ไม่ถึง|เกิน|มากกว่า|น้อยกว่า|ต่ำกว่า|ไม่เกิน|อย่างน้อย|almost|nearly|over|under|more than|less than|ใกล้|จวน)$"
)
_TOTAL = form(
    "(?:รวม|รวมๆ|รวมเป็น|รวมแล้ว|รวมกัน|ทั้งหมด|ทั้งสิ้น|ทั้งบ้าน|ทั้งโรง|นับได้|สรุป|ก็คือ|เป็น|เท่ากับ|ตก|เบ็ดเสร็จ|total|so)(?:ก็|ก้|ก้อ|มี|ได้|แล้ว|เป็น|อยู่)*$"
)
_GIVES = re.compile("(?:ให้|คะแนน|ได้|ขอ|เอา|สัก|ประมาณ|อายุ|มี|อยู่|ราวๆ|กัน)$")


def candidates(question: Question, heard: Heard) -> dict[float, dict[str, float]]:
    """The numbers the reply may mean, and what speaks for each."""
    asked = naming.asked(question)
    unit = _unit_of(asked, question)
    found: dict[float, dict[str, float]] = {}
    said = [word for word in heard.words if "number" in word.roles]
    for word in said:
        value = _value(word.roles["number"])
        before = heard.words[word.place - 1].roles if word.place else {}
        is_one = word.text in ("นึง", "หนึ่ง") and "unit" in before
        if value is None or is_one:
            continue
        _of_one(question, heard, word, value, unit, found)
    _of_words(question, heard, unit, found, has_number=bool(said))
    values = [_value(word.roles["number"]) for word in said]
    for value, features in found.items():
        if values.count(value) > 1:
            add(features, "count_again")
    many = len(found)
    for features in found.values():
        features["count_many"] = float(many > 1)
        features["count_only"] = float(many == 1)
    return found


def _value(said: object) -> float | None:
    if said is None:
        return None
    if isinstance(said, int | float):
        return float(said)
    try:
        return float(str(said).replace(",", ""))
    except ValueError:
        return None


def _unit_of(asked: str, question: Question) -> int | None:
    if question.unit is not None:
        return words.UNITS.get(plain_text.plain(question.unit.say("th")))
    for word, group in sorted(words.UNITS.items(), key=lambda each: -len(each[0])):
        asks = (f"กี่{word}", f"howmany{word}", f"ဘယ်နှ{word}", f"ဘယ်နှစ်{word}")
        if len(word) > 1 and any(each in asked for each in asks):
            return group
    if "อายุ" in asked or "howold" in asked:
        return words.UNITS["ปี"]
    return None


def _of_one(
    question: Question,
    heard: Heard,
    word: Word,
    value: float,
    unit: int | None,
    found: dict[float, dict[str, float]],
) -> None:
    before, after = heard.text[: word.start], heard.text[word.end :]
    asked = naming.asked(question)
    name = "none"
    its = next((each for each in heard.words if each.start == word.end), None)
    if _HALF_AFTER.match(after):
        value += 0.5
        its = next((e for e in heard.words if e.start == word.end + 5), None)
    group = its.roles.get("unit") if its is not None else None
    if its is not None and group is not None:
        after = heard.text[its.end :]
        if _HALF_AFTER.match(after):
            value += 0.5
        if unit is None or group == unit:
            name = "same"
        elif (group, unit) in CONVERTED:
            value, name = round(value * CONVERTED[(group, unit)], 4), "converted"
        else:
            return  # it counts something else
    if _SCORES.search(before) and word.text.startswith(_POWERS):
        return
    if _is_odd(word.text) or ("." in word.text and not question.decimals):
        return
    if _ODD_AFTER.match(heard.text[word.end :]):
        return
    if question.max is not None and after.startswith(("/", "เต็ม", "จาก", "out")):
        name = "same"
    if _is_not_so(heard, word, before, asked):
        return
    features = found.setdefault(value, {})
    add(features, f"count_{name}")
    add(features, "count_within" if _fits(question, value) else "count_beyond")
    clause_alone = is_alone(heard, word)
    for test, said in (
        (is_first(heard, word), "count_first"),
        (clause_alone, "count_alone"),
        (word.clause == heard.clauses - 1, "count_last"),
        (bool(_TOTAL.search(before)), "count_total"),
        (
            bool(_MORE.match(heard.text[word.end :])) or bool(_MORE.match(after)),
            "count_more",
        ),
        (bool(_LESS.search(before)), "count_less"),
        (bool(_GIVES.search(before)), "count_given"),
        (isinstance(word.roles["number"], str), "count_digits"),
        (before.endswith("ไม่"), "count_denied"),
        (bool(_ODD_BEFORE.search(before)), "count_odd_before"),
        (_is_per_other(before, asked), "count_per"),
        (bool(_PER_THING.search(before)), "count_per_thing"),
        (_is_said_of(_BEFORE, heard, word), "count_before"),
        (_is_said_of(_NOW, heard, word), "count_now"),
        (bool(_LEFT.search(before)), "count_left"),
        (bool(_EXACT.match(after)), "count_exact"),
        (of_others(heard.words, word), "count_of_others"),
        (unit is not None and name == "none" and bool(after), "count_unitless"),
    ):
        if test:
            add(features, said)


# A year, an order, what is yet to come; and what counts no unit of the question.
_ODD_BEFORE = form("(?:ปี|ปีที่|พศ|ครั้งที่|ที่|จะ|จะครบ|ใกล้|-|ตั้งแต่อายุ|วันที่|เบอร์|เลข|หลัก|เป็น)$")
_ODD_AFTER = form("ทศวรรษ|ครอบครัว|โมง|ทุ่ม|นาฬิกา|เท่าตัว|เท่าของ")
_PER = re.compile("(?:ละ|ต่อ|every|per)[^0-9]{0,8}$")
_TIMES = "(?:วัน|คืน|สัปดาห์|อาทิตย์|เดือน|ปี|เที่ยว|ครั้ง|มื้อ|รอบ|ชั่วโมง)"
_PER_TIME = re.compile(f"({_TIMES})ละ[^0-9]{{0,8}}$")
_PER_THING = re.compile(
    "(?<!วัน)(?<!คืน)(?<!อาทิตย์)(?<!สัปดาห์)(?<!เดือน)(?<!ปี)(?<!เที่ยว)(?<!ครั้ง)(?<!มื้อ)(?<!รอบ)(?<!ชั่วโมง)(?<=[ก-๎])ละ(?:แค่|ตั้ง|ไม่กี่)?$"
)
_BEFORE = form(
    "แต่ก่อน|เมื่อก่อน|ก่อนหน้า|ปีก่อน|ปีที่แล้ว|ปีกลาย|เดือนก่อน|เดือนที่แล้ว|เดิมที|ตอนแรก|สมัย|ตอนเด็ก|เคยมี|เคยได้|ก่อนโควิด"
)
_NOW = form("ตอนนี้|เดี๋ยวนี้|ปีนี้|เดือนนี้|ปัจจุบัน|ทุกวันนี้|ช่วงนี้|วันนี้|ล่าสุด")
_LEFT = re.compile("(?:เหลือ|เหลือแค่|เหลืออยู่|เหลือแต่|คงเหลือ|เหลือเพียง)$")
_EXACT = re.compile("(?:พอดี|ถ้วน|เต็ม|เป๊ะ|เป้ะ|เองนี่|ไม่ขาดไม่เกิน)")


def _is_per_other(before: str, asked: str) -> bool:
    """Whether it is told by what the question does not ask it by: "วันละ"."""
    time = _PER_TIME.search(before)
    if time:
        return time[1] not in asked
    return bool(_PER.search(before)) and "ละ" not in asked


_ONCE = form("แต่ก่อน|เมื่อก่อน|ปีก่อน|ปีที่แล้ว|ปีกลาย|เดือนก่อน|เดือนที่แล้ว|เดิมที")
_ASKS_PAST = form("ผ่านมา|ที่แล้ว|ก่อน|เคย|ครั้ง|ล่าสุด|มากี่|มาแล้ว")
_PLANNED = form("(?:ตั้งใจ|กะ|ว่า|อยาก|วางแผน|หวัง|กำลัง|เตรียม)(?:ว่า)?จะ[ก-๙]{0,12}$")
_ASKS_PLANS = form("จะ|อยาก|ยินดี|ควร|ต้องการ")


def _is_not_so(heard: Heard, word: Word, before: str, asked: str) -> bool:
    """Whether it is told of what once was, or is yet to be, and not of what is asked."""
    was = _is_said_of(_BEFORE, heard, word) and bool(_ONCE.search(before))
    if was and not _ASKS_PAST.search(asked):
        return True
    return bool(_PLANNED.search(before)) and not _ASKS_PLANS.search(asked)


def _is_said_of(when: re.Pattern[str], heard: Heard, word: Word) -> bool:
    """Whether the last that is told of a time before the number tells of that."""
    told = heard.text[: word.start]
    hits = [
        (hit.start(), pattern is when)
        for pattern in (_BEFORE, _NOW)
        for hit in pattern.finditer(told)
    ]
    return bool(hits) and max(hits)[1]


# "หลายสิบ", "เป็นร้อย": no number.
_SCORES = re.compile("(?:หลาย|เป็น|นับ|หลัก)$")
_POWERS = ("สิบ", "ร้อย", "พัน", "หมื่น", "แสน")


def _is_odd(said: str) -> bool:
    """ "1,5", "15.000": not as a number is written."""
    return bool(re.search(r"[.,]", said)) and not re.fullmatch(
        r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+[.][0-9]{1,2}", said
    )


def _fits(question: Question, value: float) -> bool:
    low = 0 if question.min is None else question.min
    high = question.max
    whole = value == int(value) or question.decimals > 0
    return whole and low <= value and (high is None or value <= high)


def _of_words(
    question: Question,
    heard: Heard,
    unit: int | None,
    found: dict[float, dict[str, float]],
    *,
    has_number: bool,
) -> None:
    """ "คนเดียว", "ครึ่งชั่วโมง", "ไม่มีเลย": numbers in no number word."""
    for place, word in enumerate(heard.words):
        group = word.roles.get("unit")
        if group is None:
            continue
        before, after = heard.text[: word.start], heard.text[word.end :]
        value = None
        if _ONE.match(after):
            value = 1.0
        elif _HALF_BEFORE.search(before):
            value = 0.5
        if value is None or (place and "number" in heard.words[place - 1].roles):
            continue
        name = "same"
        if unit is not None and group != unit:
            if (group, unit) not in CONVERTED:
                continue
            value, name = round(value * CONVERTED[(group, unit)], 4), "converted"
        features = found.setdefault(value, {})
        add(features, f"count_{name}")
        add(features, "count_worded")
        add(features, "count_within" if _fits(question, value) else "count_beyond")
    is_zero = _ZERO.search(heard.text) or _ZERO.search(heard.spaced)
    if is_zero and not undone.denied_twice(heard):
        features = found.setdefault(0.0, {})
        add(features, "count_zero")
        add(features, "count_within" if _fits(question, 0.0) else "count_beyond")
        if has_number:
            add(features, "count_zero_and")
    if _ME.search(heard.text) or _ME.search(heard.spaced):
        features = found.setdefault(1.0, {})
        add(features, "count_me")
        add(features, "count_within" if _fits(question, 1.0) else "count_beyond")
