"""A reply and its question as the last doubts read them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from surveys import plain_text, politeness
from surveys.question import Question
from surveys.replies import naming

_ENDS = re.compile(
    f"(?:[ ,.!…~]|{politeness.ENDS}|นะ(?!ำ)|น่ะ|จ๋า|เด้อ|ฮะ|ว่ะ|วะ|อ่ะ|555+)+$"
)
_LEADS = re.compile(
    "^(?:ก็|อ๋อ|อ้อ|เอ่อ|อืม|เออ|ผม|ฉัน|หนู|เรา|ดิฉัน"
    "|ลุง(?!ข้าง)|ป้า(?!ย|ข้าง)|ยาย(?!ข้าง)|[ ,.]){1,4}(?=[ก-๙])"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A reply without the politeness round it, and what it is asked."""

    text: str
    asked: str
    known: str  # the question and all its choices

    def is_named(self, word: str) -> bool:
        """Whether the question or a choice says a word itself."""
        return word in self.known

    def tells_other(self, pattern: re.Pattern[str], group: int | str = 0) -> bool:
        """Whether a pattern is found whose words neither question nor choices say."""
        match = pattern.search(self.text)
        return match is not None and not self.is_named(match[group])


def of(question: Question, reply: str) -> Wording:
    text = plain_text.ascii_digits(reply).casefold().replace("ํา", "ำ")
    text = " ".join(text.split())
    text = _ENDS.sub("", text)
    text = _LEADS.sub("", text)
    return Wording(text, *_of_question(question))


@lru_cache(maxsize=256)
def _of_question(question: Question) -> tuple[str, str]:
    """What it asks, and that with what its choices are called."""
    asked = (question.text.th or "").casefold()
    return asked, " ".join((asked, *naming.labels(question))).casefold()
