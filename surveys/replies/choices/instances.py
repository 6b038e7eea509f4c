"""An option told by one of its kind: a country for "abroad", "ผญบ." for a leader, "ม.3"."""

# ruff: noqa: E501  some lines are patterns

import re
from functools import lru_cache

from surveys.question import Question
from surveys.replies.choices import naming
from surveys.replies.text import numbers
from surveys.replies.text.words import form

_COUNTRIES = "เกาหลี|ญี่ปุ่น|ไต้หวัน|อิสราเอล|จีน|มาเล|มาเลเซีย|สิงคโปร์|ออสเตรเลีย|ออส|อเมริกา|เมกา|อังกฤษ|เยอรมัน|เยอรมนี|สวีเดน|ฟินแลนด์|ดูไบ|ลาว|พม่า|เมียนมา|กัมพูชา|เขมร|เวียดนาม|ยุโรป|ฮ่องกง|นิวซีแลนด์|แคนาดา|รัสเซีย|อินเดีย|เมืองนอก|นอก"
_PROVINCES = "ขอนแก่น|อุดร|อุดรธานี|โคราช|นครราชสีมา|บุรีรัมย์|สุรินทร์|ศรีสะเกษ|อุบล|อุบลราชธานี|ยโสธร|ร้อยเอ็ด|มหาสารคาม|กาฬสินธุ์|สกลนคร|นครพนม|มุกดาหาร|หนองคาย|เลย(?=$)|ชัยภูมิ|หนองบัวลําภู|บึงกาฬ|เชียงใหม่|เชียงราย|ลําปาง|ลําพูน|แพร่|น่าน|พะเยา|แม่ฮ่องสอน|พิษณุโลก|เพชรบูรณ์|นครสวรรค์|สุโขทัย|อุตรดิตถ์|กําแพงเพชร|ตาก|สงขลา|หาดใหญ่|นครศรี|นครศรีธรรมราช|สุราษฎร์|ตรัง|พัทลุง|กระบี่|ภูเก็ต|ยะลา|ปัตตานี|นราธิวาส|ชุมพร|ระนอง|สตูล|บ้านนอก|อีสาน|ภาคเหนือ|ภาคใต้|ต่างจังหวัด"
_ME = "ผม|ฉัน|ดิฉัน|หนู|เรา|ป้า|ลุง|ยาย|น้า|อาตมา|ข้าพเจ้า|กระผม|ข้อย|เฮา|ชั้น|ตัวผม|ตัวหนู|ตัวเรา|ตัวฉัน|ตัวป้า"
_POLITE = "(?:ค่ะ|คะ|ครับ|คับ|จ้า|จ้ะ|จ๊ะ|ฮะ|นะ|ล่ะ|ละ|แหละ|เอง|พี่|เลย|สิ|อะ|แล้ว)*$"
_GOES = "(?:ไป|อยาก|อยู่|ย้าย|กลับ|เข้า|บ้าน|ที่|แถว|ขึ้น|ลง|คง|จะ|ก็|เมือง|ประเทศ|จังหวัด|ขอ|ทํางาน)*"
# What an option is called, and what at the head of a clause is one of its kind.
_KINDS = tuple(
    (form(label), form(said))
    for label, said in (
        (
            "^ต่างประเทศ|^เมืองนอก",
            f"^{_GOES}(?:{_COUNTRIES})(?:{_POLITE[:-1]}$|ไป|ทํา|อยู่|เก็บ|สัก)",
        ),
        ("^(?:จังหวัดอื่น|ต่างจังหวัด)", f"^{_GOES}(?:{_PROVINCES})(?:{_POLITE[:-1]}$|ทํา|อยู่)"),
        ("^กรุงเทพ", f"^{_GOES}(?:กทม|กรุงเทพ|บางกอก|กรุง(?=$|ค่ะ|ครับ)){_POLITE}"),
        (
            "^(?:ตัว)?(?:ท่าน|ตัว|ตน|ฉัน|ผม|คุณ|ข้าพเจ้า)เอง(?:$|ค)|^ตัวเอง$|^ตนเอง$|^ผู้ตอบ",
            f"^(?:ก็)?(?:(?:{_ME}|พี่)(?:นี่แหละ|นี่ละ|นี่ล่ะ|เนี่ยแหละ|เนี่ย|แหละ|เอง|คนเดียว)|(?:{_ME})(?=ค่ะ|ครับ|คับ|จ้า|จ้ะ|$)|ตัวเอง|ตนเอง){_POLITE}",
        ),
        ("^เผา", "^(?:ก็|เอา)*(?:จุดไฟ|ก่อไฟ|สุมไฟ|เผา)"),
        ("^ฝัง", "^(?:ก็|เอา)*(?:ขุดหลุม|ฝัง|กลบ)"),
        (
            "^(?:ผู้นําชุมชน|ผู้นํา|ผู้นําหมู่บ้าน|ผู้นําท้องถิ่น)",
            "^(?:ก็|จาก|ไป|แจ้ง|บอก|หา|มี|เชื่อ|โทรหา)*(?:ผญบ|ผู้ใหญ่(?!บ้าน(?:ไม่|บ่))|กํานัน|ประธานชุมชน|พ่อหลวง|แม่หลวง|แก่บ้าน|สารวัตรกํานัน|ผู้ช่วยผู้ใหญ่)(?!.{0,12}(?:ไม่|บ่))",
        ),
        (
            "^น้ํา(?:ดื่ม)?(?:บรรจุ)?(?:ขวด|ถัง)",
            "^(?:ก็|ต้อง)?(?:ซื้อ|กิน|ดื่ม|ใช้|สั่ง|เอา)?(?:แต่)?(?:น้ํา)(?:ดื่ม)?(?:ขวด|ถัง|แพ็ค|แพค)|^(?:ก็|ต้อง)?ซื้อ(?:น้ํา)?(?:กิน|ดื่ม|เอา|เขา)",
        ),
        (
            "^(?:พอๆกัน|เท่ากัน|เท่าๆกัน|พอกัน|ใกล้เคียงกัน)",
            f"^(?:ก็|น่าจะ)?(?:พอๆกัน|พอกัน|เท่าๆกัน|เท่ากัน|ไม่ต่างกัน|ครึ่งๆ){_POLITE}",
        ),
        (
            "^(?:วัน)?อาทิตย์$",
            "^(?:ก็|วัน|เอา|ขอ|สะดวก|เป็น)*อาทิ[ดต](?!ย)(?!ละ|นี้|หน้า|ก่อน|ที่|นึง|หนึ่ง)",
        ),
        ("^(?:ช่วง|ตอน)?เช้า$", "^(?:ก็)?(?:ตอน|ช่วง)?(?:เช้าตรู่|เช้าๆ|ตื่นมา)"),
        (
            "^(?:ช่วง|ตอน)?เย็น$",
            "^(?:ก็)?(?:ตอน|ช่วง)?(?:แดดร่ม|โพล้เพล้|เย็นๆ|ค่อนเย็น|หลังเลิกงาน|เลิกงาน)",
        ),
        (
            "^(?:ขอ)?คิดดู|^ขอคิด|^ยังไม่แน่ใจ$",
            "^(?:ก็|ยัง)*(?:ไม่แน่ใจ)?(?:ขอ)?(?:คิด|ดู|ปรึกษา|ถามแฟน|ถามเมีย|ถามผัว)(?:ดู)?(?:ก่อน|อีกที)",
        ),
    )
)
_TAKES = form(
    f"^(?:ก็)?(?:เอา|เอาด้วย|อยาก|อยากได้|อยากเป็น|สมัคร|ได้เลย|ยินดี|จัดไป|จัดมา|ลงชื่อ(?:ด้วย|ไว้)?|สนใจ)(?:มาก|สิ|ด้วย|เลย|แน่นอน|อยู่)*{_POLITE}"
)
_LEAVES = form(
    f"^(?:ก็)?(?:ไม่เอา(?:ด้วย|ดีกว่า)?|ไม่อยาก(?:เป็น|ได้|เข้า|ไป|ยุ่ง)?|ไม่ดีกว่า|ไม่ไหว|ไม่สน(?:ใจ)?|ไม่ต้อง(?:หรอก|ก็ได้)?|ขอบาย|ไม่(?=หรอก|ล่ะ|ดีกว่า))(?:หรอก|ดอก|ดีกว่า)*{_POLITE}"
)
_IS_WANT = form("^(?:ต้องการ|อยาก|สนใจ|ยินดี|เอา|รับ|เข้าร่วม|ร่วม)")
_IS_NO_WANT = form("^ไม่(?:ต้องการ|อยาก|สนใจ|ยินดี|เอา|รับ|เข้าร่วม|ร่วม|ต้อง)")
_NUMBERED = re.compile("^(หมู่ที่|หมู่|ซอย|ชุมชน|อาคาร|ตึก|ชั้น)([0-9]{1,2})$")
_SHORT_FOR = {"ม": "หมู่", "ซ": "ซอย"}
_SAYS_NUMBER = re.compile(
    "(?:(?P<name>หมู่ที่|หมู่|ซอย)|^(?:ก็|อยู่|บ้าน|ผม|หนู|ป้า|ที่|แถว|เฮา|เรา|ฉัน)*(?P<short>ม|ซ))(?P<number>[0-9]{1,2})(?![0-9])"
)
_COUNTED = {
    word: str(n)
    for n, word in enumerate(
        ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"), start=1
    )
}
_IN_WORDS = re.compile(
    "(?<=หมู่)(หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)(?!เอ็ด|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)"
)


def of(question: Question, clause: str) -> set[int]:
    """The options of whose kind a plain clause names one; none where two may be meant."""
    labels = naming.labels(question)
    if (index := _numbered(tuple(labels), clause)) is not None:
        return {index}
    found = set()
    for label, said in _KINDS:
        held = [i for i, each in enumerate(labels) if label.search(each)]
        if len(held) == 1 and said.search(clause):
            found.add(held[0])
    return found or wanted(labels, clause)


def wanted(labels: list[str], clause: str) -> set[int]:
    """ "เอาครับ", "ไม่ไหวหรอก", where it is asked if one wants to."""
    wants = [i for i, label in enumerate(labels) if _IS_WANT.search(label)]
    others = [i for i, label in enumerate(labels) if _IS_NO_WANT.search(label)]
    if len(others) != 1 or len(labels) > MAX_STANCES:
        return set()
    if _LEAVES.search(clause):
        return set(others)
    return set(wants) if len(wants) == 1 and _TAKES.search(clause) else set()


MAX_STANCES = 4  # of options that only take or leave


@lru_cache(maxsize=256)
def _numbers(labels: tuple[str, ...]) -> dict[tuple[str, int], int]:
    found = {}
    for index, label in enumerate(labels):
        match = _NUMBERED.match(label)
        if match is not None:
            found[match[1].removesuffix("ที่"), int(match[2])] = index
    return found


def _numbered(labels: tuple[str, ...], clause: str) -> int | None:
    """ "ม.3" of "หมู่ 3"."""
    known = _numbers(labels)
    if not known:
        return None
    text = _IN_WORDS.sub(lambda said: _COUNTED[said[0]], numbers.ascii_digits(clause))
    found = list(_SAYS_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    name = (found[0]["name"] or _SHORT_FOR[found[0]["short"]]).removesuffix("ที่")
    return known.get((name, int(found[0]["number"])))


_MORE = form(
    "^(?:มี|ข้อ|ผล|ได้)?(?P<one>[ก-๛]{2,10}?)มากกว่า(?:มี|ข้อ|ผล)?(?P<other>[ก-๛]{2,10})$"
)
_ALIKE = {
    "ประโยชน์": ("ผลดี", "ข้อดี", "ดี(?=มากกว่า|กว่า)", "ได้(?=มากกว่า)"),
    "โทษ": ("ผลเสีย", "ข้อเสีย", "เสีย(?=มากกว่า|หาย)", "เสีย(?=กว่า)"),
    "ผลดี": ("ประโยชน์", "ดี(?=มากกว่า|กว่า)"),
    "ผลเสีย": ("โทษ", "เสีย(?=มากกว่า)"),
    "ดี": ("ประโยชน์",),
    "เสีย": ("โทษ",),
}


def weighed(question: Question, plain: str) -> set[int]:
    """ "โทษเยอะกว่า", where two options set one thing above the other."""
    matches = [
        (i, m) for i, x in enumerate(naming.labels(question)) if (m := _MORE.match(x))
    ]
    found = set()
    for index, match in matches:
        names = "|".join((re.escape(match["one"]), *_ALIKE.get(match["one"], ())))
        if re.search(
            f"(?<!ไม่)(?<!ไม่มี)(?:{names})(?:มัน|ก็|ยัง|น่าจะ)*(?:มาก|เยอะ|หนัก|เห็น)?กว่า|มีแต่(?:{names})",
            plain,
        ):
            found.add(index)
    return found if len(matches) == 2 else set()
