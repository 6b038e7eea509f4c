"""Puts the words of a reply as its question has them: drawn out, slang, cut short."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import plain_text, politeness
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.text import words

_IN_FULL = (
    (re.compile("เชื่อ(?!มั่น|ถือ|ใจ|ฟัง)"), "เชื่อมั่น"),
    (re.compile("(?<!วาง)(?<!วาง )ไว้ใจ|(?<!ไว้)วางใจ"), "ไว้วางใจ"),
)


def in_full(question: Question, reply: str) -> str:
    """ "ไม่เชื่อถือเลย" of a scale of "เชื่อมั่น": with its verb as the question has it.

    And with its degree: "เชื่อสนิทใจ" is more than "เชื่อ".
    """
    reply = _with_degrees(question, reply)
    return _lengthened(question, reply, _IN_FULL, naming.asked(question))


def _with_degrees(question: Question, reply: str) -> str:
    """Degrees by their plain names, of what the labels are of: not of "ค้านสุดใจ"."""
    known = naming.together(question)
    if not _STRONG.search(reply) or _STRONG.search(known):
        return reply
    for pattern, plain in _DEGREES:
        hit = pattern.search(reply)
        if (
            hit
            and plain_text.plain(reply[max(0, hit.start() - _STEM) : hit.start()])
            in known
        ):
            reply = reply[: hit.start()] + plain + reply[hit.end() :]
    return reply


_STEM = 3  # letters that tell whether a word is the labels' own


def by_weekday(reply: str) -> str:
    """ "ทุกวันศุกร์" is once a week, not every day."""
    if "ทุกวัน" not in reply:
        return reply
    return _SOME_DAY.sub("วัน", _WEEKDAY.sub("ทุกสัปดาห์", reply))


_WEEKDAY = re.compile("ทุก(?:ๆ)? ?วัน(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี)?|ศุกร์|เสาร์|อาทิตย์|พระ)")
_SOME_DAY = re.compile("ทุกวัน(?=หยุด|พระ|โกน|นัด|ที่ ?[0-9๐-๙]|เกิด|สําคัญ|สำคัญ)")
_DEGREES = (
    (
        re.compile(
            "(?<=[ก-๙]) ?(?:(?:ร้อย|พัน|ล้าน)เปอร์(?:เซ็นต์|เซ็น|เซนต์)?|(?:(?<=มั่นใจ)|(?<=มั่นใจ )|(?<=เห็นด้วย)|(?<=เห็นด้วย )|(?<=เชื่อ)|(?<=เชื่อ ))100 ?(?:%|เปอร์เซ็นต์)|เต็มร้อย|สนิทใจ|หมดใจ|หมดหัวใจ|สุดใจ|สุดตัว|สุดขีด|สุดหัวใจ)"
        ),
        "มากที่สุด",
    ),
    (re.compile("(?<=[ก-๙])(?:เว่อ(?:ร์|วัง|ร์วัง|ร์มาก)*|เวอร์(?:วัง|มาก)*)"), "มาก"),
    (re.compile("(?<!ถึง)(?<!ไม่)ขนาด(?= *(?:เจ้า|แต้|เน้อ|น้อ|เลย|ค่ะ|ครับ|$))"), "มาก"),
    (re.compile("(?:เอา)?(?:ซะ|เสีย|สะ)เลย"), "เลย"),
    (re.compile("(?<=[ก-๙])ดี(?=มาก|สุด|ที่สุด|จัง|โคตร)"), ""),  # "ใส่ใจดีมาก"
)
_STRONG = re.compile("|".join(pattern.pattern for pattern, _ in _DEGREES))


def _lengthened(
    question: Question,
    reply: str,
    pairs: tuple[tuple[re.Pattern[str], str], ...],
    asked: str = "",
) -> str:
    known = asked + naming.together(question)
    for short, full in pairs:
        if full in known and not short.search(known):
            reply = short.sub(full, reply)
    return reply


_TAIL = "(?![ก-ฮะ-์])"  # where no letter goes on
_SLANG = (
    (re.compile("ม(?:[๊้]?ว)?[๊้็]*[ะาั]+[๊้]*[กค]+ส?์?" + _TAIL), "มาก"),
    (re.compile(f"(เลย|มาก|ดี|แย่|จัง|บ่อย|น้อย)(?<=(.))\\2+{_TAIL}"), r"\1"),
    (re.compile("ดี(?:ย์|ว์|จ้ย)"), "ดี"),
    (re.compile("(?<=ด้วย)เป็นอย่าง(?=ยิ่ง)"), "อย่าง"),
    (re.compile("(?:นิด|หน่อย)(?:นึง|หนึ่ง|เดียวเอง)"), "นิดหน่อย"),
    (re.compile("(ไม่พอ|พอ)(?:แดก|กิน|ใช้จ่าย|ใช้(?!ได้)|ยาไส้|จ่าย)"), r"\1"),
    (
        re.compile(
            "(ทุกวัน|ทุกคืน|ตลอดเวลา|ตลอด|ประจำ|ทั้งวัน|ทั้งคืน) ?ไม่(?:มี|เคย)?(?:เว้น|ขาด|หยุด|พัก|วาย|เลิก|ว่าง)(?:เว้น|หย่อน|เลย|วันหยุด|สักวัน|แม้แต่วันเดียว)*"
        ),
        r"\1",
    ),
    (re.compile("หรอย(?:จังฮู้|จังหู้|แรง)"), "หรอยมาก"),
)
# By what a label must have for the words to be put so.
_BY_LABEL = (
    (
        "แย่มาก",
        re.compile(
            "(?:ห่วย|เลว|กาก|เน่า|ทุเรศ)(?:สุดๆ|ที่สุด|มากๆ|มาก|แตก|บรม|ขั้นสุด|สุดขีด)+|โคตร(?:ห่วย|เลว|กาก|ทุเรศ)"
        ),
    ),
    (
        "นานๆครั้ง",
        re.compile(
            "^(?:ก็)?(?:หลายเดือน|หลายปี|ปี|นานๆ)(?:นึง|หนึ่ง|ละ)?(?:จะ|ถึงจะ)?[ก-๙]{0,12}?(?:สัก|ซัก)?(?:ครั้ง|หน|ที)(?:เดียว|นึง)?"
        ),
    ),
)
_VOCATIVES = re.compile(
    "[ ,]*(?:พี่บ่าว|น้องบ่าว|น้องนุ้ย|สาวเหอ|เห้อ|เหอ|อ้าย|เอื้อย|ลูกเอ๊ย|ลูกเอ้ย|หลานเอ๊ย|พ่อคุณ|แม่คุณ|เพื่อน|"
    "ลูก|หลาน|คุณ|เน้อ|เด้อ|เด้|แหน่|ซื่อๆ|โด้|โว้ย|วะ|ว่ะ|หวา|อิอิ|คริๆ)+$"
)
_SHORT = (
    (re.compile("(?<!รบ)กวน(?!ใจ|โอ๊ย)"), "รบกวน"),
    (re.compile("(?<!ผล)กระทบ"), "ผลกระทบ"),
    (re.compile("(?<!ได้รับ)ผลกระทบ"), "ได้รับผลกระทบ"),
    (re.compile("(?<!กลิ่น)(?<!รุน)แรง(?!งาน)"), "กลิ่นแรง"),
    (re.compile("(?<!เสียง)ดัง"), "เสียงดัง"),
    (re.compile("(?:เป็น)?ห่วง(?!โซ่|ใย)"), "กังวล"),
)
_HALVES = words.listed(
    "ครึ่งๆ ครึ่งครึ่ง ครึ่งๆกลางๆ ครึ่งต่อครึ่ง ก้ำกึ่ง กึ่งๆ ฟิฟตี้ฟิฟตี้ ฟิฟตี้ๆ ฟิฟตี้ ห้าสิบห้าสิบ ห้าสิบๆ 50/50 50-50 50:50 fifty_fifty"
)


def as_asked(question: Question, reply: str) -> str:
    """The reply in the question's own words, as far as they are cut short or slang."""
    reply = reply.replace(" ๆ", "ๆ")
    for pattern, plain in _SLANG:
        reply = pattern.sub(plain, reply)
    reply = _as_labels(question, reply)
    reply = _with_degrees(question, reply)
    reply = _VOCATIVES.sub("", reply.strip()) or reply
    if question.kind is Kind.SCALE5:
        reply = _lengthened(question, reply, _SHORT)
    return reply


def _as_labels(question: Question, reply: str) -> str:
    if question.kind is not Kind.SCALE5:
        return reply
    known = naming.together(question)
    for label, pattern in _BY_LABEL:
        if plain_text.plain(label) in known and not pattern.search(known):
            reply = pattern.sub(label, reply)
    return reply


def is_half(reply: str) -> bool:
    """Whether it says "half and half", and no more."""
    plain = plain_text.plain(reply)
    polite = next((p for p in politeness.WORDS if plain.endswith(p)), "")
    return plain in _HALVES or plain.removesuffix(polite) in _HALVES


_RANKED = re.compile(
    "((?:อัน|เรื่อง|ข้อ|ตัว|สิ่ง|ปัญหา|อย่าง)นี้(?:เลย|แหละ)*) *(?:เป็น)?(?:อัน|เรื่อง|ข้อ|ตัว|สิ่ง|อย่าง)(?:ดับ)?แรก"
    "|เป็น(?:อัน|เรื่อง|ข้อ|สิ่ง)(?:ดับ)?(?:แรก|หนึ่ง|1)"
)


def unranked(reply: str) -> str:
    """The reply without the rank it gives: "ขอเรื่องนี้อันแรก" is no first option."""
    return _RANKED.sub(lambda match: match[1] or "", reply)


_TURNED = re.compile(
    "^(?:ก็|ผม|ฉัน|หนู|เรา|ป้า|ลุง| )*(?:เมื่อก่อน|แต่ก่อน|ก่อนหน้านี้|สมัยก่อน|เดิมที|เดิม|ตอนแรก|ทีแรก|เคย).+?"
    "(?:(?:เปลี่ยน|หัน|ย้าย|ขยับ)มา(?:เป็น)?|เปลี่ยนเป็น|เปลี่ยนใจ(?:มา)?(?:เป็น|เอา)?|คิดไปคิดมา|คิดอีกที|คิดดูอีกที|พอคิดดู(?:แล้ว)?|คิดใหม่)"
    "(?P<now> *(?!แล้ว|นาน|หลาย|ตั้ง|กี่|ไม่ได้)[^ ].{3,})$"
)
_OF_BEFORE = re.compile("เคย|ก่อน(?!$)(?:หน้า|ที่|มา|ย้าย)|เดิม|เปลี่ยน|เมื่อก่อน|แต่ก่อน|ย้าย")


def turned_to(question: Question, reply: str) -> str:
    """What one changed to, of "เมื่อก่อน..., เปลี่ยนมา...": what was before is no answer."""
    match = _TURNED.match(reply)
    is_of_before = match is None or _OF_BEFORE.search(naming.asked(question))
    return reply if match is None or is_of_before else match["now"].strip()
