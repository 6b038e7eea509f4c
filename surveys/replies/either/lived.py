"""A yes or no that is told by how one lives: "กินยาความดันทุกเช้า", "โฉนดชื่อแม่"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from surveys.replies.around import hearsay
from surveys.replies.either import polarity
from surveys.replies.either.polarity import Asked
from surveys.replies.lists.lived import FACTS
from surveys.replies.text import words
from surveys.replies.text.words import form

_MEANT = {
    "<n>": "(?:[0-9]+|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ยี่สิบ|ซาว|หลาย|ครึ่ง)",
    "<money>": "(?:[0-9]+|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)*(?:บาท|ร้อย|พัน|หมื่น|แสน)",
    "<kin>": "(?:ลูก|ผัว|เมีย|สามี|ภรรยา|แฟน|พ่อ|แม่|พี่|น้อง|หลาน|เขย|สะใภ้|น้า|อา|ป้า|ลุง)",
}
_LETTERS = "(?:(?!ไม่|บ่)[ก-๛])"  # of no word that denies
# Before a cue these make it another thing: it is denied, wished for or only feared.
_UNSAID = form(
    "(?:(?:ไม่|บ่|อย่า|ห้าม|มิ)(?:ได้|เคย|มี|ค่อย|อยาก|ต้อง|ถึงกับ|ใช่|เห็น|กล้า|ยอม|ให้|คิดจะ|ทัน|คิด|จะ|ใคร|เคยไป|ไป)*"
    "|อยาก(?:จะ|ได้|ให้|ไป|มี)*|ว่าจะ|กะจะ|ตั้งใจจะ|คิดจะ|เกือบ(?:จะ|ได้|โดน)*|ฝันว่า|ถ้า[ก-๛]{0,8}|เผื่อ|กลัว(?:ว่า|จะ|โดน)*|แทบ(?:จะ)?|เลิก|หยุด|งด)$"
)
_ASKS = form(
    "ไหม$|มั้ย|นับด้วย|หมายถึง|ใช่ไหม|หรือเปล่า|รึเปล่า|เหรอ$|หรอ$|ตรงไหน(?:คะ|ครับ|อะ)*$|แบบไหน(?:คะ|ครับ|อะ)*$|ไหนอะ|อะไร(?:อะ|อ่ะ|คะ|ครับ|หรอ|เหรอ|นะ)*$"
)
_UNSURE = form(
    "มั้ง|น่าจะ|ไม่แน่ใจ|จำไม่|จำบ่|ไม่แน่|อาจจะ|แล้วแต่|บอกไม่ถูก|ตอบไม่ถูก|ไม่ทราบ|ข้อที่แล้ว|ข้อเมื่อกี้|ขอข้าม|ไม่ตอบ|ไม่อยากตอบ|วันหลัง|ไว้ก่อน|ก็เท่านั้น|(?:ร้อง|แจ้ง|บอก|โทร|แยก|ทำ)(?:เรียน)?ไปทำไม"
)
_KIN = form(
    "^(?:แต่|ก็|เห็น)*(?:สามี|ภรรยา|เมีย|ผัว|แฟน|ลูก(?!น้อง|ค้า|จ้าง|บ้าน)(?:ชาย|สาว|เขย|สะใภ้)?|หลาน(?:ชาย|สาว)?|พี่ชาย|พี่สาว|น้องชาย|น้องสาว)"
)
# Whom no question of one's own or one's house means.
_OUTSIDERS = form(
    "^(?:แต่|ก็|เห็น|มี|ส่วน)*(?:ป้า|ลุง|พี่|น้า|ยาย|ตา|คน|เด็ก|บ้าน|ห้อง|หลัง)?(?:ข้าง(?:บ้าน|ห้อง|ๆ)|เพื่อน(?!กัน|เล่น)|คนอื่น|ชาวบ้าน(?:เขา|อื่น)|หมู่บ้านอื่น|บ้านอื่น|หมู่อื่น)"
    "|^(?:ลูก|หลาน|บ้าน|แฟน)(?:ของ)?(?:พี่สาว|พี่ชาย|น้องสาว|น้องชาย|เพื่อน)|อยู่อีก(?:อำเภอ|จังหวัด|หมู่บ้าน|ตำบล)"
)
_ASKED_NOT = form("ไม่(?!$|หรือ|ว่า).*ใช่(?:ไหม|มั้ย|หรือไม่|หรือเปล่า)")
_OF_KIN = form("ลูก|บุตร|หลาน|ครอบครัว|ครัวเรือน|บ้าน|ใคร|คู่สมรส|สมาชิก|ผลกระทบ|ชุมชน")
_WAS = form("^(?:[ก-๛]{0,6})(?:เมื่อก่อน|แต่ก่อน|สมัย(?!นี้)|ตอนแรก|ก่อนหน้านี้(?!เอง)|เดิมที|แรก)")
_NOW = form(
    "เดี๋ยวนี้|เดวนี้|เดียวนี้|ตอนนี้|ทุกวันนี้|ปัจจุบัน|ปีนี้|พักหลัง|ช่วงนี้|เลยเลิก|สรุป|แต่ตั้งแต่|แต่พอ|หลังจากนั้น|จนมา"
)
_LONG_BEFORE = form(
    "^(?:ก็|เคย)*(?:ปีก่อน|ปีที่แล้ว|ปีกลาย|เมื่อก่อน|แต่ก่อน|สมัยก่อน|หลายปีก่อน|ตอนเด็ก)"
)
_SHORT_PERIOD = form("เดือน|สัปดาห์|ปีนี้|เมื่อวาน|ช่วงนี้|วันนี้")
# What comes before these was not meant.
_JESTED = form("(?:ประชด|พูดเล่น|ล้อเล่น|แซว)(?:หรอก|นะ|เล่น|จ้ะ|ค่ะ|ครับ)*")
_HEARD = (
    (form("(?<=กว่าเต่า)[ก-๛]{0,10}?มั้ง"), ""),
    (form("ซัก(?!ผ้า|ฟอก|แห้ง|รีด|ถาม|มือ|เอา|ร้าน|ตู้)"), "สัก"),
    (form("เค้า"), "เขา"),
    (form("นึง"), "หนึ่ง"),
    (form("(?<=[ตวถังคนบอ])เดว(?!นี้)"), "เดียว"),
    (form("ตังค์|(?<!น)(?<!สตา)ตัง(?![ก-ฮ]{2}|ๆ|แต่|์)"), "เงิน"),
    (form("มอไซค์|มอไซ(?!ค)|มอเตอร์ไซต์|มอเตอร์ไซด์"), "มอเตอร์ไซค์"),
)


@dataclass(frozen=True)
class _Told:
    """A fact of what is asked, with its patterns ready."""

    yes: re.Pattern[str] | None
    no: re.Pattern[str] | None


def told(asked: Asked, text: str) -> str | None:
    """ "yes" or "no" of a spaced text, where what it tells settles it; None: it may be
    both, or it asks, doubts or speaks of others."""
    found = sides(asked, text)
    return next(iter(found)) if len(found) == 1 else None


def is_of_others(asked: Asked, text: str) -> bool:
    """Whether a spaced text begins with neighbours or the like and stays with them."""
    plain = heard(text).replace(" ", "")
    match = _OUTSIDERS.search(plain)
    is_asked = match is not None and bool(_OUTSIDERS.search(asked.text))
    return match is not None and not is_asked and not hearsay.is_on_myself(plain)


def sides(asked: Asked, text: str) -> frozenset[str]:
    """What the facts in a spaced text speak for: "yes", "no", both or neither."""
    facts = _of(asked.text)
    if not facts or _ASKED_NOT.search(asked.text):
        return frozenset()
    spelt = heard(text)
    clauses = (_JESTED.split(spelt)[-1].strip() or spelt).split(" ")
    plain = "".join(clauses)
    if _ASKS.search(plain) or _UNSURE.search(plain) or _is_off_and_on(asked, plain):
        return frozenset()
    if hearsay.is_foreign(asked.text, plain) or _OUTSIDERS.search(plain):
        return frozenset()
    if not (asked.is_ever or asked.has_period):
        clauses = _now(clauses)
    if is_of_long_before(asked, plain):
        return frozenset()
    return frozenset(side for fact in facts for side in _sides(asked, fact, clauses))


def is_of_long_before(asked: Asked, plain: str) -> bool:
    """ "ปีก่อนเหม็นมาก", where it is asked of this month."""
    is_short = asked.has_period and _SHORT_PERIOD.search(asked.text)
    return bool(is_short and _LONG_BEFORE.match(plain) and not _NOW.search(plain))


_OFF_AND_ON = form("(?P<what>[ก-๛]{2,10}?)บ้าง(?:ไม่|บ่)(?:ได้)?(?P=what)")


def _is_off_and_on(asked: Asked, plain: str) -> bool:
    """ "สูบบ้างไม่สูบบ้าง", of what is asked."""
    match = _OFF_AND_ON.search(plain)
    return match is not None and polarity.is_echo(asked, match["what"])


def heard(text: str) -> str:
    """A spaced text with what is spelt in several ways spelt in one."""
    text = text.replace("|", " ")
    for wrong, right in _HEARD:
        text = wrong.sub(right, text)
    text = re.sub("(?<=[ก-๛]) +(?=[0-9])|(?<=[0-9]) +(?=[ก-๛])", "", text)
    return re.sub(" +", " ", text.replace("ำ", words.AM)).strip()


@lru_cache(maxsize=256)
def _of(asked: str) -> tuple[_Told, ...]:
    return tuple(
        _Told(yes, no)
        for asks, unless, yes, no in _facts()
        if asks.search(asked) and not (unless and unless.search(asked))
    )


@lru_cache(maxsize=1)
def _facts() -> tuple[
    tuple[
        re.Pattern[str],
        re.Pattern[str] | None,
        re.Pattern[str] | None,
        re.Pattern[str] | None,
    ],
    ...,
]:
    return tuple(
        (
            _any(fact.asks) or form("$^"),
            _any(fact.unless),
            _any(fact.yes),
            _any(fact.no),
        )
        for fact in FACTS
    )


def _any(said: str) -> re.Pattern[str] | None:
    pattern = "|".join(said.split()).replace("[ก-๛]{", f"{_LETTERS}{{")
    for name, meant in _MEANT.items():
        pattern = pattern.replace(name, meant)
    return form(pattern) if pattern else None


def _now(clauses: list[str]) -> list[str]:
    """The clauses without what was so before; none where only that is told."""
    whole = " ".join(clauses)
    if not _WAS.search(whole):
        return clauses
    match = _NOW.search(whole)
    return whole[match.start() :].split(" ") if match else []


def _sides(asked: Asked, fact: _Told, clauses: list[str]) -> set[str]:
    text = " ".join(clauses)
    found = set()
    for side, cues in (("yes", fact.yes), ("no", fact.no)):
        if cues is not None and any(
            _is_said(asked, text, match) for match in cues.finditer(text)
        ):
            found.add(side)
    return found


def _is_said(asked: Asked, text: str, match: re.Match[str]) -> bool:
    """Whether a cue is told of oneself, and neither denied nor wished."""
    before = text[: match.start()].rpartition(" ")[2]
    if _UNSAID.search(before):
        return False
    clause = text[text.rfind(" ", 0, match.start() + 1) + 1 :]
    return bool(_OF_KIN.search(asked.text)) or not _KIN.match(clause)
