"""A yes or no in what sounds like a wish to leave: "ยังเลย ไม่มีเวลา"."""

import re

from surveys.meaning import Meaning, Understood, from_key
from surveys.question import Question
from surveys.replies.around import asking, talking, wishing
from surveys.replies.choices import plainly
from surveys.replies.either import lived, polarity, stance
from surveys.replies.text import dialect, mentions

# Who asks to go, or says goodbye, answers nothing.
_TAKES_LEAVE = re.compile(
    f"{wishing.ON_THE_SURVEY}|พอแค่นี้|ต่อ(?:แล้ว|ละ)|ขอ|บาย|ลาก่อน|ก่อนนะ|ไปก่อน|ว่างแล้ว"
)


def of_wish(question: Question, reply: str, wish: Meaning) -> Understood | None:
    """The answer in what sounds like a wish: "ยังเลย ไม่มีเวลา", "เลิกห้าโมงกดออกเลย"."""
    if not talking.is_yes_or_no(question):
        return plainly.of_wish(question, reply)
    if wish not in (Meaning.STOP, Meaning.SKIP):
        return None
    if (
        len(question.choices) != 2
        or _TAKES_LEAVE.search(reply)
        or asking.ends_asking(reply)
    ):
        return None
    asked, text = (
        polarity.of(question),
        mentions.text(dialect.central(reply)),
    )
    clauses = stance.split(text)
    first = polarity.side(asked, clauses[0]) if len(clauses) > 1 else None
    said = lived.told(asked, text) or first
    if said is None:
        return None
    return from_key(question, said)
