"""A scale of how sure one is to do a thing, from "certainly not" to "certainly"."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.meaning import Understood, from_choice
from surveys.question import Kind, Question
from surveys.replies import naming
from surveys.replies.text import words

_PROBABLY = "น่าจะ|คงจะ|คง|อาจจะ|อาจ|คิดว่าจะ|คิดว่า|คาดว่าจะ|คาดว่า"
_MAYBE = re.compile("อาจ")
_SURELY = "แน่นอน|แน่ๆ|แน่แท้|แน่ชัด|แน่|ชัวร์|เด็ดขาด|อยู่แล้ว|ร้อยเปอร์เซ็นต์|100%|100เปอร์เซ็นต์"
_SIGNS = re.compile(rf"(?P<no>ไม่)|(?P<probably>{_PROBABLY})|(?P<surely>{_SURELY})")
_NEVER = re.compile("ไม่มีทาง|ไม่มีวัน|ยังไงก็ไม่|อย่างไรก็ไม่|ให้ตายก็ไม่|ฝันไป")
_DROPPED = re.compile(
    "^(?:ผม|ฉัน|หนู|เรา|ดิฉัน|ก็|กะ|คิดว่า|ว่า|จะ|เลือก|ตอบ|ยังไงก็|อย่างไรก็|รอบนี้|ครั้งหน้า|คราวหน้า)+"
)
_MEANS_SO = re.compile("^(?:ได้|จะ|ได้มี|มีโอกาส)*")


@dataclass(frozen=True, slots=True)
class _Stand:
    """What is said of doing it: the sign of each part, and the verb that is left."""

    verb: str
    no: bool
    probably: str
    surely: bool


def _stand(plain: str) -> _Stand | None:
    """A label or a reply taken apart; None where it denies twice."""
    rest, no, probably, surely = plain, 0, "", False
    while match := _SIGNS.search(rest):
        no += match["no"] is not None
        probably = probably or match["probably"] or ""
        surely = surely or match["surely"] is not None
        rest = rest[: match.start()] + rest[match.end() :]
    if no > 1:
        return None
    return _Stand(_MEANS_SO.sub("", rest), no == 1, probably, surely)


@dataclass(frozen=True, slots=True)
class _Scale:
    verb: str
    has_maybe: bool  # whether its middle itself says "maybe"
    asked: str


@lru_cache(maxsize=256)
def _scale(question: Question) -> _Scale | None:
    """The scale, if its five labels are such ones."""
    if question.kind is not Kind.SCALE5:
        return None
    labels = [plain_text.plain(naming.spoken(question, i)[0]) for i in range(5)]
    stands = [_stand(label) for label in labels]
    lowest, low, _, high, top = stands
    if lowest is None or low is None or high is None or top is None:
        return None
    is_never = bool(_NEVER.search(labels[0]))  # "ไม่มีทาง"
    if is_never:
        lowest = replace(lowest, no=True, surely=True, verb=top.verb)
    is_such = (
        (lowest.no and lowest.surely and top.surely and not top.no)
        and (low.no and low.probably and high.probably and not high.no)
        and len({lowest.verb, low.verb, high.verb, top.verb}) == 1
    )
    if not is_such:
        return None
    return _Scale(top.verb, bool(_MAYBE.search(labels[2])), naming.asked(question))


def meant(question: Question, reply: str) -> Understood | None:
    """ "ไม่น่าจะหรอกนะ", "ไปชัวร์": with the verb of the labels, or with none.

    A reason may follow in a clause of its own if it sets no condition.
    """
    scale = _scale(question)
    if scale is None:
        return None
    first, *rest = re.split(r"[\s,.!]+", reply.replace(" ๆ", "ๆ").strip())
    if any(re.search("ถ้า|แต่|หรือ|[?]", piece) for piece in (first, *rest)):
        return None
    place = _place(scale, plain_text.plain(first))
    return None if place is None else from_choice(question, place)


def _place(scale: _Scale, plain: str) -> int | None:
    text = _without_polite(_DROPPED.sub("", plain))
    if _NEVER.search(text):
        return 0 if _says_the_verb(scale, _NEVER.sub("", text)) else None
    stand = _stand(text)
    if stand is None or not _says_the_verb(scale, stand.verb):
        return None
    if stand.probably and stand.surely:
        return None
    if stand.surely:
        if stand.no:  # "ไม่แน่" is not sure at all
            return 0 if stand.verb else None
        return 4
    if not stand.probably or (_MAYBE.search(stand.probably) and stand.verb == ""):
        return None  # a bare "ไม่ไป" is sure or not
    if _MAYBE.search(stand.probably):
        return 2 if scale.has_maybe and not stand.no else None
    return 1 if stand.no else 3


_POLITE = sorted(
    politeness.WORDS | words.listed("หรอก แหละ ดอก สิ ล่ะ ละ เลย อะ อ่า มั้ง"), key=len
)[::-1]


def _without_polite(text: str) -> str:
    cut = next((p for p in _POLITE if text.endswith(p) and text != p), None)
    return text if cut is None else _without_polite(text.removesuffix(cut))


_GOING = words.listed("ไป มา ร่วม เข้าร่วม ไปร่วม มาร่วม ไปประชุม เข้าประชุม ไปงาน")
_AFTER_VERB = re.compile(
    "^(?:ร่วม|เข้าร่วม|ร่วมด้วย|ด้วย|ให้|ต่อ|ใคร|เพื่อน|เอง|อีก|มา|ไป|ได้|หรอก|เลย|ประชุม|งาน|ที่นี่|เค้า|เขา)*$"
)


def _says_the_verb(scale: _Scale, verb: str) -> bool:
    if verb in ("", scale.verb) or {verb, scale.verb} <= _GOING:
        return True
    if not scale.verb:  # the labels name none: the question's own
        return verb in scale.asked or verb in _GOING
    return verb.startswith(scale.verb) and bool(
        _AFTER_VERB.match(verb.removeprefix(scale.verb))
    )
