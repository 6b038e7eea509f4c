"""What a reply says beside the question: greetings, adverts, wishes, other times.

It may hold an option's very words ("สุขสันต์วันอาทิตย์") and yet answers nothing.
"""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import plain_text, politeness
from surveys.meaning import NOT_UNDERSTOOD, Hear, Understood
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import bystanders, talking
from surveys.replies.around.sides import PAST, PRESENT
from surveys.replies.choices import aliases

_POLITE = f"(?:{politeness.ENDS}|ค่า|นะ|น้า|เจ้า|[!.~])*"
_CHATTER = (
    "สวัสดี|หวัดดี|อรุณสวัสดิ์|ราตรีสวัสดิ์|ฝันดี|สุขสันต์|ขอบคุณ|ขอบใจ|ขอบพระคุณ|สาธุ|อนุโมทนา|ยินดีต้อนรับ|"
    "ขอ(?:จง|ให้)(?:เป็นวัน|มีความสุข|มีแต่|โชคดี|สุขภาพ|เจริญ|ร่ำรวย|รวย|ปลอดภัยทุกคน|ทุกท่าน|ทุกคน|หาย)|โชคดีนะ|วันดีๆ|วันที่ดี|สู้ๆ|เป็นกำลังใจ|"
    "happy (?:birthday|new year|sunday)|good (?:morning|night)|thank"
)
_ADVERT = (
    "โปรโมชั่น|โปรโมชัน|ลดราคา|ลด *[0-9]+ *%|ส่วนลด|ราคาพิเศษ|วันนี้เท่านั้น|สนใจ(?:ทัก|โทร|ติดต่อ|สั่ง)|ทักแชท|ทักอินบ็อกซ์|อินบ็อกซ์|"
    "สั่งซื้อ|ส่งฟรี|เก็บปลายทาง|รับสมัคร(?:งาน|ด่วน)|กู้(?:เงิน)?ด่วน|ฝากร้าน|ขายถูก|ขาย.{1,30}(?:[0-9] *บาท|มือสอง|ราคา|ส่งฟรี|ส่งถึง)|กด(?:ติดตาม|ไลก์|ไลค์|แชร์)|แอดไลน์|แอดมา|มีโปร(?!ด)|https?://|www[.]"
)
_WISH = "^(?:ก็|ผม|ฉัน|หนู|เรา|จริงๆ|ใจจริง| )*(?:อยาก|ใฝ่ฝัน|ฝันว่า|ฝันอยาก|ใฝ่ฝันอยาก)|(?:ที่|เคย)(?:ใฝ่ฝัน|ฝัน(?:ไว้|อยาก)?)|ในฝัน"
_LATER = "(?:เดี๋ยว|เด๋ว|เดียว|ไว้|ค่อย|(?<!ไม่)ขอ|แล้วจะ).{0,16}(?:ค่อย(?:ทำ|ว่า|มา|คุย)|ตอบ|กรอก|ทำแบบ|มาทำ|มาพิมพ์|มาคุย|คุยกัน)(?!ว่า|แทน|ข้อ)"
_ASKS = (
    "(?<!ซะ)(?<!เสีย)(?:กี่(?:โมง|วัน|บาท|คน|ครั้ง|ปี|เดือน|ทุ่ม)|เมื่อ(?:ไร|ไหร่|ไหร่|ไหล่)|วันไหน|อยู่(?:ที่|ตรง)ไหน|(?:ได้|มี|ไป|มา|ถึง|แล้ว|ดี|เปิด|จริง)(?:ไหม|มั้ย|ปะ)|หรือเปล่า|รึเปล่า|หรือยัง|รึยัง|(?<!ได้)ยังไง|เพราะอะไร)"
    f"(?:บ้าง|กัน)?{_POLITE}[?]*$|ขอ(?:เบอร์|ทราบ|สอบถาม|ถาม|ที่อยู่|ลิงก์|ลิงค์|แผนที่|รายละเอียด)"
)
_ELSEWHERE = "^(?:ที่|แถว|ใน|คน|อากาศที่|อากาศ| )*(?:กรุงเทพ|กทม|เชียงใหม่|โคราช|ขอนแก่น|บ้านเกิด|ต่างจังหวัด|ตัวเมือง|ที่อื่น|ตำบลอื่น|หมู่บ้านอื่น|ฝั่งโน้น|ซอยอื่น)|ที่(?:กรุงเทพ|กทม|บ้านเกิด|ต่างจังหวัด|อื่น)"
_WEATHER = "^(?:วันนี้|เมื่อคืน|เช้านี้| )*(?:ฝน|ลม|แดด|ฟ้า|น้ำท่วม|รถติด)"
_APPEAL = "^(?:ช่วย(?:กัน)?|โปรด|กรุณา|อย่า(?!ง)|ห้าม|มาช่วย|รีบ|เร่ง)|กันเถอะ|ไป[ก-๙]{2,12}กัน(?:ไหม|มั้ย|เถอะ|เลย)?$|บอท|แอดมิน"
_HAD_ENOUGH = "มี(?:อยู่|เยอะ|พอ|ครบ)*แล้ว$"
_AGO = "(?:อาทิตย์|สัปดาห์|เดือน|คืน|วัน|ปี)(?:ก่อน|ที่แล้ว|กลาย)|เมื่อวาน|ตอนเด็ก|ตอนหนุ่ม|ตอนสาว|สมัย(?!นี้|ใหม่)"
# Where a thing heard or smelt is asked of, what one does every day is no answer.
_DOING = "^(?:ผม|หนู|ฉัน|เรา|ต้อง|ก็| )*(?:ไปทำงาน|ไปเรียน|ไปตลาด|ทำงาน|กินข้าว|กินยา|นอนดึก|ตื่น|ออกกำลัง|เล่นมือถือ|ดูทีวี|ดูละคร|วิ่ง(?!ไป))"
_SENSED = re.compile("ได้ยิน|กลิ่น|เหม็น|รบกวน|เห็น|เสียง|ฝุ่น|ควัน")
_MAY_BE = re.compile(
    f"{PAST}|{_AGO}|{_CHATTER}|{_ADVERT}|{_LATER}|{_ASKS}|อยาก|ฝัน|{_ELSEWHERE}|{_WEATHER}|{_APPEAL}|{_DOING}|แล้ว",
    re.IGNORECASE,
)
_IS_CHATTER = re.compile(_CHATTER, re.IGNORECASE)
_IS_ADVERT = re.compile(_ADVERT, re.IGNORECASE)
_IS_WISH, _IS_LATER, _IS_QUESTION = map(re.compile, (_WISH, _LATER, _ASKS))
_IS_ELSEWHERE, _IS_WEATHER, _IS_DOING, _IS_ENOUGH, _IS_APPEAL = map(
    re.compile, (_ELSEWHERE, _WEATHER, _DOING, _HAD_ENOUGH, _APPEAL)
)
_OF_WISHES = re.compile(
    "อยาก|ต้องการ|ควร|ชอบ|เสนอ|คิด|เห็น|คาด|จะ|สนใจ|เลือก|ขอ|สะดวก|want|should|like"
)
_BEGAN = re.compile(
    f"^(?:ก็|มัน|ผม|ฉัน|หนู|เรา|ลุง|ป้า|ตอน| )*(?:{PAST}|{_AGO})", re.IGNORECASE
)
_GOES_ON = re.compile(
    f"{PRESENT}|แต่(?!ก่อน|เดิม|แรก)|เปลี่ยน|ย้าย|เลิก|กว่า|เหมือน|จนถึง|จนป่านนี้|ตลอด|ถึงตอน|เหลือ|ก็ยัง|ยังคง",
    re.IGNORECASE,
)
_OF_PAST = re.compile(
    "เคย|ก่อน|ที่ผ่านมา|ผ่านมา|ที่แล้ว|ล่าสุด|แล้วหรือ|ตั้งแต่|เทียบ|เปลี่ยน|กว่า|ขึ้น|last|past|ever|before"
)
_ONCE = re.compile(
    "^(?:ก็|ผม|ฉัน|หนู|เรา|ลุง|ป้า| )*เคย(?:เป็น|อยู่|ทำ|ขาย|รับ|ใช้|กิน|เช่า|.*มาก่อน|.*สมัย|.*ตอน)"
)
_STATE = re.compile("อาชีพ|อาศัย|พัก|ทำงาน|เป็นหลัก|ปัจจุบัน|แบบใด|แบบไหน|ค่าย|แหล่ง")
_CUT = re.compile(
    r"[\s,;!?]+(?!ๆ)|(?:(?<=ค่ะ)|(?<=ครับ)|(?<=จ้า)(?!ง)|(?<=จ้ะ)|(?<=นะคะ))(?=[ก-ฮเแโใไ][ก-๙]{4})"
)


def withheld(
    question: Question, reply: str, found: Understood, hear: Hear
) -> Understood:
    """What was found, unless the reply says it only where it does not answer.

    `hear` tells what is left of the reply means. Of a yes or no or a number nothing
    is withheld here.
    """
    if question.kind not in (Kind.SINGLE, Kind.SCALE5):
        return found
    if talking.is_yes_or_no(question) or not found.is_answer:
        return found
    if bystanders.answers(question, reply, hear) or _is_several(question, reply):
        return NOT_UNDERSTOOD
    if _ANOTHER_HOUSE.search(reply) and not _OWN_HOUSE.search(reply):
        return found if _is_of_kin(question) else NOT_UNDERSTOOD
    if not _MAY_BE.search(reply) and not _complains(question, reply, found):
        return found
    known = (question.text.th or "") + "".join(naming.labels(question))
    if _IS_ADVERT.search(reply) and not _IS_ADVERT.search(known):
        return NOT_UNDERSTOOD
    if _complains(question, reply, found):
        return NOT_UNDERSTOOD
    pieces = [piece for piece in _CUT.split(reply) if piece]
    kept = [piece for piece in pieces if not _is_beside(question, piece, reply, known)]
    if len(kept) == len(pieces):
        return found
    rest = " ".join(kept)
    return found if rest and hear(rest) == found else NOT_UNDERSTOOD


# Written to somebody else: no answer, and no wish to go back.
_MISDIRECTED = re.compile(
    "(?:พิมพ์|พิม|ส่ง|ทัก|ตอบ|โพสต์|เข้า)ผิด(?:ห้อง|กลุ่ม|แชท|แชต|คน|ไลน์|เบอร์|ที่)(?!แล้ว *ขอแก้|สุด|ขอ|แจ้ง)|(?:wrong|not this) (?:chat|group|person|room)",
    re.IGNORECASE,
)


def is_misdirected(reply: str) -> bool:
    """ "โทษที ส่งผิดกลุ่ม": whether it was meant for another chat."""
    return bool(_MISDIRECTED.search(reply)) and not re.search("[0-9๐-๙]", reply)


_KIN = "พี่|น้อง|น้า|ป้า|ลุง|อา|เพื่อน|ข้างๆ|ข้างบ้าน|คนอื่น|แม่ยาย|พ่อตา|เจ้านาย|หัวหน้า|ญาติ|แฟน"
# "บ้านน้าผมเป็นไม้", "ส้วมบ้านเพื่อนนั่งยอง": of a house that is not one's own.
_ANOTHER_HOUSE = re.compile(
    rf"^(?:[ก-๙]{{1,8}}?(?:ที่|ของ|ใน)?|ของ|ที่|แต่|ใน)? *บ้าน(?:ของ)?(?:{_KIN})(?:สาว|ชาย|สะใภ้|เขย)?(?:ผม|ฉัน|หนู|เรา|เขา)? *(?:ก็|นะ|น่ะ)?(?:เป็น|มี|ใช้|เขา|ดื่ม|กิน|ทำ|เลี้ยง|ปลูก|ท่วม)"
)
_OWN_HOUSE = re.compile(
    "บ้าน(?:ของ)?(?:ผม|ฉัน|หนู|เรา|ตัวเอง|ดิฉัน|ยาย|เอง)|ของ(?:ผม|ฉัน|หนู|เรา)|(?:ผม|ฉัน|หนู|เรา)ก็|เหมือนกัน|ด้วย$"
)


def _is_of_kin(question: Question) -> bool:
    """Whether the options themselves name kin or friends."""
    return bool(re.search(_KIN, naming.together(question) + naming.asked(question)))


def _is_several(question: Question, reply: str) -> bool:
    """ "ขุดคลอง ติดไฟทาง": whether it is nothing but the names of several options."""
    pieces = reply.split()
    if question.kind is not Kind.SINGLE or not 2 <= len(pieces) <= len(
        question.choices
    ):
        return False
    named = [aliases.meant(question, piece) for piece in pieces]
    return None not in named and len(set(named)) == len(named)


def _is_beside(question: Question, piece: str, reply: str, known: str) -> bool:
    """Whether a piece greets, wishes, asks, puts off, or tells of another time."""
    for pattern in (_IS_CHATTER, _IS_LATER):
        if (match := pattern.search(piece)) and match[0] not in known:
            return True
    for pattern in (_IS_ELSEWHERE, _IS_WEATHER):
        if (match := pattern.search(piece)) and not _is_asked(match[0], known):
            return question.kind is Kind.SCALE5
    if _IS_DOING.search(piece) and _SENSED.search(known):
        return True
    if (match := _IS_APPEAL.search(piece)) and match[0] not in known:
        return question.kind is Kind.SCALE5 or not _OF_WISHES.search(known)
    if _IS_ENOUGH.search(piece) and _OF_WISHES.search(known):
        return True
    asks = _IS_QUESTION.search(piece)
    if asks and "ไม่" not in piece[: asks.start()] and asks[0] not in known:
        return True
    asked = question.text.th or ""
    if _IS_WISH.search(piece) and not _OF_WISHES.search(known):
        return True
    if _GOES_ON.search(reply) or _OF_PAST.search(known):
        return False
    if _BEGAN.search(piece) and not _ONCE.search(piece):
        return not piece.startswith("เคย")
    return bool(_ONCE.search(piece) and _STATE.search(asked))


def _is_asked(said: str, known: str) -> bool:
    return any(
        word in known for word in ("ฝน", "ลม", "แดด", "ท่วม", "รถติด") if word in said
    )


_FAILS = re.compile(
    "^(?:ก็|เขา|เค้า|มัน|นี่|น่ะ| )*ไม่(?:เคย|ค่อย|ยอม|รับ|สนใจ|ช่วย|ทำอะไร|ได้เรื่อง|มาดู|เห็นมา|เห็นทำ|ให้ความ|ตอบ)[^ ]*$"
)


_HAPPENS = re.compile(
    "^(?:นี้|นั้น|โน้น|เขา|เค้า|มัน|น่ะ|ก็)*(?:แพง|เสีย(?!ง)|พัง|หมด|ล่ม|มาแล้ว|มาตรวจ|มาดู|ปล่อย|หาย(?!ใจ)|โกหก|หลอก|โกง|เต็ม|ล้น|ร้อน|หนาว|ที่แล้ว|(?:มา|ไป|ปิด|เปิด|จับ)[ก-๙]{0,14}แล้ว$|ขึ้นราคา|ฝนตก|แดดออก|อากาศ|รถติด|ผม|ฉัน|หนู|มี(?:งาน|เลือกตั้ง|ประชุม|แข่ง|ตลาดนัด)|ชื่อ|โทรมา|บอกว่า|จับ|จะไป)"
)
_OF_BLAME = re.compile(
    "ปัญหา|รบกวน|เดือดร้อน|ควร|อยาก|แก้|กังวล|สาเหตุ|เหตุ|มาจาก|ผลกระทบ|ต้นตอ|ทำไม|กลัว"
)


def _complains(question: Question, reply: str, found: Understood) -> bool:
    """ "กำนันไม่เคยรับสาย", "รถยนต์เสีย": of what a thing is said, not what is chosen."""
    if question.kind is not Kind.SINGLE or " " in reply.strip():
        return False
    place = question.values.index(found.value)
    plain = plain_text.plain(re.sub(rf"{_POLITE}$", "", reply.strip()))
    for name in (naming.spoken(question, place)[0], *aliases.names(question, place)):
        if plain.startswith(name) and len(plain) > len(name):
            rest = plain[len(name) :]
            happens = _HAPPENS.search(rest) and not _OF_BLAME.search(
                naming.asked(question)
            )
            if happens or _FAILS.search(rest):
                return True
    return False
