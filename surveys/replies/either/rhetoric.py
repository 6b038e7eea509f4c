"""A question that is no question but a "no": "จะชอบได้ไง", "ชอบก็บ้าแล้ว"."""

# ruff: noqa: E501  some lines are patterns

import re

from surveys import politeness
from surveys.meaning import Hear, Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming

_END = (
    f"(?: *(?:ล่ะ|ละ|เล่า|วะ|ว่ะ|กัน|เนี่ย|นี่|{politeness.ENDS}|อะ|อ่ะ|แหละ|แล้ว|ลง|ไหว|[!?.]))*"
)
_HOW = "(?:ได้ยังไง|ได้ไง|ได้อย่างไร|ได้งัย|ยังไงไหว|ไงไหว|ลงหรอ|ลงเหรอ|ไหวเหรอ|ไหวหรอ)"
_DENYING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:แล้ว|ก็|อย่างนี้|แบบนี้|งี้)?(?:จะ|ให้|มันจะ|จะให้) *(?:ไป)?(?P<what>.+?) *{_HOW}{_END}$",
        rf"^(?:ถ้า)?(?P<what>.+?) *(?:ก็|กะ) *(?:บ้า|แปลก|ประสาท|เพี้ยน|โง่|เกินไป)(?:แล้ว|ละ|ดิ|สิ)*{_END}$",
        rf"^(?:แล้ว)?(?:ใคร|คนบ้าที่ไหน|คนที่ไหน|หมาที่ไหน|มีใคร)(?:มัน)?(?:เขา|เค้า)?จะ(?:ไป)?(?P<what>.+?){_END}$",
        rf"^(?P<what>.+?) *(?:ที่ไหน|ตรงไหน|กะผี|กับผี){_END}$",
        rf"^(?P<what>.+?) *(?:กะผีน่ะสิ|ตายล่ะ|ตายแหละ|ตายละ){_END}$",
    )
)
_NO = re.compile("^ไม่(?:ได้)?")
_REST = re.compile(r"แต่|ถ้า|หรือ|[?]")


def meant(question: Question, reply: str, hear: Hear) -> Understood | None:
    """The option that is the "no" of another, where one is only asked to be denied.

    Of a scale it tells the side and not the point, so that it is no answer there.
    """
    if question.kind is not Kind.SINGLE:
        return None
    first, _, rest = reply.strip().partition(" ")
    for text in dict.fromkeys((reply.strip(), first)):
        for pattern in _DENYING:
            match = pattern.search(text)
            if (
                match
                and (index := _opposite(question, match["what"], hear)) is not None
            ):
                beside = "" if text != first else rest
                return None if _REST.search(beside) else from_choice(question, index)
    return None


def _opposite(question: Question, what: str, hear: Hear) -> int | None:
    """Of two options of which one is the other with a "not", that which is not said."""
    labels = [naming.spoken(question, i)[0] for i in range(len(question.choices))]
    denies = _NO.match(what)
    said = hear(what)
    if not said.is_answer:
        return None
    index = question.values.index(said.value)
    wanted = _NO.sub("", labels[index]) if denies else None
    held = [
        i
        for i, label in enumerate(labels)
        if i != index
        and (
            label == wanted
            if denies
            else label in (f"ไม่{labels[index]}", f"ไม่ได้{labels[index]}")
        )
    ]
    return held[0] if len(held) == 1 else None
