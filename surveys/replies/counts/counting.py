"""The one number that a reply to a number question gives."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from surveys import number_words, plain_text
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import steering, talking
from surveys.replies.text import hearing, numbers, words
from surveys.replies.text.hearing import NUMERIC, Part, Token
from surveys.replies.text.listening import Said

_AROUND = frozenset(
    (Part.FILLER, Part.POLITE, Part.AROUND, Part.STRONG, Part.NEUTRAL, Part.ECHO)
)
_AFTER = _AROUND | {Part.PRAISE, Part.COMPLAINT, Part.UNIT, Part.OTHERS, Part.LAUGHTER}
_ANY_TALK = frozenset((Part.NEUTRAL, Part.OTHERS, Part.PRAISE, Part.COMPLAINT))
_STOPS = frozenset(
    (Part.ASK, Part.CONTRAST, Part.HEDGE, Part.BOUND, Part.SARCASM, Part.UNCLEAR)
)
_QUOTE = words.listed("ว่า บอก says said told")
_ALONE = ("เดียว", "นึง")  # "คนเดียว", "ครั้งนึง": one
# "วันละ 2 ชั่วโมง" answers a question about a day, not about a week.
_PER = re.compile("(?:(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)ละ|ต่อ(วัน|สัปดาห์|อาทิตย์|เดือน|ปี|คน))")
_NOTHING = words.listed(words.LISTS["nothing"])
_NEVER = words.listed(words.LISTS["no_times"])
_ONLY_ME = words.listed(
    "just_me only_me alone i_live_alone live_alone justme myself just_myself"
)
_DENIED = words.listed("ไม่ได้ ไม่เคย ไม่เคยได้ ไม่มี บ่มี บ่ได้ ยังไม่เคย")
_SAID_BACK = frozenset((Part.ECHO, Part.STRONG))
_QUIET = frozenset((Part.NEUTRAL, Part.AROUND, Part.STRONG))
_AGE = re.compile("อายุ|howold|yourage|အသက်")
_ASKED = re.compile("(?:กี่|จำนวน|howmany|ဘယ်နှ(?:စ်)?)")


def count(question: Question, said: Sequence[Said]) -> int | float | None:
    """The number within bounds; None where there is none, or another unit's."""
    said = _of_one_thing(question, _two_years(talking.called(_alone(said))))
    said = [
        replace(each, token=Token(Part.NEUTRAL, each.token.text))
        if talking.is_indefinite(said, place)
        else each
        for place, each in enumerate(said)
    ]
    if _is_of_no_year(question, said):
        return None
    if any(each.token.part in _STOPS for each in said) or _is_quoted(said):
        return None
    span = _span(said, _best(question))
    if span is None:
        none = _none_of_it(question, said)
        first = said[: steering.first_phrase(said)]
        is_closed = bool(first) and first[-1].ends
        if none is None and is_closed:  # "ไม่มีค่ะ เดือนนี้ไม่เหม็น"
            none = _none_of_it(question, first)
        return none
    start, end, value = span
    value, end = _halved(said, start, end, value)
    if value is None or not _stands_free(question, said, start, end):
        return None
    value = (
        int(value) if value == int(value) and not _is_fraction(said, start) else value
    )
    if start and said[start - 1].token.text in _NEARLY:
        return None
    is_whole = isinstance(value, int)
    may_be = is_whole or question.decimals > 0
    return value if may_be and within(question, value) else None


_FOREVER = words.listed(
    "ตลอด ตลอดไป ตลอดกาล เสมอ ตลอดชีพ ตลอดชีวิต forever always ในใจ อายุใจ"
)
_EARLIER = tuple(
    words.listed(
        "เดือนก่อน เดือนที่แล้ว ปีก่อน ปีที่แล้ว อาทิตย์ก่อน อาทิตย์ที่แล้ว "
        "สัปดาห์ก่อน เมื่อก่อน เมื่อเดือนก่อน เมื่อปีก่อน"
    )
)


def _is_of_no_year(question: Question, said: Sequence[Said]) -> bool:
    """ "18 ตลอดไป" of an age; "เดือนก่อน 3" where this month is asked about."""
    text = "".join(each.token.text for each in said)
    if _AGE.search(naming.asked(question)):
        return any(word in text for word in _FOREVER)
    earlier = next((each for each in _EARLIER if text.startswith(each)), None)
    return earlier is not None and earlier not in naming.asked(question)


def _alone(said: Sequence[Said]) -> list[Said]:
    """ "ตัวคนเดียว" is "คนเดียว"."""
    after = [*(each.token.text for each in said), ""][1:]
    is_body = [
        each.token.text == "ตัว" and two == "คน"
        for each, two in zip(said, after, strict=True)
    ]
    return [each for each, body in zip(said, is_body, strict=True) if not body]


def _two_years(said: Sequence[Said]) -> list[Said]:
    """In Burmese "two" and "year" are one word: it is two where a year follows."""
    found = list(said)
    for place, (one, two) in enumerate(pairwise(said)):
        parts = {one.token.part, two.token.part}
        if parts == {Part.UNIT} and one.token.text in number_words.NUMBERS:
            number = replace(one.token, part=Part.NUMBER)
            found[place] = replace(one, token=number)
            break
    return found


_NEARLY = words.listed("ใกล้ ใกล้จะ จวน จวนจะ จะ")
MAX_YEARS = 150  # what is more is a year of birth, or of coming


def _is_a_date(question: Question, value: float) -> bool:
    return value > MAX_YEARS and words.UNITS["ปี"] in asked_units(question)


# Of two of these, one may be but the rest of the other: "2 ปี 3 เดือน".
TOGETHER = tuple(
    frozenset(words.UNITS[unit] for unit in group)
    for group in (
        ("ปี", "เดือน", "สัปดาห์", "วัน", "ชั่วโมง", "นาที", "วินาที"),
        ("กิโล", "เมตร"),
    )
)


def _of_one_thing(question: Question, said: Sequence[Said]) -> Sequence[Said]:
    """ "4 คน หมาอีก 3 ตัว": without a later phrase that counts something else."""
    asked = asked_units(question)
    size = steering.first_phrase(said)
    later = said[size:]
    if _are_parts(said[:size], later, asked):
        return said[:size]
    counted = [
        two.token
        for one, two in pairwise(later)
        if one.token.part in NUMERIC and two.token.part is Part.UNIT
    ]
    numbered = sum(each.token.part in NUMERIC for each in later)
    is_own = any(
        each.token.part is Part.UNIT and each.token.index in asked
        for each in said[:size]
    )
    if not is_own or not numbered or numbered != len(counted):
        return said
    others = {token.index for token in counted}
    if others & asked or any(asked & group and others & group for group in TOGETHER):
        return said
    return said[:size]


_MORE = words.listed("อีก หรือ บวก บ้าง และอีก กับอีก เอ้ย เอ๊ย ไม่ใช่ เป็น")


def _are_parts(
    first: Sequence[Said], later: Sequence[Said], asked: frozenset[int]
) -> bool:
    """ "5 คนค่ะ พ่อ แม่ ลูก 3": the rest tells who they are."""
    people = words.UNITS["คน"]
    mine = [_one(each, "") for each in first if each.token.part in NUMERIC]
    rest = [
        (_one(each, ""), before)
        for before, each in pairwise(later)
        if each.token.part in NUMERIC
    ]
    has_unit = any(
        each.token.part is Part.UNIT and each.token.index == people for each in first
    )
    if people not in asked or len(mine) != 1 or not has_unit or not rest:
        return False
    if any(each.token.text in _MORE for each in later):
        return False
    return all(
        before.token.part is Part.OTHERS
        and value is not None
        and value < (mine[0] or 0)
        for value, before in rest
    )


def _best(question: Question) -> str:
    """Out of how many points is asked, as digits: "8/10" is eight where that is ten."""
    text = naming.asked(question)
    return str(question.max) if re.search("คะแนน|เต็ม|score|point|rate", text) else ""


def within(question: Question, number: float) -> bool:
    if _is_a_date(question, number):
        return False
    low = 0 if question.min is None else question.min
    return low <= number and (question.max is None or number <= question.max)


def _is_fraction(said: Sequence[Said], start: int) -> bool:
    token = said[start].token
    return token.part is Part.DIGITS and bool(
        re.fullmatch(r"[0-9]+\.[0-9]+", token.text)
    )


def _is_quoted(said: Sequence[Said]) -> bool:
    return any(
        one.token.part is Part.OTHERS and two.token.text in _QUOTE
        for one, two in pairwise(said)
    )


def _span(said: Sequence[Said], out_of: str) -> tuple[int, int, float | None] | None:
    """The numeric words, which stand together, and their value; None for no value."""
    at = [i for i, each in enumerate(said) if each.token.part in NUMERIC]
    if not at:
        halves = [i for i, each in enumerate(said) if each.token.part is Part.HALF]
        return (halves[0], halves[0], 0.0) if len(halves) == 1 else None
    first, last = at[0], at[-1]
    inside = said[first : last + 1]
    if any(each.token.part not in (*NUMERIC, Part.POINT) for each in inside):
        return first, last + 1, None
    if inside[0].token.text in _ALONE and _after_unit(said, first):
        return first, first + 1, 1.0
    return first, last + 1, _value(inside, out_of)


def _after_unit(said: Sequence[Said], at: int) -> bool:
    return at > 0 and said[at - 1].token.part is Part.UNIT


def _value(inside: Sequence[Said], out_of: str) -> float | None:
    values = [_one(each, out_of) for each in inside if each.token.part in NUMERIC]
    if any(value is None for value in values):
        return None
    if len(inside) == 1:
        return values[0]
    first, last = values[0] or 0.0, values[-1] or 0.0
    if len(inside) == 3 and inside[1].token.part is Part.POINT:
        return first + last / 10 if last < 10 else None
    scale = numbers.MULTIPLIERS.get(inside[-1].token.text)
    if len(inside) == 2 and scale and inside[1].token.part is Part.NUMBER:
        return round(first * scale, 6)
    return None


def _one(said: Said, out_of: str) -> float | None:
    token = said.token
    if token.text == _ALONE[0]:
        return None
    if token.part is Part.NUMBER:
        if token.text in numbers.SAID:
            return float(numbers.SAID[token.text])
        if token.text in numbers.MULTIPLIERS and token.text not in number_words.NUMBERS:
            return float(numbers.MULTIPLIERS[token.text])
        amount = numbers.thai_amount(token.text, 0)
        found = amount[0] if amount else number_words.NUMBERS.get(token.text)
        return None if found is None else float(found)
    if re.fullmatch(r"[0-9]+\.[0-9]{1,2}", token.text):
        return float(token.text)
    if match := re.fullmatch(r"([0-9]+)/([0-9]+)", token.text):
        return float(match[1]) if match[2] == out_of else None
    whole = hearing.numbers(token, several=False)
    return float(whole[0]) if whole else None


def _halved(
    said: Sequence[Said], start: int, end: int, value: float | None
) -> tuple[float | None, int]:
    """ "สี่ปีครึ่ง", "2 ครึ่ง", "ปีครึ่ง", "ครึ่งปี"; any other half has no value."""
    halves = [i for i, each in enumerate(said) if each.token.part is Part.HALF]
    if not halves or value is None:
        return value, end
    at = halves[0]
    if len(halves) > 1:
        return None, end
    if start == end:  # no number beside the half
        if _after_unit(said, at):
            return 1.5, at + 1
        after = [each.token for each in said[at + 1 : at + 3] if each.token.text != "a"]
        has_unit = bool(after) and after[0].part is Part.UNIT
        return (0.5 if has_unit else None), at + 1
    between = [each.token.part for each in said[end:at]]
    return (value + 0.5, at + 1) if between in ([], [Part.UNIT]) else (None, end)


_MYSELF = words.listed("ยาย ตา ป้า ลุง ย่า ปู่ น้า อา")  # "ยาย 75 แล้วลูก"


def _stands_free(
    question: Question, said: Sequence[Said], start: int, end: int
) -> bool:
    """Whether what stands round the number leaves it the answer asked for."""
    units = asked_units(question)
    asked = naming.asked(question)
    is_of_age = bool(_AGE.search(asked)) and words.UNITS["คน"] not in units
    over = next((i for i in range(end - 1, len(said)) if said[i].ends), len(said))
    for place, each in enumerate(said):
        token = each.token
        is_near = place <= over
        if token.part is Part.UNIT and is_near and not _fits(question, token, units):
            return False
        if not same_period(question, token.text):
            return False
        is_own_unit = place == start - 1 and (
            said[start].token.text in _ALONE or said[start].token.part is Part.HALF
        )
        is_meant = is_of_age and token.text in _MYSELF
        if token.part is Part.COMPLAINT and token.text in asked:
            is_meant = True  # "ร้องเรียน 3 ครั้ง"
        if place < start and not (token.part in _AROUND or is_own_unit or is_meant):
            return False
    return _may_follow(said, end)


def _may_follow(said: Sequence[Said], end: int) -> bool:
    """After the number its unit, then anything that is no "not", once a phrase ends."""
    over, has_unit = said[end - 1].ends, False
    for each in said[end:]:
        part = each.token.part
        if part in (Part.NEGATION, Part.UNKNOWN, Part.WISH):
            if not over:
                return False
        elif part not in _AFTER and part is not Part.HALF:
            return False
        elif part in _ANY_TALK and not (over or has_unit or each.token.text == "a"):
            return False  # "3 ครอบครัว"
        over, has_unit = over or each.ends, has_unit or part is Part.UNIT
    return True


@lru_cache(maxsize=256)
def asked_units(question: Question) -> frozenset[int]:
    """The groups of units that the question counts in; none where it does not say."""
    text = naming.asked(question)
    after = {text[match.end() :] for match in _ASKED.finditer(text)}
    named = (
        max(
            (word for word in words.UNITS if rest.startswith(word)), key=len, default=""
        )
        for rest in after
    )  # "มื้อ" is no "ม"
    found = {words.UNITS[word] for word in named if word}
    if question.unit is not None:
        said = [
            plain_text.plain(u)
            for u in (question.unit.th, question.unit.en, question.unit.my)
            if u
        ]
        found |= {words.UNITS[unit] for unit in said if unit in words.UNITS}
    if not found and _AGE.search(text):
        found = {words.UNITS["ปี"]}
    if not found and re.search("รายได้|ราคา|บาท|ค่า|เงิน|baht|income|howmuch", text):
        found = {words.UNITS["บาท"]}
    return frozenset(found)


def _fits(question: Question, unit: Token, asked: frozenset[int]) -> bool:
    if asked:
        return unit.index in asked
    return unit.text in naming.asked(question)


def same_period(question: Question, text: str) -> bool:
    """Whether "วันละ" and the like say what the question asks for."""
    if "อายุ" in text:
        return bool(_AGE.search(naming.asked(question)))
    match = _PER.fullmatch(text)
    if match is None:
        return True
    period = match[1] or match[2]
    asked = naming.asked(question)
    return period in asked or (period in ("สัปดาห์", "อาทิตย์") and "สัปดาห์" in asked)


_AT_ALL = re.compile("(?:เลย)?(?:สัก|ซัก)(?:ครั้ง|คน|ที|หน|รอบ|วัน|กะที)?$")


def _none_of_it(question: Question, said: Sequence[Said]) -> int | None:
    """Nought, where the question asks how many there are, or how many times."""
    text = naming.asked(question)
    empty = (Part.POLITE, Part.FILLER, Part.LAUGHTER, Part.ECHO)
    kept = [each.token for each in said if each.token.part not in empty]
    reply = "".join(token.text for token in kept if token.text != "เลย")
    reply = _AT_ALL.sub("", reply)
    how_many = re.search("กี่|howmany|จำนวน", text)
    units = asked_units(question)
    counts = how_many and not units & {words.UNITS["ปี"], words.UNITS["ขวบ"]}
    has = counts and any(each in text for each in ("มี", "howmany", "กี่วัน", "กี่ครั้ง"))
    times = counts and re.search("ครั้ง|times|กี่หน|กี่รอบ|กี่วัน", text)
    if words.UNITS["คน"] in asked_units(question) and reply in _ONLY_ME:
        return 1 if within(question, 1) else None
    denied = kept and kept[0].text in _DENIED and reply not in _NOTHING
    back = re.compile("(?:สัก|ซัก|ครั้ง|คน)$")  # "สักครั้ง"
    echoes = [
        Part.ECHO if each.token.text in text or back.match(each.token.text) else part
        for each in said
        if (part := each.token.part) not in empty[:3]
    ]
    never = times and kept and kept[0].text in _NEVER
    never = never and all(each.part in _QUIET for each in kept[1:])
    is_denied = counts and denied and len(echoes) > 1 and set(echoes[1:]) <= _SAID_BACK
    is_none = (
        is_denied or (has and reply in _NOTHING) or (times and reply in _NEVER) or never
    )
    return 0 if is_none and within(question, 0) else None
