"""A count with its bound beside it: "ไม่ถึงสิบ แปดตัว", "39 ยังไม่ถึง 40"; and one of each."""

import re
from collections.abc import Sequence

from surveys import politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import amounts, counting
from surveys.replies.text import mentions
from surveys.replies.text.mentions import Mention
from surveys.replies.text.words import form

_BELOW = form("(?:ยัง)?(?:ไม่ถึง|ไม่เต็ม|ไม่ครบ)|เกือบ(?:จะ)?|จวน(?:จะ)?|ใกล้(?:จะ)?")
_BELOW_IT = form(f"(?:{_BELOW.pattern})(?:ครบ|ถึง|มี|สัก|ซัก| )*$")
_ABOVE = form("^ ?(?:[ก-ฮ][ก-๛]{1,6})??กว่า(?:ๆ|นิดๆ|หน่อยๆ)?")
_ABOVE_IT = form("(?:เกิน|มากกว่า|เลย)(?:มา|ไป| )*$")
_TO_BE_EXACT = form("(?:ถ้า|จะ)(?:เอา|ให้|นับ)?(?:แบบ)?(?:เป๊ะๆ?|ชัวร์ๆ?|แน่ๆ|จริงๆ|ถูกต้อง)")
_DOUBTS = form(
    "หรือ|ไหม|มั้ย|[?]|(?<!เ)ถ้า|แต่|น่าจะ|มั้ง|ม้าง|คง|อาจ|ก็มี|บาง|หลาย|เคย|เมื่อก่อน|แล้วแต่|อีก|บวก|รวม|ละ(?=[0-9])|ไม่(?!ถึง|เต็ม|ครบ)|บ่(?!อย)|กว่าจะ|ต้น|ปลาย"
)
NEAR = 0.6  # a bound that tells of a number is no further from it


def read(question: Question, text: str) -> float | None:
    """The number that stands beside its own bound; None: there is no such thing."""
    units = counting.asked_units(question)
    text = _TO_BE_EXACT.sub("", text)
    if len(units) != 1 or _DOUBTS.search(text):
        return None
    told = mentions.found(text)
    if not told or len(told) != 2 or any(each.is_order for each in told):
        return None
    if any(each.unit is not None and each.unit not in units for each in told):
        return None
    bounds = [_bound(text, told, place) for place in (0, 1)]
    if (bounds[0] is None) == (bounds[1] is None):
        return None
    place = 0 if bounds[0] is None else 1
    low, high = bounds[1 - place] or (0.0, 0.0)
    mine = told[place]
    apart = text[told[0].end : told[1].start]
    is_apart = " " in apart or "|" in apart or re.search("ค่ะ|ครับ|จ้ะ|จ้า", apart)
    is_so = is_apart and low < mine.value < high
    return amounts.fitting(question, mine.value) if is_so else None


def _bound(
    text: str, told: Sequence[Mention], place: int
) -> tuple[float, float] | None:
    """Between what a bound leaves open that is said of one of the numbers."""
    each = told[place]
    start = told[place - 1].end if place else 0
    if _BELOW_IT.search(text[start : each.start]):
        return NEAR * each.value, each.value
    step = 10.0 ** (len(str(int(each.value))) - 1)
    if _ABOVE.match(text[each.end :]) or _ABOVE_IT.search(text[start : each.start]):
        return each.value, each.value + step
    return None


_ONE_EACH = form(
    f"^(?:ก็|ได้|แจก|ให้|แค่|ตก)*(?P<each>(?:วัน|คืน|สัปดาห์|อาทิตย์|เดือน|ปี|มื้อ|คน)ละ)(?P<what>[ก-ฮเแโใไ][ก-๛]{{1,5}}?)(?:เดียว|นึง|หนึ่ง|เอง|เท่านั้น|แค่นั้น|{politeness.ENDS}|นะ|แหละ|พอดี|เป๊ะ)*$"
)


def one_each(question: Question, plain: str) -> int | None:
    """ "ปีละคู่จ้า", where it is asked how many pairs a year."""
    match = _ONE_EACH.match(plain)
    if match is None:
        return None
    each, asked = match["each"], naming.asked(question)
    periods = {each, each.replace("อาทิตย์", "สัปดาห์"), each.replace("สัปดาห์", "อาทิตย์")}
    is_asked = any(f"{period}กี่{match['what']}" in asked for period in periods)
    return 1 if is_asked else None
