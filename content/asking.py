"""What a message asks: one question or several, anew or going on from before."""

import re
from dataclasses import dataclass

from content import decide, personal, thai
from content.decide import Decision, Outcome
from content.search import Index

MOST_ANSWERED = 3
"""Questions of one message that are answered; more would fill a telephone's screen."""
MOST_PARTS = 6
SHORTEST_PART = 5  # letters
LONGEST_GOING_ON = 40  # letters; whoever writes more says what it is about

# Between two questions: a line, a question mark, a number, or a word for "besides".
_BETWEEN = re.compile(
    r"[?？\n]+"
    r"|(?:^|(?<=\s))[0-9]{1,2}[.)]\s"
    r"|\s(?:แล้วก็|แล้ว|และก็|และ|อีกเรื่อง|อีกอย่าง|อีกข้อ|ส่วน|and also|also)\s?"
    r"|,?\sand\s(?=(?:who|what|where|when|why|how|which|is|are|can|do|does)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:แล้ว|ละ|ล่ะ|ส่วน|และ|อ้าว|งั้น|ถ้างั้น|ถ้าเป็น|ถ้า|ของ|ปี|ที่นั่น|อันนั้น|อันนี้|เรื่องนั้น|เรื่องนี้"
    r"|and|what about|how about|then|so|what if|why is that|since when|until when)"
    r"|(?:ล่ะ|หล่ะ|ละ)(?:คะ|ค่ะ|ครับ|คับ|จ๊ะ)?$",
    re.IGNORECASE,
)
# ไหม้ burns; it asks nothing.
_ASKS = re.compile(
    r"[?？]|ไหม(?!้)|มั้ย|ไม๊|หรือเปล่า|รึเปล่า|หรือยัง|หรือไม่|ทำไม|อะไร|ไหน|ไง|อย่างไร"
    r"|เท่าไหร่|เท่าไร|เมื่อไหร่|เมื่อไร|ใคร|กี่|လား|လဲ|ဘာ|ဘယ်"
    r"|^(?:who|what|where|when|why|how|which|is|are|can|do|does)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a message, and what to do with it."""

    text: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Told:
    """The article that was told last."""

    slug: str
    title: str


def read(index: Index, text: str, language: str) -> tuple[Asked, ...]:
    """The questions of a message in their order; nearly always one: the whole.

    It is taken apart only where one part at least is answered by an article of its
    own and another is near one: a story with a question in it stays whole. What is
    somebody's own (a telephone number, a house) is no part of a question.
    """
    text = personal.without(text)
    whole = Asked(text, decide.decide(index, text, language))
    found = [Asked(part, decide.decide(index, part, language)) for part in _parts(text)]
    outcomes = [each.decision.outcome for each in found]
    near = len(found) - outcomes.count(Outcome.UNKNOWN)
    slugs = {each.decision.hits[0].slug for each in found if each.decision.hits}
    if Outcome.ANSWER not in outcomes or near < 2 or len(slugs) < 2:
        return (whole,)
    return _each_once(found)


def is_question(text: str) -> bool:
    """Whether it has the form of one: a word that asks, or a question mark."""
    return bool(_ASKS.search(text.strip()))


def going_on(
    index: Index, text: str, language: str, about: Told, alone: Decision
) -> Decision:
    """What to do with a text that may go on from the article told before.

    A short "and next year?" is searched for together with that article's title;
    whatever stands by itself is not. The same article is not served again for it: it
    is suggested, for the question was about something else.
    """
    if alone.outcome is Outcome.ANSWER or not _may_go_on(text):
        return alone
    together = f"{text} {text} {about.title}"  # what is new weighs more
    found = decide.decide(index, together, language)
    if found.outcome is Outcome.UNKNOWN:
        return alone
    if found.outcome is Outcome.ANSWER and found.hits[0].slug == about.slug:
        return decide.suggested(index, together, language, found)
    return found


def _may_go_on(text: str) -> bool:
    plain = thai.normalise(text)
    return len(plain) <= LONGEST_GOING_ON and bool(_GOES_ON.search(plain))


def _parts(text: str) -> list[str]:
    parts = [part.strip() for part in _BETWEEN.split(text)]
    kept = [part for part in parts if len(thai.squeezed(part)) >= SHORTEST_PART]
    return kept if 2 <= len(kept) <= MOST_PARTS else []


def _each_once(found: list[Asked]) -> tuple[Asked, ...]:
    """The answered ones, each article once, and the others, in their order."""
    told: set[str] = set()
    kept = []
    for each in found:
        if each.decision.outcome is Outcome.ANSWER:
            slug = each.decision.hits[0].slug
            if slug in told or len(told) == MOST_ANSWERED:
                continue
            told.add(slug)
        kept.append(each)
    return tuple(kept)
