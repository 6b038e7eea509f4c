"""A count that a story tells: what its numbers come to, now and before, whole and part."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import hearsay
from surveys.replies.counts import amounts, counting, own_counts, tallies
from surveys.replies.text import mentions, words
from surveys.replies.text.mentions import Mention
from surveys.replies.text.words import any_of, form

_BAHT, _YEARS, _PEOPLE, _MONTHS = (
    words.UNITS[unit] for unit in ("บาท", "ปี", "คน", "เดือน")
)
DOUBTS = form(
    "หรือ|ไหม|มั้ย|[?]|แล้วแต่|บางวัน|บางเดือน|บางที|บางครั้ง|บ้าง.*บ้าง|ก็มี.*ก็มี|กี่|(?<!เ)ถ้า|ไปกลับ|มั้ง|ม้าง|ตั้งใจ|ว่าจะ|กะจะ|กำลังจะ|อยากจะ|ตลอดไป|ในใจ|อนุมัติ|แอดไลน์|สนใจ|โปรโมชั่น|ส่งฟรี|กู้เงินด่วน|ลดราคา|นับหมา|นับแมว|ไม่รวม|ไม่นับ|สมมุติ|สมมติ|ได้ข่าว|เขาว่า|เค้าว่า|บอกว่า"
)
# What makes the number beside it no certain one, before and after it.
_WHEN_CLEAR = form(
    "ถ้า(?:รถ|ถนน|ทาง)?(?:มัน)?(?:ไม่ติด|โล่ง)(?:ก็)?(.*(?:ไม่ค่อย(?:จะ)?ติด|ไม่ติดหรอก|ไม่เคยติด|โล่งตลอด|โล่งทุกวัน))"
)
_NEARLY = form(
    "(?:หลัก|ไม่|บ่|เกือบ|ไม่ถึง|ไม่เกิน|ไม่เต็ม|เกิน|กว่า|ใกล้|จวน|อย่างน้อย|อย่างมาก|ย่าง|จะครบ|จะ|เคย|อยาก(?:ได้|มี)?|น่าจะ|อาจ(?:จะ)?|คง|ไม่ใช่|ไม่ได้|ไม่มี|หลาย|มากกว่า|น้อยกว่า|ที่|ครั้งที่|ต่ำกว่า|ถึง|ยัน)(?:มี|สัก|ซัก|ได้|เข้า| )*$"
)
_OR_SO = form(
    "^ ?(?:คน|ครั้ง|บาท|ปี|วัน|ตัว|คัน|เดือน|ชั่วโมง|นาที|กิโล)? ?(?:กว่า|ขึ้น|อัพ|ปลาย|ปาย|ต้น|ไม่เกิน|เศษ|หรือ|ไม่ถึง|มั้ง|ม้าง|ได้มั้ง|หน่อย|นิด|ไม่ได้|ไม่ใช่)"
)
_WAS = form(
    "เมื่อก่อน|แต่ก่อน|ตะก่อน|สมัยก่อน|สมัย(?!นี้)|ก่อนหน้า|ก่อน(?:โรค|โควิด|น้ำท่วม|หน้า)|ปีก่อน|ปีที่แล้ว|ปีกลาย|เดือนก่อน|เดือนที่แล้ว|แต่เดิม|เดิม|ตอนแรก|(?<!ไม่)เคย|ตอน(?:หนุ่ม|สาว|เด็ก)|แรกๆ|เมื่อปี"
)
_IS = form(
    "ตอนนี้|เดี๋ยวนี้|เด๋วนี้|ปัจจุบัน|ทุกวันนี้|ปีนี้|เดือนนี้|ช่วงนี้|ล่าสุด|เหลือ|ขึ้นเป็น|ลดเป็น|ลดลงเหลือ|เพิ่มเป็น|เปลี่ยนเป็น|กลายเป็น"
)
_GONE = form("ขาด|พลาด|โดด|ลา|ตาย|เลิก|ขาย|หาย|เสีย|หัก|ให้|ลาออก|ย้าย|แบ่ง|ลด|พัง|โดน|ออก")
_WHOLE = form(
    "(?:ทั้ง(?!วัน|ปี|คืน|เดือน|อาทิตย์|สัปดาห์|ที่|นี้)[ก-๛]{2,10}|รวม|เบ็ดเสร็จ|สรุป|หมดนี่|แค่นั้น|แค่นี้|นับได้|นับดู)[^0-9|]{0,34}$"
)
_LEFT = form("เหลือ|ตอนนี้|ได้มา|ก็|เท่ากับ|เป็น|คนละ|ละ")
_ME = form(f"(?:^|[ |]|มี|ก็)(?:{any_of(tallies.SELF)})(?:เอง)?(?:กับ|และ|มี|แล้วก็| )")
_OTHER_KIN = any_of(tallies.KIN - words.listed("พี่ ป้า ลุง น้า อา ตา ยาย"))
_OF_ANOTHER = form(
    f"(?:^|[ |])(?:แต่|ส่วน|ของ|ก็)?(?:{_OTHER_KIN}|เพื่อน|ข้างบ้าน|เขา|เค้า|คนอื่น|ชาวบ้าน|บ้านอื่น|บ้านโน้น|หัวหน้า|หมอ)(?!ให้|จ่าย|ขึ้น|บ้าน|ค้า|งาน)"
)
_BORN_HERE = form("เกิดที่นี่|เกิดนี่|เกิดตรงนี้|ตั้งแต่เกิด|แต่เกิด|ตลอดชีวิต|ไม่เคย(?:ย้าย)?ไปไหน|คลอด")
_AGE_THEN = form(r"(?:ตั้งแต่|ตอน|เมื่อ)(?:ผม|หนู|ฉัน)?อายุ(?:ได้|แค่)?$")
_NOW_AGED = form("(?:ปีนี้|ตอนนี้|เดี๋ยวนี้|ปัจจุบัน)(?:ก็|อายุ|ผม|หนู|ฉัน|ป้า|ลุง|จะ|ได้| )*$")
_CUT = form(
    "[|]|(?<=ค่ะ)|(?<=ครับ)|(?<=คับ)|(?<=จ้ะ)|(?<=จ้า)|(?=แต่(?!ก่อน|เดิม|ละ|เช้า|มืด|ง))|(?=ส่วน)"
)
# What tells a count of the numbers of a text, and of those that may be of what is asked.
Rule = Callable[
    [Question, str, Sequence[Mention], Sequence[own_counts.Told]], float | None
]


def read(question: Question, text: str) -> float | None:
    """The count that a spaced text comes to; None where it is not sure."""
    return _by_rules(
        question, text, (*_PROVED, _used_to_be, _in_all, _nowadays, _of_oneself, _only)
    )


def reckoned(question: Question, text: str) -> float | None:
    """The count that the other numbers of a spaced text come to, or that one settles on."""
    return _by_rules(question, text, _PROVED)


def _by_rules(question: Question, text: str, rules: Sequence[Rule]) -> float | None:
    text = own_counts.respelt(text)
    text = amounts.ONCE_MORE.sub(r"อีก\1นึง", text)
    text = _WHEN_CLEAR.sub(r"\1", text)
    units = counting.asked_units(question)
    if DOUBTS.search(text) or len(units) > 1 or amounts.is_by_another(question, text):
        return None
    text, unit = own_counts.with_own_unit(question, text, units)
    if unit is not None and (again := _again(question, text, unit)) is not None:
        return amounts.fitting(question, again)
    told = mentions.found(text, halves=False)
    if unit is None or not told:
        return None
    if unit == _YEARS and any(each.unit == _MONTHS for each in told):
        return None  # of years whole ones and halves are told
    own = list(own_counts.of_it(question, text, told, unit))
    for rule in rules:
        value = rule(question, text, told, own)
        if value is not None:
            return amounts.fitting(question, value)
    return None


_NOT_ALL = form("(?:ไม่|บ่)(?:รวม|นับ)|นับ(?:หมา|แมว|สุนัข)")
_LAST_AND_THIS = form("(เดือน|ปี)(?:ที่แล้ว|ก่อน)[^0-9]*[0-9][0-9,]*.*\\1นี้[^0-9]*[0-9]")


def is_doubtful(reply: str) -> bool:
    """Whether its number may be one of two, or leaves some out: never to be guessed."""
    return bool(_NOT_ALL.search(reply) or _LAST_AND_THIS.search(reply))


def _is_sure(question: Question, text: str, each: own_counts.Told) -> bool:
    """Whether a number stands for itself, of oneself, and of the time that is asked."""
    lead = each.lead.rstrip(" ")
    clause = _CUT.split(each.lead)[-1]
    if _NEARLY.search(lead) or _OR_SO.match(text[each.mention.end :]):
        return False
    if _is_share(question, lead):
        return False
    plain = clause.replace(" ", "")
    return not hearsay.is_of_another_time(naming.asked(question), plain)


def _is_share(question: Question, lead: str) -> bool:
    """ "อาทิตย์ละ": by something that is not asked."""
    match = re.search("([ก-ฮ][ก-๛]{0,9}?)(?<!แห)ละ(?:ก็|ประมาณ| )*$", lead)
    if match is None:
        return False
    asked = naming.asked(question)
    shares = (each[1] or each[2] for each in _SHARES.finditer(asked))
    return not any(match[1].endswith(each) for each in shares)


_EACH = "วัน|คืน|สัปดาห์|อาทิตย์|เดือน|ปี|ชั่วโมง|เที่ยว|ครั้ง|คน|ถัง|ไร่|หน่วย"
_SHARES = re.compile(f"({_EACH})(?:ละ|หนึ่ง)|(?:ต่อ|ราย)({_EACH})")
_SLIP = form(
    "(?:อุ๊ย|อุ้ย|เอ้ย|เอ๊ย|เฮ้ย|โทษที|ขอโทษ(?:ที)?|ไม่ใช่(?:สิ|ดิ|ละ)|ไม่สิ|ผิดแล้ว|นับผิด|จำผิด|อ้าว|เดี๋ยว(?:ก่อน)?)(?: *ไม่ใช่)?(?:ค่ะ|ครับ|คะ|นะ)*"
)
_MENDED = re.compile("^[ |]*(?:ต้องเป็น|เป็น|ต้อง|จริงๆ|คือ|แก้เป็น|มี)*$")


def _again(question: Question, text: str, unit: int) -> float | None:
    """ "สอง เอ้ย สาม ลืมคันของพ่อ": what is said after a number is taken back."""
    slips = list(_SLIP.finditer(text))
    if not slips or not mentions.found(text[: slips[0].start()], halves=False):
        return None
    after = text[slips[-1].end() :]
    told = mentions.found(after, halves=False)
    own = list(own_counts.of_it(question, after, told, unit)) if told else []
    if not own:
        return None
    if len(own) == 1:
        is_next = _MENDED.match(own[0].lead.replace(" ", "")) or own[0].named
        return own[0].value if is_next and _is_sure(question, after, own[0]) else None
    return _nowadays(question, after, told or (), own)


_GIVES = form(
    "(?:^|[ |])[^0-9|]{0,12}(?:ลง|เอา|ให้|ใส่|ตอบ|เลือก|ขอ|งั้น|สรุป|ก็)(?:ไป|เป็น|แค่|ว่า| )*$"
)
_CLOSES = form(
    "^ ?(?:คน|ครั้ง|บาท|ปี|วัน|ตัว|คัน|ชั่วโมง|นาที|กิโล|งาน|มื้อ|คะแนน)? ?(?:ไป)?(?:ก็)?(?:ละกัน|แล้วกัน|นั่นแหละ|นี่แหละ|นั่นล่ะ)"
)


def _decided(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "ไม่เกินเจ็ดหรอก ลงหกไปละกัน": the last number, on which one settles."""
    if len(told) < 2 or not own or own[-1].mention is not told[-1]:
        return None
    last = own[-1]
    is_last_word = _GIVES.search(last.lead) and _CLOSES.match(text[last.mention.end :])
    return last.value if is_last_word else None


def _aged_here(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "มาตั้งแต่อายุ 20 ปีนี้ 45", and one's age where one was born there."""
    asked = naming.asked(question)
    if not re.search("อาศัย|อยู่", asked) or "อายุ" in asked:
        return None
    if counting.asked_units(question) != {_YEARS}:
        return None
    aged = [each for each in told if _NOW_AGED.search(each.lead.rstrip())]
    then = [each for each in told if _AGE_THEN.search(each.lead.replace(" ", ""))]
    if len(aged) != 1 or not 1 <= aged[0].value <= 120:
        return None
    if len(then) == 1 and len(told) == 2 and then[0].value < aged[0].value:
        return aged[0].value - then[0].value
    return aged[0].value if len(told) == 1 and _BORN_HERE.search(text) else None


def _reckoned(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "ขาไป 20 ขากลับ 20 ก็ 40": the last, which those before it come to."""
    if not own:
        return None
    last = own[-1]
    after = text[last.mention.end :]
    if not _is_sure(question, text, last) or "บวก" in after:
        return None
    earlier = [each.value for each in told if each.end <= last.mention.start]
    converted = [each.value for each in own[:-1]]
    is_again = any(
        each.value == last.value and each.mention.unit != last.mention.unit
        for each in own[:-1]
        if each.mention.unit is not None
    )
    comes = _adds_up(converted, last.value) or _adds_up(earlier, last.value)
    comes = comes or is_again or _multiplies(earlier, last, own[:-1])
    comes = comes or _with_me(text, told, last) or _in_order(text, last)
    comes = comes or _since_then(earlier, last)
    return last.value if comes or _are_named(text, last) else None


def _adds_up(values: Sequence[float], total: float) -> bool:
    """Whether the last few of them, two or more, have that sum."""
    return any(
        abs(sum(values[start:]) - total) < 0.001 for start in range(len(values) - 1)
    )


def _multiplies(
    values: Sequence[float], last: own_counts.Told, own: Sequence[own_counts.Told]
) -> bool:
    """So many times so many, so much less, or shared among so many."""
    pairs = list(combinations(values, 2))
    if any(a * b == last.value for a, b in pairs if a > 1 and b > 1):
        return True
    taken = combinations([each.value for each in own], 2)
    if any(a - b == last.value for a, b in taken):
        return "เหลือ" in last.lead or bool(
            _GONE.search("".join(each.lead for each in (*own, last)))
        )
    if not _LEFT.search(last.lead):
        return False
    return any(b > 1 and a / b == last.value for a, b in pairs)


def _with_me(text: str, told: Sequence[Mention], last: own_counts.Told) -> bool:
    """ "ผมกับเพื่อนอีก 3 คน เบียดกัน 4 คน"."""
    others = [each for each in told if each.end <= last.mention.start]
    if last.mention.unit != _PEOPLE or not others or not _ME.search(text):
        return False
    before = others[-1]
    return "อีก" in before.lead and before.value + 1 == last.value


def _since_then(values: Sequence[float], last: own_counts.Told) -> bool:
    """ "ตอนนั้นอายุ 25 ตอนนี้ 45 ก็ยี่สิบปีพอดี"."""
    is_last_word = re.search("(?:ก็|เท่ากับ|รวม|เป็น|ได้)(?:ประมาณ| )*$", last.lead)
    if len(values) != 2 or last.mention.unit != _YEARS or not is_last_word:
        return False
    return values[1] - values[0] == last.value


_ORDER = re.compile("(?:ครั้ง|หน|รอบ|คน|คัน|ตัว|หลัง|ห้อง)ที่ ?([0-9]+|[ก-๛]{2,4})")


def _in_order(text: str, last: own_counts.Told) -> bool:
    """ "ครั้งแรกที่อำเภอ ครั้งที่สองที่จังหวัด แค่นั้นแหละสองหน"."""
    before = text[: last.mention.start]
    count = last.value
    if not re.search("(?:ครั้ง|หน|รอบ|คน|คัน|ตัว)แรก", before) or count < 2:
        return False
    found = [mentions.found(f"{each} คน") for each in _ORDER.findall(before)]
    return any(each and each[0].value == count for each in found)


_PEOPLE_NAMED = form(any_of(tallies.KIN))


def _are_named(text: str, last: own_counts.Told) -> bool:
    """ "ปู่กับย่าสองคน": as many as are named just before."""
    if last.mention.unit != _PEOPLE or re.search("[0-9]", last.lead):
        return False
    clause = _CUT.split(last.lead)[-1].strip()
    named = _PEOPLE_NAMED.findall(clause)
    rest = re.sub("กับ|กะ|และ|แล้วก็|ก็|มี|แค่|รวม|เป็น| ", "", _PEOPLE_NAMED.sub("", clause))
    count = sum(2 if each in tallies.PAIRS else 1 for each in named)
    return len(named) > 1 and not rest and count == last.value


def _in_all(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "แผนกผม 40 แต่ทั้งโรง 1,200 คน": the whole, beside which the rest are parts."""
    whole = [
        each
        for each in own
        if (said := _WHOLE.search(each.lead)) and not _WAS.search(said[0])
    ]
    if len(whole) != 1 or not _is_sure(question, text, whole[0]):
        return None
    found = whole[0]
    is_most = all(each.value <= found.value for each in own)
    last = own[-1] is found or own[-1].mention.unit != found.mention.unit
    is_told = found.named or (last and len(own) > 1)
    return found.value if is_most and is_told else None


def _nowadays(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "แต่ก่อนพันแปด ปีนี้ขึ้นเป็นสองพันสอง": what it is now."""
    if len(own) < 2 or _WAS.search(naming.asked(question)):
        return None
    now = [each for each in own if _IS.search(each.lead)]
    if len(now) != 1 or now[0] is not own[-1]:
        return None
    cut = _IS.search(now[0].lead)
    since = now[0].lead[: cut.start()] if cut else ""
    was = [each for each in own[:-1] if _WAS.search(each.lead)]
    if not was and _WAS.search(since):  # "20 นั่นเมื่อปีก่อน ปีนี้ 15"
        was = list(own[:-1])
    if _MONTHLY.search(naming.asked(question)) and not _CHANGES.search(text):
        was = [each for each in was if not _LAST_MONTH.search(each.lead)]
    rest = [each for each in own[:-1] if each not in was]
    if not was or not _is_sure(question, text, now[0]):
        return None
    changed = all(_GONE.search(each.lead) or not each.named for each in rest)
    return now[0].value if changed else None


def _used_to_be(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "แสนสองครับ เมื่อก่อนสามแสน": the first, before what it was."""
    if len(own) != 2 or len(told) != 2 or _WAS.search(naming.asked(question)):
        return None
    now, was = own
    is_past = _WAS_BEFORE.search(_CUT.split(was.lead)[-1])
    if not is_past or not now.named or _WAS.search(now.lead):
        return None
    since = text[now.mention.end : was.mention.start]
    if re.search("ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|ทุกวันนี้|ปีนี้|เดือนนี้", since + text[was.mention.end :]):
        return None
    is_own = now.mention.unit == was.mention.unit or was.mention.unit is None
    return now.value if is_own and _is_sure(question, text, now) else None


_WAS_BEFORE = form(
    "(?:เมื่อก่อน|แต่ก่อน|ก่อนหน้านี้|สมัยก่อน|ปีก่อน|ปีที่แล้ว|ปีกลาย|เดิมที|เดิม|ตอนแรก|แรกๆ)(?:นี้|นู้น|โน้น|น่ะ|นี่|ก็|เคย|มี|เป็น|ได้|จ่าย|ใช้|ตั้ง|ประมาณ| )*$"
)
# What is paid each month may go up and down; it has to be said that it changed.
_MONTHLY, _LAST_MONTH = re.compile("เดือนละ|ต่อเดือน"), re.compile("เดือน(?:ก่อน|ที่แล้ว)")
_CHANGES = form("ขึ้นเป็น|ลดเป็น|เหลือ|เพิ่มเป็น|เปลี่ยนเป็น|กลายเป็น|ลดลง")


def _of_oneself(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """ "65 แล้ว ย่าง 66", "บวชมา 20 ปี อายุตอนนี้ 48": one's own full years."""
    if "อายุ" not in naming.asked(question) or not 1 < len(own) <= 3:
        return None
    first, second = own[0], own[1]
    comes = re.search("(?:ย่าง|จะ|เข้า|ครบ|ขึ้น)(?:เข้า|ครบ| )*$", second.lead.rstrip())
    if comes and len(own) == 2 and second.value == first.value + 1:
        return first.value if _is_sure(question, text, first) else None
    aged = [each for each in own if "อายุ" in each.lead]
    is_one = len(aged) == 1 and _is_sure(question, text, aged[0])
    return aged[0].value if is_one and not _OF_ANOTHER.search(aged[0].lead) else None


def _only(
    question: Question,
    text: str,
    told: Sequence[Mention],
    own: Sequence[own_counts.Told],
) -> float | None:
    """The only number that can be of what is asked, all the others being of more."""
    sure = [each for each in own if each.named]
    if len(sure) != 1 or len(own) != 1 or not _is_sure(question, text, sure[0]):
        return None
    mine = sure[0]
    clause = _CUT.split(mine.lead)[-1]
    asked = naming.asked(question)
    if _OF_ANOTHER.search(clause) and not _OF_ANOTHER.search(asked):
        return None
    if _WAS.search(clause) and not _WAS.search(asked):
        return None
    if _BESIDES.search(clause) and not _BESIDES.search(asked):
        return None
    if _EACH_TIME.search(asked) and _IN_ALL.search(text[: mine.mention.start]):
        return None  # "สามเดือน 600", asked for one month's
    after = text[mine.mention.end :]
    if _HELD_BACK.search(_CUT.split(after)[0]):
        return None
    if counting.asked_units(question) == {_PEOPLE} and not _is_of_people(
        question, mine, after
    ):
        return None
    adds = re.search("อีก|บวก|ยังไม่|รวมกับ|แล้วก็", _CUT.split(after)[0])
    if adds or is_of_other_cost(asked, mine.lead) or _BUT.search(after):
        return None
    return None if _taken_back(after) else mine.value


# By how much it went up or down, what was missed, owed or put on: not what it is.
_BESIDES = form("ลด|เพิ่ม|ปรับ|ขึ้นมา|ค้าง|หนี้|ยืม|ขาด|พลาด|จัด|เชิญ|ไม่|บ่|เปล่า")
_HELD_BACK = form("ครึ่ง(?:นึง|หนึ่ง|เดียว)|ไม่(?:ไป|ว่าง|ได้|อยู่|เอา|จ่าย)")
_EACH_TIME = form("ละ|ต่อ(?:เดือน|ปี|วัน|สัปดาห์|อาทิตย์)")
_IN_ALL = form("(?:[2-9]|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ) *(?:เดือน|ปี|อาทิตย์|สัปดาห์|วัน)")
_BUT = form("แต่(?!ก่อน|เดิม|ละ|ง)[^|]*(?:ย้าย|ไม่|บาง|เคย|อีก|หยุด|เว้น|จะ|นับ|รวม|เพิ่ง)")
_COST = re.compile("ค่า[ก-๛]{1,8}")


def is_of_other_cost(asked: str, lead: str) -> bool:
    """ "ค่าไฟ 1,800", where it is asked what the water costs."""
    named = _COST.findall(asked)
    said = _COST.findall(lead)
    mine = {each[:5] for each in named}
    return bool(named and said) and said[-1][:5] not in mine


def _taken_back(after: str) -> bool:
    return bool(re.search("เอ้ย|เอ๊ย|ไม่ใช่|แก้เป็น|ผิด|ลืม|ไม่สิ", after))


def _is_of_people(question: Question, mine: own_counts.Told, after: str) -> bool:
    """ "ลูกน้อง 42": people may be of many kinds, so their kind has to be asked."""
    follows = re.match(f" ?(?:{any_of(tallies.KIN)})", after)
    if follows and follows[0].strip() not in naming.asked(question):
        return False  # "สองคนผัวเมีย"
    last = re.sub("(?:มี|อยู่|ด้วยกัน|แค่|ก็|เอง|กัน|ได้| )+$", "", mine.lead.rstrip())
    if last.endswith("คน"):
        return False
    named = re.search(f"(?:{any_of(tallies.KIN | tallies.BESIDE)})$", last)
    return named is None or named[0] in naming.asked(question)


_PROVED: tuple[Rule, ...] = (_decided, _aged_here, _reckoned)
