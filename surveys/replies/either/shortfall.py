"""A yes or no whose words say less than they seem to, or the reverse of it.

"ได้ครึ่งเดียว" of what is asked in full, "ยังเลย รออยู่" of what is asked as done, "สะอาดจน
ปลาตาย" of what is asked as clean, "มีหรือไม่มีก็ไม่รู้".
"""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Sequence

from surveys import politeness
from surveys.replies.either import polarity
from surveys.replies.either.polarity import Asked
from surveys.replies.text.words import form

MAY_BE = form(
    "ครึ่ง|ขาด|ค้าง|บางส่วน|เหลือ|งวด|ยัง|จน|ขนาด|หรือ(?:ไม่|เปล่า|บ่)|อะไร|ตรงไหน|หา(?:ได้)?[ก-๛]+ไม่"
)
_IN_FULL = form("ครบ|ทั้งหมด|เต็มจํานวน|ทั้งก้อน|เต็มๆ")
_IN_PART = form(
    "ครึ่ง|ยังขาด|ขาด(?:อีก|ไป|อยู่)|ค้าง(?:อยู่|อีก|จ่าย|มา|ตั้ง)|บางส่วน|(?:ยัง|ยังมี)เหลือ|เหลืออีก|งวด(?:เดียว|แรก)"
)
_MADE_GOOD = form(
    "(?<!ไม่)(?<!ยังไม่ได้)(?:ครบ|หมด)(?:แล้ว|ละ|ทุก|ถ้วน|$)|(?:ไม่|บ่)(?:มี|ได้)?(?:ขาด|ค้าง)"
)
_AS_DONE = form("แล้วหรือ|หรือยัง|รึยัง|แล้วยัง")
_YET = form(f"^(?:ก็)?ยัง(?:เลย|หรอก|อยู่เลย|ๆ|{politeness.ENDS}|ค่า|อะ|อ่ะ|นะ)*$")
_GOOD = "สะอาด|ใส|ปลอดภัย|เงียบ|เร็ว|ไว|หอม|สวย|บริสุทธิ์|สดชื่น|โปร่งใส|จริงใจ|ยุติธรรม|สะดวก|อร่อย|เรียบ|สว่าง|ดี"
_SO_THAT = form(
    f"(?P<good>{_GOOD})(?:มาก|จริง|เหลือเกิน|สุด|ดี|ๆ|ซะ|เสีย)*(?:จน|ขนาด)(?:(?!ไม่|บ่|หาย)[ก-๛ ]){{0,24}}?"
    "(?:(?<!วัน)ตาย|เน่า|ดํา(?!เนิน|น้ํา|รง)|เหม็น|อ้วก|อ้วกแตก|ป่วย|โรงพยาบาล|โรงบาล|คัน(?!ทุก)|ผื่น|แสบ|หายใจ(?:ไม่|บ่)|มะเร็ง|จมูกโล่งไม่|ล้ม|คว่ํา|ตกหลุม|ชาติหน้า|เหงือกแห้ง|รากงอก|ขึ้นรา|หนอน|โดน(?:ปล้น|จี้|ฉก)|หูดับ|หูหนวก|หูแตก)"
)
_EITHER = form(
    "(?P<what>[ก-๛]{1,12}?)หรือ(?:ไม่|บ่|ยังไม่)(?:ได้|เคย)?(?:(?P=what))?[ก-๛ ]{0,8}?(?:ก็)?[ก-๛ ]{0,6}?"
    "(?:(?:บอก|ตอบ|นึก)(?:ไม่|บ่)(?:ได้|ถูก|ออก)|จํา(?:ไม่|บ่)ได้|(?:ไม่|บ่)(?:รู้|ทราบ|แน่ใจ|ฮู้))"
)
_WHAT = form(
    "^(?:จะ|มัน|แล้ว)*(?P<what>[ก-๛]{2,14}?)(?:อะไร|ตรงไหน)(?P<surely>กัน)?(?:ล่ะ|ละ|เล่า|วะ|ว่ะ|เนี่ย)+(?:คะ|ค่ะ|ครับ)*$"
)
_ASKS = form("ไหม|มั้ย|หรือเปล่า|หรือยัง|กี่|ที่ไหน|ยังไง|อะไร|[?]")
_ARCHAIC = form("^[ก-๛]{0,8}?หา(?:ได้)?(?P<what>[ก-๛]{1,14})ไม่$")
_BUT = form("แต่")
DONT_KNOW = "dont_know"


def told(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "yes", "no" or "dont_know" of a reply's clauses; None where it is none of these."""
    whole = "".join(clauses)
    if _EITHER.search(whole) and not _BUT.search(whole):
        return DONT_KNOW
    for find in (_part, _yet, _so_that, _what, _archaic):
        if (found := find(asked, clauses, whole)) is not None:
            return found
    return None


def _part(asked: Asked, clauses: Sequence[str], whole: str) -> str | None:
    """ "ได้แค่ครึ่งเดียว" of what is asked in full: no."""
    is_part = _IN_FULL.search(asked.text) and _IN_PART.search(whole)
    return "no" if is_part and not _MADE_GOOD.search(whole) else None


def _yet(asked: Asked, clauses: Sequence[str], whole: str) -> str | None:
    """ "ยังเลย รออยู่" of what is asked as done: no, whatever is told after it."""
    is_yet = _AS_DONE.search(asked.text) and clauses and _YET.match(clauses[0])
    return "no" if is_yet and not _BUT.search(whole) else None


def _so_that(asked: Asked, clauses: Sequence[str], whole: str) -> str | None:
    """ "สะอาดจนปลาตาย": praise by what no good thing brings."""
    match = _SO_THAT.search(whole)
    return "no" if match and match["good"] in asked.text else None


def _what(asked: Asked, clauses: Sequence[str], whole: str) -> str | None:
    """ "ลดอะไรล่ะ แรงกว่าเก่า": no; alone it may ask."""
    match = _WHAT.match(clauses[0]) if clauses else None
    if match is None or match["what"] not in asked.text:
        return None
    after = clauses[1:]
    is_told = bool(after) and not any(map(_ASKS.search, after))
    return "no" if match["surely"] or is_told else None


def _archaic(asked: Asked, clauses: Sequence[str], whole: str) -> str | None:
    """ "หาได้ไปไม่": as monks and the old say no."""
    match = _ARCHAIC.match(clauses[0]) if clauses else None
    if match is None:
        return None
    what = re.sub("^(?:ได้|เคย)", "", match["what"])
    short = tuple(verb for verb in ("ไป", "มี", "เป็น", "มา") if verb in asked.text)
    is_asked = what.startswith((*asked.verbs, *short)) or polarity.is_echo(asked, what)
    return "no" if is_asked else None
