"""An option told by a bound of time or by how often, its words put in one form."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Callable
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.choices.measured import with_digits

_PERIODS = {
    "วัน": 1 / 30,
    "สัปดาห์": 0.25,
    "อาทิตย์": 0.25,
    "เดือน": 1.0,
    "ไตรมาส": 3.0,
    "ปี": 12.0,
}
_EACH = "|".join(_PERIODS)
_TIMES = "(?:ครั้ง|หน|ที|รอบ|เทื่อ)"
_LEADS = "^(?:ก็|กะ|คง|น่าจะ|ตก|ประมาณ|ราวๆ|ราว|สัก|ซัก|เอา|ขอ|ตรวจ|อยากได้|ควร)*"
_TAILS = f"(?:ก็|กําลังดี|กําลังพอดี|แห้ง|ลด|อีก|เลย|พอ|{politeness.ENDS}|นะ|แล้ว|ละ|ล่ะ|เอง|แหละ|มั้ง|อะ|ได้)*$"
_OFTEN = (
    re.compile(
        rf"{_LEADS}(?P<half>ครึ่ง)ปี(?:ละ|ต่อ)?(?:1|สัก|ซัก)?{_TIMES}(?:1|นึง)?{_TAILS}"
    ),
    re.compile(
        rf"{_LEADS}(?P<period>{_EACH})(?:ละ|1|ต่อ)(?:ไม่เกิน)?(?P<times>[0-9]+)?{_TIMES}(?:เดียว|นึง)?{_TAILS}"
    ),
    re.compile(rf"{_LEADS}ทุกๆ?(?P<count>[0-9]+)?(?P<period>{_EACH}){_TIMES}?{_TAILS}"),
    re.compile(
        rf"{_LEADS}(?P<count>[0-9]+)(?P<period>{_EACH}){_TIMES}(?:1|นึง)?{_TAILS}"
    ),
)
_BOUND = re.compile(
    rf"{_LEADS}(?:ท่วม|นาน|อยู่|ใช้เวลา)*(?P<bound>ไม่ถึง|ไม่เกิน|น้อยกว่า|ต่ํากว่า|เกินกว่า|เกิน|มากกว่า|นานกว่า)(?:ครึ่ง(?P<half>)|(?P<count>[0-9]+))?"
    rf"(?P<unit>นาที|ชั่วโมง|ชม|วัน|สัปดาห์|อาทิตย์|เดือน|ปี)(?:1|ละ|นึง)?{_TAILS}"
)
_UP_TO = ("ไม่ถึง", "ไม่เกิน", "น้อยกว่า", "ต่ํากว่า")
_SAME = {"ชม": "ชั่วโมง", "อาทิตย์": "สัปดาห์"}


def meant(question: Question, reply: str) -> Understood | None:
    """ "ครึ่งปีหน" of "ทุก 6 เดือน", "เกินวันนึง" of "เกินหนึ่งวัน"."""
    if question.kind is not Kind.SINGLE:
        return None
    for form in (_often, _bound):
        said = form(_plain(reply))
        held = [i for i, told in enumerate(_told(question, form)) if told == said]
        if said is not None and len(held) == 1:
            return from_choice(question, held[0])
    return None


def _plain(text: str) -> str:
    return with_digits(plain_text.plain(text))


Form = Callable[[str], object]


@lru_cache(maxsize=256)
def _told(question: Question, form: Form) -> tuple[object, ...]:
    return tuple(
        form(with_digits(naming.spoken(question, i)[0]))
        for i in range(len(question.choices))
    )


def _often(plain: str) -> object:
    """Every so many months; None where it is not said."""
    for pattern in _OFTEN:
        if match := pattern.search(plain):
            said = match.groupdict()
            if said.get("half"):
                return 6.0
            months = _PERIODS[said["period"]]
            return round(
                months * int(said.get("count") or 1) / int(said.get("times") or 1), 3
            )
    return None


def _bound(plain: str) -> object:
    """Whether up to or over, how many, and of what; None where it is no bound."""
    match = _BOUND.search(plain)
    if match is None:
        return None
    unit = _SAME.get(match["unit"], match["unit"])
    count = 0.5 if match["half"] is not None else float(match["count"] or 1)
    return match["bound"] in _UP_TO, count, unit
