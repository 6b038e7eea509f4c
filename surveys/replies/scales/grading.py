"""A scale's point told by part of its label, by stars, or by a bare "not so"."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import plain_text, politeness
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import judging
from surveys.replies.scales import scaling
from surveys.replies.text import words

MIN_BEGUN = 4  # letters of a label's beginning that may stand for it
_LEADS = "^(?:ก็|กะ|คือ|มัน|รู้สึก|คิดว่า|ว่า|ถือว่า|แค่|เอา|เอาไป|ให้|ได้|ขอ|จัดไป|ไป|เลย)*"
_TAILS = f"(?:นะ|น่ะ|ละ|ล่ะ|แล้ว|เอง|อะ|แหละ|พอ|ก็พอ|เลย|ไปเลย|{politeness.ENDS}|ค่า|เจ้า)*$"
_TO_EXCESS = re.compile("จน(?:จะ|แทบ|ต้อง)?[ก-๙]*$")
_FULL = re.compile(rf"{_LEADS}(?:5เต็ม(?:5)?|เต็ม5|5(?:ดาว|คะแนน)เต็ม|เต็ม){_TAILS}")
_STARS = re.compile(
    rf"{_LEADS}(?:(?P<one>(?:ดาว|คะแนน|แต้ม)(?:เดียว|นึง|หนึ่ง))|(?P<count>[1-5])ดาว(?:เต็ม)?){_TAILS}"
)
_DRAWN = re.compile("[\\s]*(?:[⭐🌟★]\ufe0f?){1,5}[\\s]*")
_BY_DEGREE = re.compile(
    f"^(?P<degree>มาก|น้อย)(?:เลย|จริงๆ|เลยทีเดียว|ทีเดียว|อยู่(?:แหละ|นะ)?|สิ){_TAILS}"
)
_LITTLE = re.compile("(?:เล็กน้อย|นิดหน่อย|นิดนึง|นิดเดียว|นิด|หน่อยนึง|หน่อย|เบา|จาง|อ่อน)$")
_FEW = re.compile("(?:เล็กน้อย|นิดหน่อย|น้อย|บ้าง)$")


def meant(question: Question, reply: str) -> Understood | None:
    """The point that is meant; None where it is not sure."""
    if question.kind is not Kind.SCALE5:
        return None
    plain = plain_text.plain(reply)
    labels = [naming.spoken(question, i)[0] for i in range(5)]
    if judging.is_of_trouble(question):
        place = _not_so(labels, plain)
        place = _not_so(labels, _before_a_reason(reply)) if place is None else place
        if place is not None:
            return from_choice(question, place)
    if (
        stars := _DRAWN.fullmatch(reply)
    ) and "ดาว" in f"{naming.asked(question)}{labels}":
        return from_choice(question, len(re.findall("[⭐🌟★]", stars[0])) - 1)
    for find in (_starred, _bare_degree, _a_little, _begun):
        if (place := find(labels, plain)) is not None:
            return from_choice(question, place)
    place = _first_of_all(labels, reply)
    return None if place is None else from_choice(question, place)


_NO_REASON = words.form(
    "แต่|ถ้า|หรือ|บาง|มั้ง|ไหม|[?0-9]|5{3}|เคย|ก่อน|ประชด|มาก|น้อย|นิด|กลาง|ไม่|บ้าง"
)


def _before_a_reason(reply: str) -> str:
    """ "ไม่รบกวน" of "ไม่รบกวนครับ บ้านไกล"; empty where more than a reason follows."""
    clauses = scaling.clauses_of(scaling.respelt(reply))
    rest = plain_text.plain("".join(clauses[1:]))
    return "" if not rest or _NO_REASON.search(rest) else plain_text.plain(clauses[0])


_TURNS = words.form("แต่|ถ้า|หรือ|บาง|มั้ง|ไหม|[?]|5{3}|เมื่อก่อน|เคย|ประชด")
_NOT_AT_ALL = words.form(
    f"^(?:ก็|โอ๊ย|โอ้ย|เปล่า| )*(?:ไม่เลย|ไม่สักนิด|ไม่เลยสักนิด|ไม่แม้แต่น้อย|ไม่เลยแม้แต่น้อย)(?:สัก|ซัก|นิด|จริงๆ|อ่ะ|อะ|นะ|{politeness.ENDS}|ลูก|หลาน|พี่|เด้อ)*$"
)
_CRY = words.form("(?:แล้ว)*(?:จริงๆ)*(?:โว้ย|เว้ย|ว้อย|โว้|วุ้ย)*$")
MIN_ENDED = 7  # letters of a label's end that may stand for it


def _first_of_all(labels: list[str], reply: str) -> int | None:
    """ "ไม่เลยอ่ะ ปิดหน้าต่างก็จบ", "ทนไม่ไหวแล้วโว้ย": what its first clause says."""
    clauses = scaling.clauses_of(scaling.respelt(reply))
    if not clauses or _TURNS.search(reply) or re.search("[0-9]", reply):
        return None
    first = plain_text.plain(clauses[0])
    denying = [i for i, label in enumerate(labels) if label.startswith("ไม่")]
    if _NOT_AT_ALL.search(first):
        return 0 if denying == [0] and labels[0].endswith("เลย") else None
    bare = _CRY.sub("", _bare(_CRY.sub("", first)))
    held = [i for i, label in enumerate(labels) if label.endswith(bare)]
    is_end = len(bare) >= MIN_ENDED and len(held) == 1 and bare != labels[held[0]]
    begins = is_end and not bare.startswith(("ไม่", "ที่", "ใจ"))
    return held[0] if begins and sum(bare in label for label in labels) == 1 else None


def _starred(labels: list[str], plain: str) -> int | None:
    """ "5 เต็ม", and "สองดาวก็พอ" where stars are given."""
    are_stars = all("ดาว" in label for label in labels)
    if _FULL.search(plain) and ("5" in plain or are_stars):
        return 4
    match = _STARS.search(plain)
    if match is None:
        return None
    return 0 if match["one"] else int(match["count"]) - 1


def _bare_degree(labels: list[str], plain: str) -> int | None:
    """ "มากเลย", where one point alone is so much of something; and "ดีเลย"."""
    if _GOOD.search(plain) and "ดี" in labels:
        return labels.index("ดี")
    match = _BY_DEGREE.search(re.sub("^(?:ก็)+", "", plain))
    if match is None:
        return None
    held = [i for i, label in enumerate(labels) if label.endswith(match["degree"])]
    return held[0] if len(held) == 1 and "ไม่" not in labels[held[0]] else None


_GOOD = re.compile(f"^(?:ก็)?ดีเลย(?:ทีเดียว)?{_TAILS}")


def _bare(plain: str) -> str:
    return re.sub(_TAILS, "", re.sub(_LEADS, "", plain))


def _not_so(labels: list[str], plain: str) -> int | None:
    """ "ไม่เหม็น", where the lowest point alone denies, and the rest are so much of it."""
    bare = _bare(plain)
    if not bare.startswith("ไม่") or labels[0] not in (bare, f"{bare}เลย"):
        return None
    return None if any("ไม่" in each for each in labels[1:]) else 0


def _a_little(labels: list[str], plain: str) -> int | None:
    """ "เหม็นหน่อยๆ" of "เหม็นเล็กน้อย", one above none of it."""
    if not labels[0].startswith("ไม่") or "ไม่" in labels[1]:
        return None
    stem, said = _FEW.sub("", labels[1]), _LITTLE.sub("", _bare(plain))
    is_little = stem != labels[1] and said != _bare(plain)
    return 1 if is_little and stem and said == stem else None


_NO_BEGINNING = words.listed("ไม่ ไม่มี ไม่ได้ ไม่เคย มี เป็น ได้ ค่อย")


def _begun(labels: list[str], plain: str) -> int | None:
    """ "ค่อนข้าง", "เหม็นรุนแรงจนเวียนหัว": how one label alone begins."""
    bare = _bare(_TO_EXCESS.sub("", plain))
    if len(bare) < MIN_BEGUN or bare in _NO_BEGINNING or bare in labels:
        return None
    if bare.startswith("ไม่") and not bare.startswith("ไม่ค่อย"):
        return None
    held = [i for i, label in enumerate(labels) if label.startswith(bare)]
    is_one = len(held) == 1 and sum(bare in label for label in labels) == 1
    after = labels[held[0]][len(bare) :] if held else ""
    is_cut = re.match("[ะ-ฺ็-๎]", after) or bare[-1] in "เแโใไ"
    return held[0] if is_one and not is_cut else None
