"""A yes or no to a bound, told by the number itself: "66 แล้วละ" to "are you over 60?"."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import talking
from surveys.replies.either import polarity
from surveys.replies.text import dialect, mentions, pauses, words
from surveys.replies.text.mentions import Mention
from surveys.replies.text.words import any_of, form

UNCLEAR = ""  # both, or neither, of the two
_INF = float("inf")
_JUST = 1e-6  # what makes "more than" more
# The longest come first, since "ไม่น้อยกว่า" holds "น้อยกว่า".
_BEFORE = (
    (">=", "ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|อย่างต่ำ|ตั้งแต่|ครบ|(?<!ไม่)ถึง"),
    ("<=", "ไม่เกินกว่า|ไม่เกิน|ไม่มากกว่า|อย่างมาก"),
    ("<", "น้อยกว่า|ต่ำกว่า|ไม่ถึง|สั้นกว่า"),
    (">", "เกินกว่า|มากกว่า|สูงกว่า|นานกว่า|ไกลกว่า|บ่อยกว่า|เกิน|กว่า"),
)
_LEAST = re.compile("ขึ้นไป|เป็นต้นไป")
_RATES = {
    "วัน": 1.0,
    "สัปดาห์": 7.0,
    "อาทิตย์": 7.0,
    "เดือน": 30.0,
    "ปี": 365.0,
}
_RATE = form(
    "(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)ละ|(?:ต่อ|/)(วัน|สัปดาห์|อาทิตย์|เดือน|ปี)|ราย(วัน|สัปดาห์|เดือน|ปี)"
)
# Whose number, or what one thinks of a number, is another question than how much.
_OTHERWISE = form(
    "เห็นด้วย|ข้างหน้า|แผน|ควร|ทราบ|รู้(?!สึก)|คิดว่า|อยาก|ต้องการ|ยินดี|สนใจ|เชื่อ|พอใจ|เห็นว่า|เคยเห็น|เคยได้ยิน"
    "|(?:มี|เลี้ยง|ดูแล|อยู่กับ)(?:เด็ก|ผู้|คน|บุตร|สมาชิก|ลูก|หลาน|ใคร|ญาติ)|(?:เด็ก|ผู้สูงอายุ|บุตร|สมาชิก|ลูก|หลาน|คู่สมรส|สามี|ภรรยา|คนอื่น|เพื่อน|โรงงาน(?:เปิด|ทํางาน|มี|ปล่อย)).*(?:อายุ|เกิน|กว่า)|ไม่(?!หรือ|น้อยกว่า|ต่ำกว่า|เกิน|มากกว่า|ถึง|$).{2,}"
)
_HAS_BOUND = form("เกิน|กว่า|อย่างน้อย|อย่างต่ำ|ตั้งแต่|ขึ้นไป|ไม่ถึง|ครบ|ถึง")
_PEOPLE = any_of(
    (polarity.OTHERS | words.listed("คุณแม่ คุณพ่อ พ่อแม่ คุณตา คุณยาย คนที่บ้าน หัวหน้า นาย"))
    - polarity.MYSELF
)
_OF_OTHERS = form(
    f"(?:^|[ |]|แต่|ส่วน)(?:ของ)?(?:{_PEOPLE})(?!ง|น(?:แล้ว|ละ))(?![ก-๛]{{0,12}}(?:ผม|หนู|ฉัน)(?:เอง)?อายุ)"
)
# Of another time, of a wish or a guess; or it asks.
_UNSURE = form(
    "ปีหน้า|เดือนหน้า|อีก|เมื่อก่อน|แต่ก่อน|ก่อนหน้า|สมัย|ตอนนั้น|ตอนเด็ก|ตอนสาว|ตอนหนุ่ม|เคย(?!ชิน)|อยาก|ถ้า|น่าจะ|คง(?!ที่)|อาจ|มั้ง|ไหม|มั้ย|หรือ|เหรอ|หรอ(?!ก)|[?]|กี่|บางที|บางวัน|บางเดือน|บางครั้ง|แล้วแต่|ไม่แน่|จำไม่|ไม่รู้|ไม่ทราบ|เมื่อไ|เหมือน|ต้องรอ|จะ|ไม่ใช่|ทั้งบ้าน|รวม|หาร"
)
_UNDER = form(
    "(?:(?:ยัง|ก็)?(?:ไม่|บ่)ถึง|(?:ยัง)?(?:ไม่|บ่)เต็ม|ต่ำกว่า|น้อยกว่า|(?:ไม่|บ่)เกิน)(?:ขนาด|สัก|ซัก|หรอก|เลย)?$"
)
_NEARLY = form("(?:เกือบ|จวน|ใกล้|เกือบจะ|จะ)(?:ครบ|ถึง|เต็ม|ได้|ๆ)?$")
_NEXT = form("(?:ย่าง|ย่างเข้า|กําลังย่าง|ย่าง ?เข้า ?)$")
_OVER = form("(?:เกิน|มากกว่า|กว่า|ร่วม|เลย|สูงกว่า)$")
_ROUGHLY = form("(?:ประมาณ|ราว|ราวๆ|สัก|ซัก|ราวสัก|แถวๆ|ร่วมๆ)$")
_ODD_AFTER = form("^ ?(?:กว่า|เศษ|ต้น|ปลาย|กลาง|นิดๆ|นิดหน่อย|ขึ้น|อัพ|up|\\+)")
_SAID_OVER = form(
    "^(?:ก็|น่ะ|มัน|อายุ|ห่าง|อยู่|ได้|นี่|แล้ว)*(?:เกิน|เกินกว่า|มากกว่า(?:นั้น)|เยอะกว่า(?:นั้น)|นานกว่า(?:นั้น)|ไกลกว่า(?:นั้น))(?:มา|ไป|แล้ว|นาน|เยอะ|มาก|นิดหน่อย|นิดเดียว|นิด|หน่อย|อีก|ตั้ง|โข|ค่ะ|จ้ะ|นั้น|อยู่|สิ|ละ|เลย|ได้|หลายปี)*$"
)
_SAID_UNDER = form(
    "^(?:ก็|น่ะ|มัน|อายุ|ห่าง|อยู่|ได้|นี่)*(?:(?:ยัง)?(?:ไม่|บ่)(?:ถึง|ครบ|เต็ม)|น้อยกว่า(?:นั้น)|ใกล้กว่า(?:นั้น)|ต่ำกว่า(?:นั้น))(?:ขนาด|หรอก|ดอก|เลย|นั้น|อีก|เยอะ|มาก|จ้ะ|สิ|ละ|นะ|ด้วย|ค่ะ)*$"
)
_SAID_WITHIN = form(
    "^(?:ก็|น่ะ|มัน|อายุ|ห่าง|อยู่|ได้|นี่|ยัง)*(?:ไม่|บ่)เกิน(?:หรอก|เลย|นะ|ดอก|จ้ะ|แน่)*$"
)
_SAID_REACHED = form(
    "^(?:ก็|น่ะ|มัน|อายุ|ได้|นี่)*(?:ถึง|ครบ|เต็ม)(?:แล้ว|พอดี|มา|นาน|อยู่|สิ|ค่ะ|จ้ะ|ละ)*$"
)
_NEXT_DOOR = form(
    "ติดรั้ว|รั้วติด|ติดกัน(?:เลย|กับ)|ตรงข้าม(?:โรงงาน|นิคม|กัน)|หลังโรงงาน|หน้าโรงงาน|ข้างโรงงาน|ติด(?:กับ)?(?:โรงงาน|นิคม)"
)
_DISTANCE = form("กิโล|เมตร|กม")
_EARLY = re.compile("(?:ต้น|ปลาย|กลาง)(?=[ |]|$|ค่ะ|ครับ|นี้|เอง)")  # "สามสิบต้นๆ"
_LED = form("^(?:ก็|อ๋อ|ผม|ฉัน|หนู|เรา|ป้า|ลุง|ยาย|พี่|บ้านผม|บ้านเรา|บ้านหนู|ที่บ้าน)+")
MAX_NUMBERS = 3  # mentions in a reply that may still be of one number


@dataclass(frozen=True, slots=True)
class Bound:
    """What is asked of a number: how it stands to a value, in what unit and rate."""

    sign: str  # ">", ">=", "<" or "<="
    value: float
    unit: int | None
    rate: float | None  # days that one of it is for
    text: str

    def holds(self, low: float, high: float) -> bool | None:
        """Whether all from low to high is within it; None where only a part is."""
        ends = {self._holds(low), self._holds(high)}
        return ends.pop() if len(ends) == 1 else None

    def _holds(self, value: float) -> bool:
        match self.sign:
            case ">":
                return value > self.value
            case ">=":
                return value >= self.value
            case "<":
                return value < self.value
            case _:
                return value <= self.value


@lru_cache(maxsize=256)
def asked(question: Question) -> Bound | None:
    """The bound that a yes or no is asked of, if it is asked of one and nothing else."""
    text = naming.asked(question)
    if not _HAS_BOUND.search(text) or len(question.choices) != 2:
        return None
    text = re.sub("(?:ใช่)?(?:หรือไม่|หรือเปล่า|ไหม|มั้ย)$", "", text)
    if _OTHERWISE.search(text) or not talking.is_yes_or_no(question):
        return None
    spaced = mentions.text(naming.texts(question))
    numbers = mentions.found(spaced) or ()
    bounds = [b for n in numbers if (b := _bound(spaced, n, text)) is not None]
    return bounds[0] if len(bounds) == 1 else None


def _bound(spaced: str, number: Mention, text: str) -> Bound | None:
    before = spaced[: number.start].replace(" ", "")
    after = spaced[number.end :].replace(" ", "")
    before = _RATE.sub("", before[-14:]) if _RATE.search(before[-10:]) else before
    sign = next(
        (s for s, said in _BEFORE if re.search(f"(?:{said})(?:ประมาณ)?$", before)), None
    )
    if _LEAST.match(after) and sign in (None, ">="):
        sign = ">="
    elif sign == ">=" and before.endswith("ตั้งแต่"):
        return None
    if sign is None:
        return None
    return Bound(sign, number.value, number.unit, _rate(spaced), text)


def _rate(text: str) -> float | None:
    found = {m[1] or m[2] or m[3] for m in _RATE.finditer(text.replace(" ", ""))}
    return _RATES[found.pop()] if len(found) == 1 else None


def told(question: Question, reply: str) -> str | None:
    """ "yes" or "no" by the number; UNCLEAR where it may be either; None where the
    question is of no bound, or the reply of no number."""
    bound = asked(question)
    if bound is None:
        return None
    text = mentions.text(dialect.central(reply))
    text = _EARLY.sub("กว่า", text)
    if pauses.laughs(reply) or _OF_OTHERS.search(text):
        return UNCLEAR if re.search("[0-9]", text) else None
    if _PLAIN_YES_NO.search(text):
        return None  # "ใช่ค่ะ บ้านเลขที่ 12": told in words, whatever number stands by
    numbers = mentions.found(text)
    sides = {side for side in _by_words(bound, text) if side}
    if numbers is None:
        return None
    own = _own(bound, numbers)
    if not own and not sides:
        return UNCLEAR if any(map(_may_be_it, numbers)) else None
    if _UNSURE.search(text.replace("นั้นอีก", "นั้น")):
        return UNCLEAR if own else None
    if len(own) > 1:
        return UNCLEAR
    if own:
        span = _span(text, own[0], bound)
        held = None if span is None else bound.holds(*span)
        if held is None:
            return UNCLEAR
        sides |= {"yes" if held else "no"}
    if len(sides) != 1:
        return UNCLEAR
    side = sides.pop()
    is_ever = "เคย" in bound.text
    return UNCLEAR if is_ever and side == "no" and own else side


_PLAIN_YES_NO = form("^(?:ก็)?(?:ใช่|ไม่ใช่|ไม่(?=[ |]|$|ค่ะ|ครับ)|เคย|ไม่เคย)")
_FIRST_YEAR = 2400  # from which a number is a year


def _may_be_it(number: Mention) -> bool:
    return not number.is_order and number.value < _FIRST_YEAR


def _by_words(bound: Bound, text: str) -> Sequence[str | None]:
    """ "เกินมานานแล้ว", "ยังไม่ถึง": what is said of the bound without a number."""
    found: list[str | None] = []
    is_most = bound.sign in ("<", "<=")
    for clause in re.split("[ |]+|(?<=ค่ะ)|(?<=ครับ)|(?<=จ้ะ)", text):
        said = _LED.sub("", words.without_polite(clause) or clause)
        said = clause if clause.endswith("เยอะ") else said
        if _SAID_OVER.match(said):
            found.append("no" if is_most else "yes")
        elif _SAID_UNDER.match(said) or (
            _SAID_WITHIN.match(said) and bound.sign in ("<=", ">")
        ):
            found.append("yes" if is_most else "no")
        elif _SAID_REACHED.match(said) and bound.sign == ">=":
            found.append("yes")
        elif _DISTANCE.search(bound.text) and _NEXT_DOOR.search(said):
            found.append("yes" if is_most else "no")
    return found


_OF_AGE = form("อายุ ?$")
_OF_MONEY = form("รายได้|เงินเดือน|บาท|ค่า|หนี้")


def _own(bound: Bound, numbers: Sequence[Mention]) -> list[Mention]:
    """The numbers that may be of what is asked: of its unit, or of none."""
    if len(numbers) > MAX_NUMBERS:
        return []
    is_age = "อายุ" in bound.text
    kept = []
    for number in numbers:
        of_age = bool(_OF_AGE.search(number.lead))
        if (number.is_order and not (of_age and is_age)) or (of_age and not is_age):
            continue
        if _in_unit(bound, number) is not None:
            kept.append(number)
    same = [n for n in kept if n.unit is not None and n.unit == bound.unit]
    return same if same and len(same) < len(kept) else kept


_PACKED = re.compile(
    " ?(ซอง|ลัง|แพ็?[คก]|โหล|ถุง|กล่อง|กระสอบ|มัด|คอตตอน|ห่อ|แผง|ถัง|เข่ง|คันรถ|ขวด|กระป๋อง|แก้ว|จาน|ถาด|หีบ|ม้วน|กระปุก|ปี๊บ|รอบ|เที่ยว)"
)


def _in_unit(bound: Bound, number: Mention) -> float | None:
    if number.unit == bound.unit:
        return number.value
    if number.unit is None:
        if _DISTANCE.search(bound.text):
            return None
        is_short = bound.value >= 1000 and number.value < 100  # "15" of thousands
        return None if is_short else number.value
    if bound.unit is None:
        return None
    times = mentions.CONVERTED.get((number.unit, bound.unit))
    return None if times is None else number.value * times


def _span(text: str, number: Mention, bound: Bound) -> tuple[float, float] | None:
    """From where to where the number may be, in the unit and the rate asked."""
    value = _in_unit(bound, number)
    rate = _rate(text)
    if value is None:
        return None
    if rate is not None and rate != bound.rate:
        if bound.rate is None or not _OF_MONEY.search(bound.text):
            return None
        days = 26 if rate == 1 and bound.rate == 30 else bound.rate / rate
        return value * days * 0.8, value * days * 1.15
    lead = text[: number.start].replace(" ", "").rpartition("|")[2]
    after = text[number.end :]
    packed = _PACKED.match(after)
    if number.unit is None and packed and packed[1] not in bound.text:
        return None  # how much there is in it nobody said
    if _UNDER.search(lead):
        return -_INF, value - _JUST
    if _NEXT.search(lead):
        return value - 1, value - _JUST
    if _NEARLY.search(lead):
        return 0.8 * value, value - _JUST
    if _OVER.search(lead):
        return value + _JUST, _INF
    if _ROUGHLY.search(lead):
        return 0.95 * value, 1.05 * value
    said = text[number.start : number.end] + after[:8]
    if _ODD_AFTER.match(after) or re.search("กว่า|เศษ|ต้น|ปลาย|กลาง", said):
        step = 10 if value < 100 else value / 2
        return value + _JUST, value + step - _JUST
    if re.match("(?: ?(?:-|ถึง|หรือ) ?)?[0-9]", after):
        return None
    return value, value
