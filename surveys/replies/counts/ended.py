"""Nought of what there once was, or of what one never has or does: "เคยมี ขายไปแล้ว"."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import politeness
from surveys.meaning import NOT_UNDERSTOOD, Meaning, Understood
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import hearsay
from surveys.replies.counts import counting
from surveys.replies.text import mentions, words
from surveys.replies.text.words import form

_MAY_BE = re.compile("เคย|เมื่อก่อน|แต่ก่อน|เดิม|ไม่|บ่|เลิก|ยัง|ขาย|โดน")
_ONCE = form(
    "(?:^|[ |]|ก็)(?:(?:เมื่อก่อน|แต่ก่อน|สมัยก่อน|เดิม|ปีก่อน|ตอนแรก)(?:ก็|เคย|น่ะ|นี้| )*มี|เคย(?:มี|เลี้ยง|ปลูก|ใช้|ซื้อ|เป็น))"
)
_POLITE = f"(?:{politeness.ENDS}|ค่า|เจ้า|นะ|น่ะ|ฮะ|อะ|อ่ะ|ลูก|หลาน|หรอก|พี่|เด้อ|โยม)*"
_NO_MORE = form(
    f"(?:ตอนนี้|เดี๋ยวนี้|เด๋วนี้|ปัจจุบัน|ทุกวันนี้|ปีนี้|เลย|ก็|[ |])*(?:เลย)?(?:ไม่มี|ไม่เหลือ|บ่มี|ไม่ได้(?:เลี้ยง|ปลูก|ใช้|ทำ|มี)|เลิก(?:เลี้ยง|ปลูก|ใช้|ทำ))(?:รถ|อะไร)?(?:แล้ว|เลย|สัก[ก-๛]{{2,6}}|ซัก[ก-๛]{{2,6}}|ละ)+{_POLITE}(?:$|[ |](?!.*(?:[0-9]|แต่)))"
)
_WAS = form("เมื่อก่อน|แต่ก่อน|สมัยก่อน|ตอนแรก")
_IS = form("ตอนนี้|เดี๋ยวนี้|เด๋วนี้|ปัจจุบัน|ทุกวันนี้")
_GONE = form("(?:ขาย|หาย|ตาย|ทิ้ง|ยึด|ขโมย|พัง|เสีย|ยกให้|คืน|ไฟไหม้|เลิก)")
_ALL_GONE = form(
    f"(?:ขาย|หาย|ตาย|ทิ้ง|ยึด|ขโมย|พัง|เสีย|ยกให้)[^0-9|]{{0,24}}(?:แล้ว|หมด|ไป)+{_POLITE}$"
)
_DOUBTS = form(
    "หรือ|ไหม|มั้ย|[?]|(?<!เ)ถ้า|บาง|มั้ง|ม้าง|แล้วแต่|กี่|ยกเว้น|นอกจาก|แต่(?!ก่อน|ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|ทุกวันนี้|ขาย|หาย|พัง|ตาย|โดน|เลิก|ไม่มี|ไม่ได้|ละ)"
)
_NO_NOUGHT = form(
    "อายุ|คะแนน|ห่าง|ระยะ|มากี่(?!บาท|ครั้ง|คน|ตัว)|อยู่กี่ปี|ได้กี่ปี|เดินทางกี่|สูงกี่|หนักกี่|รวมท่าน|รวมตัว|สมาชิก"
)
_OF_ONCE = form("เคย|ก่อน|ที่แล้ว|ที่ผ่านมา|กลาย")


def told(question: Question, reply: str) -> Understood | None:
    """Nought, or that it is not sure that none is left; None where it is no such reply."""
    if not _MAY_BE.search(reply):
        return None
    asked = naming.asked(question)
    if _NO_NOUGHT.search(asked) or not counting.within(question, 0):
        return None
    text = mentions.text(reply)
    if _DOUBTS.search(text):
        return None
    if hearsay.is_foreign(asked, text.replace(" ", "").replace("|", "")):
        return None
    if _is_given_up(asked, text) or _is_none(question, asked, text):
        return Understood(Meaning.ANSWER, 0)
    if _OF_ONCE.search(asked):
        return None
    return _is_no_more(text)


def _is_no_more(text: str) -> Understood | None:
    """ "เคยมีคันนึง ขายไปแล้ว ตอนนี้ไม่มีเลย"."""
    once, none = _ONCE.search(text), _NO_MORE.search(text)
    if none is not None:
        before = text[: none.start()]
        is_after = once is not None and once.start() < none.start()
        was_then = _WAS.search(before) and _IS.search(none[0])
        is_so = is_after or was_then or _GONE.search(before)
        return Understood(Meaning.ANSWER, 0) if is_so else None
    if once is None or "เคยเป็น" in once[0]:
        return None
    found = mentions.found(text, halves=False)
    if not found or len(found) != 1:
        return None
    is_gone = _ALL_GONE.search(text[found[0].end :])
    if not is_gone:
        return NOT_UNDERSTOOD
    is_last = found[0].value == 1 or "หมด" in is_gone[0]
    return Understood(Meaning.ANSWER, 0) if is_last else NOT_UNDERSTOOD


_HABITS = form("สูบ|บุหรี่|เหล้า|เบียร์|สุรา|แอลกอฮอล์|กาแฟ|น้ำอัดลม")
_GIVEN_UP = form(
    f"^(?:ก็|ผม|หนู|ฉัน|ลุง|ป้า|ตา|พี่|เดี๋ยวนี้|ตอนนี้|[ |])*(?:เลิก(?:สูบ|ดื่ม|กิน|บุหรี่|เหล้า|ขาด|เด็ดขาด)*(?:ไป|ได้|มา|นาน|ตั้งแต่|หลาย|ตั้ง|สัก|เป็น|[0-9]+|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่|ปี|เดือน|กว่า| )*(?:แล้ว|ละ|หมด)+{_POLITE}|(?:สูบ|ดื่ม|กิน)(?:บุหรี่|เหล้า|กาแฟ)?ไม่เป็น(?:เลย)?{_POLITE})(?:$|[ |])"
)


def _is_given_up(asked: str, text: str) -> bool:
    """ "เลิกมาสิบปีแล้ว", "สูบไม่เป็น", of what one smokes or drinks."""
    return bool(_HABITS.search(asked) and _GIVEN_UP.match(text)) and not re.search(
        "เลิกตอบ|เลิกทํา|ยังไม่", text
    )


_LEAD = "(?:ก็|ผม|หนู|ฉัน|ดิฉัน|เรา|ป้า|ลุง|ยาย|ตา|พี่|ปีนี้|เดือนนี้|ช่วงนี้|ตอนนี้|ที่บ้าน|บ้านนี้|บ้านผม|บ้านเรา|แถวนี้|ยัง)*"
_TAIL = f"(?:เลย|หรอก|แล้ว|อะไร|ใคร|กับเขา|เด็ดขาด|อยู่แล้ว|จริงๆ|จริง|(?:แม้แต่|สัก|ซัก)(?:กะ)?(?:ครั้ง|คน|วัน|ที|หน|รอบ|คัน|ตัว|นิด|บาท|เครื่อง|ต้น|แก้ว)(?:เดียว)?){{0,3}}{_POLITE}"
_DENIED = form(
    f"^{_LEAD}(?P<no>ไม่มี|บ่มี|ไม่เคยมี|ไม่เคย|บ่เคย|ไม่เหลือ|ไม่ได้|ไม่)(?P<what>[ก-๛]{{2,24}}?)(?P<tail>{_TAIL})$"
)
# These say something else where they are merely denied.
_ELSE = form(
    "^(?:ดี|พอ|แน่|รู้|ทราบ|คิด|ควร|ต้อง|อยาก|แรง|เร็ว|ทัน|ปลอดภัย|เห็นด้วย|ว่าง|ชอบ|ถึง|เกิน|ค่อย|จำ|นาน|บ่อย|มาก|หยุด|ขาด|กี่)"
)
_EMPHASISED = form("เด็ดขาด|เลย|สัก|ซัก|แล้ว|อะไร")


def _is_none(question: Question, asked: str, text: str) -> bool:
    """ "แข็งแรงดี ไม่เคยไป", "ไม่มีรายได้": none has or does what is asked about."""
    is_of_how_many = re.search("กี่|จ\u0e4d\u0e32นวน|เท่าไ", asked)
    if not is_of_how_many or counting.asked_units(question) & _MEASURES:
        return False
    if mentions.found(text) != []:
        return False
    clauses = [each.strip() for each in re.split("[ |]+", text) if each.strip()]
    return any(_says_none(asked, clause) for clause in clauses)


def _says_none(asked: str, clause: str) -> bool:
    is_of_times = re.search("เคย|ครั้ง|รอบ|กี่หน", asked)
    if is_of_times and _NEVER.fullmatch(clause):
        return True
    match = _DENIED.match(clause)
    if match is None:
        return (cannot := _CANNOT.fullmatch(clause)) is not None and cannot[1] in asked
    if match["what"] in _GOING and _ATTENDED.search(asked):
        return match["no"] != "ไม่" or bool(_EMPHASISED.match(match["tail"]))
    if match["what"] not in asked or _ELSE.match(match["what"]):
        return False
    if match["no"] in ("ไม่มี", "บ่มี", "ไม่เคยมี"):
        return len(match["what"]) > 2
    if match["what"] in _WEAK:
        return False
    is_whole = len(match["what"]) > 3 or match["what"] in _DEEDS
    is_whole = is_whole or bool(_EMPHASISED.match(match["tail"]))
    return is_whole or match["no"] not in ("ไม่", "ไม่ได้")


_MEASURES = frozenset(
    words.UNITS[each]
    for each in ("ปี", "เดือน", "นาที", "กิโล", "เมตร", "เซนติเมตร", "คะแนน", "เปอร์เซ็นต์")
)
_NEVER = form(f"{_LEAD}(?:ยัง)?(?:ไม่|บ่)เคย{_TAIL}")
_CANNOT = form(f"{_LEAD}([ก-๛]{{2,8}}?)ไม่เป็น{_TAIL}")
_GOING = words.listed("ไป เข้า ร่วม มา ไปร่วม เข้าร่วม")
_ATTENDED = form("ร่วม|ประชุม|พบแพทย์|หาหมอ|ไป")
_DEEDS = words.listed("ใช้ ซื้อ ส่ง สูบ ดื่ม กิน ทาน จ่าย ปลูก เผา ขาย กู้ ยืม เลี้ยง")
_WEAK = words.listed("มี เคย ได้ จะ เป็น อยู่ ทำ มา ต่อ ออก ที่ท่าน บาท ครั้ง วัน คน")
