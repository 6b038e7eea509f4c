"""Two nots, and questions that only deny: "ใช่ว่าจะไม่เคย", "ไม่ใส่ก็ตายสิ", "ใครว่ามี"."""

# ruff: noqa: E501  some lines are patterns

import re
from collections.abc import Sequence
from dataclasses import dataclass

from surveys import politeness
from surveys.replies.either import lived, polarity
from surveys.replies.either.polarity import Asked
from surveys.replies.text.words import form

_N = "(?:ไม่|บ่(?!อย|อ)|มิ)"
_I = "(?:ผม|หนู|ฉัน|ดิฉัน|เรา|พี่|ป้า|ลุง|ยาย|ตา|น้า|ข้อย|เขา|มัน)?"
_TIMES = "(?:วัน|คืน|ครั้ง|เดือน|ปี|เช้า|เย็น|มื้อ|หน|รอบ|ที|อาทิตย์|สัปดาห์|วันพระ|งาน|นัด|ตอน|ช่วง|คน|บ้าน|ชั่วโมง|นาที)"
_SURELY = f"(?:หรอก|ดอก|เลย|นะ|{politeness.ENDS}|เด้อ|เด้|น่ะ|อะ|อ่ะ|แหละ|ล่ะ|สิ|จริง|แล้ว|ลูก|หลาน|น้อง|พี่)*"
_MAD = "(?:บ้า|โง่|แปลก|เพี้ยน|ควาย|ประสาท|ผิดปกติ|ไม่ปกติ|ไม่ใช่คน|ผีแล้ว|เทวดา|ตาถั่ว|หูหนวก)"
_LIES = "(?:โกหก|ตอแหล|บาป|ขี้โม้|โม้|หลอก(?:กัน|ตัวเอง)|ไม่จริง|ไม่เต็มปาก)"
_WRONG = "(?:ไม่ใช่|ไม่ได้|ไม่ถูก|ไม่ตรง|ผิด)"
_SAYING = f"(?:จะ|ให้)?(?:พูด|บอก|ตอบ)?ว่า{_I}{_N}(?P<what>[^ ]+?)(?:เลย|สักครั้ง|สักนิด)? ?(?:ก็|มันก็|เดี๋ยว)"
_ENDS = f"(?={_SURELY}(?:$| ))"


@dataclass(frozen=True)
class _Turn:
    """A way to say `said` of what it names in the group `what`.

    `is_mild`: of what one feels or thinks it says neither: "ไม่ใช่ไม่พอใจ".
    `is_bare`: it says so too with nothing beside it that tells that it is so.
    `is_strong`: what else is said is mockery: "เชื่อจ้ะเชื่อ ใครเชื่อก็บ้า".
    """

    pattern: re.Pattern[str]
    said: str
    is_mild: bool = False
    is_bare: bool = True
    is_strong: bool = False


def _yes(pattern: str, *, is_mild: bool = False, is_bare: bool = True) -> _Turn:
    return _Turn(form(pattern), "yes", is_mild=is_mild, is_bare=is_bare)


def _no(pattern: str, *, is_strong: bool = False) -> _Turn:
    return _Turn(form(pattern), "no", is_strong=is_strong)


_TURNS = (
    _yes(
        f"(?<!ไม่)(?<!มิ)ใช่(?:ว่า)?{_I}(?:จะ)?{_N}(?P<what>[^ ]+)",
        is_mild=True,
    ),
    _yes(
        f"(?:(?:ไม่|มิ)ใช่(?:ว่า)?{_I}(?:จะ)?|บ่แม่น(?:ว่า)?(?:สิ)?|{_N}ได้(?:จะ|แปลว่า|หมายความว่า)?|{_N}เชิง(?:ว่า)?|{_N}ถึงกับ(?:ว่า)?){_N}(?P<what>[^ ]+)",
        is_mild=True,
        is_bare=False,
    ),
    _yes(f"ใคร(?:เขา|มัน|ที่ไหน)?(?:ว่า|บอกว่า|บอก){_I}{_N}(?P<what>[^ ]+)"),
    _no(
        f"ใคร(?:เขา|มัน|ที่ไหน)?(?:ว่า|บอกว่า){_I}(?!{_N})(?!ง|จะ|ไง|ยัง|อะไร)(?P<what>[^ ]+)"
    ),
    _yes(f"{_SAYING}(?:คง|จะ)?{_LIES}"),
    _yes(f"{_SAYING}(?:คง|จะ)?{_WRONG}", is_bare=False),
    _yes(
        f"{_N}(?:เคย|เห็น)?มี(?:สัก|ซัก)?{_TIMES}(?:ไหน|ใด|เดียว)?(?:{_SURELY} ?)*(?:ที่|ซึ่ง)?{_I}(?:จะ)?{_N}(?P<what>[^ ]+)"
    ),
    _yes(f"มี(?:สัก|ซัก)?{_TIMES}(?:ไหน|ใด)(?:บ้าง)?(?:ที่)?{_I}(?:จะ)?{_N}(?P<what>[^ ]+)"),
    _no(
        f"(?<!ไม่)(?<!บ่)(?<!ไม่เคย)(?:^|(?<= ))(?:เคย)?มี(?:สัก|ซัก)?{_TIMES}(?:ไหน|ใด)(?:บ้าง)?(?:ที่)?{_I}(?:จะ)?(?!{_N})(?P<what>[^ ]+?)(?:บ้าง|ล่ะ|มั่ง|กัน)"
    ),
    _yes(
        f"(?:^|(?<= )|แล้ว|ถ้า|งานนี้|ก็|แบบนี้|{_I}){_N}(?P<what>(?:(?!ไม่|บ่)[^ ]){{1,16}}?)(?:ก็)?(?:ไม่|บ่)ได้{_ENDS}"
    ),
    _yes(
        f"(?:^|(?<= )|แล้ว|ถ้า|นี่){_N}(?P<what>(?:(?!ไม่|บ่)[^ ]){{1,20}}?)(?:ก็|สิ|มีหวัง)(?:ตาย|แย่|{_N}(?:ไหว|รอด|รู้เรื่อง|มีกิน|ทัน|ใช่คน)|อด|จบ|โดน(?:ด่า|ดุ|ปรับ|ไล่|เมีย)|{_MAD}|โกหก|เสียหมา|เสียชาติ)"
    ),
    _yes(
        f"{_TIMES}ไหน{_I}{_N}(?P<what>(?:(?!ไม่|บ่)[^ ]){{1,16}}?)(?:ก็|สิ|นะ)?(?:เมีย|ผัว|แม่)?(?:โดน)?(?:ด่า|บ่น|ดุ|แปลก)"
    ),
    _yes(
        f"{_N}(?P<what>(?:(?!ไม่|บ่)[^ ]){{1,16}}?)(?:แล้ว)?(?:จะ)?(?:ให้)?(?:มา)?(?:เตะ|ถีบ|ตบ|ให้มันรู้ไป)"
    ),
    _no(
        f"ใคร(?:ที่ไหน|มัน|เขา)?(?:จะ)?(?!{_N})(?!จะ|กล้า)(?P<what>(?:(?!ไม่|บ่)[^ ]){{1,20}}?)(?:ก็|นี่|แม่ง)?{_MAD}",
        is_strong=True,
    ),
    _yes(f"ใคร(?:ที่ไหน|มัน|เขา)?(?:จะ)?{_N}(?P<what>[^ ]{{1,20}}?)(?:ก็|นี่|แม่ง)?{_MAD}"),
    _yes(
        f"จะ(?:ให้|ไป)?{_I}{_N}(?P<what>[^ ]+?)(?:ได้)?(?:ไง|ยังไง|อย่างไร|หรือ|เหรอ|หรอ|รึ|งัย|ไหว|ลง)"
    ),
    _yes(
        f"(?:(?:ทำไม|ไฉน){_I}จะ|(?:มีหรือ|มีเหรอ|เรื่องอะไร|ไหนเลย){_I}(?:จะ)?){_N}(?P<what>[^ ]+)"
    ),
    _yes(
        f"{_N}(?P<what>(?:(?!ไม่|บ่)[^ ]){{1,20}}?) ?แล้ว{_I}(?:จะ)(?:ให้)?{_I}[^ ]{{0,14}}(?:ที่ไหน|อะไร|ยังไง|ไง|ใคร|อย่างไร)"
    ),
    _no(
        "(?:จะ)?(?:เอา|หา)(?:เงิน|เวลา|ปัญญา|ที่|แรง|อะไร|รถ|คน)?(?:ที่ไหน|จากไหน|อะไร|ไหน)(?:มา|ไป)(?P<what>[^ ]+)"
    ),
    _no(
        f"จะ(?:ไป)?(?!{_N})(?P<what>[^ ]{{1,16}}?)(?:ได้)?(?:แค่|สัก|ขนาด)ไหน(?:เชียว|กัน|กันเชียว)"
    ),
    _no(
        f"(?!{_N})(?P<what>(?:(?!ไม่|บ่)[^ ]){{1,16}}?)(?:กับผี|กะผี|กับเจ้า|กับป้า|กะหมา|กับหมา)"
    ),
    _no(
        f"(?:อย่าว่าแต่|นับประสา(?:อะไรกับ)?|อย่าพูดถึง)(?:จะ)?(?P<what>[^ ]+?)(?:เลย)? ?(?:แค่|แม้แต่)?[^ ]{{1,20}}(?:ยัง|ก็){_N}"
    ),
    _yes(
        f"{_N}(?:ใช่|ได้)?(?:แค่|เพียง(?:แค่)?|เฉพาะ)(?!{_N})(?P<what>[^ ]+)", is_mild=True
    ),
    _no(
        f"(?:ให้ตาย|ตาย|ยังไง|จ้าง|หัวเด็ดตีนขาด|ต่อให้[^ ]{{1,20}}|ชาตินี้|จนตาย)(?:ก็|ยังไงก็){_N}(?P<what>[^ ]+)"
    ),
)
# "นอนไม่หลับหรือไม่": its own not is none of these.
_ASKED_NOT = form("ไม่(?!$|[?]|ว่า|ที่|$)(?<!หรือไม่)")
_SAY = "จะว่า"
_MISSED = form("(?:พลาด|ขาด|เว้น|ลืม)(?:ลง)?(?:ได้(?:ยัง)?ไง|ได้อย่างไร|ได้หรือ|ได้เหรอ)")
_WENT = form("ไป|ร่วม|ทำ|ใช้|เลือก|รับ|กิน|จ่าย|ตรวจ|เข้า")
_FEELS = form(
    "พอใจ|เห็นด้วย|เชื่อ|ไว้ใจ|วางใจ|มั่นใจ|อยาก|ชอบ|สนใจ|กังวล|ห่วง|ต้องการ|ยินดี|สนับสนุน|ควร|กลัว|รู้สึก|ปลอดภัย|ดี|พร้อม|กล้า|ว่าง|สะดวก|ค่อย"
)
_FRONT = form(
    "^(?:ที่|จะ|ว่า|เลย|มัน|เขา|เรา|ผม|หนู|ฉัน|พี่|ป้า|ลุง|ยาย|ตา|ถึงกับ|ยอม|กล้า|คิดจะ|ไป(?=.)|มา(?=.)|ได้(?!ยิน|กลิ่น|รับ)(?=.)|เคย(?=.)|มี(?=.)|โดน(?=.)|ถูก(?=.)|เห็น(?=.))+"
)
_TAIL = form(f"{_SURELY}$")
_HEADS = (
    "เคย",
    "มี",
    "ใช่",
    "ได้",
    "รู้",
    "ทราบ",
    "ไป",
    "โดน",
    "ถูก",
    "เป็น",
    "อยู่",
    "ใช้",
    "กิน",
    "ทำ",
)
_HEAD_FORMS = tuple(form(each).pattern for each in _HEADS)


def said(asked: Asked, clauses: Sequence[str]) -> str | None:
    """ "yes" or "no" of the clauses of a reply; "" where a turn tells neither for sure.

    None where nothing is turned so.
    """
    text = re.sub(" +", " ", " ".join(clauses))
    if _ASKED_NOT.search(asked.text):
        return None
    if _MISSED.search(text) and _WENT.search(asked.text):
        return "yes"
    for turn in _TURNS:
        match = turn.pattern.search(text)
        if match is None:
            continue
        what = _TAIL.sub("", match["what"])
        if turn.is_mild and (_FEELS.search(what) or _FEELS.search(asked.text)):
            continue
        if _names_it(asked, what):
            rest = text[: match.start()] + " " + text[match.end() :]
            if turn.is_strong:
                return turn.said
            is_alone = not turn.is_bare and not _is_told(asked, rest)
            if is_alone or text.count(_SAY) > 1:
                return ""
            return turn.said if _agrees(asked, turn.said, rest) else ""
    return None


def _names_it(asked: Asked, what: str) -> bool:
    """Whether a text names what is asked: its verb, or letters of the question."""
    for text in (what, _FRONT.sub("", what)):
        if polarity.is_echo(asked, text):
            return True
        if any(text.startswith(head) and head in asked.verbs for head in _HEAD_FORMS):
            return True
    return len(what) > 1 and what in asked.text


_SO_ONCE = form(
    "แต่ ?(?:เดี๋ยวนี้|ตอนนี้|ทุกวันนี้|ปัจจุบัน|หลัง|พักหลัง|ปีนี้|ช่วงนี้|นาน|แค่|น้อย|ไม่บ่อย|ไม่ถี่|ก็แค่)"
)
_DID = form(
    "^(?:ก็|คือ|แต่|เคย)*(?:เคย|ไป|มา(?=แล้ว)|ได้|โทร|แจ้ง|ร้อง|ยื่น|ทำ|โดน|เจอ|ใช้|นั่ง|ส่ง|ลอง|เห็น|กิน)(?!เวลา|ว่าง)[^ไบ]{0,24}(?:แล้ว|ครั้ง|รอบ|หน|ที|พัก|อยู่|นาน|บ้าง|ปี|มา|ไป)"
)


def _is_told(asked: Asked, rest: str) -> bool:
    """Whether what stands beside a "not not" tells that it is, or once was, so."""
    clauses = [each for each in rest.split(" ") if each]
    return (
        bool(_SO_ONCE.search(rest))
        or any(polarity.side(asked, each) == "yes" for each in clauses)
        or any(map(_DID.match, clauses))
        or lived.told(asked, rest) == "yes"
    )


def _agrees(asked: Asked, side: str, rest: str) -> bool:
    """Whether no clause that is left says the other of it."""
    sides = {polarity.side(asked, each) for each in rest.split(" ") if each}
    return not sides - {None, side}
