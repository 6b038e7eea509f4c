"""Whether a phrase asks the survey to skip, stop or go back, or says "don't know"."""

import re
from functools import cache

from surveys import plain_text, politeness
from surveys.replies.text import words

_CHOICE_OF = re.compile(r"\(([^)]*)\)")
# As a pattern: what can only be said of the survey, or of the talk it is put in. Each
# who asks adds to it what speaks of leaving in the replies put to it.
ON_THE_SURVEY = "ตอบ|ถาม|ข้าม|ข้อ|แบบสอบ|สำรวจ|แชท|แชต"
_ORDER = ("skip", "stop", "back", "dont_know")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    polite, fillers = words.any_of(politeness.WORDS), words.any_of(words.FILLERS)
    return {
        name: re.compile(
            f"(?:{fillers})*(?:{'|'.join(map(_pattern, forms))})(?:{polite}|{fillers})*"
        )
        for name, forms in words.LISTS["control_patterns"].items()
    }


def _pattern(form: str) -> str:
    """ "(ขอ|)ข้าม" as it is matched: one of these, or nothing, and then that."""
    pieces = _CHOICE_OF.split(form)
    for place, piece in enumerate(pieces):
        alternatives = piece.split("|") if place % 2 else [piece]
        said = sorted({plain_text.plain(each) for each in alternatives}, key=len)[::-1]
        pieces[place] = f"(?:{'|'.join(map(re.escape, said))})"
    return "".join(pieces)


def control(text: str) -> str | None:
    """Which of the four the whole of a plain text is; None where it is none."""
    forms = {text, text.replace(*_RUN_TOGETHER)}
    for name in _ORDER:
        if any(_patterns()[name].fullmatch(form) for form in forms):
            return name
    return None


# In plain form no letter stands three times in a row.
_RUN_TOGETHER = plain_text.plain("ขอออก"), "ขอออก"


_KNOWS_NOT = (
    "(?:(?:จำ|นึก|นับ|บอก)ไม่(?:ค่อย)?(?:ได้|ออก|ถูก|ทัน)|(?:ไม่|บ่)(?:ค่อย)?(?:รู้|ทราบ|ฮู้|แน่ใจ)"
    "|ไม่(?:ได้|เคย)(?:นับ|จด|จำ|สังเกต))"
).replace("ำ", words.AM)
_TELLS_NOT = (
    "ไม่(?:อยาก|ขอ|สะดวก|สะดวกใจ|ประสงค์|ต้องการ|ยินดี)?(?:จะ|ที่จะ)?(?:ตอบ|บอก|ระบุ|เปิดเผย)"
)


@cache
def _open_ended() -> dict[str, re.Pattern[str]]:
    """ "จำไม่ได้จ้ะว่ากี่หน", "ไม่อยากบอกว่าอยู่ที่ไหน": of whatever is asked."""
    polite = f"(?:{words.any_of(politeness.WORDS)}|เลย|หรอก|ลูก|หลาน|เหมือนกัน|จริงๆ|แล้ว)*"
    fillers = f"(?:{words.any_of(words.FILLERS)}|ยาย|ป้า|ลุง|ตา)*"
    return {
        "dont_know": re.compile(f"{fillers}{_KNOWS_NOT}{polite}ว่า[^0-9]*"),
        "skip": re.compile(
            f"{fillers}{_TELLS_NOT}{polite}(?:ว่า|เรื่อง|ข้อ|อายุ|ที่อยู่|ชื่อ|รายได้|เงินเดือน|เบอร์)[^0-9]*"
        ),
    }


def of_the_asked(text: str) -> str | None:
    """Whether it is said of what is asked that it is not known, or not told."""
    if "แต่" in text:
        return None
    found = (name for name, form in _open_ended().items() if form.fullmatch(text))
    return next(found, None)


@cache
def _round() -> re.Pattern[str]:
    said = "|".join((words.any_of(politeness.WORDS), words.any_of(words.FILLERS)))
    return re.compile(f"(?:{said})*(.*?)(?:{words.any_of(politeness.WORDS)})*")


def bare(text: str) -> str:
    """A plain text without the politeness round it."""
    found = _round().fullmatch(text)
    return found[1] if found else text


# What it is that one does not know or remember may be anything but an answer.
_UNKNOWN = words.form(
    "(?:จำ|นึก|บอก|นับ|กะ)[^0-9]{1,16}?ไม่(?:ค่อย)?(?:ได้|ออก|ถูก|ไหว).{0,8}"
    "|(?:ไม่|บ่)(?:ค่อย)?(?:รู้|ทราบ|ฮู้|แน่ใจ)(?!สึก|จัก)[^0-9]{0,24}"
)


def is_ignorance(text: str) -> bool:
    """Whether a phrase says that something is not known or not remembered."""
    return bool(_UNKNOWN.fullmatch(text)) and "แต่" not in text
