"""Of two answers in one reply the one that stands: what is taken back, or was before, is
none.

Asked last, of whatever rule understood it: an answer that the same reply takes back, or
says of a time before the one that is asked of, is asked again.
"""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import politeness
from surveys.meaning import NOT_UNDERSTOOD, Hear, Understood
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import talking
from surveys.replies.around.sides import PRESENT

_KINDS = (Kind.SINGLE, Kind.SCALE5, Kind.NUMBER)
_POLITE = f"(?:{politeness.ENDS}|นะ|น่ะ|ละ|ล่ะ|สิ|ซิ|ดิ|ดีกว่า|แล้วกัน|ละกัน)*"
# Stands between the two, by itself or before the second.
_ALONE = "ไม่|ไม่ใช่|ไม่เอา|ไม่ดีกว่า|บ่|บ่แม่น|บ่เอา|เอ่อ|อืม|อ้อ|อ๋อ|เออ|เดี๋ยว(?!นี้)|เดี๋ยวก่อน|ผิด|ลืมไป|งั้น|nope|no(?=[ ,.]+[0-9])|wait|hmm"
_AT_ONCE = (
    "(?:ไม่|ไม่ใช่|บ่แม่น) ?ๆ|เอ้ย|เอ๊ย|อุ๊ย|อุ้ย|เอ๊ะ|เฮ้ย|โทษที|ขอโทษ(?:ที)?|(?:พิมพ์|พิม|กด|ตอบ|นับ|จิ้ม|คิด)ผิด|ล้อเล่น|พูดเล่น|ประชด|"
    "ลด(?:ลง)?(?:เหลือ|เป็น|มา)|เพิ่ม(?:ขึ้น)?เป็น|เปลี่ยน(?:ใจ)?(?:เป็น|มา|เอา)?|ขอแก้(?:เป็น)?|แก้เป็น|แต่(?:เอา|ขอ)(?:เป็น)?|->|=>|>|→|oops|sorry|i mean"
)
_BACK = re.compile(
    rf"(?<=[^ ])(?:[ ,.!…]+(?:{_ALONE}){_POLITE}[ ,.!…]+|[ ,.!…]*(?:{_AT_ONCE}){_POLITE}[ ,.!…]*)(?=[^ ])",
    re.IGNORECASE,
)
_NO = re.compile("^[ ,.!…]*(?:ไม่|บ่|ไม่ใช่|no)[ ,.!…]*$", re.IGNORECASE)


def withheld(
    question: Question, reply: str, found: Understood, hear: Hear
) -> Understood:
    """What was found, unless it is not the reply's last word, or not of now."""
    if not found.is_answer or question.kind not in _KINDS:
        return found
    text = re.sub(r"\s+", " ", reply).strip()
    if (
        _is_taken_back(text, found, hear)
        or _was(question, text, found, hear)
        or _is_by_turns(question, text, hear)
    ):
        return NOT_UNDERSTOOD
    return found


def _is_taken_back(text: str, found: Understood, hear: Hear) -> bool:
    """ "สองแล้วกัน ไม่ สามดีกว่า": whether another answer comes after a taking back."""
    back = next(reversed([*_BACK.finditer(text)]), None)
    if back is None:
        return False
    after = hear(_ENDS.sub("", _LEADS.sub("", text[back.end() :])) or "-")
    if after.is_answer:
        return after != found
    return bool(_NO.match(back[0]))


_LEADS = re.compile("^(?:(?:เอา|ขอ|เป็น|ต้อง|จริง ?ๆ|จริง|คือ|ก็|น่าจะ)(?:เป็น)? *)+(?=[^ ])")
_ENDS = re.compile(f"(?: *(?:ดีกว่า|ต่างหาก|จริง|พอ|แทน|มากกว่า|{_POLITE[3:-2]}))+$")
_THEN = (
    "เมื่อก่อน|แต่ก่อน|ตะก่อน|สมัยก่อน|ก่อนหน้านี้|ก่อนนี้|ก่อนหน้า|เดิมที|แต่เดิม|เดิม(?!ๆ| ?ๆ)|ตอนแรก|แรก ?ๆ|"
    "(?:ปี|เดือน|อาทิตย์|สัปดาห์)(?:ก่อน|ที่แล้ว|กลาย)|เมื่อวาน|สมัย(?!นี้)[ก-๙]{2,12}?(?=[ ]|มาก|น้อย)|(?:ตอน|สมัย)(?:เด็ก|หนุ่ม|สาว|วัยรุ่น)(?: ?ๆ)?"
)
# "ก่อนน้อย", and no "ก่อนอื่น", no time of day and no event: "ก่อนเที่ยง", "ก่อนฝนตก".
_BEFORE = "ก่อน(?!อื่น|ตอบ|จะ|ที่|นอน|เที่ยง|เช้า|สาย|บ่าย|เย็น|ค่ำ|มืด|สว่าง|รุ่ง|เข้า|ออก|ไป|มา(?!ก)|กลับ|ฝน|หน้า|ถึง|ปี|เดือน|ตี|[0-9๐-๙]+ ?(?:โมง|ทุ่ม|น\\.|นาฬิกา|:)|[ก-๙]+(?:โมง|ทุ่ม)|เลย|ละ|นะ|ค่ะ|ครับ|แล้ว|$)"
_LEAD = "(?:ก็|กะ|คือ|มัน|แต่|ถ้า(?!ตอบ)|ผม|ฉัน|หนู|เรา|ป้า|ลุง|ยาย|ตอน| )*"
_IS_THEN = re.compile(
    f"^{_LEAD}(?:{_THEN}|{_BEFORE}|เคย(?=อยู่|มี|ให้|ใช้|เป็น|พอใจ|เห็นด้วย|มาก|น้อย|[0-9]|[ก-๙]{{2,8}}ทุกวัน))"
)
_WAS_THEN = re.compile(
    f"(?:เมื่อก่อน|แต่ก่อน|สมัยก่อน|ก่อนหน้านี้|ตอนเด็ก ?ๆ?|สมัยเด็ก ?ๆ?)(?:นะ|น่ะ|{politeness.ENDS})*$"
)
_COMPARES = re.compile("กว่า|เหมือน|ขึ้น|ลง|เท่า|ยัง|จน|ตั้งแต่|ตลอด|เปลี่ยน|เป็นต้นมา|มาแล้ว|จาก")
_CUT = re.compile(
    f"(?<![0-9๐-๙]) +(?![ๆ0-9๐-๙])|(?={PRESENT})|(?<=.)(?<!ตั้ง)(?<!กว่า)(?=แต่(?:{_THEN}|เดี๋ยวนี้|ตอนนี้|ก่อน))"
)
_NOW = re.compile(f"^(?:แต่|ส่วน)?(?:{PRESENT}) *")
_OF_PAST = re.compile(
    "เคย|ก่อน|ที่ผ่านมา|ผ่านมา|ที่แล้ว|ล่าสุด|ตั้งแต่|เทียบ|เปลี่ยน|กว่า|ขึ้นไหม|มาแล้ว|เมื่อ|last|past|ever|before|ago"
)


def _was(question: Question, text: str, found: Understood, hear: Hear) -> bool:
    """ "ก่อนมากที่สุด เดี๋ยวนี้น้อย": whether it is an answer of the time before."""
    if not _MAY_BE.search(text) or _OF_PAST.search(naming.texts(question)):
        return False
    if any(_IS_THEN.search(label) for label in naming.labels(question)):
        return False
    pieces = _pieces(text)
    then = [
        each
        for each in pieces
        if (_IS_THEN.search(each) or _WAS_THEN.search(each))
        and not _COMPARES.search(each)
    ]
    if not then:
        return False
    rest = [_NOW.sub("", each) for each in pieces if each not in then]
    now = " ".join(each for each in rest if each)
    if not now:
        return True
    told = hear(now)
    if talking.is_yes_or_no(question):
        is_off = told != found and found.value == "yes"
        return is_off and any(hear(_bare(each)) == found for each in then)
    if told.is_answer:
        return told != found
    return any(hear(_bare(each)) == found for each in then)


_MAY_BE = re.compile("ก่อน|เดิม|แรก|ที่แล้ว|กลาย|เมื่อวาน|สมัย|เคย|เด็ก")


def _pieces(text: str) -> list[str]:
    """Its clauses; "เมื่อก่อน" by itself is of the one it stands before."""
    found: list[str] = []
    for piece in (each.strip() for each in _CUT.split(text)):
        if found and re.fullmatch(f"{_LEAD}(?:{_THEN}|ก่อน|{PRESENT})", found[-1]):
            found[-1] += piece
        elif piece:
            found.append(piece)
    return found


def _bare(piece: str) -> str:
    return _WAS_THEN.sub("", re.sub(f"^{_LEAD}(?:{_THEN}|ก่อน|เคย)", "", piece)) or "-"


_TURN = (
    "กลาง(?:วัน|คืน)|เช้า|สาย|บ่าย|เย็น|ค่ำ|ดึก|หน้า(?:ร้อน|ฝน|หนาว|แล้ง)|ฤดู[ก-๙]{2,5}?|วันธรรมดา|วันหยุด|เสาร์อาทิตย์|วัน(?:จันทร์|ศุกร์|เสาร์|อาทิตย์)|"
    "บาง(?:วัน|ที|คน|ครั้ง|เรื่อง|อย่าง|จุด)|ข้างใน|ข้างนอก|ในบ้าน|นอกบ้าน|ฝั่งนี้|ฝั่งโน้น|ต้นเดือน|ปลายเดือน|ปีนี้|ปีหน้า"
)
_OF_A_TURN = re.compile(
    f"^(?:ตอน|ช่วง|ถ้า|พอ|แต่|ส่วน|ก็)*(?:{_TURN})(?:ก็|จะ|นี่|น่ะ|อะ)*(?P<said>.+)$"
)


def _is_by_turns(question: Question, text: str, hear: Hear) -> bool:
    """ "หน้าร้อนเยอะ หน้าฝนน้อย": two points of a scale, each of its own time."""
    if question.kind is not Kind.SCALE5 or " " not in text:
        return False
    turns = [
        match["said"] for each in _pieces(text) if (match := _OF_A_TURN.match(each))
    ]
    said = {told.value for each in turns if (told := hear(each.strip())).is_answer}
    return len(said) > 1
