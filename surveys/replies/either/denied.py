"""Whether a "no" denies something else than what was asked, mostly its opposite."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import plain_text
from surveys.replies.text import words

_CLAUSES = re.compile(
    r"[,.;:!\n]+|\b(?:because|but|so|since|although|though|just|only)\b"
)
_DENIES = words.listed(
    "no not never nothing without none dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt cant couldnt cannot aint"
)
# A "no" before one of these has been said, and another sentence begins.
_BEGINS = words.listed(
    "i im ive we weve it its they theyre he she there this that these those my our the you people everyone sometimes sorry sir madam maam thanks thank please way chance need time"
)
_SKIPPED = words.listed(
    "a an any is are was were am be been being do did does have has had feel felt feels feeling at all really ever even of to in for on me my us our it i we they that this there here the very so too quite exactly always think say said consider find yet not no never anymore longer more see"
)
# What one may have done or not: it is done or not by itself, and not an opposite.
_DONE = words.listed(
    "done go goes went gone going come came attend attended join joined joining visit visited visiting take took taken get got getting receive received know knew known knowing hear heard hearing seen saw try tried trying want wanted wants like interested willing participate participated participating use used using ask asked told invited once one anyone anything body nobody nope nah lately recently"
)
_MIN_STEM = 4  # letters that two forms of a word share: "pollution", "polluted"


def opposite(english: frozenset[str], asked: str, text: str) -> bool:
    """Whether a "no" is heard in a reply that denies what was not asked.

    `english` are the English words of the question, `asked` is it in plain form.
    """
    if text.isascii():
        return any(_denies_other(english, asked, each) for each in _CLAUSES.split(text))
    return _denies_thai(asked, plain_text.plain(text))


def _denies_other(english: frozenset[str], asked: str, clause: str) -> bool:
    said = re.findall("[a-z]+", clause.replace("'", ""))
    for place, word in enumerate(said):
        if word not in _DENIES:
            continue
        content = _denied(said[place + 1 :], may_begin=word in ("no", "never"))
        if content is not None:
            return not _is_asked(content, english, asked)
    return False


def _denied(after: list[str], *, may_begin: bool) -> str | None:
    """The first word of sense that a "not" stands before."""
    if may_begin and after and after[0] in _BEGINS:
        return None
    return next((word for word in after if word not in _SKIPPED), None)


# Of a question in Thai these alone are known to be another thing than it asks.
_BAD = {
    "smell": "กลิ่น|เหม็น",
    "odo": "กลิ่น|เหม็น",
    "stink": "กลิ่น|เหม็น",
    "nois": "เสียง|ดัง",
    "loud": "เสียง|ดัง",
    "dust": "ฝุ่น",
    "pollut": "มลพิษ|มลภาวะ",
    "problem": "ปัญหา",
    "complain": "ร้องเรียน|ร้องทุกข์",
    "danger": "อันตราย|เสี่ยง",
    "unsafe": "อันตราย",
    "dirty": "สกปรก",
    "bad": "แย่|เลว",
    "object": "คัดค้าน|ขัดข้อง",
    "oppos": "คัดค้าน",
    "disagree": "ไม่เห็นด้วย",
    "dissatisf": "ไม่พอใจ",
    "unhappy": "ไม่พอใจ|ทุกข์",
    "worr": "กังวล|ห่วง",
    "fear": "กลัว",
    "afraid": "กลัว",
    "scared": "กลัว",
}
_FEW = 3  # English words that a question in Thai may hold: a name, "LINE"


def _is_asked(content: str, english: frozenset[str], asked: str) -> bool:
    if len(english) < _FEW:
        known = next((bad for bad in _BAD if content.startswith(bad)), None)
        return known is None or bool(re.search(_BAD[known], asked))
    if content in english or content in _DONE:
        return True
    stem = content[:_MIN_STEM]
    return len(stem) == _MIN_STEM and any(word.startswith(stem) for word in english)


# What is good and what is bad of one thing: to deny the one is not to deny the other.
_PAIRS = (
    ("เงียบ|สงบ", "ดัง|หนวกหู|อึกทึก|เสียงดัง|รบกวน|หนวก"),
    (
        "สะอาด|ใส(?!่)",
        "สกปรก|ขุ่น|เน่า|เหม็น|ดำ|มีกลิ่น|มีขยะ|เลอะ|มีตะกอน|มีสี",
    ),
    ("ปลอดภัย", "อันตราย|เสี่ยง|น่ากลัว|กลัว|มีโจร|มีขโมย"),
    ("สบายใจ|อุ่นใจ|วางใจ", "กังวล|กลัว|เครียด|ห่วง|หนักใจ|ทุกข์"),
    ("เห็นด้วย|สนับสนุน", "คัดค้าน|ค้าน|ขัดข้อง|ต่อต้าน|ขัด"),
    ("พอใจ", "ขัดใจ|บ่น|ร้องเรียน|ติ"),
    ("สะดวก|ง่าย", "ลำบาก|ยาก|ยุ่งยาก"),
    ("ดี(?!เซล)", "แย่|เลว|เหม็น|มีฝุ่น"),
    ("แข็งแรง|สุขภาพดี", "ป่วย|เจ็บ|มีโรค|อ่อนแอ"),
    ("เพียงพอ|พอใช้|พอเพียง", "ขาด|ขัดสน"),
    ("เร็ว", "ช้า"),
    ("ถูก(?:ไหม|มั้ย|หรือไม่)|ราคาถูก", "แพง"),
)
_NOT = "(?:ไม่|บ่)(?:ได้|เคย|เห็น|ค่อย|รู้สึก|จะ)*"
_SIDES = tuple(
    (
        words.form(one),
        words.form(f"{_NOT}(?:{other})"),
        words.form(f"{_NOT}(?:{one})"),
    )
    for good, bad in _PAIRS
    for one, other in ((good, bad), (bad, good))
)
_MOCKS = re.compile("ไม่.*(?:ซะ|เสีย)(?:เมื่อไหร่|เมื่อไร|ที่ไหน)")


def _denies_thai(asked: str, text: str) -> bool:
    """ "ไม่ดัง" to "เงียบไหม", "ไม่เหม็นเลยซะที่ไหน"."""
    if _MOCKS.search(text):
        return True
    for one, denies_other, denies_own in _SIDES:
        if not one.search(asked) or denies_own.search(text):
            continue
        match = denies_other.search(text)
        if match and re.sub(_NOT, "", match[0], count=1) not in asked:
            return True
    return False
