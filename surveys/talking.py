"""Tells in a reply the words that beside the answer are mere talk."""

from collections.abc import Sequence
from dataclasses import replace

from surveys import circumstance, naming, steering, words
from surveys.hearing import Part, Token
from surveys.listening import Said
from surveys.question import Question

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
    if is_yes_or_no(question):
        asks_of_all = circumstance.is_of_household(naming.asked(question))
    return [_as_talk(said, place, household=asks_of_all) for place in range(len(said))]


_INDEFINITE = words.listed("อะไร ใคร ที่ไหน ไหน เท่าไหร่ เท่าไร อะไรบ้าง")


def _is_indefinite(said: Sequence[Said], place: int) -> bool:
    """ "ไม่มีอะไรจะติ": after a "not" it is no question."""
    if said[place].token.text not in _INDEFINITE:
        return False
    before = steering.phrase(said, place)[0][-3:]
    return any(each.token.part is Part.NEGATION for each in before)


_WITH = words.listed("กับ พา หา ให้ ของ with")  # "เคยไปกับแม่"
_NOT_ABLE = "ไม่ได้"
_RECALL = words.listed("จำ จำชื่อ นึก นึกชื่อ บอก")  # "จำชื่อไม่ได้"


def _as_talk(said: Sequence[Said], place: int, *, household: bool | None) -> Said:
    """A short control word in the midst of others ("วิ่งผ่านทั้งวัน") is none."""
    each = said[place]
    if _is_indefinite(said, place):
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
