"""What a reply names only to say that it is not so: "ไลน์ใช้ไม่เป็น", "เลิกปลูกแล้ว".

The denial stands before the name in its clause, or after it. It counts not where the
option itself denies ("ใช้ไม่เป็น"), nor where the question asks what fails: there what
broke down is the answer, and only a nuisance that is gone is denied.
"""

# ruff: noqa: E501  some lines are patterns

from collections.abc import Sequence

from surveys import plain_text
from surveys.meaning import NOT_UNDERSTOOD, Hear, Understood
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import talking
from surveys.replies.choices import cues
from surveys.replies.choices.cues import Cue
from surveys.replies.text import words
from surveys.replies.weighing import frames, undone
from surveys.replies.weighing.heard import Heard, Hearing

_NO = "(?:ไม่|บ่|ม่าย)"
_SAID = "แล้ว|ละ|ล่ะ|เลย|หรอก|ดอก|จริง|ก็|สัก|ซัก|นะ|น่ะ|ค่ะ|คะ|ครับ|คับ|จ้ะ|จ้า|จ๊ะ|ลูก|หลาน|หนู|อะ|อ่ะ|เด้อ|เจ้า|โว้ย|เว้ย|555"
_END = f"(?={_SAID}|บ้าน|ซอย|หมู่บ้าน|ตัว|เขา|เค้า|มัน|กัน|ใคร|อะไร|แก่|เพราะ|$)"
_DONE = "(?:แล้ว|ละ(?!เอียด|คร|เลย)|ล่ะ)"
_DO = "ใช้|เล่น|พก|ถือ|กด|สแกน|จ่าย|ตาม|ต่อ|เขียน|หาตัว|ขี่|ขับ|นั่ง|ขึ้น|กิน|ดื่ม|ดู|ฟัง|อ่าน|ซื้อ|แจ้ง|โทร|เดิน|วิ่ง|เต้น|ปั่น|ว่าย|ปลูก|เลี้ยง|เข้า|รับ|ไป|มา|หา|เอา|คบ|ทำ|ขาย|เปิด|เชื่อ|หวัง|พึ่ง|สน|ชอบ|อยาก|ยุ่ง"
# What one cannot, or what fails, after its name: "ใช้ไม่เป็น", "ขึ้นไม่ทัน", "พังแล้ว".
_CANNOT = (
    f"(?<!ขาด)(?<!อด)(?<!เว้น)(?<!เลี่ยง)(?<!พลาด){_NO}(?:ค่อย)?"
    f"(?:ไหว|ทัน|รอด|รู้เรื่อง|เจอ|คุ้ม|สะดวก|ว่าง|เวิร์ค|เวิร์ก|(?:เป็น|ได้(?:ยิน|เรื่อง|ผล)?|ถึง|เห็น|ออก|ลง|อยู่|ติด|ขึ้น|เข้า|พอ|มา|วิ่ง|ไหล|ชัด|ใช่|ดี|เหมาะ|สวย|โอเค|เอา|มี(?:เงิน|ปัญญา|รถ)?){_END})"
)
_NOT_DONE = f"{_NO}(?:ได้|เคย(?:ได้)?|ค่อย(?:ได้)?|อยาก|ชอบ|ต้อง|กล้า|ยอม|คิด)*(?:{_DO}|เห็นหน้า|เห็นหัว|มีปัญญา|ใช่)"
_FAILED = (
    f"(?:โดน|ถูก)?(?<!ไม่)(?<!บ่)(?<!ไม่เคย)(?<!ไม่ได้)(?:พัง|เสีย(?!ง)|(?<!นี่)(?<!กัน)หมด|หาย(?!ใจ)|ปิด|เลิก(?!งาน|เรียน|กะ)|เจ๊ง|ล่ม|รื้อ|แห้ง|แตก|รั่ว|หัก|ไหม้|ตัด|ขโมย|ย้าย|ลบ|ทิ้ง|ยุบ|ตาย|ล้ม|ลาออก|ไล่ออก|เกษียณ|หยุด|พอ|(?:ขาย|ยก)(?:ไป|ทิ้ง|ให้)|ขายหมด|เข้าไม่ได้)"
    f"[ก-๛]{{0,14}}?(?:{_DONE}|นาน)"
)
_LOST = "หายหัว|เข้าอู่|ล้างไม่|โดน(?:แฮก|ขโมย|รื้อ|ยึด|ตัด|ไล่)|ถูก(?:ขโมย|รื้อ|ยึด|ตัด|ไล่)|สอบ(?:ตก|ไม่)|เขาไม่รับ|ไม่รับ(?=$|เข้า)"
_AFTER = words.form(f"{_CANNOT}|{_NOT_DONE}|{_FAILED}|{_LOST}")
_NEXT = words.form(
    f"^(?:ก็|มัน|เขา|เค้า|แต่|นี่|นะ)*(?:(?:ใช้|เล่น|กด|โทร|อ่าน|ฟัง|ดู|มอง|ไป|เข้า|ซื้อ|หา|ตาม|ติดต่อ|ขึ้น|ปั่น|เรียก)*(?:{_CANNOT})|{_FAILED}|{_LOST})(?:{_SAID})*$"
)
# A clause goes on to another thing here: what comes after it is not of the name.
_STOPS = words.form(
    "จน(?!ท)|เพราะ|แต่|เลยต้อง|ก็เลย|เลย(?=ใช้|ไป|นั่ง|ซื้อ|มา|เอา|ต้อง|ดู|ฟัง|ขี่)|(?<!ไม่)(?<!บ่)เอา(?=$|ละ|แหละ)|แทน|ดีกว่า|มากกว่า|เหลือ|แค่|ง่าย"
)
_QUIT = words.form(
    f"(?:เลิก(?!งาน|เรียน|กะ)|หยุด|งด|ลาออก(?:จาก)?|(?:ไล่|ให้)ออกจาก|(?<!น้ำ)ออกจาก(?!บ้าน)|ย้าย(?:ออก)?จาก|เกษียณ(?:จาก)?|ปลด(?:เกษียณ)?จาก)(?:การ|จาก|ที่)?(?:{_DO}|กด|ส่ง|ตาม|ถีบ|หุง|ต้ม|เผา)*(?:กับ|พวก|ใน|ทาง|ด้วย|รถ|น้ำ)*$"
)
_UNABLE = words.form(
    f"{_NO}(?:ได้|เคย(?:ได้)?|ค่อย(?:ได้)?|อยาก|ชอบ|ต้อง|กล้า|ยอม|มี|เอา|ใช่)*(?:{_DO}|กด|ส่ง)*(?:กับ|พวก|รถ|น้ำ)*$"
)
# Of a nuisance: that it is gone, or less, or was never noticed.
_GONE = words.form(
    "(?<!ไม่)(?<!ไม่เคย)(?<!ไม่ได้)(?<!ไม่ยอม)(?<!ไม่มีวัน)(?:หาย(?!ใจ)|หมด|เงียบ|หยุด|จาง|เบา(?:ลง)?|น้อยลง|ลดลง|ดีขึ้น|แก้(?:ไข)?|บำบัด|ซา|เลิก(?!งาน|เรียน|กะ)|ไม่มี|ไม่เหม็น|ไม่ดัง|ไม่ได้กลิ่น|ไม่ค่อยมี)"
    f"(?:ไป|ลง|ขึ้น|เยอะ|มาก|หมด|นาน|เกลี้ยง|ปล่อย|ทำ|เปิด|วิ่ง|ผ่าน|กลิ่น|เสร็จ|ได้|ตั้ง|ๆ)*(?:{_DONE}|ตั้งแต่|เลย$)"
    "|มองไม่(?:ค่อย)?เห็น(?=$|เลย|หรอก)|ไม่(?:เคย|ค่อย)?ได้ยิน(?=$|เลย|หรอก)"
)
_NUISANCE = words.form(
    "กลิ่น|เหม็น|เสียง|ดัง|ฝุ่น|ควัน|เน่า|น้ำเสีย|ท่วม|ขยะ|ยุง|แมลง|หนู|หมา|สั่น|รถติด|คราบ|เขม่า|มลพิษ|สารเคมี"
)
_OF_NEEDS = words.form(
    "ปัญหา|รบกวน|กวน|เดือดร้อน|กังวล|ห่วง|กลัว|เหตุ|ทำไม|เพราะ(?:อะไร|เหตุ)|อุปสรรค|กระทบ|ซ่อม|แก้|ปรับปรุง|พัฒนา|เร่งด่วน|ขาด(?:แคลน)?|โครงการ|งบ|ใช้เงิน|ร้องเรียนเรื่อง|บ่น|ไม่พอใจ|ต้นตอ|มาจาก|ควร(?:ทำ|ได้|เพิ่ม|สร้าง|มี)|อยากให้.{0,20}(?:ทำ|เพิ่ม|ปรับ|สร้าง|จัด|มี)|ต้องการให้.{0,20}(?:ทำ|เพิ่ม|ปรับ|สร้าง|จัด|มี)"
)
# All that such a question offers is a nuisance; of another only what is named so.
_OF_NUISANCES = words.form("รบกวน|กวน|รำคาญ|จากโรงงาน|เหม็น|เสียง(?!ดี|เพลง)")
_WANTED = words.form("อยาก(?:ให้|ได้)|ควร|ต้องการ|เร่งด่วน|ก่อน")
# What was wanted is there: "ถนนซ่อมแล้ว", "ซ่อมถนนแล้ว".
_DOES = "(?:ซ่อม|ทำ|แก้|ขุด|ลอก|ติด(?:ตั้ง)?|สร้าง|เสร็จ|เรียบร้อย|ปรับปรุง|เพิ่ม|เปลี่ยน|จัด|มี)"
_HAD_DONE = words.form(f"^{_DOES}[ก-๛]{{2,12}}?(?:ไป|ให้|เสร็จ|เรียบร้อย)*{_DONE}$")
_HAD = words.form(f"{_DOES}(?:ไป|ให้|เสร็จ|เรียบร้อย|อยู่|ครบ|เยอะ|พอ|กัน|หมด)*{_DONE}")
_OF_WAYS = words.form(
    "ช่องทาง|ทางใด|ทางไหน|วิธี|ข่าว|ติดต่อ|เดินทาง|แจ้ง|บอกใคร|โทร|ปรึกษา|พึ่ง|ขอความช่วยเหลือ|ควร.{2,12}ที่(?:ใด|ไหน)|ร้องเรียน(?:กับ|ต่อ|ที่|ใคร)"
)
_MAY_BE = words.form(f"{_NO}|{_DONE}|นาน|เลิก|หยุด|งด|ออก|โดน|ถูก|หาย|อู่|สอบตก|เกษียณ")
_OPTION_DENIES = words.form(
    f"{_NO}|เลิก|หยุด|งด|ว่าง|พัง|(?<!น้ำ)เสีย(?!ง)|หมด|หาย|ปิด|ออก|เกษียณ|ตาย|ขาด|ยาก|ลำบาก"
)


def is_denied(question: Question, heard: Heard, cue: Cue) -> bool:
    """Whether the clause that a cue stands in says of it that it is not so."""
    if frames.denial(heard.words, _place(heard, cue)) and not _denies(cue.text):
        return True
    return _denies_before(heard, cue) or is_denied_after(question, heard, cue)


def _denies(text: str) -> bool:
    return "ไม่" in text or "บ่" in text


def _place(heard: Heard, cue: Cue) -> int:
    return next(w.place for w in heard.words if w.start <= cue.start < w.end)


def _clauses(heard: Heard, cue: Cue) -> set[int]:
    """Those the cue stands in: what its letters sound like may part it in two."""
    return {
        word.clause
        for word in heard.words
        if word.start < cue.end and cue.start < word.end
    }


def _around(heard: Heard, cue: Cue) -> tuple[str, str]:
    """What stands before the cue and after it in its clause."""
    of_cue = _clauses(heard, cue)
    its = [word for word in heard.words if word.clause in of_cue]
    return heard.text[its[0].start : cue.start], heard.text[cue.end : its[-1].end]


def _denies_before(heard: Heard, cue: Cue) -> bool:
    before, _ = _around(heard, cue)
    return bool(_QUIT.search(before) or _UNABLE.search(before))


def is_denied_after(question: Question, heard: Heard, cue: Cue) -> bool:
    """Whether it is denied by what is said of it: "รถเมล์เลิกวิ่งแล้ว"."""
    _, after = _around(heard, cue)
    stop = _STOPS.search(after)
    after = after[: stop.start()] if stop else after
    if not _asks_needs(question):
        return bool(_AFTER.search(after) or _goes_on_to_deny(question, heard, cue))
    asked = naming.asked(question)
    known = cue.text + "".join(naming.labels(question)[i] for i in cue.options)
    is_nuisance = _OF_NUISANCES.search(asked) or _NUISANCE.search(known)
    if is_nuisance and _GONE.search(after):
        return True
    if not _WANTED.search(asked):
        return False
    return bool(_HAD.search(after) or _HAD_DONE.search(cue.text + after))


def _goes_on_to_deny(question: Question, heard: Heard, cue: Cue) -> bool:
    """ "เทศบาล โทรไม่ติด": what is said next is of nothing else."""
    next_clause = max(_clauses(heard, cue)) + 1
    before, after = _around(heard, cue)
    if before or words.without_polite(after):
        return False
    rest = "".join(word.text for word in heard.words if word.clause == next_clause)
    if not _NEXT.match(rest):
        return False
    return all(each.clause != next_clause for each in cues.cues(question, heard))


def _asks_needs(question: Question) -> bool:
    """Whether it asks what fails, hurts or is wanting: there a failure is an answer."""
    asked = naming.asked(question)
    return bool(_OF_NEEDS.search(asked)) and not _OF_WAYS.search(asked)


def left(
    question: Question, hearing: Hearing, found: Understood, listen: Hear
) -> Understood:
    """What was found, unless the reply names it only to deny it.

    Then it is what the rest of the reply says, if that is another answer; else nothing.
    So too where nothing was found. Of a yes or no never.
    """
    if question.kind not in (Kind.SINGLE, Kind.MULTIPLE) or talking.is_yes_or_no(
        question
    ):
        return found
    if not _MAY_BE.search(plain_text.plain(hearing.reply)):
        return found
    if not found.is_answer and found != NOT_UNDERSTOOD:
        return found
    heard = hearing.heard
    if undone.denied_twice(heard) or undone.is_asked(heard):
        return found
    denied = _denied(question, heard, found)
    if not denied:
        return found
    rest = listen(
        _without(heard, {its for cue in denied for its in _clauses(heard, cue)})
    )
    if not rest.is_answer or rest == found or question.kind is not Kind.SINGLE:
        return NOT_UNDERSTOOD
    return NOT_UNDERSTOOD if _denied(question, heard, rest) else rest


def _denied(question: Question, heard: Heard, found: Understood) -> list[Cue]:
    """The cues of what was found where all of one option's are denied; where nothing
    was found, those of any option."""
    named = cues.cues(question, heard)
    chosen = found.value if isinstance(found.value, tuple) else (found.value,)
    for place, value in enumerate(question.values):
        if found.is_answer and value not in chosen:
            continue
        own = _own(question, heard, named, place, pieces=found.is_answer)
        if own and all(is_denied(question, heard, cue) for cue in own):
            return own
    return []


def _without(heard: Heard, clauses: set[int]) -> str:
    """The text less some clauses, each of the others apart."""
    kept: dict[int, str] = {}
    for word in heard.words:
        if word.clause not in clauses:
            kept[word.clause] = kept.get(word.clause, "") + word.text
    return " ".join(kept.values())


def _own(
    question: Question, heard: Heard, named: Sequence[Cue], place: int, *, pieces: bool
) -> list[Cue]:
    """What names or tells the one option; none where it is itself one that denies."""
    if any(_OPTION_DENIES.search(said) for said in naming.spoken(question, place)):
        return []
    own = [cue for cue in named if place in cue.options]
    return own or (_piece(question, heard, place) if pieces else [])


MIN_PIECE = 3  # letters of a label that name its option


def _piece(question: Question, heard: Heard, place: int) -> list[Cue]:
    """How the label begins, as far as the reply has it, where no other begins so."""
    labels, asked = naming.labels(question), naming.asked(question)
    others = " ".join(label for at, label in enumerate(labels) if at != place)
    label = labels[place]
    for size in range(len(label), MIN_PIECE - 1, -1):
        piece = label[:size]
        start = heard.text.find(piece)
        if start >= 0 and piece not in others and piece not in asked:
            clause = next(w.clause for w in heard.words if w.start <= start < w.end)
            end = start + size
            only = frozenset({place})
            return [Cue(piece, start, end, clause, only, is_label=False)]
    return []
