"""A point of a scale told by none of it, by more or less than it was, or by a stronger word."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from collections.abc import Sequence
from functools import lru_cache

from surveys import plain_text
from surveys.meaning import Understood, from_choice
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import judging
from surveys.replies.scales import scaling

_STRONG = "(?:มากๆ|มาก|ที่สุด|สุดๆ|สุดตัว|สุดใจ|สุดขีด|เต็มประตู|บรม|ฉิบหาย|ชิบหาย|ชะมัด|เป็นบ้า|วินาศ|กริบ|ปี๋|ตึ้บ|อย่างแรง|อย่างที่สุด|หัวชนฝา|เต็มร้อย|ล้านเปอร์เซ็นต์|ร้อยเปอร์เซ็นต์|โคตรๆ|ขั้นสุด)"
_DEGREE_TAIL = re.compile("(?:มากที่สุด|ที่สุด|มาก|เต็มที่|อย่างยิ่ง)$")
_CUT_SHORT = {"คัดค้าน": "ค้าน", "สนับสนุน": "หนุน"}


def extreme(question: Question, text: str) -> int | None:
    """ "ช้าบรม", "ค้านสุดใจ", "เงียบกริบ": an end of the scale by a stronger word."""
    labels = scaling.labels_of(question)
    if scaling.DOUBTS.search(text) or scaling.BUT.search(text) or "ประชด" in text:
        return None
    if "ทนไม่" in labels[4] and re.search("ทนไม่(?:ไหว|ได้)|จะอ้วก|เหลือทน", text):
        return 4
    held = []
    for place in (0, 4):
        stem = _DEGREE_TAIL.sub("", labels[place])
        near = labels[1 if place == 0 else 3]
        if stem == labels[place] or near.endswith("มาก") or len(stem) < MIN_STEM:
            continue
        said = _CUT_SHORT.get(stem, stem)
        if re.search(
            f"(?:^|[ ]|แบบ|นี่|โคตร|ก็|มัน)(?:{stem}|{said}){_STRONG}(?!น้อย|กว่า|ขึ้น)", text
        ):
            held.append(place)
    if len(held) != 1 or belies(question, [text], held[0]):
        return None
    others = [
        i
        for i in range(1, 4)
        if re.search(f"(?:^|[ ]){re.escape(labels[i])}(?:$|[ ])", text)
    ]
    return None if others else held[0]


MIN_STEM = 2  # letters
_ALL = "(?:เลย|สัก|แม้แต่|ทั้งนั้น|ทั้งสิ้น|อีกแล้ว|อีกต่อไป|ตรงไหน|หมดเกลี้ยง|แล้ว$)"
_ALIASES = {
    "กังวล": "กังวล|ห่วง|กลัว|เครียด|หวั่น",
    "สนใจ": "สนใจ|สน(?!ุก|ิท)|อยากรู้",
    "เชื่อมั่น": "เชื่อมั่น|เชื่อ|ไว้ใจ|มั่นใจ",
    "ไว้ใจ": "ไว้ใจ|เชื่อใจ|วางใจ|เชื่อ|ความไว้ใจ",
    "รบกวน": "รบกวน|กวน|รำคาญ|หนวกหู|เดือดร้อน",
    "เดือดร้อน": "เดือดร้อน|ลำบาก|รบกวน|รำคาญ",
    "เต็มใจ": "เต็มใจ|จ่าย|ยอม",
    "ยอมรับ": "ยอมรับ|เอา|รับ|ยอม",
    "สำคัญ": "สำคัญ|จำเป็น|เกี่ยว",
    "มีประโยชน์": "มีประโยชน์|ประโยชน์|ได้อะไร|ได้ประโยชน์|ช่วยอะไร",
    "มีผล": "มีผล|ผล|กระทบ|เกี่ยว",
    "ส่งผล": "ส่งผล|ผล|กระทบ|เกี่ยว",
    "กระทบ": "กระทบ|ผลกระทบ|เกี่ยว",
    "รับฟัง": "รับฟัง|ฟัง|สนใจฟัง",
    "เคย": "เคย",
    "เป็นมิตร": "เป็นมิตร|ความเป็นมิตร|มิตร",
    "มีกลิ่น": "มีกลิ่น|กลิ่น|ได้กลิ่น|เหม็น",
    "ร้อน": "ร้อน",
    "มั่นใจ": "มั่นใจ|แน่ใจ",
    "มีหวัง": "มีหวัง|หวัง|ความหวัง",
}
_FROM_WHERE = "(?:จะเอา|เอา)(?P<x>{0})(?:มา)?จากไหน|ไม่เห็น(?:จะ)?(?:{0})ตรงไหน"


@lru_cache(maxsize=256)
def _nothing_form(question: Question) -> re.Pattern[str] | None:
    """Where the lowest point alone denies a thing, the ways to say that it is not so."""
    labels = scaling.labels_of(question)
    match = re.match("ไม่(?:ได้)?(?P<stem>[ก-๙]{2,16}?)(?:เลย)?$", labels[0])
    if match is None or match["stem"].endswith(("มาก", "ยิ่ง", "ที่สุด")):
        return None
    stem = match["stem"]
    said = next((v for k, v in _ALIASES.items() if stem.startswith(k)), re.escape(stem))
    return re.compile(
        f"ไม่(?:ได้|เคย|มี|เหลือ|ต้อง|เห็น|รู้สึก|จะ)*(?:ความ)?(?:{said})(?!เท่าไ|นัก|ค่อย)[^ |]{{0,24}}{_ALL}|{_FROM_WHERE.format(said)}"
    )


def none_of_it(question: Question, text: str) -> int | None:
    """ "ไม่ได้ห่วงอะไรเลย", "จะเอาร้อนมาจากไหน": the lowest point, which denies it."""
    form = _nothing_form(question)
    if form is None or scaling.DOUBTS.search(text) or scaling.BUT.search(text):
        return None
    if re.search(
        "เกือบ|แทบ|บาง(?:วัน|ที|ครั้ง|คืน|คน|เรื่อง)|ไม่ค่อย|ไม่(?:ได้|เคย|ใช่|มี|ถึงกับ|เห็น)?(?:จะ|ว่า)?ไม่|ไม่ใช่(?:ว่า)?ไม่|ใช่ว่า(?:จะ)?ไม่|จะว่าไม่|เมื่อก่อนไม่|แต่ก่อนไม่|ไม่ถึง",
        text,
    ):
        return None
    refuses = _REFUSES.search(text) and _OF_WILL.search(naming.together(question))
    return 0 if form.search(text) or refuses else None


_REFUSES = re.compile(
    "ข้ามศพ|ฝันไปเถอะ|ฝันไปเลย|ไม่มีวัน(?!ไหน)|ให้ตายก็ไม่|หัวเด็ดตีนขาด|หัวชนฝา|อย่าหวัง|ไม่มีทาง|เอาไปทำที่อื่น|อย่ามา(?:ทำ|สร้าง|ตั้ง)?(?:แถว)?บ้าน"
)
_OF_WILL = re.compile("ยอมรับ|เต็มใจ|เห็นด้วย|สนับสนุน|คัดค้าน|ยินดี|แนะนำ|ยินยอม")
MORE = re.compile("เพิ่มขึ้น|มากขึ้น|เยอะขึ้น|สูงขึ้น|แพงขึ้น|พุ่ง|เพิ่ม(?!เติม)|ขึ้น(?:ราคา|เยอะ|มาก|เอา)")
LESS = re.compile(
    "ลดลง|น้อยลง|ฮวบ|ลดฮวบ|หดหาย|ตกลง(?:มาก|เยอะ)|ดิ่ง|เบาลง|ซาลง|บางลง|ถูกลง|ต่ำลง"
)
_BETTER = re.compile(
    "ดีขึ้น|ดีกว่า(?:เดิม|เก่า|ปี|แต่ก่อน|เมื่อก่อน)|ฟื้น|แข็งแรงขึ้น|ใสขึ้น|สะอาดขึ้น|สบายขึ้น"
)
_WORSE = re.compile(
    "แย่ลง|ทรุด|แย่กว่า(?:เดิม|เก่า|ปี|แต่ก่อน|เมื่อก่อน)|เลวลง|โทรม(?:ลง)?|หนักกว่าเดิม|เน่ากว่า|ดำกว่า|ขัดสนกว่า"
)
_MUCH = re.compile(
    "เยอะมาก|มหาศาล|เยอะ|มาก(?!กว่า|ขึ้น)|หนัก|ฮวบ|เท่าตัว|หลายเท่า|สุดๆ|โคตร|ผิดหูผิดตา|พุ่ง|ดิ่ง|แบบ(?:เห็น)?ชัด|บาน|เป็นเท่า|ราวฟ้ากับเหว|บรม|วินาศ|ยับ"
)
_LITTLE = re.compile("นิด|หน่อย|เล็กน้อย|นิดเดียว|จิ๊บ|ไม่มาก|ไม่เท่าไ|พอค่าขนม|สักกะติ๊ด")


def moved(question: Question, text: str) -> int | None:
    """ "ทรุดลงเยอะมาก", "เพิ่มขึ้นแบบมหาศาล": more or less than it was, and how much."""
    labels = scaling.labels_of(question)
    if not scaling.is_of_change(labels) or scaling.DOUBTS.search(text):
        return None
    up, down = (_BETTER, _WORSE) if "ดี" in labels[4] else (MORE, LESS)
    rises, falls = bool(up.search(text)), bool(down.search(text))
    if (
        "ดี" not in labels[4]
        and not rises
        and not falls
        and "รายได้" in (question.text.th or "")
    ):
        rises, falls = bool(_BETTER.search(text)), bool(_WORSE.search(text))
    if rises == falls or re.search(
        f"ไม่(?:ได้|ค่อย|มี|ใช่|ถึงกับ|เห็น|ต้อง)?(?:จะ|ว่า)?(?:อะไร)?(?:{up.pattern}|{down.pattern})",
        text,
    ):
        return None
    shows = up if rises else down
    if not shows.search(text):
        shows = _BETTER if rises else _WORSE
    said = " ".join(
        clause for clause in scaling.clauses_of(text) if shows.search(clause)
    )
    much, little = bool(_MUCH.search(said)), bool(_LITTLE.search(said))
    if much and little:
        return None
    has_plain = not re.search("เล็กน้อย|นิด|หน่อย", labels[1] + labels[3])
    if not much and not little and not has_plain:
        return None
    step = 2 if much else 1
    return 2 + step if rises else 2 - step


_ONLY_A_LITTLE = re.compile(
    "นิดเดียว|นิดหน่อย|นิดๆ|หน่อยๆ|เล็กน้อย|เบาๆ|แว่วๆ|จางๆ|ริบหรี่|น้อยๆ|กระจิ๊ด|พอประปราย|ไม่ถึงกับ(?:รำคาญ|เดือดร้อน|แรง|อะไร)"
)
_FEW = re.compile("น้อย$|เล็กน้อย$|นิดหน่อย$|อ่อน$|เบา$")


def a_little(question: Question, text: str) -> Understood | None:
    """ "ได้ยินแว่วๆ นิดเดียวเอง": one above none of it."""
    labels = scaling.labels_of(question)
    is_such = (
        labels[0].startswith("ไม่") and _FEW.search(labels[1]) and "ไม่" not in labels[1]
    )
    if not is_such or scaling.DOUBTS.search(text) or not _ONLY_A_LITTLE.search(text):
        return None
    rest = re.sub("ไม่ถึงกับ[^ ]*|ไม่มาก(?:มาย)?|น้อยๆ|จะบอกว่าไม่[^ ]*ก็[^ ]*", "", text)
    is_other = re.search("มาก|หนัก|เยอะ|สุด|ทุกวัน|ตลอด|ไม่|แต่(?!ก่อน)", rest)
    return None if is_other else from_choice(question, 1)


_BAD = re.compile(
    "กอง(?!ทุน|กลาง)|ตาย|ดำ|เน่า|พัง|ล้น|นอนไม่|ไม่หลับ|ท่วม|ขโมย|เหม็น|ปวด|สกปรก|โกง|หลุม|ลำบาก|ไม่มา|เสีย(?!ใจ)|จน[ก-๙]{2}|ไม่เคยมา|ไม่ทำ"
)


def belies(question: Question, talk: Sequence[str], point: int) -> bool:
    """Whether what is told of is bad where the point is good, as in mockery; or a number."""
    said = " ".join(talk)
    if re.search(
        f"(?:^|[ ])(?:{scaling.POINT})(?:$|[ ])", plain_text.ascii_digits(said)
    ):
        return True
    is_good = point > 2 and not judging.is_of_trouble(question)
    if is_good and "เห็นด้วย" in scaling.labels_of(question)[4]:
        return False
    return is_good and bool(_BAD.search(said))


_PRAISES = re.compile("(?:มาก|สุดๆ|ที่สุด|เลย|จัง|เหลือเกิน)")
_MOCKING = re.compile(
    "(?<!ไม่)(?:ตายลอย|ลอยตาย|ลอยเป็นแพ|ดำปี๋|น้ำดำ|จนดำ|เน่า|ล้นถัง|ล้นออก|กองเป็น|กองท่วม|หนอน(?:เต็ม|ขึ้น|ยั้ว|ไต่)|หมาคุ้ย|แมลงวัน(?:ตอม|เต็ม|บิน)|(?:เดือน|ปี)(?:นึง|หนึ่ง|ละ)?(?:มา)?(?:ครั้ง|หน)(?:เดียว|นึง)?$|นอนไม่หลับ|จะอ้วก|แสบตา|แสบจมูก|เหม็นหึ่ง)"
)
_BUT_STILL = re.compile("แต่|ถึง|แม้|ถ้า|เมื่อก่อน|แต่ก่อน|ก่อนหน้า|ไม่มี|หาย")


def is_mocked(question: Question, reply: str, place: int) -> bool:
    """ "พอใจมากเลย ขยะล้นถังสามวันแล้ว": high praise, and then what belies it."""
    labels = scaling.labels_of(question)
    if place < 3 or judging.is_of_trouble(question) or "เห็นด้วย" in labels[4]:
        return False
    first, *rest = scaling.clauses_of(scaling.respelt(reply)) or [""]
    told = " ".join(rest)
    praises = _PRAISES.search(first) and not _BUT_STILL.search(told)
    return bool(praises and _MOCKING.search(told))


_NUISANCE = re.compile(
    "ฝุ่น|กลิ่น|เสียง|ควัน|มลพิษ|ขยะ|น[ำํ]า?เสีย|รถติด|ท่วม|ยุง|ค่าใช้จ่าย|หนี้|อุบัติเหตุ|รถบรรทุก"
)
_IMPROVED, _WORSENED = re.compile("ดีขึ้น"), re.compile("แย่ลง|เลวลง|ทรุดลง")


def is_the_other_way(question: Question, reply: str, place: int) -> bool:
    """ "ดีขึ้นมาก" of a nuisance that goes down or up: it went down, not up."""
    labels = "".join(scaling.labels_of(question))
    if "ลด" not in labels or _IMPROVED.search(labels) or _WORSENED.search(labels):
        return False
    if not _NUISANCE.search(naming.asked(question)) or re.search("ลด|เพิ่ม", reply):
        return False
    goes_up, goes_down = _WORSENED.search(reply), _IMPROVED.search(reply)
    return bool((goes_down and place > 2) or (goes_up and place < 2))


_ONLY_IF = re.compile(
    "^(?:ก็)?(?:ถ้า|หาก)(?!พูด|ให้|ถาม|ว่า|เทียบ|เป็น|รวม|นับ|คิด|จะ|มอง|ดู|เอา|ไม่ใช่|เรื่อง|ตอบ|เลือก|ของ|ตาม|โดย)"
)
_NEXT = re.compile("^(?:ก็)?(?:ปี|เดือน)หน้า(?:ก็)?(?:คง|จะ|น่าจะ|ต้อง|ถึงจะ)")


def is_only_if(question: Question, reply: str) -> bool:
    """ "ถ้าล้างบ่อยๆ ก็ดี", "ปีหน้าคงเพิ่มขึ้น": on a condition, or to come."""
    if "แต่" in reply or re.search("ถ้า|หาก|จะ|หน้า", naming.asked(question)):
        return False
    labels = "".join(scaling.labels_of(question))
    if re.search("ถ้า|อาจ|คง|จะ|ไม่แน่", labels):
        return False
    return bool(_ONLY_IF.match(reply.strip()) or _NEXT.match(reply.strip()))
