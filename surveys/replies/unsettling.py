"""What takes back an answer that was understood: it is of long ago, of others, or both."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood, from_key
from surveys.question import Kind, Question
from surveys.replies.around import talking
from surveys.replies.counts import absences, amounts, clausewise, not_asked, tallies
from surveys.replies.either import concluding, lived, outcomes, polarity, stance
from surveys.replies.foremost import MIN_TURN
from surveys.replies.text import mentions, words

_NAMED = re.compile(
    "[0-9] ?(?:คน|คัน|ตัว|ครั้ง|หลัง|เครื่อง|ใบ|ห้อง)(?:นึง|หนึ่ง)"
)  # "ดรีม 110 คันนึง"
# One of these has a reply whose yes or no may have to be taken back.
_MAY_BE_DOUBTED = re.compile(
    "ก็|แต่|ไหน|ผี|ครึ่ง|50|ห้าสิบ|เหมือน|ค้าน|ขัดข้อง|ยินร้าย|ปี|สมัย|ตอนเด็ก|ได้ไง|ได้ยังไง|อย่างไร|ใคร|ไม่มี"
    "|ข้อแม้|เงื่อนไข|ไปทำไม|ทำไมจะ|มีหรือ|เพื่อน|บ้าน|คนอื่น|คนแถว|หลัง|จากนั้น|นาน"
)
# Praised, and then told to be otherwise: "เร็วมาก ร้องมาสามปียังไม่มีใครมา".
_GOOD = words.form(
    "เร็ว|ปลอดภัย|สะอาด|เชื่อ|ไว้ใจ|ไว้วางใจ|สะดวก|เพียงพอ|โปร่งใส|ทันท่วงที|คุณภาพดี|มีประสิทธิภาพ|ยุติธรรม"
)


def unsettled(question: Question, reply: str, found: Understood) -> Understood:
    """What was understood, unless the reply says both, of long ago, or of others."""
    if question.kind is Kind.NUMBER:
        return _of_count(question, reply, found)
    if len(reply) < MIN_TURN or not talking.is_yes_or_no(question):
        return found
    text = mentions.text(reply)
    if not_asked.is_foreign(question, text):
        return NOT_UNDERSTOOD
    asked = polarity.of(question)
    if found == from_key(question, "no"):
        clauses = stance.split(text)
        if len(clauses) > 1 and outcomes.of_the_house(asked, clauses):
            return from_key(question, "yes")
    if (otherwise := _by_what_is_told(question, text, found)) is not None:
        return otherwise
    if not _MAY_BE_DOUBTED.search(reply):
        return found
    return _doubted(question, text, found)


def _of_count(question: Question, reply: str, found: Understood) -> Understood:
    text = mentions.text(reply)
    if not_asked.is_foreign(question, text):
        return NOT_UNDERSTOOD
    is_other = amounts.is_by_another(question, text) or tallies.is_of_others(
        question, text
    )
    if _NAMED.search(text):
        value = clausewise.read(question, reply, text)
        return NOT_UNDERSTOOD if value is None else Understood(Meaning.ANSWER, value)
    is_off = found.value == 0 and "หยุด" in text
    is_off = is_off or (found.value == 0 and absences.is_never_missed(text))
    is_off = is_off or not_asked.is_beside_it(question, text)
    return NOT_UNDERSTOOD if is_other or is_off else found


def _by_what_is_told(
    question: Question, text: str, found: Understood
) -> Understood | None:
    """What it comes to by the lives that are told; None where they leave it."""
    asked = polarity.of(question)
    plain = text.replace(" ", "").replace("|", "")
    if found == from_key(question, "yes") and not_asked.is_of_topic(asked, plain):
        return NOT_UNDERSTOOD
    if lived.is_of_others(asked, text) or lived.is_of_long_before(asked, plain):
        return NOT_UNDERSTOOD
    is_old = stance.long_ago(asked, plain) is not None
    is_old = is_old or concluding.stands_alone(asked, text)
    lives = frozenset() if is_old else lived.sides(asked, text)
    if len(lives) > 1 or (
        lives and found not in [from_key(question, said) for said in lives]
    ):
        is_mocked = lives == {"no"} and _GOOD.search(asked.text)
        return from_key(question, "no") if is_mocked else NOT_UNDERSTOOD
    return None


def _doubted(question: Question, text: str, found: Understood) -> Understood:
    """What was understood, unless it is denied, retorted, both, or of long ago."""
    asked = polarity.of(question)
    plain = text.replace(" ", "").replace("|", "")
    if found == from_key(question, "yes") and stance.is_no_yes(asked, plain):
        return NOT_UNDERSTOOD
    if found == from_key(question, "no") and stance.is_denied_no(asked, plain):
        return NOT_UNDERSTOOD
    retorts = stance.retorts(asked, text)
    if retorts and found not in [from_key(question, said) for said in retorts]:
        return NOT_UNDERSTOOD
    if stance.is_both(asked, plain):
        return NOT_UNDERSTOOD
    ago = stance.long_ago(asked, plain)
    if ago is not None and found == from_key(question, "yes"):
        return from_key(question, "no") if ago else NOT_UNDERSTOOD
    return found
