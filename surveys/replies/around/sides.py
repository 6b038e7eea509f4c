"""Replies that say two things of which one is meant: taken back, once and now, denied.

Each piece is heard by itself as if it were the whole reply; what is not heard for sure
in that way is left to be asked again.
"""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Iterator

from surveys import plain_text, politeness
from surveys.meaning import NOT_UNDERSTOOD, Hear, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import talking
from surveys.replies.text import words

# What a piece of the reply means by itself.

MAX_CLAUSES = 5
_KINDS = (Kind.SINGLE, Kind.SCALE5)


def meant(question: Question, reply: str, hear: Hear) -> Understood | None:
    """The side that is meant, where the reply has two; None where it has not for sure.

    Not for a question of yes or no, whose words turn round in ways of their own.
    """
    if question.kind not in _KINDS or talking.is_yes_or_no(question):
        return None
    text = re.sub(r"\s+", " ", reply).strip()
    return (
        _taken_back(text, hear)
        or _moved_to(text, hear)
        or _mine(text, hear)
        or _nowadays(question, text, hear)
        or _neither(question, text, hear)
        or _not_but(text, hear)
        or _agreed(text, hear)
        or _would_not(question, text, hear)
        or _left_over(question, text, hear)
        or _first_of_all(text, hear)
    )


_TAIL = re.compile(
    " *(?:ดีกว่า|ต่างหาก|มากกว่า|แล้วกัน|ละกัน|ก็แล้วกัน|แหละ|แทน|พอ|instead)"
    f"(?: *(?:นะ|{politeness.ENDS}))*$"
)
_LEAD = re.compile(
    "^(?:(?:ก็เลย|เลย|เหลือแต่|เหลือแค่|เหลือ|แต่ว่า|แต่|ก็|กะ|คือ|มัน|เป็น|เอาเป็น|เอา|ขอ|แค่|น่าจะ|ต้อง|แล้ว|ให้|หมายถึง|ตอบ|เลือก|but|just) *)+"
)


def _said(piece: str, hear: Hear) -> Understood:
    """What a piece means, also less the words that only set it against another."""
    found = hear(piece)
    if found.is_answer:
        return found
    cut = _TAIL.sub("", piece).strip()
    for shorter in dict.fromkeys((cut, _LEAD.sub("", cut).strip())):
        if shorter and shorter != piece and (found := hear(shorter)).is_answer:
            return found
    return NOT_UNDERSTOOD


# Who says so has seen that he was wrong; a bare "ไม่ใช่" may also deny what comes next.
_OOPS = (
    "อุ๊ยๆ?|อุ้ย|อุ๊ปส์?|เอ้ยๆ?|เอ๊ยๆ?|เฮ้ยๆ?|โทษที|โทษๆ|ขอโทษ(?:ค่ะ|ครับ|ที)?|ผิดๆ|ผิดแล้ว|ผิดละ|"
    "(?:พิมพ์|พิม|กด|ตอบ|จิ้ม)ผิด|ไม่ใช่ ?ๆ|ไม่ ?ๆ|ไม่ใช่ละ|ไม่ใช่สิ|ไม่ใช่ซิ|ไม่สิ|ไม่ดิ|บ่แม่น ?ๆ|"
    "ขอเปลี่ยน(?:ใจ)?(?:เป็น)?|เปลี่ยน(?:ใจ)?เป็น|แก้เป็น|ขอแก้(?:เป็น)?|เอาใหม่|oops|sorry|i mean"
)
_TAKEN_BACK = re.compile(
    rf"^(.+?)[ ,.…!]*(?:(?:ไม่ใช่|ไม่|เอ่อ|เออ|no|wait)[ ,.…]*)?(?:{_OOPS})"
    rf"(?:[ ,.…]*(?:ไม่ใช่|ไม่เอา|(?:{_OOPS})))*(?:ค่ะ|ครับ|คะ|นะ)?[ ,.…!]*(.+)$",
    re.IGNORECASE,
)
_NOT_SO = re.compile(r"^(.+?)[ ,]+(?:ไม่ใช่|บ่แม่น|ไม่เอา)(?:สิ|ดิ|ละ|ค่ะ|ครับ)?[ ,]+(.+)$")


def _taken_back(text: str, hear: Hear) -> Understood | None:
    """ "3 อุ๊ย ไม่ใช่ๆ 4", "เสียง ไม่ใช่ กลิ่นต่างหาก"."""
    slip = _TAKEN_BACK.search(text)
    if slip is None and (bare := _NOT_SO.search(text)) and _TAIL.search(bare[2]):
        slip = bare
    if slip is None or not _said(slip[1], hear).is_answer:
        return None
    after = _said(slip[2], hear)
    return after if after.is_answer else None


PAST = (
    "เมื่อก่อน|แต่ก่อน|แต่เดิม|แต่แรก|ตะก่อน|สมัยก่อน|ก่อนหน้านี้|ก่อนนี้|เดิมที|ตอนแรก|แรกๆ|เริ่มแรก|"
    "ปีก่อนๆ?|ปีที่แล้ว|เดือนก่อน|คน(?:ก่อน|เก่า|ที่แล้ว)|ชุด(?:ก่อน|เก่า|ที่แล้ว)|สมัยที่แล้ว|มาก่อน|เคย|used to|before"
)
PRESENT = (
    "ตอนนี้|เดี๋ยวนี้|เดี๋ยวนี่|เดียวนี้|ปัจจุบัน(?:นี้)?|ทุกวันนี้|ช่วงนี้|ปีนี้|เดือนนี้|หลังๆ(?: ?มานี้| ?มา)?|"
    "พักหลัง(?:ๆ|มานี้)?|ระยะหลัง|คน(?:นี้|ใหม่|ปัจจุบัน)|ชุด(?:นี้|ใหม่|ปัจจุบัน)|สมัยนี้|ยามนี้|มื้อนี้|nowadays|now"
)
_ONCE_NOW = re.compile(rf"^(.*(?:{PAST}).*?)(?:{PRESENT})[ ,]*(.+)$", re.IGNORECASE)
_NOW_ONCE = re.compile(
    rf"^(?:{PRESENT})[ ,]*(.+?)[ ,]*(?:แต่|ถึง)?(?:{PAST}).+$", re.IGNORECASE
)
_OF_PAST = re.compile(rf"{PAST}|เทียบ|กว่า|เปลี่ยน")
_CHANGE = re.compile("ขึ้น$|ลง$|ลงมาก$|ขึ้นมาก$|เดิม$")


def _nowadays(question: Question, text: str, hear: Hear) -> Understood | None:
    """ "แต่ก่อนใช้บ่อ เดี๋ยวนี้ใช้ประปา": what is so now, where no past is asked of."""
    found = _ONCE_NOW.search(text)
    piece = found[2] if found else None
    if found is None and (found := _NOW_ONCE.search(text)):
        piece = found[1]
    labels = naming.labels(question)
    if piece is None or any(_CHANGE.search(label) for label in labels):
        return None
    asked = question.text.th or ""
    if _OF_PAST.search(asked):
        return None
    after = _said(piece, hear)
    if not after.is_answer:  # "เดี๋ยวนี้ก็ใช้ประปา"
        after = _said(_USES.sub("", piece), hear)
    return after if after.is_answer else None


_USES = re.compile(
    "^(?:ก็|กะ|หันมา|เปลี่ยนมา|เปลี่ยนเป็น|ใช้|กิน|ซื้อ|ดื่ม|ทำ|ไป|มา|เป็น|อยู่|แต่|เลย|กลับ| )+"
)


_NO = "(?:ไม่ถึงกับ|ไม่ถึงขั้น|ไม่ได้ถึงกับ|ไม่ใช่ว่า|ไม่ได้|ไม่เชิง|ไม่ใช่|ไม่ค่อย|ไม่)"
_SO_FAR = f"(?: *(?:อะไร|ขนาดนั้น|หรอก|เหมือนกัน|นัก|นะ|{politeness.ENDS}|อะ|อ่ะ|ด้วย))*"
_AND = "(?:[ ,]*(?:แต่ว่า|แต่|และก็|และ|แล้วก็|แล้ว|ก็|กะ|จะว่า|จะ))*[ ,]*"
_NEITHER = re.compile(
    rf"^(?:ก็|กะ|จะ|จะว่า|คือ|มัน| )*{_NO}(?:จะ)?(.+?){_SO_FAR}{_AND}{_NO}(?:จะ)?(?:ถึงกับ)?(.+?){_SO_FAR}$"
)
_NEITHER_AFTER = re.compile(
    r"^(?:จะ|จะว่า|จะบอกว่า)?(.+?)(?:ก็|กะ| )+ไม่(?:ใช่|เชิง|ได้|ถึงกับ|ถึง)?(?:ว่า)?[ ,]*"
    r"(?:จะว่า|จะบอกว่า|จะ)?(.+?)(?:ก็|กะ| )+ไม่(?:ใช่|เชิง|ได้|ถึงกับ|ถึง)?"
    rf"{_SO_FAR}$"
)
_GROWN = re.compile("เลย|มาก|ที่สุด|ยิ่ง|สุด|โคตร")  # of one end it is then the other
_UNMOVED = words.listed(
    "เหมือนเดิม เท่าเดิม คงเดิม ไม่เปลี่ยนแปลง ไม่เปลี่ยน ไม่ต่าง ไม่แตกต่าง คงที่ พอดี พอใช้ พอสมควร เป็นกลาง neutral"
)


def middle(question: Question) -> int | None:
    """The point or option that lies between two ends, if there is one."""
    count = len(question.choices)
    if count % 2 == 0 or count > 5:
        return None
    said = naming.spoken(question, count // 2)
    is_middle = any(
        each in words.MIDDLE or each in _UNMOVED or each.endswith("ปานกลาง")
        for each in said
    )
    return count // 2 if is_middle else None


def _neither(question: Question, text: str, hear: Hear) -> Understood | None:
    """ "ไม่ได้ชอบ แต่ก็ไม่ได้เกลียด": both ends denied, where there is a middle."""
    place = middle(question)
    if place is None:
        return None
    found = from_choice(question, place)
    head, _, last = text.rpartition(" ")
    if head and hear(last) == found:  # "... เฉย ๆ"
        text = head
    for pattern in (_NEITHER, _NEITHER_AFTER):
        match = pattern.search(text)
        if match is None or any(_GROWN.search(each) for each in match.groups()):
            continue
        one, other = (
            _place(question, _end(question, each, hear)) for each in match.groups()
        )
        if one is None or other is None:
            continue
        if (one - place) * (other - place) < 0:
            return found
    return None


def _end(question: Question, piece: str, hear: Hear) -> Understood:
    """What one end means; "เพิ่ม" is "เพิ่มขึ้น" where a label says that."""
    labels = naming.labels(question)
    moves = (piece.strip() + move for move in ("ขึ้น", "ลง"))
    return hear(next((each for each in moves if each in labels), piece.strip()))


def _place(question: Question, found: Understood) -> int | None:
    if not found.is_answer:
        return None
    return next((i for i, v in enumerate(question.values) if v == found.value), None)


_MOVED = re.compile(
    "(?:ย้าย|เปลี่ยน|ขยับ|หนี|เลิก)(?:ค่าย|งาน|บ้าน|ยี่ห้อ|วิธี|ใจ)?(?:ออก)?จาก *(.+?) *(?:มาเป็น|มาใช้|มาอยู่|มาทำ|มา|ไปเป็น|ไปใช้|ไปอยู่|ไป|เป็น)(?!ก่อน) *(.+)$"
)


def _moved_to(text: str, hear: Hear) -> Understood | None:
    """ "ย้ายจากดีแทคมาทรู": where one has come to, not whence."""
    match = _MOVED.search(text)
    if match is None:
        return None
    before, after = _said(match[1], hear), _said(_DONE.sub("", match[2]), hear)
    return after if after.is_answer and after != before else None


_DONE = re.compile(" *(?:แล้ว|ละ|นานแล้ว|ได้.*|เมื่อ.*|ค่ะ|ครับ|จ้า|จ้ะ|นะ)+$")
_MINE = re.compile(
    "^.+?(?:แต่|ส่วน|สำหรับ) *(?:ตัว)?(?:ผม|ฉัน|ดิฉัน|หนู|เรา|ข้าพเจ้า|ป้า|ลุง|ยาย)(?:เอง|ว่า|คิดว่า|น่ะ|นะ|ก็|กลับ| )*(.{2,})$"
)


def _mine(text: str, hear: Hear) -> Understood | None:
    """ "กำนันคงพอใจ แต่ผมไม่พอใจ": what I say, after what others do."""
    match = _MINE.search(text)
    if match is None or re.search("ถ้า|หรือ", text):
        return None
    found = _said(match[1], hear)
    return found if found.is_answer else None


def _agreed(text: str, hear: Hear) -> Understood | None:
    """ "ไม่บ่อย นานๆทีนะ": what each of its clauses says by itself."""
    clauses = _clauses(text)
    if not 2 <= len(clauses) <= MAX_CLAUSES - 2 or _DOUBTS.search(text):
        return None
    found = {_said(clause, hear) for clause in clauses}
    return found.pop() if len(found) == 1 and next(iter(found)).is_answer else None


_DOUBTS = re.compile("แต่|ถ้า|หรือ|[?]|5(?: *5){2}|ไหม|มั้ย|มั้ง")
_DENIES = re.compile(
    r"^(?:แต่|ก็|กะ)?(?:ไม่ต้อง|ยังไม่ถึงขั้น|ยังไม่ถึงกับ|เลิก|ไม่ถึงขั้น|ไม่กล้า|ไม่ค่อยกล้า|ไม่ได้|ไม่ใช่ว่า|ไม่ใช่|ไม่เอา|ไม่ค่อย|ไม่ถึงกับ|ไม่อยาก|ไม่ชอบ|ไม่|ห้าม|อย่า|not |no )"
    r"(?:ไปหา|ไป|จะ|ใช้|มี|กิน|ดื่ม|ซื้อ)? *(.+?)(?: *(?:หรอก|ดอก|นะ|ค่ะ|คะ|ครับ|คับ|แล้ว|ละ|(?<!เย)อะ|อ่ะ|จ้ะ|จ้า|เลย))*$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"^(.+?)(?:ก็|นี่|นี้|นั้น|น่ะ|อะ|ลูก|เด็กๆ?|หลาน|แฟน|ที่บ้าน|คน| )*(?:มี(?:อยู่)?(?:เยอะ|พอ)?แล้ว|เบื่อ|แพง|ไกล|เงียบ(?:กริบ|ดี)?|เบา|ไม่กล้า(?:กิน|ดื่ม|ใช้|ไป)?|ไม่ชอบ|ไม่กิน|ไม่ดื่ม|ไม่เล่น|ไม่ดู|ไม่ฟัง|ไม่ไหล|ไม่ค่อย|ไม่ดัง|ไม่แรง|ไม่เหม็น|ไม่เท่าไหร่|ไม่เท่าไร|ไม่ค่อย(?:ดัง|แรง|เหม็น|มี)|ไม่ได้|ไม่เอา|ไม่ใช่|ไม่ว่าง|ติดงาน|ติดธุระ|ทำงาน|ไม่สะดวก|ไม่ไหว|ไม่มี|ไม่ใช้|ไม่ไป|ไม่ต้อง|ไม่ค่อย(?:ได้|มี|ใช้|ไป|ว่าง))"
    r"(?: *(?:หรอก|ดอก|นะ|ค่ะ|คะ|ครับ|คับ|แล้ว|ละ|(?<!เย)อะ|อ่ะ|จ้ะ|จ้า|เลย))*$"
)
_ALLOWED = re.compile(
    rf"^(?:แต่|ส่วน)?(.+?)(?:ก็|อะ| )*(?:ได้|ว่าง|สะดวก|พอได้|โอเค|ไหว)(?: *(?:นะ|{politeness.ENDS}|อยู่|เลย))*$"
)
_CUT = re.compile(r"[,;.!]\s*| +(?!ๆ)|(?<=ค่ะ)(?=แต่)|(?<=ครับ)(?=แต่)|(?=แต่)")


def _clauses(text: str) -> list[str]:
    return [piece for piece in _CUT.split(text) if piece.strip(" ,.")]


def _denied(clause: str, hear: Hear) -> Understood | None:
    """What a clause says is not so; None where it denies nothing heard for sure."""
    for pattern in (_DENIES, _DENIED):
        if (match := pattern.search(clause)) is not None:
            found = hear(match[1].strip())
            if found.is_answer:
                return found
    return None


def _told(text: str, hear: Hear) -> Iterator[tuple[bool, Understood]]:
    """Of each clause whether it denies, and what; those that say nothing are left."""
    for clause in _clauses(text):
        denied, found = _denied(clause, hear), _said(clause, hear)
        if denied is not None and found in (denied, NOT_UNDERSTOOD):
            yield True, denied
            continue
        if not found.is_answer and (match := _ALLOWED.search(clause)):
            found = _said(match[1], hear)
        yield False, found


_WOULD_NOT = re.compile(
    "^(?:ไม่(?:กล้า|ชอบ|เอา|ใช้|อยาก|ต้อง)|.{3,}(?:ไม่ว่าง|ไม่กิน|ไม่กล้า|ไม่เอา|ไม่ใช้|ไม่มี|ไม่สะดวก|มีแล้ว|มีอยู่แล้ว|มีเยอะแล้ว|ไม่ไหล|ไม่เล่น|ไม่ดู|เสีย|พัง|แพง|หมด|ไม่มา))"
)


def _would_not(question: Question, text: str, hear: Hear) -> Understood | None:
    """ "เสาร์อาทิตย์ไม่ว่าง วันธรรมดา": what comes after some that are refused at once."""
    clauses = _clauses(text)
    if question.kind is not Kind.SINGLE or len(clauses) != 2 or _DOUBTS.search(text):
        return None
    first, last = (_said(clause, hear) for clause in clauses)
    if first != NOT_UNDERSTOOD or not last.is_answer or "ไม่" in clauses[1]:
        return None
    label = naming.spoken(question, question.values.index(last.value))[0]
    is_of_it = label.startswith("ไม่") or label in plain_text.plain(clauses[0])
    return last if _WOULD_NOT.search(clauses[0]) and not is_of_it else None


def _not_but(text: str, hear: Hear) -> Understood | None:
    """ "ไม่ใช้เฟซนะ ใช้ไลน์": what is said, where another is denied and no third."""
    clauses = _clauses(text)
    if not 2 <= len(clauses) <= MAX_CLAUSES or "หรือ" in text or "ถ้า" in text:
        return None
    if not any(_DENIES.search(each) or _DENIED.search(each) for each in clauses):
        return None
    told = list(_told(text, hear))
    denied = {found for is_denied, found in told if is_denied}
    said = {found for is_denied, found in told if not is_denied and found.is_answer}
    if len(said) != 1 or not denied or said & denied:
        return None
    is_last_known = told[-1][0] or told[-1][1].is_answer
    return said.pop() if is_last_known else None


_REMAINS = re.compile("ที่เหลือ|เหลือ|นอกนั้น|อันอื่นไม่|อย่างอื่นไม่")
_NOT_FIRST = re.compile(
    "^(?:ไม่เอา|ไม่ใช่|ไม่ใช่ทั้ง)(สอง|สาม|สี่|2|3|4|๒|๓|๔) *(?:อัน|ข้อ|ตัว|อย่าง|วัน)?(แรก|หลัง|สุดท้าย|บน|ล่าง)"
)
_COUNTS = {"สอง": 2, "สาม": 3, "สี่": 4, "2": 2, "3": 3, "4": 4, "๒": 2, "๓": 3, "๔": 4}


def _left_over(question: Question, text: str, hear: Hear) -> Understood | None:
    """ "เช้าไม่ว่าง เย็นก็ไม่ว่าง เอาช่วงที่เหลือ": the one option that is not denied."""
    count = len(question.choices)
    if question.kind is not Kind.SINGLE or count < 3:
        return None
    if (match := _NOT_FIRST.search(text)) and _COUNTS[match[1]] == count - 1:
        return from_choice(question, count - 1 if match[2] in ("แรก", "บน") else 0)
    if not _REMAINS.search(text):
        return None
    denied = {found.value for is_denied, found in _told(text, hear) if is_denied}
    left = [i for i, value in enumerate(question.values) if value not in denied]
    return from_choice(question, left[0]) if len(left) == 1 else None


_FIRST = re.compile(
    r"^(.{3,}?)(?:ก่อน|เป็นอันดับแรก|เป็นอย่างแรก)(?:เลย|อื่น)?(?: *(?:ค่ะ|ครับ|นะ))*[ ,]+.*ค่อย"
)


def _first_of_all(text: str, hear: Hear) -> Understood | None:
    """ "บอกลุงกำนันก่อน ไม่ได้เรื่องค่อยไปเทศบาล"."""
    match = _FIRST.search(text)
    found = _said(match[1], hear) if match else NOT_UNDERSTOOD
    return found if found.is_answer else None
