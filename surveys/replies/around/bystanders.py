"""Tells where a reply gives somebody else's answer, not the resident's own."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import plain_text
from surveys.meaning import Hear, Understood
from surveys.question import Kind, Question
from surveys.replies import naming

_KIN = (
    "สามี|ภรรยา|เมีย|ผัว|แฟน|ลูกชาย|ลูกสาว|ลูกเขย|ลูกสะใภ้|ลูกๆ|ลูก(?!จ้าง|บ้าน|ค้า|น้อง)|หลาน(?:ชาย|สาว)?|"
    "พี่ชาย|พี่สาว|พี่สะใภ้|พี่เขย|น้องชาย|น้องสาว|น้องสะใภ้|เพื่อน(?:บ้าน|ร่วมงาน|ที่ทำงาน)?|คนข้างบ้าน|ข้างบ้าน|"
    "คนอื่นๆ?|ชาวบ้าน(?:เขา|คนอื่น)|เจ้านาย|หัวหน้า|พ่อ(?!บ้าน|ค้า)(?:ตา|ผม|หนู|ปู่)?|แม่(?!บ้าน|ค้า|ครัว|น้ำ|ทัพ)(?:ยาย|ผม|หนู|ผัว)?|เขา|เค้า"
)
# Who is of no household but their own.
_OUTSIDE = re.compile(
    "^(?:แต่|ส่วน|ก็)? *(?:เพื่อน|(?:คน|ป้า|ลุง|พี่|น้อง|ลูก|หลาน|เด็ก|ตา|ยาย)?ข้างบ้าน|คนอื่น|ชาวบ้าน|เจ้านาย|หัวหน้า|ใครๆ|ผู้ใหญ่บ้าน|กำนัน|นายก|ผู้จัดการ|คน(?:แถวนี้|ที่นี่|ในซอย|ในหมู่บ้าน))"
)
_SELF_SAID = re.compile("(?:จ้ะ|จ้า|ลูก|หลาน|หนู|หนูเอ๊ย)$")
# Old people speak of themselves so; that another is meant has then to be said.
_SELF = ("พ่อ", "แม่")
_SAYS = "ว่า|บอกว่า|บอกให้|บอก|อยากให้|อยากได้|อยาก|จะเอา|เอา|เลือก|ชอบ|คิดว่า|เห็นว่า"
_OF_KIN = re.compile(
    rf"^(?:ของ|ส่วน|แต่|ก็|กะ|ถ้า)? *(?P<who>{_KIN})(?:ผม|ฉัน|หนู|เรา|เขา|เค้า|คนโต|คนเล็ก)? *(?:ก็|กะ)?"
    rf" *(?P<says>{_SAYS})? *(?P<what>.+)$"
)
_OWN = re.compile(
    "(?:แต่|ส่วน)(?:ตัว)?(?:ดิฉัน|ฉัน|ผม|หนู|เรา)|เหมือนกัน|(?<!เห็น)ด้วย|เช่นกัน|(?:ตัว)?(?:ฉัน|ผม|หนู|เรา|ดิฉัน|ป้า|ลุง|ยาย)(?:เอง)?(?:ก็|กะ|เอง|เป็น|ทำ|เอา|ว่า|เลือก|ชอบ)|ตัวเอง|เห็นด้วยกับ"
)
_OF_HOME = re.compile(
    "ครอบครัว|ครัวเรือน|ในบ้าน|คนในบ้าน|บ้านท่าน|บ้านคุณ|ที่บ้าน|household|family|ใคร|ประโยชน์|ปัญหา|ผลกระทบ|เดือดร้อน|สถานภาพ|สมรส|ข่าว|ยังอยู่|อยู่ที่นี่|ทำไม|เหตุผล|สาเหตุ"
)
_TWO = re.compile(
    r"^(?:พ่อ|แม่|ผัว|เมีย|สามี|ภรรยา|แฟน|ลูก).{1,20}? *(?:แต่|ส่วน)? *(?:พ่อ|แม่|ผัว|เมีย|สามี|ภรรยา|แฟน|ลูก)(?!จ้าง|บ้าน|ค้า)(.{1,20})$"
)


def answers(question: Question, reply: str, hear: Hear) -> bool:
    """Whether it is another's answer alone: "ผัวเป็นทหาร", "ลูกว่าเอาอันแรก".

    Not where the question is of a whole household or of what it gains or suffers, or
    its options name people.
    """
    text = reply.strip()
    if _OUTSIDE.search(text) and _is_of_outside(question, text, hear):
        return True
    match = _OF_KIN.search(text)
    if match is None or _OWN.search(text):
        return False
    if _OF_HOME.search(naming.asked(question)) or re.search(
        _KIN, naming.together(question)
    ):
        return False
    if _TWO.search(text):
        return True
    if _only_tells_why(question, match, hear):
        return False
    is_own = match["who"] in _SELF and not match["says"] and _SELF_SAID.search(text)
    return not is_own and _is_whole(hear(match["what"]), match["what"])


def _only_tells_why(question: Question, said: re.Match[str], hear: Hear) -> bool:
    """ "เขาเปิดให้ดูตลอด เชื่อมั่นมาก": what they do, and what one thinks of it."""
    if question.kind is not Kind.SCALE5 or said["says"] or "ถ้า" in said[0]:
        return False
    return _ends_in_a_view(said["what"], hear)


MIN_TOLD = 4  # letters of what is told of others before one's own view


def _ends_in_a_view(what: str, hear: Hear) -> bool:
    first, _, rest = what.strip().partition(" ")
    if len(first) < MIN_TOLD or not rest.strip():
        return False
    return not hear(first).is_answer and hear(rest).is_answer


def _is_of_outside(question: Question, text: str, hear: Hear) -> bool:
    """ "เพื่อนบ้านใช้น้ำบาดาล", and where a view is asked of, "กำนันเห็นด้วย"."""
    named = _OUTSIDE.search(text)
    known = naming.together(question)
    if named is None or _OWN.search(text) or plain_text.plain(named[0]) in known:
        return False
    is_public = named[0].endswith(("บ้าน", "นี้", "นี่", "ซอย")) and not _VIEWS.search(
        naming.asked(question)
    )
    if is_public and "ข้างบ้าน" not in named[0] and "เพื่อน" not in named[0]:
        return False
    rest = text[named.end() :]
    is_head = named[0].endswith(("นายก", "กำนัน", "ผู้ใหญ่บ้าน", "ผู้จัดการ", "หัวหน้า"))
    if question.kind is Kind.SCALE5 and is_head and _ends_in_a_view(rest, hear):
        return False
    return _is_whole(hear(rest), rest)


_VIEWS = re.compile("พอใจ|เห็นด้วย|เชื่อ|สนใจ|กังวล|ชอบ|ท่านคิด|ไว้ใจ|ไว้วางใจ|มั่นใจ|รู้สึก")


def _is_whole(found: Understood, what: str) -> bool:
    """Whether what is said of them answers, in a few words and no second clause."""
    told = re.sub(r"(?<=\d) +| +(?=\d)", "", what.strip())
    return found.is_answer and told.count(" ") < 2


_WISHED = re.compile(
    "^(?:เคย(?!ชิน)|อยาก|ว่าจะ|กะจะ|คิดจะ|กําลังจะ|กำลังจะ|ฝันอยาก)(?!.*(?:ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|ทุกวันนี้|แล้ว))"
)
_OF_WISHES = re.compile("เคย|อยาก|ต้องการ|ควร|จะ|หวัง|สนใจ|ก่อน|เหตุ|ทําไม|ที่ผ่านมา|ล่าสุด|ชอบ")


def is_not_so(question: Question, reply: str) -> bool:
    """ "เคยขายของ", "อยากเป็นครู": what was or may be, where it is asked what is."""
    said = _WISHED.search(reply.strip())
    return said is not None and not _OF_WISHES.search(naming.asked(question))
