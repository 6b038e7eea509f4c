"""The choice of whose label the reply says a part."""

import re
from collections.abc import Sequence

from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.around import steering, talking
from surveys.replies.text import words
from surveys.replies.text.hearing import NUMERIC, Part
from surveys.replies.text.listening import Said

_EMPTY = steering.EMPTY
MIN_CORE = 3
_DENIALS = words.listed("ไม่ ไม่ได้ ยังไม่ ยังไม่ได้ ไม่เคย ยังไม่เคย ไม่เคยได้")


def by_part(question: Question, said: Sequence[Said]) -> set[int] | None:
    """The one choice whose label holds the whole reply, politeness aside."""
    if question.kind not in (Kind.SINGLE, Kind.MULTIPLE):
        return None
    if found := _whole_part(question, said):
        return found
    kept = list(said)
    while kept and kept[0].token.part in _EMPTY | {Part.PLACE}:
        kept.pop(0)
    while kept and kept[-1].token.part in _EMPTY | {Part.STRONG}:
        kept.pop()
    core = "".join(each.token.text for each in kept)
    if (denied := _denied_label(question, kept, core)) is not None:
        return {denied}
    is_plain = len(core) >= MIN_CORE and not any(
        each.token.part in (Part.NEGATION, *NUMERIC) for each in kept
    )
    if is_plain and (begun := _begun(question, kept)) is not None:
        return {begun}
    is_word = core in words.NEGATIONS or core in naming.asked(question)
    if not is_plain or is_word or core in naming.COMMON:
        return None
    return _held(question, core)


_CONTACT = words.listed(
    "แจ้ง โทร โทรไป โทรหา โทรแจ้ง ไป ไปหา ไปแจ้ง ไปบอก บอก คุย คุยกับ กับ ติดต่อ "
    "ร้องเรียน ร้อง ที่ ตรง ตรงๆ เอง"
)


def _begun(question: Question, kept: Sequence[Said]) -> int | None:
    """ "แจ้งโรงงาน": the one label that begins so, though the question says it too."""
    names = [each for each in kept if each.token.text not in _CONTACT]
    if len(names) != 1 or len(names[0].token.text) <= MIN_CORE:
        return None
    name = names[0].token.text
    found = {
        index
        for index in range(len(question.choices))
        for label in naming.spoken(question, index)
        if name in label
    }
    starts = [
        index
        for index in found
        if any(
            label.startswith(name) and not _is_cut_short(label, len(name))
            for label in naming.spoken(question, index)
        )
    ]
    return starts[0] if len(found) == 1 and starts else None


def _whole_part(question: Question, said: Sequence[Said]) -> set[int] | None:
    """The same, of which no part is taken for a particle: "เจ้าของ" begins with one."""
    leads = _EMPTY | {Part.PLACE}
    if {each.token.part for each in said} & {Part.NEGATION, *NUMERIC}:
        return None
    first = 0
    while first < len(said):
        last = len(said)
        while last > first:
            core = "".join(each.token.text for each in said[first:last])
            if len(core) > MIN_CORE and (found := _held(question, core)):
                return found
            if said[last - 1].token.part not in _EMPTY:
                break
            last -= 1
        lead = said[first].token
        if lead.part not in leads and lead.text not in _IS:
            break
        first += 1
    return None


_IS = words.listed("เป็น คือ อยู่ im")


def _held(question: Question, core: str) -> set[int] | None:
    """The one choice whose label holds the words, if they tell it from others."""
    is_word = core in words.NEGATIONS or core in naming.asked(question)
    if is_word or core in naming.COMMON or core in words.PLAIN:
        return None
    found = {
        index
        for index in range(len(question.choices))
        for label in naming.spoken(question, index)
        if _starts_word(label, core)
    }
    return found if len(found) == 1 else None


def _denied_label(question: Question, kept: Sequence[Said], core: str) -> int | None:
    """ "ไม่เคยใช้" for "ไม่เคยใช้บริการ": the beginning of one label with a "not"."""
    if not kept or kept[0].token.part is not Part.NEGATION:
        return None
    if len(core) < len(kept[0].token.text) + MIN_CORE:
        return None
    found = {
        index
        for index in range(len(question.choices))
        for label in naming.spoken(question, index)
        if label.startswith(core) and not _is_cut_short(label, len(core))
    }
    return found.pop() if len(found) == 1 else None


def _is_cut_short(label: str, at: int) -> bool:
    """Whether the label goes on within a syllable."""
    after = label[at : at + 1]
    is_mark = bool(re.match("[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e\u102b-\u103e]", after))
    return is_mark or label[at - 1] in "เแโใไ" or bool(re.match("[a-z]", after))


def denied_echo(question: Question, said: Sequence[Said]) -> set[int] | None:
    """ "ยังไม่ได้ตรวจ": no, where the question's own words are denied, and no more."""
    if not talking.is_yes_or_no(question):
        return None
    keys = [choice.key for choice in question.choices]
    kept = [each.token for each in said if each.token.part not in _EMPTY]
    first = kept[:1] and kept[0].text in _DENIALS
    has_echo = [token.part for token in kept[1:2]] == [Part.ECHO]
    rest = {token.part for token in kept[2:]} <= {Part.ECHO, Part.STRONG}
    return {keys.index("no")} if first and has_echo and rest else None


def said_back(question: Question, said: Sequence[Said]) -> set[int] | None:
    """ "ใช้น้ำประปา": yes, where only the question's own verb and thing are said."""
    if not talking.is_yes_or_no(question):
        return None
    yes = [choice.key for choice in question.choices].index("yes")
    kept = [each.token for each in said if each.token.part not in _EMPTY]
    if not kept or {token.part for token in kept} - {Part.ECHO, Part.STRONG}:
        return None
    asks = any(each in token.text for token in kept for each in ("ไหม", "หรือ"))
    verbs = [
        word
        for word, index in naming.derived(question).items()
        if index == yes and len(word) >= MIN_CORE
    ]
    first = kept[0].text.startswith(tuple(verbs)) and kept[0].part is Part.ECHO
    return {yes} if first and not asks else None


def _starts_word(label: str, core: str) -> bool:
    """Whether the label holds the words and no letter goes on into a syllable."""
    at = label.find(core)
    if at < 0 or (at and label.startswith(("ไม่", "no", "not"))):
        return False
    before, after = label[at - 1 : at], label[at + len(core) : at + len(core) + 1]
    cuts_latin = re.match("[a-z][a-z]", before + core[0]) if before else None
    cuts_end = re.match("[a-z][a-z]", core[-1] + after) if after else None
    is_syllable = after in tuple("ะาำๅ") if after else False
    is_mark = bool(re.match("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e]", after))
    return not (
        cuts_latin or cuts_end or is_syllable or is_mark or before in tuple("เแโใไ")
    )
