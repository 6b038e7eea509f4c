"""What turns a reply's "not" or its "yes" round: "ใช่ว่าไม่เคย", "เคยที่ไหนล่ะ"."""

import re

from surveys import politeness
from surveys.replies.text.words import form
from surveys.replies.weighing.heard import Heard

_HOW = "(?:ได้ไง|ได้ยังไง|ได้อย่างไร|ได้งัย|ไหวเหรอ|ไหวหรอ|ยังไงไหว)"
_END = f"(?:เลย|หรอก|แล้ว|ละ|ล่ะ|นะ|น่ะ|{politeness.ENDS}|แหละ|สิ|$)"
_TIMES = "(?:วัน|คืน|ครั้ง|เดือน|ปี|มื้อ|อาทิตย์|สัปดาห์|หน|ที|ใคร|คน|บ้าน|ช่วง|ตอน|เวลา|ชั่วโมง)"
_TWICE = form(
    "|".join(
        [
            "(?:ไม่ใช่ว่า|ไม่ใช่|ใช่ว่า|ใครว่า|ใครบอกว่า|ใครบอก|ใช่|ไม่ได้|มิได้|มิใช่)(?:จะ|เรา|ผม|หนู|ป้า|ลุง|ฉัน)*ไม่(?!ใช่|รู้|แน่|ได้)",
            f"(?:จะ|ให้)[ก-๙]{{0,12}}ไม่[ก-๙]{{1,20}}?{_HOW}",
            "จะว่าไม่[ก-๙]{1,24}?(?:โกหก|ไม่ใช่|ไม่จริง|ไม่ถูก)",
            f"ไม่มี(?:{_TIMES}(?:ไหน|ใด)|ใคร)[ก-๙]{{0,10}}?ไม่",
            f"มี{_TIMES}(?:ไหน|ใด)(?:บ้าง)?(?:ที่)?(?:จะ)?ไม่",
            f"ไม่[ก-๙]{{1,6}}(?:ก็)?ไม่ได้(?={_END})",
            "อดไม่(?:ได้|ไหว)|ไม่วาย|หนีไม่พ้น|เลี่ยงไม่(?:ได้|พ้น)|(?:ขาด|เว้น)ไม่ได้",
            "ไม่(?:เคย|มี)(?:ขาด|พลาด|เว้น|ลืม)|ไม่(?:ขาด|พลาด|เว้น)(?:เลย|สัก|ซัก)",
        ]
    )
)
_ASKED = form(
    "|".join(
        [
            f"(?:ซะ|เสีย)?ที่ไหน(?:กัน|เล่า|วะ|ว่ะ)?(?:{_END}|เนี่ย)",
            "ก็(?:บ้า|เพี้ยน|โง่|ประสาท|แปลก)(?:แล้ว|ละ|สิ|ดิ|เกินไป)",
            "ก[ับะ]*ผี(?:น่ะ|นะ)?(?:สิ|ซิ|ดิ)|ใคร(?:เขา|เค้า|มัน|ที่ไหน)?จะ",
            "(?:เอา|หา)[ก-๙]{0,10}(?:ที่ไหน|จากไหน)(?:มา|ไป)",
            f"(?:จะ|ให้)[ก-๙]{{1,16}}?{_HOW}",
        ]
    )
)


def denied_twice(heard: Heard) -> bool:
    """Whether every "not" of it stands where it is denied itself."""
    spans = _spans(_TWICE, heard)
    return bool(spans) and all(
        any(start <= each.start < end for start, end in spans)
        for each in heard.words
        if "neg" in each.roles
    )


def is_half_undone(heard: Heard) -> bool:
    """Whether it denies a "not", and denies something plainly besides."""
    return bool(_spans(_TWICE, heard)) and not denied_twice(heard)


def is_asked(heard: Heard) -> bool:
    """Whether it only asks how or where it should be so, and denies nothing."""
    has_not = any("neg" in each.roles for each in heard.words)
    return not has_not and bool(_spans(_ASKED, heard))


def _spans(pattern: re.Pattern[str], heard: Heard) -> list[tuple[int, int]]:
    """Where it stands, each time within one clause: "ไม่มี ไม่ได้ไป" denies twice
    over, and neither "not" the other."""
    clauses = {
        at: each.clause for each in heard.words for at in range(each.start, each.end)
    }
    return [
        hit.span()
        for hit in pattern.finditer(heard.text)
        if clauses.get(hit.start()) == clauses.get(hit.end() - 1)
    ]
