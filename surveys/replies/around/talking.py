"""Tells in a reply the words that beside the answer are mere talk."""

from collections.abc import Sequence
from dataclasses import replace

from surveys.question import Question
from surveys.replies import naming
from surveys.replies.around import steering
from surveys.replies.either import circumstance
from surveys.replies.text import words
from surveys.replies.text.hearing import Part, Token
from surveys.replies.text.listening import Said

_EMPTY = steering.EMPTY
MAX_STRAY = 5  # letters of a control word that is also a common verb


def is_yes_or_no(question: Question) -> bool:
    return {"yes", "no"} <= {choice.key for choice in question.choices}


_CALLED = words.listed("ลูก หลาน น้อง พี่ ลูกเอ๊ย หลานเอ๊ย")


def how_often(question: Question, said: Sequence[Said]) -> list[Said]:
    """ "บ่อยมาก" alone is a yes; beside another word it only says how often."""
    if not is_yes_or_no(question):
        return list(said)
    often = [is_how_often(each.token) for each in said]
    alone = all(
        is_often or each.token.part in _EMPTY | {Part.STRONG}
        for each, is_often in zip(said, often, strict=True)
    )
    if alone or _first_is(said, often):
        return list(said)
    return [
        replace(each, token=Token(Part.STRONG, each.token.text)) if is_often else each
        for each, is_often in zip(said, often, strict=True)
    ]


def _first_is(said: Sequence[Said], often: Sequence[bool]) -> bool:
    """Whether the first phrase says how often, and no other word is an answer."""
    size = steering.first_phrase(said)
    first = zip(said[:size], often[:size], strict=True)
    fills = all(is_often or each.token.part in _EMPTY for each, is_often in first)
    others = [
        each.token.part
        for each, is_often in zip(said, often, strict=True)
        if not is_often
    ]
    return fills and any(often[:size]) and Part.CHOICE not in others


def is_how_often(token: Token) -> bool:
    return token.part is Part.CHOICE and token.text in circumstance.HOW_OFTEN


def _is_called(said: Sequence[Said], place: int) -> bool:
    """ "เคยจ้ะลูก": one is spoken to, at the very end, and not spoken of."""
    is_last = all(each.token.part in _EMPTY for each in said[place + 1 :])
    return place > 0 and is_last and said[place].token.text in _CALLED


def called(said: Sequence[Said]) -> list[Said]:
    """The words, without whom they are said to: "หกสิบเจ็ดแล้วลูก"."""
    return [
        replace(each, token=Token(Part.FILLER, each.token.text))
        if _is_called(said, place)
        else each
        for place, each in enumerate(said)
    ]


def as_talk(question: Question, said: Sequence[Said]) -> list[Said]:
    """The words with those made plain that beside the others are mere talk."""
    asks_of_all = None
    asked = naming.asked(question)
    if is_yes_or_no(question):
        asks_of_all = circumstance.is_of_household(asked)
        said = said if circumstance.is_threshold(asked) else _counted(said)
        said = _in_vain(said)
        said = [
            replace(each, token=Token(Part.COMPLAINT, each.token.text))
            if each.token.part is Part.SARCASM
            and each.token.text.startswith(_DISGUSTED)
            else each
            for each in said
        ]
    return [_as_talk(said, place, household=asks_of_all) for place in range(len(said))]


_INDEFINITE = words.listed("อะไร ใคร ที่ไหน ไหน ตัวไหน คนไหน เท่าไหร่ เท่าไร อะไรบ้าง")
_DENYING = frozenset((Part.CHOICE, Part.COMPLAINT))
_NOT = tuple(words.listed("ไม่ บ่ ยังไม่"))


def is_indefinite(said: Sequence[Said], place: int) -> bool:
    """ "ไม่มีอะไรจะติ": after a "not" it is no question."""
    if said[place].token.text not in _INDEFINITE:
        return False
    before = steering.phrase(said, place)[0][-6:]
    return any(
        each.token.part is Part.NEGATION
        or (each.token.text.startswith(_NOT) and each.token.part in _DENYING)
        for each in before
    )


_DISGUSTED = ("จน", "อ้วก", "น้ำตา".replace("ำ", "\u0e4d\u0e32"))


_NO_TIMES = words.listed("% เปอร์เซ็น เปอร์เซ็นต์ percent คะแนน points")


def _is_counted(said: Sequence[Said], place: int) -> bool:
    """ "เคย 2 ครั้ง", "โทร 1650": to yes or no a number is but how often, or whose."""
    token = said[place].token
    if token.part not in (Part.DIGITS, Part.NUMBER) or not place:
        return False
    after = said[place + 1].token.text if place + 1 < len(said) else ""
    if after in _NO_TIMES or "%" in token.text:
        return False
    is_unit = after in words.UNITS or after.startswith(
        ("ปี", "เดือน", "ครั้ง", "รอบ", "คน")
    )
    is_call = token.part is Part.DIGITS and len(token.text) > 2
    return is_unit or is_call


def _in_vain(said: Sequence[Said]) -> list[Said]:
    """ "เคยแล้วไม่มีใครมา": it was done, and nobody came."""
    found = list(said)
    kept = [each.token for each in said if each.token.part not in _EMPTY]
    is_done = bool(kept) and kept[0].part is Part.CHOICE
    if not is_done or not kept[0].text.startswith(_DONE):
        return found
    vain = False
    for place, each in enumerate(said[1:-1], start=1):
        is_vain = each.token.text.startswith(("ไม่มี", "ไม่เห็น"))
        if (
            is_vain
            and not each.ends
            and each.token.part in (Part.CHOICE, Part.NEGATION)
        ):
            found[place] = replace(each, token=Token(Part.COMPLAINT, each.token.text))
            vain = True
    if vain and said[-1].token.part is Part.NEUTRAL:  # "... ไม่มีใครมา"
        last = Token(Part.FILLER, said[-1].token.text)
        found[-1] = replace(said[-1], token=last)
    return found


_DONE = ("เคย", "ร้อง", "แจ้ง", "โทร")


def _counted(said: Sequence[Said]) -> list[Said]:
    """The words, with what is counted made plain."""
    found = list(said)
    for place, each in enumerate(said):
        if _is_counted(said, place):
            found[place] = replace(each, token=Token(Part.STRONG, each.token.text))
            after = said[place + 1] if place + 1 < len(said) else None
            if after is not None and after.token.text in words.UNITS:
                plain = Token(Part.STRONG, after.token.text)
                found[place + 1] = replace(after, token=plain)
    return found


_WITH = words.listed("กับ พา หา ให้ ของ with")  # "เคยไปกับยาย"
_NOT_ABLE = "ไม่ได้"
_RECALL = words.listed("จำ จำชื่อ นึก นึกชื่อ บอก")  # "จำชื่อไม่ได้"


def _as_talk(said: Sequence[Said], place: int, *, household: bool | None) -> Said:
    """A short control word in the midst of others ("วิ่งผ่านทั้งวัน") is none."""
    each = said[place]
    if is_indefinite(said, place):
        return replace(each, token=Token(Part.NEUTRAL, each.token.text))
    beside = said[place - 1].token.text if place else ""
    if household is not None and each.token.part is Part.OTHERS and beside in _WITH:
        return replace(each, token=Token(Part.NEUTRAL, each.token.text))
    is_recalled = each.token.text == _NOT_ABLE and any(
        one.token.text in _RECALL for one in steering.phrase(said, place)[0]
    )
    if is_recalled or (household and each.token.part is Part.OTHERS):
        return replace(each, token=Token(Part.FILLER, each.token.text))
    if _is_called(said, place):
        return replace(each, token=Token(Part.FILLER, each.token.text))
    is_control = each.token.part is Part.CONTROL and len(each.token.text) <= MAX_STRAY
    if not is_control or steering.stands_alone(said, place):
        return each
    return replace(each, token=Token(Part.UNKNOWN, each.token.text))
