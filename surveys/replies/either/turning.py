"""What turns a yes or no round: "มีซะที่ไหน", "ไม่มีวันไหนที่ติดต่อไม่ได้", "ไม่ทุกวัน"."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Sequence

from surveys import politeness
from surveys.replies.either import polarity
from surveys.replies.either.polarity import Asked
from surveys.replies.text import words
from surveys.replies.text.words import form

_WHERE = form(
    "^(?:แล้ว|มัน|เขา|เค้า|เคยได้|จะ)*(?P<core>.{1,20}?)(?P<strong>ซะ|เสีย|ซ่ะ|สะ)?(?P<asks>ที่ไหน|เมื่อไหร่|เมื่อไร|เมื่อไหร|ตอนไหน)"
    f"(?P<end>(?:ล่ะ|ละ|กัน|เล่า|วะ|ว่ะ|อะ|อ่ะ|เนี่ย|{politeness.ENDS})*)$"
)
# With these nobody asks where: they tell how it is.
_STATES = words.listed("มี เคย ใช่ ได้ พอ ทัน ไหว จริง รู้ ทราบ เห็น เชื่อ สน กล้า ชอบ")
_ASKS = form("ไหม|มั้ย|หรือเปล่า|หรือยัง|กี่|ที่ไหน|ยังไง|อะไร|[?]")
_TIMES = "วัน|คืน|ครั้ง|เดือน|ปี|เช้า|เย็น|มื้อ|หน|รอบ|ที|อาทิตย์|สัปดาห์|คน|บ้าน|ตอน|ช่วง|เหตุผล|งาน"
_NONE_WITHOUT = form(
    f"(?:ไม่|บ่)(?:เคย|เห็น)?(?:จะ)?มี(?:สัก|ซัก|แม้แต่)?(?:{_TIMES})(?:ไหน|ใด|เดียว)?(?:เลย)?(?P<what>.*(?:ไม่(?!มี(?:เลย|หรอก)$)|บ่(?!อ)|ขาด|พลาด|เว้น).*)$"
)
_NEVER_NOT = form("^(?:ก็)?(?:ไม่|บ่)เคย(?:จะ|ที่จะ)?(?P<what>(?:ไม่|บ่)(?!เคย|มี$).+)$")
_STRANGE = form(
    f"^(?:(?P<when>{_TIMES})(?:ไหน|ใด)(?:ที่|มัน|น้ำ|เขา)*|ถ้า)?(?P<what>.+?)(?:สิ|นี่สิ|ดิ|ซิ|ละก็|นั่นแหละ|ก็|นี่|ถึง(?:จะ)?)(?:แปลก|ผิดปกติ|ประหลาด|อัศจรรย์|ผิดสังเกต)(?:แล้ว|ใจ|มาก|นะ|สิ|ค่ะ|ครับ)*$"
)
_NOT = form("ไม่|บ่(?!อ)")
_ALWAYS = form(
    "(?:ทุก(?:วัน|คืน|ครั้ง|เดือน|ปี|เช้า|เย็น|มื้อ|อาทิตย์|สัปดาห์|บ้าน|คน|รอบ)|ตลอด(?:เวลา|ทั้งวัน|วัน|ปี|ทั้งปี)?|เสมอ|ทั้งวัน|เป็นประจำ|ครบ(?:ทุก.{1,12})?)(?:เลย)?(?:ใช่)?(?:ไหม|มั้ย|หรือไม่|หรือเปล่า|รึเปล่า)"
)
_NOT_ALWAYS = form(
    "^(?:ก็)?(?:(?:ไม่|บ่)(?:ได้|ถึงกับ|ถึง|ใช่|ค่อยจะ)*(?:[^ ]{1,8})?(?:ทุก|ตลอด|เสมอ|ทั้งวัน|ประจำ|ครบ)|(?:แค่|ได้|เป็น|เฉพาะ|มี|กิน|ไป|มา|แต่)*บาง(?:วัน|คืน|ครั้ง|ที|ช่วง|มื้อ|เวลา|เดือน|ปี|คน|ตอน))"
)
_EVERY = form("^(?:ก็)?(?:ไม่|บ่)เคย(?:ขาด|เว้น|พลาด)")


def turned(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "yes" or "no"; "" where it is turned in a way that tells neither."""
    for place, clause in enumerate(clauses):
        said = polarity.opened(clause)
        found = _where(asked, said, clauses, place)
        found = _none_without(asked, said) if found is None else found
        found = _strange(asked, said) if found is None else found
        found = _not_always(asked, said) if found is None and not place else found
        if found is not None:
            others = [each for i, each in enumerate(clauses) if i != place]
            return found if _agree(asked, found, others) else ""
    return None


def _agree(asked: Asked, found: str, others: Sequence[str]) -> bool:
    sides = {polarity.side(asked, clause) for clause in others} - {None, found}
    return not sides or not found


def _where(asked: Asked, said: str, clauses: Sequence[str], place: int) -> str | None:
    """ "มีซะที่ไหน", "พอที่ไหน ทั้งหมู่มีสองดวง": it is not so."""
    match = _WHERE.match(said)
    if match is None:
        return None
    core = match["core"]
    if match["strong"]:
        return "no" if _is_own(asked, core) or core in _STATES else None
    if match["asks"] != "ที่ไหน" or not _is_state(asked, core):
        return None
    after = clauses[place + 1 :]
    is_told_why = bool(after) and not any(map(_ASKS.search, after))
    return "no" if "กัน" in match["end"] or is_told_why else None


def _is_state(asked: Asked, core: str) -> bool:
    return polarity.is_felt(asked, core) or (
        core in _STATES and (core in asked.verbs or core in asked.text)
    )


def _is_own(asked: Asked, text: str) -> bool:
    """Whether a text is of what the question asks: its verb, or letters of it."""
    return polarity.is_echo(asked, text) or (
        2 <= len(text) <= MAX_WORD and text in asked.text
    )


MAX_WORD = 12  # letters of what is one word, or two


def _none_without(asked: Asked, said: str) -> str | None:
    """ "ไม่มีวันไหนที่ติดต่อไม่ได้", "ไม่เคยไม่ได้กิน": always."""
    match = _NONE_WITHOUT.search(said) or _NEVER_NOT.match(said)
    if match is None:
        return None
    what = re.sub("^(?:ที่|จะ|ว่า|เลย|มัน|เขา|เรา|ผม|หนู|ฉัน)+", "", match["what"])
    return "yes" if _names_it(asked, what) else ""


def _names_it(asked: Asked, what: str) -> bool:
    """Whether what is left without the "not" is what is asked."""
    left = _NOT.split(what)
    said = [re.sub("^(?:ได้(?!ยิน|กลิ่น|รับ)|เคย|มี|โดน)+", "", each) for each in left]
    return any(
        each and _is_own(asked, each) for each in (*said, *left) if len(each) > 1
    )


def _strange(asked: Asked, said: str) -> str | None:
    """ "วันไหนไม่ดังสิแปลก": it always is."""
    match = _STRANGE.match(said)
    if match is None:
        return None
    what = match["what"]
    if not _names_it(asked, what):
        return None
    return "yes" if _NOT.match(what) else "no"


def _not_always(asked: Asked, said: str) -> str | None:
    """ "ไม่ทุกวัน", "บางวัน", where it is asked of every day."""
    if not _ALWAYS.search(asked.text):
        return None
    if _EVERY.match(said):
        return "yes"
    return "no" if _NOT_ALWAYS.match(said) else None
