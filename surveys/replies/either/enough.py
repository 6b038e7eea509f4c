"""Tells "there is enough" from "I have had enough", where it is asked if there is."""

import re

from surveys import politeness
from surveys.replies.text import words

_SAID = words.form(f"^(?:ก็)?(?:เพียง)?พอแล้ว(?:{politeness.ENDS}|นะ|ฮะ|[ |])*")
_ASKED = re.compile("เพียงพอ|พอ(?:ไหม|มั้ย|หรือ|ใช้|กิน|ดี)")
# Beside "enough" what there is of it; of anything else one may have had enough.
_TOLD = words.form(
    "^(?:เพราะ|แถว|หมู่บ้าน|ซอย|บ้าน|ที่|ตอนนี้|ก็| )*(?:มี|ใช้|ทุก|ตลอด|เหลือ|เยอะ|เต็ม"
    "|พอ(?!แล้ว|ที|เถอะ|กัน)|ครบ|สะอาด|ดี|โอเค|สบาย|ไหล|สว่าง|เลย|จริง|แหละ|[0-9]|สอง|สาม|สี่|ห้า)"
)


_HAD = re.compile("^(?:ก็)?พอ(?:เถอะ|ที(?!่)|สักที|ซักที|ได้แล้ว|กันที|เหอะ)")


def is_had(asked: str, text: str) -> bool:
    """Whether one has had enough, as it is said of no thing: "พอเถอะ", "พอสักที"."""
    return bool(_HAD.match(text) and _ASKED.search(asked))


def is_said(text: str) -> bool:
    """Whether a spaced text begins with "enough"."""
    return bool(_SAID.match(text))


def is_enough(asked: str, text: str) -> bool:
    """Whether "enough" answers, and says no more than how much there is."""
    rest = words.without_polite(_SAID.sub("", text).strip(" |"))
    is_told = not rest or _TOLD.search(rest)
    return bool(is_told and _ASKED.search(asked)) and "ไม่" not in text
