"""Whether somebody is old enough to be asked, as they type it."""

import re
from enum import StrEnum

from surveys import plain_text
from surveys.meaning import Meaning, Understood
from surveys.question import Choice, Kind, Question, Text
from surveys.replies import understanding
from surveys.replies.text.words import any_of

OLDEST = 120
# A place among the two answers is no age.
YOUNGEST = 3
_ASKED = Text(th="อายุ", en="age", my="အသက်")
_YEARS = Text(th="ปี", en="years", my="နှစ်")
_ENOUGH = Question(
    key="old_enough",
    kind=Kind.SINGLE,
    text=_ASKED,
    choices=(
        Choice(
            key="yes",
            label=Text(th="ใช่", en="Yes", my="ဟုတ်ကဲ့"),
            also=("ถึงแล้ว", "ถึง", "เกิน", "เกินแล้ว", "ใช่แล้ว", "yeah", "ဟုတ်", "ပြည့်ပြီ"),
        ),
        Choice(
            key="no",
            label=Text(th="ยังไม่ถึง", en="Not yet", my="မပြည့်သေးပါ"),
            also=("ไม่", "ไม่ใช่", "ไม่ถึง", "ยัง", "no", "မဟုတ်ဘူး", "မပြည့်သေးဘူး"),
        ),
    ),
    allow_skip=False,
    allow_dont_know=False,
)
_YEARS_OLD = Question(
    key="years_old",
    kind=Kind.NUMBER,
    text=_ASKED,
    unit=_YEARS,
    min=YOUNGEST,
    max=OLDEST,
    allow_skip=False,
    allow_dont_know=False,
)


class Bound(StrEnum):
    """What is said of a number of years."""

    UNDER = "under"
    AT_MOST = "at_most"
    FROM = "from"
    OVER = "over"
    SOME = "some"  # sixty and something: sixty at the least, and not yet seventy


_BEFORE = {
    Bound.UNDER: (
        "ยังไม่ถึง ไม่ถึง ยังไม่ครบ ไม่ครบ ยังไม่เต็ม ไม่เต็ม ต่ำกว่า น้อยกว่า ยังไม่",
        ("under", "below", "less than", "younger than", "not yet"),
    ),
    Bound.AT_MOST: (
        "ยังไม่เกิน ไม่เกิน ไม่มากกว่า",
        ("not over", "not more than", "at most", "up to"),
    ),
    Bound.FROM: (
        "ไม่ต่ำกว่า ไม่น้อยกว่า ตั้งแต่ อย่างน้อย ถึง",
        ("at least", "not under", "not less than", "not younger than"),
    ),
    Bound.OVER: ("เกินกว่า เกิน มากกว่า เลย", ("over", "above", "more than", "older than")),
}
_AFTER = {
    Bound.UNDER: ("ลงไป အောက်", ()),
    Bound.AT_MOST: ("ลงมา", ("or under", "or younger")),
    Bound.FROM: (
        "ขึ้นไป ขึ้น + အထက်",
        ("and over", "or over", "and above", "or above", "or older", "and older"),
    ),
    Bound.SOME: ("กว่าๆ กว่า เศษ ကျော်", ("something",)),
}


def _found(listed: dict[Bound, tuple[str, tuple[str, ...]]]) -> dict[str, Bound]:
    return {
        word: bound
        for bound, (short, long) in listed.items()
        for word in (*short.split(), *long)
    }


_FIRST, _LAST = _found(_BEFORE), _found(_AFTER)
_SELF = r"(?:ดิฉัน|ฉัน|ผม|หนู|i am|i'm|im)?\s*(?:อายุ|age)?\s*"
_YEAR = r"\s*(?:ปี|years? old|years?|နှစ်)?\s*"
_BOUNDED_BEFORE = re.compile(rf"^\s*{_SELF}({any_of(_FIRST)})\s*(\d.*)$", re.IGNORECASE)
_BOUNDED_AFTER = re.compile(
    rf"^\s*{_SELF}(\d+){_YEAR}({any_of(_LAST)})(.*)$", re.IGNORECASE
)


# How long something has lasted: "ทำงานมา 20 ปี" tells no age.
_LASTING = re.compile(
    r"อายุงาน|แต่งงาน|สมรส"
    r"|(?:อยู่|ทำงาน|ทำ|ย้าย|เลี้ยง|ขาย|เรียน|สอน|ขับ|คบ)[^ ]{0,12}มา(?!ก)"
    r"|มา(?:ได้|แล้ว)? *[0-9]"
    r"|\b(?:lived|living|worked|working|married|been here|moved)\b",
    re.IGNORECASE,
)
# "ใช่ 15 ปี", and "เกินไป", which is "too much".
_DOUBTFUL = re.compile("[0-9]{2}|[0-9] *ปี|ไป")


def understand(reply: str, least: int, language: str) -> bool | None:
    """Whether the reply says that they are `least` years old, in words, by their age or
    by what it is over or under; None: it does not say."""
    bare = plain_text.ascii_digits(reply)
    if _LASTING.search(bare):
        return None
    bounded = _bounded(bare)
    if bounded is not None:
        bound, rest = bounded
        years = _sure(_YEARS_OLD, rest, language)
        if years.kind is Meaning.ANSWER and isinstance(years.value, int):
            return _enough(bound, years.value, least)
        return None
    said = _sure(_ENOUGH, reply, language)
    if said.kind is Meaning.ANSWER and not (
        said.value == "yes" and _DOUBTFUL.search(bare)
    ):
        return said.value == "yes"
    years = _sure(_YEARS_OLD, _without_age(reply), language)
    if years.kind is Meaning.ANSWER and isinstance(years.value, int):
        return years.value >= least
    return None


def _bounded(reply: str) -> tuple[Bound, str] | None:
    """The bound in a reply, and the reply without its word; None: there is none."""
    before = _BOUNDED_BEFORE.match(reply)
    if before:
        return _FIRST[before[1].casefold()], before[2]
    after = _BOUNDED_AFTER.match(reply)
    if after:
        return _LAST[after[2].casefold()], f"{after[1]} {after[3]}".strip()
    return None


def _enough(bound: Bound, years: int, least: int) -> bool | None:
    """Whether who is on that side of so many years is old enough; None: either."""
    match bound:
        case Bound.UNDER if years <= least:
            return False
        case Bound.AT_MOST if years < least:
            return False
        case Bound.FROM | Bound.OVER | Bound.SOME if years >= least:
            return True
        case Bound.SOME if years % 10 and years < least:
            return False  # seventeen and some months
        case _:
            return None


def _without_age(reply: str) -> str:
    """Without the word that is said before one's years."""
    return reply.strip().removeprefix("อายุ").removeprefix("age ")


def _sure(question: Question, reply: str, language: str) -> Understood:
    """What the rules are sure of: nobody is taken for an adult by likelihood."""
    return understanding.understand(question, reply, language, weigh=False)
