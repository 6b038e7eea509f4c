"""Yes and no without the verb of the question: how often, or that it is reached."""

import re
from collections.abc import Iterator
from itertools import product

from surveys import plain_text
from surveys.replies.text import words

_EVERY = words.listed(
    " ".join(
        f"{nearly}ทุก{when}{end}"
        for nearly in ("", "แทบ", "เกือบ", "เกือบจะ")
        for when in [
            "วัน",
            "คืน",
            "เช้า",
            "เย็น",
            "อาทิตย์",
            "สัปดาห์",
            "เดือน",
            "ปี",
            "ครั้ง",
            "รอบ",
            "งาน",
            "หน",
        ]
        for end in ("", "เลย")
    )
)
OFTEN = words.listed(words.LISTS["times_been"]) | _EVERY
_PERSISTENT = words.listed(words.LISTS["times_done"])
NOW_AND_THEN = words.listed(words.LISTS["now_and_then"]) | _EVERY
HOW_OFTEN = OFTEN | _PERSISTENT | NOW_AND_THEN
_HAPPENS = re.compile(
    "กลิ่น|ได้ยินเสียง|เสียงดัง|เสียงรบกวน|ฝุ่น|ควัน|รบกวน|มีอาการ|พบเห็น|พบ|เจอ|บ้างไหม|บ้างหรือ|notice|smell|hear|see"
    "|အနံ့|အသံ"
)
_ATTITUDE = re.compile(
    "สนใจ|ยินดี|เห็นด้วย|พอใจ|อยาก|ต้องการ|มั่นใจ|agree|willing|want|interested"
)
_TELLS_OF = re.compile("ร้องเรียน|ร้องทุกข์|แจ้งเหตุ|แจ้งเรื่อง|แจ้งปัญหา|กังวล|เป็นห่วง")
_THINGS = words.listed(
    "กลิ่น กลิ่นเหม็น เสียง เสียงดัง เสียงรบกวน ฝุ่น ควัน ปัญหา มลพิษ น้ำเสีย ผลกระทบ ขยะ"
)
# "รู้ไหมว่า ...": whether it is known, and no verb of what is.
KNOWS = re.compile("(รู้|ทราบ)(?:ไหม|มั้ย|บ้างไหม)?(?:ว่า|วิธี).*", re.DOTALL)
_SHORT = 3  # letters
_MIXED = words.listed(words.LISTS["mixed"])
_HOUSEHOLD = re.compile(
    "คนใน(?:ครอบครัว|ครัวเรือน|บ้าน)|ครอบครัว|(?<!เป็น)สมาชิก|household|family|anyone|มีใคร"
)
_THRESHOLD = re.compile("ขึ้นไป|อายุเกิน|ครบ[0-9]|อายุถึง|orolder|andover|atleast")
_WANTED = words.listed(words.LISTS["wanted"])
_UNWANTED = words.listed(words.LISTS["unwanted"])
_REACHED = words.listed(words.LISTS["reached"])
_NOT_REACHED = words.listed(words.LISTS["not_reached"])
TAG = re.compile("ใช่(?:ไหม|มั้ย|หรือไม่|หรือเปล่า)")


def names(asked: str, verbs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """How often, or that an age is reached: yes and no without a verb."""
    has_been = "เคย" in verbs or "ever" in asked
    if has_been:
        yield from ((word, "yes") for word in OFTEN)
        for aux in ("did", "have", "has", "been", "once"):
            yield from ((f"never{aux}", "no"), (f"inever{aux}", "no"))
            yield f"ihavenever{aux}", "no"
    elif verbs:
        yield from ((word, "yes") for word in _PERSISTENT)
        yield from (
            (plain_text.plain(f"ทำ{word}"), "yes")
            for word in ("ประจำ", "ตลอด", "อยู่", "ทุกวัน")
        )
        yield from (
            (plain_text.plain(f"ไม่{done}"), "no") for done in ("ได้ทำ", "ได้ทำเลย")
        )
    if "ever" in asked or "haveyou" in asked:
        yield from (("did", "yes"), ("idid", "yes"), ("yesidid", "yes"))
        yield from (("didnt", "no"), ("ididnt", "no"), ("noididnt", "no"))
    if "haveyou" in asked:
        yield from ((word, "yes") for word in ("once", "twice", "manytimes", "often"))
    if happens(asked):
        yield from ((word, "yes") for word in NOW_AND_THEN)
        yield from ((word, "no") for word in ("none", "nosmell", "nothing"))
        yield from ((plain_text.plain(said), "yes") for said in ("ရှိတယ်", "ရှိပါတယ်"))
        yield from (
            (plain_text.plain(said), "no") for said in ("မရှိဘူး", "မရှိပါဘူး", "မရှိပါ")
        )
        for thing in sorted(thing for thing in _THINGS if thing in asked):
            for end in ("", "บ้าง", "อยู่", "มาก", "บ่อย", "ตลอด", "แรง", "แรงมาก"):
                yield f"มี{thing}{end}", "yes"
            for no, end in product(
                ("ไม่มี", "บ่มี", "ไม่เคยมี"), ("", "เลย", "อะไร", "อะไรเลย")
            ):
                yield no + thing + end, "no"
    if "บ่อยไหม" in asked or "บ่อยหรือ" in asked:
        yield from ((word, "yes") for word in ("บ่อย", "บ่อยๆ", "บ่อยมาก", "บ่อยเลย"))
        yield from ((f"ไม่{often}", "no") for often in ("บ่อย", "บ่อยเลย", "บ่อยหรอก"))
        yield from ((word, "") for word in ("ไม่ค่อยบ่อย", "นานๆที", "นานๆครั้ง"))
    if "ร้องเรียน" in asked:
        yield from ((no, "no") for no in ("ไม่กล้า", "ไม่กล้าหรอก", "บ่กล้า"))
    if "แยก" in verbs:
        yield from ((word, "no") for word in _MIXED)
    if "เห็นด้วย" in asked:
        yield from (("สนับสนุน", "yes"), ("ไม่เอา", "no"), ("คัดค้าน", "no"))
    for up, down in (("ดีขึ้น", "แย่ลง"), ("แย่ลง", "ดีขึ้น")):
        if up in asked and down not in asked:
            yield from ((down + end, "no") for end in ("", "มาก", "เยอะ", "กว่าเดิม"))
    if "คิดจะ" in asked:
        wishes = [verb for verb in verbs if len(verb) > _SHORT and verb != "คิดจะ"]
        yield from ((f"อยาก{verb}", "yes") for verb in wishes)
        yield from (("ไม่เคยคิด", "no"), ("ไม่เคยคิดเลย", "no"))
    if "สนใจ" in asked:
        wanted = [verb for verb in verbs if len(verb) > 1 and verb != "สนใจ"]
        yield from ((f"อยาก{verb}", "yes") for verb in ("ไป", "ร่วม", "ทำ", *wanted))
    if "ต้องการ" in asked or "อยาก" in asked:
        yield from ((word, "yes") for word in _WANTED)
        yield from ((word, "no") for word in _UNWANTED)
    if is_threshold(asked):
        yield from ((word, "yes") for word in _REACHED)
        yield from ((word, "no") for word in _NOT_REACHED)
    if TAG.search(asked):
        yield from ((word, "yes") for word in ("เออ", "เอ้อ", "อืม", "อือ", "จ้า"))
    if "ไป" in verbs and has_been:  # "ไม่เคยขาด": every time
        for never in ("ไม่เคย", "ยังไม่เคย"):
            for chance in ("มีโอกาส", "มีโอกาสได้ไป", "มีโอกาสไป", "ได้รับเชิญ"):
                yield never + chance, "no"
        for no in ("ไม่เคย", "บ่เคย", "ไม่"):
            for missed in ("ขาด", "พลาด", "ขาดประชุม"):
                yield from ((no + missed, "yes"), (no + missed + "เลย", "yes"))
                yield no + missed + "สักครั้ง", "yes"


def happens(asked: str) -> bool:
    """Whether it is asked if something is noticed, so that "sometimes" is a yes."""
    return bool(_HAPPENS.search(asked)) and not (
        _ATTITUDE.search(asked) or _TELLS_OF.search(asked)
    )


# "ไม่เคยมีใครชวน": a "never" of whatever leads to what is asked.
_NEVER = re.compile(
    "(?:ก็|แต่|ผม|หนู|ฉัน|เรา|ยาย|ป้า|ลุง|เขา|โรงงาน)*(?:ยัง)?(?:ไม่|บ่)เคย(?:ได้(?!ยิน|กลิ่น)|มี|ถูก|มา|รู้ว่า"
    "|คิด|บอก|แจ้ง|ส่ง|ไป|โทร|ร่วม|เข้า|ร้อง|ฟัง|ดู|เจอ|พบ|กล้า|อยาก|เลย|สัก).*"
)
_NOT_SO = re.compile(
    "ไม่|บ่(?!อ)|แต่|ขาด|พลาด|เบื่อ|ถ้า|หรือ|มั้ง|ไหม|มั้ย|เหรอ|ทําไม|หยุด|ลืม|เอ้ย|เอ๊ย|กับผี|ปะ|ป่ะ"
)


def says_never(asked: str, text: str) -> bool:
    """Whether a phrase denies whatever would lead to a thing that one ever did."""
    if "เคย" not in asked or not _NEVER.fullmatch(text):
        return False
    if "มีใคร" in text and "บอก" in text:  # untold, one may still have gone
        return False
    return not _NOT_SO.search(text, text.index("เคย") + len("เคย"))


_KNOWS_NOT = re.compile(
    "(?:ไม่|บ่)(?:เคย|ค่อย|เห็น)?(?:รู้|ทราบ|ฮู้)(?!สึก)[^0-9]*|(?:i)?(?:dont|donot)know.*"
)
# "ท่านทราบเบอร์ ...": the knowing is what is asked.
_ASKS_KNOWING = re.compile("(?:ท่าน|คุณ|ลุง|ป้า)?(?:พอ|เคย)?(?:ทราบ|รู้)(?!สึก|จัก)")
_NO_NEWS = re.compile("(?:ไม่|บ่)(?:เคย)?(?:รู้|ฮู้)จัก(?:เลย|มาก่อน|หรอก|อะ|อ่ะ|ดอก)?")


def knows_not(asked: str, text: str) -> bool:
    """Whether "I don't know" is a no: where it is asked if a thing is known."""
    text = text.replace("รุ้", "รู้")
    if "แต่" in text or "ข้าม" in text:
        return False
    if re.search("รู้จัก|ได้ยิน", asked) and _NO_NEWS.fullmatch(text):
        return True
    is_asked = KNOWS.search(asked) or _ASKS_KNOWING.match(asked)
    return bool(is_asked) and bool(_KNOWS_NOT.fullmatch(text))


def is_of_household(asked: str) -> bool:
    """Whether others of the house are asked about too."""
    return bool(_HOUSEHOLD.search(asked))


def is_threshold(asked: str) -> bool:
    """Whether it is asked if an age is reached."""
    return bool(_THRESHOLD.search(asked))
