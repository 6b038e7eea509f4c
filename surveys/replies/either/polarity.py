"""Whether one clause of a reply is a yes or a no, by its verbs and how they are turned."""

# ruff: noqa: E501  some lines are patterns or lists

import re
from dataclasses import dataclass
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.question import Question
from surveys.replies import naming
from surveys.replies.either import circumstance, yesno
from surveys.replies.text import words
from surveys.replies.text.words import any_of, form
from surveys.replies.weighing import vocabulary

OTHERS = words.listed(
    "พ่อ แม่ ปู่ ย่า ตา ยาย ลุง ป้า น้า อา น้อง พี่ชาย พี่สาว น้องชาย น้องสาว ลูก ลูกชาย ลูกสาว ลูกเขย ลูกสะใภ้ "
    "สะใภ้ หลาน แฟน สามี ภรรยา เมีย ผัว เพื่อน เพื่อนบ้าน ข้างบ้าน คนข้างบ้าน ชาวบ้าน คนอื่น เขา เค้า คนแถวนี้ คนในซอย หลานสาว หลานชาย"
)
MYSELF = words.listed(
    "ผม ฉัน ดิฉัน หนู เรา พี่ ป้า ลุง ยาย ตา ตัวเอง ตัวผม ตัวฉัน ตัวหนู ตัวเรา ข้อย กระผม น้า อา ของผม ของฉัน"
)
_LEAD = form(
    "^(?:ก็|ก้อ|อ๋อ|เออ|เอ่อ|อืม|จริงๆแล้ว|จริงแล้ว|ส่วนตัว|ผม|ฉัน|ดิฉัน|หนู|เรา|ตอนนี้|เดี๋ยวนี้|ปัจจุบัน|วันนี้|แต่|แล้ว(?=ก็)|ที่บ้าน|ที่นี่|บ้านผม|บ้านเรา|บ้านหนู|แถวนี้|คือ|เอาจริง|บอกเลย|โอ๊ย|โอ้ย|สุดท้าย|กลับ|ตัว|หลังๆ|เรื่อง[ก-๛]{1,10}?(?:นี่|น่ะ|เนี่ย|นั้น|ก็)(?=ยัง|ไม่|บ่|เคย)|(?:อาตมา|ข้าเจ้า|นุ้ย|ข้อย|กระผม|เฮา|ชั้น|กู)(?=ไม่|บ่|ก็|ยัง|เคย|ได้|มี|ไป|ใช้|ทำ|เป็น|อยู่|รู้|กิน)|(?:ป้า|ลุง|ยาย|พี่|น้า)(?=ไม่|บ่|ก็|ยัง))+"
)
_TAIL = form(
    f"(?:เลย|หรอก|ดอก|สิ|ซิ|{politeness.ENDS}|ละ|ล่ะ|แล้ว|อยู่|อะ|อ่ะ|นะ|นิ|หนิ|หนา|เด้อ|เนาะ|วะ|ว่ะ|โว้ย|เว้ย|จริง|เด้|กับเขา|แหละ|เลยนะ|นี่|ดิ|แน่นอน|เด็ดขาด|เหมือนกัน)+$"
)
_NOT = "(?:ก็)?(?:ยัง)?(?:ไม่|บ่)"
_DENIES = form(
    f"^{_NOT}(?P<more>(?:ได้(?!ยิน|กลิ่น|รับ)|เคย|มี|โดน|ถูก|เห็น(?!ด้วย)(?:จะ|ว่า)?|อยาก|กล้า|คิดจะ|ใช่)*)(?P<rest>.*)$"
)
_OPEN = form(
    "^(?:ก็)?(?:ไม่|บ่)(?:สบาย(?!ใจ)|ถึงกับ|ถึงขั้น|เชิง|แน่|ใช่ว่า|ใช่ไม่|ใช่แค่|ได้ไม่|ต้อง|ค่อย|รู้สึก|ว่า)"
)
_HARDLY = form(
    "^(?:ก็)?(?:ไม่|บ่)ค่อย(?:ได้|จะ|มี|รู้สึก)*(?P<rest>.+?)(?:เลย|เท่าไหร่|เท่าไร|เท่าไหร|นัก|เท่าใด|ปานใด)$"
)
_BARELY_WEAK = words.listed("ได้ จะ เป็น อยู่ ไป มา ดู เอา ทำ คิด พอ ดี รับ เข้า")
# What is felt or thought: how it could be is no question.
_FELT = form(
    "พอใจ|เห็นด้วย|เชื่อ|ไว้ใจ|วางใจ|มั่นใจ|ปลอดภัย|สะอาด|หลับ|สบาย|ชอบ|ดีขึ้น|เพียงพอ|พอกิน|พอใช้|อุ่นใจ|ภูมิใจ|สนใจ|กล้า|ยอม|ไหว|ใช่|เหมาะ|คุ้ม|ให้|ดี|จริง"
)
_HOW = "(?:ได้(?:ยัง)?ไง|ได้อย่างไร|ได้ยังงัย|ได้งัย|ยังไงไหว|ลงได้(?:ยัง)?ไง)"
_MAD = "ก็(?:บ้า|แปลก|โง่|เพี้ยน|ผิดปกติ|ไม่ใช่คน|โกหก|ตอแหล|ขี้โม้|โม้)(?:แล้ว|สิ|ละ|ดิ)?"
_RETORT = form(
    "^(?:แล้ว)?(?:ก็)?(?P<who>ใครจะไป|ใครจะ|ใครมันจะ|ใครเขาจะ|มีหรือจะ|ไม่มีใครจะ|ทำไมจะ|เรื่องอะไรจะ|จะไป(?=มี|รู้จัก|พอใจ|เชื่อ|เห็นด้วย|เอา)|จะ|ให้)?(?P<said>.+?)"
    f"(?P<how>{_HOW}(?:ล่ะ|ละ|เล่า|กัน|วะ|ว่ะ|อะ|อ่ะ|เนี่ย)*|{_MAD}|(?:ซะ|เสีย)?ที่ไหน(?:ล่ะ|กัน|ละ|เล่า)+|ตรงไหน(?:ล่ะ|กัน|วะ|อะ|เนี่ย)*|ลง|กัน)?$"
)
_NEVER_WITHOUT = form(
    "ไม่มี(?:สัก|ซัก)?(?:วัน|คืน|ครั้ง|เหตุผล|เดือน|ปี|ทาง|หน|รอบ|เช้า)(?:ไหน|ใด|อะไร|เดียว)?(?:เลย)?(?:ที่|จะ|ว่า)*(?:ไม่|บ่)"
)
_REFUSES = form("^(?:ไม่มีทาง|ไม่มีวัน|ฝันไปเถอะ|อย่าหวัง|ไม่เอาด้วย)$")
_STOPPED = form("^(?:เลิก|หยุด|งด)(?P<rest>.+)$")
_LEFT_WORK = form("^(?:ลาออก|เกษียณ|ออกจากงาน|ตกงาน)")
_DONT = form("^(?:อย่า|ห้าม|ไม่ต้อง)(?:เพิ่ง|มา)?(?P<rest>.+)$")
_ONLY = form("^(?P<verb>มี|ใช้|กิน|ดื่ม|ซื้อ)แต่(?P<other>.{2,18})$")
_YET = form("^ยัง(?:เลย|ก่อน|ไม่|ไม่เลย|นะ)?$")
_TURNS = form(
    "(?<!ตั้ง)แต่|ไม่|ในข่าว|ในทีวี|ในเฟ|บ่(?!อย|อ)|ถ้า|หรือ|ไหม|มั้ย|อยาก|เปล่า|ทำไม|เท่านั้น|ไปก็|มั้ง|น่าจะ|อาจ|คง|เกือบ|เลิก|หยุด|จะถาม|คิดจะ|บอกว่า|แทบ|ยกเว้น|เฉพาะ|กี่|ใคร|ไหน|น้อย|ยาก"
)
_GOES_ON = form(
    "^(?:แน่|ประจำ|บ่อย|ตลอด|ทุก|มาก|เยอะ|โคตร|สุด|ครั้ง|หน|รอบ|สอง|สาม|หลาย|[0-9]|นาน|มา|ตั้งแต่|ตั้ง|ตอน|เมื่อ|กับ|จน|กัน|เพราะ|ถึง|อายุ|ทั้ง|อย่าง|ปี|วัน|เดือน|ด้วย|เต็ม|ที่|แรง|หมด|คน|ใน|ไป|แบบ|เรื่อย|ติด|ชัด|ครบ|ไว้|เข้า|อีก|เป็น|นี่|เหมือน)"
)


@dataclass(frozen=True)
class Asked:
    """What a yes or no is asked of: its verbs, and what kind of question it is."""

    text: str
    verbs: tuple[str, ...]
    is_ever: bool
    has_period: bool
    is_of_house: bool


_PERIOD = re.compile("ในรอบ|ที่ผ่านมา|ช่วง|ปีนี้|เดือนนี้|เมื่อวาน|สัปดาห์นี้|ปีที่แล้ว|เดือนที่แล้ว")
_HOUSE = re.compile(
    "(?:ลูก|บุตร)หลาน(?:ของ)?(?:ท่าน|คุณ)|ในบ้าน|ครัวเรือน|ครอบครัว|มีคน|มีใคร|บ้านท่านมี|บ้านของท่านมี|บ้านคุณมี|ที่บ้าน.{0,6}มี|คนในบ้าน"
)


_SYMPTOM = re.compile("อาการ([ก-๛]{2,8}?)(?:หรือ|ไหม|มั้ย|บ้าง)")


@lru_cache(maxsize=256)
def of(question: Question) -> Asked:
    """What the question asks."""
    text = naming.asked(question)
    found = {verb for verb in yesno.own_verbs(text) if len(verb) > 1}
    if found or not re.search("ไม่", re.sub("หรือไม่", "", text)):
        found |= _felt(yesno.without_topic(text))
    if (match := _SYMPTOM.search(text)) is not None:
        found |= {match[1]}
    if "ทราบ" in found:
        found |= {"รู้"}
    if re.search("ถูก(?!ต้อง)", text) and "เคย" in text:
        found |= {"โดน"}
    if "ถูก" in found and "เคย" in found:
        found |= {"โดน"}
    return Asked(
        text,
        tuple(sorted(found, key=lambda verb: (-len(verb), verb))),
        "เคย" in text,
        bool(_PERIOD.search(text)),
        bool(_HOUSE.search(text)) or circumstance.is_of_household(text),
    )


@lru_cache(maxsize=1)
def _stems() -> tuple[str, ...]:
    known = vocabulary.general().known.items()
    found = {word for word, roles in known if "stem" in roles and len(word) > 2}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=256)
def _felt(text: str) -> frozenset[str]:
    """What the question asks how it is: "ดัง", "สะอาด", "แพง"."""
    found: set[str] = set()
    for word in _stems():
        if word in text and word[0] >= "ก":
            found.add(word)
            text = text.replace(word, " ")
    return frozenset(found) | ({"ใส"} if re.search("ใส(?!่)", text) else set())


_PUZZLED = form("เข้าใจ|อธิบาย|หมายถึง|หมายความ|แปลว่า|ขอถาม|สงสัย|จริงดิ")


def side(asked: Asked, clause: str) -> str | None:
    """ "yes" or "no", where a clause in plain form says so by itself."""
    said = stripped(clause)
    if not said or (_PUZZLED.search(said) and not _PUZZLED.search(asked.text)):
        return None
    if said == "ใช่":
        return "yes"
    if (turned := retort(asked, opened(clause))) is not None:
        return turned
    if _denied(asked, said):
        return "no"
    return "yes" if _affirmed(asked, said) else None


def opened(clause: str) -> str:
    """A plain clause without what opens it."""
    said = words.without_polite(clause) or clause
    return _LEAD.sub("", said) or said


def stripped(clause: str) -> str:
    """A plain clause without what opens and closes it."""
    said = opened(clause)
    return _TAIL.sub("", said) or said


def _begins(asked: Asked, text: str, *, weak: bool = True) -> int:
    """How many letters of the text its first verb has, if it is the question's own."""
    for verb in asked.verbs:
        if text.startswith(verb) and (weak or verb not in _BARELY_WEAK):
            return len(verb)
    return 0


def _echoes(asked: Asked, text: str) -> bool:
    """Whether it begins with letters of the question that are a word or more."""
    piece = text[:MIN_ECHO]
    return len(piece) == MIN_ECHO and piece in asked.text and piece not in naming.COMMON


def is_echo(asked: Asked, text: str) -> bool:
    """Whether a text begins with a verb, or with letters, of the question."""
    return bool(_begins(asked, text)) or _echoes(asked, text)


def is_felt(asked: Asked, word: str) -> bool:
    """Whether a word is how the question asks that something is: "ดัง", "สะอาด"."""
    return word in _felt(asked.text)


MIN_ECHO = 3
MAX_BARE = 6  # letters of a clause that is a short verb and no more
# Where a verb stands in a question.
_BEFORE_VERB = form("(?:เคย(?:ไป|ได้|ถูก|มา)?|(?:ท่าน|คุณ)(?:ได้|จะ|เคย|ไป)*|ต้อง|ควร)")


def _in_place(asked: Asked, text: str) -> int:
    """How many letters the text begins with of what stands in a verb's place."""
    best = 0
    for match in _BEFORE_VERB.finditer(asked.text):
        verb = asked.text[match.end() :]
        size = 0
        while size < min(len(verb), len(text)) and verb[size] == text[size]:
            size += 1
        best = max(best, size)
    return best if best >= MIN_ECHO else 0


def retort(asked: Asked, said: str) -> str | None:
    """ "ไม่มีได้ไง", "สนับสนุนก็บ้าแล้ว", "ใครจะไม่รู้": the other way round."""
    if is_never_without(asked, said):
        return "yes"
    match = _RETORT.match(said)
    if match is None or not (match["who"] or match["how"]):
        return None
    who, how, core = match["who"] or "", match["how"] or "", match["said"]
    is_turned = bool(how and how not in ("ลง", "กัน")) or who.startswith(
        ("ใคร", "มีหรือ", "ทำไมจะ".replace("ำ", words.AM), "เรื่องอะไร")
    )
    if not is_turned or "ไปรู้" in said or re.search("ไหม|มั้ย|หรือเปล่า", core):
        return None
    core = core.removesuffix("ได้") if "ไหน" in how and len(core) > MIN_ECHO else core
    denied = re.match("(?:ไม่|บ่)(?:ได้|เคย|มี)?", core)
    rest = re.sub("^(?:ไม่|บ่)", "", core)
    if not how and core in _BARELY_WEAK:
        return None  # "ใครจะไป" may ask who goes
    is_own = _begins(asked, rest) or _echoes(asked, rest) or rest == "ใช่"
    if denied:
        return "yes" if is_own else None
    is_felt = bool(_FELT.search(core)) or how.startswith("ก็")
    is_felt = is_felt or (core.startswith("มี") and who.startswith("จะ"))
    if "ไหน" in how and core not in ("มี", "เคย", "ใช่"):
        return "no" if core in _felt(asked.text) else None
    is_felt = is_felt or "ไหน" in how
    has_echo = is_own or any(
        _echoes(asked, core[at:]) for at in range(1, len(core) - 2)
    )
    return "no" if is_felt and has_echo else None


def is_never_without(asked: Asked, said: str) -> bool:
    """ "ไม่มีคืนไหนที่ไม่ได้กลิ่น": whether nothing is said to be without it."""
    match = _NEVER_WITHOUT.search(said)
    if match is None:
        return False
    rest = re.sub("^(?:ได้|เคย|เห็น)+", "", said[match.end() :])
    is_own = _begins(asked, said[match.end() :]) or _begins(asked, rest)
    return bool(is_own) or _echoes(asked, rest)


def _denied(asked: Asked, said: str) -> bool:
    if _REFUSES.match(said):
        return "ทาง" not in asked.text
    if _YET.match(said):
        return "ยัง" not in asked.text and "วัย" not in asked.text
    if (hardly := _HARDLY.match(said)) is not None:
        return bool(_begins(asked, hardly["rest"], weak=False))
    if (only := _ONLY.match(said)) is not None:
        return _is_another(asked, only["verb"], only["other"])
    if _OPEN.match(said):
        return False
    if _LEFT_WORK.match(said) and not asked.is_ever:
        return plain_text.plain("ทำงาน") in asked.verbs and not asked.has_period
    stopped = _STOPPED.match(said)
    if stopped is not None and not asked.is_ever and not asked.has_period:
        return bool(_begins(asked, stopped["rest"]))
    dont = _DONT.match(said)
    if dont is not None:
        return bool(_begins(asked, dont["rest"], weak=False)) or (
            yesno.is_offer(asked.text) and _echoes(asked, dont["rest"])
        )
    if (match := _OF_THIS.match(said)) is not None and match["topic"] in asked.text:
        return True
    match = _DENIES.match(said)
    if match is None:
        return False
    rest = match["rest"]
    if re.fullmatch("(?:อะไร|ใคร|สักอย่าง|ซักอย่าง)(?:เลย)?", rest):
        rest = ""
    if "รู้จัก" in asked.verbs and re.match("ได้ยิน|คุ้น", rest):
        return True
    if re.search(
        _TURNS.pattern.replace("ไม่|", "").replace("อยาก|", "").replace("|ใคร|ไหน", ""),
        rest,
    ):
        return False
    if not rest:  # "ไม่เคย", "ไม่มี"
        more = match["more"]
        return any(more.endswith(verb) for verb in asked.verbs if verb in _OF_MORE)
    if match["more"].endswith("มี") and "มี" not in asked.verbs:
        return bool(re.match("ใคร|คน|อะไร", rest)) and bool(
            _begins(asked, rest[3:], weak=False)
        )
    knows = re.match("รู้|ทราบ|แน่ใจ|มั่นใจ", rest)
    if knows and not _begins(asked, rest):
        return False
    length = _begins(asked, rest, weak=len(rest) <= MAX_BARE)
    if not length:
        return _echoes(asked, rest)
    while more := _begins(asked, rest[length:]):
        length += more
    thing = rest[length:]
    return not thing or bool(_OF_ANY.match(thing)) or _echoes(asked, thing)


_OF_MORE = ("มี", "เคย", "โดน", "ถูก", "ได้", "เห็น")
# "ของโรงงานไม่มี": what is asked about comes first.
_OF_THIS = form(
    "^(?:ของ|จาก|เรื่อง)?(?P<topic>[ก-๛]{4,20}?)(?:น่ะ|นี่|อะ|ก็)?(?:ไม่|บ่)(?:มี|ได้|เคย|เห็น)(?:เลย|สักนิด)*$"
)


# After a verb that is denied: nobody, nothing, not once, and the like.
_OF_ANY = form(
    "^(?:ใคร|อะไร|ที่ไหน|สัก|ซัก|แม้|เลย|มาก|กับ|ไป|มา|เท่า|ขนาด|เพราะ|จริง|ตลอด|นาน|ทุก|อีก|ให้|ว่า|เรื่อง|ด้วย|ตั้งแต่|ใน|ตอน|ช่วง|จาก|ถึง|ได้|ไม่|หนิ|ก่อน|หรือ|เพื่อ|สิ่ง|ตัว|พวก|ที่|อย่าง|แบบ|กัน|ต่อ|อยู่)"
)


def _is_another(asked: Asked, verb: str, other: str) -> bool:
    """ "มีแต่มือถือ" of a computer, and not of people or what is smelt."""
    if (
        verb not in asked.text
        or _TURNS.search(other)
        or circumstance.happens(asked.text)
    ):
        return False
    is_of_people = re.search(
        "คน|ผู้|เด็ก|หลาน|สมาชิก|มีเวลา|มีโอกาส|มีความ|มีปัญหา|มีส่วน|มีสิทธิ", asked.text
    )
    shares = any(other[at : at + 5] in asked.text for at in range(len(other) - 4))
    return not is_of_people and not shares


_SLEEPLESS = form(
    "นอน(?:แทบ|ก็)?(?:ไม่|บ่)(?:ค่อย)?(?:หลับ|ได้)|หลับไม่ลง|สะดุ้งตื่น|ตื่นกลางดึก|ต้องตื่น"
)
_ALL_OF_US = form(
    "^(?:เป็น|โดน|ไอ|แสบ|เจอ)(?:กัน)?(?:ทั้งบ้าน|ทุกคน|หมดบ้าน|กันหมด|กันทุกคน|หลายคน|ยกบ้าน)$"
)
_KIN = f"(?:{any_of(OTHERS | MYSELF)})"
_HERE_I_AM = form(f"^(?:ก็)?(?:{any_of(MYSELF)})(?:เอง)?(?:นี่|เนี่ย)?(?:ไง|แหละ|เอง)")


def _affirmed(asked: Asked, said: str) -> bool:
    if "ควร" in asked.verbs and re.fullmatch("สมควร(?:มาก|อย่างยิ่ง|ที่สุด|ยิ่ง)?", said):
        return True
    if "นอน" in asked.text and "รบกวน" in asked.text and _SLEEPLESS.search(said):
        return not re.search("ไม่ใช่|แต่", said)
    if asked.is_of_house and not _TURNS.search(said):
        if _ALL_OF_US.match(said) or (
            "มี" in asked.verbs and re.match(f"มี{_KIN}", said)
        ):
            return True
        kin = re.match(_KIN, said)
        deed = [v for v in asked.verbs if len(v) > 2 and v in said]
        if kin and deed and (said.endswith(tuple(deed)) or "อยู่" in said):
            return True
    placed = _in_place(asked, said)
    if placed and re.match(
        "(?:ไป|มา)?(?:แล้ว|ประจำ|ทุก|ตลอด)".replace("ำ", words.AM), said[placed:]
    ):
        return not _TURNS.search(said[placed:])
    if said.startswith("มี") and "มี" in asked.verbs and _THERE_IS.match(said[2:]):
        return not _TURNS.search(said)
    length = _begins(asked, said, weak=False)
    if (
        not length
        or said[:length] == "มี"
        or (asked.is_ever and said[:length] in _TALKED_OF)
    ):
        return said in asked.verbs and said not in _TALKED_OF
    rest = said[length:]
    while (more := _begins(asked, rest)) and rest:
        rest = rest[more:]
    rest = _TAIL.sub("", rest) if rest else rest
    return not rest or bool(
        _GOES_ON.match(rest) and not _TURNS.search(rest) and len(rest) < MAX_TALK
    )


_THERE_IS = form(
    "^(?:ตั้งแต่|นิดหน่อย|เล็กน้อย|อยู่|เยอะ|บ้าง|มาก|[0-9]|สอง|สาม|หลาย|ตลอด|ทุก|จริง|แน่|ครบ)"
)
# Talked of, where it is asked if it was ever done.
_TALKED_OF = words.listed("ประชุม ร้องเรียน ร้อง แจ้ง โทร เลือกตั้ง พูดคุย คุย อ่าน ฟัง")
MAX_TALK = 40


def turns(text: str) -> bool:
    """Whether a word in it denies, doubts, asks or wishes."""
    return bool(_TURNS.search(text))


def here_i_am(asked: Asked, clause: str) -> bool:
    """ "ก็ป้านี่ไง" to who there is of a kind in the house."""
    return "มี" in asked.verbs and asked.is_of_house and bool(_HERE_I_AM.match(clause))
