"""What the rules would misread by its letters: a retort, what was, the days of a week.

Told before the rules are asked; never of a consent or an age that is needed.
"""

import re

from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_key
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import asking, talking, wishing
from surveys.replies.counts import (
    amounts,
    compounds,
    other_units,
    partwise,
    recounted,
    spans,
)
from surveys.replies.either import (
    bounds,
    circumstance,
    concluding,
    doubled,
    enough,
    negated,
    polarity,
    shortfall,
    stance,
    turning,
)
from surveys.replies.scales import forestalled
from surveys.replies.text import dialect, mentions, words

MIN_TURN = 6  # letters of the shortest reply that may turn a question round
_MAY_BE_RETORT = words.form(
    "ได้(?:ยัง)?ไง|ได้อย่างไร|ก็บ้า|ก็แปลก|ก็โกหก|ก็ตอแหล|ก็โม้|ที่ไหน|ใครจะ|มีหรือจะ|ทำไมจะ|ไม่มี.{2,24}ไม่|ตรงไหน|เลิก|แล้ว|ละ"
)
_MAY_TURN = words.form(
    "ใคร|กับผี|กะผี|กับหมา|กะหมา|ได้(?:ยัง)?ไง|ได้อย่างไร|ใช่ว่า|ไม่ใช่แค่|อย่าว่า|ก็(?:ไม่|บ่)|แล้วจะ|(?:ไม่|บ่).*(?:ก็|สิ)|จะ.*(?:ไง|หรือ|เหรอ)|ไหน|เมื่อไ|แปลก|ผิดปกติ|ประหลาด|(?:ไม่|บ่).*(?:ไม่|บ่|ขาด|พลาด|เว้น)|(?:ไม่|บ่).*(?:ทุก|ตลอด|เสมอ|ประจำ|ครบ|ทั้งวัน)|บาง"
)
_MAY_BE_PAST = words.form("เมื่อก่อน|แต่ก่อน|สมัยก่อน|ก่อนหน้านี้|ตอนแรก|เดิม|เคย")
_DOZENS = re.compile("(?<!ฮัล)โหล(?!ด|ๆ| *ๆ)")
_MAY_TURN_TWICE = re.compile("ไม่มี(?:เดือน|อาทิตย์|สัปดาห์|วัน|ปี|คืน)(?:ไหน|ใด).{0,14}ไม่")
_MAY_BE_PARTS = re.compile("ทศวรรษ|คู่|กุรุส|(?:ไร่|ปี|เดือน|เมตร|ม.|บาท|กิโล|โล|ชม|ชั่วโมง|วัน)")
_MAY_BE_MEASURED = re.compile(
    "แปลง|ผืน|โฉนด|ฟุต|ซอย|ช่วงตึก|ไมล์|ป้าย|นิ้ว|ก้าว|ถุง|กระสอบ|ปี๊บ|ปอนด์|เข่ง|ตะกร้า|ถัง|แกลลอน|โอ่ง|ขัน|ตุ่ม|ไร่|งาน|วา|ตร|เฮก|กิโล|โล|เมตร|กม|ซม|เส้น|ศอก|คืบ|ตัน|กก|ขีด|กรัม|ลิตร|คิว|ลบ|มล|มิล|ซีซี|ml|cc|km|cm|kg",
    re.IGNORECASE,
)
_MAY_BE_DAYS = re.compile("จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|วันอาทิตย์|จ *\\.?-|หยุด")
MAX_EVERY = 60  # letters of a reply that says no more than "every day"


def told(question: Question, reply: str) -> Understood | None:
    """What the rules would misread; None where it is nothing of the sort."""
    if question.kind is Kind.NUMBER:
        return _of_count(question, reply)
    if question.kind is Kind.SINGLE:
        found = _of_bound(question, reply) or _of_denied(question, reply)
        if found is not None:
            return found
    if len(reply) < MIN_TURN or asking.ends_asking(reply):
        return None
    if question.kind is Kind.SCALE5:
        return forestalled.foremost(question, reply)
    own = _of_its_own_word(question, reply) if _MAY_BE_OWN.match(reply) else None
    if own is not None or question.kind is not Kind.SINGLE:
        return own
    short = _of_shortfall(question, reply) if shortfall.MAY_BE.search(reply) else None
    return short or _of_retort(question, reply)


def _said(question: Question, key: str | None) -> Understood | None:
    """The choice of a key; an empty one is of none that can be told."""
    if not key:
        return None if key is None else NOT_UNDERSTOOD
    return from_key(question, key)


def _counted(value: float | None) -> Understood:
    return NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)


def _of_count(question: Question, reply: str) -> Understood | None:
    """A count in dozens, in two units, in a measure that is not asked, or by the days
    of a week."""
    if _DOZENS.search(reply):
        return _in_dozens(question, reply)
    if _MAY_BE_PARTS.search(reply):
        parts = compounds.read(question, mentions.text(reply))
        if parts is not None:
            return _counted(parts)
    if _MAY_BE_MEASURED.search(reply):
        is_other, value = other_units.read(question, mentions.text(reply))
        if is_other:
            return _counted(value)
    if len(reply) < MIN_TURN or asking.ends_asking(reply):
        return None
    if _MAY_TURN_TWICE.search(reply):
        return _counted(partwise.read(question, mentions.text(reply)))
    if not _MAY_BE_DAYS.search(reply):
        return None
    days = spans.working_week(question, reply)
    if days is None and len(reply) < MAX_EVERY:
        days = spans.every_day(question, mentions.text(reply).replace(" ", ""))
    return None if days is None else _counted(days)


def _of_bound(question: Question, reply: str) -> Understood | None:
    """ "เจ็ดสิบกว่า", where it is asked whether it is over sixty."""
    if bounds.asked(question) is None or asking.ends_asking(reply):
        return None
    return _said(question, bounds.told(question, reply))


def _of_retort(question: Question, reply: str) -> Understood | None:
    """A yes or no that is said by turning the question round, or by what was."""
    may_turn = _MAY_TURN.search(reply)
    if not may_turn and not _MAY_BE_RETORT.search(reply):
        return None
    if not talking.is_yes_or_no(question):
        return None
    asked, text = polarity.of(question), mentions.text(dialect.central(reply))
    if may_turn:
        clauses = stance.split(text)
        twice = concluding.not_never(asked, clauses) or doubled.said(asked, clauses)
        said = turning.turned(asked, clauses) if twice is None else twice
        if said is not None:
            return _said(question, said)
    said = stance.by_retort(asked, text)
    if said is None and _MAY_BE_PAST.match(text):
        said = stance.of_now(asked, text)
    return _said(question, said)


def _of_shortfall(question: Question, reply: str) -> Understood | None:
    """ "ได้ครึ่งเดียว" where it is asked in full; None where it is nothing of the sort."""
    if not talking.is_yes_or_no(question) or len(question.choices) != 2:
        return None
    clauses = stance.split(mentions.text(dialect.central(reply)))
    said = shortfall.told(polarity.of(question), clauses)
    if said != shortfall.DONT_KNOW:
        return _said(question, said)
    allows = question.allow_dont_know
    return Understood(Meaning.DONT_KNOW) if allows else NOT_UNDERSTOOD


_MAY_BE_OWN = re.compile(
    r"\s*(?:ก็)?(?:(?:ไม่|บ่)(?:เห็น|เคย)?(?:รู้|ทราบ|ฮู้)|พอแล้ว|เพียงพอแล้ว)"
)
# Then it is of the survey that one has enough or knows nothing; or it is doubted.
_ON_THE_SURVEY = re.compile(
    f"{wishing.ON_THE_SURVEY}|ไม่ทำ|เลิก|ขี้เกียจ|เหนื่อย|แต่|ไม่เอา|ออก|รำคาญ|เบื่อ|ปวดหัว|ไป(?:ละ|แล้ว|ก่อน)|มั้ง|เหรอ|หรอ(?!ก)|จริง"
)


def _of_its_own_word(question: Question, reply: str) -> Understood | None:
    """ "พอแล้ว" to "is it enough?", "ไม่รู้อะ" to "do you know?": no wish to stop."""
    if not talking.is_yes_or_no(question) or len(question.choices) != 2:
        return None
    asked, text = naming.asked(question), mentions.text(reply)
    if _ON_THE_SURVEY.search(text) or asking.ends_asking(reply):
        return None
    if enough.is_said(text):
        return from_key(question, "yes") if enough.is_enough(asked, text) else None
    if len(stance.split(text)) == 1 and circumstance.knows_not(asked, text):
        return from_key(question, "no")
    return None


def _in_dozens(question: Question, reply: str) -> Understood | None:
    """ "โหลนึง" is twelve, and never the one that is heard in it."""
    if mentions.DOZEN in naming.asked(question):
        return None
    text = mentions.text(reply)
    value = amounts.read(question, text)
    value = recounted.read(question, text) if value is None else value
    return _counted(value)


def _of_denied(question: Question, reply: str) -> Understood | None:
    """What a reply to "ไม่...ใช่ไหม" comes to; None where it is not asked so."""
    if len(question.choices) != 2 or negated.without_not(question) is None:
        return None
    if not talking.is_yes_or_no(question):
        return None
    said = negated.said(question, mentions.text(dialect.central(reply)))
    return _said(question, said)
