"""Tells that a point of a scale was heard in words that say something else.

Scoffed at, only wished for or to come, of another thing or by somebody else, or in
letters that are part of another word: without those words the reply says it no more.
"""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.meaning import NOT_UNDERSTOOD, Hear, Understood
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.scales import moving, scaling

_SCOFFS = re.compile(
    "(?:ซะ|เสีย)?ที่ไหน(?:ล่ะ|ละ|กัน|เล่า)?|ใคร(?:เขา|เค้า)?(?:ว่า|บอกว่า|บอก|จะ)|ก็(?:บ้า|แปลก|โม้|โกหก|ตลก)(?:แล้ว|ละ|สิ)*|(?:จะ)?(?=[ก-๙]+ได้(?:ยัง)?ไง)|ได้(?:ยัง)?ไง(?:ล่ะ|ละ)?"
)
_WISHES = re.compile(
    "ขอให้(?!คะแนน| )|หวังว่า(?:จะ)?|(?:ปี|เดือน|อาทิตย์)หน้า(?:คง|น่าจะ|จะ)*|^(?:ก็|ผม|หนู|ฉัน|เรา| )*(?:ควร(?:จะ)?|อยาก(?:ให้|จะ)?|น่าจะ(?=[ก-๙]+ได้))"
)
_ASKS_WISHES = re.compile("อยาก|ควร|หวัง|คาด|จะ|ต้องการ|ถ้า|หน้า")
# Letters of the middle in other words; of "every day" in "these days".
_OTHER_WORDS = re.compile(
    "กลาง(?:คืน|วัน(?!ที่)|ทุ่ง|แจ้ง|ซอย|หมู่บ้าน|เดือน|ปี|ถนน|ตลาด|น้ำ|บ้าน|แดด|ฝน)|(?:คน|กอง|ส่วน)กลาง|(?:อยู่|นั่ง|นอน|ยืน|ว่าง)เฉย ?ๆ?|เฉยเมย|"
    "ครึ่ง(?:เดือน|ปี|วัน|ชั่วโมง|หลัง|แรก|ทาง|ซอย|โล)|ทุกวันนี้|ทุกวันพระ|ไม่มีวันพระ"
)
_CHANGES = "(?:ดีขึ้น|แย่ลง|เลวลง|มากขึ้น|น้อยลง|เพิ่มขึ้น|ลดลง|สูงขึ้น|ต่ำลง|เพิ่ม|ลด)"
_NO_CHANGE = re.compile(
    f"(?:ไม่|บ่)(?:ได้|เห็น|ค่อย|เคย|น่า)?(?:จะ|มี|ว่า)?(?:อะไร)?{_CHANGES}"
)
_OTHER_THING = re.compile(
    "^(?:แต่|ก็)?(?P<what>สุขภาพ|เศรษฐกิจ|ราคา|ค่า[ก-๙]{2,8}?|ตา|หู|ขา|เข่า|หลัง|ร่างกาย|อาการ|รายได้|หนี้|เงินเดือน|คน(?!ทิ้ง|ใช้|ปลูก)|ประชากร|การเงิน|ใจ|ชีวิต|รถ(?!ขยะ)|หวย|ข้าวของ)(?:ผม|ฉัน|หนู|เรา|มัน|ก็|ของ|จะ)*(?=ดี|แย่|เลว|เพิ่ม|ลด|มาก|น้อย|สูง|ต่ำ|ขึ้น|แพง)"
)
_ON = re.compile(
    "(?:กังวล|ห่วง|กลัว|เครียด|พอใจ|เชื่อ|สนใจ)(?:แต่)?เรื่อง(?P<what>[ก-๙]{2,12}?)(?=มาก|น้อย|ที่สุด|ปานกลาง|เล็กน้อย|$| )"
)
_DOES = re.compile(
    "^(?:แต่|ก็)?(?P<who>พระ|เทศบาล|วัด|รถ(?:เมล์|ขยะ|ไฟ|น้ำ|ตู้|บัส|โดยสาร)?|โรงงาน|หมา|เขา|เค้า|คนงาน|ตำรวจ|หมอ|อสม\\.?|ครู|นายก|ผู้ใหญ่บ้าน|ลูก|ผัว|เมีย|แฟน|เพื่อน)(?:เขา|เค้า|ก็|จะ|มัน)*(?:มา|เก็บ|จัด|วิ่ง|เปิด|ตรวจ|แจก|เทศน์|เห่า|แยก|ไป|ทำ|ล้าง)"
)
_OF_OWN = re.compile("(?:ท่าน|คุณ)(?!ได้กลิ่น|ได้ยิน|เห็น|พอใจ|เชื่อ|คิด|รู้สึก|กังวล|พบ|เจอ)")
_OFTEN = re.compile("บ่อย|ทุกวัน|ทุกครั้ง|เสมอ|ปีละ|เดือนละ|ไม่เคย")
_WANTS = re.compile("ขาด(?:แคลน|ถัง|น้ำ|เงิน|คน|ทุน)")
# Faint, and so no high point: "เหม็นจางๆ".
_FAINT = re.compile("(?:จาง|อ่อน|แว่ว|เบา|ราง)(?: ?ๆ|ๆ|บาง|มาก|ลง)*$")
# On a condition, which is not "if you ask me".
_IF = re.compile("ถ้า(?!(?:จะ)?(?:ถาม|ให้(?:ตอบ|คะแนน|เลือก|พูด|บอก|ว่า)|พูด))")
_COUNTED_UP = re.compile(f"^(?:(?:{scaling.POINT})[ ,.]*){{3,5}}$")
MIN_THING = 3  # letters that tell what one is worried about


def withheld(
    question: Question, reply: str, found: Understood, hear: Hear
) -> Understood:
    """What was found, unless the reply does not say it. `hear` tells what a reply
    means."""
    if question.kind is not Kind.SCALE5 or question.own_numbers or not found.is_answer:
        return found
    point = question.values.index(found.value)
    if (
        moving.is_only_if(question, reply)
        or moving.is_the_other_way(question, reply, point)
        or moving.is_mocked(question, reply, point)
    ):
        return NOT_UNDERSTOOD
    text = re.sub(f"{scaling.POLITE}+$", "", scaling.respelt(reply))
    if _COUNTED_UP.match(text):
        return NOT_UNDERSTOOD
    if len(scaling.clauses_of(text)) > 1:
        return found  # what it says besides may be of anything
    is_off = (
        _is_of_both_ends(question, text)
        or _IF.match(text)
        or (point > 2 and _is_faint(question, text, point))
        or _is_of_else(question, text)
        or any(
            (bare := pattern.sub(" ", text)) != text and (hear(bare) == found) is stays
            for pattern, stays in _patterns(question, point)
        )
    )
    return NOT_UNDERSTOOD if is_off else found


def _patterns(question: Question, point: int) -> list[tuple[re.Pattern[str], bool]]:
    """What is taken out, and whether it is off if the rest still says the same: who
    scoffs or wishes says the very words; what is part of other words says nothing."""
    asked, labels = question.text.th or "", scaling.labels_of(question)
    found = [(_SCOFFS, True)]
    if not _ASKS_WISHES.search(asked):
        found.append((_WISHES, True))
    if not any(_OTHER_WORDS.search(each) for each in labels):
        found.append((_OTHER_WORDS, False))
    if scaling.is_of_change(labels) and point != 2:
        found.append((_NO_CHANGE, False))
    return found


def _is_of_both_ends(question: Question, text: str) -> bool:
    """ "อย่างยิ่ง": a degree that both ends of the scale have."""
    ends = [scaling.labels_of(question)[place] for place in (0, 4)]
    return text == "อย่างยิ่ง" and all(text in end for end in ends)


def _is_faint(question: Question, text: str, point: int) -> bool:
    faint = _FAINT.search(text)
    return bool(faint) and not _FAINT.search(scaling.labels_of(question)[point])


def _is_of_else(question: Question, text: str) -> bool:
    asked = (question.text.th or "") + naming.together(question)
    if scaling.is_of_change(scaling.labels_of(question)):
        thing = _OTHER_THING.match(text)
        if thing and thing["what"] not in asked:
            return True
    on = _ON.search(text)
    if on and on["what"][:MIN_THING] not in asked:
        return True
    if not _OFTEN.search("".join(scaling.labels_of(question))):
        return False
    if _WANTS.search(text):
        return True
    does = _DOES.match(text) if _OF_OWN.search(asked) else None
    if does is None:
        return False
    return does["who"] not in asked or f"ไป{does['who']}" in asked
