"""A count without what is told round it: what is advised, hoped for or yet to come, what
is lost or paid off; and told as its question counts."""

# ruff: noqa: E501  some lines are patterns or lists

import re

from surveys import politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.counts import restated
from surveys.replies.text import mentions
from surveys.replies.text.words import form


def told(question: Question, reply: str) -> str:
    """The reply less what is no part of its count; empty where nothing else is left.

    As it stands where there is nothing of the sort.
    """
    if not _MAY_BE.search(reply):
        return reply
    text = before = mentions.text(reply)
    for change in (
        _dear,
        restated.in_baht,
        _of_them_all,
        restated.of_both_sexes,
        _less_what_is_lost,
        _less_instalments,
        restated.in_times,
        restated.of_one_who_is_so,
        restated.in_packs,
        restated.by_its_own_classifier,
        restated.there_and_back,
        restated.counted_first,
        restated.a_couple,
        restated.of_one_sex,
        _less_one_of_them,
        _less_hopes,
        _less_the_advised,
        _less_the_coming,
    ):
        text = change(question, text)
    return reply if text == before else text.replace(" | ", ", ").strip(" ,|")


_MAY_BE = re.compile(
    "เอ[๊้]ย|จัด|เชิญ|สั่ง|ซอง|เหลือ|ดอก|ส่ง|ผ่อน|ครั้งแรก|วัน|ไปกลับ|ไป-กลับ|ไป กลับ|หน้า|อีก|อยาก|จะ|ควร|แนะนำ|บอก|ให้|ว่า|นัด|ตั้งใจ|เป้า|กำหนด|นึง|หนึ่ง|ตา|แม่|พ่อ|ยาย|ย่า|ผัว|สามี|พี่|ลูก|หญิง|ชาย|"
    "ตัว|อัน|ลูก|หลัง|เครื่อง|หลอด|องค์|ที่|จุด|บ้าน|ครอบครัว|ครัวเรือน|ใบ|ถัง|เทื่อ|ตั๋ว|โรง|รูป|แผ่น|คน|บ( *\\.?)*$|ทั้ง"
)
_DEAR = re.compile(
    "(?<=[ก-๛])(?<!ไม่ใช่)(ลูก|หลาน|หนู|พี่|แม่คุณ|พ่อคุณ|แม่|คุณ|เรา|น้อง)(?:เอ๊ย|เอ้ย|เอย|เอ๋ย)(?= |$|[|])"
)


def _dear(question: Question, text: str) -> str:
    """ "68 แล้วลูกเอ๊ย": who is spoken to; nothing is taken back."""
    return _DEAR.sub("", text)


_THEM_ALL = form(
    f"(?<=[ก-๛])ทั้ง ?(?P<n>{restated.NUMBER}) ?(?:คน|ครั้ง|คัน|ตัว|เครื่อง|หลัง|ห้อง|ใบ|วัน|รอบ|หน)(?:เลย)?"
)


def _of_them_all(question: Question, text: str) -> str:
    """ "2 ครั้ง หนักทั้งสองครั้ง": the same number, of the same things."""
    match = _THEM_ALL.search(text)
    if match is None:
        return text
    first, again = mentions.found(text[: match.start()]), mentions.found(match["n"])
    is_same = first and again and len(first) == 1 and first[0].value == again[0].value
    return text[: match.start()] + text[match.end() :] if is_same else text


_LOST = form("ขาย|หาย|ตาย|กัด|พัง|เสีย|แจก|ให้|ขโมย|คืน|จ่าย|ใช้")
_LEFT = form("เหลือ(?:อยู่|แค่|อีก|ตอนนี้|ประมาณ| )*$")


def _less_what_is_lost(question: Question, text: str) -> str:
    """ "หมากัดไป 3 เหลือ 7": what there is, without what there was."""
    if "เหลือ" not in text or not re.search("มี|เลี้ยง|หนี้", naming.asked(question)):
        return text
    told_ = mentions.found(text, halves=False) or ()
    if len(told_) < MIN_TOLD or not _LEFT.search(text[: told_[-1].start]):
        return text
    if "เหลือ" in text[: told_[-2].end] or not _LOST.search(text[: told_[-2].start]):
        return text
    return text[text.rindex("เหลือ") :]


MIN_TOLD = 2
_INSTALMENT = form(
    "[ |]+(?:ดอก(?:เบี้ย)?|ส่ง|ผ่อน|จ่าย|ใช้)(?:คืน|เขา|อยู่)?(?P<by>ร้อยละ|วันละ|เดือนละ|อาทิตย์ละ|งวดละ|ปีละ) ?[^ |]+(?: ?บาท)?(?:ค่ะ|ครับ|คับ|จ้ะ|จ้า)*$"
)


def _less_instalments(question: Question, text: str) -> str:
    """ "หมื่นนึงครับ ส่งวันละ 200", where it is asked how much is owed."""
    match = _INSTALMENT.search(text)
    asked = naming.asked(question)
    if match is None or not re.search("กู้|หนี้|ยืม", asked) or match["by"] in asked:
        return text
    return text[: match.start()] if mentions.found(text[: match.start()]) else text


_GONE = form("ขาย(?!ของ)|หาย|ตาย|ทิ้ง|ยึด|ขโมย|คืน|ย้าย|ออก|ไม่|ไป")


def _less_one_of_them(question: Question, text: str) -> str:
    """ "2 คัน คันนึงของลูก": what one of them is for takes nothing from the whole."""
    match = restated.ASKED.search(naming.asked(question)) or _ANY_ASKED.search(
        naming.asked(question)
    )
    if match is None or match[1] not in text:
        return text
    one = form(
        f"(?P<whole>(?P<n>{restated.NUMBER}) ?{match[1]}(?:{politeness.ENDS}|นะ)*)[ |]+(?:แต่|มี)?(?:อีก)?{match[1]}(?:นึง|หนึ่ง)(?P<rest>.*)$"
    )
    found = one.search(text)
    if found is None or _GONE.search(found["rest"]) or mentions.found(found["rest"]):
        return text
    if found["n"] in ("1", "หนึ่ง"):
        return text
    return text[: found.end("whole")]


_ANY_ASKED = re.compile("กี่(คน|คัน|ตัว|เครื่อง|หลัง|ห้อง|ครั้ง|ใบ|แปลง|บ่อ)")
_HOPES = form(
    "[ |]*(?:แต่(?:ก็)?)?(?:ปีหน้า|เดือนหน้า)?(?:ยัง)?(?:ผม|หนู|ฉัน|เรา|เมีย|แฟน)?(?:กำลังจะ|ว่าจะ|กะจะ|ตั้งใจจะ|อยากจะ|อยาก(?:ได้|มี|ซื้อ|เลี้ยง|ให้|เพิ่ม)?|คิดจะ|จะซื้อ|จะมี|จะเอา)[^0-9|]{0,24}(?:อีก|เพิ่ม|คนที่|คันที่|ตัวที่|ใหม่)[^|]{0,20}$"
)
_LATER_WISH = form("[ |]+แต่(?:ก็)?(?:ใจจริง)?(?:อยาก|ขอ)[^0-9|]{1,40}$")


def _less_hopes(question: Question, text: str) -> str:
    """ "มีคนเดียว แต่อยากมีอีกคน": what there is, without what is hoped for."""
    if re.search("อยาก|ต้องการ|จะ(?!ต้อง)", naming.asked(question)):
        return text
    for pattern in (_HOPES, _LATER_WISH):
        hope = pattern.search(text)
        if hope is not None and hope.start() and mentions.found(text[: hope.start()]):
            text = text[: hope.start()]
    return text


_TELLERS = (
    "(?:หมอ|พยาบาล|อนามัย|อสม|เขา|เค้า|ครู|หัวหน้า|ตามหลัก|ตามตำรา|ในทีวี|ใครๆ|ใครก็|คุณหมอ)"
)
_TO_DO = "(?:กิน|ดื่ม|ไป|มา|นอน|เดิน|ทาน|ออก|ทำ|พัก|งด|หยุด|ตรวจ|ใส่|ได้)"
_ADVISED = form(
    f"(?:{_TELLERS}(?:เขา|เค้า|ก็)?(?:บอก|สั่ง|แนะนำ|ว่า|กำหนด)+(?:ว่า|ให้|ต้อง|ควร|ต้องได้)*|{_TELLERS}(?:เขา|เค้า|ก็)?(?:ให้|อยากให้){_TO_DO}|"
    f"(?:จริงๆ|ที่จริง|ความจริง)?(?:มัน)?(?:ควร|น่าจะต้อง)(?:จะ|ได้|มี|เป็น|กิน|ดื่ม|นอน)*|(?:ตั้งใจ|ตั้งเป้า|กะ)(?:จะ|ไว้|ว่า|ว่าจะ)+|ตามแผน|ตามกฎ(?:หมาย)?|ตามสัญญา|ปกติต้อง)"
)
_APPOINTED = form(
    "(?:นัด|จัด|เชิญ|สั่ง|เขามี|มีประชุม|กำหนด|โควต้า|สิทธิ)(?:ไว้|มา|ประชุม|ทั้งหมด| )*$"
)
_BUT = form(
    "^(?:[ |]|ค่ะ|ครับ|นะ|แต่(?:ว่า)?|ก็|ผม|หนู|ฉัน|ป้า|ลุง|ยาย|ตา|เรา)*(?:จริงๆ|ของจริง|เอาเข้าจริง|ความจริง|ทำ|กิน|ดื่ม|ไป|มา|นอน|เดิน|ทาน|ใช้|ได้|แค่|วันละ|เดือนละ|อาทิตย์ละ|ไหว|ไม่ไหว|ออก)"
)


def _less_the_advised(question: Question, text: str) -> str:
    """ "หมอให้กิน 10 แก้ว แต่ได้แค่ 8": what is done, and not what should be."""
    asked = naming.asked(question)
    is_near = re.search("ควร|แนะน|ตั้งใจ|ต้อง|อยาก|จะ|นัด", asked)
    told_ = mentions.found(text, halves=False) if not is_near else None
    if not told_:
        return text
    first = told_[0]
    lead = text[: first.start]
    clause = re.split("[|]", lead)[-1]
    hit = _ADVISED.search(clause)
    rest = text[first.end :]
    is_but = len(told_) == 2 and _BUT.match(rest) is not None
    if hit is not None and len(clause) - hit.end() < MAX_BETWEEN:
        if len(told_) == 1 and not _BUT_NONE.search(rest):
            return ""
        return _UNDONE.sub("", rest).strip(" |") if is_but else text
    if is_but and _APPOINTED.search(lead) and _REALLY.search(rest):
        return _UNDONE.sub("", rest).strip(" |")
    return text


MAX_BETWEEN = 14  # letters between advice and the number that is advised
_UNDONE = form("^[ |]*(?:ค่ะ|ครับ|นะ)*(?:แต่(?:ว่า)?)?(?:ก็)?(?:จริงๆ)?")
_REALLY = form(
    "จริง|แค่|ขาด|ไม่ได้|^[ |]*(?:แต่)?(?:ก็)?(?:ผม|หนู|ฉัน|ป้า|ลุง)?(?:ได้)?(?:ไป|เข้า|มา)(?:แค่|ได้)? ?(?:[0-9]|ครั้ง|หน|สอง|สาม)"
)
_BUT_NONE = form("แต่|ไม่|ก็")
_COMING = form(
    "(?:[ |]|^|แต่)(?P<lead>(?:ย่าง|เข้า)?(?:ปี|เดือน|อาทิตย์|สัปดาห์)หน้า(?:ก็|จะ|ถึง|ถึงจะ|น่าจะ|คง|ครบ|อายุ|เต็ม|เป็น|มี|ได้|ว่าจะ| )*)$"
)


def _less_the_coming(question: Question, text: str) -> str:
    """ "59 ครับ ปีหน้าก็ 60": of now, not of the year to come."""
    if "หน้า" not in text or re.search("(?:ปี|เดือน|สัปดาห์)หน้า", naming.asked(question)):
        return text
    told_ = mentions.found(text, halves=False) or ()
    for each in told_:
        hit = _COMING.search(text[: each.start])
        if hit is not None:
            after = _REST.sub("", text[each.end :])
            return (text[: hit.start()] + " " + after).strip(" |")
    return text


_REST = form("^(?:ปี)?(?:แล้ว|ละ|ล่ะ|เต็ม|พอดี|ค่ะ|ครับ|จ้ะ|จ้า|นะ| )*")
