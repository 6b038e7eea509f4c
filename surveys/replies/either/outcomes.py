"""A yes or no told by what was done, or came of it: "ย้ายไปแล้ว", "ยังรออยู่", "มีเพียบ"."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Sequence
from functools import lru_cache

from surveys import plain_text
from surveys.replies.either import polarity
from surveys.replies.either.polarity import Asked
from surveys.replies.lists.deeds import DEEDS
from surveys.replies.text import words
from surveys.replies.text.words import any_of, form

_DEEDS = words.listed(DEEDS)
_PLENTY = form(
    "(?:เพียบ|บานเลย|บานตะไท|บาน|ตรึม|พรึ่บ|พรึบ|อื้อ|ชุกชุม|ชุม|ยั้วเยี้ย|เต็มไปหมด|เต็ม|ถมเถ|ถมไป|มากมาย|ล้น|เกลื่อน|เป็น(?:ฝูง|สิบ|ร้อย|กอง|กล่อง|ลัง|แพ็ค|โหล|ตู้|คันรถ|แถว|ประจำ)|ไม่น้อย|เยอะแยะ|เยอะ|มาก|หลาย|สิบกว่า"
    "|อยู่|ติดบ้าน|ติดตัว|ไว้|ประจำ|ตลอด|เลย|แล้ว|ทุก(?:วัน|คืน|บ้าน|ซอย|คน|เช้า)|ครบ|พร้อม|ใน|ที่|ตรง|แถว|ให้|สำรอง|แค่|[0-9]|หนึ่ง|สอง|สาม|สี่|ห้า|อัน|คน|ตัว|ชุด|ใบ|เครื่อง|กล่อง|คัน|นึง|เดียว|ทั้ง(?:บ้าน|ซอย|หมู่บ้าน)|จ้า|นะ|สิ)+"
)
_TIME = "(?:เมื่อ(?:วาน|เช้า|คืน|ต้นปี|ปลายปี|ปีก่อน|เดือนก่อน|อาทิตย์ก่อน|กี้|ปี|เดือน|อาทิตย์|ต้น|สอง|สาม|[0-9])|ตั้งแต่|วันก่อน|เดือนก่อน|ปีก่อน|ปีที่แล้ว|เดือนที่แล้ว|อาทิตย์ที่แล้ว|ตอน|ทุก|ประจำ|ตลอด|บ่อย|หลาย(?:ครั้ง|หน|รอบ|ที)|ครั้งนึง|ครั้งหนึ่ง|[0-9]+ครั้ง|สองครั้ง|แล้ว|เรียบร้อย|มาแล้ว)"
_DONE = form(f"^(?:[ก-๛]{{0,24}}?)(?:ไป|มา|ไว้|อยู่|{_TIME})")
_HOW = form(
    "^(?:ดี|แรง|มาก|เลย|จริง|ชัด|โคตร|สุด|จัด|หมด|ได้|เหมือนกัน|ที่เดิม|อยู่|เต็ม|เป็นประจำ|สิ|นะ|กัน)+$"
)
_AGREES = form(
    "^(?:ก็ดี|ได้ก็ดี|เถอะ|เหอะ|เลย|ไปเลย|สิ|ซะ|ได้เลย|ให้ด้วย|บ้างก็ดี|ให้หมด|ทุก.{1,10}|ก็ได้)+$"
)
_MUST = form("^(?:ต้อง|ควรจะ|ควร|สมควร|น่าจะต้อง)(?P<what>.+)$")
_JUST = form("^(?:ก็)?(?:เพิ่ง|พึ่ง)(?:จะ|ได้|มี)*(?P<what>.+)$")
_TURNS = form(
    "แต่|ไม่|บ่(?!อย|อ)|ถ้า|หรือ|ไหม|มั้ย|อยาก|เปล่า|ทำไม|เท่านั้น|มั้ง|อาจ|คง(?!ที่)|เกือบ|เลิก|หยุด|คิดจะ|บอกว่า|แทบ|ยกเว้น|เฉพาะ|กี่|ใคร|ไหน|ยาก|ว่าจะ|จะ|เคย(?!ชิน)|ที่อื่น|คนอื่น|แทน|เอง(?!แหละ)|น้อย|เฉย|งั้น|ก็(?!ดี|ได้)|ยัง|[?]"
)
_ENDINGS = {
    "ลาออก|เกษียณ|ออกจากงาน|โดนเลิกจ้าง|ตกงาน": "ทำงาน|ทำอยู่|เป็นพนักงาน|สมาชิก|กลุ่ม|ลูกจ้าง",
    "ออก|ลาออก|โดนเตะออก|ถอนตัว": "กลุ่ม|สมาชิก|กองทุน|ชมรม|สหกรณ์|ไลน์",
    "ย้ายออก|ย้ายบ้าน|ย้ายหนี|ย้าย(?!มา)": "อยู่|อาศัย|พัก|เช่า",
    "ขาย|ยกให้เขา|ยกให้|บริจาค|คืนเขา|คืน": "มี|ใช้|เลี้ยง|ปลูก|เก็บ",
    "จบ|เรียนจบ|ออกจากโรงเรียน": "เรียน|ศึกษา",
    "เสีย|พัง|ชำรุด|เจ๊ง|ขาด|ใช้ไม่ได้|ดับ|รวน": "ใช้งานได้|ใช้ได้|ใช้การได้|ทำงานได้|ยังใช้|ยังดี|ยังติด",
    "หมด|หมดเกลี้ยง": "มี|เหลือ",
    "ตาย|เสียชีวิต": "เลี้ยง|มีสัตว์|มีหมา|มีแมว|มีสุนัข|ยังมี",
    "รื้อ|พัง|โดนรถชนพัง|โดนรื้อ|โดนถอด|ถอด|หาย|หายไป|โดนขโมย|หลุด|ปลวกกิน": "มีป้าย|มีถัง|มีกล้อง|มีเครื่อง|มีไฟ|มีตู้|มีเสียงตามสาย|มีสัญญาณ|ยังมี|มีหน้ากาก|มีศาลา|มีแผนที่",
    "ปิด|ปิดกิจการ|ปิดตัว|เจ๊ง|เลิกกิจการ": "ยังเปิด|เปิดอยู่|เปิดบริการ|ค้าขาย|มีร้าน|ทำกิจการ",
    "หายเป็นปลิดทิ้ง|หายสนิท|หายดี|หายขาด|หาย": "ยังป่วย|ยังมีอาการ|ยังเจ็บ|ยังไอ|ป่วยอยู่",
}
_ENDED = tuple(
    (
        form(
            f"^(?:ก็|มัน|เขา|โดน|เพิ่ง|พึ่ง|เคยมี|เคย)*(?:{said})(?:(?:จาก|เพราะ)[ก-๛]{{2,12}}?)?(?:ไป|มา|กัน|หมด|ทิ้ง|นาน|ออก|ใช้|ตั้งแต่.*|ได้|เมื่อ.*|ตั้ง|สัก|หลาย|หนึ่ง|สอง|สาม|สี่|ห้า|สิบ|[0-9]|ปี|เดือน|วัน|อาทิตย์|กว่า|ที่แล้ว|ก่อน|เขา)*(?P<done>แล้ว|ละ|หมด)?$"
        ),
        form(settles),
    )
    for said, settles in _ENDINGS.items()
)
_IS_DONE = form("แล้ว|ละ$|ตั้งแต่|ไป|มา|หมด|ทิ้ง")
_AWAITED = form(
    "ได้รับ|แล้วหรือยัง|หรือยัง|รึยัง|มาเยี่ยม|มาตรวจ|ตอบกลับ|ชดเชย|เยียวยา|แจ้งผล|มาแก้|มาเก็บ|มาซ่อม|แก้ไขให้|เข้ามา"
)
_WAITS = form(
    "^(?:ก็|นี่|ป่านนี้|จนป่านนี้|จนถึงตอนนี้|จนวันนี้|ตอนนี้)*(?:(?:ยัง|นั่ง|เฝ้า|ยังต้อง|ก็)*รอ(?:อยู่|มา|จน|ต่อ|แล้วรออีก|เก้อ|ฟัง|เขา|ผล|เลย|กัน|ตั้ง|[0-9])"
    "|รอมา.*|(?:ก็)?(?:ยัง)?(?:ไม่|บ่)(?:เห็น)?(?:มี)?(?:วี่แวว|แวว|เงา|ใคร(?:สัก|ซัก|เลย|มา|โผล่|เอา|ติดต่อ|บอก|แจ้ง)|คนมา|ข่าว|ความคืบหน้า|คืบหน้า|อะไรคืบหน้า|อะไรเลย)|ไร้วี่แวว|เงียบ(?:ฉี่|กริบ|หาย|เป็นเป่าสาก|เลย|สนิท)*(?:อยู่|ไปเลย)?$)"
)
_CAME = form("มาแล้ว|ได้แล้ว|เพิ่งมา|เพิ่งได้|แต่ก็ได้")
_NOT_YET = form("แล้วหรือยัง|หรือยัง|รึยัง|แล้วยัง")
_MEANS_TO = form(
    "^(?:ก็)?(?:ว่าจะ|กะว่าจะ|กะจะ|ตั้งใจว่าจะ|ตั้งใจจะ|คิดว่าจะ|เดี๋ยวจะ|เดี๋ยว(?:ค่อย)?(?:ไป|ทำ)|รอคิว|นัดไว้|มีนัด|พรุ่งนี้(?:จะ|ค่อย|ไป)|อาทิตย์หน้า|เดือนหน้า|ปีหน้า|ไว้(?:ก่อน|วันหลัง|เดือนหน้า))"
)
_NOT_THAT_FAR = form(
    "^(?:ก็)?(?:ยัง)?(?:ไม่|บ่)(?:เคย)?(?:ถึง|หนัก|แรง|แย่|เป็นหนัก)(?:ขั้น|ขนาด)(?:นั้น|ต้อง.*|นั่น)?$"
)
_MAX_TALK = 40


_ATTITUDE = form(
    "พอใจ|เห็นด้วย|เชื่อถือ|เชื่อ|ไว้ใจ|ไว้วางใจ|กังวล|ห่วง|มั่นใจ|รู้จัก|รู้(?!สึก)|ทราบ|กลัว|สนใจ|ชอบ"
)
_OF_THINGS = form("(?:ที่|หรือ|อาการ|ปัญหา)$")
MAX_OFF = 10  # letters between "เคย" and the verb that is asked


@lru_cache(maxsize=256)
def _asked_deeds(text: str) -> tuple[str, ...]:
    """The deeds that the question asks of, the longest first.

    Not of what one thinks of them, complains of, or only names: of the deed itself.
    """
    found = {
        deed
        for deed in _DEEDS
        if len(deed) > 1 and deed in text and _is_asked(text, deed)
    }
    return tuple(sorted(found, key=lambda deed: (-len(deed), deed)))


def told(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "yes" or "no", where what came of it says so and nothing else."""
    if not clauses or any(map(_DOUBTS.search, clauses)):
        return None
    sides = [_of_clause(asked, clause) for clause in clauses]
    plain = [polarity.side(asked, clause) for clause in clauses]
    found = {side for side in (*sides, *plain) if side}
    if len(found) != 1:
        return None
    (answer,) = found
    first = sides[0] or plain[0]
    has_but = any(clause.startswith("แต่") for clause in clauses)
    if has_but and not (first is None and answer == "no"):
        is_had = first == "yes" and polarity.opened(clauses[0]).startswith("มี")
        return answer if is_had and _is_but_a_fault(clauses) else None
    return answer if first or (answer == "no" and len(clauses) < 3) else None


def _is_asked(text: str, deed: str) -> bool:
    place = text.index(deed)
    if "เคย" in text:
        return 0 <= place - text.index("เคย") - len("เคย") <= MAX_OFF
    if not _WANTS.search(text) and (attitude := _ATTITUDE.search(text)):
        return deed in attitude[0]
    if "มี" in text and not _WANTS.search(text):
        return text.index("มี") > place or bool(_OF_THINGS.search(text[:place]))
    return True


_DOUBTS = form(
    "ไหม|มั้ย|เหรอ|หรือ|กี่|[?]|ถ้า|มั้ง|อาจ|ไม่แน่|บอกว่า|ได้ข่าวว่า|แล้วแต่|ข้าม|\ue002|555|ฮ่า"
)
# "มี แต่เน็ตหลุดบ่อย": only how good it is.
_FAULT = form(
    "^แต่(?:ว่า|ก็)?[ก-๛]{0,12}?(?:ช้า|แพง|ไกล|เก่า|เบา|เล็ก|ไม่ค่อย(?:ดี|แรง|ได้ใช้|ชัด|ว่าง)|ไม่แรง|ไม่มาก|ไม่บ่อย|ไม่เยอะ|ไม่ดัง|นานที|นานครั้ง|นิดเดียว|นิดหน่อย)(?:มาก|หน่อย|ไป|นะ|เท่าไหร่)*$"
)


def _is_but_a_fault(clauses: Sequence[str]) -> bool:
    after = "".join(clauses[1:])
    return bool(_FAULT.match(after))


def _of_clause(asked: Asked, clause: str) -> str | None:
    said = polarity.stripped(clause)
    opened = polarity.opened(clause)
    for rule in (
        _ended,
        _awaited,
        _meant,
        _not_that_far,
        _opposite,
        _corrects,
        _away,
        _came,
    ):
        if (found := rule(asked, opened)) is not None:
            return found
    return "yes" if _did(asked, said) else None


def _ended(asked: Asked, said: str) -> str | None:
    if asked.is_ever or asked.has_period or not _IS_DONE.search(said):
        return None
    is_over = any(
        ends.match(said) and settles.search(asked.text) for ends, settles in _ENDED
    )
    return "no" if is_over else None


def _awaited(asked: Asked, said: str) -> str | None:
    waits = _AWAITED.search(asked.text) and _WAITS.match(said)
    return "no" if waits and not _CAME.search(said) else None


def _meant(asked: Asked, said: str) -> str | None:
    is_yet = _NOT_YET.search(asked.text) and _MEANS_TO.match(said)
    return "no" if is_yet and "แล้ว" not in said else None


def _not_that_far(asked: Asked, said: str) -> str | None:
    """ "ยังไม่ถึงขนาดนั้น", of what one did or suffered."""
    return "no" if asked.is_ever and _NOT_THAT_FAR.match(said) else None


# How a thing is, and what it is where it is not so: "เร็ว=ช้า".
_MORE_OPPOSITES = """
    ทัน=ช้า,อืด,ชักช้า,สาย,ล่าช้า รวดเร็ว=ช้า,อืด,ชักช้า,ล่าช้า สว่าง=มืด,มัว,สลัว น้ำใส=ขุ่น,เน่า,ดำ แรงพอ=เบา,อ่อน,ไหลเอื่อย,เอื่อย,ไหลค่อย,ไหลเบา ไหลแรง=เบา,อ่อน,เอื่อย,ไหลเอื่อย
    เพียงพอ=ขาด,ขาดแคลน,น้อยไป,น้อยเกินไป คุ้มค่า=ขาดทุน เงียบ=ดัง,หนวกหู ดีขึ้น=แย่ลง,แย่กว่าเดิม,หนักกว่าเดิม
"""
_AS_MUCH = form(
    "(?:มาก|เลย|ไป|จะตาย|จะตายไป|กว่า.*|อีก|สุด|จริง|ตึ้บ|ตื๋อ|ปี๋|อยู่|จัง|เกิน|ทั้ง.*|ทุก.*|ตลอด|ชะมัด|ด้วย|ออก)*"
)
_OPPOSITES: tuple[tuple[str, tuple[str, ...]], ...] = tuple(
    (plain_text.plain(name), tuple(map(plain_text.plain, said.split(","))))
    for name, said in (
        pair.split("=")
        for pair in (*words.LISTS["opposites"], *_MORE_OPPOSITES.split())
    )
)


def _opposite(asked: Asked, said: str) -> str | None:
    """ "ช้ากว่าหอยทากอีก", where it is asked if it is in time."""
    bare = re.sub("^(?:โคตร|ออกจะ|ค่อนข้าง|มัน)+", "", said)
    is_not = any(
        name in asked.text
        and bare.startswith(other)
        and other not in asked.text
        and _AS_MUCH.fullmatch(bare[len(other) :])
        for name, others in _OPPOSITES
        for other in others
    )
    return "no" if is_not and "ไม่" not in asked.text.replace("หรือไม่", "") else None


_CORRECT = form("(?:ถูกต้อง|ถูก)(?:หรือไม่|ไหม|มั้ย|ใช่ไหม|หรือเปล่า)")
_MISTAKEN = form(
    "^(?:อันนี้|นี่|มัน|ก็|ข้อมูล|ชื่อ|ที่อยู่|บ้านเลขที่|เบอร์)*(?:ผิด(?:แล้ว|นะ|ไป|หมด|ครับ|ค่ะ|จ้ะ|บ้าน|คน|ที่อยู่|หมู่|ชื่อ|เบอร์)*$|(?:ไม่|บ่)(?:ใช่|แม่น)(?:บ้าน|ชื่อ|ของ|ที่อยู่|เบอร์|ที่|หมู่|คน)|ผิด(?:ตรง|ที่|หมู่|เลข))"
)


def _corrects(asked: Asked, said: str) -> str | None:
    """ "ผิดแล้ว หมู่ 7", where it is asked if what is on record is right."""
    return "no" if _CORRECT.search(asked.text) and _MISTAKEN.match(said) else None


_AWAY = form(
    "^(?:วันนั้น|ตอนนั้น|ช่วงนั้น|คืนนั้น|เดือนนั้น)(?:พอดี|ก็|ผม|หนู|ฉัน|เรา|ป้า|ลุง)*(?:นอน(?:อยู่)?(?:โรงพยาบาล|รพ)|ติด|ไม่อยู่|ไม่ว่าง|ไปต่าง|อยู่ต่าง|ป่วย|ทำงาน|เข้าเวร|เข้ากะ|ไปธุระ|ลืม|หลับ|กลับบ้านนอก|ไปงาน)"
)
_ATTENDS = form("ร่วม|ประชุม|เลือกตั้ง|ซ้อม|อบรม|ไปงาน|ไปฟัง")


def _away(asked: Asked, said: str) -> str | None:
    """ "วันนั้นเฝ้าไข้อยู่", where it is asked if one went."""
    return "no" if _ATTENDS.search(asked.text) and _AWAY.match(said) else None


_RECEIVES = form("ได้รับ|ชดเชย|เยียวยา|ได้เงิน|แจกให้|มอบ")
_GOT = form(
    "^(?:ก็)?(?:ได้มา|ได้แล้ว|ได้ไป|ได้คนละ|ได้หลังละ|ได้บ้านละ)(?:แล้ว|แค่|ตั้ง|เมื่อ.*|[0-9]|หลาย|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ร้อย|พัน|หมื่น|แสน|บาท|กว่า|ครั้ง|ชุด|ใบ|ถุง|นิดหน่อย|ครบ|เหมือนกัน)+$"
    "|^(?:ก็)?(?:เด้ง|ส่ง|ขึ้น|โอน)(?:ขึ้น|เข้า|มา|ถึง|แล้ว|ให้|ทุกครั้ง|ทันที|ในมือถือ|เครื่อง|เหมือนกัน|อยู่)+$"
)
_PUT_UP = form(
    "^(?:ก็)?(?:เพิ่ง|พึ่ง)(?:จะ|ได้)?(?:เอา|ไปเอา|มา)?(?:มา)?(?:ติด|ตั้ง|สร้าง|ทำ|ซื้อ|วาง|ลง|เปิด|เลี้ยง|เอาเข้า|เอามา)"
)


def _came(asked: Asked, said: str) -> str | None:
    """ "ได้มาสี่พัน", "เพิ่งเอามาติดเมื่อเดือนก่อน"."""
    if _TURNS.search(said):
        return None
    got = _RECEIVES.search(asked.text) and _GOT.match(said)
    has = not asked.is_ever and "มี" in asked.verbs and _PUT_UP.match(said)
    return "yes" if got or has else None


def _did(asked: Asked, said: str) -> bool:
    """Whether a clause says that it is, or was, so: "พาหลานไปเมื่อกลางปี", "แรงดี"."""
    if len(said) > _MAX_TALK:
        return False
    wants = _WANTS.search(asked.text)
    just = None if wants else _JUST.match(said)
    must = _MUST.match(said) if wants else None
    core = (just or must or {"what": said})["what"]
    if _is_plenty(asked, core):
        return not wants
    deeds = (*_asked_deeds(asked.text), *(v for v in asked.verbs if v in _DEEDS))
    deed = next((each for each in deeds if core.startswith(each)), None)
    if deed is None:
        return False
    rest = core[len(deed) :]
    if wants:
        return bool(_AGREES.match(rest) or (must and not _TURNS.search(rest)))
    if _TURNS.search(rest) or deed in _OF_NOTHING:
        return False
    if not rest:
        return (bool(just) or deed in _QUALITIES) and deed not in _KNOWING
    is_so = bool(_HOW.match(rest) or _DONE.match(rest))
    return is_so and not (just and deed in _KNOWING) and _may_tell(asked, deed)


_WANTS = form("อยาก|ควร|ต้องการ|เห็นด้วย|สนใจ|ยินดี|คิดจะ|คิดว่าจะ|เห็นควร")
_KNOWING = words.listed("รู้ ทราบ รู้จัก ได้ยิน เห็น")
# By these alone it is not told what was done.
_OF_NOTHING = words.listed("ไป มา เข้า ออก เป็น มี ทำ หา เสีย ถูก บอก ต่อ")
_QUALITIES = words.listed(
    "ทัน สว่าง แรง ดัง ใส สะอาด เร็ว ตรงเวลา คุ้ม ง่าย เงียบ ปลอดภัย สะดวก"
)
_TALKED_OF = words.listed("ประชุม ร้องเรียน ร้อง แจ้ง โทร พูดคุย คุย อ่าน ฟัง เลือก")


def _may_tell(asked: Asked, deed: str) -> bool:
    return not (asked.is_ever and deed in _TALKED_OF)


def _is_plenty(asked: Asked, said: str) -> bool:
    """ "มีเพียบ", "มีติดบ้านไว้สามอัน"."""
    if not said.startswith("มี") or "มี" not in asked.verbs:
        return False
    return bool(_PLENTY.fullmatch(said[2:]))


def of_the_house(asked: Asked, clauses: Sequence[str]) -> bool:
    """ "ผมไม่เคย แต่พ่อเคย", where it is asked of the family: whether one of it does."""
    if not asked.is_of_house:
        return False
    for clause in clauses:
        match = _ONE_OF_US.match(clause)
        if match is None or _DOUBTS.search(clause):
            continue
        if polarity.side(asked, clause[match.end() :]) == "yes":
            return True
    return False


_NEAR = (polarity.OTHERS | polarity.MYSELF) - words.listed(
    "เพื่อน เพื่อนบ้าน ข้างบ้าน คนข้างบ้าน ชาวบ้าน คนอื่น เขา เค้า คนแถวนี้ คนในซอย"
)
_ONE_OF_US = form(
    f"^(?:แต่|ส่วน|มี)?(?:{any_of(frozenset(_NEAR))})(?:ผม|ฉัน|หนู|เรา|ดิฉัน|คนโต|คนเล็ก|คนกลาง)?(?:ก็|นี่|น่ะ)?"
)
