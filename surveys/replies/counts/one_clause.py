"""The one count of a reply whose other clauses only talk: "นอนไม่ค่อยหลับ 4 ชั่วโมงเองลูก"."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.meaning import Hear, Understood
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import hearsay
from surveys.replies.counts import (
    counting,
    not_asked,
    own_counts,
    recounted,
    tallies,
)
from surveys.replies.text import listening, mentions, pauses, words
from surveys.replies.text.hearing import Part
from surveys.replies.text.words import any_of, form

# A clause ends before or after a space that no number touches, after a polite word,
# and before what turns or concludes.
_CUT = form(
    "[|]|(?<=ค่ะ)|(?<=คะ)|(?<=ค่า)|(?<=ครับ)|(?<=คับ)|(?<=จ้ะ)|(?<=จ้า)|(?<=เจ้า)|(?=แต่(?!ก่อน|เดิม|ละ|เช้า|ง))|(?<=[ |])(?=ก็เลย|เลย|ตกลง|สรุป|รวม)| (?=[ก-๛])|(?<=[ก-๛]) "
)
# What leaves the count in doubt, wherever it stands.
_DOUBTS = form(
    "(?<!เ)ถ้า|หรือ|ไหม|มั้ย|[?]|มั้ง|ม้าง|น่าจะ|อาจ|คงจะ|แล้วแต่|บางวัน|บางเดือน|บางที|บางครั้ง|บ้าง|ก็มี|กี่|ไม่รวม|ไม่นับ|ยังไม่นับ|อีก|บวก|เอ้ย|เอ๊ย|อุ๊ย|ไม่ใช่|ไม่แน่|เกือบ|จวน|กว่า|เกิน|ไม่ถึง|หลาย|อยาก|ว่าจะ|ไม่รู้|จำไม่|ลืม|สมมติ|สมมุติ|เคย|เมื่อก่อน|แต่ก่อน|สมัย|เดิม|(?:ปี|เดือน|อาทิตย์|สัปดาห์|วัน)(?:ก่อน|ที่แล้ว|หน้า|กลาย)|ขึ้นไป|อย่างน้อย|อย่างมาก|เสนอ|ขอให้|ไม่ควร|ไปกลับ|อย่างละ|ครึ่งต่อครึ่ง"
)
# What is said with a "but" and yet leaves the count as it is.
_BUT_STILL = form(
    "แต่(?:ก็)?(?:ไม่ค่อย|ไม่พอ|ไม่คุ้ม|ไม่ไหว|เหนื่อย|แพง|เก่า|ร้อน|ช้า|ยังไม่(?:ชิน|พอ|คุ้ม|หาย)|เงียบ|ไม่มีใคร|ไม่เห็นมีใคร|ไม่ดีขึ้น|ไม่หาย|ไกล|เบื่อ|สนุก|ดี|ไม่เป็นไร|พอกิน|พออยู่|เล็ก|แคบ|รถติด)"
)
_NOT_BEFORE = form(
    "(?:ไม่|บ่|หลัก|เป็น|ที่|ครั้งที่|คนที่|จะ|จะครบ|ถึง|ยัน|(?<!อยู่)(?<!บ้าน)ใกล้|หมู่|ซอย|เลขที่|ชั้น|เบอร์|ข้อ|รุ่น|สาย|ตึก|รหัส)(?:ได้|มี|ใช่|สัก|ซัก| )*$"
)
_OTHERS = form(
    f"(?:^|[ |])(?:แต่|ส่วน|ที่|ของ)?(?:{any_of(tallies.KIN - words.listed('พี่ ป้า ลุง น้า อา ตา ยาย'))}|เพื่อน[ก-๛]{{0,6}}|ข้างบ้าน|เขา|เค้า|คนอื่น|ชาวบ้าน|บ้านอื่น|หัวหน้า|หมอ|เจ้าของ[ก-๛]{{0,6}}|เถ้าแก่)(?!ๆ?(?:ให้|จ่าย|ขึ้น|บ้าน|ค้า|งาน|เขย))"
)
MAX_OWN = 1


def told(question: Question, reply: str, rules: Hear) -> Understood | None:
    """The count that one clause gives, by itself, and that no other clause touches."""
    text = own_counts.respelt(mentions.text(reply))
    units = counting.asked_units(question)
    if len(units) != 1 or _DOUBTS.search(_of_no_weight(text)):
        return None
    if recounted.DOUBTS.search(text) or recounted.is_of_other_cost(
        naming.asked(question), text
    ):
        return None
    (unit,) = units
    found = mentions.found(text, halves=False)
    if not found:
        return None
    own = list(own_counts.of_it(question, text, found, unit))
    if len(own) != MAX_OWN or tallies.is_of_others(question, text):
        return None
    if not_asked.is_beside_it(question, text):
        return None
    mine = own[0]
    if any(each.unit is None for each in found if each is not mine.mention):
        return None  # "อายุ 40 อยู่มา 20", "บ้านเลขที่ 12 หมู่ 3"
    asked = naming.asked(question)
    if hearsay.is_foreign(asked, text.replace(" ", "").replace("|", "")):
        return None
    start, end = _clause(text, mine.mention.start, mine.mention.end)
    before, clause, after = text[:start], text[start:end].strip(), text[end:]
    if clause == text.strip() or _NOT_BEFORE.search(text[: mine.mention.start]):
        return None
    if _is_of_another(asked, before, clause):
        return None
    if re.search("แต่(?!ละ|ก่อน)", _BUT_STILL.sub("", after)):
        return None
    if _asks_or_mocks(question, before) or _asks_or_mocks(question, after):
        return None
    heard = rules(clause)
    return heard if heard.is_answer and heard.value == _whole(mine.value) else None


_NO_TALK = frozenset((Part.ASK, Part.SARCASM, Part.HEDGE, Part.BOUND))


def _asks_or_mocks(question: Question, rest: str) -> bool:
    parted = listening.parted(question, pauses.typed(rest), "th")
    return any(each.token.part in _NO_TALK for each in parted)


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


# Turns of speech in which a word of doubt says nothing of the number.
_IDLE = form(
    "อีกแล้ว|อีกเลย|อีกต่างหาก|ด้วยอีก|ขึ้นอีก|ก็มีแต่|ไม่ค่อย|ตั้งแต่เดิม|กว่าจะ[ก-๛]{2,14}|ที่อื่นอีก|หลายอย่าง|หลายเรื่อง|หลายโรค"
)


def _of_no_weight(text: str) -> str:
    return _IDLE.sub("", text)


def _clause(text: str, first: int, last: int) -> tuple[int, int]:
    """Where the clause that holds a number begins and ends."""
    start, end = 0, len(text)
    for cut in _CUT.finditer(text):
        if cut.end() <= first and not _joins(text, cut.start(), cut.end()):
            start = cut.end()
        elif end == len(text) and (
            cut.start() > last or _turns(text, cut.start(), last)
        ):
            end = cut.start()
    return start, end


def _turns(text: str, at: int, last: int) -> bool:
    return at == last and text.startswith("แต่", at)


def _joins(text: str, start: int, end: int) -> bool:
    """Whether what stands round a cut is one phrase: the noun of a number, say."""
    return text[start:end].strip() == "" and bool(
        re.search("(?:มี|ได้|ประมาณ|แค่|ราว|สัก|ซัก|ก็|ละ)$", text[:start].rstrip())
    )


def _is_of_another(asked: str, before: str, clause: str) -> bool:
    """Whether somebody else is told of last before the count, or in its clause."""
    if any(each.strip(" |") not in asked for each in _OTHERS.findall(clause)):
        return True
    is_bare = re.match(
        "[0-9]|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน", clause
    )
    last = re.split("[|]", before)[-1]
    others = _OTHERS.findall(last)
    return bool(is_bare and others) and any(
        each.strip(" |") not in asked for each in others
    )
