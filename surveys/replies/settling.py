"""What no word of a reply says for sure, but its clauses do between them.

Asked where no rule understood a reply to a yes or no or to a number. Never of a consent
or an age that is needed: there nothing is concluded.
"""

import re

from surveys.meaning import NOT_UNDERSTOOD, Hear, Meaning, Understood, from_key
from surveys.question import Kind, Question
from surveys.replies import naming, unsettling
from surveys.replies.around import asking, reconsidering, talking, wishing
from surveys.replies.counts import clausewise, not_asked
from surveys.replies.either import concluding, outcomes, polarity, stance
from surveys.replies.text import dialect, mentions, words


def settled(question: Question, reply: str, meant: Hear) -> Understood:
    """What the clauses of a reply come to; `meant` is what the rules say of a part."""
    is_either = talking.is_yes_or_no(question) and len(question.choices) == 2
    if not is_either and question.kind is not Kind.NUMBER:
        return NOT_UNDERSTOOD
    if asking.ends_asking(reply):
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
    if not found.is_answer:
        return found
    if question.kind is not Kind.NUMBER:
        return unsettling.unsettled(question, reply, found)
    # By what a number goes, once a month or a day, has been reckoned with.
    is_foreign = not_asked.is_foreign(question, mentions.text(reply))
    return NOT_UNDERSTOOD if is_foreign else found


def _by_kind(question: Question, reply: str) -> Understood:
    text = concluding.unprefaced(mentions.text(reply))
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
        value = clausewise.read(question, reply, text)
        return NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)
    asked = polarity.of(question)
    said = stance.taken(asked, text) or outcomes.told(asked, stance.split(text))
    said = said or concluding.of_lives(asked, text) or concluding.told(asked, text)
    return NOT_UNDERSTOOD if said is None else from_key(question, said)


_CLOSING = words.form(
    "(?:มี)?แค่(?:นี้|นั้น)(?:แหละ|ละ|เอง)*|พอ(?:ละ|แล้ว)|(?:แล้ว)?เลิก(?:แล้ว|ละ)?$"
)
# Then it is the survey that is closed.
_OF_THE_SURVEY = words.form(
    f"{wishing.ON_THE_SURVEY}|ทำแบบ|ไม่ทำ|ส่ง|คุย|ไว้ก่อน|พอก่อน|พอที|ไม่ว่าง|รำคาญ"
)


def despite_wish(question: Question, reply: str) -> Understood | None:
    """The count in what sounds like a wish to stop: "ผมกับเมีย แค่นี้แหละ"."""
    text = mentions.text(reply)
    bare = _CLOSING.sub("", text).strip(" |")
    if question.kind is not Kind.NUMBER or bare in ("", text):
        return None
    if _OF_THE_SURVEY.search(text) or not may_be_told(question, text):
        return None
    value = clausewise.read(question, reply, bare)
    return None if value is None else Understood(Meaning.ANSWER, value)


def may_be_told(question: Question, text: str) -> bool:
    """Whether a spaced text is of what is counted: a number, or people of the house."""
    return bool(mentions.found(text, halves=False)) or "รวมตัว" in naming.asked(question)


_WRONG_BEFORE = words.form(
    "(?:ตอบ|กด|เลือก|พิมพ์)(?:ข้อ)?(?:ที่แล้ว|เมื่อกี้|ก่อน)?ผิด.{0,16}(?:ย้อน|ขอกลับ|กลับไป|ขอแก้ข้อ)|^(?:ย้อน|ขอย้อน|ขอกลับไป|กลับไป).{0,24}(?:ข้อ|ผิด|แก้)|(?:กลับไป|ขอ)แก้(?:คำตอบ)?ข้อ(?:ก่อน|ที่แล้ว|เมื่อกี้|บน)"
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
