"""Yes and no without the verb of the question: how often, or that it is reached."""

import re
from collections.abc import Iterator

from surveys import words

OFTEN = words.listed(words.LISTS["times_been"])
_PERSISTENT = words.listed(words.LISTS["times_done"])
HOW_OFTEN = OFTEN | _PERSISTENT
_HOUSEHOLD = re.compile(
    "คนใน(?:ครอบครัว|ครัวเรือน|บ้าน)|ครอบครัว|สมาชิก|household|family|anyone|มีใคร"
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
            (words.plain(f"ทำ{word}"), "yes")
            for word in ("ประจำ", "ตลอด", "อยู่", "ทุกวัน")
        )
        yield from ((words.plain(f"ไม่{done}"), "no") for done in ("ได้ทำ", "ได้ทำเลย"))
    if "ever" in asked or "haveyou" in asked:
        yield from (("did", "yes"), ("idid", "yes"), ("yesidid", "yes"))
        yield from (("didnt", "no"), ("ididnt", "no"), ("noididnt", "no"))
    if "haveyou" in asked:
        yield from ((word, "yes") for word in ("once", "twice", "manytimes", "often"))
    if "เห็นด้วย" in asked:
        yield from (("สนับสนุน", "yes"), ("ไม่เอา", "no"))
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


def is_of_household(asked: str) -> bool:
    """Whether others of the house are asked about too."""
    return bool(_HOUSEHOLD.search(asked))


def is_threshold(asked: str) -> bool:
    """Whether it is asked if an age is reached."""
    return bool(_THRESHOLD.search(asked))
