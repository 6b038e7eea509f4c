"""A yes or no said plainly at the end, or in a word of its own, of an ordinary reply.

Asked last, where neither the clauses together nor what they tell of settle it.
"""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Sequence

from surveys import politeness
from surveys.replies.either import (
    circumstance,
    inclining,
    lived,
    polarity,
    stance,
    yesno,
)
from surveys.replies.either.polarity import Asked
from surveys.replies.text import words
from surveys.replies.text.words import any_of, form

_PREFACE = form(
    "^(?:ก็|คือ|อืม|เออ|แหม)* ?(?:ถ้า(?:จะ)?(?:ให้)?(?:พูด|ตอบ|ว่า|บอก|เอา)(?:กัน)?(?:ตาม|แบบ|อย่าง)?(?:ความ)?(?:ตรง|จริง|เนื้อผ้า|ความรู้สึก)(?:ไปตรงมา|ไป|มา|ๆ|เลย|นะ)*"
    "|(?:พูด|ตอบ|บอก|เอา|ว่า)(?:กัน)?(?:ตาม|แบบ|อย่าง)?(?:ความ)?(?:ตรง|จริง)(?:ไปตรงมา|ๆ|เลย|นะ)*|ว่ากันตามตรง|ถ้า(?:จะ)?ถาม(?:ผม|ป้า|ลุง|หนู|ฉัน|ยาย|พี่|เรา)(?:นะ|ก็)*|ด้วยความสัตย์จริง)(?:ก็|นะ|แล้ว|ค่ะ|ครับ)* ?(?=.)"
)
_ASKED_BACK = form(
    "ถาม(?:ว่า|ผมว่า|ป้าว่า|หนูว่า)[ก-๛ ]{2,30}?(?:ไหม|มั้ย|หรือเปล่า|รึเปล่า)(?:ก็)? *"
)
_SELF = any_of(
    polarity.MYSELF | words.listed("อาตมา ข้าเจ้า เฮา ชั้น กู แม่(?=ก็) ย่า ปู่ ตาแก่ ดิชั้น เดี๊ยน")
)
_OPENS = form(
    f"^(?:(?:แต่|สรุป(?:แล้ว)?(?:ว่า|คือ)?|สุดท้าย(?:แล้ว)?|ดังนั้น|เพราะงั้น|เพราะฉะนั้น|ฉะนั้น|งั้น|โดยรวม(?:แล้ว)?|รวมๆ|ยังไง|ยังไงก็|อย่างไรก็ตาม|ถึงยังไง|ทุกวันนี้|ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|จริงๆ|จริงๆแล้ว|เอาเป็นว่า|เอาเป็น"
    f"|(?:{_SELF})?(?:ว่า|คิดว่า|มองว่า|รู้สึกว่า|ถือว่า|เชื่อว่า)|ก็(?:เลย|ถือว่า|ต้องบอกว่า)?|เลย(?=ไม่|บ่|ยัง|พอ|เห็น|ต้อง|ได้)|จึง|(?:{_SELF})(?:เอง|น่ะ|นี่|ก็|เลย)*(?=ไม่|บ่|ยัง|เคย|มี|พอ|เห็น|ก็|ใช้|ได้|ไป|เป็น|อยู่|รู้|ทราบ|กิน|อยาก|ต้อง|สน|ปลอด|กังวล|กลัว|คัด|ค้าน|ดื่ม|ซื้อ|ทํา|เชื่อ|ไว้|มั่น|โดน|รับ|ชอบ|ร่วม|เข้า|แยก|ปลูก|เลี้ยง|สบาย|ยินดี|รู้สึก)) ?)+"
)
_NOW_OPENS = form(
    "^(?:แต่)?(?:สรุป|สุดท้าย|ดังนั้น|เพราะงั้น|ทุกวันนี้|ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|โดยรวม|ยังไง|เอาเป็น|ถึงยังไง)"
)
_DOUBTS = form(
    "ไหม|มั้ย|เหรอ|หรอ(?!ก)|หรือ|กี่|[?]|ถ้า|แล้วแต่|มั้ง|คง(?!ที่)|อาจ|น่าจะ|ไม่แน่|บางที|เกือบ|ครึ่งๆ|ครึ่งนึง|ครึ่งหนึ่ง|ครึ่งต่อ|ข้าม|ไม่ตอบ|บ้างไม่|ก็ไม่เชิง|ว่าจะ|อยากจะ|กะจะ|คิดจะ|ก็ได้|ก็ดี|ก็เท่านั้น|ใคร(?:จะ|ว่า)"
)
_REPORTS = form("บอกว่า|เล่าว่า|เขาว่า|เค้าว่า|ได้ข่าว|ได้ยินว่า|ว่ากันว่า|หาว่า|ถามว่า|นึกว่า|เข้าใจว่า")
_MOCKS = re.compile("\ue002|555|ฮ่า|🙄|😒|😏|🙃|🤡|แหม|เนาะ|จ้าาา|เชิญ|ประชด")
_OF_OTHERS = re.compile(
    f"^(?:แต่|ส่วน|ก็|เห็น|มี|ของ)*(?:{any_of(polarity.OTHERS - polarity.MYSELF)})"
)
_WAS = form(
    "เมื่อก่อน|แต่ก่อน|สมัยก่อน|ก่อนหน้านี้|ตอนแรก|เดิม|ปีก่อน|ปีที่แล้ว|^เคย|ทีแรก|เพื่อน|ข้างบ้าน|ถ้า|คนอื่น"
)
_WEAK = words.listed(
    "เคย มี มา ไป เป็น ได้ ทำ จะ อยู่ ถูก เอา ดู คิด ต้อง ให้ รับ พอ ดี จริง เข้า บอก คุย"
)
MIN_VERB = 2


def unprefaced(text: str) -> str:
    """A spaced text without "ถ้าพูดตามตรง" and the question said back at its head."""
    return _ASKED_BACK.sub("", _PREFACE.sub("", text)).strip() or text


def told(asked: Asked, text: str) -> str | None:
    """ "yes" or "no", where its own word, its last or its first clause says so."""
    clauses = stance.split(text)
    clauses = [each for each in clauses if each not in politeness.WORDS]
    if not clauses or "ไม่" in re.sub("หรือไม่", "", asked.text):
        return None
    for rule in _RULES:
        if (found := rule(asked, clauses)) is not None:
            return found
    return None


def of_lives(asked: Asked, text: str) -> str | None:
    """What is told of one's life, unless the first word plainly says otherwise."""
    found = lived.told(asked, text)
    clauses = stance.split(text)
    first = polarity.side(asked, clauses[0]) if found and clauses else None
    is_against = first not in (None, found) and stands_alone(asked, text)
    return None if is_against else found


def stands_alone(asked: Asked, text: str) -> bool:
    """Whether it begins with "รู้" or "เคย", which nothing that is told takes back."""
    clauses = stance.split(text)
    first = _ALONE_NO.sub("", polarity.stripped(clauses[0])) if clauses else ""
    return first in _SURELY_ALONE and _at_first(asked, clauses) is not None


_NOT_NEVER = form(
    "^(?:ก็)?(?:ไม่ใช่|ใช่|จะว่า)(?:ว่า)?(?:จะ)?(?:ไม่|บ่)เคย(?:เลย|นะ|หรอก|ก็ไม่ใช่|ก็ไม่เชิง|ก็ไม่ถูก|ซะทีเดียว)*$"
)


def not_never(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "ไม่ใช่ว่าไม่เคย ไปมาครั้งนึง": once and more."""
    first = words.without_polite(clauses[0])
    if not asked.is_ever or len(clauses) < 2 or not _NOT_NEVER.match(first):
        return None
    rest = "".join(clauses[1:])
    is_turned = _DOUBTS.search(rest) or re.search("ไม่|บ่(?!อย)|แต่", rest)
    is_told = any(polarity.side(asked, clause) == "yes" for clause in clauses[1:])
    is_told = is_told or bool(_HAPPENED.search(rest)) or rest.startswith(asked.verbs)
    return "yes" if is_told and not is_turned else None


_HAPPENED = form(
    "ครั้ง|หน(?:นึง|หนึ่ง|เดียว)|รอบ|ทุก(?:ปี|เดือน|ครั้ง)|มาแล้ว|ตอน(?:ปี|เด็ก)|เมื่อ(?:ปี|เดือน|ก่อน|วาน)"
)
_OFTEN = form(
    "^(?:ก็|เจอ|โดน|เป็น|มี|ได้)*(?:ประจำ|บ่อย(?:ๆ|มาก|เลย|อยู่|จะตาย|เหมือนกัน)*|(?:หลาย|สอง|สาม|สองสาม|สี่|ห้า|สี่ห้า|[0-9]+|นับ)(?:[0-9])?(?:ครั้ง|หน|รอบ|ที|เที่ยว)(?:ละ|ได้|แล้ว|เอง|มั้ง)*|ครั้ง(?:เดียว|นึง|หนึ่ง)(?:เอง)?|นับครั้งไม่ถ้วน|นานๆ(?:ที|ครั้ง)|ทุก(?:วัน|คืน|ครั้ง|เช้า|เย็น|เดือน|ปี|อาทิตย์|รอบ|งาน)|ตลอด|เกือบทุก(?:วัน|คืน|ครั้ง|เดือน|ปี)|แทบทุก(?:วัน|คืน|ครั้ง))"
    "(?:เลย|จ้า|นะ|แหละ|ละ|ค่ะ|อะ|สิ|มาก|ได้|แล้ว|เวลา.*|ตอน.*|โดยเฉพาะ.*)*$"
)
_HAPPENS_TO = form("อาการ|ป่วย|เจ็บ|แพ้|ไอ|แสบ|ระคาย|ปวด|เครียด|ไม่สบาย")


def _how_often(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "เป็นประจำครับ", "สองสามครั้งได้": how often it was, so that it was."""
    first = words.without_polite(clauses[0])
    if not _OFTEN.match(first) or "ไม่" in first:
        return None
    begun = first.removeprefix("ก็")
    if begun.startswith("เป็น") and not (
        _HAPPENS_TO.search(asked.text) or "ประจ" in begun
    ):
        return None
    is_so = asked.is_ever or circumstance.happens(asked.text)
    is_so = is_so and not yesno.is_offer(asked.text)
    turned = any(_DOUBTS.search(c) or polarity.side(asked, c) == "no" for c in clauses)
    return "yes" if is_so and not turned else None


_WANTS = form("อยาก|ต้องการ|ประสงค์|สนใจ")
_NOT_OF_WANTS = form("เคย|ทราบ|เห็นด้วย|คิดว่า|หรือยัง|ควร")
_TAKES = form(
    "^(?:ก็)?(?:เอา|อยาก|อยากได้|ขอรับ|รับ|จัดมา|ส่งมา|ได้|สมัคร|ลงชื่อ|ใส่ชื่อ|นับ|จด)(?:ได้|มา|ไป|เลย|ด้วย|คน|สิ|จ้า|นะ|ค่ะ|ครับ|ชื่อ|(?:ป้า|ลุง|ผม|หนู|ฉัน|ยาย|พี่)(?=ด้วย|ไว้|ได้)|ไว้|แน่นอน|แน่ๆ|อยู่แล้ว|มากๆ|มาก|เป็น|เรียน|ร่วม|ไป|ทํา|ลอง|รู้|ทุกอย่าง|หมด|อยู่)*$"
)
_LEAVES = form(
    "^(?:ก็)?(?:(?:ไม่|บ่)(?:เอา(?!แล้ว|ละ)|อยาก|อยากได้|ต้อง(?:ส่ง)?|สน(?:ใจ)?|ดีกว่า)|ขอบาย|ขอผ่าน(?=[ |]))(?:หรอก|ดอก|เลย|นะ|อะ|จ้า|มา|ส่ง|ได้|เป็น|เข้า|ร่วม|เรียน|ทํา|ไป|ด้วย|ดีกว่า|ค่ะ|ครับ)*$"
)
_MADE_UP = form("เคย|ก่อน|แต่|ถ้า|ค่อย|เดี๋ยว|ไว้|ดู")


def _wanted(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "เอาครับ จัดมา", "ไม่เอาอะ แก่แล้ว", where it is asked what one wants."""
    if not _WANTS.search(asked.text) or _NOT_OF_WANTS.search(asked.text):
        return None
    rest = "".join(clauses[1:])
    if _MADE_UP.search("".join(clauses)) or _DOUBTS.search("".join(clauses)):
        return None
    first = polarity.opened(clauses[0])
    sides = {polarity.side(asked, clause) for clause in clauses[1:]}
    if _TAKES.match(first):
        return None if "no" in sides or _LEAVES.match(rest) else "yes"
    if _LEAVES.match(first) and "ตอบ" not in rest:
        return None if "yes" in sides else "no"
    return None


_GOOD = form(
    "^(?:ก็)?(?:มัน|เขา|โดยรวม)*(?:โอเค|โอ|ดี|ดีมาก|ดีเยี่ยม|เยี่ยม|ใช้ได้|ดีแล้ว|ดีเลย|ดีครับ|ดีค่ะ|ปลื้ม|ประทับใจ|ถูกใจ)(?:เลย|แล้ว|อยู่|นะ|มาก|ๆ|ทีเดียว|จ้า|เหมือนกัน|ค่ะ|ครับ|ดี)*$"
)
_IS_SCARED = form(
    "^(?:ก็)?(?:น่ากลัว|เสียว|หวาดเสียว|อันตราย|ผวา|ระแวง)(?:มาก|ออก|เลย|อยู่|จะตาย|ๆ|สิ|นะ|ค่ะ|ครับ|จ้า|สุดๆ|ตลอด)*$"
)


_GOES_ON = re.compile("แต่|ทําต่อ|ต่อเลย|ถาม|ข้อ|" + _MOCKS.pattern)


def _valued(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "โอเคครับ" to "are you content?", "กลัวค่ะ" to "do you feel safe?"."""
    first = polarity.opened(clauses[0])
    rest = clauses[1:]
    joined = "".join(clauses)
    if _DOUBTS.search(joined) or _GOES_ON.search(joined):
        return None
    sides = {polarity.side(asked, clause) for clause in rest} - {None}
    if "เห็นด้วย" in asked.verbs and _UNBACKED.match(first):
        return None if "yes" in sides else "no"
    if asked.verbs and "พอใจ" in asked.verbs:
        is_good = _GOOD.match(first) and not re.search(
            "ไม่|บ่(?!อย)|แย่|ห่วย", "".join(rest)
        )
        return "yes" if is_good and "no" not in sides else None
    if "ปลอดภัย" in asked.text and not asked.is_ever:
        is_scared = _IS_SCARED.match(first) and "yes" not in sides
        return (
            "no"
            if is_scared
            and re.search("รู้สึกปลอดภัย|ปลอดภัย(?:ดี)?(?:ไหม|หรือไม่)", asked.text)
            else None
        )
    return None


def _at_the_end(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "นั่งตรงนี้ทั้งวัน แต่คนมาตรวจไม่เคยเห็น": what is said last."""
    if len(clauses) < 2:
        return None
    last = clauses[-1]
    sides = [_side(asked, last)]
    said = sides[0]
    if said is None or _DOUBTS.search(last):
        return None
    before = clauses[:-1]
    bare = _OPENS.sub("", last)
    has_self = bare != last and re.match(f"(?:แต่|สรุป|ก็)*(?:{_SELF})", last)
    if _MOCKS.search("".join(clauses)) and not has_self:
        return None
    if _OF_OTHERS.match(before[-1]) and not (has_self or _OPENS.match(last)):
        return None
    if any(map(_REPORTS.search, before)) and not has_self:
        return None
    for clause in before:
        other = polarity.side(asked, clause)
        is_past = bool(_WAS.search(clause))
        if other not in (None, said) and not (is_past or _NOW_OPENS.match(last)):
            return None
        if is_past and asked.is_ever and not has_self and other not in (None, said):
            return None
    return said


_SURELY_ALONE = words.listed("เคย รู้ ทราบ โดน")
_BARE = words.listed("ใช่ เคย มี รู้ ทราบ")
_MADE_PAST = form(
    "เมื่อก่อน|แต่ก่อน|สมัย|นานแล้ว|เลิก|แล้ว(?:นะ)?$|ปีก่อน|ตอนเด็ก|หยุด|เพื่อน|ลูก|แม่|แฟน|สามี"
)


def _at_first(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "รู้ค่ะ แต่ไม่เคยโทรไป", "ยังไม่โดนครับ เพื่อนโดนไปแล้ว": a word that stands alone."""
    if len(clauses) < 2 or _MOCKS.search("".join(clauses)):
        return None
    first = polarity.stripped(clauses[0])
    rest = clauses[1:]
    said = _ALONE_NO.sub("", first)
    if said not in asked.verbs or (said in _WEAK and said not in _BARE):
        return None
    side = "yes" if said == first else "no"
    if any(map(_DOUBTS.search, rest)):
        return None
    if side == "yes" and said not in _SURELY_ALONE and "แต่" in "".join(rest):
        return None
    after = [
        polarity.side(asked, clause) for clause in rest if not _OF_OTHERS.match(clause)
    ]
    turned = {"yes": "no", "no": "yes"}[side]
    if turned in after or (side == "yes" and any(map(_MADE_PAST.search, rest))):
        return None
    if side == "no" and any(
        clause.startswith("แต่") and said in clause for clause in rest
    ):
        return None
    return side


_ALONE_NO = form("^(?:ก็)?(?:ยัง)?(?:ไม่|บ่)(?:เคย|ได้|มี)?(?=.)")
_THOUGHT = form(
    "^(?:ก็)?(?:เคย)?(?:คิด|อยาก|ตั้งใจ|กะ|ว่าจะ)(?:จะ|ว่าจะ|อยู่|เหมือนกัน|ไว้|ๆ|บ้าง|นะ)*(?P<what>.{0,12})$"
)
_DID_NOT = form(
    "^แต่(?:สุดท้าย|ว่า|เอาเข้าจริง|พอ|ก็|ยัง)*(?:ไม่|บ่)(?:ได้|เคย|กล้า|มีเวลา|ว่าง)(?:ทํา|ไป|ร้อง|แจ้ง|โทร|ลงมือ|สักที|เลย|ซักที|ไปร้อง|ไปแจ้ง|จริง|ร่วม)*$"
)


def _only_thought(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "เคยคิดแต่ไม่ได้ทำ", where it is asked if one ever did."""
    if not asked.is_ever or len(clauses) < 2 or not _THOUGHT.match(clauses[0]):
        return None
    return "no" if _DID_NOT.match(words.without_polite(clauses[1])) else None


_JUST = form("^(?:ก็)?(?:เพิ่ง|พึ่ง)(?:จะ|ได้)?(?P<what>.+)$")
_WHEN = form("^(?:มา|ไป|แล้ว|ร่วม|ประชุม)*(?:เมื่อ|วันก่อน|อาทิตย์|เดือน|ปี|ตอน|สด|ครั้ง|วันนี้|เช้านี้)")


def _just_did(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "เพิ่งไปเมื่ออาทิตย์ที่แล้ว", where it is asked if one ever did."""
    match = _JUST.match(clauses[0])
    if not asked.is_ever or match is None or polarity.turns(clauses[0]):
        return None
    verb = next((v for v in asked.verbs if match["what"].startswith(v)), None)
    if verb is None or verb in ("รู้", "ทราบ", "เคย", "ได้ยิน"):
        return None
    is_told = _WHEN.match(match["what"][len(verb) :])
    return "yes" if is_told and not any(map(_DOUBTS.search, clauses)) else None


_CHANGED = form(
    "(?P<what>[ก-๛]{2,7}?)(?P<way>ขึ้น|ลง|ไป)(?:กว่าเดิม|กว่าเมื่อก่อน|จากเดิม|จากปีก่อน|มาก)*(?:ใช่)?(?:หรือไม่|ไหม|หรือเปล่า)"
)
_CHANGES = (
    "เพิ่ม",
    "ลด",
    "ดี",
    "แย่",
    "มาก",
    "น้อย",
    "แพง",
    "ถูก",
    "ดัง",
    "เงียบ",
    "สะอาด",
    "เน่า",
    "แรง",
    "หนัก",
    "เบา",
    "เยอะ",
    "เร็ว",
    "ช้า",
    "เปลี่ยน",
    "เลว",
    "สูง",
    "ต่ำ",
    "บ่อย",
)
_OTHER_WAY = {
    "ขึ้น": "(?:ลดลง|น้อยลง|เบาลง|แย่ลง|เลวลง)",
    "ลง": "(?:เพิ่มขึ้น|มากขึ้น|แรงขึ้น|เยอะขึ้น|หนักขึ้น)",
    "ไป": "(?!)",
}
_SURELY = "(?:มาก|แน่|แน่นอน|เยอะ|ๆ|ทุกปี|ทุกวัน|จริง|ชัด|เจน|เลย|อยู่|อีก|กว่าเดิม|นะ|สิ|แล้ว|นิดหน่อย|หน่อย|นิด|เห็นๆ|ตลอด|จ้า|จ้ะ|ค่ะ|ครับ|คับ|ไป|เห็น|ๆ)*$"


_BETTER = form(
    "^(?:ก็|ยัง)*(?:(?P<good>(?:สะอาด|ใส|ดี)ขึ้น)|(?P<bad>(?:ดํา|เน่า|เหม็น|แย่|ขุ่น|สกปรก|เลว)(?:เหมือนเดิม|เท่าเดิม|กว่าเดิม|กว่าเก่า|คือเก่า|ลง|ขึ้น)))"
)


def _changed(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "ถูบ้านทั้งวัน เพิ่มขึ้นแน่นอน", where it is asked if it has grown."""
    match = _CHANGED.search(asked.text)
    core = match and next((c for c in _CHANGES if match["what"].endswith(c)), None)
    if match is None or core is None:
        return None
    verb, found = core + match["way"], set()
    for clause in clauses:
        said = _OPENS.sub("", polarity.opened(clause))
        if _DOUBTS.search(clause):
            return None
        if verb in ("สะอาดขึ้น", "ดีขึ้น", "ใสขึ้น") and (better := _BETTER.match(said)):
            found.add("no" if better["bad"] else "yes")
        elif re.match(f"(?:มัน|ฝุ่น|กลิ่น)?{verb}{_SURELY}", said):
            found.add("yes")
        elif re.match(f"(?:มัน)?(?:ไม่|บ่)(?:ได้|เห็น|เห็นจะ)?{verb}", said) or (
            re.match(f"(?:ก็|มัน|ยัง)*{_OTHER_WAY[match['way']]}{_SURELY}", said)
            and verb not in said
        ):
            found.add("no")
    return found.pop() if len(found) == 1 else None


_UNBACKED = form(
    "^(?:ก็)?(?:ไม่|บ่)(?:สนับสนุน|เอาด้วย|โอเค|ยอม|เอา(?!แล้ว)|ไหว(?!แล้ว)|ให้(?:สร้าง|ทํา|มา))(?:หรอก|ดอก|เลย|เด็ดขาด|ค่ะ|ครับ|จ้า|นะ|แน่)*$"
)
_NO = form(
    "^(?P<topic>[ก-๛0-9]{3,}?)(?:เนี่ย|นี่|น่ะ|นั้น|ก็|อะ|อ่ะ)*(?P<no>(?:ยัง)?(?:ไม่|บ่)(?:เคย|ได้|มี).*)$"
)
MIN_SHARED = 4  # letters of the question that a topic has to hold


def _side(asked: Asked, clause: str) -> str | None:
    """The side of a last clause that says a verb of the question, less what opens it."""
    bare = _OPENS.sub("", clause)
    said = polarity.stripped(bare)
    named = [v for v in asked.verbs if v in said and v not in _WEAK]
    if len(said) < MIN_VERB or (not named and said not in ("ไม่เคย", "เคย", "ไม่มี", "มี")):
        return None
    if _OF_OTHERS.match(bare):
        return None
    bare = _ONCE.sub("", words.without_polite(bare)) or bare
    twice = _TWICE.match(words.without_polite(bare))
    found = polarity.side(asked, twice["said"] if twice else bare)
    if found is not None:
        return found
    match = _NO.match(words.without_polite(bare))
    if match is None or _OF_OTHERS.match(match["topic"]):
        return None
    topic = match["topic"]
    shares = any(
        topic[at : at + MIN_SHARED] in asked.text
        for at in range(len(topic) - MIN_SHARED + 1)
    )
    is_no = shares and polarity.side(asked, match["no"]) == "no"
    return "no" if is_no else None


_ONCE = form("(?:เลย)?(?:สักครั้ง|สักที|สักหน|สักรอบ|สักนิด|มาก่อน)(?:เดียว|เลย|หรอก|นะ)*$")
_TWICE = form("^(?P<said>[ก-๛]{2,8}?)(?:ๆ|(?P=said))+$")

_RULES = (
    not_never,
    _how_often,
    _wanted,
    _valued,
    _only_thought,
    _just_did,
    _changed,
    *inclining.RULES,
    _at_first,
    _at_the_end,
)
