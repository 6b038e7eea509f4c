"""An option told by a shorter or another name: cut short, in the other alphabet."""

# ruff: noqa: E501  some lines are patterns

import re
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.text import words

MIN_NAME = 3  # letters that may stand for an option
MIN_SHARE = 0.6  # of a label's letters that its first and last part must be
MAX_LATIN = 5  # letters of a name that is spelt out

# As `plain_text.plain` writes them.
_HEADS = sorted(
    words.listed(
        "น้ำ การ ให้ ใช้ รถ ศูนย์ ที่ว่าการ สำนักงาน วัน ช่วง ตอน ทุน เครื่อง ความ ร้าน เป็น มี ทำ สั่ง จัด แจก ติด ไป ทาง ผ่าน"
    ),
    key=len,
)[::-1]
_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        re.findall(
            "[^ ]+",
            "เอ บี ซี ดี อี เอฟ จี เอช ไอ เจ เค แอล เอ็ม เอ็น โอ พี คิว อาร์ เอส ที ยู วี ดับเบิลยู เอ็กซ์ วาย แซด",
        ),
        strict=True,
    )
)
# Names that are one, in either alphabet and as they are misspelt.
_ALIKE = [
    words.listed(group)
    for group in (
        "line ไลน์ ไลน ลาย",
        "facebook fb เฟซบุ๊ก เฟสบุ๊ก เฟซบุ๊ค เฟสบุ๊ค เฟสบุค เฟซ เฟส",
        "youtube ยูทูบ ยูทูป ยูทู้ป",
        "tiktok ติ๊กต็อก ติ๊กตอก ติกตอก ติ๊กต่อก",
        "instagram ig ไอจี อินสตาแกรม อินสตา",
        "twitter x ทวิตเตอร์ ทวิต",
        "telegram เทเลแกรม",
        "messenger แมสเซนเจอร์ เมสเซนเจอร์ แมสเซ็นเจอร์",
        "google กูเกิล กูเกิ้ล",
        "true ทรู ทรูมูฟ truemove",
        "dtac ดีแทค ดีแทก",
        "ais เอไอเอส ais วันทูคอล",
        "grab แกร็บ แกรบ",
        "shopee ช้อปปี้ ช็อปปี้",
        "lazada ลาซาด้า",
        "honda ฮอนด้า",
        "toyota โตโยต้า โตโยตา",
        "isuzu อีซูซุ",
        "email อีเมล อีเมล์ เมล เมล์",
        "website เว็บไซต์ เว็บ",
        "wifi ไวไฟ วายฟาย",
        "internet อินเทอร์เน็ต อินเตอร์เน็ต เน็ต เนต",
        "sms เอสเอ็มเอส",
        "หอพัก หอ",
        "คอนโดมิเนียม คอนโด",
        "ทาวน์เฮาส์ ทาวน์เฮ้าส์ ทาวเฮ้าส์ ทาวน์โฮม",
        "อพาร์ตเมนต์ อพาร์ทเมนท์ อพาร์ทเม้นท์",
        "ลูกหลาน ลูก หลาน ลูกๆ หลานๆ ลูกชาย ลูกสาว หลานสาว หลานชาย",
        "ที่ว่าการเทศบาล สำนักงานเทศบาล เทศบาล",
        "ที่ว่าการอำเภอ อำเภอ",
        "อบต องค์การบริหารส่วนตำบล",
        "โรงพยาบาล รพ โรงบาล โรงหมอ",
        "สนามฟุตบอล สนามบอล",
        "ผู้ใหญ่บ้าน ผญบ ผู้ใหญ่ พ่อหลวง",
    )
]
_LEADS = "(?:ก็|กะ|น้ำ|บ่อ|อยู่|ใช้|เป็น|ไป|กิน|ดื่ม|ซื้อ|เอา|ขอ|เลือก|ตอบ|แจ้ง|หน้า|ที่|ตรง|แถว|ใน|จาก|มี|ทำ|เรียน|จบ|ระดับ|ชั้น|แบบ|พวก|ค่าย|ยี่ห้อ|ของ|บ้าน(?=ผม|หนู|เรา)|ผม|หนู|เรา|ฉัน|แค่|เฉพาะ|ส่วนใหญ่|ส่วนมาก|หลักๆ|ปกติ|มา|ดู)*"
_TAILS = f"(?:ก่อน|เลย|แหละ|นั่นแหละ|มั้ง|เอา|สิ|ซิ|อะ|อ่า|ละ|ล่ะ|แล้วกัน|ละกัน|ดีกว่า|ก็พอ|พอ|{politeness.ENDS}|ค่า|นะ|เจ้า|ลูก|อย่างเดียว|เป็นหลัก|ทุกวัน|ตลอด|เอง|ดูให้|ดูแลให้|ดูแล|ดูอยู่|ไว้|หน่อย|บ้าง|555+)*"
_VERBED = f"(?:เขา|เค้า|คนอื่น|คน|มัน|หนัก|เยอะ|แรง|ไป|เอา|ให้|ดูแล|ดู|ทํา|มา|กัน|ที|จริงจัง|ๆ|{_TAILS[3:-2]})*"
_TURNS = re.compile(
    "ไม่|บ่|แต่|หรือ|ถ้า|เคย|อยาก|[?]|ไหม|มั้ย|ทั้ง|กับ|และ|บางที|บางวัน|กว่า|กี่|เมื่อ|ทําไม"
)


def meant(question: Question, reply: str) -> Understood | None:
    """The one option whose other name is the whole reply, less what is only polite."""
    if question.kind is not Kind.SINGLE:
        return None
    plain = plain_text.plain(reply)
    if len(plain) > 3 * _LONGEST or _TURNS.search(plain):
        return None
    for find in (_named, _by_class, _begun, _ended):
        if (index := find(question, plain)) is not None:
            return from_choice(question, index)
    return None


_LONGEST = 12  # letters of most names


@lru_cache(maxsize=256)
def _names(question: Question) -> dict[str, int]:
    """Other names by option; none that two of them may have, or the question says."""
    claims: dict[str, set[int]] = {}
    labels = [naming.spoken(question, i)[0] for i in range(len(question.choices))]
    for index, label in enumerate(labels):
        for name in _of(label):
            claims.setdefault(name, set()).add(index)
    asked = naming.asked(question)
    return {
        name: next(iter(held))
        for name, held in claims.items()
        if len(held) == 1
        and not any(
            name in other for i, other in enumerate(labels) if i != next(iter(held))
        )
        and not _is_other(question, name, next(iter(held)))
        and (name not in asked or name in labels)
        and name not in naming.COMMON
    }


def _is_other(question: Question, name: str, place: int) -> bool:
    """Whether another option has this very name, in whatever language."""
    return any(
        name in naming.spoken(question, i)
        for i in range(len(question.choices))
        if i != place
    )


def _of(label: str) -> set[str]:
    found = {label} if not label.startswith("ไม่") else set()
    for head in _HEADS:
        rest = label.removeprefix(head)
        if rest != label and len(rest) >= MIN_NAME and rest[0] not in "ๆะาํ":
            found.add(rest)
    if label.isascii() and label.isalpha() and len(label) <= MAX_LATIN:
        found.add(plain_text.plain("".join(_LETTERS[letter] for letter in label)))
    for group in _ALIKE:
        if label in group:
            found |= group
    return found


def _cores(plain: str) -> list[str]:
    """What is left of a reply where a lead or a tail that may be one is taken off."""
    tails = re.search(f"{_TAILS}$", plain)
    bare = plain[: tails.start()] if tails else plain
    leads = re.match(_LEADS, bare)
    return list(dict.fromkeys((plain, bare, bare[leads.end() :] if leads else bare)))


def _named(question: Question, plain: str) -> int | None:
    known = _names(question)
    held = {known[core] for core in _cores(plain) if core in known}
    if not held:
        held = {
            index for core in _cores(plain)[1:] for index in _joined(question, core)
        }
    return held.pop() if len(held) == 1 else None


def _joined(question: Question, core: str) -> set[int]:
    """ "สนามบอล" of "สนามฟุตบอล": a label's first and last letters with a gap between."""
    if len(core) < 2 * MIN_NAME or core in naming.asked(question):
        return set()
    found = set()
    for index in range(len(question.choices)):
        label = naming.spoken(question, index)[0]
        same = next(
            (at for at, (x, y) in enumerate(zip(label, core, strict=False)) if x != y),
            0,
        )
        is_whole = (
            same >= MIN_NAME
            and len(core) - same >= MIN_NAME
            and label.endswith(core[same:])
            and core[same - 1] not in "เแโใไ"
            and re.match("[ก-ฮเแโใไ]", core[same])
        )
        if is_whole and MIN_SHARE * len(label) <= len(core) < len(label):
            found.add(index)
    return found


# What is one of a kind, and the kind as an option has it.
_CLASSES = [
    (re.compile(said), re.compile(label))
    for said, label in (
        (r"^(?:ป|ประถม)\.?[1-6]$|^(?:ป|ประถม)(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก)$", "ประถม"),
        (r"^(?:ม|มัธยม)\.?[1-3]$|^มอ?(?:ต้น|หนึ่ง|สอง|สาม)$", "มัธยม(?!.*ปลาย)"),
        (r"^(?:ม|มัธยม)\.?[4-6]$|^มอ?(?:ปลาย|สี่|ห้า|หก)$", "มัธยม(?!.*ต้น)"),
        (r"^อนุบาล(?:[1-3]|หนึ่ง|สอง|สาม)$", "อนุบาล"),
        (r"^ปว[ชส]\.?[1-3]?$|^อนุปริญญา$", "ปวช|ปวส|อนุปริญญา"),
        (r"^(?:ป\.?|ปริญญา)ตรี$|^ตรี$|^มหาลัย$|^มหาวิทยาลัย$", "^ปริญญาตรี"),
        (
            r"^(?:ป\.?|ปริญญา)(?:โท|เอก)$|^ดอกเตอร์$|^ด็อกเตอร์$",
            "สูงกว่าปริญญาตรี|ปริญญาโท|ปริญญาตรีขึ้นไป|ปริญญาตรีหรือสูงกว่า",
        ),
        (
            "^มหาลัย$|^มหาวิทยาลัย$|^หนังสือ$|^มัธยม$|^ปวช$|^ปวส$|^วิทยาลัย$|^เทคนิค$",
            "^นักเรียน|^นักศึกษา",
        ),
        (
            "^บ้าน(?:ป้า|ลุง|น้า|อา|ยาย|ตา|ปู่|ย่า|พี่สาว|พี่ชาย|พี่|น้องสาว|น้องชาย|น้อง|ลูกพี่ลูกน้อง)$",
            "ญาติ",
        ),
        (
            "^(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัส|พฤหัสบดี|ศุกร์)(?:(?:-|ถึง)ศุกร์)?(?:ได้หมด|ได้|ว่าง|สะดวก)?$|^วันธรรมดา$|^วันทํางาน$|^จ\\.?-ศ\\.?$",
            "วันธรรมดา|วันทํางาน|จันทร์(?:-|ถึง)(?:วัน)?ศุกร์",
        ),
    )
]


def _by_class(question: Question, plain: str) -> int | None:
    """ "จบ ม.6" of "มัธยมศึกษา", "อยู่บ้านน้าสาว" of "บ้านญาติ"."""
    labels = [naming.spoken(question, i)[0] for i in range(len(question.choices))]
    for core in _cores(plain):
        for said, kind in _CLASSES:
            if not said.search(core):
                continue
            held = [i for i, label in enumerate(labels) if kind.search(label)]
            if len(held) == 1:
                return held[0]
    return None


def _begun(question: Question, plain: str) -> int | None:
    """ "ปรับแรงๆ" of "ปรับเงิน": the verb one label alone has, with no word of its own."""
    held = set()
    for core in _cores(plain):
        for index in range(len(question.choices)):
            label = naming.spoken(question, index)[0]
            for name in _of(label):
                verb = _verb(name, core)
                if verb and _is_his_alone(question, index, verb):
                    held.add(index)
    return held.pop() if len(held) == 1 else None


def _ended(question: Question, plain: str) -> int | None:
    """ "ถนนก่อนเลย" of "ซ่อมถนน": what one label alone ends in."""
    held = set()
    for core in _cores(plain)[1:]:
        for index in range(len(question.choices)):
            label = naming.spoken(question, index)[0]
            before = label[: -len(core)][-1:]
            is_end = len(core) >= MIN_NAME and label.endswith(core) and before
            if not is_end or before in "เแโใไ" or not re.match("[ก-ฮเแโใไ]", core):
                continue
            if not label.startswith("ไม่") and _is_his_alone(question, index, core):
                held.add(index)
    return held.pop() if len(held) == 1 else None


def names(question: Question, place: int) -> list[str]:
    """The other names of one option, in `plain` form."""
    return [name for name, index in _names(question).items() if index == place]


def _verb(name: str, core: str) -> str | None:
    """What name and reply both begin with, where the reply then says no more."""
    size = next(
        (at for at, (x, y) in enumerate(zip(name, core, strict=False)) if x != y),
        min(len(name), len(core)),
    )
    for end in range(size, MIN_NAME - 1, -1):
        rest, after = core[end:], name[end:]
        is_cut = re.match("[ะ-ฺ็-๎]", rest) or re.match("[ะ-ฺ็-๎]", after)
        if is_cut or core[end - 1] in "เแโใไ":
            continue
        if re.fullmatch(_VERBED, rest):
            return core[:end]
    return None


def _is_his_alone(question: Question, index: int, verb: str) -> bool:
    others = (
        naming.spoken(question, i)[0]
        for i in range(len(question.choices))
        if i != index
    )
    is_known = verb in naming.COMMON or verb in naming.asked(question)
    return not is_known and not any(verb in each for each in others)
