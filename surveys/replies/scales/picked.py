"""A scale's point that a reply picks out, with talk before or after it: by its number, as
the first or the last, as what one says when asked, or by its label at the end."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import plain_text
from surveys.meaning import NOT_UNDERSTOOD, Hear, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.scales import scaling

_MAY_BE = re.compile(
    "[1-5]|หนึ่ง|สอง|สาม|สี่|ห้า|แรก|ท้าย|ถาม|ถ้าให้|ไหม|มั้ย|มั๊ย|ขอ|วางตัว|[ ,.]|ค่ะ|ครับ|จ้ะ"
)
_ITEM = "(?:ตัวเลือก|คำตอบ|อัน|ข้อ|เบอร์|ช่อง|ระดับ|หมายเลข)"
_TAKES = "(?:ขอ|เอา|เลือก|ตอบ|ให้|กด|จัด|ก็|งั้น|เป็น|ผม|หนู|ป้า|ลุง|ฉัน| )*"
_BY_NUMBER = re.compile(
    rf"(?:^|[ ,.]|(?<=ครับ)|(?<=ค่ะ)|(?<=คับ)|(?<=จ้ะ)|(?<=จ้า))(?:{_TAKES}{_ITEM} ?(?:ที่)? ?|(?:ขอ)?(?:เลือก|ตอบ|กด|ให้)(?:เป็น|ไป)? ?)(?P<point>{scaling.POINT})(?:แล้วกัน|ละกัน|ก็พอ|พอ)?{scaling.POLITE}*$"
)
_OUTERMOST = re.compile(
    rf"^(?P<takes>{_TAKES})(?:ตัวเลือก|คำตอบ|อัน|ข้อ|ตัว|ช่อง)(?:ที่)?(?P<which>แรก|ท้าย|สุดท้าย)(?P<most>สุด|เลย|ไปเลย|แหละ)*{scaling.POLITE}*$"
)
_WHEN_ASKED = re.compile(
    "(?:ถ้า)?ถามว่า[^ ,.]{2,24}?(?:ไหม|มั้ย|มั๊ย|หรือเปล่า|รึเปล่า|หรือไม่|แค่ไหน|เพียงใด|เท่าไหร่) *(?:มัน)?(?:ก็)?"
    "|ถ้าถาม(?:ใจ)?(?:ผม|ป้า|ลุง|หนู|ฉัน|ยาย|ตา|พี่|เรา|กัน|ตรงๆ|ว่า)+ *(?:ก็)?"
    "|ถ้า(?:จะ)?ให้(?:ผม|ป้า|ลุง|หนู|ฉัน|ยาย|เรา)?(?:ตอบ|เลือก|พูด|คะแนน|บอก|ประเมิน|ว่า)(?:ตรงๆ|จริงๆ|ตามจริง|กัน|มา)* *(?:ก็)?"
    "|^[ก-๙]{2,14}(?:ไหม|มั้ย|มั๊ย) +ก็"
)
_PLACES_ONESELF = re.compile(
    "^(?:อาตมา|ผม|หนู|ฉัน|ดิฉัน|ป้า|ลุง|ยาย|ตา|พี่|น้า|เรา|ข้าพเจ้า|ก็|เลย)*(?:ขอ)?(?:วางตัว|ทำตัว|อยู่|เลือก|ตอบ(?:ว่า)?|เป็น(?=เป็น)|ให้)*(?=เป็นกลาง|กลาง|ตรงกลาง)"
)
_CHATTER = re.compile("เจริญพร|สาธุ|สวัสดี|ขอบคุณ|ดีกว่า")
_TURNS = re.compile(
    "(?<!เ)ถ้า|หาก|หรือ|[?]|ไหม(?!้)|มั้ย|เคย|เมื่อก่อน|แต่ก่อน|สมัย|อยาก|ควร|น่าจะ|คง|อาจ|เพื่อน|ข้างบ้าน|คนอื่น|เขาว่า|บอกว่า|ว่ากัน|555|ประชด|ยกเว้น|บางคน|แม่|พ่อ|ลูก|แฟน|เมีย|ผัว|สามี|ภรรยา|ปี(?:ก่อน|ที่แล้ว|หน้า)|เดือน(?:ก่อน|ที่แล้ว|หน้า)|ไม่ใช่|ใครว่า|ใครบอก"
)


def meant(question: Question, reply: str, rules: Hear, hear: Hear) -> Understood | None:
    """The point that is picked; NOT_UNDERSTOOD where two are; None where none is.

    `rules` hears what is sure word for word, `hear` also what is only likely.
    """
    if question.kind is not Kind.SCALE5 or question.own_numbers:
        return None
    if not _MAY_BE.search(reply):
        return None
    text = scaling.respelt(plain_text.ascii_digits(reply))
    for find in (_by_number, _outermost, _when_asked, _in_the_middle, _at_the_end):
        if (found := find(question, text, rules, hear)) is not None:
            return found
    return None


def _by_number(
    question: Question, text: str, rules: Hear, hear: Hear
) -> Understood | None:
    """ "ปลอดภัยดีครับ ไม่มีขโมย เลือกอันที่ 4"."""
    match = _BY_NUMBER.search(text)
    before = text[: match.start()].strip() if match else ""
    if match is None or not before or scaling.BUT.search(text):
        return None
    if scaling.DOUBTS.search(text) or re.search("[1-5] *$|ไม่(?:เอา|ใช่|เลือก)", before):
        return None
    point = scaling.point_at(match["point"])
    other = rules(before)
    if other.is_answer and int(str(other.value)) != point + 1:
        return NOT_UNDERSTOOD
    return from_choice(question, point)


def _outermost(
    question: Question, text: str, rules: Hear, hear: Hear
) -> Understood | None:
    """ "อันแรกสุดเลยครับ เข้าแล้วแทบเป็นลม"; a bare "อันแรก" may be the best one."""
    clauses = scaling.clauses_of(text)
    match = _OUTERMOST.match(clauses[0]) if clauses else None
    if match is None or scaling.BUT.search(text) or scaling.DOUBTS.search(text):
        return None
    is_picked = re.search("เอา|เลือก|ตอบ|กด", match["takes"]) or re.search(
        "แรก(?:สุด|เลย|ไปเลย)|สุดท้าย(?:เลย|ไปเลย)", clauses[0]
    )
    if not is_picked and len(clauses) < MIN_CLAUSES:
        return None
    point = 0 if match["which"] == "แรก" else 4
    rest = " ".join(clauses[1:])
    other = rules(rest) if rest else None
    if other and other.is_answer and int(str(other.value)) != point + 1:
        return NOT_UNDERSTOOD
    return from_choice(question, point)


MIN_CLAUSES = 2


def _when_asked(
    question: Question, text: str, rules: Hear, hear: Hear
) -> Understood | None:
    """ "ถามว่ากังวลไหมก็ปานกลาง": the answer to what one asks oneself."""
    asks = list(_WHEN_ASKED.finditer(text))
    rest = text[asks[-1].end() :].strip() if asks else ""
    if not rest or scaling.BUT.search(rest) or scaling.DOUBTS.search(rest):
        return None
    found = hear(rest)
    return found if found.is_answer else None


def _in_the_middle(
    question: Question, text: str, rules: Hear, hear: Hear
) -> Understood | None:
    """ "ป้าขอวางตัวเป็นกลาง เจริญพร"."""
    label = scaling.labels_of(question)[2]
    if not re.search("กลาง", label) or scaling.BUT.search(text):
        return None
    clauses = [each for each in scaling.clauses_of(text) if not _CHATTER.match(each)]
    if len(clauses) != 1:
        return None
    clause = _CHATTER.sub("", clauses[0])
    placed = _PLACES_ONESELF.match(clause)
    if placed is None or not placed.end():
        return None
    is_middle = re.fullmatch(
        f"(?:เป็น|ตรง)*กลาง(?:ๆ)?{scaling.POLITE}*", clause[placed.end() :]
    )
    return from_choice(question, 2) if is_middle else None


_OPENS = "^(?:ก็|เลย|มัน|รวมๆ|สรุป|โดยรวม|ถือว่า|ให้|เอา|ตอบ|ผม|หนู|ป้า|ลุง|ฉัน|ดิฉัน|ยาย|พี่)*"
_ENDS = f"{scaling.POLITE}*$"


def _at_the_end(
    question: Question, text: str, rules: Hear, hear: Hear
) -> Understood | None:
    """ "เขาเปิดให้ดูตลอด เชื่อมั่นมาก": a whole label, after talk of why."""
    clauses = scaling.clauses_of(text)
    if len(clauses) < MIN_CLAUSES:
        return None
    last = re.sub("^แต่(?:ก็)?", "", clauses[-1])
    said = re.sub(_ENDS, "", re.sub(_OPENS, "", last))
    known = naming.labelled(question, "th")
    place = known.get(plain_text.plain(last), known.get(plain_text.plain(said)))
    before = " ".join(clauses[:-1])
    if (
        place is None
        or place == naming.UNCLEAR
        or len(plain_text.plain(said)) < MIN_LABEL
    ):
        return None
    if _TURNS.search(before) or scaling.BUT.search(before) or not _THAI.match(said):
        return None
    is_same_side = all(
        not told.is_answer or (int(str(told.value)) - 3) * (place - 2) >= 0
        for told in map(hear, clauses[:-1])
    )
    sure = (rules(each) for each in clauses[:-1])
    is_sure = all(not s.is_answer or int(str(s.value)) == place + 1 for s in sure)
    is_turned = last != clauses[-1]
    return (
        from_choice(question, place)
        if is_sure and (is_turned or is_same_side)
        else None
    )


MIN_LABEL = 4
_THAI = re.compile("[ก-๛]")
