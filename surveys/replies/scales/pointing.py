"""A scale's point told without its label: a score, a change, a bare degree."""

# ruff: noqa: E501  some lines are patterns

import re
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import sides
from surveys.replies.lists import scales
from surveys.replies.text import wording, words

_POLITE = f"(?: *(?:{politeness.ENDS}|ค่า|นะ|น่ะ|ละ|ล่ะ|อะ|อ่ะ|เลย|พอ|แล้วกัน|ละกัน|ก็แล้วกัน|ก็พอ|แหละ|เจ้า|สิ))*"
_LEADS = "(?:ก็|กะ|ขอ|คือ|มัน|รู้สึก|คิดว่า|ว่า|ถือว่า|โดยรวม|ผม|หนู|เรา|ตอบ| )*"
_GIVES = re.compile(
    rf"^{_LEADS}(?:ให้|เอา|ได้)(?:ไป|แค่)? *(?:สัก|ซัก|ที่|คะแนน)? *([1-5])"
    rf" *(?:คะแนน|แต้ม|ดาว)?(?: *(?:/|เต็ม|จาก|ใน) *5)?(?: *(?:คะแนน|แต้ม|ดาว))?{_POLITE}$"
)
_LAUGHED_AT = re.compile(rf"^([1-5]) *(?:{politeness.ENDS})+{_POLITE} +5{{3,}}\+*$")


def meant(question: Question, reply: str) -> Understood | None:
    """The point or option that is meant; None where it is not sure."""
    text = plain_text.ascii_digits(reply).replace(" ๆ", "ๆ").strip()
    if question.kind is Kind.SCALE5:
        for find in (_scored, _little, _none_at_all):
            if (place := find(question, text)) is not None:
                return from_choice(question, place)
    for find in (
        _nothing,
        _halved,
        _unmoved,
        _moved,
        _lettered,
        _denied_alike,
        _on_a_side,
    ):
        if (place := find(question, text)) is not None:
            return from_choice(question, place)
    return None


def _scored(question: Question, text: str) -> int | None:
    """ "ให้สัก 4 ละกัน", "ให้ 4/5": what is given, not merely counted."""
    match = _GIVES.search(text) or _LAUGHED_AT.search(text)
    return int(match[1]) - 1 if match else None


_LITTLE = (
    "(?:นิดหน่อย|เล็กน้อย|นิดนึง|นิดเดียว|หน่อยนึง|หน่อยๆ|นิดๆ|น้อยๆ|นิดๆหน่อยๆ|แค่นิดหน่อย|แค่นิดเดียว)"
)
_BARE_LITTLE = re.compile(rf"^{_LEADS}(?:มี|แค่|พอมี)?(?:อยู่)?{_LITTLE}(?:เอง)?{_POLITE}$")


def _little(question: Question, text: str) -> int | None:
    """A bare "นิดหน่อย", where the lowest point is none and the next one is little."""
    low, next_one = (naming.spoken(question, i)[0] for i in (0, 1))
    is_none = low.startswith("ไม่") or low == "น้อยที่สุด"
    is_little = next_one.endswith(("น้อย", "เล็กน้อย", "นิดหน่อย", "บ้าง"))
    is_said = is_none and is_little and _BARE_LITTLE.search(text)
    return 1 if is_said and not next_one.startswith("ไม่") else None


_NONE = re.compile(
    rf"^{_LEADS}(?:ไม่เคยมี|ไม่เคย|ไม่เห็นจะ|ไม่เห็น|ไม่ได้|ไม่)(?:รู้สึก|ได้(?!ยิน|รับ|กลิ่น))?(.*?)"
    r"(?:อะไร)?(?:เลย(?:สักนิด|ซักนิด|แม้แต่น้อย|แม้แต่นิดเดียว|สักอย่าง)?|[สซ]ัก(?:นิด(?:เดียว)?|หยด|แอะ|ครั้ง|ที|อย่าง|คน)|แม้แต่น้อย|แม้แต่นิดเดียว|(?<=อะไร))"
    rf"{_POLITE}$"
)
_CANNOT = re.compile(
    rf"^{_LEADS}([ก-๙]{{3,12}}?)ไม่ได้(?:เลย|[สซ]ักนิด(?:เดียว)?|แม้แต่น้อย){_POLITE}$"
)
_ANY = ("", "มี", "เป็น")


def _none_at_all(question: Question, text: str) -> int | None:
    """ "ไม่กวนเลยสักหน่อย", where the lowest point alone denies, and that wholly."""
    match = _NONE.search(text) or _CANNOT.search(text)
    labels = [naming.spoken(question, i)[0] for i in range(5)]
    if match is None:
        return None
    denied = plain_text.plain(match[1])
    if labels[0] in (f"ไม่{denied}เลย", f"ไม่{denied}"):
        return 0
    is_least = labels[0].startswith("ไม่") or labels[0] == "น้อยที่สุด"
    if not is_least or any("ไม่" in each for each in labels[1:]):
        return None
    if denied in _ANY:
        is_it = denied == "" or labels[0].startswith(f"ไม่{denied}")
    else:
        is_it = len(denied) > 2 and denied in naming.asked(question) + labels[0]
    is_another = denied not in _ANY and any(denied in each for each in labels[1:])
    return 0 if is_it and not is_another else None


def _halved(question: Question, text: str) -> int | None:
    """ "ครึ่งๆ", where the middle is a half or a medium."""
    if question.kind is not Kind.SCALE5 or not wording.is_half(text):
        return None
    label = naming.spoken(question, 2)[0]
    return 2 if "ครึ่ง" in label or label.endswith("ปานกลาง") else None


_SAME = "(?<!ไม่)(?:เหมือน|คือ|ท่อ|เท่า|คง|พอๆกับ|พอๆ)(?:ๆ)?(?:กับ)?(?:เดิม|เก่า|แต่ก่อน|เมื่อก่อน|ของเดิม|ปีที่แล้ว|ปีก่อน|ปีกลาย)(?:ๆ)?"
_ALIKE = "(?<!ไม่)(?:พอๆ|เท่าๆ|เหมือนๆ) ?กัน"
_STILL = re.compile(rf"^(.*?)(?:ก็|กะ|ยัง|ยังคง| )*(?:{_SAME}|{_ALIKE})(.*)$")
_BOTH_DENIED = re.compile(
    "ไม่(?:ได้)?[ก-๙]{1,8}? *(?:และ|ก็|แล้วก็)? *ไม่(?:ได้)?(?:ดีขึ้น|แย่ลง|ลดลง|เพิ่มขึ้น|เพิ่ม|ลด|ขึ้น|ลง|ต่าง)"
)
_MOVES = re.compile("ขึ้น|ลง|กว่า|แต่|ถ้า|หรือ|บาง|ไม่|[?]|ไหม|มั้ย|เพิ่ม|ลด")


@lru_cache(maxsize=256)
def _ends(question: Question) -> tuple[str, str] | None:
    """What going down and going up are called, low first, where a change is asked."""
    count = len(question.choices)
    labels = [naming.spoken(question, i)[0] for i in range(count)]
    if count not in (3, 5) or sides.middle(question) is None:
        return None
    one, other = labels[count // 2 - 1], labels[count // 2 + 1]
    one, other = _A_LITTLE.sub("", one), _A_LITTLE.sub("", other)
    are_moves = all(each.endswith(("ขึ้น", "ลง")) for each in (one, other))
    return (one, other) if are_moves and one != other else None


_A_LITTLE = re.compile("(?:เล็กน้อย|นิดหน่อย|บ้าง|นิดนึง)$")


def _unmoved(question: Question, text: str) -> int | None:
    """ "ขุ่นเหมือนเดิม", "คือเก่า": where a change is asked for, there is none."""
    match = _STILL.search(text) if _ends(question) else None
    if match is None:
        return None
    beside = _BOTH_DENIED.sub("", match[1] + match[2])
    return None if _MOVES.search(beside) else len(question.choices) // 2


_THAN = "(?:ขึ้น|ลง)?(?:กว่า)?(?:เดิม|เก่า|แต่ก่อน|เมื่อก่อน|ปีก่อน|ปีที่แล้ว|ปีกลาย|แต่แรก|ที่เคย|ทุกปี)?"
_MUCH = "(?:มากมาย|มากๆ|มาก|เยอะๆ|เยอะมาก|เยอะ|สุดๆ|โคตรๆ|หลายเท่า|เป็นกอง|หลายๆ|หลาย|แบบเห็นได้ชัด|อย่างเห็นได้ชัด|ผิดหูผิดตา)"
_TRAIL = rf"(?: *(?:(?P<much>{_MUCH})|(?P<little>{_LITTLE}|บ้าง|หน่อย)|เลย|อยู่|แล้ว|จริงๆ|เอง|อีก))*{_POLITE}$"
_SIZES = "(?P<first>โคตร|ค่อนข้าง|ออกจะ)?"


_KINDRED = {
    "เพิ่ม": "เพิ่ม|เยอะ|มาก|สูง|หนัก|แรง|บ่อย",
    "ลด": "ลด|น้อย|เบา|ต่ํา|ซา|บาง",
    "แย่": "แย่|เลว|ทรุด|หนัก",
}


def _cores(end: str) -> str:
    """What goes up or down by other words: "เยอะขึ้น" for "เพิ่มขึ้น"."""
    core = end.removesuffix("ขึ้น").removesuffix("ลง")
    return f"(?P<core>{_KINDRED.get(core, re.escape(core))})"


def _moved(question: Question, text: str) -> int | None:
    """ "เลวกว่าเดิมมากๆ", "ดีขึ้นหน่อยนึง": more or less than before, much or a little."""
    ends = _ends(question)
    if ends is None:
        return None
    count = len(question.choices)
    for end, step in zip(ends, (-1, 1), strict=True):
        core = _cores(end)
        match = re.search(rf"^{_LEADS}{_SIZES}{core}(?P<than>{_THAN}){_TRAIL}", text)
        if match is None or not match["than"]:
            continue
        if match["than"] in ("ขึ้น", "ลง") and not end.endswith(match["than"]):
            continue
        if match["core"] not in end and match["than"] in ("เดิม", "เก่า"):
            continue
        is_much = match["much"] or match["first"] == "โคตร"
        if is_much and match["little"]:
            return None
        if not is_much and not match["little"] and _tells_how_little(question):
            return None  # "ลดลง" may be much or little there
        return count // 2 + step * (2 if is_much and count == 5 else 1)
    return None


def _tells_how_little(question: Question) -> bool:
    label = naming.spoken(question, len(question.choices) // 2 + 1)[0]
    return bool(_A_LITTLE.search(label))


# A letter and what it is called by: "ข ไข่".
_LETTER = re.compile(
    "^(?:ข้อ|ตัว|ตอบ|เลือก|เอา| )*(?:([a-fA-Fกขคงจฉ])[.)]?|(ก)[. ]*ไก่|(ข)[. ]*ไข่|(ค)[. ]*ควาย|(ง)[. ]*งู|(จ)[. ]*จาน|(ฉ)[. ]*ฉิ่ง)"
    f"{_POLITE}$"
)
_LETTERS = ("abcdef", "กขคงจฉ")


def _lettered(question: Question, text: str) -> int | None:
    """ "B", "ข": an option by the letter that stands for its place."""
    match = _LETTER.search(text) if question.kind is Kind.SINGLE else None
    if match is None:
        return None
    letter = next(each for each in match.groups() if each).casefold()
    place = next(letters.index(letter) for letters in _LETTERS if letter in letters)
    is_name = any(
        letter == said
        for index in range(len(question.choices))
        for said in naming.spoken(question, index)
    )
    return None if is_name or place >= len(question.choices) else place


_DENIAL = re.compile("(?:ยัง)?ไม่(?:ได้|เห็น(?:จะ)?|ค่อย(?:จะ|ได้)?|เคย)?(?:มี)?")
_TRAILS = re.compile(f"(?:เลย|อะไร|สักอย่าง|ซักอย่าง|เท่าไหร่|เท่าไร|นัก|หรอก)*{_POLITE}$")


def _denied_alike(question: Question, text: str) -> int | None:
    """ "ยังไม่ได้เลือกข้าง" for "ยังไม่เลือกข้าง": the one option that denies the same.

    "ไม่ค่อยสะดวก" is "ไม่สะดวก" where an option says no less.
    """
    if question.kind is not Kind.SINGLE or not _DENIAL.match(text):
        return None
    said = _denying(_TRAILS.sub("", text))
    held = [
        index
        for index in range(len(question.choices))
        if any(
            _DENIAL.match(label) and _denying(label) == said
            for label in naming.spoken(question, index)
        )
    ]
    return held[0] if len(held) == 1 and said != "ไม่" else None


def _denying(text: str) -> str:
    return _DENIAL.sub("ไม่", plain_text.plain(_TRAILS.sub("", text)), count=1)


_NOTHING = re.compile(
    rf"^{_LEADS}(ไม่ได้|ไม่มี|ไม่ทํา|ไม่เคย)(?:อะไร|สักอย่าง|ซักอย่าง)(?:เลย)?(?:สักอย่าง|ซักอย่าง)?{_POLITE}$"
)


def _nothing(question: Question, text: str) -> int | None:
    """ "ไม่ได้อะไรสักอย่าง" for "ไม่ได้ประโยชน์", where no other option denies so."""
    match = _NOTHING.search(text) if question.kind is Kind.SINGLE else None
    if match is None:
        return None
    no = plain_text.plain(match[1])
    held = [
        index
        for index in range(len(question.choices))
        if naming.spoken(question, index)[0].startswith(no)
    ]
    return held[0] if len(held) == 1 else None


_UNSURE = words.listed("ไม่แน่ใจ ยังไม่แน่ใจ ยังไม่ตัดสินใจ เฉยๆ ไม่มีความเห็น")
_WAVERS = words.listed(
    "ลังเล ยังลังเล ลังเลอยู่ ยังลังเลอยู่ สองจิตสองใจ คิดดูก่อน ขอคิดดูก่อน ชั่งใจอยู่ ก้ำกึ่ง"
)


@lru_cache(maxsize=256)
def _stances(question: Question) -> tuple[tuple[frozenset[str], int], ...]:
    """Words for and against a thing, where one option is for it and one is not."""
    labels = [naming.spoken(question, i)[0] for i in range(len(question.choices))]
    for place, label in enumerate(labels):
        if f"ไม่{label}" not in labels:
            continue
        for theme in scales.THEMES:
            more = words.listed(f"{theme.more} {theme.more_strong}")
            less = words.listed(f"{theme.less} {theme.less_strong}")
            taken = {each for each in labels if each in more | less} - {label}
            if label in more and not taken:
                found = [(more, place), (less, labels.index(f"ไม่{label}"))]
                unsure = [i for i, each in enumerate(labels) if each in _UNSURE]
                found += [(_UNSURE | _WAVERS, i) for i in unsure if len(unsure) == 1]
                return tuple(found)
    return ()


def _on_a_side(question: Question, text: str) -> int | None:
    """ "คัดค้าน" where the options are "สนับสนุน" and "ไม่สนับสนุน"."""
    if question.kind is not Kind.SINGLE:
        return None
    said = plain_text.plain(
        re.sub(
            f"^{_LEADS}|(?:เต็มที่|สุดๆ|มากๆ|มาก|หัวชนฝา|สุดตัว|แน่นอน|เต็มร้อย|อยู่แล้ว)?{_POLITE}$",
            "",
            text,
        )
    )
    held = [place for known, place in _stances(question) if said in known]
    return held[0] if len(held) == 1 else None


_UNAWARE = re.compile("^(?:ไม่รู้|ไม่ทราบ)(?:ข่าว|เรื่อง|ว่า|กําหนด|วัน|ล่วงหน้า|มาก่อน)")
_OF_NEWS = re.compile("เรื่อง|ข่าว|ว่ามี|ว่าจัด|ว่าเขา|ประชุม|กําหนดการ|ล่วงหน้า|มาก่อน")


_NOT_SURE = re.compile("^(?:ก็)?(?:ยัง)?ไม่(?:ค่อย)?แน่ใจ")


def unsure(question: Question, reply: str) -> Understood | None:
    """ "ไม่แน่ใจ ต้องดูเวรก่อน", where a point of the scale says that one is not sure."""
    held = [
        index
        for index in range(len(question.choices))
        if _NOT_SURE.match(naming.spoken(question, index)[0])
    ]
    is_said = question.kind is Kind.SCALE5 and _NOT_SURE.match(reply.strip())
    return from_choice(question, held[0]) if len(held) == 1 and is_said else None


def unaware(question: Question, reply: str) -> Understood | None:
    """ "ไม่รู้ว่ามีงาน", where not to have known is one of the options."""
    held = [
        index
        for index in range(len(question.choices))
        if any(_UNAWARE.match(said) for said in naming.spoken(question, index))
    ]
    is_told = _OF_NEWS.search(plain_text.plain(reply))
    return from_choice(question, held[0]) if len(held) == 1 and is_told else None
