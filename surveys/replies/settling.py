"""What no word of a reply says for sure, but its clauses do between them.

Asked where no rule understood a reply to a yes or no or to a number, and before the
rules where they would take a retort by its letters. Never of a consent or an age that
is needed: there nothing is concluded.
"""

import re

from surveys import plain_text
from surveys.meaning import NOT_UNDERSTOOD, Hear, Meaning, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import reconsidering, talking, wishing
from surveys.replies.counts import (
    absences,
    amounts,
    bounded,
    clocktimes,
    compounds,
    not_asked,
    nothing,
    other_units,
    partwise,
    reckoning,
    recounted,
    spans,
    tallies,
)
from surveys.replies.either import (
    bounds,
    circumstance,
    concluding,
    doubled,
    enough,
    lived,
    negated,
    outcomes,
    polarity,
    shortfall,
    stance,
    turning,
    yesno,
)
from surveys.replies.scales import forestalled
from surveys.replies.text import dialect, listening, mentions, words

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
MIN_TURN = 6  # letters of the shortest reply that may turn a question round


def foremost(question: Question, reply: str) -> Understood | None:
    """What would be misread by its letters: a retort, what was, the days of a week."""
    if question.kind is Kind.SINGLE and bounds.asked(question) is not None:
        bound = None if ends_asking(reply) else bounds.told(question, reply)
        if bound is not None:
            return _side(question, bound) if bound else NOT_UNDERSTOOD
    if question.kind is Kind.SINGLE and (
        (denied := _of_denied(question, reply)) is not None
    ):
        return denied
    if question.kind is Kind.NUMBER and _DOZENS.search(reply):
        return _in_dozens(question, reply)
    if question.kind is Kind.NUMBER and _MAY_BE_PARTS.search(reply):
        parts = compounds.read(question, _text(reply))
        if parts is not None:
            return Understood(Meaning.ANSWER, parts)
    if question.kind is Kind.NUMBER and _MAY_BE_MEASURED.search(reply):
        is_other, value = other_units.read(question, _text(reply))
        if is_other:
            return (
                NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)
            )
    if len(reply) < MIN_TURN or ends_asking(reply):
        return None
    if question.kind is Kind.SCALE5:
        return forestalled.foremost(question, reply)
    if question.kind is Kind.NUMBER:
        if _MAY_TURN_TWICE.search(reply):
            value = partwise.read(question, _text(reply))
            return (
                NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)
            )
        if not _MAY_BE_DAYS.search(reply):
            return None
        days = spans.working_week(question, reply)
        if days is None and len(reply) < MAX_EVERY:
            days = spans.every_day(question, _text(reply).replace(" ", ""))
        return None if days is None else Understood(Meaning.ANSWER, days)
    if _MAY_BE_OWN.match(reply) and (own := _of_its_own_word(question, reply)):
        return own
    if question.kind is Kind.SINGLE and shortfall.MAY_BE.search(reply):
        short = _of_shortfall(question, reply)
        if short is not None:
            return short
    may_turn = _MAY_TURN.search(reply)
    if question.kind is not Kind.SINGLE or not (
        may_turn or _MAY_BE_RETORT.search(reply)
    ):
        return None
    if not talking.is_yes_or_no(question):
        return None
    asked = polarity.of(question)
    text = _text(dialect.central(reply))
    clauses = stance.split(text)
    twice = concluding.not_never(asked, clauses) if may_turn else None
    twice = twice or (doubled.said(asked, clauses) if may_turn else None)
    if twice is not None:
        return _side(question, twice) if twice else NOT_UNDERSTOOD
    if may_turn and (turned := turning.turned(asked, clauses)) is not None:
        return _side(question, turned) if turned else NOT_UNDERSTOOD
    said = stance.by_retort(asked, text)
    if said is None and _MAY_BE_PAST.match(text):
        said = stance.of_now(asked, text)
    return None if said is None else _side(question, said)


def _of_shortfall(question: Question, reply: str) -> Understood | None:
    """ "ได้ครึ่งเดียว" where it is asked in full; None where it is nothing of the sort."""
    if not talking.is_yes_or_no(question) or len(question.choices) != 2:
        return None
    clauses = stance.split(_text(dialect.central(reply)))
    said = shortfall.told(polarity.of(question), clauses)
    if said != shortfall.DONT_KNOW:
        return None if said is None else _side(question, said)
    allows = question.allow_dont_know
    return Understood(Meaning.DONT_KNOW) if allows else NOT_UNDERSTOOD


_MAY_BE_OWN = re.compile(
    r"\s*(?:ก็)?(?:(?:ไม่|บ่)(?:เห็น|เคย)?(?:รู้|ทราบ|ฮู้)|พอแล้ว|เพียงพอแล้ว)"
)
_ON_THE_SURVEY = re.compile(
    "ตอบ|ถาม|ข้าม|ข้อ|เลิก|ไม่ทำ|ขี้เกียจ|เหนื่อย|แต่|ไม่เอา|ออก|รำคาญ|เบื่อ|ปวดหัว|ไป(?:ละ|แล้ว|ก่อน)|มั้ง|เหรอ|หรอ(?!ก)|จริง"
)


def _of_its_own_word(question: Question, reply: str) -> Understood | None:
    """ "พอแล้ว" to "is it enough?", "ไม่รู้อะ" to "do you know?": no wish to stop."""
    if not talking.is_yes_or_no(question) or len(question.choices) != 2:
        return None
    asked, text = naming.asked(question), _text(reply)
    if _ON_THE_SURVEY.search(text) or ends_asking(reply):
        return None
    if enough.is_said(text):
        return _side(question, "yes") if enough.is_enough(asked, text) else None
    if len(stance.split(text)) == 1 and circumstance.knows_not(asked, text):
        return _side(question, "no")
    return None


def _in_dozens(question: Question, reply: str) -> Understood | None:
    """ "โหลนึง" is twelve, and never the one that is heard in it."""
    if mentions.DOZEN in naming.asked(question):
        return None
    text = _text(reply)
    value = amounts.read(question, text)
    value = recounted.read(question, text) if value is None else value
    return NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)


def _of_denied(question: Question, reply: str) -> Understood | None:
    """What a reply to "ไม่...ใช่ไหม" comes to; None where it is not asked so."""
    if len(question.choices) != 2 or negated.without_not(question) is None:
        return None
    if not talking.is_yes_or_no(question):
        return None
    said = negated.said(question, _text(dialect.central(reply)))
    if said is None:
        return None
    return _side(question, said) if said else NOT_UNDERSTOOD


def _text(reply: str) -> str:
    return mentions.spaced(listening.typed(reply))


def _side(question: Question, said: str) -> Understood:
    keys = [choice.key for choice in question.choices]
    return from_choice(question, keys.index(said))


_QUESTIONS = words.listed(words.LISTS["ask"]) - yesno.NO


def ends_asking(reply: str) -> bool:
    """Whether all of it, or a last word that stands apart, asks."""
    last = plain_text.plain((reply.split() or [""])[-1])
    return last in _QUESTIONS or wishing.bare(last) in _QUESTIONS


def settled(question: Question, reply: str, meant: Hear) -> Understood:
    """What the clauses of a reply come to; `meant` is what the rules say of a part."""
    is_either = talking.is_yes_or_no(question) and len(question.choices) == 2
    if not is_either and question.kind is not Kind.NUMBER:
        return NOT_UNDERSTOOD
    if ends_asking(reply):
        return NOT_UNDERSTOOD
    central = dialect.central(reply)

    def either(part: str) -> Understood:
        found = meant(part)
        return found if found != NOT_UNDERSTOOD else _by_kind(question, part)

    found = reconsidering.corrected(reply, either)
    if found is None and dialect.is_other(reply, central):
        by_rules = meant(central)
        found = by_rules if by_rules.is_answer else None
    found = found or _by_kind(question, central)
    if not found.is_answer or question.kind is not Kind.NUMBER:
        return unsettled(question, reply, found) if found.is_answer else found
    # By what a number goes, once a month or a day, has been reckoned with.
    return NOT_UNDERSTOOD if not_asked.is_foreign(question, _text(reply)) else found


def _by_kind(question: Question, reply: str) -> Understood:
    text = concluding.unprefaced(_text(reply))
    if (wish := _wish(question, text)) is not None:
        is_stop = wish.kind is Meaning.STOP
        return (despite_wish(question, reply) if is_stop else None) or wish
    asks_knowing = re.search("(?:รู้|ทราบ)(?!สึก)", naming.asked(question))
    if not asks_knowing and any(
        _named(clause) == Meaning.DONT_KNOW for clause in stance.split(text)
    ):
        return NOT_UNDERSTOOD
    if _WRONG_BEFORE.search(text) and not re.search("[0-9]", text):
        return Understood(Meaning.BACK)
    if question.kind is Kind.NUMBER:
        value = _number(question, reply, text)
        return NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)
    asked = polarity.of(question)
    said = stance.taken(asked, text) or outcomes.told(asked, stance.split(text))
    said = said or concluding.of_lives(asked, text) or concluding.told(asked, text)
    return NOT_UNDERSTOOD if said is None else _side(question, said)


def _number(question: Question, reply: str, text: str) -> float | None:
    if listening.laughs(reply) or tallies.is_of_others(question, text):
        return None
    if not_asked.is_beside_it(question, text):
        return None
    plain = text.replace(" ", "").replace("|", "")
    clauses = stance.split(text)
    first, rest = (clauses[0], "".join(clauses[1:])) if clauses else ("", "")
    if nothing.is_said(question, first, rest) or nothing.is_said(question, plain, ""):
        return 0
    if nothing.is_free(question, clauses):
        return 0
    for value in (
        spans.every_day(question, plain),
        spans.every_day(question, first)
        if not re.search("[0-9]|แต่|เว้น", rest)
        else None,
        spans.rate(question, text),
        spans.year(question, plain),
        bounded.one_each(question, plain),
        bounded.read(question, text),
        tallies.read(question, text),
        reckoning.read(question, text),
        partwise.read(question, text),
        0 if absences.is_told(question, text) else None,
        recounted.reckoned(question, text),
        amounts.read(question, text),
        clocktimes.hours(question, text),
    ):
        if value is not None:
            return value
    return recounted.read(question, text)


_CLOSING = words.form(
    "(?:มี)?แค่(?:นี้|นั้น)(?:แหละ|ละ|เอง)*|พอ(?:ละ|แล้ว)|(?:แล้ว)?เลิก(?:แล้ว|ละ)?$"
)
_OF_THE_SURVEY = words.form("ตอบ|ถาม|ส่ง|ทำแบบ|ไม่ทำ|คุย|ไว้ก่อน|พอก่อน|พอที|ไม่ว่าง|ข้อ|รำคาญ")


def despite_wish(question: Question, reply: str) -> Understood | None:
    """The count in what sounds like a wish to stop: "ผมกับเมีย แค่นี้แหละ"."""
    text = _text(reply)
    bare = _CLOSING.sub("", text).strip(" |")
    if question.kind is not Kind.NUMBER or bare in ("", text):
        return None
    if _OF_THE_SURVEY.search(text) or not may_be_told(question, text):
        return None
    value = _number(question, reply, bare)
    return None if value is None else Understood(Meaning.ANSWER, value)


def may_be_told(question: Question, text: str) -> bool:
    """Whether a spaced text is of what is counted: a number, or people of the house."""
    return bool(mentions.found(text, halves=False)) or "รวมตัว" in naming.asked(question)


_WRONG_BEFORE = words.form(
    "(?:ตอบ|กด|เลือก|พิมพ์)(?:ข้อ)?(?:ที่แล้ว|เมื่อกี้|ก่อน)?ผิด.{0,16}(?:ย้อน|ขอกลับ|กลับไป|ขอแก้ข้อ)|^(?:ย้อน|ขอย้อน|ขอกลับไป|กลับไป).{0,24}(?:ข้อ|ผิด|แก้)|(?:กลับไป|ขอ)แก้(?:คำตอบ)?ข้อ(?:ก่อน|ที่แล้ว|เมื่อกี้|บน)"
)
_NAMED = re.compile(
    "[0-9] ?(?:คน|คัน|ตัว|ครั้ง|หลัง|เครื่อง|ใบ|ห้อง)(?:นึง|หนึ่ง)"
)  # "ดรีม 110 คันนึง"
# One of these has a reply whose yes or no may have to be taken back.
_MAY_BE_DOUBTED = re.compile(
    "ก็|แต่|ไหน|ผี|ครึ่ง|50|ห้าสิบ|เหมือน|ค้าน|ขัดข้อง|ยินร้าย|ปี|สมัย|ตอนเด็ก|ได้ไง|ได้ยังไง|อย่างไร|ใคร|ไม่มี"
    "|ข้อแม้|เงื่อนไข|ไปทำไม|ทำไมจะ|มีหรือ|เพื่อน|บ้าน|คนอื่น|คนแถว|หลัง|จากนั้น|นาน"
)
_LEAVES = words.form(
    "^(?:ขอ)?(?:พอแค่นี้(?:นะ|ก่อน|ละ|แล้ว)|ถอนตัว(?:จาก|ออก)?|เลิก(?:ตอบ|ทำ)(?:แล้ว|ละ)|ไม่(?:ตอบ|ทำ)(?:ต่อ)?(?:แล้ว|ละ)|ขอออกจาก|ขอยุติ).*"
)
_TRULY = words.form("(?:จริง|เลย|อะ|อ่ะ|แหละ|ละ|โว้ย|เว้ย|ว่ะ|วะ|หรอก|นะ|ลูก|หลาน)+$")


def _wish(question: Question, text: str) -> Understood | None:
    """ "ไม่ทราบค่ะ จมูกไม่ดี", "ถามมาก เลิกตอบแล้ว": a wish in one of the clauses."""
    clauses = stance.split(text)
    names = [_named(clause) for clause in clauses]
    found = {name for name in names if name}
    if len(found) != 1:
        return None
    (name,) = found
    others = [c for c, named in zip(clauses, names, strict=True) if named is None]
    if any(re.search("[0-9]", clause) or clause.startswith("แต่") for clause in others):
        return None
    if name == Meaning.DONT_KNOW:
        return _ignorance(question, others, first=names[0] is not None)
    if question.kind is not Kind.NUMBER:
        asked = polarity.of(question)
        if any(polarity.side(asked, clause) for clause in others):
            return None
    if name == Meaning.SKIP and not question.allow_skip:
        return None
    return Understood(Meaning(name))


def _ignorance(
    question: Question, others: list[str], *, first: bool
) -> Understood | None:
    asked = naming.asked(question)
    if not question.allow_dont_know or re.search("(?:รู้|ทราบ)(?!สึก)", asked):
        return None
    if question.kind is Kind.NUMBER:
        return None if others else Understood(Meaning.DONT_KNOW)
    sides = [polarity.side(polarity.of(question), clause) for clause in others]
    return None if any(sides) and not first else Understood(Meaning.DONT_KNOW)


_WISHES = (Meaning.DONT_KNOW, Meaning.STOP, Meaning.SKIP)


def _named(clause: str) -> str | None:
    bare = polarity.opened(clause)
    if _LEAVES.match(bare):
        return Meaning.STOP
    shorter = _TRULY.sub("", bare)
    name = (
        wishing.control(bare) or wishing.control(shorter) or wishing.of_the_asked(bare)
    )
    if name is None and shorter in words.CONTROLS["dont_know"]:
        name = Meaning.DONT_KNOW
    return name if name in _WISHES and len(bare) > 2 else None


# Praised, and then told to be otherwise: "เร็วมาก ร้องมาสามปียังไม่มีใครมา".
_GOOD = words.form(
    "เร็ว|ปลอดภัย|สะอาด|เชื่อ|ไว้ใจ|ไว้วางใจ|สะดวก|เพียงพอ|โปร่งใส|ทันท่วงที|คุณภาพดี|มีประสิทธิภาพ|ยุติธรรม"
)


def unsettled(question: Question, reply: str, found: Understood) -> Understood:
    """What was understood, unless the reply says both, of long ago, or of others."""
    is_number = question.kind is Kind.NUMBER
    if not is_number and (len(reply) < MIN_TURN or not talking.is_yes_or_no(question)):
        return found
    text = _text(reply)
    if not_asked.is_foreign(question, text):
        return NOT_UNDERSTOOD
    if is_number:
        is_other = amounts.is_by_another(question, text) or tallies.is_of_others(
            question, text
        )
        if _NAMED.search(text):
            value = _number(question, reply, text)
            return (
                NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)
            )
        is_off = found.value == 0 and "หยุด" in text
        is_off = is_off or (found.value == 0 and absences.is_never_missed(text))
        is_off = is_off or not_asked.is_beside_it(question, text)
        return NOT_UNDERSTOOD if is_other or is_off else found
    asked = polarity.of(question)
    plain = text.replace(" ", "").replace("|", "")
    if found == _side(question, "no"):
        clauses = stance.split(text)
        if len(clauses) > 1 and outcomes.of_the_house(asked, clauses):
            return _side(question, "yes")
    if found == _side(question, "yes") and not_asked.is_of_topic(asked, plain):
        return NOT_UNDERSTOOD
    if lived.is_of_others(asked, text) or lived.is_of_long_before(asked, plain):
        return NOT_UNDERSTOOD
    is_old = stance.long_ago(asked, plain) is not None
    is_old = is_old or concluding.stands_alone(asked, text)
    lives = frozenset() if is_old else lived.sides(asked, text)
    if len(lives) > 1 or (
        lives and found not in [_side(question, said) for said in lives]
    ):
        is_mocked = lives == {"no"} and _GOOD.search(asked.text)
        return _side(question, "no") if is_mocked else NOT_UNDERSTOOD
    if not _MAY_BE_DOUBTED.search(reply):
        return found
    if found == _side(question, "yes") and stance.is_no_yes(asked, plain):
        return NOT_UNDERSTOOD
    if found == _side(question, "no") and stance.is_denied_no(asked, plain):
        return NOT_UNDERSTOOD
    retorts = stance.retorts(asked, text)
    if retorts and found not in [_side(question, said) for said in retorts]:
        return NOT_UNDERSTOOD
    if stance.is_both(asked, plain):
        return NOT_UNDERSTOOD
    ago = stance.long_ago(asked, plain)
    if ago is not None and found == _side(question, "yes"):
        return _side(question, "no") if ago else NOT_UNDERSTOOD
    return found
