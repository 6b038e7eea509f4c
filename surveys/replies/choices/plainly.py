"""An option said plainly among what else an ordinary reply says: first, last or alone.

Asked where no rule heard the reply as a whole, and before anything is weighed.
"""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Iterable
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.meaning import NOT_UNDERSTOOD, Hear, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import talking, wishing
from surveys.replies.choices import aliases, instances, pieces, ranges
from surveys.replies.text import mentions, words
from surveys.replies.text.words import form

MAX_CLAUSES = 7

_CUT = re.compile(
    r"[,;.!?…]+\s*|\s+(?!ๆ)|(?<=ค่ะ)|(?<=ครับ)|(?<=จ้ะ)|(?<=จ้า)|(?=แต่(?!ละ|ก่อน|ง))"
)
DOUBTS = form(
    "ไหน|อะไร|ใคร|ก็เท่านั้น|ไปทําไม|ยังไง|เมื่อไ|ไหม|มั้ย|มั๊ย|เหรอ|หรอ(?!ก)|หรือ|[?]|ถ้า|แล้วแต่|มั้ง|อาจ|บางที|บางวัน|ทั้งคู่|ทั้งสอง|ทั้งหมด|ทุกอย่าง|ทุกข้อ|ทุกอัน|อะไรก็ได้|ข้าม|ไม่ตอบ|พอๆกัน|เท่ากัน|สลับ|เพื่อน|ข้างบ้าน|คนอื่น(?!พูด)|สมมติ|\ue002|555|น่าจะ|คิดไม่ออก|ไม่รู้|ไม่แน่"
)
BOTH = form(
    "บ้าง.{2,14}บ้าง|ทั้ง.{2,14}ทั้ง|และ|กับ(?!แฟน|ลูก|แม่|พ่อ|สามี|เมีย|ครอบครัว)|ด้วย.{2,14}ด้วย"
)
ASIDE = form(
    "ไม่(?!ไหว|ได้นอน|ได้หลับ|หลับ)|บ่(?!อย|อ|า|น|ว)|ชิน|พอทน|ทนได้|ทนไหว|พอไหว|ก็(?:ดี|มี|พอ)(?:อยู่)?แล้ว|ก็มี(?=$|ทํา|แล้ว|ค่ะ|อยู่)|ก็ดี(?=$|อยู่|แล้ว)|มีแล้ว|ดีแล้ว|มีทําแล้ว|น้อยลง|เบาลง|หายแล้ว|เลิก|เคย|เมื่อก่อน|แต่ก่อน|เดิม|สมัย|ติดงาน|ติดธุระ|ลืม|ติด(?!ต่อ|ตั้ง|ป้าย|ไฟ|กล้อง|เพิ่ม)|ไปวัด|ไปโบสถ์|ต้องไป|ทํางาน$|ช่าง|เฉยๆ|นิดหน่อย|พอได้"
)
_SO = form(
    "^(?:(?:เพราะงั้น|เพราะฉะนั้น|ดังนั้น|ฉะนั้น|งั้น|สรุป(?:แล้ว)?(?:ว่า|คือ|เป็น)?|สุดท้าย|ก็เลย|เลย|เอาเป็นว่า|เอาเป็น|ขอเป็น|ขอเลือก|ขอตอบ|เลือก|ตอบ|ขอ|เอา)(?:เอา|เลือก|ขอ|ตอบ|เป็น|ก็|วัน|ตอบว่า)*)+"
)
_SAID_SO = form(
    "^(?:ผม|หนู|ป้า|ลุง|ฉัน|เรา|ยาย|ดิฉัน)?(?:ว่า|คิดว่า|มองว่า)|^(?:แต่|ก็|คือ|เรื่อง|ก็เรื่อง|พวก|ส่วน|สําหรับ|ของผม|ของหนู|ปกติ|ส่วนใหญ่|ส่วนมาก)+"
)
_ONLY = form(
    "(?:ขาด|เหลือ|มี|ติด|เอา|ต้องการ|อยากได้|เชื่อ|ไว้ใจ)(?:ก็)?(?:แต่|แค่|เพียง|อยู่แค่)(?:พวก|เรื่อง|คน|ที่)?"
)
_STRESS = form("นี่แหละ|นี่ล่ะ|นี่สิ|นี่ซิ|หนักสุด|สุดๆ|ไม่ไหว|หนัก|ที่สุด|ทนไม่|แย่|เหลือทน|น่ะสิ|นั่นแหละ")
_OTHER_TIME = form("เมื่อก่อน|แต่ก่อน|แต่เดิม|เดิม|ตอนแรก|สมัยก่อน|เคย|ก่อนหน้านี้")
_MOVED = re.compile(
    "(?:ย้าย|เปลี่ยน|ลาออก|หัน|สลับ|ขยับ|ออก)(?:ค่าย|งาน|บ้าน|กะ|เครื่อง|เบอร์|ยี่ห้อ|ใจ|ทะเบียน)?(?:มา(?:อยู่|ทํา|ใช้|เป็น|เข้า)?|ไป(?:อยู่|ทํา|ใช้|เป็น|เข้า)?|เป็น)(?!แล้ว|นาน|หลาย|ตั้ง|จาก)(?P<to>.+)$"
)
_BACK = re.compile(
    r"^(?P<first>[^,]{2,40}?)[ ,.]+(?:ไม่ใช่ ?ๆ|เอ๊ย|เอ้ย|อุ๊ย|โทษที|ไม่ใช่สิ|ไม่ ?ๆ|ไม่ใช่)[ ,.ๆ]+(?P<then>(?:ย้าย|เปลี่ยน|ตอนนี้|เดี๋ยวนี้|ต้อง).+)$"
)


def corrected(question: Question, reply: str, hear: Hear) -> Understood | None:
    """ "เช้า ไม่ใช่ๆ ย้ายมากะดึกแล้ว": what is said after it is taken back."""
    if question.kind is not Kind.SINGLE or talking.is_yes_or_no(question):
        return None
    match = _BACK.match(reply.strip())
    if match is None:
        return None
    held = _named(question, plain_text.plain(match["then"]), hear, pieces.MIN_SHORT)
    return from_choice(question, held.pop()) if len(held) == 1 else None


def is_unsaid(question: Question, reply: str) -> bool:
    """Whether what sounds like an option is none: "เผาบ้างฝังบ้าง", "อีก 2 ปี"."""
    if question.kind is not Kind.SINGLE or not _MAY_BE_UNSAID.search(reply):
        return False
    if talking.is_yes_or_no(question):
        return False
    plain = plain_text.plain(reply)
    if _IN_VAIN.search(plain):
        return not any("ไม่" in label for label in naming.labels(question))
    if "อายุ" in naming.asked(question) and _IN_YEARS.search(plain):
        return _grown(question, [], plain, _nothing) is None
    said = [piece for piece in plain.split("บ้าง") if piece]
    held = [_headed(question, piece) for piece in said]
    return plain.count("บ้าง") > 1 and len(set().union(*held)) > 1


def _nothing(piece: str) -> Understood:
    return NOT_UNDERSTOOD


_MAY_BE_UNSAID = re.compile("บ้าง|อีก|เท่านั้น")
_IN_VAIN = form("ไปก็เท่านั้น|ก็เท่านั้น(?:แหละ)?$")


def told(question: Question, reply: str, hear: Hear) -> Understood | None:
    """The one option that is named and meant."""
    if question.kind is not Kind.SINGLE or talking.is_yes_or_no(question):
        return None
    hear = lru_cache(maxsize=64)(hear)
    plain = plain_text.plain(reply)
    clauses = clauses_of(reply)
    if not clauses or len(clauses) > MAX_CLAUSES:
        return None
    is_doubted = bool(DOUBTS.search(plain) or NOT.search(reply))
    if is_doubted and (DOUBTS.search(clauses[-1]) or not _SURELY_SO.match(clauses[-1])):
        return None
    for rule in (_so,) if is_doubted else _RULES:
        held = rule(question, clauses, plain, hear)
        if held is not None:
            return from_choice(question, held)
    return None


NOT = re.compile(r"\b(?:not|no|don'?t|never|or|both|also|and)\b", re.IGNORECASE)
_SURELY_SO = form("^(?:เพราะงั้น|เพราะฉะนั้น|ดังนั้น|ฉะนั้น|งั้น|สรุป)")


def clauses_of(reply: str) -> list[str]:
    """The clauses of a reply in plain form, its short forms in full."""
    return [
        clause
        for piece in _CUT.split(_drawn(reply))
        if piece
        and (clause := plain_text.plain(piece))
        and clause not in politeness.WORDS
    ]


def of_wish(question: Question, reply: str) -> Understood | None:
    """The option in what sounds like a wish: "ไม่เอาจ้ะ แก่แล้ว" of "ไม่ต้องการ"."""
    if question.kind is not Kind.SINGLE or _IS_MEANT.search(reply):
        return None
    clauses = [plain_text.plain(piece) for piece in _CUT.split(reply) if piece]
    labels = naming.labels(question)
    found = {
        i
        for c in clauses
        for i in instances.wanted(labels, c) | instances.of(question, c)
    }
    held = one(found)
    return None if held is None else from_choice(question, held)


# Whoever has stopped, takes leave, or names a condition wishes what he says.
_IS_MEANT = re.compile(f"{wishing.ON_THE_SURVEY}|เลิก|แล้ว|พอ|บาย|ไปก่อน|แต่|ถ้า")


_SHORT_FORM = re.compile(r"(?<![ก-๛])([ก-ฮ]{1,3})\. *(?=[ก-๛0-9])")  # "ม.3"


def _drawn(reply: str) -> str:
    said = _SHORT_FORM.sub(r"\1", plain_text.DRAWN.sub(r"\1", reply))
    return _CUT_SHORT.sub(lambda short: _IN_FULL[short[0]], said)


_IN_FULL = {"จนท": "เจ้าหน้าที่", "รร": "โรงเรียน", "ปชช": "ประชาชน", "พนง": "พนักงาน"}
_CUT_SHORT = re.compile("(?<![ก-๛])(?:จนท|รร|ปชช|พนง)|(?<=ใน)รร|(?<=ที่)รร")


def one(found: Iterable[int]) -> int | None:
    held = set(found)
    return held.pop() if len(held) == 1 else None


def _grown(
    question: Question, clauses: list[str], plain: str, hear: Hear
) -> int | None:
    """ "อีกสามปีก็หกสิบแล้ว", where ages are offered by ranges."""
    if "อายุ" not in naming.asked(question) or ranges.place(question, 1) is None:
        return None
    text = mentions.text(plain)
    numbers = mentions.found(text)
    if numbers is None or len(numbers) != 2 or not _IN_YEARS.search(plain):
        return None
    if re.search("ลูก|หลาน|แม่(?!น)|พ่อ|แฟน|สามี|เมีย|ผัว|เพื่อน", plain):
        return None
    ahead, age = numbers[0].value, numbers[1].value
    if not 0 < ahead < 10 < age < 110 or not _AHEAD.search(text[: numbers[0].start]):
        return None
    return ranges.place(question, age - ahead)


_IN_YEARS = form("อีก.{1,6}ปี(?:ก็|จะ|ถึง|เต็ม|ครบ|นี้)*")
_AHEAD = re.compile("อีก(?:แค่|สัก|ตั้ง)? ?$")


def _weighed(
    question: Question, clauses: list[str], plain: str, hear: Hear
) -> int | None:
    return None if "ไม่" in plain else one(instances.weighed(question, plain))


def _moved(
    question: Question, clauses: list[str], plain: str, hear: Hear
) -> int | None:
    """ "แต่ก่อนทำโรงงาน ออกมาขายของแล้ว": where one has come to."""
    match = _MOVED.search(plain)
    if (
        match is None
        or re.search("ถ้า|อยาก|จะ|ไม่|ย้าย", naming.asked(question))
        or re.search(
            "อยาก|ว่าจะ|กําลังจะ|จะ(?:ย้าย|เปลี่ยน)|ไม่ได้(?:ย้าย|เปลี่ยน)|เดือนหน้า|ปีหน้า", plain
        )
    ):
        return None
    return one(_named(question, match["to"], hear, pieces.MIN_SHORT))


def _only(question: Question, clauses: list[str], plain: str, hear: Hear) -> int | None:
    """ "ถนนก็ดีแล้ว ขาดแต่งาน", "มีแต่เทศบาลที่ช่วยจริง"."""

    found = list(_ONLY.finditer(plain))
    if len(found) != 1:
        return None
    rest = plain[found[0].end() :]
    if ASIDE.search(rest[: pieces.MIN_PIECE]) or _DENIED_AFTER.search(rest):
        return None
    return one(_headed(question, rest) or pieces.inside(question, rest))


_DENIED_AFTER = form("ไม่(?:เคย)?(?:มี|ช่วย|ได้|ดี|เอา|ใช้)")


def _so(question: Question, clauses: list[str], plain: str, hear: Hear) -> int | None:
    """ "วันธรรมดาติดงาน งั้นเอาเสาร์": what one ends with."""
    last = clauses[-1]
    match = _SO.match(last)
    if match is None or (len(clauses) < 2 and match.end() == 0) or ASIDE.search(last):
        return None
    rest = last[match.end() :]
    held = one(_named(question, rest, hear, pieces.MIN_SHORT)) if rest else None
    if held is None:
        return None
    return (
        held
        if _is_new(question, clauses[:-1], held, hear) or len(clauses) == 1
        else None
    )


def _is_new(question: Question, before: list[str], held: int, hear: Hear) -> bool:
    """Whether what was named before is set aside, or is the same."""
    for clause in before:
        others = _named(question, clause, hear, pieces.MIN_PIECE) - {held}
        if others and not ASIDE.search(clause):
            return False
    return True


_AT_RATES = form("^(?:ก็|หรือ)?(?:วัน|สัปดาห์|อาทิตย์|เดือน|ปี)ละ")
# "จ่ายในแอป", "เห็นจากป้าย"
_BY_WAY = form(
    "^(?:ก็|จ่าย|ดู|อ่าน|เห็น|โอน|รู้|ฟัง|ซื้อ|ส่ง|ทราบ|ชําระ|แจ้ง|มา)+(?:ใน|ทาง|ผ่าน|จาก|ที่|ตาม)(?P<what>.+)$"
)


def _first(
    question: Question, clauses: list[str], plain: str, hear: Hear
) -> int | None:
    """ "ดีแทคจ้า ใช้มาตั้งนาน": what one begins with."""
    first = _SAID_SO.sub("", clauses[0]) or clauses[0]
    kinds = instances.of(question, first) or instances.of(question, plain)
    if (ASIDE.search(first) and not kinds) or BOTH.search(plain):
        return None
    by = _BY_WAY.match(first)
    held = one(
        _alone(question, first, hear)
        or kinds
        or pieces.with_asked(question, first)
        or pieces.heads(question, first)
        or (pieces.heads(question, by["what"]) if by else set())
    )
    labels = naming.labels(question)
    if held is None or any(
        label in first and label not in labels[held]
        for label in labels
        if len(label) >= pieces.MIN_SHORT
    ):
        return None
    if any(map(_AT_RATES.match, clauses[1:])):
        return None  # "เดือนละครั้ง ปีละครั้ง"
    for clause in clauses[1:]:
        if (
            clause.startswith("แต่")
            or _OTHER_TIME.search(clause)
            or re.match("ไม่ใช่|เลิก|หยุด", clause)
        ):
            return None
        if _named(question, clause, hear, pieces.MIN_PIECE) - {
            held
        } and not ASIDE.search(clause):
            return None
    return held


def _last(question: Question, clauses: list[str], plain: str, hear: Hear) -> int | None:
    """ "ค่ายสีเขียว เอไอเอส": what is said last and by its own name."""
    if len(clauses) < 2 or BOTH.search(plain):
        return None
    held = one(_alone(question, clauses[-1], hear))
    if held is None:
        return None
    for clause in clauses[:-1]:
        if re.search("ไม่|บ่(?!อย|อ|า|น|ว)|เคย|ก่อน|กว่า", clause) or OF_OTHERS.match(
            clause
        ):
            return None
        if _named(question, clause, hear, pieces.MIN_PIECE) - {held}:
            return None
    return held


OF_OTHERS = form(
    "^(?:แต่|ก็|เห็น|ส่วน)*(?:แม่|พ่อ|แฟน|สามี|เมีย|ผัว|ลูก|หลาน|เพื่อน|พี่สาว|พี่ชาย|น้อง|เขา|เค้า|คน|ชาวบ้าน|ข้าง|ใคร)"
)


def _none(question: Question, clauses: list[str], plain: str, hear: Hear) -> int | None:
    """ "สบายดีไม่มีปัญหาจ้า": the whole of a label that denies, and no other option."""
    labels = naming.labels(question)
    held = [
        i
        for i, x in enumerate(labels)
        if x.startswith("ไม่") and len(x) > pieces.MIN_PIECE and x in plain
    ]
    if len(held) != 1 or "แต่" in plain or re.search("ใช่ว่า|ไม่ใช่", plain):
        return None
    rest = plain.replace(labels[held[0]], " ")
    others = {i for i, part in pieces.of(question, pieces.MIN_SHORT) if part in rest}
    is_turned = re.search("ไม่|เมื่อก่อน|เคย", rest)
    return None if others - {held[0]} or is_turned else held[0]


def _left(question: Question, clauses: list[str], plain: str, hear: Hear) -> int | None:
    """ "ฝุ่นน่ะชินแล้ว แต่เสียงรถนี่ไม่ไหว": all but one are set aside."""
    kept: set[int] = set()
    aside: set[int] = set()
    stressed = False
    for clause in clauses:
        said = _SAID_SO.sub("", clause) or clause
        held = _headed(question, said) or _named(question, said, hear, pieces.MIN_PIECE)
        if not held:
            continue
        if ASIDE.search(said):
            aside |= held
        else:
            kept |= held
            stressed = stressed or bool(_STRESS.search(said)) or clause.startswith("แต่")
    left = one(kept)
    if left is None or left in aside or BOTH.search(plain):
        return None
    return left if aside or stressed else None


HAS_DIGIT = re.compile("[0-9๐-๙]")


_LIKE = {"คน": "ผู้", "รูป": "ภาพ", "หมอ": "แพทย์", "ผู้": "คน", "ภาพ": "รูป"}
_ALIKE = re.compile(
    "^คน(?=เช่า|ใหญ่|นํา|รับ|ทํา|สูง|ป่วย|พิการ|ว่าง)|(?<=.)รูป$|(?<=.)ภาพ$|^หมอ$|^ผู้(?=เช่า)"
)


def _like(said: re.Match[str]) -> str:
    return _LIKE[said[0]]


def _alone(question: Question, piece: str, hear: Hear) -> set[int]:
    """The options that a whole piece names, whatever is polite in it."""
    if BOTH.search(piece) or HAS_DIGIT.search(piece):
        return set()  # a number is a place, a count or an address: the rules know which
    found = hear(piece)
    if not found.is_answer:
        found = aliases.meant(question, piece) or found
    if not found.is_answer and (other := _ALIKE.sub(_like, piece)) != piece:
        found = hear(other)
    if found.is_answer:
        return {question.values.index(found.value)}
    bare = words.without_polite(piece) or piece
    bare = pieces.POLITE.sub("", bare) or bare
    return {i for i, name in pieces.sounds(question) if name == words.fold(bare)}


def _headed(question: Question, piece: str) -> set[int]:
    """The options one of whose own words stands at the head of a piece: "ทุนให้เด็กๆ"."""
    piece = _SAID_SO.sub("", piece) or piece
    if held := instances.of(question, piece):
        return held
    best, found = 0, set[int]()
    for index, part in pieces.of(question, pieces.MIN_SHORT):
        if piece.startswith(part) and pieces.ends_word(piece, len(part)):
            if len(part) > best:
                best, found = len(part), set()
            if len(part) == best:
                found.add(index)
    return found


def _named(question: Question, piece: str, hear: Hear, shortest: int) -> set[int]:
    """The options that a piece names: as a whole, by its kind, or by a part of the label."""
    if found := _alone(question, piece, hear):
        return found
    if held := instances.of(question, piece):
        return held
    return {
        index
        for index, part in pieces.of(question, shortest)
        if any(
            pieces.stands(piece, at.start(), len(part))
            for at in re.finditer(re.escape(part), piece)
        )
    }


_RULES = (
    _grown,
    _weighed,
    _moved,
    _only,
    _so,
    _first,
    _last,
    _none,
    _left,
)
