"""What is not one's own answer: told by others, or of another time than is asked."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys.replies.text.words import form

_PLACE = "(?:ข้างบ้าน|(?<=บ้าน|ห้อง|หลัง)ข้าง(?!ล่าง|บน|นอก|ใน|หลัง|หน้า)|แถวนี้|แถวบ้าน|ในซอย|ท้ายซอย|หน้าปากซอย|หมู่อื่น|หมู่บ้านอื่น|บ้านอื่น|บ้านโน้น|หลังอื่น|ห้องข้าง(?:บน|ล่าง)|ฝั่งโน้น|ตรงข้าม)"
_BY_OTHERS = form(
    f"^(?:แต่|ก็|พวก|มี|เห็น)*(?:คน|ชาวบ้าน|บ้าน|หลัง|เด็ก|ลูก|หลาน|ลุง|ป้า|น้า|ยาย|ตา|พี่|เพื่อน|หมา|แมว|รถ|ครอบครัว)?(?:ที่|ของ)*{_PLACE}(?:เขา|เค้า|ก็|น่ะ|อะ)*(?P<rest>.*)$"
)
_SAYS = form(
    "(?P<who>[ก-๛]{0,16}?)(?:บอก|บ่น|เล่า|พูด|ประกาศ|เตือน|โม้|อ้าง|ลือ|คุย)(?:กัน|มา|ให้ฟัง|อีกที)*ว่า|(?:เขา|เค้า|กัน|ข่าว|ใครก็)ว่า(?!ง|จะ)|ว่ากันว่า|ได้(?:ยิน|ข่าว)(?:มา|เขา|เค้า|คน)*ว่า|(?:ได้ยิน|ฟัง)(?:เขา|เค้า|คน|มา)(?:เล่า|พูด|ว่า)"
)
_OWN_WORD = form("^(?:ก็)?(?:ขอ|ต้อง|จะ|ผม|หนู|ฉัน|ดิฉัน|เรา|พี่|ป้า|ลุง|ยาย|ตา|เคย|ไม่ได้|ก็)*$")
_ON_MYSELF = form(
    "(?:แต่|ส่วน|สำหรับ|ของ)(?:ผม|หนู|ฉัน|ดิฉัน|เรา|ที่บ้าน|บ้านผม|บ้านเรา|ตัวเอง)|บ้าน(?:ผม|เรา|หนู|ฉัน)|(?:ผม|หนู|ฉัน|เรา)ก็"
)
# A time that is asked of, and those that are not within it.
_TIMES = tuple(
    (form(asked), form(other))
    for asked, other in (
        ("ปีนี้", "ปี(?:ที่แล้ว|ก่อน|กลาย|ก่อนโน้น)"),
        ("เดือนนี้", "(?:เดือน|ปี)(?:ที่แล้ว|ก่อน|กลาย|ก่อนโน้น)"),
        (
            "(?:สัปดาห์|อาทิตย์)นี้|[3-9](?:วัน)?ที่ผ่านมา|7วัน|1?(?:สัปดาห์|อาทิตย์)ที่(?:ผ่านมา|แล้ว)",
            "(?:เดือน|ปี)(?:ที่แล้ว|ก่อน|กลาย|ก่อนโน้น)",
        ),
        (
            "วันนี้|เช้านี้|ตอนนี้",
            "(?:อาทิตย์|สัปดาห์|เดือน|ปี)(?:ที่แล้ว|ก่อน|กลาย|ก่อนโน้น)|เมื่อวาน|วันก่อน",
        ),
        ("เมื่อวาน", "(?:อาทิตย์|สัปดาห์|เดือน|ปี)(?:ที่แล้ว|ก่อน|กลาย|ก่อนโน้น)|วันนี้"),
        ("เดือน(?:ที่แล้ว|ก่อน)", "ปี(?:ที่แล้ว|ก่อน|กลาย)|เดือนนี้"),
        ("ปี(?:ที่แล้ว|ก่อน)", "ปีนี้|ปีก่อนโน้น"),
    )
)
_NOW_TOO = form("(?:เดือน|ปี|วัน|อาทิตย์|สัปดาห์|ช่วง|ตอน)นี้|ด้วย|ก็ยัง|ยัง")
# With a verb they greet, or wish joy: nobody is asked that.
_GREETS = form(
    "^(?:ก็|ขอ)*ยินดี(?:ต้อนรับ|กับ|ที่ได้รู้จัก|ด้วยนะ)|^(?:สวัสดี|ขอบคุณ|อวยพร)[^0-9]{0,12}$"
)
_COUNTED_FROM = form(
    "ตั้งแต่|จน(?=ถึง|ปัจจุ|ป่านนี้|บัด|วันนี้|เดี๋ยวนี้|ตอนนี้|ทุกวันนี้|$)|ถึง(?:เดือน|ปี|วัน|ตอน)นี้|ถึงปัจจุบัน|มา(?:ตลอด|เรื่อย)"
)


def is_told_by_others(asked: str, plain: str) -> bool:
    """Whether a plain text only passes on what others say, have or do."""
    if _ON_MYSELF.search(plain):
        return False
    said = _SAYS.search(plain)
    if said is not None and not _OWN_WORD.match(
        plain[: said.start()] + (said["who"] or "")
    ):
        return True
    if said is not None and said["who"] is None:
        return True
    match = _BY_OTHERS.match(plain)
    return match is not None and bool(match["rest"]) and not re.search(_PLACE, asked)


def is_on_myself(plain: str) -> bool:
    """Whether a plain text comes to oneself or one's own house."""
    return bool(_ON_MYSELF.search(plain))


def is_of_another_time(asked: str, plain: str) -> bool:
    """ "เดือนก่อนท่วม", where it is asked of this month."""
    if _COUNTED_FROM.search(plain):
        return False
    for within, other in _TIMES:
        if within.search(asked):
            match = other.search(plain)
            if match is not None and not other.search(asked):
                is_also_then = names_the_time(asked, other.sub("", plain))
                return not is_also_then and not _NOW_TOO.search(plain[match.end() :])
    return False


def names_the_time(asked: str, plain: str) -> bool:
    """Whether a plain text names the very time that is asked of."""
    return any(
        (match := within.search(plain)) is not None and match[0] in asked
        for within, _ in _TIMES
    )


def is_foreign(asked: str, plain: str) -> bool:
    """Whether what was understood is not of oneself, not of then, or a greeting."""
    return (
        is_told_by_others(asked, plain)
        or is_of_another_time(asked, plain)
        or bool(_GREETS.match(plain))
    )
