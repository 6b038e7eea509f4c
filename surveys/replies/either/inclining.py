"""A yes or no by how often, how little, or how one is minded: "นานๆ ที", "ไม่ต้องหรอก"."""

import re
from collections.abc import Sequence

from surveys.replies import naming
from surveys.replies.either import polarity
from surveys.replies.either.polarity import Asked
from surveys.replies.text.words import form

_UNSURE = form(
    "ไหม|มั้ย|เหรอ|หรอ(?!ก)|หรือ|กี่|[?]|ถ้า|แล้วแต่|มั้ง|คง(?!ที่)|อาจ|น่าจะ|ไม่แน่|ข้าม|ไม่ตอบ|ไม่รู้"
)
_WANTED = form("อยาก|ต้องการ|ประสงค์|สนใจ|ควร")
_MOCKS = re.compile("\ue002|555|ฮ่า|แหม|เนาะ|ประชด")
_ALWAYS = form("ทุก(?:ครั้ง|วัน|คืน|มื้อ|เดือน|สัปดาห์)|เป็นประจํา|บ่อย|สม่ําเสมอ|ตลอดเวลา")
_SELDOM = form(
    "^(?:ก็)?(?:(?:ไม่|บ่)ค่อย(?:ได้|จะ)?|นานๆ(?:ที|ครั้ง)|นาน(?:ที|ครั้ง)|แทบ(?:จะ)?(?:ไม่|บ่)|บาง(?:ครั้ง|ที|วัน)|(?:ไม่|บ่)(?:ได้)?(?:ทุก|บ่อย|ประจํา)|ปีละ|ลืม(?:บ่อย|ประจํา|ตลอด))"
)
_EVER_SO = form(
    "^(?:ก็)?(?:ทุก(?:ครั้ง|วัน|คืน|มื้อ|เดือน|สัปดาห์|อาทิตย์|เช้า)|ตลอด|ประจํา|เป็นประจํา|บ่อย|สม่ําเสมอ)(?:เลย|ค่ะ|ครับ|จ้า|จ้ะ|มาก|นะ|สิ|อยู่|แหละ|เวลา|ที|ๆ|คับ)*$"
)


_LEFT_OUT = form(
    "^(?:ก็)?(?:ใกล้ๆ|ไปใกล้ๆ|แถวนี้|กลางคืน|ตอนรีบ|ถ้ารีบ)?(?:ไม่|บ่|ลืม)(?:ได้)?(?:ใส่|สวม|คาด|พก|ล้าง|แยก)(?:หรอก|เลย|นะ|ๆ)*$"
)


def _so_often(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "ทุกครั้งค่ะ", "นานๆ ที", where it is asked if it is always so."""
    if asked.is_ever or not _ALWAYS.search(asked.text) or _WANTED.search(asked.text):
        return None
    if any(map(_UNSURE.search, clauses)) or any(c.startswith("แต่") for c in clauses):
        return None
    joined = "".join(clauses)
    if _SELDOM.match(clauses[0]) or _SELDOM.match(joined):
        return "no"
    if any(map(_LEFT_OUT.match, clauses)) and "ครั้ง" in asked.text:
        return "no"
    return "yes" if _EVER_SO.match(clauses[0]) and "ไม่" not in joined else None


_HARDLY = form(
    "^(?:ก็)?(?:ไม่|บ่)ค่อย(?:ได้|จะ)*(?P<verb>.+?)(?:เลย|เท่าไหร่|เท่าไร|นัก)(?:หรอก|นะ|อะ)*$"
)


def _hardly(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "ไม่ค่อยเชื่อเลย": so little that it is none."""
    match = _HARDLY.match(polarity.opened(clauses[0]))
    is_own = match is not None and match["verb"] in asked.verbs
    sides = {polarity.side(asked, clause) for clause in clauses[1:]}
    return (
        "no" if is_own and "yes" not in sides and "แต่" not in "".join(clauses) else None
    )


_SHOULD = form("ควร|ต้องการ|อยาก")
_NEED_NOT = form(
    "^(?:ก็)?(?:ไม่ต้อง|ไม่จําเป็น)(?:หรอก|ดอก|ก็ได้|ต้อง|เลย|นะ|อะ|มี|มา|ค่ะ|ครับ|จ้า|จ้ะ)*$"
)
_OUGHT = form("^(?:ก็)?น่าจะ(?P<what>(?!ไม่|บ่).{3,}?)(?:นะ|ดี|ได้แล้ว|ค่ะ|ครับ)*$")
_FEARS = form("^(?:ก็)?(?:ไม่|บ่)กล้า(?:หรอก|ดอก|เลย|อะ|ค่ะ|ครับ|จ้า|จ้ะ|นะ)*$")
_CARES = form("^(?:ก็)?(?:เป็น)?ห่วง(?:ลูก|หลาน|สุขภาพ|คน|มาก|อยู่|ตลอด|สิ|บ้าน|เด็ก|เหมือนกัน)")


def _of_stance(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "ไม่ต้องหรอก อันตราย", "ไม่กล้า กลัวเขาว่า", "ห่วงลูกหลาน"."""
    first, joined = polarity.opened(clauses[0]), "".join(clauses)
    if (
        "แต่" in joined
        or _MOCKS.search(joined)
        or re.search("ถ้า|ไหม|มั้ย|หรือ(?!ก)", joined)
    ):
        return None
    sides = {polarity.side(asked, clause) for clause in clauses[1:]}
    if _SHOULD.search(asked.text) and not asked.is_ever and _NEED_NOT.match(first):
        return None if "yes" in sides or "ตอบ" in joined else "no"
    ought = _OUGHT.match(first) if asked.text.count("ควร") else None
    if ought and ought["what"][:3] in asked.text and "no" not in sides:
        return "yes"
    if asked.is_ever and _FEARS.match(first):
        return None if "yes" in sides else "no"
    if (
        re.search("กังวล|เป็นห่วง", asked.text)
        and not asked.is_ever
        and _CARES.match(first)
    ):
        return None if "no" in sides else "yes"
    return None


_TURNED = form(
    "ไม่|บ่(?!อย|อ|า|น)|แต่|ถ้า|ไหม|มั้ย|หรือ|อยาก|เคย|เกือบ|คง|น่าจะ|ใคร|ไหน|กี่|อาจ|เลิก|มั้ง|หมดแล้ว|เมื่อก่อน|ข้างบ้าน|เพื่อน"
)
_HAS = form("^(?:ก็)?มี(?P<what>.{3,})$")
_SOME = form(
    "^(?:ก็)?มี(?:บ้าง|อยู่|ตลอด|เป็นบาง|บางช่วง|ทุก)(?:ช่วง|ตอน|เวลา|บาง|วัน|คืน|ครั้ง|เย็น|เช้า|.{0,6}).*$"
)
_SUFFERS = form("ผลกระทบ|เดือดร้อน|รบกวน|มีปัญหา|มีการ|มีกลิ่น|มีเสียง|มีฝุ่น|มีควัน")
_GOING = form(
    "^(?:ก็|มัน|เขา|รถ)*(?P<verb>.{3,10}?)(?:กัน)?(?:ทั้งวัน|ทั้งคืน|ตอน.{2,12}|ทุก.{2,8}|ตลอด.{0,8}|ประจํา|บ่อย.{0,4}|เมื่อ(?:คืน|วาน).{0,6})(?:เลย|ค่ะ|ครับ|จ้า)*$"
)
_IS_SEEN = form("เคย(?:เห็น|พบ)|มีการ|พบ(?:เห็น)?การ")
_ENOUGH = form(
    "^(?:ก็)?(?:พอใช้|พออยู่|พอกิน|พอมีพอกิน|พอไปได้|พอถูไถ|พอดี|พอเลี้ยง)(?:ได้|จ่าย|อยู่|ไป|พอกิน|ตัว|ครอบครัว|เดือน|ค่ะ|ครับ|จ้า|นะ|ๆ)*$"
)


def _has_it(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "มีความสุขดี", "มีบ้างช่วงดึก", "วิ่งกันทั้งคืน", "พอใช้ครับ"."""
    first, text = polarity.opened(clauses[0]), asked.text
    joined = "".join(clauses)
    if (
        _TURNED.search(joined)
        or _MOCKS.search(joined)
        or "ไม่" in text.replace("หรือไม่", "")
    ):
        return None
    if "เพียงพอ" in text and _ENOUGH.match(first):
        return "yes"
    if _SUFFERS.search(text) and _SOME.match(first):
        return "yes"
    has = _HAS.match(first)
    if has and not asked.is_ever and f"มี{has['what'][:MIN_THING]}" in text:
        return "yes"
    going = _GOING.match(first)
    is_own = going and going["verb"] in text and going["verb"] not in naming.COMMON
    return "yes" if is_own and _IS_SEEN.search(text) else None


MIN_THING = 7  # letters of what one says that one has
RULES = (_so_often, _hardly, _of_stance, _has_it)
